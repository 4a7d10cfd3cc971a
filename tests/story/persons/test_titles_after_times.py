"""A title right behind a time opens the name of who acts."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


@pytest.mark.parametrize(
    "opening",
    [
        "On 4 June 2019 Captain Leslie Scott",
        "On Monday Mrs Berg",
        "On Monday President Berg",
        "In May Colonel Anna Berg",
        "On Tuesday evening Dr. Berg",
        "At noon on 4 June Major Berg",
        "On 4 June, Captain Berg",
        "Yesterday Captain Berg",
    ],
)
def test_who_acts_behind_a_time(opening: str) -> None:
    told = itineraries_of(Story(f"{opening} drove from Lyon to Paris.", None, date(2019, 6, 30)), open_world()).told
    assert [visit.place.name for visit in told.visits] == ["Lyon", "Paris"]


def test_whom_a_speech_is_made_to_goes_nowhere() -> None:
    text = "On Monday Mr Roth told Captain Berg in Lyon that somebody had left Paris. He stayed in Lyon."
    told = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told
    assert {visit.place.name for visit in told.visits} <= {"Lyon"}
