"""Which country a point lies in, which part of it, and who else claims the point."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
import shapely

from wayproof.world.arcs import NOBODY, SCALE
from wayproof.world.geodesy import check_position, wrap_longitude

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from shapely.geometry import MultiLineString
    from shapely.geometry.base import BaseGeometry

    from wayproof.world.boundaries import Boundaries, Part

_NUDGE_DEG: Final = 1e-7
"""Vertices lie on a grid of 1e-5 degrees; a latitude one centimetre off the grid meets no vertex."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A territory whose status is disputed.

    Attributes
    ----------
    claims
        Codes of the states that claim it.
    controls
        Who holds it on the ground: a code, or a name where there is no code.
    valid_from, valid_to
        The dates between which the dispute stands; None is open.
    source, confidence
        Where the row comes from and how sure it is.
    """

    name: str
    claims: tuple[str, ...]
    controls: str
    valid_from: date | None
    valid_to: date | None
    source: str
    confidence: str

    def stood_on(self, day: date) -> bool:
        """Whether the dispute stood on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class Claims(Protocol):
    """Who claims what besides the holder."""

    def claimants(self, holder: str, lat: float, lon: float) -> tuple[str, ...]:
        """The countries besides the holder that claim a point in the holder's territory."""

    def disputes(self, lat: float, lon: float) -> tuple[Dispute, ...]:
        """The disputes that a point lies in."""


class NoClaims:
    """A world without disputes."""

    def claimants(self, holder: str, lat: float, lon: float) -> tuple[str, ...]:
        """Nobody."""
        del holder, lat, lon
        return ()

    def disputes(self, lat: float, lon: float) -> tuple[Dispute, ...]:
        """None."""
        del lat, lon
        return ()


class StoredClaims:
    """The claims and disputes of the shipped file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._shapes: dict[int, BaseGeometry] = {}

    def claimants(self, holder: str, lat: float, lon: float) -> tuple[str, ...]:
        """The countries besides the holder that claim a point in the holder's territory."""
        rows = self._connection.execute(
            "SELECT id, claimant, shape FROM claim WHERE holder = ? AND (shape IS NULL"
            " OR (west <= ? AND ? <= east AND south <= ? AND ? <= north)) ORDER BY id",
            (holder, lon, lon, lat, lat),
        )
        return tuple(
            claimant for number, claimant, shape in rows if shape is None or self._holds(number, shape, lat, lon)
        )

    def disputes(self, lat: float, lon: float) -> tuple[Dispute, ...]:
        """The disputes that a point lies in."""
        rows = self._connection.execute(
            "SELECT -id, shape, name, claims, controls, valid_from, valid_to, source, confidence FROM dispute"
            " WHERE west <= ? AND ? <= east AND south <= ? AND ? <= north ORDER BY id",
            (lon, lon, lat, lat),
        )
        return tuple(_dispute(row[2:]) for row in rows if self._holds(row[0], row[1], lat, lon))

    def _holds(self, number: int, shape: bytes, lat: float, lon: float) -> bool:
        if number not in self._shapes:
            self._shapes[number] = shapely.from_wkb(zlib.decompress(shape))
        return bool(shapely.contains_xy(self._shapes[number], lon, lat))


def _dispute(row: tuple[str, str, str, str | None, str | None, str, str]) -> Dispute:
    name, claims, controls, first, last, source, confidence = row
    return Dispute(
        name,
        tuple(claims.split()),
        controls,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        source,
        confidence,
    )


class Territories:
    """The parts of all countries, and which of them a point lies in."""

    def __init__(self, boundaries: Boundaries) -> None:
        self._boundaries = boundaries
        self._by_country: Mapping[str, tuple[int, ...]] | None = None

    def locate(self, lat: float, lon: float) -> int:
        """The number of the part that holds a point, or ``NOBODY``.

        A ray runs east from the point; the first line that it meets knows who is on the near side.
        """
        check_position(lat, lon)
        lon = wrap_longitude(lon)
        scaled = lat * SCALE
        if abs(scaled - round(scaled)) < _NUDGE_DEG * SCALE / 2:
            lat += _NUDGE_DEG if lat < 0 else -_NUDGE_DEG
            scaled = lat * SCALE
        index = self._boundaries.index
        box = index.box
        candidates = np.flatnonzero((box[:, 1] <= scaled) & (scaled <= box[:, 3]) & (box[:, 2] >= lon * SCALE))
        starts = box[candidates, 0] / SCALE
        nearest, holder = np.inf, NOBODY
        for position in np.argsort(starts, kind="stable"):
            if starts[position] > nearest:
                break
            number = int(candidates[position])
            piece = self._boundaries.piece(number)
            north = piece.lats > lat
            crossed = np.flatnonzero(north[:-1] != north[1:])
            y0, y1 = piece.lats[crossed], piece.lats[crossed + 1]
            x0, x1 = piece.lons[crossed], piece.lons[crossed + 1]
            at = x0 + (lat - y0) / (y1 - y0) * (x1 - x0)
            at[at < lon] = np.inf
            if len(at) and at.min() < nearest:
                best = int(at.argmin())
                nearest = float(at[best])
                # West of a line that runs north is its left.
                holder = int(index.left[number] if y1[best] > y0[best] else index.right[number])
        return holder

    def parts(self, country: str) -> tuple[Part, ...]:
        """The parts of a country, main part first; empty for an unknown code."""
        return tuple(self._boundaries.parts[number] for number in self.numbers(country))

    def numbers(self, country: str) -> tuple[int, ...]:
        """The numbers of a country's parts, main part first."""
        if self._by_country is None:
            found: dict[str, list[int]] = {}
            for number, part in enumerate(self._boundaries.parts):
                found.setdefault(part.country, []).append(number)
            self._by_country = {country: tuple(numbers) for country, numbers in found.items()}
        return self._by_country.get(country, ())

    def polygon(self, country: str) -> BaseGeometry:
        """The polygon of a country in lon, lat, in halves where it crosses the antimeridian."""
        numbers = np.array(self.numbers(country))
        index = self._boundaries.index
        wanted = np.flatnonzero(np.isin(index.left, numbers) | np.isin(index.right, numbers))
        return shapely.build_area(shapely.MultiLineString(list(map(self._boundaries.points, wanted.tolist()))))

    def rim(self, country: str) -> MultiLineString:
        """The lines around a country in lon, lat, towards neighbours and towards the sea; empty for an unknown code."""
        numbers = np.array(self.numbers(country))
        index = self._boundaries.index
        wanted = np.flatnonzero((np.isin(index.left, numbers) != np.isin(index.right, numbers)) & ~index.seam)
        return shapely.MultiLineString(list(map(self._boundaries.points, wanted.tolist())))
