"""Itineraries from tables and tracks: CSV with a place a row, and GPX with a time a point."""

from __future__ import annotations

import csv
import io
from datetime import UTC
from typing import TYPE_CHECKING

from wayproof.errors import InputError
from wayproof.story.itineraries.itinerary_file import file_text, itinerary_of, read_itinerary_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from gpxpy.gpx import GPX, GPXRoutePoint, GPXTrackPoint, GPXWaypoint

    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.world.places import Place

SUFFIXES = frozenset({".yaml", ".yml", ".csv", ".gpx"})
"""The endings of files that hold an itinerary; anything else is a story to be read."""

LARGEST_GPX_BYTES = 20_000_000
MOST_POINTS = 60
"""A track is thinned to so many visits: fewer visits ask less of the traveller, so nothing becomes impossible by it."""


def read_itinerary(path: Path, find_place: Callable[[str], Place]) -> Itinerary:
    """The itinerary in a YAML, CSV or GPX file.

    CSV has a head line with the names of the fields that a visit may have in YAML: place (or lat and lon), on (or
    earliest and latest), event, mode, checkpoint, quote. Empty cells say nothing. GPX gives its waypoints if two or
    more carry a time, else its route points, else its track points; each with its own time.

    Parameters
    ----------
    path
        The file; its ending tells what it is.
    find_place
        The place that a name means; raises ``UnknownPlaceError`` for a name it does not know.

    Raises
    ------
    InputError
        The file is missing, damaged or no itinerary; the message lists every defect.
    """
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return itinerary_of({"visits": _csv_rows(path)}, find_place, name=str(path))
    if suffix == ".gpx":
        return itinerary_of({"visits": _gpx_rows(path)}, find_place, name=str(path))
    return read_itinerary_file(path, find_place)


def _csv_rows(path: Path) -> list[dict[str, object]]:
    text = file_text(path)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text.split("\n", 1)[0], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    try:
        table = list(csv.DictReader(io.StringIO(text), dialect=dialect, restkey="", strict=True))
    except csv.Error as error:
        message = f"{path}: not a CSV table ({error}). Give a head line with place, earliest, latest, mode."
        raise InputError(message) from None
    rows: list[dict[str, object]] = []
    for number, row in enumerate(table, start=2):
        if "" in row:
            message = f"{path}, line {number}: more cells than the head line has fields."
            raise InputError(message)
        filled = {name.strip().lower(): cell.strip() for name, cell in row.items() if cell and cell.strip()}
        if filled:
            rows.append({name: _cell(name, cell) for name, cell in filled.items()})
    return rows


def _cell(name: str, cell: str) -> object:
    if name == "checkpoint" and cell.lower() in {"true", "yes", "1", "false", "no", "0"}:
        return cell.lower() in {"true", "yes", "1"}
    return cell


def _gpx_rows(path: Path) -> list[dict[str, object]]:
    # gpxpy is only needed for these files.
    import gpxpy
    from gpxpy.gpx import GPXException

    text = file_text(path, largest=LARGEST_GPX_BYTES)
    try:
        gpx = gpxpy.parse(text)
    except GPXException as error:
        message = f"{path}: not GPX ({error}). Give a track, route or waypoints with times, as receivers export them."
        raise InputError(message) from None
    points = _timed_points(gpx)
    if len(points) < len({"from", "to"}):
        message = f"{path}: fewer than two points with a time. A journey needs the times of at least two."
        raise InputError(message)
    return [_point_row(point) for point in _thinned(points)]


def _timed_points(gpx: GPX) -> Sequence[GPXWaypoint | GPXRoutePoint | GPXTrackPoint]:
    """The points that carry a time, in the order of the clock: waypoints, else route points, else track points."""
    tracks = [point for track in gpx.tracks for segment in track.segments for point in segment.points]
    routes = [point for route in gpx.routes for point in route.points]
    found: list[GPXWaypoint | GPXRoutePoint | GPXTrackPoint] = []
    for points in (gpx.waypoints, routes, tracks):
        found = [point for point in points if point.time is not None]
        if len(found) >= len({"from", "to"}):
            break
    return sorted(found, key=lambda point: point.time.timestamp() if point.time else 0.0)


def _thinned(
    points: Sequence[GPXWaypoint | GPXRoutePoint | GPXTrackPoint],
) -> list[GPXWaypoint | GPXRoutePoint | GPXTrackPoint]:
    """Points spread evenly over the track, the first and the last among them."""
    last = len(points) - 1
    steps = min(MOST_POINTS - 1, last)
    return [points[round(step * last / steps)] for step in range(steps + 1)]


def _point_row(point: GPXWaypoint | GPXRoutePoint | GPXTrackPoint) -> dict[str, object]:
    moment = point.time.astimezone(UTC).replace(microsecond=0).isoformat() if point.time else None
    row: dict[str, object] = {"lat": point.latitude, "lon": point.longitude, "earliest": moment, "latest": moment}
    if point.name:
        row["place"] = point.name
    return row
