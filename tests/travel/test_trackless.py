"""Vehicles, skis and sledges where there is no road."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from toyworld import journey, visit
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.travel.trackless import TRACKLESS
from wayproof.verdict.grades import Grade
from wayproof.verdict.least_times import least_times
from wayproof.verdict.legs import plan
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Kind, Place

SPOTS = {
    "Shackleton Base": (-77.95, -37.2, "AQ"), "the South Pole": (-90.0, 0.0, "AQ"),
    "Scott Base": (-77.85, 166.76, "AQ"), "Berkner Island": (-79.5, -48.0, "AQ"),
    "Framheim": (-78.5, -164.0, "AQ"), "Chepo": (9.17, -79.1, "PA"),
    "Quibdó": (5.69, -76.66, "CO"), "Yaviza": (8.15, -77.69, "PA"), "Chigorodó": (7.67, -76.68, "CO"),
    "Nuuk": (64.18, -51.7, "GL"), "Reykjavík": (64.14, -21.9, "IS"), "Sydney": (-33.87, 151.2, "AU"),
    "Perth": (-31.95, 115.86, "AU"), "Yellowknife": (62.45, -114.37, "CA"), "Lupin": (65.76, -111.2, "CA"),
    "Kampala": (0.32, 32.58, "UG"), "Masindi": (1.68, 31.71, "UG"),
    "Novolazarevskaya": (-70.77, 11.83, "AQ"), "Point Barrow": (71.39, -156.48, "US"),
    "the North Pole": (90.0, 0.0, ""), "Ward Hunt Island": (83.1, -74.2, "CA"), "Wales": (65.6, -168.1, "US"),
    "Uelen": (66.16, -169.8, "RU"), "Mirny": (-66.55, 93.0, "AQ"), "McMurdo": (-77.84, 166.67, "AQ"),
    "Christchurch": (-43.53, 172.64, "NZ"), "Vostok": (-78.46, 106.84, "AQ"),
}  # fmt: skip


@cache
def world() -> World:
    return open_world()


def place(name: str) -> Place:
    lat, lon, country = SPOTS[name]
    return Place(f"test:{name}", name, Kind.CITY, country, lat, lon, 1.0, "test")


def routes(mode: str, a: str, b: str, on: date) -> tuple[Route, ...]:
    return find_routes(LegQuery(place(a), place(b), on, (mode,)), world())


def days(time: timedelta | None) -> float:
    assert time is not None
    return time.total_seconds() / 86_400


@pytest.mark.parametrize(
    ("mode", "a", "b", "least", "most"),
    [
        ("car", "Shackleton Base", "the South Pole", 45, 90),
        ("car", "Scott Base", "the South Pole", 45, 82),
        ("car", "Chepo", "Quibdó", 30, 134),
        ("motorcycle", "Yaviza", "Chigorodó", 8, 60),
        ("car", "Yellowknife", "Lupin", 20, 80),
    ],
)
def test_who_hauled_a_vehicle_through_is_not_too_slow(mode: str, a: str, b: str, least: float, most: float) -> None:
    (route,) = [one for one in routes(mode, a, b, date(1975, 2, 2)) if one.basis == TRACKLESS]
    assert route.time.limit < timedelta(days=1)
    assert days(route.time.brisk) <= days(route.time.typical)
    assert least <= days(route.time.typical) <= most
    assert route.needs[0] == "needs a vehicle that gets over land without a road"


@pytest.mark.parametrize(
    ("mode", "a", "b"),
    [
        ("car", "Nuuk", "Reykjavík"),
        ("car", "Sydney", "Perth"),
        ("boat", "Chepo", "Quibdó"),
        ("car", "Kampala", "Masindi"),
    ],
)
def test_over_water_and_beside_known_roads_nobody_hauls(mode: str, a: str, b: str) -> None:
    assert all(route.basis != TRACKLESS for route in routes(mode, a, b, date(1990, 6, 1)))


@pytest.mark.parametrize(
    ("mode", "a", "b", "told"),
    [
        ("ski", "Berkner Island", "the South Pole", 64),
        ("ski", "the South Pole", "Scott Base", 71),
        ("ski", "Novolazarevskaya", "the South Pole", 120),
        ("foot", "Scott Base", "the South Pole", 88),
        ("dog_sled", "Framheim", "the South Pole", 56),
    ],
)
def test_shelves_and_bays_of_ice_stop_nobody(mode: str, a: str, b: str, told: float) -> None:
    known = [route for route in routes(mode, a, b, date(1997, 1, 1)) if route.time.typical is not None]
    assert known
    assert days(known[0].time.typical) <= told


@pytest.mark.parametrize(
    ("hours", "worst", "best"),
    [
        (3.0, Grade.IMPOSSIBLE, Grade.IMPOSSIBLE),
        (24.0 * 20, Grade.IMPLAUSIBLE, Grade.POSSIBLE),
        (24.0 * 100, Grade.POSSIBLE, Grade.POSSIBLE),
    ],
)
def test_much_time_bears_the_story_out_and_little_leaves_it_open(hours: float, worst: Grade, best: Grade) -> None:
    start = datetime(1957, 11, 24, 9, tzinfo=UTC)
    end = start + timedelta(hours=hours)
    told = journey(
        visit(place("Shackleton Base"), start, start), visit(place("the South Pole"), end, end, modes=("car",))
    )
    (leg,) = plan(told, lambda query: find_routes(query, world())).legs
    verdict = least_times(leg, told, world()).verdict(hours * 3600)
    assert (verdict.worst, verdict.best) == (worst, best)


def unnamed(a: str, b: str, on: date) -> tuple[Route, ...]:
    """The ways of a leg for which the text names no means."""
    return find_routes(LegQuery(place(a), place(b), on), world())


@pytest.mark.parametrize(
    ("a", "b", "most"),
    [("the South Pole", "Scott Base", 44), ("Berkner Island", "the South Pole", 50), ("Vostok", "Mirny", 44)],
)
def test_ice_is_crossed_though_nobody_says_how(a: str, b: str, most: float) -> None:
    ways = [one for one in unnamed(a, b, date(1990, 1, 2)) if one.time.brisk is not None]
    assert ways
    assert min(days(one.time.brisk) for one in ways) <= most


def test_roads_and_flights_leave_no_need_of_sledges() -> None:
    assert all(one.basis != TRACKLESS for one in unnamed("Sydney", "Perth", date(1990, 1, 2)))


@pytest.mark.parametrize(
    ("mode", "a", "b", "on"),
    [
        ("dog_sled", "Point Barrow", "the North Pole", date(1968, 2, 21)),
        ("ski", "Ward Hunt Island", "the North Pole", date(1995, 7, 1)),
        ("foot", "Wales", "Uelen", date(2006, 3, 17)),
    ],
)
def test_seas_bear_people_in_winter(mode: str, a: str, b: str, on: date) -> None:
    assert any(one.time.typical is not None for one in routes(mode, a, b, on))


@pytest.mark.parametrize(
    ("mode", "a", "b"), [("dog_sled", "Point Barrow", "the North Pole"), ("foot", "Wales", "Uelen")]
)
def test_seas_are_open_in_summer(mode: str, a: str, b: str) -> None:
    assert all(one.time.typical is None for one in routes(mode, a, b, date(1968, 8, 1)))


@pytest.mark.parametrize(("a", "b"), [("McMurdo", "Christchurch"), ("the South Pole", "McMurdo")])
def test_ice_runways_are_flown_to(a: str, b: str) -> None:
    assert any(one.time.typical is not None for one in routes("air", a, b, date(2016, 12, 1)))
