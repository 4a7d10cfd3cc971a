"""Means that a story tells of each leg: the sentences of means.txt, read with the shipped gazetteer.

A line is a story and, after "=>", the means of its legs in order, with "-" where none is told.
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
    kind = ""
    for line in Path(__file__).with_name("means.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line[2:]
            continue
        text, _, told = line.partition(" => ")
        name = re.sub(r"\W+", "-", f"{kind}: {text[-60:]}")
        yield pytest.param(text, ["" if one == "-" else one for one in told.split(", ")], id=name)


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_means_of_each_leg(text: str, expected: list[str]) -> None:
    visits = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.visits
    assert ["+".join(visit.modes) for visit in visits[1:]] == expected
