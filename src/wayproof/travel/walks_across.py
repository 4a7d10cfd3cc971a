"""On foot where vehicles cannot pass: over a post for walkers, over a green border, across a country without roads.

Who goes so drives to the last road, walks, and drives on from the first road beyond. Where to walk is found by a search
over all roads that can be reached from either end: the least time counts, the slow walk most of all.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.travel.border_events import KnownPassage, border_events, passage_event
from wayproof.travel.durations import GEODESIC_ESTIMATE, travel_time
from wayproof.travel.needs import green_needs
from wayproof.travel.pieces import joined_pieces, piece
from wayproof.travel.rivers import held_up_by, needs_over, rivers_crossed
from wayproof.travel.road_routes import Closures
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.world.country_names import border_name
from wayproof.world.crossings import CLOSED, OPEN, RESTRICTED
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.places import point
from wayproof.world.road_trees import RoadSearch, shut_roads
from wayproof.world.snapping import DEGREE
from wayproof.world.sphere import MEAN_RADIUS_KM
from wayproof.world.water import water_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from wayproof.travel.border_events import BorderEvent
    from wayproof.world.atlas import World
    from wayproof.world.crossings import Crossing
    from wayproof.world.places import Place
    from wayproof.world.snapping import Snap

    Floats = NDArray[np.float64]
    Nodes = NDArray[np.integer[Any]]
    Position = tuple[float, float]

FOOT, CAR = "foot", "car"
ROAD_KMH = 60.0
"""Speed at which the roads to the walk and on from it are weighed."""
LONGEST_WALK_KM = 60.0
"""A green border is crossed where at most so many km lie between two roads."""
LONGEST_GAP_KM = 160.0
"""A country without roads is crossed where at most so many km lie between two roads."""
POST_KM = 4.0
"""Who avoids the posts passes no nearer to one, nor to a road over the border."""
DRY_KM = 0.5
"""So much water on the straight walk may be the error of a coast line."""
FARTHEST_KM = 2500.0
"""Over longer straight ways oceans lie between, or a way by road is known."""
WET_SHARE = 0.15
"""Where no road leads on, a boat may help over so much of the way."""
WALKS_TRIED = 40
"""So many places to walk are looked at, best first."""
NEIGHBOURS = 4
"""So many road ends beyond are looked at from each road end."""
PASSED = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of a walk at which posts are looked for."""
STEP_KM = 5.0
WIDE_RATIO, WIDE_KM = 1.5, 150.0
"""Roads are searched round each end for so many times, and km, the straight way."""
FOOT_POSTS = 3
"""So many posts for walkers are tried, those least out of the way first."""


def over_foot_posts(query: LegQuery, pairs: Iterable[frozenset[str]], world: World) -> Iterator[Route]:
    """The ways by car to a post that lets walkers through and no cars, over it on foot, and on by another car.

    Parameters
    ----------
    query
        The leg.
    pairs
        The borders in question, as pairs of country codes.
    world
        Roads, posts, rules, speeds.
    """
    for pair in pairs:
        for post in _posts_for_walkers(query, pair, world)[:FOOT_POSTS]:
            route = _over_post(query, post, world)
            if route is not None:
                yield route


def _posts_for_walkers(query: LegQuery, pair: frozenset[str], world: World) -> list[Crossing]:
    """The posts of a border that were open to walkers and closed to cars on the day, least out of the way first."""
    if len(pair) != len(("a", "b")) or query.on is None:
        return []
    table, on = world.crossings, query.on
    open_ = [
        post
        for post in table.between(*sorted(pair))
        if post.lat is not None
        and post.lon is not None
        and post.usable_by(FOOT, on)
        and table.status_for(post, FOOT, on).status in {OPEN, RESTRICTED}
        and table.status_for(post, CAR, on).status == CLOSED
    ]
    ends = (query.origin, query.destination)

    def off_km(post: Crossing) -> float:
        return sum(distance_km(end.lat, end.lon, post.lat or 0.0, post.lon or 0.0) for end in ends)

    return sorted(open_, key=off_km)


def _over_post(query: LegQuery, post: Crossing, world: World) -> Route | None:
    lat, lon = post.lat or 0.0, post.lon or 0.0
    origin = world.borders.country_at(query.origin.lat, query.origin.lon) or query.origin.country
    here = post.country_a if origin == post.country_a or origin != post.country_b else post.country_b
    there = post.country_b if here == post.country_a else post.country_a
    sides = [world.roads.snap(lat, lon, country=code) for code in (here, there)]
    if sides[0] is None or sides[1] is None:
        return None
    before, after = _own_side(sides[0], here, post, world), _own_side(sides[1], there, post, world)
    line = ((before.lat, before.lon), (lat, lon), (after.lat, after.lon))
    event = passage_event(KnownPassage(here, there, lat, lon, 0.0, post.id), FOOT, query.on, world)
    walk = _walk(query.on, line, (event,), "road", world)
    drives = (piece(CAR, query.origin, before, query.on, world), piece(CAR, after, query.destination, query.on, world))
    if drives[0] is None or drives[1] is None:
        return None
    note = f"by car to {post.name}, over the border there on foot, and on by another car"
    return joined_pieces(query, (drives[0], walk, drives[1]), world, note=note)


