"""The day on which the telling stands: the day of a time that tells none, and how what is told moves it on."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from wayproof.story.temporal.calendar_anchors import SAME_STORY_DAYS, Anchors, resolve
from wayproof.story.temporal.clock import DAY_HOURS, TWELVE
from wayproof.story.temporal.day_signs import Half
from wayproof.story.temporal.day_words import DayWords
from wayproof.story.temporal.time_groups import Group
from wayproof.story.temporal.time_windows import Narrative, told_minute
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_that_day(words: DayWords | None) -> bool:
    """Whether the words mean the day that the narrative tells of: "that morning"."""
    return words is not None and words.form == "shift" and words.least == words.most == 0 and not words.dateline


def of_that_day(
    text: str, group: Group, days: tuple[date, date] | None, state: Narrative, same_sentence: "Sequence[Group]"
) -> tuple[date, date] | None:
    """The day that "that day" means: that of a plan told last, else that of the tale, else one told in its sentence.

    "He had promised to be there on 4 May. At six that morning ..."; "at eight that morning ... at noon on 4 May".
    """
    if state.mentioned is not None and state.mentioned_at > state.told:
        evening = _EVENING.search(text, group.start, group.end) is not None and state.mentioned not in state.evenings
        if state.running is None or not (evening and state.running in state.evenings):
            return state.mentioned, state.mentioned + timedelta(days=1)
    return days if days is not None else day_of_narrative(text, group, state, same_sentence, None)


_EVENING = regex(r"\b(?:evening|night)\b", re.IGNORECASE)
"""What "that same evening" has in common with the day of which an evening was told, and no other."""


def mention(state: Narrative, group: Group, days: tuple[date, date]) -> None:
    """Take note of a day that is named, whatever is told of it."""
    if group.day is not None and days[1] - days[0] == timedelta(days=1):
        state.mentioned, state.mentioned_at = days[0], group.start


def day_of_narrative(
    text: str, group: Group, state: Narrative, same_sentence: "Sequence[Group]", first: date | None
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
                back = 1 if other.start > group.start and is_midnight(group) and _has_hour(other) else 0
                return days[0] - timedelta(days=back), days[1] - timedelta(days=back)
    day = state.running or first
    if (
        day is not None
        and state.running is None
        and state.opens_early
        and group.clock is None
        and group.part is not None
    ):
        # "was taken away by night ... passed X before dawn on 2 May"
        day -= timedelta(days=1 if group.part.part in {"night", "overnight"} else 0)
    onward = state.night and _is_morning(group) and not is_told_back(text, group, state)
    if day is not None and (onward or comes_after_night(text, group, state)):
        day += timedelta(days=1)  # "during the night of 24 May ... taken at dawn"
        state.dawned = day
    return None if day is None else (day, day + timedelta(days=1))


def of_era(text: str, words: DayWords | None, start: int, state: Narrative) -> tuple[date, date] | None:
    """A date without a year in the paragraph of a month or year told before it: "In December 1974 ... on the 15th".

    None where nothing says so, or where the date does not fall into that time or soon after it.
    """
    if words is None or words.form != "date" or words.year is not None or state.era is None:
        return None
    first, after, at = state.era
    if state.told > at or "\n" in text[at:start] or words.month is None or words.day is None:
        return None
    later = state.running is not None and state.running >= after
    if later and _days_ago(state) > SAME_STORY_DAYS:
        return None  # an aside in a tale of a later year
    if _SINCE.search(text, max(0, at - BEFORE_ERA), at) or _HAD_BEEN.match(text, at):
        return None
    for year in (first.year, first.year + 1):
        if words.day > monthrange(year, words.month)[1]:
            continue
        day = date(year, words.month, words.day)
        last = after + timedelta(days=DAYS_AFTER_MONTH if (after - first).days <= LONGEST_MONTH else 0)
        if first <= day < last and words.weekday in {None, day.weekday()} and day <= (state.published or day):
            return day, day + timedelta(days=1)
    return None


BEFORE_ERA = 24
_SINCE = regex(
    r"\b(?:since|until|till|before|from|of|dated|built|born|founded|opened|closed|shut)\s+(?:\w+\s+)?(?:in\s+)?\Z",
    re.IGNORECASE,
)
"""Words before a month or year with which it tells of a state or of how old a thing is."""
_HAD_BEEN = regex(r"[^.;\n]*?\bhad\b")
LONGEST_MONTH, DAYS_AFTER_MONTH = 31, 92
"""Days of a month, and how many days after it a date still takes its year from it."""


def _days_ago(state: Narrative) -> int:
    """Days from the running day to the publication; 0 where one is unknown."""
    if state.running is None or state.published is None:
        return 0
    return (state.published - state.running).days


def is_midnight(group: Group) -> bool:
    """Whether a time is the midnight with which a day ends."""
    return group.clock is not None and group.clock.minute == DAY_HOURS * 60


def _has_hour(group: Group) -> bool:
    """Whether a time of the day is told that comes after its beginning."""
    return (group.clock is not None and not is_midnight(group)) or group.part is not None


LONGEST_RANGE = 31
"""Days of a range whose last day the tale goes on from."""
DAYS = frozenset({"date", "nth", "weekday", "shift", "monthday", "feast", "dayno"})
"""Forms that name one day."""


_MORNING = frozenset(
    {
        *(
            "dawn",
            "sunrise",
            "morning",
            "early morning",
            "late morning",
            "small hours",
            "breakfast",
            "first thing",
            "lunchtime",
        ),
        *("afternoon", "early afternoon", "late afternoon"),
    }
)


_LATE = frozenset(
    {
        *("evening", "late evening", "early evening", "late afternoon", "afternoon", "night", "dusk"),
        *("supper", "bedtime", "last thing"),
    }
)


def _is_morning(group: Group) -> bool:
    """Whether a part of the day comes after the night before it: "walked all night ... in the afternoon"."""
    return group.part is not None and group.part.part in _MORNING and not group.part.bound


EVENING = 17 * 60
"""From here on what is told next of a morning is of the morning after."""
LAST_MINUTE = 24 * 60 - 1
"""That of midnight, behind which a small hour is one of the day after."""
SPAN = 60
"""Minutes by which an hour must lie before the hour told last to be one of the next day."""
_EARLY = frozenset(
    {"dawn", "sunrise", "morning", "early morning", "late morning", "small hours", "breakfast", "first thing"}
)
_ONWARD = regex(r"[.;:!?\n\u2014]\W*|,?\s+(?:and|but|then)\s+")
_BACK = regex(
    r"\b(?:had|having|['\u2019]d|earlier|previously|beforehand|before\s+(?:that|then)|after\s+\w+ing|that\s+day|first)\b",
    re.IGNORECASE,
)
_SAME_DAY = regex(r"\s+(?:of|on)\s+(?:the|that)\s+(?:very\s+)?(?:same\s+)?\w*day\b", re.IGNORECASE)
_CLAUSE_END = regex(r"[.;,:!?\n]")
NEAR = 90
"""Characters behind a time in which "had" may stand."""


def comes_after_night(text: str, group: Group, state: Narrative) -> bool:
    """Whether a time without a day is of the morning after the evening or night told last: "at 21:10 ... at 00:40"."""
    if state.running is None or group.half in {Half.EVENING, Half.SHOW, Half.NIGHT, Half.CLOCKS}:
        return False
    told = EVENING if state.minute is None and (state.night or state.running in state.evenings) else state.minute
    if (
        told is None
        or told < EVENING
        or not _is_early(group, told, counted=state.minute is not None, night=state.night or told >= LAST_MINUTE)
    ):
        return False
    onward = _ONWARD.search(text, state.told, group.start) is not None
    return onward and _SAME_DAY.match(text, group.end) is None and not is_told_back(text, group, state)


def is_told_back(text: str, group: Group, state: Narrative) -> bool:
    """Whether the clause of a time tells what came before: "he had left X at six"."""
    starts = [match.end() for match in _ONWARD.finditer(text, state.told, group.start)]
    low = starts[-1] if starts else group.start
    ends = _CLAUSE_END.search(text, group.end, group.end + NEAR)
    by = any(words is not None and words.bound == "by" for words in (group.clock, group.part))
    said = text[low : group.start] + ("" if by else text[group.end : ends.start() if ends else group.end + NEAR])
    return _BACK.search(said) is not None


UP = 5 * 60
"""Before this an hour without its half is one of the afternoon rather than of the night."""


def _is_early(group: Group, told: int, *, counted: bool, night: bool) -> bool:
    """Whether a time can only be one of the next morning, after an hour of the evening told last."""
    clock = group.clock
    if clock is None:
        return group.part is not None and group.part.part in _EARLY and group.part.bound in {"", "by"}
    minute = clock.minute or 0
    if minute >= MIDDAY or clock.bound in {"until", "from"}:
        return False
    if group.part is not None:
        return group.part.part in _EARLY
    if clock.half not in {"?", TWELVE}:
        return True
    return night if minute < UP else counted and minute + MIDDAY <= told - SPAN


MIDDAY = 12 * 60


def _is_limit(group: Group) -> bool:
    """Whether an hour only closes a forenoon, in which what is told next may be: "due before noon"."""
    clock = group.clock
    return clock is not None and clock.width == "before" and group.part is None and (clock.minute or 0) <= MIDDAY


def _note_part(state: Narrative, group: Group, days: tuple[date, date]) -> None:
    """Keep the day of an afternoon and of an evening that are told."""
    if group.part is None or days[1] - days[0] != timedelta(days=1):
        return
    if group.part.part in _LATE:
        state.evenings.add(days[0])
    if group.part.part == "afternoon":
        state.afternoons.add(days[0])


def advance(
    state: Narrative, group: Group, days: tuple[date, date], low: datetime | None, *, planned: bool = False
) -> None:
    """Move the telling on to the day and the time of an event told; the hour of a plan (`planned`) moves nothing."""
    state.month = days[0] if group.day is not None and group.day.form == "month" else None
    if group.day is not None and group.day.form in {"month", "year", "season", "date"} and group.day.year is not None:
        state.era = (*days, group.start) if group.day.form != "date" else None
    _note_part(state, group, days)
    minute = None if low is None or planned or _is_limit(group) else told_minute(group, days[0], state)
    if group.last_day is not None and days[1] - days[0] <= timedelta(days=LONGEST_RANGE):
        state.night = group.part is not None and group.part.part in {"night", "overnight"}
        state.running = days[0] if state.night else days[1] - timedelta(days=1)
        state.minute, state.told = None, group.start  # "from 3 to 6 May ... on the 7th"
    if group.day is not None and group.day.form == "weekof":
        state.running, state.told, state.narrative, state.minute = days[0], group.start, True, None
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
