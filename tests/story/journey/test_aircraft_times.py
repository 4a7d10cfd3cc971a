"""Times told of an aircraft: the hour of a ticket, wheels on the ground."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def airside(text: str) -> list[bool]:
    told = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told
    return [visit.airside for visit in told.visits]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz caught the eight o'clock flight from Lyon on 3 June and at 08:55 she was taxiing at Nice.",
        "Ana Ruiz left Lyon by the 08:05 plane on 3 June. At nine the wheels touched the runway in Nice.",
        "Ana Ruiz took the half-past-six shuttle from Lyon on 3 June and landed in Nice at half past seven.",
        "Ana Ruiz boarded the 7.15 jet in Lyon on 3 June. By eight she had taxied to the stand in Nice.",
    ],
)
def test_a_ticket_and_wheels_tell_the_times_of_the_aircraft(text):
    assert airside(text) == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz caught the eight o'clock train from Lyon on 3 June and was in Nice at two.",
        "Ana Ruiz left her flat in Lyon at eight on 3 June and was in Nice at two.",
        "Ana Ruiz took a flight from Lyon on 3 June and was in Nice at two.",
    ],
)
def test_other_times_are_those_of_the_traveller(text):
    assert airside(text) == [False, False]
