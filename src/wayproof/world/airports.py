"""Airports of the world, and the airspaces that were shut, each with its days and its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wayproof.errors import UnknownPlaceError
from wayproof.world import facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

#: from the largest down; what the size classes mean is told by the builder
KINDS = ("large", "medium", "small")
_EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Airport:
    """One airport.

    ``icao`` is its four-character code, ``iata`` the three letters of tickets (None without). ``kind`` is a guess from
    public data: ``"large"`` (an airport with a ticket code that serves a large city or calls itself international),
    ``"medium"`` (any other with a ticket code) or ``"small"``. ``zone`` is its IANA time zone.
    """

    icao: str
    iata: str | None
    name: str
    city: str
    country: str
    lat: float
    lon: float
    kind: str
    zone: str


@dataclass(frozen=True, slots=True)
class Closure:
    """An airspace shut for a time.

    ``airspace`` is the country whose sky was shut, ``closed_to`` whom it was shut to: ``"*"`` for all civil aircraft,
    else the countries of the carriers, joined with ``/`` (``"EU"`` for all of the Union). ``until`` is the last day
    (None: still shut when the source was written).
    """

    id: str
    airspace: str
    closed_to: str
    since: date
    until: date | None
    reason: str
    source: str
    confidence: str

    def holds_on(self, on: date) -> bool:
        """Whether the airspace was shut on that day."""
        return self.since <= on and (self.until is None or on <= self.until)


class Airspace:
    """Which skies were shut when.

    Parameters
    ----------
    closures
        The rows.
    """

    def __init__(self, closures: Iterable[Closure]) -> None:
        self.all = tuple(closures)

    def closures(self, country: str, on: date | None) -> tuple[Closure, ...]:
        """What shut the sky of a country on a day, closures to everybody first; nothing without a day."""
        found = [c for c in self.all if c.airspace == country and on is not None and c.holds_on(on)]
        return tuple(sorted(found, key=lambda closure: (closure.closed_to != "*", closure.since)))


class Airports:
    """Airports, by code and by distance.

    Parameters
    ----------
    airports
        The rows.
    airspace
        Which skies were shut when.
    """

    def __init__(self, airports: Iterable[Airport], airspace: Airspace | None = None) -> None:
        self.all = tuple(airports)
        self.airspace = airspace if airspace is not None else Airspace(())
        self._by_code = {airport.icao: airport for airport in self.all}
        self._by_code |= {airport.iata: airport for airport in self.all if airport.iata}
        self._kind = np.array([airport.kind for airport in self.all], dtype="U6")
        lat = np.radians([airport.lat for airport in self.all])
        lon = np.radians([airport.lon for airport in self.all])
        self._unit = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)

    def get(self, code: str) -> Airport:
        """The airport with this ICAO or IATA code.

        Raises
        ------
        UnknownPlaceError
            There is none.
        """
        try:
            return self._by_code[code.upper()]
        except KeyError:
            message = f"no airport has the code {code!r}; ICAO codes have four characters, IATA codes three letters"
            raise UnknownPlaceError(message) from None

    def nearest(
        self, lat: float, lon: float, *, limit: int = 5, kinds: tuple[str, ...] = KINDS
    ) -> tuple[tuple[float, Airport], ...]:
        """The airports nearest to a point, nearest first, as (km, airport).

        Distances are on a sphere: within 0.6 % of the geodesic.

        Parameters
        ----------
        lat, lon
            The point, degrees.
        limit
            At most so many.
        kinds
            Size classes that count.
        """
        phi, lam = np.radians(lat), np.radians(lon)
        point = np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
        chord = np.linalg.norm(self._unit - point, axis=1)
        km = 2 * _EARTH_RADIUS_KM * np.arcsin(np.clip(chord / 2, 0.0, 1.0))
        km[~np.isin(self._kind, kinds)] = np.inf
        order = np.argsort(km, kind="stable")[:limit]
        return tuple((float(km[row]), self.all[row]) for row in order if np.isfinite(km[row]))


def airport_of(row: tuple[str, ...]) -> Airport:
    """The airport of one table row, a tuple in the order of the fields."""
    icao, iata, name, city, country, lat, lon, kind, zone = row
    return Airport(icao, iata or None, name, city, country, float(lat), float(lon), kind, zone)


def closure_of(row: dict[str, str]) -> Closure:
    """The airspace closure of one table row."""
    since = facts.day(row["since"])
    if since is None:
        message = f"{row['id']}: a closed airspace needs the day it was shut"
        raise ValueError(message)
    return Closure(
        id=row["id"],
        airspace=row["airspace"],
        closed_to=row["closed_to"],
        since=since,
        until=facts.day(row["until"]),
        reason=row["reason"],
        source=row["source"],
        confidence=row["confidence"],
    )


@cache
def open_airports() -> Airports:
    """The shipped airports and airspace closures, read on first use."""
    airspace = Airspace(map(closure_of, facts.rows("airspace")))
    return Airports(map(airport_of, facts.read("airports")[1]), airspace)
