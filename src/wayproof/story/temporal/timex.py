"""Time expressions of a story: a closed grammar of dates, clock times and spans, each with its place in the text.

:mod:`wayproof.story.temporal.calendar_words` and :mod:`wayproof.story.temporal.clock` find the words; here neighbours
become one expression ("at 14:00" + "on Sunday" + "29 December"), get their kind, and are set against the publication
date and the running day of the narrative: the day of the last event told.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.temporal.calendar_anchors import WEEK, Anchors, resolve
from wayproof.story.temporal.calendar_words import DayWords
from wayproof.story.temporal.clock import DAY_HOURS
from wayproof.story.temporal.day_doubts import doubt_of
from wayproof.story.temporal.lengths import length
from wayproof.story.temporal.time_groups import Group, groups_of, nearest, told_after
from wayproof.story.temporal.time_kinds import TimeKindWords, kind_words
from wayproof.story.temporal.time_windows import Narrative, told_minute, window
from wayproof.story.temporal.told_back import SENTENCE_END, told_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.text.document import Story


class TimeKind(StrEnum):
    """What a time expression dates: something that happened, its telling, a decision, or no date but a length."""

    EVENT = "event"
    PUBLICATION = "publication"
    DECISION = "decision"
    REPORT = "report"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its span and what it says.

    Attributes
    ----------
    start, end, text
        The span in the story's text.
    kind
        What the expression dates.
    earliest, latest
        Naive local wall clock of the place it belongs to, `latest` exclusive; None where it sets no such bound
        ("by 5 March" has no earliest), both None for a bare duration or gap and for what cannot be anchored.
    zone
        IANA name, only if the text names a zone ("GMT", "Moscow time"); None means the place's own.
    after_hours
        Least and most hours since the event told before ("two hours later"); negative for "two hours earlier".
    duration
        Least and most length ("in under five hours"); None otherwise.
    floating
        True when the text gives the time of day but no day: the day is then that of the narrative, and a reader who
        knows the order of events may move it to a neighbouring day.
    precise
        True when the window is at most a day's part: the words name a time of day.
    inferred
        What of the day is a reading among several, in words; empty where the words leave no doubt.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    earliest: datetime | None = None
    latest: datetime | None = None
    zone: str | None = None
    after_hours: tuple[float, float] | None = None
    duration: tuple[timedelta, timedelta] | None = None
    floating: bool = False
    precise: bool = False
    inferred: str = ""


@cache
def _lead_words() -> re.Pattern[str]:
    return re.compile(
        (
            r"(?:\b(?P<lead>by|before|after|since|until|till|between|from|no\s+later\s+than|"
            r"not\s+before)\s+(?:(?:the|about|around|early|late)\s+)*)$"
        ),
        re.IGNORECASE,
    )


SENT_WITHIN = timedelta(days=10)
"""How long before it is printed a dispatch can have been sent."""
_DISPATCH = re.compile(r"\s*[A-Z\u00c0-\u017d]{3}[^\n\u2014\u2013]{0,60}?(?:[\u2014\u2013]|--|\s-\s)")
"""The dateline that opens a dispatch: "BONN, June 1 -"."""


def find_times(story: "Story") -> tuple[TimeExpression, ...]:
    """Time expressions of the story in text order.

    Weekdays and dates without a year are set against ``story.published`` (usually the past), "the next morning" and
    "two days later" against the running day of the narrative. Linear in the length of the text.
    """
    text = story.text
    groups = _with_named_year(groups_of(text), text, story.published)
    sentences = story.sentences
    starts = [span.start for span in sentences]

    def sentence_of(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    days_of: dict[int, list[Group]] = {}
    for group in groups:
        if group.day is not None:
            days_of.setdefault(sentence_of(group.start), []).append(group)
    state = Narrative(story.published, dispatch=_DISPATCH.match(text) is not None)
    first = _first_day(groups, story)
    found: list[TimeExpression] = []
    dated = [group for group in groups if group.day is not None]
    for group in groups:
        index = sentence_of(group.start)
        span = sentences[index] if sentences else None
        low, high = (
            (span.start, span.end)
            if span is not None and span.start <= group.start < span.end
            else (group.start, group.end)
        )
        words = kind_words(text, low, high, group.start, group.end)
        kind = {
            TimeKindWords.EVENT: TimeKind.EVENT,
            TimeKindWords.REPORT: TimeKind.REPORT,
            TimeKindWords.DECISION: TimeKind.DECISION,
            TimeKindWords.PUBLICATION: TimeKind.PUBLICATION,
        }[words]
        same = [
            other
            for other in nearest(days_of.get(index, []), group)
            if _is_midnight(group) or not told_after(text, group, other)
        ]
        looks_back = _looks_back(text, low, group.start) and any(
            one.start >= low and one.earliest is not None and one.kind is TimeKind.EVENT for one in found[-4:]
        )
        running = state.running, state.minute
        found.append(_expression(group, text, kind, state=state, same_sentence=same, first=first, ahead=dated))
        if looks_back:
            state.running, state.minute = running
    return tuple(found)


_HAD = re.compile(r",\s*(?:which|where|who|when|that)\b[^,;.]*\bhad\b[^,;.]*$", re.IGNORECASE)


def _looks_back(text: str, low: int, start: int) -> bool:
    """Whether a time stands in an aside about what came before: "reached X, which she had left on 25 November"."""
    return _HAD.search(text[max(low, start - 120) : start]) is not None


def _with_named_year(groups: "list[Group]", text: str, published: date | None) -> "list[Group]":
    """Groups with "last year" and "this year" joined to the date or month before them: "on 2 June last year"."""
    found: list[Group] = []
    for group in groups:
        day, last = group.day, found[-1] if found else None
        named = _NAMED_YEAR.fullmatch(text[group.start : group.end])
        if (
            published is not None
            and day is not None
            and named is not None
            and last is not None
            and last.day is not None
            and last.day.form in {"date", "month"}
            and last.day.year is None
            and re.fullmatch(r"[\s,]*(?:of\s+)?", text[last.end : group.start]) is not None
        ):
            year = published.year - (named["which"].casefold() == "last")
            last.day, last.end = replace(last.day, year=year), group.end
            continue
        found.append(group)
    return found


_NAMED_YEAR = re.compile(r"(?:of\s+)?(?P<which>last|this)\s+year", re.IGNORECASE)


def _first_day(groups: "Sequence[Group]", story: "Story") -> date | None:
    anchors = Anchors(story.published, None)
    for group in groups:
        if group.day is not None and group.day.form in {"date", "weekday"}:
            days = resolve(group.day, anchors)
            if days is not None:
                return days[0]
    return story.published


def _expression(
    group: Group,
    text: str,
    kind: TimeKind,
    *,
    state: Narrative,
    same_sentence: "Sequence[Group]",
    first: date | None,
    ahead: "Sequence[Group]",
) -> TimeExpression:
    start, end = group.start, group.end
    bare = TimeExpression(start, end, text[start:end], kind, zone=group.zone.zone if group.zone else None)
    if group.length is not None:
        gap = (group.length.least, group.length.most)
        if group.length.earlier:
            gap = (-gap[1], -gap[0])
        if group.length.after or group.length.earlier:
            return replace(bare, after_hours=gap, kind=TimeKind.EVENT)
        return replace(bare, kind=TimeKind.DURATION, duration=(length(gap[0]), length(gap[1])))
    # after "five days earlier" a weekday is again one of the story's own days
    weekday = group.day is not None and group.day.form == "weekday"
    again = weekday and SENTENCE_END.search(text, state.told, start) is not None
    running = (state.main if again else None) or state.running
    onward = state.narrative and "\n" not in text[state.told : start]
    if (
        weekday
        and state.dispatch
        and not onward
        and group.day is not None
        and not group.day.which
        and state.published is not None
    ):
        running = None  # the weekdays of a dispatch are those of its week
    near = _told_near(text, group, ahead, state) if kind is TimeKind.EVENT else None
    sent = state.sent if group.day is not None and group.day.dateline else None
    anchors = Anchors(sent or state.published, near or running, first)
    days = told_back(text, group, _days_told(group, anchors, state), state)
    if days is None and _is_that_day(group.day):
        days = _day_of_narrative(group, state, same_sentence, None)  # "at eight that morning ... at noon on 4 May"
    if group.day is not None and days is None:
        return replace(bare, after_hours=_unanchored(group.day))
    floating = days is None
    if days is None:
        days = _day_of_narrative(group, state, same_sentence, first)
    if days is None:
        return bare
    lead = _lead_words().search(text[max(0, start - 24) : start])
    bound = re.sub(r"\s+", " ", lead["lead"].casefold()) if lead else ""
    low, high = window(group, days, bound, state)
    _note_sending(state, kind, days)
    if kind is TimeKind.EVENT:
        _advance(state, group, days, low)
    precise = group.clock is not None or group.part is not None
    doubt = doubt_of(group, days, anchors, ahead, bare.text)
    return replace(bare, earliest=low, latest=high, floating=floating, precise=precise, inferred=doubt)


def _note_sending(state: Narrative, kind: TimeKind, days: tuple[date, date]) -> None:
    """Take note of the day of a dispatch, from which its "today" counts: "GENEVA, March 21 - ... this morning"."""
    if kind is TimeKind.PUBLICATION and state.dispatch and state.published is not None:
        within = timedelta(0) <= state.published - days[0] <= SENT_WITHIN
        state.sent = days[0] if within and days[1] - days[0] == timedelta(days=1) else state.sent


def _days_told(group: Group, anchors: Anchors, state: Narrative) -> tuple[date, date] | None:
    """The first day of the words, and the day after their last; None where they tell none."""
    days = resolve(group.day, anchors) if group.day is not None else None
    if days is None or group.last_day is None:
        return days
    running = days[0] if group.last_day.form != "date" else state.running
    last = resolve(group.last_day, Anchors(state.published, running))
    return (days[0], last[1]) if last is not None and last[1] > days[0] else days


def _is_that_day(words: DayWords | None) -> bool:
    """Whether the words mean the day that the narrative tells of: "that morning"."""
    return words is not None and words.form == "shift" and words.least == words.most == 0 and not words.dateline


def _start(group: Group) -> int:
    return group.start


def _told_near(text: str, group: Group, ahead: "Sequence[Group]", state: Narrative) -> date | None:
    """The day from which a bare ordinal counts in the month told last, or a weekday in the week of a date told next."""
    words = group.day
    if words is not None and words.form == "monthday":
        return state.month
    if words is not None and words.form == "weekday" and state.running is None:
        return _week_of(text, group, ahead, state.published)
    return None


NEAR_DATE = 400
"""Characters within which a weekday counts from the date told after it: "left on Monday ... back on Friday 4 March"."""


def _week_of(text: str, group: Group, ahead: "Sequence[Group]", published: date | None) -> date | None:
    """The day from which a weekday told before any date counts on: a week before the first date told after it."""
    index = bisect_right(ahead, group.start, key=_start)
    after = ahead[index] if index < len(ahead) else None
    words = group.day
    if after is None or after.day is None or words is None or words.which or after.start - group.end > NEAR_DATE:
        return None
    if after.day.form != "date" or SENTENCE_END.search(text, group.end, after.start):
        return None
    dated = resolve(after.day, Anchors(published, None))
    last = resolve(words, Anchors(published, None))
    if dated is not None and last is not None and abs((last[0] - dated[0]).days) <= WEEK // 2:
        return None  # "It was six on Sunday morning. At six on Saturday 4 October ...": the day after that
    return None if dated is None else dated[0] - timedelta(days=WEEK - 1)


def _unanchored(day: DayWords) -> tuple[float, float] | None:
    """Hours since what was told before, for "two days later" in a story without any date."""
    if day.form != "shift" or day.dateline or day.least * day.most <= 0:
        return None
    return (day.least - 1) * DAY_HOURS, (day.most + 1) * DAY_HOURS


def _day_of_narrative(
    group: Group, state: Narrative, same_sentence: "Sequence[Group]", first: date | None
) -> tuple[date, date] | None:
    """The day of a time without one: of its sentence, of the narrative, else of the first event of the text."""
    anchors = Anchors(state.published, state.running)
    for other in sorted(same_sentence, key=lambda other: (other.start > group.start, abs(other.start - group.start))):
        if other.start < group.start and state.running is not None:
            break  # told before in this sentence: it is the running day already
        if other.day is not None and other.day.form in {"date", "weekday"}:
            days = resolve(other.day, anchors)
            if (
                days is not None
                and days[1] - days[0] == timedelta(days=1)
                and (state.running is None or other.day.form == "date")
            ):
                # "counted down at midnight and left at 8.30 on 1 January": the midnight with which that day began
                back = 1 if other.start > group.start and _is_midnight(group) and _has_hour(other) else 0
                return days[0] - timedelta(days=back), days[1] - timedelta(days=back)
    day = state.running or first
    if day is not None and state.night and _is_morning(group):
        day += timedelta(days=1)  # "during the night of 24 May ... taken at dawn"
    return None if day is None else (day, day + timedelta(days=1))


def _is_midnight(group: Group) -> bool:
    return group.clock is not None and group.clock.minute == DAY_HOURS * 60


def _has_hour(group: Group) -> bool:
    """Whether a time of the day is told that comes after its beginning."""
    return (group.clock is not None and not _is_midnight(group)) or group.part is not None


LONGEST_RANGE = 31
"""Days of a range whose last day the tale goes on from."""
DAYS = frozenset({"date", "weekday", "shift", "monthday", "feast", "dayno"})
"""Forms that name one day."""


_MORNING = frozenset(
    {
        *("dawn", "sunrise", "morning", "early morning", "late morning", "small hours", "lunchtime"),
        *("afternoon", "early afternoon", "late afternoon"),
    }
)


def _is_morning(group: Group) -> bool:
    """Whether a part of the day comes after the night before it: "walked all night ... in the afternoon"."""
    return group.part is not None and group.part.part in _MORNING and not group.part.bound


MIDDAY = 12 * 60


def _is_limit(group: Group) -> bool:
    """Whether an hour only closes a forenoon, in which what is told next may be: "due before noon"."""
    clock = group.clock
    return clock is not None and clock.width == "before" and group.part is None and (clock.minute or 0) <= MIDDAY


def _advance(state: Narrative, group: Group, days: tuple[date, date], low: datetime | None) -> None:
    state.month = days[0] if group.day is not None and group.day.form == "month" else None
    minute = None if low is None or _is_limit(group) else told_minute(group, days[0], state)
    if group.last_day is not None and days[1] - days[0] <= timedelta(days=LONGEST_RANGE):
        state.night = group.part is not None and group.part.part in {"night", "overnight"}
        state.running = days[0] if state.night else days[1] - timedelta(days=1)
        state.minute, state.told = None, group.start  # "from 3 to 6 May ... on the 7th"
    if days[1] - days[0] == timedelta(days=1) and (group.day is None or group.day.form in DAYS):
        if days[0] != state.running:
            state.minute = None
        if group.day is not None:
            back = group.day.form in {"shift", "weekday"} and state.running is not None and days[0] < state.running
            state.main = (state.main or state.running) if back else None
        state.running, state.told = days[0], group.start
        if group.day is not None:
            # "on Friday 23 September ... the Sunday ... by Sunday night": weekdays of the tale, not of the dispatch
            state.narrative = (
                state.narrative
                if group.day.form == "weekday" and not group.day.which
                else (group.day.form == "weekday" or (group.day.form == "date" and group.day.weekday is not None))
            )
        by_night = group.day is not None and group.day.name == "night"
        state.night = by_night or (group.part is not None and group.part.part in {"night", "overnight"})
        if minute is not None:
            state.minute = minute
