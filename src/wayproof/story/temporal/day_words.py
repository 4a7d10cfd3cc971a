"""What words for days say before they are set against a calendar, and the units that days are counted in."""

from dataclasses import dataclass

from wayproof.story.temporal.calendar_patterns import MONTHS, WEEKDAYS

UNIT_DAYS = {
    "day": (1, 0.0),
    "night": (1, 0.0),
    "evening": (1, 0.0),
    "morning": (1, 0.0),
    "week": (7, 0.0),
    "fortnight": (14, 0.15),
    "month": (30.44, 0.25),
    "year": (365.25, 0.25),
}
"""Days in a calendar unit and the share by which a count of it may be off ("two months later" is 45 to 76 days)."""
FEW = {"a few": (2, 6), "several": (3, 10), "some": (2, 10), "a couple of": (2, 3), "": (2, 30), "many": (3, 60)}
"""Least and most of a vague count; "" is a bare plural ("weeks later")."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """Words for a day or a span of days, not yet set against a calendar.

    Attributes
    ----------
    start, end
        Offsets in the text, the leading preposition not included.
    form
        "date", "weekday", "nth" ("the last Sunday of May"; `day` counts, -1 is the last), "weekof" (a week by a date
        of it), "shift" (days from an anchor), "month", "season", "year", "decade", "monthday" ("the 13th"),
        "feast" ("Christmas Eve"), "dayno" ("on day three"), "ordinal" ("on the second"), "weekend" or
        "either" (3/8/2023: March or August).
    year, month, day, weekday
        What the words state; None where they do not. Monday is 0.
    which
        "last", "next", "previous", "following", "this", "that", "early", "mid", "late" or ""; "week" for the weekday of
        a named week and "weeksback" for one some weeks ago (both `least` weeks away); a row of
        :data:`wayproof.story.temporal.calendar_anchors.MONTH_PARTS` for a part of a month.
    least, most
        For a shift: days from the anchor, negative for earlier.
    dateline
        For a shift: True when counted from the publication ("yesterday"), False when from the narrative ("next day").
    name
        For a feast: its folded name; "night" for a shift by nights, "week" for a week as a whole.
    """

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str = ""
    least: int = 0
    most: int = 0
    dateline: bool = False
    name: str = ""


def month_number(name: str) -> int:
    """Number of a month from its name or abbreviation."""
    return next(index for index, full in enumerate(MONTHS, start=1) if full.startswith(name.casefold().rstrip(".")[:3]))


def weekday_number(name: str) -> int:
    """Monday is 0."""
    return next(index for index, full in enumerate(WEEKDAYS) if full.startswith(name.casefold()[:3]))
