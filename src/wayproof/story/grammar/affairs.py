"""What a verb is done to where its doer need not be: an affair of others, one that was called off, a house bought."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_AFFAIR = regex(r"\b(?P<noun>[\w-]+)\s+(?:in|at|to|from|on)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_affair(between: str) -> bool:
    """Whether what stands before a place is something that one attends there: "missed a wedding in X", not a train."""
    found = _AFFAIR.search(between)
    return found is not None and found["noun"].casefold() in journey_words("engagements")


_NAMED_AFFAIR = regex(
    r"\b(?:of|about|over|after|before|by)\s+(?:the\s+|an?\s+)?(?:[A-Z][\w-]*\s+)*(?:[A-Z][\w-]*['\u2019]s\s+(?:[\w-]+\s+)?"
    r"(?P<noun>[a-z-]+)|(?P<of>[a-z-]+)\s+of(?:\s+[A-Z][\w\u2019'-]+){1,4})\s+(?:in|at|near)\s+(?:the\s+)?$"
)


def _affairs() -> frozenset[str]:
    return journey_words("engagements") | journey_words("journeys")


_PULLS_OUT = frozenset({"withdrew", "withdraws", "pulled out", "pulls out"})
_FROM_AFFAIR = regex(
    r"\s+(?:from|of)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,3}"
    r"(?!(?:depot|yard|garage|station|drive|driveway|park|lot|forecourt|port|harbour|harbor|dock|docks|quay|base|camp|sidings?|"
    r"terminal|terminus|farm|hotel|motel|barracks|works|plant|quarry|warehouse|court|compound|street|lane|lay-by)\s)[\w-]+\s+(?:in|at|of)\s",
    re.IGNORECASE,
)
"""What is left without going from its place: "withdrew from a concert in X"."""
PROPERTY = regex(
    r"\b(?:houses?|flats?|homes?|farms?|jobs?|posts?|roles?|contracts?|plots?|land|shops?|apartments?|villas?|firm|business|"
    r"shares?|stake|work|company|pension|title|ranch|estate|property|cottage|bars?|caf[e\u00e9]s?|hotels?|restaurants?|schools?|"
    r"clinics?|gallery|garages?|agency|charity|brewery|vineyards?|chain|branch(?:es)?|offices?|warehouses?|factory|mines?|bakery|"
    r"pubs?|bookshops?|studio|workshop|stor(?:y|ies)|memoirs|rights|tale|patent|licen[cs]e|invention)\s+(?:in|at|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What lies where it is, wherever it is given: "sold him a house in X"."""
_TAKES_ON = frozenset(
    {"accepted", "accepts", "accepting", "declined", "declines", "rejected", "rejects", "buying", "selling"}
    | {"managing", "acquiring", "founded", "inheriting", "edited", "edits", "editing", "chaired", "chairs", "chairing"}
)
"""What is done to a post or a firm from anywhere: "accepted a job in X"."""
_WINS = frozenset({"won", "wins", "winning", "lost", "loses"})
_GOES_OUT = regex(r"\s+(?:out|from|into|to|off|past|through|round|away|down|up|over|across|back)\b")
"""What makes "ran" one of going: "ran out of her house in X", not "ran a shop in X"."""
_AT_HOUSE = regex(
    r"\s(?:at|from|inside|outside|near|opposite)\s+(?:an?|the|his|her|their|one)\s+(?:[\w\u2019'-]+\s+){1,4}(?:in|at|near|outside|of|on)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""A house in which something else is done: "bought a coat at a shop in X"."""


def lies_elsewhere(verb: "Verb", between: str) -> bool:
    """Whether what the verb is done to is at the place, and not who does it, by the words between verb and place."""
    if verb.form in journey_words("calls_off") and _is_affair(between):
        return True  # "cancelled her concert in X"
    named = _NAMED_AFFAIR.search(between)
    if named is not None and (named["noun"] or named["of"]) in _affairs():
        return True  # "learned of the arrest of a friend in X"
    if verb.form in _PULLS_OUT and _FROM_AFFAIR.match(between):
        return True
    if verb.form == "sold" and verb.current:
        return True  # "has sold his story in X": that is how things stand
    found = PROPERTY.search(between) if verb.form in journey_words("acquires") | _TAKES_ON else None
    kept = found is not None and not (verb.form in _WINS and re.match(r"titles?\b", found.group()))
    return kept and not (_GOES_OUT.match(between) or _AT_HOUSE.search(between))
