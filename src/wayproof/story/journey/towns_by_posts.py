"""Towns and the border posts called after them, and bridges of a common name: "in Worbis" is in the town."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.world.places import Place

_WITHIN = regex(
    r"\b(?:in|around|throughout|(?:centre|middle|market|streets|town\s+hall|outskirts|mayor|people|church|hospital|hotel|station)\s+(?:of|in))\s+\Z",
    re.IGNORECASE,
)
"""Words before a name that make it the town: nobody is in a border post."""
BESIDE_KM: Final = 25.0
"""So far from its post the town of the name lies."""
BEFORE_CHARACTERS: Final = 24


def in_towns(text: str, toponyms: "Sequence[Toponym]") -> "tuple[Toponym, ...]":
    """Names of places, those of border posts that the words before make a town taken for the town.

    Parameters
    ----------
    text
        The story.
    toponyms
        Its resolved names; a post is left where no town of the name is known beside it.
    """
    found = [_in_town(text, top) for top in toponyms]
    return tuple(_at_post(top, found) for top in found)


_BRIDGE = regex(r"(?:friendship|peace|unity|freedom|liberty|international|border)\s+bridge", re.IGNORECASE)
"""Bridges of which many borders have one."""
WITHIN_CHARACTERS: Final = 160


def _at_post(top: "Toponym", others: "Sequence[Toponym]") -> "Toponym":
    """A bridge of a common name taken for the one at the border post that is named beside it, where none is nearer."""
    if top.place is None or not _BRIDGE.fullmatch(top.mention.text.removeprefix("the ")):
        return top
    beside = [
        one.place
        for one in others
        if one is not top
        and one.place is not None
        and one.place.kind is Kind.CROSSING
        and abs(one.mention.start - top.mention.start) <= WITHIN_CHARACTERS
        and not _BRIDGE.search(one.mention.text)
    ]
    at = top.place
    if not beside or any(distance_km(one.lat, one.lon, at.lat, at.lon) <= BESIDE_KM for one in beside):
        return top
    return replace(top, place=beside[0], alternatives=(), bearers=(), worth=(), scores=(), ambiguous=False)


def _in_town(text: str, top: "Toponym") -> "Toponym":
    post, start = top.place, top.mention.start
    if post is None or post.kind is not Kind.CROSSING or any(one.startswith("facility") for one in top.mention.context):
        return top
    if not _WITHIN.search(text, max(0, start - BEFORE_CHARACTERS), start):
        return top
    town = _beside(post, [bearer.place for bearer in top.bearers])
    return top if town is None else replace(top, place=town, ambiguous=False)


def _beside(post: "Place", bearers: "Sequence[Place]") -> "Place | None":
    """The largest town of the name beside a post."""
    near = [
        one
        for one in bearers
        if one.kind is Kind.CITY and distance_km(one.lat, one.lon, post.lat, post.lon) <= BESIDE_KM
    ]
    return max(near, key=lambda one: one.population, default=None)