def _own_side(snap: Snap, country: str, post: Crossing, world: World) -> Place:
    """The road end at a post that lies in the country by its border too: positions of both differ by some metres."""
    at = [world.roads.point(node) for node, _ in snap.ends if world.roads.country_of(node) == country]
    near = sorted(at, key=lambda one: distance_km(one[0], one[1], snap.lat, snap.lon))
    inside = (one for one in near if world.borders.country_at(*one) == country)
    return point(*next(inside, near[0] if near else (snap.lat, snap.lon)), name=post.name, country=country)


def over_green_border(query: LegQuery, pair: frozenset[str], world: World) -> Route | None:
    """By road to the border, over it on foot away from any post, and on by road; None where no such walk is known.

    Parameters
    ----------
    query
        The leg.
    pair
        The two countries: the walk leads out of one into the other.
    world
        Roads, borders, coasts, speeds.
    """
    network = world.roads
    codes = [code for code in sorted(pair) if code in network.codes]
    if len(codes) != len(("a", "b")):
        return None
    pairs, number = network.border_pairs
    rows = np.flatnonzero(np.isin(number, [at for at, one in enumerate(pairs) if frozenset(one) == pair])).tolist()
    reached = _reached(query, shut_roads(network, rows), world)
    if reached is None:
        return None
    posts = [network.border_point(row) for row in rows]
    named = world.crossings.between(*codes)
    posts += [(post.lat, post.lon) for post in named if post.lat is not None and post.lon is not None]
    home = world.borders.country_at(query.origin.lat, query.origin.lon)
    for first, last in sorted((codes, codes[::-1]), key=lambda both: both[0] != home)[: 1 if home in codes else 2]:
        sides = [_within(one, code, world) for one, code in zip(reached, (first, last), strict=True)]
        for a, b in _walks(sides[0], sides[1], LONGEST_WALK_KM, world, avoid=posts):
            route = _driven_and_walked(query, (a, first), (b, last), Closures(frozenset({pair})), world)
            if route is not None:
                return route
    return None


def across_a_gap(query: LegQuery, world: World) -> Route | None:
    """By road as far as roads lead, on foot to those of the other end, and on by road; None where water lies between.

    Parameters
    ----------
    query
        The leg, whose ends no road joins.
    world
        Roads, borders, coasts, speeds.
    """
    a, b = query.origin, query.destination
    if distance_km(a.lat, a.lon, b.lat, b.lon) > FARTHEST_KM:
        return None
    reached = _reached(query, np.empty(0, dtype=np.int64), world)
    if reached is None or np.isin(reached[0][0], reached[1][0], assume_unique=True).any():
        return None
    for here, there in _walks(reached[0], reached[1], LONGEST_GAP_KM, world, wet_share=WET_SHARE):
        sides = [(at, world.borders.country_at(*at)) for at in (here, there)]
        route = _driven_and_walked(query, sides[0], sides[1], Closures(), world)
        if route is not None:
            wet_km = water_km(geodesic_points(*here, *there, step_km=STEP_KM), world.borders)
            boat = f", {wet_km:.0f} km of them over water" if wet_km > DRY_KM else ""
            gap = f"needs {distance_km(*here, *there):.0f} km on foot where the data know no road{boat}"
            return replace(route, needs=(*route.needs, gap))
    return None


def _within(reached: tuple[Nodes, Floats], code: str, world: World) -> tuple[Nodes, Floats]:
    """The nodes of one country among those reached."""
    nodes, km = reached
    inside = world.roads.country[nodes] == world.roads.codes.index(code)
    return nodes[inside], km[inside]


def _reached(query: LegQuery, shut: Nodes, world: World) -> tuple[tuple[Nodes, Floats], tuple[Nodes, Floats]] | None:
    """The nodes that can be reached by road from each end, with the km; None where an end has no road."""
    network, ends = world.roads, (query.origin, query.destination)
    straight_km = distance_km(ends[0].lat, ends[0].lon, ends[1].lat, ends[1].lon)
    within_km = straight_km * WIDE_RATIO + WIDE_KM
    closed = np.concatenate([network.shut_arcs(query.on, ("ferry",)), shut])
    found = []
    for end in ends:
        country = world.borders.country_at(end.lat, end.lon) or end.country
        snap = network.snap(end.lat, end.lon, country=country)
        if snap is None:
            return None
        found.append(_tree(world, snap, closed, within_km))
    return found[0], found[1]


def _tree(world: World, snap: Snap, shut: Nodes, within_km: float) -> tuple[Nodes, Floats]:
    # A search from a point to itself goes out to half the length.
    trees = RoadSearch(world.roads, snap, snap, shut).trees(2 * within_km)
    near = np.isfinite(trees.out_km) & (trees.out_km <= within_km)
    return np.asarray(trees.nodes)[near].astype(np.int64), trees.out_km[near]


