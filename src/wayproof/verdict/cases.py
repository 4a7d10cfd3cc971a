"""What a rule looks at: one itinerary with its legs, windows and least times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.verdict.grades import UNKNOWN, Grade, Verdict, settled
from wayproof.verdict.least_times import NOTHING
from wayproof.verdict.legs import Nature

if TYPE_CHECKING:
    from datetime import date

    from wayproof.story.itineraries.itinerary import Itinerary, Visit
    from wayproof.story.journey.told_closures import ToldClosure
    from wayproof.story.journey.told_exceptions import ToldException
    from wayproof.story.temporal.weekday_slips import WeekdaySlip
    from wayproof.verdict.least_times import LeastTimes
    from wayproof.verdict.legs import PlannedLeg
    from wayproof.world.atlas import World


@dataclass(frozen=True, slots=True)
class LegCase:
    """A leg with everything that a rule needs to judge it.

    Attributes
    ----------
    leg, times
        The planned leg and its least times.
    window
        The longest time in seconds that the rest of the story leaves; None where it sets no limit.
    soft
        Whether the window rests on the day of publication alone.
    origin, destination
        Its two visits.
    """

    leg: PlannedLeg
    times: LeastTimes
    window: float | None
    soft: bool
    origin: Visit
    destination: Visit

    @property
    def verdict(self) -> Verdict:
        """The grades of the leg taken alone.

        Without a window it is unknown. A window that rests on the day of publication can show that the leg is
        possible and nothing else.
        """
        if self.window is None:
            return UNKNOWN
        verdict = self.times.verdict(self.window)
        if self._touching and verdict.is_unknown:
            return settled(Grade.POSSIBLE)
        if self.soft and verdict != settled(Grade.POSSIBLE):
            return UNKNOWN
        return verdict

    @property
    def judged(self) -> bool:
        """Whether there was anything to judge.

        That takes a verdict that says something, and places certain to be apart; or touching ones, and time enough to
        go from the centre of one to that of the other.
        """
        if self.verdict.is_unknown or self.window is None:
            return False
        if self._touching:
            return self.times.high != NOTHING and not self.times.verdict(self.window).is_unknown
        return self.times.separation_km > 0.0 or self.times.high != NOTHING

    @property
    def _touching(self) -> bool:
        """Whether the two places may touch or hold each other, and no other places are in question."""
        return self.times.nature is Nature.SAME and not (self.origin.alternatives or self.destination.alternatives)


@dataclass(frozen=True, slots=True)
class Case:
    """One itinerary before the rules.

    Attributes
    ----------
    itinerary
        The visits and gaps.
    legs
        Its legs, in order.
    published
        When the story was printed; None if unknown.
    world
        What is known about the Earth.
    slips
        The dates of the text whose weekday is another.
    closures
        What the text itself says of closed borders and skies.
    doubted
        The visits whose inferred times alone would refute the story; () where the story is not refuted, or firmly.
    exceptions
        Leave to pass what was shut, as far as the text itself tells of any.
    """

    itinerary: Itinerary
    legs: tuple[LegCase, ...]
    published: date | None
    world: World
    slips: tuple[WeekdaySlip, ...] = ()
    closures: tuple[ToldClosure, ...] = ()
    doubted: tuple[int, ...] = ()
    exceptions: tuple[ToldException, ...] = ()
