"""The days that calendar words stand for, set against the publication date and the day of the narrative."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from wayproof.story.calendar_words import DayWords

MONTH_PARTS = {"": (1, 31), "early": (1, 12), "mid": (9, 22), "late": (18, 31)}
"""First and last day of a part of a month: wider than a third, since "early March" has no sharp end."""
YEAR_PARTS = {"": (1, 12), "early": (1, 5), "mid": (4, 9), "late": (8, 12)}
"""First and last month of a part of a year."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative words are counted from: the publication date and the running day of the narrative."""

    published: date | None
    running: date | None


def resolve(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    """First day, and the day after the last, that the words stand for; None if they cannot be anchored."""
    rules = {"date": _resolve_date, "weekday": _resolve_weekday, "shift": _resolve_shift, "month": _resolve_month}
    try:
        return rules.get(words.form, _resolve_years)(words, anchors)
    except (ValueError, OverflowError):
        return None


def _resolve_shift(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    anchor = anchors.published if words.dateline else anchors.running
    if anchor is None:
        return None
    return anchor + timedelta(days=words.least), anchor + timedelta(days=words.most + 1)


def _resolve_date(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    month, day = words.month or 1, words.day or 1
    if words.year is not None:
        found: date | None = date(words.year, month, day)
    else:
        found = _without_year(month, day, words.weekday, anchors)
    return None if found is None else (found, found + timedelta(days=1))


SAME_STORY_DAYS = 183
"""How far a date without a year may lie from the narrative's running day and still take its year from it."""
AHEAD_DAYS = 31
"""How far ahead of the publication a date without a year may lie before last year's is meant."""
WEEKDAY_SEARCH_YEARS = 28
"""The calendar repeats after 28 years: a weekday that matches none of them is an error of the text."""


LONGEST_TALE_DAYS = 550
"""A story whose day lies further back than this before its publication is history, and dates in it may go back."""
LONGEST_LOOK_BACK_DAYS = 90
"""How far a date without a year may lie before the running day in a story of the last year."""


def _next_after(month: int, day: int, anchors: Anchors) -> date | None:
    """The date as the first one after the running day, where that is not after the publication.

    "Left on 2 June last year and crossed the border on 7 February": the nearer 7 February lies before the journey.
    """
    running, published = anchors.running, anchors.published
    if running is None or published is None or (published - running).days > LONGEST_TALE_DAYS:
        return None
    if day > calendar.monthrange(running.year, month)[1] or day > calendar.monthrange(running.year + 1, month)[1]:
        return None
    same, following = date(running.year, month, day), date(running.year + 1, month, day)
    return following if (running - same).days > LONGEST_LOOK_BACK_DAYS and following <= published else None


def _without_year(month: int, day: int, weekday: int | None, anchors: Anchors) -> date | None:
    anchor = anchors.published
    running = anchors.running
    if running is not None and (anchor is None or (anchor - running).days > SAME_STORY_DAYS):
        anchor = running
        ahead = SAME_STORY_DAYS
    else:
        ahead = AHEAD_DAYS
    if anchor is None:
        return None
    onward = _next_after(month, day, anchors) if weekday is None and anchor is running else None
    if onward is not None:
        return onward
    years = range(anchor.year + 1, anchor.year - WEEKDAY_SEARCH_YEARS, -1)
    days = [date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
    days = [found for found in days if (found - anchor).days <= ahead]
    if weekday is not None:
        matching = [found for found in days if found.weekday() == weekday]
        # a weekday that only fits decades away is a slip of the pen; the date counts
        if matching and (anchor - matching[0]).days <= 366 * 12:
            return matching[0]
    past = [found for found in days if found <= anchor]
    if weekday is None and days and days[0] > anchor and past and (anchor - past[0]).days < AHEAD_DAYS * 6:
        return past[0]
    return days[0] if anchor is running or not past else past[0]


WEEK = 7


def _resolve_weekday(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    weekday = words.weekday or 0
    published, running = anchors.published, anchors.running
    # a weekday alone follows the narrative when the story tells of things more than a week before its publication
    far = running is not None and (published is None or (published - running).days > WEEK)
    anchor = running if running is not None and (far or words.which in {"previous", "following", "that"}) else published
    if anchor is None:
        return None
    forward = (weekday - anchor.weekday()) % WEEK
    back = (anchor.weekday() - weekday) % WEEK
    if words.which in {"next", "following"}:
        day = anchor + timedelta(days=forward or WEEK)
    elif words.which in {"last", "previous"}:
        day = anchor - timedelta(days=back or WEEK)
    elif words.which == "this" or anchor is running:
        day = anchor + timedelta(days=forward)
    else:
        day = anchor - timedelta(days=back)
    return day, day + timedelta(days=1)


def _resolve_month(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    month, year = words.month or 1, words.year
    if year is None:
        anchor = anchors.published or anchors.running
        if anchor is None:
            return None
        ahead = words.which == "next"
        year = anchor.year - (0 if month <= anchor.month else 1) + (1 if ahead and month <= anchor.month else 0)
    low, high = MONTH_PARTS.get(words.which, MONTH_PARTS[""])
    last = min(high, calendar.monthrange(year, month)[1])
    return date(year, month, low), date(year, month, last) + timedelta(days=1)


def _resolve_years(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    year = words.year
    if year is None:
        anchor = anchors.published or anchors.running
        if anchor is None:
            return None
        step = {"last": -1, "next": 1}.get(words.which, 0)
        # "last summer" may be this year's or the year before, and the hemispheres differ
        return date(anchor.year + min(step, 0), 1, 1), date(anchor.year + max(step, 0) + 1, 4, 1)
    low, high = YEAR_PARTS.get(words.which, YEAR_PARTS[""])
    if words.form == "decade":
        first, last = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}.get(words.which, (0, 10))
        return date(year + first, 1, 1), date(year + last, 1, 1)
    if words.form == "season":
        # winter runs into the next year, and summer is in January south of the equator
        return date(year, 1, 1), date(year + 1, 4, 1)
    return date(year, low, 1), date(year, high, calendar.monthrange(year, high)[1]) + timedelta(days=1)
