"""The limit curve: how fast anybody has ever covered a distance, by way of travel and era."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from wayproof.errors import DataError
from wayproof.world import facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Record:
    """One best performance: nobody is known to have covered ``distance_km`` this way in less than ``duration_h``.

    The row bounds all travel between ``valid_from`` and ``valid_to`` (None: no end on that side). A body's
    record bounds earlier times too, a machine's only those in which such machines existed. ``least_km`` is the distance
    below which the row says nothing: Concorde flew no hop at twice the speed of sound.
    """

    mode: str
    distance_km: float
    duration_h: float
    valid_from: date | None
    valid_to: date | None
    who: str
    source: str
    confidence: str
    least_km: float = 0.0

    @property
    def pace_kmh(self) -> float:
        """The average speed of the record."""
        return self.distance_km / self.duration_h

    def holds_on(self, on: date) -> bool:
        """Whether the row bounds travel on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class LimitCurve:
    """The least time in which a distance can be covered, read off a set of records.

    An average over a distance is never above the best average over a shorter one, so a record that is faster than a
    shorter one replaces it. Between two records the curve is straight in log-log (what a body or a machine can keep up
    falls as a power of time). Below the shortest the top speed holds, beyond the longest its pace. Records that say
    nothing of short ways count from their least distance on. The curve rises with distance.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        rows = tuple(records)
        near = [record for record in rows if not record.least_km]
        self._far_km = min((record.least_km for record in rows if record.least_km), default=0.0)
        farther = [replace(one, least_km=0.0) if one.least_km <= self._far_km else one for one in rows]
        self._far = LimitCurve(farther) if 0 < len(near) < len(rows) else None
        points: list[Record] = []
        for record in sorted(near or rows, key=lambda r: (-r.distance_km, -r.pace_kmh)):
            if not points or record.pace_kmh > points[-1].pace_kmh:
                if points and points[-1].distance_km == record.distance_km:
                    points.pop()
                points.append(record)
        self.records = tuple(reversed(points))
        if not self.records:
            message = "a limit curve needs at least one record"
            raise DataError(message)

    def pace_kmh(self, distance_km: float) -> float:
        """The fastest average speed over a distance."""
        if self._far is not None and distance_km >= self._far_km:
            return distance_km / max(self._hours_near(self._far_km), self._far.hours(distance_km))
        return self._pace_near(distance_km)

    def _hours_near(self, distance_km: float) -> float:
        return distance_km / self._pace_near(distance_km)

    def _pace_near(self, distance_km: float) -> float:
        first, last = self.records[0], self.records[-1]
        if distance_km <= first.distance_km:
            return first.pace_kmh
        if distance_km >= last.distance_km:
            return last.pace_kmh
        below = max(r for r in range(len(self.records)) if self.records[r].distance_km <= distance_km)
        shorter, longer = self.records[below], self.records[below + 1]
        share = math.log(distance_km / shorter.distance_km) / math.log(longer.distance_km / shorter.distance_km)
        return shorter.pace_kmh * math.pow(longer.pace_kmh / shorter.pace_kmh, share)

    def hours(self, distance_km: float) -> float:
        """The least hours for a distance."""
        return distance_km / self.pace_kmh(distance_km)

    def behind(self, distance_km: float) -> tuple[Record, ...]:
        """The one or two records that the curve rests on at a distance: what a report names as its source."""
        if self._far is not None and distance_km >= self._far_km:
            return self._far.behind(distance_km)
        shorter = [r for r in self.records if r.distance_km <= distance_km]
        longer = [r for r in self.records if r.distance_km > distance_km]
        return (*shorter[-1:], *longer[:1])


class Records:
    """The records of all ways of travel.

    Parameters
    ----------
    records
        The rows, in any order.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.all = tuple(records)
        self._curves: dict[tuple[int, ...], LimitCurve] = {}

    def modes(self) -> tuple[str, ...]:
        """The ways of travel that the table knows, sorted."""
        return tuple(sorted({record.mode for record in self.all}))

    def exists(self, mode: str, on: date | None) -> bool:
        """Whether anybody could travel this way on that day (None: today)."""
        return bool(self._rows(mode, on))

    def curve(self, mode: str, on: date | None) -> LimitCurve:
        """The limit curve of a way of travel on a day (None: the fastest of all times).

        Raises
        ------
        DataError
            Nobody could travel this way on that day, or the table does not know it; ask `exists` first.
        """
        rows = self._rows(mode, on)
        if not rows:
            message = f"no record bounds travel by {mode!r} on {on}: known ways are {', '.join(self.modes())}"
            raise DataError(message)
        if rows not in self._curves:
            self._curves[rows] = LimitCurve(self.all[row] for row in rows)
        return self._curves[rows]

    def _rows(self, mode: str, on: date | None) -> tuple[int, ...]:
        return tuple(
            row for row, record in enumerate(self.all) if record.mode == mode and (on is None or record.holds_on(on))
        )


def record_of(row: dict[str, str]) -> Record:
    """The record of one table row."""
    return Record(
        mode=row["mode"],
        distance_km=float(row["distance_km"]),
        duration_h=float(row["duration_h"]),
        valid_from=facts.day(row["valid_from"]),
        valid_to=facts.day(row["valid_to"]),
        who=row["who"],
        source=row["source"],
        confidence=row["confidence"],
        least_km=facts.number(row["least_km"]) or 0.0,
    )


@cache
def open_records() -> Records:
    """The shipped records, read on first use."""
    return Records(map(record_of, facts.rows("records")))
