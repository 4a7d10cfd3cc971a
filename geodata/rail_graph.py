"""Repairs of the railway graph while it is being built: gaps at dead ends, sidings, and points that only give shape."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import KDTree

from road_graph import DETOUR, EARTH_KM, KM_PER_DEGREE, unit_vectors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from road_graph import RoadGraph
    from road_repairs import Land

    Neighbours = dict[int, list[tuple[int, int]]]

END_GAP_KM, LINE_GAP_KM = 16.0, 2.0
"""A dead end is taken to go on at another dead end so near, or at a line so near. The gaps between 5 and 16 km were
read through as coordinates: stretches of lines that are known to exist (tunnels, viaducts, shores), not held against
a map."""
ROUND_TIMES, ROUND_KM = 8.0, 20.0
FAR_TIMES, FAR_KM, NEAR_GAP_KM = 12.0, 60.0, 2.0
"""A gap is mended only where the way round by the network is longer than so many gaps and km; where the gap itself is
longer than the last number, than the larger ones."""
DRY_SHARE = 0.6
"""So much of a longer gap must be land: lines along a shore leave the drawn coast, sea crossings stand in a table."""
NEAR_MOST = 40
"""So many neighbours of a dead end are looked at, nearest first."""
SIDING_KM = 1.5
"""Dead ends shorter than this are sidings, works and docks: nobody travels there."""
SHAPE_KM = 0.4
"""A point is kept for the shape of a line if the line without it would stray by more."""
LONGEST_KM = 60.0
"""Points of a line are dropped only while its pieces stay shorter than this, so that one can join it in between."""
ENDS = 2


def mend_gaps(graph: RoadGraph, land: Land) -> int:
    """Join dead ends to what lies straight ahead, where the way round is long; how many joins were made."""
    degree = np.bincount(np.concatenate([graph.tail, graph.head]), minlength=graph.size)
    dead, lines = np.flatnonzero(degree == 1), np.flatnonzero(degree > 0)
    pairs = [
        pair
        for others, reach_km in ((dead, END_GAP_KM), (lines, LINE_GAP_KM))
        for pair in _near(graph, dead, others, reach_km)
    ]
    a, b, gap = (np.array(column) for column in zip(*sorted(set(pairs)), strict=True))
    fits = graph.country[a] == graph.country[b]
    a, b, gap = a[fits], b[fits], gap[fits]
    dry = land.share(*(np.stack([graph.lat[end], graph.lon[end]], axis=1) for end in (a, b)))
    fits = (dry >= DRY_SHARE) | (gap <= NEAR_GAP_KM)
    return _join_ends(graph, a[fits], b[fits], gap[fits])


def _near(
    graph: RoadGraph, dead: NDArray[np.int64], others: NDArray[np.int64], reach_km: float
) -> Iterator[tuple[int, int, float]]:
    """Dead ends with the nodes near them: (dead end, node, km)."""
    points = unit_vectors(graph.lat, graph.lon)
    far, near = KDTree(points[others]).query(points[dead], k=NEAR_MOST, distance_upper_bound=reach_km / EARTH_KM)
    number = np.append(others, -1)[near]
    for at, row in np.argwhere((number >= 0) & (number != dead[:, None])).tolist():
        yield int(dead[at]), int(number[at, row]), max(float(far[at, row]) * EARTH_KM, 0.01)


def _join_ends(graph: RoadGraph, a: NDArray[np.int64], b: NDArray[np.int64], gap: NDArray[np.float64]) -> int:
    """Add the shortest join of each dead end whose way round is long, short gaps first."""
    network = coo_matrix((graph.km, (graph.tail, graph.head)), shape=(graph.size, graph.size)).tocsr()
    limit = END_GAP_KM * FAR_TIMES + FAR_KM
    made: list[tuple[int, int, float]] = []
    joined: set[int] = set()
    away: dict[int, NDArray[np.float64]] = {}
    for row in np.lexsort((b, a, gap)).tolist():
        end, other, km = int(a[row]), int(b[row]), float(gap[row])
        if end in joined or other in joined:
            continue
        if end not in away:
            far = dijkstra(network, directed=False, indices=end, limit=limit)
            away[end] = far.astype(np.float32)[np.append(b[a == end], end)]
        least = km * ROUND_TIMES + ROUND_KM if km <= NEAR_GAP_KM else km * FAR_TIMES + FAR_KM
        if away[end][np.flatnonzero(b[a == end] == other)[0]] > least:
            made.append((end, other, km * DETOUR))
            joined |= {end, other}
    graph.add_edges(made)
    return len(made)


def prune_sidings(graph: RoadGraph, kept: set[int]) -> int:
    """Drop short dead ends, again and again, but none that leads to a node to be kept; how many were dropped."""
    before = len(graph.km)
    fixed = np.zeros(graph.size, dtype=bool)
    fixed[list(kept)] = True
    while True:
        degree = np.bincount(np.concatenate([graph.tail, graph.head]), minlength=graph.size)
        loose = [(degree[end] == 1) & ~fixed[end] for end in (graph.tail, graph.head)]
        # What has two loose ends is a piece of its own, and not a siding of anything.
        rows = np.flatnonzero((loose[0] ^ loose[1]) & (graph.km < SIDING_KM))
        if not len(rows):
            return before - len(graph.km)
        graph.drop_edges(rows.tolist())


def simplify(graph: RoadGraph, kept: set[int]) -> None:
    """Drop nodes where nothing branches off, except those that give the line its shape; lengths stay those of the line.

    Nodes without a line go too. Nodes at borders and those to be kept stay. ``kept`` and the graph's own records of
    bridges keep their meaning: the numbers of nodes are changed by the caller, not here.
    """
    neighbours: Neighbours = {}
    for row, (tail, head) in enumerate(zip(graph.tail.tolist(), graph.head.tolist(), strict=True)):
        neighbours.setdefault(tail, []).append((head, row))
        neighbours.setdefault(head, []).append((tail, row))
    border = graph.border_rows()
    fixed = kept | set(graph.tail[border].tolist()) | set(graph.head[border].tolist())
    through = {
        node
        for node, ways in neighbours.items()
        if len(ways) == ENDS and node not in fixed and ways[0][0] != ways[1][0]
    }
    used: set[int] = set()
    lines: list[tuple[list[int], list[float]]] = []
    # Lines from junction to junction first; what is left are rings without any.
    for start in [*(node for node in neighbours if node not in through), *sorted(through)]:
        for _, row in neighbours[start]:
            if row not in used:
                lines.append(_line(graph, neighbours, through, used, (start, row)))
    edges = [edge for nodes, lengths in lines for edge in _shaped(graph, nodes, lengths)]
    graph.drop_edges(list(range(len(graph.km))))
    graph.add_edges(edges)


def _line(
    graph: RoadGraph, neighbours: Neighbours, through: set[int], used: set[int], first: tuple[int, int]
) -> tuple[list[int], list[float]]:
    """The nodes from a junction along its edge (node, row) to the next junction, and the km between them."""
    start, row = first
    nodes, lengths = [start], []
    while True:
        used.add(row)
        tail, head = int(graph.tail[row]), int(graph.head[row])
        nodes.append(head if tail == nodes[-1] else tail)
        lengths.append(float(graph.km[row]))
        onward = [other for _, other in neighbours[nodes[-1]] if other not in used]
        if nodes[-1] not in through or nodes[-1] == start or not onward:
            return nodes, lengths
        row = onward[0]


def _shaped(graph: RoadGraph, nodes: list[int], lengths: list[float]) -> list[tuple[int, int, float]]:
    """Edges between the nodes that are kept for the shape of one line."""
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    lat = graph.lat[nodes]
    x = ((graph.lon[nodes] - graph.lon[nodes[0]] + 180) % 360 - 180) * np.cos(np.radians(lat.mean())) * KM_PER_DEGREE
    y = lat * KM_PER_DEGREE
    kept = {0, len(nodes) - 1}
    stack = [(0, len(nodes) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < ENDS:
            continue
        dx, dy = x[last] - x[first], y[last] - y[first]
        px, py = x[first + 1 : last] - x[first], y[first + 1 : last] - y[first]
        share = np.clip((px * dx + py * dy) / max(dx * dx + dy * dy, 1e-9), 0, 1)
        stray = np.hypot(px - share * dx, py - share * dy)
        at = int(np.argmax(stray))
        if stray[at] <= SHAPE_KM:
            if along[last] - along[first] <= LONGEST_KM:
                continue
            at = int(np.argmin(np.abs(along[first + 1 : last] - (along[first] + along[last]) / 2)))
        kept.add(first + 1 + at)
        stack += [(first, first + 1 + at), (first + 1 + at, last)]
    stops = sorted(kept)
    return [
        (nodes[a], nodes[b], float(along[b] - along[a])) for a, b in itertools.pairwise(stops) if nodes[a] != nodes[b]
    ]
