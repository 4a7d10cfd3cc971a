"""Pairs of near towns in one country whose road way leaves it: where the network lacks a road at home.

    python benchmarks/roads_at_home.py [PEOPLE]     # towns of so many people (5,000)

A pair is told where the way inside the country is missing, or more than 2.2 times and 40 km longer than the straight
line, and one through another country is shorter. What is left is looked at by hand: exclaves and islands have no way at
home, nor have towns behind a wall, and over some mountains and rivers the shortest road does lead abroad. What is none
of these wants a row in ``geodata/tables/road_links.csv``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import Delaunay, KDTree

from wayproof.world.gazetteer import open_gazetteer
from wayproof.world.geodesy import distance_km
from wayproof.world.network import open_network
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.world.places import Place

NEAREST_KM, FARTHEST_KM = 5.0, 90.0
"""Neighbouring towns are compared if they are so far apart."""
STRETCH, EXCESS_KM = 2.2, 40.0
OFF_ROAD_KM, WIDEST_KM, EARTH_KM = 10.0, 600.0, 6371.0
GRID_DEG: Final = 1.0
"""Towns are asked of the gazetteer from field to field."""

NETWORK = open_network()
LAT, LON = np.asarray(NETWORK.lat) / 1e5, np.asarray(NETWORK.lon) / 1e5
COUNTRY = np.asarray(NETWORK.country).astype(np.int64)
KM = np.asarray(NETWORK.metres) / 1000.0
HEADS, STARTS = np.asarray(NETWORK.indices), np.asarray(NETWORK.indptr)
TAILS = np.repeat(np.arange(NETWORK.size), np.diff(STARTS))


def towns(people: int) -> dict[str, list[Place]]:
    """The towns of so many people by country."""
    gazetteer, found = open_gazetteer(), {}
    for lat, lon in sorted(set(zip(np.floor(LAT).tolist(), np.floor(LON).tolist(), strict=True))):
        for _, place in gazetteer.nearest(
            lat + GRID_DEG / 2, min(lon + GRID_DEG / 2, 179.9), minimum_population=people, limit=40
        ):
            if place.kind is Kind.CITY and place.country is not None:
                found[place.id] = place
    by_country: dict[str, list[Place]] = {}
    for key in sorted(found):
        by_country.setdefault(found[key].country or "", []).append(found[key])
    return by_country


def unit(lats: Sequence[float], lons: Sequence[float]) -> np.ndarray:
    """Points on the unit sphere."""
    phi, lam = np.radians(lats), np.radians(lons)
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)


def neighbours(places: Sequence[Place]) -> dict[int, set[int]]:
    """For each town its later neighbours on the map."""
    found: dict[int, set[int]] = {}
    flat = np.array([(place.lon * 0.7 + at * 1e-7, place.lat) for at, place in enumerate(places)])
    for triangle in Delaunay(flat, qhull_options="QJ").simplices.tolist():
        for a, b in ((0, 1), (1, 2), (0, 2)):
            first, second = sorted((triangle[a], triangle[b]))
            found.setdefault(first, set()).add(second)
    return found


def suspects(code: str, places: Sequence[Place]) -> Iterator[str]:
    """A line for each pair of a country whose way at home is missing or far longer than the one abroad."""
    own = np.flatnonzero(NETWORK.codes.index(code) == COUNTRY)
    number = np.full(NETWORK.size, -1)
    number[own] = np.arange(len(own))
    inside = (number[TAILS] >= 0) & (number[HEADS] >= 0)
    shape = (len(own), len(own))
    home = csr_matrix((KM[inside] + 0.001, (number[TAILS[inside]], number[HEADS[inside]])), shape=shape)
    whole = csr_matrix((KM + 0.001, HEADS, STARTS), shape=(NETWORK.size, NETWORK.size))
    away, at = KDTree(unit(LAT[own], LON[own])).query(unit([one.lat for one in places], [one.lon for one in places]))
    held = [index for index in range(len(places)) if away[index] * EARTH_KM <= OFF_ROAD_KM]
    if len(held) <= len(("two", "towns", "make no net")):
        return
    for first, others in neighbours([places[index] for index in held]).items():
        a = places[held[first]]
        ends = [
            (held[other], distance_km(a.lat, a.lon, places[held[other]].lat, places[held[other]].lon))
            for other in others
        ]
        ways = dijkstra(home, indices=at[held[first]], limit=WIDEST_KM)
        far = [
            (other, km)
            for other, km in ends
            if NEAREST_KM <= km <= FARTHEST_KM and ways[at[other]] > max(STRETCH * km, km + EXCESS_KM)
        ]
        abroad = dijkstra(whole, indices=int(own[at[held[first]]]), limit=WIDEST_KM) if far else None
        for other, km in far:
            out = float(abroad[own[at[other]]]) if abroad is not None else np.inf
            if out + EXCESS_KM / 8 < ways[at[other]]:
                pair = f"{code}  {a.name} - {places[other].name}"
                yield f"{pair}: {km:.0f} km, at home {ways[at[other]]:.0f}, abroad {out:.0f}"


def main() -> None:
    """Print the pairs and their number."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    lines = [line for code, places in towns(people).items() if code in NETWORK.codes for line in suspects(code, places)]
    print(*lines, f"{len(lines)} pairs", sep="\n")


if __name__ == "__main__":
    main()
