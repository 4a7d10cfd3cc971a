"""Which ways over the road network differ enough for a person to call them different, and which to leave out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wayproof.travel.road_drawing import Draft, Roads

SAME_SEQUENCE_SHARE, OTHER_SEQUENCE_SHARE, ONE_COUNTRY_SHARE = 0.7, 0.9, 0.5
"""Ways that share more of their length are one way: through the same countries, through others, or within one."""
PER_SEQUENCE, SEQUENCE_RATIO, SEQUENCE_KM = 3, 1.25, 150.0
"""So many ways through the same countries at most, and none so many times, and km, longer than the first of them."""
REENTRY_RATIO, REENTRY_KM = 1.15, 10.0
"""A way that leaves a country and comes back is dropped if one that does not is at most so much longer."""


def without_reentry(drafts: list[Draft], best: Draft) -> list[Draft]:
    """Drop ways that come back into a country on the way; into that of an end, where one that does not is as good."""
    shortest: dict[tuple[str, ...], float] = {}
    for draft in (best, *drafts):
        shortest.setdefault(draft.countries, draft.cost_km)
    kept = []
    for draft in drafts:
        between = [code for code in draft.countries if code not in {draft.countries[0], draft.countries[-1]}]
        if len(set(between)) < len(between):
            continue
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


@dataclass(frozen=True, slots=True)
class Chosen:
    """A way that is offered, with its roads."""

    draft: Draft
    roads: Roads | None
    arcs: frozenset[tuple[int, int]]
    keys: NDArray[np.int64]


def different(first: list[Draft], drafts: list[Draft], most: int) -> list[Chosen]:
    """Ways with enough road of their own: the first ones whatever their length, then those through other countries."""
    chosen: list[Chosen] = []
    for draft in first[:most]:
        _choose(draft, chosen)
    for own_countries in (True, False):
        for draft in drafts:
            like = [other.draft for other in chosen if other.draft.countries == draft.countries]
            if len(chosen) >= most or bool(like) == own_countries or len(like) >= PER_SEQUENCE:
                continue
            if like and draft.cost_km > max(like[0].cost_km * SEQUENCE_RATIO, like[0].cost_km + SEQUENCE_KM):
                continue
            _choose(draft, chosen)
    return sorted(chosen, key=lambda way: way.draft.cost_km)


def _choose(draft: Draft, chosen: list[Chosen]) -> None:
    """Add a way to those chosen if it does not share too much of its length with one of them."""
    way = draft.way()
    if len(set(way)) < len(way):
        return
    arcs = list(pairwise(way))
    lengths = np.diff(draft.along(way)) if arcs else np.empty(0)
    same = ONE_COUNTRY_SHARE if len(draft.countries) == 1 else SAME_SEQUENCE_SHARE
    allowed = [same if other.draft.countries == draft.countries else OTHER_SEQUENCE_SHARE for other in chosen]
    # Ways that share arcs of the core share at least those roads: many need not be looked at more closely.
    for other, share in zip(chosen, allowed, strict=True):
        if lengths[[arc in other.arcs for arc in arcs]].sum() > share * draft.cost_km:
            return
    roads = draft.roads()
    nodes, metres = (np.empty(0, dtype=np.int64),) * 2 if roads is None else roads[:2]
    keys = nodes[:-1] * draft.trees.network.size + nodes[1:]
    for other, share in zip(chosen, allowed, strict=True):
        if metres[np.isin(keys, other.keys)].sum() / 1000 > share * draft.cost_km:
            return
    chosen.append(Chosen(draft, roads, frozenset(arcs), keys))
