"""The golden stories of tests/stories, checked against the shipped data.

The visits are those that the story tells, and the verdict is one that the facts allow. `unread` names visits of the
story that the reading still misses; `decoys` are names that look like stops and are none; `unsettled` are words of
the stops that are nobody's, `guessed` the places of visits that say whom else they could be.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from wayproof.check import check, itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.geodesy import distance_km

STORIES = sorted((Path(__file__).parents[1] / "stories").glob("*.yaml"))
NEAR_KM = 50.0


@cache
def told(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def world():
    return open_world()


def story(path):
    return Story(told(path)["text"], told(path)["title"], date.fromisoformat(told(path)["published"]))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_visits_of_the_story(path):
    unread = set(told(path).get("unread", ()))
    found = itineraries_of(story(path), world()).told
    expected_visits = [
        visit
        for visit in told(path)["visits"]
        if visit["place"] not in unread
        or any(distance_km(one.place.lat, one.place.lon, visit["lat"], visit["lon"]) <= NEAR_KM for one in found.visits)
    ]
    if told(path).get("origin_open"):
        assert found.origin_open
    places = [
        visit for index, visit in enumerate(found.visits) if index == 0 or visit.place != found.visits[index - 1].place
    ]
    assert [visit.place.name for visit in places if not visit.place.is_area] or not expected_visits
    assert len(places) == len(expected_visits)
    for visit, expected in zip(places, expected_visits, strict=True):
        km = distance_km(visit.place.lat, visit.place.lon, expected["lat"], expected["lon"])
        assert km <= NEAR_KM, f"{visit.place.name} is {km:.0f} km from {expected['place']}"
        if "day" in expected:
            day = date.fromisoformat(expected["day"])
            assert visit.earliest is not None
            assert abs((visit.earliest.date() - day).days) <= 1


@pytest.mark.parametrize("path", [path for path in STORIES if told(path).get("decoys")], ids=lambda path: path.stem)
def test_no_decoy_is_a_visit(path):
    text, names = told(path)["text"], told(path)["decoys"]
    for visit in itineraries_of(story(path), world()).told.visits:
        quote = text[visit.start : visit.end]
        assert not any(name in quote and visit.place.name in name for name in names), quote


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_what_is_open_is_told_and_nothing_else(path):
    found = itineraries_of(story(path), world())
    expected = told(path).get("unsettled", ())
    stops = [one for one in found.told.unsettled if one.kind == "actor"]
    assert len(stops) == len(expected)
    for one, words in zip(stops, expected, strict=True):
        assert words in one.text
        assert one in found.unresolved
    guesses = {visit.place.name for visit in found.told.visits if "could be" in visit.inferred}
    assert guesses >= set(told(path).get("guessed", ()))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_verdict_on_the_story(path):
    label = check(story(path), world()).verdict.label
    assert label not in told(path)["must_not"]
    assert label in told(path)["verdict_in"]


def test_there_are_enough_stories():
    assert len(STORIES) >= 120
