"""Boats on large rivers and lakes, and out of the mouth of a river."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from wayproof.travel.inland_routes import INLAND_WATERS
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.sea_routes import by_water
from wayproof.world.atlas import World, open_world
from wayproof.world.geodesy import distance_km
from wayproof.world.places import point

SPOTS = {
    "Manaus": (-3.10, -60.02), "Belém": (-1.455, -48.49), "Kinshasa": (-4.32, 15.31), "Kisangani": (0.515, 25.19),
    "Ubundu": (-0.35, 25.47), "Matadi": (-5.82, 13.46), "Khartoum": (15.6, 32.53), "Juba": (4.85, 31.6),
    "Vienna": (48.21, 16.37), "Budapest": (47.5, 19.04), "Chongqing": (29.56, 106.55), "Shanghai": (31.23, 121.47),
    "Luang Prabang": (19.89, 102.135), "Vientiane": (17.967, 102.6), "Phnom Penh": (11.56, 104.92),
    "Pakse": (15.12, 105.8), "Iquitos": (-3.75, -73.25), "Leticia": (-4.215, -69.94), "Kisumu": (-0.1, 34.75),
    "Mwanza": (-2.517, 32.9), "Listvyanka": (51.85, 104.87), "Severobaikalsk": (55.65, 109.32),
    "Aswan": (24.09, 32.9), "Wadi Halfa": (21.8, 31.35), "Cairo": (30.05, 31.24), "Constanța": (44.17, 28.65),
    "Volgograd": (48.71, 44.51), "Rostov": (47.23, 39.7), "Lisbon": (38.72, -9.14), "Buenos Aires": (-34.6, -58.38),
    "Asunción": (-25.28, -57.64), "Porto Velho": (-8.76, -63.9), "Riberalta": (-11.0, -66.06), "Madrid": (40.42, -3.7),
    "Kigoma": (-4.88, 29.63), "Mpulungu": (-8.77, 31.11), "Frankfurt": (50.11, 8.68), "Rotterdam": (51.92, 4.48),
}  # fmt: skip


@cache
def world() -> World:
    return open_world()


def by(mode: str, a: str, b: str, on: date = date(2005, 6, 1)) -> Route:
    (route,) = by_water(LegQuery(point(*SPOTS[a], name=a), point(*SPOTS[b], name=b), on, (mode,)), mode, world())
    return route


def hours(route: Route) -> tuple[float, float, float]:
    time = route.time
    assert time.brisk is not None
    assert time.typical is not None
    return tuple(one.total_seconds() / 3600 for one in (time.limit, time.brisk, time.typical))


@pytest.mark.parametrize(
    ("a", "b", "km", "least", "most"),
    [
        ("Manaus", "Belém", 1600, 60, 160),
        ("Kinshasa", "Kisangani", 1734, 100, 400),
        ("Khartoum", "Juba", 1750, 90, 340),
        ("Vienna", "Budapest", 282, 12, 36),
        ("Chongqing", "Shanghai", 2400, 90, 250),
        ("Luang Prabang", "Vientiane", 430, 20, 80),
        ("Iquitos", "Leticia", 490, 24, 72),
        ("Porto Velho", "Manaus", 1250, 60, 130),
        ("Buenos Aires", "Asunción", 1630, 80, 200),
        ("Vienna", "Constanța", 1940, 80, 260),
    ],
)
def test_the_length_of_a_river_and_the_days_of_its_boats(a: str, b: str, km: float, least: float, most: float) -> None:
    route = by("boat", a, b)
    assert route.basis == INLAND_WATERS
    assert route.km == pytest.approx(km, rel=0.25)
    limit, brisk, typical = hours(route)
    assert limit < brisk < typical
    assert least <= typical <= most


@pytest.mark.parametrize(
    ("first", "last"),
    [("Kinshasa", "Kisangani"), ("Budapest", "Vienna"), ("Manaus", "Iquitos"), ("Shanghai", "Chongqing")],
)
def test_upstream_is_slower(first: str, last: str) -> None:
    against, along = hours(by("ship", first, last)), hours(by("ship", last, first))
    assert against[1] > along[1]
    assert against[2] > 1.2 * along[2]
    assert by("ship", first, last).km == pytest.approx(by("ship", last, first).km)


def test_a_ship_is_no_speedboat() -> None:
    boat, ship = hours(by("boat", "Khartoum", "Juba")), hours(by("ship", "Khartoum", "Juba"))
    assert ship[1] > 1.5 * boat[1]


@pytest.mark.parametrize(
    ("a", "b", "km"), [("Kisumu", "Mwanza", 340), ("Listvyanka", "Severobaikalsk", 520), ("Kigoma", "Mpulungu", 460)]
)
def test_a_lake_is_crossed_round_its_headlands(a: str, b: str, km: float) -> None:
    route = by("boat", a, b)
    assert "over the lake" in (route.note or "")
    assert km <= route.km <= 1.6 * km


@pytest.mark.parametrize(
    ("a", "b", "on"),
    [
        ("Kinshasa", "Matadi", date(2005, 6, 1)),
        ("Kisangani", "Ubundu", date(1950, 6, 1)),
        ("Phnom Penh", "Pakse", date(2005, 6, 1)),
        ("Khartoum", "Cairo", date(2005, 6, 1)),
        ("Wadi Halfa", "Cairo", date(2005, 6, 1)),
        ("Riberalta", "Porto Velho", date(1910, 6, 1)),
        ("Volgograd", "Rostov", date(1940, 6, 1)),
        ("Frankfurt", "Budapest", date(1985, 6, 1)),
        ("Vienna", "Madrid", date(2005, 6, 1)),
    ],
)
def test_falls_rapids_dams_and_canals_not_dug_leave_the_way_without_an_estimate(a: str, b: str, on: date) -> None:
    route = by("boat", a, b, on)
    assert route.time.brisk is None
    assert route.time.limit.total_seconds() > 0


@pytest.mark.parametrize(
    ("a", "b", "on"),
    [
        ("Volgograd", "Rostov", date(1960, 6, 1)),
        ("Frankfurt", "Budapest", date(1995, 6, 1)),
        ("Wadi Halfa", "Aswan", date(2005, 6, 1)),
    ],
)
def test_a_dug_canal_joins_rivers_and_a_dam_makes_a_lake(a: str, b: str, on: date) -> None:
    assert by("boat", a, b, on).time.brisk is not None


def test_from_the_mouth_of_a_river_the_way_goes_on_over_the_sea() -> None:
    out, back = by("ship", "Manaus", "Lisbon"), by("ship", "Lisbon", "Manaus")
    assert out.basis == back.basis == INLAND_WATERS
    assert "Amazon" in (out.note or "")
    assert 7000 < out.km < 9500
    assert hours(back)[2] > hours(out)[2]


def test_nobody_swims_out_to_sea() -> None:
    assert by("swim", "Lisbon", "Manaus").time.brisk is None
    assert by("swim", "Iquitos", "Leticia").time.brisk is not None


@pytest.mark.parametrize("mode", ["boat", "ship", "sail", "rowing", "kayak", "swim"])
def test_a_way_along_a_river_is_sound(mode: str) -> None:
    route = by(mode, "Vienna", "Budapest")
    assert route.geometry[0] == pytest.approx(SPOTS["Vienna"])
    assert route.geometry[-1] == pytest.approx(SPOTS["Budapest"])
    assert all(distance_km(*one, *other) < 30 for one, other in pairwise(route.geometry))
    limit, brisk, typical = hours(route)
    assert limit <= brisk <= typical
