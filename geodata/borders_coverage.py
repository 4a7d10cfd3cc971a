"""Makes the coverage: every point gets one holder, and the territory of each holder is cut into its parts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from borders_source import (
    GRID_DEG,
    Holder,
    area_km2,
    as_multipolygon,
    land_within,
    natural_earth,
    polygons_of,
    read_holders,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

SLIVER_DEG: Final = 0.0015
"""Gaps narrower than this (150 m or so) are two drawings of one line: one of the neighbours gets them."""
SMALL_PART_KM2: Final = 5.0
SMALLEST_PART_KM2: Final = 0.01
NOTHING_KM2: Final = 0.001
"""The smallest real exclave, one of Baarle-Hertog's parcels, is twice as large."""
SAME_SHAPE: Final = 0.5
WHOLE: Final = 0.99
LEFTOVER_SHARE: Final = 0.3
CLAIM_KM2: Final = 1.0
CLAIM_TOLERANCE_DEG: Final = 0.001
GAP_KM2: Final = 1000.0
LAND_SHARE: Final = 0.5

_SEAM_DEG: Final = 180.0


@dataclass(slots=True)
class Claims:
    """Who else claims what: whole territories (sovereign, dependency) and areas inside a holder's territory."""

    whole: list[tuple[str, str]] = field(default_factory=list)
    areas: list[tuple[str, str, BaseGeometry]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Territory:
    """One connected part of a country."""

    country: str
    index: int
    shape: MultiPolygon
    area_km2: float
    land_km2: float
    lat: float
    lon: float


def make_coverage(source: dict[str, MultiPolygon], land: MultiPolygon) -> tuple[dict[str, MultiPolygon], Claims]:
    """Countries without overlaps or slivers, and the claims that the overlaps were."""
    shapes = dict(source)
    claims = Claims()
    holders = read_holders()
    for loser, holder, area in decide_overlaps(source, holders):
        shapes[loser] = as_multipolygon([shapely.difference(shapes[loser], source[holder], grid_size=GRID_DEG)])
        if area is None:
            claims.whole.append((loser, holder))
        else:
            claims.areas.append((loser, holder, area))
    hand_over_leftovers(shapes, claims, source, land)
    for row in holders:
        if row.rule == "base":
            shapes[row.holder] = with_base(shapes, row)
    for code, shape in shapes.items():
        shapes[code] = without_leftovers(shape, source[code])
    codes = list(shapes)
    cleaned = shapely.coverage_clean([shapes[code] for code in codes], gap_width=SLIVER_DEG)
    filled = fill_gaps(dict(zip(codes, cleaned, strict=True)), holders, land)
    cleaned = shapely.coverage_clean([filled[code] for code in codes], gap_width=SLIVER_DEG)
    result = {
        code: without_leftovers(as_multipolygon([shape]), shapes[code], smallest_km2=SMALLEST_PART_KM2)
        for code, shape in zip(codes, cleaned, strict=True)
    }
    return result, claims


def decide_overlaps(
    source: dict[str, MultiPolygon], holders: Sequence[Holder]
) -> Iterable[tuple[str, str, BaseGeometry | None]]:
    """For each overlap worth naming: who does not hold it, who does, and the area (None: all of the holder's)."""
    codes = list(source)
    shapes = list(source.values())
    ruled = {(row.first, row.second): row.holder for row in holders if row.rule == "overlap"}
    tree = shapely.STRtree(shapes)
    for first, second in sorted(zip(*tree.query(shapes, predicate="intersects"), strict=True)):
        if first >= second:
            continue
        a, b = codes[first], codes[second]
        common = as_multipolygon([shapes[first].intersection(shapes[second])])
        size = area_km2(common)
        whole_a, whole_b = (common.area > WHOLE * shapes[index].area for index in (first, second))
        if whole_a or whole_b:
            yield (b, a, None) if whole_a else (a, b, None)
        elif size >= CLAIM_KM2:
            holder = ruled.get((a, b), a)
            yield (b if holder == a else a), holder, common.simplify(CLAIM_TOLERANCE_DEG)


def hand_over_leftovers(
    shapes: dict[str, MultiPolygon], claims: Claims, source: dict[str, MultiPolygon], land: MultiPolygon
) -> None:
    """Give a dependency the waters and islets around it that are drawn only in its sovereign's polygon."""
    for sovereign in sorted({claimant for claimant, _ in claims.whole}):
        dependencies = [holder for claimant, holder in claims.whole if claimant == sovereign]
        dry_km2 = {code: sum(map(area_km2, land_within(source[code], land))) for code in dependencies}
        kept = []
        for polygon in polygons_of(shapes[sovereign]):
            common = {code: polygon.intersection(source[code]).length for code in dependencies}
            longest = max(dependencies, key=lambda code: common[code])
            islets = sum(map(area_km2, land_within(polygon, land))) if common[longest] > 0 else 0.0
            if common[longest] > 0 and islets < LEFTOVER_SHARE * dry_km2[longest]:
                shapes[longest] = as_multipolygon([shapely.union_all([shapes[longest], polygon], grid_size=GRID_DEG)])
            else:
                kept.append(polygon)
        shapes[sovereign] = shapely.MultiPolygon(kept)


def with_base(shapes: dict[str, MultiPolygon], row: Holder) -> MultiPolygon:
    """The holder's shape with the base around a point added: what Natural Earth draws and no country has."""
    countries = natural_earth("cultural/ne_10m_admin_0_countries").geometry
    around = shapely.Point(row.lon, row.lat)
    smallest = min((shape for shape in countries if shape.covers(around)), key=lambda shape: shape.area)
    base = shapely.difference(smallest, shapes[row.first], grid_size=GRID_DEG)
    large = [polygon for polygon in polygons_of(base) if area_km2(polygon) > SMALL_PART_KM2]
    return as_multipolygon([shapes[row.holder], *large])


def without_leftovers(
    shape: MultiPolygon, before: MultiPolygon, *, smallest_km2: float = SMALL_PART_KM2
) -> MultiPolygon:
    """The shape without the small scraps that a difference left over: those that had no like in the shape before."""
    kept = []
    originals = polygons_of(before)
    tree = shapely.STRtree(originals)
    for polygon in polygons_of(shape):
        size = area_km2(polygon)
        if size >= smallest_km2:
            kept.append(polygon)
        if not NOTHING_KM2 <= size < smallest_km2:
            continue
        alike = (originals[index] for index in tree.query(polygon))
        if any(polygon.intersection(o).area > SAME_SHAPE * max(o.area, polygon.area) for o in alike):
            kept.append(polygon)
    return shapely.MultiPolygon(kept)


def fill_gaps(
    shapes: dict[str, MultiPolygon], holders: Sequence[Holder], land: MultiPolygon
) -> dict[str, MultiPolygon]:
    """Give land that no country has to the neighbour with the longest line towards it, or as the table says."""
    ruled = [(shapely.Point(row.lon, row.lat), row.holder) for row in holders if row.rule == "gap"]
    added: dict[str, list[BaseGeometry]] = {code: [] for code in shapes}
    for covered in polygons_of(shapely.coverage_union_all(list(shapes.values()))):
        for gap in (shapely.Polygon(ring) for ring in covered.interiors):
            rule = [holder for point, holder in ruled if gap.covers(point)]
            if rule:
                holder = rule[0]
            elif area_km2(gap) < GAP_KM2 and on_land(gap, land):
                near = {code: shape.intersection(gap).length for code, shape in shapes.items() if shape.intersects(gap)}
                holder = max(sorted(near), key=lambda code: near[code])
            else:
                continue
            if holder:
                added[holder].append(gap)
    return {
        code: as_multipolygon([shapely.union_all([shape, *added[code]])]) if added[code] else shape
        for code, shape in shapes.items()
    }


def on_land(area: BaseGeometry, land: MultiPolygon) -> bool:
    """Whether most of a small area is land."""
    return bool(shapely.clip_by_rect(land, *area.bounds).intersection(area).area > LAND_SHARE * area.area)


def make_territories(coverage: dict[str, MultiPolygon], land: MultiPolygon) -> list[Territory]:
    """The connected parts of all countries, by country and then by falling land area."""
    territories = []
    for code, shape in coverage.items():
        parts = [measured(code, part, land) for part in joined_parts(polygons_of(shape))]
        parts.sort(key=lambda part: (-part.land_km2, -part.area_km2, part.lat, part.lon))
        territories.extend(replace(part, index=index) for index, part in enumerate(parts))
    return territories


def joined_parts(polygons: list[Polygon]) -> list[MultiPolygon]:
    """The polygons of a country, those together that meet across the antimeridian."""
    groups = [[polygon] for polygon in polygons]
    for east in [group for group in groups if group[0].bounds[2] == _SEAM_DEG]:
        south, north = east[0].bounds[1], east[0].bounds[3]
        for west in groups:
            if west is not east and west and west[0].bounds[0] == -_SEAM_DEG:
                low, high = seam_range(west[0])
                if low < north and south < high:
                    east.extend(west)
                    west.clear()
    return [shapely.MultiPolygon(group) for group in groups if group]


def seam_range(polygon: Polygon) -> tuple[float, float]:
    """The latitudes over which a polygon touches the antimeridian."""
    points = shapely.get_coordinates(polygon)
    touching = points[np.abs(points[:, 0]) == _SEAM_DEG, 1]
    return float(touching.min()), float(touching.max())


def measured(code: str, shape: MultiPolygon, land: MultiPolygon) -> Territory:
    """A part with its areas and a point inside it, on its largest piece of land if there is any."""
    dry = land_within(shape, land)
    inside = max(dry or polygons_of(shape), key=lambda polygon: polygon.area).representative_point()
    return Territory(code, 0, shape, area_km2(shape), sum(map(area_km2, dry)), inside.y, inside.x)


def bounds(shape: BaseGeometry) -> tuple[float, float, float, float]:
    """west, south, east, north; west is greater than east for a shape in two halves across the antimeridian."""
    west, south, east, north = shape.bounds
    if west == -_SEAM_DEG and east == _SEAM_DEG:
        halves = [part.bounds for part in polygons_of(shape)]
        eastern = [b[0] for b in halves if b[0] > 0]
        western = [b[2] for b in halves if b[2] < 0]
        if eastern and western and len(eastern) + len(western) == len(halves):
            return min(eastern), south, max(western), north
    return west, south, east, north
