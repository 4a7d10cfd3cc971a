"""Ways through the air: an airfield near each end, the flight between them, and which skies were shut to it.

Nothing here knows a timetable. Where the skies of both ends were shut to each other's carriers no direct flight is
proposed: the estimate then changes planes in a third country.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wayproof.travel.border_events import BorderEvent, border_events
from wayproof.travel.durations import GEODESIC_ESTIMATE, TravelTime, chain, limit_for, travel_time
from wayproof.travel.road_candidates import needs_of
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.crossings import UNKNOWN
from wayproof.world.geodesy import distance_km, distances_km, geodesic_points

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.world.airports import Airport, Closure
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

AIRFIELDS = {"air": ("large", "medium"), "private_jet": ("large", "medium")}
"""Which airports serve a way of flying; any airfield where the mode is not listed."""

SCHEDULED = "air"
"""Flown by the carriers of a country, which skies are shut to."""

EVERYBODY, UNION = "*", "EU"

NEAR_AIRPORTS = 12
"""So many airports around each end are looked at."""

MOST_HUBS, BIG_CITY, CITY_KM = 80, 1_000_000, 50.0
"""Planes are changed where a city of so many people lies within so many km, if one of the nearest airports has one."""

STEP_KM = 50.0
"""Distance between the drawn points of a long geodesic."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """An airfield near each end, how far away by road, and in which countries."""

    from_km: float
    departure: Airport
    to_km: float
    arrival: Airport

    @property
    def countries(self) -> tuple[str, str]:
        return self.departure.country, self.arrival.country


def by_air(query: LegQuery, mode: str, world: World) -> Route:
    """By an aeroplane from the airfield nearest to one end to that nearest to the other.

    Parameters
    ----------
    query
        The leg; an end told by the aircraft itself costs nothing on the ground.
    mode
        The way of flying.
    world
        Airports, closed skies, borders, speeds.
    """
    ends = _ends(query, mode, world)
    if ends is None:
        return _without_airfields(query, mode, world)
    barred = _shut_to_each_other(ends.countries, query.on, world) if mode == SCHEDULED else None
    hub = _hub(ends, query.on, world) if barred is not None else None
    fields = (ends.departure, *((hub,) if hub is not None else ()), ends.arrival)
    lines = [geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM) for a, b in pairwise(fields)]
    a, b = query.origin, query.destination
    stretch = world.speeds.value("path factor", "car", "typical", "road", query.on)
    access = (
        Segment("car", ((a.lat, a.lon), lines[0][0]), ends.from_km * stretch, "access"),
        Segment("car", (lines[-1][-1], (b.lat, b.lon)), ends.to_km * stretch, "access"),
    )
    flown = tuple(Segment(mode, line, distance_km(*line[0], *line[-1]), GEODESIC_ESTIMATE) for line in lines)
    # The airfield may lie across a border from the place it serves.
    before, after = (border_events(one.geometry, "car", query.on, world) for one in access)
    skies = _landings(fields) if hub is not None else border_events(lines[0], mode, query.on, world)
    events = (*before, *skies, *after)
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    direct = None if barred is None else _no_direct_flight(barred, ends.countries)
    return Route(
        mode=mode,
        segments=(access[0], *flown, access[1]),
        km=sum(segment.km for segment in (*access, *flown)),
        geodesic_km=geodesic_km,
        borders=events,
        time=_flown_time(
            query, geodesic_km, flown=flown, fields=fields, access=access, ground=(before, after), world=world
        )
        if barred is None or hub is not None
        else travel_time(mode, geodesic_km, None, on=query.on, speeds=world.speeds),
        countries=_countries(events, world.borders.country_at(a.lat, a.lon)),
        basis=GEODESIC_ESTIMATE,
        needs=(
            *unlawful((*before, *after), query),
            *_shut_skies(query, (ends.departure, ends.arrival), world),
            *((f"needs a flight that nobody was allowed: {direct}",) if direct and hub is None else ()),
        ),
        note=_note(fields, direct),
    )


def _note(fields: tuple[Airport, ...], direct: str | None) -> str:
    names = [f"{one.name} ({one.icao})" for one in fields]
    way = f"from {names[0]} to {names[-1]}"
    if direct is None:
        return way
    return f"{way}; {direct}" + (
        f"; reckoned with a change of planes in a third country, as at {names[1]}" if names[1:-1] else ""
    )


def _flown_time(
    query: LegQuery,
    geodesic_km: float,
    *,
    flown: tuple[Segment, ...],
    fields: tuple[Airport, ...],
    access: tuple[Segment, Segment],
    ground: tuple[tuple[BorderEvent, ...], tuple[BorderEvent, ...]],
    world: World,
) -> TravelTime:
    """The flights with their airports, and the ways there and on; nothing on the ground where the aircraft is timed.

    Passports are checked once, where each flight lands: what is flown over costs nothing.
    """
    last = len(flown) - 1
    times = []
    for at, segment in enumerate(flown):
        first, then = fields[at].country, fields[at + 1].country
        told = (query.airside[0] and at == 0, query.airside[1] and at == last)
        outside = (at == 0 and not told[0], at == last and not told[1])
        landed = _landings(fields[at : at + 2]) if not told[1] else ()
        times.append(
            travel_time(
                segment.mode,
                geodesic_km if not last else segment.km,
                segment.km,
                on=query.on,
                speeds=world.speeds,
                by_country=tuple((country, segment.km) for country in dict.fromkeys((first, then))),
                borders=(*(ground[0] if outside[0] else ()), *landed, *(ground[1] if outside[1] else ())),
                access_km=sum(one.km for one, walked in zip(access, outside, strict=True) if walked),
                overheads=(2 - sum(told)) / 2,
            )
        )
    return times[0] if not last else chain(times, limit_for(geodesic_km, flown[0].mode, query.on, world.speeds))


def _without_airfields(query: LegQuery, mode: str, world: World) -> Route:
    """Somebody may still have flown from a field that the table lacks: the limit stands, an estimate does not."""
    a, b = query.origin, query.destination
    line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    events = border_events(line, mode, query.on, world)
    countries = _countries(events, world.borders.country_at(a.lat, a.lon))
    return Route(
        mode=mode,
        segments=(Segment(mode, line, km, GEODESIC_ESTIMATE),),
        km=km,
        geodesic_km=km,
        borders=events,
        time=travel_time(mode, km, None, on=query.on, speeds=world.speeds),
        countries=countries,
        basis=GEODESIC_ESTIMATE,
        needs=_shut_skies(query, (a, b), world),
        note="no airfield that serves this way of flying is known near both ends",
    )


def _ends(query: LegQuery, mode: str, world: World) -> _Ends | None:
    """The airfields for a flight; None where an end has none within reach or both have the same."""
    kinds = AIRFIELDS.get(mode, ("large", "medium", "small"))
    reach_km = world.speeds.value("airport reach", mode, "typical")
    ends = []
    for place in (query.origin, query.destination):
        near = world.airports.nearest(place.lat, place.lon, limit=NEAR_AIRPORTS, kinds=kinds)
        reachable = [(km, airport) for km, airport in near if km <= reach_km]
        if not reachable and mode in query.modes:
            # The story says that it was flown: then a small airfield served, though no line is known to fly there.
            small = world.airports.nearest(place.lat, place.lon, limit=NEAR_AIRPORTS)
            reachable = [(km, airport) for km, airport in small if km <= reach_km]
        country = place.country or world.borders.country_at(place.lat, place.lon)
        within = [found for found in reachable if found[1].country == country] or reachable
        if not within:
            return None
        # A large airport a little farther away has the flights; a small one next door may have none.
        ends.append(min(within, key=lambda found: found[0] + (0.0 if found[1].kind == "large" else found[0] + 20.0)))
    if ends[0][1].icao == ends[1][1].icao:
        return None
    return _Ends(*ends[0], *ends[1])


def _shut_to_each_other(countries: tuple[str, str], on: date | None, world: World) -> Closure | None:
    """The closure of one country's sky to the carriers of the other; None where there is none."""
    a, b = countries
    if on is None or a == b:
        return None
    sky = world.airports.airspace
    pairs = ((closure, other) for held, other in ((b, a), (a, b)) for closure in sky.closures(held, on))
    return next((closure for closure, other in pairs if _binds(closure, other, on, world)), None)


