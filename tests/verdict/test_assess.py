"""The assessment as a whole, its words, and its record against the published schema."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from toyworld import PLACES, at, journey, toy_ways, visit
from wayproof.story.geoparsing.mentions import Mention, MentionKind
from wayproof.story.geoparsing.toponyms import Candidate, Toponym
from wayproof.story.geoparsing.unresolved import Unresolved
from wayproof.story.itineraries.itinerary import Event, Hypothesis
from wayproof.story.text.document import Story
from wayproof.verdict.assess import assess
from wayproof.verdict.legs import plan
from wayproof.world.manifest import DataFile

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.assessment import Assessment
    from wayproof.world.atlas import World

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "assessment.schema.json").read_text(encoding="utf-8"))
TEXT = "Ada left Alma at eight on 3 August and reached Belder by car at two. Nobody knows Zzyzx."
DATA = (DataFile("roads.npy", "Roads", "ODbL-1.0", ("OpenStreetMap",), (), "0" * 64, 1),)


def mention(name: str) -> Mention:
    start = TEXT.index(name)
    return Mention(start, start + len(name), name, MentionKind.PLACE, ())


def toponym(name: str) -> Toponym:
    return Toponym(mention(name), PLACES[name], (Candidate(PLACES[name], 0.9),), "the only bearer")


def trip(hours: float, **changes: Any) -> Itinerary:
    told = journey(
        visit("Alma", at(3, 8), event=Event.DEPART, quote="left Alma at eight"),
        visit("Belder", at(3, 8 + hours), event=Event.ARRIVE, modes=("car",), quote="reached Belder"),
    )
    return replace(told, **changes)


def assessed(world: World, *itineraries: Itinerary, story: Story | None = None) -> Assessment:
    ways = toy_ways(world)
    names = [toponym("Alma"), toponym("Belder")] if story else []
    odd = [Unresolved(82, 87, "Zzyzx", "in no gazetteer")] if story else []
    return assess(story, names, odd, [plan(one, ways) for one in itineraries], world, ways=ways, data=DATA)


@pytest.fixture(scope="module")
def record(plain_world: World) -> dict[str, Any]:
    story = Story(TEXT, "Ada drives", date(2023, 8, 5), "ada.txt")
    result: dict[str, Any] = assessed(plain_world, trip(6.0), story=story).to_dict()
    return result


def test_the_record_is_as_published(record: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(json.dumps(record)), SCHEMA)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("verdict", "label"), "true"),
        (("verdict", "summary"), None),
        (("places", 0, "lat"), 91.0),
        (("places", 0, "country"), "Westland"),
        (("itineraries", 0, "legs", 0, "window_hours"), "6"),
        (("itineraries", 0, "legs", 0, "routes", 0, "geometry", "coordinates"), [[0.5, 1.0]]),
        (("itineraries", 0, "legs", 0, "routes", 0, "borders", 0, "status"), "ajar"),
        (("itineraries", 0, "visits", 0, "earliest"), "3 August"),
        (("itineraries", 0, "conflicts", 0, "hours_short"), -1.0),
        (("findings", 0, "grade"), "unknown"),
        (("surprise",), 1),
    ],
)
def test_the_schema_refuses_wrong_shapes(path: tuple[str | int, ...], value: object, record: dict[str, Any]) -> None:
    broken: Any = deepcopy(record)
    inner = broken
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


def test_the_schema_misses_nothing(record: dict[str, Any]) -> None:
    for name in record:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({key: value for key, value in record.items() if key != name}, SCHEMA)


def test_the_record_tells_the_leg(record: dict[str, Any]) -> None:
    (itinerary,) = record["itineraries"]
    (leg,) = itinerary["legs"]
    assert (leg["from"], leg["to"]) == ("toy:alma", "toy:belder")
    assert leg["window_hours"] == 6.0
    assert leg["slack_hours"] == pytest.approx(6.0 - leg["routes"][0]["hours"]["typical"], abs=0.002)
    assert leg["verdict"]["label"] == record["verdict"]["label"] == "tight"
    assert leg["routes"][0]["geometry"]["coordinates"][0] == [0.5, 1.0]
    assert leg["routes"][0]["borders"][0]["crossing"] == "South Post"
    assert itinerary["visits"][0]["earliest"] == "2023-08-03T08:00:00+00:00"
    assert itinerary["conflicts"][0]["bound"] == "typical"


def test_places_come_with_mentions_and_borders(record: dict[str, Any]) -> None:
    alma, belder = record["places"]
    assert alma["mentions"] == [{"start": 9, "end": 13, "text": "Alma"}]
    assert TEXT[belder["mentions"][0]["start"] : belder["mentions"][0]["end"]] == "Belder"
    assert [(one["country"], round(one["km"])) for one in belder["borders"]] == [("AA", 56)]
    assert record["unresolved"][0]["text"] == "Zzyzx"


def test_the_summary_is_three_sentences_to_quote(record: dict[str, Any]) -> None:
    summary = record["verdict"]["summary"]
    asked, answer = summary.split("? ")
    assert asked.startswith("Could Ada have gone from Alma (at 08:00 on 3 Aug 2023) to Belder")
    assert answer.startswith("Tight: the story leaves 6 hours for the 334 km from Alma to Belder")
    assert "Names that could not be placed: Zzyzx." in answer
    assert "is true" not in summary


def test_hypotheses_are_alternatives_and_said_to_be(plain_world: World) -> None:
    good = trip(10.0, hypothesis=Hypothesis("began in Alma", "toy:alma", "a guess"), origin_open=True)
    bad = trip(1.0, hypothesis=Hypothesis("began in haste", "toy:alma", "a guess"), origin_open=True)
    result = assessed(plain_world, bad, good)
    assert result.verdict.label == "possible"
    assert [one.verdict.label for one in result.itineraries] == ["possible", "impossible"]
    assert "Not told: where the journey began" in result.summary
    assert "the answer depends on it" in result.summary
    assert result.verdict == assessed(plain_world, good, bad).verdict


def test_a_story_without_a_journey_is_unknown(plain_world: World) -> None:
    for result in (assessed(plain_world), assessed(plain_world, journey(visit("Alma", at(3))))):
        assert result.verdict.label == "unknown"
        assert "no journey" in result.summary
        jsonschema.validate(result.to_dict(), SCHEMA)


def test_a_toponym_without_a_place_is_unresolved(plain_world: World) -> None:
    lost = Toponym(mention("Zzyzx"), None, (), "nobody bears the name")
    result = assess(Story(TEXT), [lost], [], [], plain_world)
    assert [one.text for one in result.unresolved] == ["Zzyzx"]


def test_every_label_makes_a_valid_record(plain_world: World) -> None:
    labels = set()
    for hours in (12.0, 6.0, 3.0, 1.0):
        result = assessed(plain_world, trip(hours))
        jsonschema.validate(result.to_dict(), SCHEMA)
        labels.add(result.verdict.label)
    assert labels == {"possible", "tight", "implausible", "impossible"}


def test_an_open_origin_is_never_told_as_part_of_the_story(plain_world: World) -> None:
    supposed = replace(visit("Exford", event=Event.DEPART), basis="hypothesis")
    guess = replace(
        journey(supposed, visit("Arbor", at(3)), visit("Bruck", at(4))),
        hypothesis=Hypothesis("From Exford.", "toy:exford", "mentioned in the text"),
        origin_open=True,
    )
    result = assessed(plain_world, guess)
    asked, answer = result.summary.split("? ")
    assert "Exford" not in asked
    assert answer.startswith("Unknown: nothing in the times makes the journey impossible")
    assert "does not say from where or when the way to Arbor began" in answer
    assert "Exford was tried as a hypothesis" in answer
    assert "(Arbor to Bruck) there is enough" in answer
    assert "The border nearest to Arbor is that with Eastland" in answer
    assert result.places[0].reason == "supposed as the origin"
