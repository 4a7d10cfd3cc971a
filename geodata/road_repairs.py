"""Repairs of the road graph: near pieces of one network are joined, and roads that break off and go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree
from scipy.spatial import KDTree
from shapely.geometry import MultiPolygon

from road_graph import DETOUR, EARTH_KM, GEOD, unit_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry import LineString

    from road_graph import RoadGraph

JOIN_KM, LAND_JOIN_KM = 2.0, 8.0
"""Pieces of one country's network closer than this are taken for one network (the source drops short ramps and single
stretches of trunk roads); up to the second distance only where the gap lies on land."""
SAMPLES = 15
"""Points by which the share of land on a line is measured."""
LAND_SHARE = 0.9
"""So much of a gap must be land: the drawn coast is generalised."""
BROKEN_KM, FACING_DEG, DETOUR_RATIO, DETOUR_KM = 6.0, 60.0, 6.0, 20.0
"""Two dead ends of one country so near to each other, each pointing at the other, are one road with a missing stretch,
if the way from one to the other over the graph is so many times as long and longer than the km."""
TOUCHING_KM = 0.5
"""Nearer than this the rounding of positions leaves no direction to go by."""
DIVIDED = ("CY",)
"""Territories with a line through them that only named crossings pass (the Green Line)."""


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


def join_dead_ends(graph: RoadGraph, land: Land) -> int:
    """Mend roads that break off and go on a little farther; how many joins were made."""
    ends = np.concatenate([graph.tail, graph.head])
    count = np.bincount(ends, minlength=graph.size)
    others = np.concatenate([graph.head, graph.tail])
    before = np.zeros(graph.size, dtype=np.int64)
    before[ends] = others
    dead = np.flatnonzero(count == 1)
    points = unit_vectors(graph.lat, graph.lon)
    pairs = dead[KDTree(points[dead]).query_pairs(BROKEN_KM / EARTH_KM, output_type="ndarray")]
    a, b = pairs[graph.country[pairs[:, 0]] == graph.country[pairs[:, 1]]].T
    gap = np.maximum(np.linalg.norm(points[a] - points[b], axis=1) * EARTH_KM, 0.001)
    turned = np.maximum(_turn(graph, before[a], a, b), _turn(graph, before[b], b, a))
    fit = (gap <= TOUCHING_KM) | (turned <= FACING_DEG)
    fit &= ~np.isin(graph.country[a], [graph.codes.index(code) for code in DIVIDED])
    a, b, gap = a[fit], b[fit], gap[fit]
    dry = land.share(*(np.stack([graph.lat[end], graph.lon[end]], axis=1) for end in (a, b)))
    far = _beyond(graph, a, b, np.maximum(gap * DETOUR_RATIO, DETOUR_KM))
    used: set[int] = set()
    edges = []
    for row in np.lexsort((b, a, gap)).tolist():
        both = {int(a[row]), int(b[row])}
        if far[row] and dry[row] >= LAND_SHARE and not both <= used:
            used |= both
            edges.append((int(a[row]), int(b[row]), float(gap[row]) * DETOUR))
    graph.add_edges(edges)
    return len(edges)


def _turn(
    graph: RoadGraph, before: NDArray[np.int64], at: NDArray[np.int64], to: NDArray[np.int64]
) -> NDArray[np.float64]:
    """By how many degrees the straight line from ``at`` to ``to`` turns off from the road that leads to ``at``."""
    azimuths = [
        GEOD.inv(graph.lon[a], graph.lat[a], graph.lon[b], graph.lat[b])[0] for a, b in ((before, at), (at, to))
    ]
    return np.abs((np.subtract(*azimuths) + 180) % 360 - 180)


def _beyond(graph: RoadGraph, a: NDArray[np.int64], b: NDArray[np.int64], km: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether the way over the graph from a to b is longer than the km, for each pair."""
    both = coo_matrix(
        (np.tile(graph.km, 2), (np.append(graph.tail, graph.head), np.append(graph.head, graph.tail))),
        shape=(graph.size, graph.size),
    ).tocsr()
    beyond = np.zeros(len(a), dtype=bool)
    starts, first = np.unique(a, return_inverse=True)
    rows = np.argsort(first, kind="stable")
    for start, some in zip(starts.tolist(), np.split(rows, np.cumsum(np.bincount(first))[:-1]), strict=True):
        far = dijkstra(both, indices=start, limit=float(km[some].max()))
        beyond[some] = far[b[some]] > km[some]
    return beyond


class Land:
    """The world's land, asked by points; with lakes and rivers if they are given.

    Parameters
    ----------
    land
        Land, lakes included.
    lakes
        What of it is water.
    rivers
        Lines that only known bridges pass.
    """

    def __init__(
        self, land: MultiPolygon, lakes: MultiPolygon | None = None, rivers: Sequence[LineString] = ()
    ) -> None:
        self._dry, self._wet = (np.asarray(shapely.get_parts(shape)) for shape in (land, lakes or MultiPolygon()))
        for parts in (self._dry, self._wet):
            shapely.prepare(parts)
        self._trees = [shapely.STRtree(parts) for parts in (self._dry, self._wet)]
        self._rivers = shapely.STRtree(rivers)

    def share(self, a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
        """How much of each straight line from a to b (lat, lon; shape (n, 2)) is land, by samples."""
        at = (np.arange(SAMPLES) + 0.5) / SAMPLES
        points = (a[:, None, :] + at[None, :, None] * (b - a)[:, None, :]).reshape(-1, 2)
        dry, wet = (
            _inside(tree, parts, points) for tree, parts in zip(self._trees, (self._dry, self._wet), strict=True)
        )
        return (dry & ~wet).reshape(len(a), SAMPLES).mean(axis=1)

    def over_river(self, a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Whether the straight lines from a to b (lat, lon; shape (n, 2)) pass a river."""
        lines = shapely.linestrings(np.stack([a[:, ::-1], b[:, ::-1]], axis=1))
        passed = np.zeros(len(a), dtype=bool)
        passed[self._rivers.query(lines, predicate="intersects")[0]] = True
        return passed


def _inside(tree: shapely.STRtree, parts: NDArray[np.object_], points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the points (lat, lon) lie in any of the parts."""
    inside = np.zeros(len(points), dtype=bool)
    of, part = tree.query(shapely.points(points[:, 1], points[:, 0]))
    for index in np.unique(part).tolist():
        some = of[part == index]
        inside[some[shapely.contains_xy(parts[index], points[some, 1], points[some, 0])]] = True
    return inside
