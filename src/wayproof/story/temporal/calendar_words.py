"""Words for days: "3 August 2023", "on Thursday", "two days later", "in early March"; and the days they stand for.

A closed grammar: whatever it does not list is not a date. Ordinary words ("may", "march", "second"), bare numbers and
newspapers ("Sunday Times") are never dates. Reading happens in two steps: :func:`find_days` finds the words with their
offsets, :func:`wayproof.story.temporal.calendar_anchors.resolve` sets them against the publication date and the running
day of the narrative.
"""

import calendar
import re
from dataclasses import replace

from wayproof.story.temporal.calendar_patterns import BARE_FEASTS, MONTHS, day_patterns
from wayproof.story.temporal.counted_days import days_from, named_read, shift_read, span_read, weeks_back
from wayproof.story.temporal.day_words import DayWords, month_number, weekday_number
from wayproof.story.vocabulary.number_words import ORDINALS, number
from wayproof.story.vocabulary.regexes import regex

_MONTH_LEAD = regex(
    (
        r"(?:\b(?:in|since|during|of|until|till|by|from|between|and|to|for|through|throughout|before|"
        r"after|early|late|mid)[\s-]+(?:the\s+month\s+of\s+)?|^|\()$"
    ),
    re.IGNORECASE,
)


MADE_CHARACTERS = 40
_MADE = regex(
    r"\b(?:built|rebuilt|constructed|manufactured|registered|minted|printed|founded|assembled|dating|dates|dated)\s+"
    r"(?:back\s+)?(?:(?:in|from|to|of|about|around)\s+)*\Z",
    re.IGNORECASE,
)
"""What before a year tells how old a thing is, and nothing of the journey: "in a Cessna built in 1961"."""


def find_days(text: str) -> tuple[DayWords, ...]:
    """Words for days in the text, in order, without overlaps; where two readings compete the earlier rule wins."""
    taken: list[DayWords] = []
    covered = bytearray(len(text))
    for rule, pattern in day_patterns():
        for match in pattern.finditer(text):
            if any(covered[match.start() : match.end()]):
                continue
            words = _read(rule, match, text)
            if words is not None:
                taken.append(words)
                covered[words.start : words.end] = b"\x01" * (words.end - words.start)
    return tuple(sorted(taken, key=lambda words: words.start))


