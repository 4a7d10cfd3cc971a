"""The nearest points of borders and territories, exact on the ellipsoid.

Pieces of boundary are visited in the order of how near they could be, so that a question decodes only the few around
it. Which point is nearest is decided by straight lines through the Earth, which order points as geodesics do
(to 1e-4 of the distance where that is thousands of kilometres); the distance itself is then a geodesic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wayproof.world.geodesy import distance_km, earth_centred

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wayproof.world.boundaries import Boundaries, Piece


@dataclass(frozen=True, slots=True)
class Foot:
    """The nearest point of a line.

    Attributes
    ----------
    chord_km
        Straight-line distance through the Earth, km.
    lat, lon
        The point, degrees.
    land
        Does the line run over land there?
    """

    chord_km: float
    lat: float
    lon: float
    land: bool


def foot_on(piece: Piece, earth: NDArray[np.float64]) -> Foot:
    """The point of a piece nearest to an Earth-centred point."""
    start, along = piece.earth[:-1], np.diff(piece.earth, axis=0)
    squared = np.einsum("ij,ij->i", along, along)
    towards = np.einsum("ij,ij->i", earth - start, along)
    share = np.clip(np.divide(towards, squared, out=np.zeros_like(towards), where=squared > 0), 0.0, 1.0)
    away = start + share[:, None] * along - earth
    away_squared = np.einsum("ij,ij->i", away, away)
    best = int(away_squared.argmin())
    at = float(share[best])
    return Foot(
        float(np.sqrt(away_squared[best])),
        float(piece.fine_lats[best] + at * (piece.fine_lats[best + 1] - piece.fine_lats[best])),
        float(piece.fine_lons[best] + at * (piece.fine_lons[best + 1] - piece.fine_lons[best])),
        bool(piece.land[piece.fine_edges[best]]),
    )


def nearest_feet(
    boundaries: Boundaries,
    lat: float,
    lon: float,
    *,
    pieces: NDArray[np.intp],
    labels: NDArray[np.str_],
    within_km: float = np.inf,
) -> dict[str, Foot]:
    """For every label the nearest point of the pieces that carry it.

    Parameters
    ----------
    pieces
        Numbers of the pieces to look at.
    labels
        The label of each of these pieces.
    within_km
        Points farther away than this do not count.
    """
    earth = earth_centred(lat, lon)
    reach = boundaries.reach_km(earth, pieces)
    found: dict[str, Foot] = {}
    for position in np.argsort(reach, kind="stable"):
        if reach[position] > within_km:
            break
        label = str(labels[position])
        if label not in found or reach[position] < found[label].chord_km:
            foot = foot_on(boundaries.piece(int(pieces[position])), earth)
            if foot.chord_km <= within_km and (label not in found or foot.chord_km < found[label].chord_km):
                found[label] = foot
    return found


def between_km(boundaries: Boundaries, first: NDArray[np.intp], second: NDArray[np.intp]) -> float:
    """The geodesic distance between two sets of pieces, km."""
    balls = boundaries.index.ball.astype(np.float64)
    apart = np.linalg.norm(balls[first, None, :3] - balls[None, second, :3], axis=2)
    least = apart - balls[first, None, 3] - balls[None, second, 3]
    best, ends = np.inf, ((0.0, 0.0), (0.0, 0.0))
    for flat in np.argsort(least, axis=None, kind="stable"):
        row, column = divmod(int(flat), len(second))
        if least[row, column] >= best:
            break
        a, b = boundaries.piece(int(first[row])), boundaries.piece(int(second[column]))
        for one, other, ball in ((a, b, balls[second[column]]), (b, a, balls[first[row]])):
            for vertex in _near_vertices(one, other, ball, best):
                foot = foot_on(other, one.earth[vertex])
                if foot.chord_km < best:
                    best = foot.chord_km
                    ends = ((float(one.fine_lats[vertex]), float(one.fine_lons[vertex])), (foot.lat, foot.lon))
    return distance_km(*ends[0], *ends[1]) if np.isfinite(best) else np.inf


def _near_vertices(one: Piece, other: Piece, ball: NDArray[np.float64], best: float) -> Sequence[int]:
    """The vertices of one line that could be nearer to the other line, which a ball holds, than the best so far."""
    close = np.flatnonzero(np.linalg.norm(one.earth - ball[:3], axis=1) - ball[3] < best)
    if not len(close):
        return ()
    apart = np.linalg.norm(one.earth[close, None, :] - other.earth[None, :, :], axis=2).min(axis=1)
    # From a foot on an edge to the nearer end of it is at most its length: square to the distance (Pythagoras), so a
    # vertex can beat the best only if it is this near to some vertex of the other line.
    longest = float(np.linalg.norm(np.diff(other.earth, axis=0), axis=1).max())
    bound = np.hypot(min(best, float(apart.min())), longest)
    chosen = np.flatnonzero(apart <= bound)
    return [int(vertex) for vertex in close[chosen[np.argsort(apart[chosen])]]]
