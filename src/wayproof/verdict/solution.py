"""Solving an itinerary: the windows of its legs, the grade of the whole, and the contradictions, if any."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from wayproof.travel.durations import limit_for
from wayproof.verdict.constraints import Constraint, Network, instant
from wayproof.verdict.doubts import doubted, is_of, unanchored
from wayproof.verdict.grades import Grade, Verdict
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.least_times import BOUNDS, GRADES, TOLERANCE_SECONDS
from wayproof.verdict.statements import arrival, departure, soft_bounds, story_network, travel_bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    import numpy as np

    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.conflicts import Conflict, Statement
    from wayproof.verdict.least_times import Durations, LeastTimes
    from wayproof.verdict.legs import PlannedLeg
    from wayproof.world.atlas import World

BOUND_WORDS: Final = {
    "limit": "at the best pace on record",
    "brisk": "for a determined and lucky traveller",
    "typical": "for an ordinary traveller",
}

NEVER_SECONDS: Final = 1e11
"""Stands for a duration nobody could estimate, in the unkindest reading: longer than any story."""

BY_DAYS_HOURS: Final = 20.0
"""A story that contradicts itself by so much has its days wrong, and not its clock."""

LONGEST_RUN: Final = 40
"""How many legs in one mode are tested together; longer runs are tested in part."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What the constraints say about an itinerary.

    Attributes
    ----------
    joint
        The grades that the whole may deserve, by time alone.
    windows
        For each planned leg the longest time in seconds that the rest of the story leaves for it; None where it
        sets no limit.
    soft
        For each planned leg whether its window rests on the day of publication alone.
    conflicts
        The contradictions under the first bound that fails.
    network
        The story's statements and the order of the visits, without travel.
    doubtful
        Whether what refutes the story rests on inferred times alone.
    """

    joint: Verdict
    windows: tuple[float | None, ...]
    soft: tuple[bool, ...]
    conflicts: tuple[Conflict, ...]
    network: Network
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """An itinerary with the least times of its legs, ready to be solved, and solved again with one thing changed.

    Attributes
    ----------
    itinerary
        The visits and gaps.
    legs
        The planned legs.
    times
        The least times of each leg, in the same order.
    endurance
        Limits of several legs together, made in one mode.
    network
        The story's statements and the order of the visits.
    soft
        The bounds that rest on the day of publication.
    doubted
        The visits whose times were inferred: they refute nothing.
    """

    itinerary: Itinerary
    legs: tuple[PlannedLeg, ...]
    times: tuple[LeastTimes, ...]
    endurance: tuple[Constraint, ...]
    network: Network
    soft: tuple[Constraint, ...]
    doubted: frozenset[int] = frozenset()

    def travel(self, bound: str, durations: Sequence[Durations]) -> tuple[Constraint, ...]:
        """The travel constraints under a bound; those of no length are left to the order of the visits."""
        words = BOUND_WORDS[bound]
        single = tuple(
            travel_bound(leg.first, leg.last, min(times.get(bound), NEVER_SECONDS), self.itinerary, words)
            for leg, times in zip(self.legs, durations, strict=True)
            if times.get(bound) > 0.0
        )
        # the bounds are tried one after another, so what the limit settles need not burden the others
        return (*single, *self.endurance) if bound == BOUNDS[0] else single

    def under(self, bound: str, durations: Sequence[Durations] | None = None) -> Network:
        """The network with the travel times of one bound, of the kindest reading unless others are given."""
        return self.network.plus(self.travel(bound, durations or self.low))

    @property
    def low(self) -> tuple[Durations, ...]:
        """The durations of the kindest reading."""
        return tuple(times.low for times in self.times)

    def grade(self, durations: Sequence[Durations] | None = None, network: Network | None = None) -> Grade:
        """The grade of the whole: how many bounds can be met one after another.

        Parameters
        ----------
        durations
            Those to use instead of the kindest reading's.
        network
            The statements to use instead of the story's.
        """
        base = network or self.network
        for held, bound in enumerate(BOUNDS):
            if not _slackened(base.plus(self.travel(bound, durations or self.low))).consistent():
                return GRADES[held]
        return Grade.POSSIBLE

    def high(self, windows: Sequence[float | None]) -> tuple[Durations, ...]:
        """The durations of the unkindest reading; for a leg that cannot be judged alone, those of the kindest."""
        return tuple(
            times.low if window is None or times.verdict(window).is_unknown else times.high
            for times, window in zip(self.times, windows, strict=True)
        )

    def verdict(self, low: Sequence[Durations], high: Sequence[Durations], network: Network | None = None) -> Verdict:
        """The grades of the whole between two readings; what only inferred times refute is left open."""
        best = self.grade(low, network)
        worst = best if best is Grade.IMPOSSIBLE or tuple(low) == tuple(high) else min(best, self.grade(high, network))
        if best < Grade.TIGHT and self.doubted:
            told = (network or self.network).but(lambda one: not is_of(one, self.doubted))
            best = max(best, self.grade(low, told))
        return Verdict(worst, best)

    def windows(self) -> tuple[tuple[float | None, bool], ...]:
        """For each leg its window and whether it rests on the day of publication."""
        matrix = _longest(self.under("limit")) if self.under("limit").consistent() else _longest(self.network)
        softened = _longest(self.under("limit").plus(self.soft)) if self.soft else None
        return tuple(self._window(leg, matrix, softened) for leg in self.legs)

    def _window(
        self, leg: PlannedLeg, matrix: np.ndarray | None, softened: np.ndarray | None
    ) -> tuple[float | None, bool]:
        if matrix is None:
            return self._stated(leg), False
        ends = departure(leg.first, self.itinerary), arrival(leg.last, self.itinerary)
        window = float(matrix[ends])
        if math.isfinite(window):
            return window, False
        if softened is not None and math.isfinite(softened[ends]):
            return float(softened[ends]), True
        return None, False

    def _stated(self, leg: PlannedLeg) -> float | None:
        """The window by the two visits alone, for a story whose statements clash even without travel."""
        visits = self.itinerary.visits
        earliest, latest = visits[leg.first].earliest, visits[leg.last].latest
        stated = [
            gap.longest.total_seconds()
            for gap in self.itinerary.gaps
            if (gap.first, gap.second) == (leg.first, leg.last) and gap.longest is not None
        ]
        if earliest is not None and latest is not None:
            stated.append(instant(latest) - instant(earliest))
        return min(stated, default=None)


def problem(
    itinerary: Itinerary,
    legs: Sequence[PlannedLeg],
    times: Sequence[LeastTimes],
    published: date | None,
    world: World,
) -> Problem:
    """The problem that an itinerary poses.

    Parameters
    ----------
    itinerary, legs, times
        The visits, the planned legs and the least times of each.
    published
        When the story was printed; None if unknown.
    world
        For the limits of several legs together.
    """
    network = story_network(itinerary, published)
    inferred = doubted(itinerary)
    if not network.consistent():
        # a story that contradicts itself without any travel is nearly always misread: only firm times stand against it
        short = max((one.hours_short for one in network.conflicts(BOUNDS[0])), default=0.0)
        inferred |= unanchored(itinerary, by_days=short >= BY_DAYS_HOURS)
    return Problem(
        itinerary,
        tuple(legs),
        tuple(times),
        _endurance(itinerary, legs, times, world),
        network,
        soft_bounds(itinerary, published),
        inferred,
    )


def solve(posed: Problem) -> Solution:
    """Windows, grade and contradictions of a problem."""
    windows = posed.windows()
    joint = posed.verdict(posed.low, posed.high([window for window, _ in windows]))
    told = posed.grade()
    conflicts: tuple[Conflict, ...] = ()
    if told < Grade.POSSIBLE:
        bound = BOUNDS[told]
        found = posed.under(bound).conflicts(bound)
        conflicts = telling(one for one in found if one.hours_short * HOUR_SECONDS > TOLERANCE_SECONDS)
    return Solution(
        joint,
        tuple(window for window, _ in windows),
        tuple(soft for _, soft in windows),
        conflicts,
        posed.network,
        doubtful=joint.best > told,
    )


def telling(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The contradictions that tell something new: each holds a statement of the story, and a leg, that none before had.

    Parameters
    ----------
    conflicts
        Those with the fewest statements first.
    """
    kept: list[Conflict] = []
    said: set[Statement] = set()
    legs: set[int] = set()
    for one in conflicts:
        told = {statement for statement in one.statements if statement.kind == "story"}
        if not kept or not (told <= said or (one.legs and legs.issuperset(one.legs))):
            kept.append(one)
            said |= told
            legs.update(one.legs)
    return tuple(kept)


