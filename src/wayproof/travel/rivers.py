"""Large rivers in the way of those who go across country."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.travel.durations import PACES, ZERO, Part, TravelTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.world.atlas import World
    from wayproof.world.cartography import River

TOLERANCE_DEG = 0.004
"""The finest courses that the map has; they are good to a few kilometres."""
HALF_TURN = 180.0
MARGIN_DEG = 0.05


def rivers_crossed(line: Sequence[tuple[float, float]], world: World) -> tuple[River, ...]:
    """The large rivers that a line of (lat, lon) crosses, the longest first; () for one over the date line."""
    import shapely

    lats, lons = [lat for lat, _ in line], [lon for _, lon in line]
    if max(lons) - min(lons) > HALF_TURN:
        return ()
    box = (min(lons) - MARGIN_DEG, min(lats) - MARGIN_DEG, max(lons) + MARGIN_DEG, max(lats) + MARGIN_DEG)
    path = shapely.LineString([(lon, lat) for lat, lon in line])
    near = world.borders.rivers_within(box, tolerance_deg=TOLERANCE_DEG)
    return tuple(river for river in near if shapely.intersects(path, river.course))


def needs_over(rivers: Sequence[River]) -> tuple[str, ...]:
    """What the rivers ask for."""
    if not rivers:
        return ()
    names = list(dict.fromkeys(river.name or "a large river" for river in rivers))
    return (f"needs a bridge, a boat or ice to cross {', '.join(names)}",)


def held_up_by(rivers: Sequence[River], time: TravelTime, world: World) -> TravelTime:
    """The time of a way across country with that of getting over its rivers; unchanged where it is not known."""
    if not rivers or time.brisk is None or time.typical is None:
        return time
    hours = [len(rivers) * world.speeds.value("river crossing", "*", pace) for pace in PACES]
    brisk, typical = (timedelta(hours=one) for one in hours)
    parts = (*time.parts, Part("rivers", ZERO, brisk, typical))
    return TravelTime(time.limit, time.brisk + brisk, time.typical + typical, parts, time.sources)
