from __future__ import annotations

import csv
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrity_rail import (
    SHIPPED_BYTES,
    known_pairs,
    link_defects,
    region_measures,
    rows_of,
    service_defects,
)
from integrity_roads import network_defects
from manifest import DATA
from wayproof.world.geodesy import distance_km
from wayproof.world.railways import (
    MOST_STRETCH,
    RailNetwork,
    RailService,
    RailServices,
    open_railways,
    rail_way,
)
from wayproof.world.road_links import Link

KALININGRAD, VILNIUS = (54.711, 20.510), (54.687, 25.280)
COPENHAGEN, MALMO = (55.673, 12.565), (55.609, 13.000)
LONDON, PARIS = (51.530, -0.124), (48.857, 2.352)


def link(**changes: object) -> Link:
    facts: dict[str, object] = {
        "id": "ferry",
        "name": "Toy train ferry",
        "mode": "ferry",
        "a": 1,
        "b": 2,
        "km": 24.0,
        "cost_km": 40.0,
        "hours": 0.7,
        "opened": date(1950, 1, 1),
        "closed": date(1997, 6, 1),
        "source": "toy",
        "confidence": "high",
    }
    return Link(**(facts | changes))  # type: ignore[arg-type]


def toy(*, stretch: float = 1.0) -> RailNetwork:
    """A line from 10.0 to 11.0 in AA, a train ferry to 11.3 in BB, a line on to 12.3."""
    points = [(50.0, 10.0, "AA"), (50.0, 11.0, "AA"), (50.0, 11.3, "BB"), (50.0, 12.3, "BB")]
    edges = [(0, 1, 72.0 * stretch), (2, 3, 72.0 * stretch)]
    return RailNetwork.from_edges(points, edges, links=(link(),))  # type: ignore[return-value]


def service(**changes: object) -> RailService:
    facts: dict[str, object] = {
        "id": "express",
        "name": "Express",
        "name_a": "A",
        "lat_a": 50.0,
        "lon_a": 10.0,
        "name_b": "B",
        "lat_b": 50.0,
        "lon_b": 12.3,
        "km": 168.0,
        "hours": 3.0,
        "valid_from": date(1960, 1, 1),
        "valid_to": None,
        "source": "toy",
        "confidence": "high",
    }
    return RailService(**(facts | changes))  # type: ignore[arg-type]


def test_a_way_counts_the_ferry_by_its_own_length() -> None:
    way = rail_way((50.0, 10.0), (50.0, 12.3), date(1980, 1, 1), network=toy())
    assert way is not None
    assert way.km == pytest.approx(72 + 24 + 72, abs=0.1)
    assert way.geometry == ((50.0, 10.0), (50.0, 11.0), (50.0, 11.3), (50.0, 12.3))


@pytest.mark.parametrize("on", [date(1949, 12, 31), date(1997, 6, 1), None])
def test_there_is_no_way_before_the_ferry_or_after_it(on: date | None) -> None:
    assert rail_way((50.0, 10.0), (50.0, 12.3), on, network=toy()) is None


def test_a_way_of_twice_the_geodesic_is_no_way() -> None:
    near = toy(stretch=1.9)
    assert rail_way((50.0, 10.0), (50.0, 11.0), None, network=near) is not None
    far = toy(stretch=2.1)
    assert rail_way((50.0, 10.0), (50.0, 11.0), None, network=far) is None


def test_a_place_far_from_any_line_has_no_way() -> None:
    assert rail_way((50.15, 10.0), (50.0, 11.0), None, network=toy()) is not None
    assert rail_way((50.25, 10.0), (50.0, 11.0), None, network=toy()) is None


def test_nowhere_to_go_is_no_way() -> None:
    assert rail_way((50.0, 10.0), (50.0, 10.0), None, network=toy()) is None


def test_a_way_is_trusted_only_if_every_country_on_it_is() -> None:
    on = date(1980, 1, 1)
    half = toy().knowing({"AA": "good", "BB": "poor"}, RailServices(()))
    whole = toy().knowing({"AA": "good", "BB": "good"}, RailServices(()))
    ways = [rail_way((50.0, 10.0), (50.0, 12.3), on, network=network) for network in (toy(), half, whole)]
    assert [way.trust for way in ways if way is not None] == ["poor", "poor", "good"]
    inside = rail_way((50.0, 10.0), (50.0, 11.0), on, network=half)
    assert inside is not None
    assert inside.trust == "good"


@given(st.floats(10.0, 11.0), st.floats(10.0, 11.0), st.floats(-0.1, 0.1))
def test_no_way_is_shorter_than_the_geodesic_and_each_runs_from_end_to_end(a: float, b: float, north: float) -> None:
    here, there = (50.0 + north, a), (50.0, b)
    way = rail_way(here, there, None, network=toy())
    if way is not None:
        assert way.km >= distance_km(*here, *there)
        assert way.km < MOST_STRETCH * distance_km(*here, *there)
        assert (way.geometry[0], way.geometry[-1]) == (here, there)


