"""Which post a gate, a bridge or a border village is, read with the shipped tables."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

BRIDGE = "Ana Ruiz left Cúcuta at nine on 3 November 2019, {} over the Simón Bolívar bridge and slept in San Cristóbal."
WALL = "Horst Klein walked over the Oberbaumbrücke on {}, where a guard stamped his pass. He dined in Friedrichshain."
NARVA = "Jaan Tamm left Saint Petersburg {} at noon on 3 June and {} the bridge into Narva. At nine he was in Tallinn."
KARS = "Ayse Demir left {} on 3 May 2004, drove through the crossing at {} and was in Gyumri on 5 May."


@pytest.mark.parametrize(
    ("published", "text", "refuted"),
    [
        pytest.param(date(2019, 12, 1), BRIDGE.format("drove"), True, id="open to walkers and to no cars"),
        pytest.param(date(2019, 12, 1), BRIDGE.format("walked"), False, id="walkers"),
        pytest.param(date(1963, 1, 4), WALL.format("26 December 1962"), True, id="a bridge inside a city, walled up"),
        pytest.param(date(1964, 1, 4), WALL.format("26 December 1963"), False, id="the same with passes"),
        pytest.param(date(2004, 5, 20), KARS.format("Posof", "Türkgözü"), False, id="the post of another border"),
        pytest.param(date(2004, 5, 20), KARS.format("Kars", "Akyaka"), True, id="the post of a closed border"),
        pytest.param(
            date(2025, 6, 9), NARVA.format("by car", "drove across"), True, id="a way round is not the bridge"
        ),
        pytest.param(
            date(2025, 6, 9), NARVA.format("by van", "crossed"), True, id="a bridge without a post of its own"
        ),
        pytest.param(
            date(2025, 6, 9), NARVA.format("by bus", "walked over"), False, id="out of the bus, over the bridge"
        ),
        pytest.param(
            date(2019, 6, 9), NARVA.format("by car", "drove across"), False, id="the same bridge when it was open"
        ),
    ],
)
def test_the_post_that_is_meant_decides(published, text, refuted):
    label = check(Story(text, None, published), open_world()).verdict.label
    assert (label == "implausible") == refuted
    assert label != "impossible"
