"""The rules about time and distance: each looks at a case and finds something, nothing, or cannot say.

A rule answers with findings, with ``()`` when it has looked and found nothing, and with None when the case gives it
nothing to look at (no window, no gap, no border post).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

from wayproof.verdict.findings import Finding, Number
from wayproof.verdict.grades import Grade
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.least_times import TOLERANCE_SECONDS, is_outer_bound
from wayproof.verdict.leg_figures import by_what, far, in_hours, sources_of
from wayproof.verdict.legs import Nature
from wayproof.verdict.wording import (
    backwards_words,
    km_words,
    listed,
    seconds_words,
    window_seconds,
)

if TYPE_CHECKING:
    from wayproof.verdict.cases import Case, LegCase

AT_ONCE_HOURS = 1.0
"""Two sightings within this time that nobody can travel are called "at once"; later ones are called too fast."""


class Rule(Protocol):
    """One rule."""

    @property
    def name(self) -> str:
        """Name in kebab case, as findings carry it."""
        ...

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """Findings; () for none; None where the case gives nothing to judge by."""
        ...


class ArrivalBeforeDeparture:
    """The text puts one visit before another, and its times say the opposite."""

    name = "arrival-before-departure"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each leg whose longest window is negative."""
        timed = [leg for leg in case.legs if leg.window is not None and not leg.soft]
        return tuple(self._finding(leg) for leg in timed if (leg.window or 0.0) < -TOLERANCE_SECONDS) if timed else None

    def _finding(self, leg: LegCase) -> Finding:
        back = -window_seconds(leg.window or 0.0, leg.destination)
        text = backwards_words(leg.origin, leg.destination, back)
        return _about(leg, self.name, Grade.IMPOSSIBLE, text, (in_hours("window", leg.window or 0.0),))


class TwoPlacesAtOnce:
    """Two places, so far apart and so close in time that no way of travelling joins them."""

    name = "two-places-at-once"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each leg below the limit whose window is an hour or less."""
        judged = _timed(case)
        found = [leg for leg in judged if _below_limit(leg) and _window(leg) <= AT_ONCE_HOURS * HOUR_SECONDS]
        return tuple(self._finding(leg) for leg in found) if judged else None

    def _finding(self, leg: LegCase) -> Finding:
        text = (
            f"{leg.origin.place.name} and {leg.destination.place.name} are {far(leg)} apart; the story leaves "
            f"{seconds_words(_told(leg))} between them, and nobody could get from one to the other{by_what(leg)} in "
            f"less than {seconds_words(leg.times.low.limit)}."
        )
        return _about(leg, self.name, Grade.IMPOSSIBLE, text, _figures(leg))


class TooFast:
    """The story leaves less time than the journey needs: than any record, than luck, or than an ordinary traveller."""

    name = "too-fast"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each leg that is at best tight, with the pace it would take."""
        judged = _timed(case)
        at_once = [leg for leg in judged if _below_limit(leg) and _window(leg) <= AT_ONCE_HOURS * HOUR_SECONDS]
        stated = {(gap.first, gap.second) for gap in case.itinerary.gaps if gap.longest is not None}
        slow = [leg for leg in judged if leg not in at_once and leg.times.low.grade(_window(leg)) < Grade.POSSIBLE]
        # a stated duration that the distance contradicts is a finding of its own
        slow = [leg for leg in slow if not (leg.verdict.is_refuted and (leg.leg.first, leg.leg.last) in stated)]
        return tuple(self._finding(leg) for leg in slow) if judged else None

    def _finding(self, leg: LegCase) -> Finding:
        low = leg.times.low
        grade = low.grade(_window(leg))
        needed, whose = {
            Grade.IMPOSSIBLE: (low.limit, "even the best performance on record would take"),
            Grade.IMPLAUSIBLE: (low.brisk, "even a determined and lucky traveller needs"),
            Grade.TIGHT: (low.typical, "an ordinary traveller needs"),
        }[grade]
        text = (
            f"From {leg.origin.place.name} to {leg.destination.place.name} ({far(leg)}){by_what(leg)} the story leaves "
            f"{seconds_words(_told(leg))}; {whose} {seconds_words(needed)}."
        )
        return _about(leg, self.name, grade, text, _figures(leg))


