"""Hours of the clock that a story tells and no stop was given: what to look at before a verdict is trusted."""

from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.unresolved import OPEN_HOUR, TIME, Unresolved
from wayproof.story.temporal.timex import TimeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wayproof.story.itineraries.itinerary import Gap, Visit
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

AN_HOUR = timedelta(hours=1)
"""The widest window of what is told by the clock."""
MOST_LISTED = 8


def unplaced_times(
    times: "Iterable[TimeExpression]",
    drafts: "Iterable[Draft]",
    visits: "Sequence[Visit]",
    gaps: "Sequence[Gap]",
) -> tuple[Unresolved, ...]:
    """The hours of events that no stop was given, in text order, the first few.

    Parameters
    ----------
    times
        The time expressions of the story.
    drafts
        Its sightings, with the expressions that each was given.
    visits, gaps
        The journey as read; what stands in the words of a visit or gap counts as read.
    """
    placed = {start for draft in drafts for start in draft.times}
    quotes = [(one.start, one.end) for one in visits] + [(one.start, one.end) for one in gaps]
    left = [
        one
        for one in times
        if one.kind is TimeKind.EVENT
        and one.precise
        and one.earliest is not None
        and one.latest is not None
        and one.latest - one.earliest <= AN_HOUR
        and one.start not in placed
        and not any(start <= one.start < end for start, end in quotes)
    ]
    return tuple(Unresolved(one.start, one.end, one.text, OPEN_HOUR, TIME) for one in left[:MOST_LISTED])