def _read(rule: str, match: re.Match[str], text: str) -> DayWords | None:  # noqa: C901, PLR0911, PLR0912 - one case a rule
    start, end = match.span()
    part = match.groupdict()
    year = int(part["year"]) if part.get("year") else None
    weekday = weekday_number(part["weekday"]) if part.get("weekday") else None
    which = re.sub(r"^the\s+", "", (part.get("which") or "").casefold().strip())
    match rule:
        case "iso":
            return _date(start, end, year, int(part["m"]), int(part["day"]))
        case "slash":
            return _date(start, end, _century(int(part["yy"])), month_number(part["month"]), int(part["day"]))
        case "numeric":
            whole = year if year is not None else int(part["year"])
            whole = whole if whole >= CENTURY else _century(whole)
            return _numeric(start, end, int(part["a"]), int(part["b"]), whole, dotted=part["sep"] == ".")
        case "feast":
            name = re.sub(r"\s+", " ", part["name"].casefold().replace("\u2019", "'"))
            name, shift = BARE_FEASTS.get(name, name), days_from(part)
            named = _is_named(match["name"])
            return DayWords(start, end, "feast", year=year, name=name, least=shift, most=shift) if named else None
        case "monthday":
            day = ORDINALS.get(part["day"].casefold()) or int(re.sub(r"\D", "", part["day"]))
            return DayWords(start, end, "monthday", day=day)
        case "ordinal":
            return DayWords(start, end, "ordinal", day=ORDINALS[part["day"].casefold()])
        case "dayno":
            count = number(part["digits"]) if part["digits"] else ORDINALS.get((part["word"] or "").casefold())
            last = match.start(part["unit"] and "unit") if part["unit"] in {"night", "morning", "evening"} else end
            return None if not count else DayWords(start, last, "dayno", least=count - 1, most=count - 1)
        case "weekend":
            return DayWords(start, end, "weekend", which=which)
        case "date" | "daylist":
            day = ORDINALS.get(part["day"].casefold()) or int(part["day"])
            words = _date(start, end, year, month_number(part["month"]), day, weekday=weekday)
            week = _WEEK_OF.search(text, max(0, start - LEAD_OF_WEEK), start) if words is not None else None
            return (
                words
                if words is None or week is None
                else replace(words, start=week.start(), form="weekof", which=week["way"])
            )
        case "nth":
            nth = -1 if part["nth"] == "last" else ORDINALS[part["nth"]]
            month = month_number(part["month"]) if part["month"] else None
            name = "night" if part["unit"] == "night" else ""
            return DayWords(start, end, "nth", year=year, month=month, day=nth, weekday=weekday, name=name)
        case "dayago":
            return _day_before_or_after(match, re.sub(r"\s+", " ", part["rel"].casefold()), text)
        case "weekday":
            return _weekday(match, weekday or 0, which)
        case "run" | "ofmonth" | "hoursago" | "monthpart":
            return span_read(rule, match)
        case "weeksback":
            return weeks_back(match)
        case "shift":
            return shift_read(match)
        case "named":
            return named_read(start, end, re.sub(r"\s+", " ", match["name"].casefold()))
        case "month":
            return _month(match, text, year, which)
        case "season":
            which = which or (part.get("which2") or "").casefold()
            return DayWords(start, end, "season", year=year, which=which)
        case "decade":
            return DayWords(match.start("year"), end, "decade", year=year, which=which)
        case _:
            made = _MADE.search(text, max(0, start - MADE_CHARACTERS), match.start("only"))
            return None if made else DayWords(match.start("only"), end, "year", year=year, which=which)


def _is_named(name: str) -> bool:
    """Whether a feast is written as a name: "Boxing Day", "second day of Christmas"."""
    return name[0].isupper() or name.rsplit(maxsplit=1)[-1][0].isupper()


CENTURY = 100
"""A year below this is written with two digits."""
PIVOT_YEAR = 69
"""Two digits from here on are the last century (POSIX)."""


def _century(two_digits: int) -> int:
    # as POSIX reads two digits
    return 1900 + two_digits if two_digits >= PIVOT_YEAR else 2000 + two_digits


def _date(
    start: int, end: int, year: int | None, month: int, day: int, *, weekday: int | None = None
) -> DayWords | None:
    longest = calendar.monthrange(year or 2000, month)[1] if 1 <= month <= len(MONTHS) else 0
    if not 1 <= day <= longest:
        return None
    return DayWords(start, end, "date", year=year, month=month, day=day, weekday=weekday)


def _numeric(start: int, end: int, first: int, second: int, year: int, *, dotted: bool) -> DayWords | None:
    """3/8/2023: the order that can be a date; where both can, day first with dots, and either with slashes."""
    if dotted or first > len(MONTHS) or first == second:
        return _date(start, end, year, second, first)
    if second > len(MONTHS):
        return _date(start, end, year, first, second)
    return DayWords(start, end, "either", year=year, month=first, day=second)


def _day_before_or_after(match: re.Match[str], relation: str, text: str) -> DayWords | None:
    start, end = match.span()
    if relation in {"before yesterday", "after tomorrow"}:
        shift = -2 if relation.startswith("before") else 2
        return DayWords(start, end, "shift", least=shift, most=shift, dateline=True)
    # "the day after he left" counts from that event, "the day before the vote" from something unknown
    counted = match.group().casefold().endswith("that")
    opens = counted or (
        _OPENS.search(text[max(0, start - LEAD) : start]) is not None and _PLUPERFECT.match(text, end) is not None
    )
    if not opens and re.match(r"\s+(?!at\b|in\b|on\b|and\b)[a-z]", text[end : end + 20]):
        return None
    unit, shift = match["unit"].casefold(), -1 if relation.startswith("before") else 1
    if unit == "week":
        return DayWords(start, end, "shift", least=min(shift, 14 * shift), most=max(shift, 14 * shift))
    return DayWords(start, end, "shift", least=shift, most=shift)


