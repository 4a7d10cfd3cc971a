"""Times of day that leave their hour out, which the one told before gives: "at half past", "at the same hour"."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.temporal.clock import HALF_HOUR, ClockWords
from wayproof.story.vocabulary.number_words import NUMBERS, number
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HOUR_LEFT_OUT = regex(
    rf"\b(?:at|by)\s+(?P<count>half|(?:a\s+)?quarter|{'|'.join(NUMBERS)}|twenty-five)(?:\s+minutes?)?\s+(?P<past>past|to)"
    r"(?=\s*(?:[.,;:\u2014\u2013)]|(?:he|she|they|his|her|their)\b))",
    re.IGNORECASE,
)
_SAME_HOUR = regex(
    r"\bat\s+(?:exactly\s+|precisely\s+|just\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?:hour|time)\s+"
    r"(?=(?:on\s+(?:the\s+)?)?(?:(?:next|following|second|third|previous)\s+|the\s+(?:next|following|previous|day|morning|evening)\s+|\w+day\b|yesterday\b|a\s+(?:day|week)\s+(?:later|before|earlier)\b))",
    re.IGNORECASE,
)
HOUR_BEFORE = 400
"""Characters back to the hour that "at half past" goes on from."""


def without_hour(text: str, told: "Sequence[ClockWords]") -> "Iterator[ClockWords]":
    """Times whose hour the one told before gives: "at a quarter past twelve he was told ... at half past he left"."""
    before = sorted((words for words in told if words.minute is not None), key=lambda words: words.start)
    starts = [words.start for words in before]
    for match in _HOUR_LEFT_OUT.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        last = before[index] if index >= 0 else None
        if last is None or last.minute is None or not 0 <= match.start() - last.end < HOUR_BEFORE:
            continue
        count = re.sub(r"^a\s+", "", match["count"].casefold())
        minutes = {"half": 30, "quarter": 15}.get(count, number(count)) or 0
        if minutes > HALF_HOUR or (count == "half" and match["past"].casefold() == "to"):
            continue
        minute = minutes if match["past"].casefold() == "past" else 60 - minutes
        hour = last.minute // 60 + (minute <= last.minute % 60)
        bound = "by" if match.group().casefold().startswith("by") else ""
        yield ClockWords(match.start(), match.end(), hour * 60 + minute, last.half, "exact", "", bound)
    for match in _SAME_HOUR.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() - before[index].end < HOUR_BEFORE:
            yield replace(before[index], start=match.start(), end=match.end(), bound="")