def _binds(closure: Closure, country: str, on: date, world: World) -> bool:
    """Whether a closure names the carriers of a country."""
    carriers = closure.closed_to.split("/")
    return country in carriers or (UNION in carriers and world.regimes.in_union(country, on))


def _hub(ends: _Ends, on: date | None, world: World) -> Airport | None:
    """The large airport of a third country, open to both ends, that lengthens the way least; None without any."""
    hubs = [one for one in world.airports.of_kind("large") if one.country not in ends.countries]
    if not hubs or on is None:
        return None
    lats, lons = np.array([one.lat for one in hubs]), np.array([one.lon for one in hubs])
    km = sum(distances_km(end.lat, end.lon, lats, lons) for end in (ends.departure, ends.arrival))
    free: dict[str, bool] = {}
    tried: list[Airport] = []
    for at in np.argsort(km, kind="stable"):
        hub = hubs[int(at)]
        if hub.country not in free:
            free[hub.country] = _open_to(hub.country, ends.countries, on, world)
        if not free[hub.country]:
            continue
        if _serves_a_big_city(hub, world):
            return hub
        tried.append(hub)
        if len(tried) >= MOST_HUBS:
            break
    return tried[0] if tried else None


def _serves_a_big_city(airport: Airport, world: World) -> bool:
    near = world.gazetteer.nearest(airport.lat, airport.lon, minimum_population=BIG_CITY, limit=1)
    return bool(near) and near[0][0] <= CITY_KM


