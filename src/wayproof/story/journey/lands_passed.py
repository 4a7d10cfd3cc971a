"""Means that carry a traveller through a land and out of it: "drove through Tunisia. At ten he was in Tripoli"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

_PASSED = regex(
    r"\b(?:through|across|via|by\s+way\s+of|cross(?:ed|es|ing)|travers(?:ed|es|ing)|the\s+(?:whole\s+)?length\s+of|from\s+end\s+to\s+end\s+of)\s+"
    r"(?-i:[^.;:!?]{0,80}?[A-Z])",
    re.IGNORECASE,
)
"""What makes a land one that is passed: it is entered on one side and left on another."""
_PART = regex(
    r"\b(?:as\s+far\s+as|up\s+to|into|to)\s+the\s+(?:\w+\s+)?(?:border|frontier|coast|port|harbour|airport|station|ferry|capital)\b"
    r"|\b(?:sold|abandoned|left\s+(?:the|his|her)|wrecked|broke\s+down|returned\s+the)\b",
    re.IGNORECASE,
)
"""What ends the way by these means within the land."""
GROUND: Final = frozenset({"foot", "bicycle", "car", "bus", "motorcycle", "skates", "wheelchair", "rail", "horse"})
"""What keeps to the land: who passes a country by it comes out at its border."""
LEAST_REACH_KM: Final = 500.0
"""So far beyond a small land the way may go on."""


def through_lands(text: str, visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the means by which the land before was passed, where the next stop lies beyond its border.

    Parameters
    ----------
    text
        The story.
    visits
        The visits in order; what a visit says of its own means is left.
    """
    changed = list(visits)
    for index, second in enumerate(visits[1:], start=1):
        first = changed[index - 1]
        if second.modes or not first.place.is_area or not first.modes or not GROUND.issuperset(first.modes):
            continue
        between = text[first.start : max(first.end, second.start)]
        if not _PASSED.search(first.quote) or _PART.search(between) or "\n\n" in between:
            continue
        if _beyond(first.place, second.place):
            changed[index] = replace(second, modes=first.modes)
    return tuple(changed)


def _beyond(land: "Place", goal: "Place") -> bool:
    """Whether a place lies no farther beyond a land than one side of the land from the other."""
    km = distance_km(land.lat, land.lon, goal.lat, goal.lon)
    reach = land.extent_km + goal.extent_km * goal.is_area
    return km <= reach + max(LEAST_REACH_KM, land.extent_km)
