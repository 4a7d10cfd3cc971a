from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from manifest import DATA, TABLES
from wayproof.world.geodesy import distance_km
from wayproof.world.sealanes import Passage, Port, SeaLanes, open_sealanes, sea_way

if TYPE_CHECKING:
    from collections.abc import Iterable

NEW_YORK, LOS_ANGELES = (40.67, -74.03), (33.73, -118.25)
ROTTERDAM, SINGAPORE = (51.95, 4.05), (1.26, 103.82)
ATHENS, PATRAS = (37.94, 23.60), (38.25, 21.72)


def canal(**changes: object) -> Passage:
    facts: dict[str, object] = {
        "id": "canal",
        "name": "Toy Canal",
        "kind": "canal",
        "lanes": ((0, 1),),
        "opened": date(1914, 8, 15),
        "shut": ((date(1956, 11, 1), date(1957, 4, 9)),),
        "source": "toy",
        "confidence": "high",
    }
    return Passage(**(facts | changes))  # type: ignore[arg-type]


def toy(passages: Iterable[Passage] = ()) -> SeaLanes:
    """Two ports half a degree apart by a canal, and four degrees apart round a cape."""
    places = [(0.0, 0.0), (0.5, 0.0), (0.5, 2.0), (0.0, 2.0)]
    edges = [(0, 1), (1, 2), (2, 3), (3, 0)]
    near: list[list[int]] = [[] for _ in places]
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    return SeaLanes(
        (np.array(places).T * 100_000).astype(np.int32),
        (
            np.cumsum([0, *(len(there) for there in near)]).astype(np.int32),
            np.array([to for there in near for to in sorted(there)], dtype=np.int32),
            np.array(
                [round(distance_km(*places[a], *places[b]) * 1000) + 1 for a in range(4) for b in sorted(near[a])],
                dtype=np.int32,
            ),
        ),
        [0, 4],
        ports=[(0, Port("AAAAA", "A", 0.0, 0.0)), (1, Port("BBBBB", "B", 0.5, 0.0))],
        passages=passages,
    )


class Coast:
    """Land between the ports, but for the canal."""

    def __init__(self, *land: shapely.Polygon) -> None:
        self._land = shapely.MultiPolygon(land)

    def land_within(self, _bounds: object, **_options: object) -> shapely.MultiPolygon:
        return self._land

    def lakes_within(self, _bounds: object, **_options: object) -> shapely.MultiPolygon:
        return shapely.MultiPolygon()


def test_a_canal_shortens_the_way_and_is_named() -> None:
    way = sea_way((0.0, 0.0), (0.5, 0.0), date(1950, 1, 1), lanes=toy([canal()]))
    assert way is not None
    assert way.km == pytest.approx(55.3, abs=0.1)
    assert way.passages == ("canal",)


@pytest.mark.parametrize("on", [date(1914, 8, 14), date(1956, 11, 1), date(1957, 4, 9)])
def test_a_shut_canal_sends_ships_round_the_cape(on: date) -> None:
    way = sea_way((0.0, 0.0), (0.5, 0.0), on, lanes=toy([canal()]))
    assert way is not None
    assert way.km == pytest.approx(222.6 * 2 + 55.3, abs=1)
    assert way.passages == ()


def test_a_canal_to_be_avoided_is_avoided() -> None:
    way = sea_way((0.0, 0.0), (0.5, 0.0), None, lanes=toy([canal()]), avoid=["canal"])
    assert way is not None
    assert way.passages == ()


def test_ice_is_never_taken_for_granted() -> None:
    ice = canal(kind="ice", opened=None, shut=())
    assert not ice.open_on(None)
    way = sea_way((0.0, 0.0), (0.5, 0.0), None, lanes=toy([ice]))
    assert way is not None
    assert way.passages == ()


def test_a_place_inland_has_no_way() -> None:
    assert sea_way((20.0, 20.0), (0.0, 0.0), None, lanes=toy()) is None
    assert sea_way((3.0, 0.0), (0.0, 0.0), None, lanes=toy(), reach_km=400.0) is not None


