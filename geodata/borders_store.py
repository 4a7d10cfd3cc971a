"""Writes ``borders.sqlite`` from territories: arcs in pieces with their index, parts, neighbours, claims, disputes."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from pyproj import Geod

from borders_coverage import bounds
from borders_source import GRID_DEG
from wayproof.world.arcs import NOBODY, SCALE, Arc
from wayproof.world.boundaries import LAYOUT, encode, index_pieces, split_arcs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry import MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from borders_coverage import Claims, Territory

SEA_LIMIT_TOLERANCE_DEG: Final = 0.001
"""Limits of the territorial sea towards nobody are drawn to about 100 m; lines between states keep their 10 m."""
OUTLINE_TOLERANCES_DEG: Final = (0.1, 0.02)
"""Tolerance of the simplified border lines that maps of continents (level 0) and of countries (level 1) draw."""
FORMER_COLUMNS: Final = ("code", "name", "country", "valid_from", "valid_to", "source", "confidence")
DISPUTE_COLUMNS: Final = ("name", "claims", "controls", "valid_from", "valid_to", "source", "confidence")

_GEOD: Final = Geod(ellps="WGS84")


def land_flags(points: NDArray[np.int64], land: MultiPolygon) -> NDArray[np.bool_]:
    """Whether the middle of each edge of a line lies on land."""
    middles = (points[:-1] + points[1:]) / (2 * SCALE)
    return np.asarray(shapely.contains_xy(land, middles), dtype=np.bool_)


def coarsened(arc: Arc, land: MultiPolygon) -> Arc:
    """The arc, drawn coarser if it is a limit of the territorial sea towards nobody."""
    if arc.right != NOBODY or arc.seam or land_flags(arc.points, land).any():
        return arc
    points = arc.points / SCALE
    stretch = np.array([np.cos(np.radians(points[:, 1].mean())), 1.0])
    line = shapely.simplify(shapely.linestrings(points * stretch), SEA_LIMIT_TOLERANCE_DEG)
    kept = np.rint(shapely.get_coordinates(line) / stretch * SCALE).astype(np.int64)
    closed = bool((points[0] == points[-1]).all())
    return replace(arc, points=kept) if len(kept) > (4 if closed else 1) else arc


def neighbours(arcs: Sequence[Arc], land: MultiPolygon) -> dict[tuple[int, int], tuple[float, float]]:
    """For each pair of parts: km of common line on land and at sea."""
    lengths: dict[tuple[int, int], tuple[float, float]] = {}
    for arc in arcs:
        if arc.right == NOBODY:
            continue
        lons, lats = arc.points.T / SCALE
        km = np.asarray(_GEOD.inv(lons[:-1], lats[:-1], lons[1:], lats[1:])[2]) / 1000
        dry = land_flags(arc.points, land)
        on_shore, at_sea = lengths.get((arc.left, arc.right), (0.0, 0.0))
        lengths[arc.left, arc.right] = (on_shore + float(km[dry].sum()), at_sea + float(km[~dry].sum()))
    return lengths


def stored_shape(shape: BaseGeometry) -> bytes:
    """A geometry as deflated well-known binary on a grid of 1e-5 degrees."""
    return zlib.compress(shapely.to_wkb(shapely.set_precision(shape, GRID_DEG)), 9)


def write(
    path: Path,
    *,
    territories: Sequence[Territory],
    arcs: Sequence[Arc],
    claims: Claims,
    disputes: Iterable[tuple[dict[str, str], BaseGeometry]],
    former: Iterable[tuple[dict[str, str], BaseGeometry]],
    land: MultiPolygon,
) -> None:
    """Write everything into a fresh SQLite file, in sorted order."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.executescript(
        f"""
        PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA user_version = {LAYOUT};
        CREATE TABLE array (name TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
        CREATE TABLE piece (id INTEGER PRIMARY KEY, data BLOB);
        CREATE TABLE part (id INTEGER PRIMARY KEY, country TEXT, part INTEGER, area_km2 REAL, land_km2 REAL,
            lat REAL, lon REAL, west REAL, south REAL, east REAL, north REAL);
        CREATE TABLE neighbour (a INTEGER, b INTEGER, land_km REAL, water_km REAL, PRIMARY KEY (a, b)) WITHOUT ROWID;
        CREATE TABLE claim (id INTEGER PRIMARY KEY, claimant TEXT, holder TEXT, west REAL, south REAL, east REAL,
            north REAL, shape BLOB);
        CREATE TABLE dispute (id INTEGER PRIMARY KEY, name TEXT, claims TEXT, controls TEXT, valid_from TEXT,
            valid_to TEXT, source TEXT, confidence TEXT, west REAL, south REAL, east REAL, north REAL, shape BLOB);
        CREATE TABLE former (id INTEGER PRIMARY KEY, code TEXT, name TEXT, country TEXT, valid_from TEXT, valid_to TEXT,
            source TEXT, confidence TEXT, shape BLOB);
        CREATE TABLE outline (id INTEGER PRIMARY KEY, level INTEGER, a TEXT, b TEXT, west REAL, south REAL, east REAL,
            north REAL, data BLOB);
        """
    )
    for number, part in enumerate(territories):
        numbers = (round(part.area_km2, 3), round(part.land_km2, 3), round(part.lat, 5), round(part.lon, 5))
        row = (number, part.country, part.index, *numbers, *(round(side, 5) for side in bounds(part.shape)))
        database.execute("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    write_pieces(database, arcs, land)
    for (a, b), (dry, wet) in sorted(neighbours(arcs, land).items()):
        database.execute("INSERT INTO neighbour VALUES (?, ?, ?, ?)", (a, b, round(dry, 3), round(wet, 3)))
    for claimant, holder in sorted(claims.whole):
        database.execute("INSERT INTO claim (claimant, holder) VALUES (?, ?)", (claimant, holder))
    for claimant, holder, area in sorted(claims.areas, key=lambda claim: claim[:2]):
        database.execute(
            "INSERT INTO claim (claimant, holder, west, south, east, north, shape) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (claimant, holder, *area.bounds, stored_shape(area)),
        )
    for row, area in disputes:
        facts = tuple(row[column] or None for column in DISPUTE_COLUMNS)
        database.execute(
            "INSERT INTO dispute (name, claims, controls, valid_from, valid_to, source, confidence, west, south, east,"
            " north, shape) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*facts, *area.bounds, stored_shape(area)),
        )
    for row, area in former:
        database.execute(
            "INSERT INTO former (code, name, country, valid_from, valid_to, source, confidence, shape)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*(row[column] for column in FORMER_COLUMNS), stored_shape(area)),
        )
    write_outlines(database, territories, arcs, land)
    database.commit()
    database.execute("VACUUM")
    database.close()


def write_pieces(database: sqlite3.Connection, arcs: Sequence[Arc], land: MultiPolygon) -> None:
    """Write the pieces of all arcs, and the index over them."""
    shapely.prepare(land)
    rows = []
    for number, (arc, points) in enumerate(split_arcs(arcs)):
        data, code = encode(points, land_flags(points, land))
        database.execute("INSERT INTO piece VALUES (?, ?)", (number, data))
        rows.append((arc, points, code))
    index = index_pieces(rows)
    arrays = {"left": "<i2", "right": "<i2", "box": "<i4", "ball": "<f4", "seam": "?", "land": "u1"}
    for name, kind in arrays.items():
        data = getattr(index, name).astype(kind).tobytes()
        database.execute("INSERT INTO array VALUES (?, ?)", (name, zlib.compress(data, 9)))


def write_outlines(
    database: sqlite3.Connection, territories: Sequence[Territory], arcs: Sequence[Arc], land: MultiPolygon
) -> None:
    """Write simplified land borders for maps: one row for each line and level."""
    lines: dict[tuple[str, str], list[BaseGeometry]] = {}
    for arc in arcs:
        if arc.right == NOBODY or arc.seam:
            continue
        a, b = sorted((territories[arc.left].country, territories[arc.right].country))
        dry = land_flags(arc.points, land)
        ends = np.flatnonzero(np.diff(np.concatenate([[0], dry, [0]])))
        for begin, end in ends.reshape(-1, 2):
            lines.setdefault((a, b), []).append(shapely.LineString(arc.points[begin : end + 1] / SCALE))
    for level, tolerance in enumerate(OUTLINE_TOLERANCES_DEG):
        for (a, b), parts in sorted(lines.items()):
            merged = shapely.line_merge(shapely.MultiLineString(parts))
            for line in shapely.get_parts(shapely.simplify(merged, tolerance)):
                points = np.rint(shapely.get_coordinates(line) * SCALE).astype(np.int64)
                data, _ = encode(points, np.ones(len(points) - 1, np.bool_))
                database.execute(
                    "INSERT INTO outline (level, a, b, west, south, east, north, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (level, a, b, *line.bounds, data),
                )