def _walks(
    here: tuple[Nodes, Floats],
    there: tuple[Nodes, Floats],
    longest_km: float,
    world: World,
    *,
    avoid: Sequence[Position] = (),
    wet_share: float = 0.0,
) -> Iterator[tuple[Position, Position]]:
    """Pairs of road ends between which one could walk, the quickest way in all first."""
    from scipy.spatial import cKDTree

    (a, a_km), (b, b_km) = here, there
    if not len(a) or not len(b):
        return
    network, speeds = world.roads, world.speeds
    a_xyz, b_xyz = (_xyz(network.lat[nodes] / DEGREE, network.lon[nodes] / DEGREE) for nodes in (a, b))
    most = min(NEIGHBOURS, len(b))
    found = cKDTree(b_xyz).query(a_xyz, k=most, distance_upper_bound=longest_km)
    km, near = (np.asarray(one).reshape(len(a), most) for one in found)
    rows, columns = np.nonzero(np.isfinite(km) & (km > 0))
    heads, apart = near[rows, columns], km[rows, columns]
    if avoid and len(rows):
        posts = cKDTree(_xyz(*np.array(avoid).T))
        clear = np.ones(len(rows), dtype=bool)
        for share in PASSED:
            between = a_xyz[rows] * (1 - share) + b_xyz[heads] * share
            clear &= posts.query(between)[0] >= POST_KM
        rows, heads, apart = rows[clear], heads[clear], apart[clear]
    surface = "cross-country"
    factor = speeds.value("path factor", FOOT, "typical", surface)
    hours = (a_km[rows] + b_km[heads]) / ROAD_KMH + apart * factor / speeds.value("speed", FOOT, "typical", surface)
    seen: set[tuple[float, ...]] = set()
    for at in np.argsort(hours, kind="stable").tolist():
        pair = (network.point(int(a[rows[at]])), network.point(int(b[heads[at]])))
        label = tuple(round(degree, 1) for end in pair for degree in end)
        if label in seen:
            continue
        seen.add(label)
        if len(seen) > WALKS_TRIED:
            return
        wet_km = water_km(geodesic_points(*pair[0], *pair[1], step_km=STEP_KM), world.borders)
        if wet_km <= max(DRY_KM, wet_share * float(apart[at])):
            yield pair


def _xyz(lat: Floats, lon: Floats) -> Floats:
    """Positions on a sphere, km: short straight lines between them are distances."""
    p, q = np.radians(lat), np.radians(lon)
    return MEAN_RADIUS_KM * np.column_stack([np.cos(p) * np.cos(q), np.cos(p) * np.sin(q), np.sin(p)])


def _driven_and_walked(
    query: LegQuery,
    first: tuple[Position, str | None],
    last: tuple[Position, str | None],
    closures: Closures,
    world: World,
) -> Route | None:
    """The way to one road end, the walk to the other, and the way on; None where a drive is not known."""
    before, after = (point(*at, country=code) for at, code in (first, last))
    line = geodesic_points(*first[0], *last[0], step_km=STEP_KM)
    events = border_events(line, FOOT, query.on, world)
    walk = _walk(query.on, line, events, "cross-country", world)
    drives = (
        piece(CAR, query.origin, before, query.on, world, closures=closures),
        piece(CAR, after, query.destination, query.on, world, closures=closures),
    )
    if drives[0] is None or drives[1] is None:
        return None
    green = [event for event in events if event.kind == "green"]
    borders = dict.fromkeys(border_name(one.from_country, one.to_country, world.gazetteer) for one in green)
    over = f" over the border {' and '.join(borders)}, away from any post, near {_at(green[0])}" if green else ""
    km = distance_km(*first[0], *last[0])
    note = f"by road to the last road, {km:.1f} km on foot{over}, and on by road"
    route = joined_pieces(query, (drives[0], walk, drives[1]), world, note=note)
    return replace(route, needs=tuple(dict.fromkeys((*route.needs, *green_needs(green, world)))))


def _at(event: BorderEvent) -> str:
    return f"{event.lat:.3f}, {event.lon:.3f}"


def _walk(
    on: date | None, line: Sequence[Position], events: Sequence[BorderEvent], surface: str, world: World
) -> Route:
    """The walk itself."""
    km = sum(distance_km(*a, *b) for a, b in pairwise(line))
    walked_km = km * world.speeds.value("path factor", FOOT, "typical", surface)
    straight_km = distance_km(*line[0], *line[-1])
    time = travel_time(
        FOOT,
        straight_km,
        km,
        on=on,
        speeds=world.speeds,
        borders=events,
        basis=GEODESIC_ESTIMATE,
        surface=surface,
    )
    rivers = rivers_crossed(line, world) if surface == "cross-country" else ()
    countries = tuple(dict.fromkeys(code for event in events for code in (event.from_country, event.to_country)))
    segment = Segment(FOOT, tuple(line), walked_km, GEODESIC_ESTIMATE)
    return Route(
        mode=FOOT,
        segments=(segment,),
        km=walked_km,
        geodesic_km=straight_km,
        borders=tuple(events),
        time=held_up_by(rivers, time, world),
        countries=countries,
        basis=GEODESIC_ESTIMATE,
        needs=needs_over(rivers),
    )
