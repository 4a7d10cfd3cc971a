"""Ways over the water: sea lanes, canals by date, ferry lines, swimming."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Kind, Place

ROTTERDAM = Place("toy:rtm", "Rotterdam", Kind.CITY, "NL", 51.9225, 4.4792, 8.0, "test")
SINGAPORE = Place("toy:sin", "Singapore", Kind.CITY, "SG", 1.2897, 103.8501, 10.0, "test")
HELSINKI = Place("toy:hel", "Helsinki", Kind.CITY, "FI", 60.1695, 24.9354, 8.0, "test")
TALLINN = Place("toy:tll", "Tallinn", Kind.CITY, "EE", 59.437, 24.7535, 6.0, "test")
VIENNA = Place("toy:vie", "Vienna", Kind.CITY, "AT", 48.2085, 16.3721, 9.0, "test")
MADRID = Place("toy:mad", "Madrid", Kind.CITY, "ES", 40.4168, -3.7038, 15.0, "test")
CALAIS = Place("toy:cal", "Calais", Kind.CITY, "FR", 50.9513, 1.8587, 3.0, "test")
DOVER = Place("toy:dov", "Dover", Kind.CITY, "GB", 51.1279, 1.3134, 2.0, "test")
NEW_YORK = Place("toy:nyc", "New York", Kind.CITY, "US", 40.7128, -74.006, 15.0, "test")
SAN_FRANCISCO = Place("toy:sfo", "San Francisco", Kind.CITY, "US", 37.7749, -122.4194, 8.0, "test")


@cache
def world() -> World:
    return open_world()


def by(mode: str, a: Place, b: Place, on: date | None) -> tuple[Route, ...]:
    return tuple(route for route in find_routes(LegQuery(a, b, on, (mode,)), world()) if route.mode == mode)


def test_ships_go_round_the_cape_while_the_canal_is_shut() -> None:
    (shut,), (open_,) = (by("ship", ROTTERDAM, SINGAPORE, date(year, 1, 10)) for year in (1970, 1980))
    assert "Cape of Good Hope" in (shut.note or "")
    assert "Suez Canal not open" in (shut.note or "")
    assert "by Suez Canal" in (open_.note or "")
    assert shut.km > open_.km + 5000
    assert shut.time.limit <= shut.time.brisk <= shut.time.typical


def test_ships_go_round_south_america_before_there_is_a_canal() -> None:
    (before,), (after,) = (by("ship", NEW_YORK, SAN_FRANCISCO, date(year, 5, 5)) for year in (1913, 1923))
    assert before.km > 2 * after.km
    assert before.borders == after.borders == ()


def test_a_ferry_line_has_its_published_time() -> None:
    lines = [route for route in by("ferry", HELSINKI, TALLINN, date(2020, 5, 5)) if route.basis == "ferry line"]
    assert lines
    assert any(segment.link == "Helsinki-Tallinn ferry" for segment in lines[0].segments)
    assert [(event.kind, event.from_country, event.to_country) for event in lines[0].borders] == [("sea", "FI", "EE")]


def test_where_no_water_is_known_only_the_limit_is() -> None:
    (route,) = by("boat", VIENNA, MADRID, date(2020, 5, 5))
    assert route.time.brisk is None
    assert "river" in route.needs[0]


def test_a_swimmer_needs_water() -> None:
    (channel,) = by("swim", CALAIS, DOVER, date(2019, 8, 4))
    assert channel.time.brisk is not None
    (inland,) = by("swim", VIENNA, MADRID, date(2019, 8, 4))
    assert inland.time.brisk is None


@pytest.mark.parametrize("mode", ["boat", "ship", "sail", "rowing", "kayak"])
def test_every_vessel_keeps_its_three_durations_in_order(mode: str) -> None:
    (route,) = by(mode, ROTTERDAM, DOVER, date(2020, 5, 5))
    assert route.time.brisk is not None
    assert route.time.typical is not None
    assert route.time.limit <= route.time.brisk <= route.time.typical
    assert route.km >= route.geodesic_km


def test_a_rowing_boat_is_slower_than_a_ship() -> None:
    (rowed,), (sailed,) = (by(mode, ROTTERDAM, DOVER, date(2020, 5, 5)) for mode in ("rowing", "ship"))
    assert rowed.time.typical > sailed.time.typical
