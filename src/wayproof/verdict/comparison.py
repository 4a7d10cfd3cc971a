"""Several sources for one journey: where they differ, each side with its words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from wayproof.verdict.wording import km_words, span_words
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import timedelta

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.verdict.assessment import Assessment

SAME_PLACE_KM: Final = 2.0
"""Positions this near are one place, on top of the extents of both."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one source says.

    Attributes
    ----------
    source
        The source's name.
    text
        What it says, in a few words.
    quote, start, end
        Its own words and their offsets in its text; empty and 0, 0 where it says nothing.
    """

    source: str
    text: str
    quote: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One point on which two sources do not agree.

    Attributes
    ----------
    kind
        "place" (elsewhere at the same time), "time" (the same place at another time), "silence" (only one source has
        the visit) or "verdict".
    sides
        Both sides, in the order in which the sources were given.
    """

    kind: str
    sides: tuple[Side, Side]


def differences(assessments: Sequence[Assessment]) -> tuple[Difference, ...]:
    """Where assessments of several sources differ, two by two.

    Only what the sources themselves tell is compared: supposed origins are nobody's statement.
    """
    return tuple(found for a, b in combinations(assessments, 2) for found in _between(a, b))


def as_record(assessments: Sequence[Assessment]) -> dict[str, Any]:
    """Several assessments and their differences as JSON values."""
    return {
        "schema": "wayproof.comparison/1",
        "assessments": [assessment.to_dict() for assessment in assessments],
        "differences": [
            {
                "kind": difference.kind,
                "sides": [
                    {
                        "source": side.source,
                        "text": side.text,
                        "quote": side.quote,
                        "start": side.start,
                        "end": side.end,
                    }
                    for side in difference.sides
                ],
            }
            for difference in differences(assessments)
        ],
    }


def _between(a: Assessment, b: Assessment) -> Iterator[Difference]:
    told_a, told_b = _told(a), _told(b)
    for visit in told_a:
        partner = next((other for other in told_b if _same_place(visit, other)), None)
        if partner is None:
            rival = next((other for other in told_b if _same_time(visit, other)), None)
            if rival is None:
                yield Difference("silence", (_side(a, visit), Side(b.name, f"says nothing of {visit.place.name}")))
            else:
                apart = km_words(distance_km(visit.place.lat, visit.place.lon, rival.place.lat, rival.place.lon))
                yield Difference("place", (_side(a, visit), _side(b, rival, f", {apart} away")))
        elif not any(_overlap(visit, other) for other in told_b if _same_place(visit, other)):
            yield Difference("time", (_side(a, visit), _side(b, partner)))
    for visit in told_b:
        if not any(_same_place(visit, other) or _same_time(other, visit) for other in told_a):
            yield Difference("silence", (Side(a.name, f"says nothing of {visit.place.name}"), _side(b, visit)))
    if a.verdict.label != b.verdict.label:
        yield Difference(
            "verdict", (Side(a.name, f"graded {a.verdict.label}"), Side(b.name, f"graded {b.verdict.label}"))
        )


def _told(assessment: Assessment) -> list[Visit]:
    best = assessment.best
    visits = () if best is None else best.itinerary.visits
    return [visit for visit in visits if visit.basis != "hypothesis" and visit.chance >= 1.0]


def _same_place(a: Visit, b: Visit) -> bool:
    if a.place.id == b.place.id:
        return True
    apart_km = distance_km(a.place.lat, a.place.lon, b.place.lat, b.place.lon)
    return apart_km <= SAME_PLACE_KM + a.place.extent_km + b.place.extent_km


def _overlap(a: Visit, b: Visit) -> bool:
    """Whether some moment fits both windows; an open end fits everything."""
    later_start = max((time for time in (a.earliest, b.earliest) if time is not None), default=None)
    sooner_end = min((time for time in (a.latest, b.latest) if time is not None), default=None)
    return later_start is None or sooner_end is None or later_start < sooner_end


def _same_time(a: Visit, b: Visit) -> bool:
    """Whether the two visits are told for the same time: both windows closed, and most of the shorter one shared."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    shared: timedelta = min(a.latest, b.latest) - max(a.earliest, b.earliest)
    return shared * 2 > min(a.latest - a.earliest, b.latest - b.earliest)


def _side(assessment: Assessment, visit: Visit, more: str = "") -> Side:
    when = span_words(visit.earliest, visit.latest, visit.place)
    text = f"{visit.place.name}{f' {when}' if when else ''}{more}"
    return Side(assessment.name, text, visit.quote, visit.start, visit.end)
