"""Limit, brisk and typical durations of one way."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayproof.errors import DataError
from wayproof.travel.border_events import BorderEvent
from wayproof.travel.durations import ZERO, TravelTime, chain, limit_for, travel_time
from wayproof.world.crossings import UNKNOWN
from wayproof.world.speeds import open_speeds

SPEEDS = open_speeds()
TODAY = date(2023, 8, 10)
MODES = (
    "foot", "bicycle", "car", "bus", "motorcycle", "rail", "ferry", "boat", "swim", "air", "private_jet",
    "light_aircraft", "helicopter", "military_jet", "horse", "ski", "sail", "rowing", "kayak",
)  # fmt: skip
needed = partial(travel_time, on=TODAY, speeds=SPEEDS)


def hours(value: timedelta | None) -> float:
    assert value is not None
    return value / timedelta(hours=1)


def border(kind: str = "checkpoint", a: str = "LT", b: str = "BY") -> BorderEvent:
    return BorderEvent(a, b, 54.5, 25.7, None, UNKNOWN, kind, 1.0)


@given(
    mode=st.sampled_from(MODES),
    geodesic_km=st.floats(0, 15_000),
    detour=st.floats(1, 3),
    surface=st.sampled_from(["road", "cross-country"]),
    basis=st.sampled_from(["road network", "geodesic estimate"]),
    country=st.sampled_from(["LT", "DE", "NP", "XX", None]),
    crossed=st.sampled_from(["checkpoint", "internal", "green", "rail", "sea", "air"]),
)
def test_nobody_beats_the_limit_and_the_ordinary_never_beat_the_determined(
    *, mode: str, geodesic_km: float, detour: float, surface: str, basis: str, country: str | None, crossed: str
) -> None:
    route_km = geodesic_km * detour
    time = needed(
        mode,
        geodesic_km,
        route_km,
        by_country=[(country, route_km)],
        borders=[border(crossed)],
        basis=basis,
        surface=surface,
        access_km=20,
    )
    assert time.brisk is not None
    assert time.typical is not None
    assert ZERO <= time.limit <= time.brisk <= time.typical
    assert time.limit == limit_for(geodesic_km, mode, TODAY, SPEEDS)
    assert time.brisk == sum((part.brisk for part in time.parts), ZERO)
    assert time.typical == sum((part.typical for part in time.parts), ZERO)
    assert time.sources


@given(mode=st.sampled_from(MODES), a=st.floats(1, 9_000), b=st.floats(1, 9_000))
def test_a_longer_way_never_takes_less(mode: str, a: float, b: float) -> None:
    near, far = (needed(mode, 1.0, km) for km in sorted((a, b)))
    tick = timedelta(milliseconds=1)
    assert near.brisk is not None
    assert far.brisk is not None
    assert near.typical is not None
    assert far.typical is not None
    assert near.brisk <= far.brisk + tick
    assert near.typical <= far.typical + tick


@given(mode=st.sampled_from(MODES), a=st.floats(0, 20_000), b=st.floats(0, 20_000))
def test_the_limit_rises_with_the_distance(mode: str, a: float, b: float) -> None:
    near, far = sorted((a, b))
    assert limit_for(near, mode, TODAY, SPEEDS) <= limit_for(far, mode, TODAY, SPEEDS) + timedelta(milliseconds=1)


def test_without_road_data_only_the_limit_is_known() -> None:
    for time in (needed("car", 300, None), needed("car", 300, 900, basis="no road data")):
        assert (time.brisk, time.typical) == (None, None)
        assert time.limit == limit_for(300, "car", TODAY, SPEEDS) > ZERO


def test_nobody_flew_in_an_airliner_in_1900() -> None:
    with pytest.raises(DataError, match="air"):
        travel_time("air", 300, 300, on=date(1900, 1, 1), speeds=SPEEDS)


def test_six_hundred_km_on_foot_overnight_are_beyond_every_record() -> None:
    assert limit_for(600, "foot", TODAY, SPEEDS) > timedelta(hours=14)
    assert limit_for(90, "foot", TODAY, SPEEDS) < timedelta(hours=14)


def test_a_mile_in_seven_seconds_is_beyond_every_car() -> None:
    assert limit_for(1.06 * 1.609344, "car", TODAY, SPEEDS) > timedelta(seconds=7)


@pytest.mark.parametrize(
    ("mode", "km", "window_h", "on"),
    [
        ("light_aircraft", 892, 5.5, date(1987, 5, 28)),
        ("private_jet", 8_990, 12.0, date(2019, 12, 29)),
        ("rail", 554, 10.0, date(2023, 2, 20)),
        ("supersonic", 5_540, 2.9, date(1996, 2, 7)),
        ("foot", 6_500, 11 * 30 * 24.0, date(1941, 4, 1)),
    ],
)
def test_real_journeys_stay_within_the_limit(mode: str, km: float, window_h: float, on: date) -> None:
    assert limit_for(km, mode, on, SPEEDS) <= timedelta(hours=window_h)


def test_walkers_sleep() -> None:
    day, three_days = needed("foot", 30, 30), needed("foot", 100, 100)
    assert hours(day.typical) == pytest.approx(30 / 4.8)
    assert hours(three_days.typical) == pytest.approx(48 + 30 / 4.8)
    assert [part.name for part in three_days.parts] == ["walking", "nights"]
    assert hours(needed("foot", 20, 20, surface="cross-country").typical) == pytest.approx(20 / 2.4)


def test_a_walk_by_compass_is_longer_than_the_straight_line() -> None:
    along = needed("foot", 10, 10)
    estimated = needed("foot", 10, 10, basis="geodesic estimate")
    assert along.limit == estimated.limit
    assert hours(estimated.typical) == pytest.approx(hours(along.typical) * 1.3)


def test_drivers_rest_at_night_unless_two_share_the_wheel() -> None:
    far = needed("car", 2000, 2400, by_country=[("FR", 1200), ("ES", 1200)])
    rest = next(part for part in far.parts if part.name == "rest")
    assert rest.brisk == ZERO
    assert rest.typical >= timedelta(hours=11)


def test_the_speed_is_that_of_each_country() -> None:
    fast, slow = (needed("car", 200, 250, by_country=[(country, 250)]) for country in ("DE", "NP"))
    mixed = needed("car", 200, 250, by_country=[("DE", 125), ("NP", 125)])
    assert hours(fast.typical) < hours(mixed.typical) < hours(slow.typical)


def test_towns_make_short_ways_slow() -> None:
    short, long = needed("car", 5, 6), needed("car", 200, 250)
    assert 6 / hours(short.typical) < 0.6 * 250 / hours(long.typical)


def test_borders_queue_by_pair_and_day() -> None:
    before, after = (
        travel_time("car", 30, 40, on=on, speeds=SPEEDS, borders=[border()])
        for on in (date(2023, 8, 10), date(2024, 3, 7))
    )
    part = after.parts[-1]
    assert part.name == "border LT-BY"
    assert part.limit == ZERO
    assert part.brisk == timedelta(minutes=20)
    assert part.typical == timedelta(minutes=270)
    assert hours(before.typical) < hours(after.typical)
    free = needed("car", 30, 40, borders=[border("internal", "LT", "LV")])
    assert hours(free.typical) - hours(needed("car", 30, 40).typical) < 0.1


def test_flying_costs_the_airport_and_the_way_there() -> None:
    bare, reached = needed("air", 1000, 1000), needed("air", 1000, 1000, access_km=60)
    assert hours(bare.typical) == pytest.approx(3.0 + 1000 / 800)
    assert [part.name for part in reached.parts] == ["flight", "climb and approach", "airports", "access by road"]
    assert reached.limit == bare.limit


def test_concorde_had_its_own_speed_and_years() -> None:
    supersonic = travel_time("supersonic", 5540, 5540, on=date(1985, 7, 13), speeds=SPEEDS)
    jet = travel_time("air", 5540, 5540, on=date(1985, 7, 13), speeds=SPEEDS)
    assert hours(supersonic.brisk) < 5 < hours(jet.brisk)
    assert not SPEEDS.records.exists("supersonic", date(2005, 7, 13))


def test_ways_made_one_after_another_add_up_but_for_the_limit() -> None:
    drive, walk = needed("car", 100, 120), needed("foot", 10, 12)
    whole = limit_for(110, "car", TODAY, SPEEDS)
    both = chain([drive, walk], whole)
    assert both.limit == whole < drive.limit + walk.limit
    assert hours(both.brisk) == pytest.approx(hours(drive.brisk) + hours(walk.brisk))
    assert hours(both.typical) == pytest.approx(hours(drive.typical) + hours(walk.typical))
    assert hours(sum((part.limit for part in both.parts), ZERO)) == pytest.approx(hours(whole))
    unknown = chain([drive, needed("foot", 10, None)], whole)
    assert (unknown.brisk, unknown.typical) == (None, None)
    assert chain([], ZERO) == TravelTime(ZERO, ZERO, ZERO)
