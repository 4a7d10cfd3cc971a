"""Moments, durations and distances in the words of findings, conflicts and summaries."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from wayproof.verdict.assessment import HOUR_SECONDS
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.world.places import Place

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUTES: Final = 60
DAY_HOURS: Final = 24
LONG_HOURS: Final = 72
"""From so many hours on, a duration is told in days."""
FINE_HOURS: Final = 10
"""Below so many hours, a duration is told with minutes."""
FINE_KM: Final = 10
"""Below so many kilometres, a distance is told with one decimal."""

MODE_WORDS: Final = {
    "foot": "on foot",
    "air": "by airliner",
    "swim": "swimming",
    "horse": "on horseback",
    "ski": "on skis",
    "rail": "by train",
    "private_jet": "by private jet",
    "light_aircraft": "by light aircraft",
    "military_jet": "by military jet",
}


def mode_words(mode: str) -> str:
    """A way of travelling as an adverb: "on foot", "by car"."""
    return MODE_WORDS.get(mode, f"by {mode.replace('_', ' ')}")


def hours_words(hours: float) -> str:
    """Hours as "40 min", "4 h 10 min", "26 h" or "8.5 days"; without its sign."""
    hours = abs(hours)
    if hours >= LONG_HOURS:
        return f"{hours / DAY_HOURS:.1f}".removesuffix(".0") + " days"
    if hours >= FINE_HOURS:
        return f"{hours:.0f} h"
    whole, minutes = divmod(round(hours * MINUTES), MINUTES)
    if not whole:
        return f"{minutes} min"
    return f"{whole} h {minutes} min" if minutes else f"{whole} h"


def duration_words(duration: timedelta) -> str:
    """A duration as ``hours_words`` tells it."""
    return hours_words(duration.total_seconds() / HOUR_SECONDS)


def seconds_words(seconds: float) -> str:
    """Seconds as ``hours_words`` tells them."""
    return hours_words(seconds / HOUR_SECONDS)


def km_words(km: float) -> str:
    """A distance as "0.4 km" or "1,240 km"."""
    return f"{km:.1f} km" if km < FINE_KM else f"{km:,.0f} km"


def local(moment: datetime, place: Place) -> datetime:
    """A moment on the clocks of a place."""
    try:
        return moment.astimezone(ZoneInfo(zone_at(place.lat, place.lon)))
    except OverflowError:
        return moment


def from_words(moment: datetime, place: Place) -> str:
    """A lower bound by the clocks of the place: "3 Aug 2023" for the start of that day, or with the time."""
    there = local(moment, place)
    return _day(there) if there.time() == time() else f"{there:%H:%M} on {_day(there)}"


def until_words(moment: datetime, place: Place) -> str:
    """An upper bound by the clocks of the place; midnight is the end of the day before."""
    there = local(moment, place)
    if there.time() == time():
        return _day(there - timedelta(days=1))
    return f"{there:%H:%M} on {_day(there)}"


def span_words(earliest: datetime | None, latest: datetime | None, place: Place) -> str:
    """A window as "on 3 Aug 2023", "between ... and ...", "from ..." or "by ..."; empty without bounds."""
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None:
        return (
            f"from {from_words(earliest, place)}" if earliest else f"by {until_words(latest, place)}" if latest else ""
        )
    if latest - earliest <= timedelta(minutes=1):
        return _at(earliest, place)
    first, last = from_words(earliest, place), until_words(latest, place)
    if first == last:
        return f"on {first}"
    start, end = local(earliest, place), local(latest, place)
    if start.date() == end.date():
        return f"between {start:%H:%M} and {end:%H:%M} on {_day(start)}"
    return f"between {first} and {last}"


def _at(moment: datetime, place: Place) -> str:
    there = local(moment, place)
    return f"at {there:%H:%M} on {_day(there)}"


def listed(words: Sequence[str]) -> str:
    """Words as an English list: "A", "A and B", "A, B and C"."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
