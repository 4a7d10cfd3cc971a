"""The world's main roads as a graph: where they run, in which country, and over which borders, bridges and ferries."""

from __future__ import annotations

import json
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.errors import DataError
from wayproof.world.manifest import data_path
from wayproof.world.road_hierarchy import RoadHierarchy
from wayproof.world.road_links import Link, RoadlessBorder, crossing_of_rows, links_of
from wayproof.world.snapping import DEGREE, TILE, Snap, snap
from wayproof.world.sphere import great_circle_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Floats = NDArray[np.float64]

ARRAYS = ("lat", "lon", "country", "indptr", "indices", "metres", "borders")
PREPARED = ("core", "climb_indptr", "climb_heads", "climb_metres", "climb_first", "climb_step")
"""Files of the roads alone: the network prepared for fast search."""
CLIMB = ("heads", "metres", "first", "step")


class RoadNetwork:
    """Main roads of the world, or of a toy world.

    Nodes are numbered so that each connected part is one block of successive numbers. Lengths are along the road, in
    metres; those of ferries and shuttles are the road length that takes as long (``Link.cost_km``). The graph is
    symmetric.

    Parameters
    ----------
    lat, lon
        Node positions, whole 1e-5 degrees, shape (n,).
    country
        Index into ``codes`` for each node.
    indptr, indices, metres
        Adjacency in compressed rows.
    borders
        Rows (node, node, lat, lon) of the roads whose ends lie in two countries; lat, lon is where the border is.
    codes
        ISO alpha-2 codes.
    blocks
        First node of each connected part, and n.
    crossings
        For each row of ``borders``, the id of the named crossing it uses or None.
    links
        The bridges and ferries among the arcs.
    hierarchy
        The network prepared for fast search; None for one that was not.
    roadless
        Borders that no road passes.
    """

    def __init__(
        self,
        *,
        lat: Ints,
        lon: Ints,
        country: Ints,
        indptr: Ints,
        indices: Ints,
        metres: Ints,
        borders: Ints,
        codes: Sequence[str],
        blocks: Sequence[int],
        crossings: Sequence[str | None],
        links: Sequence[Link] = (),
        hierarchy: RoadHierarchy | None = None,
        roadless: Sequence[RoadlessBorder] = (),
    ) -> None:
        self._prepared = hierarchy
        self.roadless = tuple(roadless)
        self.lat, self.lon, self.country = lat, lon, country
        self.indptr, self.indices, self.metres = indptr, indices, metres
        self.borders = borders
        self.codes = tuple(codes)
        self.blocks = np.asarray(blocks, dtype=np.int64)
        self.crossings = tuple(crossings)
        self.links = tuple(links)
        self._check_sizes()

    def _check_sizes(self) -> None:
        """Refuse arrays that do not belong together: files of two builds would lead ways astray.

        Raises
        ------
        DataError
            Their lengths differ.
        """
        nodes, arcs = len(self.lat), int(self.indptr[-1])
        told = {
            "lon": (len(self.lon), nodes),
            "country": (len(self.country), nodes),
            "indptr": (len(self.indptr), nodes + 1),
            "blocks": (int(self.blocks[-1]), nodes),
            "indices": (len(self.indices), arcs),
            "metres": (len(self.metres), arcs),
            "crossings": (len(self.crossings), len(self.borders)),
        }
        if self._prepared is not None:
            told["climb_indptr"] = (len(self._prepared.indptr), nodes + 1)
            climbs = int(self._prepared.indptr[-1])
            told |= {f"climb_{name}": (len(getattr(self._prepared, name)), climbs) for name in CLIMB}
        odd = [name for name, (found, wanted) in told.items() if found != wanted]
        if odd:
            message = f"the files of a road network do not belong together ({', '.join(odd)}); run `make data`"
            raise DataError(message)

    @classmethod
    def from_edges(
        cls,
        points: Sequence[tuple[float, float, str]],
        edges: Sequence[tuple[int, int, float]],
        *,
        crossings: Mapping[tuple[int, int], tuple[str | None, float, float]] | None = None,
        links: Sequence[Link] = (),
    ) -> RoadNetwork:
        """A small network from code.

        Parameters
        ----------
        points
            (lat, lon, country) of each node.
        edges
            (node, node, km); connected parts must be numbered one after another.
        crossings
            For an edge (as given) between two countries: crossing id or None, and lat, lon of the border; where an edge
            is not listed, its middle and no crossing.
        links
            Bridges and ferries; their edges are added from them.
        """
        codes = sorted({code for _, _, code in points})
        at = crossings or {}
        every = [*edges, *((link.a, link.b, link.cost_km) for link in links)]
        directed = sorted([(a, b, km) for a, b, km in every] + [(b, a, km) for a, b, km in every])
        borders, names = [], []
        for a, b, _ in every:
            if points[a][2] == points[b][2]:
                continue
            middle = ((points[a][0] + points[b][0]) / 2, (points[a][1] + points[b][1]) / 2)
            name, lat, lon = at.get((a, b), (None, *middle))
            borders.append((a, b, round(lat * DEGREE), round(lon * DEGREE)))
            names.append(name)
        degrees = np.bincount([a for a, _, _ in directed], minlength=len(points))
        return cls(
            lat=np.array([round(p[0] * DEGREE) for p in points], dtype=np.int32),
            lon=np.array([round(p[1] * DEGREE) for p in points], dtype=np.int32),
            country=np.array([codes.index(p[2]) for p in points], dtype=np.uint8),
            indptr=np.concatenate([[0], np.cumsum(degrees)]).astype(np.int32),
            indices=np.array([b for _, b, _ in directed], dtype=np.int32),
            metres=np.array([round(km * 1000) for _, _, km in directed], dtype=np.int32),
            borders=np.array(borders, dtype=np.int32).reshape(-1, 4),
            codes=codes,
            blocks=_blocks(len(points), every),
            crossings=names,
            links=links,
        )

    @property
    def size(self) -> int:
        """Number of nodes."""
        return len(self.lat)

    def point(self, node: int) -> tuple[float, float]:
        """The node's (lat, lon) in degrees."""
        return int(self.lat[node]) / DEGREE, int(self.lon[node]) / DEGREE

    def country_of(self, node: int) -> str:
        """ISO alpha-2 of the territory the node lies in."""
        return self.codes[int(self.country[node])]

    def block(self, node: int) -> tuple[int, int]:
        """The node's connected part, as the first node of it and of the next."""
        at = int(np.searchsorted(self.blocks, node, side="right"))
        return int(self.blocks[at - 1]), int(self.blocks[at])

    def neighbours(self, node: int) -> dict[int, float]:
        """The nodes one road away, with its km."""
        row = slice(int(self.indptr[node]), int(self.indptr[node + 1]))
        return {int(to): int(m) / 1000 for to, m in zip(self.indices[row], self.metres[row], strict=True)}

    def arcs(self, tails: Ints, heads: Ints) -> NDArray[np.int64]:
        """Positions of the arcs tail -> head in ``indices``; -1 where there is none."""
        found = np.full(len(tails), -1, dtype=np.int64)
        first, last = self.indptr[tails].astype(np.int64), self.indptr[np.asarray(tails) + 1].astype(np.int64)
        for step in range(int((last - first).max(initial=0))):
            at = np.minimum(first + step, len(self.indices) - 1)
            hit = (first + step < last) & (self.indices[at] == heads)
            found[hit] = at[hit]
        return found

    @cached_property
    def hierarchy(self) -> RoadHierarchy:
        """The network prepared for fast search; all of it core if it was not prepared."""
        return self._prepared or RoadHierarchy.flat(self.indptr, self.indices, self.metres)

    @cached_property
    def border_roads(self) -> NDArray[np.int64]:
        """For each row of ``borders`` the positions of its road, in both senses, among the arcs inside the core."""
        return self.hierarchy.roads_of_core(self.borders[:, :2].astype(np.int64))

    @cached_property
    def link_roads(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The positions of each link (node, node), in both senses, among the arcs inside the core."""
        pairs = [(link.a, link.b) for link in self.links]
        found = self.hierarchy.roads_of_core(np.array(pairs, dtype=np.int64).reshape(-1, 2))
        return {pair: (int(there), int(back)) for pair, (there, back) in zip(pairs, found, strict=True)}

    @cached_property
    def core_country(self) -> NDArray[np.uint8]:
        """Index into ``codes`` for each node of the core."""
        return np.ascontiguousarray(self.country[self.hierarchy.core])

    @cached_property
    def core_borders(self) -> NDArray[np.int64]:
        """The two ends of each row of ``borders`` as local numbers of the core."""
        return self.hierarchy.local(self.borders[:, :2].astype(np.int64))

    @cached_property
    def border_arcs(self) -> NDArray[np.int64]:
        """Arc positions of each row of ``borders`` in both senses, shape (m, 2)."""
        a, b = self.borders[:, 0], self.borders[:, 1]
        return np.stack([self.arcs(a, b), self.arcs(b, a)], axis=1)

    @cached_property
    def border_at(self) -> dict[tuple[int, int], int]:
        """The row of ``borders`` for each (node, node), in both senses."""
        rows = self.borders[:, :2].tolist()
        there = {(a, b): row for row, (a, b) in enumerate(rows)}
        return there | {(b, a): row for (a, b), row in there.items()}

    @cached_property
    def link_at(self) -> dict[tuple[int, int], Link]:
        """The link that joins (node, node), in both senses."""
        return {pair: link for link in self.links for pair in ((link.a, link.b), (link.b, link.a))}

    @cached_property
    def link_ends(self) -> NDArray[np.int64]:
        """The nodes at the ends of links, ascending."""
        return np.unique(np.array([(link.a, link.b) for link in self.links], dtype=np.int64))

    def border_point(self, row: int) -> tuple[float, float]:
        """Where the road of a row of ``borders`` passes from one country into the other, (lat, lon)."""
        return int(self.borders[row, 2]) / DEGREE, int(self.borders[row, 3]) / DEGREE

    @cached_property
    def border_pairs(self) -> tuple[tuple[tuple[str, str], ...], NDArray[np.int64]]:
        """The different pairs of countries, and for each row of ``borders`` the index of its pair."""
        low, high = np.sort(self.country[self.borders[:, :2]].astype(np.int64), axis=1).T
        keys, number = np.unique(low * len(self.codes) + high, return_inverse=True)
        pairs = tuple((self.codes[key // len(self.codes)], self.codes[key % len(self.codes)]) for key in keys.tolist())
        return pairs, number

    def border_pair(self, row: int) -> frozenset[str]:
        """The two countries of a row of ``borders``."""
        return frozenset(self.country_of(int(node)) for node in self.borders[row, :2])

    def shut_links(self, on: date | None, avoid: Iterable[str] = ()) -> list[tuple[int, int]]:
        """The ends of all links not in use on that day (None: today), and of the modes to `avoid`."""
        avoided = set(avoid)
        return [(link.a, link.b) for link in self.links if not link.open_on(on) or link.mode in avoided]

    def shut_arcs(self, on: date | None, avoid: Iterable[str] = ()) -> NDArray[np.int64]:
        """Positions of the arcs of all links not in use on that day (None: today), and of the modes to `avoid`."""
        shut = self.shut_links(on, avoid)
        if not shut:
            return np.empty(0, dtype=np.int64)
        a, b = np.array(shut, dtype=np.int64).T
        return np.concatenate([self.arcs(a, b), self.arcs(b, a)])

    @cached_property
    def tiles(self) -> tuple[Floats, Floats, Floats]:
        """Circles round runs of ``TILE`` successive nodes: lat, lon in degrees and radius in km."""
        first = np.arange(0, self.size, TILE)
        low, high = (
            np.stack([edge.reduceat(axis, first) for axis in (self.lat, self.lon)]) / DEGREE
            for edge in (np.minimum, np.maximum)
        )
        lat, lon = (low + high) / 2
        corners = [great_circle_km(lat, lon, side[0], low[1]) for side in (low, high)]
        # At the widest parallel of the box its corners are farthest; a half-turn wide box has no farther point.
        equator = great_circle_km(lat, lon, np.clip(0.0, low[0], high[0]), low[1])
        return lat, lon, np.max([*corners, equator], axis=0) + 1.0

    @cached_property
    def boxes(self) -> NDArray[np.int32]:
        """South, north, west and east edges of runs of ``TILE`` successive nodes, shape (4, m), in stored units."""
        first = np.arange(0, self.size, TILE)
        return np.stack(
            [edge.reduceat(axis, first) for axis in (self.lat, self.lon) for edge in (np.minimum, np.maximum)]
        )

    @cached_property
    def link_arcs(self) -> NDArray[np.int64]:
        """Positions of the arcs of bridges, tunnels and ferries: nobody joins them half-way, and they have dates."""
        pairs = [(link.a, link.b) for link in self.links]
        if not pairs:
            return np.empty(0, dtype=np.int64)
        a, b = np.array(pairs, dtype=np.int64).T
        return np.concatenate([self.arcs(a, b), self.arcs(b, a)])

    def snap(self, lat: float, lon: float, *, country: str | None = None, limit_km: float = 160.0) -> Snap | None:
        """Where a position joins the network; see ``snapping.snap``."""
        return snap(self, lat, lon, country=country, limit_km=limit_km)


def _blocks(size: int, edges: Sequence[tuple[int, int, float]]) -> list[int]:
    """First node of each connected part, and the number of nodes."""
    low = list(range(size))
    changed = True
    while changed:
        changed = False
        for a, b, _ in edges:
            least = min(low[a], low[b])
            changed = changed or low[a] != least or low[b] != least
            low[a] = low[b] = least
    if low != sorted(low):
        message = "connected parts of a road network must be numbered one after another"
        raise DataError(message)
    return [*sorted(set(low)), size]


@cache
def open_network() -> RoadNetwork:
    """The shipped road network, memory-mapped on first use.

    Raises
    ------
    DataError
        A file is missing.
    """
    try:
        arrays = {name: np.load(data_path(f"roads_{name}.npy"), mmap_mode="r") for name in (*ARRAYS, *PREPARED)}
        about = json.loads(data_path("roads.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"the road network cannot be read ({error}); install wayproof again, or run `make data`"
        raise DataError(message) from error
    crossings = crossing_of_rows(about["crossings"], len(arrays["borders"]))
    links = links_of(about["links"])
    hierarchy = RoadHierarchy(**{name.removeprefix("climb_"): arrays.pop(name) for name in PREPARED})
    return RoadNetwork(
        **arrays,
        codes=about["codes"],
        blocks=about["blocks"],
        crossings=crossings,
        links=links,
        hierarchy=hierarchy,
        roadless=[
            RoadlessBorder(frozenset(entry["countries"]), entry["reason"], entry["source"])
            for entry in about["roadless"]
        ],
    )
