"""Arrivals told by who waited for them: "a crowd was waiting at the harbour of X when her boat came in"."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.destinations import COMES, stop_at
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_WAITS = regex(
    r"\b(?:wait(?:ed|ing)|stood|standing|gather(?:ed|ing)|assembl(?:ed|ing)|lin(?:ed|ing)|crowd(?:ed|ing)|queu(?:ed|e?ing)|"
    r"turn(?:ed|ing)\s+out|watch(?:ed|ing)|ready|massed|on\s+hand|drawn\s+up)\b",
    re.IGNORECASE,
)
"""How those are told of who wait for somebody."""
_AT = regex(
    r"(?:\b(?:in|at|on|near|outside|beside|by)\s+(?:(?:the|a)\s+)?(?:[\w\u2019'-]+\s+){0,3}?(?:(?:in|at|of|outside|near)\s+(?:the\s+)?)?|"
    r"\s)\Z",
    re.IGNORECASE,
)
_COMES = COMES | {
    "brought",
    "delivered",
    "set down",
    "put down",
    "let down",
    "appeared",
    "emerged",
    "drove up",
    "drew up",
    "pulled up",
    "came down",
    "climbed down",
    "climbed out",
    "came down from",
    "came out",
    "stepped down",
    "stepped off",
    "walked in",
    "walked out",
    "returned",
    "came home",
    "got home",
    "carried",
    "reached",
}
_PARTICLE = regex(r"\s+(down|out|up|in|off)\b")
_PUTS = frozenset({"put", "set", "let", "helped"})
_DOWN = regex(r"\b(?:down|ashore|off|out)\b")
"""Verbs of carrying whose particle stands behind whom they are done to."""
_OTHER_PLACE = regex(r"\b(?:to|into|onto|at|in|on)\s+(?:the|an?|his|her|their)\b", re.IGNORECASE)
"""Words by which an arrival names a place of its own."""


def with_scenes(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with arrivals at the place where others wait; parameters as :func:`with_destinations`."""
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]

    def within(clause: Clause) -> "Sequence[Toponym]":
        return named[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]

    dateline = _dateline(toponyms)
    lead = min([LEAD, *(one.clause.sentence for one in told)])
    added: list[Sighting] = []
    for index, clause in enumerate(clauses):
        event, verb = _coming_or_going(texts[1], clause)
        if verb is None or within(clause):
            continue
        if dateline is not None and event is Event.ARRIVE and clause.sentence < lead and _comes_down(verb, clause):
            added.append(stop_at(texts[0], dateline, event, clause, verb))
            continue
        scene = _scene(texts[0], clauses, index)
        if scene is None:
            continue
        at_hour = _HOUR.match(texts[0], scene.start) is not None and _is_dated(texts, scene)
        waits = event is Event.ARRIVE and _WAITS.search(texts[0], scene.start, scene.end) is not None
        tops = within(scene)
        alone = len(tops) == 1 and _AT.search(texts[1][scene.start : tops[0].mention.start]) is not None
        if alone and (at_hour or waits):
            added.append(stop_at(texts[0], tops[0], event, clause, verb))
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


LEAD = 3
"""Sentences at the head of a dispatch in which an arrival without a place is one at its dateline."""


def _dateline(toponyms: "Sequence[Toponym]") -> "Toponym | None":
    """The town of the dateline of a dispatch."""
    for top in toponyms:
        if top.mention.kind is MentionKind.DATELINE and top.place is not None and not top.place.is_area:
            return top
    return None


def _comes_down(verb: "Verb", clause: Clause) -> bool:
    """Whether somebody comes out of what brought them: "landed", "came down from his aircraft"."""
    return (
        clause.subject in MINE and not verb.perfect and verb.form.split()[0] not in {"reached", "carried", "returned"}
    )


_HOUR = regex(r"\W*it\s+was\b", re.IGNORECASE)
"""How an hour is told: "it was noon in X | when she landed"."""
_LEAVES = frozenset(
    {"left", "set off", "set out", "took off", "departed", "drove off", "set sail", "cast off", "pulled out"}
)


def _is_dated(texts: tuple[str, str], clause: Clause) -> bool:
    return texts[0][clause.start : clause.end] != texts[1][clause.start : clause.end]


def _coming_or_going(timeless: str, clause: Clause) -> "tuple[Event, Verb | None]":
    """The verb of a clause by which the traveller comes or goes without a place of its own."""
    mine = clause.subject in MINE or clause.object_is_traveller
    for verb in clause.verbs if mine else ():
        done = not (verb.doubtful or verb.infinitive)
        put = verb.form in _PUTS and _DOWN.search(timeless, verb.end, clause.end) is not None
        particle = _PARTICLE.match(timeless, verb.end, clause.end)
        comes = verb.form in _COMES or (particle is not None and f"{verb.form} {particle[1]}" in _COMES)
        if done and (put or comes) and _OTHER_PLACE.search(timeless, verb.end, clause.end) is None:
            return Event.ARRIVE, verb
        if done and verb.form in _LEAVES and not re.search(r"\w", timeless[verb.end : clause.end]):
            return Event.DEPART, verb
    return Event.AT, None


_WHEN = regex(r"\W*(?:when|as|until|before)\b", re.IGNORECASE)


def _scene(text: str, clauses: "Sequence[Clause]", index: int) -> Clause | None:
    """The clause about others that an arrival is told with: "reporters waited in X | when he came"."""
    clause = clauses[index]
    if _WHEN.match(text, clause.start) is None:
        return None
    opens = index == 0 or clauses[index - 1].sentence != clause.sentence
    other = index + 1 if opens else index - 1
    if not 0 <= other < len(clauses):
        return None
    scene = clauses[other]
    apart = scene.sentence == clause.sentence and scene.subject is not Subject.TRAVELLER
    return scene if apart and not any(verb.doubtful for verb in scene.verbs) else None
