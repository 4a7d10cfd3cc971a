"""Candidate ways over the road network: those that a person would call different.

Two shortest-path trees, one from each end, give the shortest way over every border road at once. Ways are told apart by
the countries they pass and the posts they use; small variations of one way are dropped.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wayproof.travel.road_choice import SEQUENCE_KM, SEQUENCE_RATIO, different, without_reentry
from wayproof.travel.road_drawing import CARRIED, Draft, RoadWay, draw
from wayproof.world.core_trees import CoreSearch, CoreTrees
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from numpy.typing import NDArray

    from wayproof.world.network import RoadNetwork
    from wayproof.world.snapping import Snap

MOST_WAYS = 6
"""So many ways are offered at most."""
FIRST_RATIO, FIRST_KM = 1.7, 250.0
"""The first search looks at ways up to so many times, and km more than, the straight distance; a longer one follows
where that holds no way."""
LEAST_KM = 60.0
"""Between ends in one country the first search looks no farther beyond the straight distance than that distance, or so
many km: nothing is to be waited for on the way."""
LONG_RATIO, LONG_KM = 1.3, 1250.0
"""Over very long distances the first search looks at ways up to so many times, and km more than, the straight one."""
WIDEN_RATIO, WIDEN_KM = 3.0, 1000.0
"""By how much the next search looks farther."""
STRETCH_RATIO, STRETCH_KM, STRETCH_MOST_KM = 1.5, 300.0, 1000.0
"""An alternative may be so many times, and km, longer than the shortest way, but not more than twice as long if that is
more than the km, nor longer by more than the last."""
COMMON_SHARE = 0.2
"""Within one country a way is looked at if so much of it runs along the trees from both ends."""
HOME_RATIO = 1.6
"""A way that stays in the one country of both ends is offered if it is at most so many times longer."""
DRY_RATIO = 4.0
"""The way without ships and trains is offered if it is at most so many times as long as the one with them."""
SHORT_LINE = 1 / 3
"""Lines that take no more than this part of the longest one on board are none to be avoided."""
MOST_BORDERS = 4
"""So many borders of the shortest way are gone round."""
MOST_TRIED = 80
"""So many border roads, shortest ways first, are looked at more closely."""


@dataclass(frozen=True, slots=True)
class Closures:
    """What a search may not use.

    Parameters
    ----------
    pairs
        Pairs of countries whose whole border is shut.
    rows
        Rows of ``RoadNetwork.borders`` that are shut.
    """

    pairs: frozenset[frozenset[str]] = frozenset()
    rows: frozenset[int] = frozenset()

    def all_rows(self, network: RoadNetwork) -> set[int]:
        """Every row that is shut."""
        pairs, number = network.border_pairs
        shut = [index for index, pair in enumerate(pairs) if frozenset(pair) in self.pairs]
        return set(self.rows).union(np.flatnonzero(np.isin(number, shut)).tolist())


OPEN = Closures()


def road_ways(
    network: RoadNetwork,
    origin: tuple[float, float, str | None],
    destination: tuple[float, float, str | None],
    *,
    on: date | None,
    via: tuple[str, ...] = (),
    closures: Closures = OPEN,
    toll_km: Callable[[str, str], float] | None = None,
    most: int = MOST_WAYS,
    without: frozenset[str] = frozenset(),
) -> tuple[RoadWay, ...]:
    """The different ways between two positions, shortest first; () if the network does not join them.

    Parameters
    ----------
    network
        The roads.
    origin, destination
        (lat, lon, country) of the ends; the country keeps an end on its own side of a border, None leaves it free.
    on
        The day, for bridges and ferries; None for those of today.
    via
        Countries (ISO alpha-2) to be passed, in order; only ways that do so are returned.
    closures
        Borders that may not be used.
    toll_km
        What passing from one country into another costs, as road km: the wait. None for nothing.
    most
        At most so many ways.
    without
        Modes of links that may not be used: "ferry", "shuttle".
    """
    ends = [network.snap(lat, lon, country=country) for lat, lon, country in (origin, destination)]
    start, goal = ends
    if start is None or goal is None:
        return ()
    straight_km = distance_km(*origin[:2], *destination[:2])
    question = _Question(network, start, goal, closures.all_rows(network), _tolls(network, toll_km), on, without)
    search = question.search()
    if not search.connected:
        return ()
    trees = _trees(search, straight_km, back=most > 1 or bool(via))
    if math.isinf(trees.best_km):
        return ()
    best = _best(trees, start)
    if most == 1 and not via:
        return (draw(network, best, best.roads(), (origin[:2], destination[:2]), (start, goal)),)
    first = [best, *_without_carriers(question, best), *_within_one_country(question, best)]
    drafts = sorted([*_drafts(trees, best), *_round_borders(question, best)], key=lambda draft: draft.cost_km)
    if via and not any(_passes(draft.countries, via) for draft in (*first, *drafts)):
        drafts = _forced(search.trees(math.inf), via)
    first, drafts = ([draft for draft in some if _passes(draft.countries, via)] for some in (first, drafts))
    chosen = different(first, drafts, most)
    return tuple(draw(network, way.draft, way.roads, (origin[:2], destination[:2]), (start, goal)) for way in chosen)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the network; some of its answers need a second search with more shut."""

    network: RoadNetwork
    start: Snap
    goal: Snap
    shut: set[int]
    tolls: NDArray[np.float64] | None
    on: date | None
    without: frozenset[str]

    def search(self, shut: Iterable[int] = (), closed: Iterable[tuple[int, int]] = ()) -> CoreSearch:
        """A search with more rows of ``RoadNetwork.borders`` and more links shut."""
        return CoreSearch(
            self.network,
            self.start,
            self.goal,
            shut=self.shut.union(shut),
            closed=(*self.network.shut_links(self.on, self.without), *closed),
            border_km=self.tolls,
        )

    def best(
        self, within_km: float, *, shut: Iterable[int] = (), closed: Iterable[tuple[int, int]] = ()
    ) -> list[Draft]:
        """The shortest way with more shut, if there is one of that length."""
        trees = self.search(shut, closed).trees(within_km, back=False)
        return [] if math.isinf(trees.best_km) else [_best(trees, self.start)]


