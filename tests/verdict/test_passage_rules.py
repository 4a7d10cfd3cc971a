"""Remarks about exclaves and about rules that bound such a traveller."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from toyworld import at, journey, judged, visit
from wayproof.check import check_itinerary
from wayproof.story.itineraries.itinerary import Event, Itinerary
from wayproof.verdict.passage_rules import follows
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Kind, Place

KALININGRAD = Place("toy:kgd", "Kaliningrad", Kind.CITY, "RU", 54.7065, 20.511, 6.0, "test")
VILNIUS = Place("toy:vno", "Vilnius", Kind.CITY, "LT", 54.6892, 25.2798, 8.0, "test")


def rules(itinerary: Itinerary) -> dict[str, str]:
    assessment = check_itinerary(itinerary, open_world())
    return {finding.rule: finding.text for finding in assessment.itineraries[0].findings}


def to_vilnius(nationality: str | None) -> Itinerary:
    left = datetime(2023, 8, 10, 6, tzinfo=UTC)
    visits = (
        visit(KALININGRAD, left, event=Event.DEPART, modes=("car",)),
        visit(VILNIUS, left.replace(hour=20), event=Event.ARRIVE, modes=("car",)),
    )
    return replace(journey(*visits), nationality=nationality)


def test_what_lies_between_two_parts_of_a_country_is_told(plain_world: World) -> None:
    far = judged(journey(visit("Alma", at(1)), visit("Exford", at(3))), plain_world).assessment
    (found,) = (one for one in far.findings if one.rule == "exclave")
    assert found.grade is None
    assert "only through Eastland" in found.text
    near = judged(journey(visit("Alma", at(1)), visit("Arbor", at(3))), plain_world).assessment
    assert not any(one.rule == "exclave" for one in near.findings)


def test_a_rule_is_told_to_those_whom_it_bound_and_grades_nothing() -> None:
    assert "Russian" in rules(to_vilnius("RU"))["border-rule"]
    assert "border-rule" not in rules(to_vilnius("NL"))
    assert "border-rule" not in rules(to_vilnius(None))
    grades = {one: check_itinerary(to_vilnius(one), open_world()).verdict for one in ("RU", None)}
    assert grades["RU"] == grades[None]


@pytest.mark.parametrize(
    ("direction", "a", "b", "goes"),
    [
        ("both", "RU", "LT", True),
        ("", "RU", "LT", True),
        ("RU>FI", "RU", "FI", True),
        ("RU>FI", "FI", "RU", False),
        ("into LT/LV", "RU", "LV", True),
        ("into LT/LV", "LV", "RU", False),
        ("from BY", "BY", "PL", True),
        ("from BY", "PL", "BY", False),
    ],
)
def test_a_rule_counts_in_its_direction(direction: str, a: str, b: str, *, goes: bool) -> None:
    assert follows(direction, a, b) is goes
