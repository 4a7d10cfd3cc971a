"""Vehicles where no road is known: over ice, through desert and forest, at the pace of those who hauled theirs.

Whoever drives could have walked: where land or ice joins the ends, there is a time in which people have brought
vehicles from one to the other. It is an outer bound and no estimate of a drive: beside a road that the data lack it is
far too long. So it can bear a story out, and never speaks against one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.travel.border_events import border_events, countries_of
from wayproof.travel.durations import DRIVEN, GEODESIC_ESTIMATE, NO_ROAD_DATA, Part, TravelTime, limit_for
from wayproof.travel.needs import unlawful
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.water import ICE_NORTH_DEG, unfrozen_water_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.world.atlas import World

TRACKLESS = "trackless land"
"""The basis of a way for vehicles where no road is known."""
ICE = "ice"
ICE_COUNTRIES = frozenset({"AQ", "GL"})
"""Lands that are ice but for their rims."""
ICE_SOUTH_DEG = -60.0
WET_SHARE = 0.35
"""So much of the straight line may be water between places of one land: who drives goes round it."""
BAYS_SHARE = 0.03
"""So much of the straight line over ice may be bays and shelves that are drawn as sea."""
LAND_DEG, SHORE_DEG, BOX_DEG = 0.02, 0.1, 2.0
"""How finely land is looked at, how far off it a place on the shore may lie, and how far round the ends."""
SHORTEST_KM = 50.0
"""On a shorter way a road that the data lack is likelier than none."""
STRAY_KM, STRAY_SHARE = 10.0, 0.1
"""A shorter stay abroad, in km and as a share of the way, is a straight line that cuts a bend of the border."""
STEP_KM = 25.0
HALF_TURN = 180.0


def over_trackless_land(query: LegQuery, known: Sequence[Route], world: World) -> Iterator[Route]:
    """The way of vehicles over land or ice without a road; none where another way is known, or water lies between.

    Its brisk duration is the pace of the quickest who are known: what a determined driver can do there, nobody knows.

    Parameters
    ----------
    query
        The leg; only vehicles that it names count.
    known
        The ways that were found.
    world
        Borders, coasts, speeds.
    """
    told = [mode for mode in query.modes if mode in DRIVEN and world.speeds.records.exists(mode, query.on)]
    driven = [segment for route in known if route.mode in told for segment in route.segments]
    # Where roads lead most of the way the data lack one, and nobody hauls.
    if not told or any(route.time.brisk is not None for route in known) or any(map(_is_road, driven)):
        return
    a, b = query.origin, query.destination
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
    wet_km = unfrozen_water_km(line, world.borders, query.on)
    if km < SHORTEST_KM or (wet_km > bays_km(query, world) and not _on_one_land(query, wet_km / km, world)):
        return
    surface = ICE if is_icy(query, world) else TRACKLESS
    for mode in told:
        yield _hauled(query, mode, surface, line, world)


def _hauled(query: LegQuery, mode: str, surface: str, line: tuple[tuple[float, float], ...], world: World) -> Route:
    a, b, speeds = query.origin, query.destination, world.speeds
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    hauled_km = km * speeds.value("path factor", "car", "typical", surface, query.on)
    daily = speeds.find("daily distance", "car", surface, query.on)
    limit = limit_for(km, mode, query.on, speeds)
    least, took = (
        max(limit, timedelta(days=hauled_km / speeds.value("daily distance", "car", bound, surface, query.on)))
        for bound in ("brisk", "typical")
    )
    events = border_events(line, mode, query.on, world, shortest_stay_km=min(STRAY_KM, km * STRAY_SHARE))
    return Route(
        mode=mode,
        segments=(Segment(mode, line, hauled_km, GEODESIC_ESTIMATE),),
        km=hauled_km,
        geodesic_km=km,
        borders=events,
        time=TravelTime(limit, least, took, (Part("driving", limit, least, took),), (daily.source,) if daily else ()),
        countries=countries_of(events, a.country or world.borders.country_at(a.lat, a.lon)),
        basis=TRACKLESS,
        needs=("needs a vehicle that gets over land without a road", *unlawful(events, query.on, world)),
        note="no road is known: the time in which people hauled vehicles through; by a road it is far less",
    )


def _is_road(segment: Segment) -> bool:
    return segment.basis != NO_ROAD_DATA


def bays_km(query: LegQuery, world: World) -> float:
    """So many km of water on the straight line part nothing: bays, river mouths, and over ice shelves drawn as sea."""
    unnoticed_km = world.speeds.value("water crossed unnoticed", "*", "typical")
    if not is_icy(query, world):
        return unnoticed_km
    a, b = query.origin, query.destination
    return max(unnoticed_km, distance_km(a.lat, a.lon, b.lat, b.lon) * BAYS_SHARE)


def is_icy(query: LegQuery, world: World) -> bool:
    """Whether both ends lie in a land of ice or on the polar pack."""
    return all(
        end.lat <= ICE_SOUTH_DEG
        or end.lat >= ICE_NORTH_DEG
        or world.borders.country_at(end.lat, end.lon) in ICE_COUNTRIES
        for end in (query.origin, query.destination)
    )


def _on_one_land(query: LegQuery, wet_share: float, world: World) -> bool:
    """Whether both ends lie on one piece of land, and the water between them is a bay of it."""
    import shapely

    ends = (query.origin, query.destination)
    lats, lons = [end.lat for end in ends], [end.lon for end in ends]
    if wet_share > WET_SHARE or max(lons) - min(lons) > HALF_TURN:
        return False
    west, east = max(min(lons) - BOX_DEG, -HALF_TURN), min(max(lons) + BOX_DEG, HALF_TURN)
    box = (west, max(min(lats) - BOX_DEG, -HALF_TURN / 2), east, min(max(lats) + BOX_DEG, HALF_TURN / 2))
    pieces = world.borders.land_within(box, tolerance_deg=LAND_DEG).geoms
    spots = [shapely.Point(end.lon, end.lat) for end in ends]
    return any(all(shapely.distance(piece, spot) <= SHORE_DEG for spot in spots) for piece in pieces)
