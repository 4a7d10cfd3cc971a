"""Words for times of day: "14:00 local time", "half past six", "shortly before midnight", "by dawn"; zones and lengths.

Like :mod:`wayproof.story.temporal.calendar_words` a closed grammar. Bare numbers are no times; an hour in words
("at nine") counts only where a time of day can stand. Every width of an inexact time is a row of
:data:`wayproof.story.temporal.clock_patterns.WIDTHS` or of its `PARTS`.
"""

import re
from dataclasses import dataclass, replace

from wayproof.story.temporal.bare_hours import is_hour
from wayproof.story.temporal.clock_patterns import MEALS, PART_WORDS, PARTS, clock_patterns, hints
from wayproof.story.vocabulary.number_words import number
from wayproof.story.vocabulary.regexes import regex


@dataclass(frozen=True, slots=True)
class ClockWords:
    """A time of day in the text.

    Attributes
    ----------
    start, end
        Offsets, modifiers ("shortly before", "by") included.
    minute
        Minutes after midnight as written; None for a part of the day.
    half
        "am", "pm", "24" (no doubt), :data:`TWELVE`, or "?" when the words leave morning or evening open.
    width
        A row of :data:`WIDTHS`.
    part
        A row of :data:`PARTS`, or "".
    bound
        "by", "until", "from" or "" for a time that is only a limit.
    """

    start: int
    end: int
    minute: int | None
    half: str
    width: str
    part: str
    bound: str


DAY_HOURS, NOON, HALF_HOUR = 24, 12, 30
_HOURS_OF_NAMES = {"noon": NOON, "midday": NOON, "midnight": DAY_HOURS}


def find_clocks(text: str) -> tuple[ClockWords, ...]:
    """Times of day in the text, in order, without overlaps."""
    taken: list[ClockWords] = []
    covered = bytearray(len(text))
    known = hints()
    for rule, pattern in clock_patterns():
        hint = known.get(pattern)
        if hint is not None and hint.search(text) is None:
            continue
        for match in pattern.finditer(text):
            if any(covered[match.start() : match.end()]) or (rule == "hour" and not is_hour(text, match)):
                continue
            if rule == "end" and _BETWEEN.search(text, max(0, match.start() - FROM_END), match.start()) is None:
                continue
            words = (
                _part(match)
                if rule == "part"
                else _clock(match, past=rule in {"past", "hours"}, dotted=rule == "dotted")
            )
            put_on = _PUT_ON.search(text, max(0, match.start() - FROM_END), match.start()) is not None
            if words is not None and not put_on:
                taken.append(words)
                covered[words.start : words.end] = b"\x01" * (words.end - words.start)
    if _BY_24_HOURS.search(text) is None:
        taken = [_by_twelve(words, text) for words in taken]
    return tuple(sorted(taken, key=lambda words: words.start))


_BETWEEN = regex(r"\bbetween\s+(?:[^\s.;]+\s+){1,7}and\s\Z", re.IGNORECASE)
_PUT_ON = regex(
    r"\b(?:clocks?|watch(?:es)?|hands)\s+(?:[\w-]+\s+){0,3}?(?:moved|put|set|turned|wound)\s+(?:on|back|forwards?|ahead)\s+\Z",
    re.IGNORECASE,
)
"""What stands before how far a clock is put on: "with the clocks moved on by one"."""
FROM_END = 80
"""Characters before the second of two hours in which "between" and the first stand."""
TWELVE = "12"
"""What :attr:`ClockWords.half` is for "5:40" in a text that writes none by the 24 hours: of the morning, or later."""
_BY_24_HOURS = regex(r"(?<![\d:.])(?:0\d|1[3-9]|2[0-4])[:.][0-5]\d\b(?![:.]?\d)")
_TWELVE_HOURS = regex(r"(?:\D*\s)?(?:[1-9]|1[01]):[0-5]\d")


def _by_twelve(words: ClockWords, text: str) -> ClockWords:
    doubt = words.half == "24" and _TWELVE_HOURS.fullmatch(text, words.start, words.end) is not None
    return replace(words, half=TWELVE) if doubt else words


def _modifier(part: dict[str, str | None], default: str) -> tuple[str, str]:
    """The width row and the bound that the words before a time set."""
    limit = (part.get("limit") or "").casefold().strip()
    bound = {"till": "until", "since": "from", "between": "from", "at": ""}.get(limit, limit)
    if part.get("near"):
        side = (part.get("side") or "").casefold()
        return ("shortly before" if side == "before" else "shortly after"), bound
    if part.get("short"):
        return "shortly before", bound
    if part.get("about"):
        return "about", bound
    if part.get("plain"):
        return (part["plain"] or "").casefold().replace("past", "after"), bound
    return default, bound


