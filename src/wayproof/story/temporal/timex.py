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
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wayproof.story.temporal.bare_ordinals import with_ordinals
from wayproof.story.temporal.calendar_anchors import WEEK, Anchors, resolve
from wayproof.story.temporal.clock import DAY_HOURS
from wayproof.story.temporal.day_doubts import doubt_of
from wayproof.story.temporal.day_signs import is_set
from wayproof.story.temporal.day_words import DayWords
from wayproof.story.temporal.halves_of_day import half_of
from wayproof.story.temporal.lengths import LengthWords, length
from wayproof.story.temporal.narrative_days import (
    advance,
    day_of_narrative,
    is_midnight,
    is_that_day,
    is_told_back,
    mention,
    of_era,
    of_that_day,
)
from wayproof.story.temporal.not_before import night_before, not_before
from wayproof.story.temporal.service_hours import bound_by
from wayproof.story.temporal.time_groups import Group, groups_of, nearest, told_after, week_after
from wayproof.story.temporal.time_kinds import TimeKindWords, kind_words
from wayproof.story.temporal.time_windows import Narrative, window
from wayproof.story.temporal.told_back import SENTENCE_END, is_background, told_back, told_of_others
from wayproof.story.temporal.zone_words import zone_of_all
from wayproof.story.text.stopped_datelines import opens_dispatch
from wayproof.story.vocabulary.regexes import regex

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
    ends
        Of a time with two dated ends the window of each, as of :attr:`earliest` and :attr:`latest`: a way "between
        Sunday night and Tuesday morning" begins in the first and ends in the second. None for any other.
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
    ends: tuple[tuple[datetime, datetime], tuple[datetime, datetime]] | None = None


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
_LIVE = regex(r"^(?:\w+day,?\s+)?\d\d[:.]\d\d\b", re.MULTILINE)
"""A line that opens with the hour at which it was written, as those of a live report do."""


