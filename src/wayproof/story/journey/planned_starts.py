"""Departures whose place is told with the plan: "The flight should have left Auckland at noon; it took off at one"."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.destinations import stop_at
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb
    from wayproof.story.journey.sightings import Sighting

SENTENCES = 3
"""Sentences after the plan within which a departure without a place is the one that was planned."""
_GOES = frozenset({Motion.LEAVE, Motion.START})
_FROM = regex(r"\s+(?P<off>from|out\s+of|off)?\s*(?:the\s+)?(?:\w+\s+)?\Z")
_ALONE = regex(
    r"\s*(?:[,.;:)]|\Z|(?:at|on|in|by|after|before|only|not|late|early|punctually|with|without|into|half|an?|some|\d|\w+\s+(?:hours?|minutes?|days?)|"
    r"just|shortly|soon|again|that|the\s+(?:next|same|following)|instead)\b(?!\s+(?:to|for)\s+[A-Z]))",
    re.IGNORECASE,
)
"""What may follow a departure that names neither its place nor its goal."""


def with_planned_starts(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> "tuple[Sighting, ...]":
    """The sightings with departures from where they were planned; parameters as :func:`with_destinations`."""
    text, timeless = texts
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]
    seen = {one.clause.start for one in told}
    left = {one.toponym.place.id for one in told if one.event is Event.DEPART and one.toponym.place is not None}
    plan: tuple[Toponym, Clause] | None = None
    added: list[Sighting] = []
    for index, clause in enumerate(clauses):
        tops = named[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
        if tops and clause.start not in seen and (bet := _wagered(timeless, clauses, index, tops)) is not None:
            plan = bet, clause
            continue
        if clause.subject not in MINE or clause.quoted:
            continue
        if clause.start in seen:
            plan = None
        elif tops and (planned := _planned(timeless, clause, tops)) is not None:
            plan = planned, clause
        elif plan is not None and not tops and clause.sentence - plan[1].sentence <= SENTENCES:
            verb = _gone(timeless, clause)
            if verb is not None and plan[0].place is not None and plan[0].place.id not in left:
                added.append(stop_at(text, plan[0], Event.DEPART, clause, verb))
                plan = None
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _planned(timeless: str, clause: Clause, tops: "Sequence[Toponym]") -> "Toponym | None":
    """The place that somebody was to leave: "was due to leave X", "should have sailed from X"."""
    for verb in clause.verbs:
        top = next((one for one in tops if one.mention.start >= verb.end), None)
        found = None if top is None else _FROM.match(timeless[verb.end : top.mention.start])
        if found is None or not (verb.doubtful or verb.infinitive):
            continue
        if not _GOES.isdisjoint(verb.motions) or (Motion.MOVE in verb.motions and found["off"]):
            return top
    return None


def _wagered(timeless: str, clauses: "Sequence[Clause]", index: int, tops: "Sequence[Toponym]") -> "Toponym | None":
    """The place from which the traveller bet that a way could be made."""
    clause, before = clauses[index], clauses[index - 1] if index else None
    said = clause.opener == "that" and before is not None and before.sentence == clause.sentence
    teller = before if said and before is not None else clause
    if teller.subject not in MINE or clause.quoted:
        return None
    return next((one for one in tops if _COULD_LEAVE.search(timeless, teller.start, one.mention.start)), None)


_COULD_LEAVE = regex(
    r"\b(?:held|bet|wagered|boasted|claimed|maintained|insisted)\s+(?:\w+\s+)?that\s+(?:an?|any|he|she|they)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:could|can|might|would)\s+(?:(?:leave|quit)\s+|(?:set\s+(?:out|off)|start|ride|drive|walk|cycle|run|get|go|fly|sail)\s+from\s+)(?:the\s+)?"
    r"(?:(?:[\w\u2019'-]+\s+){1,4}?(?:in|at|of)\s+)?\Z",
    re.IGNORECASE,
)
"""A wager about a way, up to where it begins: "held that a man could leave the square in X"."""


def _gone(timeless: str, clause: Clause) -> "Verb | None":
    """The verb by which a clause without a place tells a departure."""
    for verb in clause.verbs:
        done = not (verb.doubtful or verb.infinitive or verb.perfect or verb.passive)
        if done and not _GOES.isdisjoint(verb.motions) and _ALONE.match(timeless, verb.end, clause.end):
            return verb
    return None
