"""The main roads of a region as lines for the ground: drawn for orientation, not for routing.

The network does not say which of its roads are important, and all of them would be a mesh that drowns the journey.
Those drawn are the ones on the shortest ways between the larger towns of the region.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.world.snapping import DEGREE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wayproof.show.scene import Bounds
    from wayproof.world.network import RoadNetwork

    Points = NDArray[np.float64]

SHORTEST_IN_TOLERANCES = 6.0
"""Loose pieces shorter than this many tolerances are specks."""
MOST_POINTS = 24_000
"""A map with more points of roads than this is a mesh, and slow: coarser roads follow until it is met."""
MOST_TOWNS = 40
"""So many of the largest towns are joined."""
FAR_FROM_ROADS_DEG = 0.25
"""A town further than this from any road has none of its own."""


def main_roads(
    network: RoadNetwork, box: Bounds, tolerance_deg: float, towns: Sequence[tuple[float, float]] = ()
) -> list[Points]:
    """The roads in a box (wrapped) as lines of (lon, lat), simplified to a tolerance in degrees; ferries left out.

    Of two or more towns (lat, lon; wrapped, the largest first) only the roads that join them are drawn.
    """
    import shapely

    edges = _edges_within(network, box)
    if not len(edges):
        return []
    edges = _joining(network, edges, towns[:MOST_TOWNS])
    at = np.stack((np.asarray(network.lon)[edges], np.asarray(network.lat)[edges]), axis=-1) / DEGREE
    merged = shapely.line_merge(shapely.multilinestrings(np.asarray(shapely.linestrings(at))))
    while True:
        lines = shapely.simplify(shapely.get_parts(shapely.clip_by_rect(merged, *box)), tolerance_deg)
        lines = lines[shapely.length(lines) > SHORTEST_IN_TOLERANCES * tolerance_deg]
        if shapely.get_num_coordinates(lines).sum() <= MOST_POINTS:
            return [shapely.get_coordinates(line) for line in lines]
        tolerance_deg *= 2


def _joining(
    network: RoadNetwork, edges: NDArray[np.integer[Any]], towns: Sequence[tuple[float, float]]
) -> NDArray[np.integer[Any]]:
    """The edges on the shortest ways between the towns; all of them where there are no two towns to join."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    nodes, ends = np.unique(edges, return_inverse=True)
    ends = ends.reshape(edges.shape)
    at = np.stack((np.asarray(network.lat)[nodes], np.asarray(network.lon)[nodes])) / DEGREE
    ports: dict[int, None] = {}
    for lat, lon in towns:
        apart = np.hypot(at[0] - lat, (at[1] - lon) * math.cos(math.radians(lat)))
        nearest = int(apart.argmin())
        if apart[nearest] < FAR_FROM_ROADS_DEG:
            ports[nearest] = None
    if len(ports) < 2:  # noqa: PLR2004 - a way has two ends
        return edges
    metres = np.asarray(network.metres)[network.arcs(edges[:, 0], edges[:, 1])].astype(float)
    graph = csr_array((np.maximum(metres, 1.0), (ends[:, 0], ends[:, 1])), shape=(len(nodes), len(nodes)))
    _, before = dijkstra(graph, directed=False, indices=list(ports), return_predecessors=True)
    kept: set[tuple[int, int]] = set()
    for tree in before.tolist():
        done = set[int]()
        for port in ports:
            node = port
            while tree[node] >= 0 and node not in done:
                done.add(node)
                kept.add((min(node, tree[node]), max(node, tree[node])))
                node = tree[node]
    joined: NDArray[np.integer[Any]] = nodes[np.array(sorted(kept), dtype=np.intp).reshape(-1, 2)]
    return joined


def _edges_within(network: RoadNetwork, box: Bounds) -> NDArray[np.integer[Any]]:
    """The pairs of nodes of the roads with an end in the box, each road once."""
    west, south, east, north = (side * DEGREE for side in box)
    lat, lon = np.asarray(network.lat), np.asarray(network.lon)
    nodes = np.flatnonzero((lat >= south) & (lat <= north) & (lon >= west) & (lon <= east))
    first, last = np.asarray(network.indptr)[nodes], np.asarray(network.indptr)[nodes + 1]
    counts = (last - first).astype(np.int64)
    tails = np.repeat(nodes, counts)
    arcs = np.repeat(first - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) + np.arange(counts.sum())
    heads = np.asarray(network.indices)[arcs]
    low, high = np.minimum(tails, heads).astype(np.int64), np.maximum(tails, heads).astype(np.int64)
    size = len(lat)
    roads = np.unique(low * size + high)
    by_ship = [min(link.a, link.b) * size + max(link.a, link.b) for link in network.links if link.mode != "road"]
    roads = roads[~np.isin(roads, by_ship)]
    return np.column_stack((roads // size, roads % size))
