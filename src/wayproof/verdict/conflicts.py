"""What a story says about time, and which of its statements cannot all hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """One side of a contradiction.

    Attributes
    ----------
    text
        What is said, in a sentence.
    kind
        "story" for what the story states, "travel" for the least time that a leg takes, "order" for which visit
        came first.
    quote, start, end
        The words of the story and their offsets; empty and 0, 0 for what the story does not say itself.
    """

    text: str
    kind: str
    quote: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of statements that cannot all hold: leave any one out and the rest agree.

    Attributes
    ----------
    statements
        The statements, in the order of the journey.
    hours_short
        By how many hours they miss each other.
    bound
        Under which durations they clash: "limit" (nobody could), "brisk" or "typical".
    legs
        Numbers of the legs whose travel time takes part.
    """

    statements: tuple[Statement, ...]
    hours_short: float
    bound: str
    legs: tuple[int, ...] = ()
