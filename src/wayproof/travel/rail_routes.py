"""Trains along the known railways, with the borders they pass.

Where the graph of railways joins both ends without a detour that only a gap explains, the way is measured on it.
Whether trains run over it is not known; services with published times are in :mod:`wayproof.travel.rail_services`, and
what stands for a railway where none is known in :mod:`wayproof.travel.rail_estimates`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wayproof.travel.border_events import KnownPassage, countries_of, passage_event
from wayproof.travel.durations import access_time, chain
from wayproof.travel.former_borders import with_former_borders
from wayproof.travel.needs import needs_of
from wayproof.travel.road_drawing import ACCESS, FERRY, ON_THE_ROAD, ROAD
from wayproof.travel.road_routes import Closures, road_ways
from wayproof.travel.road_times import road_time
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.crossings import CLOSED
from wayproof.world.geodesy import distance_km
from wayproof.world.places import AREAS

if TYPE_CHECKING:
    from collections.abc import Callable

    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.durations import TravelTime
    from wayproof.travel.road_drawing import Passage, RoadWay
    from wayproof.world.atlas import World
    from wayproof.world.network import RoadNetwork

RAIL = "rail"
RAIL_NETWORK = "rail network"
"""The basis of a way measured along the known railways."""

REACH_KM = 20.0
"""Farther than this from the nearest line there is no railway to speak of."""
STRETCH = {"good": 2.0, "poor": 1.5}
"""A way at least so many times longer than the straight line rather shows a gap of the graph, by the trust of the
least trusted country on it."""
STRETCH_KM = 30.0
"""Over short distances a railway may be longer by so many km than that."""
MOST_WAYS = 4
"""So many ways are looked at; the slowest of them are dropped."""
MOST_ROUTES = 3
"""So many ways by rail are offered at most."""
TOLL_KMH = 60.0
"""Speed at which a wait at a border is turned into km when ways are compared."""


def along_railways(query: LegQuery, world: World, *, most: int = MOST_ROUTES) -> tuple[Route, ...]:
    """The ways over the known railways, quickest first; () where they do not join the ends.

    Parameters
    ----------
    query
        The leg.
    world
        Railways, borders, rules, speeds.
    most
        At most so many.
    """
    network = world.railways
    if network is None:
        return ()
    maker = _Maker(query, world, network)
    routes = maker.routes(Closures())
    if routes and all(route.needs for route in routes):
        routes += maker.routes(Closures(rows=maker.shut_rows()))
    ranked = sorted(routes, key=lambda route: (bool(route.needs), route.time.typical))
    return tuple(ranked[:most])


class _Maker:
    """Makes the routes of one leg over the railways."""

    def __init__(self, query: LegQuery, world: World, network: RoadNetwork) -> None:
        self._query, self._world, self._network = query, world, network
        a, b = query.origin, query.destination
        self._geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
        self._countries = [world.borders.country_at(place.lat, place.lon) or place.country for place in (a, b)]

    def routes(self, closures: Closures) -> list[Route]:
        """The believable ways that avoid these closures."""
        a, b = self._query.origin, self._query.destination
        ways = road_ways(
            self._network,
            (a.lat, a.lon, self._countries[0]),
            (b.lat, b.lon, self._countries[1]),
            on=self._query.on,
            via=self._query.via,
            closures=closures,
            toll_km=self._toll(),
            most=MOST_WAYS,
        )
        return [self._route(way) for way in ways if self._believed(way)]

    def shut_rows(self) -> frozenset[int]:
        """The railways over borders that were closed on the day."""
        network = self._network
        rows = range(len(network.borders))
        return frozenset(row for row in rows if self._row_event(row).status.status == CLOSED)

    def _row_event(self, row: int) -> BorderEvent:
        network = self._network
        a, b = (int(node) for node in network.borders[row, :2])
        passage = KnownPassage(
            network.country_of(a), network.country_of(b), *network.border_point(row), 0.0, network.crossings[row]
        )
        edge = (network.point(a), network.point(b))
        return passage_event(passage, RAIL, self._query.on, self._world, edge=edge)

    def _believed(self, way: RoadWay) -> bool:
        """Whether the way is one, and not the way round a gap of the graph."""
        railways = self._world.railways
        trusted = railways is not None and all(railways.trust_of(code) == "good" for code in way.countries)
        stretch = STRETCH["good" if trusted else "poor"]
        return max(way.snap_km) <= REACH_KM and way.km <= self._geodesic_km * stretch + STRETCH_KM

    def _toll(self) -> Callable[[str, str], float]:
        """What passing between two countries costs on the day, as km of railway."""
        speeds, on = self._world.speeds, self._query.on
        regimes = self._world.regimes

        @cache
        def toll_km(a: str, b: str) -> float:
            internal = regimes.kind_of_border(a, b, on, mode=RAIL) == "internal"
            return speeds.wait(a, b, "internal" if internal else RAIL, RAIL, on).typical_min / 60 * TOLL_KMH

        return toll_km

    def _route(self, way: RoadWay) -> Route:
        query = self._query
        segments = tuple(map(_on_rails, way.segments))
        events = (*self._ends(way)[0], *map(self._event, way.passages), *self._ends(way)[1])
        events = with_former_borders(events, segments, query, self._world)
        notes = ["over " + ", ".join(link.name for link in way.links)] if way.links else []
        return Route(
            mode=RAIL,
            segments=segments,
            km=way.km,
            geodesic_km=self._geodesic_km,
            borders=events,
            time=self._time(segments, events),
            countries=countries_of(events, way.countries[0]),
            basis=RAIL_NETWORK,
            needs=tuple(dict.fromkeys(needs_of(events, query.on, self._world))),
            note="; ".join((*notes, "along known railways; no timetable is claimed")),
        )

    def _time(self, segments: tuple[Segment, ...], events: tuple[BorderEvent, ...]) -> TravelTime:
        riding = [one for one in segments if one.basis != ACCESS]
        access_km = sum(one.km for one in segments if one.basis == ACCESS)
        ridden = road_time(self._query, RAIL, self._geodesic_km, segments=riding, borders=events, world=self._world)
        return chain([access_time(access_km, self._query.on, self._world.speeds), ridden], ridden.limit)

    def _event(self, passage: Passage) -> BorderEvent:
        nodes = self._network.borders[passage.row, :2]
        edge = tuple(self._network.point(int(node)) for node in nodes)
        known = KnownPassage(
            passage.from_country, passage.to_country, passage.lat, passage.lon, passage.at_km, passage.crossing
        )
        return passage_event(known, passage.mode or RAIL, self._query.on, self._world, edge=edge)

    def _ends(self, way: RoadWay) -> tuple[tuple[BorderEvent, ...], tuple[BorderEvent, ...]]:
        """The borders passed on the way to the first and from the last station, where these lie abroad."""
        origin, destination = self._query.origin, self._query.destination
        first, last = self._countries
        before: tuple[BorderEvent, ...] = ()
        after: tuple[BorderEvent, ...] = ()
        if first and first != way.countries[0] and origin.kind not in AREAS:
            before = (self._local(first, way.countries[0], (origin.lat, origin.lon), 0.0),)
        if last and last != way.countries[-1] and destination.kind not in AREAS:
            after = (self._local(way.countries[-1], last, (destination.lat, destination.lon), way.km),)
        return before, after

    def _local(self, a: str, b: str, at: tuple[float, float], at_km: float) -> BorderEvent:
        return passage_event(KnownPassage(a, b, *at, at_km), "car", self._query.on, self._world)


def _on_rails(segment: Segment) -> Segment:
    """A segment of a way over the railway graph, with its mode and basis."""
    if segment.mode != ON_THE_ROAD:
        return segment
    if segment.basis == ACCESS:
        return replace(segment, mode="car")
    return replace(segment, mode=RAIL, basis=RAIL_NETWORK if segment.basis in {ROAD, FERRY} else segment.basis)
