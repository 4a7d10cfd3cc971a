"""Polygons and lines in few bytes: whole numbers of 1e-5 degrees, as differences, bytes in planes, deflated."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np
import shapely

from wayproof.world.arcs import SCALE

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry import MultiLineString, MultiPolygon


def pack_points(points: NDArray[np.int64]) -> bytes:
    """Points (longitude, latitude in 1e-5 degrees) as differences, in byte planes; not deflated."""
    deltas = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).astype("<i4")
    return deltas.T.copy().view(np.uint8).reshape(-1, 4).T.tobytes()


def unpack_points(raw: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The points that ``pack_points`` packed, shape (n, 2)."""
    deltas = raw.reshape(4, -1).T.copy().view("<i4").reshape(2, -1).T
    return np.cumsum(deltas, axis=0, dtype=np.int64)


def pack_polygons(shape: MultiPolygon, *, unit: int = 1) -> bytes:
    """A multipolygon in stored form; its vertices are rounded to ``unit`` times 1e-5 degrees."""
    rings, polygons = shapely.get_rings(shapely.get_parts(shape), return_index=True)
    header = np.array([unit, len(rings), *shapely.get_num_coordinates(rings), *polygons], dtype="<i4")
    points = np.rint(shapely.get_coordinates(rings) * (SCALE / unit)).astype(np.int64)
    return zlib.compress(header.tobytes() + pack_points(points), 9)


def unpack_polygons(stored: bytes) -> MultiPolygon:
    """The multipolygon, in lon, lat, that ``pack_polygons`` stored."""
    raw = zlib.decompress(stored)
    unit, count = np.frombuffer(raw, "<i4", 2).tolist()
    sizes, polygons = np.frombuffer(raw, "<i4", 2 * count, offset=8).reshape(2, count)
    points = unpack_points(np.frombuffer(raw, np.uint8, offset=8 + 8 * count)) * unit / SCALE
    rings = shapely.linearrings(points, indices=np.repeat(np.arange(count), sizes))
    return shapely.MultiPolygon(shapely.polygons(rings, indices=polygons).tolist())


def pack_lines(shape: MultiLineString, *, unit: int = 1) -> bytes:
    """A multilinestring in stored form; its vertices are rounded to ``unit`` times 1e-5 degrees."""
    lines = shapely.get_parts(shape)
    header = np.array([unit, len(lines), *shapely.get_num_coordinates(lines)], dtype="<i4")
    points = np.rint(shapely.get_coordinates(lines) * (SCALE / unit)).astype(np.int64)
    return zlib.compress(header.tobytes() + pack_points(points), 9)


def unpack_lines(stored: bytes) -> MultiLineString:
    """The multilinestring, in lon, lat, that ``pack_lines`` stored."""
    raw = zlib.decompress(stored)
    unit, count = np.frombuffer(raw, "<i4", 2).tolist()
    sizes = np.frombuffer(raw, "<i4", count, offset=8)
    points = unpack_points(np.frombuffer(raw, np.uint8, offset=8 + 4 * count)) * unit / SCALE
    return shapely.MultiLineString(shapely.linestrings(points, indices=np.repeat(np.arange(count), sizes)).tolist())
