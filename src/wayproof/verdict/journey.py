"""The verdict on one itinerary: its legs, what decides, what clashes, what the rules found."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from wayproof.verdict.assessment import ItineraryAssessment, Room
from wayproof.verdict.cases import Case, LegCase
from wayproof.verdict.constraints import ORIGIN, moment
from wayproof.verdict.grades import Grade, Verdict, all_of, any_of
from wayproof.verdict.least_times import BOUNDS, least_times, unjudged
from wayproof.verdict.leg_assessment import LegAssessment
from wayproof.verdict.leg_figures import far
from wayproof.verdict.legs import Nature
from wayproof.verdict.ranking import named_way, ranked
from wayproof.verdict.rulebook import RULEBOOK
from wayproof.verdict.solution import problem, solve
from wayproof.verdict.statements import arrival, departure, is_dated
from wayproof.verdict.wording import seconds_words, way_words, window_seconds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.story.journey.told_closures import ToldClosure
    from wayproof.story.journey.told_exceptions import ToldException
    from wayproof.story.temporal.weekday_slips import WeekdaySlip
    from wayproof.verdict.findings import Finding
    from wayproof.verdict.legs import PlannedItinerary
    from wayproof.verdict.solution import Problem, Solution
    from wayproof.world.atlas import World

TIMES: Final = frozenset({"arrival-before-departure", "two-places-at-once", "too-fast"})
"""Rules whose findings hang on the times that the story tells of its visits."""

CLOSURES: Final = frozenset(
    {"checkpoint-closed", "closed-to-vehicles", "told-closed", "airspace-closed", "no-direct-flight"}
)
"""Rules whose findings say that a border or a sky was shut, and nothing to whom it was opened."""

HALF: Final = 0.5
"""If the legs that cannot be judged make more than this share of the way, the whole is unknown."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One itinerary's assessment together with the problem it came from, to be solved again with changes."""

    assessment: ItineraryAssessment
    case: Case
    posed: Problem
    solution: Solution


def judge(
    planned: PlannedItinerary,
    published: date | None,
    world: World,
    slips: Sequence[WeekdaySlip] = (),
    closures: Sequence[ToldClosure] = (),
    *,
    exceptions: Sequence[ToldException] = (),
) -> Judgement:
    """The verdict on a planned itinerary.

    Parameters
    ----------
    planned
        The visits with the ways found for each leg.
    published
        When the story was printed; None if unknown.
    world
        What is known about the Earth.
    slips
        The dates of the text whose weekday is another.
    closures
        What the text itself says of closed borders and skies.
    exceptions
        Leave to pass them that the text itself tells of.
    """
    itinerary = planned.itinerary
    times = tuple(least_times(leg, itinerary, world) for leg in planned.legs)
    posed = problem(itinerary, planned.legs, times, published, world)
    solution = solve(posed)
    legs = tuple(
        LegCase(leg, least, window, soft, itinerary.visits[leg.first], itinerary.visits[leg.last])
        for leg, least, window, soft in zip(planned.legs, times, solution.windows, solution.soft, strict=True)
    )
    doubted = tuple(sorted(posed.doubted)) if solution.doubtful else ()
    case = Case(itinerary, legs, published, world, tuple(slips), tuple(closures), doubted, tuple(exceptions))
    findings = tuple(_charitable(found, case) for rule in RULEBOOK for found in rule.judge(case) or ())
    verdict = _whole(case, solution, findings)
    deciding = deciding_leg(case, solution)
    room = _room(posed)
    ordinary = next((one for one in room if one.bound == BOUNDS[-1]), None)
    assessed = ItineraryAssessment(
        itinerary=itinerary,
        verdict=verdict,
        legs=tuple(_leg(leg, decides=leg is deciding) for leg in legs),
        conflicts=solution.conflicts,
        findings=findings,
        latest_departure=ordinary.latest_departure if ordinary is not None else None,
        earliest_arrival=ordinary.earliest_arrival if ordinary is not None else None,
        room=room,
    )
    return Judgement(assessed, case, posed, solution)


def whole_by_time(case: Case, joint: Verdict) -> Verdict:
    """The verdict on an itinerary by time alone, given what its constraints allow.

    What is refuted stays refuted. Otherwise the whole is unknown when no leg could be judged, when the story names
    no date at all, and when the legs that could not be judged (the supposed way from an open origin may be one) make
    more than half of the way.
    """
    if joint.best is Grade.IMPOSSIBLE:
        return joint
    judged = [leg for leg in case.legs if leg.judged]
    others = [leg for leg in case.legs if not leg.judged and leg.verdict.is_unknown]
    if not is_dated(case.itinerary) or not (judged or others):
        return unjudged(joint.best)
    unjudged_km = sum(leg.times.separation_km for leg in others)
    judged_km = sum(leg.times.separation_km for leg in judged)
    if not judged or unjudged_km * HALF > judged_km * (1.0 - HALF):
        return all_of([joint, *(leg.verdict for leg in others)])
    return joint


