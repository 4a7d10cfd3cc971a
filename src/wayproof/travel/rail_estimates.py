"""Trains where no railway is known well enough: what stands for its length.

Where the straight line is dry it is stretched by the usual detour of railways; where it is wet, roads, bridges and
tunnels tell how far it is round the water.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.travel.border_events import border_events
from wayproof.travel.direct_routes import straight
from wayproof.travel.durations import GEODESIC_ESTIMATE, ROAD_NETWORK, travel_time
from wayproof.travel.needs import needs_of
from wayproof.travel.road_drawing import joined
from wayproof.travel.road_routes import road_ways
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.country_names import named_countries
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wayproof.world.atlas import World

RAIL = "rail"

ALONG_ROADS = "geodesic estimate along the road network"
"""The basis of the stretches: no rail is known to lie there."""

FERRY = "ferry"

MOST_WAYS = 4
"""So many ways by road are looked at."""

HOME_RATIO = 1.4
"""A way through fewer countries is taken if it is at most so many times as long: railways end at many borders."""

MOST_STRETCH = 2.5
"""A road so many times as long as the straight line goes where no railway would."""

SHORTEST_STAY_KM = 2.0
"""A drawn line may cut a bend of the border; a train that does so goes nowhere abroad."""


def estimated_rail(query: LegQuery, known: Iterable[Route], world: World) -> tuple[Route, ...]:
    """A train's way where no railway is known: along the straight line, or along the roads where that is wet.

    Where both fail and the text says that it was a train, the limit alone stands, with what it would need.

    Parameters
    ----------
    query
        The leg.
    known
        Routes by road that were found for it already.
    world
        Roads, borders, rules, speeds.
    """
    direct = straight(query, RAIL, world)
    if any(route.time.typical is not None for route in direct):
        return direct
    along = rail_along_roads(query, known, world)
    return direct if along is None else (along,)


def without_railways(query: LegQuery, world: World) -> Route:
    """A train where no railway is known at either end, nor in the countries of both: its limit alone stands.

    Parameters
    ----------
    query
        The leg.
    world
        Borders, names, speeds.
    """
    a, b = query.origin, query.destination
    geodesic_km = distance_km(*_ends(query))
    codes = [end.country or world.borders.country_at(end.lat, end.lon) or "" for end in (a, b)]
    line = ((a.lat, a.lon), (b.lat, b.lon))
    return Route(
        mode=RAIL,
        segments=(Segment(RAIL, line, geodesic_km, GEODESIC_ESTIMATE),),
        km=geodesic_km,
        geodesic_km=geodesic_km,
        borders=(),
        time=travel_time(RAIL, geodesic_km, None, on=query.on, speeds=world.speeds),
        countries=tuple(dict.fromkeys(filter(None, codes))),
        basis=GEODESIC_ESTIMATE,
        needs=(f"needs a railway: none is known in {named_countries(filter(None, codes), world.gazetteer)}",),
    )


def rail_along_roads(query: LegQuery, known: Iterable[Route], world: World) -> Route | None:
    """The train's way estimated by the shortest road without a ferry; None where no such road joins the ends.

    Parameters
    ----------
    query
        The leg.
    known
        Routes by road that were found for it already; the network is searched only where none of them serves.
    world
        Roads, borders, rules, speeds.
    """
    given = (route.segments for route in known if route.basis == ROAD_NETWORK)
    dry = [parts for parts in given if _has_no_ferry(parts)] or list(filter(_has_no_ferry, _found(query, world)))
    if not dry:
        return None
    chosen = _plainest(dry)
    if sum(part.km for part in chosen) > MOST_STRETCH * distance_km(*_ends(query)):
        return None
    segments = tuple(replace(part, mode=RAIL, basis=ALONG_ROADS, hours=None) for part in chosen)
    a, b = query.origin, query.destination
    geodesic_km, km = distance_km(a.lat, a.lon, b.lat, b.lon), sum(part.km for part in segments)
    abroad = len({part.country for part in segments if part.country}) > 1
    events = border_events(joined(segments), RAIL, query.on, world, shortest_stay_km=SHORTEST_STAY_KM) if abroad else ()
    first = world.borders.country_at(a.lat, a.lon)
    return Route(
        mode=RAIL,
        segments=segments,
        km=km,
        geodesic_km=geodesic_km,
        borders=events,
        time=travel_time(
            RAIL,
            geodesic_km,
            km,
            on=query.on,
            speeds=world.speeds,
            by_country=[(part.country, part.km) for part in segments],
            borders=events,
        ),
        countries=(events[0].from_country, *(event.to_country for event in events))
        if events
        else tuple(code for code in (first,) if code),
        basis=ALONG_ROADS,
        needs=tuple(dict.fromkeys(needs_of(events, query.on, world))),
        note="no railway is known well enough here: the way by road, round the water, stands for it",
    )


def _ends(query: LegQuery) -> tuple[float, float, float, float]:
    a, b = query.origin, query.destination
    return a.lat, a.lon, b.lat, b.lon


def _found(query: LegQuery, world: World) -> Iterator[tuple[Segment, ...]]:
    ends = [
        (place.lat, place.lon, world.borders.country_at(place.lat, place.lon) or place.country)
        for place in (query.origin, query.destination)
    ]
    ways = road_ways(
        world.roads, ends[0], ends[1], on=query.on, via=query.via, most=MOST_WAYS, without=frozenset({FERRY})
    )
    return (way.segments for way in ways)


def _has_no_ferry(segments: Iterable[Segment]) -> bool:
    return not any(part.mode == FERRY for part in segments)


def _plainest(ways: Iterable[tuple[Segment, ...]]) -> tuple[Segment, ...]:
    """The shortest way, or one through fewer countries that is hardly longer."""
    measured = [(sum(part.km for part in parts), len({part.country for part in parts}), parts) for parts in ways]
    shortest_km = min(km for km, _, _ in measured)
    return min((one for one in measured if one[0] <= shortest_km * HOME_RATIO), key=lambda one: one[1::-1])[2]
