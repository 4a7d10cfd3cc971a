"""Solving a judged itinerary again with one thing changed, for the label that it would have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from wayproof.verdict.border_rules import BORDER_RULES
from wayproof.verdict.cases import LegCase
from wayproof.verdict.grades import UNKNOWN, Grade
from wayproof.verdict.journey import whole_by_time
from wayproof.verdict.means_rules import MEANS_RULES
from wayproof.verdict.rulebook import CAPPING
from wayproof.verdict.statements import soft_bounds, story_network
from wayproof.verdict.works_rules import WORKS_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.constraints import Network
    from wayproof.verdict.journey import Judgement
    from wayproof.verdict.least_times import Durations

REFUTED: Final = frozenset({Grade.IMPOSSIBLE.word, Grade.IMPLAUSIBLE.word})
"""Labels of a story that travel speaks against."""

KINDNESS: Final = {
    Grade.IMPOSSIBLE.word: 0,
    Grade.IMPLAUSIBLE.word: 1,
    UNKNOWN.label: 2,
    Grade.TIGHT.word: 3,
    Grade.POSSIBLE.word: 4,
}
"""How well a label speaks of a story."""

HALVINGS: Final = 12
"""How often an interval is halved in on a value: to a four-thousandth of it."""


def label(
    judgement: Judgement,
    *,
    leg: LegCase | None = None,
    durations: Durations | None = None,
    network: Network | None = None,
) -> str:
    """The label that a judgement would have with other durations of one leg, or with other statements.

    Parameters
    ----------
    judgement
        What is changed.
    leg, durations
        The leg and its durations instead of those it has; None to keep them.
    network
        The statements instead of the story's; None to keep them.
    """
    posed = judgement.posed
    low, high = posed.low, posed.high(judgement.solution.windows)
    if leg is not None and durations is not None:
        low, high = (with_durations(judgement, leg, durations, reading) for reading in (low, high))
    verdict = whole_by_time(judgement.case, posed.verdict(low, high, network))
    caps = [found.grade for found in judgement.assessment.findings if found.grade is not None and found.rule in CAPPING]
    return (verdict.at_most(min(caps)) if caps else verdict).label


def relabel(judgement: Judgement, told: Itinerary) -> str:
    """The label that a judgement would have with other times, posts or gaps of the same visits.

    The ways stay as they were found; the rules about borders, skies and means look again.
    """
    published, posed = judgement.case.published, judgement.posed
    changed = replace(posed, itinerary=told, network=story_network(told, published), soft=soft_bounds(told, published))
    windows = changed.windows()
    joint = changed.verdict(changed.low, changed.high([window for window, _ in windows]))
    legs = tuple(
        LegCase(one.leg, one.times, window, soft, told.visits[one.leg.first], told.visits[one.leg.last])
        for one, (window, soft) in zip(judgement.case.legs, windows, strict=True)
    )
    case = replace(judgement.case, itinerary=told, legs=legs)
    found = [finding for rule in (*MEANS_RULES, *BORDER_RULES, *WORKS_RULES) for finding in rule.judge(case) or ()]
    caps = [finding.grade for finding in found if finding.grade is not None]
    verdict = whole_by_time(case, joint)
    return (verdict.at_most(min(caps)) if caps else verdict).label


def with_durations(
    judgement: Judgement, leg: LegCase, durations: Durations, reading: Sequence[Durations]
) -> tuple[Durations, ...]:
    """A reading with the durations of one leg replaced."""
    return tuple(durations if one is leg else held for one, held in zip(judgement.case.legs, reading, strict=True))


def turning_point(label_at: Callable[[float], str], start: float, end: float) -> tuple[float, str] | None:
    """The value nearest to `start`, on the way to `end`, at which the label is another; and that label.

    Parameters
    ----------
    label_at
        Solves the whole with a value. What the label is between `start` and the turning point does not change.
    start, end
        The value used, and the farthest that is looked at.

    Returns
    -------
    tuple or None
        None where the label at `end` is still the same.
    """
    base, found = label_at(start), label_at(end)
    if found == base:
        return None
    near, far = start, end
    for _ in range(HALVINGS):
        middle = (near + far) / 2.0
        there = label_at(middle)
        if there == base:
            near = middle
        else:
            far, found = middle, there
    return far, found


def better(found: str, base: str) -> bool:
    """Whether a label speaks better of a story than another."""
    return KINDNESS[found] > KINDNESS[base]


def would(found: str) -> str:
    """What the answer would be, as the end of a sentence."""
    return "the answer would be open" if found == UNKNOWN.label else f"the journey would be {found}"
