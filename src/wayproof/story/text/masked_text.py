"""The text of a story as its grammar is read: names, places and times blotted out, the rest as words and marks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACE, PERSON, TIME, PEOPLE, PEOPLES = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Characters of private use that stand for every character of a place name, a person's name, a time, a word like
"Cuban" and a word like "Cubans"."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name or a mark of the masked text, with its offsets."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The word in lower case."""
        return self.text.casefold()


_TOKEN = regex(
    rf"{PLACE}+|{PERSON}+|{TIME}+|{PEOPLE}+|{PEOPLES}+|(?<!\w)(?:[HhWw]e|[Ss]he|[Tt]hey|I|[Ii]t|[Ww]ho)(?=['\u2019](?:d|ve|ll|re|m)\b)|[^\W\d_{PLACE}{PERSON}{TIME}{PEOPLE}{PEOPLES}][\w\u2019'-]*|\d[\w-]*|(?<=[{PLACE}{PERSON}])['\u2019]s?(?!\w)|[,;:()\u2014\u2013\"\u201c\u201d]|(?<=\s)--?(?=\s)"
)


def masked(
    text: str,
    places: "Iterable[tuple[int, int]]",
    people: "Iterable[tuple[int, int]]",
    times: "Iterable[tuple[int, int]]",
    peoples: "Iterable[tuple[int, int]]" = (),
) -> str:
    """The text with every place name, name, time and people blotted out, at the same length."""
    letters = list(text)
    for start, end in peoples:
        letters[start:end] = (PEOPLES if text[end - 1] == "s" else PEOPLE) * (end - start)
    for mark, spans in ((TIME, times), (PLACE, places), (PERSON, people)):
        for start, end in spans:
            letters[start:end] = mark * (end - start)
    return "".join(letters)


def without_times(text: str, times: "Iterable[tuple[int, int]]") -> str:
    """The text with every time blotted out by spaces, at the same length."""
    letters = list(text)
    for start, end in times:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Words, names and marks of ``text[start:end]``."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text, start, end)]
