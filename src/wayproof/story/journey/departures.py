"""Clock times of a departure that are told with the goal: "had lunch in London and flew to New York at 19:00"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

_TAKES = frozenset({"took", "takes", "taking", "taken", "caught", "catches"})
_SERVICE = re.compile(r"\b(?:flight|plane|jet|train|bus|coach|ferry|boat|hydrofoil|sleeper)\b", re.IGNORECASE)


def with_departures(text: str, drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "list[Draft]":
    """The drafts with such times moved to the place left, where the goal's clause gives "at" and a time after it."""
    starts = {(time.earliest, time.latest): time.start for time in times if time.precise}
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last is None or not _is_told_with_goal(text, last, draft, starts.get((draft.low, draft.high))):
            found.append(draft)
            continue
        if last.sighting.event is Event.DEPART and not last.own:
            last.low, last.high, last.floating, last.own = draft.low, draft.high, draft.floating, True
        elif last.sighting.event is not Event.DEPART:
            clause, verb = draft.sighting.clause, draft.sighting.verb
            sighting = replace(last.sighting, event=Event.DEPART, clause=clause, verb=verb, relation="from")
            found.append(replace(draft, sighting=sighting, zone=last.zone))
        else:
            found.append(draft)
            continue
        draft.high, draft.zone = None, last.zone
        found.append(draft)
    return found


def _is_told_with_goal(text: str, last: "Draft", draft: "Draft", at: int | None) -> bool:
    sighting, verb = draft.sighting, draft.sighting.verb
    place = last.sighting.toponym.place
    if at is None or verb is None or not draft.own or place is None or place.is_area:
        return False
    together = last.sighting.clause.sentence == sighting.clause.sentence and sighting.event is Event.ARRIVE
    told = together and sighting.relation == "to" and sighting.toponym.mention.end <= at < sighting.clause.end
    service = _SERVICE.search(text, verb.end, sighting.toponym.mention.start) is not None
    leaves = verb.form in journey_words("goes_at") or (verb.form in _TAKES and service)
    return told and leaves and text[at : at + 2].casefold() == "at" and not draft.before
