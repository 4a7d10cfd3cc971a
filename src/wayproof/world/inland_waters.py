"""Large rivers and their lakes as a graph of ways for boats, and the stretches that no boat passes.

The courses are those of the offline map: good to a few kilometres, main rivers and some canals only.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from wayproof.errors import DataError
from wayproof.world import facts
from wayproof.world.lake_ways import lake_links
from wayproof.world.manifest import data_path
from wayproof.world.sphere import MEAN_RADIUS_KM, great_circle_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray
    from scipy.spatial import KDTree

    from wayproof.world.cartography import Basemap

    Position = tuple[float, float]

FILE: Final = "inland.npz"
DEGREE: Final = 10_000
"""Stored units in one degree."""
REACH_KM: Final = 25.0
"""A place so near a course lies on its river."""
MOST_COURSES: Final = 6
"""So many courses near a place are ways in."""
BARRIER_KM: Final = 25.0
"""A barrier lies so near the course that it shuts."""
SHORTEST_KM: Final = 1e-6
TOLD_SHARE: Final = 0.05
"""A river that makes less of the way is not told of."""
DOWN, UP, STILL = 1, -1, 0


@dataclass(frozen=True, slots=True)
class Barrier:
    """A stretch of a river that no boat passes: falls, rapids, a dam without a lock.

    ``since`` and ``until`` are the first and the last day (None: always so far back, or still).
    """

    id: str
    name: str
    lat: float
    lon: float
    since: date | None
    until: date | None
    source: str
    confidence: str

    def shuts_on(self, on: date | None) -> bool:
        """Whether no boat passed on that day (None: today)."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class InlandWay(NamedTuple):
    """A way along rivers and over lakes.

    ``river_km`` of the ``km`` are along courses, the rest over lakes; ``down_km`` and ``up_km`` of them are with and
    against a current of which it is known where it runs.
    ``geometry`` is (lat, lon) from end to end; ``rivers`` are the names of the rivers in order.
    """

    km: float
    river_km: float
    down_km: float
    up_km: float
    geometry: tuple[Position, ...]
    rivers: tuple[str, ...]


class Courses(NamedTuple):
    """Rivers as nodes and stretches.

    Attributes
    ----------
    lat, lon, course
        Position of each node in degrees, and the number of a course that it lies on.
    tail, head, flow, river
        Nodes of each stretch; whether the water runs from tail to head (1), the other way (-1) or nobody knows (0); the
        number of its course, -1 for a joint between courses.
    mouths
        Nodes at the sea.
    names
        Names of the courses; empty where they are not known.
    """

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    course: NDArray[np.int64]
    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    flow: NDArray[np.int8]
    river: NDArray[np.int64]
    mouths: NDArray[np.int64]
    names: tuple[str, ...]


class InlandWaters:
    """The courses of large rivers, and the lakes near a question.

    Parameters
    ----------
    courses
        The rivers.
    basemap
        The lakes.
    barriers
        Where no boat passes.
    """

    def __init__(self, courses: Courses, basemap: Basemap, barriers: Iterable[Barrier] = ()) -> None:
        self._courses, self._basemap = courses, basemap
        self.barriers = tuple(barriers)
        self.lat, self.lon = courses.lat, courses.lon

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.lat)

    @cached_property
    def _tree(self) -> KDTree:
        from scipy.spatial import KDTree

        return KDTree(_in_space(self.lat, self.lon))

    def _near(self, lat: float, lon: float, km: float) -> list[int]:
        """The nodes within a distance, nearest first."""
        if not self.size:
            return []
        spot = _in_space(np.array([lat]), np.array([lon]))[0]
        found = np.array(self._tree.query_ball_point(spot, km), dtype=np.int64)
        away = great_circle_km(lat, lon, self.lat[found], self.lon[found])
        return [int(found[at]) for at in np.argsort(away, kind="stable")]

    def ways_in(self, at: Position) -> tuple[int, ...]:
        """The nodes where a place (lat, lon) joins the rivers: the nearest of each course within reach.

        At a dam or a fall boats leave from both sides: there all nodes within reach count.
        """
        near = self._near(*at, REACH_KM)
        if any(node in near for node, _ in self._barred):
            return tuple(near)
        nearest: dict[int, int] = {}
        for node in near:
            nearest.setdefault(int(self._courses.course[node]), node)
        return tuple(list(nearest.values())[:MOST_COURSES])

    def search(self, origin: Position, destination: Position | None, on: date | None) -> InlandSearch:
        """Search from a place (lat, lon) on a day, over the lakes at both ends too.

        Parameters
        ----------
        origin, destination
            Positions; None where the way shall end at the sea.
        on
            The day, for dams (None: today).
        """
        ends = [origin] if destination is None else [origin, destination]
        corners, pairs = lake_links(ends, (self.lat, self.lon), self._basemap)
        points = np.array([*ends, *corners], dtype=np.float64)
        lat, lon = np.concatenate([self.lat, points[:, 0]]), np.concatenate([self.lon, points[:, 1]])
        links = [*pairs, *((self.size + at, node) for at, end in enumerate(ends) for node in self.ways_in(end))]
        new = np.array(links, dtype=np.int64).reshape(-1, 2)
        known, shut = self._courses, self.shut_nodes(on)
        arcs = _Arcs(
            np.concatenate([known.tail, new[:, 0]]),
            np.concatenate([known.head, new[:, 1]]),
            np.concatenate([known.flow, np.full(len(new), STILL, dtype=np.int8)]),
            np.concatenate([known.river, np.full(len(new), -1, dtype=np.int64)]),
        )
        kept = ~(np.isin(arcs.tail, shut) | np.isin(arcs.head, shut))
        open_arcs = _Arcs(arcs.tail[kept], arcs.head[kept], arcs.flow[kept], arcs.river[kept])
        return InlandSearch(np.stack([lat, lon]), open_arcs, known.names, self.size)

    @cached_property
    def _barred(self) -> tuple[tuple[int, Barrier], ...]:
        """The node that each barrier shuts."""
        found = ((self._near(one.lat, one.lon, BARRIER_KM)[:1], one) for one in self.barriers)
        return tuple((node, one) for nodes, one in found for node in nodes)

    def shut_nodes(self, on: date | None) -> list[int]:
        """The nodes that no boat passes on a day."""
        return sorted({node for node, one in self._barred if one.shuts_on(on)})

    @property
    def mouths(self) -> NDArray[np.int64]:
        """The nodes where a course ends at the sea."""
        return self._courses.mouths


