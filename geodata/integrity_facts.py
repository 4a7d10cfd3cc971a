"""What must hold of the hand-kept tables of facts; the builder refuses what breaks it, and the tests run it too."""

from __future__ import annotations

import csv
import re
import unicodedata
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.world.facts import TABLES as SHIPPED
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from pathlib import Path

Row = dict[str, str]

AIRPORTS = "airports"
"""The one table of the file that is built and not kept by hand."""
TABLES = tuple(table for table in SHIPPED if table != AIRPORTS)
CONFIDENCES = frozenset({"high", "medium", "low"})
#: carried by a crossing
MODES = frozenset({"road", "foot", "rail", "ferry", "river"})
TRAFFIC = frozenset({"both", "passenger", "freight", "local"})
SCOPES = frozenset({"", "land", "land+sea+air", "limited", "partial"})
#: withdrawn or user-assigned codes that the tables use beside those of ISO 3166-1: East Germany, North Vietnam, South
#: Yemen, Kosovo
OTHER_CODES = frozenset({"DD", "VD", "YD", "XK"})
#: the source of a row that nobody has looked up
UNSOURCED = "recalled, unconfirmed"
HISTORY = re.compile(r"\d{4}-\d\d-\d\d:(open|closed|restricted)(\([^();]*\))?")
MODE_CHANGE = re.compile(r"\d{4}-\d\d-\d\d:[a-z]+(\+[a-z]+)*")
CODE = re.compile(r"[A-Z]{2}")
MONTHS = re.compile(r"(?:[1-9]|1[0-2])-(?:[1-9]|1[0-2])")
DATE_COLUMNS = ("date_from", "date_to", "since", "until", "valid_from", "valid_to")
#: two extracts of the same map, five years apart, differ by so much where a river or a lagoon was redrawn
BORDER_ERROR_KM = 0.5
MAX_LATITUDE, MAX_LONGITUDE = 90.0, 180.0
LEAP_YEAR = 2000


