"""A way told whole by its day, and again by the hours at which it began and ended, is one way."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import check, itineraries_of
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def told(text: str):
    return itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.visits


@pytest.mark.parametrize(
    "text",
    [
        "Karl Meyer flew from Lyon to Paris on 4 June 2019. He took off at nine and landed at noon.",
        "A doctor flew a Cessna from Lyon to Paris on 4 June 2019. She left at nine and landed at noon.",
        "Karl Meyer drove from Lyon to Paris on 4 June 2019. He set off at nine and arrived at noon.",
        "Karl Meyer drove from Lyon to Paris. He left at nine on 4 June 2019 and arrived at noon.",
        "Karl Meyer flew a microlight from Lyon to Paris. He took off at nine on 4 June 2019. He landed at noon.",
        "Karl Meyer drove from Lyon to Paris on 4 June 2019. He left at nine and was in Paris at noon.",
        "On 4 June 2019 Karl Meyer went from Lyon to Paris. He set out at nine and was in Paris at noon.",
        "The brothers Karl and Otto Weiss went from Lyon to Paris on 4 June. They started at nine and landed at noon.",
    ],
)
def test_a_way_told_again_by_its_hours(text: str) -> None:
    visits = told(text)
    assert [visit.place.name for visit in visits] == ["Lyon", "Paris"]
    assert [visit.earliest.hour for visit in visits if visit.earliest] == [7, 9] or [
        visit.earliest.hour for visit in visits if visit.earliest
    ] == [6, 9]
    assert visits[0].event is Event.DEPART


@pytest.mark.parametrize(
    "text",
    [
        "Karl Meyer drove from Lyon to Paris on 4 June 2019. He left again at nine and was in Lille at eleven.",
        "Karl Meyer drove from Lyon to Paris on 4 June 2019. He left on 5 June at nine and was in Lille at eleven.",
        "Karl Meyer drove from Lyon to Paris on 4 June, arriving at noon. He left at nine and was in Lille at eleven.",
        "Karl Meyer drove from Lyon to Paris on 4 June 2019. He left at nine and was in Lille at eleven.",
        "Karl Meyer drove from Lyon to Paris on 4 June 2019. He left at nine. At eleven he was in Lille.",
        "Karl Meyer reached Paris on 4 June 2019. He left at nine and was in Lille at eleven.",
    ],
)
def test_who_goes_on_to_another_place_leaves_the_first(text: str) -> None:
    visits = told(text)
    assert [visit.place.name for visit in visits][-2:] == ["Paris", "Lille"]
    assert visits[-2].event is Event.DEPART


def test_hours_of_take_off_and_landing_are_the_aircrafts() -> None:
    text = "A doctor flew a Beaver from Anchorage to Bethel on 4 June 1965. He took off at nine and landed at noon."
    assert [visit.airside for visit in told(text)] == [True, True]
    assert check(Story(text, None, date(1965, 6, 30)), open_world()).verdict.label in {"possible", "tight"}
