"""Stops that others tell of after the end of a way, and that lie on it: "A keeper at X remembers selling him a pie"."""

from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import timed
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.world.places import Place

DETOUR = 1.25
"""How much longer than the straight line the way over a stop may be for the stop to lie on it."""
APART_KM = 30.0
"""A stop nearer to an end of the way than this may belong to that end."""
FROM_WAY = "that it lay on the way told before is read from where it is"


def put_on_way(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Drafts in order of the journey, undated ones that others tell of afterwards moved into the way that leads by.

    Only what is told in a later paragraph than the end of the way, or as what somebody is charged with, is moved: who
    goes on from there tells it themselves.
    """
    ordered: list[Draft] = []
    for draft in drafts:
        at = _place_in(ordered, draft)
        if at is None:
            ordered.append(draft)
        else:
            draft.placed = FROM_WAY
            ordered.insert(at, draft)
    return ordered


def _place_in(ordered: "Sequence[Draft]", draft: "Draft") -> int | None:
    """Where among the drafts so far a stop lies on a way; None where it stays behind them."""
    sighting, place = draft.sighting, draft.sighting.toponym.place
    if draft.own or draft.gap is not None or draft.before or sighting.event is Event.DEPART:
        return None
    if place is None or place.is_area or not (sighting.clause.subject not in MINE or sighting.clause.opener == "with"):
        return None
    told = [at for at, one in enumerate(ordered) if one.placed != FROM_WAY and timed(one)]
    best: tuple[float, int] | None = None
    for start, end in pairwise(told):
        leaves, comes = ordered[start], ordered[end]
        if comes.sighting.event is Event.DEPART or comes.sighting.clause.paragraph >= sighting.clause.paragraph:
            continue
        over = _over(leaves.sighting.toponym.place, comes.sighting.toponym.place, place)
        if over is not None and (best is None or over < best[0]):
            best = over, end
    if best is None:
        return None
    at = best[1]
    start = max(one for one in told if one < at)
    first = ordered[start].sighting.toponym.place
    while (
        at - 1 > start and first is not None and _km(first, ordered[at - 1].sighting.toponym.place) > _km(first, place)
    ):
        at -= 1
    return at


def _over(start: "Place | None", end: "Place | None", stop: "Place") -> float | None:
    """How many times the straight way the way over a stop is; None where it does not lie between."""
    if start is None or end is None or start.is_area or end.is_area:
        return None
    first, second, whole = _km(start, stop), _km(stop, end), _km(start, end)
    if min(first, second) < APART_KM or max(first, second) >= whole:
        return None
    return (first + second) / whole if first + second <= DETOUR * whole else None


def _km(one: "Place", other: "Place | None") -> float:
    return 0.0 if other is None else distance_km(one.lat, one.lon, other.lat, other.lon)
