"""How long a way by road takes: on the roads, on the ferries, at the borders; and where local roads are missing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.travel.durations import GEODESIC_ESTIMATE, ZERO, Part, TravelTime, chain, limit_for, travel_time
from wayproof.travel.road_drawing import FERRY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.routes import LegQuery, Segment
    from wayproof.world.atlas import World


def road_time(
    query: LegQuery,
    mode: str,
    geodesic_km: float,
    *,
    segments: Sequence[Segment],
    borders: Sequence[BorderEvent],
    world: World,
    local: bool = False,
) -> TravelTime:
    """Driving or walking on the roads, the published times of ferries and shuttles, the waits.

    Parameters
    ----------
    query
        The leg; its day selects speeds and waits.
    mode
        The way of travel.
    geodesic_km
        Straight distance between the ends.
    segments
        The stretches of the way, ferries among them.
    borders
        The borders on it.
    world
        Speeds.
    local
        Whether local roads near an end are missing: the length of the way proves nothing then, and the straight
        distance is stretched as roads usually are.
    """
    on, speeds = query.on, world.speeds
    if local:
        return travel_time(
            mode,
            geodesic_km,
            geodesic_km,
            on=on,
            speeds=speeds,
            by_country=[(segment.country, segment.km) for segment in segments],
            borders=borders,
            basis=GEODESIC_ESTIMATE,
        )
    roads = [segment for segment in segments if segment.basis != FERRY]
    crossings = [segment for segment in segments if segment.basis == FERRY]
    road_km = sum(segment.km for segment in roads)
    by_road = travel_time(
        mode,
        min(geodesic_km, road_km),
        road_km,
        on=on,
        speeds=speeds,
        by_country=[(segment.country, segment.km) for segment in roads],
        borders=borders,
    )
    if not crossings:
        return by_road
    carried = [_carried(segment, world) for segment in crossings]
    return chain([by_road, *carried], limit_for(geodesic_km, mode, on, speeds))


BRISK_CROSSING = 0.85
"""Share of the published time of a crossing on a good day: timetables keep room for tide, weather and berths (Dover to
Calais, published as 90 minutes, is made in 75)."""


def _carried(segment: Segment, world: World) -> TravelTime:
    """The crossing time as published, or on a good day, and getting on board; nothing of it counts for the limit."""
    moving = _hours(segment.hours or 0.0)
    boarding = [world.speeds.value("overhead", segment.mode, pace) for pace in ("brisk", "typical")]
    parts = (
        Part(segment.link or segment.mode, ZERO, moving * BRISK_CROSSING, moving),
        Part(f"boarding, {segment.link or segment.mode}", ZERO, *map(_hours, boarding)),
    )
    brisk, typical = moving * BRISK_CROSSING + _hours(boarding[0]), moving + _hours(boarding[1])
    return TravelTime(ZERO, brisk, typical, parts, (segment.source,) if segment.source else ())


def _hours(hours: float) -> timedelta:
    return timedelta(hours=hours)
