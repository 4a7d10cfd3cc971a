"""The window of a time expression: its day, its time of day and what bounds it, "by eleven on Friday"."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from wayproof.story.temporal.clock import DAY_HOURS, TWELVE, ClockWords
from wayproof.story.temporal.clock_patterns import PARTS, WIDTHS
from wayproof.story.temporal.day_signs import Half
from wayproof.story.temporal.time_groups import Group

BY_HOURS = 12
"""Hours that "by eleven" reaches back: something that happened by then happened in the half day before."""


@dataclass(slots=True)
class Narrative:
    """Where the telling stands.

    Attributes
    ----------
    published, running, main
        The day of publication, of the last event told, and of the tale proper while it looks back.
    minute
        The last clock time told on the running day.
    dispatch
        Whether the text opens with a dateline; its weekdays are then those of the week before it.
    live
        Whether lines open with an hour: the weekdays of a live report may be that of its publication.
    opens_early
        Whether the first date of the text is of a morning.
    told
        Offset of the words that set the running day.
    night
        Whether they tell of a night, so that a dawn told next is that of the day after.
    month
        First day of a month told since, of which "the 4th" is then: "last May, beginning on the 4th".
    sure_minute
        The last clock time whose half of the day was told: "six on Sunday morning".
    sent
        The day that the dateline of a dispatch tells, from which its "today" counts.
    mentioned, mentioned_at
        The day told last, of a plan or a telling too, and where: "he had promised to be there on Monday ... that day".
    evenings
        Days of which an evening was told.
    afternoons
        Days of which an afternoon was told.
    dawned
        The day into which the tale has just passed from the night before.
    narrative
        Whether those words count weekdays on from an event: "the Sunday", "Friday 23 September".
    era
        A month or a year told with its year, as its first day and the day after its last, and where: the year of the
        dates that follow it.
    """

    published: date | None
    running: date | None = None
    minute: int | None = None
    main: date | None = None
    dispatch: bool = False
    live: bool = False
    opens_early: bool = False
    told: int = 0
    narrative: bool = False
    night: bool = False
    month: date | None = None
    sure_minute: int | None = None
    sent: date | None = None
    mentioned: date | None = None
    mentioned_at: int = 0
    evenings: set[date] = field(default_factory=set)
    afternoons: set[date] = field(default_factory=set)
    dawned: date | None = None
    era: tuple[date, date, int] | None = None


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def window(
    group: Group, days: tuple[date, date], bound: str, state: Narrative
) -> tuple[datetime | None, datetime | None]:
    """Naive bounds of an expression on its days; `bound` is the word before it that makes it a limit, else ""."""
    try:
        if group.clock is not None and days[1] - days[0] == timedelta(days=1):
            return _clock_window(group, days[0], bound, state)
        if group.part is not None and days[1] - days[0] == timedelta(days=1):
            return _part_window(group.part, days[0])
        if group.part is not None and group.part.part in {"night", "overnight"} and group.last_day is not None:
            return _part_window(group.part, days[0])[0], _part_window(group.part, days[1] - timedelta(days=2))[1]
        night = group.day is not None and group.day.name == "night"
        low, high = _at(days[0], 0), _at(days[1], 0)
        if night:  # "two nights later": from noon to the next morning
            low, high = _at(days[0], HALF_DAY), _at(days[1], PARTS["night"][1] - DAY_HOURS * HOUR)
        open_ended = {
            "by": (None, high),
            "no later than": (None, high),
            "before": (None, low),
            "after": (low, None),
            "since": (low, None),
            "not before": (low, None),
        }
        return (low, high) if group.last_day is not None else open_ended.get(bound, (low, high))
    except OverflowError:
        return None, None


HOUR, HALF_DAY = 60, 12 * 60
"""Minutes of an hour and of half a day."""


def _minute(  # noqa: PLR0911 - the signs of morning and evening
    group: Group, clock: ClockWords, state: Narrative, day: date
) -> int:
    """Minutes after midnight, with morning or evening decided by the part of the day, else by the order of telling."""
    zone, dated, part = group.zone is not None and group.zone.zone is not None, group.day is not None, group.part
    minute = clock.minute or 0
    told = state.minute if state.running == day else None
    if clock.half == TWELVE and part is None:
        later = told is not None and not dated and minute < told <= minute + HALF_DAY
        later = later and (minute < WORKDAY_START or (told or 0) >= HALF_DAY)  # 11:20 and then 11:00 contradict
        return minute + HALF_DAY if later else minute  # "left at 2:50 p.m. ... and at 5:40 was put down"
    if clock.half not in {"?", TWELVE}:
        return minute
    morning, evening = minute % HALF_DAY, minute % HALF_DAY + HALF_DAY
    if part is not None and "night" in part.part:
        small_hours = morning < PARTS["small hours"][1] and part.part != "overnight"
        return morning + 2 * HALF_DAY if small_hours else evening
    if part is not None:
        low, high = PARTS[part.part]
        return morning if low <= morning <= high or not low <= evening <= high else evening
    half = group.half
    if half is Half.CLOCKS and told is not None and minute < HALF_DAY:
        return min(
            (morning, evening), key=lambda one: abs(one - told)
        )  # "left at half past eleven ... ten by the clock there"
    if half is Half.START:
        half = Half.OPEN if day in state.evenings or told is not None else Half.FORENOON
    by_sign = _by_sign(half, morning, evening) if minute < HALF_DAY else None
    if by_sign is not None:
        return by_sign
    # "took off on the afternoon of 3 July ... at one minute past eleven"
    late = day in state.afternoons and not dated
    if clock.half == "?" and part is None and (zone or late):
        return _on_the_way(morning, evening, None if dated or not zone else told, late=late or minute >= HALF_DAY)
    if state.sure_minute is not None and state.sure_minute % HALF_DAY == morning:
        return state.sure_minute  # "It was six on Sunday morning. At six on Saturday ..."
    after = state.minute if state.minute is not None and state.running == day else WORKDAY_START
    after = 0 if state.dawned == day and state.running != day else after
    return morning if minute < HALF_DAY and morning >= after else evening


def _on_the_way(morning: int, evening: int, told: int | None, *, late: bool) -> int:
    """The minute of an hour told by another zone's clocks, or on an afternoon of which something was told."""
    if told is not None and told >= HALF_DAY:  # "took off at 19:35 ... landed at ten to nine, British time"
        return evening if evening >= told else morning
    return morning if morning >= WORKDAY_START and not late else evening


