"""Weekdays of a week that is named: "Monday of last week", "last week ... on the Thursday", "the Friday before last".

A week runs from Monday to Sunday (ISO 8601). It is counted from the publication ("last week", "two weeks ago on
Monday") or from the day of the narrative ("the following week").
"""

from dataclasses import replace
from datetime import date, timedelta

from wayproof.story.temporal.day_words import DayWords
from wayproof.story.vocabulary.regexes import regex

WEEK = 7
_OF_WEEK = regex(r",?\s+(?:(?:of|in|during)\s+)?|\s*\(\s*(?:of\s+)?")
"""What stands between a weekday and its week: "on Monday of last week", "Monday, last week"."""
_ON_DAY = regex(r"\s*,?\s*(?:\(?\s*(?:on|by|until|from|between)\s+)?(?:the\s+)?")
"""What stands between a week and its weekday: "last week, on Monday"."""


def is_week(words: DayWords | None) -> bool:
    """Whether words name a week as a whole: "last week", "the week before last"."""
    return words is not None and words.form == "shift" and words.name == "week"


def weeks_away(words: DayWords) -> int:
    """How many weeks a named week lies from the one it is counted from; negative for earlier."""
    if words.least >= 0:
        return 1
    return {-WEEK: 0, -2 * WEEK: -1}.get(words.least, -2)


def of_week(day: DayWords, week: DayWords) -> DayWords:
    """Words for a weekday as the one of a named week."""
    return replace(day, which="week", least=weeks_away(week), dateline=week.dateline)


def follows_weekday(text: str, day: DayWords | None, week: object, start: int) -> bool:
    """Whether a week's name right behind a weekday, which ends at `start`, tells whose it is."""
    if day is None or day.form != "weekday" or not isinstance(week, DayWords) or not is_week(week):
        return False
    return day.which in {"", "that"} and _OF_WEEK.fullmatch(text, start, max(start, week.start)) is not None


def leads_weekday(text: str, week: DayWords | None, day: object, start: int) -> bool:
    """Whether a weekday right behind a week's name, which ends at `start`, is one of it."""
    if week is None or not is_week(week) or not isinstance(day, DayWords) or day.form != "weekday":
        return False
    return day.which in {"", "that"} and _ON_DAY.fullmatch(text, start, max(start, day.start)) is not None


def day_of_week(words: DayWords, published: date | None, running: date | None) -> date | None:
    """The day that a weekday of a named week is; None without a day to count the week from."""
    anchor = published if words.dateline else running or published
    if anchor is None:
        return None
    monday = anchor - timedelta(days=anchor.weekday())
    return monday + timedelta(days=WEEK * words.least + (words.weekday or 0))


def day_weeks_back(words: DayWords, published: date | None) -> date | None:
    """The day of "the Tuesday before last", "a week ago on Tuesday": whole weeks before the last one of the name."""
    if published is None:
        return None
    back = (published.weekday() - (words.weekday or 0)) % WEEK
    return published - timedelta(days=(back or WEEK) - WEEK * words.least)


NEAR_WEEK = 300
"""Characters behind a week's name in which a weekday is one of it, if no other day is told between."""


def in_week_told(text: str, words: DayWords, told: tuple[DayWords, int] | None) -> DayWords:
    """A bare weekday as one of the week told shortly before: "last week he left on the Monday and came on Thursday"."""
    if told is None or words.form != "weekday" or words.which not in {"", "that"}:
        return words
    week, end = told
    near = 0 <= words.start - end <= NEAR_WEEK and "\n" not in text[end : words.start]
    return of_week(words, week) if near else words
