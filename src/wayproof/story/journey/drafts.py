"""Sightings with their times while the itinerary is being read, in UTC and on days that fit the telling."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil, cos, radians
from typing import TYPE_CHECKING

from wayproof.errors import InputError
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.temporal.calendar_anchors import WEEK
from wayproof.story.temporal.day_doubts import ANOTHER_WEEK
from wayproof.story.temporal.timex import TimeExpression
from wayproof.world.zones import localise, skips

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from wayproof.story.journey.sightings import Sighting


KM_PER_HOUR_OF_LONGITUDE = 1669.8
"""Kilometres on the equator that the sun covers in an hour (circumference 40,075 km / 24)."""


WIDE_KM = 300.0
"""An area that reaches farther than this may keep several zones; its windows are widened by its width in hours."""


NEXT_DAY_BACK = timedelta(hours=3)
"""A clock time without a day that lies this far before the event told last is on the next day."""


@dataclass(slots=True)
class Draft:
    """A sighting with its times, while the itinerary is being read.

    Attributes
    ----------
    sighting
        What was read.
    order
        Position in the telling.
    low, high
        Naive local window, `high` exclusive; None where open.
    zone
        Zone of the window: named in the text, else the place's own.
    floating
        The day of the window is that of the narrative, not stated.
    before
        The sighting is told out of turn: it happened before the one told last.
    gap
        The expression of a gap to the sighting told before, if any.
    own
        Whether any time expression belongs to it.
    way
        The sighting that told the way here, where a later one tells the stay more exactly.
    aside
        Told as what came before in the same clause, "after a stop in X": the times of the clause are not its own.
    inferred
        What of its time is inferred and not told with it, in words; empty where nothing is.
    time_end
        Where the words end that told its time last; 0 where none did.
    clock_end
        The same, of a clause about something else too: "boarded at X, and at nine the doors were closed".
    aloft
        Its time is told again as that of the aircraft: "he took off at nine and landed at noon".
    times
        Where the expressions begin that it was given.
    placed
        Why its place in the order of the journey is a guess; empty where it is told.
    """

    sighting: "Sighting"
    order: int
    zone: str
    low: datetime | None = None
    high: datetime | None = None
    floating: bool = False
    before: bool = False
    gap: TimeExpression | None = None
    own: bool = False
    earliest: datetime | None = None
    latest: datetime | None = None
    way: "Sighting | None" = None
    aside: bool = False
    inferred: str = ""
    time_end: int = 0
    clock_end: int = 0
    aloft: bool = False
    placed: str = ""
    times: list[int] = field(default_factory=list)


def to_utc(draft: Draft, published_end: datetime | None) -> bool:
    """Set the draft's window in UTC, bounded by the publication; False if it lies wholly after the publication."""
    place = draft.sighting.toponym.place
    draft.earliest = _instant(draft.low, draft.zone)
    draft.latest = _instant(draft.high, draft.zone)
    if draft.low is not None and draft.high is not None and draft.earliest is not None and skipped_day(draft):
        draft.latest = draft.earliest + (draft.high - draft.low)  # the same hours of the day after
    if place is not None and place.is_area and place.extent_km > WIDE_KM:
        spread = timedelta(hours=ceil(place.extent_km / (KM_PER_HOUR_OF_LONGITUDE * max(cos(radians(place.lat)), 0.2))))
        draft.earliest = draft.earliest - spread if draft.earliest is not None else None
        draft.latest = draft.latest + spread if draft.latest is not None else None
    if published_end is None:
        return True
    end = _instant(published_end, draft.zone)
    if end is None:
        return True
    if draft.earliest is not None and draft.earliest >= end:
        return False
    draft.latest = end if draft.latest is None else min(draft.latest, end)
    return True


def skipped_day(draft: Draft) -> date | None:
    """The day that the text tells of a sighting, if the calendar of its zone passed over it; None for days inferred."""
    if draft.low is None or draft.high is None or draft.floating or draft.inferred:
        return None
    try:
        return draft.low.date() if skips(draft.low, draft.high, draft.zone) else None
    except InputError:
        return None


def _instant(naive: datetime | None, zone: str) -> datetime | None:
    if naive is None:
        return None
    try:
        return localise(naive, zone)
    except ValueError:
        return None


