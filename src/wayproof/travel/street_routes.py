"""Routes measured along streets and paths, where a detailed network is at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.travel.border_events import border_events
from wayproof.travel.durations import ROAD_NETWORK
from wayproof.travel.needs import needs_of
from wayproof.travel.road_times import road_time
from wayproof.travel.routes import BY_ROAD, UNDER_OWN_POWER, Route, Segment
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wayproof.travel.routes import LegQuery
    from wayproof.travel.streets import Streets
    from wayproof.world.atlas import World

STREETS = "streets"
"""What a stretch along a detailed network rests on."""

SHORTEST_ACCESS_KM = 0.3
"""An access leg shorter than this is not worth a question: the straight line is as good as the place's position."""


def with_streets(routes: Iterable[Route], query: LegQuery, world: World, streets: Streets) -> list[Route]:
    """The routes with their ends along streets, and the whole leg along streets where the network holds both ends.

    Parameters
    ----------
    routes
        The routes over main roads and without roads.
    query
        The leg.
    world
        Borders, crossings, rules, speeds.
    streets
        The detailed network; what it does not hold stays as it is.
    """
    kept = [_with_streets_at_ends(route, query, world, streets) for route in routes]
    modes = query.modes or tuple(dict.fromkeys(route.mode for route in kept))
    whole = (_along_streets(query, mode, world, streets) for mode in modes if mode in BY_ROAD)
    return [*(route for route in whole if route is not None), *kept]


def _along_streets(query: LegQuery, mode: str, world: World, streets: Streets) -> Route | None:
    a, b = query.origin, query.destination
    path = streets.path((a.lat, a.lon), (b.lat, b.lon), on_foot=mode in UNDER_OWN_POWER)
    if path is None:
        return None
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    country = world.borders.country_at(a.lat, a.lon)
    segments = (Segment(mode, path.geometry, path.km, STREETS, country, source=path.source),)
    events = border_events(path.geometry, mode, query.on, world)
    return Route(
        mode=mode,
        segments=segments,
        km=path.km,
        geodesic_km=geodesic_km,
        borders=events,
        time=road_time(query, mode, geodesic_km, segments=segments, borders=events, world=world),
        countries=(events[0].from_country, *(event.to_country for event in events))
        if events
        else tuple(code for code in (country,) if code),
        basis=ROAD_NETWORK,
        needs=needs_of(events, query.on, world),
        note=f"along streets: {path.source}",
    )


def _with_streets_at_ends(route: Route, query: LegQuery, world: World, streets: Streets) -> Route:
    if route.mode not in BY_ROAD or route.basis != ROAD_NETWORK:
        return route
    segments = tuple(
        _measured(segment, route.mode, streets) if index in {0, len(route.segments) - 1} else segment
        for index, segment in enumerate(route.segments)
    )
    if segments == route.segments:
        return route
    return replace(
        route,
        segments=segments,
        km=sum(segment.km for segment in segments),
        time=road_time(query, route.mode, route.geodesic_km, segments=segments, borders=route.borders, world=world),
        note="; ".join(note for note in (route.note, "ends along streets") if note),
    )


def _measured(segment: Segment, mode: str, streets: Streets) -> Segment:
    """An access leg along streets; the straight one where the network does not hold it."""
    if segment.basis != "access" or segment.km < SHORTEST_ACCESS_KM:
        return segment
    path = streets.path(segment.geometry[0], segment.geometry[-1], on_foot=mode in UNDER_OWN_POWER)
    if path is None:
        return segment
    return replace(segment, geometry=path.geometry, km=path.km, basis=STREETS, source=path.source)
