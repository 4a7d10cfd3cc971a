"""Speed of road routing, against scipy's full tree and networkx on the same graph in the same run.

Run with ``pytest benchmarks/speed_roads.py --benchmark-enable``; without pytest it prints medians and ratios.
"""

from __future__ import annotations

import random
import statistics
import time
from functools import cache
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from wayproof.travel.road_routes import road_ways
from wayproof.world.core_trees import CoreSearch
from wayproof.world.geodesy import distance_km
from wayproof.world.network import RoadNetwork, open_network

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

SEED, PAIRS, OTHERS = 7, 200, 30
LONGEST_KM, SHORTEST_KM = 3000.0, 30.0
Pair = tuple[int, int]


@cache
def pairs() -> tuple[Pair, ...]:
    """Random pairs of junctions on one continent."""
    network, chance = open_network(), random.Random(SEED)  # noqa: S311 - a repeatable sample
    found: list[Pair] = []
    while len(found) < PAIRS:
        block = chance.choice((0, 0, 0, 1))
        start, stop = (int(edge) for edge in network.blocks[block : block + 2])
        a, b = chance.randrange(start, stop), chance.randrange(start, stop)
        if SHORTEST_KM < distance_km(*network.point(a), *network.point(b)) < LONGEST_KM:
            found.append((a, b))
    return tuple(found)


def all_ways(network: RoadNetwork, pair: Pair) -> int:
    """All candidate ways of a leg."""
    ends = [(*network.point(node), network.country_of(node)) for node in pair]
    return len(road_ways(network, ends[0], ends[1], on=None))


def single_way(network: RoadNetwork, pair: Pair) -> float:
    """The shortest way alone, with its nodes."""
    a, b = (network.point(node) for node in pair)
    start, goal = network.snap(*a), network.snap(*b)
    if start is None or goal is None:
        return 0.0
    search = CoreSearch(network, start, goal, closed=network.shut_links(None))
    trees = search.trees(distance_km(*a, *b) * 1.7 + 250, back=False)
    if trees.meeting is not None:
        trees.roads(trees.way_out(trees.meeting))
    return trees.best_km


@cache
def whole_graph() -> csr_array:
    """The graph as scipy takes it."""
    network = open_network()
    return csr_array((network.metres / 1000, network.indices, network.indptr), shape=(network.size, network.size))


def full_tree(_network: RoadNetwork, pair: Pair) -> float:
    """Scipy's tree over the whole world."""
    far, _ = dijkstra(whole_graph(), indices=pair[0], return_predecessors=True)
    return float(far[pair[1]])


@cache
def networkx_graph() -> nx.Graph:
    """The graph as networkx takes it."""
    network = open_network()
    tails = np.repeat(np.arange(network.size), np.diff(network.indptr))
    graph = nx.Graph()
    graph.add_weighted_edges_from(
        zip(tails.tolist(), network.indices.tolist(), (network.metres / 1000).tolist(), strict=True)
    )
    return graph


def by_networkx(_network: RoadNetwork, pair: Pair) -> float:
    """networkx, from both ends."""
    return float(nx.bidirectional_dijkstra(networkx_graph(), *pair)[0])


def test_all_ways(benchmark: BenchmarkFixture) -> None:
    """All candidate ways of random legs."""
    _measure(benchmark, all_ways)


def test_single_way(benchmark: BenchmarkFixture) -> None:
    """The shortest way of random legs."""
    _measure(benchmark, single_way)


def test_full_tree(benchmark: BenchmarkFixture) -> None:
    """Scipy's full tree for the same legs."""
    _measure(benchmark, full_tree)


def _measure(benchmark: BenchmarkFixture, task: Callable[[RoadNetwork, Pair], float]) -> None:
    network, order = open_network(), iter(pairs() * 10)
    task(network, pairs()[0])
    benchmark.pedantic(lambda: task(network, next(order)), rounds=min(PAIRS, 100), iterations=1)


def _milliseconds(task: Callable[[RoadNetwork, Pair], float], some: tuple[Pair, ...]) -> list[float]:
    network, taken = open_network(), []
    task(network, some[0])
    for pair in some:
        start = time.perf_counter()
        task(network, pair)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def main() -> None:
    """Print medians and how many times slower the others are."""
    some = pairs()
    results = {
        "all ways": _milliseconds(all_ways, some),
        "single way": _milliseconds(single_way, some),
        "scipy full tree": _milliseconds(full_tree, some[:OTHERS]),
        "networkx": _milliseconds(by_networkx, some[:OTHERS]),
    }
    base = statistics.median(results["single way"])
    for name, taken in results.items():
        median, high = statistics.median(taken), statistics.quantiles(taken, n=10)[-1]
        print(f"{name:16} median {median:8.1f} ms, p90 {high:8.1f} ms, {median / base:6.1f} x single way")


if __name__ == "__main__":
    main()