def test_services_are_found_in_both_directions_on_their_days_fastest_first() -> None:
    slow = service(id="slow", hours=5.0, valid_from=None)
    past = service(id="past", valid_from=None, valid_to=date(1959, 12, 31))
    services = RailServices((slow, past, service()))
    here, there = (50.1, 10.1), (50.0, 12.3)
    assert [s.id for s in services.between(here, there, date(1980, 1, 1))] == ["express", "slow"]
    assert [s.id for s in services.between(there, here, date(1950, 1, 1))] == ["past", "slow"]
    assert [s.id for s in services.between(there, here, None)] == ["express", "slow"]
    assert services.between(here, (50.0, 11.5), None) == ()


def test_tables_and_shipped_railways_are_whole() -> None:
    assert link_defects() == []
    assert service_defects() == []
    assert network_defects(open_railways()) == []
    assert sum((DATA / name).stat().st_size for name in ("rails.npz", "rails.json")) <= SHIPPED_BYTES


def test_cities_known_to_be_joined_by_rail_are() -> None:
    pairs = known_pairs(open_railways())
    lost = {pair.names for pair in pairs if pair.km is None}
    # Both railways run more than twice the geodesic, by Fredericia and by Ulan-Ude.
    assert lost <= {("Copenhagen", "Aarhus"), ("Irkutsk", "Ulaanbaatar")}
    told = [(pair.km, pair.published_km) for pair in pairs if pair.km is not None and pair.published_km is not None]
    errors = sorted(abs(km / published - 1) for km, published in told)
    assert errors[len(errors) // 2] <= 0.02
    assert errors[len(errors) * 9 // 10] <= 0.08


def test_the_table_of_trust_is_what_is_measured() -> None:
    network = open_railways()
    table = {(row["area"], row["kind"]): row for row in rows_of("rail_trust.csv")}
    measures = region_measures(known_pairs(network))
    assert {area for area, kind in table if kind == "region"} == {measure.area for measure in measures}
    for measure in measures:
        row = table[measure.area, "region"]
        assert (int(row["pairs"]), int(row["joined"])) == (measure.pairs, measure.joined)
        assert float(row["median_ratio"]) == pytest.approx(measure.median_ratio, abs=0.002)
        assert (row["trust"] == "good") == measure.good
    countries = {area: row["trust"] for (area, kind), row in table.items() if kind == "country"}
    assert {area: network.trust_of(area) for area in countries} == countries


def test_kaliningrad_vilnius_runs_through_two_countries() -> None:
    way = rail_way(KALININGRAD, VILNIUS, date(2022, 6, 1))
    assert way is not None
    assert way.km == pytest.approx(345, rel=0.03)
    assert way.trust == "good"
    assert max(distance_km(*a, *b) for a, b in pairwise(way.geometry)) < 70


@pytest.mark.parametrize(
    ("a", "b", "before", "after"),
    [
        (COPENHAGEN, MALMO, date(2000, 6, 30), date(2000, 7, 1)),
        (LONDON, PARIS, date(1990, 1, 1), date(1994, 11, 14)),
        ((34.666, 133.918), (34.350, 134.047), date(1988, 4, 9), date(1988, 4, 10)),
        ((45.036, 38.976), (45.353, 36.475), date(2019, 12, 1), date(2020, 1, 1)),
    ],
)
def test_tunnels_and_bridges_shorten_the_way_from_their_opening(
    a: tuple[float, float], b: tuple[float, float], before: date, after: date
) -> None:
    earlier, later = rail_way(a, b, before), rail_way(a, b, after)
    assert later is not None
    assert earlier is None or earlier.km > later.km


def test_islands_without_a_fixed_link_have_no_way() -> None:
    assert rail_way((53.353, -6.247), LONDON, None) is None
    assert rail_way((25.048, 121.517), (24.478, 118.089), None) is None


def test_services_are_shipped_with_the_eras_of_a_line() -> None:
    services = open_railways().services
    tokyo, osaka = (35.681, 139.767), (34.693, 135.502)
    hours = [services.between(tokyo, osaka, date(year, 1, 1))[0].hours for year in (1962, 1965, 1980, 2020)]
    assert hours == sorted(hours, reverse=True)
    assert hours[0] > 6
    assert services.between(LONDON, PARIS, date(1993, 1, 1)) == ()
    with (DATA.parents[2] / "geodata" / "tables" / "rail_services.csv").open(encoding="utf-8", newline="") as stream:
        assert len(services.all) == len(list(csv.DictReader(stream)))
