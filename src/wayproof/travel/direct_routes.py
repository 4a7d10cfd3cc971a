"""Ways that need no road graph: through the air, over water, by rail as an estimate, on foot across country.

They rest on geodesics. Nothing here knows a timetable: an airliner is a pair of airports with a distance between
them, a train a straight line stretched by the usual detour of railways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.travel.border_events import BorderEvent, border_events
from wayproof.travel.durations import GEODESIC_ESTIMATE, travel_time
from wayproof.travel.road_candidates import needs_of
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.regimes import AIR_MODES
from wayproof.world.water import water_km

if TYPE_CHECKING:
    from wayproof.world.airports import Airport
    from wayproof.world.atlas import World

CROSS_COUNTRY = ("foot", "horse", "ski")
ON_WATER = ("ferry", "boat", "swim")
WITHOUT_AIRFIELD = ("helicopter",)
AIRFIELDS = {"air": ("large", "medium"), "private_jet": ("large", "medium")}
"""Which airports serve a way of flying; any airfield where the mode is not listed."""

NEAR_AIRPORTS = 12
"""So many airports around each end are looked at."""

STEP_KM = 50.0
"""Distance between the drawn points of a long geodesic."""


@dataclass(frozen=True, slots=True)
class _Flight:
    """An airfield near each end: how far away by road, and where."""

    from_km: float
    departure: Airport
    to_km: float
    arrival: Airport


def direct_routes(query: LegQuery, world: World) -> tuple[Route, ...]:
    """The ways of a leg that do without the road graph, one for each mode that can serve it.

    Parameters
    ----------
    query
        The leg. Where it names modes only those count; else walking, rail and airliners where distance lets them.
        Ways that miss the countries a hypothesis wants in between are left out.
    world
        Borders, airports, speeds.
    """
    geodesic_km = distance_km(query.origin.lat, query.origin.lon, query.destination.lat, query.destination.lon)
    routes: list[Route] = []
    for mode in query.modes or _usual_modes(geodesic_km, world):
        if not world.speeds.records.exists(mode, query.on):
            continue
        if mode in WITHOUT_AIRFIELD or mode in CROSS_COUNTRY or mode in ON_WATER or mode == "rail":
            routes.extend(_straight(query, mode, geodesic_km, world))
        elif mode in AIR_MODES:
            routes.append(_by_air(query, mode, geodesic_km, world))
    return tuple(route for route in routes if query.modes or _passes(route.countries, query.via))


def _passes(countries: tuple[str, ...], via: tuple[str, ...]) -> bool:
    """Whether the way enters the countries that a hypothesis wants in between, in that order."""
    between = iter(countries[1:-1])
    return all(country in between for country in via)


def _usual_modes(geodesic_km: float, world: World) -> tuple[str, ...]:
    """The modes worth asking for a distance when the story names none."""
    reach = world.speeds
    modes = []
    if geodesic_km <= reach.value("usual longest", "foot", "typical"):
        modes.append("foot")
    if geodesic_km >= reach.value("usual shortest", "rail", "typical"):
        modes.append("rail")
    if geodesic_km >= reach.value("usual shortest", "air", "typical"):
        modes.append("air")
    return tuple(modes)


def _straight(query: LegQuery, mode: str, geodesic_km: float, world: World) -> tuple[Route, ...]:
    """A way along the geodesic, stretched by the path factors of the speed table.

    Where water lies in between there is none by land, unless the story says so: then its limit stands, and what it
    would need is named.
    """
    a, b = query.origin, query.destination
    line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
    surface = "cross-country" if mode in CROSS_COUNTRY else "road"
    wet_km = 0.0 if mode in ON_WATER or mode in AIR_MODES else water_km(line, world.borders)
    blocked = wet_km > world.speeds.value("water crossed unnoticed", "*", "typical")
    if blocked and not query.modes:
        return ()
    # A line that nobody can follow crosses no borders.
    events = () if blocked else border_events(line, mode, query.on, world)
    stretched_km = geodesic_km * (
        1.0 if mode in AIR_MODES else world.speeds.value("path factor", mode, "typical", surface, query.on)
    )
    time = travel_time(
        mode,
        geodesic_km,
        None if blocked else geodesic_km,
        on=query.on,
        speeds=world.speeds,
        borders=events,
        basis=GEODESIC_ESTIMATE,
        surface=surface,
    )
    needs = [*_unlawful(events, query)]
    if blocked:
        needs.insert(0, f"needs a boat, a bridge or a way round {wet_km:.0f} km of water")
    route = Route(
        mode=mode,
        segments=(Segment(mode, line, stretched_km, GEODESIC_ESTIMATE),),
        km=stretched_km,
        geodesic_km=geodesic_km,
        borders=events,
        time=time,
        countries=_countries(events, a.country or world.borders.country_at(a.lat, a.lon)),
        basis=GEODESIC_ESTIMATE,
        needs=tuple(needs),
        note="no railway network is shipped: straight distance times the usual detour" if mode == "rail" else None,
    )
    return (route,)


def _by_air(query: LegQuery, mode: str, geodesic_km: float, world: World) -> Route:
    """By an aeroplane from the airfield nearest to one end to that nearest to the other."""
    flight = _flight(query, mode, world)
    a, b = query.origin, query.destination
    if flight is None:
        # Somebody may still have flown from a field that the table lacks: the limit stands, an estimate does not.
        line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
        segments: tuple[Segment, ...] = (Segment(mode, line, geodesic_km, GEODESIC_ESTIMATE),)
        note = "no airfield that serves this way of flying is known near both ends"
    else:
        departure, arrival = flight.departure, flight.arrival
        line = geodesic_points(departure.lat, departure.lon, arrival.lat, arrival.lon, step_km=STEP_KM)
        stretch = world.speeds.value("path factor", "car", "typical", "road", query.on)
        segments = (
            Segment("car", ((a.lat, a.lon), line[0]), flight.from_km * stretch, "access"),
            Segment(mode, line, distance_km(*line[0], *line[-1]), GEODESIC_ESTIMATE),
            Segment("car", (line[-1], (b.lat, b.lon)), flight.to_km * stretch, "access"),
        )
        note = f"from {departure.name} ({departure.icao}) to {arrival.name} ({arrival.icao})"
    flown = border_events(line, mode, query.on, world)
    flown_over = _countries(flown, world.borders.country_at(*line[0]))
    ends = tuple(dict.fromkeys((flown_over[0], flown_over[-1]))) if flown_over else ()
    flown_km = next(segment.km for segment in segments if segment.mode == mode)
    # The airfield may lie across a border from the place it serves.
    before, after = (
        border_events(segment.geometry, segment.mode, query.on, world) if segment.basis == "access" else ()
        for segment in (segments[0], segments[-1])
    )
    events = (*before, *flown, *after)
    time = travel_time(
        mode,
        geodesic_km,
        None if flight is None else flown_km,
        on=query.on,
        speeds=world.speeds,
        by_country=tuple((country, flown_km / len(ends)) for country in ends),
        # Passports are checked once, where the flight lands: what is flown over costs nothing.
        borders=(*before, *(flown[-1:] if len(ends) > 1 else ()), *after),
        access_km=sum(segment.km for segment in segments if segment.basis == "access"),
    )
    return Route(
        mode=mode,
        segments=segments,
        km=sum(segment.km for segment in segments),
        geodesic_km=geodesic_km,
        borders=events,
        time=time,
        countries=_countries(events, world.borders.country_at(a.lat, a.lon)),
        basis=GEODESIC_ESTIMATE,
        needs=(*_unlawful((*before, *after), query), *_shut_skies(query, ends, world)),
        note=note,
    )


def _flight(query: LegQuery, mode: str, world: World) -> _Flight | None:
    """The airfields for a flight; None where an end has none within reach or both have the same."""
    kinds = AIRFIELDS.get(mode, ("large", "medium", "small"))
    reach_km = world.speeds.value("airport reach", mode, "typical")
    ends = []
    for place in (query.origin, query.destination):
        near = world.airports.nearest(place.lat, place.lon, limit=NEAR_AIRPORTS, kinds=kinds)
        reachable = [(km, airport) for km, airport in near if km <= reach_km]
        country = place.country or world.borders.country_at(place.lat, place.lon)
        within = [found for found in reachable if found[1].country == country] or reachable
        if not within:
            return None
        # A large airport a little farther away has the flights; a small one next door may have none.
        ends.append(min(within, key=lambda found: found[0] + (0.0 if found[1].kind == "large" else found[0] + 20.0)))
    if ends[0][1].icao == ends[1][1].icao:
        return None
    return _Flight(*ends[0], *ends[1])


def _countries(events: tuple[BorderEvent, ...], first: str | None) -> tuple[str, ...]:
    """The countries in the order they are entered."""
    if events:
        return (events[0].from_country, *(event.to_country for event in events))
    return (first,) if first else ()


def _unlawful(events: tuple[BorderEvent, ...], query: LegQuery) -> tuple[str, ...]:
    """What a traveller on the surface would have to do past a closed post, or away from any."""
    green = [event for event in events if event.kind == "green"]
    return (
        *(f"needs to cross the {event.from_country}-{event.to_country} border away from any post" for event in green),
        *needs_of([event for event in events if event.kind != "green"], query.on),
    )


def _shut_skies(query: LegQuery, ends: tuple[str, ...], world: World) -> tuple[str, ...]:
    """Closures for all civil aircraft over either end; a flight can go round a country, not round its own airports."""
    return tuple(
        f"needs the airspace of {country}, closed since {closure.since} ({closure.source})"
        for country in ends
        for closure in world.airports.airspace.closures(country, query.on)
        if closure.closed_to == "*"
    )
