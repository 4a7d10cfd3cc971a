"""Airports told by the three letters of tickets: "was put on the flight from LHR", "TBS to IST"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.story.text.tokens import COMMA, JOINED, SPACE
from wayproof.story.vocabulary.lexicon import rule_words
from wayproof.world.places import AIRPORT, CITY

if TYPE_CHECKING:
    from wayproof.story.geoparsing.names import Names
    from wayproof.story.text.tokens import Tokens
    from wayproof.world.gazetteer import Entry

_LETTERS = 3
_LEADS = frozenset({"for", "via", "by", "of", "and", "or"})
_BETWEEN = frozenset({"to", "and", "then", "via", "or"})
_LEAST = 2
_NEAR = 30


def find_airport_codes(tokens: Tokens, names: Names) -> frozenset[int]:
    """Indexes of the words that are codes of airports, where the text tells of flights or has several of them.

    Parameters
    ----------
    tokens
        The words of a text.
    names
        The gazetteer.
    """
    words = tokens.words
    letters = [index for index in tokens.capitals if len(words[index]) == _LETTERS and words[index].isupper()]
    known = [index for index in letters if _is_code(tokens, names, index)]
    if not known:
        return frozenset()
    paired = {index for index in known if _beside_code(tokens, index, set(known))}
    led = {index for index in known if _is_led(tokens, index)}
    found = paired | {index for index in led if paired or _by_air(tokens, index)}
    several = len({tokens.folded[index] for index in found}) >= _LEAST
    return frozenset(index for index in found if several or _by_air(tokens, index))


def _by_air(tokens: Tokens, index: int) -> bool:
    """Whether the words around a word tell of flights."""
    return not rule_words("by_air").isdisjoint(tokens.folded[max(0, index - _NEAR) : index + _NEAR])


def airport_entries(names: Names, word: str) -> tuple[Entry, ...]:
    """The airport and the town that a code stands for, the airport first."""
    coded = [entry for entry in names.entries(word) if entry.match == "code" and entry.place.kind in {AIRPORT, CITY}]
    return tuple(sorted(coded, key=lambda entry: entry.place.kind is not AIRPORT))


def _is_code(tokens: Tokens, names: Names, index: int) -> bool:
    """Whether three capitals are the code of an airport and no other word."""
    word = tokens.words[index]
    if not word.isalpha() or word.lower() in rule_words("acronyms"):
        return False
    if tokens.gaps[index] is SPACE and tokens.capital[index + 1]:
        return False  # "RAF Northolt"
    entries = airport_entries(names, tokens.folded[index])
    return bool(entries) and entries[0].place.kind is AIRPORT


def _is_led(tokens: Tokens, index: int) -> bool:
    """Whether a preposition of place stands before."""
    if not index or tokens.gaps[index - 1] is not SPACE:
        return False
    before = tokens.folded[index - 1]
    return before in rule_words("locatives") or before in _LEADS


def _beside_code(tokens: Tokens, index: int, known: set[int]) -> bool:
    """Whether another code stands beside it: "TBS to IST", "LHR-ADD", "LHR, ADD and LLW"."""
    gaps = tokens.gaps
    for low, high in ((index - 1, index), (index, index + 1)):
        if low in known and high in known and gaps[low] in {COMMA, JOINED}:
            return True
    for low, middle in ((index - 2, index - 1), (index, index + 1)):
        other = low if low != index else index + 2
        tied = middle > 0 and middle + 1 < len(tokens) and tokens.folded[middle] in _BETWEEN
        if tied and other in known:
            return True
    return False
