"""Grades, and verdicts as ranges of grades.

A verdict says between which two grades the truth lies. Where the range is too wide to say, it is called "unknown".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class Grade(IntEnum):
    """How well a journey fits the time that the story allows, worst first.

    ``IMPOSSIBLE``: faster than the best ever done; ``IMPLAUSIBLE``: faster than a determined and lucky traveller;
    ``TIGHT``: faster than an ordinary traveller; ``POSSIBLE``: travel does not refute it (which is not "true").
    """

    IMPOSSIBLE = 0
    IMPLAUSIBLE = 1
    TIGHT = 2
    POSSIBLE = 3

    @property
    def word(self) -> str:
        """The grade as reports spell it."""
        return self.name.lower()


_CLAIM: Final = {Grade.IMPOSSIBLE: 3, Grade.IMPLAUSIBLE: 2, Grade.TIGHT: 0, Grade.POSSIBLE: 1}
"""How much a grade claims: "impossible" most, "tight" nothing either way."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A range of grades that holds the true one.

    Attributes
    ----------
    worst, best
        Its ends; equal when the grade is settled.
    """

    worst: Grade
    best: Grade

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.worst > self.best:
            message = f"a verdict runs from worst to best, not from {self.worst.word} to {self.best.word}"
            raise ValueError(message)

    @property
    def label(self) -> str:
        """The name of the range: a grade, or "unknown".

        A settled range has the name of its grade. Of two neighbouring grades the range takes the name that claims
        less, so that nobody is accused or cleared by a doubt: impossible or implausible is called implausible,
        implausible or tight is called tight, tight or possible is called tight. Anything wider is unknown.
        """
        if self.best - self.worst > 1:
            return "unknown"
        return min(self.worst, self.best, key=_CLAIM.__getitem__).word

    @property
    def is_unknown(self) -> bool:
        """Whether the range is too wide to name."""
        return self.label == "unknown"

    @property
    def is_refuted(self) -> bool:
        """Whether the label is implausible or impossible."""
        return self.label in {Grade.IMPOSSIBLE.word, Grade.IMPLAUSIBLE.word}

    def at_most(self, grade: Grade) -> Verdict:
        """The range with everything better than `grade` cut off; a rule that caps a grade works this way."""
        return Verdict(min(self.worst, grade), min(self.best, grade))

    def joined(self, other: Verdict) -> Verdict:
        """The smallest range that holds both: what is known when either may be the case."""
        return Verdict(min(self.worst, other.worst), max(self.best, other.best))


UNKNOWN: Final = Verdict(Grade.IMPOSSIBLE, Grade.POSSIBLE)
"""Nothing is known: every grade may be the true one."""


def settled(grade: Grade) -> Verdict:
    """The verdict that holds one grade and no doubt."""
    return Verdict(grade, grade)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a choice: one good way is enough (routes of a leg, hypotheses of a story).

    Both ends are the best of the ends given. Without any choice the answer is unknown: what has not been
    tried has not failed.
    """
    known = tuple(verdicts)
    if not known:
        return UNKNOWN
    return Verdict(max(one.worst for one in known), max(one.best for one in known))


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a chain: every part must hold (legs of an itinerary).

    Both ends are the worst of the ends given; one impossible leg settles the whole, whatever the others are.
    Without any part the answer is unknown.
    """
    known = tuple(verdicts)
    if not known:
        return UNKNOWN
    return Verdict(min(one.worst for one in known), min(one.best for one in known))
