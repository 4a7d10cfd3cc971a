"""What there is to say about one leg: its ways with their grades, its window, and the ground in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.verdict.hours import hours

if TYPE_CHECKING:
    from datetime import timedelta

    from shapely import MultiPolygon

    from wayproof.travel.routes import Route
    from wayproof.verdict.grades import Verdict
    from wayproof.world.crossings import Status
    from wayproof.world.places import Place


@dataclass(frozen=True, slots=True)
class GradedRoute:
    """A route, what it alone would make of its leg, and the leg's window minus its typical duration.

    `slack` is None where the leg has no window or the route no typical duration.
    """

    route: Route
    verdict: Verdict
    slack: timedelta | None


@dataclass(frozen=True, slots=True)
class Within:
    """A town or a border crossing within reach between two visits.

    Attributes
    ----------
    id, name
        Of the place or the crossing.
    country
        ISO alpha-2; None for a crossing, which has two.
    lat, lon
        Degrees.
    countries
        The two countries of a crossing; () for a town.
    status
        Of a crossing on the day of travel; None for a town.
    """

    id: str
    name: str
    country: str | None
    lat: float
    lon: float
    countries: tuple[str, ...] = ()
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Prism:
    """Where the traveller can have been between two visits: what time geography calls the space-time prism.

    Attributes
    ----------
    mode
        The quickest way of the leg, by whose pace the ground is reckoned.
    bound
        Whose pace: "brisk" or "typical".
    sum_km
        How long, as the crow flies, the way there and the way on may be together.
    area
        The ground in degrees (lon, lat), cut at the antimeridian; an outer bound with few corners.
    towns
        The largest towns within, both ends apart.
    crossings
        Border crossings within that the mode can use, those nearest to the way first.
    more_crossings
        How many further crossings lie within.
    """

    mode: str
    bound: str
    sum_km: float
    area: MultiPolygon
    towns: tuple[Within, ...]
    crossings: tuple[Within, ...]
    more_crossings: int = 0


@dataclass(frozen=True, slots=True)
class LegAssessment:
    """One leg: two successive visits, the time between them and the ways to make it.

    Attributes
    ----------
    index, last
        Indexes of its two visits. `last` is ``index + 1``, unless the visits between are in areas that the leg spans.
    origin, destination
        The two places.
    window
        The longest time that the rest of the story leaves for the leg; None when it sets no limit. Negative when
        the story puts the arrival before the departure.
    verdict
        The grade range of this leg taken alone.
    slack
        `window` minus the typical duration of the first of `routes`; None without either.
    limit, brisk, typical
        The least duration over the routes for each bound (from the nearest points, where places are areas);
        None where no honest estimate exists.
    routes
        The ways, in the order in which a reader is told of them (:func:`wayproof.verdict.ranking.ranked`).
    separation_km
        Least distance between the two places, their extents counted; 0 where they touch.
    judged
        Whether the leg had what it takes to be judged: a window, two known places, and a distance between them.
    decides
        Whether it is the leg that decides the itinerary's grade.
    reason
        One sentence: why this grade.
    prism
        Where the traveller can have been in between; None where that cannot be said, and in long itineraries.
    """

    index: int
    last: int
    origin: Place
    destination: Place
    window: timedelta | None
    verdict: Verdict
    slack: timedelta | None
    limit: timedelta | None
    brisk: timedelta | None
    typical: timedelta | None
    routes: tuple[GradedRoute, ...]
    separation_km: float
    judged: bool
    decides: bool
    reason: str
    prism: Prism | None = None

    @property
    def window_hours(self) -> float | None:
        """The window in hours; None when the story sets no limit."""
        return hours(self.window)

    @property
    def slack_hours(self) -> float | None:
        """The slack in hours; None without a window or a typical duration."""
        return hours(self.slack)
