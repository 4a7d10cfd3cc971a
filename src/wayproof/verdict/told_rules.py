"""The rules about what the story itself says of a way: its length, its pace, its weekdays, its means."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from wayproof.story.vocabulary.regexes import regex
from wayproof.verdict.doubts import by_open_clock
from wayproof.verdict.findings import Finding, Number
from wayproof.verdict.grades import Grade
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.leg_figures import by_what, far, in_hours, sources_of
from wayproof.verdict.legs import Nature, is_step
from wayproof.verdict.wording import day_words, km_words, seconds_words, span_words

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Gap, Visit
    from wayproof.story.temporal.weekday_slips import WeekdaySlip
    from wayproof.verdict.cases import Case, LegCase
    from wayproof.verdict.rules import Rule

MILE_KM: Final = 1.609344
"""The international mile."""

SHORT_SHARE: Final = 0.85
"""A stated length of less than this share of the straight line is an error: people round, and roads are longer."""

_UNIT: Final = r"(?P<unit>km|kms|kilomet(?:re|er)s?|miles?)"
_NUMBER: Final = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"

LENGTH: Final = regex(
    rf"\b{_NUMBER}[\s-]*{_UNIT}[\s-]+(?:long\s+)?(?:drive|ride|walk|journey|trip|trek|hike|march|flight|run|swim|crossing|"
    rf"voyage|haul|stretch)\b",
    re.IGNORECASE,
)
"""A length that is that of a way and not of anything near it."""

SPEED: Final = regex(
    rf"\baverag(?:ing|e[sd]?)(?:\s+(?:speed|pace))?(?:\s+of)?\s+(?:about\s+|some\s+|around\s+|nearly\s+)?{_NUMBER}\s*"
    r"(?P<unit>km/h|kph|kmh|kilomet(?:re|er)s?\s+(?:an|per)\s+hour|mph|miles?\s+(?:an|per)\s+hour)",
    re.IGNORECASE,
)
"""A stated average speed."""


class StatedDuration:
    """The text says how long a leg took, and the distance says otherwise."""

    name = "stated-duration"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each stated duration of one leg that its distance does not allow."""
        legs = {(leg.leg.first, leg.leg.last): leg for leg in case.legs}
        told = [gap for gap in case.itinerary.gaps if (gap.first, gap.second) in legs and gap.longest is not None]
        found = [self._finding(legs[gap.first, gap.second], gap) for gap in told]
        return tuple(one for one in found if one is not None) if told else None

    def _finding(self, leg: LegCase, gap: Gap) -> Finding | None:
        stated = gap.longest.total_seconds() if gap.longest is not None else math.inf
        grade = leg.times.low.grade(stated)
        if grade >= Grade.TIGHT or leg.times.nature is Nature.SAME:
            return None
        least = leg.times.low.limit if grade is Grade.IMPOSSIBLE else leg.times.low.brisk
        text = (
            f"The story gives {seconds_words(stated)} for the way from {leg.origin.place.name} to "
            f"{leg.destination.place.name}; it takes at least {seconds_words(least)}{by_what(leg)}."
        )
        figures = (in_hours("stated", stated), in_hours("least", least))
        return Finding(self.name, grade, text, figures, sources_of(leg), gap.quote, gap.start, gap.end, leg.leg.first)


class StatedLength:
    """The text says how long a way is, and the places are farther apart than that, as the crow flies."""

    name = "stated-length"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such leg; None where no length is told."""
        told = [(leg, match) for leg in case.legs if _plain(leg) and (match := LENGTH.search(leg.destination.quote))]
        found = [self._finding(leg, match) for leg, match in told]
        return tuple(one for one in found if one is not None) if told else None

    def _finding(self, leg: LegCase, match: re.Match[str]) -> Finding | None:
        stated, apart = _kilometres(match), leg.times.separation_km
        if stated >= apart * SHORT_SHARE:
            return None
        text = (
            f'The story speaks of a way of {km_words(stated)} ("{match[0]}"); {leg.origin.place.name} and '
            f"{leg.destination.place.name} are {far(leg)} apart as the crow flies. The figure is wrong, or another "
            "place is meant."
        )
        numbers = (Number("stated", round(stated, 1), "km"), Number("distance at least", round(apart, 1), "km"))
        said = leg.destination
        return Finding(self.name, None, text, numbers, (), said.quote, said.start, said.end, leg.leg.first)


class StatedSpeed:
    """The text gives an average speed, at which the way takes longer than the times of the text leave for it."""

    name = "stated-speed"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such leg; None where no average speed is told."""
        told = [
            (leg, match)
            for leg in case.legs
            if _plain(leg) and leg.window is not None and (match := SPEED.search(leg.destination.quote))
        ]
        found = [self._finding(leg, match) for leg, match in told]
        return tuple(one for one in found if one is not None) if told else None

    def _finding(self, leg: LegCase, match: re.Match[str]) -> Finding | None:
        kmh, window = _kilometres(match), leg.window or 0.0
        needed = leg.times.separation_km / kmh * HOUR_SECONDS if kmh else math.inf
        if not kmh or needed <= window:
            return None
        text = (
            f'At the speed that the story gives ("{match[0]}") the way from {leg.origin.place.name} to '
            f"{leg.destination.place.name} ({far(leg)}) takes {seconds_words(needed)} at least; its times leave "
            f"{seconds_words(window)}."
        )
        numbers = (
            Number("stated", round(kmh, 1), "km/h"),
            in_hours("least", needed),
            in_hours("window", window),
        )
        said = leg.destination
        return Finding(self.name, None, text, numbers, (), said.quote, said.start, said.end, leg.leg.first)


