"""Lanes between neighbouring places: the roads of the data are the main ones, and round by them is no way to go.

Two villages fourteen kilometres apart are joined by some lane, though the nearest main roads lead forty kilometres
round. Where neither water nor a border lies between such places, the straight line with the usual detour is a way too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.travel.direct_routes import straight
from wayproof.travel.routes import BY_ROAD, UNDER_OWN_POWER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.travel.routes import LegQuery, Route
    from wayproof.world.atlas import World

LONGEST_KM, LONGEST_DRIVE_KM = 40.0, 25.0
"""Straight km over which lanes may join two places that main roads do not: for who moves by muscle, and in vehicles."""
ROUND = 1.8
"""So many times the straight way is a way round: hardly a road of its own is as crooked, but in mountains."""


def by_lanes(query: LegQuery, geodesic_km: float, known: Sequence[Route], world: World) -> Iterator[Route]:
    """The way straight over for each means by which the roads lead far round, of neighbours in one country.

    Parameters
    ----------
    query
        The leg.
    geodesic_km
        The straight distance of its ends.
    known
        The ways along roads that were found.
    world
        Borders, coasts, speeds.
    """
    country = query.origin.country
    if not 0.0 < geodesic_km <= LONGEST_KM or country is None or country != query.destination.country:
        return
    for mode in dict.fromkeys(route.mode for route in known if route.mode in BY_ROAD):
        if geodesic_km > LONGEST_DRIVE_KM and mode not in UNDER_OWN_POWER:
            continue
        ways = [route.km for route in known if route.mode == mode and route.time.brisk is not None]
        if ways and min(ways) > ROUND * geodesic_km:
            yield from (route for route in straight(query, mode, world) if route.time.brisk and not route.borders)
