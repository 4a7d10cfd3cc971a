"""The numbers of the method, and the limit curve of records."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayproof.errors import DataError
from wayproof.world.records import LimitCurve, Record, Records, open_records
from wayproof.world.speeds import Speed, SpeedTable, Wait, open_speeds


def record(km: float, hours: float, mode: str = "foot", since: date | None = None, until: date | None = None) -> Record:
    return Record(mode, km, hours, since, until, "somebody", "a list", "high")


def speed(quantity: str, context: str, brisk: float, since: date | None = None, until: date | None = None) -> Speed:
    return Speed(quantity, "car", context, 0.0, brisk, brisk / 2, "km/h", since, until, "a table", "low")


def wait(
    pair: str, kind: str, mode: str, minutes: float, *, since: date | None = None, until: date | None = None
) -> Wait:
    return Wait(pair, kind, mode, since, until, minutes / 2, minutes, "a newspaper", "low")


CURVE = LimitCurve([record(0.1, 0.1 / 40), record(42, 2), record(10, 0.45), record(200, 24), record(300, 24)])


def test_the_curve_goes_through_its_records() -> None:
    assert CURVE.hours(42) == pytest.approx(2)
    assert CURVE.hours(10) == pytest.approx(0.45)
    assert CURVE.hours(300) == pytest.approx(24)


def test_short_of_the_shortest_record_its_top_speed_holds_and_beyond_the_longest_its_pace() -> None:
    assert CURVE.hours(0.04) == pytest.approx(0.001)
    assert CURVE.hours(3000) == pytest.approx(240)


def test_a_record_that_a_longer_one_beats_is_left_out() -> None:
    assert all(kept.distance_km != 200 for kept in CURVE.records)


@given(st.floats(0.001, 20_000), st.floats(0.001, 20_000))
def test_more_distance_never_takes_less_time_nor_a_faster_pace(a: float, b: float) -> None:
    near, far = sorted((a, b))
    assert CURVE.hours(near) <= CURVE.hours(far) * (1 + 1e-9)
    assert CURVE.pace_kmh(near) >= CURVE.pace_kmh(far) * (1 - 1e-9)


@given(st.floats(0.2, 299))
def test_between_two_records_neither_is_broken(km: float) -> None:
    shorter, longer = CURVE.behind(km)
    assert longer.pace_kmh <= CURVE.pace_kmh(km) * (1 + 1e-9)
    assert CURVE.hours(km) >= shorter.duration_h * (1 - 1e-9)


def test_a_curve_needs_a_record_and_a_way_of_travel_its_time() -> None:
    with pytest.raises(DataError):
        LimitCurve([])
    records = Records([record(1, 0.001, "air", date(1952, 5, 2)), record(1, 0.004, "air", None, date(1952, 5, 1))])
    assert records.curve("air", date(1950, 1, 1)).pace_kmh(100) == pytest.approx(250)
    assert records.curve("air", date(1960, 1, 1)).pace_kmh(100) == pytest.approx(1000)
    assert records.curve("air", None).pace_kmh(100) == pytest.approx(1000)
    assert not records.exists("sledge", None)
    with pytest.raises(DataError, match="sledge"):
        records.curve("sledge", None)


@pytest.mark.parametrize(
    ("mode", "on", "exists"),
    [
        ("air", date(1909, 6, 1), False),
        ("air", date(1913, 6, 1), True),
        ("air", date(1920, 6, 1), True),
        ("car", date(1880, 1, 1), False),
        ("rail", date(1820, 1, 1), False),
        ("foot", date(1200, 1, 1), True),
        ("helicopter", date(1930, 1, 1), False),
        ("private_jet", date(1950, 1, 1), False),
        ("private_jet", None, True),
    ],
)
def test_ways_of_travel_have_their_era(mode: str, on: date | None, *, exists: bool) -> None:
    assert open_records().exists(mode, on) is exists


@pytest.mark.parametrize(
    ("mode", "on", "km", "least", "most"),
    [
        ("foot", None, 42.195, 1.9, 2.0),
        ("foot", None, 319.6, 23.5, 24.1),
        ("foot", None, 0.1, 0.002, 0.00267),
        ("air", date(2020, 2, 9), 5540, 4.8, 4.94),
        ("supersonic", date(1996, 2, 7), 5540, 2.5, 2.89),
        ("air", date(1996, 2, 7), 4540, 3.8, 4.1),
        ("air", date(2019, 2, 18), 3974, 3.4, 3.7),
        ("air", date(2003, 10, 25), 5540, 4.8, 4.94),
        ("air", date(1930, 1, 1), 1000, 3.0, 4.0),
        ("rail", date(1960, 1, 1), 500, 2.0, 3.5),
        ("rail", date(2010, 1, 1), 1067, 3.0, 3.5),
        ("car", date(2020, 5, 1), 4546, 25.0, 25.7),
        ("car", date(2020, 5, 1), 1.706, 0.0025, 0.01),
        ("foot", None, 473.4, 47.5, 48.0),
        ("foot", None, 560, 55.0, 62.0),
        ("ship", date(1938, 8, 14), 5400, 86.0, 94.7),
        ("ship", date(1967, 5, 15), 5449, 80.0, 82.7),
        ("ship", date(1998, 7, 20), 5213, 66.0, 68.2),
        ("boat", date(1955, 5, 15), 5449, 80.0, 82.7),
        ("boat", date(1989, 7, 27), 5400, 54.0, 62.1),
        ("boat", date(1992, 8, 9), 5752, 56.0, 58.6),
        ("ship", date(1882, 6, 1), 5200, 158.0, 163.5),
        ("ship", date(1899, 6, 1), 5200, 112.0, 140.0),
        ("sail", date(1905, 5, 17), 5582, 140.0, 292.0),
        ("sail", date(2017, 1, 1), 1682, 23.0, 24.0),
        ("rail", date(1895, 8, 22), 869, 7.9, 8.5),
        ("rail", date(1876, 6, 1), 5330, 50.0, 83.6),
        ("rail", date(1905, 7, 9), 3627, 32.0, 44.9),
        ("rail", date(1934, 10, 22), 5244, 54.0, 56.92),
        ("car", date(1903, 5, 24), 552, 4.0, 5.24),
        ("car", date(1933, 5, 1), 4500, 33.0, 53.5),
        ("car", date(1955, 5, 1), 1597, 9.7, 10.13),
        ("car", date(1972, 1, 1), 4600, 25.0, 35.9),
        ("motorcycle", date(1914, 5, 14), 5400, 48.0, 276.0),
    ],
)
def test_shipped_limits(mode: str, on: date | None, km: float, least: float, most: float) -> None:
    assert least <= open_records().curve(mode, on).hours(km) <= most


def test_a_number_is_that_of_the_country_and_of_the_day() -> None:
    table = SpeedTable(
        [
            speed("speed", "*", 100),
            speed("speed", "*", 40, until=date(1950, 1, 1)),
            speed("speed", "LT", 156, since=date(2000, 1, 1)),
        ],
        [],
        Records([]),
    )
    assert table.value("speed", "car", "brisk", "LT", date(2010, 1, 1)) == 156
    assert table.value("speed", "car", "brisk", "LT", date(1960, 1, 1)) == 100
    assert table.value("speed", "car", "typical", "LT", date(1940, 1, 1)) == 20
    assert table.value("speed", "car", "brisk", "XX") == 100
    with pytest.raises(DataError, match="walking"):
        table.value("walking", "car", "brisk")


def test_a_wait_is_that_of_the_pair_before_that_of_the_kind() -> None:
    table = SpeedTable(
        [],
        [
            wait("*", "checkpoint", "*", 60),
            wait("*", "checkpoint", "foot", 30),
            wait("LT/BY", "checkpoint", "*", 90, until=date(2024, 2, 29)),
            wait("LT/BY", "checkpoint", "*", 270, since=date(2024, 3, 1)),
        ],
        Records([]),
    )
    assert table.wait("BY", "LT", "checkpoint", "car", date(2023, 8, 10)).typical_min == 90
    assert table.wait("LT", "BY", "checkpoint", "car", date(2024, 3, 1)).typical_min == 270
    assert table.wait("LT", "BY", "checkpoint", "car", None).typical_min == 270
    assert table.wait("AA", "BB", "checkpoint", "foot", None).typical_min == 30
    assert table.wait("AA", "BB", "checkpoint", "bus", None).typical_min == 60
    with pytest.raises(DataError, match="ghost"):
        table.wait("AA", "BB", "ghost", "car", None)


def test_every_kind_of_border_has_its_wait_and_every_number_its_source() -> None:
    table = open_speeds()
    for kind in ("checkpoint", "internal", "green", "rail", "sea", "air"):
        assert table.wait("AA", "BB", kind, "car", None).typical_min >= 0
    assert all(row.source and row.unit for row in table.speeds)
    assert table.value("speed", "car", "typical", "US") > table.value("speed", "car", "typical", "NP")


def test_a_record_of_long_ways_says_nothing_of_short_ones() -> None:
    fast = Record("air", 6000, 3, None, None, "who", "source", "high", least_km=1500)
    curve = LimitCurve([record(1, 1 / 1000), fast])
    assert curve.hours(400) == pytest.approx(0.4)
    assert curve.hours(1499) < curve.hours(1501) <= curve.hours(3000)
    assert curve.hours(6000) == pytest.approx(3)
    assert curve.pace_kmh(400) == pytest.approx(1000)
    assert [one.duration_h for one in curve.behind(6000)] == [3]
    for year in (1985, 2010):
        assert open_records().curve("air", date(year, 1, 1)).hours(413) > 0.35


def test_records_count_from_the_least_distance_of_each() -> None:
    rows = [
        record(1, 1 / 900),
        Record("air", 1, 1 / 1100, None, None, "who", "source", "high", least_km=300),
        Record("air", 6000, 3, None, None, "who", "source", "high", least_km=1500),
    ]
    curve = LimitCurve(rows)
    assert curve.pace_kmh(250) == pytest.approx(900)
    assert curve.hours(299) <= curve.hours(301) == pytest.approx(299 / 900, rel=0.02)
    assert curve.pace_kmh(1000) == pytest.approx(1100)
    assert curve.hours(6000) == pytest.approx(3)
