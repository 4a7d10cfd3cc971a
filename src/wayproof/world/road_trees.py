"""Shortest ways over the road network: one tree from each end of a leg, and every way they make together.

The two trees answer for all ways at once: the shortest way over a given road or through a given country is the way out
to it in the one tree and the way back in the other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.world.snapping import LOCAL_DETOUR, TILE, runs
from wayproof.world.sphere import great_circle_km

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from wayproof.world.network import RoadNetwork
    from wayproof.world.snapping import Snap

    Nodes = NDArray[np.integer[Any]]
    Km = NDArray[np.float64]

SPHERE_SHARE = 0.993
"""The ellipsoid's distances are never less than this share of the mean sphere's (flattening 1/298), roads' included."""
NO_NODE = -9999
"""What scipy calls the predecessor of a root, or of a node out of reach."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Two shortest-path trees over the part of the network where ways of a given length can run.

    Every way from end to end of at most ``within_km`` is inside; nothing is lost by the restriction, because a node
    belongs if the straight lines from both ends to it fit into that length.

    Parameters
    ----------
    search
        The question that they answer.
    nodes
        Its node numbers, ascending; positions in this array are called local.
    out_km, back_km
        Cost of the shortest way from the origin, or from the destination, to each node, as road km; inf where there is
        none.
    out_parent, back_parent
        Local number of the node before on that way; ``NO_NODE`` at the end itself, n or more for its snap point.
    best_km
        Cost of the shortest way from end to end; inf where there is none.
    meeting
        Local number of the last node on that way; None where there is none or where both ends lie on one road.
    within_km
        The cost up to which the answer is complete.
    """

    search: RoadSearch
    nodes: Nodes
    out_km: Km
    back_km: Km
    out_parent: memoryview
    back_parent: memoryview
    best_km: float
    meeting: int | None
    within_km: float

    @property
    def network(self) -> RoadNetwork:
        """The network."""
        return self.search.network

    def local(self, nodes: Nodes) -> Nodes:
        """Local numbers of network nodes; -1 for those outside."""
        at = np.minimum(np.searchsorted(self.nodes, nodes), len(self.nodes) - 1)
        return np.where(self.nodes[at] == nodes, at, -1)

    def way_out(self, node: int) -> list[int]:
        """Local nodes from the origin to a node, both included."""
        way = nodes_up(self.out_parent, node, len(self.nodes))
        way.reverse()
        return way

    def way_back(self, node: int) -> list[int]:
        """Local nodes from a node to the destination, both included."""
        return nodes_up(self.back_parent, node, len(self.nodes))


def nodes_up(parent: memoryview, node: int, size: int) -> list[int]:
    """The nodes from one up to the root of its tree, both included; a parent outside 0 to `size` ends the way."""
    way = []
    while 0 <= node < size:
        way.append(node)
        node = parent[node]
    return way


