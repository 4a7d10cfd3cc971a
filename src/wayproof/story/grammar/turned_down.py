"""Journeys that stop short: somebody who "was refused a seat in X", or "tried to leave from X"."""

from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Subject
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb

_TURNS_DOWN = frozenset({"refused", "denied"})
_REFUSED = regex(
    r"\s+(?:an?|the|his|her|their|any)?\s*(?:[\w-]+\s+)?(?:seats?|entry|entrance|exit|admission|admittance|boarding|passage|rooms?|beds?|drinks?|service|tables?|"
    r"berths?|tickets?|access|landing|permission\s+to\s+(?:land|enter|board|cross|leave|dock|proceed)|transit|crossing|water|petrol|fuel|leave\s+to\s+enter)"
    r"\s+(?:(?:at|in|on|near|by)\b|,|twice\b|again\b)"
)
"""What somebody is refused to their face: "was refused entry at X"."""


_TRYING = regex(
    r"\b(?:tried|tries|attempted|waited|queued|failed|hoped)\s+(?:in\s+vain\s+|again\s+)?to\s+(?:\w+ly\s+)?$"
)


def tried_to_leave(text: str, clause: "Clause", verb: "Verb", relation: str) -> bool:
    """Whether somebody meant to go from where they then were: "tried to leave from X and was refused"."""
    goes = bool({Motion.LEAVE, Motion.START} & set(verb.motions)) and relation in {"from", "at"}
    mine = clause.subject is Subject.TRAVELLER and verb.infinitive
    return goes and mine and _TRYING.search(text, clause.start, verb.start) is not None


def is_turned_down(text: str, verb: "Verb") -> bool:
    """Whether somebody is told to have been refused what can only be asked for on the spot."""
    return verb.passive and verb.form in _TURNS_DOWN and _REFUSED.match(text, verb.end) is not None
