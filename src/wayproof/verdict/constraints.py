"""The story as a simple temporal network: what it says about time, and the least time that each leg takes.

One node per visit and one for the origin of time, and where the story tells of a stay one for its arrival and one for
its departure; a constraint bounds the difference of two nodes from above. The
network can be met if and only if it has no cycle of negative weight, and such a cycle names the statements that
clash. Method: Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991).
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.verdict.conflicts import Conflict, Statement
from wayproof.verdict.hours import HOUR_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import networkx as nx
    from numpy.typing import NDArray

ORIGIN: Final = 0
"""The node of the origin of time; visit `i` has the node ``i + 1``."""

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""What the origin of time stands for; any instant would do."""

MOST_CONFLICTS: Final = 5
"""How many contradictions are worth a reader's time."""

MOST_TRIES: Final = 60
"""How many reduced networks are searched for further contradictions before the search stops."""


def node(visit: int) -> int:
    """The node of the moment that a visit tells of."""
    return visit + 1


def instant(moment: datetime) -> float:
    """A moment in whole seconds from the origin of time."""
    return whole_seconds((moment - EPOCH).total_seconds())


def whole_seconds(seconds: float) -> float:
    """Seconds without their fraction: sums of whole numbers are exact, so that nothing clashes by rounding."""
    return float(math.floor(seconds))


