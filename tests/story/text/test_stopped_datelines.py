"""Datelines that a full stop ends."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.story.text.stopped_datelines import opens_dispatch, stopped_place
from wayproof.world.atlas import open_world


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ILWACO, Washington. She stepped ashore.", "ILWACO, Washington"),
        ("PORTLAND, England, Aug. 12. The submarine tied up.", "PORTLAND, England"),
        ("SALT LAKE CITY, Utah. He ran.", "SALT LAKE CITY, Utah"),
        ("BANGUI. “We are here,” he said.", "BANGUI"),
        ("ROSTOV-ON-DON. Two men met.", "ROSTOV-ON-DON"),
        ("BEIRA, 3 June. The river rose.", "BEIRA"),
    ],
)
def test_a_full_stop_ends_a_dateline(text: str, place: str) -> None:
    found = stopped_place(text, 0, len(text))
    assert found is not None
    assert text[slice(*found)] == place
    assert opens_dispatch(text)


@pytest.mark.parametrize(
    "text",
    [
        "FBI. He came.",
        "NATO chiefs met. They left.",
        "Bangui. He came.",
        "RUN! he said.",
        "A. Nother came.",
        "USS Midway.",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert stopped_place(text, 0, len(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "MAPUTO. Adam Weller landed here on Thursday, 3 August. He had left Lisbon on 1 August.",
        "MAPUTO, Mozambique. Adam Weller arrived here on 3 August after taking off in Lisbon on 1 August.",
    ],
)
def test_here_is_the_place_of_the_dateline_and_the_lead_comes_last(text: str) -> None:
    told = itineraries_of(Story(text, "", date(2023, 8, 5)), open_world()).told
    assert [visit.place.name for visit in told.visits] == ["Lisbon", "Maputo"]
