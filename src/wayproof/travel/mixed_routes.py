"""Journeys by several means: a small search over hubs, the ends, airports, stops of trains and the like.

A first search works with rough hours for each piece; the pieces of the way that it finds are then measured, one by one,
and the search is repeated with what was learnt, until the best way holds measured pieces alone. Few are ever measured.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from wayproof.travel.closed_skies import shut_between, shuts_out
from wayproof.travel.pieces import joined_pieces, local_piece, piece
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.places import Kind, Place, point
from wayproof.world.water import water_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.travel.routes import LegQuery, Route
    from wayproof.world.airports import Airport
    from wayproof.world.atlas import World

AIR, RAIL, CAR, BUS, FERRY = "air", "rail", "car", "bus", "ferry"
HOUR_SECONDS = 3600.0
STEP_KM = 10.0
WET_SHARE = 0.5
"""A short way with more water than this share is none by road: rivers and bays have bridges, straits have not."""
MOST_PIECES = 4
"""A journey has at most so many pieces."""
MOST_MEASURED = 24
"""So many pieces are measured at most."""
AIRPORT_REACH_KM, AIRPORTS_LOOKED_AT = 900.0, 80
"""From an open airport so far away one still goes on by land."""
NEAR_ENOUGH_KM, AIRPORTS = 100.0, 6
"""An open airport so near is the only hub of its end; else so many are, one in each country."""
ROUGH = {
    CAR: (75.0, 1.2, 0.0),
    BUS: (60.0, 1.2, 0.3),
    RAIL: (85.0, 1.2, 0.7),
    FERRY: (38.0, 1.0, 2.5),
    AIR: (800.0, 1.0, 3.2),
}
"""Rough km/h, detour and hours beside, by means: on the quick side, for what is measured is only ever slower."""
SHORTEST_KM = {CAR: 0.0, BUS: 0.0, RAIL: 30.0, FERRY: 0.0, AIR: 150.0}
"""Nobody takes a train or a plane for less."""
LINES, PORT_DETOUR, PORT_KM = 4, 1.4, 10.0
"""The ports of so many ferry lines are hubs, those least out of the way, and none so many times longer; a port so near
to an end is that end."""
LOCAL_KM = 60.0
"""So far the car brings somebody to a hub or on from it, whatever means the text speaks of."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A piece from hub to hub by one means, in hours: rough ones, or measured with the way itself."""

    tail: int
    head: int
    mode: str


@dataclass(slots=True)
class _Search:
    """The hubs of one leg, and what is known of the pieces between them."""

    query: LegQuery
    world: World
    hubs: list[Place]
    hours: dict[_Edge, float]
    measured: dict[_Edge, Route] = field(default_factory=dict)

    def best(self) -> list[_Edge] | None:
        """The quickest chain of pieces from end to end, by at least two means; None where there is none."""
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import dijkstra

        edges = [edge for edge, hours in self.hours.items() if math.isfinite(hours)]
        modes = sorted({edge.mode for edge in edges})
        size, kinds = len(self.hubs), len(modes) + 1
        if not edges:
            return None
        # A state is (pieces made, means of the last one, hub); means 0 stands for the start, hub 0 is the origin.
        tail, head = (np.array([getattr(edge, end) for edge in edges]) for end in ("tail", "head"))
        mode = np.array([modes.index(edge.mode) + 1 for edge in edges])
        hours = np.array([self.hours[edge] for edge in edges])
        arcs = []
        for made, before in [(0, 0), *product(range(1, MOST_PIECES), range(1, kinds))]:
            # The whole way by one means is no mixed one.
            fit = np.flatnonzero((tail == 0) & (head != 1) if made == 0 else (mode != before) & (tail != 0))
            first = (made * kinds + before) * size + tail[fit]
            arcs.append(np.stack([first, ((made + 1) * kinds + mode[fit]) * size + head[fit], fit]))
        tails, heads, used = np.concatenate(arcs, axis=1)
        whole = (MOST_PIECES + 1) * kinds * size
        graph: csr_array[np.float64, tuple[int, int]] = csr_array((hours[used], (tails, heads)), shape=(whole, whole))
        far, parents = dijkstra(graph, indices=np.array([0]), return_predecessors=True)
        goals = np.arange(2 * kinds, (MOST_PIECES + 1) * kinds) * size + 1
        at = int(goals[np.argmin(far[0, goals])])
        if not math.isfinite(float(far[0, at])):
            return None
        by_arc = {(int(a), int(b)): int(edge) for a, b, edge in zip(tails, heads, used, strict=True)}
        chain: list[_Edge] = []
        while at != 0:
            before_at = int(parents[0, at])
            chain.append(edges[by_arc[before_at, at]])
            at = before_at
        return chain[::-1]

    def measure(self, edge: _Edge) -> None:
        """Find the way of a piece; where there is none the piece is given up."""
        a, b = self.hubs[edge.tail], self.hubs[edge.head]
        if edge.mode == CAR and _km(a, b) <= LOCAL_KM and self._dry(a, b):
            found: Route | None = local_piece(a, b, self.query.on, self.world)
        else:
            drives = edge.mode != CAR or not self.query.modes or CAR in self.query.modes
            found = piece(edge.mode, a, b, self.query.on, self.world) if drives else None
        if found is None or found.time.typical is None:
            self.hours[edge] = math.inf
            return
        self.measured[edge] = found
        self.hours[edge] = found.time.typical.total_seconds() / HOUR_SECONDS

    def _dry(self, a: Place, b: Place) -> bool:
        """Whether no water lies between two places near each other."""
        line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
        unnoticed_km = self.world.speeds.value("water crossed unnoticed", "*", "typical")
        return water_km(line, self.world.borders) <= max(unnoticed_km, _km(a, b) * WET_SHARE)


