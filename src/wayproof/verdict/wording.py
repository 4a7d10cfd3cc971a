"""Moments, durations and distances in the words of findings, conflicts and summaries."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from wayproof.story.itineraries.itinerary import Event
from wayproof.travel.routes import MIXED
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.world import country_names
from wayproof.world.crossings import CLOSED
from wayproof.world.geodesy import distance_km
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.routes import Route
    from wayproof.world.atlas import World
    from wayproof.world.crossings import Status
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

SPOKEN_HOURS: Final = 12
"""Below so many hours, a duration is spoken with minutes."""
TOLD_MINUTES: Final = 5
"""People tell the time in steps of so many minutes."""
STEPS: Final = ((0.5, 1 / 60), (2.0, 5 / 60), (12.0, 0.25), (72.0, 1.0))
"""Below so many hours, estimates are spoken in steps of so many hours; above in half days."""
CLOCK: Final = timedelta(hours=1)
"""A window wider than this tells no time of the clock."""
SMALL: Final = frozenset({"The", "There", "By", "Nobody", "A", "It", "Every", "From", "If", "On", "That", "Nothing"})
"""First words of our sentences that are no names."""

MODE_WORDS: Final = {
    "foot": "on foot",
    "air": "by airliner",
    "supersonic": "by supersonic airliner",
    "swim": "swimming",
    "horse": "on horseback",
    "ski": "on skis",
    "sail": "under sail",
    "rowing": "rowing",
    "kayak": "paddling",
    "dog_sled": "by dog sled",
    "skates": "on skates or a board with wheels",
    "wheelchair": "by wheelchair",
    "raft": "on a raft",
    "rail": "by train",
    "private_jet": "by private jet",
    "light_aircraft": "by light aircraft",
    "military_jet": "by military jet",
}


def mode_words(mode: str) -> str:
    """A way of travelling as an adverb: "on foot", "by car"."""
    return MODE_WORDS.get(mode, f"by {mode.replace('_', ' ')}")


def way_words(route: Route) -> str:
    """How a way is travelled: "by train"; "by airliner and by train" where it is made of pieces."""
    modes = tuple(dict.fromkeys(route.means)) if route.basis == MIXED else (route.mode,)
    return " and ".join(mode_words(mode) for mode in modes)


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


def spoken_words(hours: float) -> str:
    """Hours as a newspaper spells them: "40 minutes", "4 hours 10 minutes", "26 hours", "8.5 days"; without sign."""
    hours = abs(hours)
    if hours >= LONG_HOURS:
        days = f"{hours / DAY_HOURS:.1f}".removesuffix(".0")
        return f"{days} days"
    if hours >= SPOKEN_HOURS:
        return f"{hours:.0f} hours"
    whole, minutes = divmod(round(hours * MINUTES), MINUTES)
    said = [_counted(whole, "hour")] if whole else []
    if minutes or not whole:
        said.append(_counted(minutes, "minute"))
    return " ".join(said)


def about_words(hours: float, *, like: float | None = None) -> str:
    """An estimate as a newspaper spells it: in steps that claim no more than an estimate can.

    Parameters
    ----------
    hours
        The estimate.
    like
        The estimate that it comes from, whose steps count if they are coarser: what a difference is known to.
    """
    step = next((step for below, step in STEPS if max(hours, like or 0.0) < below), DAY_HOURS / 2)
    return spoken_words(max(step, round(hours / step) * step) if hours >= STEPS[0][1] else hours)


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def far_words(a: Place, b: Place, apart_km: float) -> str:
    """How far two places are apart, from centre to centre; at least so far where one is an area."""
    if a.is_area or b.is_area:
        return f"{km_words(apart_km)} at least"
    return km_words(distance_km(a.lat, a.lon, b.lat, b.lon))


def told_last(earliest: datetime | None, latest: datetime) -> datetime:
    """The last moment that a window holds as the story told it: "at 19:45" holds until 19:46 and says 19:45."""
    minute = timedelta(minutes=1)
    to_the_minute = earliest is not None and latest - earliest == minute
    about = latest.minute % TOLD_MINUTES == 1 and latest.second == 0
    return latest - minute if to_the_minute or about else latest


def window_seconds(seconds: float, arrival: Visit) -> float:
    """A window as the story told it, without the rest of the minute of an arrival that is told to the minute."""
    if arrival.latest is None:
        return seconds
    return seconds - (arrival.latest - told_last(arrival.earliest, arrival.latest)).total_seconds()


def lower_first(text: str) -> str:
    """A sentence to follow a colon: "The story ..." as "the story ..."; names keep their capitals."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in SMALL else text


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
    if earliest is None:
        return f"by {until_words(latest, place)}" if latest is not None else ""
    if latest is None:
        return f"from {from_words(earliest, place)}"
    latest = told_last(earliest, latest)
    if latest - earliest <= timedelta(minutes=1):
        return _at(earliest, place)
    return _between(earliest, latest, place)


def _between(earliest: datetime, latest: datetime, place: Place) -> str:
    first, last = from_words(earliest, place), until_words(latest, place)
    start, end = local(earliest, place), local(latest, place)
    if first == last:
        return f"on {first}"
    if end.time() == time() and start.date() == (end - timedelta(days=1)).date():
        return f"after {start:%H:%M} on {_day(start)}"
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


def backwards_words(origin: Visit, destination: Visit, seconds: float) -> str:
    """That the journey reaches a place before it leaves the one before; at least so long where days are told."""
    by_days = any(
        visit.earliest is None or visit.latest is None or visit.latest - visit.earliest > CLOCK
        for visit in (origin, destination)
    )
    least = "at least " if by_days else ""
    start = f"leaving {origin.place.name}" if origin.event is Event.DEPART else f"being in {origin.place.name}"
    return (
        f"By the clocks of both places, the traveller was in {destination.place.name} "
        f"{least}{spoken_words(seconds / HOUR_SECONDS)} before {start}, as the story has the order."
    )


def border_words(event: BorderEvent, world: World) -> str:
    """A border on the way and why it bars: "a closed border (North Post, Westland to Eastland, closed since ...)"."""
    ends = f"{country_name(event.from_country, world)} to {country_name(event.to_country, world)}"
    if event.status.status != CLOSED:
        return f"a border away from any post ({ends})"
    since = f", closed since {day_words(event.status.since)}" if event.status.since else ""
    post = f"{event.crossing.name}, " if event.crossing is not None else ""
    if event.kind == "air":
        return f"a closed sky ({ends}{since})"
    return f"a closed border ({post}{ends}{since})"


def country_name(code: str, world: World) -> str:
    """The name of a country by its ISO alpha-2 code; the code itself where nothing knows a name for it."""
    return country_names.country_name(code, world.gazetteer)


def reason_words(status: Status, world: World) -> str:
    """Why a border had its status, with the names of the countries that the table tells by their codes; or empty."""
    return country_names.with_names(status.reason, world.gazetteer) if status.reason else ""


def day_words(day: date | None) -> str:
    """A day as "3 Aug 2023"; "that day" where none is told."""
    return "that day" if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day(moment: datetime) -> str:
    return day_words(moment)
