"""How long the roads are: the source's graph and the shipped one against known distances between cities.

    python benchmarks/quality_roads.py

The distances in ``road_distances.csv`` are those of the usual road, which is often not the shortest: the shortest way
of a whole graph is some per cent below them. Ferries and shuttle trains are left out of both graphs.
"""

from __future__ import annotations

import csv
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import KDTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "geodata"))
from fetch import unpack
from road_graph import EARTH_KM, PROPER, read_edges, unit_vectors
from wayproof.world.network import open_network

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE = Path(__file__).with_name("road_distances.csv")
ACCESS = 1.2
"""Road km for one straight km from a city to the next junction."""
WRONG = 0.15

Graph = tuple["NDArray[np.float64]", "NDArray[np.float64]", coo_matrix]


def source_graph() -> Graph:
    """The graph as its package has it."""
    nodes, tail, head, km = read_edges(unpack("scgraph_data") / "scgraph_data" / "world_highways.py")
    return nodes[:, 0], nodes[:, 1], coo_matrix((km, (tail, head)), shape=(len(nodes), len(nodes)))


def shipped_graph() -> Graph:
    """The repaired graph without its lines over water."""
    network = open_network()
    tail = np.repeat(np.arange(network.size), np.diff(network.indptr))
    head, km = np.asarray(network.indices).astype(np.int64), np.asarray(network.metres) / 1000
    wet = {pair for link in network.links if link.mode != "road" for pair in ((link.a, link.b), (link.b, link.a))}
    codes = tail * network.size + head
    dry = ~np.isin(codes, [a * network.size + b for a, b in wet])
    graph = coo_matrix((km[dry], (tail[dry], head[dry])), shape=(network.size, network.size))
    return np.asarray(network.lat) / 1e5, np.asarray(network.lon) / 1e5, graph


def lengths(graph: Graph, rows: list[dict[str, str]]) -> list[float]:
    """The shortest way of each pair, km; infinite where there is none."""
    lat, lon, edges = graph
    _, label = connected_components(edges, directed=False)
    joined = np.flatnonzero(np.bincount(label)[label] >= PROPER)
    tree, csr = KDTree(unit_vectors(lat, lon)[joined]), edges.tocsr()
    found = []
    for row in rows:
        ends = np.array([[float(row["lat_a"]), float(row["lon_a"])], [float(row["lat_b"]), float(row["lon_b"])]])
        away, nearest = tree.query(unit_vectors(ends[:, 0], ends[:, 1]))
        a, b = joined[nearest]
        way = dijkstra(csr, directed=False, indices=int(a))[int(b)]
        found.append(float(way + away.sum() * EARTH_KM * ACCESS))
    return found


def main() -> None:
    """Measure and print."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for name, graph in (("source", source_graph()), ("shipped", shipped_graph())):
        ratios = [way / float(row["km"]) for way, row in zip(lengths(graph, rows), rows, strict=True)]
        whole = sorted(ratio for ratio in ratios if np.isfinite(ratio))
        tenths = statistics.quantiles(whole, n=10)
        off = sorted(abs(ratio - 1) for ratio in whole)
        print(f"{name}: {len(rows)} pairs, {len(rows) - len(whole)} without a way; ratio p10 {tenths[0]:.3f}", end=", ")
        print(f"median {statistics.median(whole):.3f}, p90 {tenths[-1]:.3f}; error median {statistics.median(off):.3f}")
        for row, ratio in zip(rows, ratios, strict=True):
            if abs(ratio - 1) > WRONG:
                print(f"  {row['from']} - {row['to']}: {ratio:.2f} times the {row['km']} km of the table")


if __name__ == "__main__":
    main()
