"""Distances and lines on the WGS84 ellipsoid.

Every kilometre that the program reports comes from here. Coordinates are degrees, latitude first;
distances are kilometres along the geodesic (Karney's method, by way of PROJ: exact to nanometres).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray
    from pyproj import Geod

EQUATORIAL_RADIUS_KM: Final = 6378.137
"""Semi-major axis of WGS84, km (NIMA TR8350.2)."""

FLATTENING: Final = 1 / 298.257223563
"""Flattening of WGS84 (NIMA TR8350.2)."""

POLAR_RADIUS_KM: Final = EQUATORIAL_RADIUS_KM * (1 - FLATTENING)
"""Semi-minor axis of WGS84, km."""

_POLE: Final = 90.0
_ANTIMERIDIAN: Final = 180.0
_METRES: Final = 1000.0


@lru_cache(maxsize=1)
def _ellipsoid() -> Geod:
    # Loading PROJ costs about 0.1 s: only a process that measures something pays for it.
    from pyproj import Geod

    return Geod(ellps="WGS84")


def distance_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """The geodesic distance between two points, km.

    Raises
    ------
    InputError
        A latitude beyond 90 degrees, or a coordinate that is no finite number.
    """
    for lat, lon in ((a_lat, a_lon), (b_lat, b_lon)):
        check_position(lat, lon)
    return float(_ellipsoid().inv(a_lon, a_lat, b_lon, b_lat)[2]) / _METRES


def distances_km(lat: float, lon: float, lats: ArrayLike, lons: ArrayLike) -> NDArray[np.float64]:
    """The geodesic distances from one point to many, km, in the shape of ``lats``."""
    check_position(lat, lon)
    to_lats = np.asarray(lats, dtype=np.float64)
    to_lons = np.broadcast_to(np.asarray(lons, dtype=np.float64), to_lats.shape)
    from_lats, from_lons = np.full(to_lats.shape, lat), np.full(to_lats.shape, lon)
    metres = _ellipsoid().inv(from_lons, from_lats, to_lons, to_lats)[2]
    return np.asarray(metres, dtype=np.float64) / _METRES


def pair_distances_km(lats: ArrayLike, lons: ArrayLike, to_lats: ArrayLike, to_lons: ArrayLike) -> NDArray[np.float64]:
    """The geodesic distances between points and as many others, pair by pair, km."""
    metres = _ellipsoid().inv(
        np.asarray(lons, dtype=np.float64), np.asarray(lats, dtype=np.float64),
        np.asarray(to_lons, dtype=np.float64), np.asarray(to_lats, dtype=np.float64),
    )[2]  # fmt: skip
    return np.asarray(metres, dtype=np.float64) / _METRES


def line_distances_km(lats: ArrayLike, lons: ArrayLike) -> NDArray[np.float64]:
    """The distance of each vertex of a line from its start, km, along geodesics; the first is 0."""
    lat, lon = np.asarray(lats, dtype=np.float64), np.asarray(lons, dtype=np.float64)
    travelled = np.zeros(len(lat))
    if len(lat) > 1:
        metres = _ellipsoid().inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2]
        np.cumsum(np.asarray(metres) / _METRES, out=travelled[1:])
    return travelled


def point_along(a: tuple[float, float], b: tuple[float, float], fraction: float) -> tuple[float, float]:
    """The point (lat, lon) at a fraction of the geodesic from ``a`` to ``b``; 0 is ``a``, 1 is ``b``."""
    for lat, lon in (a, b):
        check_position(lat, lon)
    azimuth, _, metres = _ellipsoid().inv(a[1], a[0], b[1], b[0])
    lon, lat, _ = _ellipsoid().fwd(a[1], a[0], azimuth, metres * fraction)
    return float(lat), float(lon)


def geodesic_points(
    a_lat: float, a_lon: float, b_lat: float, b_lon: float, *, step_km: float
) -> tuple[tuple[float, float], ...]:
    """Points (lat, lon) along a geodesic, both ends included, at most ``step_km`` apart."""
    if not step_km > 0:
        message = f"step_km is {step_km}; it must be more than 0."
        raise InputError(message)
    pieces = max(1, math.ceil(distance_km(a_lat, a_lon, b_lat, b_lon) / step_km))
    between = _ellipsoid().npts(a_lon, a_lat, b_lon, b_lat, pieces - 1) if pieces > 1 else []
    return ((a_lat, a_lon), *((float(lat), float(lon)) for lon, lat in between), (b_lat, b_lon))


def offset(lat: float, lon: float, bearing_deg: float, km: float) -> tuple[float, float]:
    """The point (lat, lon) that lies ``km`` away along the geodesic that leaves at a bearing (degrees from north)."""
    check_position(lat, lon)
    to_lon, to_lat, _ = _ellipsoid().fwd(lon, lat, bearing_deg, km * _METRES)
    return float(to_lat), float(to_lon)


def offsets(
    lat: float, lon: float, bearings_deg: ArrayLike, kms: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The points (lats, lons) that lie so many kilometres away from one point on so many bearings."""
    check_position(lat, lon)
    to, far = np.asarray(bearings_deg, dtype=np.float64), np.asarray(kms, dtype=np.float64)
    lons, lats, _ = _ellipsoid().fwd(np.full(to.shape, lon), np.full(to.shape, lat), to, far * _METRES)
    return np.asarray(lats, dtype=np.float64), np.asarray(lons, dtype=np.float64)


def earth_centred(lats: ArrayLike, lons: ArrayLike) -> NDArray[np.float64]:
    """Earth-centred, Earth-fixed coordinates of points on the ellipsoid, km; the last axis is x, y, z.

    Straight-line distances between such points order near points as geodesics do, and a search with them
    knows neither poles nor the antimeridian.
    """
    lat, lon = np.radians(np.asarray(lats, dtype=np.float64)), np.radians(np.asarray(lons, dtype=np.float64))
    squeeze = (1 - FLATTENING) ** 2
    normal = EQUATORIAL_RADIUS_KM / np.sqrt(np.cos(lat) ** 2 + squeeze * np.sin(lat) ** 2)
    return np.stack(
        [normal * np.cos(lat) * np.cos(lon), normal * np.cos(lat) * np.sin(lon), normal * squeeze * np.sin(lat)],
        axis=-1,
    )


def check_position(lat: float, lon: float) -> None:
    """Accept a latitude from -90 to 90 and any finite longitude.

    Raises
    ------
    InputError
        The coordinates are not a point on Earth.
    """
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= _POLE):
        message = f"({lat}, {lon}) is no point on Earth: latitude goes from -90 to 90, longitude from -180 to 180."
        raise InputError(message)


def wrap_longitude(lon: float) -> float:
    """The same meridian between -180 and 180 degrees."""
    if -_ANTIMERIDIAN <= lon <= _ANTIMERIDIAN:
        return lon
    return (lon + _ANTIMERIDIAN) % (2 * _ANTIMERIDIAN) - _ANTIMERIDIAN
