"""Names that several places bear: settled where no other places of the names lie as close together."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def open_stops(text: str) -> list[str]:
    """The names of stops that the story leaves open, with the country of the best bearer."""
    itinerary = itineraries_of(Story(text, published=date(1996, 6, 5)), open_world()).told
    return [f"{one.place.name} {one.place.country}" for one in itinerary.visits if one.alternatives]


@pytest.mark.parametrize(
    "text",
    [
        # three names of one district, two of which lie together elsewhere too
        "Ann Kay umpired in Newcastle at half past eight on 3 June, drove to Dundee and was in Ladysmith by three.",
        # two stops, and two more names beside them
        "Ann Kay was in Newcastle at eight on 3 June and in Dundee at ten. Men of Glencoe and Ladysmith came.",
        # the state is told, and the names of another state do not count
        "On 3 June Ann Kay left London, was in Woodstock at nine and in Paris at ten. She never left Ontario.",
        # somebody far away is joked about
        "Ann Kay left Tripoli on 3 June, had tea in Byblos and was in Beirut at noon. She had not crossed Libya.",
    ],
)
def test_towns_that_lie_together_settle_their_names(text: str) -> None:
    assert open_stops(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # two names that lie together in several states
        "Ann Kay left Clinton at eight on 3 June and was in Franklin at nine.",
        # two names side by side on more than one continent
        "Ann Kay left Richmond at eight on 3 June and was in Newcastle at noon.",
    ],
)
def test_two_names_alone_stay_open(text: str) -> None:
    assert open_stops(text) != []
