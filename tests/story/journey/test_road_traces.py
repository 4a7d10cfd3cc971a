"""Journeys that are driven by what they tell of fuel, tyres, tolls and the tachograph."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

WAY = "Ana Ruiz was in Lyon at dawn on 3 June and in Turin at nine that evening. "


def means(text: str) -> tuple[str, ...]:
    told = itineraries_of(Story(WAY + text, None, date(2019, 6, 30)), open_world()).told
    return told.visits[1].modes


@pytest.mark.parametrize(
    "after",
    [
        "She stopped only once, for diesel.",
        "She had filled her van the night before.",
        "She changed one wheel and slept little.",
        "Her tachograph shows no rest.",
        "Her driver knew the road well.",
        "She burst a tyre near the pass.",
        "She paid two tolls and kept the receipts.",
        "She had not flown. She refuelled twice.",
        "There was a stop for petrol near Modane.",
        "A receipt for forty litres of diesel came to light.",
        "Nobody has suggested that she flew. The fuel receipts are hers.",
    ],
)
def test_who_fills_a_tank_drives(after: str) -> None:
    assert means(after) == ("car",)


@pytest.mark.parametrize(
    "after",
    [
        "The fuel card belongs to her brother, who stayed at home.",
        "She filled a glass and fell asleep.",
        "She had changed trains, and she bought petrol for her lighter.",
        "She flew, and filled her van next day.",
        "A policeman changed a wheel outside.",
        "She did not drive.",
        "She asked for a receipt for the room.",
        "The aeroplane made a stop for fuel in Geneva.",
    ],
)
def test_other_things_leave_the_way_open(after: str) -> None:
    assert means(after) != ("car",)
