"""Builds ``basemap.sqlite``: land, lakes, rivers and country labels of Natural Earth in three resolutions."""

from __future__ import annotations

import math
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shapely

import manifest
from basemap_rivers import NAMES, SOURCE, read_rivers
from borders_source import NATURAL_EARTH, as_multipolygon, natural_earth, polygons_of, read_land
from integrity import basemap_defects
from wayproof.world.arcs import SCALE
from wayproof.world.cartography import LEVELS_DEG
from wayproof.world.shapes import pack_lines, pack_polygons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry import MultiPolygon

FILENAME: Final = "basemap.sqlite"
TILES_DEG: Final = (360.0, 15.0, 5.0)
"""Size of the tiles of each level: what a map at that level shows is a few tiles."""
UNITS: Final = (500, 100, 20)
"""Grid of each level in 1e-5 degrees: a twentieth of its tolerance."""
SHORTEST_KM: Final = (700.0, 200.0, 0.0)
"""The shortest rivers that each level keeps."""


def main(target: Path | None = None) -> None:
    """Build the file, check it, and enter it into the manifest; with a target, build there and enter nothing."""
    path = target or manifest.DATA / FILENAME
    with manifest.replacing(path) as (draft,):
        write(draft)
        defects = basemap_defects(draft)
        if defects:
            raise SystemExit("\n".join(defects))
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
    if target is None:
        manifest.record(
            FILENAME,
            title="Land, lakes, rivers and country names for offline maps",
            packages=(NATURAL_EARTH, SOURCE),
            tables=(NAMES,),
            licence="LicenseRef-public-domain",
        )


def write(path: Path) -> None:
    """Write land, lakes, rivers and labels into a fresh SQLite file."""
    database = sqlite3.connect(path)
    database.executescript(
        """
        PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA user_version = 1;
        CREATE TABLE shape (id INTEGER PRIMARY KEY, layer TEXT, level INTEGER, west REAL, south REAL, east REAL,
            north REAL, data BLOB);
        CREATE TABLE river (id INTEGER PRIMARY KEY, level INTEGER, name TEXT, length_km REAL, west REAL, south REAL,
            east REAL, north REAL, data BLOB);
        CREATE TABLE label (id INTEGER PRIMARY KEY, country TEXT, name TEXT, lat REAL, lon REAL, min_zoom REAL);
        """
    )
    lakes = as_multipolygon(natural_earth("physical/ne_10m_lakes").geometry)
    for layer, shape in (("land", read_land()), ("lake", lakes)):
        for level, tolerance in enumerate(LEVELS_DEG):
            for tile in tiles(simplified(shape, tolerance), TILES_DEG[level], UNITS[level] / SCALE):
                database.execute(
                    "INSERT INTO shape (layer, level, west, south, east, north, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (layer, level, *tile.bounds, pack_polygons(tile, unit=UNITS[level])),
                )
    for river in read_rivers():
        for level, tolerance in enumerate(LEVELS_DEG):
            if river.length_km < SHORTEST_KM[level]:
                continue
            course = shapely.simplify(river.course, tolerance)
            database.execute(
                "INSERT INTO river (level, name, length_km, west, south, east, north, data)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (level, river.name, river.length_km, *course.bounds, pack_lines(course, unit=UNITS[level])),
            )
    database.executemany("INSERT INTO label (country, name, lat, lon, min_zoom) VALUES (?, ?, ?, ?, ?)", labels())
    database.commit()
    database.execute("VACUUM")
    database.close()


def simplified(shape: MultiPolygon, tolerance_deg: float) -> MultiPolygon:
    """The shape without what is smaller than the tolerance."""
    large = [polygon for polygon in polygons_of(shape) if polygon.area > tolerance_deg**2]
    coarse = shapely.make_valid(shapely.simplify(shapely.MultiPolygon(large), tolerance_deg))
    return as_multipolygon([coarse])


def tiles(shape: MultiPolygon, size_deg: float, grid_deg: float) -> Iterator[MultiPolygon]:
    """The shape cut along a grid, tile by tile from the south-west."""
    polygons = polygons_of(shape)
    tree = shapely.STRtree(polygons)
    rows, columns = math.ceil(180 / size_deg), math.ceil(360 / size_deg)
    for row in range(rows):
        for column in range(columns):
            west, south = -180 + column * size_deg, -90 + row * size_deg
            box = (west, south, west + size_deg, south + size_deg)
            near = sorted(tree.query(shapely.box(*box)))
            pieces = [shapely.make_valid(shapely.clip_by_rect(polygons[n], *box)) for n in near]
            # On its grid before it is stored: rounding afterwards could make polygons that cross themselves.
            tile = as_multipolygon([shapely.set_precision(shapely.union_all(pieces), grid_deg)])
            if not tile.is_empty:
                yield tile


def labels() -> list[tuple[str | None, str, float, float, float]]:
    """Country code (None for a territory without one), name, position and smallest zoom of every label."""
    rows = natural_earth("cultural/ne_10m_admin_0_countries")
    return sorted(
        (
            (
                None if row.ISO_A2_EH == "-99" else row.ISO_A2_EH,
                row.NAME,
                round(row.LABEL_Y, 4),
                round(row.LABEL_X, 4),
                row.MIN_LABEL,
            )
            for row in rows.itertuples()
        ),
        key=lambda label: (label[4], label[1]),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
