"""The search for ways: every candidate route of a leg, by all the means that count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.travel.direct_routes import direct_routes
from wayproof.travel.lanes import by_lanes
from wayproof.travel.mixed_routes import mixed_routes
from wayproof.travel.rail_estimates import estimated_rail, without_railways
from wayproof.travel.rail_routes import RAIL, REACH_KM, along_railways
from wayproof.travel.rail_services import TIMETABLE, by_services
from wayproof.travel.road_candidates import quickest, routes_by_road
from wayproof.travel.road_drawing import ACCESS
from wayproof.travel.routes import BY_ROAD, UNDER_OWN_POWER
from wayproof.travel.street_routes import with_streets
from wayproof.travel.trackless import TRACKLESS, is_icy, over_trackless_land
from wayproof.travel.walks_across import across_a_gap, over_foot_posts, over_green_border
from wayproof.world.crossings import CLOSED
from wayproof.world.geodesy import distance_km
from wayproof.world.railways import NONE
from wayproof.world.regimes import AIR_MODES, CHECKPOINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.travel.routes import LegQuery, Route
    from wayproof.travel.streets import Streets
    from wayproof.world.atlas import World

CAR = "car"
MUCH_LONGER = 1.3
"""A lawful way that takes so many times as long as an unlawful one leaves a reason to tell of the latter's green
border."""
LONGEST_GREEN_KM, MOST_GREEN = 2000.0, 2
"""Green borders are looked for on ways of so many straight km at most, and so many of them: those met first."""
SLEDGING = ("ski", "dog_sled")
"""How people cross ice."""
AIR, BOAT, SHIP = "air", "boat", "ship"
LONGEST_BY_BOAT_KM, LONGEST_BESIDE_FLIGHTS_KM = 500.0, 1500.0
"""Farther over water it is a ship; and where there are flights, ships are told of no farther."""
OWN_STOPS_KM = 15.0
"""A train whose stops lie no more road km off, both ends together, is the train between the two places; one that only
stops near by says nothing of those that stop there."""
LONGEST_ON_FOOT_KM = 1500.0
"""Beyond this straight distance an estimate across country serves who walks or rides, where there is one."""
MOST_ROUTES, ON_FOOT_ROUTES = 6, 3
"""So many routes for one mode at most, and so many along roads for who moves by muscle."""


def find_routes(query: LegQuery, world: World, *, streets: Streets | None = None) -> tuple[Route, ...]:
    """The candidate routes of a leg, quickest first.

    Where the text names modes only those count; else the car, walking and rail where distance lets them, and airliners.
    At most six routes for each mode. A route over a closed crossing says what it needs; a lawful one is then among the
    routes too, if there is one.

    Parameters
    ----------
    query
        The leg.
    world
        Roads, borders, crossings, rules, airports, speeds.
    streets
        A detailed network that measures short legs, and the ends of long ones; None for none.
    """
    direct = direct_routes(query, world)
    a, b = query.origin, query.destination
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    usual = ("car", *(mode for mode in dict.fromkeys(route.mode for route in direct) if mode in BY_ROAD))
    routes = list(direct)
    for mode in query.modes or usual:
        own_power = mode in UNDER_OWN_POWER
        if mode not in BY_ROAD or not world.speeds.records.exists(mode, query.on):
            continue
        across = any(route.mode == mode and route.time.brisk is not None for route in direct)
        if not (own_power and across and geodesic_km > LONGEST_ON_FOOT_KM):
            most = ON_FOOT_ROUTES if own_power else MOST_ROUTES
            routes.extend(routes_by_road(query, mode, world, most=most))
    routes.extend(by_lanes(query, geodesic_km, routes, world))
    routes.extend(_by_rail(query, geodesic_km, routes, world))
    routes.extend(_by_several_means(query, routes, world))
    routes.extend(over_trackless_land(query, routes, world))
    routes.extend(_over_ice(query, routes, world))
    if not query.modes and not any(route.time.brisk and route.mode not in AIR_MODES for route in routes):
        routes.extend(_over_water(query, geodesic_km, routes, world))
    if streets is not None:
        routes = with_streets(routes, query, world, streets)
    return tuple(sorted(routes, key=lambda route: quickest(route.time)))


def _over_ice(query: LegQuery, known: Sequence[Route], world: World) -> Iterator[Route]:
    """On skis and behind dogs, where the text names no means and none has an estimate: an outer bound, no more."""
    if query.modes or any(route.time.brisk is not None for route in known) or not is_icy(query, world):
        return
    for route in direct_routes(replace(query, modes=SLEDGING), world):
        if route.time.brisk is not None:
            yield replace(route, basis=TRACKLESS, note="how is not told: the time that people with sledges take")


def _over_water(query: LegQuery, geodesic_km: float, known: Sequence[Route], world: World) -> Iterator[Route]:
    """By boat or ship, and through the air: between islands nobody need be told that it was not by road."""
    flown = any(route.mode == AIR and route.time.brisk for route in known)
    vessel = BOAT if geodesic_km <= LONGEST_BY_BOAT_KM else SHIP
    modes = ((vessel,) if geodesic_km <= LONGEST_BESIDE_FLIGHTS_KM or not flown else (), () if flown else (AIR,))
    over = direct_routes(replace(query, modes=(*modes[0], *modes[1])), world) if any(modes) else ()
    yield from (route for route in over if route.time.brisk is not None)


def _by_several_means(query: LegQuery, known: Sequence[Route], world: World) -> Iterator[Route]:
    """Journeys of pieces: where vehicles cannot pass a border or a roadless country, and where skies were closed.

    A green border is offered where every lawful way by road is closed or much longer, and the text names no means.
    """
    driven = sorted((route for route in known if route.mode == CAR), key=lambda route: quickest(route.time))
    shut = dict.fromkeys(
        frozenset((event.from_country, event.to_country))
        for route in driven
        for event in route.borders
        if event.status.status == CLOSED and event.kind == CHECKPOINT
    )
    if CAR in (query.modes or (CAR,)):
        yield from over_foot_posts(query, shut, world)
    if not query.modes and driven and driven[0].geodesic_km <= LONGEST_GREEN_KM:
        lawful, unlawful = (
            min((one.time.typical for one in driven if bool(one.needs) is need and one.time.typical), default=None)
            for need in (False, True)
        )
        if unlawful is not None and (lawful is None or lawful > unlawful * MUCH_LONGER):
            found = (over_green_border(query, pair, world) for pair in list(shut)[:MOST_GREEN])
            yield from (route for route in found if route is not None)
    elif not query.modes and not driven and world.speeds.records.exists(CAR, query.on):
        gap = across_a_gap(query, world)
        if gap is not None:
            yield gap
    yield from mixed_routes(query, known, world)


def _by_rail(query: LegQuery, geodesic_km: float, known: Sequence[Route], world: World) -> tuple[Route, ...]:
    """Trains with published times and ways along the railways; an estimate where neither is known."""
    usual = not query.modes and geodesic_km >= world.speeds.value("usual shortest", RAIL, "typical")
    if not (usual or RAIL in query.modes) or not world.speeds.records.exists(RAIL, query.on):
        return ()
    found = _believed((*by_services(query, world), *along_railways(query, world)))
    if found:
        return found
    if not _has_railways(query, world):
        if not query.modes:
            return ()
        if not _has_trains(query, world):
            return (without_railways(query, world),)
    return estimated_rail(query, [route for route in known if route.mode == "car"], world)


def _believed(ways: Sequence[Route]) -> tuple[Route, ...]:
    """The trains without those that beat the fastest regular one from end to end, and without needless changes.

    A train with a published time on a part of the way is no help where the railways alone are quicker for everybody.
    """
    through = [one for one in ways if _is_through(one)]
    others = [one for one in ways if one not in through]
    if through:
        least = min(quickest(one.time) for one in through)
        others = [one for one in others if quickest(one.time) >= least]
    plain = [one for one in others if one.basis != TIMETABLE and not one.needs]
    return (*through, *(one for one in others if one.basis != TIMETABLE or not any(_slower(one, two) for two in plain)))


def _is_through(way: Route) -> bool:
    """Whether a way is a train with a published time and hardly anything else: its stops are those of the leg."""
    off_km = sum(part.km for part in way.segments if part.basis == ACCESS)
    return {part.basis for part in way.segments} <= {TIMETABLE, ACCESS} and off_km <= OWN_STOPS_KM


def _slower(one: Route, other: Route) -> bool:
    """Whether a way takes longer than another for the determined and for the ordinary traveller."""
    return all(a > b for a, b in zip(quickest(one.time), quickest(other.time), strict=True) if not isinstance(a, bool))


def _has_trains(query: LegQuery, world: World) -> bool:
    """Whether a line of any length is known in the country of either end."""
    ends, railways = (query.origin, query.destination), world.railways
    codes = {end.country or world.borders.country_at(end.lat, end.lon) for end in ends}
    return railways is None or any(code is None or railways.trust_of(code) != NONE for code in codes)


def _has_railways(query: LegQuery, world: World) -> bool:
    """Whether there is a railway near both ends, as far as is known."""
    ends, railways = (query.origin, query.destination), world.railways
    return railways is None or all(railways.snap(end.lat, end.lon, limit_km=REACH_KM) is not None for end in ends)