@lru_cache(maxsize=4)  # a check asks several times
def find_times(story: "Story") -> tuple[TimeExpression, ...]:
    """Time expressions of the story in text order.

    Weekdays and dates without a year are set against ``story.published`` (usually the past), "the next morning" and
    "two days later" against the running day of the narrative. Linear in the length of the text.
    """
    text = story.text
    groups = _with_named_year(with_ordinals(text, groups_of(text)), text, story.published)
    sentences = story.sentences
    starts = [span.start for span in sentences]

    def sentence_of(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    days_of: dict[int, list[Group]] = {}
    for group in groups:
        if group.day is not None:
            days_of.setdefault(sentence_of(group.start), []).append(group)
    state = Narrative(story.published, dispatch=opens_dispatch(text), live=_LIVE.search(text) is not None)
    first = _first_day(groups, story)
    state.opens_early = _opens_early(groups)
    found: list[TimeExpression] = []
    week: tuple[DayWords, int] | None = None
    dated = [group for group in groups if group.day is not None]
    for position, group in enumerate(groups):
        group.half = half_of(text, groups, position)
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
        week = week_after(text, group, week, told=kind is not TimeKind.EVENT)
        same = [
            other
            for other in nearest(days_of.get(index, []), group)
            if is_midnight(group) or not told_after(text, group, other)
        ]
        looks_back = _looks_back(text, low, group.start) and any(
            one.start >= low and one.earliest is not None and one.kind is TimeKind.EVENT for one in found[-4:]
        )
        looks_back = looks_back or told_of_others(text, low, group)
        running = state.running, state.minute
        found.append(_expression(group, text, kind, state=state, same_sentence=same, first=first, ahead=dated))
        if looks_back:
            state.running, state.minute = running
    zone = zone_of_all(text)
    return tuple(replace(one, zone=zone) if zone and one.precise and one.zone is None else one for one in found)


_HAD = regex(r",\s*(?:(?:which|where|who|when|that)\b[^,;.]*\bhad|[^,;.]*\bhaving)\b[^,;.]*$", re.IGNORECASE)


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


_NAMED_YEAR = regex(r"(?:of\s+)?(?P<which>last|this)\s+year", re.IGNORECASE)


def _opens_early(groups: "Sequence[Group]") -> bool:
    """Whether the first date told is of a morning, so that a night told before it is the one before."""
    first = next((group for group in groups if group.day is not None), None)
    part = first.part.part if first is not None and first.part is not None else ""
    return part in {"dawn", "sunrise", "small hours", "early morning", "morning", "breakfast"}


def _first_day(groups: "Sequence[Group]", story: "Story") -> date | None:
    today = opens_dispatch(story.text) or _LIVE.search(story.text) is not None
    anchors = Anchors(story.published, None, dispatch=today)
    for group in groups:
        if group.day is not None and group.day.form in {"date", "weekday", "nth"}:
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
        return _of_length(bare, group.length)
    # after "five days earlier" a weekday is again one of the story's own days
    weekday = group.day is not None and group.day.form == "weekday"
    again = weekday and SENTENCE_END.search(text, state.told, start) is not None
    running = (state.main if again else None) or state.running
    onward = state.narrative and "\n" not in text[state.told : start]
    bare_weekday = weekday and group.day is not None and not group.day.which
    if bare_weekday and state.dispatch and not onward and state.published is not None:
        running = None  # the weekdays of a dispatch are those of its week
    near = _told_near(text, group, ahead, state) if kind is TimeKind.EVENT else None
    sent = state.sent if group.day is not None and group.day.dateline else None
    anchors = Anchors(sent or state.published, near or running, first, state.dispatch or state.live)
    era = of_era(text, group.day, start, state) if group.last_day is None else None
    days = era or told_back(text, group, _days_told(group, anchors, state), state)
    if is_that_day(group.day):
        days = of_that_day(text, group, days, state, same_sentence)
    if group.day is not None and days is None:
        return replace(bare, after_hours=_unanchored(group.day))
    floating = days is None
    if days is None:
        days = day_of_narrative(text, group, state, same_sentence, first)
    if days is None:
        return bare
    lead = _lead_words().search(text[max(0, start - 24) : start])
    bound = re.sub(r"\s+", " ", lead["lead"].casefold()) if lead else ""
    group, bound = not_before(text, start, group, bound_by(text, end, bound))
    group, days, bound = night_before(text, start, group, days, bound)
    low, high = window(group, days, bound, state)
    ends = _both_ends(text, group, days, (low, high), state)
    low, high = (ends[0][0], ends[1][1]) if ends is not None else (low, high)
    if kind is not TimeKind.PUBLICATION:
        mention(state, group, days)
    _note_sending(state, kind, days)
    if kind is TimeKind.EVENT and not is_background(text, group, days, state):
        planned = group.clock is not None and group.day is None and is_set(text, 0, start)
        planned = planned or (is_midnight(group) and is_told_back(text, group, state))
        advance(state, group, days, low, planned=planned)
    precise = (group.clock is not None or group.part is not None) and group.until is None
    doubt = doubt_of(group, days, anchors, ahead, bare.text)
    return replace(bare, earliest=low, latest=high, floating=floating, precise=precise, inferred=doubt, ends=ends)


def _both_ends(
    text: str, group: Group, days: tuple[date, date], first: tuple[datetime | None, datetime | None], state: Narrative
) -> tuple[tuple[datetime, datetime], tuple[datetime, datetime]] | None:
    """The windows of both ends of a group of which the other end has its own day; None for any other group."""
    end, low, high = group.until, *first
    last = resolve(end.day, Anchors(state.published, days[0])) if end is not None and end.day is not None else None
    if end is None or last is None or low is None or high is None:
        return None
    other = window(end, last, "", state)
    if other[0] is None or other[1] is None or other[1] <= low:
        return None
    loose = _SOME_TIME.search(text, max(0, group.start - LONGEST_LEAD), group.start) is not None
    return ((low, other[1]), (low, other[1])) if loose else ((low, high), (other[0], other[1]))


_SOME_TIME = regex(
    r"\b(?:some\s*times?|at\s+some\s+(?:point|moment|hour)|one\s+day|once)\s+(?:between\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
LONGEST_LEAD = 40
"""Characters before a time in which stands that it is not known more closely: "some time between"."""


def _of_length(bare: TimeExpression, told: LengthWords) -> TimeExpression:
    gap = (-told.most, -told.least) if told.earlier else (told.least, told.most)
    if told.after or told.earlier:
        return replace(bare, after_hours=gap, kind=TimeKind.EVENT)
    return replace(bare, kind=TimeKind.DURATION, duration=(length(gap[0]), length(gap[1])))


def _note_sending(state: Narrative, kind: TimeKind, days: tuple[date, date]) -> None:
    """Take note of the day of a dispatch, from which its "today" counts: "GENEVA, March 21 - ... this morning"."""
    if kind is TimeKind.PUBLICATION and state.dispatch and state.published is not None:
        within = timedelta(0) <= state.published - days[0] <= SENT_WITHIN
        state.sent = days[0] if within and days[1] - days[0] == timedelta(days=1) else state.sent


def _days_told(group: Group, anchors: Anchors, state: Narrative) -> tuple[date, date] | None:
    """The first day of the words, and the day after their last; None where they tell none."""
    days = resolve(group.day, anchors) if group.day is not None else None
    days = _before_end(group, days, state)
    if days is None or group.last_day is None:
        return days
    running = days[0] if group.last_day.form != "date" else state.running
    last = resolve(group.last_day, Anchors(state.published, running, dispatch=state.dispatch or state.live))
    past = last is not None and state.published is not None and last[0] == state.published and not state.dispatch
    if last is not None and past and group.day is not None and group.day.form == group.last_day.form == "weekday":
        # "from Thursday until Saturday", printed on a Saturday: those of the week before
        days, last = (days[0] - timedelta(days=WEEK), days[1]), (last[0], last[1] - timedelta(days=WEEK))
    return (days[0], last[1]) if last is not None and last[1] > days[0] else days


def _before_end(group: Group, days: tuple[date, date] | None, state: Narrative) -> tuple[date, date] | None:
    """The weekday of a time with two ends as the one before its other end, which is not after the publication."""
    end = group.until.day if group.until is not None else None
    if days is None or end is None or group.day is None or {group.day.form, end.form} != {"weekday"}:
        return days
    last = resolve(end, Anchors(state.published, days[0]))
    back = timedelta(days=WEEK if last is not None and last[0] < days[0] else 0)
    return days[0] - back, days[1] - back


def _start(group: Group) -> int:
    return group.start


def _told_near(text: str, group: Group, ahead: "Sequence[Group]", state: Narrative) -> date | None:
    """The day from which a bare ordinal counts in the month told last, or a weekday in the week of a date told next."""
    words = group.day
    if words is not None and (words.form == "monthday" or words.name == "told"):
        return state.month
    if words is not None and words.form == "season" and words.which == "that":
        return state.era[0] if state.era is not None else None
    if words is not None and words.form == "weekday" and state.running is None:
        told = state.mentioned if words.which == "that" else None
        return _week_of(text, group, ahead, state.published) or told
    return None


NEAR_DATE = 400
"""Characters within which a weekday counts from the date told after it: "left on Monday ... back on Friday 4 March"."""


def _week_of(text: str, group: Group, ahead: "Sequence[Group]", published: date | None) -> date | None:
    """The day from which a weekday told before any date counts on: a week before the first date told after it."""
    index = bisect_right(ahead, group.start, key=_start)
    after = ahead[index] if index < len(ahead) else None
    words = group.day
    if (
        after is None
        or after.day is None
        or words is None
        or words.which not in {"", "that"}
        or after.start - group.end > NEAR_DATE
    ):
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
