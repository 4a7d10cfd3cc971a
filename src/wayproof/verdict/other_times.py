"""Other explanations in time: a wrong date, a weekday that is right beside it, the clock of another place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from wayproof.verdict.assessment import Alternative
from wayproof.verdict.findings import Number
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.resolving import REFUTED, better, relabel, would
from wayproof.verdict.told_times import PARTICIPLES
from wayproof.verdict.wording import day_words, spoken_words
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.trials import Trial
    from wayproof.world.places import Place

SHIFTS: Final = (1, -1, 2, -2, 7, -7)
"""By how many days a date may be wrong: a day, two, or a week."""

CLOCK_TIME: Final = timedelta(hours=12)
"""What is told no more exactly than this does not depend on whose clock it is told by."""


def dates(trial: Trial) -> Iterator[Alternative]:
    """A date that is wrong by a day, two or a week, or whose day and month were exchanged."""
    for at in dict.fromkeys((trial.leg.leg.first, trial.leg.leg.last)):
        visit = trial.told.visits[at]
        if visit.earliest is None or visit.latest is None:
            continue
        zone = ZoneInfo(zone_at(visit.place.lat, visit.place.lon))
        day = visit.earliest.astimezone(zone).date()
        swapped = _swapped(day)
        shifts = [*SHIFTS, *([(swapped - day).days] if swapped is not None else [])]
        for shift in shifts:
            found = relabel(trial.judgement, _moved(trial.told, at, timedelta(days=shift)))
            if better(found, trial.base) and found not in REFUTED:
                meant = day_words(day + timedelta(days=shift))
                exchanged = swapped is not None and shift == (swapped - day).days
                how = " (day and month exchanged)" if exchanged else ""
                deed = f"{PARTICIPLES[visit.event]} {visit.place.name}"
                text = f"If the traveller had {deed} on {meant} and not on {day_words(day)}{how}, {would(found)}."
                yield Alternative("date", text, found, (Number("shift", float(shift), "days"),))
                break


def _swapped(day: date) -> date | None:
    """The date with day and month exchanged, where that is another date."""
    try:
        found = date(day.year, day.day, day.month)
    except ValueError:
        return None
    return found if found != day else None


def weekdays(trial: Trial) -> Iterator[Alternative]:
    """The weekday told is right, and its date is wrong."""
    for slip in trial.case.slips:
        shift, told = slip.meant - slip.day, trial.told
        for at, visit in enumerate(told.visits):
            if visit.earliest is not None and _local_day(visit.earliest, visit.place) == slip.day:
                told = _moved(told, at, shift)
        if told != trial.told:
            found = relabel(trial.judgement, told)
            text = f'If the weekday of "{slip.text}" is right and the date is {day_words(slip.meant)}, {would(found)}.'
            yield Alternative("weekday", text, found, (Number("shift", float(shift.days), "days"),))


def _local_day(moment: datetime, place: Place) -> date:
    return moment.astimezone(ZoneInfo(zone_at(place.lat, place.lon))).date()


def zones(trial: Trial) -> Iterator[Alternative]:
    """A time told by the clock of the other end of the leg, or by universal time."""
    ends = ((trial.leg.leg.first, trial.leg.destination), (trial.leg.leg.last, trial.leg.origin))
    for at, other in ends:
        visit = trial.told.visits[at]
        if visit.earliest is None or visit.latest is None or visit.latest - visit.earliest > CLOCK_TIME:
            continue
        own = _offset(visit.earliest, visit.place)
        clocks = (
            (f"by the clocks of {other.place.name}", _offset(visit.earliest, other.place)),
            ("in UTC", timedelta(0)),
        )
        for words, offset in clocks:
            if offset == own:
                continue
            found = relabel(trial.judgement, _moved(trial.told, at, own - offset))
            if better(found, trial.base) and found not in REFUTED:
                shift_h = (own - offset).total_seconds() / HOUR_SECONDS
                text = (
                    f"If the time for {visit.place.name} was told {words}, {spoken_words(shift_h)} "
                    f"{'later' if shift_h > 0 else 'earlier'} by its own, {would(found)}."
                )
                yield Alternative("time-zone", text, found, (Number("shift", round(shift_h, 2), "h"),))
                break


def _offset(moment: datetime, place: Place) -> timedelta:
    return moment.astimezone(ZoneInfo(zone_at(place.lat, place.lon))).utcoffset() or timedelta(0)


def _moved(told: Itinerary, at: int, shift: timedelta) -> Itinerary:
    visit = told.visits[at]
    try:
        moved = replace(
            visit,
            earliest=None if visit.earliest is None else visit.earliest + shift,
            latest=None if visit.latest is None else visit.latest + shift,
        )
    except OverflowError:
        return told
    return replace(told, visits=(*told.visits[:at], moved, *told.visits[at + 1 :]))
