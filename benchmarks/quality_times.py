"""How long ways take: the typical duration of each leg against public driving, rail, ferry and flight times.

    python benchmarks/quality_times.py            # figures, and the legs that are off
    python benchmarks/quality_times.py --table    # the table of docs/travel-times.md

The legs are in ``travel_times.csv``. What it calls ``calibrate`` may be used to tune the tables of speeds; ``confirm``
never was. Public times count what happens under way: so breaks, nights, changes, boarding, airports and the queues at
borders are left out of ours, or all but the queues where the row says ``with borders``. Gate to gate a flight has a
quarter of an hour more than from take-off to landing.
"""

from __future__ import annotations

import csv
import statistics
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from wayproof.travel.road_candidates import quickest
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.world.atlas import World, open_world
from wayproof.world.places import point

TABLE = Path(__file__).with_name("travel_times.csv")
NOT_UNDER_WAY = frozenset({"rest", "nights", "changes of train and nights", "boarding", "airports", "access by road"})
BORDER = "border "
TAXI_H = 0.25
CLOSE, WANTED_SHARE = 0.25, 0.8
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Compared:
    """One leg beside its public time, hours; None where no way was found."""

    row: dict[str, str]
    limit_h: float
    brisk_h: float | None
    typical_h: float | None

    @property
    def ratio(self) -> float | None:
        """Our typical time for one hour of the public one."""
        return None if self.typical_h is None else self.typical_h / float(self.row["hours"])


def under_way(route: Route, row: dict[str, str]) -> tuple[float, float]:
    """Brisk and typical hours of what the public time counts."""
    kept = [
        part
        for part in route.time.parts
        if part.name not in NOT_UNDER_WAY and (row["counts"] == "with borders" or not part.name.startswith(BORDER))
    ]
    more = TAXI_H if row["mode"] == "air" else 0.0
    return sum(part.brisk / HOUR for part in kept) + more, sum(part.typical / HOUR for part in kept) + more


def compare(row: dict[str, str], world: World) -> Compared:
    """The quickest way of a leg beside its public time."""
    ends = [
        point(
            lat := float(row[f"lat_{end}"]),
            lon := float(row[f"lon_{end}"]),
            name=row[name],
            country=world.borders.country_at(lat, lon),
        )
        for end, name in (("a", "from"), ("b", "to"))
    ]
    routes = find_routes(LegQuery(ends[0], ends[1], date.fromisoformat(row["on"]), (row["mode"],)), world)
    known = [route for route in routes if route.time.typical is not None]
    if not known:
        return Compared(row, min((route.time.limit / HOUR for route in routes), default=0.0), None, None)
    best = min(known, key=lambda route: quickest(route.time))
    brisk_h, typical_h = under_way(best, row)
    return Compared(row, best.time.limit / HOUR, brisk_h, typical_h)


def summary(name: str, found: list[Compared]) -> str:
    """One line of figures."""
    ratios = [one.ratio for one in found if one.ratio is not None]
    close = sum(abs(ratio - 1) <= CLOSE for ratio in ratios)
    missing = len(found) - len(ratios)
    orderly = sum(one.brisk_h is not None and one.limit_h <= one.brisk_h for one in found)
    return (
        f"{name}: {len(found)} legs, {missing} without a way, {close} ({close / len(found):.0%}) within {CLOSE:.0%}; "
        f"ratio median {statistics.median(ratios):.2f}; brisk at or above the limit {orderly} of {len(found)}"
    )


def table(found: list[Compared]) -> str:
    """The legs as a Markdown table."""
    lines = [
        "| leg | by | public, h | typical, h | ratio | brisk, h | limit, h | source |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for one in found:
        row = one.row
        typical, brisk, ratio = (
            "none" if value is None else f"{value:{form}}"
            for value, form in ((one.typical_h, ".1f"), (one.brisk_h, ".1f"), (one.ratio, ".2f"))
        )
        lines.append(
            f"| {row['from']} - {row['to']} | {row['mode']} | {float(row['hours']):.1f} | {typical} | {ratio} "
            f"| {brisk} | {one.limit_h:.1f} | {row['source']} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    world = open_world()
    found = [compare(row, world) for row in rows]
    for kind in dict.fromkeys(row["set"] for row in rows):
        part = [one for one in found if one.row["set"] == kind]
        print(summary(kind, part))
        if "--table" in sys.argv:
            print(f"\n{table(part)}\n")
            continue
        for mode in sorted({one.row["mode"] for one in part}):
            print("  " + summary(mode, [one for one in part if one.row["mode"] == mode]))
        for one in part:
            if one.ratio is None or abs(one.ratio - 1) > CLOSE:
                ratio = "no way" if one.ratio is None else f"{one.ratio:.2f}"
                print(f"    {one.row['mode']} {one.row['from']} - {one.row['to']}: {ratio} of {one.row['hours']} h")


if __name__ == "__main__":
    main()
