"""How much of a line runs over water."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import shapely

from wayproof.world.geodesy import distance_km, geodesic_points, line_distances_km

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from shapely import MultiPolygon

HALF_TURN = 180.0
MARGIN_DEG = 0.05
COARSE_KM = 1000.0
"""A line longer than this is laid over the coarse coast: bays matter less, and the fine one is large."""
FINE_DEG, COARSE_DEG = 0.002, 0.02


class Coasts(Protocol):
    """What tells land from water."""

    def land_within(self, bounds: tuple[float, float, float, float], *, tolerance_deg: float) -> MultiPolygon:
        """Land inside (west, south, east, north) in degrees, simplified to the tolerance."""

    def lakes_within(self, bounds: tuple[float, float, float, float], *, tolerance_deg: float) -> MultiPolygon:
        """Lakes inside the same box."""


def water_km(line: Sequence[tuple[float, float]], coasts: Coasts) -> float:
    """The kilometres of a line of (lat, lon) that lie over the sea or over a lake.

    Pieces between vertices are taken as straight in longitude and latitude, so give a long geodesic in steps. A piece
    over the antimeridian counts as water: there is open sea on all of it but some kilometres of Chukotka and Fiji.
    """
    pieces = list(pairwise(line))
    over_km = sum(distance_km(*a, *b) for a, b in pieces if abs(a[1] - b[1]) > HALF_TURN)
    kept = [(a, b) for a, b in pieces if abs(a[1] - b[1]) <= HALF_TURN]
    if not kept:
        return over_km
    kilometres = [distance_km(*a, *b) for a, b in kept]
    tolerance = COARSE_DEG if sum(kilometres) > COARSE_KM else FINE_DEG
    lines = shapely.multilinestrings(shapely.linestrings([[(a[1], a[0]), (b[1], b[0])] for a, b in kept]))
    west, south, east, north = shapely.bounds(lines)
    box = (west - MARGIN_DEG, max(south - MARGIN_DEG, -90.0), east + MARGIN_DEG, min(north + MARGIN_DEG, 90.0))
    # One overlay for the whole line: a continent's coast is walked once, not once for every piece.
    dry = shapely.intersection(lines, coasts.land_within(box, tolerance_deg=tolerance))
    dry = shapely.difference(dry, coasts.lakes_within(box, tolerance_deg=tolerance))
    dry_km = sum(
        float(line_distances_km(lat_lon[:, 1], lat_lon[:, 0])[-1])
        for lat_lon in map(shapely.get_coordinates, shapely.get_parts(dry))
        if len(lat_lon)
    )
    return over_km + max(0.0, sum(kilometres) - dry_km)


ICE_NORTH_DEG, ICE_SOUTH_DEG = 80.0, -74.0
"""Beyond these latitudes the sea is frozen or under an ice shelf all the year, and is walked on like land."""


@dataclass(frozen=True, slots=True)
class WinterIce:
    """A sea that bears people and dogs in some months of the year: from south to north, from west to east by degrees.

    A sea that lies on both sides of the antimeridian has its west east of its east.
    """

    south: float
    north: float
    west: float
    east: float
    months: frozenset[int]

    def bears(self, lat: float, lon: float, month: int) -> bool:
        """Whether people walk there in a month."""
        inside = self.west <= lon <= self.east if self.west <= self.east else lon >= self.west or lon <= self.east
        return inside and self.south <= lat <= self.north and month in self.months


WINTER_ICE = (
    # the Arctic Ocean but for its Atlantic side: from the Laptev Sea past Alaska to the Canadian islands
    WinterIce(70.0, 90.0, 100.0, -60.0, frozenset({11, 12, 1, 2, 3, 4, 5})),
    # Bering Strait: Bushby and Kieffer walked over it in March 2006
    WinterIce(65.0, 70.0, 170.0, -160.0, frozenset({1, 2, 3, 4})),
    # the straits between the Canadian islands, and Hudson Bay along its shores
    WinterIce(56.0, 70.0, -130.0, -66.0, frozenset({12, 1, 2, 3, 4, 5})),
    # the Kara Sea
    WinterIce(70.0, 90.0, 60.0, 100.0, frozenset({12, 1, 2, 3, 4})),
)
"""Recalled; drifting ice has leads, so who crosses it is slow and not always dry."""


def unfrozen_water_km(line: Sequence[tuple[float, float]], coasts: Coasts, on: date | None = None) -> float:
    """As :func:`water_km`, without the polar pack, the ice shelves and the seas that bear people on a day.

    Parameters
    ----------
    line
        Points as (lat, lon) in degrees.
    coasts
        What tells land from water.
    on
        The day of setting out; None knows no winter.
    """
    runs: list[list[tuple[float, float]]] = [[]]
    for here, there in pairwise(line):
        if all(_bears(point, on) for point in (here, there)):
            runs.append([])
            continue
        runs[-1] += [there] if runs[-1] else [here, there]
    return sum(water_km(run, coasts) for run in runs if run)


def _bears(point: tuple[float, float], on: date | None) -> bool:
    """Whether the sea at a point is walked on like land."""
    lat, lon = point
    if lat >= ICE_NORTH_DEG or lat <= ICE_SOUTH_DEG:
        return True
    return on is not None and any(sea.bears(lat, lon, on.month) for sea in WINTER_ICE)


OPEN_WATER_KM = 2.0
"""So much sea on the straight line parts two places; less may be a harbour or the error of a coast line."""
STEP_KM = 25.0
"""Distance between the points of the line that is looked at."""


def parted_by_sea(a: tuple[float, float], b: tuple[float, float], coasts: Coasts) -> bool:
    """Whether the straight line between two points, (lat, lon) in degrees, crosses open sea; lakes do not count."""
    return sea_km(a, b, coasts) >= OPEN_WATER_KM


def sea_km(a: tuple[float, float], b: tuple[float, float], coasts: Coasts) -> float:
    """Length of the straight line between two points, (lat, lon) in degrees, over open sea, km; lakes do not count."""
    return water_km(geodesic_points(*a, *b, step_km=STEP_KM), _Seas(coasts))


@dataclass(frozen=True, slots=True)
class _Seas:
    """The coasts without the lakes: a road may be missing from the data beside a lake, and goes round it."""

    coasts: Coasts

    def land_within(self, bounds: tuple[float, float, float, float], *, tolerance_deg: float) -> MultiPolygon:
        return self.coasts.land_within(bounds, tolerance_deg=tolerance_deg)

    def lakes_within(self, bounds: tuple[float, float, float, float], *, tolerance_deg: float) -> MultiPolygon:  # noqa: ARG002 - the protocol's
        from shapely import MultiPolygon

        return MultiPolygon()