def _clock(match: re.Match[str], *, past: bool, dotted: bool) -> ClockWords | None:
    part = match.groupdict()
    hour = _HOURS_OF_NAMES.get((part.get("word") or "").casefold())
    if hour is None:
        hour = number(part["word"]) if part.get("word") else int(part.get("hour") or 0)
    if hour is None or hour > DAY_HOURS:
        return None
    minute = int(part.get("minute") or 0) + (number(part["spoken"]) or 0 if part.get("spoken") else 0)
    if past:
        minutes = _minutes_from(match, part["count"] or "", named=hour in {NOON, DAY_HOURS})
        if minutes is None:
            return None
        minute = minutes if (part["past"] or "").casefold() in {"past", "after"} else -minutes
    half = (part.get("half") or "").casefold().replace(".", "").replace(" ", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif part.get("hour") and not past:
        half = "24"
    else:
        half = "24" if hour > NOON or (part.get("word") or "").casefold() in _HOURS_OF_NAMES else "?"
    written = bool(part.get("minute")) or past
    width, bound = _modifier(part, "exact" if written else "spoken")
    if dotted and hour <= NOON and not (part.get("hour") or "").startswith("0") and not part.get("half"):
        half = "?"  # "at 11.55": morning or evening, as with an hour in words; "at 06.40" is written by the 24 hours
    return ClockWords(match.start(), match.end(), hour * 60 + minute, half, width, "", bound)


def _minutes_from(match: re.Match[str], count: str, *, named: bool) -> int | None:
    """Minutes by which a time lies before or after a full hour; None where nobody counts so many."""
    said, count = match.group().casefold(), re.sub(r"\s+", " ", count.casefold())
    if " hour" in said:
        return {"half an": 30, "a quarter of an": 15, "an": 60}.get(count, 60 * (number(count) or 0)) or None
    count = count.removeprefix("a ")
    minutes = {"half": 30, "quarter": 15}.get(count, number(count))
    longest = MOST_MINUTES if named else 2 * HALF_HOUR - 1
    spelt_out = "minute" in said and minutes is not None and minutes <= longest
    return None if minutes is None or (minutes > HALF_HOUR and not spelt_out) else minutes


MOST_MINUTES = 120
"""So many minutes are counted to or from noon and midnight: "ninety minutes short of midnight"."""


def _part(match: re.Match[str]) -> ClockWords | None:
    part = match.groupdict()
    name = re.sub(r"\s+", " ", (part.get("part") or part.get("part2") or "").casefold())
    grade = (part.get("grade") or "").casefold()
    bound_by = name.startswith("by ") or (part.get("limit") or "").casefold().strip() == "by"
    if name.startswith("in the d") or (name.endswith("night") and name not in {"midnight", "overnight", "tonight"}):
        name = "night"
    name = PART_WORDS.get(name.removeprefix("by "), name.removeprefix("by "))
    if name in {"noon", "midday", "midnight"}:
        width, bound = _modifier(part, "spoken")
        return ClockWords(
            match.start(), match.end(), 24 * 60 if name == "midnight" else 12 * 60, "24", width, "", bound
        )
    if grade in {"early", "late"}:
        name = f"{grade} {name}".strip()
    if name not in PARTS:
        name = name.removeprefix("early ").removeprefix("late ")
    if name not in PARTS:
        return None
    width, bound = _modifier(part, "exact")
    # a bare "lunch" or "dark" is no time: "at lunch", "by dark", "after lunch" are
    said, first = (part.get("part") or "").casefold(), match.group(0).casefold().split()[0]
    if said in MEALS and re.search(r"\bthe\b", match.group(0), re.IGNORECASE):
        return None  # "at the dinner"
    if said in MEALS and bound in {"until", "from"}:
        return None  # "rehearsed until supper" says when that ended
    if said in {*MEALS, "dark", "daylight", "twilight"} and not (
        bound
        or first
        in {
            "for",
            "at",
            "before",
            "after",
            "shortly",
            "over",
            "during",
            "just",
            "soon",
            "well",
            "long",
            "towards",
            "toward",
        }
    ):
        return None
    return ClockWords(match.start(), match.end(), None, "24", width, name, "by" if bound_by else bound)
