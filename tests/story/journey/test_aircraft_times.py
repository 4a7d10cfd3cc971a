"""Times told of an aircraft: the hour of a ticket, wheels off and on the ground; the sentences of aircraft_times.txt.

A line is a story and, after "=>", for each stop whose its time is: of the aircraft ("air") or the traveller ("own").
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def rows():
    for line in Path(__file__).with_name("aircraft_times.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, _, told = line.partition(" => ")
            yield pytest.param(text, told.split(), id=re.sub(r"\W+", "-", text[:70]))


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_whose_time_is_told(text: str, expected: list[str]) -> None:
    visits = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.visits
    assert ["air" if visit.airside else "own" for visit in visits] == expected
