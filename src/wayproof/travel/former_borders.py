"""Borders of dissolved states on a way over roads or rails, which only know the countries of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.travel.border_events import former_events
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.travel.border_events import BorderEvent, Frontiers
    from wayproof.travel.routes import Segment


def with_former_borders(
    events: tuple[BorderEvent, ...], segments: Sequence[Segment], on: date | None, world: Frontiers
) -> tuple[BorderEvent, ...]:
    """The border events of a way and those at the borders of dissolved states that stood on the day, in order.

    Parameters
    ----------
    events
        The events at the borders of today.
    segments
        The way, in order.
    on
        The day of passage; None leaves the events as they are.
    world
        Borders with their dissolved states, crossings and rules.
    """
    if on is None:
        return events
    found: list[BorderEvent] = []
    passed_km = 0.0
    for segment in segments:
        found += former_events(segment.geometry, segment.mode, on, world, from_km=passed_km)
        passed_km += segment.km or distance_km(*segment.geometry[0], *segment.geometry[-1])
    return tuple(sorted((*events, *found), key=lambda event: event.at_km)) if found else events
