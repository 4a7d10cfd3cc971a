from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

from integrity_roads import link_defects, network_defects
from wayproof.errors import DataError
from wayproof.world.geodesy import distance_km
from wayproof.world.network import ARRAYS, RoadNetwork, open_network
from wayproof.world.road_links import Link
from wayproof.world.road_trees import RoadSearch, shut_roads

NOTHING = np.empty(0, dtype=np.int64)


def bridge(**changes: object) -> Link:
    facts: dict[str, object] = {
        "id": "bridge",
        "name": "Toy bridge",
        "mode": "road",
        "a": 1,
        "b": 2,
        "km": 30.0,
        "cost_km": 30.0,
        "hours": None,
        "opened": date(2000, 7, 1),
        "closed": None,
        "source": "toy",
        "confidence": "high",
    }
    return Link(**(facts | changes))  # type: ignore[arg-type]


def square(*, links: tuple[Link, ...] = ()) -> RoadNetwork:
    """Four towns on a square of about 22 km; 0-1 in AA, 2-3 in BB; the long way from 1 to 2 runs over 0 and 3."""
    points = [(50.0, 10.0, "AA"), (50.0, 10.3, "AA"), (50.2, 10.3, "BB"), (50.2, 10.0, "BB")]
    return RoadNetwork.from_edges(points, [(0, 1, 22.0), (0, 3, 23.0), (2, 3, 22.0)], links=links)


def best_km(network: RoadNetwork, a: int, b: int, *, shut: np.ndarray = NOTHING, within: float = math.inf) -> float:
    ends = [network.snap(*network.point(node)) for node in (a, b)]
    assert ends[0] is not None
    assert ends[1] is not None
    return RoadSearch(network, ends[0], ends[1], shut).trees(within).best_km


def test_shortest_way_runs_over_all_three_roads() -> None:
    assert best_km(square(), 1, 2) == pytest.approx(67.0)


@pytest.mark.parametrize(("on", "km"), [(date(1999, 1, 1), 67.0), (date(2000, 7, 1), 30.0), (None, 30.0)])
def test_bridge_serves_from_its_opening_day(on: date | None, km: float) -> None:
    network = square(links=(bridge(),))
    assert best_km(network, 1, 2, shut=network.shut_arcs(on)) == pytest.approx(km)


def test_closed_line_serves_until_the_day_it_closed() -> None:
    link = bridge(closed=date(2014, 9, 29))
    assert link.open_on(date(2014, 9, 28))
    assert not link.open_on(date(2014, 9, 29))
    assert not link.open_on(None)


def test_shut_border_roads_cannot_be_used() -> None:
    network = square()
    assert math.isinf(best_km(network, 1, 2, shut=shut_roads(network, [0])))


def test_borders_know_their_pair_and_place() -> None:
    points = [(50.0, 10.0, "AA"), (50.2, 10.0, "BB")]
    network = RoadNetwork.from_edges(points, [(0, 1, 23.0)], crossings={(0, 1): ("post", 50.05, 10.0)})
    assert network.border_pair(0) == {"AA", "BB"}
    assert network.border_point(0) == (50.05, 10.0)
    assert network.crossings == ("post",)
    assert network.border_at[1, 0] == 0


def test_a_narrow_search_misses_only_what_is_longer_than_asked_for() -> None:
    assert best_km(square(), 1, 2, within=70.0) == pytest.approx(67.0)
    assert math.isinf(best_km(square(), 1, 2, within=60.0))


def test_unjoined_parts_are_not_connected() -> None:
    points = [(50.0, 10.0, "AA"), (50.0, 10.1, "AA"), (50.0, 12.0, "AA"), (50.0, 12.1, "AA")]
    network = RoadNetwork.from_edges(points, [(0, 1, 8.0), (2, 3, 8.0)])
    here, there = network.snap(50.0, 10.0), network.snap(50.0, 12.0)
    assert here is not None
    assert there is not None
    assert not RoadSearch(network, here, there, NOTHING).connected