def _without_carriers(question: _Question, best: Draft) -> list[Draft]:
    """The shortest way that boards no ship or train for long, if the shortest of all does: round the gulf, say.

    Lines that take a third of the longest line on board, or less, may still be used: nobody leaves an island without.
    """
    network, core = question.network, question.network.hierarchy.core
    way = [int(core[node]) for node in best.way()]
    links = [network.link_at[pair] for pair in pairwise(way) if pair in network.link_at]
    longest_km = max((link.cost_km for link in links if link.mode in CARRIED), default=0.0)
    if not longest_km:
        return []
    long = [link for link in network.links if link.mode in CARRIED and link.cost_km > longest_km * SHORT_LINE]
    return question.best(best.cost_km * DRY_RATIO, closed=[(link.a, link.b) for link in long])


def _round_borders(question: _Question, best: Draft) -> list[Draft]:
    """For each border that the shortest way passes, the shortest way that does not pass that border at all.

    The trees know the best way over each border road, but not the ways that take two detours at once: round the border
    and then round the country behind it.
    """
    network = question.network
    _, number = network.border_pairs
    found = []
    for pair in dict.fromkeys(int(number[row]) for row in best.rows[:MOST_BORDERS]):
        found += question.best(_longest(best.cost_km), shut=np.flatnonzero(number == pair).tolist())
    return found


def _within_one_country(question: _Question, best: Draft) -> list[Draft]:
    """The shortest way that leaves the country of both ends nowhere, if the shortest of all leaves it."""
    if not best.rows or best.countries[0] != best.countries[-1]:
        return []
    return question.best(best.cost_km * HOME_RATIO, shut=range(len(question.network.borders)))


def _tolls(network: RoadNetwork, toll_km: Callable[[str, str], float] | None) -> NDArray[np.float64] | None:
    """The toll of each row of ``RoadNetwork.borders``."""
    if toll_km is None:
        return None
    pairs, number = network.border_pairs
    return np.array([toll_km(*pair) for pair in pairs], dtype=np.float64)[number]


