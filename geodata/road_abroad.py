"""Cuts the straight edges of the road graph that pass through a country of neither end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from road_graph import RoadGraph, Territories
    from wayproof.world.borders import Borders

LEAST_KM = 1.0
"""Shorter edges stray nowhere."""
SAMPLE_KM, FEWEST_SAMPLES = 0.25, 16
"""Distance between the points by which an edge is looked at, and so many of them at least."""
SURE_KM = 0.5
"""A line has to lead so much deeper into another country than its road could swerve: lines of borders and ends of roads
are exact to some hundred metres."""
WINDING = 1.05
"""A road is at least so much longer than its straight line when its sway is judged: the lengths of the source leave out
small bends."""
CHUNK = 64


def cut_abroad(graph: RoadGraph, territories: Territories, borders: Borders) -> int:
    """Give edges that pass through a third country nodes there; how many edges were cut.

    The source draws roads straight from junction to junction. A line that cuts a corner of the neighbour country is no
    road there: an edge is cut only where its road is too short to go round, that is, where the line leads deeper into
    the country than the middle of a road of that length can lie off the straight line. Land that several states claim
    is no foreign land, nor is what the shipped borders give to another territory than the polygons.
    """
    straight = graph.straight_km()
    rows = np.flatnonzero(straight >= LEAST_KM)
    rows = rows[_crossed(graph, rows, territories)]
    ends = [np.stack([graph.lat[end[rows]], graph.lon[end[rows]]], axis=1) for end in (graph.tail, graph.head)]
    counts = np.maximum((straight[rows] / SAMPLE_KM).astype(np.int64), FEWEST_SAMPLES)
    of = np.repeat(np.arange(len(rows)), counts)
    share = (np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts) + 0.5) / counts[of]
    way = ends[1] - ends[0]
    way[:, 1] = (way[:, 1] + 180) % 360 - 180
    lat, lon = (ends[0][of] + share[:, None] * way[of]).T
    where = territories.at(lat, (lon + 180) % 360 - 180)
    where[territories.claims(lat, (lon + 180) % 360 - 180) != 1] = -1
    dropped, edges = [], []
    for at, (start, stop) in enumerate(pairwise(np.concatenate([[0], np.cumsum(counts)]).tolist())):
        row = int(rows[at])
        own = {int(graph.country[graph.tail[row]]), int(graph.country[graph.head[row]])}
        longest = max(float(graph.km[row]), float(straight[row]) * WINDING)
        sway = np.sqrt(longest**2 - float(straight[row]) ** 2) / 2
        stays = list(_stays(where[start:stop], share[start:stop]))
        abroad = [
            number
            for number, (country, middle) in enumerate(stays)
            if country >= 0
            and country not in own
            and territories.depth_km(country, *(ends[0][at] + middle * way[at])) > sway + SURE_KM
            and borders.country_at(*(ends[0][at] + middle * way[at]).tolist()) == graph.codes[country]
        ]
        if not abroad:
            continue
        chain = [(0.0, int(graph.tail[row]))]
        for country, middle in stays[abroad[0] : abroad[-1] + 1]:
            if country >= 0:
                node_lat, node_lon = (ends[0][at] + middle * way[at]).tolist()
                node = graph.add_node(node_lat, (node_lon + 180) % 360 - 180, graph.codes[country])
                chain.append((middle, node))
        chain.append((1.0, int(graph.head[row])))
        dropped.append(row)
        edges += [(a, b, float(graph.km[row]) * (u - t)) for (t, a), (u, b) in pairwise(chain)]
    graph.drop_edges(dropped)
    graph.add_edges(edges)
    return len(dropped)


def _crossed(graph: RoadGraph, rows: NDArray[np.int64], territories: Territories) -> NDArray[np.int64]:
    """Which of the edges meet the outline of any territory."""
    a, b = graph.tail[rows], graph.head[rows]
    near = np.abs(graph.lon[a] - graph.lon[b]) < 180  # noqa: PLR2004 - half a turn: no land border lies there
    lines = shapely.linestrings(
        np.stack([graph.lon[a], graph.lat[a], graph.lon[b], graph.lat[b]], axis=1).reshape(-1, 2, 2)
    )
    chunks = [
        shapely.linestrings(outline[start : start + CHUNK + 1])
        for outline in territories.outlines()
        for start in range(0, len(outline) - 1, CHUNK)
    ]
    met, _ = shapely.STRtree(chunks).query(lines, predicate="intersects")
    met = np.unique(met)
    return met[near[met]]


def _stays(where: NDArray[np.int16], share: NDArray[np.float64]) -> Iterator[tuple[int, float]]:
    """The countries along a line, each with the share of the line at the middle of the stay."""
    bounds = [0, *(np.flatnonzero(np.diff(where)) + 1).tolist(), len(where)]
    for start, stop in pairwise(bounds):
        yield int(where[start]), float((share[start] + share[stop - 1]) / 2)
