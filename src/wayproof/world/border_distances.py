"""Distances of many points to the nearest land border at once, exact on the ellipsoid.

All borders over land are cut into short pieces and their middles put into a search tree in Earth-centred coordinates.
For each point the pieces with the nearest middles are measured, and more of them until no other can be nearer: a piece
lies within half its length of its middle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.world.arcs import NOBODY
from wayproof.world.geodesy import earth_centred, pair_distances_km

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from wayproof.world.boundaries import Boundaries

PIECE_KM: Final = 1.0
"""Longest piece of a border in the tree."""
_FIRST: Final = 8
_MORE: Final = 8
"""How many pieces are measured at first, and how many times as many where that is not enough."""
_BATCH: Final = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class BorderFeet:
    """For each of many points the nearest point of any land border; arrays in the order of the points.

    Attributes
    ----------
    km
        Geodesic distances.
    lat, lon
        The nearest points, degrees.
    """

    km: NDArray[np.float64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]


class BorderTree:
    """All land borders between two countries, searchable by distance.

    Parameters
    ----------
    boundaries
        The arcs; a tree over the whole world takes about two seconds and 150 MB.
    """

    def __init__(self, boundaries: Boundaries) -> None:
        from scipy.spatial import KDTree

        starts, stops, ends = [], [], []
        index = boundaries.index
        abroad = (
            (boundaries.left_country != boundaries.right_country) & (index.left != NOBODY) & (index.right != NOBODY)
        )
        for number in np.flatnonzero(abroad & (index.land > 0) & ~index.seam).tolist():
            piece = boundaries.piece(number)
            dry = piece.land[piece.fine_edges]
            places = np.column_stack((piece.fine_lats, piece.fine_lons))
            starts.append(piece.earth[:-1][dry])
            stops.append(piece.earth[1:][dry])
            ends.append(np.hstack((places[:-1], places[1:]))[dry])
        start, stop, corners = (np.concatenate(parts) for parts in (starts, stops, ends))
        cuts = np.maximum(1, np.ceil(np.linalg.norm(stop - start, axis=1) / PIECE_KM)).astype(np.intp)
        row = np.repeat(np.arange(len(cuts)), cuts)
        begin = (np.arange(len(row)) - np.repeat(np.cumsum(cuts) - cuts, cuts)) / cuts[row]
        end = begin + 1 / cuts[row]
        along = (stop - start)[row]
        self._start = start[row] + begin[:, None] * along
        self._along = along * (end - begin)[:, None]
        turn = (corners[:, 2:] - corners[:, :2])[row]
        self._corner = corners[row, :2] + begin[:, None] * turn
        self._turn = turn * (end - begin)[:, None]
        self._squared = np.maximum(np.einsum("ij,ij->i", self._along, self._along), 1e-18)
        self._half_km = float(np.sqrt(self._squared.max())) / 2
        self._tree = KDTree(self._start + self._along / 2, balanced_tree=False, compact_nodes=False)

    def nearest(self, lats: ArrayLike, lons: ArrayLike) -> BorderFeet:
        """The nearest points of any land border.

        Parameters
        ----------
        lats, lons
            Degrees, arrays of one length.
        """
        lat, lon = np.asarray(lats, dtype=np.float64), np.asarray(lons, dtype=np.float64)
        feet = np.empty((len(lat), 2))
        for begin in range(0, len(lat), _BATCH):
            part = slice(begin, begin + _BATCH)
            feet[part] = self._feet(earth_centred(lat[part], lon[part]))
        return BorderFeet(pair_distances_km(lat, lon, feet[:, 0], feet[:, 1]), feet[:, 0], feet[:, 1])

    def _feet(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        feet = np.empty((len(points), 2))
        pending, count = np.arange(len(points)), min(_FIRST, len(self._start))
        while len(pending):
            far, pieces = self._tree.query(points[pending], k=count)
            far = np.asarray(far).reshape(len(pending), -1)
            pieces = np.asarray(pieces).reshape(len(pending), -1)
            towards = points[pending, None, :] - self._start[pieces]
            share = np.clip(np.einsum("ijk,ijk->ij", towards, self._along[pieces]) / self._squared[pieces], 0.0, 1.0)
            away = np.linalg.norm(towards - share[:, :, None] * self._along[pieces], axis=2)
            best = away.argmin(axis=1)
            rows = np.arange(len(pending))
            chosen, at = pieces[rows, best], share[rows, best]
            feet[pending] = self._corner[chosen] + at[:, None] * self._turn[chosen]
            # Pieces not measured have their middle farther away than the last one measured.
            sure = (far[:, -1] - self._half_km >= away[rows, best]) | (count == len(self._start))
            pending, count = pending[~sure], min(count * _MORE, len(self._start))
        return feet
