"""The changes of country along a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.world.geodesy import check_position, geodesic_points, line_distances_km, wrap_longitude

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from wayproof.world.boundaries import Boundaries
    from wayproof.world.territory import Territories

LONGEST_STEP_KM: Final = 20.0
"""Longer steps of a line are cut up along the geodesic; a straight step in degrees then strays by metres."""

_TOUCH: Final = 1e-7
"""Share of a step below which two positions are one: two millimetres of the longest step."""

_UNSURE: Final = -2
_HALF_TURN: Final = 180.0


@dataclass(frozen=True, slots=True)
class LineCrossing:
    """One change of country along a line.

    Attributes
    ----------
    from_country, to_country
        ISO codes; None is the high seas (or land that no state claims).
    lat, lon
        Where the line crosses.
    at_km
        Distance along the line from its start.
    """

    from_country: str | None
    to_country: str | None
    lat: float
    lon: float
    at_km: float


@dataclass(frozen=True, slots=True, eq=False)
class _Steps:
    """Short straight steps, none across the antimeridian; each array has one value per step."""

    start: NDArray[np.float64]  # (n, 2): lon, lat
    stop: NDArray[np.float64]
    start_km: NDArray[np.float64]
    stop_km: NDArray[np.float64]

    def at(self, position: float) -> tuple[float, float, float]:
        """lat, lon and km at a position: number of the step plus the share of it that is done."""
        step = min(int(position), len(self.start) - 1)
        share = position - step
        lon, lat = self.start[step] + share * (self.stop[step] - self.start[step])
        return float(lat), float(lon), float(self.start_km[step] + share * (self.stop_km[step] - self.start_km[step]))


@dataclass(frozen=True, slots=True)
class _Stay:
    country: str | None
    since: tuple[float, float, float]  # lat, lon, km
    until_km: float


def cut(
    line: Sequence[tuple[float, float]],
    boundaries: Boundaries,
    territories: Territories,
    *,
    shortest_stay_km: float = 0.0,
) -> tuple[LineCrossing, ...]:
    """The changes of country along a line of (lat, lon), in order.

    Parameters
    ----------
    shortest_stay_km
        A stay in a country that is shorter than this, between two others, is not told: a road drawn along a
        border river crosses the line many times without ever leaving its country.
    """
    for lat, lon in line:
        check_position(lat, lon)
    if len(line) < 2:  # noqa: PLR2004 - a point crosses nothing
        return ()
    steps = _make_steps(line)
    stays = _merged(_stays(steps, boundaries, territories), shortest_stay_km)
    return tuple(LineCrossing(before.country, after.country, *after.since) for before, after in pairwise(stays))


def _make_steps(line: Sequence[tuple[float, float]]) -> _Steps:
    points = [(lat, wrap_longitude(lon)) for lat, lon in line]
    km = line_distances_km([lat for lat, _ in points], [lon for _, lon in points])
    rows: list[tuple[float, float, float, float, float, float]] = []
    for index, (a, b) in enumerate(pairwise(points)):
        begin, length = float(km[index]), float(km[index + 1] - km[index])
        fine = geodesic_points(*a, *b, step_km=LONGEST_STEP_KM) if length > LONGEST_STEP_KM else (a, b)
        for number, (p, q) in enumerate(pairwise(fine)):
            shares = number / (len(fine) - 1), (number + 1) / (len(fine) - 1)
            rows.extend(_split(p, q, begin + shares[0] * length, begin + shares[1] * length))
    table = np.array(rows)
    return _Steps(table[:, [1, 0]], table[:, [3, 2]], table[:, 4], table[:, 5])


def _split(
    p: tuple[float, float], q: tuple[float, float], from_km: float, to_km: float
) -> Iterator[tuple[float, float, float, float, float, float]]:
    """The step from p to q, in two where it crosses the antimeridian."""
    turn = q[1] - p[1]
    if abs(turn) <= _HALF_TURN:
        yield *p, *q, from_km, to_km
        return
    side = _HALF_TURN if turn < 0 else -_HALF_TURN
    unwrapped = q[1] + 2 * side
    share = (side - p[1]) / (unwrapped - p[1]) if unwrapped != p[1] else 0.0
    lat, km = p[0] + share * (q[0] - p[0]), from_km + share * (to_km - from_km)
    yield *p, lat, side, from_km, km
    yield lat, -side, *q, km, to_km


def _stays(steps: _Steps, boundaries: Boundaries, territories: Territories) -> Iterator[_Stay]:
    positions, before, after = _meetings(steps, boundaries)
    edges = [0.0, *positions.tolist(), float(len(steps.start))]
    for index, (begin, end) in enumerate(pairwise(edges)):
        if end - begin <= _TOUCH and len(edges) > 2:  # noqa: PLR2004 - an only interval counts however short
            continue
        told = {*after[max(index - 1, 0) : index].tolist(), *before[index : index + 1].tolist()}
        if len(told) == 1 and _UNSURE not in told:
            holder = told.pop()
        else:  # the line touched a vertex, ran along a border or met none: look where its middle lies
            lat, lon, _ = steps.at((begin + end) / 2)
            holder = territories.locate(lat, lon)
        yield _Stay(str(boundaries.countries[holder]) or None, steps.at(begin), steps.at(end)[2])


def _meetings(
    steps: _Steps, boundaries: Boundaries
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Positions at which the line meets a boundary, with the territory before and after, in order.

    Where it meets a vertex, or begins or ends on a boundary, the territories are ``_UNSURE``.
    """
    index = boundaries.index
    west, south, east, north = (index.box[:, side] / 1e5 for side in range(4))
    low, high = np.minimum(steps.start, steps.stop), np.maximum(steps.start, steps.stop)
    near = (west <= high[:, :1].max()) & (east >= low[:, :1].min()) & ~index.seam
    near &= (south <= high[:, 1].max()) & (north >= low[:, 1].min())
    found: list[tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]] = []
    for number in np.flatnonzero(near):
        over = (low[:, 0] <= east[number]) & (high[:, 0] >= west[number])
        over &= (low[:, 1] <= north[number]) & (high[:, 1] >= south[number])
        chosen = np.flatnonzero(over)
        if len(chosen):
            piece = boundaries.piece(int(number))
            vertices = np.column_stack((piece.lons, piece.lats))
            step, share, from_right, sure = _crossings(steps.start[chosen], steps.stop[chosen], vertices)
            left, right = int(index.left[number]), int(index.right[number])
            entered = np.where(sure, np.where(from_right, left, right), _UNSURE)
            found.append((chosen[step] + share, np.where(sure, left + right - entered, _UNSURE), entered))
    if not found:
        return np.empty(0), np.empty(0, np.int64), np.empty(0, np.int64)
    at, before, after = (np.concatenate(columns) for columns in zip(*found, strict=True))
    order = np.lexsort((after, before, at))
    return at[order], before[order], after[order]


