"""The ground under the journey: land, coast, lakes, borders and names, from the project's own data.

Drawn in two rings. The inner one, which holds the journey with room around it, has the detail that a few zoom steps can
show; the outer one is coarse and keeps the edge of the map from being empty. Outside of it there is nothing to see.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from wayproof.show.frame import EDGE_DEG, HALF_TURN, frame_of, grown, turns
from wayproof.show.placenames import country_names, town_names
from wayproof.show.scene import TURN
from wayproof.world.cartography import LEVELS_DEG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely import LineString, MultiLineString, MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    from wayproof.show.scene import Bounds
    from wayproof.world.atlas import World

    Points = NDArray[np.float64]

G = TypeVar("G", bound="BaseGeometry")
DIGITS = 4
"""Decimals of a degree in the encoded lines: 11 m at most, finer than the data."""
INNER_DETAIL = 1 / 2500
"""Tolerance of the inner ring as a share of the journey's size: about a pixel at two zoom steps further in."""
OUTER_DETAIL = 1 / 400
STRETCH = 4.0
"""How much coarser than wanted the ground may be to be taken as it is stored: still a pixel at first sight."""
LINE_DETAIL = 1 / 3000
"""Tolerance of the border lines in sight."""
LEAST_LAND_SHARE = 2.0
"""Islands and lakes smaller than a square of this many tolerances are left out of the ring."""
CHUNK_BITS = 5
CHUNKS = 6
CHAR_ZERO = 63


def encode(points: Points) -> str:
    """A line of (lon, lat) as ASCII: differences of rounded coordinates, five bits a character (a polyline string)."""
    whole = np.rint(points * 10**DIGITS).astype(np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).reshape(-1)
    zigzag = np.where(steps < 0, ~(steps << 1), steps << 1)
    shifts = np.arange(CHUNKS) * CHUNK_BITS
    rest = zigzag[:, None] >> shifts
    more = (rest >> CHUNK_BITS) > 0
    codes = (rest & (2**CHUNK_BITS - 1)) + np.where(more, 2**CHUNK_BITS, 0) + CHAR_ZERO
    used = rest > 0
    used[:, 0] = True
    return bytes(codes.astype(np.uint8)[used]).decode("ascii")


def make_basemap(world: World | None, bounds: Bounds, everything: Bounds | None = None) -> dict[str, Any]:
    """The base map for a journey's bounds as the page's script wants it; without a world only the frame.

    Keys: ``outer`` (what can be panned to), ``digits``, ``land``, ``lakes`` (polygons as lists of encoded rings),
    ``coast``, ``borders`` (encoded lines), ``countries`` and ``towns`` (names with positions, most important first).
    """
    frame = frame_of(bounds, everything)
    ground: dict[str, Any] = {"outer": _latlng(frame.outer), "digits": DIGITS}
    layers: dict[str, list[Any]] = {"land": [], "lakes": [], "coast": [], "borders": [], "countries": [], "towns": []}
    if world is not None:
        fine, coarse = (_stored(frame.size_deg * detail) for detail in (INNER_DETAIL, OUTER_DETAIL))
        inner = _ground(world, frame.inner, fine)
        outer = inner if frame.inner == frame.outer else _ground(world, frame.outer, coarse)
        _draw(layers, outer, _around(frame.outer, frame.inner), coarse)
        _draw(layers, inner, (frame.inner,), fine)
        _draw_lines(layers, _lines(world, frame.outer, coarse), _around(frame.outer, frame.view))
        _draw_lines(layers, _lines(world, frame.view, frame.size_deg * LINE_DETAIL), (frame.view,))
        lines = _lines(world, frame.outer, max(coarse, LEVELS_DEG[1]))
        wide = grown(frame.view, everything or bounds)
        boxes = dict.fromkeys((frame.view, frame.inner, wide, frame.outer))
        grounds = [(box, inner.land if box in {frame.view, frame.inner} else outer.land, lines) for box in boxes]
        layers["countries"] = list(country_names(world, frame, grounds))
        layers["towns"] = list(town_names(world, frame))
    return ground | layers


