"""Where a traveller can have been between two visits: the ground within reach, its towns and its border crossings.

The ground is an outer bound. It rests on the average pace of the leg's quickest way, as the crow flies, and knows no
roads: nobody can have been farther away at that pace, and not every place within can have been reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.travel.routes import BY_ROAD
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.leg_assessment import Prism, Within
from wayproof.world.ellipses import ellipse
from wayproof.world.geodesy import distances_km, point_along
from wayproof.world.places import Kind
from wayproof.world.regimes import AIR_MODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import timedelta

    from shapely import MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from wayproof.travel.routes import Route
    from wayproof.verdict.cases import LegCase
    from wayproof.world.atlas import World
    from wayproof.world.places import Place
    from wayproof.world.speeds import SpeedTable

BOUND: Final = "brisk"
"""A determined traveller's pace: who was quicker still would need an explanation of his own."""

MOST_TOWNS: Final = 12
"""How many towns a reader is told, the largest first."""

MOST_CROSSINGS: Final = 12
"""How many crossings a reader is told, those nearest to the way first."""

MOST_CORNERS: Final = 300
"""Corners that the outline may have: a map of a dozen legs stays small."""

SIZES: Final = (1_000_000, 200_000, 40_000, 8_000, 0)
"""Towns of so many people are looked for, one size after another, until there are enough."""

LOOKED_AT: Final = 150
"""How many towns of one size are looked at."""

GROUND: Final = "car"
"""How the time that a flight leaves is spent at its ends, and a stay at one place for which no way is told."""

DRY: Final = frozenset({*BY_ROAD, "rail"})
"""Ways of travelling that keep to the land; a ferry on the way carries them over water, where nobody stays."""

ONCE: Final = "border"
"""Parts of a travel time that are spent once, wherever on the way the traveller stops."""

AT_EACH_STOP: Final = frozenset({"airports", "boarding", "access by road"})
"""Parts that are spent again with each stop on the way."""

AT_REST: Final = frozenset({"rest", "nights"})
"""Parts in which nobody moves: how many there are depends on how long the whole takes."""

DAY_HOURS: Final = 24.0

NARROW_DEG: Final = 0.4
"""Who keeps to the land gets across so much water, some 40 km: the English Channel, and not the Sea of Japan."""

LAND_KM: Final = 9_000.0
"""Beyond this the area is a continent or two, and its coasts tell nothing about the story."""

COARSE_DEG: Final = 0.1
"""The land is read no coarser than so many degrees: what is drawn coarser is made so here, once."""

FINE: Final = 100
"""And no finer than such a share of the width of the area."""

SHORE_DEG: Final = 0.1
"""So far off the coast line of the area a town may lie: the line is drawn coarse."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far the time of a gap goes.

    Attributes
    ----------
    a, b
        The two ends.
    mode
        By which way.
    sum_km
        How many kilometres, as the crow flies, the way out and the way on may have together.
    ends_km
        How far the traveller can have gone from either end and back with the time to spare; 0 where that adds nothing.
    """

    a: Place
    b: Place
    mode: str
    sum_km: float
    ends_km: float = 0.0


def prism(leg: LegCase, world: World) -> Prism | None:
    """Where the traveller can have been between the two visits of a leg.

    Parameters
    ----------
    leg
        The leg; its window is the time that there was.
    world
        For pace, land, towns and crossings.

    Returns
    -------
    Prism or None
        None where the story leaves no time or sets no limit to it, where a place is an area, and where not even a
        determined traveller makes the way.
    """
    if leg.window is None or leg.soft or leg.window <= 0.0:
        return None
    if leg.origin.place.is_area or leg.destination.place.is_area:
        return None
    reach = _reach(leg, leg.window / HOUR_SECONDS, world)
    ground = _ground(reach, world) if reach is not None else None
    if reach is None or ground is None or ground.is_empty:
        return None
    more, crossings = _crossings(leg, reach, ground, world)
    towns = _towns(reach, ground, world)
    return Prism(reach.mode, BOUND, round(reach.sum_km, 1), _drawn(ground), towns, crossings, more)


def _reach(leg: LegCase, window_h: float, world: World) -> _Reach | None:
    """What the window allows; None where nothing is known, or where it does not even allow the way itself."""
    fitting = [
        route
        for route in leg.leg.routes
        if route.time.brisk is not None and route.time.brisk.total_seconds() <= window_h * HOUR_SECONDS
    ]
    a, b = leg.origin.place, leg.destination.place
    ground_kmh = _ground_kmh(a, world)
    if fitting:
        return _by(min(fitting, key=_brisk), leg, window_h, ground_kmh, world.speeds)
    if a.id != b.id or not ground_kmh:
        return None
    return _Reach(a, b, GROUND, _covered_km(window_h, ground_kmh, GROUND, world.speeds))


