"""Shortest ways over the roads: one tree over the core from each end of a leg, and every way they make together.

The two trees answer for all ways at once: the shortest way over a given border or through a given country is the way
out to it in the one tree and the way back in the other. Railways and sea lanes, which are not prepared, are searched
by ``road_trees``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.world.road_trees import nodes_up
from wayproof.world.snapping import LOCAL_DETOUR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from wayproof.world.network import RoadNetwork
    from wayproof.world.road_hierarchy import Climb
    from wayproof.world.road_links import RoadlessBorder
    from wayproof.world.snapping import Snap

    Nodes = NDArray[np.integer[Any]]
    Km = NDArray[np.float64]

LEAST_KM = 1e-6
"""Length of a step without one: scipy takes a zero for no arc."""


@dataclass(frozen=True, slots=True)
class CoreTrees:
    """Two shortest-path trees over the core, complete for all ways that cost at most ``within_km``.

    Parameters
    ----------
    search
        The question that they answer.
    out_km, back_km
        Cost of the shortest way from the origin, or from the destination, to each node of the core, as road km; inf
        where there is none that short.
    out_parent, back_parent
        Local number of the node of the core before on that way; a number beyond the core, or below 0, at its start.
    best_km
        Cost of the shortest way from end to end; inf where there is none.
    meeting
        Local number of the last node of the core on that way; None where it stays below the core.
    below
        The node where the climbs from both ends meet, if the shortest way stays below the core; -1 where both ends lie
        on one road, or there is no way.
    within_km
        The cost up to which the answer is complete.
    """

    search: CoreSearch
    out_km: Km
    back_km: Km
    out_parent: memoryview
    back_parent: memoryview
    best_km: float
    meeting: int | None
    below: int
    within_km: float

    @property
    def network(self) -> RoadNetwork:
        """The network."""
        return self.search.network

    @property
    def size(self) -> int:
        """How many nodes the core has."""
        return len(self.out_km)

    def way_out(self, node: int) -> list[int]:
        """Local nodes of the core from the origin to a node, both included."""
        return nodes_up(self.out_parent, node, self.size)[::-1]

    def way_back(self, node: int) -> list[int]:
        """Local nodes of the core from a node to the destination, both included."""
        return nodes_up(self.back_parent, node, self.size)

    def roads(self, way: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64], tuple[float, float]]:
        """The roads of a way, given by its nodes of the core; none of those for the shortest way below the core.

        Returns
        -------
        tuple
            The nodes of the network, the metres of the road to each but the first, and the km from both ends to the
            network.
        """
        search, hierarchy = self.search, self.search.network.hierarchy
        ends = [int(hierarchy.core[way[0]]), int(hierarchy.core[way[-1]])] if way else [self.below] * 2
        up, down = search.climbs[0].arcs(ends[0]), search.climbs[1].arcs(ends[1])[::-1]
        arcs = [*up, *(search.arc(a, b) for a, b in pairwise(way)), *down]
        joined = [climb.start(end) for climb, end in zip(search.climbs, ends, strict=True)]
        access = [climb.km[start] for climb, start in zip(search.climbs, joined, strict=True)]
        if not arcs:
            return np.array(joined[:1], dtype=np.int64), np.empty(0, dtype=np.int64), (access[0], access[1])
        back = [False] * (len(arcs) - len(down)) + [True] * len(down)
        nodes, metres = hierarchy.unpacked(arcs, back)
        return nodes, metres, (access[0], access[1])


class CoreSearch:
    """Shortest ways between two points of the network with some of its borders, bridges and ferries shut.

    Parameters
    ----------
    network
        The network.
    origin, destination
        Its two ends.
    shut
        Rows of ``RoadNetwork.borders`` that cannot be used.
    closed
        Node pairs of bridges and ferries that cannot be used.
    border_km
        What passing each row of ``RoadNetwork.borders`` costs beside its length, as road km; None for nothing.
    """

    def __init__(
        self,
        network: RoadNetwork,
        origin: Snap,
        destination: Snap,
        *,
        shut: Iterable[int] = (),
        closed: Iterable[tuple[int, int]] = (),
        border_km: Km | None = None,
    ) -> None:
        self.network = network
        self.origin, self.destination = origin, destination
        self._shut = np.unique(np.fromiter(shut, dtype=np.int64))
        self._closed = tuple(closed)
        self._border_km = border_km
        self.climbs: tuple[Climb, Climb] = (
            network.hierarchy.climb(origin.ends),
            network.hierarchy.climb(destination.ends),
        )

    @property
    def connected(self) -> bool:
        """Whether both ends lie in one connected part of the network."""
        return self.network.block(self.origin.node) == self.network.block(self.destination.node)

    @cached_property
    def km(self) -> Km:
        """Length and cost of each arc inside the core; inf where it is shut."""
        network = self.network
        km = network.hierarchy.core_km.copy()
        borders = network.border_roads
        if self._border_km is not None:
            for side in borders.T:
                km[side] += self._border_km
        km[borders[self._shut].ravel()] = np.inf
        links = network.link_roads
        km[[at for pair in self._closed for at in links[pair]]] = np.inf
        return km

    @property
    def border_cost_km(self) -> Km:
        """Length and cost of each row of ``RoadNetwork.borders``, km; inf where it is shut."""
        return self.km[self.network.border_roads[:, 0]]

    def arc(self, a: int, b: int) -> int:
        """The cheapest arc between two neighbours of the core, given by their local numbers."""
        bounds, heads, arcs = self.network.hierarchy.core_arcs
        start, stop = int(bounds[a]), int(bounds[a + 1])
        at = start + np.flatnonzero(heads[start:stop] == b)
        return int(arcs[at[np.argmin(self.km[at])]]) if len(at) > 1 else int(arcs[at[0]])

    def trees(self, within_km: float, *, back: bool = True) -> CoreTrees:
        """Both trees over all ways of at most ``within_km``; without ``back`` only the one from the origin."""
        # scipy takes a third of a second to import: only who routes pays.
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import dijkstra

        hierarchy = self.network.hierarchy
        bounds, heads, _ = hierarchy.core_arcs
        size = len(hierarchy.core)
        inside = hierarchy.inside
        tops = [[node for node in climb.km if inside[node]] for climb in self.climbs]
        ends = [hierarchy.local(np.array(nodes, dtype=np.int64)).astype(np.int32) for nodes in tops]
        climbed = [np.array([climb.km[node] for node in nodes]) for climb, nodes in zip(self.climbs, tops, strict=True)]
        graph: csr_array[np.float64, tuple[int, int]] = csr_array(
            (
                np.concatenate([self.km, *(np.maximum(km, LEAST_KM) for km in climbed)]),
                np.concatenate([heads, *ends]),
                np.append(bounds, bounds[-1] + np.cumsum([len(nodes) for nodes in tops], dtype=np.int32)),
            ),
            shape=(size + 2, size + 2),
        )
        roots = np.array([size, size + 1] if back else [size])
        far, parents = dijkstra(graph, indices=roots, return_predecessors=True, limit=within_km)
        best, meeting, below = self._best(far[0], ends[1], climbed[1])
        if best > within_km:
            # Something shorter may lie outside what was searched.
            best, meeting, below = math.inf, None, -1
        return CoreTrees(
            self,
            far[0, :size],
            far[1, :size] if back else np.full(size, np.inf),
            np.ascontiguousarray(parents[0]).data,
            np.ascontiguousarray(parents[-1]).data,
            best,
            meeting,
            below,
            within_km,
        )

    def gaps(self, a: str | None, b: str | None) -> tuple[RoadlessBorder, ...]:
        """The borders without a road that keep the ends, in countries a and b, in two parts of the network."""
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import connected_components

        network = self.network
        bounds, heads, _ = network.hierarchy.core_arcs
        size = len(network.hierarchy.core)
        tails = np.repeat(np.arange(size), np.diff(bounds))
        usable = np.isfinite(self.km)
        graph = csr_array((np.ones(int(usable.sum())), (tails[usable], heads[usable])), shape=(size, size))
        _, part = connected_components(graph, directed=False)
        inside = network.hierarchy.inside
        tops = [next((node for node in climb.km if inside[node]), None) for climb in self.climbs]
        ends = {int(part[network.hierarchy.local(np.array([top]))[0]]) for top in tops if top is not None}

        def main_part(code: str) -> int:
            """The part with most of a country's nodes of the core; -1 for a country without."""
            if code not in network.codes:
                return -1
            return int(np.bincount(part[network.core_country == network.codes.index(code)], minlength=1).argmax())

        return tuple(
            border
            for border in network.roadless
            if border.countries == {a, b} or (len(ends) > 1 and {main_part(code) for code in border.countries} == ends)
        )

    def _best(self, far: Km, ends: Nodes, climbed: Km) -> tuple[float, int | None, int]:
        """Cost of the shortest way, its last node of the core, and its highest node where it stays below the core."""
        best, meeting, below = math.inf, None, -1
        total = far[ends] + climbed
        if len(total):
            at = int(np.argmin(total))
            best, meeting = float(total[at]), int(ends[at])
        here, there = (climb.km for climb in self.climbs)
        inside = self.network.hierarchy.inside
        for node in here.keys() & there.keys():
            km = here[node] + there[node]
            if km < best and not inside[node]:
                best, meeting, below = km, None, node
        same = self._along_one_road()
        if same is not None and same <= best:
            best, meeting, below = same, None, -1
        return best, None if math.isinf(best) else meeting, below

    def _along_one_road(self) -> float | None:
        """Length between the ends along the one road both lie on; None where they do not."""
        here, there = self.origin, self.destination
        if here.road != there.road or here.road in self.network.border_at:
            return None
        return abs(here.along_km - there.along_km) + (here.km + there.km) * LOCAL_DETOUR
