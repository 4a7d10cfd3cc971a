"""Journeys by several means over hubs."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from functools import cache

import pytest

from wayproof.travel.mixed_routes import MOST_PIECES
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Place, point

WASHINGTON = point(38.8951, -77.0364, name="Washington", country="US")
KYIV = point(50.4547, 30.5238, name="Kyiv", country="UA")
LONDON = point(51.5085, -0.1257, name="London", country="GB")
ODESA = point(46.4775, 30.7326, name="Odesa", country="UA")
PARIS = point(48.8534, 2.3488, name="Paris", country="FR")
WAR, PEACE = date(2023, 2, 19), date(2021, 9, 1)


@cache
def world() -> World:
    return open_world()


def mixed(a: Place, b: Place, on: date, *modes: str) -> list[Route]:
    return [route for route in find_routes(LegQuery(a, b, on, modes), world()) if route.basis == "mixed"]


def test_under_a_closed_sky_one_flies_to_the_next_country_and_takes_the_train() -> None:
    (route,) = mixed(WASHINGTON, KYIV, WAR, "air", "rail")
    modes = list(dict.fromkeys(segment.mode for segment in route.segments if segment.basis != "access"))
    assert modes == ["air", "rail"]
    assert route.needs == ()
    assert route.countries[-1] == "UA"
    assert {"rail"} & {event.kind for event in route.borders}
    assert route.time.typical is not None
    assert route.time.typical < timedelta(hours=30)


@pytest.mark.parametrize(("a", "b"), [(WASHINGTON, KYIV), (LONDON, ODESA)])
def test_who_names_no_means_may_fly_to_an_open_airport_and_drive_on(a: Place, b: Place) -> None:
    (route,) = mixed(a, b, WAR)
    assert {"air", "car"} <= {segment.mode for segment in route.segments}
    assert route.needs == ()
    assert route.time.brisk is not None
    assert route.time.typical is not None
    assert route.time.limit <= route.time.brisk <= route.time.typical
    assert route.km >= route.geodesic_km
    pieces = [segment.mode for segment in route.segments]
    changes = sum(one != other for one, other in itertools.pairwise(pieces))
    assert changes < 2 * MOST_PIECES


def test_where_flights_are_free_nothing_is_mixed() -> None:
    assert mixed(WASHINGTON, KYIV, PEACE) == []
    assert mixed(PARIS, LONDON, WAR) == []


def test_a_single_named_means_is_not_mixed_with_another() -> None:
    assert mixed(WASHINGTON, KYIV, WAR, "air") == []
    assert mixed(WASHINGTON, KYIV, WAR, "rail") == []


def test_the_borders_of_the_pieces_follow_each_other() -> None:
    (route,) = mixed(LONDON, ODESA, WAR)
    at = [event.at_km for event in route.borders]
    assert at == sorted(at)
    chain = [(event.from_country, event.to_country) for event in route.borders]
    assert all(a[1] == b[0] for a, b in itertools.pairwise(chain))


def test_before_there_was_a_tunnel_the_train_took_the_ferry() -> None:
    (route,) = mixed(LONDON, PARIS, date(1985, 5, 1), "rail", "ferry")
    assert list(dict.fromkeys(route.means)) == ["rail", "ferry"]
    assert route.means.count("ferry") == 1
    assert route.needs == ()
    assert route.time.typical is not None
    assert route.time.typical < timedelta(hours=18)


def test_from_the_airport_to_the_island_by_ferry() -> None:
    naxos = point(37.1036, 25.3766, name="Naxos", country="GR")
    (route,) = mixed(LONDON, naxos, date(2019, 7, 1), "air", "ferry")
    assert list(dict.fromkeys(route.means)) == ["air", "ferry"]