def _trees(search: CoreSearch, straight_km: float, *, back: bool) -> CoreTrees:
    """Trees wide enough for the shortest way and, with the one back, for the alternatives worth naming."""
    network = search.network
    home = network.country_of(search.origin.node) == network.country_of(search.destination.node)
    beyond_km = min(FIRST_KM, max(LEAST_KM, straight_km)) if home else FIRST_KM
    within_km = min(straight_km * FIRST_RATIO + beyond_km, straight_km * LONG_RATIO + LONG_KM)
    trees = search.trees(within_km, back=back)
    for wider_km in (within_km * WIDEN_RATIO + WIDEN_KM, math.inf):
        if math.isinf(trees.best_km):
            trees = search.trees(wider_km, back=back)
    longest = _longest(trees.best_km)
    return search.trees(longest) if back and within_km < longest < math.inf else trees


def _longest(best_km: float) -> float:
    if best_km <= STRETCH_KM:
        return 2 * best_km
    return min(max(best_km + STRETCH_KM, best_km * STRETCH_RATIO), best_km + STRETCH_MOST_KM)


def _drafts(trees: CoreTrees, best: Draft) -> list[Draft]:
    """The shortest way over each border road, shortest first."""
    network = trees.network
    drafts = []
    cost_km = trees.search.border_cost_km
    a, b = network.core_borders.T
    near = np.isfinite(np.minimum(trees.out_km[a], trees.out_km[b]) + np.minimum(trees.back_km[a], trees.back_km[b]))
    rows = np.flatnonzero(near & np.isfinite(cost_km))
    if len(best.countries) == 1:
        drafts += _alternatives(trees, best)
    if not len(rows):
        return drafts
    a, b = a[rows], b[rows]
    there = trees.out_km[a] + cost_km[rows] + trees.back_km[b]
    back = trees.out_km[b] + cost_km[rows] + trees.back_km[a]
    total = np.minimum(there, back)
    order = np.argsort(total, kind="stable")
    chains = _Chains(trees)
    seen = {_label(network, best.rows)}
    for at in order[total[order] <= _longest(trees.best_km)].tolist():
        tail, head = (int(a[at]), int(b[at])) if there[at] <= back[at] else (int(b[at]), int(a[at]))
        draft = chains.draft(tail, head, int(rows[at]), float(total[at]))
        if draft is None or (label := _label(network, draft.rows)) in seen:
            continue
        seen.add(label)
        drafts.append(draft)
        if len(drafts) >= MOST_TRIED:
            break
    return without_reentry(drafts, best)


def _best(trees: CoreTrees, start: Snap) -> Draft:
    """The shortest way of all."""
    if trees.meeting is None:
        return Draft(trees, None, None, trees.best_km, (trees.network.country_of(start.node),), ())
    return _Chains(trees).whole(trees.meeting, trees.best_km)


def _label(network: RoadNetwork, rows: tuple[int, ...]) -> tuple[str, ...]:
    """Which posts a way uses: two carriageways over one post are one."""
    return tuple(network.crossings[row] or "{:.2f},{:.2f}".format(*network.border_point(row)) for row in rows)


def _alternatives(trees: CoreTrees, best: Draft) -> list[Draft]:
    """Other ways through one country: those that run a good part of their length along both trees, shortest first.

    Where a road leads on in the tree from the origin as in the one from the destination, each of its nodes lies on a
    shortest way of the same length; the more of such road a way has, the less it is a detour for its own sake.
    """
    parent, back = np.asarray(trees.out_parent), np.asarray(trees.back_parent)
    nodes = np.flatnonzero((parent >= 0) & (parent < trees.size))
    shared = nodes[back[parent[nodes]] == nodes]
    total = np.rint((trees.out_km[shared] + trees.back_km[shared]) * 1000).astype(np.int64)
    lengths, number = np.unique(total, return_inverse=True)
    common = np.bincount(number, weights=trees.out_km[shared] - trees.out_km[parent[shared]])
    longest_m = min(trees.best_km * SEQUENCE_RATIO, trees.best_km + SEQUENCE_KM) * 1000
    good = np.flatnonzero((common >= trees.best_km * COMMON_SHARE) & (lengths <= longest_m))
    chains = _Chains(trees)
    drafts = []
    for at in good[:MOST_TRIED].tolist():
        draft = chains.through(int(shared[np.argmax(number == at)]), float(lengths[at]) / 1000)
        if draft.countries == best.countries:
            drafts.append(draft)
    return drafts


