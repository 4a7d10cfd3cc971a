"""Ways over the water: by sea lanes and canals, along rivers, by ferry lines with published times, or swimming.

Nothing here goes over land: where water does not join the ends only the limit stands. Small rivers and most inland
canals are not known; who says that a boat went there may be right, and is told that there is no estimate.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.travel.border_events import BorderEvent, KnownPassage, passage_event
from wayproof.travel.durations import (
    GEODESIC_ESTIMATE,
    PACES,
    ZERO,
    Part,
    TravelTime,
    access_time,
    chain,
    limit_for,
    travel_time,
)
from wayproof.travel.inland_routes import LAND_SHARE, by_inland_waters, runs_inland
from wayproof.travel.needs import needs_of
from wayproof.travel.road_drawing import ACCESS, FERRY
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.travel.water_crossings import Crossing
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.water import water_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.world.atlas import World
    from wayproof.world.road_links import Link
    from wayproof.world.sealanes import Passage, SeaWay

    Position = tuple[float, float]

SEA_LANE = "sea lane"
"""The basis of a way along the lanes of ships, or straight over open water."""

SWIM = "swim"
FERRY_REACH_KM = 40.0
"""A ferry line serves a place if its port is so near."""
PORT_KM = 3.0
"""A place so near the water is at it: nothing is added for the way to the boat."""
DRY_SHARE = 0.15
"""The centres of two places on the shore lie inland: so much of the line between them may be land."""
LOCAL_FACTOR = 1.3
"""Local road km for one straight km to and from a port."""
STEP_KM = 20.0


def by_water(query: LegQuery, mode: str, world: World) -> tuple[Route, ...]:
    """The ways of a leg over the water by one means of travel.

    Parameters
    ----------
    query
        The leg.
    mode
        "boat", "ferry", "swim" or another way of going by water.
    world
        Sea lanes, coasts, ferry lines, speeds.
    """
    lines = tuple(_by_ferry_lines(query, world)) if mode == "ferry" else ()
    if lines:
        return lines
    crossing = (
        _straight(query, mode, world)
        or (_by_lanes(query, world) if mode != SWIM else None)
        or by_inland_waters(query, world, sea=mode != SWIM)
    )
    return (_unknown(query, mode, world) if crossing is None else _route(query, mode, crossing, world),)


def _straight(query: LegQuery, mode: str, world: World) -> Crossing | None:
    """The straight line, if it runs over water but for what a harbour or a coast line may hide."""
    a, b = query.origin, query.destination
    line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
    km = distance_km(*line[0], *line[-1])
    dry_km = km - water_km(line, world.borders)
    unnoticed = world.speeds.value("water crossed unnoticed", "*", "typical")
    hidden_km = max(unnoticed, (a.extent_km + b.extent_km) / 2, km * DRY_SHARE)
    if dry_km > hidden_km and not _unknown_water(mode, world):
        return None
    return Crossing(line, km, GEODESIC_ESTIMATE)


def _unknown_water(mode: str, world: World) -> bool:
    """Whether boats have nothing but the straight line: in a world without lanes."""
    return mode != SWIM and world.sealanes is None


def _by_lanes(query: LegQuery, world: World) -> Crossing | None:
    """The way along the lanes; None where they do not join the ends."""
    from wayproof.world.sealanes import sea_way

    lanes = world.sealanes
    if lanes is None:
        return None
    a, b = (query.origin.lat, query.origin.lon), (query.destination.lat, query.destination.lon)
    way = sea_way(a, b, query.on, lanes=lanes)
    if way is None or runs_inland(way.geometry, world):
        return None
    usual = sea_way(a, b, None, lanes=lanes) if query.on is not None else way
    shut = [] if usual is None else [lanes.passages[one] for one in usual.passages]
    line, access = list(way.geometry), []
    water = way.km
    for at in (0, -1):
        end, next_ = (line[0], line[1]) if at == 0 else (line[-1], line[-2])
        hop_km = distance_km(*end, *next_)
        if len(line) > 2 and hop_km > PORT_KM and water_km([end, next_], world.borders) < hop_km * (1 - LAND_SHARE):  # noqa: PLR2004 - a line has two ends
            stretch = (end, next_) if at == 0 else (next_, end)
            access.append(Segment("car", stretch, hop_km * LOCAL_FACTOR, ACCESS))
            water -= hop_km
            del line[at]
    return Crossing(tuple(line), water, SEA_LANE, tuple(access), _passages_told(query, way, shut, world))


def _passages_told(query: LegQuery, way: SeaWay, usual: Sequence[Passage], world: World) -> str | None:
    """Which canals the way takes, and which it cannot take on that day."""
    lanes = world.sealanes
    if lanes is None:
        return None
    through = [lanes.passages[one].name for one in way.passages if lanes.passages[one].kind in {"canal", "cape"}]
    shut = [f"{one.name} not open on the day ({one.source})" for one in usual if not one.open_on(query.on)]
    told = [*([f"by {', '.join(through)}"] if through else []), *shut]
    return "; ".join(told) or None


def _route(query: LegQuery, mode: str, crossing: Crossing, world: World) -> Route:
    a, b = query.origin, query.destination
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    events = landing(query, mode, world)
    access_km = sum(one.km for one in crossing.access)
    time = travel_time(
        mode,
        min(geodesic_km, crossing.km),
        crossing.km,
        on=query.on,
        speeds=world.speeds,
        by_country=crossing.currents,
        borders=events,
        basis=crossing.basis,
        surface="*",
    )
    limit = limit_for(geodesic_km, mode, query.on, world.speeds)
    time = chain([time, access_time(access_km, query.on, world.speeds)], limit) if access_km else time
    before = [one for one in crossing.access if one.geometry[-1] == crossing.line[0]]
    after = [one for one in crossing.access if one not in before]
    segments = (*before, Segment(mode, crossing.line, crossing.km, crossing.basis), *after)
    return Route(
        mode=mode,
        segments=segments,
        km=max(geodesic_km, crossing.km + access_km),
        geodesic_km=geodesic_km,
        borders=events,
        time=time,
        countries=_countries(query, world),
        basis=crossing.basis,
        needs=needs_of(events, query.on, world),
        note=crossing.note,
    )


def landing(query: LegQuery, mode: str, world: World) -> tuple[BorderEvent, ...]:
    """The border passed where a ship from abroad lands; the waters of others that it passes on the way ask nothing."""
    countries = _countries(query, world)
    if len(countries) < 2:  # noqa: PLR2004 - one country has no border in it
        return ()
    b = query.destination
    km = distance_km(query.origin.lat, query.origin.lon, b.lat, b.lon)
    passage = KnownPassage(countries[0], countries[-1], b.lat, b.lon, km)
    return (passage_event(passage, mode, query.on, world),)


def _countries(query: LegQuery, world: World) -> tuple[str, ...]:
    ends = (query.origin, query.destination)
    codes = (place.country or world.borders.country_at(place.lat, place.lon) for place in ends)
    return tuple(dict.fromkeys(code for code in codes if code))


def _by_ferry_lines(query: LegQuery, world: World) -> Iterator[Route]:
    """The direct lines with a published time between ports near both ends."""
    a, b = query.origin, query.destination
    for link in world.roads.links:
        if link.mode != "ferry" or not link.open_on(query.on):
            continue
        ports = [world.roads.point(link.a), world.roads.point(link.b)]
        for first, last in (ports, ports[::-1]):
            reach = (distance_km(a.lat, a.lon, *first), distance_km(*last, b.lat, b.lon))
            if max(reach) <= FERRY_REACH_KM:
                yield _by_line(query, link, first, last, world)


def _by_line(query: LegQuery, link: Link, first: Position, last: Position, world: World) -> Route:
    a, b = (query.origin.lat, query.origin.lon), (query.destination.lat, query.destination.lon)
    geodesic_km = distance_km(*a, *b)
    access = [
        Segment("car", stretch, distance_km(*stretch[0], *stretch[1]) * LOCAL_FACTOR, ACCESS)
        for stretch in ((a, first), (last, b))
    ]
    limit = limit_for(geodesic_km, "ferry", query.on, world.speeds)
    hours = timedelta(hours=link.hours or 0.0)
    board = [timedelta(hours=world.speeds.value("overhead", "ferry", pace)) for pace in PACES]
    # The published time is that of the usual ship; a quicker one may have sailed that day.
    kmh = world.speeds.value("speed", "ferry", "brisk", None, query.on)
    quick = max(min(limit, hours), min(hours, timedelta(hours=link.km / kmh)))
    moving = Part(link.name, min(limit, hours), quick, hours)
    sailed = TravelTime(
        min(limit, hours),
        quick + board[0],
        hours + board[1],
        (moving, Part("boarding", ZERO, *board)),
        (link.source,),
    )
    events = landing(query, "ferry", world)
    crossed = Segment("ferry", (first, last), link.km, FERRY, link=link.name, hours=link.hours, source=link.source)
    segments = (access[0], crossed, access[1])
    ashore = access_time(sum(one.km for one in access), query.on, world.speeds)
    return Route(
        mode="ferry",
        segments=segments,
        km=max(geodesic_km, sum(one.km for one in segments)),
        geodesic_km=geodesic_km,
        borders=events,
        time=chain([sailed, ashore], limit),
        countries=_countries(query, world),
        basis=FERRY,
        needs=needs_of(events, query.on, world),
        note=f"by {link.name}; when it leaves is not known",
    )


def _unknown(query: LegQuery, mode: str, world: World) -> Route:
    """Where no water is known to join the ends: the limit, and what it would need."""
    a, b = query.origin, query.destination
    line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    dry_km = km - water_km(line, world.borders)
    return Route(
        mode=mode,
        segments=(Segment(mode, line, km, GEODESIC_ESTIMATE),),
        km=km,
        geodesic_km=km,
        borders=(),
        time=travel_time(mode, km, None, on=query.on, speeds=world.speeds),
        countries=_countries(query, world),
        basis=GEODESIC_ESTIMATE,
        needs=(f"needs a river or a canal: {dry_km:.0f} km of the straight line are land",),
        note="no way over the water is known",
    )
