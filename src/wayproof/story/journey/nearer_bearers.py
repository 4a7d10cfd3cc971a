"""Towns that share a famous name: where the journey as told outruns its means, and a town nearer by bears the name.

Feasibility is asked last, after all that the text says of its places, and only of a tale that tells of no flight but by
helicopter: a story that drives from Toronto to London within the morning means the London of Ontario, and one that
takes a casualty from Paris to Dallas by helicopter the Paris of Texas.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex
from wayproof.world.gazetteer_names import normalise
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

FASTEST_KMH, ROAD_KMH = 1_000.0, 150.0
"""No airliner goes from town to town faster than the first, and nobody over the roads of a country than the second."""
_BY_ROAD = frozenset({"car", "bus", "bicycle", "foot", "motorcycle", "horse", "truck"})
_SHORT_RANGE = frozenset({"helicopter"})
FAR_KM, NEAR_KM = 1_000.0, 600.0
"""How far the famous bearer must lie from the stop beside it, farther than a helicopter flies without refuelling, and
within which the other bearer must lie."""
TOWN = 20_000
"""Inhabitants of the smallest town that can be meant instead: a hamlet can not."""
_FLIGHT = regex(
    r"\b(?:flew|fl(?:y|ies|ying|own)|flights?|(?:aero)?planes?|aircraft|air(?:liner|line|port|field|ways)s?|jets?|pilots?|"
    r"touch(?:ed)?\s+down|took\s+off|runway)\b",
    re.IGNORECASE,
)


def with_nearer_bearers(
    text: str, visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]"
) -> "tuple[Toponym, ...] | None":
    """The toponyms with towns near the journey in place of famous namesakes; None where nothing changes.

    Parameters
    ----------
    text
        The story; nothing changes where it tells of a flight.
    visits, toponyms
        The journey as first read, in order, and the places that its names were taken for.
    """
    if _FLIGHT.search(text):
        return None
    meant: dict[str, Place] = {}
    for first, second in pairwise(visits):
        if not _outrun(first, second):
            continue
        for far, near in ((second, first), (first, second)):
            home = sum(one.place.country == far.place.country and one.place.id != far.place.id for one in visits)
            other = None if home else _nearer(far, near, toponyms)
            if other is not None:
                meant.setdefault(far.place.id, other)
                break
    if not meant:
        return None
    return tuple(
        replace(top, place=meant[top.place.id], reason=_REASON.format(meant[top.place.id].name))
        if top.place is not None and top.place.id in meant
        else top
        for top in toponyms
    )


_REASON = "the journey as told fits {0} near its other stops, and not the better known place of that name"


def _outrun(first: "Visit", second: "Visit") -> bool:
    """Whether neither the means told nor an airliner could have gone there in the widest time that the story leaves."""
    if first.earliest is None or second.latest is None:
        return False
    km = distance_km(first.place.lat, first.place.lon, second.place.lat, second.place.lon)
    hours = (second.latest - first.earliest).total_seconds() / 3600.0
    if second.modes and set(second.modes) <= _SHORT_RANGE:
        return km >= FAR_KM
    by_road = bool(second.modes) and set(second.modes) <= _BY_ROAD
    return km >= FAR_KM and km > (ROAD_KMH if by_road else FASTEST_KMH) * hours


def _nearer(far: "Visit", near: "Visit", toponyms: "Sequence[Toponym]") -> "Place | None":
    """A town of the same name in the country of the stop beside it, within a drive of that."""
    for top in toponyms:
        if top.place is None or top.place.id != far.place.id:
            continue
        for candidate in top.alternatives:
            place = candidate.place
            km = distance_km(place.lat, place.lon, near.place.lat, near.place.lon)
            town = not place.is_area and place.population >= TOWN and place.country == near.place.country
            own = normalise(place.name) == normalise(top.mention.text)  # "Caracas" is no short Bahía de Caráquez
            if town and own and km <= NEAR_KM:
                return place
    return None
