"""The road graph while it is being built: nodes with countries, undirected edges, and the repairs made to them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree
from scipy.spatial import KDTree

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry import MultiPolygon, Polygon

GEOD = Geod(ellps="WGS84")
EARTH_KM = 6371.0
KM_PER_DEGREE = EARTH_KM * np.pi / 180
JOIN_KM, LAND_JOIN_KM = 2.0, 8.0
"""Pieces of one country's network closer than this are taken for one network (the source drops short ramps and single
stretches of trunk roads); up to the second distance only where the gap lies on land."""
SAMPLES = 15
"""Points by which the share of land on a line is measured."""
MOST_TRIED = 60
"""So many ways to join a new node are tried, best first."""
LAND_SHARE = 0.9
"""So much of a gap must be land: the drawn coast is generalised."""
DRY_KM, MOSTLY = 5.0, 0.6
"""A join longer than this has to run over land for the greater part."""
DIVIDED = ("CY",)
"""Territories with a line through them that only named crossings pass (the Green Line)."""
DETOUR = 1.2
"""Road km for one straight km on the short connections made here; the source's own edges under 5 km have 1.1 to 1.3."""
PROPER = 50
"""A piece with so many nodes is a network worth joining; smaller ones are taken only where nothing else is near."""
MIDDLE_KM = 3.0
"""How much nearer a point on a road must be than a junction to be joined instead."""
STRAY_KM = 10.0
"""How much nearer a stray piece must be to be joined instead of a network."""