def _brisk(route: Route) -> timedelta:
    return route.time.brisk or route.time.limit


def _by(route: Route, leg: LegCase, window_h: float, ground_kmh: float, speeds: SpeedTable) -> _Reach | None:
    """What the window allows by one way: its pace on the move, its waits once, its airports at each stop."""
    hours = {part.name: part.brisk.total_seconds() / HOUR_SECONDS for part in route.time.parts}
    once_h = sum(took for name, took in hours.items() if name.startswith(ONCE))
    stop_h = sum(took for name, took in hours.items() if name in AT_EACH_STOP)
    rest_h = sum(took for name, took in hours.items() if name in AT_REST)
    moving_h = sum(hours.values()) - once_h - stop_h - rest_h
    if not moving_h or not route.geodesic_km:
        return None
    a, b, pace_kmh = leg.origin.place, leg.destination.place, route.geodesic_km / moving_h
    sum_km = _covered_km(window_h - once_h - 2.0 * stop_h, pace_kmh, route.mode, speeds)
    if not stop_h:
        return _Reach(a, b, route.mode, max(sum_km, route.geodesic_km))
    spare_h = window_h - sum(hours.values())
    return _Reach(a, b, route.mode, sum_km, _covered_km(spare_h / 2.0, ground_kmh, GROUND, speeds))


def _covered_km(hours: float, pace_kmh: float, mode: str, speeds: SpeedTable) -> float:
    """What can be covered as the crow flies in so many hours, nights included: a day has its greatest stage."""
    if hours <= 0.0:
        return 0.0
    daily = speeds.find("daily distance", mode, "road")
    factor = speeds.find("path factor", mode, "road")
    wheel = speeds.find("daily hours", mode)
    stages = [pace_kmh * DAY_HOURS]
    if daily is not None and daily.at(BOUND):
        stages.append((daily.at(BOUND) or 0.0) / ((factor.at(BOUND) if factor is not None else None) or 1.0))
    if wheel is not None and wheel.at(BOUND):
        stages.append((wheel.at(BOUND) or 0.0) * pace_kmh)
    days, rest_h = divmod(hours, DAY_HOURS)
    return days * min(stages) + min(*stages, rest_h * pace_kmh)


def _ground_kmh(place: Place, world: World) -> float:
    """What a driver covers in an hour as the crow flies; 0 where no table tells."""
    speed = world.speeds.find("speed", GROUND, place.country)
    factor = world.speeds.find("path factor", GROUND)
    kmh = speed.at(BOUND) if speed is not None else None
    return kmh / ((factor.at(BOUND) if factor is not None else None) or 1.0) if kmh else 0.0


def _ground(reach: _Reach, world: World) -> BaseGeometry:
    """The ground within reach, without the sea where the way keeps to the land."""
    from shapely import get_parts, unary_union

    a, b = ((end.lat, end.lon) for end in (reach.a, reach.b))
    whole: BaseGeometry = ellipse(a, b, reach.sum_km)
    if reach.ends_km > 0.0:
        ends = [ellipse(end, end, 2.0 * reach.ends_km) for end in (a, b)]
        whole = unary_union([whole, *ends])
    if reach.mode not in DRY or reach.sum_km > LAND_KM:
        return whole
    return _joined([_on_land(part, world) for part in get_parts(whole)], (reach.a, reach.b))


def _on_land(part: BaseGeometry, world: World) -> BaseGeometry:
    west, south, east, north = part.bounds
    tolerance_deg = min(COARSE_DEG, max(east - west, north - south) / FINE)
    land = world.borders.land_within((west, south, east, north), tolerance_deg=tolerance_deg)
    if land.is_empty:
        return part
    clipped: BaseGeometry = part.intersection(land if land.is_valid else land.buffer(0.0))
    return clipped


def _joined(dry: Sequence[BaseGeometry], ends: Sequence[Place]) -> BaseGeometry:
    """Of pieces of land those that hang together with the ends, narrow water apart."""
    from shapely import Point, STRtree, get_parts, unary_union

    parts = [part for piece in dry for part in get_parts(piece) if part.geom_type == "Polygon"]
    if not parts:
        return unary_union(list(dry))
    tree, points = STRtree(parts), [Point(end.lon, end.lat) for end in ends]
    kept = {int(at) for at in tree.query_nearest(points)[1]}
    waiting = set(kept)
    while waiting:
        near = tree.query([parts[at] for at in waiting], predicate="dwithin", distance=NARROW_DEG)[1]
        waiting = {int(at) for at in near} - kept
        kept |= waiting
    return unary_union([parts[at] for at in sorted(kept)])


