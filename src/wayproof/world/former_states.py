"""Dissolved states whose land lies inside one state of today: where the border between the two ran, and until when.

Only such states need borders of their own: those that broke up have today's borders, which were internal then (see
``regimes``). The outer borders of a dissolved state keep the code of today's state.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np
import shapely

from wayproof.world.geodesy import line_distances_km, wrap_longitude
from wayproof.world.traverse import LineCrossing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class FormerState:
    """A dissolved state on the land of one state of today.

    Attributes
    ----------
    code
        Withdrawn ISO 3166-1 alpha-2 code: DD, VD, YD.
    country
        Code of the state of today.
    valid_from, valid_to
        First and last day on which it had a border of its own with the rest of today's state.
    """

    code: str
    name: str
    country: str
    valid_from: date
    valid_to: date
    source: str
    confidence: str

    def stood_on(self, day: date) -> bool:
        """Whether the state stood on a day."""
        return self.valid_from <= day <= self.valid_to


class FormerStates(Protocol):
    """What borders ask of dissolved states."""

    def standing(self, on: date) -> tuple[tuple[FormerState, BaseGeometry], ...]:
        """The states of a day with their areas in lon, lat."""


class NoFormerStates:
    """A world that never had others."""

    def standing(self, on: date) -> tuple[tuple[FormerState, BaseGeometry], ...]:
        """None."""
        del on
        return ()


class StoredFormerStates:
    """The dissolved states of the shipped file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._states: list[tuple[FormerState, bytes]] | None = None
        self._shapes: dict[str, BaseGeometry] = {}

    def standing(self, on: date) -> tuple[tuple[FormerState, BaseGeometry], ...]:
        """The states of a day with their areas in lon, lat."""
        if self._states is None:
            rows = self._connection.execute(
                "SELECT code, name, country, valid_from, valid_to, source, confidence, shape FROM former ORDER BY id"
            )
            self._states = [(_former(row[:-1]), row[-1]) for row in rows]
        return tuple((state, self._shape(state.code, stored)) for state, stored in self._states if state.stood_on(on))

    def _shape(self, code: str, stored: bytes) -> BaseGeometry:
        if code not in self._shapes:
            self._shapes[code] = shapely.from_wkb(zlib.decompress(stored))
            shapely.prepare(self._shapes[code])
        return self._shapes[code]


def _former(row: tuple[str, str, str, str, str, str, str]) -> FormerState:
    code, name, country, first, last, source, confidence = row
    return FormerState(code, name, country, date.fromisoformat(first), date.fromisoformat(last), source, confidence)


def former_cut(
    line: Sequence[tuple[float, float]],
    states: Sequence[tuple[FormerState, BaseGeometry]],
    country_at: Callable[[float, float], str | None],
    *,
    shortest_stay_km: float = 0.0,
) -> tuple[LineCrossing, ...]:
    """Where a line of (lat, lon) crosses between a former state and the rest of today's state, in order.

    Parameters
    ----------
    country_at
        The state of today at a position: both sides of a crossing must lie in the one that the former state is now
        part of.
    shortest_stay_km
        Stays on one side that are shorter, between two on the other, are not told.
    """
    if len(line) < 2:  # noqa: PLR2004 - a point crosses nothing
        return ()
    points = np.array([(wrap_longitude(lon), lat) for lat, lon in line])
    km = line_distances_km(points[:, 1], points[:, 0])
    found = [
        crossing
        for state, area in states
        if area.intersects(shapely.box(*points.min(axis=0), *points.max(axis=0)))
        for crossing in _crossings(points, km, state, area, country_at, shortest_stay_km)
    ]
    return tuple(sorted(found, key=lambda crossing: crossing.at_km))


def _crossings(  # noqa: PLR0917 - one line, one state
    points: np.ndarray,
    km: np.ndarray,
    state: FormerState,
    area: BaseGeometry,
    country_at: Callable[[float, float], str | None],
    shortest_stay_km: float,
) -> Iterator[LineCrossing]:
    spots = sorted({0.0, float(len(points) - 1), *_meetings(points, area)})
    stays: list[tuple[float, float, bool]] = []  # from, to, inside; positions are vertex numbers plus shares
    for begin, end in pairwise(spots):
        middle = _at(points, (begin + end) / 2)
        inside = bool(shapely.contains_xy(area, *middle))
        if not inside and country_at(middle[1], middle[0]) != state.country:
            stays.append((begin, end, False))
            continue
        brief = begin > 0 and end < len(points) - 1 and _km(km, end) - _km(km, begin) < shortest_stay_km
        if stays and (brief or stays[-1][2] == inside):
            stays[-1] = (stays[-1][0], end, stays[-1][2])
        else:
            stays.append((begin, end, inside))
    for (begin, spot, was_inside), (_, end, _) in pairwise(stays):
        before, after = _at(points, (begin + spot) / 2), _at(points, (spot + end) / 2)
        if {country_at(lat, lon) for lon, lat in (before, after)} != {state.country}:
            continue
        sides = (state.code, state.country) if was_inside else (state.country, state.code)
        lon, lat = _at(points, spot)
        yield LineCrossing(*sides, lat, lon, _km(km, spot))


def _meetings(points: np.ndarray, area: BaseGeometry) -> Iterator[float]:
    """Positions at which the line meets the rim of the area."""
    rim = area.boundary
    for number, (start, stop) in enumerate(pairwise(points)):
        step = shapely.LineString([start, stop])
        if not rim.intersects(step):
            continue
        length = float(np.hypot(*(stop - start)))
        for corner in shapely.get_coordinates(rim.intersection(step)):
            yield number + (float(np.hypot(*(corner - start))) / length if length else 0.0)


def _at(points: np.ndarray, position: float) -> tuple[float, float]:
    step = min(int(position), len(points) - 2)
    lon, lat = points[step] + (position - step) * (points[step + 1] - points[step])
    return float(lon), float(lat)


def _km(km: np.ndarray, position: float) -> float:
    step = min(int(position), len(km) - 2)
    return float(km[step] + (position - step) * (km[step + 1] - km[step]))