class Untimed:
    """A leg that the story gives no time for: it cannot be judged."""

    name = "no-window"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """One remark that names the legs without a window."""
        apart = [leg for leg in case.legs if leg.times.nature is not Nature.SAME]
        if not apart:
            return None
        open_legs = [leg for leg in apart if leg.window is None or (leg.soft and not leg.judged)]
        if not open_legs:
            return ()
        names = [f"{leg.origin.place.name} to {leg.destination.place.name}" for leg in open_legs]
        text = f"The story gives no time by which to judge the way from {listed(names)}."
        return (Finding(self.name, None, text, leg=open_legs[0].leg.first),)


class NoEstimate:
    """A leg that fits the record and has no honest estimate of what people need: it is open above the limit."""

    name = "no-estimate"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """One remark that names such legs."""
        timed = [leg for leg in case.legs if leg.window is not None and leg.times.nature is not Nature.SAME]
        if not timed:
            return None
        blind = [leg for leg in timed if _is_blind(leg) and not _below_limit(leg)]
        if not blind:
            return ()
        names = [f"{leg.origin.place.name} to {leg.destination.place.name}" for leg in blind]
        text = f"There is no reliable estimate of the time that the way from {listed(names)} takes."
        return (Finding(self.name, None, text, leg=blind[0].leg.first),)


class NearestPoints:
    """A place that is an area: only its nearest point counts."""

    name = "nearest-points"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each judged leg with an area at one end."""
        vague = [leg for leg in case.legs if leg.times.nature is Nature.VAGUE and leg.window is not None]
        return tuple(self._finding(leg) for leg in vague) or None

    def _finding(self, leg: LegCase) -> Finding:
        areas = [visit.place.name for visit in (leg.origin, leg.destination) if visit.place.is_area]
        text = (
            f"{listed(areas)} {'is an area' if len(areas) == 1 else 'are areas'}: the least time is reckoned between "
            f"the nearest points, {km_words(leg.times.separation_km)} apart."
        )
        return _about(leg, self.name, None, text, (Number("least distance", leg.times.separation_km, "km"),))


class Ambiguous:
    """A name with several bearers that the text does not tell apart."""

    name = "ambiguous-name"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each visit with other bearers."""
        found = [
            Finding(
                self.name,
                None,
                f"The story does not say which {visit.place.name} is meant; {len(visit.alternatives) + 1} places of "
                "the name come into question.",
                (Number("places", float(len(visit.alternatives) + 1)),),
                (),
                visit.quote,
                visit.start,
                visit.end,
                at,
            )
            for at, visit in enumerate(case.itinerary.visits)
            if visit.alternatives
        ]
        return tuple(found) or None


def _timed(case: Case) -> list[LegCase]:
    return [leg for leg in case.legs if leg.judged and not leg.soft and _window(leg) >= -TOLERANCE_SECONDS]


def _window(leg: LegCase) -> float:
    return math.inf if leg.window is None else leg.window


def _told(leg: LegCase) -> float:
    """The window as the story told it."""
    return window_seconds(_window(leg), leg.destination)


def _is_blind(leg: LegCase) -> bool:
    """Whether nothing tells what people need, or only what they need at most."""
    return math.isinf(leg.times.high.brisk) or (leg.verdict.is_unknown and is_outer_bound(leg.leg))


def _below_limit(leg: LegCase) -> bool:
    return leg.times.low.grade(_window(leg)) is Grade.IMPOSSIBLE


def _figures(leg: LegCase) -> tuple[Number, ...]:
    window, km = _window(leg), leg.times.separation_km
    low = leg.times.low
    numbers = [Number("distance at least", round(km, 1), "km"), in_hours("window", window)]
    if window > 0.0:
        numbers.append(Number("speed needed", round(km / (window / HOUR_SECONDS), 1), "km/h"))
    numbers += [
        in_hours(name, seconds)
        for name, seconds in (("limit", low.limit), ("brisk", low.brisk), ("typical", low.typical))
        if math.isfinite(seconds)
    ]
    return tuple(numbers)


def _about(leg: LegCase, rule: str, grade: Grade | None, text: str, numbers: tuple[Number, ...]) -> Finding:
    """A finding about a leg, with the words that tell of its arrival, and the records behind it if it grades."""
    said, sources = leg.destination, sources_of(leg) if grade is not None else ()
    return Finding(rule, grade, text, numbers, sources, said.quote, said.start, said.end, leg.leg.first)


RULES: tuple[Rule, ...] = (
    ArrivalBeforeDeparture(),
    TwoPlacesAtOnce(),
    TooFast(),
    Untimed(),
    NoEstimate(),
    NearestPoints(),
    Ambiguous(),
)
"""Every rule of this module, in the order in which findings are reported."""
