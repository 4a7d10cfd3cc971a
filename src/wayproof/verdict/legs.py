"""Legs: which pairs of visits have a way to be travelled between them, and the question each puts to the routes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex
from wayproof.travel.routes import LegQuery
from wayproof.world.geodesy import distance_km
from wayproof.world.regimes import AIR_MODES
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from wayproof.story.itineraries.itinerary import Itinerary, Visit
    from wayproof.travel.routes import Route
    from wayproof.world.atlas import World
    from wayproof.world.places import Place


GIVEN: Final = "given"
"""The basis of a visit from a command line or a file."""

AFLOAT: Final = frozenset({"boat", "ferry", "ship", "sail"})
"""Ways over the sea that take so much longer than a flight that nobody means them by hours and minutes."""

CLOCK_TIME: Final = timedelta(hours=1)
"""What is told no more exactly than this is no time of a timetable."""

LONG_STEP_KM: Final = 150.0
"""So far nobody "walks over" a line: a walk that is told of a step at the end of the way is none of the whole way."""

STEP: Final = regex(
    r"\b(?:walk(?:s|ed|ing)?|step(?:s|ped|ping)?|stroll(?:s|ed|ing)?|r[au]n(?:s|ning)?|dash(?:es|ed|ing)?|wander(?:s|ed|ing)?)"
    r"\s+(?:\w+\s+){0,2}?(?:over|across|through|into|onto|past|up|off|out|down)\b",
    re.IGNORECASE,
)
"""Words for a step on foot, which leave open how the way before it was made."""

BOARDED: Final = regex(r"\bboard(?:ed|ing|s)\b|\bon\s+board\b", re.IGNORECASE)
"""Words for a departure with the time at the airport behind it."""

WHOLE: Final = regex(
    r"\bon\s+foot\b|\ball\s+the\s+way\b|\bevery\s+step\b|\bwalk(?:s|ed|ing)?\s+(?:from|to|the)\b"
    r"|\b(?:hik|trek|tramp|hitch)\w*|\bmarch(?:e[sd]|ing)\b|\bpilgrim\w*|\b(?:km|kilomet\w+|miles?)\b",
    re.IGNORECASE,
)
"""Words that tell of a way that was walked from end to end."""


@dataclass(frozen=True, slots=True)
class PlannedLeg:
    """A leg with the ways found for it.

    Attributes
    ----------
    first, last
        Indexes of its two visits. They follow each other, unless the visits between are all in areas ("crossed into
        Georgia"): such a leg spans the area, because a way through an area has to be one way, however near its edges.
    query
        The question that was put.
    routes
        The answer, best first; () when nothing was asked, as for two visits to one place.
    """

    first: int
    last: int
    query: LegQuery
    routes: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedItinerary:
    """An itinerary with the ways found for each of its legs."""

    itinerary: Itinerary
    legs: tuple[PlannedLeg, ...]


class Nature(StrEnum):
    """What the positions of two places allow to say about the time between them."""

    SAME = "same"
    """One place, or two that may touch or hold each other: being in both proves no travel."""
    VAGUE = "vague"
    """At least one is an area: only its nearest point is certain to be away."""
    PLAIN = "plain"
    """Two positions."""


def nature(a: Place, b: Place, world: World) -> Nature:
    """What the positions of two places allow to say."""
    if a.id == b.id:
        return Nature.SAME
    apart = world.borders.separation_km(a, b)
    if not (a.is_area or b.is_area):
        return Nature.PLAIN if apart > 0.0 else Nature.SAME
    abroad = a.country is not None and b.country is not None and a.country != b.country
    if apart > 0.0 or abroad:
        return Nature.VAGUE
    centres_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    reach = max(place.extent_km for place in (a, b) if place.is_area)
    return Nature.SAME if centres_km <= reach else Nature.VAGUE


def questions(itinerary: Itinerary) -> tuple[tuple[int, int, LegQuery], ...]:
    """The legs of an itinerary: first visit, last visit and the question about the way between them, in order.

    Every two visits that follow each other make a leg. Where visits in areas lie between two visits with positions,
    the two make a leg as well; and so does each part of that way which has its own means ("drove through Tunisia and
    Libya and flew on to Cairo").
    """
    visits = itinerary.visits
    legs = [(at, at + 1) for at in range(len(visits) - 1)]
    held = [at for at, visit in enumerate(visits) if not visit.place.is_area]
    for a, b in pairwise(held):
        legs += [(a, b)] if b > a + 1 else []
        legs += _parts(itinerary, a, b)
    return tuple((a, b, _question(itinerary, a, b)) for a, b in sorted(legs))


def _parts(itinerary: Itinerary, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a way through areas, from its start or to its end, that were made by other means than the whole."""
    whole = set(_told_modes(itinerary, first, last))
    parts = [(first, at) for at in range(first + 2, last)] + [(at, last) for at in range(first + 1, last - 1)]
    return [part for part in parts if (told := set(_told_modes(itinerary, *part))) and told != whole]


def _told_modes(itinerary: Itinerary, first: int, last: int) -> tuple[str, ...]:
    """The means told between two visits; where one part of the way is left open, the whole is."""
    told = [visit.modes for visit in itinerary.visits[first + 1 : last + 1]]
    return tuple(dict.fromkeys(mode for part in told for mode in part)) if all(told) else ()


def plan(itinerary: Itinerary, ways: Callable[[LegQuery], tuple[Route, ...]]) -> PlannedItinerary:
    """An itinerary with the ways of each leg; two visits to one place need none.

    Parameters
    ----------
    itinerary
        The visits.
    ways
        Finds the routes of a leg, best first.
    """
    return PlannedItinerary(itinerary, tuple(_planned(itinerary, *asked, ways) for asked in questions(itinerary)))


def _planned(
    itinerary: Itinerary, first: int, last: int, query: LegQuery, ways: Callable[[LegQuery], tuple[Route, ...]]
) -> PlannedLeg:
    if query.origin.id == query.destination.id:
        return PlannedLeg(first, last, query)
    routes = ways(query)
    if routes and only_flown(routes) and not all(query.airside):
        # who can only have flown tells the times of a ticket, unless the story says otherwise
        told = (itinerary.visits[first], itinerary.visits[last])
        comes = (Event.ARRIVE, Event.AT) if query.modes else (Event.ARRIVE,)
        clocked = (_is_clocked(told[0], Event.DEPART), _is_clocked(told[1], *comes))
        ticket = replace(query, airside=(query.airside[0] or clocked[0], query.airside[1] or clocked[1]))
        if ticket != query:
            return PlannedLeg(first, last, ticket, ways(ticket))
    return PlannedLeg(first, last, query, routes)


def only_flown(routes: Sequence[Route]) -> bool:
    """Whether the only ways with an estimate go by air, or else by ship."""
    estimated = {mode for route in routes if route.time.brisk is not None for mode in route.means}
    return bool(estimated & AIR_MODES) and estimated <= AIR_MODES | AFLOAT


def _is_clocked(visit: Visit, *events: Event) -> bool:
    """Whether a visit tells by the clock when the traveller left, or came."""
    if visit.event not in events or visit.earliest is None or visit.latest is None:
        return False
    return visit.latest - visit.earliest <= CLOCK_TIME


def _question(itinerary: Itinerary, first: int, last: int) -> LegQuery:
    origin, destination = itinerary.visits[first], itinerary.visits[last]
    modes = _told_modes(itinerary, first, last)
    if is_step(origin, destination, modes):
        modes = ()
    supposed = itinerary.hypothesis.via if itinerary.hypothesis and first == 0 else ()
    day = day_of_travel(origin, destination)
    flown = bool(modes) and AIR_MODES.issuperset(modes)
    airside = (is_airside(origin, flown=flown), is_airside(destination, flown=flown))
    return LegQuery(origin.place, destination.place, day, modes, supposed, airside)


def is_step(origin: Visit, destination: Visit, modes: Sequence[str]) -> bool:
    """Whether the text tells of steps on foot at the end of a way that is far too long for them.

    "A ferry carried her to Piraeus, and she walked over the line at Idomeni" says nothing of the 500 km in between.
    """
    if tuple(modes) != ("foot",) or not STEP.search(destination.quote):
        return False
    if WHOLE.search(f"{origin.quote} {destination.quote}"):
        return False
    a, b = origin.place, destination.place
    return distance_km(a.lat, a.lon, b.lat, b.lon) > LONG_STEP_KM


def is_airside(visit: Visit, *, flown: bool) -> bool:
    """Whether a visit is timed by the aircraft.

    The text tells of take-off or landing, or of boarding, or a departure or arrival was given by hand for a journey
    `flown`: such times are those of a ticket.
    """
    boarded = visit.event is Event.DEPART and BOARDED.search(visit.quote) is not None
    return visit.airside or (flown and (boarded or (visit.basis == GIVEN and visit.event is not Event.AT)))


def day_of_travel(origin: Visit, destination: Visit) -> date | None:
    """The local day that decides which crossings are open and which machines exist; None where no day is told.

    The first day that the departure may fall on, or else the first day of the arrival, or else the last day that the
    story allows for either.
    """
    for moment, visit in (
        (origin.earliest, origin),
        (destination.earliest, destination),
        (origin.latest, origin),
        (destination.latest, destination),
    ):
        if moment is not None:
            return moment.astimezone(ZoneInfo(zone_at(visit.place.lat, visit.place.lon))).date()
    return None
