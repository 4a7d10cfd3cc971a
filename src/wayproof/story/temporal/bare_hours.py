"""Bare numbers that are hours: "at 9 on Sunday", "left Lyon at 9"."""

import re

from wayproof.story.vocabulary.regexes import regex

_GOING = regex(
    r"(?:[A-Z\u00c0-\u017d][\w\u2019'-]+|\b(?:left|leaving|depart(?:ed|ing)|arriv(?:ed|ing)|landed|started|set\s+(?:off|out)|"
    r"t(?:ook|aking)\s+off|there|home|back|ashore|away|door|house))\s+\Z"
)
"""What stands before a bare number that is an hour: who was where, "left Lyon at 9"."""
_HOUR_ENDS = regex(r"\s*(?:[.,;)\u2014\u2013]|\Z|(?:and|but|for|with)\b)")
_HOUR_OF_DAY = regex(
    r"\s+(?:(?:on|in)\s+the\s+(?:morning|evening|afternoon|night|same|next|following)\b|(?:on\s+)?(?:\w+day\b|\d{1,2}\s+[A-Z][a-z]+"
    r"|[A-Z][a-z]+\s+\d{1,2}\b|the\s+\d{1,2}(?:st|nd|rd|th)\b)|at\s+night\b|(?:that|this|the\s+(?:next|same|following))\s+"
    r"(?:morning|evening|afternoon|night|day)\b|sharp\b|local\b|yesterday\b|(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\s+\w"
    r"|in\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)[A-Z])"
)
_AFTER_DAY = regex(r"\b(?:\w+day|\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2})\s+\Z")
_WON_BY = regex(r"\b(?:w[io]n|won|lost|beaten|beat|victory|defeat|ahead|down|up|clear)\s+\Z", re.IGNORECASE)
LOOK_BACK = 24
"""Characters before a bare number in which stands who was where."""


def is_hour(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number is an hour: "at 9 on Sunday", "at 8 in Lyon", "left Lyon at 9"; never an age or a house."""
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if _WON_BY.search(before):
        return False
    if _HOUR_OF_DAY.match(text, match.end()) or _AFTER_DAY.search(before):
        return True
    return _HOUR_ENDS.match(text, match.end()) is not None and _GOING.search(before) is not None
