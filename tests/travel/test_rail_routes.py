"""Trains where water lies on the straight line."""

from __future__ import annotations

from datetime import date

import pytest

from toyworld import PLACES
from wayproof.travel.rail_routes import ALONG_ROADS, rail_along_roads
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Place, point

LONDON = point(51.5085, -0.1257, name="London", country="GB")
PARIS = point(48.8534, 2.3488, name="Paris", country="FR")
STOCKHOLM = point(59.3294, 18.0687, name="Stockholm", country="SE")
COPENHAGEN = point(55.6759, 12.5655, name="Copenhagen", country="DK")


def train(a: Place, b: Place, on: date) -> Route:
    (route,) = (one for one in find_routes(LegQuery(a, b, on, ("rail",)), open_world()) if one.mode == "rail")
    return route


def test_a_train_goes_through_the_tunnel_once_there_is_one() -> None:
    later, before = train(LONDON, PARIS, date(2010, 5, 1)), train(LONDON, PARIS, date(1985, 5, 1))
    assert later.basis == ALONG_ROADS
    assert later.time.brisk is not None
    assert before.time.brisk is None
    assert any("of water" in need for need in before.needs)
    assert {segment.mode for segment in later.segments} == {"rail"}


@pytest.mark.parametrize("modes", [(), ("rail",)])
def test_a_train_takes_the_bridge_where_cars_take_the_ferry(modes: tuple[str, ...]) -> None:
    routes = find_routes(LegQuery(STOCKHOLM, COPENHAGEN, date(2023, 8, 10), modes), open_world())
    (route,) = (one for one in routes if one.mode == "rail")
    assert route.time.typical is not None
    assert route.km < 750


def test_no_train_reaches_an_island(toy_world: World) -> None:
    assert rail_along_roads(LegQuery(PLACES["Boria"], PLACES["Insel"], None), (), toy_world) is None
