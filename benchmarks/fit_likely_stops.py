"""The points of words/likely_stops.csv: a logistic regression on the place names of annotated stories.

    python benchmarks/fit_likely_stops.py              how well it does on sets of stories that it was not fitted to
    python benchmarks/fit_likely_stops.py --write      the same, and the table anew

Every story of benchmarks/stories is read; each place name that no rule takes for a stop is an example, and counts as
a stop if it lies within 50 km of one that the story's author tells of and the rules missed. A set holds the stories of
one author. The fit has no chance in it: the same stories and the same reading give the same table.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from wayproof.check import itineraries_of
from wayproof.story.journey.likely_stops import BIAS, NEEDED, NEEDED_ALONE, candidates, scene_of, signs
from wayproof.story.journey.tellings import read_told
from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from wayproof.world.atlas import World

STORIES: Final = Path(__file__).parent / "stories"
TABLE: Final = Path(__file__).parents[1] / "src/wayproof/story/vocabulary/words/likely_stops.csv"
NEAR_KM: Final = 50.0
"""A stop within this is the one that an author means, as in quality_stories.py."""
FEWEST: Final = 8
"""A sign must stand about so many names to get points."""
PENALTY: Final = 10.0
"""The weight of the squares of the points against the likelihood: few examples should not make large points."""
CHANCE: Final = 0.4
"""The chance from which a place counts as a stop. It is kept low because the true one is higher: most of the sets are
those with which the rules were made, and hold fewer stops that rules miss than a story that nobody has seen."""
CHANCE_ALONE: Final = 0.6
"""The same in a text of whose journey no clause tells: most news that names places tells of none."""
STEPS: Final = (0.3, 0.4, 0.5, 0.6, 0.7)
HEAD: Final = """\
# Points of what stands about a place name for its being a stop of the traveller that no rule reads.
# Their sum is the logarithm of the odds; from "needed" on a name counts. Source: logistic regression on the stories
# of benchmarks/stories, written by benchmarks/fit_likely_stops.py; not to be edited by hand.
"""


@dataclass(frozen=True)
class Example:
    """A place name of a story that no rule takes for a stop: its signs, and whether it is one."""

    author: str
    story: str
    place: str
    signs: tuple[str, ...]
    is_stop: bool


def main() -> None:
    """Read, fit, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the table")
    given = parser.parse_args()
    world = open_world()
    examples = [one for path in sorted(STORIES.glob("*.jsonl")) for one in _examples(path, world)]
    print(f"{len(examples)} names, {sum(one.is_stop for one in examples)} of them stops")
    _report(examples)
    if given.write:
        _write(fit(examples))


def _examples(path: Path, world: World) -> Iterator[Example]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        story = Story(record["text"], title=record["title"], published=date.fromisoformat(record["published"]))
        times = find_times(story)
        told = read_told(story, itineraries_of(story, world).toponyms, times)
        read = [one.toponym.place for one in told.followed[0].sightings if one.toponym.place is not None]
        stops = [(row["lat"], row["lon"]) for row in record["itinerary"] if row["lat"] is not None]
        missed = [stop for stop in stops if not any(distance_km(*stop, one.lat, one.lon) < NEAR_KM for one in read)]
        scene = scene_of(told, times)
        for top, index in candidates(scene, told.named):
            place = top.place
            if place is not None:
                near = any(distance_km(*stop, place.lat, place.lon) < NEAR_KM for stop in missed)
                yield Example(record["set"], record["id"], place.id, tuple(signs(scene, top, index)), near)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The points of each sign that maximise the likelihood of the examples, less a penalty on their squares."""
    seen = Counter(sign for one in examples for sign in set(one.signs))
    names = [BIAS, *sorted(sign for sign, times in seen.items() if times >= FEWEST and sign != BIAS)]
    columns = {name: at for at, name in enumerate(names)}
    counts: NDArray[np.float64] = np.zeros((len(examples), len(names)))
    for row, one in enumerate(examples):
        for sign in one.signs:
            if sign in columns:
                counts[row, columns[sign]] += 1.0
    truth = np.array([float(one.is_stop) for one in examples])
    ridge = np.full(len(names), PENALTY)
    ridge[0] = 0.0

    def loss(points: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        sums = counts @ points
        value = float(np.sum(np.logaddexp(0.0, sums) - truth * sums) + 0.5 * np.sum(ridge * points**2))
        return value, counts.T @ (expit(sums) - truth) + ridge * points

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 5000, "gtol": 1e-8})
    return dict(zip(names, found.x.tolist(), strict=True))


def _report(examples: Sequence[Example]) -> None:
    """For each chance how many places would be taken and how many are stops, each set by the fit of all others."""
    best: dict[tuple[str, str], tuple[float, bool]] = {}
    for author in sorted({one.author for one in examples}):
        points = fit([one for one in examples if one.author != author])
        for one in (one for one in examples if one.author == author):
            chance = float(expit(sum(points.get(sign, 0.0) for sign in one.signs)))
            best[one.story, one.place] = max(best.get((one.story, one.place), (0.0, False)), (chance, one.is_stop))
    print(f"{len(best)} places of stories, {sum(stop for _, stop in best.values())} of them stops")
    for step in STEPS:
        taken = [stop for chance, stop in best.values() if chance >= step]
        print(f"chance {step}: {len(taken)} taken, {sum(taken)} of them stops")


def log_odds(chance: float) -> float:
    """The points that a chance stands for."""
    return math.log(chance / (1.0 - chance))


def _write(points: dict[str, float]) -> None:
    rows = [(NEEDED, log_odds(CHANCE)), (NEEDED_ALONE, log_odds(CHANCE_ALONE)), (BIAS, points[BIAS])]
    rows += sorted(((sign, worth) for sign, worth in points.items() if sign != BIAS), key=lambda row: (-row[1], row[0]))
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        stream.write(HEAD)
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("sign", "points"))
        table.writerows((sign, f"{worth:.2f}") for sign, worth in rows)


if __name__ == "__main__":
    main()
