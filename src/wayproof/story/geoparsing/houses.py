"""Houses and ships called after places: the Hotel Vienna stands anywhere, a hotel in Vienna does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from wayproof.story.text.tokens import COMMA, JOINED, POINT, SPACE
from wayproof.story.vocabulary.lexicon import rule_lists
from wayproof.world.places import ADMIN1, ADMIN2, AIRPORT, CITY, COUNTRY, PORT, STATION

if TYPE_CHECKING:
    from wayproof.story.geoparsing.matches import Match
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


_BEFORE: Final = 2
_SHIPS: Final = frozenset({"ship", "boat", "vessel"})
_LONGEST_PREFIX: Final = 5  # letters of HMNZS; longer words for a ship are written small


@cache
def words_before_ships() -> frozenset[str]:
    """The small words one of which stands before a ship's name where no capital does."""
    return rule_lists()["ships"] | _SHIPS | {"of"}


def is_ship(tokens: Tokens, first: int) -> bool:
    """Whether the name from token `first` is that of a ship: "HMS Lancaster", "the liner City of Oslo"."""
    lists = rule_lists()
    last = first - 1
    if last > 1 and tokens.folded[last] == "of" and tokens.capital[last - 1]:
        last -= _BEFORE
    for index in (last, last - 1):
        if index < 0 or tokens.gaps[index] is not SPACE:
            return False
        if tokens.folded[index] in lists["ships"]:
            return len(tokens.folded[index]) > _LONGEST_PREFIX or tokens.words[index].isupper()
        if tokens.folded[index] in _SHIPS:
            return index > 0 and tokens.folded[index - 1] in lists["ship_kinds"]
        if not tokens.capital[index]:
            return False
    return False


_LINKS: Final = frozenset(
    {
        "in",
        "at",
        "on",
        "of",
        "to",
        "from",
        "for",
        "with",
        "by",
        "and",
        "or",
        "but",
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
    }
    | {
        "when",
        "where",
        "while",
        "who",
        "which",
        "that",
        "until",
        "before",
        "after",
        "as",
        "then",
        "into",
        "off",
        "under",
    }
)
"""Words before which a phrase has ended."""
_OVER: Final = frozenset(
    {"across", "over", "through", "along", "down", "up", "crossed", "crossing", "crosses", "cross", "forded", "swam"}
    | {"between", "beyond", "towards", "into", "below", "above", "descended", "ascended", "navigated", "and"}
)
"""Words before the article of a river, a pass or a plain that no gazetteer has."""
_OF_TOWNS: Final = frozenset({CITY, ADMIN1, ADMIN2, AIRPORT, STATION, PORT})


def is_called_after_town(tokens: Tokens, names: Names, match: Match) -> bool:
    """Whether an article makes a town's name that of a ship or a house: "the gangway of the Lübeck".

    Names of lands, rivers and passes have articles, those of towns none; before a noun it is the noun's: "the Lille
    train".
    """
    first, stop = match.first, match.stop
    if first < _BEFORE or stop > first + 1 or tokens.folded[first - 1] != "the" or tokens.gaps[first - 1] is not SPACE:
        return False
    if (tokens.capital[first - 1] and not tokens.opens[first - 1]) or tokens.folded[first - _BEFORE] in _OVER:
        return False
    kinds = {entry.place.kind for entry in match.entries if entry.match == "name"}
    if match.entries[0].place.kind is not CITY or not kinds <= _OF_TOWNS or names.known(f"the {match.name}"):
        return False
    return _ends_phrase(tokens, stop, house=tokens.folded[first - _BEFORE] in {"at", "aboard"})


def _ends_phrase(tokens: Tokens, stop: int, *, house: bool) -> bool:
    """Whether no noun follows before token `stop`; behind a `house` a place may be told."""
    if stop >= len(tokens):
        return True
    gap, word, capital = tokens.gaps[stop - 1], tokens.folded[stop], tokens.capital[stop]
    if gap is not SPACE:
        return gap is POINT or (gap is COMMA and not capital)
    if word in {"and", "or"}:  # "the Gainesville and Lindsay communities"
        return not tokens.capital[stop + 1]
    return word in _LINKS and (house or word not in {"in", "of"})  # "the Athens in question", "the Athens in Georgia"


_SAINTS: Final = frozenset({"st", "saint", "ste"})


def is_church(tokens: Tokens, match: Match) -> bool:
    """Whether a saint's name with an ending, no noun after it, is that of a church: "the aisle of St Anne's"."""
    stop = match.stop
    if tokens.folded[match.first] not in _SAINTS or tokens.folded[stop] != "s":
        return False
    after = stop + 1
    ends = after >= len(tokens) or tokens.gaps[stop] is not SPACE
    return ends or tokens.folded[after] in _LINKS


def _is_town(names: Names, word: str) -> bool:
    """Whether a word begins the name of a town, or of what is in no gazetteer, rather than that of a country."""
    kinds = [entry.place.kind for entry in names.entries(word)]
    return not kinds or (kinds[0] is not COUNTRY and CITY in kinds)


_TERMINI: Final = frozenset(
    {"central", "junction", "terminus", "cantonment", "centraal", "sentral", "hauptbahnhof", "hbf"}
)
_BESIDE_TERMINI: Final = frozenset(
    {"left", "leaves", "leaving", "from", "at", "to", "into", "reached", "reaching", "via", "for", "through", "in"}
)


def is_terminus(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the word behind a name makes it a station of it: "left Leipzig Central", not "Leipzig Central Bank"."""
    if tokens.folded[after] not in _TERMINI or not first or tokens.folded[first - 1] not in _BESIDE_TERMINI:
        return False
    return after + 1 >= len(tokens) or not (tokens.capital[after + 1] and tokens.gaps[after] is SPACE)
