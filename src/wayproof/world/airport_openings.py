"""From when to when airports were in use: a story that flies to an island before its first runway finds none there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.world import facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Opening:
    """The days on which an airport served a place.

    ``icao`` is the airport's code, empty for a place that never had an airfield, which ``lat`` and ``lon`` then give.
    ``since`` is the first day on which civil aircraft with passengers may have landed, flying boats included (the
    first of January where only the year is known), ``until`` the last (None: still in use when the source was
    written). ``succeeds`` names the airport that served the same town before: then ``since`` says nothing against a
    flight of an earlier day.
    """

    icao: str
    name: str
    lat: float | None
    lon: float | None
    since: date | None
    until: date | None
    succeeds: str
    source: str
    confidence: str

    @property
    def is_uncertain(self) -> bool:
        """Whether it is recalled and not certain: such a row is told, and not held against a story."""
        return self.confidence == facts.UNCERTAIN

    def rules_out(self, on: date) -> bool:
        """Whether no airliner served the place on that day, by this row."""
        if not self.icao:
            return True
        early = self.since is not None and on < self.since and not self.succeeds
        return early or (self.until is not None and on > self.until)


class Openings:
    """The days of airports by code, and the places that never had one.

    Parameters
    ----------
    rows
        The rows, one for each airport.
    """

    def __init__(self, rows: Iterable[Opening] = ()) -> None:
        self.all = tuple(rows)
        self.by_icao = {one.icao: one for one in self.all if one.icao}
        self.never = tuple(one for one in self.all if not one.icao)

    def out_of_use(self, on: date | None) -> tuple[Opening, ...]:
        """The certain rows of airports that were not in use on a day; () without a day."""
        if on is None:
            return ()
        return tuple(one for one in self.by_icao.values() if one.rules_out(on) and not one.is_uncertain)


def opening_of(row: dict[str, str]) -> Opening:
    """The days of one table row."""
    return Opening(
        icao=row["icao"],
        name=row["name"],
        lat=facts.number(row["lat"]),
        lon=facts.number(row["lon"]),
        since=facts.day(row["since"]),
        until=facts.day(row["until"]),
        succeeds=row["succeeds"],
        source=row["source"],
        confidence=row["confidence"],
    )
