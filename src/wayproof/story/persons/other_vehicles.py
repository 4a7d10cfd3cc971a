"""Vehicles beside the one that the story is about: "a sister ship", "a search plane"."""

import re

UNCOUNTED = frozenset({"aircraft", "craft", "shipping", "traffic"})
"""Nouns for several vehicles that have no form of their own for them."""
_SISTER = re.compile(
    r"\b(?:sister|twin|rival|competing|escort(?:ing)?|chase|chasing|pursuing|following|accompanying|enemy|hostile|search|searching|spotter|press|passing)[\s-]"
    r"(?:[\w-]+[\s-])?(?:ships?|vessels?|aircraft|planes?|jets?|boats?|cars?|craft|vehicles?|liners?|yachts?|balloons?|helicopters?|fighters?)\b",
    re.IGNORECASE,
)
"""Vehicles beside the one that the story is about."""


def is_beside(text: str, start: int, end: int) -> bool:
    """Whether the words between two offsets are for such a vehicle."""
    return _SISTER.search(text, start, end) is not None
