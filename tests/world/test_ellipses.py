"""Geodesic ellipses against distances: what is drawn inside is near enough to both points, what is outside is not."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.world.ellipses import ellipse
from wayproof.world.geodesy import distance_km, distances_km

POINTS = st.tuples(st.floats(-89.0, 89.0), st.floats(-180.0, 180.0))
GRID = np.array([(lat, lon) for lat in range(-85, 86, 10) for lon in range(-175, 180, 10)], dtype=float)


@settings(max_examples=40, deadline=None)
@given(POINTS, POINTS, st.floats(1.05, 3.0))
def test_the_area_holds_what_is_near_enough_and_nothing_else(a, b, share):
    apart = distance_km(*a, *b)
    sum_km = min(max(200.0, apart * share), 39_000.0)
    area = ellipse(a, b, sum_km)
    assert area.is_valid
    west, south, east, north = area.bounds
    assert -180.0 <= west <= east <= 180.0
    assert -90.0 <= south <= north <= 90.0
    sums = distances_km(*a, GRID[:, 0], GRID[:, 1]) + distances_km(*b, GRID[:, 0], GRID[:, 1])
    inside = shapely.contains_xy(area, GRID[:, 1], GRID[:, 0])
    # the outline is a polygon in degrees: near the rim, and near a pole, a point may lie on either side
    clear = (np.abs(sums - sum_km) > 0.06 * sum_km + 60.0) & (np.abs(GRID[:, 0]) < 80.0)
    assert (inside == (sums <= sum_km))[clear].all()


def test_an_area_over_the_date_line_is_cut_there():
    area = ellipse((-16.5, 179.5), (-16.5, -179.0), 400.0)
    assert len(area.geoms) == 2
    assert shapely.contains_xy(area, 179.9, -16.5)
    assert shapely.contains_xy(area, -179.9, -16.5)
    assert not shapely.contains_xy(area, 0.0, -16.5)


@pytest.mark.parametrize("sign", [1, -1])
def test_an_area_that_holds_a_pole_reaches_up_to_it(sign):
    area = ellipse((sign * 85.0, 10.0), (sign * 80.0, -150.0), 3_000.0)
    assert max(area.bounds[3], -area.bounds[1]) == 90.0
    assert shapely.contains_xy(area, 100.0, sign * 89.5)
    assert not shapely.contains_xy(area, 100.0, -sign * 89.5)


def test_too_little_is_nothing_and_enough_is_the_whole_earth():
    assert ellipse((54.7, 25.3), (54.7, 20.5), 100.0).is_empty
    assert ellipse((54.7, 25.3), (54.7, 20.5), 40_007.0).bounds == (-180.0, -90.0, 180.0, 90.0)


def test_one_point_twice_gives_a_circle():
    area = ellipse((48.0, 2.0), (48.0, 2.0), 200.0)
    rim = np.asarray(area.geoms[0].exterior.coords)
    assert distances_km(48.0, 2.0, rim[:, 1], rim[:, 0]) == pytest.approx(np.full(len(rim), 100.0), rel=0.002)
