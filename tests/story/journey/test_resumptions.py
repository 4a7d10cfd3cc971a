"""A start that a time is counted from is the journey's, and none from the place that was reached."""

from datetime import date, timedelta

import pytest

from wayproof.check import check, itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

WAY = "Karl Meyer cycled out of Cairo on Friday 10 April 2015. He went through Nairobi and reached Cape Town on 21 May"


@pytest.mark.parametrize(
    "counted",
    [
        ", forty-one days and ten hours after he started.",
        ", 41 days after he set out.",
        ", forty-one days after he had left.",
        ", six weeks after the rider set off.",
    ],
)
def test_a_time_counted_from_the_start(counted: str) -> None:
    story = Story(WAY + counted, None, date(2015, 6, 1))
    told = itineraries_of(story, open_world()).told
    assert [visit.place.name for visit in told.visits] == ["Cairo", "Nairobi", "Cape Town"]
    assert all(gap.shortest is None or gap.shortest >= timedelta(0) for gap in told.gaps)
    assert check(story, open_world()).verdict.label not in {"impossible", "unknown"}


def test_who_starts_again_leaves_where_he_was() -> None:
    text = "Karl Meyer came to Graz at noon on 3 June 2019. He started again at two and was in Zagreb at five."
    told = itineraries_of(Story(text, None, date(2019, 6, 14)), open_world()).told
    assert [(visit.place.name, str(visit.event)) for visit in told.visits][1] == ("Graz", "depart")