def read(folder: Path, name: str) -> list[Row]:
    """The rows of one table."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def problems(folder: Path) -> list[str]:
    """Everything that is wrong with the tables in a folder, one sentence each; empty if nothing is."""
    found: list[str] = []
    for name in TABLES:
        rows = read(folder, name)
        found.extend(
            f"{name}.csv, row {line}: {problem}" for line, row in enumerate(rows, 2) for problem in common(row)
        )
        if rows and "id" in rows[0]:
            seen: set[str] = set()
            found.extend(
                f"{name}.csv: {row['id']} occurs twice" for row in rows if row["id"] in seen or seen.add(row["id"])
            )
    found.extend(
        f"crossings.csv, {row['id']}: {problem}" for row in read(folder, "crossings") for problem in crossing(row)
    )
    found.extend(f"regimes.csv, {row['id']}: {problem}" for row in read(folder, "regimes") for problem in regime(row))
    found.extend(
        f"road_gaps.csv, {row['id']}: {problem}" for row in read(folder, "road_gaps") for problem in road_gap(row)
    )
    posts = {row["id"] for row in read(folder, "crossings")}
    found.extend(
        f"seasons.csv, {row['id']}: {problem}" for row in read(folder, "seasons") for problem in season(row, posts)
    )
    found.extend(
        f"river_barriers.csv, {row['id']}: the position is not on Earth"
        for row in read(folder, "river_barriers")
        if not (abs(float(row["lat"])) <= MAX_LATITUDE and abs(float(row["lon"])) <= MAX_LONGITUDE)
    )
    found.extend(
        f"airport_openings.csv, {row['icao'] or row['name']}: {problem}"
        for row in read(folder, "airport_openings")
        for problem in opening(row)
    )
    found.extend(
        f"{name}.csv: {problem}" for name in ("speeds", "records", "waits") for problem in numbers(folder, name)
    )
    return found


def common(row: Row) -> Iterator[str]:
    """What holds of every row: a source, a known confidence, composed Unicode, real dates in order."""
    if not row["source"].strip():
        yield "no source"
    if row["confidence"] not in CONFIDENCES:
        yield f"confidence {row['confidence']!r} is none of {', '.join(sorted(CONFIDENCES))}"
    for column, text in row.items():
        if unicodedata.normalize("NFC", text) != text:
            yield f"{column} is not in composed form (NFC)"
        if column in DATE_COLUMNS and text and not _is_date(text):
            yield f"{column} {text!r} is no date"
    since = row.get("date_from") or row.get("since") or row.get("valid_from")
    until = row.get("date_to") or row.get("until") or row.get("valid_to")
    if since and until and since > until:
        yield f"ends ({until}) before it begins ({since})"


def crossing(row: Row) -> Iterator[str]:
    """What holds of a crossing: well-formed history, position with its source, known words."""
    yield from histories(row)
    if row["confidence"] != "low" and row["source"] == UNSOURCED:
        yield f"confidence {row['confidence']} for what was only recalled"
    changes = row["mode_history"].split(";") if row["mode_history"] else []
    for mode in {part for text in (row["mode"], *(item[11:] for item in changes)) for part in text.split("+")} - MODES:
        yield f"carries {mode!r}, which is none of {', '.join(sorted(MODES))}"
    if row["traffic"] not in TRAFFIC:
        yield f"traffic {row['traffic']!r} is none of {', '.join(sorted(TRAFFIC))}"
    for column in ("country_a", "country_b"):
        if not CODE.fullmatch(row[column]):
            yield f"{column} {row[column]!r} is no country code"
    if bool(row["lat"]) != bool(row["lon"]) or bool(row["lat"]) != bool(row["coord_error_km"]):
        yield "a position needs lat, lon and its error together"
    if row["lat"] and not (abs(float(row["lat"])) <= MAX_LATITUDE and abs(float(row["lon"])) <= MAX_LONGITUDE):
        yield "the position is not on Earth"


def histories(row: Row) -> Iterator[str]:
    """What holds of a crossing's two histories: well-formed items, real dates that ascend."""
    for column, form in (("status_history", HISTORY), ("mode_history", MODE_CHANGE)):
        items = row[column].split(";") if row[column] else []
        for item in items:
            if not form.fullmatch(item) or not _is_date(item[:10]):
                yield f"{column}: {item!r} is not of its form"
        days = [item[:10] for item in items]
        if any(after <= before for before, after in pairwise(days)):
            yield f"{column}: the dates do not ascend"
        yield from (f"{column}: {b!r} says what {a!r} says" for a, b in pairwise(items) if a[11:] == b[11:])
    for item in row["status_history"].split(";"):
        if item.endswith((":closed", ":restricted")):
            yield f"status_history: {item!r} gives no reason"


def regime(row: Row) -> Iterator[str]:
    """What holds of a rule: a known scope, which closures must name."""
    if row["scope"] not in SCOPES:
        yield f"scope {row['scope']!r} is none of {', '.join(sorted(SCOPES))}"
    if (row["regime_type"] == "closure") != bool(row["scope"]):
        yield "closures, and only they, say what they close (scope)"


def opening(row: Row) -> Iterator[str]:
    """What holds of the days of an airport: a code and a day, or a position for a place that never had one."""
    if bool(row["icao"]) == bool(row["lat"]) or bool(row["lat"]) != bool(row["lon"]):
        yield "has either the code of an airport or the position of a place that never had one"
    if row["icao"] and not (row["since"] or row["until"]):
        yield "needs a day"
    if not row["icao"] and (row["since"] or row["until"] or row["succeeds"]):
        yield "never had an airfield, and so has no days"


