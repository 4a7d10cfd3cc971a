"""Means of one's own that the story never parts from: who cycles from X to Y, and is then in Z, has cycled on."""

from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.journey.kept_means import LEFT_BEHIND
from wayproof.story.journey.way_modes import clause_start, told_by_traveller
from wayproof.story.vocabulary.modes import means_in
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.itineraries.itinerary import Visit

FASTEST_KMH: dict[str, float] = {
    "bicycle": 40.0,
    "motorcycle": 120.0,
    "car": 120.0,
    "horse": 20.0,
    "ski": 20.0,
    "skates": 25.0,
    "kayak": 12.0,
    "rowing": 12.0,
}
"""Means that stay with their traveller, and the pace beyond which a way without told means was made by others; who
walks or swims is often taken on by somebody, and nothing is carried on from that.

Kilometres an hour in a straight line (method: chosen here); below what anybody has kept up, so that means that are
only carried on never make a way impossible.
"""
ONE_DAY = timedelta(hours=24)
"""A car is carried on within a day; later anything may have happened to it."""


def with_carried_means(text: str, clauses: "Sequence[Clause]", visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the means of the way before them, where these are the traveller's own and nothing else is told.

    Parameters
    ----------
    text, clauses
        The story, its clauses as its traveller sees them.
    visits
        The visits in order; what a visit says of its means is left.
    """
    mine = [one for one in clauses if told_by_traveller(one)]
    changed = list(visits)
    for index in range(2, len(visits)):
        first, second = changed[index - 1 : index + 1]
        modes = first.modes
        if second.modes or len(modes) != 1 or modes[0] not in FASTEST_KMH or not _goes_on(first, second):
            continue
        low = bisect_left(mine, min(first.end, second.start), key=clause_start)
        high = bisect_left(mine, second.end, key=clause_start)
        told = " . ".join(text[one.start : one.end] for one in mine[low:high])
        between = text[min(first.start, second.start) : max(first.end, second.end)]
        if not means_in(f"{told} . {second.quote}") and not LEFT_BEHIND.search(between):
            changed[index] = replace(second, modes=modes)
    return tuple(changed)


def _goes_on(first: "Visit", second: "Visit") -> bool:
    """Whether the pace that the times ask for is one at which the means of the way before may have gone on."""
    mode = first.modes[0]
    if any(visit.place.is_area or visit.place.kind is Kind.AIRPORT or visit.airside for visit in (first, second)):
        return False
    if first.place.lat == second.place.lat and first.place.lon == second.place.lon:
        return False
    km = distance_km(first.place.lat, first.place.lon, second.place.lat, second.place.lon)
    if first.earliest is None or second.latest is None:
        return False
    left = second.latest - first.earliest
    in_time = km <= FASTEST_KMH[mode] * left / timedelta(hours=1)
    return in_time and (mode != "car" or left <= ONE_DAY)
