"""The store of boundary arcs: which territory lies on either side of every line, decoded only where it is needed.

The arcs are cut into pieces of a few hundred points. An index of all pieces (sides, bounding box, bounding ball) is
small and read at once; the points of a piece are decoded when a question first comes near it and are then kept.
"""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from wayproof.errors import DataError
from wayproof.world.arcs import NOBODY, SCALE, cut_arcs
from wayproof.world.geodesy import earth_centred
from wayproof.world.shapes import pack_points, unpack_points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from wayproof.world.arcs import Arc

LAYOUT: Final = 1
"""Version of the file layout; a reader refuses any other."""

PIECE_POINTS: Final = 512
"""Points in a piece, at most: small enough to decode in microseconds, large enough to compress."""

_STEP_DEG: Final = 0.02
_BALL_MARGIN_KM: Final = 0.02
_LAND, _WATER, _MIXED = 1, 0, 2


@dataclass(frozen=True, slots=True)
class Part:
    """One connected part of a country's territory, territorial sea included.

    Attributes
    ----------
    country
        ISO 3166-1 alpha-2 code; ``XK`` for Kosovo.
    index
        0 for the main part, then by falling land area.
    area_km2, land_km2
        Whole area and land area.
    lat, lon
        A point inside, on land where the part has land.
    bounds
        west, south, east, north; west is greater than east where the part crosses the antimeridian.
    """

    country: str
    index: int
    area_km2: float
    land_km2: float
    lat: float
    lon: float
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """The points of a piece of an arc, with each edge's land flag.

    Attributes
    ----------
    lats, lons
        Degrees, shape (n,).
    land
        For each of the n - 1 edges: does it run over land?
    fine_lats, fine_lons
        The same line with long edges cut up, so that its edges are straight in space too.
    fine_edges
        The index in the coarse line of each edge of the fine one.
    earth
        The fine line in Earth-centred coordinates, km, shape (m, 3).
    """

    lats: NDArray[np.float64]
    lons: NDArray[np.float64]
    land: NDArray[np.bool_]
    fine_lats: NDArray[np.float64]
    fine_lons: NDArray[np.float64]
    fine_edges: NDArray[np.int64]
    earth: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """What is known of every piece without decoding it; all arrays have one row per piece.

    Attributes
    ----------
    left, right
        Positions of the territories in the tuple of parts, ``NOBODY`` where there is none.
    box
        west, south, east, north in 1e-5 degrees.
    ball
        x, y, z, radius in km: a ball around the Earth's centre's coordinates that holds the piece.
    seam
        True along the antimeridian, where the line is no border.
    land
        0 water, 1 land, 2 both.
    """

    left: NDArray[np.int16]
    right: NDArray[np.int16]
    box: NDArray[np.int32]
    ball: NDArray[np.float32]
    seam: NDArray[np.bool_]
    land: NDArray[np.uint8]


class Boundaries:
    """All boundary arcs of a world, from a file or from polygons in code.

    Parameters
    ----------
    parts
        The territories, in the order in which the arcs number them.
    index
        What is known of every piece.
    read
        Gives the encoded points of a piece by its number.
    """

    def __init__(self, parts: tuple[Part, ...], index: Index, read: Callable[[int], bytes]) -> None:
        self.parts = parts
        self.index = index
        self._read = read
        self._pieces: dict[int, Piece] = {}

    @cached_property
    def countries(self) -> NDArray[np.str_]:
        """The country code of each part, with an empty string at the end so that ``NOBODY`` selects it."""
        return np.array([*(part.country for part in self.parts), ""])

    @cached_property
    def left_country(self) -> NDArray[np.str_]:
        """The country on the left of each piece; an empty string for nobody."""
        return self.countries[self.index.left]

    @cached_property
    def right_country(self) -> NDArray[np.str_]:
        """The country on the right of each piece; an empty string for nobody."""
        return self.countries[self.index.right]

    def piece(self, number: int) -> Piece:
        """The points of a piece, decoded once."""
        if number not in self._pieces:
            points, land = decode(self._read(number), int(self.index.land[number]))
            self._pieces[number] = make_piece(points, land)
        return self._pieces[number]

    def points(self, number: int) -> NDArray[np.float64]:
        """The points of a piece as lon, lat in degrees; cheaper than the piece where nothing is measured."""
        points, _ = decode(self._read(number), int(self.index.land[number]))
        return points / SCALE

    def reach_km(self, earth: NDArray[np.float64], pieces: NDArray[np.intp]) -> NDArray[np.float64]:
        """For each of the pieces a distance, km, that no point of it is nearer than to an Earth-centred point."""
        balls = self.index.ball[pieces].astype(np.float64)
        away = np.linalg.norm(balls[:, :3] - earth, axis=1) - balls[:, 3]
        return np.asarray(np.maximum(away, 0.0), dtype=np.float64)


