"""Rough distances on a sphere, where many are compared; what is reported comes from :mod:`wayproof.world.geodesy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MEAN_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def great_circle_km(
    a_lat: float | Floats, a_lon: float | Floats, b_lat: float | Floats, b_lon: float | Floats
) -> Floats:
    """Distance on a sphere of mean Earth radius, km: within 0.6 % of the ellipsoid's."""
    p, q = np.radians(a_lat), np.radians(b_lat)
    half = np.sin((q - p) / 2) ** 2 + np.cos(p) * np.cos(q) * np.sin(np.radians(np.subtract(b_lon, a_lon)) / 2) ** 2
    return np.asarray(2 * MEAN_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))))
