"""Airports of the world, and the airspaces that were shut, each with its days and its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wayproof.errors import UnknownPlaceError
from wayproof.world import facts
from wayproof.world.air_lines import open_air_lines
from wayproof.world.airport_openings import Openings, opening_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from numpy.typing import NDArray

    from wayproof.world.air_lines import AirLine

    Row = tuple[str, ...]

#: from the largest down; what the size classes mean is told by the builder
KINDS = ("large", "medium", "small")
#: columns of a table row, which are the fields in their order
LAT, LON, KIND = 5, 6, 7
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
    else the countries of the carriers, joined with ``/`` (``"EU"`` for all of the Union), or words where other flights
    went on. ``until`` is the last day (None: still shut when the source was written). ``since_utc`` and ``until_utc``
    are the times of these two days, empty where all of the day counts. ``outline`` holds the corners (lat, lon) of the
    part that was shut; empty for the whole sky of the country.
    """

    id: str
    airspace: str
    closed_to: str
    since: date
    until: date | None
    reason: str
    source: str
    confidence: str
    since_utc: str = ""
    until_utc: str = ""
    outline: tuple[tuple[float, float], ...] = ()

    @property
    def is_uncertain(self) -> bool:
        """Whether it is recalled and not certain: such a closure is told, and not held against a story."""
        return self.confidence == facts.UNCERTAIN

    def holds_on(self, on: date) -> bool:
        """Whether the airspace was shut all of that day: on a day of which it was shut a part, one could fly."""
        begun = self.since < on or (self.since == on and not self.since_utc)
        return begun and (self.until is None or on < self.until or (on == self.until and not self.until_utc))

    def covers(self, at: tuple[float, float] | None) -> bool:
        """Whether it shut the sky over a point (lat, lon); without a point, whether it shut all of the country's."""
        if not self.outline or at is None:
            return not self.outline
        lat, lon = at
        inside = False
        for (a_lat, a_lon), (b_lat, b_lon) in pairwise((*self.outline, self.outline[0])):
            # An edge counts if it spans the point's latitude and meets that parallel east of the point.
            if (a_lat > lat) != (b_lat > lat) and lon < a_lon + (lat - a_lat) / (b_lat - a_lat) * (b_lon - a_lon):
                inside = not inside
        return inside


class Airspace:
    """Which skies were shut when.

    Parameters
    ----------
    closures
        The rows.
    """

    def __init__(self, closures: Iterable[Closure]) -> None:
        self.all = tuple(closures)

    @cached_property
    def certain(self) -> Airspace:
        """The closures that are more than recalled and not certain."""
        return Airspace(closure for closure in self.all if not closure.is_uncertain)

    def closures(self, country: str, on: date | None, at: tuple[float, float] | None = None) -> tuple[Closure, ...]:
        """What shut the sky of a country all of a day, closures to everybody first; nothing without a day.

        Parameters
        ----------
        country
            ISO 3166-1 alpha-2 code.
        on
            The day.
        at
            A point (lat, lon): closures of the part of the country that holds it count too.
        """
        found = [c for c in self.all if c.airspace == country and on is not None and c.holds_on(on) and c.covers(at)]
        return tuple(sorted(found, key=lambda closure: (closure.closed_to != "*", closure.since)))


