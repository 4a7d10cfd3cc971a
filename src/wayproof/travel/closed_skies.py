"""Flights round the skies that were shut: the shortest line over the globe that keeps out of them.

Whose aircraft it is decides: a sky shut to all civil aircraft is gone round by everybody; one shut to the carriers of
some countries only where the carriers of both ends are among them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.world.geodesy import EQUATORIAL_RADIUS_KM, geodesic_points, line_distances_km
from wayproof.world.regimes import AIRLINERS, UNION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from wayproof.world.airports import Airport, Closure
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

    End = Airport | Place
    Position = tuple[float, float]
    Points = NDArray[np.float64]

EVERYBODY: Final = "*"
ABROAD: Final = "flights abroad"
"""Whom a closure is for that leaves the flights inside the country alone: an embargo, and what only flies over it."""
SCHEDULED: Final = "air"
"""Flown by the carriers of a country, which skies are shut to."""
STATE: Final = "military_jet"
"""Aircraft of states fly where civil ones may not."""

STEPS: Final = 48
"""The straight way is cut into so many steps; the line can bend at points so far apart, on both sides of it."""
BEFORE, ASIDE = 0.5, 1.2
"""Lines are looked for so many times the straight way behind the start and beyond the goal, and to both sides."""
MOST_ASIDE: Final = math.radians(85)
MOVES: Final = ((1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (2, -1), (1, 2), (1, -2))
"""From point to point in the grid; each counts in both directions."""
LOOKED_AT: Final = (0.25, 0.5, 0.75)
"""Where between two points a closed sky is looked for."""
LOOK_KM: Final = 25.0
"""A finished line is looked at every so many km."""
COAST_DEG: Final = 0.2
"""Closed skies are counted from so far inside: the air beyond the coast is free, and outlines are rounded."""
TOLERANCE_DEG: Final = 0.02
"""Outlines of territories are simplified so far, and widened as far again so that neighbours overlap."""
SHORT_KM: Final = 3000.0
"""For a flight no longer than this, closed skies count within a box round it."""
MOST_LATITUDE: Final = 80.0
HALF_TURN: Final = 180.0
STEP_KM: Final = 50.0
"""Distance between the drawn points."""


@dataclass(frozen=True, slots=True)
class Flown:
    """A line that an aircraft can have taken on a day.

    Attributes
    ----------
    line
        (lat, lon), the airfields first and last.
    km
        Its length.
    round_about
        The closures that it goes round; () where the straight way was free.
    blocked
        The closures that leave no way; the line is then the straight one.
    """

    line: tuple[Position, ...]
    km: float
    round_about: tuple[Closure, ...] = ()
    blocked: tuple[Closure, ...] = ()


def flown(departure: End, arrival: End, mode: str, on: date | None, world: World) -> Flown:
    """The shortest line between two airfields outside the skies that were shut to such a flight on the day.

    The skies over the ends themselves are another matter: a flight can go round a country, not round its own airfields.

    Parameters
    ----------
    departure, arrival
        The airfields, or the places where an aircraft needs none.
    mode
        The way of flying.
    on
        The day; None for no closures.
    world
        Closures, borders, memberships.
    """
    line = geodesic_points(departure.lat, departure.lon, arrival.lat, arrival.lon, step_km=STEP_KM)
    straight = Flown(line, _km(line))
    if on is None or mode == STATE:
        return straight
    shut = _shut(departure, arrival, mode, on, world)
    if not shut:
        return straight
    looked = geodesic_points(*line[0], *line[-1], step_km=LOOK_KM)
    # Outlines are large: those of skies far from the line are not unpacked.
    near = [closure for closure in shut if _may_hold(closure, looked, world)]
    met = [closure for closure in near if _inside(_area(closure, world), looked)[1:-1].any()]
    whole = _all_of(_clipped([_area(closure, world) for closure in shut], line)) if met else None
    if whole is None or not _inside(whole, looked)[1:-1].any():
        return straight
    bent = _round(line[0], line[-1], whole)
    if bent is None:
        return Flown(line, straight.km, (), tuple(met))
    drawn = [
        point
        for at, (a, b) in enumerate(pairwise(bent))
        for point in geodesic_points(*a, *b, step_km=STEP_KM)[1 if at else 0 :]
    ]
    return Flown(tuple(drawn), _km(drawn), tuple(met))


def shut_between(countries: tuple[str, str], on: date | None, world: World) -> Closure | None:
    """The closure of one country's sky to the carriers of the other; None where there is none."""
    a, b = countries
    if on is None or a == b:
        return None
    sky = world.airports.airspace
    pairs = ((closure, other) for held, other in ((b, a), (a, b)) for closure in sky.closures(held, on))
    return next((closure for closure, other in pairs if binds(closure, other, on, world)), None)


