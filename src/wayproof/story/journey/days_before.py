"""Departures dated by the arrival: who "left X and reached Y the next day" left on the day before."""

import re
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft

_NEXT_DAY = regex(
    r"\b(?:next|following)\s+(?:day|morning|noon|midday|afternoon|evening|night)\b|\ba\s+day\s+later\b", re.IGNORECASE
)
DAY = timedelta(days=1)


def date_days_before(text: str, drafts: "Sequence[Draft]") -> None:
    """Give undated departures the day before an arrival that their sentence tells as one of the next day."""
    for leaves, comes in pairwise(drafts):
        undated = leaves.sighting.event is Event.DEPART and not leaves.own and leaves.gap is None
        arrives = comes.sighting.event is not Event.DEPART and comes.own and not comes.before
        if not (undated and arrives) or comes.low is None or comes.high is None or comes.high - comes.low > DAY:
            continue
        low, high = leaves.sighting.toponym.mention.end, max(comes.sighting.clause.end, comes.time_end)
        one = leaves.sighting.clause.sentence == comes.sighting.clause.sentence
        if one and low < high and _NEXT_DAY.search(text, low, high):
            leaves.low = datetime.combine(comes.low.date(), time()) - DAY
            leaves.high, leaves.own, leaves.inferred = leaves.low + DAY, True, comes.inferred
