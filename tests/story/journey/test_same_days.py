"""Starts that an arrival on the same day dates."""

from datetime import date, timedelta

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The strike ended on Monday 5 April. Ana Ruiz took the train from Lyon and reached Milan the same day.", True),
        ("The strike ended on Monday 5 April. Ana Ruiz left Lyon by train. She was in Milan that same evening.", True),
        ("The strike ended on Monday 5 April. Ana Ruiz drove out of Lyon and slept the same night in Milan.", True),
        ("Ana Ruiz left Lyon by train. She was in Milan on Monday 5 April.", False),
        (
            "Ana Ruiz left Lyon by train. It rained. She was in Milan on Monday 5 April and sang the same evening.",
            False,
        ),
        ("The strike ended on Monday 5 April. Ana Ruiz was in Lyon. The same day she was in Milan.", False),
    ],
)
def test_a_start_on_the_day_of_the_arrival(text: str, *, dated: bool) -> None:
    told = itineraries_of(Story(text, published=date(1999, 4, 9)), open_world()).told
    start, end = told.visits
    assert [start.place.name, end.place.name] == ["Lyon", "Milan"]
    assert (start.earliest is not None) is dated
    if start.earliest is not None and end.earliest is not None:
        assert end.earliest - start.earliest == timedelta(days=1)