class _Arcs(NamedTuple):
    """Stretches from node to node: one row for both directions, drawn with the current where ``flow`` is DOWN."""

    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    flow: NDArray[np.int8]
    river: NDArray[np.int64]


class InlandSearch:
    """The shortest ways from one place over rivers and lakes.

    Parameters
    ----------
    points
        Nodes as (lat, lon), shape (2, n).
    arcs
        Stretches between them.
    names
        Names of the courses.
    start
        The node to begin at; one node later is the destination, where there is one.
    """

    def __init__(self, points: NDArray[np.float64], arcs: _Arcs, names: Sequence[str], start: int) -> None:
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import dijkstra

        self.points, self._arcs, self._names, self._start = points, arcs, names, start
        lat, lon = points
        km = great_circle_km(lat[arcs.tail], lon[arcs.tail], lat[arcs.head], lon[arcs.head])
        # Two nodes at one spot stay joined: no length of a stored arc is nothing.
        graph = coo_array((np.maximum(km, SHORTEST_KM), (arcs.tail, arcs.head)), shape=(len(lat), len(lat)))
        km_from, before = dijkstra(graph.tocsr(), directed=False, indices=[start], return_predecessors=True)
        self.km, self._before = km_from[0], before[0]

    def way(self, node: int | None = None) -> InlandWay | None:
        """The way to a node, the destination if none is given; None where no water leads there."""
        at = self._start + 1 if node is None else node
        if not math.isfinite(self.km[at]):
            return None
        nodes = [at]
        while nodes[-1] != self._start:
            nodes.append(int(self._before[nodes[-1]]))
        return self._told(nodes[::-1])

    def _told(self, nodes: Sequence[int]) -> InlandWay:
        ends = (self._arcs.tail, self._arcs.head)
        passed = np.flatnonzero(np.isin(ends[0], nodes) & np.isin(ends[1], nodes)).tolist()
        index = {(int(ends[0][at]), int(ends[1][at])): at for at in passed}
        lat, lon = self.points
        km, river_km = {DOWN: 0.0, UP: 0.0, STILL: 0.0}, 0.0
        rivers: dict[str, float] = {}
        for a, b in pairwise(nodes):
            at, turned = (index[a, b], 1) if (a, b) in index else (index[b, a], -1)
            piece_km = float(great_circle_km(lat[a], lon[a], lat[b], lon[b]))
            km[int(self._arcs.flow[at]) * turned] += piece_km
            river = int(self._arcs.river[at])
            river_km += piece_km if river >= 0 else 0.0
            if river >= 0 and self._names[river]:
                rivers[self._names[river]] = rivers.get(self._names[river], 0.0) + piece_km
        whole = sum(km.values())
        told = tuple(name for name, part in rivers.items() if part >= whole * TOLD_SHARE)
        line = tuple((float(lat[node]), float(lon[node])) for node in nodes)
        return InlandWay(whole, river_km, km[DOWN], km[UP], line, told)


def open_inland_waters(basemap: Basemap) -> InlandWaters:
    """The shipped rivers with their barriers, and the lakes of a map.

    Raises
    ------
    DataError
        The file is missing or damaged.
    """
    try:
        with np.load(data_path(FILE)) as stored:
            names = json.loads(stored["names"].tobytes())
            whole = {key: stored[key].astype(np.int64) for key in ("course", "tail", "head", "river", "mouths")}
            courses = Courses(
                lat=stored["lat"] / DEGREE, lon=stored["lon"] / DEGREE, flow=stored["flow"], names=tuple(names), **whole
            )
    except (OSError, ValueError, KeyError) as error:
        message = f"the rivers cannot be read ({error}); install wayproof again, or run `make data`"
        raise DataError(message) from error
    return InlandWaters(courses, basemap, map(barrier_of, facts.rows("river_barriers")))


def barrier_of(row: dict[str, str]) -> Barrier:
    """The barrier of one table row."""
    return Barrier(
        id=row["id"],
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        since=facts.day(row["since"]),
        until=facts.day(row["until"]),
        source=row["source"],
        confidence=row["confidence"],
    )


def _in_space(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points in space, km from the middle of the Earth: chords stand for near distances."""
    phi, lam = np.radians(lat), np.radians(lon)
    return MEAN_RADIUS_KM * np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1)
