"""Likely stops before the verdict: they round off what is told, and neither refute a story nor bear it out alone.

A likely stop is one that no clause tells in so many words (see :mod:`wayproof.story.journey.likely_stops`). Whoever
could not have been there probably was not: stops that no way fits are left out. What is told decides; only where it
leaves the verdict open, and sends the traveller to two places at least, or to one and the likely stops are very likely,
do they settle it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from wayproof.story.geoparsing.unresolved import ACTOR, Unresolved
from wayproof.verdict.grades import Grade
from wayproof.verdict.legs import plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.journey import Judgement
    from wayproof.verdict.legs import PlannedItinerary

FEWEST_TOLD: Final = 2
"""Stops that a story must tell in so many words before any likely one may settle its verdict."""
VERY_LIKELY: Final = 0.7
"""The chance from which likely stops may settle it beside a single stop that is told (docs/verdicts.md)."""
LEFT_OUT: Final = "likely a stop by the words about it, and left out: nobody could have been there at that time"


@dataclass(frozen=True, slots=True)
class Weighed:
    """An itinerary judged with its likely stops.

    Attributes
    ----------
    whole
        The judgement to show: all visits, and the verdict that stands.
    basis
        The judgement on which that verdict rests: without the likely stops, unless they settled it.
    left_out
        The likely stops that no way fits.
    """

    whole: Judgement
    basis: Judgement
    left_out: tuple[Unresolved, ...] = ()


def weigh(
    told: PlannedItinerary,
    likely: PlannedItinerary | None,
    judged: Callable[[PlannedItinerary], Judgement],
    ways: Callable[[LegQuery], tuple[Route, ...]] | None,
) -> Weighed:
    """The judgement on an itinerary, rounded off by the stops that are likely.

    Parameters
    ----------
    told
        The itinerary that is told, with the ways of its legs.
    likely
        The same with its likely stops; None where there are none.
    judged
        Judges one itinerary.
    ways
        Finds the routes of a leg; None to leave the likely stops out.
    """
    basis = judged(told)
    if likely is None or ways is None:
        return Weighed(basis, basis)
    itinerary, whole = likely.itinerary, judged(likely)
    kept = sorted(itinerary.likely, key=lambda at: (itinerary.visits[at].chance, at))
    dropped: set[int] = set()
    while kept and _speaks_against(whole, basis):
        dropped.add(kept.pop(0))
        whole = judged(plan(itinerary.without(dropped), ways)) if kept else basis
    left_out = tuple(
        Unresolved(visit.start, visit.end, visit.quote, LEFT_OUT, ACTOR)
        for at, visit in enumerate(itinerary.visits)
        if at in dropped
    )
    verdict = basis.assessment.verdict
    if verdict.is_unknown and _may_settle(len(told.itinerary.visits), [itinerary.visits[at].chance for at in kept]):
        return Weighed(whole, whole, left_out)
    return Weighed(replace(whole, assessment=replace(whole.assessment, verdict=verdict)), basis, left_out)


def _may_settle(told: int, chances: Sequence[float]) -> bool:
    """Whether likely stops of such chances may settle a verdict that so many told stops leave open."""
    return told >= FEWEST_TOLD or (told > 0 and all(chance >= VERY_LIKELY for chance in chances))


def _speaks_against(whole: Judgement, told: Judgement) -> bool:
    """Whether the journey can hardly be made with the likely stops at their times, and without them it can."""
    hardly = _grade(whole)
    return hardly < Grade.TIGHT and hardly < _grade(told)


def _grade(judgement: Judgement) -> Grade:
    """The best grade of a journey whose inferred times are held against it like all others."""
    return min(judgement.posed.grade(), judgement.assessment.verdict.best)
