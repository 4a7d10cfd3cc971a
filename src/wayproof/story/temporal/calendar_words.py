"""Words for days: "3 August 2023", "on Thursday", "two days later", "in early March"; and the days they stand for.

A closed grammar: whatever it does not list is not a date. Ordinary words ("may", "march", "second"), bare numbers and
newspapers ("Sunday Times") are never dates. Reading happens in two steps: :func:`find_days` finds the words with their
offsets, :func:`wayproof.story.temporal.calendar_anchors.resolve` sets them against the publication date and the running
day of the narrative.
"""

import calendar
import re
from dataclasses import dataclass, replace

from wayproof.story.temporal.calendar_patterns import MONTHS, WEEKDAYS, day_patterns
from wayproof.story.vocabulary.number_words import NUMBERS, ORDINALS, number
from wayproof.story.vocabulary.regexes import regex

UNIT_DAYS = {
    "day": (1, 0.0),
    "night": (1, 0.0),
    "evening": (1, 0.0),
    "morning": (1, 0.0),
    "week": (7, 0.0),
    "fortnight": (14, 0.15),
    "month": (30.44, 0.25),
    "year": (365.25, 0.25),
}
"""Days in a calendar unit and the share by which a count of it may be off ("two months later" is 45 to 76 days)."""
FEW = {"a few": (2, 6), "several": (3, 10), "some": (2, 10), "a couple of": (2, 3), "": (2, 30), "many": (3, 60)}
"""Least and most of a vague count; "" is a bare plural ("weeks later")."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """Words for a day or a span of days, not yet set against a calendar.

    Attributes
    ----------
    start, end
        Offsets in the text, the leading preposition not included.
    form
        "date", "weekday", "nth" ("the last Sunday of May"; `day` counts, -1 is the last), "weekof" (a week by a date
        of it), "shift" (days from an anchor), "month", "season", "year", "decade", "monthday" ("the 13th"),
        "feast" ("Christmas Eve"), "dayno" ("on day three"), "ordinal" ("on the second"), "weekend" or
        "either" (3/8/2023: March or August).
    year, month, day, weekday
        What the words state; None where they do not. Monday is 0.
    which
        "last", "next", "previous", "following", "this", "that", "early", "mid", "late" or ""; "week" for the weekday of
        a named week and "weeksback" for one some weeks ago (both `least` weeks away); a row of
        :data:`wayproof.story.temporal.calendar_anchors.MONTH_PARTS` for a part of a month.
    least, most
        For a shift: days from the anchor, negative for earlier.
    dateline
        For a shift: True when counted from the publication ("yesterday"), False when from the narrative ("next day").
    name
        For a feast: its folded name; "night" for a shift by nights, "week" for a week as a whole.
    """

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str = ""
    least: int = 0
    most: int = 0
    dateline: bool = False
    name: str = ""


def month_number(name: str) -> int:
    """Number of a month from its name or abbreviation."""
    return next(index for index, full in enumerate(MONTHS, start=1) if full.startswith(name.casefold().rstrip(".")[:3]))


def weekday_number(name: str) -> int:
    """Monday is 0."""
    return next(index for index, full in enumerate(WEEKDAYS) if full.startswith(name.casefold()[:3]))


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
            return DayWords(start, end, "feast", year=year, name=name) if _is_named(match["name"]) else None
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
        case "weeksback":
            return _weeks_back(match)
        case "monthpart":
            part_of = _NTH_PARTS.get(match["nth"].casefold(), match["nth"].casefold())
            which = f"{part_of} {'week' if match['unit'] == 'weekend' else match['unit']}"
            return DayWords(start, end, "month", year=year, month=month_number(match["month"]), which=which)
        case "shift":
            return _shift(match)
        case "named":
            return _named(start, end, re.sub(r"\s+", " ", match["name"].casefold()))
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


_NTH_PARTS = {"opening": "first", "early": "first", "final": "last", "closing": "last"}


def _weeks_back(match: re.Match[str]) -> DayWords | None:
    """Whole weeks before the last weekday of a name: "a week ago on Tuesday", "the Friday before last"."""
    part = match.groupdict()
    name = next(filter(None, (part["weekday"], part["weekday2"], part["weekday3"], part["weekday4"])))
    told = number(part["count"] or part["count2"] or "1")
    if told is None:
        return None
    weeks = told - 1 if part["count2"] else told  # "two Tuesdays ago" is a week before the last one
    which, start = "weeksback", match.start()
    return DayWords(
        start, match.end(), "weekday", weekday=weekday_number(name), which=which, least=-weeks, dateline=True
    )


def _shift(match: re.Match[str]) -> DayWords | None:
    unit = match["unit"].casefold().removesuffix("s")
    relation = re.sub(r"\s+", " ", match["rel"].casefold())
    counted = match["digits"] or match["word"]
    if relation == "on" and not counted and not (match["one"] and _GOES_ON.match(match.string, match.end())):
        return None  # but "a fortnight on, she was in X"
    if match["digits"] or match["word"]:
        least = most = number(match["digits"] or match["word"]) or 0
    elif match["one"]:
        least = most = 1
    else:
        if not match["few"] and not match["unit"].casefold().endswith("s"):
            return None
        least, most = FEW[re.sub(r"\s+", " ", (match["few"] or "").casefold())]
    days, share = UNIT_DAYS[unit]
    low, high = round(least * days * (1 - share)), round(most * days * (1 + share))
    start = match.start()
    coarser = _COARSER.search(match.string, max(0, start - LEAD_OF_ANY), start)
    if coarser is not None and not match["few"] and UNIT_DAYS[coarser["unit"].casefold()][0] > days:
        # "a week and two days later"
        whole, share = UNIT_DAYS[coarser["unit"].casefold()]
        count = 1 if coarser["one"] else number(coarser["count"]) or 0
        low, high = low + round(count * whole * (1 - share)), high + round(count * whole * (1 + share))
        start = coarser.start()
    if relation in {"earlier", "before", "before that", "beforehand", "previously", "prior", "ago"}:
        low, high = -high, -low
    name = unit if unit == "night" else ""
    dateline = relation in {"ago", "hence"}
    return DayWords(start, match.end(), "shift", least=low, most=high, dateline=dateline, name=name)


_GOES_ON = regex(r"\s*,|\s+(?:he|she|they)\b")
_WEEK_OF = regex(r"\b(?:the\s+)?week\s+(?P<way>beginning|commencing|starting|of|from|ending)\s+(?:on\s+)?\Z")
"""What makes of a date the week that it begins: "in the week of 3 May"."""
LEAD_OF_WEEK = 32


_COARSER = regex(
    rf"\b(?:(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})|(?P<one>an?|one))\s+(?P<unit>week|fortnight|month|year)s?\s*,?\s*(?:and\s+)?\Z",
    re.IGNORECASE,
)
"""A count of a coarser unit right before one of a finer: "a week and | two days later"."""
_NAMED_SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "last night": -1, "last evening": -1}


def _named(start: int, end: int, name: str) -> DayWords:
    if name in _NAMED_SHIFTS:
        shift = _NAMED_SHIFTS[name]
        return DayWords(start, end, "shift", least=shift, most=shift, dateline=True)
    if name.startswith("before "):
        return DayWords(start, end, "shift")  # "before the day was out"
    unit = "week" if name.endswith("before last") else name.rsplit(maxsplit=1)[-1]
    if name.startswith("this ") and unit in {"morning", "afternoon", "evening"}:
        return DayWords(start, end, "shift", dateline=True)
    dateline = name.split(maxsplit=1)[0] in {"last", "this"} or (
        name.startswith("next ") and unit in {"week", "month", "year"}
    )
    step = 1 if re.search(r"\b(?:next|following|later|morrow)\b", name) else 0
    if re.search(r"\b(?:last|previous|preceding|earlier|before)\b", name):
        step = -1
    if unit in {"week", "weekend", "month", "year"}:
        length = round(UNIT_DAYS["week" if unit == "weekend" else unit][0])
        # a week, month or year before or after: anywhere between the anchor and twice the unit away
        low, high = {0: (-length, length), 1: (1, 2 * length), -1: (-2 * length, -1)}[step]
        if name.endswith("before last"):
            low, high, dateline = -3 * length, -length - 1, True
        whole = "week" if unit == "week" else ""
        return DayWords(start, end, "shift", least=low, most=high, dateline=dateline, name=whole)
    return DayWords(start, end, "shift", least=step, most=step, dateline=dateline)


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
