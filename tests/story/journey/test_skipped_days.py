"""Days that the calendar of a place passed over, as a story tells them."""

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def skipped(text: str) -> tuple[str, list[date | None]]:
    """The verdict on a story of 2012, and the day of each visit that there never was."""
    found = check(Story(text, published=date(2012, 2, 14)), open_world())
    return found.verdict.label, [one.skipped_day for one in found.itineraries[0].itinerary.visits]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Kay left Auckland on 29 December 2011 and was in Apia on 30 December 2011.",
        "Ann Kay left Auckland at four in the afternoon of 30 December and signed in at Apia at eight that evening.",
        "Ann Kay left Apia on 28 December 1994 and landed on Kiritimati on 31 December 1994.",
    ],
)
def test_a_day_that_never_was_is_held_against_the_story(text: str) -> None:
    label, days = skipped(text)
    assert days[0] is None
    assert days[1] in {date(2011, 12, 30), date(1994, 12, 31)}
    assert label == "implausible"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Kay left Auckland on 29 December 2011 and was in Apia on 31 December 2011.",
        "Ann Kay left Apia on 29 December 2011 and was in Auckland on 31 December 2011.",
        "Ann Kay left Auckland on 27 December 2011 and was in Apia between 29 and 31 December 2011.",
        "Ann Kay left Auckland on 28 December 2011 and was in Pago Pago on 30 December 2011.",
    ],
)
def test_the_days_about_it_are_days(text: str) -> None:
    label, days = skipped(text)
    assert days == [None, None]
    assert label == "possible"
