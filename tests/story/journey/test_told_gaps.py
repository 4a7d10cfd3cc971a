"""Lengths that count from somebody's coming say nothing of the way between two stops."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

LEFT = "Karl Moss left Lyon at six on Tuesday 16 June and was in Dijon at nine. "


@pytest.mark.parametrize(
    ("aside", "counted"),
    [
        ("Fifty lorries had come in a few minutes before him, each with ten cows from his farm at Roanne.", False),
        ("The lorries had left ten minutes before him from his farm at Roanne.", False),
        ("The lorries came in ten minutes after him from his farm at Roanne.", False),
        ("He was in Roanne two hours later.", True),
    ],
)
def test_minutes_before_somebody_are_no_length_of_a_way(aside: str, *, counted: bool) -> None:
    told = itineraries_of(Story(LEFT + aside, published=date(1998, 6, 17)), open_world()).told
    assert "Roanne" in {visit.place.name for visit in told.visits}
    assert bool(told.gaps) is counted
