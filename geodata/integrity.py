"""Checks of built data, used by the builders and by the tests: each returns the defects found, in plain words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

import numpy as np

from wayproof.errors import DataError
from wayproof.world.arcs import NOBODY
from wayproof.world.boundaries import open_boundaries
from wayproof.world.cartography import LEVELS_DEG
from wayproof.world.shapes import unpack_lines, unpack_polygons

if TYPE_CHECKING:
    from pathlib import Path

    from wayproof.world.boundaries import Boundaries

FEWEST_COUNTRIES: Final = 249
"""ISO 3166-1 has 249 codes; the border data lack UM (minor islands, part of US there) and add XK."""


def border_defects(path: Path) -> list[str]:
    """What is wrong with a border file: codes, open polygons, numbering, neighbours."""
    try:
        boundaries, connection = open_boundaries(path)
    except DataError as error:
        return [str(error)]
    with closing(connection):
        return [
            *_code_defects(boundaries),
            *_side_defects(boundaries),
            *_ring_defects(boundaries),
            *_neighbour_defects(boundaries, connection),
            *_dispute_defects(boundaries, connection),
        ]


def _code_defects(boundaries: Boundaries) -> list[str]:
    codes = {part.country for part in boundaries.parts}
    defects = [f"{code!r} is no ISO alpha-2 code" for code in sorted(codes) if not _is_code(code)]
    if len(codes) < FEWEST_COUNTRIES:
        defects.append(f"only {len(codes)} countries")
    seen: dict[str, int] = {}
    for part in boundaries.parts:
        expected = seen.get(part.country, 0)
        if part.index != expected:
            defects.append(f"{part.country}: part {part.index} where {expected} is due")
        seen[part.country] = expected + 1
        if not (-90 <= part.lat <= 90 and -180 <= part.lon <= 180 and part.area_km2 > 0):  # noqa: PLR2004 - degrees
            defects.append(f"{part.country}: part {part.index} has no place or no area")
    return defects


def _is_code(code: str) -> bool:
    return len(code) == 2 and code.isascii() and code.isupper()  # noqa: PLR2004 - alpha-2


def _side_defects(boundaries: Boundaries) -> list[str]:
    index = boundaries.index
    sides = np.concatenate([index.left, index.right])
    defects = []
    if sides.max() >= len(boundaries.parts) or sides.min() < NOBODY:
        defects.append("an arc names a part that does not exist")
    if (index.left == index.right).any():
        defects.append("an arc has the same territory on both sides")
    bare = set(range(len(boundaries.parts))) - set(sides.tolist())
    defects.extend(f"part {number} has no boundary" for number in sorted(bare))
    return defects


def _ring_defects(boundaries: Boundaries) -> list[str]:
    """Every boundary is closed: as many arcs of a part leave each of its nodes as come in."""
    index = boundaries.index
    ends: dict[tuple[int, float, float], int] = {}
    for number in range(len(index.left)):
        piece = boundaries.piece(number)
        first, last = (piece.lats[0], piece.lons[0]), (piece.lats[-1], piece.lons[-1])
        for part, sign in ((int(index.left[number]), 1), (int(index.right[number]), -1)):
            if part != NOBODY:
                ends[part, *first] = ends.get((part, *first), 0) + sign
                ends[part, *last] = ends.get((part, *last), 0) - sign
    open_parts = sorted({part for (part, *_), balance in ends.items() if balance})
    return [f"{boundaries.parts[n].country}: part {boundaries.parts[n].index} is not closed" for n in open_parts]


def _neighbour_defects(boundaries: Boundaries, connection: sqlite3.Connection) -> list[str]:
    index = boundaries.index
    shared = index.right != NOBODY
    met = set(zip(index.left[shared].tolist(), index.right[shared].tolist(), strict=True))
    told = set(connection.execute("SELECT a, b FROM neighbour"))
    return [f"neighbours {a} and {b} are in the arcs or in the table only" for a, b in sorted(met ^ told)]


def _dispute_defects(boundaries: Boundaries, connection: sqlite3.Connection) -> list[str]:
    codes = {part.country for part in boundaries.parts}
    defects = []
    for name, claims, controls, first, last, source, west, east in connection.execute(
        "SELECT name, claims, controls, valid_from, valid_to, source, west, east FROM dispute ORDER BY id"
    ):
        unknown = sorted(set(claims.split()) - codes)
        if unknown or not claims:
            defects.append(f"{name}: claimed by {unknown or 'nobody'}")
        if not (controls and source):
            defects.append(f"{name}: who controls it, or the source, is missing")
        if first and last and last < first:
            defects.append(f"{name}: ends before it begins")
        if west is None or not west < east:
            defects.append(f"{name}: has no area")
    return defects


def basemap_defects(path: Path) -> list[str]:
    """What is wrong with a map file: unreadable or invalid shapes, empty rivers, misplaced labels, empty levels."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            shapes = connection.execute("SELECT id, layer, level, data FROM shape").fetchall()
            labels = connection.execute("SELECT name, lat, lon FROM label").fetchall()
            rivers = connection.execute("SELECT level, name, data FROM river ORDER BY id").fetchall()
        except sqlite3.Error as error:
            return [f"{path.name}: {error}"]
    held = {(layer, level) for _, layer, level, _ in shapes}
    wanted = {(layer, level) for layer in ("land", "lake") for level in range(len(LEVELS_DEG))}
    defects = [f"no {layer} at level {level}" for layer, level in sorted(wanted - held)]
    unpacked = [(number, unpack_polygons(data)) for number, _, _, data in shapes]
    defects.extend(f"shape {number} is empty or invalid" for number, s in unpacked if s.is_empty or not s.is_valid)
    defects += [f"no river at level {level}" for level in range(len(LEVELS_DEG)) if level not in {r[0] for r in rivers}]
    defects += [f"river {name!r} has no course" for _, name, data in rivers if unpack_lines(data).length == 0]
    defects.extend(
        f"label {name!r} is off the Earth"
        for name, lat, lon in labels
        if not (-90 <= lat <= 90 and -180 <= lon <= 180)  # noqa: PLR2004 - degrees
    )
    return defects
