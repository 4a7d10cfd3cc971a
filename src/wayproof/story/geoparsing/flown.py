"""Towns that somebody flies to or from: no airline serves a village, so that a famous namesake is meant.

"She flew on a scheduled service out of Lisbon" is about Portugal's capital, though all other names of the text lie in
the United States and a village there is called so too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wayproof.story.text.letters import ignoring_case

if TYPE_CHECKING:
    from wayproof.story.geoparsing.mentions import Mention

_LEAD = 110
_ROUTE = r"(?:from|out\s+of|to|into|for|via|at|between|left|leaving|over)"
_FLOWN = re.compile(
    r"\b(?:fl(?:ew|y|ies|ying|own)|flights?|airlin(?:er|ers|e|es)|jet(?:s|liner|liners)?|(?:aero)?planes?|jumbo|"
    r"boarding\s+pass(?:es)?|touch(?:ed|es|ing)?\s+down|took\s+off|take(?:s|n)?\s+off|taking\s+off|airports?)\b"
    # no other way of going, no other sentence and no third name between
    r"(?:(?!\b(?:and|but|then|drove|driv\w+|rode|ridden|train|bus|coach|car|taxi|road|walked|ferry|boat|helicopter|cessna|piper|biplane|glider|light|small|crop)\b)[^.!?;:\n]){0,90}?"
    rf"\b{_ROUTE}\s+\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:[-\u2013](?!area)[A-Z][\w-]+)?\s+(?:flights?|jets?|plane|(?:international\s+)?airport)\b|\s+by\s+(?:air|plane)\b|"
    r"\s+(?:on|aboard|in)\s+(?:a|the|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:flights?|plane|aircraft|airliner|jet|boeing|airbus)\b",
    re.IGNORECASE,
)
_LAST_WORDS = ("from", "of", "to", "for", "via", "at", "between", "left", "leaving", "over")
_FLIES = ("fl", "plane", "jet", "jumbo", "air", "boarding", "down", "off")


_FRONTED = re.compile(
    r"(?:,\s*)?\s+(?:(?!and\b)[\w'\u2019.-]+\s+){1,4}?(?:fl(?:ew|ies|own)|took\s+a\s+(?:flight|plane))\b", re.IGNORECASE
)
"""What follows a start that opens its sentence: "From Warsaw she flew to Indianapolis"."""


def is_flown(text: str, mention: Mention) -> bool:
    """Whether a text tells of a flight to or from a place that it names."""
    if _BEHIND.match(text, mention.end):
        return True
    if text[max(0, mention.start - 5) : mention.start] == "From " and _FRONTED.match(text, mention.end):
        return True
    lead = text[max(0, mention.start - _LEAD) : mention.start]
    if not ignoring_case(lead.rstrip()).endswith(_LAST_WORDS):  # "into" ends in "to"
        return False
    return any(word in lead for word in _FLIES) and _FLOWN.search(lead) is not None
