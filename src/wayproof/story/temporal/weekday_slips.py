"""Weekdays that do not match their dates: "Thursday, 5 August 2023" was a Saturday, so one of the two is wrong."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wayproof.story.temporal.calendar_patterns import WEEKDAYS
from wayproof.story.temporal.calendar_words import find_days
from wayproof.story.temporal.day_words import DayWords

if TYPE_CHECKING:
    from wayproof.story.text.document import Story

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekdaySlip:
    """A weekday that its date does not have.

    Attributes
    ----------
    start, end, text
        The words in the story.
    day
        The date as told.
    weekday
        The weekday as told, Monday 0.
    """

    start: int
    end: int
    text: str
    day: date
    weekday: int

    @property
    def told(self) -> str:
        """The weekday as told."""
        return WEEKDAYS[self.weekday].capitalize()

    @property
    def real(self) -> str:
        """The weekday that the date has."""
        return WEEKDAYS[self.day.weekday()].capitalize()

    @property
    def meant(self) -> date:
        """The nearest date that has the weekday told."""
        ahead = (self.weekday - self.day.weekday()) % WEEK_DAYS
        return self.day + timedelta(days=ahead if ahead <= WEEK_DAYS // 2 else ahead - WEEK_DAYS)


def weekday_slips(story: "Story") -> tuple[WeekdaySlip, ...]:
    """The dates of a story whose weekday is another; dates without a year count from the day of publication."""
    found = [_slip(words, story) for words in find_days(story.text)]
    return tuple(slip for slip in found if slip is not None)


def _slip(words: DayWords, story: "Story") -> WeekdaySlip | None:
    if words.form != "date" or words.weekday is None or words.month is None or words.day is None:
        return None
    days = _days(words.month, words.day, words.year, story.published)
    if not days or any(day.weekday() == words.weekday for day in days):
        return None
    return WeekdaySlip(words.start, words.end, story.text[words.start : words.end], days[0], words.weekday)


def _days(month: int, day: int, year: int | None, published: date | None) -> list[date]:
    """The dates that may be meant, the likeliest first; without a year, that of the last two or of the next."""
    if year is None and published is None:
        return []
    latest = published.year if published is not None else 0
    years = [year] if year is not None else [latest, latest - 1, latest + 1]
    found = []
    for one in years:
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    if year is None and published is not None:
        found.sort(key=lambda one: (one > published, abs((one - published).days)))
    return found