def mixed_routes(query: LegQuery, known: Sequence[Route], world: World) -> tuple[Route, ...]:
    """The quickest lawful way by several means, where that is worth a search; () where it is not.

    It is where the text names several means, and where no flight was possible between the nearest airports because
    skies were closed: then one flies to another airport and goes on by land.

    Parameters
    ----------
    query
        The leg.
    known
        The ways by one means that were found.
    world
        Airports, closed skies, roads, railways, speeds.
    """
    named = tuple(mode for mode in dict.fromkeys(query.modes) if mode in ROUGH)
    flights = [route for route in known if route.mode == AIR]
    grounded = bool(flights) and all(route.needs or route.time.typical is None for route in flights)
    if query.on is None or query.via or (len(named) < len(("one", "another")) if query.modes else not grounded):
        return ()
    modes = named or (CAR, RAIL, AIR)
    search = _Search(query, world, *_hubs(query, modes, world))
    lawful = [route.time.typical for route in known if not route.needs and route.time.typical is not None]
    limit_h = min(lawful).total_seconds() / HOUR_SECONDS if lawful and not named else math.inf
    for _ in range(MOST_MEASURED):
        chain = search.best()
        if chain is None or sum(search.hours[edge] for edge in chain) >= limit_h:
            return ()
        open_ = [edge for edge in chain if edge not in search.measured]
        if not open_:
            pieces = [search.measured[edge] for edge in chain]
            return (joined_pieces(query, pieces, world, note=_told(chain, search.hubs)),)
        search.measure(open_[0])
    return ()


def _told(chain: Sequence[_Edge], hubs: Sequence[Place]) -> str:
    words = {CAR: "by car", BUS: "by bus", RAIL: "by train", FERRY: "by ferry", AIR: "by airliner"}
    return "; ".join(f"{words[edge.mode]} to {hubs[edge.head].name or 'the next hub'}" for edge in chain)