def _simplified(shape: BaseGeometry) -> BaseGeometry:
    """The shape with few corners: coarser step by step, the smallest islands given up first."""
    from shapely import MultiPolygon, get_num_coordinates, get_parts, simplify

    west, south, east, north = shape.bounds
    size = max(east - west, north - south)
    step = size / (2.0 * MOST_CORNERS)
    while get_num_coordinates(shape) > MOST_CORNERS and step < size:
        parts = sorted((part for part in get_parts(shape) if part.geom_type == "Polygon"), key=lambda part: -part.area)
        large = [part for part in parts if part.area > step * step] or parts[:1]
        shape = simplify(MultiPolygon(large), step)
        step *= 2.0
    return shape


def _drawn(ground: BaseGeometry) -> MultiPolygon:
    from shapely import MultiPolygon, get_parts

    return MultiPolygon([part for part in get_parts(_simplified(ground)) if part.geom_type == "Polygon"])


def _inside(reach: _Reach, ground: BaseGeometry, lats: Sequence[float], lons: Sequence[float]) -> np.ndarray:
    """Which of many points lie within reach, and on the right side of the water."""
    from shapely import dwithin, points, prepare

    to_a, to_b = (distances_km(end.lat, end.lon, lats, lons) for end in (reach.a, reach.b))
    within = np.asarray((to_a + to_b <= reach.sum_km) | (np.minimum(to_a, to_b) <= reach.ends_km))
    if reach.mode in DRY and within.any():
        prepare(ground)
        within[within] = dwithin(ground, points(np.asarray(lons)[within], np.asarray(lats)[within]), SHORE_DEG)
    return within


def _towns(reach: _Reach, ground: BaseGeometry, world: World) -> tuple[Within, ...]:
    """The largest towns within reach, both ends and their suburbs apart."""
    found: list[Place] = []
    for size in SIZES:
        found = list(dict.fromkeys(_of_size(reach, ground, size, world)))
        if len(found) >= MOST_TOWNS:
            break
    largest = sorted(found, key=lambda place: (-place.population, place.id))[:MOST_TOWNS]
    return tuple(Within(place.id, place.name, place.country, place.lat, place.lon) for place in largest)


def _of_size(reach: _Reach, ground: BaseGeometry, size: int, world: World) -> Iterator[Place]:
    a, b = reach.a, reach.b
    middle = point_along((a.lat, a.lon), (b.lat, b.lon), 0.5)
    ends = ((a.lat, a.lon), (b.lat, b.lon)) if reach.ends_km > 0.0 else ()
    for lat, lon in dict.fromkeys((middle, *ends)):
        places = [
            place
            for _, place in world.gazetteer.nearest(lat, lon, minimum_population=size, limit=LOOKED_AT)
            if place.kind is Kind.CITY
        ]
        if not places:
            continue
        lats, lons = [place.lat for place in places], [place.lon for place in places]
        away = np.ones(len(places), dtype=bool)
        for end in (a, b):
            away &= distances_km(end.lat, end.lon, lats, lons) > end.extent_km
        within = _inside(reach, ground, lats, lons) & away
        yield from (place for place, held in zip(places, within, strict=True) if held)


def _crossings(leg: LegCase, reach: _Reach, ground: BaseGeometry, world: World) -> tuple[int, tuple[Within, ...]]:
    """The crossings within reach that this way of travelling can use, with their status on the day; how many more."""
    a, b, day = leg.origin.place, leg.destination.place, leg.leg.query.on
    flown = reach.mode in AIR_MODES
    posts = [
        (post, post.lat, post.lon)
        for post in world.crossings.all
        if post.lat is not None and post.lon is not None and (flown or post.usable_by(reach.mode, day))
    ]
    if not posts:
        return 0, ()
    lats, lons = [lat for _, lat, _ in posts], [lon for _, _, lon in posts]
    detour = distances_km(a.lat, a.lon, lats, lons) + distances_km(b.lat, b.lon, lats, lons)
    within = np.flatnonzero(_inside(reach, ground, lats, lons))
    nearest = sorted(within, key=lambda at: (float(detour[at]), posts[at][0].id))
    told = tuple(
        Within(post.id, post.name, None, lat, lon, (post.country_a, post.country_b), world.crossings.status(post, day))
        for post, lat, lon in (posts[at] for at in nearest[:MOST_CROSSINGS])
    )
    return len(nearest) - len(told), told
