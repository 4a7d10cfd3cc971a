"""Days that a story leaves open: weekdays, bare numbers and counts of which it does not say where they begin."""

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from wayproof.story.temporal.calendar_anchors import WEEK, Anchors, resolve
from wayproof.story.temporal.time_groups import Group
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

ANOTHER_WEEK = "the weekday may be of another week"
"""Why the day of a bare weekday is inferred: it counts on from the tale, or back from the day of publication."""
ANOTHER_MONTH = "the month of the day is not told with it"
"""Why a bare ordinal is inferred: no month was told before it, or the tale has gone on into another."""
COUNTED = "the day is counted from the first of the story"
"""Why a numbered day is inferred."""
_WITH_WEEKDAY = regex(r"[A-Za-z]+day\b")
"""A number of a day that its weekday confirms: "Monday the 20th"."""
MONTHS_BACK = 8
"""How many of the days told before an ordinal are asked for its month."""


def _in_month(day: date, group: Group, told: "Sequence[Group]") -> bool:
    """Whether the month of a bare ordinal is that of a date told before it."""
    index = bisect_left(told, group.start, key=lambda one: one.start)
    before = (one.day for one in told[max(0, index - MONTHS_BACK) : index])
    return any(one is not None and one.form in {"date", "month"} and one.month == day.month for one in before)


def doubt_of(group: Group, days: tuple[date, date], anchors: Anchors, told: "Sequence[Group]", said: str) -> str:
    """Why the day is a reading among several: it lies far on from the tale, and is another by the publication."""
    words = group.day
    if words is not None and words.form == "monthday":
        return "" if _in_month(days[0], group, told) or _WITH_WEEKDAY.match(said) else ANOTHER_MONTH
    if words is not None and words.form == "dayno":
        return COUNTED
    if words is None or words.form != "weekday" or words.which or anchors.running is None or anchors.published is None:
        return ""
    onward = (days[0] - anchors.running).days
    by_paper = {resolve(words, Anchors(anchors.published, None, dispatch=today)) for today in (True, False)}
    sure = 0 <= onward <= WEEK // 2 or days in by_paper
    return "" if sure else ANOTHER_WEEK
