"""Clock times of a departure that are told with the goal: "had lunch in London and flew to New York at 19:00"."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

_TAKES = frozenset({"took", "takes", "taking", "taken", "caught", "catches"})
_OF_SERVICE = regex(
    r"[\s-]+(?:(?:[\w-]+\s+){0,2}?(?:flight|plane|aeroplane|airliner|jet|jumbo|shuttle|train|express|mail|sleeper|tram|bus|coach|ferry|boat|steamer|"
    r"hydrofoil|hovercraft|packet|departure|sailing|crossing|service|connection))\b(?!\s+(?:station|stop|timetable|driver|crew))",
    re.IGNORECASE,
)
"""What the hour before it is the hour of: "the nine o'clock flight", "the 8 a.m. ferry"."""
_ARTICLE = regex(
    r"\b(?:the|an?|that|his|her|their|my|our|this|another)\s+(?:very\s+|first\s+|last\s+|usual\s+|regular\s+)?\Z",
    re.IGNORECASE,
)
_SERVICE = regex(r"\b(?:flight|plane|jet|train|bus|coach|ferry|boat|hydrofoil|sleeper)\b", re.IGNORECASE)


def with_departures(text: str, drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "list[Draft]":
    """The drafts with such times moved to the place left, where the goal's clause gives "at" and a time after it."""
    hours = [one for one in times if one.precise and _is_of_service(text, one)]
    starts = {(one.earliest, one.latest): one.start for one in times if one.precise}
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        hour = _hour_of_service(draft, hours)
        if hour is not None:
            own = draft.zone
            _leave_at(draft, found)
            _come_at(draft, hour, times, own)
            found.append(draft)
            continue
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


def _is_of_service(text: str, hour: "TimeExpression") -> bool:
    """Whether an hour is that of a service: "the nine o'clock flight"."""
    within = hour.text.casefold().startswith(("the ", "that "))  # "the noon coach"
    ahead = within or _ARTICLE.search(text, max(0, hour.start - FAR_BEFORE), hour.start) is not None
    return ahead and _OF_SERVICE.match(text, hour.end) is not None


FAR_BEFORE = 20
"""Characters in which the article of a service stands before its hour."""


def _hour_of_service(draft: "Draft", hours: "Sequence[TimeExpression]") -> "TimeExpression | None":
    """The hour of the service that takes somebody to the place of a draft; None where its time is another."""
    sighting = draft.sighting
    if sighting.event is Event.DEPART or not draft.own:
        return None
    inside = (one for one in hours if sighting.clause.start <= one.start < sighting.clause.end)
    # the day may be told elsewhere: the clock decides
    return next((one for one in inside if _clock(one.latest) == _clock(draft.high)), None)


def _come_at(draft: "Draft", hour: "TimeExpression", times: "Sequence[TimeExpression]", zone: str) -> None:
    """Date an arrival by what its clause tells beside the service's hour: "the noon flight set her down at two"."""
    clause, day = draft.sighting.clause, hour.earliest.date() if hour.earliest is not None else None
    for one in times:
        told = clause.start <= one.start < clause.end and one.start > hour.start and one.precise
        if not told or one.earliest is None or one.latest is None or one.after_hours is not None or day is None:
            continue
        width = one.latest - one.earliest
        draft.low = datetime.combine(day, one.earliest.time()) if one.floating else one.earliest
        if one.floating and hour.earliest is not None and draft.low < hour.earliest:
            draft.low += timedelta(hours=12)
        draft.high, draft.zone = draft.low + width, zone
        return


def _clock(moment: datetime | None) -> time | None:
    return None if moment is None else moment.time()


def _leave_at(draft: "Draft", found: "list[Draft]") -> None:
    """Take the hour of a service for that of leaving the place told last; the goal is reached after it."""
    last, sighting = (found[-1] if found else None), draft.sighting
    place = last.sighting.toponym.place if last is not None else None
    goes = sighting.verb is not None and sighting.verb.motion is not Motion.REACH
    if last is not None and place is not None and not place.is_area and goes and not draft.before:
        if last.sighting.event is not Event.DEPART and sighting.clause.sentence - last.sighting.clause.sentence <= 1:
            left = replace(
                last.sighting, event=Event.DEPART, clause=sighting.clause, verb=sighting.verb, relation="from"
            )
            found.append(replace(draft, sighting=left, zone=last.zone, gap=None))
        elif last.sighting.event is Event.DEPART and not last.own:
            last.low, last.high, last.floating, last.own = draft.low, draft.high, draft.floating, True
        draft.zone = last.zone
    if draft.low is not None and not goes:
        # "came in by the nine o'clock train": its hour may be that of either end
        draft.low = datetime.combine(draft.low.date(), time())
    draft.high = None
