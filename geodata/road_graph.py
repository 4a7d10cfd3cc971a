"""The road graph while it is being built: nodes with countries, and undirected edges."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely
import shapely.ops
from pyproj import Geod
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry import Polygon

GEOD = Geod(ellps="WGS84")
EARTH_KM = 6371.0
KM_PER_DEGREE = EARTH_KM * np.pi / 180
DETOUR = 1.2
"""Road km for one straight km on the short connections made here; the source's own edges under 5 km have 1.1 to 1.3."""
PROPER = 50
"""A piece with so many nodes is a network worth joining; smaller ones are taken only where nothing else is near."""


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

    def outlines(self) -> Iterator[NDArray[np.float64]]:
        """The rings of all territories, (lon, lat) of their vertices."""
        for parts in self._parts:
            for part in parts:
                for ring in (part.exterior, *part.interiors):
                    yield shapely.get_coordinates(ring)

    def depth_km(self, index: int, lat: float, lon: float) -> float:
        """How far inside a territory a point lies; 0 outside."""
        point = shapely.Point(lon, lat)
        part = next((part for part in self._parts[index] if shapely.contains(part, point)), None)
        if part is None:
            return 0.0
        edge = shapely.get_coordinates(shapely.ops.nearest_points(point, part.boundary)[1])[0]
        return geodesic_km(lat, lon, edge[1], edge[0])


def _within_bounds(part: Polygon, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int64]:
    west, south, east, north = part.bounds
    return np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))


def unit_vectors(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points on the unit sphere, shape (n, 3)."""
    phi, lam = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1)
