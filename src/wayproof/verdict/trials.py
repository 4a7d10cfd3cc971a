"""A story told otherwise and solved again: what other explanations and other times are tried on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.verdict.journey import judge
from wayproof.verdict.legs import plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.cases import Case, LegCase
    from wayproof.verdict.journey import Judgement

    Ways = Callable[[LegQuery], tuple[Route, ...]]


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: the judgement on the best itinerary and the leg that decides it."""

    judgement: Judgement
    leg: LegCase
    base: str
    ways: Ways | None

    @property
    def told(self) -> Itinerary:
        """The itinerary as the story tells it."""
        return self.judgement.case.itinerary

    @property
    def case(self) -> Case:
        """What the rules looked at."""
        return self.judgement.case

    def again(self, told: Itinerary) -> str | None:
        """The label of another itinerary, its ways found anew; None where nobody can find them."""
        if self.ways is None:
            return None
        found = judge(plan(told, self.ways), self.case.published, self.case.world)
        return found.assessment.verdict.label