def make_piece(points: NDArray[np.int64], land: NDArray[np.bool_]) -> Piece:
    """A piece from its points (longitude, latitude in 1e-5 degrees) and the land flags of its edges."""
    lons, lats = points[:, 0] / SCALE, points[:, 1] / SCALE
    spans = np.maximum(np.abs(np.diff(lons)), np.abs(np.diff(lats)))
    cuts = np.maximum(np.ceil(spans / _STEP_DEG), 1).astype(np.int64)
    edges = np.repeat(np.arange(len(cuts)), cuts)
    within = (np.arange(len(edges)) - np.repeat(np.cumsum(cuts) - cuts, cuts)) / cuts[edges]
    fine_lats = np.append(lats[edges] + within * (lats[edges + 1] - lats[edges]), lats[-1])
    fine_lons = np.append(lons[edges] + within * (lons[edges + 1] - lons[edges]), lons[-1])
    return Piece(lats, lons, land, fine_lats, fine_lons, edges, earth_centred(fine_lats, fine_lons))


def encode(points: NDArray[np.int64], land: NDArray[np.bool_]) -> tuple[bytes, int]:
    """The stored form of a piece and its land code: deltas of 1e-5 degrees, bytes shuffled into planes, deflated."""
    code = _MIXED if land.any() and not land.all() else int(land.all())
    flags = np.packbits(land).tobytes() if code == _MIXED else b""
    return zlib.compress(pack_points(points) + flags, 9), code


