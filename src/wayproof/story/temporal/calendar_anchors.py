"""The days that calendar words stand for, set against the publication date and the day of the narrative."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.easter import easter

from wayproof.story.temporal.calendar_patterns import FEASTS
from wayproof.story.temporal.day_words import DayWords
from wayproof.story.temporal.weeks_named import day_of_week, day_weeks_back

MONTH_PARTS = {
    "": (1, 31),
    "early": (1, 12),
    "mid": (9, 22),
    "late": (18, 31),
    "first week": (1, 9),
    "second week": (7, 16),
    "third week": (14, 23),
    "fourth week": (21, 31),
    "last week": (21, 31),
    "first days": (1, 10),
    "last days": (20, 31),
    "first half": (1, 16),
    "second half": (14, 31),
    "last half": (14, 31),
    "first fortnight": (1, 16),
    "last fortnight": (14, 31),
}
"""First and last day of a part of a month: wider than a third, since "early March" has no sharp end."""
YEAR_PARTS = {"": (1, 12), "early": (1, 5), "mid": (4, 9), "late": (8, 12)}
"""First and last month of a part of a year."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative words are counted from: the publication, the running day and the first day of the narrative.

    `dispatch` says that the text opens with a dateline: its weekdays reach up to the day of publication.
    """

    published: date | None
    running: date | None
    first: date | None = None
    dispatch: bool = False


def resolve(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    """First day, and the day after the last, that the words stand for; None if they cannot be anchored."""
    rules = {
        "date": _resolve_date,
        "weekday": _resolve_weekday,
        "shift": _resolve_shift,
        "month": _resolve_month,
        "monthday": _resolve_monthday,
        "feast": _resolve_feast,
        "dayno": _resolve_dayno,
        "weekend": _resolve_weekend,
        "either": _resolve_either,
        "nth": _resolve_nth,
        "weekof": _resolve_week,
    }
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


def _day(found: date | None) -> tuple[date, date] | None:
    return None if found is None else (found, found + timedelta(days=1))


ONWARD_DAYS = 20
"""How far on "the 2nd" after "30 May" may lie."""


def _resolve_monthday(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    """Resolve "the 13th": of the month of the narrative, or of the next where the tale goes on into it."""
    day, anchor = words.day or 1, anchors.running or anchors.published
    if anchor is None:
        return None
    months = [(anchor.year, anchor.month), (anchor.year + anchor.month // 12, anchor.month % 12 + 1)]
    same, following = (
        date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None for year, month in months
    )
    if anchors.running is None:
        before = date(anchor.year, anchor.month, 1) - timedelta(days=1)
        last = before.replace(day=day) if day <= before.day else None
        return _day(same if same is not None and same <= anchor else last)
    if same is not None and same >= anchor:
        return _day(same)
    known = anchors.published is None or (following is not None and following <= anchors.published)
    onward = following is not None and known and (following - anchor).days <= ONWARD_DAYS
    return _day(following if onward else same)


def _resolve_feast(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    anchor = anchors.running or anchors.published
    if words.year is None and anchor is None:
        return None
    if words.year is not None:
        return _day(_feast(words.name, words.year) + timedelta(days=words.least))
    if anchor is None:
        return None
    near = [_feast(words.name, year) for year in (anchor.year - 1, anchor.year, anchor.year + 1)]
    if anchors.published is not None:
        told = [day for day in near if day <= anchors.published + timedelta(days=1)]
        near = told or near
    return _day(min(near, key=lambda day: abs((day - anchor).days)) + timedelta(days=words.least))


def _feast(name: str, year: int) -> date:
    rule = FEASTS[name]
    return easter(year) + timedelta(days=rule) if isinstance(rule, int) else date(year, *rule)


def _resolve_dayno(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    return None if anchors.first is None else _day(anchors.first + timedelta(days=words.least))


def _resolve_weekend(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    told = anchors.running if words.which in {"", "the", "that", "same", "following", "next"} else None
    anchor = told or anchors.published
    if anchor is None:
        return None
    saturday = anchor + timedelta(days=(SATURDAY - anchor.weekday()) % WEEK)
    if anchor.weekday() > SATURDAY:
        saturday = anchor - timedelta(days=1)  # on a Sunday it is the weekend already
    if told is None and words.which != "next" and saturday > anchor:
        saturday -= timedelta(days=WEEK)
    if words.which in {"last", "previous"} and saturday + timedelta(days=1) >= anchor:
        saturday -= timedelta(days=WEEK)
    # Friday evening belongs to it for most people
    return saturday - timedelta(days=1), saturday + timedelta(days=2)


def _resolve_week(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    days = _resolve_date(words, anchors)
    if days is None:
        return None
    if words.which == "ending":
        return days[1] - timedelta(days=WEEK), days[1]
    first = days[0] - timedelta(days=days[0].weekday()) if words.which == "of" else days[0]
    return first, first + timedelta(days=WEEK)


def _resolve_nth(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    """Resolve "the last Sunday of May", "the first day of the month": of that month, else of the month of the tale."""
    told = anchors.running or anchors.published
    if words.month is None:
        first = None if told is None else told.replace(day=1)
    else:
        months = _resolve_month(replace(words, which=""), anchors)
        first = None if months is None else months[0]
    if first is None:
        return None
    length = calendar.monthrange(first.year, first.month)[1]
    days = [first + timedelta(days=day) for day in range(length)]
    fitting = [day for day in days if words.weekday is None or day.weekday() == words.weekday]
    count = words.day or 1
    if count > len(fitting):
        return None
    return _day(fitting[-1] if count < 0 else fitting[count - 1])


SATURDAY = 5


def _resolve_either(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:  # noqa: ARG001 - one signature for all
    year, month, day = words.year or 1, words.month or 1, words.day or 1
    one, other = date(year, month, day), date(year, day, month)
    return min(one, other), max(one, other) + timedelta(days=1)


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


def _on_weekday(month: int, day: int, weekday: int, anchors: Anchors) -> date | None:
    """The first such date on that weekday from the running day on, in a long tale; None if there is none.

    "Put to sea on 17 November 2012 ... reached home on Tuesday 11 February": of 2014, not the one before the journey.
    """
    running, published = anchors.running, anchors.published
    if running is None or published is None:
        return None
    years = range(running.year, published.year + 1)
    found = (date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1])
    last = min(published, running + timedelta(days=LONGEST_TALE_DAYS))
    return next((one for one in found if running <= one <= last and one.weekday() == weekday), None)


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
        onward = _on_weekday(month, day, weekday, anchors) if anchor is running else None
        if onward is not None and (not matching or (anchor - matching[0]).days > SAME_STORY_DAYS):
            return onward
        # a weekday that only fits decades away is a slip of the pen; the date counts
        if matching and (anchor - matching[0]).days <= 366 * 12:
            return matching[0]
    past = [found for found in days if found <= anchor]
    if weekday is None and days and days[0] > anchor and past and (anchor - past[0]).days < AHEAD_DAYS * 6:
        return past[0]
    return days[0] if anchor is running or not past else past[0]


WEEK = 7
TALE_DAYS = 13
"""A tale of fewer days than two weeks has each weekday once or twice; "the Wednesday" is then one of its own."""


def _resolve_weekday(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    if words.which in {"week", "weeksback"}:
        weeks_back = words.which == "weeksback"
        of_week = day_of_week(words, anchors.published, anchors.running)
        return _day(day_weeks_back(words, anchors.published) if weeks_back else of_week)
    weekday = words.weekday or 0
    published, running = anchors.published, anchors.running
    first = anchors.first
    if words.which == "that" and first is not None and running is not None and 0 <= (running - first).days <= TALE_DAYS:
        # "between Monday 5 and Thursday 8 June ... on the Wednesday": a day of the tale
        told = running - timedelta(days=(running.weekday() - weekday) % WEEK)
        if told >= first and told != running:
            return told, told + timedelta(days=1)
    # a weekday alone follows the narrative when the story tells of things more than a week before its publication
    far = running is not None and (published is None or (published - running).days > WEEK)
    anchor = running if running is not None and (far or words.which in {"previous", "following", "that"}) else published
    if words.which == "last" and published is not None:
        anchor = published  # "on Sunday last": counted from when it is told
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
        day = anchor - timedelta(days=back or (WEEK if _is_of_last_week(anchors) else 0))
    return day, day + timedelta(days=1)


def _is_of_last_week(anchors: Anchors) -> bool:
    """Whether the weekday of the publication means a week before: a paper calls its own day "today".

    Not so in a dispatch, nor where the tale goes on to that day: "left on Saturday ... was here on Monday".
    """
    published, running = anchors.published, anchors.running
    goes_on = published is not None and running is not None and 0 < (published - running).days < WEEK
    return not anchors.dispatch and not goes_on


def _resolve_month(words: DayWords, anchors: Anchors) -> tuple[date, date] | None:
    month, year = words.month or 1, words.year
    if words.name == "told":  # "at the end of the month": that of which the tale was telling
        told = anchors.running or anchors.published
        if told is None:
            return None
        month, year = told.month, told.year
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
        anchor = (anchors.running if words.which == "that" else None) or anchors.published or anchors.running
        if anchor is None:
            return None
        if words.which == "that":  # "in spring 2018 ... that autumn"
            return date(anchor.year, 1, 1), date(anchor.year + 1, 4, 1)
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
