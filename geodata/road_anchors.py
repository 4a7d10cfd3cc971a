"""Roads to new nodes of the graph: ports, bridgeheads and border posts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from road_graph import DETOUR, KM_PER_DEGREE, PROPER, geodesic_km

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from road_graph import RoadGraph
    from road_repairs import Land

MOST_TRIED = 60
"""So many ways to join a new node are tried, best first."""
DRY_KM, MOSTLY = 5.0, 0.6
"""A join longer than this has to run over land for the greater part."""
MIDDLE_KM = 3.0
"""How much nearer a point on a road must be than a junction to be joined instead."""
STRAY_KM = 10.0
"""How much nearer a stray piece must be to be joined instead of a network."""


class Anchors:
    """Joins new nodes to the network of a country: to a near node, else to a point on a near road, which it cuts."""

    def __init__(self, graph: RoadGraph, land: Land) -> None:
        self._graph = graph
        self._land = land
        label, sizes = graph.components()
        self._proper = sizes[label] >= PROPER
        self._edges: dict[int, NDArray[np.int64]] = {}
        self._new: list[tuple[int, int, float]] = []
        self._cuts: dict[int, list[tuple[float, int]]] = {}

    def join(
        self, node: int, within_km: float, *, across: tuple[float, float] | None = None, country: str | None = None
    ) -> float | None:
        """Join a node to the network of a country; the km to it, or None if there is none within reach.

        Parameters
        ----------
        node
            The new node.
        within_km
            How far the network may be.
        across
            The other end of a ferry or bridge: what lies nearer to it than to the node is on the other shore.
        country
            Its code; None for the country of the node.
        """
        graph = self._graph
        lat, lon = float(graph.lat[node]), float(graph.lon[node])
        code = graph.codes.index(country) if country else int(graph.country[node])
        rows, share, km = self._near(node, code, within_km)
        # A junction is better than a point of a straight line drawn between junctions, and a road better than a port.
        stray = np.where(self._proper[graph.tail[rows]], 0.0, STRAY_KM)
        scores = km + stray + np.where((share == 0) | (share == 1), 0.0, MIDDLE_KM)
        found = [*zip(scores.tolist(), km.tolist(), rows.tolist(), share.tolist(), strict=True)]
        if across is None:
            found += [(far + STRAY_KM, far, -1 - port, 0.0) for port, far in self._ports(node, code, within_km)]
        best = next((option for option in sorted(found)[:MOST_TRIED] if self._sound(lat, lon, option, across)), None)
        if best is None:
            return None
        _, far, row, t = best
        if row < 0:
            end = -1 - row
        elif t in {0.0, 1.0}:
            end = int(graph.head[row] if t else graph.tail[row])
        else:
            tail, head = int(graph.tail[row]), int(graph.head[row])
            lat, lon = (float(axis[tail] + t * (axis[head] - axis[tail])) for axis in (graph.lat, graph.lon))
            end = graph.add_node(lat, lon, graph.codes[code])
            self._cuts.setdefault(row, []).append((t, end))
        self._new.append((node, end, max(far, 0.001) * DETOUR))
        return far

    def _sound(
        self, lat: float, lon: float, option: tuple[float, float, int, float], across: tuple[float, float] | None
    ) -> bool:
        """Whether a join stays on the near shore and, if long, on land."""
        graph = self._graph
        _, far, row, t = option
        a, b = (-1 - row,) * 2 if row < 0 else (int(graph.tail[row]), int(graph.head[row]))
        at = (
            float(graph.lat[a] + t * (graph.lat[b] - graph.lat[a])),
            float(graph.lon[a] + t * (graph.lon[b] - graph.lon[a])),
        )
        if across is not None and geodesic_km(*at, *across) < far:
            return False
        return far <= DRY_KM or float(self._land.share(np.array([[lat, lon]]), np.array([at]))[0]) >= MOSTLY

    def _ports(self, node: int, country: int, within_km: float) -> list[tuple[int, float]]:
        """The ports of a country within reach, with the km to them."""
        graph = self._graph
        ports = [port for port in graph.ports.values() if port != node and graph.country[port] == country]
        away = [geodesic_km(graph.lat[node], graph.lon[node], graph.lat[port], graph.lon[port]) for port in ports]
        return [(port, km) for port, km in zip(ports, away, strict=True) if km <= within_km]

    def finish(self) -> None:
        """Make the joins: until then edges keep their rows."""
        graph = self._graph
        for row, cuts in self._cuts.items():
            stops = [(0.0, int(graph.tail[row])), *sorted(cuts), (1.0, int(graph.head[row]))]
            self._new.extend((a, b, max(0.001, (u - t) * float(graph.km[row]))) for (t, a), (u, b) in pairwise(stops))
        graph.drop_edges(list(self._cuts))
        graph.add_edges(self._new)

    def _near(
        self, node: int, country: int, within_km: float
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
        """Edges of a country within reach: row, share along it of the nearest point, km (flat local map)."""
        graph = self._graph
        if country not in self._edges:
            inside = (graph.country[graph.tail] == country) & (graph.country[graph.head] == country)
            rows = np.flatnonzero(inside)
            ends = zip(graph.tail[rows].tolist(), graph.head[rows].tolist(), strict=True)
            self._edges[country] = rows[[pair not in graph.lines for pair in ends]]
        rows = self._edges[country]
        lat, lon = graph.lat[node], graph.lon[node]
        shrink = np.cos(np.radians(lat))
        (ax, ay), (bx, by) = (
            (
                ((graph.lon[end] - lon + 180) % 360 - 180) * shrink * KM_PER_DEGREE,
                (graph.lat[end] - lat) * KM_PER_DEGREE,
            )
            for end in (graph.tail[rows], graph.head[rows])
        )
        dx, dy = bx - ax, by - ay
        share = np.clip(-(ax * dx + ay * dy) / np.maximum(dx * dx + dy * dy, 1e-12), 0.0, 1.0)
        km = np.hypot(ax + share * dx, ay + share * dy)
        near = np.flatnonzero(km <= within_km)
        return rows[near], share[near], km[near]