def deciding_leg(case: Case, solution: Solution) -> LegCase | None:
    """The leg on which the grade hangs: one of the contradiction, or the one with the least of its time to spare."""
    judged = [leg for leg in case.legs if leg.judged]
    clashing = {leg for conflict in solution.conflicts[:1] for leg in conflict.legs}
    among = [leg for leg in judged if leg.leg.first in clashing] or judged
    return min(among, key=_strain, default=None)


def _strain(leg: LegCase) -> tuple[Grade, float]:
    """How little a leg has to spare: its best grade, then the share of the window that is left."""
    window = leg.window or 0.0
    needed = leg.times.low.typical if math.isfinite(leg.times.low.typical) else leg.times.low.limit
    return leg.verdict.best, window / needed if needed else math.inf


def _whole(case: Case, solution: Solution, findings: Sequence[Finding]) -> Verdict:
    verdict = whole_by_time(case, solution.joint)
    caps = [found.grade for found in findings if found.grade is not None]
    return verdict.at_most(min(caps)) if caps else verdict


def _charitable(found: Finding, case: Case) -> Finding:
    """A finding without its grade where it rests on inferred times, or on a closure of which the story tells leave."""
    if found.grade is not None and found.rule in CLOSURES and case.exceptions:
        leave = case.exceptions[0].text
        return replace(found, grade=None, text=f'{found.text} But the story tells of leave to pass: "{leave}"')
    return replace(found, grade=None) if case.doubted and found.rule in TIMES else found


def _leg(leg: LegCase, *, decides: bool) -> LegAssessment:
    window = None if leg.window is None else timedelta(seconds=leg.window)
    routes = ranked(leg)
    return LegAssessment(
        index=leg.leg.first,
        last=leg.leg.last,
        origin=leg.origin.place,
        destination=leg.destination.place,
        window=window,
        verdict=leg.verdict,
        slack=routes[0].slack if routes else None,
        limit=_duration(leg.times.low.limit),
        brisk=_duration(leg.times.low.brisk),
        typical=_duration(leg.times.low.typical),
        routes=routes,
        separation_km=leg.times.separation_km,
        judged=leg.judged,
        decides=decides,
        reason=reason(leg),
    )


def reason(leg: LegCase) -> str:
    """One sentence: why a leg has its grade."""
    origin, destination = leg.origin.place.name, leg.destination.place.name
    if leg.origin.place.id == leg.destination.place.id and not leg.judged:
        return f"Both are {origin}: no travel lies between."
    if leg.times.nature is Nature.SAME and not leg.judged:
        return f"{origin} and {destination} may touch: being in both proves no travel."
    if leg.window is None:
        return f"The story sets no limit to the time from {origin} to {destination}."
    if leg.soft and leg.verdict.is_unknown:
        return f"Only the day of publication limits the time from {origin} to {destination}."
    leaves = f"The story leaves {seconds_words(window_seconds(leg.window, leg.destination))}"
    least = f"nobody could do it in less than {seconds_words(leg.times.low.limit)}"
    best = named_way(leg)
    if best is None or best.time.typical is None:
        return f"{leaves} for {far(leg)}; {least}, and what people usually need cannot be estimated."
    typical = seconds_words(best.time.typical.total_seconds())
    return f"{leaves}; {way_words(best)} an ordinary traveller needs {typical}, and {least}."


def _duration(seconds: float) -> timedelta | None:
    return timedelta(seconds=seconds) if math.isfinite(seconds) else None


def _room(posed: Problem) -> tuple[Room, ...]:
    """Latest departure from the first place and earliest arrival at the last, for every pace that fits the story.

    What the story says about the very moment asked for is left out: the answer is what the rest allows.
    """
    itinerary = posed.itinerary
    if not itinerary.visits:
        return ()
    first, last = departure(0, itinerary), arrival(len(itinerary.visits) - 1, itinerary)
    found = []
    for bound in reversed(BOUNDS):
        network = posed.under(bound)
        if not network.consistent():
            continue
        leaving = network.but(lambda one: (one.first, one.second) != (ORIGIN, first)).tightest()
        coming = network.but(lambda one: (one.first, one.second) != (last, ORIGIN)).tightest()
        found.append(Room(bound, moment(float(leaving[ORIGIN, first])), moment(-float(coming[last, ORIGIN]))))
    return tuple(found)


def best_of(judged: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Judgements, best verdict first; equal ones stay in order."""
    return tuple(sorted(judged, key=lambda one: rank(one.assessment.verdict)))


def rank(verdict: Verdict) -> tuple[int, int]:
    """A key that sorts verdicts, the best first."""
    return -verdict.best, -verdict.worst


def overall(judged: Sequence[Judgement]) -> Verdict:
    """The verdict over all hypotheses: one that works is enough."""
    return any_of(one.assessment.verdict for one in judged)
