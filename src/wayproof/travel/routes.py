"""Ways to make a leg: the question, and the routes that answer it (:mod:`wayproof.travel.search` finds them)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.durations import TravelTime
    from wayproof.world.places import Place


@dataclass(frozen=True, slots=True)
class LegQuery:
    """One leg to be travelled.

    Parameters
    ----------
    origin, destination
        Where it starts and ends.
    on
        The day of travel; None where the story gives none (then today's links are used and the routes say so).
    modes
        Modes the text names for the way; empty where it names none.
    via
        Countries (ISO alpha-2) the hypothesis wants in between, in order.
    airside
        Whether the departure and the arrival told are those of the aircraft itself; then nothing on the ground counts
        at that end.
    """

    origin: Place
    destination: Place
    on: date | None
    modes: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    airside: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a route in one mode and, on land, in one country.

    Parameters
    ----------
    mode
        Mode of travel on this stretch ("car", "ferry", "foot", ...).
    geometry
        The line as (lat, lon) in degrees, two points at least.
    km
        Length as travelled.
    basis
        "road network", "ferry line", "geodesic estimate" or "access" (from a place to the road and back).
    country
        ISO alpha-2 of the territory, None at sea, in the air or where it was not worked out.
    link
        Name of the bridge, tunnel or ferry line where the stretch is one.
    hours
        Published crossing time of a ferry or shuttle; None where the speed tables decide.
    source
        Where ``hours`` and the dates of the link come from.
    """

    mode: str
    geometry: tuple[tuple[float, float], ...]
    km: float
    basis: str
    country: str | None = None
    link: str | None = None
    hours: float | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """One candidate way to make a leg.

    Parameters
    ----------
    mode
        The main mode; a car route with a ferry in it is still a car route.
    segments
        Its stretches, in order; each starts where the one before ends.
    km
        Length of all segments together.
    geodesic_km
        Shortest distance on the ellipsoid between the two ends; ``limit`` rests on it and never on ``km``.
    borders
        Border events, in order.
    time
        Limit, brisk and typical durations.
    countries
        ISO alpha-2 codes in the order they are entered.
    basis
        What the route rests on: "road network", "geodesic estimate" or "no road data" (its ``km`` proves nothing).
    needs
        Unlawful or unproven steps, each with its reason; empty where there are none.
    note
        A remark for the reader, or None.
    """

    mode: str
    segments: tuple[Segment, ...]
    km: float
    geodesic_km: float
    borders: tuple[BorderEvent, ...]
    time: TravelTime
    countries: tuple[str, ...]
    basis: str
    needs: tuple[str, ...] = ()
    note: str | None = None

    @property
    def means(self) -> tuple[str, ...]:
        """The means of its stretches in order, each change once, but for the way to a road, station or airport."""
        told = [segment.mode for segment in self.segments if segment.basis != "access"] or [self.mode]
        return tuple(mode for at, mode in enumerate(told) if at == 0 or mode != told[at - 1])

    @property
    def geometry(self) -> tuple[tuple[float, float], ...]:
        """The whole line as (lat, lon), segment after segment, shared points once."""
        points: list[tuple[float, float]] = []
        for segment in self.segments:
            points.extend(segment.geometry[1:] if points and points[-1] == segment.geometry[0] else segment.geometry)
        return tuple(points)


MIXED = "mixed"
"""The basis of a way made of pieces by different means."""

BY_ROAD = ("car", "bus", "motorcycle", "bicycle", "foot", "horse", "skates", "wheelchair")
"""Modes that can follow roads."""
UNDER_OWN_POWER = ("bicycle", "foot", "horse", "skates", "wheelchair")