class WeekdayMismatch:
    """A weekday of the text does not match its date: one of the two is wrong."""

    name = "weekday-mismatch"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such date; None where the text names no weekday with a date wrongly."""
        return tuple(self._finding(slip) for slip in case.slips) or None

    def _finding(self, slip: WeekdaySlip) -> Finding:
        text = (
            f'The story says "{slip.text}"; {day_words(slip.day)} was a {slip.real}. If the weekday is right, '
            f"{day_words(slip.meant)} is meant."
        )
        return Finding(self.name, None, text, (), (), slip.text, slip.start, slip.end)


class DoubtfulReading:
    """What would refute the story rests on times that its words do not give with the place."""

    name = "doubtful-reading"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such visit; None where nothing hangs on one."""
        found = []
        for at in case.doubted:
            visit = case.itinerary.visits[at]
            if visit.earliest is None and visit.latest is None:
                continue
            when = span_words(visit.earliest, visit.latest, visit.place)
            why = visit.inferred or _why_doubted(visit)
            text = (
                f"That the traveller was in {visit.place.name} {when} is inferred ({why}): it is not held against the "
                "story."
            )
            found.append(Finding(self.name, None, text, (), (), visit.quote, visit.start, visit.end, max(0, at - 1)))
        return tuple(found) or None


def _why_doubted(visit: Visit) -> str:
    if by_open_clock(visit):
        return f"which {visit.place.name} is meant is open, and with it whose clock is told"
    return "no day of the calendar or time of the clock stands with the place"


class StepOnFoot:
    """The text tells of a step on foot at the end of a long way; how the way was made is left open."""

    name = "step-on-foot"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such leg."""
        found = []
        for leg in case.legs:
            told = case.itinerary.visits[leg.leg.first + 1 : leg.leg.last + 1]
            modes = tuple(dict.fromkeys(mode for visit in told for mode in visit.modes))
            if not leg.leg.query.modes and is_step(leg.origin, leg.destination, modes):
                text = (
                    f"The steps on foot at {leg.destination.place.name} are not taken for the whole way of "
                    f"{far(leg)} from {leg.origin.place.name}: how that was made is left open."
                )
                said = leg.destination
                found.append(Finding(self.name, None, text, (), (), said.quote, said.start, said.end, leg.leg.first))
        return tuple(found) or None


class TicketTimes:
    """The sea lies between two places, so that the times told are taken as those of a flight."""

    name = "ticket-times"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each leg whose times are taken so without the text saying it."""
        found = []
        for leg in case.legs:
            taken = leg.leg.query.airside
            if leg.leg.query.modes or not any(taken) or leg.origin.airside or leg.destination.airside:
                continue
            text = (
                f"Nobody goes from {leg.origin.place.name} to {leg.destination.place.name} in hours but by air: the "
                "clock times are taken as those of take-off and landing."
            )
            found.append(Finding(self.name, None, text, leg=leg.leg.first))
        return tuple(found) or None


def _plain(leg: LegCase) -> bool:
    return leg.times.nature is Nature.PLAIN and bool(leg.destination.quote)


def _kilometres(match: re.Match[str]) -> float:
    value = float(match["number"].replace(",", ""))
    return value * MILE_KM if match["unit"].casefold().startswith("m") else value


TOLD_RULES: tuple[Rule, ...] = (
    StatedDuration(),
    StatedLength(),
    StatedSpeed(),
    WeekdayMismatch(),
    DoubtfulReading(),
    StepOnFoot(),
    TicketTimes(),
)
"""Every rule of this module, in the order in which findings are reported."""
