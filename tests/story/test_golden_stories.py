"""The golden stories of tests/stories, read with the shipped gazetteer: the visits are those that the story tells."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from wayproof.story.document import Story
from wayproof.story.mentions import find_mentions
from wayproof.story.timex import find_times
from wayproof.story.toponyms import resolve
from wayproof.story.visits import read_itinerary
from wayproof.world.gazetteer import open_gazetteer
from wayproof.world.geodesy import distance_km
from wayproof.world.zones import zone_at

STORIES = sorted((Path(__file__).parents[1] / "stories").glob("*.yaml"))
NEAR_KM = 50.0


def itinerary(told: dict):
    story = Story(told["text"], told["title"], date.fromisoformat(told["published"]))
    gazetteer = open_gazetteer()
    mentions, _ = find_mentions(story, gazetteer)
    toponyms, _ = resolve(mentions, story, gazetteer)
    return read_itinerary(story, toponyms, find_times(story), zone_at=zone_at)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_visits_of_the_story(path):
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = itinerary(told)
    if told.get("origin_open"):
        assert found.origin_open
    places = [
        visit for index, visit in enumerate(found.visits) if index == 0 or visit.place != found.visits[index - 1].place
    ]
    assert [visit.place.name for visit in places if not visit.place.is_area] or not told["visits"]
    assert len(places) == len(told["visits"])
    for visit, expected in zip(places, told["visits"], strict=True):
        km = distance_km(visit.place.lat, visit.place.lon, expected["lat"], expected["lon"])
        assert km <= NEAR_KM, f"{visit.place.name} is {km:.0f} km from {expected['place']}"
        if "day" in expected:
            day = date.fromisoformat(expected["day"])
            assert visit.earliest is not None
            assert abs((visit.earliest.date() - day).days) <= 1


def test_there_are_enough_stories():
    assert len(STORIES) >= 12
