"""Towns that share a famous name: the journey, asked last, decides between them."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

MORNING = "Paul Reeve left Toronto at half past seven in the morning of 3 June. At ten he was in "


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        # no aircraft is told of, and none would do
        (
            MORNING + "London. He reached Kitchener at two in the afternoon.",
            ["Toronto CA", "London CA", "Kitchener CA"],
        ),
        # by car a day is not enough for an ocean
        (
            "Paul Reeve drove from Caracas to Valencia on 3 June and was in Barcelona at nine that evening.",
            ["Caracas VE", "Valencia VE", "Barcelona VE"],
        ),
        # a town that only begins like the name is not meant by it
        (
            "Paul Reeve sat in Quito at eight in the evening of 3 June. At twenty to ten he was in Caracas.",
            ["Quito EC", "Caracas VE"],
        ),
        # a flight may be meant for the famous one
        (
            MORNING + "London. The flight was smooth, he said.",
            ["Toronto CA", "London GB"],
        ),
        # a helicopter crosses no ocean, however long the story gives it
        (
            "Ann Kay was injured in Paris on 30 May and was taken by helicopter to Dallas on 2 June.",
            ["Paris US", "Dallas US"],
        ),
        # an aeroplane does
        (
            "Ann Kay was injured in Paris on 30 May and flew to Dallas on 2 June.",
            ["Paris FR", "Dallas US"],
        ),
        # no town of the name lies near
        (
            MORNING + "Tokyo.",
            ["Toronto CA", "Tokyo JP"],
        ),
    ],
)
def test_the_bearer_that_fits(text, stops):
    visits = itineraries_of(Story(text, None, date(2019, 6, 14)), open_world()).told.visits
    assert [f"{one.place.name} {one.place.country}" for one in visits] == stops
