"""Paragraphs and sentences as spans of the original text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wayproof.story.text.stopped_datelines import stopped_dateline
from wayproof.story.vocabulary.lexicon import region_abbreviations, rule_words


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, from `start` up to but not including `end` (character offsets)."""

    start: int
    end: int


# One line is one block: captions, bullets and headings must not run into their neighbours.
_OTHER_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_BLOCK = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"[.!?\u2026\u3002\uff01\uff1f]+[\"'\u201d\u2019\u00bb)\]]*(?=\s|$|[\u3000-\u9fff])")
_ASCII_BREAK = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)")
_WORD_BREAK = re.compile(r"[(\[\"'\u201c\u2018]")
_LONGEST_WORD = 40


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Spans of the lines that hold more than white space, trimmed."""
    if any(mark in text for mark in _OTHER_BREAKS):
        return tuple([_trimmed(text, *block.span()) for block in _BLOCK.finditer(text) if not block[0].isspace()])
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            found.append(_trimmed(text, start, end))
        start = end + 1
    return tuple(found)


def sentence_spans(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of the sentences of each paragraph; a full stop after an abbreviation or initial ends none."""
    pattern = _ASCII_BREAK if text.isascii() else _BREAK
    return tuple([span for paragraph in paragraphs for span in _sentences(text, paragraph, pattern)])


def _sentences(text: str, paragraph: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    start, last = paragraph.start, paragraph.end
    dateline = stopped_dateline(text, start, last)
    for found in pattern.finditer(text, dateline.end() if dateline else start, last):
        stop, end = found.span()
        if end >= last:
            break
        if end == stop + 1 and text[stop] == "." and _goes_on(text, stop, end, paragraph):
            continue
        while text[start].isspace():
            start += 1
        yield Span(start, end)
        start = end
    rest = _trimmed(text, start, last)
    if rest.end > rest.start:
        yield rest


def _goes_on(text: str, stop: int, after: int, paragraph: Span) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a number inside a sentence."""
    following = text[after : min(paragraph.end, after + _LONGEST_WORD)].lstrip()
    if following[:1].islower():
        return True
    low = max(paragraph.start, stop - _LONGEST_WORD)
    before = text[low:stop]
    word = before[before.rfind(" ") + 1 :]
    if not word.isalnum():
        word = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
        word = _WORD_BREAK.split(word)[-1]
    if len(word) == 1 and word.isupper():
        return True
    if word.casefold() in rule_words("abbreviations"):
        return _is_shortened(word, before[: len(before) - len(word)], following)
    # "U.S." and "a.m." end a sentence only before a word that usually opens one.
    return "." in word and all(len(part) == 1 for part in word.split(".")) and not _OPENER.match(following)


_NUMBERED = frozenset({"no", "nos", "pp", "vol"})
_DAYS_AND_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
) | frozenset({"mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat"})


def _is_shortened(word: str, before: str, following: str) -> bool:
    """Whether a listed word is an abbreviation where it stands: not "the old man.", "fell ill.", "in Alta. The"."""
    folded = word.casefold()
    if folded in region_abbreviations() or folded == "man":
        return word[0].isupper() and (before.rstrip().endswith(",") or not _OPENER.match(following)) and folded != "man"
    if folded in _DAYS_AND_MONTHS:
        return word[0].isupper()
    return folded not in _NUMBERED or following[:1].isdigit()


_OPENER = re.compile(
    r"[\"'\u201c\u2018(]*(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|After|Before|When|His|Her|Their|This|That|There)\b"
)


def _trimmed(text: str, start: int, end: int) -> Span:
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return Span(start, end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