@dataclass(frozen=True, slots=True)
class Ground:
    """The land and the lakes in an unwrapped box, unwrapped too."""

    land: MultiPolygon
    lakes: MultiPolygon


def _stored(tolerance_deg: float) -> float:
    """The tolerance, or somewhat more where the data are stored ready at that resolution."""
    return next((level for level in LEVELS_DEG if tolerance_deg < level <= STRETCH * tolerance_deg), tolerance_deg)


def _ground(world: World, box: Bounds, tolerance_deg: float) -> Ground:
    """Fetch what lies in a box; a box over the antimeridian is fetched turn by turn."""
    import shapely

    land: list[Polygon] = []
    lakes: list[Polygon] = []
    for part, shift in turns(box):
        land += _moved(world.borders.land_within(part, tolerance_deg=tolerance_deg), shift).geoms
        lakes += _moved(world.borders.lakes_within(part, tolerance_deg=tolerance_deg), shift).geoms
    return Ground(shapely.MultiPolygon(land), shapely.MultiPolygon(lakes))


def _lines(world: World, box: Bounds, tolerance_deg: float) -> MultiLineString:
    """The border lines in an unwrapped box."""
    import shapely

    lines: list[LineString] = []
    for part, shift in turns(box):
        lines += _moved(world.borders.lines_within(part, tolerance_deg=tolerance_deg), shift).geoms
    return shapely.MultiLineString(lines)


def _latlng(bounds: Bounds) -> list[list[float]]:
    west, south, east, north = bounds
    return [[round(south, 4), round(west, 4)], [round(north, 4), round(east, 4)]]


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


def _moved(shape: G, shift: float) -> G:
    """The shape, so many degrees further east."""
    import shapely

    moved: G = shapely.transform(shape, lambda points: np.add(points, (shift, 0.0))) if shift else shape
    return moved


def _draw(layers: dict[str, list[Any]], ground: Ground, boxes: Sequence[Bounds], tolerance_deg: float) -> None:
    """Add land, coast and lakes in the boxes to the layers; islands and lakes too small to see are left out."""
    import shapely

    least = (LEAST_LAND_SHARE * tolerance_deg) ** 2
    seams = [turn * TURN - HALF_TURN for turn in (-1, 0, 1, 2)]
    for box in boxes:
        for layer, found in (("land", ground.land), ("lakes", ground.lakes)):
            for polygon in shapely.get_parts(shapely.clip_by_rect(found, *box)):
                if polygon.geom_type != "Polygon" or polygon.area < least:
                    continue
                rings = [np.asarray(ring.coords)[:, :2] for ring in (polygon.exterior, *polygon.interiors)]
                layers[layer].append([encode(ring) for ring in rings])
                if layer == "land":
                    layers["coast"] += [encode(run) for ring in rings for run in _off_edges(ring, box, seams)]


def _draw_lines(layers: dict[str, list[Any]], lines: MultiLineString, boxes: Sequence[Bounds]) -> None:
    """Add the border lines in the boxes to the layers."""
    import shapely

    for box in boxes:
        for line in shapely.get_parts(shapely.clip_by_rect(lines, *box)):
            if line.geom_type == "LineString" and not line.is_empty:
                layers["borders"].append(encode(np.asarray(line.coords)[:, :2]))


def _off_edges(ring: Points, box: Bounds, seams: Sequence[float]) -> Iterator[Points]:
    """The runs of a ring that lie neither on an edge of the box nor on the antimeridian: the coast without the cuts."""
    west, south, east, north = box
    on_edge = np.zeros(len(ring) - 1, dtype=bool)
    for axis, value in ((0, west), (0, east), (1, south), (1, north), *((0, lon) for lon in seams)):
        at = np.abs(ring[:, axis] - value) < EDGE_DEG
        on_edge |= at[:-1] & at[1:]
    if not on_edge.any():
        yield ring
        return
    starts = np.flatnonzero(~on_edge & np.concatenate(([True], on_edge[:-1])))
    ends = np.flatnonzero(~on_edge & np.concatenate((on_edge[1:], [True])))
    for start, end in zip(starts, ends, strict=True):
        yield ring[start : end + 2]
