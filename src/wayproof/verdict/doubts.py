"""Which times of a story are told with the place, and which were inferred: only the first may refute it.

A reading can be wrong where the time of a visit comes from other words than its own, where its day hangs on words like
"that night", and where a place is only named to say where another one lies. Whoever is accused by such a reading alone
is accused by the reader and not by the story.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from wayproof.story.vocabulary.regexes import regex
from wayproof.verdict.constraints import ORIGIN
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.itineraries.itinerary import Itinerary, Visit
    from wayproof.verdict.constraints import Constraint

A_ZONE: Final = 15.0
"""Degrees of longitude beyond which two places keep different time."""
SAID_TO_BE_MANY: Final = 5
"""Other bearers that a visit carries only where the text says itself that its name is borne by many."""
HALF_A_DAY: Final = timedelta(hours=12)
TEXT: Final = "text"
"""The basis of a visit that was read from a text."""

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
DATED: Final = regex(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\.?\s+\d{{1,2}}\b|\b\d{{4}}-\d\d-\d\d\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.IGNORECASE,
)
"""A day of the calendar."""

_HOUR: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
CLOCKED: Final = regex(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s*(?:a\.?m\b|p\.?m\b|o['\u2019]?clock)|\b\d{4}\s*(?:hours|hrs|h|z|zulu|gmt|utc)\b"
    r"|\b(?:noon|midnight|midday)\b|\b(?:half|quarter)[\s-]+past\b|\bquarter\s+to\b|\bo['\u2019]clock\b"
    rf"|\bat\s+(?:(?:about|around|almost|nearly|exactly|precisely|roughly|just\s+(?:after|before))\s+)?{_HOUR}\b"
    rf"|\b(?:half|quarter|five|ten|twenty(?:-five)?|\w+\s+minutes?|minutes?|a\s+minute|moments)\s+(?:past|to|before|after)\s+(?:{_HOUR}|\d{{1,2}})\b"
    rf"|\bhalf\s+{_HOUR}\b"
    rf"|\b{_HOUR}(?:[-\s](?:thirty|fifteen|forty-five|twenty|ten))?\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night|(?:on\s+)?(?:that|the\s+(?:same|next|following))\s+"
    r"(?:morning|afternoon|evening|night|day))\b"
    rf"|\b(?:by|before|after|about|around|until|towards)\s+{_HOUR}(?=\s*(?:[,.;:]|$))",
    re.IGNORECASE,
)
"""A time of the clock."""


def doubted(itinerary: Itinerary) -> frozenset[int]:
    """The visits marked as inferred, those that say in what area a neighbour lies, and those at an open clock."""
    visits = itinerary.visits
    return frozenset(
        at
        for at, visit in enumerate(visits)
        if visit.inferred or by_open_clock(visit) or (visit.basis == TEXT and _is_apposition(at, visits))
    )


def by_open_clock(visit: Visit) -> bool:
    """Whether a time of the clock is told at a name of which the text says that many bear it, some in other zones."""
    if visit.earliest is None or visit.latest is None or visit.latest - visit.earliest > HALF_A_DAY:
        return False
    if len(visit.alternatives) < SAID_TO_BE_MANY:
        return False
    return any(abs((one.lon - visit.place.lon + 180) % 360 - 180) > A_ZONE for one in visit.alternatives)


def unanchored(itinerary: Itinerary, *, by_days: bool) -> frozenset[int]:
    """The visits whose own words do not fix their time: "that night", "on Monday".

    Parameters
    ----------
    itinerary
        The visits.
    by_days
        Whether a day of the calendar has to stand there; else a time of the clock will do.
    """
    firm = (DATED,) if by_days else (DATED, CLOCKED)
    return frozenset(
        at
        for at, visit in enumerate(itinerary.visits)
        if visit.basis == TEXT and visit.quote and not any(pattern.search(visit.quote) for pattern in firm)
    )


def is_of(bound: Constraint, visits: frozenset[int]) -> bool:
    """Whether a constraint is the time told for one of these visits."""
    if ORIGIN not in {bound.first, bound.second}:
        return False
    return max(bound.first, bound.second) - 1 in visits


def _is_apposition(at: int, visits: Sequence[Visit]) -> bool:
    """Whether a visit in an area stands beside one within that area, in the same words or right after them."""
    area = visits[at].place
    if not area.is_area:
        return False
    beside = [visits[near].place for near in (at - 1, at + 1) if 0 <= near < len(visits)]
    return any(
        not place.is_area
        and (place.country == area.country or area.country is None)
        and distance_km(place.lat, place.lon, area.lat, area.lon) <= area.extent_km
        for place in beside
    )
