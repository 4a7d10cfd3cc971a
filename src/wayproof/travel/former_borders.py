"""Borders of dissolved states on a way over roads or rails, which only know the countries of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.travel.border_events import former_events
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.travel.border_events import BorderEvent, Frontiers
    from wayproof.travel.routes import LegQuery, Segment
    from wayproof.world.places import Place


def with_former_borders(
    events: tuple[BorderEvent, ...], segments: Sequence[Segment], query: LegQuery, world: Frontiers
) -> tuple[BorderEvent, ...]:
    """The border events of a way and those at the borders of dissolved states that stood on the day, in order.

    Parameters
    ----------
    events
        The events at the borders of today.
    segments
        The way, in order.
    query
        The leg: its day (None leaves the events as they are), and its ends. A border inside an end, as through Berlin,
        is not told: the text does not say on which side of it the traveller was.
    world
        Borders with their dissolved states, crossings and rules.
    """
    on = query.on
    if on is None:
        return events
    found: list[BorderEvent] = []
    passed_km = 0.0
    for segment in segments:
        found += [
            event
            for event in former_events(segment.geometry, segment.mode, on, world, from_km=passed_km)
            if not any(_holds(end, event) for end in (query.origin, query.destination))
        ]
        passed_km += segment.km or distance_km(*segment.geometry[0], *segment.geometry[-1])
    return tuple(sorted((*events, *found), key=lambda event: event.at_km)) if found else events


def _holds(place: Place, event: BorderEvent) -> bool:
    return distance_km(place.lat, place.lon, event.lat, event.lon) <= place.extent_km
