"""Where planes are changed on the way between two countries whose skies were shut to each other's carriers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wayproof.travel.closed_skies import ABROAD, EVERYBODY, shut_between
from wayproof.world.geodesy import distances_km

if TYPE_CHECKING:
    from datetime import date

    from wayproof.world.airports import Airport
    from wayproof.world.atlas import World

MOST_HUBS, BIG_CITY, CITY_KM = 80, 1_000_000, 50.0
"""Planes are changed where a city of so many people lies within so many km, if one of the nearest airports has one."""


def hub(departure: Airport, arrival: Airport, on: date | None, world: World) -> Airport | None:
    """The large airport of a third country, open to both ends, that lengthens the way least; None without any.

    Parameters
    ----------
    departure, arrival
        The airfields of both ends.
    on
        The day; None has no closures, and no need for a hub.
    world
        Airports, closures, cities.
    """
    countries = (departure.country, arrival.country)
    hubs = [one for one in world.airports.of_kind("large", on) if one.country not in countries]
    if not hubs or on is None:
        return None
    lats, lons = np.array([one.lat for one in hubs]), np.array([one.lon for one in hubs])
    km = sum(distances_km(end.lat, end.lon, lats, lons) for end in (departure, arrival))
    free: dict[str, bool] = {}
    tried: list[Airport] = []
    for at in np.argsort(km, kind="stable"):
        found = hubs[int(at)]
        if found.country not in free:
            free[found.country] = _open_to(found.country, countries, on, world)
        if not free[found.country]:
            continue
        if _serves_a_big_city(found, world):
            return found
        tried.append(found)
        if len(tried) >= MOST_HUBS:
            break
    return tried[0] if tried else None


def _serves_a_big_city(airport: Airport, world: World) -> bool:
    near = world.gazetteer.nearest(airport.lat, airport.lon, minimum_population=BIG_CITY, limit=1)
    return bool(near) and near[0][0] <= CITY_KM


def _open_to(code: str, ends: tuple[str, str], on: date, world: World) -> bool:
    if any(one.closed_to in {EVERYBODY, ABROAD} for one in world.airports.airspace.closures(code, on)):
        return False
    return all(shut_between((code, end), on, world) is None for end in ends)
