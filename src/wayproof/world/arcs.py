"""The lines where territories meet, cut out of polygons that fit together.

A coverage is a set of polygons without overlaps whose common lines have common vertices. Cut into arcs, each line is
held once and knows who lies on its left and on its right: the border of two countries is then a look-up, the country of
a point is the near side of the next arc to the east, and a line through many countries finds every change of country
exactly once. The builder of the shipped borders and small worlds made in code use the same cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely.geometry import MultiPolygon, Polygon

SCALE: Final = 100_000
"""Coordinates are kept as whole numbers of 1e-5 degrees, about one metre."""

NOBODY: Final = -1
"""The side of an arc that belongs to no territory: the high seas, mostly."""

_SAME: Final = -2
_SEAM: Final = 180 * SCALE
_KEY_BASE: Final = 1 << 26


@dataclass(frozen=True, slots=True, eq=False)
class Arc:
    """One line between two territories.

    Attributes
    ----------
    left, right
        Numbers of the territories on either side, in the sense of travel; ``NOBODY`` where there is none.
    points
        Whole numbers of 1e-5 degrees, shape (n, 2): longitude, latitude.
    seam
        The line is no border: it is the cut along the antimeridian.
    """

    left: int
    right: int
    points: NDArray[np.int64]
    seam: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Ring:
    owner: int
    points: NDArray[np.int64]


def cut_arcs(territories: Sequence[Polygon | MultiPolygon]) -> tuple[Arc, ...]:
    """The arcs of a coverage, in the order of its territories; a territory's number is its index.

    Vertices are rounded to 1e-5 degrees. Lines that two territories share must have the same vertices in both;
    where they do not, each side gets an arc of its own with ``NOBODY`` opposite.
    """
    rings = [
        ring
        for owner, territory in enumerate(territories)
        for polygon in shapely.get_parts(territory)
        for ring in _rings(owner, polygon)
    ]
    opposite = _opposite_owners(rings)
    arcs: list[Arc] = []
    start = 0
    for ring in rings:
        edges = len(ring.points) - 1
        arcs.extend(_ring_arcs(ring, opposite[start : start + edges]))
        start += edges
    return tuple(arcs)


def _rings(owner: int, polygon: Polygon) -> Iterator[_Ring]:
    # Shells run counter-clockwise and holes clockwise, so that the owner is always on the left.
    for ring in shapely.get_rings(shapely.orient_polygons(polygon)):
        points = np.rint(shapely.get_coordinates(ring) * SCALE).astype(np.int64)
        moved = np.append(True, np.any(np.diff(points, axis=0) != 0, axis=1))
        points = points[moved]
        if len(points) > 3:  # noqa: PLR2004 - fewer points enclose nothing
            yield _Ring(owner, points)


def _opposite_owners(rings: Sequence[_Ring]) -> NDArray[np.int64]:
    """For every edge of every ring in turn: who owns the other side of it."""
    tails = np.concatenate([_keys(ring.points[:-1]) for ring in rings])
    heads = np.concatenate([_keys(ring.points[1:]) for ring in rings])
    owners = np.concatenate([np.full(len(ring.points) - 1, ring.owner) for ring in rings])
    low, high, forward = np.minimum(tails, heads), np.maximum(tails, heads), tails < heads
    order = np.lexsort((forward, high, low))
    low, high, forward = low[order], high[order], forward[order]
    paired = np.flatnonzero((low[:-1] == low[1:]) & (high[:-1] == high[1:]) & (forward[:-1] != forward[1:]))
    opposite = np.full(len(tails), NOBODY)
    opposite[order[paired]] = owners[order[paired + 1]]
    opposite[order[paired + 1]] = owners[order[paired]]
    opposite[opposite == owners] = _SAME
    return opposite


def _keys(points: NDArray[np.int64]) -> NDArray[np.int64]:
    return (points[:, 0] + _SEAM) * _KEY_BASE + points[:, 1] + _SEAM


def _ring_arcs(ring: _Ring, opposite: NDArray[np.int64]) -> Iterator[Arc]:
    points = ring.points
    on_seam = (np.abs(points[:-1, 0]) == _SEAM) & (points[:-1, 0] == points[1:, 0])
    label = opposite * 2 + on_seam
    changes = np.flatnonzero(label != np.roll(label, 1))
    if len(changes):  # begin the ring where one neighbour ends and another begins
        first = changes[0]
        points = np.concatenate([points[first:-1], points[: first + 1]])
        label = np.roll(label, -first)
    bounds = [0, *(np.flatnonzero(np.diff(label)) + 1), len(label)]
    for begin, end in pairwise(bounds):
        other, seam = divmod(int(label[begin]), 2)
        # A line between two territories is in both of their rings: keep the copy of the lower number.
        if other == NOBODY or other > ring.owner:
            yield Arc(ring.owner, other, points[begin : end + 1], bool(seam))
