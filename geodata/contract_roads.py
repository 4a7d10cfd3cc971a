"""Prepares the road graph for fast search: junctions are taken out one by one, and shortcuts keep the ways over them.

What is left is the *core*: some twenty thousand junctions, those at borders, bridges and ferries among them, joined by
shortcuts. A shortest way climbs from its end to the core over the arcs that a junction had when it was taken out, runs
along the core, and descends in the same manner. Borders, bridges and ferries are arcs of the core and nothing else, so
that a search may close any of them, or charge for them, and still be exact.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

MOST_ARCS = 16
"""A junction with more arcs than this stays in the core: measured, 8 leaves a core twice as large, and 24 one a third
smaller whose shortcuts take a tenth more room; the search is then no faster beside the rest of a query."""
ROAD = -1
"""Where a shortcut names its middle, a road of the source names none."""


@dataclass(frozen=True, slots=True)
class Contracted:
    """The prepared graph: for each node the arcs by which ways climb, for nodes of the core those inside it.

    Parameters
    ----------
    core
        The nodes that were never taken out, ascending.
    indptr, heads, metres
        Arcs in compressed rows.
    first, step
        An arc that stands for two others runs over the node that they leave: ``first`` is the arc from that node to
        the tail, ``first + step`` the one to the head. ``first`` is ``ROAD`` for a road of the source.
    """

    core: Ints
    indptr: Ints
    heads: Ints
    metres: Ints
    first: Ints
    step: Ints


def contract(indptr: Ints, indices: Ints, metres: Ints, closable: Ints) -> Contracted:
    """Take out junctions, those with the fewest arcs first.

    Parameters
    ----------
    indptr, indices, metres
        The graph, symmetric.
    closable
        Node pairs, shape (m, 2), of the arcs that a search may close: their ends stay.
    """
    size = len(indptr) - 1
    shut = {pair for a, b in closable.tolist() for pair in ((a, b), (b, a))}
    kept = {node for pair in shut for node in pair}
    around: list[dict[int, tuple[int, int]]] = []
    apart: dict[int, list[tuple[int, int]]] = {}
    heads, lengths, bounds = indices.tolist(), metres.tolist(), indptr.tolist()
    for node in range(size):
        row = zip(heads[bounds[node] : bounds[node + 1]], lengths[bounds[node] : bounds[node + 1]], strict=True)
        near = {}
        for head, length in row:
            if (node, head) in shut:
                apart.setdefault(node, []).append((head, length))
            else:
                near[head] = (length, ROAD)
        around.append(near)
    _take_out(around, kept)
    rows = [[(head, length, via) for head, (length, via) in near.items()] for near in around]
    core = np.flatnonzero([node in kept or len(row) == 0 or _inside(around, node) for node, row in enumerate(rows)])
    return _laid_out(rows, apart, core)


def _take_out(around: list[dict[int, tuple[int, int]]], kept: set[int]) -> None:
    """Leave in ``around`` the arcs of each node at the time when it was taken out, or in the end."""
    level = [0] * len(around)
    gone = bytearray(len(around))
    queue = [(len(near), 0, node) for node, near in enumerate(around) if node not in kept and len(near) <= MOST_ARCS]
    heapq.heapify(queue)
    while queue:
        count, depth, node = heapq.heappop(queue)
        near = around[node]
        if gone[node] or (count, depth) != (len(near), level[node]):
            continue
        gone[node] = 1
        ends = list(near.items())
        for at, (a, (to_a, _)) in enumerate(ends):
            row = around[a]
            del row[node]
            for b, (to_b, _) in ends[:at]:
                length = to_a + to_b
                if b not in row or length < row[b][0]:
                    row[b] = around[b][a] = (length, node)
            level[a] = max(level[a], level[node] + 1)
        for a, _ in ends:
            if a not in kept and len(around[a]) <= MOST_ARCS:
                heapq.heappush(queue, (len(around[a]), level[a], a))


def _inside(around: list[dict[int, tuple[int, int]]], node: int) -> bool:
    """Whether a node was never taken out: its arcs are those of the end, so that the other ends know them too."""
    return any(node in around[other] for other in around[node])


def _laid_out(
    rows: list[list[tuple[int, int, int]]], apart: dict[int, list[tuple[int, int]]], core: Ints
) -> Contracted:
    """The rows as arrays, without the shortcuts inside the core that are longer than another way there."""
    tails = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    table = np.array([arc for row in rows for arc in row], dtype=np.int64).reshape(-1, 3)
    keep = ~_needless(tails, table[:, 0], table[:, 1], core)
    tails, table = tails[keep], table[keep]
    more = np.array(
        [(node, head, length) for node, row in apart.items() for head, length in row], dtype=np.int64
    ).reshape(-1, 3)
    tails = np.concatenate([tails, more[:, 0]])
    heads = np.concatenate([table[:, 0], more[:, 1]])
    metres = np.concatenate([table[:, 1], more[:, 2]])
    via = np.concatenate([table[:, 2], np.full(len(more), ROAD)])
    order = np.lexsort((via, heads, tails))
    tails, heads, metres, via = tails[order], heads[order], metres[order], via[order]
    indptr = np.concatenate([[0], np.cumsum(np.bincount(tails, minlength=len(rows)))])
    short = np.flatnonzero(via != ROAD)
    first, step = np.full(len(via), ROAD), np.zeros(len(via), dtype=np.int64)
    first[short] = _find(indptr, heads, via[short], tails[short])
    step[short] = _find(indptr, heads, via[short], heads[short]) - first[short]
    return Contracted(core, indptr, heads, metres, first, step)


def _find(indptr: Ints, heads: Ints, tails: Ints, wanted: Ints) -> Ints:
    """The arcs from nodes taken out to nodes that they had arcs to."""
    found = np.full(len(tails), -1, dtype=np.int64)
    start, stop = indptr[tails], indptr[tails + 1]
    for offset in range(int((stop - start).max(initial=0))):
        at = np.minimum(start + offset, len(heads) - 1)
        hit = (start + offset < stop) & (heads[at] == wanted)
        found[hit] = at[hit]
    return found


def _needless(tails: Ints, heads: Ints, metres: Ints, core: Ints) -> NDArray[np.bool_]:
    """The arcs inside the core that no shortest way needs, whatever is closed.

    Ways over arcs that may be closed are no reason to drop another; they are not among these arcs.
    """
    number = np.full(int(max(tails.max(initial=0), heads.max(initial=0), core.max(initial=0))) + 1, -1)
    number[core] = np.arange(len(core))
    inner = np.flatnonzero((number[tails] >= 0) & (number[heads] >= 0))
    bounds = np.searchsorted(number[tails[inner]], np.arange(len(core) + 1))
    ends, lengths = number[heads[inner]], metres[inner].astype(np.float64)
    graph = csr_array((lengths, ends, bounds), shape=(len(core), len(core)))
    needless = np.zeros(len(tails), dtype=bool)
    for node in np.flatnonzero(np.diff(bounds)).tolist():
        row = slice(int(bounds[node]), int(bounds[node + 1]))
        far = dijkstra(graph, indices=node, limit=float(lengths[row].max()))
        needless[inner[row]] = far[ends[row]] < lengths[row]
    return needless
