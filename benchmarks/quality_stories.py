"""How well whole stories are read and judged: visits in order, verdicts, and grave errors.

    python benchmarks/quality_stories.py                 the golden stories of tests/stories
    python benchmarks/quality_stories.py STORIES.jsonl   stories of your own, one JSON record a line

A record has ``title``, ``published``, ``text``, ``verdict_in``, ``must_not`` and the stops in order, each with ``lat``
and ``lon`` (degrees): ``visits`` in the golden stories, ``itinerary`` in a JSON line. Stops count as found in order
when they lie within 50 km. The golden stories were looked at while the reading was written: no held-out figure.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.verdict.assessment import Assessment
    from wayproof.world.atlas import World

GOLDEN = Path(__file__).parents[1] / "tests" / "stories"
NEAR_KM, SAME_KM = 50.0, 1.0

Point = tuple[float, float]


@dataclass
class Tally:
    """Counts over a set of stories."""

    stories: int = 0
    right: int = 0
    forbidden: int = 0
    gold: int = 0
    told: int = 0
    found: int = 0

    def report(self) -> str:
        """The figures, a line."""
        precision, recall = self.found / max(1, self.told), self.found / max(1, self.gold)
        f1 = 2 * self.found / max(1, self.told + self.gold)
        return (
            f"{self.stories} stories: {self.right} verdicts right, {self.forbidden} grave errors; "
            f"visits precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
        )


def main() -> None:
    """Judge every story and print what is off, then the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=Path, help="a JSONL file; the golden stories without one")
    given = parser.parse_args()
    world, tally = open_world(), Tally()
    for name, record in _records(given.stories):
        _count(tally, name, record, world)
    print(tally.report())


def _records(path: Path | None) -> Iterator[tuple[str, dict[str, Any]]]:
    if path is None:
        for golden in sorted(GOLDEN.glob("*.yaml")):
            yield golden.stem, yaml.safe_load(golden.read_text(encoding="utf-8"))
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            record = json.loads(line)
            yield str(record.get("id", number)), record


def _count(tally: Tally, name: str, record: dict[str, Any], world: World) -> None:
    assessment = check(Story(record["text"], record["title"], date.fromisoformat(record["published"])), world)
    label = assessment.verdict.label
    rows = record.get("visits") or record.get("itinerary") or ()
    gold = _without_repeats([(row["lat"], row["lon"]) for row in rows if row.get("lat") is not None])
    told = max(_tellings(assessment), key=lambda points: (_in_order(gold, points), -len(points)), default=[])
    found = _in_order(gold, told)
    tally.stories += 1
    tally.right += label in record["verdict_in"]
    tally.forbidden += label in record["must_not"]
    tally.gold, tally.told, tally.found = tally.gold + len(gold), tally.told + len(told), tally.found + found
    if label not in record["verdict_in"] or found < len(gold) or found < len(told):
        grave = " GRAVE" if label in record["must_not"] else ""
        right = ", ".join(record["verdict_in"])
        print(f"{name}:{grave} {label} (right: {right}); {found} of {len(gold)} visits, {len(told)} told")


def _tellings(assessment: Assessment) -> list[list[Point]]:
    return [
        _without_repeats([(visit.place.lat, visit.place.lon) for visit in one.itinerary.visits])
        for one in assessment.itineraries
    ]


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    return [
        point for index, point in enumerate(points) if index == 0 or distance_km(*point, *points[index - 1]) > SAME_KM
    ]


def _in_order(gold: Sequence[Point], told: Sequence[Point]) -> int:
    """Length of the longest common subsequence, points within 50 km taken as the same."""
    best = [0] * (len(told) + 1)
    for first in gold:
        diagonal = 0
        for index, second in enumerate(told):
            above = best[index + 1]
            same = distance_km(*first, *second) <= NEAR_KM
            best[index + 1] = diagonal + 1 if same else max(above, best[index])
            diagonal = above
    return best[-1]


if __name__ == "__main__":
    main()
