"""The ground under the journey: land, lakes, rivers, roads, borders and names, from the project's own data.

Drawn in two rings. The inner one, which holds the journey with room around it, has the detail that a few zoom steps can
show; the outer one is coarse and keeps the edge of the map from being empty. Outside of it there is nothing to see.
The interactive map and the picture draw the same ground.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from wayproof.show.frame import EDGE_DEG, HALF_TURN, frame_of, grown, turns
from wayproof.show.highways import main_roads
from wayproof.show.placenames import country_names, town_names
from wayproof.show.scene import TURN
from wayproof.world.cartography import LEVELS_DEG

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from shapely import LineString, MultiLineString, MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    from wayproof.show.frame import Frame
    from wayproof.show.placenames import Name
    from wayproof.show.scene import Bounds
    from wayproof.world.atlas import World

    Points = NDArray[np.float64]

G = TypeVar("G", bound="BaseGeometry")
INNER_DETAIL = 1 / 2500
"""Tolerance of the inner ring as a share of the journey's size: about a pixel at two zoom steps further in."""
OUTER_DETAIL = 1 / 400
STRETCH = 5.0
"""How much coarser than wanted the ground may be to be taken as it is stored: about a pixel at first sight."""
LINE_DETAIL = 1 / 3000
"""Tolerance of the border lines in sight."""
LEAST_LAND_SHARE = 2.0
"""Islands smaller than a square of this many tolerances are left out of the ring."""
LEAST_LAKE_SHARE = 4.0
"""The same for lakes: smaller ones are shards."""
ROADS_UP_TO_DEG = 9.0
"""Around larger journeys roads would be a grey mesh."""
RIVERS_FROM_DEG, RIVERS_UP_TO_DEG = 0.8, 60.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under a journey; all lines are arrays of (lon, lat), unwrapped like the journey.

    Attributes
    ----------
    frame
        What is in sight, and the rings around it.
    land, lakes
        Polygons, each as its rings.
    borders, rivers, roads
        Lines.
    cuts
        Meridians and parallels at which the land was cut: along them a ring is no coast.
    countries, towns
        Names with their spots, the most important first.
    digits
        Decimals of a degree that the lines are true to.
    """

    frame: Frame
    land: tuple[tuple[Points, ...], ...] = ()
    lakes: tuple[tuple[Points, ...], ...] = ()
    borders: tuple[Points, ...] = ()
    rivers: tuple[Points, ...] = ()
    roads: tuple[Points, ...] = ()
    cuts: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    countries: tuple[Name, ...] = ()
    towns: tuple[Name, ...] = ()
    digits: int = 4


def lay_ground(
    world: World | None, bounds: Bounds, everything: Bounds | None = None, *, named: Collection[str] = ()
) -> Ground:
    """The ground for a journey's bounds; without a world only the frame.

    Parameters
    ----------
    world
        Where the ground comes from.
    bounds
        What is in sight at first.
    everything
        What other itineraries show when they are switched on.
    named
        Towns that need no name on the ground, because they have one as stops.
    """
    frame = frame_of(bounds, everything)
    if world is None:
        return Ground(frame)
    fine, coarse = (_stored(frame.size_deg * detail) for detail in (INNER_DETAIL, OUTER_DETAIL))
    one_ring = frame.inner == frame.outer
    inner = _fetch(world, frame.inner, fine)
    outer = inner if one_ring else _fetch(world, frame.outer, coarse)
    rings: list[tuple[_Surface, tuple[Bounds, ...], float]] = [(inner, (frame.inner,), fine)]
    if not one_ring:
        rings.insert(0, (outer, _around(frame.outer, frame.inner), coarse))
    land: list[tuple[Points, ...]] = []
    lakes: list[tuple[Points, ...]] = []
    for found, within, tolerance in rings:
        land += _pieces(found.land, within, LEAST_LAND_SHARE * tolerance)
        lakes += _pieces(found.lakes, within, LEAST_LAKE_SHARE * tolerance)
    far = _lines(world.borders.lines_within, frame.outer, coarse)
    near_by = _lines(world.borders.lines_within, frame.view, _stored(frame.size_deg * LINE_DETAIL))
    borders = [*_runs(far, _around(frame.outer, frame.view)), *_runs(near_by, (frame.view,))]
    wide = grown(frame.view, everything or bounds)
    boxes = tuple(dict.fromkeys((frame.view, frame.inner, wide, frame.outer)))
    coarse_lines = _lines(world.borders.lines_within, frame.outer, max(coarse, LEVELS_DEG[1]))
    grounds = [(box, inner.land if box in {frame.view, frame.inner} else outer.land, coarse_lines) for box in boxes]
    towns = tuple(town_names(world, frame))
    return Ground(
        frame,
        land=tuple(land),
        lakes=tuple(lakes),
        borders=tuple(borders),
        rivers=_rivers(world, frame, fine),
        roads=_roads(world, frame, fine, towns),
        cuts=_cuts(frame),
        countries=tuple(country_names(world, frame, grounds)),
        towns=tuple(name for name in towns if name.text not in named),
        digits=_digits(fine),
    )


@dataclass(frozen=True, slots=True)
class _Surface:
    """The land and the lakes in an unwrapped box, unwrapped too."""

    land: MultiPolygon
    lakes: MultiPolygon


def _stored(tolerance_deg: float) -> float:
    """The tolerance, or somewhat more where the data are stored ready at that resolution."""
    return next((level for level in LEVELS_DEG if tolerance_deg < level <= STRETCH * tolerance_deg), tolerance_deg)


def _digits(tolerance_deg: float) -> int:
    """Decimals that keep rounding to a tenth of the tolerance, four (11 m) at most: finer than the data."""
    return max(2, min(4, math.ceil(-math.log10(tolerance_deg / 10))))


def _fetch(world: World, box: Bounds, tolerance_deg: float) -> _Surface:
    """Fetch what lies in a box; a box over the antimeridian is fetched turn by turn."""
    import shapely

    land: list[Polygon] = []
    lakes: list[Polygon] = []
    for part, shift in turns(box):
        land += _moved(world.borders.land_within(part, tolerance_deg=tolerance_deg), shift).geoms
        lakes += _moved(world.borders.lakes_within(part, tolerance_deg=tolerance_deg), shift).geoms
    return _Surface(shapely.MultiPolygon(land), shapely.MultiPolygon(lakes))


def _lines(source: Callable[..., MultiLineString], box: Bounds, tolerance_deg: float) -> MultiLineString:
    """The lines that a source has in an unwrapped box."""
    import shapely

    lines: list[LineString] = []
    for part, shift in turns(box):
        lines += _moved(source(part, tolerance_deg=tolerance_deg), shift).geoms
    return shapely.MultiLineString(lines)


def _rivers(world: World, frame: Frame, tolerance_deg: float) -> tuple[Points, ...]:
    """The rivers of the inner ring; the data are too coarse for maps of a district."""
    if not RIVERS_FROM_DEG <= frame.size_deg <= RIVERS_UP_TO_DEG:
        return ()

    def courses(part: Bounds, *, tolerance_deg: float) -> MultiLineString:
        import shapely

        found = world.borders.rivers_within(part, tolerance_deg=tolerance_deg)
        return shapely.MultiLineString([line for river in found for line in river.course.geoms])

    return tuple(_runs(_lines(courses, frame.inner, tolerance_deg), (frame.inner,)))


def _roads(world: World, frame: Frame, tolerance_deg: float, towns: Sequence[Name]) -> tuple[Points, ...]:
    """The roads of the inner ring that join its towns."""
    if frame.size_deg > ROADS_UP_TO_DEG:
        return ()
    found: list[Points] = []
    for part, shift in turns(frame.inner):
        here = [(lat, lon - shift) for lat, lon in (town.spots[0] for town in towns)]
        inside = [at for at in here if part[0] < at[1] < part[2] and part[1] < at[0] < part[3]]
        found += [np.add(line, (shift, 0.0)) for line in main_roads(world.roads, part, tolerance_deg, inside)]
    return tuple(found)


def _around(outer: Bounds, inner: Bounds) -> tuple[Bounds, ...]:
    """The outer ring without the inner one, as up to four boxes."""
    west, south, east, north = outer
    boxes = (
        (west, south, inner[0], north),
        (inner[2], south, east, north),
        (inner[0], south, inner[2], inner[1]),
        (inner[0], inner[3], inner[2], north),
    )
    return tuple(box for box in boxes if box[2] - box[0] > EDGE_DEG and box[3] - box[1] > EDGE_DEG)


def _cuts(frame: Frame) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where land is cut: the edges of both rings and the antimeridian on each turn of the Earth."""
    seams = [turn * TURN - HALF_TURN for turn in (-1, 0, 1, 2)]
    lons = {*seams, *(box[side] for box in (frame.inner, frame.outer) for side in (0, 2))}
    lats = {box[side] for box in (frame.inner, frame.outer) for side in (1, 3)}
    return tuple(sorted(lons)), tuple(sorted(lats))


