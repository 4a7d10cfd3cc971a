"""What joins roads over water, or keeps them apart: bridges, tunnels and ferries; borders without roads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Link:
    """A bridge, tunnel, shuttle or ferry line that the road graph lacked, with the dates it was in use.

    ``a`` and ``b`` are its nodes. ``opened`` None means that the first day is not known, ``closed`` None that it runs.
    ``hours`` is the published crossing time, None for roads. ``cost_km`` is the road length that takes as long.
    """

    id: str
    name: str
    mode: str
    a: int
    b: int
    km: float
    cost_km: float
    hours: float | None
    opened: date | None
    closed: date | None
    source: str
    confidence: str

    def open_on(self, on: date | None) -> bool:
        """Whether it was in use on that day; without a day, whether it is in use now."""
        if on is None:
            return self.closed is None
        return (self.opened is None or self.opened <= on) and (self.closed is None or on < self.closed)


@dataclass(frozen=True, slots=True)
class RoadlessBorder:
    """A border between two neighbours that no road passes, and why: the Darién gap, a river, a closed line."""

    countries: frozenset[str]
    reason: str
    source: str


def links_of(rows: Iterable[Mapping[str, Any]]) -> list[Link]:
    """The links of a stored network, whose days are ISO texts or None."""
    return [Link(**{**row, "opened": _day(row["opened"]), "closed": _day(row["closed"])}) for row in rows]


def crossing_of_rows(rows: Mapping[str, Sequence[int]], size: int) -> list[str | None]:
    """For each of so many border roads the id of its crossing or None, from the rows of each crossing."""
    crossings: list[str | None] = [None] * size
    for name, numbers in rows.items():
        for number in numbers:
            crossings[number] = name
    return crossings


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
