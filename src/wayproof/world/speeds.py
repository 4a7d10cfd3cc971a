"""Every number of the method: speeds, waits, caps, overheads and path factors, each a row with unit and source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from wayproof.errors import DataError
from wayproof.world import facts
from wayproof.world.records import Records, open_records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Pace = Literal["brisk", "typical"]
ANYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Speed:
    """One number of the method, for a determined traveller (``brisk``) and an ordinary one (``typical``).

    ``context`` is a country, a surface or ``"*"``; ``from_km`` is where a distance band begins. Both values share the
    ``unit``; a value is None where the quantity does not bind that traveller.
    """

    quantity: str
    mode: str
    context: str
    from_km: float
    brisk: float | None
    typical: float | None
    unit: str
    valid_from: date | None
    valid_to: date | None
    source: str
    confidence: str

    def holds_on(self, on: date | None) -> bool:
        """Whether the row describes that day (None: the newest state)."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def at(self, pace: Pace) -> float | None:
        """The value for one of the two travellers."""
        return self.brisk if pace == "brisk" else self.typical


@dataclass(frozen=True, slots=True)
class Wait:
    """How long passing a border takes, in minutes, for one kind of border or one pair of countries.

    ``pair`` is ``"LT/BY"``, or ``"*"`` for every border of that ``kind`` (``"checkpoint"``, ``"internal"`` ...).
    """

    pair: str
    kind: str
    mode: str
    valid_from: date | None
    valid_to: date | None
    brisk_min: float
    typical_min: float
    source: str
    confidence: str

    def holds_on(self, on: date | None) -> bool:
        """Whether the row describes that day (None: the newest state)."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class SpeedTable:
    """The numbers of the method.

    Parameters
    ----------
    speeds, waits
        The rows.
    records
        The limit curves.
    """

    def __init__(self, speeds: Iterable[Speed], waits: Iterable[Wait], records: Records) -> None:
        self.speeds = tuple(speeds)
        self.waits = tuple(waits)
        self.records = records
        self._found: dict[tuple[str, str, str], tuple[Speed, ...]] = {}
        for speed in self.speeds:
            key = (speed.quantity, speed.mode, speed.context)
            self._found[key] = (*self._found.get(key, ()), speed)
        self._waits: dict[tuple[str, str, str], tuple[Wait, ...]] = {}
        for wait in self.waits:
            key = (wait.pair, wait.kind, wait.mode)
            self._waits[key] = (*self._waits.get(key, ()), wait)

    def find(self, quantity: str, mode: str, context: str | None = None, on: date | None = None) -> Speed | None:
        """The row for a quantity, of this context if there is one on that day, else of ``"*"``; None if neither."""
        for place in (context or ANYWHERE, ANYWHERE):
            rows = [row for row in self._found.get((quantity, mode, place), ()) if row.holds_on(on)]
            if rows:
                return rows[-1]
        return None

    def bands(self, quantity: str, mode: str) -> tuple[Speed, ...]:
        """The distance bands of a quantity, nearest first."""
        return tuple(sorted(self._found.get((quantity, mode, ANYWHERE), ()), key=lambda row: row.from_km))

    def value(self, quantity: str, mode: str, pace: Pace, context: str | None = None, on: date | None = None) -> float:
        """The number itself, in the unit of its row.

        Raises
        ------
        DataError
            No row gives it.
        """
        row = self.find(quantity, mode, context, on)
        found = row.at(pace) if row is not None else None
        if found is None:
            message = f"the table of speeds has no {pace} {quantity} for {mode!r} ({context or ANYWHERE})"
            raise DataError(message)
        return found

    def wait(self, a: str | None, b: str | None, kind: str, mode: str, on: date | None) -> Wait:
        """How long the border takes: the row of the pair on that day, else the one of the kind of border.

        Raises
        ------
        DataError
            No row speaks of that kind of border.
        """
        for pair in (f"{a}/{b}", f"{b}/{a}", ANYWHERE):
            for way in (mode, ANYWHERE):
                rows = [row for row in self._waits.get((pair, kind, way), ()) if row.holds_on(on)]
                if rows:
                    return rows[-1]
        message = f"the table of waits has no row for a border of the kind {kind!r}"
        raise DataError(message)


def speed_of(row: dict[str, str]) -> Speed:
    """The number of one table row."""
    return Speed(
        quantity=row["quantity"],
        mode=row["mode"],
        context=row["context"],
        from_km=facts.number(row["from_km"]) or 0.0,
        brisk=facts.number(row["brisk"]),
        typical=facts.number(row["typical"]),
        unit=row["unit"],
        valid_from=facts.day(row["valid_from"]),
        valid_to=facts.day(row["valid_to"]),
        source=row["source"],
        confidence=row["confidence"],
    )


def wait_of(row: dict[str, str]) -> Wait:
    """The wait of one table row."""
    return Wait(
        pair=row["pair"],
        kind=row["kind"],
        mode=row["mode"],
        valid_from=facts.day(row["valid_from"]),
        valid_to=facts.day(row["valid_to"]),
        brisk_min=float(row["brisk_min"]),
        typical_min=float(row["typical_min"]),
        source=row["source"],
        confidence=row["confidence"],
    )


@cache
def open_speeds() -> SpeedTable:
    """The shipped numbers, read on first use."""
    return SpeedTable(map(speed_of, facts.rows("speeds")), map(wait_of, facts.rows("waits")), open_records())
