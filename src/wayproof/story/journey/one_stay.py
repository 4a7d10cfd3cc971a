"""One visit for one stay: what neighbours in the journey tell of it made one, the more exact of place and time kept."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.visit_order import holds_place, same_place, width
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft


def merged(drafts: "Sequence[Draft]") -> list["Draft"]:
    """One sighting for neighbours in the journey that are one stay, the more exact of place and time kept."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last is None:
            kept.append(draft)
            continue
        if same_place(last, draft) and _joins(last, draft):
            _absorb(last, draft)
        elif _is_apposed(last, draft) and holds_place(draft, last):
            _take_closer_time(last, draft)
        elif _leaves_by(last, draft):
            _take_departure(last, draft)
        elif holds_place(last, draft) and _area_is_idle(last, draft):
            # "entered Lithuania and was held in Vilnius": the first says nothing that the second does not
            if last.own and not draft.own:
                draft.low, draft.earliest = last.low, last.earliest
                draft.own = draft.low is not None
            kept[-1] = draft
        elif holds_place(draft, last) and _area_is_idle(draft, last):
            if draft.own and not last.own and draft.sighting.event is Event.DEPART:
                last.high, last.latest, last.own = draft.high, draft.latest, True
        else:
            kept.append(draft)
    return kept


def _take_closer_time(place: "Draft", area: "Draft") -> None:
    """Give a place the time of the town it lies in: "in Wembley Stadium, London, from three" is one place, one time."""
    if area.own and width(area) < width(place):
        place.low, place.high, place.earliest, place.latest = area.low, area.high, area.earliest, area.latest
        place.own, place.inferred, place.time_end = True, area.inferred, area.time_end


def _leaves_by(airport: "Draft", town: "Draft") -> bool:
    """Whether a departure from a town is the one from its airport: "boarded at Heathrow the jet that left London"."""
    first, second = airport.sighting, town.sighting
    here, there = first.toponym.place, second.toponym.place
    if here is None or there is None or here.kind is not Kind.AIRPORT or there.kind is Kind.AIRPORT or there.is_area:
        return False
    near = distance_km(here.lat, here.lon, there.lat, there.lon) <= AIRPORT_KM
    leaves = (
        second.event is Event.DEPART
        and first.event is not Event.ARRIVE
        and second.clause.sentence == first.clause.sentence
    )
    return near and leaves and not airport.own and airport.gap is None


def _take_departure(airport: "Draft", town: "Draft") -> None:
    airport.low, airport.high, airport.earliest, airport.latest = town.low, town.high, town.earliest, town.latest
    airport.own, airport.inferred, airport.time_end, airport.zone = town.own, town.inferred, town.time_end, town.zone
    airport.sighting = replace(airport.sighting, event=Event.DEPART)


AIRPORT_KM = 60.0
"""How far from its town an airport lies at most (London Stansted: 48 km)."""
APPOSED = 2
"""Characters between a place and the town that says where it lies: a comma and a space."""


def _is_apposed(place: "Draft", area: "Draft") -> bool:
    """Whether the second name only says where the first lies: "Wembley Stadium, London"."""
    gap = area.sighting.toponym.mention.start - place.sighting.toponym.mention.end
    return 0 < gap <= APPOSED and area.sighting.clause.start == place.sighting.clause.start


def _joins(first: "Draft", second: "Draft") -> bool:
    """Whether two sightings of one place are one: undated, or one window within the other."""
    if not first.own or not second.own:
        return first.sighting.event is second.sighting.event or not (first.own or second.own) or second.gap is None
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return False
    return (first.earliest >= second.earliest and first.latest <= second.latest) or (
        second.earliest >= first.earliest and second.latest <= first.latest
    )


def _absorb(first: "Draft", second: "Draft") -> None:
    shorter = second.own and (not first.own or width(second) < width(first))
    if shorter:
        first.way = first.way or first.sighting
        leaves = second.sighting.event is Event.DEPART and second.sighting.clause.start > first.sighting.clause.start
        first.inferred = second.inferred
        first.low, first.high, first.earliest, first.latest = second.low, second.high, second.earliest, second.latest
        first.sighting = replace(
            second.sighting,
            event=second.sighting.event if first.sighting.event is Event.AT or leaves else first.sighting.event,
        )
        first.own = True
    elif first.sighting.event is Event.AT:
        first.sighting = replace(first.sighting, event=second.sighting.event)
    first.gap = first.gap or second.gap


def _area_is_idle(area: "Draft", place: "Draft") -> bool:
    """Whether the area adds nothing: it is undated, or dated about when the place in it is."""
    region = area.sighting.toponym.place
    if region is not None and not region.is_area and area.own and (place.own or place.gap is not None):
        return False  # a city and then its station, each at its own time, are two stops
    if not area.own or not place.own:
        return True
    if area.earliest is None or area.latest is None or place.earliest is None or place.latest is None:
        return True
    return area.earliest <= place.latest + timedelta(days=1) and place.earliest <= area.latest + timedelta(days=1)