def _open_to(code: str, ends: tuple[str, str], on: date, world: World) -> bool:
    if any(one.closed_to == EVERYBODY for one in world.airports.airspace.closures(code, on)):
        return False
    return all(_shut_to_each_other((code, end), on, world) is None for end in ends)


def _landings(fields: tuple[Airport, ...]) -> tuple[BorderEvent, ...]:
    """One passage for each flight abroad, where it lands: what is flown over costs nothing."""
    return tuple(
        BorderEvent(a.country, b.country, b.lat, b.lon, None, UNKNOWN, "air", distance_km(a.lat, a.lon, b.lat, b.lon))
        for a, b in pairwise(fields)
        if a.country != b.country
    )


def _no_direct_flight(closure: Closure, countries: tuple[str, str]) -> str:
    other = countries[0] if closure.airspace == countries[1] else countries[1]
    return (
        f"no direct flight: the airspace of {closure.airspace} has been closed to the carriers of {other} "
        f"since {closure.since} ({closure.source})"
    )


def _countries(events: tuple[BorderEvent, ...], first: str | None) -> tuple[str, ...]:
    """The countries in the order they are entered."""
    if events:
        return (events[0].from_country, *(event.to_country for event in events))
    return (first,) if first else ()


def unlawful(events: tuple[BorderEvent, ...], query: LegQuery) -> tuple[str, ...]:
    """What a traveller on the surface would have to do past a closed post, or away from any; each once."""
    green = [event for event in events if event.kind == "green"]
    pairs = dict.fromkeys("-".join(sorted((event.from_country, event.to_country))) for event in green)
    return (
        *(f"needs to cross the {pair} border away from any post" for pair in pairs),
        *dict.fromkeys(needs_of([event for event in events if event.kind != "green"], query.on)),
    )


def _shut_skies(query: LegQuery, ends: Sequence[Airport | Place], world: World) -> tuple[str, ...]:
    """Closures for all civil aircraft over either end; a flight can go round a country, not round its own airports."""
    held = ((end.country or world.borders.country_at(end.lat, end.lon), (end.lat, end.lon)) for end in ends)
    needs = (
        f"needs the airspace of {country}, closed since {closure.since} ({closure.source})"
        for country, at in held
        if country is not None
        for closure in world.airports.airspace.closures(country, query.on, at)
        if closure.closed_to == EVERYBODY
    )
    return tuple(dict.fromkeys(needs))
