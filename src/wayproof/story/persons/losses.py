"""Whether something was taken from somebody, so that "the thief" is another."""

import re

from wayproof.story.vocabulary.regexes import regex

_LOST = regex(
    r"\b(?:has|have|had|got|gets|recovered|regained)\s+(?:his|her|their)\s+[\w-]+\s+(?:back|again)\b|\b(?:recovered|missing|lost|robbed|"
    r"victims?|(?:his|her|their)\s+(?:stolen|missing)\s|(?:was|were|had\s+been)\s+(?:stolen|taken|robbed|burgled|attacked)|"
    r"stolen\s+from|belong(?:s|ed|ing)\s+to|owned\s+by|(?:its|the)\s+owner)\b",
    re.IGNORECASE,
)
"""What tells that something was taken from somebody."""
_BLAMED = regex(
    r"\b(?:charged|accused|convicted|sentenced|pleaded|confessed|suspected|arrested|jailed|wanted|stole|admitted|guilty)\b",
    re.IGNORECASE,
)
LOSS_CHARACTERS = 120
"""Characters before somebody is introduced in which their loss can be told of: the headline."""


def has_lost(text: str, introduced: int, end: int) -> bool:
    """Whether the text up to an offset tells of a loss of whom it introduces at another, and of no charge."""
    if _BLAMED.search(text, introduced, end):
        return False
    return _LOST.search(text, max(0, introduced - LOSS_CHARACTERS), end) is not None
