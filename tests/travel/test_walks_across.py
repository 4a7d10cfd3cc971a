"""Drives broken by a walk: over a post for walkers, over a green border, through a country without roads."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from toyworld import NORTH, PLACES, POSTS, toy_world
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.travel.walks_across import POST_KM, across_a_gap, over_foot_posts, over_green_border
from wayproof.world.atlas import World, open_world
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.places import point

DAY = date(2023, 8, 25)
PAIR = frozenset({"AA", "BB"})
PANAMA = point(8.9936, -79.5197, name="Panama City", country="PA")
MEDELLIN = point(6.2518, -75.5636, name="Medellín", country="CO")
SEOUL = point(37.566, 126.9784, name="Seoul", country="KR")
PYONGYANG = point(39.0339, 125.7543, name="Pyongyang", country="KP")
KALININGRAD = point(54.7065, 20.511, name="Kaliningrad", country="RU")
VILNIUS = point(54.6892, 25.2798, name="Vilnius", country="LT")
LISBON = point(38.7167, -9.1333, name="Lisbon", country="PT")
FUNCHAL = point(32.6657, -16.9241, name="Funchal", country="PT")


@cache
def walkers_world() -> World:
    """The toy world whose northern post lets nobody through but walkers since 2022; the southern is shut."""
    north, south, exclave = POSTS
    walkers = replace(north, modes=((date(2022, 1, 1), "foot"),))
    return toy_world(posts=(walkers, south, exclave))


def toy(a: str = "Alma", b: str = "Belder") -> LegQuery:
    return LegQuery(PLACES[a], PLACES[b], DAY)


def parts_in_order(route: Route) -> None:
    assert route.time.brisk is not None
    assert route.time.typical is not None
    assert route.time.limit <= route.time.brisk <= route.time.typical
    assert route.km >= route.geodesic_km - 1e-9
    line = [segment.geometry for segment in route.segments]
    assert all(a[-1] == pytest.approx(b[0], abs=0.05) for a, b in itertools.pairwise(line))


def test_one_drives_to_a_post_for_walkers_walks_over_and_drives_on() -> None:
    (route,) = over_foot_posts(toy(), [PAIR], walkers_world())
    modes = [segment.mode for segment in route.segments]
    assert modes[0] == modes[-1] == "car"
    assert modes.count("foot") == 1
    assert [event.crossing.id for event in route.borders if event.crossing] == [NORTH]
    assert route.borders[0].status.status == "open"
    assert route.needs == ()
    parts_in_order(route)


def test_a_post_open_to_cars_needs_no_walk() -> None:
    assert list(over_foot_posts(replace(toy(), on=date(2023, 8, 1)), [PAIR], toy_world())) == []


def test_the_walk_is_offered_beside_the_closed_way_by_car() -> None:
    found = [route for route in find_routes(toy(), walkers_world()) if route.mode == "car"]
    assert any({segment.mode for segment in route.segments} == {"car", "foot"} for route in found if not route.needs)
    assert any(route.needs for route in found)


def test_a_green_border_over_land_between_shut_countries() -> None:
    route = over_green_border(LegQuery(SEOUL, PYONGYANG, date(2023, 5, 1)), frozenset({"KR", "KP"}), open_world())
    assert route is not None
    assert [event.kind for event in route.borders] == ["green"]
    assert "needs to cross the border between North Korea and South Korea away from any post" in route.needs
    assert "away from any post" in (route.note or "")
    parts_in_order(route)
    (walk,) = (segment for segment in route.segments if segment.mode == "foot")
    posts = [(post.lat, post.lon) for post in open_world().crossings.between("KP", "KR") if post.lat and post.lon]
    along = geodesic_points(*walk.geometry[0], *walk.geometry[-1], step_km=1.0)
    nearest = min(distance_km(*at, *post) for at in along for post in posts)
    assert nearest >= POST_KM / 2


def test_where_a_border_is_open_nobody_is_sent_over_the_green_one() -> None:
    found = find_routes(LegQuery(KALININGRAD, VILNIUS, date(2023, 8, 10)), open_world())
    assert not any("green" in {event.kind for event in route.borders} for route in found if route.mode == "car")
    walked = [route for route in found if route.mode == "car" and "foot" in {part.mode for part in route.segments}]
    assert [event.crossing.id for event in walked[0].borders if event.crossing] == ["lt-ru-panemune"]


def test_the_darien_gap_is_walked_and_named() -> None:
    found = find_routes(LegQuery(PANAMA, MEDELLIN, date(2023, 5, 1)), open_world())
    (route,) = (one for one in found if one.mode == "car")
    assert {segment.mode for segment in route.segments} == {"car", "foot"}
    assert any("on foot where the data know no road" in need for need in route.needs)
    assert route.time.typical is not None
    assert route.time.typical.days >= 3
    parts_in_order(route)


def test_nobody_walks_to_madeira() -> None:
    assert across_a_gap(LegQuery(LISBON, FUNCHAL, date(2023, 5, 1)), open_world()) is None


def test_joined_ends_have_no_gap() -> None:
    assert across_a_gap(toy(), toy_world()) is None