class _Chains:
    """The border roads on the way to each node of two trees, worked out where they are asked for."""

    def __init__(self, trees: CoreTrees) -> None:
        self._trees = trees
        self._view = trees.network.core_country.data
        self._out: dict[int, tuple[tuple[int, int], ...]] = {}
        self._back: dict[int, tuple[tuple[int, int], ...]] = {}

    def draft(self, tail: int, head: int, row: int, km: float) -> Draft | None:
        """The way out to ``tail``, over the border road to ``head`` and on; None where it would turn back on itself."""
        trees = self._trees
        if trees.out_parent[tail] == head or trees.back_parent[head] == tail:
            return None
        out = self._chain(self._out, trees.out_parent, tail)
        back = self._chain(self._back, trees.back_parent, head)
        passed = [*out, (tail, head), *((near, far) for far, near in reversed(back))]
        countries = self._countries(passed)
        rows = tuple(row if pair == (tail, head) else self._row(pair) for pair in passed)
        if len(set(rows)) < len(rows):
            return None
        return Draft(trees, tail, head, km, countries, rows)

    def whole(self, meeting: int, km: float) -> Draft:
        """The shortest way, which the tree from the origin holds up to its last node."""
        passed = self._chain(self._out, self._trees.out_parent, meeting)
        return self._draft(meeting, None, km, passed)

    def through(self, node: int, km: float) -> Draft:
        """The shortest way over a node."""
        out = self._chain(self._out, self._trees.out_parent, node)
        back = self._chain(self._back, self._trees.back_parent, node)
        return self._draft(node, node, km, (*out, *((near, far) for far, near in reversed(back))))

    def _draft(self, tail: int, head: int | None, km: float, passed: tuple[tuple[int, int], ...]) -> Draft:
        code = self._trees.network.codes[self._view[tail]]
        countries = self._countries(passed) if passed else (code,)
        return Draft(self._trees, tail, head, km, countries, tuple(map(self._row, passed)))

    def _countries(self, passed: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        codes = self._trees.network.codes
        listed = list(passed)
        return (codes[self._view[listed[0][0]]], *(codes[self._view[head]] for _, head in listed))

    def _row(self, pair: tuple[int, int]) -> int:
        network = self._trees.network
        core = network.hierarchy.core
        return network.border_at[int(core[pair[0]]), int(core[pair[1]])]

    def _chain(
        self, known: dict[int, tuple[tuple[int, int], ...]], parent: memoryview, node: int
    ) -> tuple[tuple[int, int], ...]:
        """The border roads from the root of a tree to a node, each as (nearer, farther) node."""
        size, trail = self._trees.size, []
        while 0 <= node < size and node not in known:
            trail.append(node)
            node = parent[node]
        chain = known.get(node, ())
        for step in reversed(trail):
            before = parent[step]
            if 0 <= before < size and self._view[before] != self._view[step]:
                chain = (*chain, (before, step))
            known[step] = chain
        return chain


def _passes(countries: tuple[str, ...], via: tuple[str, ...]) -> bool:
    """Whether a sequence of countries holds others in order."""
    left = iter(countries)
    return all(code in left for code in via)


def _forced(trees: CoreTrees, via: tuple[str, ...]) -> list[Draft]:
    """The shortest way through the country of ``via`` that lies farthest off, where no short way passes it."""
    network, chains = trees.network, _Chains(trees)
    total = trees.out_km + trees.back_km
    country = network.core_country
    found = []
    for code in via:
        if code not in network.codes:
            continue
        inside = np.flatnonzero((country == network.codes.index(code)) & np.isfinite(total))
        if len(inside):
            node = int(inside[np.argmin(total[inside])])
            found.append(chains.through(node, float(total[node])))
    return found
