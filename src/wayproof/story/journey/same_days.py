"""Starts of no told time that an arrival dates: "left X by plane and landed the same day in Y"."""

from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event, Gap
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.journey.drafts import Draft

A_DAY = timedelta(hours=24)
"""No longer lasts a way that begins and ends on one day, or in one night."""

_SAME_DAY = regex(
    r"\b(?:(?:the|that)\s+(?:same|very|selfsame)\s+(?:day|morning|forenoon|afternoon|evening|night)|within\s+the\s+day|before\s+the\s+day\s+was\s+(?:out|over)|"
    r"(?:later|earlier)\s+(?:the\s+same|that)\s+(?:day|morning|afternoon|evening|night))\b"
)


def same_day_gaps(text: str, ordered: "Sequence[Draft]") -> "Iterator[Gap]":
    """A bound of a day between a start that no time is told of and an arrival "the same day".

    Parameters
    ----------
    text
        The story.
    ordered
        Its sightings in the order of travel.

    Notes
    -----
    Only where the start is told as a departure in the same sentence as the arrival or the one before it: "She lived in
    X. The strike began on Monday. The same day she was in Y" does not date her leaving.
    """
    for index in range(1, len(ordered)):
        start, end = ordered[index - 1], ordered[index]
        clause = end.sighting.clause
        undated = not start.own and start.earliest is None and start.gap is None
        leaves = start.sighting.event is Event.DEPART and 0 <= clause.sentence - start.sighting.clause.sentence <= 1
        if not (undated and leaves and end.own and end.gap is None):
            continue
        found = _SAME_DAY.search(
            text, max(clause.start, start.sighting.toponym.mention.end), max(clause.end, end.time_end)
        )
        if found is not None and found.start() < end.time_end:
            yield Gap(index - 1, index, timedelta(0), A_DAY, found[0], found.start(), found.end())
