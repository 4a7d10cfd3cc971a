"""Older journeys told in passing, whose means are not those of the one in hand: "who fled last year in a MiG"."""

import re

from wayproof.story.vocabulary.regexes import regex

_OLDER = regex(
    r"\b(?:who|which|having|he|she|they)\s+(?:had\s+)?(?:\w+\s+){0,3}?(?:last\s+(?:year|month|summer|winter|spring|autumn)|(?:\w+\s+)?(?:years|months)\s+(?:ago|before|earlier)|"
    r"in\s+(?:1[89]|20)\d\d|once|previously|earlier)\b[^.;,\n]{0,60}",
    re.IGNORECASE,
)


def without_older_ways(text: str) -> str:
    """The text without what it tells of an older journey."""
    return _OLDER.sub(" ", text)