class RoadSearch:
    """Shortest ways between two points of the network with some of its arcs shut.

    Parameters
    ----------
    network
        The network.
    origin, destination
        Its two ends.
    shut
        Positions of arcs that cannot be used.
    border_km
        What passing each row of ``RoadNetwork.borders`` costs beside its length, as road km; None for nothing.
    """

    def __init__(
        self, network: RoadNetwork, origin: Snap, destination: Snap, shut: Nodes, border_km: Km | None = None
    ) -> None:
        self.network = network
        self.origin, self.destination = origin, destination
        self.shut = np.unique(shut)
        self.border_km = np.zeros(len(network.borders)) if border_km is None else border_km

    @cached_property
    def border_cost_km(self) -> Km:
        """Length and cost of each row of ``RoadNetwork.borders``, km; inf where it is shut."""
        arcs = self.network.border_arcs[:, 0]
        return np.where(np.isin(arcs, self.shut), np.inf, self.network.metres[arcs] / 1000 + self.border_km)

    @cached_property
    def connected(self) -> bool:
        """Whether both ends lie in one connected part of the network."""
        return self.network.block(self.origin.node) == self.network.block(self.destination.node)

    def trees(self, within_km: float) -> Trees:
        """Both trees over all ways of at most ``within_km``."""
        # scipy takes a third of a second to import: only who routes pays.
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import dijkstra

        nodes = self._within(within_km)
        size = len(nodes)
        indptr, heads, km = self._arcs(nodes)
        graph: csr_array[np.float64, tuple[int, int]] = csr_array((km, heads, indptr), shape=(size + 2, size + 2))
        far, parents = dijkstra(graph, indices=np.array([size, size + 1]), return_predecessors=True, limit=within_km)
        best, meeting = math.inf, None
        for node, along in self.destination.ends:
            at = int(np.searchsorted(nodes, node))
            if at < size and nodes[at] == node and far[0, at] + along < best:
                best, meeting = float(far[0, at]) + along, at
        same = self._along_one_road()
        if same is not None and same <= best:
            best, meeting = same, None
        if best > within_km:
            # Something shorter may lie outside what was searched.
            best, meeting = math.inf, None
        return Trees(
            self,
            nodes,
            far[0, :size],
            far[1, :size],
            np.ascontiguousarray(parents[0]).data,
            np.ascontiguousarray(parents[1]).data,
            best,
            meeting,
            within_km,
        )

    def _within(self, within_km: float) -> Nodes:
        """Nodes of the ends' part from which the straight lines to both ends can fit into the length.

        Whole tiles of nodes are taken or left, so that more nodes come along than must.
        """
        network, ends = self.network, (self.origin, self.destination)
        start, stop = network.block(self.origin.node)
        lat, lon, radius_km = network.tiles
        tiles = np.arange(start // TILE, (stop - 1) // TILE + 1)
        total = -2 * radius_km[tiles]
        for end in ends:
            total += great_circle_km(end.lat, end.lon, lat[tiles], lon[tiles])
        kept = total * SPHERE_SHARE <= within_km
        joins = np.array([node for end in ends for node, _ in end.ends])
        kept[joins[(joins >= start) & (joins < stop)] // TILE - tiles[0]] = True
        nodes = (tiles[kept][:, None] * TILE + np.arange(TILE)).ravel()
        return nodes[(nodes >= start) & (nodes < stop)]

    def _arcs(self, nodes: Nodes) -> tuple[Nodes, Nodes, Km]:
        """The arcs among these nodes, as compressed rows of local numbers, the two snap points last."""
        network, size = self.network, len(nodes)
        start, stop = int(nodes[0]), int(nodes[-1]) + 1
        first = network.indptr[nodes]
        counts = (network.indptr[nodes + 1] - first).astype(np.int64)
        positions = runs(first, counts)
        number = np.full(stop - start + 1, -1, dtype=np.int32)
        number[nodes - start] = np.arange(size, dtype=np.int32)
        offset = network.indices[positions] - start
        heads = number[np.where((offset >= 0) & (offset < stop - start), offset, stop - start)]
        kept = heads >= 0
        at = np.searchsorted(positions, self.shut)
        at = at[at < len(positions)]
        kept[at[np.isin(positions[at], self.shut)]] = False
        tails = np.repeat(np.arange(size), counts)[kept]
        ends = [self._ends(end, nodes) for end in (self.origin, self.destination)]
        degrees = np.concatenate([np.bincount(tails, minlength=size), [len(ends[0]), len(ends[1])]])
        km = network.metres[positions] / 1000
        charged = np.flatnonzero(self.border_km)
        for arcs in network.border_arcs[charged].T:
            at = np.minimum(np.searchsorted(positions, arcs), len(positions) - 1)
            there = positions[at] == arcs
            km[at[there]] += self.border_km[charged[there]]
        km = km[kept]
        extra = ends[0] + ends[1]
        return (
            np.concatenate([[0], np.cumsum(degrees)]).astype(np.int32),
            np.concatenate([heads[kept], [node for node, _ in extra]]).astype(np.int32),
            np.concatenate([km, [max(along, 1e-6) for _, along in extra]]),
        )

    @staticmethod
    def _ends(snap: Snap, nodes: Nodes) -> list[tuple[int, float]]:
        return [(int(np.searchsorted(nodes, node)), along) for node, along in snap.ends]

    def _along_one_road(self) -> float | None:
        """Length between the ends along the one road both lie on; None where they do not."""
        here, there = self.origin, self.destination
        if here.road != there.road or here.road in self.network.border_at:
            return None
        return abs(here.along_km - there.along_km) + (here.km + there.km) * LOCAL_DETOUR


def shut_roads(network: RoadNetwork, rows: Iterable[int]) -> Nodes:
    """Positions of the arcs, in both senses, of rows of ``network.borders``."""
    return network.border_arcs[np.fromiter(rows, dtype=np.int64)].ravel()
