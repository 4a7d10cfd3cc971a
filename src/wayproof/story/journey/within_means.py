"""How far beyond the means told, or any over land, a way lies in the widest time that a story leaves for it."""

import re
from datetime import UTC
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from wayproof.story.geoparsing.ambiguity import rough_km
from wayproof.story.journey.bearers_on_way import OVERLAND_KMH
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

_KMH = {
    "foot": 12.0, "horse": 25.0, "bicycle": 45.0, "rowing": 12.0, "kayak": 12.0, "raft": 12.0, "swim": 5.0, "ski": 25.0,
    "dog_sled": 25.0, "skates": 35.0, "wheelchair": 25.0,
}  # fmt: skip
"""What nobody outdoes for some hours, by means that need muscle; by all others see `OVERLAND_KMH`."""
_BY_BEAST = regex(
    r"\b(?:carts?|wagg?ons?|pony|ponies|donkeys?|mules?|oxen|camels?|horse-?drawn|sledges?|sleighs?|wheelbarrow|handcart|"
    r"on\s+(?:crutches|stilts|foot))\b",
    re.IGNORECASE,
)
_FRESH_HOURS, _TIRED = 6.0, 0.3
"""For how long muscle keeps that pace, and the share of it that is left on the average of longer ways."""
NEVER = 1_000.0
"""How many times a way is beyond any means that would have to end before it begins."""
_HOUR = 3600.0


def by_muscle(visit: "Visit") -> bool:
    """Whether all means told for the way to a stop need muscle, of people or of beasts."""
    if not visit.modes:
        return _BY_BEAST.search(visit.quote) is not None
    return all(mode in _KMH for mode in visit.modes)


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
        0 where the story leaves the time open or tells no span by its clocks, `NEVER` where none is left between the
        zones of the places.
    """
    if first.earliest is None or second.latest is None:
        return 0.0
    start, end = _clock(first.earliest, first.place), _clock(second.latest, second.place)
    if end <= start:
        return 0.0
    hours = (_moment(end, places[-1]) - _moment(start, places[0])).total_seconds() / _HOUR
    if hours <= 0.0:
        return NEVER
    reach = OVERLAND_KMH * hours
    if by_muscle(second) or (not second.modes and by_muscle(first)):
        kmh = max((_KMH[mode] for mode in second.modes), default=_KMH["horse"])
        reach = kmh * (min(hours, _FRESH_HOURS) + _TIRED * max(0.0, hours - _FRESH_HOURS))
    return sum(apart_km(a, b) for a, b in pairwise(places)) / reach


def _clock(moment: "datetime", place: "Place") -> "datetime":
    """What the clocks of a place show at a moment."""
    return moment.astimezone(ZoneInfo(zone_at(place.lat, place.lon))).replace(tzinfo=None)


def _moment(clock: "datetime", place: "Place") -> "datetime":
    """When the clocks of a place show it."""
    return clock.replace(tzinfo=ZoneInfo(zone_at(place.lat, place.lon))).astimezone(UTC)


def apart_km(a: "Place", b: "Place") -> float:
    """The distance of two places; of areas, about that of their rims."""
    rims = sum(place.extent_km for place in (a, b) if place.is_area)
    return max(0.0, rough_km(a, b) - rims)
