"""Days that are counted: "two days later", "the following two nights", "a week ago on Tuesday", "48 hours ago"."""

import re

from wayproof.story.temporal.day_words import FEW, UNIT_DAYS, DayWords, month_number, weekday_number
from wayproof.story.vocabulary.number_words import NUMBERS, number
from wayproof.story.vocabulary.regexes import regex

LEAD_OF_COARSER = 30
"""Characters before a count of days in which that of weeks stands which it adds to."""
_OF_MONTH = {
    "end": "late",
    "middle": "mid",
    "beginning": "early",
    "start": "early",
    "early days": "first days",
    "later": "",
}


def days_from(part: dict[str, str | None]) -> int:
    """Days that are counted from a feast: two for "two days after Christmas"; nought for the feast itself."""
    unit = part.get("unit") or part.get("unit1")
    if unit is None:
        return 0
    count = (number(part["count"] or "") or 0) if part.get("count") else 1
    days = count * (1 if unit.casefold().startswith("day") else round(UNIT_DAYS["week"][0]))
    return -days if (part.get("side") or "").casefold() == "before" else days


def span_read(rule: str, match: re.Match[str]) -> DayWords:
    """Several days: "the following two nights", "the end of the month", "48 hours ago", "the first week of May"."""
    start, end = match.span()
    part = match.groupdict()
    if rule == "run":
        word = re.sub(r"\s+", " ", (part["count"] or part["count2"] or "").casefold())
        vague = FEW[{"few": "a few"}.get(word, "a couple of" if word.startswith("couple") else "several")][1]
        return DayWords(start, end, "shift", least=1, most=number(word) or vague)
    if rule == "hoursago":
        hours = 1 if part["one"] else number(part["count"] or "") or 0
        return DayWords(start, end, "shift", least=-(hours // 24) - 1, most=-(hours // 24), dateline=True)
    words = re.sub(r"\s+", " ", (part["nth"] or part.get("nth2") or "").casefold())
    if rule == "ofmonth":
        return DayWords(start, end, "month", which=_OF_MONTH.get(words, words), name="told")
    which = f"{_NTH_PARTS.get(words, words)} {'week' if match['unit'] == 'weekend' else match['unit']}"
    year = int(part["year"] or 0) or None
    return DayWords(start, end, "month", year=year, month=month_number(match["month"]), which=which)


_NTH_PARTS = {"opening": "first", "early": "first", "final": "last", "closing": "last"}


def weeks_back(match: re.Match[str]) -> DayWords | None:
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


def shift_read(match: re.Match[str]) -> DayWords | None:
    """Days counted from another: "two days later", "a week and two days later", "ten days ago"; None if no day is."""
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
    coarser = _COARSER.search(match.string, max(0, start - LEAD_OF_COARSER), start)
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
_COARSER = regex(
    rf"\b(?:(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})|(?P<one>an?|one))\s+(?P<unit>week|fortnight|month|year)s?\s*,?\s*(?:and\s+)?\Z",
    re.IGNORECASE,
)
"""A count of a coarser unit right before one of a finer: "a week and | two days later"."""
_NAMED_SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "last night": -1, "last evening": -1}
_NIGHTS = {"the night before last": -2}


def named_read(start: int, end: int, name: str) -> DayWords:
    """Days with a name of their own: "yesterday", "the next morning", "last week"; `name` in lower case."""
    if name in _NAMED_SHIFTS:
        shift = _NAMED_SHIFTS[name]
        return DayWords(start, end, "shift", least=shift, most=shift, dateline=True)
    if name in _NIGHTS:
        return DayWords(start, end, "shift", least=_NIGHTS[name], most=_NIGHTS[name], dateline=True, name="night")
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
