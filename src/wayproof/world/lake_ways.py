"""Ways over a lake: straight from shore to shore, round its headlands, to the rivers that flow in and out."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Polygon

    from wayproof.world.cartography import Basemap

    Position = tuple[float, float]

TOLERANCE_DEG: Final = 0.02
AT_LAKE_DEG: Final = 0.1
"""A place so near a lake lies at it: its middle may be some way from the harbour."""
SHORE_DEG: Final = 0.03
"""A way may stray so far over the drawn shore."""
LOOKED_AT_DEG: Final = 4.0
"""A lake is known so far from the place at it; only Lake Tanganyika and Lake Baikal are longer, and end elsewhere."""
SMALLEST_DEG2: Final = 0.002
"""Smaller islands are sailed round without a word."""
ROUGHNESS: Final = (0.02, 0.04, 0.08, 0.16, 0.32)
MOST_CORNERS, MOST_MOUTHS = 28, 10
HIGHEST_LAT: Final = 85.0


def lake_links(
    ends: Sequence[Position], nodes: tuple[NDArray[np.float64], NDArray[np.float64]], basemap: Basemap
) -> tuple[list[Position], list[tuple[int, int]]]:
    """The corners of the lakes at which places lie, and what of all sees what over the water.

    Parameters
    ----------
    ends
        Places as (lat, lon).
    nodes
        Lat and lon of n points on rivers.
    basemap
        Where the lakes are.

    Returns
    -------
    Corners as (lat, lon), and pairs of numbers: the points on rivers count from 0, the ends from n, then the corners.
    """
    lat, lon = nodes
    size = len(lat)
    corners: list[Position] = []
    pairs: list[tuple[int, int]] = []
    for lake in _lakes(ends, basemap):
        water = shapely.buffer(lake, SHORE_DEG, quad_segs=1)
        at_it = [at for at, end in enumerate(ends) if shapely.distance(lake, shapely.Point(end[::-1])) <= AT_LAKE_DEG]
        west, south, east, north = shapely.bounds(water)
        near = np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))
        inside = near[shapely.contains_xy(water, lon[near], lat[near])]
        mouths = inside[:: max(1, -(-len(inside) // MOST_MOUTHS))].tolist()
        bends = _bends(lake)
        spots = [ends[at] for at in at_it] + [(float(lat[at]), float(lon[at])) for at in mouths] + bends
        numbers = [*(size + at for at in at_it), *mouths]
        numbers += [size + len(ends) + len(corners) + at for at in range(len(bends))]
        corners += bends
        # From the middle of a town to its harbour the line runs over land.
        shores = [shapely.buffer(shapely.Point(ends[at][::-1]), AT_LAKE_DEG + SHORE_DEG, quad_segs=2) for at in at_it]
        pairs += [(numbers[a], numbers[b]) for a, b in _in_sight(spots, shapely.union_all([water, *shores]))]
    return corners, pairs


def _lakes(ends: Sequence[Position], basemap: Basemap) -> list[Polygon]:
    """The lakes at which the places lie, each once."""
    found: dict[bytes, Polygon] = {}
    for lat, lon in ends:
        near = (lon - AT_LAKE_DEG, lat - AT_LAKE_DEG, lon + AT_LAKE_DEG, lat + AT_LAKE_DEG)
        if abs(lat) > HIGHEST_LAT or basemap.lakes_within(near, tolerance_deg=TOLERANCE_DEG).is_empty:
            continue
        others = [other for other in ends if max(abs(other[0] - lat), abs(other[1] - lon)) <= 2 * LOOKED_AT_DEG]
        box = (
            max(min(other[1] for other in others) - LOOKED_AT_DEG, -180.0),
            min(other[0] for other in others) - LOOKED_AT_DEG,
            min(max(other[1] for other in others) + LOOKED_AT_DEG, 180.0),
            max(other[0] for other in others) + LOOKED_AT_DEG,
        )
        for lake in basemap.lakes_within(box, tolerance_deg=TOLERANCE_DEG).geoms:
            if shapely.distance(lake, shapely.Point(lon, lat)) <= AT_LAKE_DEG:
                found.setdefault(shapely.to_wkb(lake), lake)
    return list(found.values())


def _bends(lake: Polygon) -> list[Position]:
    """The corners of a lake that ways bend round, no more than can be looked at."""
    corners: list[Position] = []
    for roughness in ROUGHNESS:
        coarse = shapely.simplify(lake, roughness)
        islands = [ring for ring in coarse.interiors if shapely.Polygon(ring).area >= SMALLEST_DEG2]
        corners = _hollow(coarse.exterior, land=False)
        corners += [corner for ring in islands for corner in _hollow(ring, land=True)]
        if len(corners) <= MOST_CORNERS:
            break
    return corners[:MOST_CORNERS]


def _hollow(ring: shapely.LinearRing, *, land: bool) -> list[Position]:
    """The corners of a ring where the land juts out into the water."""
    points = shapely.get_coordinates(shapely.Polygon(ring).exterior)[:-1]
    inward, outward = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    turn = inward[:, 0] * outward[:, 1] - inward[:, 1] * outward[:, 0]
    turn = turn if ring.is_ccw else -turn
    kept = points[turn > 0] if land else points[turn < 0]
    return [(float(lat), float(lon)) for lon, lat in kept]


def _in_sight(spots: Sequence[Position], water: shapely.Geometry) -> list[tuple[int, int]]:
    """The pairs of spots between which the straight line runs over water."""
    tried = list(combinations(range(len(spots)), 2))
    if not tried:
        return []
    ends = np.array([(spots[a][::-1], spots[b][::-1]) for a, b in tried])
    shapely.prepare(water)
    seen = np.asarray(shapely.covers(water, shapely.linestrings(ends)))
    return [tried[at] for at in np.flatnonzero(seen).tolist()]
