"""Ways to make a leg: the question, the candidate routes and how they are put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from datetime import date

    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.durations import TravelTime
    from wayproof.travel.streets import Streets
    from wayproof.world.atlas import World
    from wayproof.world.places import Place


@dataclass(frozen=True, slots=True)
class LegQuery:
    """One leg to be travelled.

    Parameters
    ----------
    origin, destination
        Where it starts and ends.
    on
        The day of travel; None where the story gives none (then today's links are used and the routes say so).
    modes
        Modes the text names for the way; empty where it names none.
    via
        Countries (ISO alpha-2) the hypothesis wants in between, in order.
    """

    origin: Place
    destination: Place
    on: date | None
    modes: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a route in one mode and, on land, in one country.

    Parameters
    ----------
    mode
        Mode of travel on this stretch ("car", "ferry", "foot", ...).
    geometry
        The line as (lat, lon) in degrees, two points at least.
    km
        Length as travelled.
    basis
        "road network", "ferry line", "geodesic estimate" or "access" (from a place to the road and back).
    country
        ISO alpha-2 of the territory, None at sea, in the air or where it was not worked out.
    link
        Name of the bridge, tunnel or ferry line where the stretch is one.
    hours
        Published crossing time of a ferry or shuttle; None where the speed tables decide.
    source
        Where ``hours`` and the dates of the link come from.
    """

    mode: str
    geometry: tuple[tuple[float, float], ...]
    km: float
    basis: str
    country: str | None = None
    link: str | None = None
    hours: float | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """One candidate way to make a leg.

    Parameters
    ----------
    mode
        The main mode; a car route with a ferry in it is still a car route.
    segments
        Its stretches, in order; each starts where the one before ends.
    km
        Length of all segments together.
    geodesic_km
        Shortest distance on the ellipsoid between the two ends; ``limit`` rests on it and never on ``km``.
    borders
        Border events, in order.
    time
        Limit, brisk and typical durations.
    countries
        ISO alpha-2 codes in the order they are entered.
    basis
        What the route rests on: "road network", "geodesic estimate" or "no road data" (its ``km`` proves nothing).
    needs
        Unlawful or unproven steps, each with its reason; empty where there are none.
    note
        A remark for the reader, or None.
    """

    mode: str
    segments: tuple[Segment, ...]
    km: float
    geodesic_km: float
    borders: tuple[BorderEvent, ...]
    time: TravelTime
    countries: tuple[str, ...]
    basis: str
    needs: tuple[str, ...] = ()
    note: str | None = None

    @property
    def geometry(self) -> tuple[tuple[float, float], ...]:
        """The whole line as (lat, lon), segment after segment, shared points once."""
        points: list[tuple[float, float]] = []
        for segment in self.segments:
            points.extend(segment.geometry[1:] if points and points[-1] == segment.geometry[0] else segment.geometry)
        return tuple(points)


BY_ROAD = ("car", "bus", "motorcycle", "bicycle", "foot", "horse")
"""Modes that can follow roads."""
UNDER_OWN_POWER = ("bicycle", "foot", "horse")
LONGEST_ON_FOOT_KM = 1500.0
"""Beyond this straight distance nobody walks or rides along roads here; the estimate across country serves."""
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
    # All make routes, and so import this module.
    from wayproof.travel.direct_routes import direct_routes
    from wayproof.travel.road_candidates import quickest, routes_by_road

    direct = direct_routes(query, world)
    a, b = query.origin, query.destination
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    usual = ("car", *(mode for mode in dict.fromkeys(route.mode for route in direct) if mode in BY_ROAD))
    routes = list(direct)
    for mode in query.modes or usual:
        own_power = mode in UNDER_OWN_POWER
        if mode not in BY_ROAD or not world.speeds.records.exists(mode, query.on):
            continue
        if not (own_power and mode != "bicycle" and geodesic_km > LONGEST_ON_FOOT_KM):
            most = ON_FOOT_ROUTES if own_power else MOST_ROUTES
            routes.extend(routes_by_road(query, mode, world, most=most))
    if streets is not None:
        from wayproof.travel.street_routes import with_streets

        routes = with_streets(routes, query, world, streets)
    return tuple(sorted(routes, key=lambda route: quickest(route.time)))
