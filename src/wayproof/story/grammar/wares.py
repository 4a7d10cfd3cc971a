"""Breeds, food and goods that are called after a place: "a Hereford bull" is bred anywhere."""

import re

from wayproof.story.vocabulary.journey_words import journey_words

_DETERMINED = re.compile(
    r"\b(?:an?|the|his|her|their|its|my|our|some|this|that|two|three|\w+['\u2019]s)\s+(?:[a-z-]+\s+){0,2}\Z"
)
_HEAD = re.compile(
    r"\s+([a-z]+)(?:\s+(?:merchants?|dealers?|breeders?|importers?|makers?|growers?|traders?|sellers?))?(?=\s*(?:[.,;:!?)\u201d\"\u2014\u2013]|\Z)|\s+(?:and|or|but|that|which|who|was|were|is|had|has|in|on|at|of|to|from|"
    r"with|for|by|near|under|over|behind|beside|into|through|after|before|when|while|as)\b)"
)
LEAD = 40
"""Characters before a name in which its article stands."""


def names_ware(text: str, start: int, end: int) -> bool:
    """Whether the name at ``text[start:end]`` only says what sort of thing its noun is: "beside a Hereford bull"."""
    head = _HEAD.match(text, end)
    if head is None or head[1] not in journey_words("wares"):
        return False
    return _DETERMINED.search(text[max(0, start - LEAD) : start]) is not None