def test_open_water_needs_no_lane() -> None:
    here, there = (0.0, 0.0), (0.0, 1.0)
    assert sea_way(here, there, None, lanes=toy(), coasts=Coast()).km == pytest.approx(distance_km(*here, *there))  # type: ignore[union-attr]
    island = Coast(shapely.box(0.4, -0.2, 0.6, 0.2))
    round_it = sea_way(here, (0.0, 2.0), None, lanes=toy(), coasts=island)
    assert round_it is not None
    assert len(round_it.geometry) == 2


@given(st.floats(-1, 1.5), st.floats(-1, 3), st.floats(-1, 1.5), st.floats(-1, 3))
def test_no_way_is_shorter_than_the_geodesic(a: float, b: float, c: float, d: float) -> None:
    way = sea_way((a, b), (c, d), None, lanes=toy(), reach_km=500.0)
    assert way is not None
    assert way.km >= distance_km(a, b, c, d)
    assert (way.geometry[0], way.geometry[-1]) == ((a, b), (c, d))


@pytest.mark.parametrize(
    ("a", "b", "nautical_miles"),
    [
        (ROTTERDAM, SINGAPORE, 8290),
        (NEW_YORK, LOS_ANGELES, 4930),
        ((35.45, 139.65), (33.73, -118.25), 4840),
        ((-33.86, 151.20), (-33.03, -71.62), 6290),
        ((46.49, 30.75), ATHENS, 690),
    ],
)
def test_distances_are_near_those_of_published_tables(
    a: tuple[float, float], b: tuple[float, float], nautical_miles: float
) -> None:
    way = sea_way(a, b, None)
    assert way is not None
    assert way.km / 1.852 == pytest.approx(nautical_miles, rel=0.05)


@pytest.mark.parametrize(
    ("a", "b", "passage", "shut", "least"),
    [
        (ROTTERDAM, SINGAPORE, "suez-canal", date(1970, 1, 1), 1.3),
        (NEW_YORK, LOS_ANGELES, "panama-canal", date(1910, 1, 1), 2.0),
        (ATHENS, PATRAS, "corinth-canal", date(2022, 1, 1), 2.0),
    ],
)
def test_canals_have_their_days(
    a: tuple[float, float], b: tuple[float, float], passage: str, shut: date, least: float
) -> None:
    today, then = sea_way(a, b, None), sea_way(a, b, shut)
    assert today is not None
    assert then is not None
    assert passage in today.passages
    assert passage not in then.passages
    assert then.km > least * today.km


def test_a_way_over_the_antimeridian_is_short() -> None:
    way = sea_way((-17.8, 177.4), (-13.83, -171.76), None)
    assert way is not None
    assert way.km < 1.5 * distance_km(-17.8, 177.4, -13.83, -171.76)


def test_a_capital_inland_is_no_port() -> None:
    assert sea_way((55.75, 37.6), ROTTERDAM, None) is None


def test_ports_are_known_by_code_and_place() -> None:
    km, port = open_sealanes().nearest_ports(*ROTTERDAM)[0]
    assert port.code.startswith("NL")
    assert km < 20
    assert len({port.code for port in open_sealanes().ports.values()}) > 3_500


def test_shipped_lanes_are_whole() -> None:
    network = open_sealanes()
    with (TABLES / "sea_passages.csv").open(encoding="utf-8", newline="") as stream:
        assert set(network.passages) == {row["id"] for row in csv.DictReader(stream)}
    assert all(passage.lanes and passage.source for passage in network.passages.values())
    assert all(network.arcs(*np.array(passage.lanes).T).min() >= 0 for passage in network.passages.values())
    assert len(network.blocks) == 2
    assert sum((DATA / name).stat().st_size for name in ("sealanes.npz", "sealanes.json")) <= 1_500_000
