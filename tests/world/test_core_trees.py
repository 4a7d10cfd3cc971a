"""Search over the prepared network gives what a search of the whole graph gives."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from contract_roads import contract
from wayproof.world.core_trees import CoreSearch
from wayproof.world.network import RoadNetwork, open_network
from wayproof.world.road_hierarchy import RoadHierarchy
from wayproof.world.road_trees import RoadSearch, shut_roads
from wayproof.world.snapping import Snap

COUNTRIES = ("AA", "BB", "CC")


@dataclass(frozen=True)
class Case:
    """A network, plain and prepared, with two ends and the border roads that are shut."""

    plain: RoadNetwork
    prepared: RoadNetwork
    ends: tuple[int, int]
    shut: tuple[int, ...]
    toll_km: float


@st.composite
def cases(draw: st.DrawFn) -> Case:
    size = draw(st.integers(3, 14))
    countries = [draw(st.sampled_from(COUNTRIES)) for _ in range(size)]
    tree = [(draw(st.integers(0, node - 1)), node) for node in range(1, size)]
    node = st.integers(0, size - 1)
    more = [(a, b) for a, b in draw(st.lists(st.tuples(node, node), max_size=2 * size)) if a != b]
    pairs = {(min(pair), max(pair)) for pair in (*tree, *more)}
    edges = [(a, b, draw(st.integers(1, 60)) / 1.0) for a, b in sorted(pairs)]
    points = [(50 + number * 0.01, 10 + number * 0.01, code) for number, code in enumerate(countries)]
    plain = RoadNetwork.from_edges(points, edges)
    ends = draw(st.tuples(node, node).filter(lambda pair: pair[0] != pair[1]))
    rows = st.lists(st.integers(0, max(len(plain.borders) - 1, 0)), max_size=3, unique=True)
    shut = tuple(draw(rows)) if len(plain.borders) else ()
    return Case(plain, prepared(plain), ends, shut, float(draw(st.integers(0, 20))))


def prepared(network: RoadNetwork) -> RoadNetwork:
    made = contract(
        *(np.asarray(getattr(network, name)).astype(np.int64) for name in ("indptr", "indices", "metres")),
        network.borders[:, :2].astype(np.int64),
    )
    hierarchy = RoadHierarchy(
        core=made.core,
        indptr=made.indptr,
        heads=made.heads,
        metres=made.metres,
        first=made.first,
        step=made.step,
    )
    names = ("lat", "lon", "country", "indptr", "indices", "metres", "borders", "codes", "blocks", "crossings", "links")
    return RoadNetwork(**{name: getattr(network, name) for name in names}, hierarchy=hierarchy)


def at(network: RoadNetwork, node: int) -> Snap:
    lat, lon = network.point(node)
    return Snap(node=node, km=0.0, lat=lat, lon=lon, ends=((node, 0.0),), road=(node, node))


def search(network: RoadNetwork, case: Case) -> CoreSearch:
    ends = [at(network, node) for node in case.ends]
    tolls = np.full(len(network.borders), case.toll_km)
    return CoreSearch(network, ends[0], ends[1], shut=case.shut, border_km=tolls)


def whole_graph_km(case: Case) -> float:
    network = case.plain
    km = network.metres / 1000
    for row, arcs in enumerate(network.border_arcs):
        km[arcs] = np.inf if row in case.shut else km[arcs] + case.toll_km
    graph = csr_array((km, network.indices, network.indptr), shape=(network.size, network.size))
    return float(dijkstra(graph, indices=case.ends[0])[case.ends[1]])


@given(cases())
def test_prepared_search_finds_the_shortest_way_of_the_whole_graph(case: Case) -> None:
    wanted = whole_graph_km(case)
    for network in (case.plain, case.prepared):
        trees = search(network, case).trees(math.inf)
        assert trees.best_km == pytest.approx(wanted, abs=1e-5)


@given(cases())
def test_a_way_runs_over_roads_of_the_network_from_end_to_end(case: Case) -> None:
    trees = search(case.prepared, case).trees(math.inf)
    if math.isinf(trees.best_km):
        return
    nodes, metres, access = trees.roads([] if trees.meeting is None else trees.way_out(trees.meeting))
    assert (int(nodes[0]), int(nodes[-1])) == case.ends
    assert access == (0.0, 0.0)
    steps = [case.plain.neighbours(int(a))[int(b)] for a, b in pairwise(nodes)]
    assert steps == pytest.approx((metres / 1000).tolist())
    crossed = sum(case.plain.country[int(a)] != case.plain.country[int(b)] for a, b in pairwise(nodes))
    assert sum(steps) + crossed * case.toll_km == pytest.approx(trees.best_km, abs=1e-5)


@given(cases())
def test_both_trees_tell_the_best_way_over_each_border_road(case: Case) -> None:
    trees = search(case.prepared, case).trees(math.inf)
    a, b = case.prepared.core_borders.T
    over = trees.search.border_cost_km + np.minimum(
        trees.out_km[a] + trees.back_km[b], trees.out_km[b] + trees.back_km[a]
    )
    assert (over >= trees.best_km - 1e-5).all()


@given(cases())
def test_closing_a_border_road_never_shortens_the_way(case: Case) -> None:
    one_open = Case(case.plain, case.prepared, case.ends, case.shut[1:], case.toll_km)
    closed, opened = (search(case.prepared, some).trees(math.inf).best_km for some in (case, one_open))
    assert closed >= opened - 1e-6


def test_a_narrow_search_finds_nothing_longer() -> None:
    network = open_network()
    ends = [network.snap(54.7065, 20.511), network.snap(54.6892, 25.2798)]
    assert ends[0] is not None
    assert ends[1] is not None
    question = CoreSearch(network, ends[0], ends[1])
    assert math.isinf(question.trees(300.0).best_km)
    assert question.trees(400.0).best_km < 400.0


@cache
def legs() -> tuple[tuple[int, int], ...]:
    """Random junctions of one connected part, near and far."""
    network, chance = open_network(), random.Random(11)  # noqa: S311 - a repeatable sample
    found = []
    for block, spread in ((0, 300), (0, 20_000), (0, 10**6), (1, 5_000), (2, 10**6)):
        start, stop = (int(edge) for edge in network.blocks[block : block + 2])
        a = chance.randrange(start, stop)
        found.append((a, max(start, min(stop - 1, a + chance.randrange(-spread, spread)))))
    return tuple(found)


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("closed", [False, True])
def test_shipped_network_gives_the_same_as_a_search_of_the_whole_graph(number: int, *, closed: bool) -> None:
    network = open_network()
    ends = [at(network, node) for node in legs()[number]]
    rows = list(range(0, len(network.borders), 2)) if closed else []
    shut = np.concatenate([network.shut_arcs(None), shut_roads(network, rows)])
    plain = RoadSearch(network, ends[0], ends[1], shut).trees(math.inf)
    core = CoreSearch(network, ends[0], ends[1], shut=rows, closed=network.shut_links(None)).trees(math.inf)
    assert core.best_km == pytest.approx(plain.best_km, abs=1e-5)
