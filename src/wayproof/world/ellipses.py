"""Geodesic ellipses: the ground from which two points together are not too far.

What time geography calls a prism stands on such an ellipse: whoever goes from one point to the other by way of a third
covers both distances, and can only have been where their sum is small enough. (Hägerstrand, "What about people in
regional science?", Papers of the Regional Science Association 24, 1970; Miller, "Modelling accessibility using
space-time prism concepts within GIS", International Journal of GIS 5, 1991.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.world.geodesy import (
    check_position,
    distance_km,
    distances_km,
    offsets,
    point_along,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import MultiPolygon
    from shapely.geometry.base import BaseGeometry

CORNERS: Final = 72
"""Corners of the outline: it is then within about a thousandth of its size of the true one."""

HALVINGS: Final = 18
"""How often the distance of a corner is halved in on: to a few dozen metres across half the Earth."""

WIDEST: Final = 0.505
"""No corner lies farther from the middle than half the sum; a little more for the ellipsoid."""

_ROUND_KM: Final = 40_007.0
"""Once round the Earth along a meridian; round the equator it is less than a thousandth more."""

LARGEST_SUM_KM: Final = _ROUND_KM / 2.0
"""Up to this sum an ellipse is smaller than the rest of the Earth; beyond it, the rest is drawn and left out."""

_FULL: Final = 360.0
_HALF: Final = 180.0
_POLE: Final = 90.0


def ellipse(a: tuple[float, float], b: tuple[float, float], sum_km: float) -> MultiPolygon:
    """The ground whose distances from two points add up to a sum at most.

    Parameters
    ----------
    a, b
        The two points (lat, lon); one point twice gives a circle.
    sum_km
        The greatest sum of both distances, km.

    Returns
    -------
    shapely.MultiPolygon
        In degrees (lon, lat) between -180 and 180, cut along the antimeridian where it crosses it, and drawn up to the
        pole where it holds one. Empty where the sum is less than the distance between the points; the whole Earth
        where it is more than any sum can be.
    """
    from shapely import MultiPolygon

    for lat, lon in (a, b):
        check_position(lat, lon)
    apart_km = distance_km(*a, *b)
    if sum_km <= apart_km:
        return MultiPolygon()
    if sum_km <= LARGEST_SUM_KM:
        return _parts(_outline(a, b, apart_km, sum_km))
    rest_km = _ROUND_KM - sum_km
    if rest_km <= apart_km:
        return _parts(_world())
    beyond = ellipse(_antipode(a), _antipode(b), rest_km)
    return _parts(_world().difference(beyond))


def _outline(a: tuple[float, float], b: tuple[float, float], apart_km: float, sum_km: float) -> BaseGeometry:
    """The ellipse around the middle of the two points, cut to the map."""
    from shapely import box
    from shapely.affinity import translate
    from shapely.geometry import Polygon
    from shapely.ops import unary_union

    centre = point_along(a, b, 0.5)
    bearings = _bearings(centre, b, apart_km, sum_km)
    lats, lons = _rim((a, b), centre, bearings, sum_km)
    steps = (np.diff(lons, append=lons[0]) + _HALF) % _FULL - _HALF
    east = np.concatenate([[lons[0]], lons[0] + np.cumsum(steps)])
    ring = list(zip(east, np.append(lats, lats[0]), strict=True))
    if abs(east[-1] - east[0]) > _HALF:
        pole = _POLE if distance_km(_POLE, 0.0, *a) + distance_km(_POLE, 0.0, *b) <= sum_km else -_POLE
        ring += [(east[-1], pole), (east[0], pole)]
    whole = Polygon(ring).buffer(0.0)
    turns = [-1, 0, 1, 2, -2]
    pieces = [
        translate(whole.intersection(box(-_HALF + turn * _FULL, -_POLE, _HALF + turn * _FULL, _POLE)), -turn * _FULL)
        for turn in turns
    ]
    return unary_union([piece for piece in pieces if not piece.is_empty])


def _bearings(
    centre: tuple[float, float], b: tuple[float, float], apart_km: float, sum_km: float
) -> NDArray[np.float64]:
    """The bearings of the corners from the centre, so spread that the narrow ends get their share."""
    half_km, focus_km = sum_km / 2.0, apart_km / 2.0
    width_km = float(np.sqrt(half_km**2 - focus_km**2))
    turn = np.linspace(0.0, 2.0 * np.pi, CORNERS, endpoint=False)
    axis = _bearing(centre, b) if apart_km else 0.0
    return np.asarray(np.degrees(np.arctan2(width_km * np.sin(turn), half_km * np.cos(turn))) + axis)


def _bearing(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The bearing of `b` seen from `a`, degrees from north, on a sphere: it only spreads the corners."""
    lat_a, lon_a, lat_b, lon_b = np.radians([*a, *b])
    east = np.sin(lon_b - lon_a) * np.cos(lat_b)
    north = np.cos(lat_a) * np.sin(lat_b) - np.sin(lat_a) * np.cos(lat_b) * np.cos(lon_b - lon_a)
    return float(np.degrees(np.arctan2(east, north)))


def _rim(
    foci: tuple[tuple[float, float], tuple[float, float]],
    centre: tuple[float, float],
    bearings: NDArray[np.float64],
    sum_km: float,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The points on all bearings where the sum of the distances is reached, by halving."""
    near, far = np.zeros(len(bearings)), np.full(len(bearings), sum_km * WIDEST)
    for _ in range(HALVINGS):
        middle = (near + far) / 2.0
        lats, lons = offsets(*centre, bearings, middle)
        inside = sum(distances_km(*focus, lats, lons) for focus in foci) <= sum_km
        near, far = np.where(inside, middle, near), np.where(inside, far, middle)
    return offsets(*centre, bearings, near)


def _antipode(point: tuple[float, float]) -> tuple[float, float]:
    lat, lon = point
    return -lat, lon - _HALF if lon > 0.0 else lon + _HALF


def _world() -> BaseGeometry:
    from shapely import box

    return box(-_HALF, -_POLE, _HALF, _POLE)


def _parts(shape: BaseGeometry) -> MultiPolygon:
    from shapely import MultiPolygon, get_parts

    return MultiPolygon([part for part in get_parts(shape) if part.geom_type == "Polygon" and part.area > 0.0])
