"""Words of a text as parallel columns: where each stands, how it folds, what stands between it and the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from wayproof.story.text.document import Story

# Letters, digits and what \w leaves out: accents, Cyrillic titlo, Arabic and Indic vowel signs, hyphens and joiners
# that nobody sees.
_SIGNS = "[\u00ad\u200b-\u200d\u2060\u0300-\u036f\u0483-\u0489\u064b-\u065f\u0900-\u0963\u0966-\u109f]"
_SIGN = re.compile(_SIGNS)
_WORD = re.compile(f"((?:[^\\W_]+|{_SIGNS}+)+|&)")
_PLAIN_WORD = re.compile("([^\\W_]+|&)")
_ASCII_WORD = re.compile("([A-Za-z0-9]+)")
_ASCII_WORD_OR_AND = re.compile("([A-Za-z0-9]+|&)")
# all that can be a letter or a sign of one beyond ASCII; what lies outside are the marks and spaces of typesetting
_BEYOND_ASCII = re.compile(
    "[^\x00-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7\u2000-\u200a\u200e-\u205f\u20a0-\u20bf]"
)
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LONGEST_GAP = 6
_LONGEST_WORD = 64
_ENOUGH = _LONGEST_GAP + 2  # characters that tell what a gap is
_MOST_GAPS = 4096


class Gap(IntEnum):
    """What stands between a word and the next one."""

    SPACE = 0
    JOINED = 1  # hyphen, apostrophe, nothing but a mark: "Shin-Osaka", "o'Groats", "U.S"
    POINT = 2  # ". ": an abbreviation or the end of a sentence
    COMMA = 3
    BRACKET = 4  # " ("
    SLASH = 5
    BREAK = 6  # anything else, and every new line


# bound once: readers ask for every word, and to look a member up on its class takes ten times as long
SPACE, JOINED, POINT, COMMA, BRACKET, SLASH, BREAK = Gap


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text; every column has one value a word.

    Parameters
    ----------
    starts, ends
        Offsets into the text.
    words
        The words as written.
    folded
        The words as the gazetteer folds them; empty if that gives no single word.
    gaps
        What follows each word; the last is a break.
    capital
        Whether the word begins with a capital letter (or its script has none).
    opens
        Whether it is the first word of a sentence.
    capitals
        Indexes of the words with a capital, in order.
    plain
        Whether all words are of ASCII letters and digits, as those of most English texts are.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    folded: list[str]
    gaps: list[Gap]
    capital: list[bool]
    opens: list[bool]
    capitals: list[int]
    plain: bool

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)


_JOINTS = frozenset("-'.`\u2019\u2018\u2010\u2011\u02bc")
_MARKS = {
    "": SPACE, ".": POINT, ",": COMMA, ".,": COMMA, "(": BRACKET, ".(": BRACKET,
}  # fmt: skip
_SLASHES = frozenset("/-\u2013\u2014")


class _Gaps(dict[str, Gap]):
    """What was found out about the characters between words: there are few different ones in most texts."""

    def __missing__(self, between: str) -> Gap:
        gap = _gap(between[:_ENOUGH])
        if len(between) < _ENOUGH and len(self) < _MOST_GAPS:
            self[between] = gap
        return gap


_GAPS = _Gaps({" ": SPACE})


def _gap(between: str) -> Gap:
    if "\n" in between or "\r" in between or len(between) > _LONGEST_GAP:
        return BREAK
    if between in _JOINTS:
        return JOINED
    if between in _SLASHES:
        return SLASH
    return _MARKS.get("".join(between.split()), BREAK)


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    # no place name has a word this long; a wall of letters is not worth folding
    folded = normalise(word) if len(word) <= _LONGEST_WORD else ""
    return "" if " " in folded else folded


@lru_cache(maxsize=65536)
def is_capital(word: str) -> bool:
    """Whether a word is written like a name: a capital first, or letters of a script without capitals."""
    first = word[0]
    return first.isupper() or first.istitle() or (first.isalpha() and first.lower() == first.upper())


_SHORT_OF = ("o' ", "O' ", "o\u2019 ", "O\u2019 ")
"""The "of" of "John o' Groats", behind which no quotation ends."""
_OF, _OF_GAPS = frozenset("oO"), frozenset({"' ", "\u2019 "})


def tokenise(story: Story) -> Tokens:
    """The words of a story, in one pass over the text."""
    text = story.text
    # splitting at the words gives what lies between them too: between, word, between, word, ..., between
    plain = text.isascii() or not _BEYOND_ASCII.search(text)
    if plain:
        word = _ASCII_WORD_OR_AND if "&" in text else _ASCII_WORD
    else:
        word = _WORD if _SIGN.search(text) else _PLAIN_WORD
    parts = word.split(text)
    words, between = parts[1::2], parts[2::2]
    lengths = list(map(len, parts))
    offsets = list(accumulate(lengths))
    starts, ends = offsets[:-1:2], offsets[1::2]
    gaps = list(map(_GAPS.__getitem__, between))
    if any(short in text for short in _SHORT_OF):
        for at, written in enumerate(words):
            if written in _OF and between[at] in _OF_GAPS:
                gaps[at] = SPACE
    if words:
        gaps[-1] = BREAK
    plain = plain or "".join(words).isascii()
    capital = [word[0] in _CAPITALS for word in words] if plain else list(map(is_capital, words))
    opens = [False] * len(words)
    first = 0
    for sentence in story.sentences:
        first = bisect_left(starts, sentence.start, first)
        if first < len(starts) and starts[first] < sentence.end:
            opens[first] = True
    capitals = list(compress(range(len(words)), capital))
    short = max(lengths[1::2], default=0) <= _LONGEST_WORD
    folded = _folded_plain(words) if plain and short else list(map(_fold, words))
    return Tokens(starts, ends, words, folded, gaps, capital, opens, capitals, plain)


def _folded_plain(words: list[str]) -> list[str]:
    """What `_fold` makes of short words of ASCII letters and digits."""
    folded = list(map(str.lower, words))
    return ["and" if word == "&" else word for word in folded] if "&" in folded else folded
