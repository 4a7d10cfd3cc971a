"""The frame of a map: what is in sight at first, the detailed ring around it and the coarse ring around that.

Boxes are unwrapped: west < east always, and a longitude may lie outside -180..180.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.show.scene import TURN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wayproof.show.scene import Bounds

VIEW_REACH = (0.75, 0.62)
"""Half the width and height of what is in sight, in sizes of the journey: a wide window around a tall journey fits."""
INNER_REACH = (1.25, 0.95)
OUTER_REACH = (3.4, 2.6)
WIDEST = 0.7
"""Half a ring is at least this share of the journey's width and height."""
NORTH_LIMIT = 84.0
SOUTH_LIMIT = -58.0
"""Antarctica is left out unless the journey goes near it."""
SOUTH_MARGIN_DEG = 5.0
ROOM = 0.35
"""Room around everything that can be switched on, as a share of its width and height."""
LEAST_SHRINK = 0.2
ONE_RING_DEG = 40.0
"""Around larger journeys the rings would be nearly one, and are."""
HALF_TURN = 180.0
EDGE_DEG = 1e-6


@dataclass(frozen=True, slots=True)
class Frame:
    """What is in sight of a journey at first, the two rings around it, and its size in degrees of latitude."""

    view: Bounds
    inner: Bounds
    outer: Bounds
    size_deg: float


def frame_of(bounds: Bounds, everything: Bounds | None = None) -> Frame:
    """The rings of the base map for the bounds of a journey (west, south, east, north, unwrapped).

    The outer ring also holds ``everything``: what other itineraries show when they are switched on.
    """
    west, south, east, north = bounds
    middle_lat, middle_lon = (south + north) / 2, (west + east) / 2
    shrink = max(LEAST_SHRINK, math.cos(math.radians(middle_lat)))
    size = max(north - south, (east - west) * shrink)

    def ring(reach: tuple[float, float]) -> Bounds:
        half_x = max((east - west) * WIDEST, min(HALF_TURN, reach[0] * size / shrink))
        half_y = max((north - south) * WIDEST, reach[1] * size)
        low = max(-NORTH_LIMIT, min(SOUTH_LIMIT, south - SOUTH_MARGIN_DEG), middle_lat - half_y)
        return (middle_lon - half_x, low, middle_lon + half_x, min(NORTH_LIMIT, middle_lat + half_y))

    outer = ring(OUTER_REACH)
    if everything is not None:
        outer = grown(outer, everything)
    return Frame(ring(VIEW_REACH), outer if size > ONE_RING_DEG else ring(INNER_REACH), outer, size)


def grown(box: Bounds, held: Bounds) -> Bounds:
    """The box, made large enough to hold another with room around it."""
    margin_x, margin_y = (held[2] - held[0]) * ROOM, (held[3] - held[1]) * ROOM
    return (
        min(box[0], held[0] - margin_x),
        max(-NORTH_LIMIT, min(box[1], held[1] - margin_y)),
        max(box[2], held[2] + margin_x),
        min(NORTH_LIMIT, max(box[3], held[3] + margin_y)),
    )


def turns(box: Bounds) -> Iterator[tuple[Bounds, float]]:
    """The parts of an unwrapped box that lie in each turn of the Earth, wrapped, with the shift that puts them back."""
    for turn in (-2, -1, 0, 1, 2):
        shift = turn * TURN
        west, east = max(box[0], shift - HALF_TURN), min(box[2], shift + HALF_TURN)
        if east - west > EDGE_DEG:
            yield (west - shift, box[1], east - shift, box[3]), shift