def _by_sign(half: Half, morning: int, evening: int) -> int | None:
    """The minute that the words around an hour leave; None where they leave both."""
    match half:
        case Half.FORENOON:
            return morning if morning >= PARTS["dawn"][0] else None
        case Half.EVENING:
            return evening
        case Half.SHOW:
            return evening if morning < LATE_SHOW else None
        case Half.NIGHT:
            return morning + 2 * HALF_DAY if morning < PARTS["small hours"][1] else evening
        case _:
            return None


LATE_SHOW = 10 * 60 + 30
"""A play or a ball does not begin later at night than this."""
WORKDAY_START = 7 * 60
"""An hour in words with nothing else said is read between seven in the morning and seven in the evening."""


def told_minute(group: Group, day: date, state: Narrative) -> int | None:
    """The minute of the day that a clock time names, whatever room its words leave: nine for "by nine"."""
    if group.clock is None:
        return None
    minute = _minute(group, group.clock, state, day)
    return minute - 1 if minute == 2 * HALF_DAY else minute % (2 * HALF_DAY)  # midnight ends its day


def _clock_window(group: Group, day: date, bound: str, state: Narrative) -> tuple[datetime, datetime]:
    clock = group.clock
    if clock is None:
        message = "a clock window needs a clock"
        raise ValueError(message)
    minute = _minute(group, clock, state, day)
    if group.part is not None and minute < 2 * HALF_DAY:
        state.sure_minute = minute
    moment = _at(day, minute)
    begins = (clock.minute or 0) > DAY_HOURS * HOUR or clock.width in {"after", "shortly after"}
    if begins and (clock.minute or 0) >= DAY_HOURS * HOUR and group.day is not None and group.part is None:
        moment -= timedelta(days=1)  # "soon after midnight on Sunday": the midnight with which that day began
    if group.last_clock is not None:
        until = _at(day, _minute(group, group.last_clock, state, day))
        return moment, until + timedelta(minutes=1) if until >= moment else until + timedelta(days=1)
    before, after = WIDTHS[clock.width]
    low, high = moment - timedelta(minutes=before), moment + timedelta(minutes=after)
    if group.part is not None and clock.width in {"before", "after"} and group.part.part in PARTS:
        start, end = PARTS[group.part.part]  # "before eleven on that evening"
        early = clock.width == "before" and minute <= start  # "before three in the morning"
        low, high = low if early else max(low, _at(day, start)), min(high, _at(day, end))
    if clock.bound == "by" or bound in {"by", "no later than"}:
        since = state.minute if state.running == day else None
        least = moment - timedelta(hours=BY_HOURS)
        if state.dawned == day and state.running is not None and state.running < day and state.minute is not None:
            least = max(least, _at(state.running, state.minute))
        # "left at six ... by half past eight he was there": not before he left
        return (max(least, _at(day, since)) if since is not None and since < minute else least), high
    return low, high


SHORT_PARTS = frozenset({"breakfast", "lunchtime", "teatime", "supper", "dinner"})
AFTER_MEAL = 3
"""Hours behind a meal that are still "after breakfast"."""


def _part_window(part: ClockWords, day: date) -> tuple[datetime, datetime]:
    low, high = (_at(day, minute) for minute in PARTS[part.part])
    match part.width, part.bound:
        case "before" | "shortly before", _:
            return _at(day, 0), high
        case "after", _ if part.part in SHORT_PARTS:
            return low, high + timedelta(hours=AFTER_MEAL)
        case "after", _:
            return low, high + timedelta(minutes=WIDTHS["after"][1])
        case _, "by":
            return high - timedelta(hours=BY_HOURS), high
        case _:
            return low, high
