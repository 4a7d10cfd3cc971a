"""Whose "her" is where it may be a ship's: "the coaster Lady Anna and her master, Jan Moll"."""

import re

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import vehicle_noun
from wayproof.story.vocabulary.regexes import regex

_SHIP_AND = regex(
    r"\b(?P<noun>[a-z-]+)(?:\s+(?:[A-Z][\w\u2019'-]*|of|the|du|de|la|le)){0,4},?\s+(?:and|with|under|by|,)\s+(?:of\s+)?"
    r"her\s+(?:[\w-]+\s+){0,2}?[\w-]+,?\s+(?:[A-Z][a-z]*\.?\s+){0,2}\Z"
)
"""A noun, and the name that it may bear, before "and her master, Captain"."""
SHIP_CHARACTERS = 120


def is_of_ship(text: str, at: int) -> bool:
    """Whether it is a ship whose master is named at an offset."""
    found = _SHIP_AND.search(text, max(0, at - SHIP_CHARACTERS), at)
    return found is not None and vehicle_noun(found["noun"])


def tells_vessel(mask: str, at: int) -> bool:
    """Whether a vessel is told of shortly before an offset of a masked text."""
    words = re.findall(r"[a-z][a-z-]+", mask[max(0, at - 2 * SHIP_CHARACTERS) : at])
    return not journey_words("vessels").isdisjoint(words)
