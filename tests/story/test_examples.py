"""The stories of ``examples/``, which the README and the gallery show, read as an editor would read them."""

import csv
from datetime import date
from pathlib import Path

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import read_story
from wayproof.world.atlas import open_world

EXAMPLES = Path(__file__).parents[2] / "examples"
STOPS = {
    "lieutenant.txt": ("Pavel Sorokin", ["Vilnius", "Pabradė"]),
    "yacht.txt": ("Jonas Lindqvist", ["Victoria", "Mombasa"]),
    "date-line.txt": ("Tavita Leota", ["Apia", "Pago Pago"]),
    "pass.txt": ("Elena Ferrero", ["Breuil-Cervinia", "Theodul Pass", "Zermatt"]),
    "alibi.txt": ("Henri Vauquelin", ["Geneva", "New York City"]),
}


@pytest.fixture(scope="module")
def world():
    return open_world()


def listed():
    with (EXAMPLES / "stories.csv").open(encoding="utf-8", newline="") as rows:
        return [(row["file"], date.fromisoformat(row["published"])) for row in csv.DictReader(rows)]


def test_every_example_is_held_to_its_stops():
    assert {name for name, _ in listed()} == set(STOPS)


@pytest.mark.parametrize(("name", "published"), listed())
def test_stops_of_an_example(name, published, world):
    told = itineraries_of(read_story(EXAMPLES / name, published=published), world).told
    traveller, stops = STOPS[name]
    assert told.traveller == traveller
    assert [visit.place.name for visit in told.visits] == stops
