"""Presence told in the passive: "signed by him in X", "a ticket was sold to her at X", "handed to him in X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.grammar.verbs import is_participle
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun, vehicle_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

ASIDES = 2
"""Clauses between commas that may part a participle from what goes with it."""
_TITLE = r"(?:(?:Mr|Mrs|Miss|Ms|Dr|Captain|Sergeant|Lieutenant|Herr|Frau|Madame|Signora?|Se\u00f1ora?)\.?\s+)?"
_NAME = rf"{_TITLE}[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+){{0,3}}"
_HIM = r"(?:him|her|them|me|us)(?:self|selves)?\b"
_BY = regex(
    rf"\s*(?:(?:in|over|out|off|up|down|on|for)\s+)?(?:\w+ly\s+)?by\s+(?:(?i:{_HIM})|(?:(?:that|this|the)\s+(?:same|very)\s+)?{_NAME}|the\s+(?P<noun>[a-z-]+)\b)"
)
"""Who does what a participle tells, right after it."""
_TO = regex(
    rf"\s*(?:(?:out|over|back|up)\s+)?(?:to|on|upon|for)\s+(?:(?i:{_HIM})|{_NAME}|the\s+(?P<noun>[a-z-]+)\b|"
    r"(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?P<car>[A-Za-z-]+)\s+(?:belonging\s+to|owned\s+by|registered\s+(?:to|in)|hired\s+(?:by|to)|"
    r"rented\s+(?:by|to)|leased\s+(?:by|to)|driven\s+by|in\s+the\s+name\s+of|of))"
)
"""Whom something is handed to, right after the participle; or the vehicle of theirs for which it is."""
_PROPERTY = regex(
    r"\b(?:houses?|flats?|homes?|farms?|land|plots?|shops?|apartments?|villas?|firm|business|company|estate|cottage|bars?|caf[e\u00e9]s?|hotels?|"
    r"restaurants?|schools?|clinic|gallery|ranch|factory|mine|vineyard|brewery|bakery|studio|warehouse|office|award|prize|title|post|job|"
    r"contract|pension|scholarship|grant|licen[cs]e|patent|loan|degree|doctorate)\b",
    re.IGNORECASE,
)
"""What is somebody's wherever they are: "a flat in X was sold to her"."""
_OF_OWNER = regex(r"(?:belonging|owned|registered|hired|rented|leased|driven)\b")
_IDLE = frozenset({Motion.STATIC, Motion.PLAN, Motion.SPEECH, Motion.MODAL})
_EVENT_IN = regex(
    r"\W*(?:the|an?|that|this|another|one)\s+(?:[\w\u2019'-]+\s+){0,3}?(?P<noun>[\w-]+)\s+(?:in|at|of|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def agent_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence where the traveller did something that is told in the passive, or was handed something.

    Parameters
    ----------
    text, clauses
        The story and its clauses in order.
    index
        Of the clause in which the place stands.
    top
        The place.
    """
    clause = clauses[index]
    if clause.subject is Subject.TRAVELLER or not clause.object_is_traveller or clause.quoted:
        return None
    if (done := _agent_last(text, clause, top)) is not None:
        return Event.AT, done
    verb = _participle(text, clauses, index, top)
    if verb is None or verb.doubtful or verb.infinitive:
        return None
    start = verb.end if clause.start <= verb.start else clause.start + _led(text, clause)
    agent = _BY.match(text, start, clause.end)
    found = agent or _TO.match(text, start, clause.end)
    if found is None or not _is_somebody(found):
        return None
    if top.mention.end <= verb.start:
        told = agent is not None and _is_occasion(text, clause, top)
    else:
        there = not _is_afar(verb) if agent is not None else _is_handed(text, clause, verb)
        later = any(found.end() <= one.start < top.mention.start and not _is_aside(text, one) for one in clause.verbs)
        told = there and not later and is_at(text, clause, top)
    return (Event.AT, verb) if told else None


_BY_LAST = regex(
    rf"[^.;!?]{{0,60}}?\bby\s+(?:(?i:{_HIM})|(?:the\s+(?P<noun>[a-z-]+)\s+)?{_NAME}|the\s+(?P<alone>[a-z-]+)\b)"
)
"""Who does what a participle tells, behind the place: "were handed in at X on Monday by Anna Keller"."""


def _agent_last(text: str, clause: Clause, top: "Toponym") -> "Verb | None":
    """The participle of what the traveller, told last, did at the place."""
    last = clause.verbs[-1] if clause.verbs else None
    if last is None or not last.passive or last.end > top.mention.start or last.doubtful or last.infinitive:
        return None
    found = _BY_LAST.match(text, top.mention.end, clause.end)
    noun = None if found is None else found["noun"] or found["alone"]
    if found is None or (noun is not None and person_noun(noun) is None) or _is_afar(last):
        return None
    done = bool({Motion.STAY, Motion.OTHER} & set(last.motions)) and last.form not in journey_words("said_of")
    return last if done and is_at(text, clause, top) else None


def _is_handed(text: str, clause: Clause, verb: "Verb") -> bool:
    """Whether a verb tells that somebody took a thing, and no property, where they were."""
    handed = bool({verb.form, verb.form.split()[0]} & journey_words("handed"))
    return handed and _PROPERTY.search(text, clause.start, verb.start) is None


def _led(text: str, clause: Clause) -> int:
    """Characters of a clause before its first word."""
    piece = text[clause.start : clause.end]
    return len(piece) - len(piece.lstrip(" ,\u2014\u2013\n"))


def _is_aside(text: str, verb: "Verb") -> bool:
    """Whether a verb only tells whose a vehicle is: "a van belonging to her"."""
    return (
        re.match(r"(?:belonging|owned|registered|hired|rented|leased|driven)\b", text[verb.start : verb.end])
        is not None
    )


def _participle(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "Verb | None":
    """The participle that "by" or "to" goes with: in the clause, or before an aside between commas."""
    clause = clauses[index]
    for verb in clause.verbs:
        follows = _BY.match(text, verb.end, clause.end) or _TO.match(text, verb.end, clause.end)
        if follows and is_participle(verb.form) and (verb.end <= top.mention.start or verb.start >= top.mention.end):
            return verb
    if re.match(r"\s*,\s*(?:to|by|on)\s", text[clause.start : clause.start + 8]) is None:
        return None
    for earlier in reversed(clauses[max(0, index - 1 - ASIDES) : index]):
        last = earlier.verbs[-1] if earlier.verbs and earlier.sentence == clause.sentence else None
        if last is not None and last.passive and re.fullmatch(r"\s*(?:,[^;:]*)?", text[last.end : earlier.end]):
            return last
    return None


def _is_somebody(found: re.Match[str]) -> bool:
    """Whether a noun that stands for somebody is one for a person, and one for a vehicle is one."""
    groups = found.groupdict()
    noun, car = groups.get("noun"), groups.get("car")
    if car is not None:
        return car[0].isupper() or vehicle_noun(car)
    return noun is None or person_noun(noun) is not None


def _is_occasion(text: str, clause: Clause, top: "Toponym") -> bool:
    """Whether the place is that of what somebody can only have done there: "the race in X was won by her"."""
    found = _EVENT_IN.fullmatch(text, clause.start, top.mention.start)
    return found is not None and found["noun"].casefold() in journey_words("engagements")


def told_by_agent(text: str, clause: Clause) -> "Verb | None":
    """The participle by which the traveller did something, in a clause without a place: ", signed by him in person"."""
    if clause.subject is Subject.TRAVELLER or not clause.object_is_traveller or clause.quoted:
        return None
    for verb in clause.verbs:
        found = _BY.match(text, verb.end, clause.end) if is_participle(verb.form) else None
        if found is not None and _is_somebody(found) and not (verb.doubtful or verb.infinitive) and not _is_afar(verb):
            return verb
    return None


def _is_afar(verb: "Verb") -> bool:
    """Whether what an agent did can have been done elsewhere than where its object is."""
    motions = set(verb.motions)
    idle = bool(motions & {Motion.STATIC, Motion.PLAN, Motion.SPEECH, Motion.MODAL}) and not motions & {
        Motion.STAY,
        Motion.SEEN,
    }
    return idle or verb.form in journey_words("from_afar") or verb.form in journey_words("acquires")
