"""Reads the airports of airportsdata, with the positions that it gets wrong set right."""

from __future__ import annotations

import csv

from fetch import unpack
from manifest import TABLES

AIRPORT_POSITIONS, AIRFIELDS = "airport_positions.csv", "airfields.csv"


def read_airports() -> list[dict[str, str]]:
    """The rows of the package by ICAO code, positions corrected from the hand-kept table.

    Raises
    ------
    ValueError
        The table names an airport that the package lacks.
    """
    with (unpack("airportsdata") / "airportsdata" / "airports.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["icao"]: row for row in csv.DictReader(stream)}
    with (TABLES / AIRPORT_POSITIONS).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["icao"] not in rows:
                message = f"{AIRPORT_POSITIONS}: airportsdata has no {row['icao']}"
                raise ValueError(message)
            rows[row["icao"]] |= {"lat": row["lat"], "lon": row["lon"]}
    return [rows[icao] for icao in sorted(rows)]


def read_airfields() -> list[dict[str, str]]:
    """The airfields of the hand-kept table, which the package lacks: the ice runways of Antarctica."""
    with (TABLES / AIRFIELDS).open(encoding="utf-8", newline="") as stream:
        return [row | {"iata": ""} for row in csv.DictReader(stream)]