def test_parts_must_be_numbered_one_after_another() -> None:
    points = [(50.0, 10.0, "AA"), (50.0, 12.0, "AA"), (50.0, 10.1, "AA"), (50.0, 12.1, "AA")]
    with pytest.raises(DataError, match="one after another"):
        RoadNetwork.from_edges(points, [(0, 2, 8.0), (1, 3, 8.0)])


def test_snap_finds_the_middle_of_a_road() -> None:
    snap = square().snap(50.01, 10.15)
    assert snap is not None
    assert snap.km == pytest.approx(1.11, abs=0.02)
    assert (snap.lat, snap.lon) == (pytest.approx(50.0), pytest.approx(10.15, abs=0.001))
    assert dict(snap.ends)[0] == pytest.approx(11.0 + 1.11 * 1.3, abs=0.1)


def test_snap_keeps_to_the_country_if_it_has_a_road() -> None:
    network = square()
    snap = network.snap(50.19, 10.15, country="AA")
    assert snap is not None
    assert network.country_of(snap.node) == "AA"
    elsewhere = network.snap(50.19, 10.15, country="CC")
    assert elsewhere is not None
    assert network.country_of(elsewhere.node) == "BB"


def test_snap_gives_up_beyond_the_limit() -> None:
    assert square().snap(52.0, 10.0) is None
    assert square().snap(50.0, 9.0, limit_km=50.0) is None


def test_a_point_that_no_road_reaches_is_no_way_onto_the_network() -> None:
    points = [(50.0, 10.0, "AA"), (50.0, 10.3, "AA"), (10.0, 10.0, "CC")]
    network = RoadNetwork.from_edges(points, [(0, 1, 22.0)])
    assert network.snap(10.0, 10.05, country="CC") is None


def test_nobody_boards_a_ferry_half_way() -> None:
    network = square(links=(bridge(mode="ferry", hours=1.0, cost_km=70.0),))
    snap = network.snap(50.1, 10.31)
    assert snap is not None
    assert snap.km > 10


def test_snap_works_across_the_antimeridian() -> None:
    network = RoadNetwork.from_edges([(60.0, 179.95, "AA"), (60.0, -179.95, "AA")], [(0, 1, 6.0)])
    snap = network.snap(60.0, -179.99)
    assert snap is not None
    assert snap.km < 0.1


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((54.7065, 20.511, "RU"), (54.6892, 25.2798, "LT"), 345),
        ((52.2298, 21.0118, "PL"), (50.4547, 30.5238, "UA"), 785),
        ((40.4165, -3.7026, "ES"), (52.5244, 13.4105, "DE"), 2310),
    ],
)
def test_shipped_network_is_near_published_distances(
    a: tuple[float, float, str], b: tuple[float, float, str], km: float
) -> None:
    network = open_network()
    start, goal = (network.snap(lat, lon, country=code) for lat, lon, code in (a, b))
    assert start is not None
    assert goal is not None
    straight = distance_km(*a[:2], *b[:2])
    found = RoadSearch(network, start, goal, network.shut_arcs(None)).trees(straight * 1.7 + 250).best_km
    assert found == pytest.approx(km, rel=0.06)
    assert found >= straight


def test_links_table_and_shipped_network_are_whole() -> None:
    assert link_defects() == []
    assert network_defects(open_network()) == []


@pytest.mark.parametrize("name", ["lon", "country", "indptr", "indices", "metres", "blocks"])
def test_files_of_two_builds_are_refused(name: str) -> None:
    network = open_network()
    arrays = {key: getattr(network, key) for key in (*ARRAYS, "codes", "blocks", "crossings", "links")}
    RoadNetwork(**arrays)
    with pytest.raises(DataError, match=f"do not belong together .*{name}"):
        RoadNetwork(**{**arrays, name: arrays[name][:-1]})
