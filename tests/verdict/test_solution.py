"""Which contradictions are worth telling."""

from __future__ import annotations

from wayproof.verdict.conflicts import Conflict, Statement
from wayproof.verdict.solution import telling


def conflict(*said: str, legs: tuple[int, ...] = (), hours: float = 1.0) -> Conflict:
    return Conflict(tuple(Statement(text, "story") for text in said), hours, "limit", legs)


def test_overlapping_contradictions_are_told_once() -> None:
    first, second = conflict("left at eight", "came by ten", legs=(0,)), conflict("two hours passed", legs=(0,))
    assert telling([first, second]) == (first,)
    assert telling([first, conflict("left at eight", legs=(1,))]) == (first,)


def test_independent_contradictions_are_all_told() -> None:
    first, second = conflict("left at eight", legs=(0,)), conflict("came by ten", legs=(2,))
    assert telling([first, second]) == (first, second)
    assert telling([]) == ()


def test_contradictions_of_the_story_alone_count_by_their_statements() -> None:
    first, second = conflict("left at eight", "came at seven"), conflict("left at nine", "came at six")
    assert telling([first, second, first]) == (first, second)
