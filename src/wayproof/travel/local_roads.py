"""Towns that lie off the roads of the network: the local road to them is missing, not the town out of reach.

Of the towns with more than 3,000 inhabitants one in sixteen lies farther than 20 km from any road of the data. Where
dry land joins it to the nearest road, there is a way by land; its length is estimated and proves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wayproof.errors import UnknownPlaceError
from wayproof.travel.road_drawing import FERRY
from wayproof.world.places import Kind
from wayproof.world.water import parted_by_sea

if TYPE_CHECKING:
    from wayproof.travel.road_drawing import RoadWay
    from wayproof.travel.routes import LegQuery
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

OFF_THE_ROADS_KM: Final = 100.0
"""Farther than this from the network even a town may be one that no road reaches."""
POST: Final = "crossing:"
"""What the identifier of a border post has before the one of its row."""
NOTE: Final = "the road data lack the roads near an end: straight distance times the usual detour"


def has_local_roads(way: RoadWay, query: LegQuery, world: World, *, far_km: float) -> bool:
    """Whether each end that is farther than `far_km` from the network is a town joined to it by dry land."""
    if any(segment.basis == FERRY for segment in way.segments):
        return False
    points = way.geometry
    ends = ((query.origin, points[1], way.snap_km[0]), (query.destination, points[-2], way.snap_km[1]))
    return all(
        km <= far_km
        or (
            km <= OFF_THE_ROADS_KM
            and (place.kind is Kind.CITY or _is_road_post(place, world))
            and not parted_by_sea((place.lat, place.lon), road, world.borders)
        )
        for place, road, km in ends
    )


def is_beside_post(query: LegQuery, geodesic_km: float, world: World) -> bool:
    """Whether one end is a road post so near that the long way round only shows that the data lack its road."""
    posts = any(_is_road_post(place, world) for place in (query.origin, query.destination))
    return posts and geodesic_km <= OFF_THE_ROADS_KM


def _is_road_post(place: Place, world: World) -> bool:
    """Whether a place is a border post by road, to which a road leads on either side; not one of a railway alone."""
    if place.kind is not Kind.CROSSING:
        return False
    try:
        return "road" in world.crossings.get(place.id.removeprefix(POST)).mode
    except UnknownPlaceError:
        return False  # a post that a caller made up, of which no row tells what passes there