def moment(seconds: float) -> datetime | None:
    """The moment at `seconds` from the origin of time; None for an infinite one or one outside the calendar."""
    if not np.isfinite(seconds):
        return None
    try:
        return EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class Constraint:
    """One bound: the time of node `second` is at most `seconds` after the time of node `first`.

    Attributes
    ----------
    first, second
        Nodes.
    seconds
        The bound; negative to say that `second` comes at least so much *before* `first`.
    statement
        What it is in words.
    leg
        First and last visit of the leg whose travel time this is; None for a statement of the story.
    """

    first: int
    second: int
    seconds: float
    statement: Statement
    leg: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Network:
    """A simple temporal network.

    Attributes
    ----------
    nodes
        How many nodes there are, the origin of time included.
    constraints
        The bounds.
    """

    nodes: int
    constraints: tuple[Constraint, ...]

    def but(self, keep: Callable[[Constraint], bool]) -> Network:
        """The network with only the constraints that `keep` wants."""
        return Network(self.nodes, tuple(one for one in self.constraints if keep(one)))

    def plus(self, more: Iterable[Constraint]) -> Network:
        """The network with more constraints."""
        return Network(self.nodes, (*self.constraints, *more))

    def consistent(self) -> bool:
        """Whether some choice of times meets every constraint."""
        from scipy.sparse.csgraph import NegativeCycleError

        try:
            self.tightest()
        except NegativeCycleError:
            return False
        return True

    def tightest(self) -> NDArray[np.float64]:
        """How long after each node each other node can be at most.

        Returns
        -------
        Array of shape (nodes, nodes) in seconds; ``[a, b]`` bounds the time of `b` minus the time of `a` and is
        infinite where nothing bounds it.

        Raises
        ------
        scipy.sparse.csgraph.NegativeCycleError
            The network is not consistent.
        """
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import floyd_warshall

        bounds = np.full((self.nodes, self.nodes), np.inf)
        ends = np.array([(one.first, one.second) for one in self.constraints], dtype=np.intp).reshape(-1, 2)
        np.minimum.at(bounds, (ends[:, 0], ends[:, 1]), [one.seconds for one in self.constraints])
        # what scipy would make of the matrix by masked arrays, in half the time; a bound of no seconds is one too
        bounded = np.isfinite(bounds)
        rows = np.concatenate([[0], np.cumsum(np.count_nonzero(bounded, axis=1))]).astype(np.int32)
        columns = np.nonzero(bounded)[1].astype(np.int32)
        matrix: NDArray[np.float64] = floyd_warshall(csr_array((bounds[bounded], columns, rows), shape=bounds.shape))
        return matrix

    def conflicts(self, bound: str) -> tuple[Conflict, ...]:
        """Smallest sets of constraints that cannot all hold, fewest statements first; () when all can.

        Every simple cycle of negative weight is such a set: without any one of its constraints the others can be
        met. After each find the search goes on without one of its constraints, so that independent contradictions
        come to light too.

        Parameters
        ----------
        bound
            Name of the durations the network was built with.
        """
        found: dict[frozenset[int], tuple[int, ...]] = {}
        waiting = deque([frozenset[int]()])
        seen = set(waiting)
        tries = 0
        while waiting and tries < MOST_TRIES and len(found) < MOST_CONFLICTS:
            left_out = waiting.popleft()
            tries += 1
            cycle = self._negative_cycle(left_out)
            if cycle is None:
                continue
            found.setdefault(frozenset(cycle), cycle)
            for one in cycle:
                fewer = left_out | {one}
                if fewer not in seen:
                    seen.add(fewer)
                    waiting.append(fewer)
        conflicts = [self._conflict(cycle, bound) for cycle in found.values()]
        return tuple(sorted(conflicts, key=lambda one: (len(one.statements), -one.hours_short)))

    def _conflict(self, cycle: tuple[int, ...], bound: str) -> Conflict:
        members = sorted((self.constraints[one] for one in cycle), key=lambda one: (_later(one), one.first, one.second))
        short = -sum(one.seconds for one in members) / HOUR_SECONDS
        statements = tuple(dict.fromkeys(one.statement for one in members))
        legs = tuple(dict.fromkeys(one.leg[0] for one in members if one.leg is not None))
        return Conflict(statements, short, bound, legs)

    def _graph(self, left_out: frozenset[int] = frozenset()) -> nx.DiGraph[int]:
        """The network as a graph with one edge per pair of nodes, the tightest; `index` names its constraint."""
        import networkx as nx

        graph: nx.DiGraph[int] = nx.DiGraph()
        graph.add_nodes_from(range(self.nodes))
        for index, one in enumerate(self.constraints):
            if index in left_out:
                continue
            held = graph.get_edge_data(one.first, one.second)
            if held is None or one.seconds < held["weight"]:
                graph.add_edge(one.first, one.second, weight=one.seconds, index=index)
        return graph

    def _negative_cycle(self, left_out: frozenset[int]) -> tuple[int, ...] | None:
        """Indexes of the constraints on one simple negative cycle that avoids those left out; None if there is none."""
        import networkx as nx

        graph = self._graph(left_out)
        start = self.nodes
        for one in range(self.nodes):
            graph.add_edge(start, one, weight=0.0, index=-1)
        try:
            cycle = nx.find_negative_cycle(graph, start)
            found = tuple(int(graph.edges[a, b]["index"]) for a, b in pairwise(cycle))
        except nx.NetworkXError:
            found = ()
        if sum(self.constraints[index].seconds for index in found) < 0.0:
            return found
        # networkx may detect a cycle without finding it, or find one of weight nought that touches it
        kept = [index for index in range(len(self.constraints)) if index not in left_out]
        return None if self._only(kept).consistent() else self._core(kept)

    def _only(self, indexes: Sequence[int]) -> Network:
        return Network(self.nodes, tuple(self.constraints[index] for index in indexes))

    def _core(self, clashing: Sequence[int]) -> tuple[int, ...]:
        """A smallest clashing part of clashing constraints: what the clash does not need is dropped."""
        kept, step = list(clashing), max(1, len(clashing) // 2)
        while True:
            at = 0
            while at < len(kept):
                fewer = kept[:at] + kept[at + step :]
                if self._only(fewer).consistent():
                    at += step
                else:
                    kept = fewer
            if step == 1:
                return tuple(kept)
            step = max(1, step // 2)


def _later(constraint: Constraint) -> int:
    """The visit that a constraint is told at: the later of the two it speaks of."""
    return max(constraint.first, constraint.second)