def _crossings(
    start: NDArray[np.float64], stop: NDArray[np.float64], vertices: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Where steps meet the edges of a line.

    Returns
    -------
    tuple
        For each meeting the number of the step, the share of it that is done, whether it comes from the right of
        the line, and whether both cross well inside, so that the sides are sure.
    """
    going, edge = stop - start, np.diff(vertices, axis=0)
    gap = vertices[None, :-1] - start[:, None]
    turn = going[:, None, 0] * edge[None, :, 1] - going[:, None, 1] * edge[None, :, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (gap[:, :, 0] * edge[None, :, 1] - gap[:, :, 1] * edge[None, :, 0]) / turn
        along = (gap[:, :, 0] * going[:, None, 1] - gap[:, :, 1] * going[:, None, 0]) / turn
        meets = (turn != 0) & (np.abs(share - 0.5) <= 0.5 + _TOUCH) & (np.abs(along - 0.5) <= 0.5 + _TOUCH)
    rows, columns = np.nonzero(meets)
    share, along = share[rows, columns], along[rows, columns]
    sure = (np.abs(share - 0.5) < 0.5 - _TOUCH) & (np.abs(along - 0.5) < 0.5 - _TOUCH)
    # A step crosses an edge from its right to its left when the edge turns clockwise from the step.
    return rows, np.clip(share, 0.0, 1.0), turn[rows, columns] < 0, sure


def _merged(stays: Iterator[_Stay], shortest_stay_km: float) -> list[_Stay]:
    joined: list[_Stay] = []
    for stay in stays:
        if joined and joined[-1].country == stay.country:
            joined[-1] = _Stay(stay.country, joined[-1].since, stay.until_km)
        else:
            joined.append(stay)
    told: list[_Stay] = []
    for number, stay in enumerate(joined):
        inner = 0 < number < len(joined) - 1
        brief = inner and stay.until_km - stay.since[2] < shortest_stay_km
        if told and (brief or told[-1].country == stay.country):
            told[-1] = _Stay(told[-1].country, told[-1].since, stay.until_km)
        else:
            told.append(stay)
    return told
