"""Journeys told between two famous names in a tale of one neighbourhood that has small places of both.

"From New York to Boston" on a bicycle within the hour, with an innkeeper of Coningsby and a brewer of Spilsby: all else
that the story names lies in Lincolnshire, and so do its New York and its Boston. The way between the famous ones is
beyond the means told, that between the small ones is not.
"""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import close, rough_km
from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.journey.bearers_on_way import tells_of_flight
from wayproof.story.journey.within_means import times_beyond
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

NEIGHBOURHOOD_KM, LEAST_BESIDE = 120.0, 2
"""How far apart places of a neighbourhood lie, and how many others of the text show it (method: chosen here)."""
MOST_STOPS, MOST_PLACES = 12, 60
"""Stops and other places that are looked at, which keeps the time within bounds."""


def with_one_neighbourhood(
    text: str, visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]"
) -> "tuple[Toponym, ...] | None":
    """The toponyms with all stops in the neighbourhood of the other names; None where nothing changes.

    Parameters
    ----------
    text
        The story; nothing changes where it tells of a flight.
    visits, toponyms
        The journey as last read, in order, and the places that its names were taken for.
    """
    stops = {visit.place.id: visit.place for visit in visits}
    if not 1 < len(stops) <= MOST_STOPS or tells_of_flight(text):
        return None
    others = {
        top.place.id: top.place
        for top in toponyms
        if top.place is not None and not top.place.is_area and top.place.id not in stops
    }
    places = list(others.values())[:MOST_PLACES]
    if len(places) < LEAST_BESIDE or not all(close(places[0], one, NEIGHBOURHOOD_KM) for one in places[1:]):
        return None
    if any(close(places[0], stop, NEIGHBOURHOOD_KM) for stop in stops.values()):
        return None
    meant = _meant(stops, toponyms, places[0])
    if meant is None or not _fits(visits, meant):
        return None
    return tuple(
        replace(top, place=meant[top.place.id], reason=_REASON.format(places[0].name), ambiguous=False)
        if top.place is not None and top.place.id in meant and top.mention.kind is MentionKind.PLACE
        else top
        for top in toponyms
    )


_REASON = "the journey as told fits the places of these names near {0}, and not the better known ones"


def _meant(stops: "Mapping[str, Place]", toponyms: "Sequence[Toponym]", hub: "Place") -> "dict[str, Place] | None":
    """For every stop the bearer of its name nearest to a place, in its neighbourhood; None where one has none there."""
    named = {top.place.id: top for top in reversed(toponyms) if top.place is not None}
    meant = {}
    for stop in stops:
        top = named.get(stop)
        own = [
            bearer.place
            for bearer in (top.bearers if top else ())
            if not bearer.place.is_area
            and close(bearer.place, hub, NEIGHBOURHOOD_KM)
            and top is not None
            and normalise(bearer.place.name) == normalise(top.mention.text)
        ]
        if not own:
            return None
        meant[stop] = min(own, key=lambda one: rough_km(one, hub))
    return meant


def _fits(visits: "Sequence[Visit]", meant: "Mapping[str, Place]") -> bool:
    """Whether a way between the famous places is beyond the means told, and none is between the small ones."""
    legs = list(pairwise(visits))
    far = any(times_beyond(first, second, (first.place, second.place)) > 1.0 for first, second in legs)
    near = all(
        times_beyond(first, second, (meant[first.place.id], meant[second.place.id])) <= 1.0 for first, second in legs
    )
    return far and near