def shuts_out(closure: Closure, ends: tuple[str | None, str | None], on: date | None, world: World) -> bool:
    """Whether a closure over one end of a flight is for every civil aircraft, or for all that go abroad as it does.

    Parameters
    ----------
    closure
        A sky that was shut over one of the ends.
    ends
        The countries of both.
    on
        The day: countries of one state then are not abroad from each other.
    world
        Memberships.
    """
    if closure.closed_to != ABROAD:
        return closure.closed_to == EVERYBODY
    a, b = ends
    return a != b and (a is None or b is None or world.regimes.open_area(a, b, on, mode=SCHEDULED) is None)


def binds(closure: Closure, country: str, on: date, world: World) -> bool:
    """Whether a closure names the carriers of a country."""
    carriers = closure.closed_to.split("/")
    return country in carriers or (UNION in carriers and world.regimes.in_union(country, on))


def _shut(departure: End, arrival: End, mode: str, on: date, world: World) -> list[Closure]:
    """The closures that bind the flight, but for those that hold one of its ends."""
    found = []
    for closure in world.airports.airspace.all:
        if not closure.holds_on(on) or any(_holds(closure, end) for end in (departure, arrival)):
            continue
        everybody = closure.closed_to == EVERYBODY
        carriers = mode in AIRLINERS and all(
            binds(closure, end.country or "", on, world) for end in (departure, arrival)
        )
        if everybody or carriers:
            found.append(closure)
    return found


def _holds(closure: Closure, end: End) -> bool:
    """Whether a closure shut the sky over an airfield."""
    return closure.airspace == end.country and (not closure.outline or closure.covers((end.lat, end.lon)))


def _may_hold(closure: Closure, line: Sequence[Position], world: World) -> bool:
    """Whether a point of the line lies within the bounds of a closed sky."""
    boxes = [part.bounds for part in world.borders.parts(closure.airspace)]
    if closure.outline:
        lats, lons = zip(*closure.outline, strict=True)
        boxes = [(min(lons), min(lats), max(lons), max(lats))]
    points = np.asarray(line)
    for west, south, east, north in boxes:
        tall = (points[:, 0] >= south) & (points[:, 0] <= north)
        wide = (
            (points[:, 1] >= west) & (points[:, 1] <= east)
            if west <= east
            else (points[:, 1] >= west) | (points[:, 1] <= east)
        )
        if (tall & wide).any():
            return True
    return False


def _area(closure: Closure, world: World) -> BaseGeometry:
    """The closed sky in lon, lat."""
    import shapely

    if closure.outline:
        return shapely.Polygon([(lon, lat) for lat, lon in closure.outline])
    return _territory(world, closure.airspace)


@lru_cache(maxsize=64)
def _territory(world: World, country: str) -> BaseGeometry:
    """The territory of a country, a little rounded and widened so that neighbours overlap, in lon, lat."""
    import shapely

    return shapely.buffer(shapely.simplify(world.borders.polygon(country), TOLERANCE_DEG), TOLERANCE_DEG)


def _clipped(areas: Iterable[BaseGeometry], line: Sequence[Position]) -> list[BaseGeometry]:
    """The parts of closed skies near a short flight; all for a long one, or one near a pole or the date line."""
    import shapely

    km, lats, lons = _km(line), [lat for lat, _ in line], [lon for _, lon in line]
    tall = math.degrees(km * (BEFORE + ASIDE) / EQUATORIAL_RADIUS_KM)
    south, north = min(lats) - tall, max(lats) + tall
    if km > SHORT_KM or max(-south, north) >= MOST_LATITUDE:
        return list(areas)
    wide = tall / math.cos(math.radians(max(-south, north)))
    west, east = min(lons) - wide, max(lons) + wide
    if west < -HALF_TURN or east > HALF_TURN:
        return list(areas)
    return [part for area in areas if not (part := shapely.clip_by_rect(area, west, south, east, north)).is_empty]


def _all_of(areas: Iterable[BaseGeometry]) -> BaseGeometry:
    """Closed skies as one area, from a little inside its edge; the smallest to their edges."""
    import shapely

    whole = shapely.union_all(list(areas))
    inner = shapely.buffer(whole, -TOLERANCE_DEG - COAST_DEG)
    shape = whole if inner.is_empty else inner
    shapely.prepare(shape)
    return shape


