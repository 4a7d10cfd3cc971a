"""Countries and capitals of one name: whoever is in front of the station in Luxembourg is in the city.

In a small country most stations, hotels and hospitals told so are in its capital; in a large one an embassy is, and
what is downtown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import DEMONYM
from wayproof.story.text.letters import ignoring_case
from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import CITY, COUNTRY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.bearers import Bearer
    from wayproof.story.geoparsing.mentions import Mention
    from wayproof.world.places import Place

CAPITAL = "the capital, for what the text tells of stands in a town"
_LEAD = 40
_LAST_WORDS = ("in", "at", "of", "downtown")
_SMALL_KM = 160.0
_IN_TOWN = re.compile(
    r"\b(?:(?:station|airport|hotel|guest\s?house|hostel|hospital|clinic|street|square|cathedral|mosque|"
    r"market|cafe|caf\u00e9|restaurant|bank|court(?:house)?|office|flat|apartment)\s+(?:in|of|at)|(?:embassy|consulate|legation)\s+(?:in|at)|downtown|(?:streets|centre|center|outskirts)\s+of)\s+\Z",
    re.IGNORECASE,
)
_IN_CAPITAL = re.compile(
    r"(?:\b(?:embassy|legation|consulate-general)\s+(?:in|at)|\bthe\s+(?:international\s+)?airport\s+(?:of|at)|\bdowntown)\s+\Z",
    re.IGNORECASE,
)


def capital_meant(text: str, mention: Mention, place: Place | None, bearers: Sequence[Bearer]) -> Place | None:
    """The capital that a mention of its country means by the spot told before it; None where the country is meant.

    Parameters
    ----------
    text
        The story.
    mention
        The mention.
    place
        What its name was taken for, if for anything.
    bearers
        The bearers of the name.
    """
    if place is None or place.kind is not COUNTRY or mention.kind is DEMONYM:
        return None
    spot, low = _IN_TOWN if place.extent_km <= _SMALL_KM else _IN_CAPITAL, max(0, mention.start - _LEAD)
    # the word before tells most names apart at once
    if not ignoring_case(text[low : mention.start].rstrip()).endswith(_LAST_WORDS):
        return None
    if spot.search(text, low, mention.start) is None:
        return None
    own = normalise(mention.text)
    for bearer in bearers:
        city = bearer.place
        if (
            city.kind is CITY
            and city.feature == "capital"
            and city.country == place.country
            and normalise(city.name).startswith(own)
        ):
            return city
    return None
