"""Builds ``inland.npz``: the rivers of the offline map as a graph, with the way the water runs.

A course that ends beside another meets it; the courses of one river that a lake or a swamp parts are joined. Water runs
towards the nearest mouth in the sea; where no course of a network comes near a coast, the way it runs is not known.
The rivers and coasts are those of ``basemap.sqlite``, which has to be built before; canals and channels that it lacks
are rows of ``tables/inland_links.csv``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import KDTree

from basemap_rivers import NAMES, SOURCE
from borders_source import NATURAL_EARTH, read_table
from manifest import DATA, record, replacing
from road_graph import unit_vectors
from wayproof.world.borders import open_borders
from wayproof.world.inland_waters import DEGREE, FILE
from wayproof.world.sphere import MEAN_RADIUS_KM, great_circle_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Joins = list[tuple[int, int]]

LINKS: Final = "inland_links.csv"
WHOLE_EARTH: Final = (-180.0, -90.0, 180.0, 90.0)
TOLERANCE_DEG: Final = 0.02
"""The resolution of the courses that are read: kilometres, as good as their source."""
PIECE_DEG: Final = 0.1
"""The longest piece of a course between two nodes, degrees."""
MEETING_KM: Final = 7.0
"""A course that ends so near another meets it: both are good to a few kilometres."""
GAP_KM: Final = 120.0
"""Two courses of one river that end so near each other are one: a reservoir or a swamp lies between."""
COASTS_KM: Final = (15.0, 40.0, 80.0, 150.0, 250.0)
"""A course that ends so near the sea ends in it; the nearer distances are tried first, for each network of rivers."""
COAST_DEG: Final = 0.02
DOWN, UP = 1, -1


class Courses:
    """The courses of rivers as nodes, and stretches between them."""

    def __init__(self) -> None:
        rivers = open_borders().rivers_within(WHOLE_EARTH, tolerance_deg=TOLERANCE_DEG)
        parts = [(river.name, line) for river in rivers for line in shapely.get_parts(river.course)]
        rivers_drawn = len(parts)
        parts += [(row["name"], as_line(row["course"])) for row in read_table(LINKS)]
        self.names = [name for name, _ in parts]
        drawn, owner = shapely.get_coordinates(
            shapely.segmentize([line for _, line in parts], PIECE_DEG), return_index=True
        )
        units = np.round(drawn * DEGREE).astype(np.int64)
        keys = units @ np.array([1, 8 * 180 * DEGREE])
        _, first, number = np.unique(keys, return_index=True, return_inverse=True)
        self.units, self.course = units[first], owner[first]
        self.lon, self.lat = (self.units / DEGREE).T
        self.by_hand = self.course >= rivers_drawn
        along = owner[:-1] == owner[1:]
        self.tail, self.head, self.river = number[:-1][along], number[1:][along], owner[:-1][along]
        self.tree = KDTree(unit_vectors(self.lat, self.lon) * MEAN_RADIUS_KM)

    def near(self, node: int, km: float) -> list[int]:
        """The nodes within a distance of one, nearest first."""
        found = np.array(self.tree.query_ball_point(self.tree.data[node], km), dtype=np.int64)
        away = great_circle_km(self.lat[node], self.lon[node], self.lat[found], self.lon[found])
        return [int(found[at]) for at in np.lexsort((found, away))]

    def ends(self) -> NDArray[np.int64]:
        """The nodes at which one stretch of a river ends and no other begins."""
        kept = self.natural()
        both = np.concatenate([self.tail[kept], self.head[kept]])
        return np.flatnonzero(np.bincount(both, minlength=len(self.lat)) == 1)

    def natural(self) -> NDArray[np.bool_]:
        """Which stretches are of rivers: no canal dug from one river to another."""
        return np.asarray(~(self.by_hand[self.tail] | self.by_hand[self.head]))

    def parts(self) -> NDArray[np.int64]:
        """The network of rivers to which each node belongs."""
        size, kept = len(self.lat), self.natural()
        graph = coo_array((np.ones(int(kept.sum())), (self.tail[kept], self.head[kept])), shape=(size, size))
        return np.asarray(connected_components(graph, directed=False)[1])

    def join(self, joins: Sequence[tuple[int, int]]) -> None:
        """Add stretches that belong to no river."""
        new = np.array(sorted(set(joins)), dtype=np.int64).reshape(-1, 2)
        self.tail, self.head = np.concatenate([self.tail, new[:, 0]]), np.concatenate([self.head, new[:, 1]])
        self.river = np.concatenate([self.river, np.full(len(new), -1, dtype=np.int64)])


def as_line(course: str) -> shapely.LineString:
    """The line of a row of the table: lat and lon of each point."""
    return shapely.LineString(np.array(course.split(), dtype=np.float64).reshape(-1, 2)[:, ::-1])


def meetings(courses: Courses) -> list[tuple[int, int]]:
    """The ends of courses, each with the nearest point of another that it meets."""
    found = []
    dug = np.flatnonzero(courses.by_hand & (np.bincount(np.concatenate([courses.tail, courses.head])) == 1))
    for end in (*courses.ends().tolist(), *dug.tolist()):
        others = (one for one in courses.near(end, MEETING_KM) if courses.course[one] != courses.course[end])
        found += [(end, one) for one in list(others)[:1]]
    return found


def gaps(courses: Courses) -> list[tuple[int, int]]:
    """The ends of courses of one river that are not joined to each other, each with the nearest other."""
    part, named = courses.parts(), {}
    for end in courses.ends().tolist():
        named.setdefault(courses.names[courses.course[end]], []).append(end)
    found = []
    for name, ends in named.items():
        for end in ends if name else ():
            others = [one for one in ends if part[one] != part[end]]
            away = great_circle_km(courses.lat[end], courses.lon[end], courses.lat[others], courses.lon[others])
            if others and away.min() <= GAP_KM:
                found.append((end, others[int(np.argmin(away))]))
    return found


def mouths(courses: Courses) -> NDArray[np.int64]:
    """The ends of courses that lie at the sea."""
    coast = shapely.get_coordinates(
        shapely.segmentize(
            shapely.boundary(open_borders().land_within(WHOLE_EARTH, tolerance_deg=COAST_DEG)), PIECE_DEG
        )
    )
    tree = KDTree(unit_vectors(coast[:, 1], coast[:, 0]) * MEAN_RADIUS_KM)
    ends, part = courses.ends(), courses.parts()
    away = tree.query(courses.tree.data[ends])[0]
    found: list[int] = []
    for km in COASTS_KM:
        known = {int(part[node]) for node in found}
        found += [int(end) for end, far in zip(ends, away, strict=True) if far <= km and int(part[end]) not in known]
    return np.array(sorted(found), dtype=np.int64)


def flows(courses: Courses, at_sea: NDArray[np.int64]) -> NDArray[np.int8]:
    """Whether the water runs along each stretch as it is drawn (1), against it (-1), or nobody knows (0)."""
    km = great_circle_km(
        courses.lat[courses.tail], courses.lon[courses.tail], courses.lat[courses.head], courses.lon[courses.head]
    )
    size, kept = len(courses.lat), courses.natural()
    ends = (courses.tail[kept], courses.head[kept])
    graph = coo_array((np.maximum(km[kept], 1e-6), ends), shape=(size, size)).tocsr()
    far = dijkstra(graph, directed=False, indices=at_sea, min_only=True)
    known = np.isfinite(far[courses.tail]) & np.isfinite(far[courses.head]) & (courses.river >= 0) & kept
    down = np.where(far[courses.tail] > far[courses.head], DOWN, UP)
    return np.where(known, down, 0).astype(np.int8)


def main() -> None:
    """Build, report and record."""
    courses = Courses()
    courses.join(meetings(courses))
    courses.join(gaps(courses))
    at_sea = mouths(courses)
    arrays = {
        "lat": courses.units[:, 1].astype(np.int32),
        "lon": courses.units[:, 0].astype(np.int32),
        "course": courses.course.astype(np.int16),
        "tail": courses.tail.astype(np.int32),
        "head": courses.head.astype(np.int32),
        "river": courses.river.astype(np.int16),
        "flow": flows(courses, at_sea),
        "mouths": at_sea.astype(np.int32),
        "names": np.frombuffer(json.dumps(courses.names, ensure_ascii=False).encode(), dtype=np.uint8),
    }
    with replacing(DATA / FILE) as (draft,), draft.open("wb") as stream:
        np.savez_compressed(stream, **arrays)
    record(
        FILE,
        title="Courses of large rivers as ways for boats",
        packages=(NATURAL_EARTH, SOURCE),
        tables=(NAMES, LINKS),
        licence="LicenseRef-public-domain",
    )
    size = (DATA / FILE).stat().st_size
    print(f"{len(courses.lat)} nodes, {len(courses.tail)} stretches, {len(at_sea)} mouths, {size} bytes")


if __name__ == "__main__":
    main()
