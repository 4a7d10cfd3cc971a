"""Three durations of a way: what is physically possible, what a determined and what an ordinary traveller needs."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.world.regimes import AIR_MODES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.travel.border_events import BorderEvent
    from wayproof.world.speeds import Pace, Speed, SpeedTable

FLIGHT, CLIMB = "flight", "climb and approach"
"""Names of the parts of a flight in the air."""

ROAD_NETWORK = "road network"
GEODESIC_ESTIMATE = "geodesic estimate"
NO_ROAD_DATA = "no road data"

DRIVEN = frozenset({"car", "bus", "motorcycle"})
BODILY = frozenset({"foot", "bicycle", "horse", "ski", "dog_sled", "swim", "skates", "wheelchair"})
#: what moving this way is called in a report
VERBS = {
    "foot": "walking",
    "bicycle": "cycling",
    "horse": "riding",
    "ski": "skiing",
    "dog_sled": "sledging",
    "swim": "swimming",
    "rail": "train",
    "ferry": "ferry",
    "boat": "sailing",
    "ship": "at sea",
    "sail": "sailing",
    "rowing": "rowing",
    "kayak": "paddling",
    "raft": "drifting",
    "skates": "skating",
    "wheelchair": "wheeling",
}
#: what the time between two stretches is called
RESTS = {
    "rail": "changes of train and nights",
    "light_aircraft": "refuelling and nights",
    "helicopter": "refuelling",
    "glider": "nights",
}
PACES: tuple[Pace, Pace] = ("brisk", "typical")
ZERO = timedelta(0)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that takes time on a way: driving, a border, a night's rest."""

    name: str
    limit: timedelta
    brisk: timedelta
    typical: timedelta


