"""The least time that a leg can take: under each bound, for the kindest and for the unkindest reading of its places."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from wayproof.travel.durations import NO_ROAD_DATA, VERBS, limit_for
from wayproof.travel.trackless import TRACKLESS
from wayproof.verdict.grades import UNKNOWN, Grade, Verdict
from wayproof.verdict.legs import AFLOAT, Nature, nature
from wayproof.world.geodesy import distance_km
from wayproof.world.regimes import AIR_MODES
from wayproof.world.water import sea_km

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wayproof.story.itineraries.itinerary import Itinerary, Visit
    from wayproof.travel.routes import Route
    from wayproof.verdict.legs import PlannedLeg
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

BOUNDS: Final = ("limit", "brisk", "typical")
"""The three durations, quickest first. A window that holds none of them is impossible, all of them possible."""

RESERVED: Final = frozenset({"military_jet", "supersonic", "balloon", "airship", "glider", "spacecraft"})
"""What counts only where the text puts the traveller into one."""

ROAD_BOUND: Final = frozenset({"bus", "motorcycle"})
"""What drives on roads and has few records of its own: over no distance was it quicker than the quickest car."""

OVERLAND: Final = frozenset({"car", "bus", "motorcycle", "rail", "bicycle", "foot", "horse", "skates", "wheelchair"})
"""What carries nobody over an ocean."""

OCEAN_KM: Final = 3000.0
"""Farther than the straight line of a drive lies over bays: from Madrid to the north of Scotland are 1,900 km."""

DRIVE, WALK = "car", "foot"

HALF: Final = 0.5
"""Where the extents of two places leave less than this share of the way between their centres, the edges count and
not the centres."""

STRETCHING: Final = frozenset({*VERBS.values(), "driving", "flight", "moving", "rest", "nights", "access by road"})
"""Parts of a travel time that grow with the distance; the others (ferries, borders, airports) do not."""

GRADES: Final = tuple(Grade)
TOLERANCE_SECONDS: Final = 1.0
"""Clock times are told to the minute; a second decides nothing."""


@dataclass(frozen=True, slots=True)
class Durations:
    """Limit, brisk and typical in seconds, ascending; infinite where there is no honest estimate."""

    limit: float
    brisk: float
    typical: float

    @classmethod
    def ordered(cls, limit: float, brisk: float, typical: float) -> Durations:
        """The three, each at least as long as the one before."""
        brisk = max(limit, brisk)
        return cls(limit, brisk, max(brisk, typical))

    def get(self, bound: str) -> float:
        """The duration under a bound by its name."""
        return {"limit": self.limit, "brisk": self.brisk, "typical": self.typical}[bound]

    def grade(self, window: float) -> Grade:
        """The grade of a window of so many seconds."""
        held = sum(window + TOLERANCE_SECONDS >= self.get(bound) for bound in BOUNDS)
        return GRADES[held]


NOTHING: Final = Durations(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class LeastTimes:
    """What a leg takes at least.

    Attributes
    ----------
    low
        For the kindest reading: the nearest points of both places, the nearest bearers of ambiguous names, the
        limit where an estimate is missing.
    high
        For the unkindest reading that the story leaves open: from centre to centre, the farthest bearers, no end
        where an estimate is missing. Equal to `low` where the places are known well enough.
    separation_km
        The least distance between the places as they were chosen.
    nature
        What their positions allow to say.
    """

    low: Durations
    high: Durations
    separation_km: float
    nature: Nature

    def verdict(self, window: float) -> Verdict:
        """The grades that a window of so many seconds may deserve."""
        return Verdict(self.high.grade(window), self.low.grade(window))


def least_times(leg: PlannedLeg, itinerary: Itinerary, world: World) -> LeastTimes:
    """The least times of a leg over all its routes and all readings of its places."""
    origin, destination = itinerary.visits[leg.first], itinerary.visits[leg.last]
    kind = nature(origin.place, destination.place, world)
    doubtful = bool(origin.alternatives or destination.alternatives)
    if kind is Nature.SAME and not doubtful:
        return LeastTimes(NOTHING, _between_centres(leg), 0.0, kind)
    apart = 0.0 if kind is Nature.SAME else world.borders.separation_km(origin.place, destination.place)
    # an area that the journey starts in may be left from anywhere; one on the way, or at its end, from its edge
    open_start = leg.first == 0 and origin.place.is_area
    low, high = _reading(leg, apart, world, open_start=open_start)
    if doubtful:
        readings = [_other_reading(leg, a, b, world) for a, b in _bearers(origin, destination)]
        low = _each(min, [low, *(_estimated(one) for one in readings)])
        high = _each(max, [high, *readings])
    if is_outer_bound(leg):
        low = Durations.ordered(low.limit, low.limit, low.limit)
    return LeastTimes(low, high, apart, kind)


def is_outer_bound(leg: PlannedLeg) -> bool:
    """Whether what is estimated can bear a leg out and never speak against it: it may have gone quicker another way."""
    return may_have_flown(leg) or is_trackless(leg)


def is_trackless(leg: PlannedLeg) -> bool:
    """Whether nothing but hauling a vehicle over land without a road has an estimate."""
    estimated = {route.basis for route in leg.routes if route.time.brisk is not None}
    return estimated == {TRACKLESS}


def may_have_flown(leg: PlannedLeg) -> bool:
    """Whether nothing but ships has an estimate, and aircraft only for want of a known airfield.

    Where no road leads, people are flown to ice, lagoons and strips that the table lacks: then a ship's time is no
    reason to call the journey implausible. A closed sky is another matter.
    """
    estimated = {mode for route in leg.routes if route.time.brisk is not None for mode in route.means}
    unserved = any(route.mode in AIR_MODES and route.time.brisk is None and not route.needs for route in leg.routes)
    return not leg.query.modes and bool(estimated) and estimated <= AFLOAT and unserved


def _between_centres(leg: PlannedLeg) -> Durations:
    """What the way between two places that touch takes from centre to centre; nothing where no estimate exists.

    That they touch proves no travel. But where there was time for the whole way, no doubt remains.
    """
    brisk, typical = _quickest(leg)
    areas = leg.query.origin.is_area or leg.query.destination.is_area
    return NOTHING if areas or math.isinf(brisk) else Durations.ordered(0.0, brisk, typical)


def route_durations(route: Route, low: Durations) -> Durations:
    """What one route alone takes, the limit from the nearest points of the places included."""
    return Durations.ordered(min(low.limit, route.time.limit.total_seconds()), *_estimates(route))


def unjudged(low: Grade) -> Verdict:
    """The verdict on what cannot be judged, when even the kindest reading allows no better grade than this."""
    return Verdict(UNKNOWN.worst, low)


def _reading(leg: PlannedLeg, apart_km: float, world: World, *, open_start: bool) -> tuple[Durations, Durations]:
    """The kindest and the unkindest reading of the places as they were chosen."""
    limit = _limit(leg, apart_km, world)
    brisk, typical = _quickest(leg)
    centres = Durations.ordered(limit, brisk, typical)
    centres_km = _centres_km(leg.query.origin, leg.query.destination)
    share = min(1.0, apart_km / centres_km) if centres_km else 0.0
    areas = leg.query.origin.is_area or leg.query.destination.is_area
    if not areas and share >= HALF:
        return _estimated(centres), centres
    nearest = _estimated(Durations.ordered(limit, *_shortened(leg, share, whole=areas)))
    if open_start:
        return nearest, Durations.ordered(max(limit, min(_route_limits(leg), default=limit)), brisk, typical)
    return nearest, centres if math.isinf(brisk) and apart_km > 0.0 else nearest


def _estimated(durations: Durations) -> Durations:
    """The kindest reading: where there is no estimate nothing longer than the limit is certain."""
    brisk, typical = (0.0 if math.isinf(one) else one for one in (durations.brisk, durations.typical))
    return Durations.ordered(durations.limit, brisk, typical)


def _quickest(leg: PlannedLeg) -> tuple[float, float]:
    """The least brisk and the least typical duration over the routes, in seconds; infinite without any.

    Where the data lack the road, and the text leaves the means open or drives a part of the way, a walk is no measure:
    somebody drove there, or walked the last of it.
    """
    walked = set(leg.query.modes) == {WALK}
    roadless = not walked and any(_lacks_road(route) for route in leg.routes)
    pairs = [_estimates(route) for route in leg.routes if not (roadless and route.mode == WALK)]
    brisk, typical = (min((pair[at] for pair in pairs), default=math.inf) for at in (0, 1))
    return brisk, typical


def _shortened(leg: PlannedLeg, share: float, *, whole: bool) -> tuple[float, float]:
    """The least brisk and the least typical duration over a share of the way.

    Between two places with positions what does not depend on how far it is (ferries, borders, airports) stays; where
    an area is left or reached at its nearest point, it may not lie on that way at all, and the `whole` is shortened.
    """
    if not share:
        return 0.0, 0.0
    shortened = [(_share(route, "brisk", share, whole), _share(route, "typical", share, whole)) for route in leg.routes]
    brisk, typical = (min((pair[at] for pair in shortened), default=math.inf) for at in (0, 1))
    return brisk, typical


def _share(route: Route, bound: str, share: float, whole: bool) -> float:  # noqa: FBT001 - two readings of one way
    brisk, typical = _estimates(route)
    total = brisk if bound == "brisk" else typical
    if whole or math.isinf(total):
        return total * share
    fixed = sum(
        (part.brisk if bound == "brisk" else part.typical).total_seconds()
        for part in route.time.parts
        if part.name not in STRETCHING
    )
    return fixed + (total - fixed) * share


def _other_reading(leg: PlannedLeg, a: Place, b: Place, world: World) -> Durations:
    """The least times if the names meant these two places, by the pace of the routes found for the chosen ones."""
    if nature(a, b, world) is Nature.SAME:
        return NOTHING
    limit = _limit(leg, world.borders.separation_km(a, b), world)
    chosen_km = _centres_km(leg.query.origin, leg.query.destination)
    brisk, typical = _quickest(leg)
    scale = _centres_km(a, b) / chosen_km if chosen_km else 0.0
    if not scale:
        return Durations.ordered(limit, limit, limit)
    return Durations.ordered(limit, brisk * scale, typical * scale)


def _limit(leg: PlannedLeg, apart_km: float, world: World) -> float:
    """The limit in seconds over the modes that the text leaves open.

    Where it names only ways that nobody could travel on that day, every other way counts: that a machine did not exist
    is a finding of its own, and no reason to call the journey impossible.
    """
    if apart_km <= 0.0:
        return 0.0
    day, records = leg.query.on, world.speeds.records
    told = [mode for mode in leg.query.modes if records.exists(mode, day)]
    told = [] if _was_carried(leg, apart_km, world) else told
    free = [mode for mode in records.modes() if mode not in RESERVED and records.exists(mode, day)]
    times = [limit_for(apart_km, mode, day, world.speeds).total_seconds() for mode in told or free]
    limit = min((*times, *_route_limits(leg)), default=0.0)
    if told and ROAD_BOUND.issuperset(told) and records.exists("car", day):
        return max(limit, limit_for(apart_km, "car", day, world.speeds).total_seconds())
    return limit


def _was_carried(leg: PlannedLeg, apart_km: float, world: World) -> bool:
    """Whether the text names wheels or feet alone for a way that lies for the most part over an ocean.

    Then the words tell only of its beginning or its end: somebody went to the airport by taxi.
    """
    if not leg.query.modes or not OVERLAND.issuperset(leg.query.modes) or apart_km <= OCEAN_KM:
        return False
    a, b = leg.query.origin, leg.query.destination
    return sea_km((a.lat, a.lon), (b.lat, b.lon), world.borders) >= apart_km * HALF


def _route_limits(leg: PlannedLeg) -> tuple[float, ...]:
    return tuple(route.time.limit.total_seconds() for route in leg.routes)


def _lacks_road(route: Route) -> bool:
    return route.mode == DRIVE and route.basis == NO_ROAD_DATA and route.time.brisk is None


def _estimates(route: Route) -> tuple[float, float]:
    brisk, typical = route.time.brisk, route.time.typical
    return (
        math.inf if brisk is None else brisk.total_seconds(),
        math.inf if typical is None else typical.total_seconds(),
    )


def _bearers(origin: Visit, destination: Visit) -> Iterable[tuple[Place, Place]]:
    """Every pair of bearers but the chosen one."""
    firsts, seconds = (origin.place, *origin.alternatives), (destination.place, *destination.alternatives)
    pairs = [(a, b) for a, b in product(firsts, seconds) if (a.id, b.id) != (origin.place.id, destination.place.id)]
    return dict.fromkeys(pairs)


def _each(pick: Callable[[Iterable[float]], float], readings: Sequence[Durations]) -> Durations:
    """Bound by bound the least or the greatest of several readings."""
    return Durations.ordered(*(pick([one.get(bound) for one in readings]) for bound in BOUNDS))


def _centres_km(a: Place, b: Place) -> float:
    return distance_km(a.lat, a.lon, b.lat, b.lon)
