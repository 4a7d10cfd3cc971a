"""Told times, set otherwise: by when the traveller would have had to leave, from when on to arrive."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from wayproof.story.itineraries.itinerary import Event
from wayproof.verdict.assessment import Assumption
from wayproof.verdict.conflicts import Statement
from wayproof.verdict.constraints import ORIGIN, Constraint, instant, moment, node
from wayproof.verdict.grades import Grade
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.least_times import BOUNDS
from wayproof.verdict.resolving import REFUTED, label, would
from wayproof.verdict.wording import day_words, from_words, local, span_words, until_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.verdict.cases import LegCase
    from wayproof.verdict.journey import Judgement

PARTICIPLES: Final = {Event.DEPART: "left", Event.ARRIVE: "reached", Event.AT: "been in"}

MINUTE: Final = 60.0
STORY: Final = "the story"
A_DAY: Final = timedelta(hours=20)
"""A window as wide as this tells a day."""


@dataclass(frozen=True, slots=True)
class Flip:
    """An assumption with the size of the change that it takes, as a share of the value."""

    size: float
    assumption: Assumption


def times(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """Departures and arrivals told otherwise: how far, and what the answer would be."""
    base = judgement.solution.joint.best
    if base is Grade.POSSIBLE:
        yield from _later_departure(judgement, leg)
        yield from _earlier_arrival(judgement, leg)
        return
    members = {statement for conflict in judgement.assessment.conflicts[:1] for statement in conflict.statements}
    for told in judgement.posed.network.constraints:
        if told.statement not in members or ORIGIN not in {told.first, told.second}:
            continue
        at = (told.first if told.second == ORIGIN else told.second) - 1
        one = _Told(told, judgement.case.itinerary.visits[at])
        moves = [_moved(judgement, one, bound) for bound in BOUNDS[base:]]
        helped = [move for move in moves if move is not None]
        # what would be merely implausible is worth telling only where nothing better can be had
        better = [move for move in helped if move.found not in REFUTED] or helped
        if better:
            yield _told_otherwise(judgement, one, better)


@dataclass(frozen=True, slots=True)
class _Move:
    """Where one told time has to move for a bound to fit, in seconds of the network, and the label it would give."""

    seconds: float
    found: str


@dataclass(frozen=True, slots=True)
class _Told:
    """One bound of a visit against the calendar, and how the story tells it."""

    bound: Constraint
    visit: Visit

    @property
    def earlier(self) -> bool:
        """Whether it helps to move it to an earlier time: it says "not before"."""
        return self.bound.second == ORIGIN

    @property
    def seconds(self) -> float:
        """When the story has it, in seconds of the network."""
        return -self.bound.seconds if self.earlier else self.bound.seconds

    @property
    def by_days(self) -> bool:
        """Whether the story tells a day and no time of day."""
        visit = self.visit
        return None not in (visit.earliest, visit.latest) and visit.latest - visit.earliest >= A_DAY  # type: ignore[operator]

    def at(self, seconds: float) -> Constraint:
        """The bound with another time."""
        return replace(self.bound, seconds=-seconds if self.earlier else seconds)

    def rounded(self, seconds: float) -> float:
        """A time as told: a visit told by days moves by days."""
        when = moment(seconds)
        if when is None or not self.by_days:
            return seconds
        day = local(when, self.visit.place).replace(hour=0, minute=0, second=0, microsecond=0)
        if self.earlier or instant(day) == seconds:
            return instant(day)
        return instant(day + timedelta(days=1))

    def words(self, seconds: float) -> str:
        """A time as told: "on 3 Aug 2023", "by 10:07 on 3 Aug 2023", "at 17:20 on 3 Aug 2023 or later"."""
        when = moment(seconds)
        if when is None:
            return ""
        if self.by_days:
            day = when if self.earlier else when - timedelta(seconds=1)
            return f"on {day_words(local(day, self.visit.place).date())}"
        if self.earlier:
            return f"by {until_words(when, self.visit.place)}"
        return f"at {from_words(when, self.visit.place)} or later"

    def instead(self, seconds: float) -> str:
        """How the story has it, for the end of "at ... instead of ..."."""
        spoken = span_words(self.visit.earliest, self.visit.latest, self.visit.place)
        when, told = moment(seconds), moment(self.seconds)
        same_day = when is not None and told is not None and _day(when, self.visit) == _day(told, self.visit)
        return spoken.split(" on ", maxsplit=1)[0] if same_day and spoken.startswith("at ") else spoken


def _day(when: datetime, visit: Visit) -> date:
    return local(when, visit.place).date()


def _moved(judgement: Judgement, told: _Told, bound: str) -> _Move | None:
    """How far one told time has to move for the durations of a bound to fit; None if that alone does not help."""
    without = judgement.posed.under(bound).but(lambda one: one is not told.bound)
    if not without.consistent():
        return None
    matrix, at = without.tightest(), told.bound.first if told.earlier else told.bound.second
    seconds = told.rounded(float(matrix[ORIGIN, at]) if told.earlier else -float(matrix[at, ORIGIN]))
    if moment(seconds) is None:
        return None
    network = judgement.posed.network.but(lambda one: one is not told.bound).plus((told.at(seconds),))
    found = label(judgement, network=network)
    return None if found == judgement.assessment.verdict.label else _Move(seconds, found)


def _told_otherwise(judgement: Judgement, told: _Told, moves: Sequence[_Move]) -> Flip:
    """One told time, and the times at which the answer would be another, the smallest change first."""
    visit, first = told.visit, moves[0]
    more = {move.found: move for move in reversed(moves) if move.found != first.found}
    text = (
        f"Had the traveller {PARTICIPLES[visit.event]} {visit.place.name} {told.words(first.seconds)} instead of "
        f"{told.instead(first.seconds)}, {would(first.found)}"
        f"{''.join(f'; {told.words(move.seconds)}, {move.found}' for move in more.values())}."
    )
    shift = abs(told.seconds - first.seconds)
    value = round((-shift if told.earlier else shift) / HOUR_SECONDS, 2)
    size = shift / max(HOUR_SECONDS, _scale(judgement, judgement.case.itinerary.visits.index(visit)))
    return Flip(size, Assumption(f"time told for {visit.place.name}", value, "h", STORY, first.found, text))


def _later_departure(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """The departure after which an ordinary traveller would be late."""
    visit, at = leg.origin, node(leg.leg.first)
    told = judgement.posed.network.but(lambda one: {one.first, one.second} != {ORIGIN, at})
    network = told.plus(judgement.posed.travel("typical", judgement.posed.low))
    if visit.earliest is None or not network.consistent():
        return
    last = float(network.tightest()[ORIGIN, at])
    when = moment(last)
    if when is None:
        return
    later = Constraint(at, ORIGIN, -(last + MINUTE), Statement("", "story"))
    if not told.plus((later,)).consistent():
        return
    found = label(judgement, network=told.plus((later,)))
    room = (when - visit.earliest).total_seconds()
    if found == judgement.assessment.verdict.label or room < 0.0:
        return
    last_words = until_words(when, visit.place)
    deed = f"{PARTICIPLES[visit.event]} {visit.place.name} after {last_words}"
    if visit.event is Event.AT:
        deed = f"stayed in {visit.place.name} beyond {last_words}"
    text = f"Had the traveller {deed}, {would(found)}."
    value = round(room / HOUR_SECONDS, 2)
    name = f"departure from {visit.place.name}"
    yield Flip(room / max(HOUR_SECONDS, leg.window or 0.0), Assumption(name, value, "h", STORY, found, text))


def _earlier_arrival(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """The arrival before which an ordinary traveller could not have come; told where the story tells no departure."""
    visit, at = leg.destination, node(leg.leg.last)
    told = judgement.posed.network.but(lambda one: {one.first, one.second} != {ORIGIN, at})
    network = told.plus(judgement.posed.travel("typical", judgement.posed.low))
    if visit.latest is None or leg.origin.earliest is not None or not network.consistent():
        return
    first = -float(network.tightest()[at, ORIGIN])
    when = moment(first)
    if when is None:
        return
    sooner = Constraint(ORIGIN, at, first - MINUTE, Statement("", "story"))
    if not told.plus((sooner,)).consistent():
        return
    found = label(judgement, network=told.plus((sooner,)))
    room = (visit.latest - when).total_seconds()
    if found == judgement.assessment.verdict.label or room < 0.0:
        return
    verb = PARTICIPLES[visit.event]
    text = f"Had the traveller {verb} {visit.place.name} before {from_words(when, visit.place)}, {would(found)}."
    name = f"arrival in {visit.place.name}"
    size = room / max(HOUR_SECONDS, leg.window or 0.0)
    yield Flip(size, Assumption(name, -round(room / HOUR_SECONDS, 2), "h", STORY, found, text))


def _scale(judgement: Judgement, visit: int) -> float:
    """What a shift at a visit is measured by, in seconds: the window or the ordinary duration of a leg there."""
    legs = [leg for leg in judgement.case.legs if visit in {leg.leg.first, leg.leg.last}]
    lengths = [length for leg in legs for length in (abs(leg.window or 0.0), leg.times.low.typical)]
    return max((one for one in lengths if math.isfinite(one)), default=HOUR_SECONDS)
