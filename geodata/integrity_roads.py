"""Checks of the built road network and its links table: used by the builder's user and by the tests alike."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from manifest import TABLES
from wayproof.world.geodesy import distance_km
from wayproof.world.network import open_network

if TYPE_CHECKING:
    from wayproof.world.network import RoadNetwork

LINKS = TABLES / "road_links.csv"
MODES = {"road", "ferry", "shuttle"}
CONFIDENCES = {"high", "medium", "low"}
LEAST_RATIO, MOST_RATIO = 0.98, 2.5
"""A line is hardly shorter than the geodesic (its ends are rounded) and not many times longer."""
DETOURS = {"hvalfjordur-road"}
"""Roads round a fjord: longer than their ends are apart by design."""
FERRY_KMH = (2.0, 90.0)
SHIPPED_BYTES = 50_000_000
LEAST_LENGTH_RATIO = 0.99
"""A road may be this much shorter than the straight line: coordinates are rounded to 100 m at the source."""
ROUNDING_KM = 0.35


def link_defects() -> list[str]:
    """What is wrong with the rows of the links table; empty when nothing is."""
    with LINKS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    defects = [f"{row['id']}: twice" for row in rows if sum(other["id"] == row["id"] for other in rows) > 1]
    for row in rows:
        defects += [f"{row['id']}: {defect}" for defect in _row_defects(row)]
    return defects


def _row_defects(row: dict[str, str]) -> list[str]:
    found = []
    if row["mode"] not in MODES or row["confidence"] not in CONFIDENCES:
        found.append("unknown mode or confidence")
    if not row["source"]:
        found.append("no source")
    days = [date.fromisoformat(row[key]) for key in ("opened", "closed") if row[key]]
    if days != sorted(days):
        found.append("closed before it opened")
    straight = distance_km(*(float(row[key]) for key in ("lat_a", "lon_a", "lat_b", "lon_b")))
    km = float(row["km"])
    if row["id"] not in DETOURS and not LEAST_RATIO * straight <= km <= MOST_RATIO * straight:
        found.append(f"{km:g} km for a straight {straight:.1f} km")
    if (row["mode"] == "road") != (not row["hours"]):
        found.append("a ferry needs hours, a road has none")
    if row["hours"] and not FERRY_KMH[0] <= km / float(row["hours"]) <= FERRY_KMH[1]:
        found.append(f"{km / float(row['hours']):.0f} km/h")
    return found


def network_defects(network: RoadNetwork) -> list[str]:
    """What is wrong with a network; empty when nothing is."""
    size, defects = network.size, []
    tails = np.repeat(np.arange(size), np.diff(network.indptr))
    heads = np.asarray(network.indices).astype(np.int64)
    metres = np.asarray(network.metres)
    if (tails == heads).any():
        defects.append("self-loops")
    if (metres < 1).any():
        defects.append("roads without length")
    order, mirrored = np.lexsort((heads, tails)), np.lexsort((tails, heads))
    same = (tails[order] == heads[mirrored]) & (heads[order] == tails[mirrored]) & (metres[order] == metres[mirrored])
    if not same.all():
        defects.append("the two senses of a road differ")
    part = np.searchsorted(network.blocks, np.arange(size), side="right")
    if (part[tails] != part[heads]).any():
        defects.append("a road between two connected parts")
    crossing = network.country[tails] != network.country[heads]
    if int(crossing.sum()) != 2 * len(network.borders) or (network.border_arcs < 0).any():
        defects.append("the table of border roads is not that of the graph")
    defects += [f"{link.id}: its road is missing" for link in network.links if link.b not in network.neighbours(link.a)]
    if int(network.country.max()) >= len(network.codes):
        defects.append("a country without a code")
    return defects + _short_roads(network, tails, heads, metres)


def _short_roads(network: RoadNetwork, tails: np.ndarray, heads: np.ndarray, metres: np.ndarray) -> list[str]:
    """Roads shorter than the geodesic between their ends, beyond what rounding explains."""
    from pyproj import Geod

    once = tails < heads
    a, b = tails[once], heads[once]
    lat, lon = network.lat / 1e5, network.lon / 1e5
    straight = np.asarray(Geod(ellps="WGS84").inv(lon[a], lat[a], lon[b], lat[b])[2]) / 1000
    short = np.flatnonzero(metres[once] / 1000 < straight * LEAST_LENGTH_RATIO - ROUNDING_KM)
    return [
        f"{network.point(int(a[at]))} - {network.point(int(b[at]))}: {metres[once][at] / 1000:.1f} km "
        f"for a straight {straight[at]:.1f} km"
        for at in short.tolist()
    ]


def main() -> None:
    """Print the defects and fail if there are any."""
    defects = link_defects() + network_defects(open_network())
    print("\n".join(defects) or "no defects")
    if defects:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
