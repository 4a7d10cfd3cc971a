"""Presence told by what went on where somebody came: "his mother, in X, had the pie ready when he rang the bell"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_COMES = regex(
    r"\b(?:he|she|they|I|we|[A-Z][\w\u2019'-]+)\s+(?:had\s+)?(?:\w+ly\s+|at\s+last\s+|finally\s+|eventually\s+|suddenly\s+|then\s+)*"
    r"(?:rang\s+(?:(?:at|on)\s+)?(?:the|his|her|their)\s+(?:\w+\s+)?(?:bell|door|doorbell)|knocked|hammered\s+on\s+the\s+door|"
    r"(?:walked|came|strolled|stumbled|staggered|limped|burst|hurried|drove|rode|cycled|rolled|marched|strode|wandered|slipped|tumbled|got|stepped|ran|rushed|"
    r"sailed|flew|waded|pedalled|trudged|crept)\s+(?:back\s+)?(?:in(?:side|doors)?|up|home|through\s+the\s+(?:door|gate|barrier|hall)|ashore|over\s+the\s+threshold|"
    r"down\s+the\s+(?:steps|street|lane|gangway|path|hill)|to\s+the\s+(?:door|gate|counter|desk|quay|bar))\b|"
    r"(?:stepped|got|climbed|jumped|scrambled|clambered)\s+(?:out|down|off)\b|arrived|turned\s+up|showed\s+up|drew\s+up|pulled\s+(?:up|in)|appeared|landed|"
    r"touched\s+down|disembarked|alighted|dismounted|entered(?!\s+into\s+(?:talks|negotiations))|opened\s+the\s+(?:door|gate)|pushed\s+open\s+the\s+\w+|let\s+"
    r"(?:himself|herself|themselves|myself)\s+in|sat\s+down|took\s+(?:his|her|their)\s+(?:seat|place)|put\s+(?:his|her|their)\s+(?:head|bag|case|suitcase)\s+"
    r"(?:in|on|round|down))\b"
)
"""How somebody comes to a door, a counter or a quay, without a word about where that is."""
_PLACE = regex(r"\b(?:in|at|to|into|from|near|outside|for|off)\s+(?:the\s+)?[A-Z]")
_WHEN = frozenset({"when", "as", "before", "until", "till"})
_IT_WAS = regex(r"\W*(?:(?:and|but)\s+)?(?:it|the\s+(?:time|hour|date))\s+(?:was|is)\b", re.IGNORECASE)
"""What tells the time of a place, and not what went on there."""
_NOT_THERE = frozenset({Motion.SPEECH, Motion.PLAN, Motion.STATIC})


def came_then_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb] | None":
    """Presence where something went on when the traveller came, with the clause and the verb that tell the coming.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause, after = clauses[index], clauses[index + 1] if index + 1 < len(clauses) else None
    if after is None or after.sentence != clause.sentence or after.opener not in _WHEN or clause.quoted:
        return None
    others = clause.subject is not Subject.TRAVELLER and clause.subject is not Subject.VEHICLE
    comes = after.subject is Subject.TRAVELLER and _COMES.search(text, after.start, after.end) is not None
    if not (others and comes and clause.verbs and after.verbs) or _IT_WAS.match(text, clause.start):
        return None
    undone = any(verb.doubtful or verb.infinitive or verb.passive for verb in after.verbs[:1])
    goes_on = all(not (verb.doubtful or verb.motion in _NOT_THERE) for verb in clause.verbs[:1])
    own = _PLACE.search(text, after.start, after.end) is not None
    if undone or own or not goes_on or not is_at(text, clause, top):
        return None
    return Event.AT, after, after.verbs[0]
