"""The main roads of a region as lines for the ground: drawn for orientation, not for routing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.world.snapping import DEGREE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wayproof.show.scene import Bounds
    from wayproof.world.network import RoadNetwork

    Points = NDArray[np.float64]

SHORTEST_IN_TOLERANCES = 6.0
"""Loose pieces shorter than this many tolerances are specks."""
MOST_POINTS = 24_000
"""A map with more points of roads than this is a mesh, and slow: coarser roads follow until it is met."""


def main_roads(network: RoadNetwork, box: Bounds, tolerance_deg: float) -> list[Points]:
    """The roads in a box (wrapped) as lines of (lon, lat), simplified to a tolerance in degrees; ferries left out."""
    import shapely

    edges = _edges_within(network, box)
    if not len(edges):
        return []
    at = np.stack((np.asarray(network.lon)[edges], np.asarray(network.lat)[edges]), axis=-1) / DEGREE
    merged = shapely.line_merge(shapely.multilinestrings(np.asarray(shapely.linestrings(at))))
    while True:
        lines = shapely.simplify(shapely.get_parts(shapely.clip_by_rect(merged, *box)), tolerance_deg)
        lines = lines[shapely.length(lines) > SHORTEST_IN_TOLERANCES * tolerance_deg]
        if shapely.get_num_coordinates(lines).sum() <= MOST_POINTS:
            return [shapely.get_coordinates(line) for line in lines]
        tolerance_deg *= 2


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
