"""Leads roads home from borders: a post is not passed by a road that ends behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import KDTree

from road_graph import EARTH_KM, unit_vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from road_graph import RoadGraph, Territories
    from road_repairs import Land

    Ints = NDArray[np.int64]

MOST_NODES = 60
"""A piece with more nodes is a network of its own: an exclave, an island."""
FARTHEST_KM = 60.0
"""So far from the roads of its own country a road over the border may end."""
WINDING = 1.4
"""Road km for one straight km: what the source leaves out are small roads, and many of them climb to a pass."""
MOST_TRIED = 25
"""So many junctions of the country's network are tried, nearest first."""
DRY_SHARE, OWN_SHARE, SAMPLES = 0.9, 0.8, 15
"""So much of the straight line has to be land, and of the own country, by so many points."""
DIVIDED = ("AZ", "CY", "EH", "GE", "IL", "MD", "PS")
"""Territories in which a road may well end at a line or a wall."""


def lead_home(graph: RoadGraph, land: Land, territories: Territories) -> int:
    """Join what hangs on a border road alone to the network of its own country; how many joins were made.

    The source keeps the greatest roads: of one that is small on one side of a border it has the last metres there, and
    then the way between two towns of one country would lead abroad.
    """
    label, sizes = graph.country_components()
    ends = np.unique(np.concatenate([graph.tail[graph.border_rows()], graph.head[graph.border_rows()]]))
    main = _main_pieces(graph, label, sizes)
    edges: list[tuple[int, int, float]] = []
    for code in np.unique(graph.country[ends]).tolist():
        if graph.codes[code] in DIVIDED or code not in main:
            continue
        own = ends[graph.country[ends] == code]
        stubs = np.unique(label[own[(label[own] != main[code]) & (sizes[label[own]] <= MOST_NODES)]])
        if not len(stubs):
            continue
        network = np.flatnonzero(label == main[code])
        tree = KDTree(unit_vectors(graph.lat[network], graph.lon[network]))
        for stub in stubs.tolist():
            found = _home(graph, np.flatnonzero(label == stub), network, tree, (land, territories))
            edges += [found] if found is not None else []
    graph.add_edges(edges)
    return len(edges)


def _main_pieces(graph: RoadGraph, label: NDArray[np.int32], sizes: Ints) -> dict[int, int]:
    """The largest piece of each country."""
    order = np.argsort(sizes[label], kind="stable")
    return dict(zip(graph.country[order].tolist(), label[order].tolist(), strict=True))


def _home(
    graph: RoadGraph, stub: Ints, network: Ints, tree: KDTree, ground: tuple[Land, Territories]
) -> tuple[int, int, float] | None:
    """The nearest sound join of a piece and its country's network, as an edge; None where none is near."""
    away, near = tree.query(unit_vectors(graph.lat[stub], graph.lon[stub]), k=min(MOST_TRIED, len(network)))
    rows = [
        (float(km) * EARTH_KM, int(a), int(network[b]))
        for a, some, ones in zip(stub, np.atleast_2d(away), np.atleast_2d(near), strict=True)
        for km, b in zip(some, ones, strict=True)
    ]
    for km, a, b in sorted(rows)[:MOST_TRIED]:
        if km > FARTHEST_KM:
            return None
        if _sound(graph, a, b, *ground):
            return a, b, max(km, 0.001) * WINDING
    return None


def _sound(graph: RoadGraph, a: int, b: int, land: Land, territories: Territories) -> bool:
    """Whether the straight line between two nodes of one country is dry, over no river, and mostly at home."""
    share = (np.arange(SAMPLES) + 0.5) / SAMPLES
    ends = [np.array([[graph.lat[end], graph.lon[end]]]) for end in (a, b)]
    if float(land.share(*ends)[0]) < DRY_SHARE or bool(land.over_river(*ends)[0]):
        return False
    lat, lon = ((1 - share) * axis[a] + share * axis[b] for axis in (graph.lat, graph.lon))
    return float((territories.at(lat, lon) == graph.country[a]).mean()) >= OWN_SHARE
