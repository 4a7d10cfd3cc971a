"""Summaries that are told again: the opening of a story, and of a sentence whose second half tells the tale.

"A man has driven from X to Y in a day: he left X at six ..." is one journey.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import timed
from wayproof.story.journey.visit_order import holds_place, same_place, width
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft

VAGUE = timedelta(days=7)
"""A window wider than this ("last month") in an opening summary gives way to what is told later."""
_TELLS_ON = frozenset({":", ";", "(", "\u2014", "\u2013"})
"""Marks after which a sentence tells what it has summed up."""


def without_retold(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Drop what the first half of a sentence sums up, where its second half tells it with its times."""
    dropped: set[int] = set()
    breaks = [
        other.sighting.clause.start
        for one, other in pairwise(drafts)
        if other.sighting.clause.opener in _TELLS_ON and other.sighting.clause.start != one.sighting.clause.start
    ]
    for index, draft in enumerate(drafts):
        clause = draft.sighting.clause
        for other in drafts[index + 1 : index + 1 + NEAR]:
            if other.sighting.clause.sentence != clause.sentence:
                break
            parted = any(clause.start < at <= other.sighting.clause.start for at in breaks)
            leaves = (draft.sighting.event is Event.DEPART) == (other.sighting.event is Event.DEPART)
            if parted and leaves and same_place(draft, other) and _firmer(other, draft):
                other.way = draft.way or draft.sighting
                dropped.add(index)
                break
    kept = [draft for index, draft in enumerate(drafts) if index not in dropped]
    return [
        draft
        for index, draft in enumerate(kept)
        if not (
            _left_already(kept, index)
            or _has_left_area(kept, index)
            or _is_land_of(draft, kept[max(0, index - NEAR) : index])
        )
    ]


def _is_land_of(draft: "Draft", told: "Sequence[Draft]") -> bool:
    """Whether a look back only names the land of a stop told before: "he said that he had been in England"."""
    area = draft.sighting.toponym.place
    if area is None or not draft.before or draft.sighting.event is not Event.AT or area.kind not in _LANDS:
        return False
    spots = (one.sighting.toponym.place for one in told)
    return any(
        spot is not None
        and not spot.is_area
        and spot.country == area.country
        and (area.kind is Kind.COUNTRY or distance_km(spot.lat, spot.lon, area.lat, area.lon) <= area.extent_km)
        for spot in spots
    )


_LANDS = frozenset({Kind.COUNTRY, Kind.ADMIN1})


def _has_left_area(drafts: "Sequence[Draft]", index: int) -> bool:
    """Whether a gerund only names the land that was left before: "home on Sunday, three days after leaving Ohio"."""
    draft, told = drafts[index], drafts[max(0, index - NEAR) : index]
    verb, area = draft.sighting.verb, draft.sighting.toponym.place
    if verb is None or area is None or verb.form not in _LEAVING or area.kind not in _LANDS:
        return False
    return any(holds_place(draft, one) for one in told) and not holds_place(draft, told[-1])


_LEAVING = frozenset({"leaving", "quitting", "departing"})


def _left_already(drafts: "Sequence[Draft]", index: int) -> bool:
    """Whether an undated departure is one told before with its time: nobody leaves twice without coming back."""
    draft = drafts[index]
    if draft.sighting.event is not Event.DEPART or draft.own or draft.gap is not None or draft.before:
        return False
    last = next((one for one in reversed(drafts[max(0, index - NEAR) : index]) if same_place(one, draft)), None)
    return last is not None and last.own and last.sighting.event is Event.DEPART


NEAR = 12
"""Sightings of its sentence within which a summary is told again."""


def _firmer(other: "Draft", draft: "Draft") -> bool:
    if not draft.own:
        return True
    inside = draft.low is None or other.low is None or draft.low <= other.low
    inside = inside and (draft.high is None or other.high is None or other.high <= draft.high)
    return other.own and inside and width(other) < width(draft)