def road_gap(row: Row) -> Iterator[str]:
    """What holds of a gap in the roads: it parts countries or surrounds a spot, and says how long a way round takes."""
    spot = [row[column] for column in ("lat", "lon", "near_km", "far_km")]
    if bool(row["land_a"] and row["land_b"]) == any(spot) or (any(spot) and not all(spot)):
        yield "parts countries (land_a, land_b) or surrounds a spot (lat, lon, near_km, far_km)"
    elif all(spot) and not (0 < float(row["near_km"]) < float(row["far_km"]) or row["lat_b"]):
        yield "near_km is to be less than far_km"
    if bool(row["lat_b"]) != bool(row["lon_b"]) or (row["lat_b"] and not all(spot)):
        yield "the other land (lat_b, lon_b) needs both numbers, and a spot that it is not joined to"
    elif row["lat_b"] and _apart_km(row) < float(row["near_km"]) + float(row["far_km"]):
        yield "the spot and the other land overlap: a place in both would be parted from itself"
    yield from (
        f"{code!r} is no country code"
        for code in (row["land_a"] + " " + row["land_b"]).split()
        if not CODE.fullmatch(code)
    )
    if not float(row["days"]) > 0:
        yield "days is no length of time"
    if row["months"] and not MONTHS.fullmatch(row["months"]):
        yield f"months {row['months']!r} is no span of months"


def season(row: Row, crossings: Container[str]) -> Iterator[str]:
    """What holds of the season of a pass: two days of the year, a position, a crossing that there is."""
    for column in ("first", "last"):
        if not _is_date(f"{LEAP_YEAR}-{row[column]}"):
            yield f"{column} {row[column]!r} is no day of the year"
    if row["crossing"] and row["crossing"] not in crossings:
        yield f"crossing {row['crossing']!r} is none of crossings.csv"
    if not (abs(float(row["lat"])) <= MAX_LATITUDE and abs(float(row["lon"])) <= MAX_LONGITUDE):
        yield "the position is not on Earth"


def numbers(folder: Path, name: str) -> Iterator[str]:
    """What holds of numbers: the determined are never slower than the ordinary, records are positive."""
    for line, row in enumerate(read(folder, name), 2):
        if name == "records" and not (float(row["distance_km"]) > 0 and float(row["duration_h"]) > 0):
            yield f"row {line}: a record needs a distance and a duration"
        if name == "waits" and not 0 <= float(row["brisk_min"]) <= float(row["typical_min"]):
            yield f"row {line}: the brisk wait is longer than the typical one"
        if name == "speeds" and row["quantity"] == "speed" and not float(row["brisk"]) >= float(row["typical"]) > 0:
            yield f"row {line}: the brisk speed is below the typical one"


def misplaced(rows: Iterable[Row], away_km: Callable[[float, float, str], float]) -> list[str]:
    """The crossings that lie farther from one of their countries than their own error and that of the borders allow.

    Lines inside one state and borders of states that are gone have no line to be checked against, ports lie off it.

    Parameters
    ----------
    rows
        Rows of the table of crossings.
    away_km
        How far a point (lat, lon) lies from a country, km.
    """
    found = []
    for row in rows:
        pair = {row["country_a"], row["country_b"]}
        if not row["lat"] or len(pair) == 1 or pair & OTHER_CODES - {"XK"} or row["mode"] == "ferry":
            continue
        km = max(away_km(float(row["lat"]), float(row["lon"]), country) for country in pair)
        if km > float(row["coord_error_km"]) + BORDER_ERROR_KM:
            found.append(f"{row['id']} lies {km:.1f} km off its border, {row['coord_error_km']} km are allowed")
    return found


def codes(folder: Path) -> frozenset[str]:
    """Every country code that the tables use, apart from wildcards."""
    found: set[str] = set()
    for row in read(folder, "crossings"):
        found |= {row["country_a"], row["country_b"]}
    for row in read(folder, "regimes"):
        found |= {code for column in ("country_a", "country_b") for code in re.split(r"/| and ", row[column])}
    found |= {row["country"] for row in read(folder, "unions")} | {row["airspace"] for row in read(folder, "airspace")}
    return frozenset(found - {"*", "EU", "others"})


def _apart_km(row: Row) -> float:
    """How far the two middles of a gap between two lands lie from each other."""
    lat, lon, lat_b, lon_b = (float(row[column]) for column in ("lat", "lon", "lat_b", "lon_b"))
    return distance_km(lat, lon, lat_b, lon_b)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