def _hubs(query: LegQuery, modes: tuple[str, ...], world: World) -> tuple[list[Place], dict[_Edge, float]]:
    """The ends, the hubs between them, and the pieces that come into question with rough hours."""
    hubs = [query.origin, query.destination]
    fields = [list(_open_airports(end, query, world)) if AIR in modes else [] for end in hubs]
    departures = list(range(len(hubs), len(hubs) + len(fields[0])))
    arrivals = list(range(len(hubs) + len(fields[0]), len(hubs) + len(fields[0]) + len(fields[1])))
    hubs += [_as_place(one) for one in (*fields[0], *fields[1])]
    halts = _stops(query, world) if RAIL in modes else []
    halts += _ports(query, world) if FERRY in modes else []
    stops = list(range(len(hubs), len(hubs) + len(halts)))
    hubs += halts
    flown = [(AIR, tail, head) for tail, head in product(departures, arrivals)]
    ground = [
        (mode, tail, head)
        for mode in dict.fromkeys((*modes, CAR))
        if mode != AIR
        for tail, head in (
            *product([0], [*departures, *stops]),
            *product([*arrivals, *stops], [1]),
            *product(arrivals, stops),
            *product(stops, departures),
            *product(stops, stops),
        )
        # Where the text names no car, one only takes you to a hub or on from it.
        if tail != head and not (mode == CAR and CAR not in modes and {tail, head} <= set(stops))
    ]
    hours: dict[_Edge, float] = {}
    for mode, tail, head in (*flown, *ground):
        a, b = hubs[tail], hubs[head]
        km = _km(a, b)
        if km < SHORTEST_KM[mode] or (mode == CAR and CAR not in modes and km > LOCAL_KM):
            continue
        if mode == AIR and shut_between((a.country or "", b.country or ""), query.on, world) is not None:
            continue
        kmh, detour, beside = ROUGH[mode]
        hours[_Edge(tail, head, mode)] = km * detour / kmh + beside
    return hubs, hours


def _stops(query: LegQuery, world: World) -> list[Place]:
    """The stops of trains with published times that begin or end near an end of the leg."""
    ends, found = (query.origin, query.destination), []
    for service in world.railways.services.all if world.railways is not None else ():
        stops = (
            point(service.lat_a, service.lon_a, name=service.name_a),
            point(service.lat_b, service.lon_b, name=service.name_b),
        )
        if service.runs_on(query.on) and any(_km(end, stop) <= LOCAL_KM for end in ends for stop in stops):
            found += [stop for stop in stops if all(_km(end, stop) > LOCAL_KM for end in ends)]
    return found


def _ports(query: LegQuery, world: World) -> list[Place]:
    """The ports of the ferry lines of the day that lie least out of the way, but for those at the ends themselves."""
    ends = (query.origin, query.destination)
    straight_km = _km(*ends)
    lines: list[tuple[float, list[Place]]] = []
    for link in world.roads.links:
        if link.mode != FERRY or not link.open_on(query.on):
            continue
        ports = [point(*world.roads.point(node), name=f"a port of the {link.name}") for node in (link.a, link.b)]
        way_km = min(_km(ends[0], a) + _km(a, b) + _km(b, ends[1]) for a, b in (ports, ports[::-1]))
        if way_km <= straight_km * PORT_DETOUR + LOCAL_KM:
            lines.append((way_km, ports))
    near = [ports for _, ports in sorted(lines, key=lambda line: line[0])[:LINES]]
    return [port for ports in near for port in ports if all(_km(end, port) > PORT_KM for end in ends)]


def _km(a: Place, b: Place) -> float:
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def _as_place(one: Airport) -> Place:
    return Place(f"airport:{one.icao}", one.name, Kind.AIRPORT, one.country, one.lat, one.lon, 0.0, "airports")


def _open_airports(end: Place, query: LegQuery, world: World) -> Iterator[Airport]:
    """The nearest airports of airlines whose sky was open to civil aircraft on the day, one in each country."""
    taken: set[str] = set()
    ends = (query.origin.country, query.destination.country)
    # A large airport has flights from far away; others count where there is no large one.
    for kinds in (("large",), ("medium",)):
        near = world.airports.nearest(end.lat, end.lon, limit=AIRPORTS_LOOKED_AT, kinds=kinds, on=query.on)
        for km, airport in near:
            closed = world.airports.airspace.closures(airport.country, query.on, (airport.lat, airport.lon))
            if km > AIRPORT_REACH_KM or len(taken) >= AIRPORTS:
                break
            if airport.country in taken or any(shuts_out(one, ends, query.on, world) for one in closed):
                continue
            taken.add(airport.country)
            yield airport
            if km <= NEAR_ENOUGH_KM:
                return
        if taken:
            return
