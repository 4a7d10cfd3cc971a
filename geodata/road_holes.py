"""Mends the holes of the road graph: stretches that its source lacks between neighbouring cities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import Delaunay, KDTree

from road_graph import DETOUR, EARTH_KM, geodesic_km, unit_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from road_graph import RoadGraph
    from road_repairs import Land

    Ints = NDArray[np.int64]
    Km = NDArray[np.float64]

CITY_REACH_KM = 8.0
"""A city farther from any junction says nothing about the roads."""
CELL_DEG = 0.35
"""Of the cities in so small a field of the map only the largest is asked."""
NEAREST_KM, FARTHEST_KM = 15.0, 300.0
"""Neighbouring cities are compared if they are so far apart."""
STRETCH, EXCESS_KM = 1.8, 40.0
"""Between neighbours the graph has a hole if its way is so many times, and km, longer than the straight line."""
NEAR_STRETCH = 1.6
"""The mended way is at most so many times as long as the straight line: else the hole is not there."""
GAP_KM, GAP_SHARE = 15.0, 0.35
"""Roads from both sides have to come so near to each other: in km, and as a part of the distance of the cities."""
GAP_WEIGHT = 3.0
"""A km of gap counts like so many km of road where one of several places to mend a hole is chosen."""
DRY_SHARE = 0.95
"""So much of the gap must be land; lakes are none."""
BANK_KM = 0.5
"""A wider gap over a river of the map is no hole: a bridge has to be known."""
STREETS_KM, STREETS_WAY_KM, STREET_GAP_KM = 6.0, 30.0, 4.0
"""Inside a city streets join all roads: where two junctions within the first km of its centre are farther apart along
the graph than the second, the roads are joined where they come within the third."""
ROUNDS = 3
DIVIDED = ("AZ", "CY", "EH", "GE", "MD")
"""Territories with a line through them that not every road passes."""


@dataclass(frozen=True, slots=True)
class City:
    """A city that should be joined to its neighbours."""

    lat: float
    lon: float
    country: str
    population: int


def mend_holes(graph: RoadGraph, cities: Sequence[City], land: Land) -> int:
    """Join roads that come near each other between neighbouring cities of one country; how many joins were made.

    The source keeps the greatest roads and drops stretches of them: where a trunk road is classed lower for some
    kilometres, it ends and begins again. A hole shows by the detour between two cities that are neighbours. It is
    mended where the roads from both sides end near each other, and the gap lies on land; mountains and gulfs leave
    wider gaps.
    """
    places, nodes = _on_network(graph, cities)
    pairs = _neighbours(places)
    made = 0
    for _ in range(ROUNDS):
        joins = _round(graph, nodes, pairs, land)
        graph.add_edges(joins)
        made += len(joins)
        if not joins:
            break
    return made


def _on_network(graph: RoadGraph, cities: Sequence[City]) -> tuple[list[City], Ints]:
    """The largest city of each field of the map, and the junction next to it in its own country."""
    fields: dict[tuple[int, int], City] = {}
    for city in sorted(cities, key=lambda city: (-city.population, city.lat, city.lon)):
        fields.setdefault((int(city.lat // CELL_DEG), int(city.lon // CELL_DEG)), city)
    chosen = list(fields.values())
    found: list[tuple[City, int]] = []
    by_country: dict[str, list[City]] = {}
    for city in chosen:
        by_country.setdefault(city.country, []).append(city)
    for code, some in sorted(by_country.items()):
        own = np.flatnonzero(graph.country == graph.codes.index(code)) if code in graph.codes else np.empty(0, np.int64)
        if not len(own):
            continue
        tree = KDTree(unit_vectors(graph.lat[own], graph.lon[own]))
        away, nearest = tree.query(unit_vectors(*np.array([(city.lat, city.lon) for city in some]).T))
        found += [
            (city, int(own[node]))
            for city, node, far in zip(some, nearest.tolist(), (away * EARTH_KM).tolist(), strict=True)
            if far <= CITY_REACH_KM
        ]
    return [city for city, _ in found], np.array([node for _, node in found], dtype=np.int64)


def _neighbours(places: Sequence[City]) -> dict[int, list[tuple[int, float]]]:
    """For each city its later neighbours in the same country, with the distance."""
    flat = np.array([(place.lon * 0.7, place.lat) for place in places])
    edges = {
        (min(int(a), int(b)), max(int(a), int(b)))
        for triangle in Delaunay(flat).simplices
        for a, b in ((triangle[0], triangle[1]), (triangle[1], triangle[2]), (triangle[2], triangle[0]))
    }
    found: dict[int, list[tuple[int, float]]] = {}
    for a, b in sorted(edges):
        if places[a].country == places[b].country and places[a].country not in DIVIDED:
            km = geodesic_km(places[a].lat, places[a].lon, places[b].lat, places[b].lon)
            if NEAREST_KM <= km <= FARTHEST_KM:
                found.setdefault(a, []).append((b, km))
    return found


def _round(
    graph: RoadGraph, nodes: Ints, pairs: dict[int, list[tuple[int, float]]], land: Land
) -> list[tuple[int, int, float]]:
    """The joins that the graph as it is needs."""
    both: csr_array = coo_matrix(
        (np.tile(graph.km, 2), (np.append(graph.tail, graph.head), np.append(graph.head, graph.tail))),
        shape=(graph.size, graph.size),
    ).tocsr()
    points = unit_vectors(graph.lat, graph.lon)
    gaps: list[tuple[float, int, int]] = []
    tree = KDTree(points)
    for a, node in enumerate(nodes.tolist()):
        others = pairs.get(a, [])
        widest = max((km for _, km in others), default=0.0)
        far = dijkstra(both, indices=node, limit=max(widest * STRETCH + EXCESS_KM, STREETS_WAY_KM))
        gap = _street(graph, points, far, np.array(tree.query_ball_point(points[node], STREETS_KM / EARTH_KM)), node)
        if gap is not None:
            gaps.append(gap)
        for b, km in others:
            if far[nodes[b]] > max(km * STRETCH, km + EXCESS_KM):
                gap = _gap(both, points, far, int(nodes[b]), km)
                if gap is not None:
                    gaps.append(gap)
    joins: dict[tuple[int, int], float] = {}
    for gap_km, u, v in sorted(gaps):
        a, b = (np.array([[graph.lat[end], graph.lon[end]]]) for end in (u, v))
        dry = float(land.share(a, b)[0]) >= DRY_SHARE and not (gap_km > BANK_KM and bool(land.over_river(a, b)[0]))
        if dry and graph.country[u] == graph.country[v]:
            joins.setdefault((min(u, v), max(u, v)), gap_km)
    return [(u, v, max(gap_km, 0.001) * DETOUR) for (u, v), gap_km in joins.items()]


def _street(graph: RoadGraph, points: Km, far: Km, around: Ints, node: int) -> tuple[float, int, int] | None:
    """Where roads of a city that the graph does not join come nearest: the gap in km and its two ends."""
    own = np.sort(around[graph.country[around] == graph.country[node]])
    if graph.codes[graph.country[node]] in DIVIDED:
        return None
    joined, apart = own[far[own] <= STREETS_WAY_KM], own[far[own] > STREETS_WAY_KM]
    if not len(joined) or not len(apart):
        return None
    away, nearest = KDTree(points[joined]).query(points[apart])
    best = int(np.argmin(away))
    gap_km = float(away[best]) * EARTH_KM
    return (gap_km, int(joined[nearest[best]]), int(apart[best])) if gap_km <= STREET_GAP_KM else None


def _gap(both: csr_array, points: Km, far: Km, goal: int, km: float) -> tuple[float, int, int] | None:
    """Where roads from both cities come nearest: the gap in km and its two ends; None where none is narrow enough."""
    back = dijkstra(both, indices=goal, limit=km * NEAR_STRETCH)
    here, there = np.flatnonzero(far <= km * NEAR_STRETCH), np.flatnonzero(np.isfinite(back))
    reach = min(GAP_KM, km * GAP_SHARE)
    near = KDTree(points[here]).sparse_distance_matrix(
        KDTree(points[there]), reach / EARTH_KM, output_type="coo_matrix"
    )
    if not near.nnz:
        return None
    u, v, gap = here[near.row], there[near.col], near.data * EARTH_KM
    total = far[u] + gap * GAP_WEIGHT + back[v]
    total[far[u] + gap * DETOUR + back[v] > km * NEAR_STRETCH] = np.inf
    best = int(np.lexsort((v, u, total))[0])
    return None if np.isinf(total[best]) else (float(gap[best]), int(u[best]), int(v[best]))
