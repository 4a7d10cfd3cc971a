"""Means that the text tells only of a part of the way, read with the shipped tables: they refute nothing."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

REFUTED = {"impossible", "implausible"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz ran the 400 metres in Chorzów at six on 3 June, and she ran it again in Ostrava at eight.",
        "Ana Ruiz swam the medley in Rome at noon on 3 June. At six she swam the relay in Milan.",
        "Ana Ruiz was in Sydney at six on 3 June. She was driven to the airport and at noon on 4 June was in Nouméa.",
        "Ana Ruiz was in Macau at six on 3 June. At noon on 4 June she alighted from the local train at Luxembourg.",
        "Ana Ruiz was in Rzeszów at noon on 3 June. On 4 June at six she walked through at Krościenko.",
        "Ana Ruiz was in Larnaca at noon on 3 June to look at boats. At nine that evening she was in Athens.",
        "Ana Ruiz was in Lisbon at noon on 3 June. A lorry brought her to Recife at noon on 4 June.",
    ],
)
def test_a_part_of_the_way_refutes_nothing(text: str) -> None:
    assert check(Story(text, None, date(2019, 6, 30)), open_world()).verdict.label not in REFUTED


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz was in Lisbon at noon on 3 June. She drove all night and was in Moscow at six on 4 June.",
        "Ana Ruiz left Rome on foot at noon on 3 June and walked into Milan at six on 4 June.",
    ],
)
def test_the_means_of_the_whole_way_do(text: str) -> None:
    assert check(Story(text, None, date(2019, 6, 30)), open_world()).verdict.label in REFUTED
