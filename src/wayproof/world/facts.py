"""The hand-kept tables, as shipped in one SQLite file: rows of text, read whole and only when asked for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

from wayproof.errors import DataError
from wayproof.world.manifest import data_path

FILE = "facts.sqlite"
TABLES = (
    "crossings",
    "regimes",
    "unions",
    "speeds",
    "records",
    "waits",
    "airspace",
    "air_lines",
    "airport_openings",
    "rail_services",
    "road_gaps",
    "seasons",
    "river_barriers",
    "airports",
)

UNCERTAIN = "low"
"""The confidence of a row that is recalled and not certain: it is told, and nothing is held against a story by it."""


def rows(table: str) -> tuple[dict[str, str], ...]:
    """All rows of one table, in the order of the table, each a mapping from column to text."""
    columns, cells = read(table)
    return tuple(dict(zip(columns, row, strict=True)) for row in cells)


def read(table: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The columns of one table, and its rows as tuples of text, in the order of the table.

    Raises
    ------
    DataError
        The file is missing or has no such table.
    """
    if table not in TABLES:
        message = f"no table {table!r} of facts; there are {', '.join(TABLES)}"
        raise DataError(message)
    path = data_path(FILE)
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 - one of TABLES
            return tuple(column[0] for column in cursor.description), cursor.fetchall()
    except sqlite3.Error as error:
        message = f"{path.name} cannot be read ({error}); install wayproof again, or run `make data`"
        raise DataError(message) from error


def day(text: str) -> date | None:
    """The date of an ISO ``YYYY-MM-DD`` cell; None for an empty one."""
    return date.fromisoformat(text) if text else None


def number(text: str) -> float | None:
    """The number of a cell; None for an empty one."""
    return float(text) if text else None