def _inside(area: BaseGeometry, line: Sequence[Position] | Points) -> NDArray[np.bool_]:
    import shapely

    points = np.asarray(line, dtype=np.float64)
    return np.asarray(shapely.contains_xy(area, points[:, 1], points[:, 0]))


def _round(start: Position, goal: Position, area: BaseGeometry) -> list[Position] | None:
    """The corners of the shortest free line between two positions; None where there is none.

    The line is looked for on a grid of meridians and parallels turned so that the straight way is its equator.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    unit, shape, ends = _grid(start, goal)
    free = ~_inside(area, _positions(unit))
    free[list(ends)] = True
    tails, heads = _edges(shape)
    open_ = free[tails] & free[heads]
    tails, heads = tails[open_], heads[open_]
    for share in LOOKED_AT:
        between = unit[tails] * (1 - share) + unit[heads] * share
        own = np.isin(tails, ends) | np.isin(heads, ends)
        kept = own | ~_inside(area, _positions(between / np.linalg.norm(between, axis=1, keepdims=True)))
        tails, heads = tails[kept], heads[kept]
    length = np.linalg.norm(unit[tails] - unit[heads], axis=1)
    size = len(unit)
    graph: csr_array[np.float64, tuple[int, int]] = csr_array((length, (tails, heads)), shape=(size, size))
    far, before = dijkstra(graph, directed=False, indices=np.array([ends[0]]), return_predecessors=True)
    if not np.isfinite(far[0, ends[1]]):
        return None
    way = [ends[1]]
    while way[-1] != ends[0]:
        way.append(int(before[0, way[-1]]))
    inner = [(float(lat), float(lon)) for lat, lon in _positions(unit[way[-2:0:-1]])]
    return _pulled_tight([start, *inner, goal], area)


def _grid(start: Position, goal: Position) -> tuple[Points, tuple[int, int], tuple[int, int]]:
    """Unit vectors of the grid's points, its shape (along, aside), and the numbers of start and goal."""
    a, b = _unit(np.array([start, goal]))
    normal = np.cross(a, b)
    normal /= np.linalg.norm(normal)
    east = np.cross(normal, a)
    whole = math.atan2(float(np.dot(b, east)), float(np.dot(a, b)))
    step = whole / STEPS
    behind = min(int(BEFORE * STEPS), int((2 * math.pi - whole) / 2 / step) - 1)
    aside = int(min(ASIDE * whole, MOST_ASIDE) / step)
    along, across = np.arange(-behind, STEPS + behind + 1) * step, np.arange(-aside, aside + 1) * step
    u, v = (part.ravel()[:, None] for part in np.meshgrid(along, across, indexing="ij"))
    unit = np.cos(v) * (np.cos(u) * a + np.sin(u) * east) + np.sin(v) * normal
    width = len(across)
    return unit, (len(along), width), (behind * width + aside, (behind + STEPS) * width + aside)


def _edges(shape: tuple[int, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs of points of a grid that one move joins."""
    number = np.arange(shape[0] * shape[1]).reshape(shape)
    tails, heads = [], []
    for along, aside in MOVES:
        first = number[: shape[0] - along, max(0, -aside) : shape[1] - max(0, aside)]
        second = number[along:, max(0, aside) : shape[1] + min(0, aside)]
        tails.append(first.ravel())
        heads.append(second.ravel())
    return np.concatenate(tails), np.concatenate(heads)


def _pulled_tight(corners: list[Position], area: BaseGeometry) -> list[Position]:
    """The line with every corner left out that is not needed to keep out of the closed skies."""
    kept, at = [corners[0]], 0
    while at < len(corners) - 1:
        beyond = range(len(corners) - 1, at + 1, -1)
        ahead = next((to for to in beyond if _free(corners[at], corners[to], area)), at + 1)
        kept.append(corners[ahead])
        at = ahead
    return kept


def _free(a: Position, b: Position, area: BaseGeometry) -> bool:
    line = geodesic_points(*a, *b, step_km=LOOK_KM)
    # The ends may lie at the very border of a closed sky.
    return not _inside(area, line)[1:-1].any()


def _unit(positions: Points) -> Points:
    lat, lon = np.radians(positions[:, 0]), np.radians(positions[:, 1])
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _positions(unit: Points) -> Points:
    return np.column_stack([np.degrees(np.arcsin(unit[:, 2])), np.degrees(np.arctan2(unit[:, 1], unit[:, 0]))])


def _km(line: Sequence[Position]) -> float:
    return float(line_distances_km([lat for lat, _ in line], [lon for _, lon in line])[-1])
