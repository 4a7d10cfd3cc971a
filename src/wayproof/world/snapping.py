"""Where a position joins the road network: the nearest road, and the junctions near by."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wayproof.world.network import RoadNetwork

    Ints = NDArray[np.integer[Any]]
    Floats = NDArray[np.float64]

DEGREE = 100_000
"""Stored units of a coordinate in one degree."""
KM_PER_DEGREE = 111.2
"""Length of one degree on a sphere of mean Earth radius (6,371 km)."""
MAIN_BLOCK = 500
"""A connected part with so many nodes is a road network of its own, not a stray piece."""
STRAY_RATIO, STRAY_KM = 1.5, 3.0
"""A stray piece of road is believed only where the network proper is more than these times, and km, farther away."""
LOCAL_DETOUR = 1.3
"""Local road km for one straight km: the usual circuity of town streets (about 1.2 to 1.4 in measured cities)."""
NEARBY_SHARE, NEARBY_KM, NEARBY_MOST = 2.0, 3.0, 12
"""Junctions up to so many times, and km, farther than the nearest road are ways into the network, so many at most."""
WINDOWS_KM = (10.0, 40.0, 160.0)
"""Search windows for a nearby road, tried in turn."""
TILE = 64
"""Nodes are passed over in runs of so many where only a part of the map is looked at."""
LONG_ROAD_KM = 20.0
"""How much farther than the window the end of a road passing through it is looked for."""


@dataclass(frozen=True, slots=True)
class Snap:
    """Where a position joins the road network.

    Parameters
    ----------
    node
        The nearer end of the nearest road.
    km
        Straight distance from the position to the nearest point of a road.
    lat, lon
        That point, degrees.
    ends
        The nodes by which the position can join the network, each with the km to it over local roads that the network
        does not hold (straight distance times ``LOCAL_DETOUR``, then along the nearest road): both ends of the nearest
        road and the junctions near by.
    road, along_km
        The two ends of the nearest road, the lower number first, and the km along it from that one to the point.
    """

    node: int
    km: float
    lat: float
    lon: float
    ends: tuple[tuple[int, float], ...]
    road: tuple[int, int] = (-1, -1)
    along_km: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Roads:
    """The roads near a position: ends, share along each of its nearest point, km to that, first node of their part."""

    tails: Ints
    heads: Ints
    metres: Ints
    share: Floats
    km: Floats
    part: Ints
    best: int


@lru_cache(maxsize=256)
def snap(
    network: RoadNetwork, lat: float, lon: float, *, country: str | None = None, limit_km: float = WINDOWS_KM[-1]
) -> Snap | None:
    """Where a position joins the network; None if no road is within the limit.

    Roads are straight between nodes, so that the point is as exact as the graph. Where the network proper is nearly as
    near as a stray piece, it wins. Nobody joins a bridge, a tunnel or a ferry half-way: only their ends count.

    Parameters
    ----------
    network
        The roads.
    lat, lon
        Degrees.
    country
        Only roads inside this country, if there is one within the limit; else any.
    limit_km
        How far the road may be.
    """
    for code in dict.fromkeys((country, None)):
        if code is not None and code not in network.codes:
            continue
        for window_km in WINDOWS_KM:
            roads = _near(network, lat, lon, code, min(window_km, limit_km))
            if roads is not None:
                return _joined(network, roads)
            if window_km >= limit_km:
                break
    return None


def _near(network: RoadNetwork, lat: float, lon: float, country: str | None, window_km: float) -> _Roads | None:
    # Long roads pass with both ends outside the window: look for ends in a wider one.
    nodes = _around(network, lat, lon, 2 * window_km + LONG_ROAD_KM)
    if country is not None:
        nodes = nodes[network.country[nodes] == network.codes.index(country)]
    if not len(nodes):
        return None
    counts = (network.indptr[nodes + 1] - network.indptr[nodes]).astype(np.int64)
    if not counts.any():
        return None  # nothing but points that no road reaches
    positions = runs(network.indptr[nodes], counts)
    tails, heads = np.repeat(nodes, counts), network.indices[positions].astype(np.int64)
    usable = ~np.isin(positions, network.link_arcs)
    if country is not None:
        usable &= network.country[heads] == network.codes.index(country)
    # A port or a border post without another road is still a point of the network.
    heads = np.where(usable, heads, tails)
    share, km = _project(network, lat, lon, tails, heads)
    at = np.searchsorted(network.blocks, tails, side="right")
    proper = network.blocks[at] - network.blocks[at - 1] >= MAIN_BLOCK
    best = int(np.argmin(km))
    if proper.any() and not proper[best]:
        main = int(np.argmin(np.where(proper, km, np.inf)))
        best = main if km[main] <= km[best] * STRAY_RATIO + STRAY_KM else best
    if km[best] > window_km:
        return None
    metres = np.where(heads == tails, 0, network.metres[positions])
    return _Roads(tails, heads, metres, share, km, network.blocks[at - 1], best)


def _joined(network: RoadNetwork, roads: _Roads) -> Snap:
    best, km = roads.best, roads.km
    ways: dict[int, float] = {}
    reach_km = float(km[best]) * NEARBY_SHARE + NEARBY_KM
    near = np.flatnonzero((roads.share == 0.0) & (km <= reach_km) & (roads.part == roads.part[best]))
    for at in near[np.argsort(km[near], kind="stable")].tolist():
        if len(ways) < NEARBY_MOST:
            ways.setdefault(int(roads.tails[at]), float(km[at]) * LOCAL_DETOUR)
    a, b, t = int(roads.tails[best]), int(roads.heads[best]), float(roads.share[best])
    length = int(roads.metres[best]) / 1000
    for node, along in ((a, t * length), (b, (1 - t) * length)):
        ways[node] = min(ways.get(node, math.inf), float(km[best]) * LOCAL_DETOUR + along)
    (a_lat, a_lon), (b_lat, b_lon) = network.point(a), network.point(b)
    turn = (b_lon - a_lon + 180) % 360 - 180
    return Snap(
        node=b if 2 * t > 1 else a,
        km=float(km[best]),
        lat=a_lat + t * (b_lat - a_lat),
        lon=(a_lon + t * turn + 180) % 360 - 180,
        ends=tuple(ways.items()),
        road=(min(a, b), max(a, b)),
        along_km=t * length if a <= b else (1 - t) * length,
    )


def _around(network: RoadNetwork, lat: float, lon: float, km: float) -> NDArray[np.int64]:
    """The nodes within a box of so many km to each side."""
    tall = km / KM_PER_DEGREE
    wide = tall / max(math.cos(math.radians(min(abs(lat) + tall, 89.0))), 0.01)
    # Nodes of one run lie close together: whole runs are passed over by their boxes.
    south, north, west, east = network.boxes
    apart = (south > (lat + tall) * DEGREE) | (north < (lat - tall) * DEGREE)
    reach, middle = wide * DEGREE + (east - west) / 2, (west.astype(np.float64) + east) / 2
    apart |= np.abs((middle - lon * DEGREE + 180 * DEGREE) % (360 * DEGREE) - 180 * DEGREE) > reach
    first = np.flatnonzero(~apart) * TILE
    rows = runs(first, np.minimum(first + TILE, network.size) - first)
    rows = rows[np.abs(network.lat[rows] - np.int32(lat * DEGREE)) <= tall * DEGREE]
    turn = (network.lon[rows].astype(np.int64) - int(lon * DEGREE) + 180 * DEGREE) % (360 * DEGREE) - 180 * DEGREE
    near: NDArray[np.int64] = rows[np.abs(turn) <= wide * DEGREE]
    return near


def _project(network: RoadNetwork, lat: float, lon: float, tails: Ints, heads: Ints) -> tuple[Floats, Floats]:
    """Share along each road of its point nearest to the position, and the km from there (flat local map)."""
    shrink = math.cos(math.radians(lat))

    def flat(nodes: Ints) -> tuple[Floats, Floats]:
        turn = (network.lon[nodes] / DEGREE - lon + 180) % 360 - 180
        return turn * shrink * KM_PER_DEGREE, (network.lat[nodes] / DEGREE - lat) * KM_PER_DEGREE

    (ax, ay), (bx, by) = flat(tails), flat(heads)
    dx, dy = bx - ax, by - ay
    square = np.maximum(dx * dx + dy * dy, 1e-12)
    share = np.clip(-(ax * dx + ay * dy) / square, 0.0, 1.0)
    return share, np.hypot(ax + share * dx, ay + share * dy)


def runs(starts: Ints, counts: Ints) -> NDArray[np.int64]:
    """start, start + 1, ... for each start, ``counts`` of them, one after another."""
    before = np.cumsum(counts, dtype=np.int64) - counts
    return np.repeat(starts.astype(np.int64) - before, counts) + np.arange(int(counts.sum()))
