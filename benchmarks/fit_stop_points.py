"""The points of words/likely_stops.csv and words/told_stops.csv: logistic regressions on annotated stories.

    python benchmarks/fit_stop_points.py              how well they do on sets of stories that they were not fitted to
    python benchmarks/fit_stop_points.py --write      the tables anew

Every story of benchmarks/stories is read. Each place name that no rule takes for a stop is an example of the first
table, each that a rule does take one of the second; whether it is a stop the story's author has said, by marks in the
text or by coordinates (then within 50 km). A set holds the stories of one author. To the second table the stories and
sentences of the tests are added, which say what the rules are there for. The fits have no chance in them: the same
stories and the same reading give the same tables.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import yaml
from scipy.optimize import minimize
from scipy.sparse import csr_array
from scipy.special import expit

from marked_stories import MARKED, marked_stories
from wayproof.check import itineraries_of
from wayproof.story.journey import improbable_stops
from wayproof.story.journey.likely_stops import NEEDED, NEEDED_ALONE, candidates
from wayproof.story.journey.stop_signs import BIAS, scene_of, signs, told_signs
from wayproof.story.journey.tellings import read_told
from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.world.atlas import World

    Label = Callable[[Toponym], bool | None]

STORIES: Final = Path(__file__).parent / "stories"
TESTS: Final = Path(__file__).parents[1] / "tests"
SENTENCES_OF: Final = date(2019, 6, 14)
"""The day of publication of the tested sentences."""
TABLES: Final = Path(__file__).parents[1] / "src/wayproof/story/vocabulary/words"
NEAR_KM: Final = 50.0
"""A stop within this is the one that an author means, as in quality_stories.py."""
FEWEST: Final = 8
"""A sign must stand about so many names to get points."""
PENALTY: Final = 5.0
"""The weight of the squares of the points against the likelihood: few examples should not make large points."""
LEAST: Final = 0.005
"""Fewer points than this are none."""
CHANCE: Final = 0.55
"""The chance from which a name counts as a stop that no rule takes for one."""
CHANCE_ALONE: Final = 0.6
"""The same in a text of whose journey no clause tells: most news that names places tells of none."""
CHANCE_TOLD: Final = 0.15
"""The chance below which what a rule takes for a stop is none."""
STEPS: Final = (0.3, 0.4, 0.5, 0.6, 0.7)
STEPS_TOLD: Final = (0.2, 0.3, 0.35, 0.4, 0.5)
HEAD: Final = """\
# Points of what stands about a place name for its being a stop of the traveller, {0}.
# Their sum is the logarithm of the odds; from "needed" on a name counts. Source: logistic regression on the stories
# of benchmarks/stories, written by benchmarks/fit_stop_points.py; not to be edited by hand.
"""


@dataclass(frozen=True)
class Example:
    """A place name of a story: its signs, whether a rule takes it for a stop, and whether it is one."""

    author: str
    story: str
    place: str
    signs: tuple[str, ...]
    is_told: bool
    is_stop: bool


def main() -> None:
    """Read, then fit and write, or report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the tables, and tell nothing of other sets")
    given = parser.parse_args()
    world = open_world()
    examples = [*_located(world), *_marked(world), *(one for one in _tested(world) if one.is_told)]
    for table, told in (("likely_stops", False), ("told_stops", True)):
        own = [one for one in examples if one.is_told is told]
        print(f"{table}: {len(own)} names, {sum(one.is_stop for one in own)} of them stops")
        if given.write:
            _write(table, fit(own), told=told)
        else:
            _report(own, told=told)


def _located(world: World) -> Iterator[Example]:
    """Examples of the stories whose stops are given by coordinates."""
    for path in sorted(one for one in STORIES.glob("*.jsonl") if one != MARKED):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            story = Story(record["text"], title=record["title"], published=date.fromisoformat(record["published"]))
            stops = [(row["lat"], row["lon"]) for row in record["itinerary"] if row["lat"] is not None]
            open_names = {row["place"].casefold() for row in record["itinerary"] if row["lat"] is None}

            def label(
                top: Toponym, stops: list[tuple[float, float]] = stops, left: set[str] = open_names
            ) -> bool | None:
                return None if top.mention.text.casefold() in left else _is_near(top, stops)

            yield from _examples((record["set"], record["id"]), story, label, world)


def _marked(world: World) -> Iterator[Example]:
    """Examples of the stories whose names are marked; another name for the place of a stop is none."""
    for one in marked_stories():

        def label(
            top: Toponym,
            names: Sequence[tuple[int, int, bool]] = one.names,
            stops: Sequence[tuple[float, float]] = one.stops,
        ) -> bool | None:
            mention = top.mention
            here = [stop for start, end, stop in names if mention.start < end and mention.end > start]
            if not here or (not here[0] and _is_near(top, stops)):
                return None
            return here[0]

        yield from _examples((one.author, one.number), one.story, label, world)


