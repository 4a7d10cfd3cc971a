"""The road network prepared for fast search: climb from an end to the core, run along it, and descend.

``geodata/contract_roads.py`` takes junctions out of the graph one by one and keeps the ways over them as shortcuts.
What is left, the core, is small enough for whole trees of shortest ways in milliseconds. Borders, bridges and ferries
are arcs of the core alone: a search closes them, or charges for them, as it likes.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.world.snapping import runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Km = NDArray[np.float64]

ROAD = -1
"""``first`` of an arc that is a road itself and stands for no others."""


@dataclass(frozen=True, slots=True)
class Climb:
    """The ways from one end up to the core.

    Parameters
    ----------
    km
        Cost to each node reached, those of the core among them.
    parent
        For each node the node before and the arc that leads from there; (-1, -1) for the nodes that the end joins.
    """

    km: dict[int, float]
    parent: dict[int, tuple[int, int]]

    def arcs(self, node: int) -> list[int]:
        """The arcs up to a node, in order."""
        found = []
        before, arc = self.parent[node]
        while arc >= 0:
            found.append(arc)
            before, arc = self.parent[before]
        return found[::-1]

    def start(self, node: int) -> int:
        """The node at which the way to a node joins the network."""
        before = self.parent[node][0]
        while before >= 0:
            node, before = before, self.parent[before][0]
        return node


class RoadHierarchy:
    """Arcs of the prepared graph, in compressed rows.

    Parameters
    ----------
    core
        The nodes of the core, ascending; positions in this array are called local.
    indptr, heads, metres
        For a node outside the core the arcs by which ways climb; for one inside those to other nodes of the core.
    first, step
        An arc that stands for two others runs over the node that these leave: ``first`` is the one to the arc's tail,
        ``first + step`` the one to its head. ``ROAD`` for a road.
    """

    def __init__(self, *, core: Ints, indptr: Ints, heads: Ints, metres: Ints, first: Ints, step: Ints) -> None:
        self.core, self.indptr, self.heads = core, indptr, heads
        self.metres, self.first, self.step = metres, first, step

    @classmethod
    def flat(cls, indptr: Ints, indices: Ints, metres: Ints) -> RoadHierarchy:
        """A network that was not prepared: all of it is core."""
        return cls(
            core=np.arange(len(indptr) - 1),
            indptr=indptr,
            heads=indices,
            metres=metres,
            first=np.full(len(indices), ROAD, dtype=np.int32),
            step=np.zeros(len(indices), dtype=np.int8),
        )

    @cached_property
    def inside(self) -> memoryview:
        """For each node whether it belongs to the core."""
        mask = np.zeros(len(self.indptr) - 1, dtype=np.uint8)
        mask[self.core] = 1
        return mask.data

    @cached_property
    def core_arcs(self) -> tuple[Ints, Ints, Ints]:
        """The arcs inside the core: compressed rows of local numbers, the local heads, the arcs themselves."""
        counts = (self.indptr[self.core + 1] - self.indptr[self.core]).astype(np.int64)
        arcs = runs(self.indptr[self.core], counts)
        # a table of all nodes: to look for each head among the core takes ten times as long
        local = np.zeros(len(self.indptr) - 1, dtype=np.int32)
        local[self.core] = np.arange(len(self.core), dtype=np.int32)
        heads = local[self.heads[arcs]]
        return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32), heads, arcs

    @cached_property
    def core_km(self) -> Km:
        """The lengths of the arcs inside the core."""
        return self.metres[self.core_arcs[2]] / 1000

    def local(self, nodes: Ints) -> NDArray[np.int64]:
        """Local numbers of nodes of the core."""
        return np.searchsorted(self.core, nodes)

    def roads_of_core(self, pairs: Ints) -> NDArray[np.int64]:
        """Positions among the arcs inside the core of the roads from node to node, shape (m, 2) of both senses.

        Parameters
        ----------
        pairs
            Node pairs that a search may close, shape (m, 2).
        """
        bounds, heads, arcs = self.core_arcs
        roads = self.first[arcs] == ROAD
        found = np.full(pairs.shape, -1, dtype=np.int64)
        ends = self.local(pairs)
        for side in (0, 1):
            start, stop, wanted = bounds[ends[:, side]], bounds[ends[:, side] + 1], ends[:, 1 - side]
            for offset in range(int((stop - start).max(initial=0))):
                at = np.minimum(start + offset, len(heads) - 1)
                hit = (start + offset < stop) & (heads[at] == wanted) & roads[at]
                found[hit, side] = at[hit]
        return found

    @cached_property
    def _rows(self) -> tuple[memoryview, memoryview, memoryview]:
        # A view gives plain numbers: ten times as fast, one by one, as an array.
        return tuple(np.ascontiguousarray(values).data for values in (self.indptr, self.heads, self.metres))  # type: ignore[return-value]

    def climb(self, ends: Iterable[tuple[int, float]]) -> Climb:
        """The ways up from the nodes that an end joins, each with the km to it."""
        indptr, heads, metres = self._rows
        inside = self.inside
        queue = [(km, node, -1, -1) for node, km in ends]
        heapq.heapify(queue)
        far: dict[int, float] = {}
        parent: dict[int, tuple[int, int]] = {}
        while queue:
            km, node, before, arc = heapq.heappop(queue)
            if node in far:
                continue
            far[node] = km
            parent[node] = (before, arc)
            if inside[node]:
                continue
            for onward in range(indptr[node], indptr[node + 1]):
                head = heads[onward]
                if head not in far:
                    heapq.heappush(queue, (km + metres[onward] / 1000, head, node, onward))
        return Climb(far, parent)

    def unpacked(self, arcs: list[int], back: list[bool]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The roads that a chain of arcs stands for.

        Parameters
        ----------
        arcs
            The chain; each arc begins where the one before ends.
        back
            Which of them are passed from head to tail.

        Returns
        -------
        tuple
            The nodes, and the metres of the road to each but the first.
        """
        chain, turned = np.array(arcs, dtype=np.int64), np.array(back, dtype=bool)
        while True:
            first = self.first[chain].astype(np.int64)
            short = first != ROAD
            if not short.any():
                break
            # Over its middle node an arc from tail to head is the first arc turned round, and then the second.
            place = np.cumsum(short + 1) - (short + 1)
            second = first + self.step[chain]
            longer = np.empty(len(chain) + int(short.sum()), dtype=np.int64)
            sense = np.empty(len(longer), dtype=bool)
            longer[place], sense[place] = np.where(short, np.where(turned, second, first), chain), turned | short
            after = place[short] + 1
            longer[after], sense[after] = np.where(turned, first, second)[short], False
            chain, turned = longer, sense
        # of the same type, lest all bounds of the network be converted first
        tails = np.searchsorted(self.indptr, chain.astype(self.indptr.dtype), side="right") - 1
        heads = self.heads[chain].astype(np.int64)
        starts, stops = np.where(turned, heads, tails), np.where(turned, tails, heads)
        return np.concatenate([starts[:1], stops]), self.metres[chain].astype(np.int64)
