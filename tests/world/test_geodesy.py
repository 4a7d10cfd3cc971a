import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.errors import InputError
from wayproof.world.geodesy import (
    EQUATORIAL_RADIUS_KM,
    POLAR_RADIUS_KM,
    distance_km,
    distances_km,
    earth_centred,
    geodesic_points,
    line_distances_km,
    offset,
    point_along,
    wrap_longitude,
)

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


def test_distance_is_that_of_an_independent_implementation() -> None:
    geographiclib = pytest.importorskip("geographiclib.geodesic")
    for a_lat, a_lon, b_lat, b_lon in [
        (54.6872, 25.2797, 54.71, 20.51),
        (60.25, 25.04, 55.75, 37.62),
        (-33, 151, 40, -74),
    ]:
        expected = geographiclib.Geodesic.WGS84.Inverse(a_lat, a_lon, b_lat, b_lon)["s12"] / 1000
        assert distance_km(a_lat, a_lon, b_lat, b_lon) == pytest.approx(expected, abs=1e-6)


def test_the_quarter_meridian_is_the_published_one() -> None:
    assert distance_km(0, 0, 90, 0) == pytest.approx(10001.965729, abs=1e-5)


@settings(deadline=None)
@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_the_same_both_ways_and_never_negative(
    a_lat: float, a_lon: float, b_lat: float, b_lon: float
) -> None:
    there, back = distance_km(a_lat, a_lon, b_lat, b_lon), distance_km(b_lat, b_lon, a_lat, a_lon)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 20004


def test_distances_to_many_points_are_those_to_each() -> None:
    lats, lons = [54.7, 0.0, -45.0], [20.5, 180.0, -179.9]
    expected = [distance_km(55.0, 25.0, lat, lon) for lat, lon in zip(lats, lons, strict=True)]
    assert distances_km(55.0, 25.0, lats, lons) == pytest.approx(expected)


def test_a_line_is_as_long_as_its_steps() -> None:
    assert line_distances_km([0, 0, 1], [0, 1, 1]) == pytest.approx([0, 111.3195, 111.3195 + 110.5744], abs=1e-3)
    assert line_distances_km([5], [5]).tolist() == [0]


def test_points_along_a_geodesic_are_close_enough_and_add_up() -> None:
    points = geodesic_points(54.7, 25.3, 38.9, -77.0, step_km=100)
    steps = [distance_km(*a, *b) for a, b in itertools.pairwise(points)]
    assert max(steps) <= 100
    assert sum(steps) == pytest.approx(distance_km(54.7, 25.3, 38.9, -77.0))
    assert points[0] == (54.7, 25.3)
    assert points[-1] == (38.9, -77.0)


def test_halfway_is_as_far_from_both_ends() -> None:
    middle = point_along((50, 170), (50, -170), 0.5)
    assert abs(middle[1]) == pytest.approx(180)
    assert middle[0] > 50


@settings(deadline=None)
@given(st.floats(-80, 80), LONGITUDES, st.floats(0, 360), st.floats(0, 5000))
def test_an_offset_is_as_far_as_it_says(lat: float, lon: float, bearing: float, km: float) -> None:
    assert distance_km(lat, lon, *offset(lat, lon, bearing, km)) == pytest.approx(km, abs=1e-6)


def test_earth_centred_axes_are_the_radii() -> None:
    assert earth_centred(0, 0) == pytest.approx([EQUATORIAL_RADIUS_KM, 0, 0])
    assert earth_centred(90, 0) == pytest.approx([0, 0, POLAR_RADIUS_KM])
    assert earth_centred(np.array([0.0, 0.0]), np.array([90.0, -180.0])).shape == (2, 3)


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (-90.1, 0), (math.nan, 0), (0, math.inf)])
def test_a_point_off_the_earth_is_an_input_error(lat: float, lon: float) -> None:
    with pytest.raises(InputError, match="no point on Earth"):
        distance_km(lat, lon, 0, 0)


def test_a_step_of_nothing_is_an_input_error() -> None:
    with pytest.raises(InputError, match="step_km"):
        geodesic_points(0, 0, 1, 1, step_km=0)


def test_longitudes_wrap() -> None:
    assert [wrap_longitude(lon) for lon in (181, -181, 360, 540, 25.5, -180)] == [-179, 179, 0, -180, 25.5, -180]
