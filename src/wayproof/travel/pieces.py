"""Pieces of a journey made one after another by different means, joined into one way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.travel.durations import access_time, chain, limit_for
from wayproof.travel.rail_routes import along_railways
from wayproof.travel.rail_services import LOCAL_FACTOR, by_services
from wayproof.travel.road_candidates import routes_by_road
from wayproof.travel.road_drawing import ACCESS
from wayproof.travel.road_routes import OPEN
from wayproof.travel.routes import MIXED, LegQuery, Route, Segment
from wayproof.world.geodesy import distance_km
from wayproof.world.regimes import AIR_MODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.road_routes import Closures
    from wayproof.world.atlas import World
    from wayproof.world.places import Place


def joined_pieces(query: LegQuery, pieces: Sequence[Route], world: World, *, note: str) -> Route:
    """One way out of pieces that follow each other; its limit is that of the fastest means over the whole distance.

    Parameters
    ----------
    query
        The leg.
    pieces
        The ways of its pieces, in order, each with known durations.
    world
        Speeds.
    note
        What to tell the reader.
    """
    a, b = query.origin, query.destination
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    segments: tuple[Segment, ...] = ()
    events: tuple[BorderEvent, ...] = ()
    countries: list[str] = []
    at_km = 0.0
    for piece in pieces:
        events += tuple(replace(event, at_km=event.at_km + at_km) for event in piece.borders)
        segments += piece.segments
        at_km += piece.km
        countries += [code for code in piece.countries if not countries or code != countries[-1]]
    modes = dict.fromkeys(piece.mode for piece in pieces)
    limits = (limit_for(geodesic_km, mode, query.on, world.speeds) for mode in modes)
    return Route(
        mode=main_mode(pieces),
        segments=segments,
        km=max(geodesic_km, at_km),
        geodesic_km=geodesic_km,
        borders=events,
        time=chain([piece.time for piece in pieces], min(limits)),
        countries=tuple(countries),
        basis=MIXED,
        needs=tuple(dict.fromkeys(need for piece in pieces for need in piece.needs)),
        note=note,
    )


def main_mode(pieces: Iterable[Route]) -> str:
    """The means that covers most of the way."""
    km: dict[str, float] = {}
    for piece in pieces:
        km[piece.mode] = km.get(piece.mode, 0.0) + piece.km
    return max(km, key=lambda mode: km[mode])


def piece(mode: str, a: Place, b: Place, on: date | None, world: World, *, closures: Closures = OPEN) -> Route | None:
    """The best lawful way from one place to another by one means, with known durations; None without any.

    `closures` are borders that roads may not use.
    """
    query = LegQuery(a, b, on)
    found: Iterable[Route]
    if mode == "rail":
        found = (*by_services(query, world), *along_railways(query, world))
    elif mode == "ferry":
        from wayproof.travel.sea_routes import by_water

        found = by_water(query, mode, world)
    elif mode in AIR_MODES:
        from wayproof.travel.air_routes import by_air

        found = (by_air(replace(query, modes=(mode,)), mode, world),)
    else:
        found = routes_by_road(query, mode, world, most=2, closures=closures)
    lawful = [way for way in found if not way.needs and way.time.typical is not None]
    return min(lawful, key=lambda way: way.time.typical or way.time.limit, default=None)


def local_piece(a: Place, b: Place, on: date | None, world: World) -> Route:
    """The way by road to a station, airport or port near by, or on from one, where no road need be looked for."""
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    road_km = km * LOCAL_FACTOR
    line = ((a.lat, a.lon), (b.lat, b.lon))
    segment = Segment("car", line, road_km, ACCESS)
    return Route("car", (segment,), road_km, km, (), access_time(road_km, on, world.speeds), (), ACCESS)
