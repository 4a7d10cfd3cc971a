"""Closed skies of which nobody is certain: only an ordinary traveller goes round them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.travel.durations import ZERO, Part, TravelTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.travel.closed_skies import Flown
    from wayproof.travel.routes import Route
    from wayproof.world.airports import Closure

UNCERTAIN_DETOUR = "round a sky whose closing is not certain"
"""Name of the part of a flight that only an uncertain closure asks for."""


def met(legs: Sequence[Flown]) -> tuple[Closure, ...]:
    """The closed skies on the straight way of flights, gone round or not."""
    return tuple(closure for leg in legs for closure in (*leg.round_about, *leg.blocked))


def not_held_up(route: Route, certain: Route) -> Route:
    """A flight with the time that it takes were the uncertain closures on its way none.

    Only an ordinary traveller goes round by them: what is recalled and not certain makes a flight tight at most.

    Parameters
    ----------
    route
        The flight under all closures.
    certain
        The flight under those alone that are certain.
    """
    free = certain.time
    if free.typical is None or route.time.typical is None:
        return replace(route, time=free)
    longer = max(ZERO, route.time.typical - free.typical)
    parts = (*free.parts, *((Part(UNCERTAIN_DETOUR, ZERO, ZERO, longer),) if longer else ()))
    sources = tuple(dict.fromkeys((*free.sources, *route.time.sources)))
    return replace(route, time=TravelTime(free.limit, free.brisk, free.typical + longer, parts, sources))