@dataclass(slots=True)
class RoadGraph:
    """Nodes and undirected edges; grows as it is repaired. Coordinates in degrees, km along the road."""

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    country: NDArray[np.int16]
    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    km: NDArray[np.float64]
    codes: list[str]
    lines: dict[tuple[int, int], str] = field(default_factory=dict)
    """Bridges and ferries with their mode: nothing else may join them half-way."""
    ports: dict[tuple[float, float, str], int] = field(default_factory=dict)
    """The ends of bridges and ferries: node by position and country."""

    @property
    def size(self) -> int:
        """Number of nodes."""
        return len(self.lat)

    def add_node(self, lat: float, lon: float, code: str) -> int:
        """A new node's number."""
        self.lat, self.lon = np.append(self.lat, lat), np.append(self.lon, lon)
        self.country = np.append(self.country, np.int16(self.codes.index(code)))
        return self.size - 1

    def add_edges(self, edges: list[tuple[int, int, float]]) -> None:
        """Add edges (node, node, km)."""
        if edges:
            a, b, km = zip(*edges, strict=True)
            self.tail, self.head = np.append(self.tail, a), np.append(self.head, b)
            self.km = np.append(self.km, km)

    def drop_edges(self, rows: list[int]) -> None:
        """Remove edges by row."""
        keep = np.ones(len(self.km), dtype=bool)
        keep[rows] = False
        self.tail, self.head, self.km = self.tail[keep], self.head[keep], self.km[keep]

    def components(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The connected part of each node, and the number of nodes of each part."""
        graph = coo_matrix((np.ones(len(self.km)), (self.tail, self.head)), shape=(self.size, self.size))
        _, label = connected_components(graph, directed=False)
        return label, np.bincount(label)

    def straight_km(self, rows: NDArray[np.int64] | slice = slice(None)) -> NDArray[np.float64]:
        """Geodesic length of edges."""
        a, b = self.tail[rows], self.head[rows]
        return np.asarray(GEOD.inv(self.lon[a], self.lat[a], self.lon[b], self.lat[b])[2]) / 1000

    def country_components(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The same without roads abroad: what hangs together inside one country."""
        inside = self.country[self.tail] == self.country[self.head]
        ends = (self.tail[inside], self.head[inside])
        graph = coo_matrix((np.ones(len(ends[0])), ends), shape=(self.size, self.size))
        _, label = connected_components(graph, directed=False)
        return label, np.bincount(label)

    def border_rows(self) -> NDArray[np.int64]:
        """The edges whose ends lie in two countries."""
        return np.flatnonzero(self.country[self.tail] != self.country[self.head])


def geodesic_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Geodesic distance, km."""
    return float(GEOD.inv(a_lon, a_lat, b_lon, b_lat)[2]) / 1000


def read_edges(source: Path) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """The nodes (lat, lon) and the undirected edges (tail, head, km) of the package's Python file, read as text.

    Self-loops and edges without length are dropped.
    """
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("graph="):
                rows = json.loads(re.sub(r"(\d+): ", r'"\1": ', line.removeprefix("graph=")))
            elif line.startswith("nodes="):
                nodes = np.array(json.loads(line.removeprefix("nodes=")), dtype=np.float64)
    tail = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    head = np.fromiter((int(to) for row in rows for to in row), dtype=np.int64, count=len(tail))
    km = np.fromiter((length for row in rows for length in row.values()), dtype=np.float64, count=len(tail))
    once = (tail < head) & (km > 0)
    return nodes, tail[once], head[once], km[once]


class Territories:
    """Country polygons with their territorial seas; where two claim a point, the smaller one administers it."""

    def __init__(self, source: Path) -> None:
        longer = {"BES": "BQ", "CUW": "CW", "SXM": "SX"}
        features = json.loads(source.read_text(encoding="utf-8"))["features"]
        named = {}
        for feature in features:
            properties = feature["properties"]
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            parts = [part for piece in shapely.get_parts(shape) for part in shapely.get_parts(piece)]
            named[properties.get("isoA2") or longer[properties["isoA3"]]] = [
                part for part in parts if part.geom_type == "Polygon"
            ]
        self.codes = sorted(named)
        self._parts = [named[code] for code in self.codes]
        areas = [sum(part.area for part in parts) for parts in self._parts]
        self._order = sorted(range(len(areas)), key=areas.__getitem__)

    def claims(self, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int8]:
        """How many territories claim each point."""
        count = np.zeros(len(lat), dtype=np.int8)
        for parts in self._parts:
            inside = np.zeros(len(lat), dtype=bool)
            for part in parts:
                near = _within_bounds(part, lat, lon)
                shapely.prepare(part)
                inside[near[shapely.contains_xy(part, lon[near], lat[near])]] = True
            count += inside
        return count

    def at(self, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int16]:
        """Index into ``codes`` of each point's territory; -1 on the high seas."""
        found = np.full(len(lat), -1, dtype=np.int16)
        for index in self._order:
            for part in self._parts[index]:
                near = _within_bounds(part, lat, lon)
                near = near[found[near] < 0]
                if len(near):
                    shapely.prepare(part)
                    found[near[shapely.contains_xy(part, lon[near], lat[near])]] = index
        return found


def _within_bounds(part: Polygon, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int64]:
    west, south, east, north = part.bounds
    return np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))


