"""Every check of the shipped data and of the hand-kept tables in one place: run it, or let the tests run it."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import integrity_facts
from fetch import sha256_of
from integrity import basemap_defects, border_defects
from integrity_gazetteer import misplaced
from integrity_roads import link_defects, network_defects
from manifest import DATA, TABLES
from wayproof.world import facts
from wayproof.world.borders import open_borders
from wayproof.world.network import open_network

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from wayproof.world.borders import Borders
    from wayproof.world.network import RoadNetwork

Row = dict[str, str]
Pair = frozenset[str]

ORDERED_BY_HAND: Final = frozenset(
    {"disputes", "extents", "holders", "rail_pairs", "rail_trust", "records", "speeds", "unions", "waits"}
)
"""Tables whose order means something: the first rule that fits, or a sequence of records."""
MANY_ROWS: Final = frozenset({"admin1_names", "airport_names", "countries_old_names"})
"""Tables with several rows (names, spells) for one id."""
PLACES: Final = ("border_places", "landmarks", "regions")
GONE: Final = integrity_facts.OTHER_CODES - {"XK"}
WITHOUT_OUTLINE: Final = frozenset({"UM"})
"""Minor islands of the United States: part of US in the border data."""
OUTSIDE: Final = frozenset({"LCRA", "FZQG", "FDGL"})
"""Airports that lie outside their country for a reason: a sovereign base; fields given by rounded positions at a
river border."""
AIRPORT_STRAY_KM: Final = 0.3
PORT_STRAY_KM: Final = 0.5
COUNTRY_POINT_KM: Final = 20.0
LEAST_BORDER_KM: Final = 1.0
"""Countries that meet on land along less are neighbours by a point or by the roughness of the data."""
FEWEST_CORNERS: Final = 3


def defects() -> list[str]:
    """Everything that is wrong, one sentence each; empty when nothing is."""
    borders, network = open_borders(), open_network()
    return [
        *table_defects(TABLES),
        *integrity_facts.problems(TABLES),
        *airspace_defects(integrity_facts.read(TABLES, "airspace")),
        *link_defects(),
        *stale_files(DATA, TABLES),
        *border_defects(DATA / "borders.sqlite"),
        *basemap_defects(DATA / "basemap.sqlite"),
        *network_defects(network),
        *orphan_codes(TABLES, borders),
        *position_defects(TABLES, borders),
        *airport_defects(borders),
        *unconnected(
            network, land_neighbours(DATA / "borders.sqlite"), integrity_facts.read(TABLES, "roadless_borders")
        ),
    ]


def table_defects(folder: Path) -> list[str]:
    """What is wrong with the form of any table: text, sources, order, doubles."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        rows = integrity_facts.read(folder, path.stem)
        found += [f"{path.name}, row {line}: {defect}" for line, row in enumerate(rows, 2) for defect in _form(row)]
        values = [tuple(str(cell) for cell in row.values()) for row in rows]
        if len(set(values)) < len(values):
            found.append(f"{path.name}: a row occurs twice")
        if path.stem not in ORDERED_BY_HAND and values != sorted(values):
            first = next(b for a, b in pairwise(values) if b < a)
            found.append(f"{path.name}: not sorted at {first[0]!r}")
        for key in ("id", "icao"):
            names = [row[key] for row in rows if row.get(key)]
            if path.stem not in MANY_ROWS and len(set(names)) < len(names):
                twice = next(name for name in names if names.count(name) > 1)
                found.append(f"{path.name}: {key} {twice!r} occurs twice")
    return found


def _form(row: Row) -> Iterable[str]:
    if None in row or None in row.values():
        yield "more or fewer cells than columns"
        return
    if not row["source"]:
        yield "no source"
    if row.get("confidence", "high") not in integrity_facts.CONFIDENCES:
        yield f"confidence {row['confidence']!r}"
    for column, text in row.items():
        if text != text.strip() or unicodedata.normalize("NFC", text) != text:
            yield f"{column} is padded or not in composed form (NFC)"


def airspace_defects(rows: Sequence[Row]) -> list[str]:
    """What is wrong with the outlines and times of airspace closures."""
    from wayproof.world.airports import closure_of

    found = []
    for row in rows:
        found += [
            f"airspace.csv, {row['id']}: {column} {row[column]!r} is no time HH:MM"
            for column in ("since_utc", "until_utc")
            if row[column] and not _is_time(row[column])
        ]
        corners = closure_of(row).outline
        if row["outline"] and len(corners) < FEWEST_CORNERS:
            found.append(f"airspace.csv, {row['id']}: an outline needs three corners")
        if any(abs(lat) > integrity_facts.MAX_LATITUDE for lat, _ in corners):
            found.append(f"airspace.csv, {row['id']}: a corner is not on Earth")
    return found