def _endurance(
    itinerary: Itinerary, legs: Sequence[PlannedLeg], times: Sequence[LeastTimes], world: World
) -> tuple[Constraint, ...]:
    """Limits of successive legs in one stated mode: what can be kept up for a day cannot be kept up for a week."""
    steps: Mapping[int, tuple[PlannedLeg, LeastTimes]] = {
        leg.first: (leg, time) for leg, time in zip(legs, times, strict=True) if leg.last == leg.first + 1
    }
    found: list[Constraint] = []
    for first in sorted(steps):
        modes, km, last, apart = steps[first][0].query.modes, 0.0, first, 0.0
        day = steps[first][0].query.on
        if len(modes) != 1 or not world.speeds.records.exists(modes[0], day):
            continue
        while last in steps and steps[last][0].query.modes == modes and last - first < LONGEST_RUN:
            if _doubtful(itinerary, last):
                break
            km += steps[last][1].separation_km
            apart += steps[last][1].low.limit
            last += 1
            seconds = limit_for(km, modes[0], day, world.speeds).total_seconds()
            if last > first + 1 and seconds > apart + TOLERANCE_SECONDS:
                found.append(travel_bound(first, last, seconds, itinerary, BOUND_WORDS["limit"]))
    return tuple(found)


def _doubtful(itinerary: Itinerary, leg: int) -> bool:
    return any(visit.alternatives for visit in itinerary.visits[leg : leg + 2])


def _longest(network: Network) -> np.ndarray | None:
    return network.tightest() if network.consistent() else None


def _slackened(network: Network) -> Network:
    """The network with every bound a little wider, so that times told to the minute do not clash by a second."""
    return Network(
        network.nodes,
        tuple(
            Constraint(one.first, one.second, one.seconds + TOLERANCE_SECONDS, one.statement, one.leg)
            for one in network.constraints
        ),
    )
