"""Towns and the posts called after them, and bridges of a common name at a post."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.places import Kind


def visits(text: str):
    return itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.visits


@pytest.mark.parametrize(
    "text",
    [
        "left Göttingen, showed papers at the control between Duderstadt and Worbis, and sold pans in Worbis at ten.",
        "left Göttingen. He waited at the checkpoint of Worbis, and ate in the market of Worbis at eleven.",
        "left Coburg at eight, passed the crossing at Eisfeld, and was in Eisfeld at eleven.",
        "left Hof at eight, passed the border post of Hirschberg, and slept in Hirschberg at eleven.",
    ],
)
def test_who_is_in_a_town_is_in_no_post(text: str) -> None:
    last = visits(f"On 15 August 1980 Karl Brauer {text}")[-1].place
    assert last.kind is Kind.CITY


def test_who_passes_a_post_is_at_the_post() -> None:
    told = visits("Karl Brauer left Coburg at eight on 15 August 1980 and passed the crossing at Eisfeld at nine.")
    assert told[-1].place.kind is Kind.CROSSING


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "drove to Zhangmu, was stamped on one side of the Friendship Bridge, and was in Kathmandu at nine.",
            {"NP", "CN"},
        ),
        ("left Vientiane, crossed the Friendship Bridge and was in Udon Thani at nine.", {"TH", "LA"}),
    ],
)
def test_a_bridge_of_a_common_name_is_that_of_the_post_beside_it(text: str, country: set[str]) -> None:
    assert {one.place.country for one in visits(f"On 9 May 2018 Karl Brauer {text}")} <= country
