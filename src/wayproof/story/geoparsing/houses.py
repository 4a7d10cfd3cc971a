"""Houses that are called after places: the Hotel Vienna stands anywhere, a hotel in Vienna does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wayproof.story.text.tokens import Gap
from wayproof.story.vocabulary.lexicon import rule_lists

if TYPE_CHECKING:
    from wayproof.story.text.tokens import Tokens

LONGEST_LINK: Final = 2
"""Small words between the noun and the place: "Café de la Paix"."""


def is_house(tokens: Tokens, first: int) -> bool:
    """Whether the name that begins at token `first` ends that of a house: "the Hôtel de Paris"."""
    lists = rule_lists()
    index, links = first - 1, 0
    while index >= 0 and links < LONGEST_LINK and tokens.folded[index] in lists["house_links"]:
        if tokens.gaps[index] not in {Gap.SPACE, Gap.JOINED}:
            return False
        index, links = index - 1, links + 1
    if index < 0 or tokens.gaps[index] is not Gap.SPACE or tokens.folded[index] not in lists["houses"]:
        return False
    # "the hotel Vienna", but "the bank of the Danube", "cafes of Paris"
    return links == 0 or (tokens.capital[index] and not tokens.opens[index])