def unit_vectors(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points on the unit sphere, shape (n, 3)."""
    phi, lam = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1)


def fill_countries(graph: RoadGraph) -> int:
    """Give nodes without a territory (bases, gaps at the antimeridian) that of the nearest node; their number."""
    lost = np.flatnonzero(graph.country < 0)
    known = np.flatnonzero(graph.country >= 0)
    if len(lost):
        _, nearest = KDTree(unit_vectors(graph.lat[known], graph.lon[known])).query(
            unit_vectors(graph.lat[lost], graph.lon[lost])
        )
        graph.country[lost] = graph.country[known[nearest]]
    return len(lost)


def join_pieces(graph: RoadGraph, land: Land) -> int:
    """Join near pieces of one country's network, each pair once and by the shortest gap; how many joins were made."""
    label, sizes = graph.country_components()
    points = unit_vectors(graph.lat, graph.lon)
    largest = np.zeros(len(graph.codes), dtype=np.int64)
    np.maximum.at(largest, graph.country, sizes[label])
    small = np.flatnonzero(sizes[label] < largest[graph.country])
    reach = LAND_JOIN_KM / EARTH_KM
    pairs = KDTree(points[small]).sparse_distance_matrix(KDTree(points), reach, output_type="coo_matrix")
    a, b, gap = small[pairs.row], pairs.col.astype(np.int64), pairs.data * EARTH_KM
    apart = (label[a] != label[b]) & (graph.country[a] == graph.country[b])
    apart &= ~np.isin(graph.country[a], [graph.codes.index(code) for code in DIVIDED])
    a, b, gap = a[apart], b[apart], np.maximum(gap[apart], 0.001)
    low, high = np.minimum(label[a], label[b]), np.maximum(label[a], label[b])
    best: dict[tuple[int, int], int] = {}
    for row in np.lexsort((b, a, gap)).tolist():
        best.setdefault((int(low[row]), int(high[row])), row)
    rows = np.array(list(best.values()), dtype=np.int64)
    dry = land.share(*(np.stack([graph.lat[end[rows]], graph.lon[end[rows]]], axis=1) for end in (a, b)))
    rows = rows[(gap[rows] <= JOIN_KM) | (dry >= LAND_SHARE)]
    tree = minimum_spanning_tree(coo_matrix((gap[rows], (low[rows], high[rows])), shape=(len(sizes),) * 2)).tocoo()
    chosen = [best[int(low_), int(high_)] for low_, high_ in zip(tree.row, tree.col, strict=True)]
    graph.add_edges([(int(a[row]), int(b[row]), float(gap[row]) * DETOUR) for row in sorted(chosen)])
    return len(chosen)


class Land:
    """The world's land, asked by points."""

    def __init__(self, land: MultiPolygon) -> None:
        self._parts = np.asarray(shapely.get_parts(land))
        shapely.prepare(self._parts)
        self._tree = shapely.STRtree(self._parts)

    def share(self, a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
        """How much of each straight line from a to b (lat, lon; shape (n, 2)) is land, by samples."""
        at = (np.arange(SAMPLES) + 0.5) / SAMPLES
        points = (a[:, None, :] + at[None, :, None] * (b - a)[:, None, :]).reshape(-1, 2)
        dry = np.zeros(len(points), dtype=bool)
        of, part = self._tree.query(shapely.points(points[:, 1], points[:, 0]))
        for index in np.unique(part).tolist():
            some = of[part == index]
            dry[some[shapely.contains_xy(self._parts[index], points[some, 1], points[some, 0])]] = True
        return dry.reshape(len(a), SAMPLES).mean(axis=1)


class Anchors:
    """Joins new nodes to the network of a country: to a near node, else to a point on a near road, which it cuts."""

    def __init__(self, graph: RoadGraph, land: Land) -> None:
        self._graph = graph
        self._land = land
        label, sizes = graph.components()
        self._proper = sizes[label] >= PROPER
        self._edges: dict[int, NDArray[np.int64]] = {}
        self._new: list[tuple[int, int, float]] = []
        self._cuts: dict[int, list[tuple[float, int]]] = {}

    def join(
        self, node: int, within_km: float, *, across: tuple[float, float] | None = None, country: str | None = None
    ) -> float | None:
        """Join a node to the network of a country; the km to it, or None if there is none within reach.

        Parameters
        ----------
        node
            The new node.
        within_km
            How far the network may be.
        across
            The other end of a ferry or bridge: what lies nearer to it than to the node is on the other shore.
        country
            Its code; None for the country of the node.
        """
        graph = self._graph
        lat, lon = float(graph.lat[node]), float(graph.lon[node])
        code = graph.codes.index(country) if country else int(graph.country[node])
        rows, share, km = self._near(node, code, within_km)
        # A junction is better than a point of a straight line drawn between junctions, and a road better than a port.
        stray = np.where(self._proper[graph.tail[rows]], 0.0, STRAY_KM)
        scores = km + stray + np.where((share == 0) | (share == 1), 0.0, MIDDLE_KM)
        found = [*zip(scores.tolist(), km.tolist(), rows.tolist(), share.tolist(), strict=True)]
        if across is None:
            found += [(far + STRAY_KM, far, -1 - port, 0.0) for port, far in self._ports(node, code, within_km)]
        best = next((option for option in sorted(found)[:MOST_TRIED] if self._sound(lat, lon, option, across)), None)
        if best is None:
            return None
        _, far, row, t = best
        if row < 0:
            end = -1 - row
        elif t in {0.0, 1.0}:
            end = int(graph.head[row] if t else graph.tail[row])
        else:
            tail, head = int(graph.tail[row]), int(graph.head[row])
            lat, lon = (float(axis[tail] + t * (axis[head] - axis[tail])) for axis in (graph.lat, graph.lon))
            end = graph.add_node(lat, lon, graph.codes[code])
            self._cuts.setdefault(row, []).append((t, end))
        self._new.append((node, end, max(far, 0.001) * DETOUR))
        return far

    def _sound(
        self, lat: float, lon: float, option: tuple[float, float, int, float], across: tuple[float, float] | None
    ) -> bool:
        """Whether a join stays on the near shore and, if long, on land."""
        graph = self._graph
        _, far, row, t = option
        a, b = (-1 - row,) * 2 if row < 0 else (int(graph.tail[row]), int(graph.head[row]))
        at = (
            float(graph.lat[a] + t * (graph.lat[b] - graph.lat[a])),
            float(graph.lon[a] + t * (graph.lon[b] - graph.lon[a])),
        )
        if across is not None and geodesic_km(*at, *across) < far:
            return False
        return far <= DRY_KM or float(self._land.share(np.array([[lat, lon]]), np.array([at]))[0]) >= MOSTLY

    def _ports(self, node: int, country: int, within_km: float) -> list[tuple[int, float]]:
        """The ports of a country within reach, with the km to them."""
        graph = self._graph
        ports = [port for port in graph.ports.values() if port != node and graph.country[port] == country]
        away = [geodesic_km(graph.lat[node], graph.lon[node], graph.lat[port], graph.lon[port]) for port in ports]
        return [(port, km) for port, km in zip(ports, away, strict=True) if km <= within_km]

    def finish(self) -> None:
        """Make the joins: until then edges keep their rows."""
        graph = self._graph
        for row, cuts in self._cuts.items():
            stops = [(0.0, int(graph.tail[row])), *sorted(cuts), (1.0, int(graph.head[row]))]
            self._new.extend((a, b, max(0.001, (u - t) * float(graph.km[row]))) for (t, a), (u, b) in pairwise(stops))
        graph.drop_edges(list(self._cuts))
        graph.add_edges(self._new)

    def _near(
        self, node: int, country: int, within_km: float
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
        """Edges of a country within reach: row, share along it of the nearest point, km (flat local map)."""
        graph = self._graph
        if country not in self._edges:
            inside = (graph.country[graph.tail] == country) & (graph.country[graph.head] == country)
            rows = np.flatnonzero(inside)
            ends = zip(graph.tail[rows].tolist(), graph.head[rows].tolist(), strict=True)
            self._edges[country] = rows[[pair not in graph.lines for pair in ends]]
        rows = self._edges[country]
        lat, lon = graph.lat[node], graph.lon[node]
        shrink = np.cos(np.radians(lat))
        (ax, ay), (bx, by) = (
            (
                ((graph.lon[end] - lon + 180) % 360 - 180) * shrink * KM_PER_DEGREE,
                (graph.lat[end] - lat) * KM_PER_DEGREE,
            )
            for end in (graph.tail[rows], graph.head[rows])
        )
        dx, dy = bx - ax, by - ay
        share = np.clip(-(ax * dx + ay * dy) / np.maximum(dx * dx + dy * dy, 1e-12), 0.0, 1.0)
        km = np.hypot(ax + share * dx, ay + share * dy)
        near = np.flatnonzero(km <= within_km)
        return rows[near], share[near], km[near]
