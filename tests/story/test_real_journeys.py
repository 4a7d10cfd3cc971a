"""Real journeys of 1957 to 2024: nobody may be told that they cannot have happened.

Every third of ``tests/stories/real_journeys.jsonl``, so that it takes seconds; all of them by
``python benchmarks/quality_stories.py tests/stories/real_journeys.jsonl``.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

PATH = Path(__file__).parents[2] / "tests" / "stories" / "real_journeys.jsonl"
REAL = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]
TRIED = REAL[::3]
RIGHT = 0.9


@cache
def verdict(number: int) -> str:
    told = TRIED[number]
    return check(Story(told["text"], told["title"], date.fromisoformat(told["published"])), open_world()).verdict.label


@pytest.mark.parametrize("number", range(len(TRIED)), ids=lambda number: TRIED[number]["id"])
def test_no_real_journey_is_impossible(number: int) -> None:
    assert verdict(number) not in TRIED[number]["must_not"]


def test_most_verdicts_are_right() -> None:
    right = [verdict(number) in told["verdict_in"] for number, told in enumerate(TRIED)]
    assert sum(right) / len(right) >= RIGHT


def test_there_are_enough_and_all_are_dated() -> None:
    assert len(REAL) >= 110

    def stops(told: dict[str, Any]) -> list[dict[str, Any]]:
        return told["itinerary"]

    assert len({told["id"] for told in REAL}) == len(REAL)
    assert all(stops(told) and date.fromisoformat(told["published"]) >= date(1957, 1, 1) for told in REAL)
