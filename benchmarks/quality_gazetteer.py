"""How many names of annotated corpora the gazetteer knows, by kind of place, and how many it has in the right place.

    python benchmarks/quality_gazetteer.py CORPUS.jsonl [...]

A line has ``places`` with a ``level``, or ``toponyms`` with a GeoNames ``fcode``; both with ``name``, ``lat``, ``lon``.
Each distinct name and position counts once. Known: the gazetteer has the name at all. Placed: one of its bearers lies
within 161 km of the gold position, or holds it. No corpus is shipped with wayproof.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from wayproof.world.gazetteer import Gazetteer, open_gazetteer
from wayproof.world.geodesy import distance_km

NEAR_KM = 161.0
CODES = (
    ("A.PCL", "country"), ("A.TERR", "country"), ("A.ADM1", "admin area"), ("A.", "admin area, lower"), ("P.", "city"),
    ("H.", "water"), ("L.CONT", "region"), ("L.RGN", "region"), ("L.", "park, area"), ("T.ISL", "island"),
    ("T.", "region"), ("S.AIR", "airport"), ("R.", "street"), ("S.", "landmark"),
)  # fmt: skip


def kind_of(row: dict[str, Any]) -> str:
    """The kind of a gold place."""
    if "level" in row:
        return str(row["level"])
    code = row.get("fcode") or ""
    return next((kind for start, kind in CODES if code.startswith(start)), "other")


def placed(gazetteer: Gazetteer, row: dict[str, Any]) -> bool | None:
    """Whether a bearer of the name lies where the gold does; None if the gazetteer lacks the name."""
    places = [entry.place for entry in gazetteer.lookup(row["name"])]
    people = gazetteer.demonym(row["name"])  # corpora mark "Lithuanian" as the country
    if people is not None:
        places += [country for country in gazetteer.countries() if country.country == people]
    if not places:
        return None if people is None else True
    far = [(distance_km(row["lat"], row["lon"], place.lat, place.lon), place.extent_km) for place in places]
    return any(km <= max(NEAR_KM, extent) for km, extent in far)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    options = parser.parse_args()
    gazetteer = open_gazetteer()
    gold: dict[tuple[str, float, float], dict[str, Any]] = {}
    for corpus in options.corpora:
        for line in filter(str.strip, corpus.read_text(encoding="utf-8").split("\n")):
            document = json.loads(line)
            for row in document.get("places") or document.get("toponyms") or ():
                if row.get("lat") is not None:
                    gold.setdefault((row["name"], row["lat"], row["lon"]), row)
    count, known, right = Counter[str](), Counter[str](), Counter[str]()
    for row in gold.values():
        kind, found = kind_of(row), placed(gazetteer, row)
        count[kind] += 1
        known[kind] += found is not None
        right[kind] += bool(found)
    print(f"{'kind':20} {'names':>6} {'known':>7} {'placed':>7}")
    for kind, number in [*count.most_common(), ("all", count.total())]:
        had, well = (known.total(), right.total()) if kind == "all" else (known[kind], right[kind])
        print(f"{kind:20} {number:6} {had / number:7.1%} {well / number:7.1%}")


if __name__ == "__main__":
    main()
