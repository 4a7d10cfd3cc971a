"""Flights with published times that no estimate by distance would give: those of Concorde."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wayproof.world import facts

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class AirLine:
    """A line flown with a published time between two airports, in both directions.

    ``airport_a`` and ``airport_b`` are ICAO codes. ``hours`` is from gate to gate on the faster of both directions.
    ``valid_from`` and ``valid_to`` are the first and the last day.
    """

    id: str
    name: str
    airport_a: str
    airport_b: str
    hours: float
    valid_from: date | None
    valid_to: date | None
    source: str
    confidence: str

    def runs_on(self, on: date | None) -> bool:
        """Whether it was flown on that day; without a day, whether it is flown now."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


def line_of(row: dict[str, str]) -> AirLine:
    """The line of one table row."""
    return AirLine(
        id=row["id"],
        name=row["name"],
        airport_a=row["airport_a"],
        airport_b=row["airport_b"],
        hours=float(row["hours"]),
        valid_from=facts.day(row["valid_from"]),
        valid_to=facts.day(row["valid_to"]),
        source=row["source"],
        confidence=row["confidence"],
    )


@cache
def open_air_lines() -> tuple[AirLine, ...]:
    """The shipped lines, read on first use."""
    return tuple(map(line_of, facts.rows("air_lines")))