def settle_days(
    drafts: "Sequence[Draft]",
    bound: "Callable[[Draft], bool]",
    dated: "Collection[int]" = frozenset(),
    same_day: "Callable[[Draft], bool]" = lambda _: False,
) -> None:
    """Move clock times whose day the text leaves to the narrative, so that what is told later is not earlier.

    "left at 22:00 on Friday and arrived at 06:00": six is on Saturday. Only times without a stated day
    move, by one day; none back that stands in a sentence with a day of its own (their indexes are `dated`), and none
    before a time that `same_day` says is told to be of the day of those before.
    """
    previous: Draft | None = None
    run: list[Draft] = []
    for draft in drafts:
        if draft.before or not draft.own:
            continue
        if previous is not None and _is_over_date_line(draft, previous):
            _let_last(draft, bound)
        again = same_day(draft)  # "at three ... in the morning of that day": told as it is, even if nobody can do it
        if (
            not (draft.floating or again)
            and run
            and all(index > run[0].sighting.clause.sentence for index in dated)
            and draft.latest is not None
            and all(_lies_after(one, draft) for one in run)
        ):
            # "07:05 The balloon is up ... Thursday, 06:20 Down", and no day before: that was on the day before
            for one in run:
                _shift(one, -1, bound)
        run = [*run, draft] if draft.floating and draft.sighting.clause.sentence not in dated else []
        if previous is not None and _is_refuted(draft, previous):
            _reread_week(draft, previous, bound)
        if previous is not None and draft.floating and _is_earlier(draft, previous):
            _shift(draft, 1, bound)
        elif (
            previous is not None
            and previous.floating
            and not (draft.floating or again)
            and draft.latest is not None
            and previous.earliest is not None
            and draft.latest <= previous.earliest
            and previous.sighting.event is Event.DEPART
        ):
            _shift(previous, -1, bound)
        previous = draft


OVER_DATE_LINE = timedelta(hours=12)
"""Where one day at two places leaves less than this, the day line lies between: the way ends on the next day there."""


def _is_over_date_line(draft: Draft, previous: Draft) -> bool:
    """Whether the day told of a way is that of its start: "on 3 May she flew from Honolulu to Guam"."""
    together = draft.sighting.clause.sentence == previous.sighting.clause.sentence
    leaves = previous.sighting.event is Event.DEPART and draft.sighting.event is not Event.DEPART
    same = (draft.low, draft.high) == (previous.low, previous.high) and draft.zone != previous.zone
    if draft.latest is None or previous.earliest is None or draft.low is None or draft.high is None:
        return False
    day = draft.high - draft.low >= timedelta(days=1)
    return together and leaves and same and day and draft.latest - previous.earliest < OVER_DATE_LINE


def _let_last(draft: Draft, bound: "Callable[[Draft], bool]") -> None:
    draft.high = draft.high + timedelta(days=1) if draft.high is not None else None
    bound(draft)


def _is_refuted(draft: Draft, previous: Draft) -> bool:
    return draft.latest is not None and previous.earliest is not None and draft.latest <= previous.earliest


def _reread_week(draft: Draft, previous: Draft, bound: "Callable[[Draft], bool]") -> None:
    """Take a weekday of another week where only then what is told later is not earlier."""
    for one, days in ((draft, WEEK), (previous, -WEEK)):
        if one.inferred == ANOTHER_WEEK and _is_refuted(draft, previous):
            before = one.low, one.high
            _shift(one, days, bound)
            if _is_refuted(draft, previous):
                one.low, one.high = before
                bound(one)


def _lies_after(draft: Draft, other: Draft) -> bool:
    return draft.earliest is not None and other.latest is not None and draft.earliest >= other.latest


def _is_earlier(draft: Draft, previous: Draft) -> bool:
    if draft.latest is None or previous.earliest is None or draft.latest > previous.earliest:
        return False
    return previous.sighting.event is Event.DEPART or previous.earliest - draft.latest >= NEXT_DAY_BACK


def _shift(draft: Draft, days: int, bound: "Callable[[Draft], bool]") -> None:
    step = timedelta(days=days)
    old = draft.low, draft.high
    draft.low = draft.low + step if draft.low is not None else None
    draft.high = draft.high + step if draft.high is not None else None
    if not bound(draft):
        draft.low, draft.high = old
        bound(draft)


def timed(draft: "Draft") -> bool:
    """Whether a sighting has a window of its own with both ends."""
    return draft.own and draft.earliest is not None and draft.latest is not None


def days_in_order(ordered: "Sequence[Draft]", bound: "Callable[[Draft], bool]") -> None:
    """Put a stop whose day is that of the telling on the day before, where its place in the journey asks for that.

    "Unclipped her shoes in Z at three on Saturday. She had left X on Friday morning. At Y, at dusk": Friday's dusk.

    Parameters
    ----------
    ordered
        The drafts in the order of the journey.
    bound
        Sets the window of a draft in UTC anew.
    """
    for before, draft, after in zip(ordered, ordered[1:], ordered[2:], strict=False):
        low, high = draft.low, draft.high
        if not draft.floating or after.floating or low is None or high is None or not _comes_after(draft, after):
            continue
        draft.low, draft.high = low - DAY, high - DAY
        bound(draft)
        early = before.earliest is not None and draft.latest is not None and draft.latest <= before.earliest
        if before.earliest is None or early or _comes_after(draft, after):
            draft.low, draft.high = low, high
            bound(draft)


def _comes_after(first: Draft, second: Draft) -> bool:
    """Whether the whole window of a stop lies after that of another, or begins after one that is told by the clock."""
    if first.earliest is None or second.earliest is None or second.latest is None:
        return False
    clocked = second.latest - second.earliest <= BY_THE_CLOCK
    return first.earliest >= (second.earliest if clocked else second.latest)


DAY, BY_THE_CLOCK = timedelta(days=1), timedelta(hours=1)
