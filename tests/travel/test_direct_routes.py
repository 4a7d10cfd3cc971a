from datetime import date

import pytest

from toyworld import PLACES
from wayproof.travel.direct_routes import direct_routes
from wayproof.travel.routes import LegQuery
from wayproof.travel.search import find_routes
from wayproof.world.atlas import open_world
from wayproof.world.geodesy import distance_km
from wayproof.world.places import point

DAY = date(2023, 8, 10)


def ask(world, origin, destination, *modes, on=DAY):
    return {
        route.mode: route for route in direct_routes(LegQuery(PLACES[origin], PLACES[destination], on, modes), world)
    }


def test_without_a_stated_mode_walking_and_airliner_are_tried(toy_world):
    assert set(ask(toy_world, "Alma", "Belder")) == {"foot", "air"}


def test_nobody_takes_an_airliner_across_town(toy_world):
    assert set(ask(toy_world, "Arbor", "Bruck")) == {"foot"}


def test_a_flight_goes_between_airfields_with_roads_at_both_ends(toy_world):
    route = ask(toy_world, "Alma", "Belder", "air")["air"]
    assert [segment.mode for segment in route.segments] == ["car", "air", "car"]
    assert "Alma International" in route.note
    assert route.segments[1].km == pytest.approx(distance_km(1.05, 0.5, 1.05, 3.5))
    assert route.countries == ("AA", "BB")
    assert route.time.limit < route.time.brisk < route.time.typical


def test_a_shut_sky_at_an_end_is_a_need_with_its_source(toy_world):
    route = ask(toy_world, "Alma", "Belder", "air", on=date(2023, 9, 5))["air"]
    assert route.needs == ("needs the airspace of Eastland, closed since 2023-09-04 (toy gazette)",)
    assert route.time.typical is None
    assert route.time.limit.total_seconds() > 0
    private = ask(toy_world, "Alma", "Belder", "private_jet", on=date(2023, 9, 5))["private_jet"]
    assert private.needs
    assert private.time.typical is not None
    assert ask(toy_world, "Alma", "Belder", "air")["air"].needs == ()


def test_no_airliner_flew_in_1900(toy_world):
    assert "air" not in ask(toy_world, "Alma", "Belder", on=date(1900, 5, 1))


def test_walking_away_from_a_post_is_a_green_border(toy_world):
    route = ask(toy_world, "Alma", "Boria", "foot")["foot"]
    assert [event.kind for event in route.borders] == ["green"]
    assert route.needs == ("needs to cross the border between Westland and Eastland away from any post",)


def test_nobody_walks_to_an_island(toy_world):
    assert "foot" not in ask(toy_world, "Boria", "Insel")


def test_a_stated_walk_to_an_island_keeps_its_limit_and_says_what_it_needs(toy_world):
    route = ask(toy_world, "Boria", "Insel", "foot")["foot"]
    assert route.time.brisk is None
    assert route.time.typical is None
    assert route.time.limit.total_seconds() > 0
    assert "of water" in route.needs[0]
    assert route.borders == ()


def test_a_boat_needs_no_land(toy_world):
    route = ask(toy_world, "Boria", "Insel", "boat")["boat"]
    assert route.time.brisk is not None
    assert route.needs == ()


def test_a_helicopter_takes_the_straight_line(toy_world):
    route = ask(toy_world, "Boria", "Insel", "helicopter")["helicopter"]
    assert route.km == pytest.approx(route.geodesic_km)


def test_a_way_that_misses_the_wanted_country_is_left_out(toy_world):
    def modes(*via):
        query = LegQuery(PLACES["Alma"], PLACES["Exford"], DAY, (), via)
        return {route.mode for route in direct_routes(query, toy_world)}

    assert modes("BB") == {"foot", "air"}
    assert modes("CC") == set()


def test_an_airfield_across_the_border_costs_a_border_on_the_ground(toy_world):
    query = LegQuery(PLACES["Alma"], PLACES["Exford"], DAY, ("air",))
    (route,) = direct_routes(query, toy_world)
    assert [(event.from_country, event.to_country, event.kind) for event in route.borders] == [
        ("AA", "BB", "air"),
        ("BB", "AA", "checkpoint"),
    ]
    assert route.countries == ("AA", "BB", "AA")


def test_who_landed_flew_however_near(toy_world):
    near = LegQuery(PLACES["Arbor"], PLACES["Bruck"], DAY, airside=(False, True))
    assert "air" in {route.mode for route in direct_routes(near, toy_world)}


def test_a_large_river_asks_for_a_bridge_a_boat_or_ice_across_country_and_not_by_road():
    cairo, suez = point(30.0626, 31.2497, country="EG"), point(29.9737, 32.5263, country="EG")
    west = point(30.0, 31.0, country="EG")
    found = direct_routes(LegQuery(west, suez, DAY, ("foot",)), open_world())
    assert any("ice to cross Nile" in need for route in found for need in route.needs)
    assert any(part.name == "rivers" for route in found for part in route.time.parts)
    dry = direct_routes(LegQuery(point(30.05, 31.5, country="EG"), suez, DAY, ("foot",)), open_world())
    assert not any("ice" in need for route in dry for need in route.needs)
    by_road = [route for route in find_routes(LegQuery(cairo, suez, DAY, ("foot",)), open_world()) if not route.needs]
    assert by_road
