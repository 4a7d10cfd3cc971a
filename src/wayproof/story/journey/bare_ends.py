"""Ends of a way told by a noun with its hour alone: "Touchdown, before a crowd, came at 19:48", "Lift-off was at dawn".

Where such a moment was is told elsewhere: at the one place that the story has the traveller reach, or leave.
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import Clause
from wayproof.story.grammar.launches import let_go
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.destinations import stop_at
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_HEAD = (
    r"\W*(?:(?:and|but|then|so)\s+)?"
    r"(?:(?:the|his|her|their|its|our|my|actual|official|final|first|safe|soft|rough|heavy|gentle)\s+){0,3}"
)
_TAIL = (
    r"(?:\s*,[^,.;:]{1,100},)?\s+(?:itself\s+|finally\s+|at\s+last\s+)?"
    r"(?P<verb>came|was|followed|took\s+place|occurred|happened|(?:is|was)\s+(?:timed|logged|recorded|entered|noted|put|given|clocked))\s+"
    r"(?:(?:\w+ly|only|just|not\s+until|some|about|punctually|again)\s+)*(?:at|on|in|by|shortly|just|around|towards|before|"
    r"after|\d|[A-Z]\w+day|noon|midnight|dawn|dusk|sunrise|sunset|next|that|the\s+(?:next|following|same))\b"
)
_CAME = regex(
    rf"{_HEAD}(?:touch-?down|landing|landfall|arrival|splash-?down|docking|disembarkation|homecoming|ditching|impact){_TAIL}",
    re.IGNORECASE,
)
_LEFT = regex(
    rf"{_HEAD}(?:take-?off|lift-?off|blast-?off|departure|launch|launching|embarkation|sailing|start|push-?off|getaway){_TAIL}",
    re.IGNORECASE,
)
_SENTENCE_CLAUSES = 4
"""Clauses of a sentence before which its verb stands."""


def with_bare_ends(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with the hours of bare ends; parameters as :func:`with_destinations`."""
    text = texts[0]
    starts = [top.mention.start for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    added: list[Sighting] = []
    at = 0
    for index, clause in enumerate(clauses):
        while at < len(told) and told[at].toponym.mention.start < clause.start:
            at += 1
        ready = told[at - 1] if at else None
        if ready is not None and _is_let_go(ready, clause, starts) and (cast_off := let_go(text, clause)) is not None:
            added.append(stop_at(text, ready.toponym, Event.DEPART, clause, cast_off))
            continue
        opens = index == 0 or clauses[index - 1].sentence != clause.sentence
        if clause.quoted or not opens:
            continue
        row = [one for one in clauses[index : index + _SENTENCE_CLAUSES] if one.sentence == clause.sentence]
        end = row[-1].end
        for event, pattern in ((Event.ARRIVE, _CAME), (Event.DEPART, _LEFT)):
            found = pattern.match(text, clause.start, end)
            if found is None:
                continue
            holder = next(one for one in row if one.start <= found.start("verb") < one.end)
            named = bisect_left(starts, clause.start) < bisect_left(starts, holder.end)
            verb = next((one for one in holder.verbs if one.end > found.start("verb")), None)
            places = [one for one in told if one.event is event]
            where = {one.toponym.place.id for one in places if one.toponym.place is not None}
            if verb is not None and not verb.doubtful and not named and len(where) == 1:
                added.append(stop_at(text, places[0].toponym, event, holder, verb))
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _is_let_go(ready: Sighting, clause: Clause, starts: "Sequence[int]") -> bool:
    """Whether a clause without a place can go on about a craft that was made ready right before."""
    near = ready.clause.paragraph == clause.paragraph and clause.sentence - ready.clause.sentence <= 1
    named = bisect_left(starts, clause.start) < bisect_left(starts, clause.end)
    return near and not named and ready.clause.start < clause.start
