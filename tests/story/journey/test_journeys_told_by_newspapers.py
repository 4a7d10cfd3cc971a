"""Stops, times and means in sentences of newspapers on real journeys."""

from datetime import date
from functools import cache

import pytest

from wayproof.check import itineraries_of
from wayproof.story.itineraries.itinerary import Visit
from wayproof.story.text.document import Story
from wayproof.world.atlas import World, open_world


@cache
def world() -> World:
    return open_world()


def visits(text: str) -> tuple[Visit, ...]:
    return itineraries_of(Story(text, "", date(2007, 8, 6)), world()).told.visits


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Adam Weller walked out of the Vatican's embassy in Nairobi on 3 May 2006 and landed in Lagos on 4 May.",
            ["Nairobi", "Lagos"],
        ),
        (
            "Adam Weller left Spain's consulate in Lagos on 3 May 2006 and reached Nairobi on 5 May.",
            ["Lagos", "Nairobi"],
        ),
        (
            "Adam Weller flew from Lagos on 3 May 2006 to honour Columbus. He landed in Nairobi on 4 May.",
            ["Lagos", "Nairobi"],
        ),
        (
            "Adam Weller left Lagos on 3 May 2006 in a jet of the company Trieste and landed in Nairobi on 4 May.",
            ["Lagos", "Nairobi"],
        ),
        (
            "Adam Weller drove out of Lagos on 3 May 2006. An RAF Hercules took him to Nairobi on 4 May.",
            ["Lagos", "Nairobi"],
        ),
        (
            "Anna Keller and Paul Brandt got to Accra on 4 May 2006. The two motorcyclists had left Lagos on 1 May.",
            ["Lagos", "Accra"],
        ),
        (
            "Anna Keller and Paul Brandt came ashore in Lagos on 4 May 2006. The two rowers had left Dakar on 1 March.",
            ["Dakar", "Lagos"],
        ),
        ("Gérard d'Orville landed in Lagos on 4 May 2006. He had left Dakar on 1 March.", ["Dakar", "Lagos"]),
    ],
)
def test_stops(text: str, names: list[str]) -> None:
    assert [visit.place.name for visit in visits(text)] == names


def test_others_called_the_two_are_not_the_traveller() -> None:
    text = (
        "Anna Keller and Paul Brandt came ashore in Lagos on 4 May 2006. The two policemen had left Dakar on 1 March."
    )
    assert [visit.place.name for visit in visits(text)] == ["Lagos"]


@pytest.mark.parametrize(
    "text",
    [
        "He took off from Cairo on the afternoon of Saturday, 3 June. At one minute past eleven he landed at Entebbe.",
        "He left Cairo on the afternoon of Saturday, 3 June 2006. At eleven, Ugandan time, he landed at Entebbe.",
    ],
)
def test_an_hour_told_after_the_afternoon_is_one_of_the_evening(text: str) -> None:
    start, end = visits(text)
    assert start.earliest is not None
    assert end.latest is not None
    assert start.earliest < end.latest
    assert end.latest.hour >= 20


def test_before_three_in_the_morning_is_the_night() -> None:
    text = "He left Lagos at nine on the evening of 3 May 2006. Before three in the morning on 4 May he was in Accra."
    end = visits(text)[-1]
    assert end.earliest is not None
    assert end.latest is not None
    assert end.earliest < end.latest


def test_the_night_before_a_day_ends_in_it() -> None:
    text = "Police seized Adam Weller in Lagos in the night before Sunday, 14 May 2006. On 15 May he was in Accra."
    first = visits(text)[0]
    assert first.earliest is not None
    assert first.latest is not None
    assert (first.earliest.day, first.latest.day) == (13, 14)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "Adam Weller landed in Cairo on 4 May 2006. He had driven out of Rome on 3 May and boarded a jumbo.",
            "air",
        ),
        (
            "Adam Weller landed in Cairo on 4 May 2006. He had left Rome by taxi on 3 May and boarded an airliner.",
            "air",
        ),
    ],
)
def test_a_look_back_tells_the_whole_way(text: str, mode: str) -> None:
    assert mode in visits(text)[-1].modes


@pytest.mark.parametrize(
    "text",
    [
        (
            "Anna Keller sailed from Dakar on 1 May 2006 and lay off Recife on 20 May, where a boy in a canoe stared. "
            "By 9 June she was in Lagos."
        ),
        (
            "Anna Keller sailed from Dakar on 1 May 2006 and called at Recife on 20 May, where a man on a bike waved. "
            "By 9 June she was in Lagos."
        ),
    ],
)
def test_the_vehicles_of_onlookers_carry_nobody_on(text: str) -> None:
    assert not {"kayak", "bicycle"} & {mode for visit in visits(text) for mode in visit.modes}