def _is_time(text: str) -> bool:
    hours, _, minutes = text.partition(":")
    return len(text) == len("00:00") and f"{hours}{minutes}".isdigit() and hours < "24" and minutes < "60"


def stale_files(data: Path, tables: Path) -> list[str]:
    """Shipped files that are not in the manifest, are not what it says, or were built from older tables."""
    entries = json.loads((data / "manifest.json").read_text(encoding="utf-8"))["files"]
    here = {path.name for path in data.iterdir() if not path.name.startswith((".", "__", "manifest.json"))}
    found = [f"{name} is in the folder or in the manifest only" for name in sorted(here ^ set(entries))]
    for name in sorted(here & set(entries)):
        if sha256_of(data / name) != entries[name]["sha256"]:
            found.append(f"{name} is not the file of the manifest")
        found += [
            f"{name} was built from another {table}: run its builder"
            for table, digest in entries[name]["tables"].items()
            if sha256_of(tables / table) != digest
        ]
    return found


def orphan_codes(folder: Path, borders: Borders) -> list[str]:
    """Country codes of the tables of facts, links and airports that have no territory."""
    links = integrity_facts.read(folder, "road_links")
    codes = integrity_facts.codes(folder) | {row[f"country_{side}"] for row in links for side in "ab"}
    codes |= {row[4] for row in facts.read("airports")[1]}
    known = codes - GONE - WITHOUT_OUTLINE
    return [f"no territory has the code {code}" for code in sorted(known) if not borders.parts(code)]


def position_defects(folder: Path, borders: Borders) -> list[str]:
    """Crossings off their border; ports, named places and country points outside their country."""

    def away_km(lat: float, lon: float, country: str) -> float:
        return borders.nearest_point(lat, lon, country)[0]

    found = integrity_facts.misplaced(integrity_facts.read(folder, "crossings"), away_km)
    for row in integrity_facts.read(folder, "road_links"):
        for side in "ab":
            km = away_km(float(row[f"lat_{side}"]), float(row[f"lon_{side}"]), row[f"country_{side}"])
            if km > PORT_STRAY_KM:
                found.append(f"{row['id']}: its end in {row[f'country_{side}']} lies {km:.1f} km outside")
    for name in PLACES:
        rows = integrity_facts.read(folder, name)
        found += [f"{place} lies outside its country" for place in misplaced(rows, borders)]
    for row in integrity_facts.read(folder, "country_points"):
        country = row["country"]
        if country not in WITHOUT_OUTLINE and away_km(float(row["lat"]), float(row["lon"]), country) > COUNTRY_POINT_KM:
            found.append(f"country_points.csv: {country} lies outside itself")
    return found


def airport_defects(borders: Borders) -> list[str]:
    """Shipped airports outside their country."""
    found = []
    for icao, _, name, _, country, lat, lon, _, _ in facts.read("airports")[1]:
        here = float(lat), float(lon)
        if country in WITHOUT_OUTLINE | GONE or icao in OUTSIDE or country in borders.countries_at(*here):
            continue
        if (km := borders.nearest_point(*here, country)[0]) > AIRPORT_STRAY_KM:
            found.append(f"{icao} {name} lies {km:.1f} km outside {country}")
    return found


def land_neighbours(borders: Path) -> set[Pair]:
    """The pairs of countries with a common border on land of more than a kilometre."""
    query = """SELECT one.country, other.country, SUM(land_km) FROM neighbour
        JOIN part AS one ON one.id = a JOIN part AS other ON other.id = b
        WHERE one.country <> other.country GROUP BY MIN(one.country, other.country), MAX(one.country, other.country)"""
    with closing(sqlite3.connect(f"{borders.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return {frozenset((a, b)) for a, b, km in connection.execute(query) if km > LEAST_BORDER_KM}


def unconnected(network: RoadNetwork, neighbours: set[Pair], roadless: Sequence[Row]) -> list[str]:
    """Neighbours on land without a road over their border that the table does not explain, and needless rows."""
    water_lines = {frozenset((link.a, link.b)) for link in network.links if link.mode != "road"}
    roads = {
        frozenset((network.country_of(a), network.country_of(b)))
        for a, b, *_ in network.borders.tolist()
        if frozenset((a, b)) not in water_lines
    }
    explained = {frozenset((row["country_a"], row["country_b"])) for row in roadless}
    bare = [f"no road joins {'-'.join(sorted(pair))}" for pair in neighbours - roads - explained]
    needless = [f"roadless_borders.csv: a road joins {'-'.join(sorted(pair))}" for pair in explained & roads]
    return sorted([*bare, *needless])


def main() -> None:
    """Print the defects and fail if there are any."""
    found = defects()
    print("\n".join(found) or "no defects")
    if found:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
