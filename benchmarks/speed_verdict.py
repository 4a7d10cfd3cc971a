"""Speed of the verdict on a long itinerary: grade, contradictions, assumptions, other explanations, ground in reach.

Run with ``pytest benchmarks/speed_verdict.py --benchmark-enable``; without pytest it prints the seconds for itineraries
of ten and of a hundred visits, possible ones and such that fail, the search for routes apart.

The journeys are made up: towns of central Europe in a random order, the same on every run.
"""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from wayproof.check import _ways
from wayproof.story.itineraries.itinerary import Event, Itinerary, Visit
from wayproof.verdict.assess import assess
from wayproof.verdict.legs import plan
from wayproof.world.atlas import World, open_world

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.assessment import Assessment
    from wayproof.verdict.legs import PlannedItinerary

SEED, LONG, SHORT = 3, 100, 10
START = datetime(2022, 5, 1, 8, tzinfo=UTC)
PACES_H = {"ample": 30.0, "tight": 8.0, "refuted": 2.0}
"""Hours from one visit to the next."""


@cache
def world() -> World:
    """The shipped data."""
    return open_world()


@cache
def ways() -> Callable[[LegQuery], tuple[Route, ...]]:
    """The route search, each question asked once."""
    return _ways(world(), None)


@cache
def planned(visits: int, pace: str) -> PlannedItinerary:
    """A journey through so many towns with its routes found."""
    towns = [place for _, place in world().gazetteer.nearest(50.1, 8.7, minimum_population=60_000, limit=300)]
    random.Random(SEED).shuffle(towns)  # noqa: S311 - a repeatable sample
    stops = []
    for number, town in enumerate(towns[:visits]):
        start = START + timedelta(hours=PACES_H[pace] * number)
        modes = ("car",) if number % 3 else ()
        stops.append(Visit(town, Event.AT, start, start + timedelta(hours=1), "", 0, 0, modes=modes, basis="given"))
    return plan(Itinerary(None, None, (), tuple(stops), ()), ways())


def verdict(visits: int, pace: str) -> Assessment:
    """Everything but the routes."""
    return assess(None, (), (), [planned(visits, pace)], world(), ways=ways())


def test_a_hundred_visits_that_fit(benchmark: BenchmarkFixture) -> None:
    """A journey with time to spare."""
    planned(LONG, "ample")
    benchmark(verdict, LONG, "ample")


def test_a_hundred_visits_that_fail(benchmark: BenchmarkFixture) -> None:
    """A journey to be explained."""
    planned(LONG, "refuted")
    benchmark(verdict, LONG, "refuted")


def main() -> None:
    """Print the seconds of processor time, the best of three."""
    for visits in (SHORT, LONG):
        for pace in PACES_H:
            begun = time.process_time()
            planned(visits, pace)
            routes_s = time.process_time() - begun
            took = []
            for _ in range(3):
                begun = time.process_time()
                found = verdict(visits, pace)
                took.append(time.process_time() - begun)
            print(f"{visits} visits, {found.verdict.label}: {min(took):.2f} s (routes before that: {routes_s:.2f} s)")


if __name__ == "__main__":
    main()
