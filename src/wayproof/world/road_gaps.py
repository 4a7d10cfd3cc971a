"""Places on land that no road joins to the rest of it, and lands that no road joins to each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wayproof.world import facts
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wayproof.world.places import Place


YEAR = 12
"""Months."""


@dataclass(frozen=True, slots=True)
class RoadGap:
    """A gap in the roads of one land mass, as a source tells of it; a road that only the data lack is none.

    Attributes
    ----------
    id, name
        Its key, and what lies apart.
    land_a, land_b
        Codes of the countries on both sides, where it parts whole countries; empty where it surrounds one spot.
    lat, lon
        The middle of the spot; None where it parts countries.
    lat_b, lon_b
        The middle of the land that it is not joined to; None where it is joined to nothing beyond `far_km`.
    near_km, far_km
        Nothing within the first distance is joined by road to anything beyond the second, or where the other land is
        given, to anything there within the second; what lies in between is left open.
    until
        The last day without a road; None where there is none yet.
    months
        Months in which a road leads there all the same: over ice, or over a pass free of snow; none for most.
    days
        In so many days a vehicle can be carried round the gap without a word about it.
    source, confidence
        Who says so, and how certain it is.
    """

    id: str
    name: str
    land_a: frozenset[str]
    land_b: frozenset[str]
    lat: float | None
    lon: float | None
    lat_b: float | None
    lon_b: float | None
    near_km: float
    far_km: float
    until: date | None
    months: frozenset[int]
    days: float
    source: str
    confidence: str

    def parts(self, a: Place, b: Place) -> bool:
        """Whether it lies between two places."""
        if self.lat is None or self.lon is None:
            sides = {(a.country, b.country), (b.country, a.country)}
            return any(one in self.land_a and other in self.land_b for one, other in sides)
        if a.is_area or b.is_area:
            return False
        if self.lat_b is not None and self.lon_b is not None:
            here, there = (self.lat, self.lon), (self.lat_b, self.lon_b)
            return any(
                distance_km(*here, one.lat, one.lon) <= self.near_km
                and distance_km(*there, other.lat, other.lon) <= self.far_km
                for one, other in ((a, b), (b, a))
            )
        first, second = sorted(distance_km(self.lat, self.lon, place.lat, place.lon) for place in (a, b))
        return first <= self.near_km and second >= self.far_km

    def held_on(self, on: date | None) -> bool:
        """Whether there was no road on that day; without a day, whether there is none yet in any month."""
        if on is None:
            return self.until is None and not self.months
        return (self.until is None or on <= self.until) and on.month not in self.months


class RoadGaps:
    """All known gaps.

    Parameters
    ----------
    gaps
        The gaps, in any order.
    """

    def __init__(self, gaps: Iterable[RoadGap]) -> None:
        self.all = tuple(gaps)

    def between(self, a: Place, b: Place, on: date | None) -> RoadGap | None:
        """The gap that parted two places on a day; None where none is known."""
        return next((gap for gap in self.all if gap.held_on(on) and gap.parts(a, b)), None)


def gap_of(row: dict[str, str]) -> RoadGap:
    """The gap of one table row."""
    return RoadGap(
        id=row["id"],
        name=row["name"],
        land_a=frozenset(row["land_a"].split()),
        land_b=frozenset(row["land_b"].split()),
        lat=facts.number(row["lat"]),
        lon=facts.number(row["lon"]),
        lat_b=facts.number(row["lat_b"]),
        lon_b=facts.number(row["lon_b"]),
        near_km=facts.number(row["near_km"]) or 0.0,
        far_km=facts.number(row["far_km"]) or 0.0,
        until=facts.day(row["until"]),
        months=_months(row["months"]),
        days=float(row["days"]),
        source=row["source"],
        confidence=row["confidence"],
    )


def _months(span: str) -> frozenset[int]:
    """The months of a span "12-4", which may lead over the turn of the year."""
    if not span:
        return frozenset()
    first, last = (int(month) for month in span.split("-"))
    return frozenset((month - 1) % YEAR + 1 for month in range(first, last + 1 + (YEAR if last < first else 0)))


@cache
def open_road_gaps() -> RoadGaps:
    """The shipped gaps, read on first use."""
    return RoadGaps(map(gap_of, facts.rows("road_gaps")))
