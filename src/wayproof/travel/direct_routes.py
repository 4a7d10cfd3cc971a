"""Ways that need no road graph: on foot across country, over water, and through the air.

They rest on geodesics, stretched by the usual detour of each way of travelling. Flights are in
:mod:`wayproof.travel.air_routes`, trains in :mod:`wayproof.travel.rail_routes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.travel.air_routes import flights, without_airfield
from wayproof.travel.border_events import SEA_MODES, border_events, countries_of
from wayproof.travel.durations import GEODESIC_ESTIMATE, travel_time
from wayproof.travel.needs import unlawful
from wayproof.travel.rivers import held_up_by, needs_over, rivers_crossed
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.travel.sea_routes import by_water
from wayproof.travel.trackless import bays_km
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.regimes import AIR_MODES
from wayproof.world.water import unfrozen_water_km, water_km

if TYPE_CHECKING:
    from wayproof.world.atlas import World

CROSS_COUNTRY = ("foot", "horse", "ski", "dog_sled")
ON_ICE = frozenset({"foot", "ski", "dog_sled"})
WITHOUT_AIRFIELD = ("helicopter", "glider", "balloon", "airship", "spacecraft")
STRAY_KM, STRAY_SHARE = 10.0, 0.1
"""A shorter stay abroad, in km and as a share of the way, is a straight line that cuts a bend of the border."""

STEP_KM = 50.0
"""Distance between the drawn points of a long geodesic."""


def direct_routes(query: LegQuery, world: World) -> tuple[Route, ...]:
    """The ways of a leg that do without the road graph, one for each mode that can serve it.

    Parameters
    ----------
    query
        The leg. Where it names modes only those count; else walking and airliners where distance lets them.
        Ways that miss the countries a hypothesis wants in between are left out.
    world
        Borders, airports, speeds.
    """
    geodesic_km = distance_km(query.origin.lat, query.origin.lon, query.destination.lat, query.destination.lon)
    routes: list[Route] = []
    for mode in query.modes or _usual_modes(query, geodesic_km, world):
        if not world.speeds.records.exists(mode, query.on):
            continue
        if mode in WITHOUT_AIRFIELD:
            routes.append(without_airfield(query, mode, world))
        elif mode in CROSS_COUNTRY:
            routes.extend(straight(query, mode, world))
        elif mode in SEA_MODES:
            routes.extend(by_water(query, mode, world))
        elif mode in AIR_MODES:
            routes.extend(flights(query, mode, world))
    return tuple(route for route in routes if query.modes or _passes(route.countries, query.via))


def _passes(countries: tuple[str, ...], via: tuple[str, ...]) -> bool:
    """Whether the way enters the countries that a hypothesis wants in between, in that order."""
    between = iter(countries[1:-1])
    return all(country in between for country in via)


def _usual_modes(query: LegQuery, geodesic_km: float, world: World) -> tuple[str, ...]:
    """The modes worth asking for a distance when the story names none; who took off or landed flew, however far."""
    reach = world.speeds
    modes = []
    if geodesic_km <= reach.value("usual longest", "foot", "typical"):
        modes.append("foot")
    if any(query.airside) or geodesic_km >= reach.value("usual shortest", "air", "typical"):
        modes.append("air")
    return tuple(modes)


def straight(query: LegQuery, mode: str, world: World) -> tuple[Route, ...]:
    """A way along the geodesic, stretched by the path factors of the speed table.

    Where water lies in between there is none by land, unless the story says so: then its limit stands, and what it
    would need is named.

    Parameters
    ----------
    query
        The leg.
    mode
        The way of travel.
    world
        Borders, speeds.
    """
    a, b = query.origin, query.destination
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
    surface = "cross-country" if mode in CROSS_COUNTRY else "road"
    wet_km = unfrozen_water_km(line, world.borders, query.on) if mode in ON_ICE else water_km(line, world.borders)
    unnoticed_km = world.speeds.value("water crossed unnoticed", "*", "typical")
    blocked = wet_km > (bays_km(query, world) if mode in ON_ICE else unnoticed_km)
    if blocked and not query.modes:
        return ()
    # A line that nobody can follow crosses no borders.
    stray_km = min(STRAY_KM, geodesic_km * STRAY_SHARE)
    events = () if blocked else border_events(line, mode, query.on, world, shortest_stay_km=stray_km)
    stretched_km = geodesic_km * world.speeds.value("path factor", mode, "typical", surface, query.on)
    time = travel_time(
        mode,
        geodesic_km,
        None if blocked else geodesic_km,
        on=query.on,
        speeds=world.speeds,
        borders=events,
        basis=GEODESIC_ESTIMATE,
        surface=surface,
    )
    rivers = rivers_crossed(line, world) if mode in CROSS_COUNTRY and not blocked else ()
    time = held_up_by(rivers, time, world)
    needs = [*unlawful(events, query.on, world), *needs_over(rivers)]
    if blocked:
        needs.insert(0, f"needs a boat, a bridge or a way round {wet_km:.0f} km of water")
    route = Route(
        mode=mode,
        segments=(Segment(mode, line, stretched_km, GEODESIC_ESTIMATE),),
        km=stretched_km,
        geodesic_km=geodesic_km,
        borders=events,
        time=time,
        countries=countries_of(events, a.country or world.borders.country_at(a.lat, a.lon)),
        basis=GEODESIC_ESTIMATE,
        needs=tuple(needs),
        note="no railway is known well enough: straight distance times the usual detour" if mode == "rail" else None,
    )
    return (route,)
