from datetime import date
from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.water import unfrozen_water_km, water_km


class Coast:
    """A square of land from 0 to 10 degrees with a square lake in it."""

    land = shapely.MultiPolygon([shapely.box(0, 0, 10, 10)])
    lake = shapely.MultiPolygon([shapely.box(4, 4, 6, 6)])

    def land_within(self, _bounds, **_options):
        return self.land

    def lakes_within(self, _bounds, **_options):
        return self.lake


def test_a_way_over_land_touches_no_water():
    assert water_km([(1.0, 1.0), (1.0, 9.0)], Coast()) == pytest.approx(0.0, abs=0.1)


def test_a_lake_counts():
    assert water_km([(5.0, 1.0), (5.0, 9.0)], Coast()) == pytest.approx(distance_km(5, 4, 5, 6), rel=0.01)


def test_the_sea_counts():
    assert water_km([(1.0, 9.0), (1.0, 12.0)], Coast()) == pytest.approx(distance_km(1, 10, 1, 12), rel=0.01)


def test_the_antimeridian_is_sea():
    line = [(1.0, 179.5), (1.0, -179.5)]
    assert water_km(line, Coast()) == pytest.approx(distance_km(*line[0], *line[1]))


@given(st.tuples(*[st.floats(-60, 60).map(lambda degrees: round(degrees, 5))] * 4))
def test_never_more_water_than_way(ends):
    a, b = ends[:2], ends[2:]
    line = geodesic_points(*a, *b, step_km=100)
    length = sum(distance_km(*p, *q) for p, q in pairwise(line))
    assert 0 <= water_km(line, Coast()) <= length + 1e-6


def test_the_polar_pack_and_the_ice_shelves_are_no_open_water() -> None:
    assert unfrozen_water_km([(85.0, 1.0), (88.0, 1.0)], Coast()) == 0.0
    assert unfrozen_water_km([(-78.0, 170.0), (-84.0, 170.0)], Coast()) == 0.0
    assert unfrozen_water_km([(5.0, 1.0), (5.0, 9.0)], Coast()) == pytest.approx(distance_km(5, 4, 5, 6), rel=0.01)
    line = [(78.0, 20.0), (81.0, 20.0), (84.0, 20.0)]
    assert unfrozen_water_km(line, Coast()) == pytest.approx(distance_km(78, 20, 81, 20))


def test_the_sea_off_alaska_bears_people_in_winter_alone() -> None:
    line = [(72.0, -156.0), (76.0, -150.0), (79.0, -140.0)]
    assert unfrozen_water_km(line, Coast(), date(1968, 2, 21)) == 0.0
    assert unfrozen_water_km(line, Coast(), date(1968, 8, 21)) > 700
    assert unfrozen_water_km(line, Coast()) > 700


def test_the_barents_sea_bears_nobody_in_winter() -> None:
    assert unfrozen_water_km([(72.0, 30.0), (76.0, 30.0)], Coast(), date(1990, 2, 1)) > 400
