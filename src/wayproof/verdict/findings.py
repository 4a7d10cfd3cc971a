"""Findings: single reasons for (or beside) a grade, with their numbers, sources and words of the story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wayproof.verdict.grades import Grade


@dataclass(frozen=True, slots=True)
class Number:
    """One figure of a finding, with its unit.

    Attributes
    ----------
    name
        What is measured, in plain words: "distance", "window".
    value
        The figure, or a date or word where the "figure" is one.
    unit
        "h", "km", "km/h", ...; empty where there is none.
    """

    name: str
    value: float | str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found.

    Attributes
    ----------
    rule
        Name of the rule, in kebab case: "checkpoint-closed".
    grade
        The grade that the finding allows at most; None for a remark that leaves the grade alone.
    text
        The finding in one sentence.
    numbers
        The figures behind it.
    sources
        Where the figures come from.
    quote, start, end
        The words of the story it rests on and their offsets; empty and 0, 0 where there are none.
    leg
        Number of the leg it is about (the index of its first visit), None for the whole itinerary.
    """

    rule: str
    grade: Grade | None
    text: str
    numbers: tuple[Number, ...] = ()
    sources: tuple[str, ...] = ()
    quote: str = ""
    start: int = 0
    end: int = 0
    leg: int | None = None
