"""How far beyond the means told, or any over land, a way lies in the widest time that a story leaves for it."""

from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import rough_km
from wayproof.story.journey.bearers_on_way import OVERLAND_KMH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

_KMH = {"foot": 12.0, "horse": 25.0, "bicycle": 45.0, "rowing": 12.0}
"""What nobody outdoes for an hour and more, by means; by all others see `OVERLAND_KMH`."""
_HOUR = 3600.0


def times_beyond(first: "Visit", second: "Visit", places: "Sequence[Place]") -> float:
    """How many times a way through places is longer than what can be done over land between two visits.

    Parameters
    ----------
    first, second
        The visits, the earlier one first; the means are those of the later one.
    places
        Where the way leads, both ends included.

    Returns
    -------
    float
        0 where the story leaves the time open.
    """
    return _times(first.earliest, second.latest, second.modes, places)


def _times(
    start: "datetime | None", end: "datetime | None", modes: "Sequence[str]", places: "Sequence[Place]"
) -> float:
    if start is None or end is None or end <= start:
        return 0.0
    hours = (end - start).total_seconds() / _HOUR
    kmh = max((_KMH.get(mode, OVERLAND_KMH) for mode in modes), default=OVERLAND_KMH)
    return sum(apart_km(a, b) for a, b in pairwise(places)) / (kmh * hours)


def apart_km(a: "Place", b: "Place") -> float:
    """The distance of two places; of areas, about that of their rims."""
    rims = sum(place.extent_km for place in (a, b) if place.is_area)
    return max(0.0, rough_km(a, b) - rims)