def without_summaries(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Drop what an opening summary tells again: an undated sighting of a place that is told later in the story."""
    drafts = _without_retold_ways(_on_record(drafts))
    kept: list[Draft] = []
    for index, draft in enumerate(drafts):
        later = [other for other in drafts[index + 1 :] if same_place(draft, other) or holds_place(draft, other)]
        lead = draft.sighting.clause.sentence <= 1 or draft.sighting.clause.paragraph == 0
        again = next((other for other in later if draft.own and _tells_again(draft, other)), None)
        if draft.sighting.clause.sentence == 0 and again is not None:
            again.way = draft.way or draft.sighting  # how the way was made is told with the first
            continue
        vague = not draft.own or width(draft) > VAGUE
        if (
            lead
            and vague
            and draft.gap is None
            and any(other.sighting.clause.sentence > draft.sighting.clause.sentence for other in later)
        ):
            continue
        kept.append(draft)
    kept = [
        draft
        for index, draft in enumerate(kept)
        if not (_idle_stay(draft) or _said_of_stop(draft, kept) or (index and _there(draft, kept[index - 1])))
    ]
    # the same for an undated mention after the journey has been told
    return [draft for draft in kept if draft.own or draft.gap is not None or not _told_again(draft, kept)]


DAY = timedelta(hours=26)
"""The widest window of a day told."""
RETOLD_WITHIN = 5
"""Sentences within which a way told by its day is told again by its hours."""


def _without_retold_ways(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Drop a way that is told again by its hours: "went from X to Y on Friday ... left X at six, was in Y at nine"."""
    dropped: set[int] = set()
    for index, (start, end) in enumerate(pairwise(drafts)):
        clause = start.sighting.clause
        way = start.sighting.event is Event.DEPART and end.sighting.event is Event.ARRIVE
        if not way or end.sighting.clause.start != clause.start:
            continue
        later = [
            one
            for one in drafts[index + 2 : index + 2 + NEAR]
            if 0 <= one.sighting.clause.sentence - clause.sentence <= RETOLD_WITHIN
        ]
        left = next((at for at, one in enumerate(later) if _is_inside(start, one)), len(later))
        come = next((one for one in later[left + 1 :] if _is_inside(end, one)), None)
        if come is None and left < len(later):
            _leave_after(start, later[left])
        if come is not None:
            come.way = end.way or end.sighting
            dropped |= {index, index + 1}
    return [draft for index, draft in enumerate(drafts) if index not in dropped]


def _on_record(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Undated ways with the days that are told next for both their ends, whatever order these make.

    "He sailed from X to Y. The office at X has his signature of 9 June, that at Y one of 2 June": the second is that of
    coming, the first that of going, and they contradict each other.
    """
    drafts = list(drafts)
    dropped: set[int] = set()
    for index, (start, end) in enumerate(pairwise(drafts)):
        way = start.sighting.event is Event.DEPART and end.sighting.event is not Event.DEPART
        told = start.sighting.clause.sentence == end.sighting.clause.sentence and _is_vague(start) and _is_vague(end)
        if not (way and told) or index + 3 >= len(drafts) or same_place(start, end):
            continue
        left, come = drafts[index + 2], drafts[index + 3]
        if same_place(start, come):
            left, come = come, left  # the book of the landing is told first
        again = same_place(start, left) and same_place(end, come)
        dated = all(timed(one) and one.own and width(one) <= DAY for one in (left, come))
        near = _sentence(come) - _sentence(end) <= RETOLD_WITHIN
        leaves = left.sighting.event is Event.DEPART
        stays = left.sighting.event in {Event.AT, Event.DEPART} and come.sighting.event is not Event.DEPART
        verb = come.sighting.verb
        comes = come.sighting.event is Event.ARRIVE or (verb is not None and verb.motion is Motion.REACH)
        first, last = left.earliest or left.low, come.earliest or come.low
        stays = stays and (comes or leaves or (first is not None and last is not None and first <= last))
        if again and dated and near and stays:
            left.sighting = replace(left.sighting, event=Event.DEPART)
            come.sighting = replace(come.sighting, event=Event.ARRIVE)
            come.way = come.way or end.way or end.sighting
            drafts[index + 2 : index + 4] = [left, come]
            dropped |= {index, index + 1}
    return [draft for index, draft in enumerate(drafts) if index not in dropped]


def _is_vague(draft: "Draft") -> bool:
    return not draft.own or width(draft) > VAGUE


def _sentence(draft: "Draft") -> int:
    return draft.sighting.clause.sentence


def _leave_after(start: "Draft", stay: "Draft") -> None:
    """Put a stay where a way begins before it, which a record tells by its hour: "flew from X ... in X until five"."""
    recorded = stay.sighting.clause.subject is not Subject.TRAVELLER
    back = stay.sighting.verb is not None and stay.sighting.verb.motion in MOVING
    if stay.sighting.event is Event.AT and recorded and not back:
        start.low, start.earliest, start.inferred = stay.low, stay.earliest, start.inferred or LEFT_AFTER
        stay.before = True


LEFT_AFTER = "that it was left only then is told of the place, not of the way"
"""Why the start of a departure is inferred from a stay at its place."""


def _there(draft: "Draft", last: "Draft") -> bool:
    """Whether a sighting only tells why somebody was where they were: "in X at six, for she had eaten there"."""
    word, verb = draft.sighting.toponym.mention.text, draft.sighting.verb
    together = draft.sighting.clause.sentence == last.sighting.clause.sentence and same_place(draft, last)
    idle = draft.sighting.event is Event.AT and not draft.own and draft.gap is None
    return together and idle and word == "there" and verb is not None and verb.perfect


def _tells_again(lead: "Draft", other: "Draft") -> bool:
    """Whether a later sentence tells the same arrival or stay to the hour that the first tells by the day."""
    leaves = lead.sighting.event is Event.DEPART and other.sighting.event is not Event.DEPART
    return other.sighting.clause.sentence > 0 and not leaves and _is_inside(lead, other)


def _is_inside(lead: "Draft", other: "Draft") -> bool:
    """Whether two sightings of one place can be one, the second told with the narrower time."""
    if not (timed(lead) and timed(other)) or not same_place(lead, other):
        return False
    inside = lead.earliest is not None and other.earliest is not None and lead.earliest <= other.earliest
    inside = inside and lead.latest is not None and other.latest is not None and other.latest <= lead.latest
    return inside and width(other) < width(lead)


ISLANDS_KM, ISLET_KM = 400.0, 60.0
"""How far the islands reach on which a halt is a stop of its own, and those on which any stay is one."""
_HALTS = regex(
    r"slept|spent\s+the\s+(?:night|day)|refuel|rest(?:ed|ing)|camp(?:ed|ing)|overnight|lunched|dined|breakfasted|put\s+up|pause|halt|winter|shelter|"
    r"anchor|took\s+on|watered|provisioned|stay(?:ed|ing)|lodged|napped|repaired|waited"
)


def _idle_stay(draft: "Draft") -> bool:
    """Whether a sighting only says that somebody was, undated, somewhere in a country or region."""
    place, verb = draft.sighting.toponym.place, draft.sighting.verb
    moving = verb is not None and verb.motion in {Motion.MOVE, Motion.REACH, Motion.LEAVE, Motion.START, Motion.CARRY}
    if place is not None and place.kind in {Kind.ISLAND, Kind.COUNTRY, Kind.REGION} and place.extent_km <= ISLANDS_KM:
        halts = verb is not None and _HALTS.match(verb.form) is not None
        moving = moving or halts or (place.kind is not Kind.REGION and place.extent_km <= ISLET_KM)
    return (
        place is not None
        and place.is_area
        and draft.sighting.event is Event.AT
        and not draft.own
        and draft.gap is None
        and not moving
    )


def _said_of_stop(draft: "Draft", drafts: "Sequence[Draft]") -> bool:
    """Whether somebody only says in what country a stop told before was: "I was in England this afternoon"."""
    place, clause, verb = draft.sighting.toponym.place, draft.sighting.clause, draft.sighting.verb
    said = clause.quoted and place is not None and place.is_area and draft.sighting.event is Event.AT
    stays = verb is not None and verb.motion is Motion.STAY
    return said and stays and any(other.order < draft.order and holds_place(draft, other) for other in drafts)


def _told_again(draft: "Draft", drafts: "Sequence[Draft]") -> bool:
    clause = draft.sighting.clause
    return any(
        same_place(draft, other)
        and (other.own or other.gap is not None)
        and other.order < draft.order
        and other.sighting.clause.paragraph != clause.paragraph
        and draft.sighting.event is other.sighting.event
        for other in drafts
    )
