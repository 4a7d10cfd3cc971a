"""Findings: single reasons for (or beside) a grade, with their numbers, sources and words of the story."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
class Uncertain:
    """What a finding would be held against the story for, if it were certain.

    Attributes
    ----------
    what
        The uncertain fact as the subject of a sentence: "the closing of the post Sarp".
    grade
        The grade that it would allow at most.
    """

    what: str
    grade: Grade


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
    uncertain
        Why a finding that could cap the grade does not: it rests on a row that is recalled and not certain.
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
    uncertain: Uncertain | None = None


def spared(found: Finding, what: str) -> Finding:
    """A finding that rests on a row which is recalled and not certain: told, and not held against the story.

    Parameters
    ----------
    found
        The finding as it would be, were the row certain.
    what
        The fact in question as the subject of a sentence.
    """
    text = f"{found.text} That is recalled and not certain, so that it is not held against the story."
    uncertain = None if found.grade is None else Uncertain(what, found.grade)
    return replace(found, grade=None, text=text, uncertain=uncertain)
