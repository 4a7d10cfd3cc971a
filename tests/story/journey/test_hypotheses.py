"""Hypotheses for an open origin, on the small world and on the shipped one."""

from datetime import UTC, date, datetime

import pytest

from toyworld import toy_world
from wayproof.check import itineraries_of
from wayproof.story.geoparsing.mentions import Mention, MentionKind
from wayproof.story.geoparsing.toponyms import Toponym
from wayproof.story.itineraries.itinerary import Event, Gap, Itinerary, Visit
from wayproof.story.journey.hypotheses import MOST, propose_origins
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

WORLD = toy_world()
BELDER = next(entry.place for entry in WORLD.gazetteer.lookup("Belder"))
SEEN = datetime(2023, 8, 10, 12, tzinfo=UTC)


def held(place, *, nationality="AA", is_open=True, gaps=()) -> Itinerary:
    visit = Visit(place, Event.ARRIVE, None, SEEN, "was held", 0, 8)
    return Itinerary("Ada", nationality, (), (visit, visit), gaps, origin_open=is_open)


def proposals(text="Ada crossed the border illegally.", *, itinerary=None, toponyms=()):
    return propose_origins(itinerary or held(BELDER), Story(text, None, date(2023, 8, 11)), toponyms, WORLD)


def test_none_when_the_origin_is_known():
    assert proposals(itinerary=held(BELDER, is_open=False)) == ()
    assert proposals(itinerary=held(BELDER, nationality=None)) == ()


def test_each_part_of_the_country_is_an_origin():
    found = proposals()
    assert {made.hypothesis.basis for made in found} >= {"shares a border with the destination"}
    assert len({made.hypothesis.origin for made in found}) == len(found) <= MOST
    for made in found:
        first = made.visits[0]
        assert (first.event, first.basis, first.place.country) == (Event.DEPART, "hypothesis", "AA")
        assert made.visits[1:] == held(BELDER).visits
        assert made.hypothesis.origin == first.place.id
        assert first.place.name in made.hypothesis.text
        assert made.origin_open


def test_gaps_keep_pointing_at_their_visits():
    gap = Gap(0, 1, None, None, "", 0, 0)
    assert proposals(itinerary=held(BELDER, gaps=(gap,)))[0].gaps[0] == Gap(1, 2, None, None, "", 0, 0)


def test_what_the_text_mentions_comes_first():
    alma = next(entry.place for entry in WORLD.gazetteer.lookup("Alma"))
    text = "Ada may have come from Alma. She crossed the border illegally."
    named = Toponym(Mention(23, 27, "Alma", MentionKind.PLACE, ()), alma, (), "toy")
    first = proposals(text, toponyms=(named,))[0].hypothesis
    assert (first.origin, first.basis) == (alma.id, "mentioned in the text")


def test_a_dated_decision_is_the_earliest_departure():
    found = proposals("On August 3, Ada decided to leave. She crossed the border illegally.")
    assert {made.visits[0].earliest for made in found} == {datetime(2023, 8, 3, tzinfo=UTC)}
    assert {made.visits[0].earliest for made in proposals()} == {None}


SHIPPED = [
    # a country with an exclave; the ways are by geometry, nothing is written down about these countries
    ("RU", "Vilnius", {("RU", ()), ("RU", ("LV",)), ("RU", ("BY",)), ("BY", ())}),
    ("VE", "Bogot\u00e1", {("VE", ())}),
    ("KP", "Seoul", {("KP", ())}),
    ("AZ", "Tehran", {("AZ", ())}),
    ("CU", "Miami", {("CU", ())}),
    ("AF", "Warsaw", set()),
]


@pytest.mark.parametrize(("left", "goal", "expected"), SHIPPED)
def test_ways_into_real_countries(left, goal, expected):
    world = open_world()
    place = world.gazetteer.lookup(goal)[0].place
    story = Story("He crossed the border illegally.", None, date(2023, 8, 11))
    found = propose_origins(held(place, nationality=left), story, (), world)
    ways = {(made.visits[0].place.country, made.hypothesis.via) for made in found}
    assert ways >= expected
    assert 0 < len(found) <= MOST
    assert all(made.visits[0].place.population > 0 for made in found)


def test_kaliningrad_is_nearest_to_vilnius():
    world = open_world()
    place = world.gazetteer.lookup("Vilnius")[0].place
    story = Story("He crossed the border illegally.", None, date(2023, 8, 11))
    first = propose_origins(held(place, nationality="RU"), story, (), world)[0]
    assert first.visits[0].place.name == "Kaliningrad"
    assert first.hypothesis.basis == "exclave that borders the destination"


def test_a_transit_train_to_an_exclave_is_a_way_of_its_own():
    story = Story(
        "A Russian lieutenant asked for asylum in Vilnius on 10 August 2023. "
        "He would not say how he had crossed the border.",
        None,
        date(2023, 8, 11),
    )
    supposed = itineraries_of(story, open_world()).supposed
    trains = [one for one in supposed if "train" in one.hypothesis.text]
    assert [one.visits[0].place.name for one in trains] == ["Moscow"]
    assert trains[0].visits[1].modes == ("rail",)
    assert len(supposed) <= 8
