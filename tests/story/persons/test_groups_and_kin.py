"""Groups as subjects ("all four", "both of them"), relatives told of first, and names that people share with towns."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def stops(text: str) -> list[str]:
    """The stops of the main traveller, by name."""
    told = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told
    return [visit.place.name for visit in told.visits]


@pytest.mark.parametrize(
    "told",
    [
        "Karl Novak left Lyon on 4 June with his wife and two boys. Before seven all four were standing in Nice.",
        "Karl Novak and his wife left Lyon on 4 June. Before seven both were asleep in Nice.",
        "Karl Novak left Lyon on 4 June with his brother. Before seven both of them were in Nice.",
        "Karl Novak left Lyon on 4 June with two friends. All three dined in Nice.",
        "Karl Novak left Lyon on 4 June with his parents. The three of them slept in Nice.",
        "Karl Novak left Lyon on 4 June with his sons. All of them slept in Nice.",
    ],
)
def test_a_group_is_the_traveller_with_company(told):
    assert stops(told) == ["Lyon", "Nice"]


@pytest.mark.parametrize(
    "told",
    [
        "Karl Novak left Lyon on 4 June. He had sent two letters. Both were found in Nice.",
        "Karl Novak left Lyon on 4 June. Three witnesses came. All three were questioned in Nice.",
        "Karl Novak left Lyon on 4 June. Two bridges were shut. Both stood in Nice.",
    ],
)
def test_a_group_of_others_or_of_things_is_not(told):
    assert stops(told) == ["Lyon"]


@pytest.mark.parametrize(
    "told",
    [
        "The wife had been told to wait. Orestes Novak left Lyon on 4 June. He was a major once. He slept in Nice.",
        "The mother knew nothing. Orestes Novak left Lyon on 4 June. He slept in Nice.",
    ],
)
def test_a_relative_told_of_first_does_not_get_the_name(told):
    assert stops(told) == ["Lyon", "Nice"]


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("He took in Florence and the two boys through the one door.", ["Lyon"]),
        ("He drove Victoria and the children home.", ["Lyon"]),
        ("He slept in Florence.", ["Lyon", "Florence"]),
        ("He slept in Florence and the driver went on.", ["Lyon", "Florence"]),
    ],
)
def test_a_name_in_a_row_with_persons_is_a_person(told, read):
    assert stops("Karl Novak left Lyon on 4 June. " + told) == read


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("He chose the wine in a cellar in Lyon on 4 June. He slept in Nice on 5 June.", "2019-06-04"),
        ("At seven a nurse in Lyon was weighing him on 4 June. He slept in Nice on 5 June.", "2019-06-04"),
    ],
)
def test_what_is_chosen_is_dated(told, read):
    itinerary = itineraries_of(Story("Karl Novak is a cook. " + told, None, date(2019, 6, 30)), open_world()).told
    first = itinerary.visits[0]
    assert first.earliest is not None
    assert first.latest is not None
    assert first.latest.date().isoformat() == read
