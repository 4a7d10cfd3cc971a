"""Names for the ground: countries where they have room, and the larger towns."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.show.frame import turns
from wayproof.show.scene import near
from wayproof.show.wording import country_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely import MultiLineString, MultiPolygon

    from wayproof.show.frame import Frame
    from wayproof.show.scene import Bounds
    from wayproof.world.atlas import World

OUTLINES_UP_TO_DEG = 20.0
"""Journeys larger than this take the positions of country names from the data."""
NAME_DETAIL = 1 / 120
NAME_SHARE = 1 / 250
"""A piece of a country gets a name when it fills this share of the box."""
NAME_STRETCH = 3.0
NAME_SPOTS = 4
NAME_PIECES = 12
"""So many of the largest pieces of countries in a box are named: there is hardly room for more."""
NAME_STEP = 0.45
"""The next spot lies at least this share of the room's radius away."""
TOWN_LIMIT = 60
TOWNS_LOOKED_AT = 500
TOWN_SPACING = 0.05
"""Towns nearer to a larger one than this share of the journey's size are not named: suburbs, mostly."""
TOWN_POPULATION_PER_DEGREE = 9_000.0
"""A town is named when it has this many inhabitants for each degree of the journey's size (5,000 at least)."""
LEAST_TOWN_POPULATION = 5_000
LARGE_TOWN = 8
"""A town of this many times the least population is written larger."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the ground: its spots (lat, lon), the best first, and from which zoom level of a web map it fits."""

    text: str
    spots: tuple[tuple[float, float], ...]
    zoom: float = 0.0
    large: bool = False


def country_names(
    world: World, frame: Frame, grounds: Sequence[tuple[Bounds, MultiPolygon, MultiLineString]]
) -> Iterator[Name]:
    """The countries around a journey with the spots where their names have room, the best first.

    Far out (a journey over continents) the label positions of the data will do.

    Parameters
    ----------
    world
        Names the countries.
    frame
        The frame of the map.
    grounds
        Boxes to look for room in, the most important first, each with land and border lines that cover it.
    """
    spots: dict[str, list[tuple[float, float]]] = {}
    zooms: dict[str, float] = {}
    if frame.size_deg > OUTLINES_UP_TO_DEG:
        for part, shift in turns(frame.inner):
            for label in world.borders.labels_within(part):
                spots.setdefault(label.name, []).append((label.lat, label.lon + shift))
                zooms[label.name] = label.min_zoom
    else:
        for box, land, lines in grounds:
            for lat, lon in _name_spots(land, lines, box):
                code = world.borders.country_at(lat, near(lon, 0.0))
                if code is not None:
                    spots.setdefault(country_text(code, world), []).append((lat, lon))
    for name, found in spots.items():
        yield Name(name, tuple(found), zooms.get(name, 0.0))


def _name_spots(land: MultiPolygon, lines: MultiLineString, box: Bounds) -> Iterator[tuple[float, float]]:
    """Where in a box the land between the borders has most room for a name, the largest pieces first."""
    import shapely

    width, height = box[2] - box[0], box[3] - box[1]
    blur = max(width, height) * NAME_DETAIL
    least = NAME_SHARE * width * height
    islands = [one for one in shapely.get_parts(shapely.clip_by_rect(land, *box)) if one.area > least]
    ground = shapely.MultiPolygon([shapely.Polygon(one.exterior) for one in islands]).simplify(blur).buffer(0)
    # Border lines end where the coast of another data set begins or a little before: a thick pen closes the gap.
    pen = shapely.clip_by_rect(lines, *box).simplify(blur).buffer(blur, quad_segs=1)
    pieces = [one for one in shapely.get_parts(ground.difference(pen)) if one.area > least]
    for piece in sorted(pieces, key=lambda one: -one.area)[:NAME_PIECES]:
        # A name is wide and low: the room for it is round after stretching the piece upwards.
        room = shapely.transform(piece, lambda points: points * (1.0, NAME_STRETCH))
        for _ in range(NAME_SPOTS):
            largest = max(shapely.get_parts(room), key=lambda one: one.area, default=None)
            if largest is None or largest.is_empty:
                break
            circle = shapely.maximum_inscribed_circle(largest, tolerance=NAME_STRETCH * blur)
            lon, lat = circle.coords[0]
            yield (lat / NAME_STRETCH, lon)
            room = shapely.difference(room, shapely.Point(lon, lat).buffer(circle.length * NAME_STEP))


def town_names(world: World, frame: Frame) -> Iterator[Name]:
    """Towns of the inner ring and cities of the outer one, the larger ones first, none close to a larger one."""
    least = max(LEAST_TOWN_POPULATION, int(frame.size_deg * TOWN_POPULATION_PER_DEGREE))
    kept: list[tuple[float, float]] = []
    for box, population in ((frame.inner, least), (frame.outer, least * LARGE_TOWN)):
        west, south, east, north = box
        lat, lon = (south + north) / 2, (west + east) / 2
        found = world.gazetteer.nearest(lat, near(lon, 0.0), minimum_population=population, limit=TOWNS_LOOKED_AT)
        room = TOWN_LIMIT
        for place in sorted((one for _, one in found), key=lambda one: (-one.population, one.id)):
            spot = (place.lat, near(place.lon, lon))
            inside = west < spot[1] < east and south < spot[0] < north
            if inside and room and all(_apart_deg(spot, other) > frame.size_deg * TOWN_SPACING for other in kept):
                kept.append(spot)
                room -= 1
                yield Name(place.name, (spot,), large=place.population >= LARGE_TOWN * least)


def _apart_deg(a: tuple[float, float], b: tuple[float, float]) -> float:
    return math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))
