"""Ways for boats along large rivers, over lakes, and from a river's mouth over the sea."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from wayproof.travel.water_crossings import Crossing
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.sphere import great_circle_km
from wayproof.world.water import water_km

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.travel.routes import LegQuery
    from wayproof.travel.water_crossings import Position
    from wayproof.world.atlas import World
    from wayproof.world.inland_waters import InlandSearch, InlandWay

INLAND_WATERS = "inland waters"
"""The basis of a way along rivers and over lakes."""
UPSTREAM, DOWNSTREAM, STILL_WATER = "upstream", "downstream", "still water"
"""What the water does, as the table of speeds has it; still water has the speeds of the sea."""
INLAND_KM = 30.0
"""A stretch of a lane at an end, so long and mostly over land, stands for a river of which nothing is known."""
LAND_SHARE = 0.5
"""A stretch with less water than this share is a way over land."""
LOOKED_AT = 3
"""So many stretches at each end are looked at."""
MOUTHS, TRIED = 3, 3
"""So many mouths at each end come into question, and so many pairs of them are tried."""
MOST_DETOUR, NEAR_KM = 3.0, 150.0
"""A way so many times as long as the straight line, and so many km more, goes by another water than the boat did."""
STEP_KM = 20.0
CAVEAT = "the level of the water, ice and locks are not counted"


class _Shore(NamedTuple):
    """Where a way reaches the sea, and the river that led there; None for an end at the sea."""

    at: Position
    river: InlandWay | None

    @property
    def km(self) -> float:
        return self.river.km if self.river is not None else 0.0


def by_inland_waters(query: LegQuery, world: World, *, sea: bool) -> Crossing | None:
    """The way along rivers and over lakes, and over the sea if need be; None where none is known but a long detour.

    Parameters
    ----------
    query
        The leg.
    world
        Rivers, lakes, sea lanes, speeds.
    sea
        Whether the sea counts too.
    """
    found = _found(query, world, sea=sea)
    a, b = query.origin, query.destination
    if found is None or found.km > distance_km(a.lat, a.lon, b.lat, b.lon) * MOST_DETOUR + NEAR_KM:
        return None
    return found


def _found(query: LegQuery, world: World, *, sea: bool) -> Crossing | None:
    waters = world.inland_waters
    a, b = ((end.lat, end.lon) for end in (query.origin, query.destination))
    if waters is None or not waters.size:
        return None
    search = waters.search(a, b, query.on)
    way = search.way()
    if way is not None:
        return _told([way], way.geometry, 0.0, world)
    if not sea or world.sealanes is None:
        return None
    from_a = [_Shore(a, None), *_shores(search, waters.mouths.tolist(), b)]
    back = waters.search(b, None, query.on) if waters.ways_in(b) else None
    to_b = [_Shore(b, None), *(_shores(back, waters.mouths.tolist(), a) if back is not None else ())]
    pairs = [(one, other) for one in from_a for other in to_b if one.river is not None or other.river is not None]
    pairs.sort(key=lambda pair: pair[0].km + distance_km(*pair[0].at, *pair[1].at) + pair[1].km)
    for one, other in pairs[:TRIED]:
        found = _over_sea(one, other, query.on, world)
        if found is not None:
            return found
    return None


def _shores(search: InlandSearch, mouths: Sequence[int], towards: Position) -> list[_Shore]:
    """The mouths of rivers that lead from the start, those first that make the shortest way."""
    lat, lon = search.points
    reached = [node for node in mouths if math.isfinite(search.km[node])]
    whole = search.km[reached] + great_circle_km(lat[reached], lon[reached], *towards)
    nearest = [reached[at] for at in np.argsort(whole, kind="stable")[:MOUTHS].tolist()]
    return [_Shore((float(lat[node]), float(lon[node])), search.way(node)) for node in nearest]


def _over_sea(one: _Shore, other: _Shore, on: date | None, world: World) -> Crossing | None:
    from wayproof.world.sealanes import sea_way

    sea = sea_way(one.at, other.at, on, lanes=world.sealanes, coasts=world.borders)
    if sea is None:
        return None
    # From where a course is drawn to end the mouth may widen for long.
    outside = sea.geometry[1 if one.river is not None else 0 : -1 if other.river is not None else None]
    if runs_inland(outside, world):
        return None
    first = one.river.geometry if one.river is not None else ()
    last = other.river.geometry[::-1] if other.river is not None else ()
    whole = (*first, *sea.geometry, *last)
    line = tuple(at for n, at in enumerate(whole) if n == 0 or at != whole[n - 1])
    back = other.river
    turned = None if back is None else back._replace(down_km=back.up_km, up_km=back.down_km, rivers=back.rivers[::-1])
    return _told([way for way in (one.river, turned) if way is not None], line, sea.km, world)


def _told(ways: Sequence[InlandWay], line: tuple[Position, ...], sea_km: float, world: World) -> Crossing:
    """The whole way; courses are drawn with fewer bends than rivers have."""
    bends = world.speeds.value("bends of a river", "*", "typical")
    up_km, down_km, river_km = (
        sum(kms) * bends for kms in zip(*((way.up_km, way.down_km, way.river_km) for way in ways), strict=True)
    )
    still_km = sea_km + sum(way.km - way.river_km for way in ways) + river_km - up_km - down_km
    currents = ((UPSTREAM, up_km), (DOWNSTREAM, down_km), (STILL_WATER, still_km))
    names = list(dict.fromkeys(f"the {name}" for way in ways for name in way.rivers))
    by = (
        f"by {', '.join(names[:-1])} and {names[-1]}"
        if len(names) > 1
        else f"by {names[0]}"
        if names
        else "over the lake"
    )
    kept: tuple[tuple[str | None, float], ...] = tuple((name, km) for name, km in currents if km > 0)
    return Crossing(line, up_km + down_km + still_km, INLAND_WATERS, note=f"{by}; {CAVEAT}", currents=kept)


def runs_inland(line: Sequence[Position], world: World) -> bool:
    """Whether an end of a way along sea lanes runs over land for long: up a river that may or may not carry a boat."""
    edges = list(pairwise(line))
    for a, b in {*edges[:LOOKED_AT], *edges[-LOOKED_AT:]}:
        km = distance_km(*a, *b)
        if km > INLAND_KM and water_km(geodesic_points(*a, *b, step_km=STEP_KM), world.borders) < km * LAND_SHARE:
            return True
    return False
