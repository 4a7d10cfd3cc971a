"""What an offline map draws: land, lakes, rivers, country names and border lines, by bounding box and resolution.

Land, lakes and rivers are Natural Earth's; border lines are those of the border data. Bounds are
(west, south, east, north) in degrees; west greater than east means a map across the antimeridian.
"""

from __future__ import annotations

import sqlite3
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
import shapely

from wayproof.errors import DataError
from wayproof.world.arcs import NOBODY, SCALE
from wayproof.world.boundaries import decode
from wayproof.world.shapes import unpack_lines, unpack_polygons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry import MultiLineString, MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from wayproof.world.boundaries import Boundaries

FILENAME: Final = "basemap.sqlite"

LEVELS_DEG: Final = (0.1, 0.02, 0.004)
"""Tolerance in degrees of the stored resolutions: continents, countries, districts."""

OUTLINES_DEG: Final = (0.1, 0.02)
"""Tolerance in degrees of the stored border lines; finer ones are drawn from the borders themselves."""

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a country and where a map writes it.

    Attributes
    ----------
    country
        ISO 3166-1 alpha-2; None for a territory without a code.
    name
        Short English name.
    lat, lon
        Where the name goes.
    min_zoom
        The web-map zoom level from which it fits.
    """

    country: str | None
    name: str
    lat: float
    lon: float
    min_zoom: float


@dataclass(frozen=True, slots=True)
class River:
    """The course of a river as far as a map shows it, through its lakes.

    Attributes
    ----------
    name
        English name; empty when unknown.
    length_km
        Length of the whole drawn course, all arms together: large rivers are drawn first and broader.
    course
        Lines in lon, lat.
    """

    name: str
    length_km: float
    course: MultiLineString


class Basemap(Protocol):
    """What a map draws besides its story."""

    def lines_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiLineString:
        """Land borders."""

    def land_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """Land, lakes included."""

    def lakes_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """Lakes."""

    def rivers_within(self, bounds: Bounds, *, tolerance_deg: float) -> tuple[River, ...]:
        """Rivers, longest first."""

    def labels_within(self, bounds: Bounds) -> tuple[Label, ...]:
        """Names of countries, most important first."""


class ArcBasemap:
    """A map drawn from boundaries alone: all territory counts as land."""

    def __init__(self, boundaries: Boundaries) -> None:
        self._boundaries = boundaries

    def lines_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiLineString:
        """The land borders within bounds, simplified to a tolerance in degrees."""
        return _clipped_lines(list(_border_runs(self._boundaries, bounds)), bounds, tolerance_deg)

    def land_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """All territory within bounds."""
        index = self._boundaries.index
        rims = np.flatnonzero((index.left == NOBODY) | (index.right == NOBODY)).tolist()
        lines = [np.column_stack((piece.lons, piece.lats)) for piece in map(self._boundaries.piece, rims)]
        area = shapely.simplify(shapely.build_area(shapely.MultiLineString(lines)), tolerance_deg)
        return _polygons([shapely.clip_by_rect(area, *box) for box in _halves(bounds)])

    def lakes_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """No lakes are known."""
        del bounds, tolerance_deg
        return shapely.MultiPolygon()

    def rivers_within(self, bounds: Bounds, *, tolerance_deg: float) -> tuple[River, ...]:
        """No rivers are known."""
        del bounds, tolerance_deg
        return ()

    def labels_within(self, bounds: Bounds) -> tuple[Label, ...]:
        """The codes of the countries whose main parts lie within bounds."""
        return tuple(
            Label(part.country, part.country, part.lat, part.lon, 0.0)
            for part in self._boundaries.parts
            if part.index == 0 and any(w <= part.lon <= e and s <= part.lat <= n for w, s, e, n in _halves(bounds))
        )


class StoredBasemap:
    """The shipped map.

    Parameters
    ----------
    path
        The file with land, lakes and labels.
    boundaries, outlines
        The border data, and the connection to their file, which keeps simplified border lines too.
    """

    def __init__(self, path: Path, boundaries: Boundaries, outlines: sqlite3.Connection) -> None:
        self._boundaries = boundaries
        self._outlines = outlines
        self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        weakref.finalize(self, self._connection.close)

    def lines_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiLineString:
        """The land borders within bounds, simplified to a tolerance in degrees."""
        level = _level(OUTLINES_DEG, tolerance_deg)
        if level is None:
            runs = list(_border_runs(self._boundaries, bounds))
        else:
            rows = self._rows(self._outlines, "SELECT data FROM outline WHERE level = ?", (level,), bounds)
            runs = [decode(data, 1)[0] / SCALE for (data, *_) in rows]
        return _clipped_lines(runs, bounds, tolerance_deg)

    def land_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """The land within bounds, lakes included, simplified to about a tolerance in degrees."""
        return self._area("land", bounds, tolerance_deg)

    def lakes_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """The lakes within bounds that are larger than the tolerance."""
        return self._area("lake", bounds, tolerance_deg)

    def rivers_within(self, bounds: Bounds, *, tolerance_deg: float) -> tuple[River, ...]:
        """The rivers within bounds, longest first, simplified to about a tolerance in degrees.

        The source is Natural Earth at 1:50 million: courses are good to a few kilometres, and only main rivers are in
        it. At the coarsest resolution the small ones are left out.
        """
        level = _level(LEVELS_DEG, tolerance_deg)
        wanted = (len(LEVELS_DEG) - 1 if level is None else level,)
        query = "SELECT data, name, length_km FROM river WHERE level = ?"
        rivers = []
        for data, name, length_km in self._rows(self._connection, query, wanted, bounds):
            whole = unpack_lines(data)
            coarse = shapely.simplify(whole, tolerance_deg) if tolerance_deg > LEVELS_DEG[0] else whole
            course = _lines([shapely.clip_by_rect(coarse, *box) for box in _halves(bounds)])
            if not course.is_empty:
                rivers.append(River(name, length_km, course))
        return tuple(rivers)

    def labels_within(self, bounds: Bounds) -> tuple[Label, ...]:
        """The names of the countries whose label lies within bounds, those of the smallest zoom first."""
        found: set[Label] = set()
        for west, south, east, north in _halves(bounds):
            rows = self._connection.execute(
                "SELECT country, name, lat, lon, min_zoom FROM label WHERE lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?",
                (west, east, south, north),
            )
            found.update(Label(*row) for row in rows)
        return tuple(sorted(found, key=lambda label: (label.min_zoom, label.name)))

    def _area(self, layer: str, bounds: Bounds, tolerance_deg: float) -> MultiPolygon:
        level = _level(LEVELS_DEG, tolerance_deg)
        wanted = (layer, len(LEVELS_DEG) - 1 if level is None else level)
        rows = self._rows(self._connection, "SELECT data FROM shape WHERE layer = ? AND level = ?", wanted, bounds)
        shapes = [unpack_polygons(data) for (data, *_) in rows]
        clipped = [shapely.clip_by_rect(shape, *box) for box in _halves(bounds) for shape in shapes]
        # Neighbouring tiles have a common edge; joined, no seam shows on the map.
        joined = shapely.disjoint_subset_union_all(clipped) if len(clipped) > 1 else _polygons(clipped)
        coarse = shapely.simplify(joined, tolerance_deg) if tolerance_deg > LEVELS_DEG[0] else joined
        return _polygons([coarse], smallest=tolerance_deg**2)

    @staticmethod
    def _rows(
        connection: sqlite3.Connection, query: str, values: tuple[object, ...], bounds: Bounds
    ) -> list[tuple[Any, ...]]:
        rows: dict[tuple[Any, ...], None] = {}
        try:
            for west, south, east, north in _halves(bounds):
                near = f"{query} AND west <= ? AND east >= ? AND south <= ? AND north >= ? ORDER BY id"
                rows.update(dict.fromkeys(connection.execute(near, (*values, east, west, north, south))))
        except sqlite3.Error as error:
            message = f"{FILENAME} cannot be read as map data ({error}). Install wayproof again."
            raise DataError(message) from error
        return list(rows)


def _level(tolerances: tuple[float, ...], tolerance_deg: float) -> int | None:
    """The coarsest stored level that is fine enough; None if none is."""
    return next((level for level, stored in enumerate(tolerances) if stored <= tolerance_deg), None)


def _halves(bounds: Bounds) -> tuple[Bounds, ...]:
    """The bounds as boxes that do not cross the antimeridian."""
    west, south, east, north = bounds
    if west <= east:
        return ((west, south, east, north),)
    return ((west, south, 180.0, north), (-180.0, south, east, north))


def _border_runs(boundaries: Boundaries, bounds: Bounds) -> Iterator[NDArray[np.float64]]:
    """The stretches of border over land near the bounds, as points (lon, lat)."""
    index = boundaries.index
    abroad = (boundaries.left_country != boundaries.right_country) & (index.left != NOBODY) & (index.right != NOBODY)
    near = np.zeros(len(index.left), dtype=np.bool_)
    for box in _halves(bounds):
        west, south, east, north = (side * SCALE for side in box)
        near |= (
            (index.box[:, 0] <= east)
            & (index.box[:, 2] >= west)
            & (index.box[:, 1] <= north)
            & (index.box[:, 3] >= south)
        )
    for number in np.flatnonzero(abroad & near & (index.land > 0) & ~index.seam).tolist():
        piece = boundaries.piece(number)
        ends = np.flatnonzero(np.diff(np.concatenate([[False], piece.land, [False]]).astype(np.int8)))
        for begin, end in ends.reshape(-1, 2):
            yield np.column_stack((piece.lons[begin : end + 1], piece.lats[begin : end + 1]))


def _clipped_lines(runs: list[NDArray[np.float64]], bounds: Bounds, tolerance_deg: float) -> MultiLineString:
    merged = shapely.line_merge(shapely.MultiLineString(runs))
    whole = shapely.simplify(merged, tolerance_deg)
    return _lines([shapely.clip_by_rect(whole, *box) for box in _halves(bounds)])


def _lines(shapes: list[BaseGeometry]) -> MultiLineString:
    lines = [line for shape in shapes for line in shapely.get_parts(shape) if line.geom_type == "LineString"]
    return shapely.MultiLineString([line for line in lines if not line.is_empty])


def _polygons(shapes: list[BaseGeometry], *, smallest: float = 0.0) -> MultiPolygon:
    parts = [part for shape in shapes for part in shapely.get_parts(shape)]
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon" and part.area > smallest])
