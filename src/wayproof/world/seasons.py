"""Roads over passes and border posts that are shut for a part of every year: by snow, most of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from wayproof.world import facts

if TYPE_CHECKING:
    from collections.abc import Iterable

PASS_KM = 6.0
"""So near to the middle of a pass a place is the pass itself: positions of passes are good to a few km."""


@dataclass(frozen=True, slots=True)
class Season:
    """A part of every year in which no vehicle was let over a pass.

    Snow comes and goes in other weeks each year: the days are those of the core, on which the road was shut in every
    year that is known of.

    Attributes
    ----------
    id, name
        Its key, and the name of the pass or post.
    crossing
        Id of the border crossing that it shuts; empty where the road stays in one country.
    lat, lon
        The middle of the pass.
    first, last
        First and last day of the season as (month, day); the first is the later one where it leads over the turn of
        the year.
    since, until
        The years in which this held; None where the table sets no bound.
    source, confidence
        Who says so, and how certain it is.
    """

    id: str
    name: str
    crossing: str
    lat: float
    lon: float
    first: tuple[int, int]
    last: tuple[int, int]
    since: date | None
    until: date | None
    source: str
    confidence: str

    def begun(self, on: date) -> date | None:
        """The first day of the season that covers a day; None where the road was not shut for a season then."""
        if (self.since is not None and on < self.since) or (self.until is not None and on > self.until):
            return None
        day = (on.month, on.day)
        if self.first <= self.last:
            return date(on.year, *self.first) if self.first <= day <= self.last else None
        if day >= self.first:
            return date(on.year, *self.first)
        return date(on.year - 1, *self.first) if day <= self.last else None

    @property
    def is_uncertain(self) -> bool:
        """Whether it is recalled and not certain."""
        return self.confidence == facts.UNCERTAIN


class Seasons:
    """All seasons, by the border crossing that they shut and by position.

    Parameters
    ----------
    seasons
        The seasons, in any order.
    """

    def __init__(self, seasons: Iterable[Season]) -> None:
        self.all = tuple(seasons)
        self._by_crossing: dict[str, list[Season]] = {}
        for season in self.all:
            self._by_crossing.setdefault(season.crossing, []).append(season)

    def shut(self, crossing: str, on: date) -> Season | None:
        """The season that shut a border crossing on a day; None where none did."""
        return next((one for one in self._by_crossing.get(crossing, ()) if crossing and one.begun(on)), None)

    def at(self, lat: float, lon: float) -> tuple[Season, ...]:
        """The seasons of the pass at a position; () where it is no pass of the table."""
        from wayproof.world.geodesy import distance_km

        return tuple(one for one in self.all if distance_km(lat, lon, one.lat, one.lon) <= PASS_KM)


def season_of(row: dict[str, str]) -> Season:
    """The season of one table row."""
    return Season(
        id=row["id"],
        name=row["name"],
        crossing=row["crossing"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        first=_day(row["first"]),
        last=_day(row["last"]),
        since=facts.day(row["since"]),
        until=facts.day(row["until"]),
        source=row["source"],
        confidence=row["confidence"],
    )


def _day(text: str) -> tuple[int, int]:
    """Month and day of a cell "12-31"."""
    month, day = text.split("-")
    return int(month), int(day)


@cache
def open_seasons() -> Seasons:
    """The shipped seasons, read on first use."""
    return Seasons(map(season_of, facts.rows("seasons")))
