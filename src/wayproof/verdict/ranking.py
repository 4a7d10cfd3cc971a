"""Which of several ways a leg is named by: one order for summaries, records, reports and maps.

A reader should not be shown a flight under a closed sky where an open road does as well.
"""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from wayproof.verdict.grades import UNKNOWN, Grade, Verdict
from wayproof.verdict.least_times import Durations, route_durations
from wayproof.verdict.leg_assessment import GradedRoute
from wayproof.world.crossings import CLOSED, NO_DATA, RESTRICTED
from wayproof.world.regimes import AIR_MODES, INTERNAL

if TYPE_CHECKING:
    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.routes import Route
    from wayproof.verdict.cases import LegCase

OPEN_ENOUGH, DOUBTFUL, BARRED = range(3)
"""How far a border on the way, or the sky over it, stands open to a traveller of whom nothing is known."""

FLIGHT_HANDICAP: Final = 2.0
"""A flight is named before a way on the ground that is also possible only if it takes less than half the time: it
needs a seat on the day and papers, of which nothing is known here."""


def ranked(leg: LegCase) -> tuple[GradedRoute, ...]:
    """The ways of a leg with what each alone would make of it, the one to name first.

    What has an estimate comes before what has none: the grade of the leg rests on it. Then the better grade comes
    first, then what needs no unlawful or unproven step, then what passes no closed or restricted border or sky, and
    none of which nothing is known, then the ground before the air where both are possible with ease, then the shorter
    time.
    """
    return tuple(sorted((_graded(route, leg) for route in leg.leg.routes), key=_rank))


def named_way(leg: LegCase) -> Route | None:
    """The way that a leg is named by; None where it has none."""
    return next((one.route for one in ranked(leg)), None)


def openness(event: BorderEvent) -> int:
    """How far one border stands open, best first.

    An internal border with checks may have to be passed with papers; a post without a row for the day may be open.
    """
    internal = event.kind == INTERNAL
    if event.status.status == CLOSED or (event.status.status == RESTRICTED and not internal):
        return BARRED
    unknown = event.status.status == NO_DATA and event.kind not in {INTERNAL, "air"}
    return DOUBTFUL if unknown or event.status.status == RESTRICTED else OPEN_ENOUGH


def _rank(one: GradedRoute) -> tuple[bool, int, int, bool, int, float]:
    route, time = one.route, one.route.time
    barred = max((openness(event) for event in route.borders), default=OPEN_ENOUGH)
    took = time.typical or time.brisk or time.limit
    at_ease = one.verdict.best is Grade.POSSIBLE and route.mode in AIR_MODES
    hours = took.total_seconds() * (FLIGHT_HANDICAP if at_ease else 1.0)
    return time.typical is None, -one.verdict.best, -one.verdict.worst, bool(route.needs), barred, hours


def _graded(route: Route, leg: LegCase) -> GradedRoute:
    if leg.window is None:
        return GradedRoute(route, UNKNOWN, None)
    alone = route_durations(route, leg.times.low)
    kind = Durations.ordered(
        alone.limit,
        alone.brisk if math.isfinite(alone.brisk) else alone.limit,
        alone.typical if math.isfinite(alone.typical) else alone.limit,
    )
    verdict = Verdict(alone.grade(leg.window), kind.grade(leg.window))
    if leg.soft and verdict.worst < Grade.POSSIBLE:
        verdict = UNKNOWN
    typical = route.time.typical
    return GradedRoute(route, verdict, None if typical is None else timedelta(seconds=leg.window) - typical)