_OPENS = regex(r"(?:^|[.!?\u201d\"]\s+|\n\s*|,\s+(?:and|but)\s+)$")
_PLUPERFECT = regex(r"\s+(?:he|she|they|it|I|we)\s+had\b")
LEAD = 12
"""Characters before "the day before" in which its sentence may begin: "The day before she had been in X"."""


_ANY = regex(
    r"\b(?:(?:on|until|till|from|by|for)\s+(?:an?|some)|one|some)\s+(?:(?!on\b|of\b|at\b|in\b|to\b|by\b|from\b|past\b|and\b)[a-z-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NO_NOUN = regex(
    r"\s*(?:[,.;:!?\"\u201d)]|$)|\s+(?:in|with|at|when|and|but|or|to|from|evening|morning|afternoon|night|he|she|they|it|the|his|her|before|"
    r"after|until)\b"
)
LEAD_OF_ANY = 30
"""Characters before a weekday in which "on a wet" stands."""


def _is_any(match: re.Match[str]) -> bool:
    """Whether a weekday is any of its name: "on a Tuesday", "one wet Friday"; but not "in a Monday interview"."""
    if match["which"] or match["back"]:
        return False
    text, start = match.string, match.start()
    any_day = _ANY.search(text[max(0, start - LEAD_OF_ANY) : start]) is not None
    return any_day and _NO_NOUN.match(text, match.end()) is not None


def _weekday(match: re.Match[str], weekday: int, which: str) -> DayWords | None:
    if not match["weekday"][0].isupper() or _is_any(match):
        return None
    back = (match["back"] or "").strip().casefold()
    which = {"last": "last", "after": "following", "following": "following", "before": "previous"}.get(back, which)
    end = match.end("weekday") if back == "week" else match.end()
    which = "that" if which.endswith("same") else {"preceding": "previous", "the": "that"}.get(which, which)
    if (
        which not in {"following", "previous"}
        and match["which"]
        and match["which"].casefold().startswith("the ")
        and which == "next"
    ):
        which = "following"
    return DayWords(match.start(), end, "weekday", weekday=weekday, which=which)


_WEEK_OF = regex(r"\b(?:the\s+)?week\s+(?P<way>beginning|commencing|starting|of|from|ending)\s+(?:on\s+)?\Z")
"""What makes of a date the week that it begins: "in the week of 3 May"."""
LEAD_OF_WEEK = 32


GIVEN_NAMES = frozenset({"January", "March", "April", "May", "June", "August"})
"""Months that people are called."""
NAME_CHARACTERS = 48
"""Characters after a month in which a full name stands."""
_FULL_NAME = regex(
    r"\s+[A-Z\u00c0-\u017d][\w\u2019-]+\s+(?:[A-Z]\.\s+|(?:de|da|van|von|der|den|al|el|bin|ben|la|du)\s+)*[A-Z\u00c0-\u017d][a-z]"
)
"""A full name right behind a month: "In March Anna Keller was in X"."""


def _month(match: re.Match[str], text: str, year: int | None, which: str) -> DayWords | None:
    which = {"beginning of": "early", "middle of": "mid", "end of": "late"}.get(re.sub(r"\s+", " ", which), which)
    name = match["month"]
    if name.isupper() or (name.endswith(".") and year is None):
        return None
    before = text[max(0, match.start() - 24) : match.start()]
    if year is None and not which and not _MONTH_LEAD.search(before):
        return None
    after = text[match.end() : match.end() + NAME_CHARACTERS]
    if year is None and re.match(r"['\u2019]s\b", after):
        return None  # "in March's place"
    called = name in GIVEN_NAMES or name.casefold() not in MONTHS
    if year is None and not which and called and re.match(r"\s+[A-Z][a-z]", after) and not _FULL_NAME.match(after):
        return None  # "by August Strindberg", "Jan Moll"
    return DayWords(match.start(), match.end(), "month", year=year, month=month_number(name), which=which)
