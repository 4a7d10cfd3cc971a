"""Streets, parks and rivers that no gazetteer holds: they bear a town's name without meaning the town."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.text.tokens import JOINED, POINT, SPACE
from wayproof.story.vocabulary.lexicon import rule_words, word_list

if TYPE_CHECKING:
    from wayproof.story.geoparsing.names import Names
    from wayproof.story.text.tokens import Tokens

_LONGEST_NAME = 4
_POINTED = frozenset({"st", "rd", "ave", "av", "blvd", "dr", "ln", "hwy", "pkwy"})
_NUMBERED = frozenset({"highway", "hwy", "interstate", "route", "road", "motorway", "autobahn"})
_SAINTS = frozenset({"st", "ste", "mt"})
_COMPASS = frozenset({"n", "s", "e", "w"})


@dataclass(frozen=True, slots=True)
class Unlisted:
    """What the gazetteer does not hold: character spans of streets and of features, and the words inside them."""

    streets: tuple[tuple[int, int], ...]
    features: tuple[tuple[int, int], ...]
    inside: frozenset[int]


@cache
def _telling() -> frozenset[str]:
    """Words that make a street, a road or a feature of the name they belong to."""
    return rule_words("streets", "features", "feature_heads", "spot_heads") | _NUMBERED


def find_unlisted(text: str, tokens: Tokens, names: Names) -> Unlisted:
    """Names such as "Orchard St.", "Highway 19", "Otter Creek Wilderness"; what the gazetteer knows is left to it."""
    street_words, feature_words = rule_words("streets"), rule_words("features")
    heads, inner = rule_words("feature_heads", "spot_heads"), rule_words("inner_of_names")
    telling = _telling()
    streets: list[tuple[int, int]] = []
    features: list[tuple[int, int]] = []
    inside: set[int] = set()
    folded = tokens.folded
    for index in tokens.capitals:
        word = folded[index]
        if word not in telling or index in inside:
            continue
        bounds = None
        if word in _NUMBERED:
            bounds = _numbered(tokens, index)
        feature = bounds is None and word in feature_words
        if feature:
            bounds = _feature(tokens, index, feature_words)
        elif bounds is None and word in street_words:
            bounds = _named(text, tokens, index)
        if bounds is not None and _listed(tokens, *bounds, names):
            continue
        if bounds is None and word in heads:
            bounds = _headed(tokens, index, inner, names)
            feature = word not in rule_words("spot_heads")
        if bounds is None:
            continue
        first, stop = bounds
        end = tokens.ends[stop - 1]
        if tokens.folded[stop - 1] in _POINTED and text[end : end + 1] == ".":
            end += 1
        (features if feature else streets).append((tokens.starts[first], end))
        inside.update(range(first, stop))
    return Unlisted(tuple(streets), tuple(features), frozenset(inside))


def _listed(tokens: Tokens, first: int, stop: int, names: Names) -> bool:
    """Whether a name of the gazetteer ends with the last word, so that there is nothing unlisted."""
    return any(names.length(" ".join(tokens.folded[begin:stop])) == stop - begin for begin in range(first, stop - 1))


def _headed(tokens: Tokens, index: int, inner: frozenset[str], names: Names) -> tuple[int, int] | None:
    """Word bounds of a name that begins with a word for what it is: "Cape Zelen", "Praça da Figueira".

    None where the gazetteer knows a name of two words and more that begins there, or where the word ends a name.
    """
    before = index - 1
    if before >= 0 and tokens.gaps[before] <= JOINED and tokens.capital[before]:
        first_word = tokens.opens[before] and tokens.folded[before] in word_list("common_words")
        if not first_word or tokens.gaps[before] is JOINED:
            return None
    stop = at = index + 1
    while at < len(tokens) and at - index <= _LONGEST_NAME and _goes_on(tokens, at - 1):
        if tokens.capital[at]:
            stop = at + 1
        elif tokens.folded[at] not in inner:
            break
        at += 1
    if stop == index + 1 or names.length(" ".join(tokens.folded[index:stop])) > 1:
        return None
    return index, stop


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a name may go on behind a word: "Mount St. Helens" is one."""
    gap = tokens.gaps[index]
    return gap <= JOINED or (gap is POINT and tokens.folded[index] in _SAINTS)


def _feature(tokens: Tokens, index: int, feature_words: frozenset[str]) -> tuple[int, int] | None:
    """Word bounds of a capitalised name that ends in a word for a feature; None if more of the name follows."""
    if index + 1 < len(tokens) and tokens.gaps[index] is SPACE and tokens.capital[index + 1]:
        return None
    first = index
    while first > 0 and index - first < _LONGEST_NAME and _belongs(tokens, first - 1):
        first -= 1
    while (
        first < index
        and (tokens.opens[first] or tokens.folded[first] in feature_words)
        and (tokens.folded[first] in word_list("common_words"))
    ):
        first += 1
    telling = any(tokens.folded[i] not in word_list("common_words") for i in range(first, index))
    return (first, index + 1) if telling else None


def _numbered(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Word bounds of "Highway 19", "Illinois Route 159"; None without a number."""
    if index + 1 >= len(tokens) or tokens.gaps[index] > JOINED:
        return None
    if not tokens.words[index + 1][0].isdigit():
        return None
    first = index
    return first, index + 2


def _named(text: str, tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Word bounds of a capitalised name that ends in the street word at `index`; None without one."""
    word = tokens.folded[index]
    if index == 0 or tokens.gaps[index - 1] > JOINED:
        return None
    after = text[tokens.ends[index] : tokens.ends[index] + 3]
    if word in _POINTED and after[:1] not in {".", ",", ";", ""} and not after[1:2].islower():
        return None
    # "St. Louis": a saint, not a street
    if word == "st" and after[:2] == ". " and after[2:3].isupper() and not _ends_sentence(tokens, index):
        return None
    # "Florida Highway Patrol": more of the name follows
    if index + 1 < len(tokens) and tokens.gaps[index] is SPACE and tokens.capital[index + 1]:
        return None
    first = index
    while first > 0 and index - first < _LONGEST_NAME and _belongs(tokens, first - 1):
        first -= 1
    common = word_list("common_words")
    if tokens.opens[first] and first + 1 < index and tokens.folded[first] in common:
        first += 1
    return (first, index + 1) if first < index else None


def _belongs(tokens: Tokens, index: int) -> bool:
    gap = tokens.gaps[index]
    word = tokens.folded[index]
    if word in rule_words("titles") or word in {"the", "a", "an", "in", "on", "at", "of", "from", "wall"}:
        return False
    numeral = tokens.words[index][0].isdigit() and tokens.words[index][-1].isalpha()
    if not (tokens.capital[index] or numeral):
        return False
    return gap <= JOINED or (gap is POINT and word in _COMPASS)


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and tokens.opens[index + 1]
