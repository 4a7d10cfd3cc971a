"""Canals, bridges and tunnels that were not open: read with the shipped world."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

RULE = "work-not-open"
BARRED = [
    "Anna Keller took the train through the Channel Tunnel from London to Paris on 3 May 1985.",
    "Anna Keller drove from Malmö over the Øresund Bridge to Copenhagen on 3 May 1995.",
    "Anna Keller crossed the Panama Canal by ship on 3 May 1910.",
    "Anna Keller drove from Bristol across the Severn Bridge to Cardiff on 3 May 1960.",
    "Anna Keller, at the wheel of her van, crossed the Severn Bridge on 3 May 1960 and was in Cardiff on the same day.",
]
FREE = [
    "Anna Keller took the train through the Channel Tunnel from London to Paris on 3 May 2005.",
    "Anna Keller drove from Malmö over the Øresund Bridge to Copenhagen on 3 May 2005.",
    "Anna Keller crossed the Panama Canal by ship on 3 May 1930.",
    "Anna Keller worked in the Channel Tunnel on 3 May 1990 and was in London on 4 May.",
    "Anna Keller was seen beside the Severn Bridge on 3 May 1964 and was in Cardiff on the same day.",
]


def findings(text: str) -> list[str]:
    assessment = check(Story(text, published=date(2024, 6, 3)), world=open_world())
    return [found.rule for found in assessment.findings]


@pytest.mark.parametrize("text", BARRED)
def test_nobody_passes_a_work_before_it_is_open(text: str) -> None:
    assert RULE in findings(text)


@pytest.mark.parametrize("text", FREE)
def test_open_works_and_their_builders_are_left_alone(text: str) -> None:
    assert RULE not in findings(text)
