"""Speed and size of the maps: the interactive page, the drawing and its pixels, for the examples and a long journey.

Run with ``pytest benchmarks/speed_map.py --benchmark-enable``; without pytest it prints, for a fresh process each, the
seconds of work from the end of the check to the finished page, folium's start-up included, and the size of the files.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wayproof.check import check, check_itinerary
from wayproof.story.itineraries.itinerary import Event, Itinerary, Visit
from wayproof.story.text.document import parse_date, read_story
from wayproof.world.atlas import World, open_world

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
LONG = "forty visits"
VISITS = 40


@cache
def world() -> World:
    """The shipped data."""
    return open_world()


def stories() -> dict[str, dict[str, str]]:
    """The example stories by file name."""
    with (EXAMPLES / "stories.csv").open(encoding="utf-8", newline="") as stream:
        return {row["file"]: row for row in csv.DictReader(stream)}


@cache
def record(name: str) -> dict[str, Any]:
    """The assessment of an example story, or of a long journey through the towns of central Europe."""
    if name != LONG:
        row = stories()[name]
        story = read_story(str(EXAMPLES / name), title=row["title"], published=parse_date(row["published"]))
        return check(story, world()).to_dict()
    start = datetime(2022, 5, 1, 8, tzinfo=UTC)
    towns = [town for _, town in world().gazetteer.nearest(50.1, 8.7, minimum_population=60_000, limit=VISITS * 4)][::4]
    visits = [
        Visit(town, Event.AT, at, at + timedelta(hours=1), "", 0, 0, modes=("car",), basis="given")
        for number, town in enumerate(towns)
        for at in (start + timedelta(hours=30 * number),)
    ]
    return check_itinerary(Itinerary(None, None, (), tuple(visits), ()), world()).to_dict()


def test_page_of_a_story(benchmark: BenchmarkFixture) -> None:
    """The interactive map, all modules loaded."""
    from wayproof.show.webmap import map_html

    benchmark(map_html, record("lieutenant.txt"), world(), title="A story")


def test_page_of_a_continent(benchmark: BenchmarkFixture) -> None:
    """A map from Geneva to New York."""
    from wayproof.show.webmap import map_html

    benchmark(map_html, record("alibi.txt"), world(), title="A story")


def test_picture_of_a_story(benchmark: BenchmarkFixture) -> None:
    """The SVG."""
    from wayproof.show.picture import draw

    benchmark(draw, record("lieutenant.txt"), world(), title="A story")


def measure(name: str) -> None:
    """Print seconds of work and sizes for one record."""
    made = record(name)
    started = time.process_time()
    from wayproof.show.webmap import map_html

    page = map_html(made, world(), title=name)
    paged = time.process_time()
    from wayproof.show.picture import draw
    from wayproof.show.raster import png

    picture = draw(made, world(), title=name)
    drawn = time.process_time()
    pixels = png(picture)
    rastered = time.process_time()
    sizes = (len(page.encode()), len(picture.svg.encode()), len(pixels))
    times = (paged - started, drawn - paged, rastered - drawn)
    print(name.ljust(16), *(f"{taken:6.2f} s {size / 1000:7,.0f} kB" for taken, size in zip(times, sizes, strict=True)))


def main() -> None:
    """A fresh process for each record."""
    print("".ljust(16), *(text.ljust(19) for text in ("page", "drawing", "pixels")))
    for name in (*stories(), LONG):
        subprocess.run([sys.executable, __file__, name], check=True)  # noqa: S603 - this script


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
