"""Candidate ways over the road network: those that a person would call different.

Two shortest-path trees, one from each end, give the shortest way over every border road at once. Ways are told apart by
the countries they pass and the posts they use; small variations of one way are dropped.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wayproof.travel.road_drawing import Draft, RoadWay, draw
from wayproof.world.geodesy import distance_km
from wayproof.world.road_trees import RoadSearch, Trees, shut_roads

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
SAME_SEQUENCE_SHARE, OTHER_SEQUENCE_SHARE = 0.7, 0.9
"""Ways that share more of their length are one way: through the same countries, or through others."""
PER_SEQUENCE, SEQUENCE_RATIO, SEQUENCE_KM = 3, 1.25, 150.0
"""So many ways through the same countries at most, and none so many times, and km, longer than the first of them."""
REENTRY_RATIO, REENTRY_KM = 1.15, 10.0
"""A way that leaves a country and comes back is dropped if one that does not is at most so much longer."""
HOME_RATIO = 1.6
"""A way that stays in the one country of both ends is offered if it is at most so many times longer."""
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
    shut = np.concatenate([network.shut_arcs(on, without), shut_roads(network, closures.all_rows(network))])
    search = RoadSearch(network, start, goal, shut, _tolls(network, toll_km))
    if not search.connected:
        return ()
    trees = _trees(search, straight_km)
    if math.isinf(trees.best_km):
        return ()
    drafts = [*_within_one_country(search, trees), *_drafts(trees, start)]
    if via and not any(_passes(draft.countries, via) for draft in drafts):
        drafts = _forced(search.trees(math.inf), via)
    chosen = _different([draft for draft in drafts if _passes(draft.countries, via)], most)
    return tuple(draw(network, draft, origin[:2], destination[:2], ends=(start, goal)) for draft in chosen)


def _within_one_country(search: RoadSearch, trees: Trees) -> list[Draft]:
    """The shortest way that leaves the country of both ends nowhere, if the shortest of all leaves it."""
    network, start, goal = search.network, search.origin, search.destination
    if network.country_of(start.node) != network.country_of(goal.node):
        return []
    best = _best(trees, start)
    if not best.rows:
        return []
    every = np.concatenate([search.shut, network.border_arcs.ravel()])
    home = RoadSearch(network, start, goal, every).trees(trees.best_km * HOME_RATIO)
    return [] if math.isinf(home.best_km) else [_best(home, start)]


def _tolls(network: RoadNetwork, toll_km: Callable[[str, str], float] | None) -> NDArray[np.float64] | None:
    """The toll of each row of ``RoadNetwork.borders``."""
    if toll_km is None:
        return None
    pairs, number = network.border_pairs
    return np.array([toll_km(*pair) for pair in pairs], dtype=np.float64)[number]


def _trees(search: RoadSearch, straight_km: float) -> Trees:
    """Trees wide enough for the shortest way and the alternatives worth naming."""
    network = search.network
    home = network.country_of(search.origin.node) == network.country_of(search.destination.node)
    beyond_km = min(FIRST_KM, max(LEAST_KM, straight_km)) if home else FIRST_KM
    within_km = min(straight_km * FIRST_RATIO + beyond_km, straight_km * LONG_RATIO + LONG_KM)
    trees = search.trees(within_km)
    if math.isinf(trees.best_km):
        trees = search.trees(within_km * WIDEN_RATIO + WIDEN_KM)
    if math.isinf(trees.best_km):
        trees = search.trees(math.inf)
    longest = _longest(trees.best_km)
    return search.trees(longest) if within_km < longest < math.inf else trees


def _longest(best_km: float) -> float:
    if best_km <= STRETCH_KM:
        return 2 * best_km
    return min(max(best_km + STRETCH_KM, best_km * STRETCH_RATIO), best_km + STRETCH_MOST_KM)


def _drafts(trees: Trees, start: Snap) -> list[Draft]:
    """The shortest way over each border road, and the shortest of all, shortest first."""
    network = trees.network
    best = _best(trees, start)
    drafts = [best]
    ends = trees.local(network.borders[:, :2].astype(np.int64).ravel()).reshape(-1, 2)
    cost_km = trees.search.border_cost_km
    rows = np.flatnonzero(np.all(ends >= 0, axis=1) & np.isfinite(cost_km))
    if not len(rows):
        return drafts
    a, b = ends[rows].T
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
    return _without_reentry(drafts)


def _best(trees: Trees, start: Snap) -> Draft:
    """The shortest way of all."""
    if trees.meeting is None:
        return Draft(trees, None, None, trees.best_km, (trees.network.country_of(start.node),), ())
    return _Chains(trees).whole(trees.meeting, trees.best_km)


def _label(network: RoadNetwork, rows: tuple[int, ...]) -> tuple[str, ...]:
    """Which posts a way uses: two carriageways over one post are one."""
    return tuple(network.crossings[row] or "{:.2f},{:.2f}".format(*network.border_point(row)) for row in rows)


class _Chains:
    """The border roads on the way to each node of two trees, worked out where they are asked for."""

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self._view = np.ascontiguousarray(trees.network.country[trees.nodes]).data
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
        nodes = self._trees.nodes
        return self._trees.network.border_at[int(nodes[pair[0]]), int(nodes[pair[1]])]

    def _chain(
        self, known: dict[int, tuple[tuple[int, int], ...]], parent: memoryview, node: int
    ) -> tuple[tuple[int, int], ...]:
        """The border roads from the root of a tree to a node, each as (nearer, farther) node."""
        size, trail = len(self._trees.nodes), []
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


def _without_reentry(drafts: list[Draft]) -> list[Draft]:
    """Drop ways that leave a country and come back where one that does not is hardly longer."""
    shortest: dict[tuple[str, ...], float] = {}
    for draft in drafts:
        shortest.setdefault(draft.countries, draft.cost_km)
    kept = []
    for draft in drafts:
        plain = _straightened(draft.countries)
        if plain == draft.countries or shortest.get(plain, math.inf) > draft.cost_km * REENTRY_RATIO + REENTRY_KM:
            kept.append(draft)
    return kept


def _straightened(countries: tuple[str, ...]) -> tuple[str, ...]:
    """The sequence without its loops: what lies between two visits of one country."""
    plain: list[str] = []
    for code in countries:
        if code in plain:
            del plain[plain.index(code) + 1 :]
        else:
            plain.append(code)
    return tuple(plain)


def _passes(countries: tuple[str, ...], via: tuple[str, ...]) -> bool:
    """Whether a sequence of countries holds others in order."""
    left = iter(countries)
    return all(code in left for code in via)


def _forced(trees: Trees, via: tuple[str, ...]) -> list[Draft]:
    """The shortest way through the country of ``via`` that lies farthest off, where no short way passes it."""
    network, chains = trees.network, _Chains(trees)
    total = trees.out_km + trees.back_km
    country = network.country[trees.nodes]
    found = []
    for code in via:
        if code not in network.codes:
            continue
        inside = np.flatnonzero((country == network.codes.index(code)) & np.isfinite(total))
        if len(inside):
            node = int(inside[np.argmin(total[inside])])
            found.append(chains.through(node, float(total[node])))
    return found


def _different(drafts: list[Draft], most: int) -> list[Draft]:
    """Ways with enough road of their own, those through countries of their own first."""
    chosen: list[Draft] = []
    marks: list[NDArray[np.bool_]] = []
    for own_countries in (True, False):
        for draft in drafts:
            like = [other for other in chosen if other.countries == draft.countries]
            if len(chosen) >= most or bool(like) == own_countries or len(like) >= PER_SEQUENCE or draft in chosen:
                continue
            if like and draft.cost_km > max(like[0].cost_km * SEQUENCE_RATIO, like[0].cost_km + SEQUENCE_KM):
                continue
            way = draft.way()
            if len(set(way)) < len(way):
                continue
            shares = [
                (_shared(draft, way, mark), SAME_SEQUENCE_SHARE if other in like else OTHER_SEQUENCE_SHARE)
                for other, mark in zip(chosen, marks, strict=True)
            ]
            if any(share > allowed for share, allowed in shares):
                continue
            mark = np.zeros(draft.trees.network.size, dtype=bool)
            mark[draft.trees.nodes[way]] = True
            chosen.append(draft)
            marks.append(mark)
    return sorted(chosen, key=lambda draft: draft.cost_km)


def _shared(draft: Draft, way: list[int], mark: NDArray[np.bool_]) -> float:
    """Share of a way's length on roads that another way uses."""
    at = draft.along(way)
    both = mark[draft.trees.nodes[way]]
    common = float(np.diff(at)[both[:-1] & both[1:]].sum()) if len(way) > 1 else 0.0
    return common / max(draft.cost_km, 1e-9)