class Airports:
    """Airports, by code and by distance.

    Parameters
    ----------
    airports
        The rows.
    airspace
        Which skies were shut when.
    lines
        Flights with published times.
    openings
        From when to when airports were in use, as far as that is known.
    """

    def __init__(
        self,
        airports: Iterable[Airport],
        airspace: Airspace | None = None,
        lines: Iterable[AirLine] = (),
        openings: Openings | None = None,
    ) -> None:
        self._rows: tuple[Row, ...] = tuple(row_of(airport) for airport in airports)
        self.airspace = airspace if airspace is not None else Airspace(())
        self.lines = tuple(lines)
        self.openings = openings if openings is not None else Openings()

    @classmethod
    def of_rows(
        cls, rows: Iterable[Row], airspace: Airspace, lines: Iterable[AirLine] = (), openings: Openings | None = None
    ) -> Airports:
        """Airports of table rows, each made an :class:`Airport` only when it is asked for."""
        made = cls((), airspace, lines, openings)
        made._rows = tuple(rows)
        return made

    def under(self, airspace: Airspace) -> Airports:
        """The same airports under other skies."""
        return Airports.of_rows(self._rows, airspace, self.lines, self.openings)

    @cached_property
    def all(self) -> tuple[Airport, ...]:
        """Every airport."""
        return tuple(map(airport_of, self._rows))

    @cached_property
    def _by_code(self) -> dict[str, int]:
        codes = {row[0]: number for number, row in enumerate(self._rows)}
        return codes | {row[1]: number for number, row in enumerate(self._rows) if row[1]}

    @cached_property
    def _kind(self) -> NDArray[np.str_]:
        return np.array([row[KIND] for row in self._rows], dtype="U6")

    @cached_property
    def _unit(self) -> NDArray[np.float64]:
        lat, lon = np.radians(np.array([row[LAT : LON + 1] for row in self._rows], dtype=np.float64).reshape(-1, 2).T)
        return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)

    def of_kind(self, kind: str, on: date | None = None) -> tuple[Airport, ...]:
        """The airports of one size class, without those out of use on a day."""
        numbers = set(np.flatnonzero(self._kind == kind).tolist()) - set(self._out_of_use(on))
        return tuple(airport_of(self._rows[number]) for number in sorted(numbers))

    def _out_of_use(self, on: date | None) -> list[int]:
        """The rows of airports that were not in use on a day."""
        return [self._by_code[one.icao] for one in self.openings.out_of_use(on) if one.icao in self._by_code]

    def get(self, code: str) -> Airport:
        """The airport with this ICAO or IATA code.

        Raises
        ------
        UnknownPlaceError
            There is none.
        """
        try:
            return airport_of(self._rows[self._by_code[code.upper()]])
        except KeyError:
            message = f"no airport has the code {code!r}; ICAO codes have four characters, IATA codes three letters"
            raise UnknownPlaceError(message) from None

    def nearest(
        self, lat: float, lon: float, *, limit: int = 5, kinds: tuple[str, ...] = KINDS, on: date | None = None
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
        on
            The day: airports that were not yet or no longer in use count not; None for those of all times.
        """
        phi, lam = np.radians(lat), np.radians(lon)
        point = np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
        chord = np.linalg.norm(self._unit - point, axis=1)
        km = 2 * _EARTH_RADIUS_KM * np.arcsin(np.clip(chord / 2, 0.0, 1.0))
        km[~np.isin(self._kind, kinds)] = np.inf
        km[self._out_of_use(on)] = np.inf
        order = np.argsort(km, kind="stable")[:limit]
        return tuple((float(km[row]), airport_of(self._rows[row])) for row in order if np.isfinite(km[row]))


def row_of(airport: Airport) -> Row:
    """The table row of an airport: its fields in order."""
    one = airport
    return one.icao, one.iata or "", one.name, one.city, one.country, str(one.lat), str(one.lon), one.kind, one.zone


def airport_of(row: Row) -> Airport:
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
        since_utc=row["since_utc"],
        until_utc=row["until_utc"],
        outline=corners(row["outline"]),
    )


def corners(text: str) -> tuple[tuple[float, float], ...]:
    """The corners of an outline cell, ``"lat lon; lat lon; ..."``, as (lat, lon); none for an empty one."""
    pairs = (pair.split() for pair in text.split(";") if pair.strip())
    return tuple((float(lat), float(lon)) for lat, lon in pairs)


@cache
def open_airports() -> Airports:
    """The shipped airports and airspace closures, read on first use."""
    airspace = Airspace(map(closure_of, facts.rows("airspace")))
    openings = Openings(map(opening_of, facts.rows("airport_openings")))
    return Airports.of_rows(facts.read("airports")[1], airspace, open_air_lines(), openings)
