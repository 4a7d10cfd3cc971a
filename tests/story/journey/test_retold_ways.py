"""Ways told by the day and then by the hour, what somebody says of a stop, and coming to rest."""

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


DULL = "Karl Novak is a cook. Audits are dull. Most is stamps. "


@pytest.mark.parametrize(
    "told",
    [
        "He went from Lyon to Oslo on Wednesday 5 June. He left Lyon at seven and was in Oslo at six that evening.",
        "He flew from Lyon to Oslo on 5 June. He paid cash. At seven he left Lyon; at six he was in Oslo.",
        "On 5 June he drove from Lyon to Oslo. He set out from Lyon at five. At eleven that night he reached Oslo.",
    ],
)
def test_a_way_told_by_its_day_and_again_by_its_hours_is_one(told):
    assert stops(DULL + told) == ["Lyon", "Oslo"]


@pytest.mark.parametrize(
    "told",
    [
        "He went from Lyon to Oslo on 5 June. He left Lyon again at seven on 7 June and was in Oslo at six that day.",
        "He went from Lyon to Oslo on 5 June. On 8 June he was in Lyon at seven, and on 9 June in Oslo.",
    ],
)
def test_a_second_way_stays(told):
    assert stops(DULL + told) == ["Lyon", "Oslo", "Lyon", "Oslo"]


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ('"I was in France this afternoon," he told the crowd.', ["Lyon", "Oslo"]),
        ('"I was in Spain this afternoon," he told the crowd.', ["Lyon", "Oslo", "Spain"]),
    ],
)
def test_what_is_said_of_the_country_of_a_stop_is_no_other_stop(told, read):
    opening = "Karl Novak sang in Lyon on 28 June and in Oslo at eight in the evening of 29 June. "
    assert stops(opening + told) == read


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("At noon his lorry came to rest in a ditch near Dijon.", True),
        ("At noon the van skidded to a halt in Dijon.", True),
        ("At noon the bus shuddered to a standstill in Dijon.", True),
        ("At noon he coasted to a stop outside Dijon.", True),
        ("Traffic came to a standstill in Dijon.", False),
        ("Talks ground to a halt in Dijon.", False),
    ],
)
def test_who_comes_to_rest_has_arrived(told, there):
    assert (stops("Karl Novak left Lyon on 5 June. " + told)[-1] == "Dijon") is there


ROUND = (
    "Ida Moss left Paris at four in the morning of 2 April. When she returned to Paris on 18 June the clock was kept. "
)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        # what the next paragraph tells without times lay on the way that is over
        (
            ROUND + "\n\nShe rode to Warsaw first, was flown to Perth and came up from Lisbon.",
            ["Paris", "Warsaw", "Perth", "Lisbon", "Paris"],
        ),
        # unless it says to go on
        (ROUND + "\n\nLater she moved to Lisbon.", ["Paris", "Paris", "Lisbon"]),
    ],
)
def test_a_paragraph_behind_a_round_trip_tells_the_way(told, read):
    assert stops(told) == read


def test_an_undated_stop_that_only_a_clock_puts_before_another_is_inferred():
    told = "At noon on 9 June Ida Moss drank tea in Oslo. She had left Rome on 8 June. She changed trains in Milan."
    visits = itineraries_of(Story(told, None, date(2019, 6, 30)), open_world()).told.visits
    assert [(one.place.name, bool(one.inferred)) for one in visits] == [
        ("Rome", False),
        ("Milan", True),
        ("Oslo", False),
    ]