@dataclass(frozen=True, slots=True)
class TravelTime:
    """The three durations of one way.

    ``limit`` rests on the geodesic and on records alone, so that it is always known. ``brisk`` and ``typical`` are None
    where there is no honest estimate. ``limit <= brisk <= typical`` always; the parts add up to the totals.
    """

    limit: timedelta
    brisk: timedelta | None
    typical: timedelta | None
    parts: tuple[Part, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reader:
    """Reads numbers off the table for one way of travel on one day, and remembers whose they are."""

    speeds: SpeedTable
    mode: str
    on: date | None
    sources: dict[str, None] = field(default_factory=dict)

    def value(self, quantity: str, pace: Pace, context: str | None = None) -> float:
        found = self.optional(quantity, pace, context)
        return found if found is not None else self.speeds.value(quantity, self.mode, pace, context, self.on)

    def optional(self, quantity: str, pace: Pace, context: str | None = None) -> float | None:
        row = self.speeds.find(quantity, self.mode, context, self.on)
        found = row.at(pace) if row is not None else None
        if row is not None and found is not None:
            self.sources[row.source] = None
        return found


def limit_for(geodesic_km: float, mode: str, on: date | None, speeds: SpeedTable) -> timedelta:
    """The least time in which anybody could get so far this way: record pace, no waiting, a straight line.

    Parameters
    ----------
    geodesic_km
        Straight distance over the ground, km.
    mode
        The way of travel.
    on
        The day, which selects the records that held; None for the fastest of all times.
    speeds
        The numbers.

    Raises
    ------
    DataError
        Nobody could travel this way on that day (no airliner flew in 1900): ask ``speeds.records.exists`` first.
    """
    if geodesic_km <= 0:
        return ZERO
    margin = speeds.value("limit margin", "*", "brisk")
    return timedelta(hours=speeds.records.curve(mode, on).hours(geodesic_km) / margin)


def travel_time(
    mode: str,
    geodesic_km: float,
    route_km: float | None,
    *,
    on: date | None,
    speeds: SpeedTable,
    by_country: Sequence[tuple[str | None, float]] = (),
    borders: Sequence[BorderEvent] = (),
    basis: str = ROAD_NETWORK,
    surface: str = "road",
    access_km: float = 0.0,
    overheads: float = 1.0,
) -> TravelTime:
    """The three durations of one way by one means of travel.

    Parameters
    ----------
    mode
        The way of travel.
    geodesic_km
        Straight distance between the ends (0 where their extents touch): the limit rests on it alone.
    route_km
        Length of the way; None where none is known. With the basis ``"geodesic estimate"`` it is the straight distance,
        which is stretched by the path factors of the table.
    on
        The day; None for today's speeds and the fastest records.
    speeds
        The numbers.
    by_country
        Kilometres in each country along the way, in order, (code or None at sea, km); empty where that is not known. In
        the air only the first and the last country count.
    borders
        The border events of the way: each costs the wait of its kind and pair on that day.
    basis
        ``"road network"``, ``"geodesic estimate"`` or ``"no road data"`` (then brisk and typical are None).
    surface
        ``"road"`` or ``"cross-country"``, for those who walk, ride or ski.
    access_km
        Road kilometres to and from airports, ports or stations, both ends together.
    overheads
        How much of the time at airports, ports or stations counts: 1 for both ends, 0.5 for one, 0 for none.

    Raises
    ------
    DataError
        Nobody could travel this way on that day.
    """
    limit = limit_for(geodesic_km, mode, on, speeds)
    records = speeds.records.curve(mode, on).behind(geodesic_km)
    reader = _Reader(speeds, mode, on, {f"{record.who} ({record.source})": None for record in records})
    if route_km is None or basis == NO_ROAD_DATA:
        moving = Part(VERBS.get(mode, "driving" if mode in DRIVEN else FLIGHT), limit, limit, limit)
        return TravelTime(limit, None, None, (moving,), tuple(reader.sources))
    way_km = max(route_km, geodesic_km)
    stretched = {
        pace: reader.value("path factor", pace, surface) if basis == GEODESIC_ESTIMATE else 1.0 for pace in PACES
    }
    if mode in BODILY:
        efforts = {pace: _bodily(way_km * stretched[pace], pace, surface, reader) for pace in PACES}
        names = (VERBS[mode], "nights")
    else:
        efforts = {pace: _driven(way_km, stretched[pace], by_country, pace, reader) for pace in PACES}
        names = (VERBS.get(mode, "driving" if mode in DRIVEN else FLIGHT), RESTS.get(mode, "rest"))
    parts = [
        _part(names[0], limit, efforts["brisk"][0], efforts["typical"][0]),
        _part(names[1], ZERO, efforts["brisk"][1], efforts["typical"][1]),
        *_overheads(mode, access_km, overheads, reader),
        *_waits(mode, borders, on, speeds, reader),
    ]
    return _total(parts, reader)


def access_time(km: float, on: date | None, speeds: SpeedTable) -> TravelTime:
    """The way by road to the first station, airport or port and from the last, km together; its limit is nothing."""
    reader = _Reader(speeds, "car", on)
    if km <= 0:
        return TravelTime(ZERO, ZERO, ZERO)
    part = _part("access by road", ZERO, *(_driven(km, 1.0, (), pace, reader)[0] for pace in PACES))
    return _total((part,), reader)


def chain(times: Sequence[TravelTime], limit: timedelta) -> TravelTime:
    """One travel time for ways made one after another, by different means.

    Parameters
    ----------
    times
        The travel times of the pieces, in order.
    limit
        The limit of the whole: where to change is a choice, so it is that of the fastest means used over the geodesic
        of the whole leg, never the sum of the pieces.
    """
    sources = tuple(dict.fromkeys(source for time in times for source in time.sources))
    pieces = sum((time.limit for time in times), ZERO)
    whole = min(limit, pieces)
    share = whole / pieces if pieces else 1.0
    parts = tuple(
        Part(part.name, part.limit * share, part.brisk, part.typical) for time in times for part in time.parts
    )
    return TravelTime(
        whole, _sum([time.brisk for time in times]), _sum([time.typical for time in times]), parts, sources
    )


def _sum(values: Sequence[timedelta | None]) -> timedelta | None:
    known = [value for value in values if value is not None]
    return sum(known, ZERO) if len(known) == len(values) else None


def _part(name: str, limit: timedelta, brisk_h: float, typical_h: float) -> Part:
    """A part with its three durations in order: nobody beats the records, nor the ordinary the determined."""
    brisk = max(limit, timedelta(hours=brisk_h))
    return Part(name, limit, brisk, max(brisk, timedelta(hours=typical_h)))


def _total(parts: Sequence[Part], reader: _Reader) -> TravelTime:
    kept = tuple(part for part in parts if part.typical > ZERO)
    return TravelTime(
        limit=sum((part.limit for part in kept), ZERO),
        brisk=sum((part.brisk for part in kept), ZERO),
        typical=sum((part.typical for part in kept), ZERO),
        parts=kept,
        sources=tuple(reader.sources),
    )


def _bodily(km: float, pace: Pace, surface: str, reader: _Reader) -> tuple[float, float]:
    """Hours of moving and of nights for who moves by muscle: so many km a day, slower after dark."""
    cap_km = reader.value("daily distance", pace, surface)
    day_h, moving_h = _day(cap_km, pace, surface, reader), 0.0
    nights = max(0, math.ceil(km / cap_km) - 1)
    moving_h = nights * day_h + _day(km - nights * cap_km, pace, surface, reader)
    return moving_h, nights * max(0.0, reader.value("day", pace) - day_h)


def _day(km: float, pace: Pace, surface: str, reader: _Reader) -> float:
    """Hours of moving for one day's km, those after nightfall at the pace of the night."""
    by_day_kmh = reader.value("speed", pace, surface)
    by_night_kmh = reader.optional("night speed", pace, surface) or by_day_kmh
    daylight_km = reader.value("daylight", pace) * by_day_kmh
    return min(km, daylight_km) / by_day_kmh + max(0.0, km - daylight_km) / by_night_kmh


def _driven(
    km: float, factor: float, by_country: Sequence[tuple[str | None, float]], pace: Pace, reader: _Reader
) -> tuple[float, float]:
    """Hours of moving and of rest in a vehicle: the speed of each country, slower near the ends, breaks and nights."""
    listed = sum(part for _, part in by_country)
    shares: list[tuple[str | None, float]] = [(None, 1.0)]
    if listed > 0:
        shares = [(country, part / listed) for country, part in by_country]
    if reader.mode in AIR_MODES and by_country:
        ends = sorted(code for code in (by_country[0][0], by_country[-1][0]) if code)
        shares = [("/".join(ends), 1.0)]
    # every road vehicle has the car's speed in a country; its own shares of that speed tell them apart
    drive = _Reader(reader.speeds, "car" if reader.mode in DRIVEN else reader.mode, reader.on, reader.sources)
    hours_per_km = sum(share / drive.value("speed", pace, country) for country, share in shares)
    moving_h = hours_per_km * sum(
        band_km / share_of_speed for band_km, share_of_speed in _bands(km * factor, pace, reader)
    )
    return moving_h, _rest(moving_h, pace, reader)


def _bands(km: float, pace: Pace, reader: _Reader) -> list[tuple[float, float]]:
    """The way split into distance bands, as (km, share of the country's speed): towns at the ends are slow."""
    rows: list[Speed] = [row for row in reader.speeds.bands("share of speed", reader.mode) if row.at(pace)]
    if not rows:
        return [(km, 1.0)]
    ends = [*(row.from_km for row in rows[1:]), math.inf]
    pieces = ((max(0.0, min(km, end) - row.from_km), row.at(pace) or 1.0) for row, end in zip(rows, ends, strict=True))
    return [(part, share) for part, share in pieces if part > 0]


def _rest(moving_h: float, pace: Pace, reader: _Reader) -> float:
    """Hours of breaks and nights that so many hours at the wheel ask for; none where the table sets no cap."""
    cap_h = reader.optional("daily hours", pace)
    stretch_h = reader.optional("hours between breaks", pace)
    nights = max(0, math.ceil(moving_h / cap_h) - 1) if cap_h else 0
    breaks = max(0, math.ceil(moving_h / stretch_h) - 1 - nights) if stretch_h else 0
    night_h = reader.value("night", pace) if nights else 0.0
    break_h = reader.value("break", pace) if breaks else 0.0
    return nights * night_h + breaks * break_h


def _overheads(mode: str, access_km: float, share: float, reader: _Reader) -> list[Part]:
    """What the vehicle costs before and after it moves: airports, check-in, the way there by road."""
    parts = []
    if reader.optional("climb", "typical") is not None:
        parts.append(_part(CLIMB, ZERO, *(reader.value("climb", pace) for pace in PACES)))
    if reader.optional("overhead", "typical") is not None:
        name = "airports" if mode in AIR_MODES else "boarding"
        brisk_h, typical_h = (share * reader.value("overhead", pace) for pace in PACES)
        parts.append(_part(name, ZERO, brisk_h, typical_h))
    if access_km > 0:
        access = access_time(access_km, reader.on, reader.speeds)
        reader.sources.update(dict.fromkeys(access.sources))
        parts.extend(access.parts)
    return parts


def _waits(
    mode: str, borders: Sequence[BorderEvent], on: date | None, speeds: SpeedTable, reader: _Reader
) -> list[Part]:
    parts = []
    for event in borders:
        wait = speeds.wait(event.from_country, event.to_country, event.kind, mode, on)
        reader.sources[wait.source] = None
        name = f"border {event.from_country}-{event.to_country}"
        parts.append(_part(name, ZERO, wait.brisk_min / 60, wait.typical_min / 60))
    return parts
