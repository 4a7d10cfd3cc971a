"""A way over the road network, drawn and measured: its stretches by country and mode, and the borders it passes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wayproof.travel.routes import Segment
from wayproof.world.geodesy import line_distances_km
from wayproof.world.snapping import DEGREE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wayproof.world.core_trees import CoreTrees
    from wayproof.world.network import RoadNetwork
    from wayproof.world.road_links import Link
    from wayproof.world.snapping import Snap

    Point = tuple[float, float]
    Roads = tuple[NDArray[np.int64], NDArray[np.int64], tuple[float, float]]

ROAD, FERRY, ACCESS = "road network", "ferry line", "access"
CARRIED = {"ferry": "ferry", "shuttle": "rail"}
"""How a road vehicle travels over a link that is no road; over the others it drives."""
ON_THE_ROAD = ""
"""Mode of the segments on which the traveller's own mode counts; filled in for each mode."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A way as two branches of two trees.

    Parameters
    ----------
    trees
        The trees.
    tail
        Last node (local number in the core) of the branch from the origin; None for the shortest way where it stays
        below the core.
    head
        First node of the branch to the destination; None where the first branch reaches it. May be ``tail`` itself.
    cost_km
        Length and cost: ferries and waits at borders count as the road that takes as long.
    countries
        Countries of the nodes, in order.
    rows
        The border roads it uses, as rows of ``RoadNetwork.borders``.
    """

    trees: CoreTrees
    tail: int | None
    head: int | None
    cost_km: float
    countries: tuple[str, ...]
    rows: tuple[int, ...]

    def way(self) -> list[int]:
        """Its nodes of the core (local numbers), in order."""
        if self.tail is None:
            return []
        out = self.trees.way_out(self.tail)
        if self.head is None:
            return out
        back = self.trees.way_back(self.head)
        return out + (back[1:] if self.head == self.tail else back)

    def roads(self) -> Roads | None:
        """Its roads, as ``CoreTrees.roads`` tells them; None where both ends lie on one road and use no other."""
        return None if self.tail is None and self.trees.below < 0 else self.trees.roads(self.way())

    def along(self, way: Sequence[int]) -> NDArray[np.float64]:
        """Cost from the origin to each node of the way, km."""
        nodes = np.asarray(way, dtype=np.int64)
        if self.tail is None or self.head is None:
            return self.trees.out_km[nodes]
        turn = list(way).index(self.tail) + 1
        return np.concatenate([self.trees.out_km[nodes[:turn]], self.cost_km - self.trees.back_km[nodes[turn:]]])


@dataclass(frozen=True, slots=True)
class Passage:
    """A way leaves one country for another: where, by which named crossing, by what.

    ``at_km`` counts along the drawn line. ``mode`` is "ferry" or "rail" on a link, else ``ON_THE_ROAD``. ``row`` is one
    of ``RoadNetwork.borders``.
    """

    from_country: str
    to_country: str
    lat: float
    lon: float
    at_km: float
    crossing: str | None
    mode: str
    row: int


@dataclass(frozen=True, slots=True)
class RoadWay:
    """A way over the road network, ready to be shown.

    Parameters
    ----------
    segments
        Stretches by country and link, the access legs first and last.
    km
        Length as travelled, ferries with their own length.
    snap_km
        Straight distances from both ends to the nearest road.
    cost_km
        The same with ferries and waits at borders as the road that takes as long: what the ways are ranked by.
    countries
        In the order they are entered.
    passages
        The borders, in order.
    links
        Bridges and ferries of the links table that it uses.
    """

    segments: tuple[Segment, ...]
    km: float
    snap_km: tuple[float, float]
    cost_km: float
    countries: tuple[str, ...]
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]

    @property
    def geometry(self) -> tuple[Point, ...]:
        """The whole line, (lat, lon)."""
        return joined(self.segments)


def joined(segments: Sequence[Segment]) -> tuple[Point, ...]:
    """The line of successive segments, shared points once."""
    points: list[Point] = []
    for segment in segments:
        points.extend(segment.geometry[1:] if points and points[-1] == segment.geometry[0] else segment.geometry)
    return tuple(points)


def draw(
    network: RoadNetwork, draft: Draft, roads: Roads | None, places: tuple[Point, Point], ends: tuple[Snap, Snap]
) -> RoadWay:
    """The way with its line, its lengths by country and its border passages.

    Parameters
    ----------
    network
        The roads.
    draft
        The way.
    roads
        Its roads, as ``Draft.roads`` gives them.
    places
        The two ends, (lat, lon).
    ends
        Where they join the network.
    """
    origin, destination = places
    start, goal = ends
    snap_km = (start.km, goal.km)
    if roads is None:
        by_one_road = (origin, (start.lat, start.lon), (goal.lat, goal.lon), destination)
        access = Segment(ON_THE_ROAD, by_one_road, draft.cost_km, ACCESS, draft.countries[0])
        return RoadWay((access,), draft.cost_km, snap_km, draft.cost_km, draft.countries, (), ())
    nodes, metres, access_km = roads
    pen = _Pen(network, nodes, metres)
    pen.draw()
    points = pen.points
    first = _access(network, int(nodes[0]), (origin, points[0]), access_km[0])
    last = _access(network, int(nodes[-1]), (points[-1], destination), access_km[1])
    segments = (first, *pen.done, last)
    passages = _passages(network, joined(segments), pen.passed)
    countries = (network.country_of(int(nodes[0])), *(passage.to_country for passage in passages))
    km = sum(segment.km for segment in segments)
    return RoadWay(segments, km, snap_km, draft.cost_km, countries, passages, tuple(pen.links))


def _passages(
    network: RoadNetwork, line: Sequence[Point], passed: Sequence[tuple[str, str, Point, int, str]]
) -> tuple[Passage, ...]:
    """The borders with their places along the line."""
    if not passed:
        return ()
    at_km = line_distances_km([lat for lat, _ in line], [lon for _, lon in line])
    where: dict[Point, int] = {}
    for index, point in enumerate(line):
        where.setdefault(point, index)
    return tuple(
        Passage(a, b, *point, float(at_km[where[point]]), network.crossings[row], mode, row)
        for a, b, point, row, mode in passed
    )


def _access(network: RoadNetwork, node: int, line: tuple[Point, Point], km: float) -> Segment:
    return Segment(ON_THE_ROAD, line, km, ACCESS, network.country_of(node))


class _Pen:
    """Draws the roads from node to node, a new segment at each border and each end of a link."""

    def __init__(self, network: RoadNetwork, nodes: NDArray[np.int64], metres: NDArray[np.int64]) -> None:
        self._network = network
        self._nodes, self._metres = nodes, metres
        lat, lon = (network.lat[nodes] / DEGREE).tolist(), (network.lon[nodes] / DEGREE).tolist()
        self.points: list[Point] = list(zip(lat, lon, strict=True))
        self._line = [self.points[0]]
        self._km = 0.0
        self.done: list[Segment] = []
        self.links: list[Link] = []
        self.passed: list[tuple[str, str, Point, int, str]] = []

    def draw(self) -> None:
        """Draw all of it."""
        at = 0
        for step in self._breaks():
            self._go(at, step)
            self._over(step)
            at = step + 1
        self._go(at, len(self._nodes) - 1)
        self._close(self._network.country_of(int(self._nodes[-1])))

    def _breaks(self) -> list[int]:
        """The steps over a border or a link, each by the number of its first node."""
        network, nodes = self._network, self._nodes
        country, ends = network.country[nodes], np.isin(nodes, network.link_ends)
        pairs = network.link_at
        over = [
            step
            for step in np.flatnonzero(ends[:-1] & ends[1:]).tolist()
            if (int(nodes[step]), int(nodes[step + 1])) in pairs
        ]
        return sorted({*np.flatnonzero(country[:-1] != country[1:]).tolist(), *over})

    def _go(self, start: int, stop: int) -> None:
        """On from a node to a later one, over nothing but roads of one country."""
        for point in self.points[start + 1 : stop + 1]:
            self._add(point, 0.0)
        self._km += float(self._metres[start:stop].sum()) / 1000

    def _over(self, step: int) -> None:
        """On to the next node over a border or a link."""
        network = self._network
        tail, head = int(self._nodes[step]), int(self._nodes[step + 1])
        point, km = self.points[step + 1], float(self._metres[step]) / 1000
        link = network.link_at.get((tail, head))
        abroad = network.country[tail] != network.country[head]
        if link is not None:
            self.links.append(link)
        if link is not None and link.mode in CARRIED:
            self._close(network.country_of(tail))
            mode = CARRIED[link.mode]
            line = [self._line[-1], point]
            if abroad:
                line.insert(1, self._pass(tail, head, mode))
            self.done.append(
                Segment(mode, tuple(line), link.km, FERRY, link=link.name, hours=link.hours, source=link.source)
            )
            self._line = [point]
        elif abroad:
            border = self._pass(tail, head, ON_THE_ROAD)
            before, after = line_distances_km(
                [self._line[-1][0], border[0], point[0]], [self._line[-1][1], border[1], point[1]]
            )[1:]
            share = float(before / after) if after > 0 else 0.5
            self._add(border, km * share)
            self._close(network.country_of(tail))
            self._line = [border]
            self._add(point, km * (1 - share))
        else:
            self._add(point, km)

    def _add(self, point: Point, km: float) -> None:
        if point != self._line[-1]:
            self._line.append(point)
        self._km += km

    def _close(self, country: str) -> None:
        if len(self._line) > 1:
            self.done.append(Segment(ON_THE_ROAD, tuple(self._line), self._km, ROAD, country))
            self._line = [self._line[-1]]
            self._km = 0.0

    def _pass(self, tail: int, head: int, mode: str) -> Point:
        network = self._network
        row = network.border_at[tail, head]
        point = network.border_point(row)
        self.passed.append((network.country_of(tail), network.country_of(head), point, row, mode))
        return point
