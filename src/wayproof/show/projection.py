"""From degrees to the plane of a picture: Web Mercator, as in the interactive map, so that both show one shape."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wayproof.show.frame import NORTH_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from wayproof.show.scene import Bounds, Position

    Points = NDArray[np.float64]

FURTHEST_LAT = 85.0
KM_PER_DEGREE = 111.2
MOST_DEGREES = 540.0
"""A journey round the world ends where it began, a turn further on: both ends are shown."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """A rectangle of the Mercator plane on a picture.

    Attributes
    ----------
    width, height
        In pixels.
    scale
        Pixels for a degree of longitude.
    west, north
        The plane's coordinates of the upper left corner, in degrees of longitude and of stretched latitude.
    """

    width: float
    height: float
    scale: float
    west: float
    north: float

    def points(self, lonlat: Points) -> Points:
        """Rows of (lon, lat) as rows of (x, y)."""
        x = (lonlat[:, 0] - self.west) * self.scale
        return np.column_stack((x, (self.north - stretched(lonlat[:, 1])) * self.scale))

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """One position as (x, y)."""
        x, y = self.points(np.array([[lon, lat]]))[0].tolist()
        return x, y

    def line(self, positions: Iterable[Position]) -> Points:
        """Positions (lat, lon) as rows of (x, y)."""
        return self.points(np.array([(lon, lat) for lat, lon in positions], dtype=np.float64).reshape(-1, 2))

    def km(self, pixels: float, y: float) -> float:
        """How many kilometres so many pixels are, from west to east, at a height of the picture."""
        lat = math.degrees(2 * math.atan(math.exp(math.radians(self.north - y / self.scale))) - math.pi / 2)
        return pixels / self.scale * KM_PER_DEGREE * math.cos(math.radians(lat))


def stretched(lats: Points) -> Points:
    """Latitudes as the Mercator plane has them, in degrees of longitude at the equator."""
    safe = np.radians(np.clip(lats, -FURTHEST_LAT, FURTHEST_LAT))
    stretched_lats: Points = np.degrees(np.log(np.tan(np.pi / 4 + safe / 2)))
    return stretched_lats


def fitted(bounds: Bounds, width: float, height: float, pads: tuple[float, float, float, float]) -> Viewport:
    """The viewport that holds bounds inside a picture of a size, with room around it (left, top, right, bottom)."""
    west, south, east, north = bounds
    low, high = stretched(np.array([south, north])).tolist()
    left, top, right, bottom = pads
    free_x, free_y = width - left - right, height - top - bottom
    scale = min(free_x / (east - west), free_y / (high - low))
    scale = max(scale, width / MOST_DEGREES)
    middle_x, middle_y = (west + east) / 2, (low + high) / 2
    ceiling, floor = stretched(np.array([NORTH_LIMIT, -NORTH_LIMIT])).tolist()
    upper = min(ceiling, max(floor + height / scale, middle_y + (top + free_y / 2) / scale))
    return Viewport(width, height, scale, middle_x - (left + free_x / 2) / scale, upper)
