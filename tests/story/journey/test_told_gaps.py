"""Lengths that count from somebody's coming say nothing of the way between two stops."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

LEFT = "Ida Ross left her house in Seoul early on Tuesday 16 June, and before noon she had walked out of Panmunjom. "


@pytest.mark.parametrize(
    ("aside", "counted"),
    [
        ("Lorries had rolled over the line a few minutes before her, with cows from her farm at Seosan.", False),
        ("Lorries had rolled over the line ten minutes before the others, with cows from her farm at Seosan.", False),
        ("She was in Seosan two hours later.", True),
    ],
)
def test_minutes_before_somebody_are_no_length_of_a_way(aside: str, *, counted: bool) -> None:
    told = itineraries_of(Story(LEFT + aside, published=date(1998, 6, 17)), open_world()).told
    assert bool(told.gaps) is counted