def decode(stored: bytes, code: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The points (longitude, latitude in 1e-5 degrees) and the land flags of a stored piece."""
    raw = np.frombuffer(zlib.decompress(stored), dtype=np.uint8)
    count = len(raw) // 8
    if code == _MIXED:  # 8 bytes for each of n points, 1 bit for each of n - 1 edges
        count = next(n for n in range(len(raw) // 9, len(raw) // 8 + 1) if 8 * n + (n + 6) // 8 == len(raw))
        land = np.unpackbits(raw[8 * count :], count=count - 1).astype(np.bool_)
    else:
        land = np.full(count - 1, code == _LAND)
    return unpack_points(raw[: 8 * count]), land


def index_pieces(pieces: Iterable[tuple[Arc, NDArray[np.int64], int]]) -> Index:
    """The index of pieces given as (arc, points, land code)."""
    left, right, box, ball, seam, land = [], [], [], [], [], []
    for arc, points, code in pieces:
        left.append(arc.left)
        right.append(arc.right)
        box.append([*points.min(axis=0), *points.max(axis=0)])
        earth = make_piece(points, np.zeros(len(points) - 1, dtype=np.bool_)).earth
        centre = (earth.min(axis=0) + earth.max(axis=0)) / 2
        ball.append([*centre, np.linalg.norm(earth - centre, axis=1).max() + _BALL_MARGIN_KM])
        seam.append(arc.seam)
        land.append(code)
    return Index(
        np.array(left, np.int16),
        np.array(right, np.int16),
        np.array(box, np.int32).reshape(-1, 4),
        np.array(ball, np.float32).reshape(-1, 4),
        np.array(seam, np.bool_),
        np.array(land, np.uint8),
    )


def open_boundaries(path: Path) -> tuple[Boundaries, sqlite3.Connection]:
    """The boundaries kept in a file, and the connection that reads its other tables.

    Raises
    ------
    DataError
        The file is missing, or has another layout than this version reads.
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        arrays = {name: zlib.decompress(data) for name, data in connection.execute("SELECT name, data FROM array")}
        rows = connection.execute(
            "SELECT country, part, area_km2, land_km2, lat, lon, west, south, east, north FROM part ORDER BY id"
        ).fetchall()
        layout = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        message = f"{path.name} cannot be read as border data ({error}). Install wayproof again."
        raise DataError(message) from error
    if layout != LAYOUT:
        message = f"{path.name} has layout {layout}, this version reads {LAYOUT}. Install wayproof again."
        raise DataError(message)
    parts = tuple(
        Part(country, number, area, dry, lat, lon, (west, south, east, north))
        for country, number, area, dry, lat, lon, west, south, east, north in rows
    )
    index = Index(
        np.frombuffer(arrays["left"], "<i2"),
        np.frombuffer(arrays["right"], "<i2"),
        np.frombuffer(arrays["box"], "<i4").reshape(-1, 4),
        np.frombuffer(arrays["ball"], "<f4").reshape(-1, 4),
        np.frombuffer(arrays["seam"], np.bool_),
        np.frombuffer(arrays["land"], np.uint8),
    )

    def read(number: int) -> bytes:
        row = connection.execute("SELECT data FROM piece WHERE id = ?", (number,)).fetchone()
        return bytes(row[0])

    return Boundaries(parts, index, read), connection


def boundaries_of(territories: Mapping[str, BaseGeometry], *, land: BaseGeometry | None = None) -> Boundaries:
    """The boundaries of a small world made in code.

    Parameters
    ----------
    territories
        Country code to polygon or multipolygon in lon, lat; common lines must have common vertices.
        The largest polygon of a country is its main part. No territory may cross the antimeridian.
    land
        Where the land is; None means that all territory is land.
    """
    numbered = [
        (country, index, polygon)
        for country, territory in territories.items()
        for index, polygon in enumerate(sorted(shapely.get_parts(territory), key=lambda part: -part.area))
    ]
    parts = []
    for country, index, polygon in numbered:
        inside = polygon.representative_point()
        # One degree is 111.2 km on a sphere of the Earth's mean radius; toy worlds need no better area.
        area = float(polygon.area) * 111.2**2 * float(np.cos(np.radians(inside.y)))
        parts.append(Part(country, index, area, area, inside.y, inside.x, polygon.bounds))
    stored: list[bytes] = []
    rows = []
    for arc, points in split_arcs(cut_arcs([polygon for _, _, polygon in numbered])):
        middles = (points[:-1] + points[1:]) / (2 * SCALE)
        over = np.ones(len(middles), np.bool_) if land is None else shapely.contains_xy(land, middles)
        data, code = encode(points, over)
        stored.append(data)
        rows.append((arc, points, code))
    return Boundaries(tuple(parts), index_pieces(rows), stored.__getitem__)


def split_arcs(arcs: Iterable[Arc]) -> Iterable[tuple[Arc, NDArray[np.int64]]]:
    """The arcs in pieces of at most ``PIECE_POINTS`` points; successive pieces share an end point."""
    for arc in arcs:
        for start in range(0, max(len(arc.points) - 1, 1), PIECE_POINTS - 1):
            yield arc, arc.points[start : start + PIECE_POINTS]


__all__ = [
    "LAYOUT",
    "NOBODY",
    "SCALE",
    "Boundaries",
    "Index",
    "Part",
    "Piece",
    "boundaries_of",
    "decode",
    "encode",
    "index_pieces",
    "open_boundaries",
    "split_arcs",
]
