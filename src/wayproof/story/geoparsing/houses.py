"""Houses that are called after places: the Hotel Vienna stands anywhere, a hotel in Vienna does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wayproof.story.text.tokens import JOINED, SPACE
from wayproof.story.vocabulary.lexicon import rule_lists
from wayproof.world.places import CITY, COUNTRY

if TYPE_CHECKING:
    from wayproof.story.geoparsing.names import Names
    from wayproof.story.text.tokens import Tokens

LONGEST_LINK: Final = 2
"""Small words between the noun and the place: "Café de la Paix"."""


def is_house(tokens: Tokens, first: int) -> bool:
    """Whether the name that begins at token `first` ends that of a house: "the Hôtel de Paris"."""
    lists = rule_lists()
    index, links = first - 1, 0
    while index >= 0 and links < LONGEST_LINK and tokens.folded[index] in lists["house_links"]:
        if tokens.gaps[index] > JOINED:
            return False
        index, links = index - 1, links + 1
    if index < 0 or tokens.gaps[index] is not SPACE or tokens.folded[index] not in lists["houses"]:
        return False
    # "the hotel Vienna", but "the bank of the Danube", "cafes of Paris"
    return links == 0 or (tokens.capital[index] and not tokens.opens[index])


_ARTICLES: Final = frozenset({"the", "a", "an", "his", "her", "their", "its", "my", "our"})
_IN: Final = frozenset({"in", "at", "near", "outside", "of"})
_POINTING: Final = frozenset({"there", "here"})
_PARTS_OF_TOWN: Final = frozenset(
    {"the", "central", "downtown", "old", "north", "south", "east", "west", "upper", "lower"}
)


def gives_house_its_name(tokens: Tokens, names: Names, first: int, stop: int) -> bool:
    """Whether tokens `first` to `stop` name a house whose town is told: "the Bristol hotel in Warsaw"."""
    lists = rule_lists()
    count, folded = len(tokens), tokens.folded
    if first == 0 or folded[first - 1] not in _ARTICLES or tokens.gaps[first - 1] is not SPACE:
        return False
    index = stop
    while index < count and folded[index] in lists["house_heads"] and index < stop + LONGEST_LINK:
        index += 1
    if index >= count or folded[index] not in lists["named_houses"] or tokens.capital[index]:
        return False
    spaced = all(gap is SPACE for gap in tokens.gaps[stop - 1 : index])
    index += 1
    if not spaced or index >= count or tokens.gaps[index - 1] is not SPACE:
        return False
    if folded[index] in _POINTING:
        return True
    if folded[index] not in _IN:
        return False
    index += 1
    while index < count and folded[index] in _PARTS_OF_TOWN and not tokens.capital[index]:
        index += 1
    return index < count and tokens.capital[index] and _is_town(names, folded[index])


def _is_town(names: Names, word: str) -> bool:
    """Whether a word begins the name of a town, or of what is in no gazetteer, rather than that of a country."""
    kinds = [entry.place.kind for entry in names.entries(word)]
    return not kinds or (kinds[0] is not COUNTRY and CITY in kinds)
