"""Who comes in late is not whom the story is about: no other name for an accused, and no traveller for one remark."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

STOWAWAY = """The stowaway was pulled from a hold at Genoa on Monday 3 June 2019. He had climbed in at Tunis.

The arbitrator, Karl Brandt, doubted the tale."""
ACCUSED = """The accused, a caterer of 29, left Graz on Monday 3 June 2019 and came to Zagreb at night.

The prosecutor, Adv. Peter Lang, asked for his licence."""
CARPENTER = "A man left Graz on Monday 3 June 2019. The carpenter, Karl Meyer, reached Zagreb at night."
GEOLOGIST = """The deed required the chairman, Gonzalo Iturri, to sign in person. He signed twice. He was seen.

The shares fell.

The geologist Karl Brandt, called from Graz, was not needed."""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (STOWAWAY, "unnamed stowaway"),
        (ACCUSED, "unnamed accused"),
        (CARPENTER, "Karl Meyer"),
        (GEOLOGIST, "Gonzalo Iturri"),
    ],
)
def test_a_late_comer_is_somebody_else(text: str, name: str) -> None:
    assert itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.traveller == name
