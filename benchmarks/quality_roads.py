"""How long the roads are: the car routes that the program prints against published tables of road distances.

    python benchmarks/quality_roads.py            # a line for each table
    python benchmarks/quality_roads.py --pairs    # and every pair that is off by more than 15 %

``road_distances.csv`` holds the pairs, each with its source. One table, the official one of Turkey, served to measure
how much longer the usual road is than the shortest way of the network (the row "usual over shortest" of
``geodata/tables/speeds.csv``); all others are held out and only confirm it. The names of the American cities are not in
the copy of their table: they follow from its alphabetical order and fit its distances.
"""

from __future__ import annotations

import csv
import sys
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from wayproof.travel.road_candidates import USUAL_OVER_SHORTEST, routes_by_road
from wayproof.travel.road_drawing import ROAD
from wayproof.travel.routes import LegQuery
from wayproof.world.atlas import open_world
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wayproof.world.places import Place

TABLE = Path(__file__).with_name("road_distances.csv")
CALIBRATION = "turkey"
WRONG = 0.15

WORLD = open_world()


@cache
def city(name: str) -> Place:
    """The city of a name like "Springfield, Illinois"."""
    return next(entry.place for entry in WORLD.gazetteer.lookup(name) if entry.place.kind == Kind.CITY)


def lengths(row: dict[str, str]) -> tuple[float, float] | None:
    """Kilometres of the first car route as printed, and along the network; None if there is none."""
    query = LegQuery(city(row["from"]), city(row["to"]), None, modes=("car",))
    routes = routes_by_road(query, "car", WORLD)
    if not routes or routes[0].time.typical is None:
        return None
    usual = WORLD.speeds.value(USUAL_OVER_SHORTEST, "car", "typical")
    along = sum(part.km / usual if part.basis == ROAD else part.km for part in routes[0].segments)
    return routes[0].km, along


def summary(name: str, ratios: list[float], lost: int) -> str:
    """One line of the report."""
    tenths = quantiles(ratios, n=10)
    errors = sorted(abs(ratio - 1) for ratio in ratios)
    return (
        f"{name:20} {len(ratios) + lost:5} {lost:6} {tenths[0]:7.3f} {median(ratios):7.3f} {tenths[-1]:7.3f} "
        f"{median(errors):8.3f} {quantiles(errors, n=10)[-1]:7.3f}"
    )


def report(rows: Iterable[dict[str, str]], *, pairs: bool) -> None:
    """Measure and print."""
    found: dict[str, list[tuple[dict[str, str], tuple[float, float] | None]]] = {}
    for row in rows:
        found.setdefault(row["table"], []).append((row, lengths(row)))
    print(f"{'table':20} {'pairs':>5} {'no way':>6} {'p10':>7} {'median':>7} {'p90':>7} {'|r-1|':>8} {'p90':>7}")
    for name, measured in found.items():
        known = [(row, way) for row, way in measured if way is not None]
        lost = len(measured) - len(known)
        print(summary(name, [way[0] / float(row["km"]) for row, way in known], lost))
        along = [way[1] / float(row["km"]) for row, way in known]
        print(summary("  along the network", along, lost))
        if name == CALIBRATION:
            print(f"  usual over shortest: {1 / median(along):.3f}")
        for row, way in measured if pairs else ():
            if way is None:
                print(f"  {row['from']} - {row['to']}: no way")
            elif abs(way[0] / float(row["km"]) - 1) > WRONG:
                print(f"  {row['from']} - {row['to']}: {way[0] / float(row['km']):.2f} times the {row['km']} km")


if __name__ == "__main__":
    with TABLE.open(encoding="utf-8", newline="") as stream:
        report(csv.DictReader(stream), pairs="--pairs" in sys.argv[1:])
