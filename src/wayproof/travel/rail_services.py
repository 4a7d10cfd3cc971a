"""Trains with published times, used where a leg fits them, with other trains to their stops and on from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.travel.border_events import border_events, countries_of
from wayproof.travel.durations import PACES, ZERO, Part, TravelTime, access_time, chain, limit_for
from wayproof.travel.needs import needs_of
from wayproof.travel.rail_routes import RAIL, along_railways
from wayproof.travel.road_drawing import ACCESS
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.geodesy import distance_km
from wayproof.world.places import point
from wayproof.world.railways import STATION_REACH_KM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wayproof.travel.border_events import BorderEvent
    from wayproof.world.atlas import World
    from wayproof.world.places import Place
    from wayproof.world.railways import RailService

TIMETABLE = "timetable"
"""The basis of a stretch whose time was published."""

LEAST_SHARE = 0.4
"""A service that covers less than this share of the straight distance does not make the journey."""
DETOUR_RATIO, DETOUR_KM = 1.3, 60.0
"""Stops may lie off the straight way if the whole is at most so many times, and km, longer than that."""
LOCAL_FACTOR = 1.3
"""Local road km for one straight km to and from a station."""
MOST_SERVICES = 2
"""So many services are tried for one leg, those nearest to its ends first."""
STRAY_KM = 5.0
"""A drawn line may cut a bend of the border; a train that does so goes nowhere abroad."""


def by_services(query: LegQuery, world: World) -> tuple[Route, ...]:
    """The ways by a train with a published time, with what leads to it and on from it; () where none fits.

    Parameters
    ----------
    query
        The leg; without a day the trains of today count.
    world
        Railways with their services, borders, speeds.
    """
    railways = world.railways
    if railways is None:
        return ()
    fitting = sorted(_fitting(query, railways.services.all), key=lambda one: one[0])
    made = (_by_service(query, service, ends, world) for _, service, ends in fitting[:MOST_SERVICES])
    return tuple(route for route in made if route is not None)


def _fitting(
    query: LegQuery, services: Iterable[RailService]
) -> Iterator[tuple[float, RailService, tuple[Place, Place]]]:
    """The services that run on the day and lie on the way, each with the km to its stops and the stops in order."""
    a, b = query.origin, query.destination
    straight_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    for service in services:
        if not service.runs_on(query.on):
            continue
        ends = (
            point(service.lat_a, service.lon_a, name=service.name_a),
            point(service.lat_b, service.lon_b, name=service.name_b),
        )
        own_km = distance_km(ends[0].lat, ends[0].lon, ends[1].lat, ends[1].lon)
        for first, last in (ends, ends[::-1]):
            off_km = distance_km(a.lat, a.lon, first.lat, first.lon) + distance_km(last.lat, last.lon, b.lat, b.lon)
            fits = own_km + off_km <= straight_km * DETOUR_RATIO + DETOUR_KM
            if fits and own_km >= LEAST_SHARE * straight_km and off_km < own_km:
                yield off_km, service, (first, last)


def _by_service(query: LegQuery, service: RailService, stops: tuple[Place, Place], world: World) -> Route | None:
    """The whole way by one service; None where no railway is known to or from its stops."""
    a, b = query.origin, query.destination
    first, last = (replace(stop, country=world.borders.country_at(stop.lat, stop.lon)) for stop in stops)
    ride = _ride(query, service, first, last, world)
    before, after = _reach(query, a, first, world), _reach(query, last, b, world)
    if before is None or after is None:
        return None
    pieces = (before, ride, after)
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    segments = tuple(segment for piece in pieces for segment in piece.segments)
    events: tuple[BorderEvent, ...] = ()
    at_km = 0.0
    for piece in pieces:
        events += tuple(replace(event, at_km=event.at_km + at_km) for event in piece.borders)
        at_km += piece.km
    limit = limit_for(geodesic_km, RAIL, query.on, world.speeds)
    return Route(
        mode=RAIL,
        segments=segments,
        km=sum(segment.km for segment in segments),
        geodesic_km=geodesic_km,
        borders=events,
        time=chain([piece.time for piece in pieces], limit),
        countries=countries_of(events, world.borders.country_at(a.lat, a.lon)),
        basis=TIMETABLE,
        needs=tuple(dict.fromkeys(needs_of(events, query.on, world))),
        note=_note(query, service),
    )


def _note(query: LegQuery, service: RailService) -> str:
    undated = "" if query.on is not None else "; no date given: trains of today"
    return (
        f"by {service.name}, {service.name_a} to {service.name_b} in {service.hours:g} h ({service.source}){undated}; "
        "when it leaves is not known"
    )


def _ride(query: LegQuery, service: RailService, first: Place, last: Place, world: World) -> Route:
    """The service itself, drawn along the known railway whose length fits its own best."""
    asked = LegQuery(first, last, query.on)
    drawn = min(along_railways(asked, world), key=lambda way: abs(way.km - service.km), default=None)
    straight_km = distance_km(first.lat, first.lon, last.lat, last.lon)
    line: tuple[tuple[float, float], ...] = ((first.lat, first.lon), (last.lat, last.lon))
    if drawn is not None:
        line, events = drawn.geometry, tuple(_for_passengers(event, query, world) for event in drawn.borders)
    else:
        events = border_events(line, RAIL, query.on, world, shortest_stay_km=STRAY_KM)
    km = max(service.km, straight_km)
    quickest = service.hours * world.speeds.value("share of published time", RAIL, "brisk")
    limit = min(limit_for(straight_km, RAIL, query.on, world.speeds), timedelta(hours=quickest))
    return Route(
        mode=RAIL,
        segments=(Segment(RAIL, line, km, TIMETABLE, link=service.name, hours=service.hours, source=service.source),),
        km=km,
        geodesic_km=straight_km,
        borders=events,
        time=_timetabled(query, service, limit, world),
        countries=countries_of(events, first.country),
        basis=TIMETABLE,
    )


def _for_passengers(event: BorderEvent, query: LegQuery, world: World) -> BorderEvent:
    """The event of a train that is known to have carried passengers.

    That a table calls the post one for goods is not held against it; a closure of the post is.
    """
    if event.crossing is None or event.kind != RAIL:
        return event
    return replace(event, status=world.crossings.status(event.crossing, query.on))


def _timetabled(query: LegQuery, service: RailService, limit: timedelta, world: World) -> TravelTime:
    """The published time, stops and border checks included, and the wait on the platform.

    The quickest train of a line is a little quicker than the usual one. Where the story tells of a train, its times may
    be those of the train itself: then only an ordinary traveller waits for it.
    """
    speeds = world.speeds
    rides = [timedelta(hours=service.hours * speeds.value("share of published time", RAIL, pace)) for pace in PACES]
    waits = [timedelta(hours=speeds.value("overhead", RAIL, pace)) for pace in PACES]
    if _is_the_train(query):
        waits[0] = ZERO
    rides[0] = max(limit, rides[0])
    parts = (Part(service.name, limit, *rides), Part("boarding", ZERO, *waits))
    return TravelTime(limit, rides[0] + waits[0], rides[1] + waits[1], parts, (service.source,))


def _is_the_train(query: LegQuery) -> bool:
    """Whether the story tells of nothing but a train, so that what it times may be the train."""
    return query.modes == (RAIL,)


def _reach(query: LegQuery, a: Place, b: Place, world: World) -> Route | None:
    """The way to a stop or on from one: by road where it is near, by another train where it is not."""
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    if km > STATION_REACH_KM:
        return next(iter(along_railways(LegQuery(a, b, query.on), world, most=1)), None)
    line = ((a.lat, a.lon), (b.lat, b.lon))
    road_km = km * LOCAL_FACTOR
    return Route(
        mode="car",
        segments=(Segment("car", line, road_km, ACCESS),),
        km=road_km,
        geodesic_km=km,
        borders=(),
        time=_access(query, road_km, world),
        countries=(),
        basis=ACCESS,
    )


def _access(query: LegQuery, road_km: float, world: World) -> TravelTime:
    """The way to the station or on from it; only an ordinary traveller's, where the story may time the train itself."""
    time = access_time(road_km, query.on, world.speeds)
    if not _is_the_train(query):
        return time
    parts = tuple(replace(part, brisk=ZERO) for part in time.parts)
    return replace(time, brisk=ZERO, parts=parts)
