"""Vehicles beside the one that the story is about: "a sister ship", "a search plane"."""

import re

from wayproof.story.vocabulary.regexes import regex

UNCOUNTED = frozenset({"aircraft", "craft", "shipping", "traffic"})
"""Nouns for several vehicles that have no form of their own for them."""
_BESIDE = regex(
    r"\b(?:sister|twin|rival|competing|escort(?:ing)?|chase|chasing|pursui(?:ng|t)|following|accompanying|enemy|hostile|search|searching|spotter|press|"
    r"passing|patrol|reconnaissance|air-sea\s+rescue|decoy|oncoming|approaching)[\s-](?:[\w-]+[\s-])?(?:ships?|vessels?|aircraft|planes?|jets?|boats?|"
    r"cars?|craft|vehicles?|liners?|yachts?|balloons?|helicopters?|fighters?|trawlers?|lorr(?:y|ies)|trucks?|vans?|trains?|bus(?:es)?|tankers?)\b",
    re.IGNORECASE,
)
_TAKES_UP = regex(
    r"(?:\s+(?!and\b|but\b)[\w-]+){1,4}?\s+(?:him|her|them|us|me)\b(?!\s+(?:go|pass|leave|come|for|through)\b)"
)
"""What follows a vehicle that somebody is told to have gone on in: "A patrol vessel landed him in X"."""


def is_beside(text: str, start: int, end: int) -> bool:
    """Whether the words between two offsets are for such a vehicle, and nobody of the story is taken up by it."""
    return _BESIDE.search(text, start, end) is not None and _TAKES_UP.match(text, end) is None
