from datetime import date

import pytest

from toyworld import PLACES
from wayproof.travel.routes import LegQuery
from wayproof.travel.search import find_routes
from wayproof.travel.streets import StreetPath
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind, Place

DAY = date(2023, 8, 10)
FARM = Place("toy:farm", "Farm", Kind.CITY, "AA", 1.05, 0.5, 1.0, "toy")


class Grid:
    """Streets that run north-south and east-west only, and reach 30 km."""

    def __init__(self):
        self.asked = []

    def path(self, origin, destination, *, on_foot):
        self.asked.append((origin, destination, on_foot))
        if distance_km(*origin, *destination) > 30:
            return None
        corner = (origin[0], destination[1])
        km = distance_km(*origin, *corner) + distance_km(*corner, *destination)
        return StreetPath(km, (origin, corner, destination), "test grid")

    def notes(self):
        return ()


def test_a_short_leg_is_measured_along_streets(toy_world):
    near = Place("toy:near", "Near", Kind.CITY, "AA", 1.05, 0.55, 1.0, "toy")
    found = find_routes(LegQuery(FARM, near, DAY, ("foot",)), toy_world, streets=Grid())
    route = next(route for route in found if route.segments[0].basis == "streets")
    assert route.km == pytest.approx(distance_km(1.05, 0.5, 1.05, 0.55))
    assert "test grid" in route.note
    assert route.countries == ("AA",)


def test_the_ends_of_a_long_leg_follow_streets(toy_world):
    query = LegQuery(FARM, PLACES["Belder"], DAY, ("car",))
    plain = {route.countries: route for route in find_routes(query, toy_world) if route.segments[0].km < 30}
    found = [route for route in find_routes(query, toy_world, streets=Grid()) if route.segments[0].basis == "streets"]
    assert found
    for route in found:
        before = plain[route.countries]
        assert before.segments[0].basis == "access"
        assert route.segments[0].geometry[0] == (FARM.lat, FARM.lon)
        assert route.borders == before.borders
        assert "ends along streets" in route.note


def test_streets_without_data_change_nothing(toy_world):
    class Nothing(Grid):
        def path(self, *_ends, **_options):
            return None

    query = LegQuery(FARM, PLACES["Belder"], DAY)
    assert find_routes(query, toy_world, streets=Nothing()) == find_routes(query, toy_world)
