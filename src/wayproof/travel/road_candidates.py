"""Road ways as routes: with their border events, what they need, and how long they take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wayproof.travel.border_events import BorderEvent, border_events
from wayproof.travel.durations import (
    GEODESIC_ESTIMATE,
    NO_ROAD_DATA,
    ROAD_NETWORK,
    TravelTime,
    travel_time,
)
from wayproof.travel.former_borders import with_former_borders
from wayproof.travel.local_roads import NOTE as LOCAL_NOTE
from wayproof.travel.local_roads import has_local_roads, is_beside_post
from wayproof.travel.needs import needs_of
from wayproof.travel.road_drawing import ON_THE_ROAD, ROAD
from wayproof.travel.road_routes import OPEN, Closures, road_ways
from wayproof.travel.road_times import road_time
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.borders import LineCrossing
from wayproof.world.core_trees import CoreSearch
from wayproof.world.country_names import border_name
from wayproof.world.crossings import CLOSED
from wayproof.world.geodesy import distance_km
from wayproof.world.places import AREAS
from wayproof.world.water import parted_by_sea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from wayproof.travel.border_events import Skies
    from wayproof.travel.road_drawing import Passage, RoadWay
    from wayproof.world.atlas import World
    from wayproof.world.crossings import Crossings
    from wayproof.world.regimes import Regimes
    from wayproof.world.speeds import SpeedTable

MOST_ROUTES = 6
"""So many routes for one mode at most."""
TOO_FAR_KM = 20.0
"""A place farther from any road of the network proves that the network lacks its roads."""
TOO_LONG_RATIO, TOO_LONG_KM = 2.5, 100.0
"""A way so many times, and km, longer than the straight line proves that the network lacks a road or a ferry."""
TOLL_KMH = 70.0
"""Road speed at which a wait at a border is turned into km when ways are compared."""
USUAL_OVER_SHORTEST = "usual over shortest"
"""The row that says how much longer than the shortest way of the network the usual road of a vehicle is."""
LAWFUL_TRIES = 4
"""How often the search is repeated without the closed posts it met."""


def routes_by_road(
    query: LegQuery, mode: str, world: World, *, most: int = MOST_ROUTES, closures: Closures = OPEN
) -> tuple[Route, ...]:
    """The different ways over the road network by one means of travel, best first.

    A way through a closed crossing stays, with what it needs; then the best way that needs nothing is among the routes
    too, if there is one. If the network joins the ends in no way and the text names the mode, one route without road
    data carries the limit.

    Parameters
    ----------
    query
        The leg.
    mode
        "car", "bus", "motorcycle", "bicycle", "foot" or "horse".
    world
        Roads, crossings, rules, speeds.
    most
        At most so many routes.
    closures
        Borders that may not be used.
    """
    maker = _Maker(query, mode, world)
    ways = maker.ways(closures, most)
    if closures == OPEN:
        maker.judge(ways)
    routes = [maker.route(way) for way in ways]
    tried = closures
    for _ in range(LAWFUL_TRIES):
        if not routes or any(not route.needs for route in routes):
            break
        wider = maker.closed(tried, ways)
        ways = maker.ways(wider, 2) if wider != tried else ()
        if not ways:
            break
        tried = wider
        routes.extend(maker.route(way) for way in ways)
    if not routes and mode in query.modes:
        return (maker.without_roads(),)
    return _best(routes, most)


def _best(routes: Sequence[Route], most: int) -> tuple[Route, ...]:
    """The quickest routes, the quickest lawful one among them."""
    ranked = sorted(routes, key=lambda route: quickest(route.time))
    lawful = next((route for route in ranked if not route.needs), None)
    kept = ranked[:most]
    if lawful is not None and lawful not in kept:
        kept = [*ranked[: most - 1], lawful]
    return tuple(kept)


def quickest(time: TravelTime) -> tuple[bool, float, float]:
    """A sort key: known before unknown, then by the brisk and the typical duration."""
    if time.brisk is None or time.typical is None:
        return True, time.limit.total_seconds(), 0.0
    return False, time.brisk.total_seconds(), time.typical.total_seconds()


@dataclass(frozen=True, slots=True)
class _OneCut:
    """Borders that know one country change: the one that the road is known to make."""

    crossing: LineCrossing

    def cut(self, line: Sequence[tuple[float, float]], *, shortest_stay_km: float = 0.0) -> Sequence[LineCrossing]:
        """The change, whatever the line."""
        return (self.crossing,) if line and shortest_stay_km >= 0 else ()

    def former_cut(
        self, line: Sequence[tuple[float, float]], *, on: date, shortest_stay_km: float = 0.0
    ) -> Sequence[LineCrossing]:
        """None: those are added once the whole way is known."""
        del line, on, shortest_stay_km
        return ()


@dataclass(frozen=True, slots=True)
class _Frontier:
    """The world with the borders replaced by one known change of country."""

    borders: _OneCut
    crossings: Crossings
    regimes: Regimes
    airports: Skies
    speeds: SpeedTable


@lru_cache(maxsize=64)
def _toll(regimes: Regimes, speeds: SpeedTable, mode: str, on: date | None) -> Callable[[str, str], float]:
    """What passing between two countries costs on a day, as road km."""

    @cache
    def toll_km(a: str, b: str) -> float:
        wait = speeds.wait(a, b, regimes.kind_of_border(a, b, on, mode=mode), mode, on)
        return (wait.brisk_min + wait.typical_min) / 2 / 60 * TOLL_KMH

    return toll_km


class _Maker:
    """Makes the routes of one leg by one means of travel."""

    def __init__(self, query: LegQuery, mode: str, world: World) -> None:
        self._query, self._mode, self._world = query, mode, world
        a, b = query.origin, query.destination
        self._geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
        usual = world.speeds.find(USUAL_OVER_SHORTEST, mode, on=query.on)
        self._usual = (usual.typical if usual is not None else None) or 1.0
        self._doubtful = False
        self._countries = [world.borders.country_at(place.lat, place.lon) or place.country for place in (a, b)]

    def ways(self, closures: Closures, most: int) -> tuple[RoadWay, ...]:
        """The ways over the network that avoid these closures."""
        a, b = self._query.origin, self._query.destination
        return road_ways(
            self._world.roads,
            (a.lat, a.lon, self._countries[0]),
            (b.lat, b.lon, self._countries[1]),
            on=self._query.on,
            via=self._query.via,
            closures=closures,
            toll_km=_toll(self._world.regimes, self._world.speeds, self._mode, self._query.on),
            most=most,
        )

    def judge(self, ways: Sequence[RoadWay]) -> None:
        """Tell from the ways with nothing closed whether the network lacks a road between the ends.

        If the shortest is far too long, it does, and the others prove nothing either; if not, longer ones are detours.
        Round a fjord or a bay a way may be as long as it will.
        """
        km = min((way.km for way in ways), default=0.0) * self._usual
        too_long = km > self._geodesic_km * TOO_LONG_RATIO and km - self._geodesic_km > TOO_LONG_KM
        a, b = self._query.origin, self._query.destination
        self._doubtful = too_long and not parted_by_sea((a.lat, a.lon), (b.lat, b.lon), self._world.borders)

    def route(self, way: RoadWay) -> Route:
        """One way as a route."""
        query, mode = self._query, self._mode
        events = self._entry(way) + tuple(self._event(passage) for passage in way.passages) + self._exit(way)
        segments = tuple(self._travelled(segment) for segment in way.segments)
        events = with_former_borders(events, segments, query, self._world)
        km = sum(segment.km for segment in segments)
        far = max(way.snap_km) > TOO_FAR_KM
        round_about = self._doubtful and not is_beside_post(query, self._geodesic_km, self._world)
        lacking = (far or self._doubtful) and not round_about
        local = lacking and has_local_roads(way, query, self._world, far_km=TOO_FAR_KM)
        doubtful = (far or self._doubtful) and not local
        notes = [LOCAL_NOTE] if local else []
        if doubtful:
            notes.append("the road data lack the roads near an end or a link between them: the length proves nothing")
        if query.on is None and way.links:
            notes.append("no date given: bridges and ferries as of today")
        if way.links:
            notes.append("over " + ", ".join(link.name for link in way.links))
        return Route(
            mode=mode,
            segments=segments,
            km=km,
            geodesic_km=self._geodesic_km,
            borders=events,
            time=self._unknown_time()
            if doubtful
            else road_time(
                query, mode, self._geodesic_km, segments=segments, borders=events, world=self._world, local=local
            ),
            countries=_sequence(way.countries, events),
            basis=NO_ROAD_DATA if doubtful else GEODESIC_ESTIMATE if local else ROAD_NETWORK,
            needs=needs_of(events, query.on, self._world),
            note="; ".join(notes) or None,
        )

    def _travelled(self, segment: Segment) -> Segment:
        """A stretch as this means of travel makes it: vehicles keep to main roads, which are not the shortest."""
        if segment.mode != ON_THE_ROAD:
            return segment
        usual = self._usual if segment.basis == ROAD else 1.0
        return replace(segment, mode=self._mode, km=segment.km * usual)

    def without_roads(self) -> Route:
        """The route of which only the limit is known: no road leads there."""
        a, b = self._query.origin, self._query.destination
        line = ((a.lat, a.lon), (b.lat, b.lon))
        return Route(
            mode=self._mode,
            segments=(Segment(self._mode, line, self._geodesic_km, NO_ROAD_DATA),),
            km=self._geodesic_km,
            geodesic_km=self._geodesic_km,
            borders=(),
            time=self._unknown_time(),
            countries=tuple(dict.fromkeys(code for code in self._countries if code)),
            basis=NO_ROAD_DATA,
            needs=self._gaps()
            or ("needs a ship, an aircraft or a road that the data lack: no road or car ferry joins the ends",),
            note="straight line; no road or car ferry is known",
        )

    def _gaps(self) -> tuple[str, ...]:
        """The borders without a road that are known to keep the ends apart."""
        network = self._world.roads
        a, b = self._query.origin, self._query.destination
        snaps = [network.snap(place.lat, place.lon, country=place.country) for place in (a, b)]
        if snaps[0] is None or snaps[1] is None:
            return ()
        search = CoreSearch(network, snaps[0], snaps[1], closed=network.shut_links(self._query.on))
        found = search.gaps(a.country, b.country)
        names = self._world.gazetteer
        named = ((border_name(min(one.countries), max(one.countries), names), one) for one in found)
        return tuple(
            f"needs a ship or an aircraft: no road leads over the border {name}: {border.reason} ({border.source})"
            for name, border in named
        )

    def _unknown_time(self) -> TravelTime:
        """The limit alone."""
        speeds = self._world.speeds
        return travel_time(self._mode, self._geodesic_km, None, on=self._query.on, speeds=speeds, basis=NO_ROAD_DATA)

    def closed(self, before: Closures, ways: Sequence[RoadWay]) -> Closures:
        """What to avoid next: every closed road over the borders at which these ways meet a closed crossing."""
        network = self._world.roads
        rows = set(before.rows)
        met = {
            frozenset({passage.from_country, passage.to_country})
            for way in ways
            for passage in way.passages
            if self._event(passage).status.status == CLOSED
        }
        pairs, number = network.border_pairs
        for index, pair in enumerate(pairs):
            if frozenset(pair) in met:
                rows.update(row for row in (number == index).nonzero()[0].tolist() if self._shut(row))
        return Closures(before.pairs, frozenset(rows))

    def _shut(self, row: int) -> bool:
        network = self._world.roads
        tail, head = (int(node) for node in network.borders[row, :2])
        countries = (network.country_of(tail), network.country_of(head))
        link = network.link_at.get((tail, head))
        mode = "ferry" if link is not None and link.mode == "ferry" else self._mode
        event = self._cut(countries, network.border_point(row), mode, crossing=network.crossings[row], row=row)
        return event.status.status == CLOSED

    def _event(self, passage: Passage) -> BorderEvent:
        event = self._cut(
            (passage.from_country, passage.to_country),
            (passage.lat, passage.lon),
            passage.mode or self._mode,
            crossing=passage.crossing,
            row=passage.row,
        )
        return replace(event, at_km=passage.at_km)

    def _cut(
        self, pair: tuple[str, str], point: tuple[float, float], mode: str, *, crossing: str | None, row: int | None
    ) -> BorderEvent:
        """The border event of a road that is known to pass from one country into the other at a point."""
        world = self._world
        line = [point, point]
        at_km = 0.0
        if row is not None:
            tail, head = (world.roads.point(int(node)) for node in world.roads.borders[row, :2])
            line = [tail, point, head]
            at_km = distance_km(*tail, *point)
        frontier = _Frontier(
            _OneCut(LineCrossing(*pair, *point, at_km)), world.crossings, world.regimes, world.airports, world.speeds
        )
        known = {at_km: crossing} if crossing is not None else {}
        return border_events(line, mode, self._query.on, frontier, known=known)[0]

    def _entry(self, way: RoadWay) -> tuple[BorderEvent, ...]:
        """The border that the access leg passes where the origin's own country has no road near by."""
        place, code = self._query.origin, self._countries[0]
        if code is None or code == way.countries[0] or place.kind in AREAS:
            return ()
        return (self._cut((code, way.countries[0]), (place.lat, place.lon), self._mode, crossing=None, row=None),)

    def _exit(self, way: RoadWay) -> tuple[BorderEvent, ...]:
        place, code = self._query.destination, self._countries[1]
        if code is None or code == way.countries[-1] or place.kind in AREAS:
            return ()
        event = self._cut((way.countries[-1], code), (place.lat, place.lon), self._mode, crossing=None, row=None)
        return (replace(event, at_km=way.km),)


def _sequence(countries: tuple[str, ...], events: Sequence[BorderEvent]) -> tuple[str, ...]:
    """The countries in the order they are entered, those of the ends included."""
    if not events:
        return countries
    return (events[0].from_country, *(event.to_country for event in events))