def _tested(world: World) -> Iterator[Example]:
    """Examples of the golden stories and of the sentences with their stops."""
    for path in sorted((TESTS / "stories").glob("*.yaml")):
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        story = Story(record["text"], title=record.get("title"), published=date.fromisoformat(record["published"]))
        stops = [(row["lat"], row["lon"]) for row in record["visits"]]
        yield from _examples(("tests", path.stem), story, partial(_is_near, stops=stops), world)
    for path in sorted((TESTS / "story/journey").glob("tellings*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text, arrow, told = line.partition(" =>")
            if arrow and not line.startswith("#"):
                story = Story(text.replace("\\n", "\n"), published=SENTENCES_OF)
                yield from _examples(("tests", text), story, partial(_is_told, told=told), world)


def _is_told(top: Toponym, told: str) -> bool:
    return top.place is not None and f" {top.place.name}" in told


def _is_near(top: Toponym, stops: Sequence[tuple[float, float]]) -> bool:
    place = top.place
    return place is not None and any(distance_km(*stop, place.lat, place.lon) < NEAR_KM for stop in stops)


def _examples(key: tuple[str, str], story: Story, label: Label, world: World) -> Iterator[Example]:
    times = find_times(story)
    told = read_told(story, itineraries_of(story, world).toponyms, times)
    scene = scene_of(told, times)
    starts = [clause.start for clause in scene.clauses]
    for top, index in candidates(scene, told.named):
        stop = label(top)
        if top.place is not None and stop is not None:
            yield Example(*key, top.place.id, tuple(signs(scene, top, index)), is_told=False, is_stop=stop)
    for one in scene.told:
        top, index = one.toponym, bisect_right(starts, one.toponym.mention.start) - 1
        stop = label(top)
        if top.place is not None and stop is not None and index >= 0:
            yield Example(*key, top.place.id, tuple(told_signs(scene, one, index)), is_told=True, is_stop=stop)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The points of each sign that maximise the likelihood of the examples, less a penalty on their squares."""
    seen = Counter(sign for one in examples for sign in set(one.signs))
    names = [BIAS, *sorted(sign for sign, times in seen.items() if times >= FEWEST and sign != BIAS)]
    columns = {name: at for at, name in enumerate(names)}
    at = [(row, columns[sign]) for row, one in enumerate(examples) for sign in one.signs if sign in columns]
    rows, cols = (np.array(side) for side in zip(*at, strict=True))
    counts = csr_array((np.ones(len(at)), (rows, cols)), shape=(len(examples), len(names)))
    truth = np.array([float(one.is_stop) for one in examples])
    ridge = np.full(len(names), PENALTY)
    ridge[0] = 0.0

    def loss(points: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        sums = counts @ points
        value = float(np.sum(np.logaddexp(0.0, sums) - truth * sums) + 0.5 * np.sum(ridge * points**2))
        return value, counts.T @ (expit(sums) - truth) + ridge * points

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 5000, "gtol": 1e-8})
    return dict(zip(names, found.x.tolist(), strict=True))


def _report(examples: Sequence[Example], *, told: bool) -> None:
    """For each chance how many places would be taken and how many are stops, each set by the fit of all others."""
    best: dict[tuple[str, str], tuple[float, bool]] = {}
    for author in sorted({one.author for one in examples}):
        points = fit([one for one in examples if one.author != author])
        for one in (one for one in examples if one.author == author):
            chance = float(expit(sum(points.get(sign, 0.0) for sign in one.signs)))
            best[one.story, one.place] = max(best.get((one.story, one.place), (0.0, False)), (chance, one.is_stop))
    print(f"  {len(best)} places of stories, {sum(stop for _, stop in best.values())} of them stops")
    for step in STEPS_TOLD if told else STEPS:
        taken = [stop for chance, stop in best.values() if (chance < step if told else chance >= step)]
        what = "set aside" if told else "taken"
        print(f"  chance {step}: {len(taken)} {what}, {sum(taken)} of them stops")


def log_odds(chance: float) -> float:
    """The points that a chance stands for."""
    return math.log(chance / (1.0 - chance))


def _write(table: str, points: dict[str, float], *, told: bool) -> None:
    if told:
        rows = [(improbable_stops.NEEDED, log_odds(CHANCE_TOLD))]
    else:
        rows = [(NEEDED, log_odds(CHANCE)), (NEEDED_ALONE, log_odds(CHANCE_ALONE))]
    rows.append((BIAS, points[BIAS]))
    told_of = ((sign, worth) for sign, worth in points.items() if sign != BIAS and abs(worth) >= LEAST)
    rows += sorted(told_of, key=lambda row: (-row[1], row[0]))
    with (TABLES / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
        stream.write(HEAD.format("where a rule takes it for one" if told else "where no rule takes it for one"))
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(("sign", "points"))
        out.writerows((sign, f"{worth:.2f}") for sign, worth in rows)


if __name__ == "__main__":
    main()
