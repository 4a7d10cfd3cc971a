"""Words of a text as parallel columns: where each stands, how it folds, what stands between it and the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from wayproof.story.document import Story

# Letters, digits and the combining marks that \w leaves out (accents, Cyrillic titlo, Arabic and Indic vowel signs).
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f\u0483-\u0489\u064b-\u065f\u0900-\u0963\u0966-\u109f])+|&")
_LONGEST_GAP = 6
_LONGEST_WORD = 64


class Gap(IntEnum):
    """What stands between a word and the next one."""

    SPACE = 0
    JOINED = 1  # hyphen, apostrophe, nothing but a mark: "Shin-Osaka", "o'Groats", "U.S"
    POINT = 2  # ". ": an abbreviation or the end of a sentence
    COMMA = 3
    BRACKET = 4  # " ("
    SLASH = 5
    BREAK = 6  # anything else, and every new line


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
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    folded: list[str]
    gaps: list[Gap]
    capital: list[bool]
    opens: list[bool]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)


_JOINTS = frozenset("-'.`\u2019\u2018\u2010\u2011\u02bc")
_MARKS = {
    "": Gap.SPACE, ".": Gap.POINT, ",": Gap.COMMA, ".,": Gap.COMMA, "(": Gap.BRACKET, ".(": Gap.BRACKET,
}  # fmt: skip
_SLASHES = frozenset("/-\u2013\u2014")


@lru_cache(maxsize=4096)
def _gap(between: str) -> Gap:
    if "\n" in between or "\r" in between or len(between) > _LONGEST_GAP:
        return Gap.BREAK
    if between in _JOINTS:
        return Gap.JOINED
    if between in _SLASHES:
        return Gap.SLASH
    return _MARKS.get("".join(between.split()), Gap.BREAK)


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


def tokenise(story: Story) -> Tokens:
    """The words of a story, in one pass over the text."""
    text = story.text
    starts: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(text):
        starts.append(found.start())
        ends.append(found.end())
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    gaps = [_gap(text[end:start][:8]) for end, start in zip(ends, starts[1:], strict=False)]
    if words:
        gaps.append(Gap.BREAK)
    opens = [False] * len(words)
    for sentence in story.sentences:
        first = bisect_left(starts, sentence.start)
        if first < len(starts) and starts[first] < sentence.end:
            opens[first] = True
    return Tokens(
        starts, ends, words, [_fold(word) for word in words], gaps, [is_capital(word) for word in words], opens
    )
