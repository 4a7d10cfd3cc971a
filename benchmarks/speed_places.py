"""Speed of finding and placing the names of a text, as ``wayproof places --jsonl`` does it.

Run with ``pytest benchmarks/speed_places.py --benchmark-enable``; without pytest it prints megabytes a second, the
start and the peak memory of a fresh process, and the seconds that a megabyte of hostile text takes.

The text is made up: sentences of news with names drawn from the gazetteer by population, the same on every run.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from functools import cache
from typing import TYPE_CHECKING

from wayproof.cli.rows import toponym_line
from wayproof.world.gazetteer import Gazetteer, open_gazetteer

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

SEED, DOCUMENTS, SENTENCES = 7, 250, 18
SENTENCES_OF_NEWS = (
    "Officials in {a} said on Monday that the road to {b} had been closed since the storm, and that nobody was hurt.",
    "The committee will meet again next week, a spokesman told reporters, once the figures have been checked.",
    "Thomas Brown, who has lived near {a} for thirty years, remembers when the ferry still ran twice a day.",
    "She left {a} at dawn, changed trains in {b} and reached {c} shortly before midnight.",
    "Prices rose by about three per cent last year, less than most economists had expected.",
    "The {a} Police Department did not answer a request for comment.",
    "It was, he said, the longest day of his life; he slept on a bench and ate what strangers gave him.",
    "A court in {a} is to hear the appeal in May, although both sides have hinted that they would rather settle.",
)
HOSTILE = (
    "U.S. ", ",", "Mr ", "A ", "Paris ", "Paris, Texas. ", "John A. ", "in Xyz ", "St. ", "the ", "東京都", "\n", "((",
    "London/", "The United States of America and ", "VILNIUS (AP) — ", "a" * 40 + " ", "San José, ", "“A” ", "Creek ",
)  # fmt: skip


@cache
def lines() -> tuple[dict[str, str], ...]:
    """Documents of made-up news."""
    chance = random.Random(SEED)  # noqa: S311 - a repeatable sample
    gazetteer = open_gazetteer()
    near = gazetteer.nearest(48.0, 8.0, minimum_population=15_000, limit=1500)
    names = [place.name for _, place in near] + ["London", "Paris", "Moscow", "Washington", "Beijing"] * 30
    return tuple({"id": str(number), "text": _text(chance, names)} for number in range(DOCUMENTS))


def _text(chance: random.Random, names: list[str]) -> str:
    here = chance.sample(names, 12)
    chosen = (chance.choice(SENTENCES_OF_NEWS) for _ in range(SENTENCES))
    made = (text.format(a=chance.choice(here), b=chance.choice(here), c=chance.choice(here)) for text in chosen)
    return " ".join(made)


def megabytes() -> float:
    """Size of all documents in UTF-8."""
    return sum(len(line["text"].encode()) for line in lines()) / 1e6


def answers(gazetteer: Gazetteer) -> int:
    """Read every document and write its answer; the characters written."""
    return sum(len(toponym_line(line, gazetteer, {})) for line in lines())


def seconds_a_megabyte(unit: str, size: int = 100_000) -> float:
    """Processor time for a text of nothing but one unit, brought to a megabyte."""
    text = unit * (size // len(unit))
    started = time.process_time()
    toponym_line({"id": "hostile", "text": text}, open_gazetteer(), {})
    return (time.process_time() - started) / len(text.encode()) * 1e6


def test_speed_of_places(benchmark: BenchmarkFixture) -> None:
    """Made-up news, warm."""
    benchmark(answers, open_gazetteer())
    benchmark.extra_info["MB a second"] = megabytes() / benchmark.stats.stats.median


def fresh_process() -> tuple[float, float]:
    """Seconds until a fresh process has answered its first line, and its peak memory in MB after all of them."""
    code = "from wayproof.cli.app import main; import sys; sys.argv = ['wayproof', 'places', '--jsonl', '-']; main()"
    first = json.dumps(lines()[0])
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], input=first, text=True, check=True, capture_output=True)  # noqa: S603
    start = time.perf_counter() - started
    everything = "\n".join(json.dumps(line) for line in lines())
    subprocess.run([sys.executable, "-c", code], input=everything, text=True, check=True, capture_output=True)  # noqa: S603
    return start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    start, peak = fresh_process()
    print(f"start with one document {start:.2f} s, peak memory {peak:.0f} MB")
    gazetteer = open_gazetteer()
    times = []
    for _ in range(6):
        started = time.process_time()
        answers(gazetteer)
        times.append(time.process_time() - started)
    print(f"{megabytes():.2f} MB: first {megabytes() / times[0]:.2f}, best {megabytes() / min(times):.2f} MB a second")
    for unit in HOSTILE:
        print(f"{unit!r}: {seconds_a_megabyte(unit):.2f} s a megabyte")


if __name__ == "__main__":
    main()
