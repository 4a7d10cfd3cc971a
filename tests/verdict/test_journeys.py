"""Journeys with known answers, over the shipped data: what a fact-checker would say of each, and why."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from wayproof.check import check_itinerary
from wayproof.story.itineraries.given import one_place
from wayproof.story.itineraries.itinerary_file import itinerary_of
from wayproof.world.atlas import World, open_world

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS = {"possible", "tight", "implausible", "impossible", "unknown"}
JOURNEY_FIELDS = ("traveller", "nationality", "roles", "visits", "gaps")
JOURNEYS = [
    pytest.param(row, id=f"{path.stem}: {row['name']}")
    for path in sorted((Path(__file__).parent / "journeys").glob("*.yaml"))
    for row in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@cache
def world() -> World:
    return open_world()


@pytest.mark.parametrize("told", JOURNEYS)
def test_a_journey_is_graded_as_the_facts_allow(told: Mapping[str, Any]) -> None:
    rows = {field: told[field] for field in JOURNEY_FIELDS if field in told}
    journey = itinerary_of(rows, partial(one_place, gazetteer=world().gazetteer), name=told["name"])
    assessment = check_itinerary(journey, world())
    label = assessment.verdict.label
    assert label not in told.get("must_not", ()), assessment.summary
    assert label in told.get("verdict_in", LABELS), assessment.summary


def test_every_journey_says_why_and_what_would_be_wrong() -> None:
    rows = [param.values[0] for param in JOURNEYS]
    assert len(rows) >= 40
    assert all(row["why"] and (row.get("verdict_in") or row.get("must_not")) for row in rows)  # type: ignore[index]
