"""Hours that a story tells and no stop was given are said, and what was read is not listed again."""

from datetime import date

import pytest

from wayproof.check import check, itineraries_of
from wayproof.story.itineraries.itinerary_file import parse_itinerary
from wayproof.story.itineraries.itinerary_writer import dump_itinerary
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

WAY = "Ida Ross left Leeds at six in the morning of 5 June. She was in York that day. "


def hours(text: str) -> list[str]:
    told = itineraries_of(Story(text, published=date(2019, 6, 30)), open_world()).told
    return [one.text for one in told.unsettled if one.kind == "time"]


@pytest.mark.parametrize(
    ("after", "open_hours"),
    [
        ("", []),
        ("She was in Durham at ten the next day.", []),
        ("Four hours later she was in Durham.", []),
        ("A baker in Durham says that his oven was cold at nine.", ["at nine"]),
        ("In those years the museum was shut for months.", []),
    ],
)
def test_hours_that_no_stop_was_given(after: str, open_hours: list[str]) -> None:
    assert hours(WAY + after) == open_hours


def test_an_unknown_verdict_names_them() -> None:
    text = "Ida Ross left Leeds at six in the morning of 5 June. A baker in Durham says that his oven was cold at nine."
    found = check(Story(text, published=date(2019, 6, 30)), open_world())
    assert found.verdict.label == "unknown"
    assert 'Hours that no stop was given: "at nine".' in found.summary


def test_they_come_back_from_an_extracted_file() -> None:
    story = Story(WAY + "A baker in Durham says that his oven was cold at nine.", published=date(2019, 6, 30))
    world = open_world()
    written = dump_itinerary(itineraries_of(story, world).told)
    again = parse_itinerary(written, world.gazetteer.place)
    assert [(one.text, one.kind) for one in again.unsettled] == [("at nine", "time")]
