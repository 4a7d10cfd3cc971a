"""How much of a line runs over water."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import shapely

from wayproof.world.geodesy import distance_km, geodesic_points, line_distances_km

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def unfrozen_water_km(line: Sequence[tuple[float, float]], coasts: Coasts) -> float:
    """As :func:`water_km`, without the polar pack and the ice shelves, on which people ski and drive dogs."""
    runs: list[list[tuple[float, float]]] = [[]]
    for here, there in pairwise(line):
        if all(point[0] >= ICE_NORTH_DEG for point in (here, there)) or all(
            point[0] <= ICE_SOUTH_DEG for point in (here, there)
        ):
            runs.append([])
            continue
        runs[-1] += [there] if runs[-1] else [here, there]
    return sum(water_km(run, coasts) for run in runs if run)


OPEN_WATER_KM = 2.0
"""So much sea on the straight line parts two places; less may be a harbour or the error of a coast line."""
STEP_KM = 25.0
"""Distance between the points of the line that is looked at."""


def parted_by_sea(a: tuple[float, float], b: tuple[float, float], coasts: Coasts) -> bool:
    """Whether the straight line between two points, (lat, lon) in degrees, crosses open sea; lakes do not count."""
    return water_km(geodesic_points(*a, *b, step_km=STEP_KM), _Seas(coasts)) >= OPEN_WATER_KM


@dataclass(frozen=True, slots=True)
class _Seas:
    """The coasts without the lakes: a road may be missing from the data beside a lake, and goes round it."""

    coasts: Coasts

    def land_within(self, bounds: tuple[float, float, float, float], *, tolerance_deg: float) -> MultiPolygon:
        return self.coasts.land_within(bounds, tolerance_deg=tolerance_deg)

    def lakes_within(self, bounds: tuple[float, float, float, float], *, tolerance_deg: float) -> MultiPolygon:  # noqa: ARG002 - the protocol's
        from shapely import MultiPolygon

        return MultiPolygon()