def _moved(shape: G, shift: float) -> G:
    """The shape, so many degrees further east."""
    import shapely

    moved: G = shapely.transform(shape, lambda points: np.add(points, (shift, 0.0))) if shift else shape
    return moved


def _pieces(surface: MultiPolygon, boxes: Sequence[Bounds], least_deg: float) -> Iterator[tuple[Points, ...]]:
    """The polygons in the boxes as rings; those smaller than a square of a side in degrees are left out."""
    import shapely

    for box in boxes:
        for polygon in shapely.get_parts(shapely.clip_by_rect(surface, *box)):
            if polygon.geom_type == "Polygon" and polygon.area >= least_deg**2:
                yield tuple(shapely.get_coordinates(ring) for ring in (polygon.exterior, *polygon.interiors))


def _runs(lines: MultiLineString, boxes: Iterable[Bounds]) -> Iterator[Points]:
    """The lines in the boxes."""
    import shapely

    for box in boxes:
        for line in shapely.get_parts(shapely.clip_by_rect(lines, *box)):
            if line.geom_type == "LineString" and not line.is_empty:
                yield shapely.get_coordinates(line)


def coast_of(ground: Ground) -> Iterator[Points]:
    """The rings of the land without the stretches along its cuts."""
    for rings in ground.land:
        for ring in rings:
            yield from _off_cuts(ring, ground.cuts)


def _off_cuts(ring: Points, cuts: tuple[tuple[float, ...], tuple[float, ...]]) -> Iterator[Points]:
    on_edge = np.zeros(len(ring) - 1, dtype=bool)
    for axis, values in enumerate(cuts):
        for value in values:
            at = np.abs(ring[:, axis] - value) < EDGE_DEG
            on_edge |= at[:-1] & at[1:]
    if not on_edge.any():
        yield ring
        return
    starts = np.flatnonzero(~on_edge & np.concatenate(([True], on_edge[:-1])))
    ends = np.flatnonzero(~on_edge & np.concatenate((on_edge[1:], [True])))
    for start, end in zip(starts, ends, strict=True):
        yield ring[start : end + 2]
