"""Which airfields a flight leaves from and lands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wayproof.travel.routes import LegQuery
    from wayproof.world.airports import Airport
    from wayproof.world.atlas import World

AIRFIELDS = {"air": ("large", "medium"), "supersonic": ("large", "medium"), "private_jet": ("large", "medium")}
"""Which airports serve a way of flying; any airfield where the mode is not listed."""

NEAR_AIRPORTS = 12
"""So many airports around each end are looked at."""


@dataclass(frozen=True, slots=True)
class Ends:
    """An airfield near each end, how far away by road, and in which countries."""

    from_km: float
    departure: Airport
    to_km: float
    arrival: Airport

    @property
    def countries(self) -> tuple[str, str]:
        """Those of the airfields, in the order of the flight."""
        return self.departure.country, self.arrival.country


def airfields(query: LegQuery, mode: str, world: World) -> Ends | None:
    """The airfields for a flight; None where an end has none within reach or both have the same."""
    kinds = AIRFIELDS.get(mode, ("large", "medium", "small"))
    reach_km = world.speeds.value("airport reach", mode, "typical")
    ends = []
    for place in (query.origin, query.destination):
        near = world.airports.nearest(place.lat, place.lon, limit=NEAR_AIRPORTS, kinds=kinds, on=query.on)
        reachable = [(km, airport) for km, airport in near if km <= reach_km]
        if not reachable and mode in query.modes:
            # The story says that it was flown: then a small airfield served, though no line is known to fly there.
            small = world.airports.nearest(place.lat, place.lon, limit=NEAR_AIRPORTS, on=query.on)
            reachable = [(km, airport) for km, airport in small if km <= reach_km]
        country = place.country or world.borders.country_at(place.lat, place.lon)
        within = [found for found in reachable if found[1].country == country] or reachable
        if not within:
            return None
        # A large airport a little farther away has the flights; a small one next door may have none.
        ends.append(min(within, key=lambda found: found[0] + (0.0 if found[1].kind == "large" else found[0] + 20.0)))
    if ends[0][1].icao == ends[1][1].icao:
        return None
    return Ends(*ends[0], *ends[1])
