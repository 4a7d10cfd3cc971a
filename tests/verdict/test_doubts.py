"""Only what the story says may refute it: inferred times leave the answer open, firm ones stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import at, journey, judged, toy_ways, visit
from wayproof.story.itineraries.itinerary import Event
from wayproof.verdict.assess import assess
from wayproof.verdict.legs import plan

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.world.atlas import World


def trip(hours: float, left: str = "", came: str = "", inferred: str = "") -> Itinerary:
    told = journey(
        visit("Alma", at(5, 8), event=Event.DEPART, quote=left),
        visit("Belder", at(5, 8) + timedelta(hours=hours), event=Event.ARRIVE, modes=("car",), quote=came),
    )
    return replace(told, visits=(told.visits[0], replace(told.visits[1], inferred=inferred)))


@pytest.mark.parametrize("hours", [-30.0, -2.0, 0.2, 3.0])
def test_an_inferred_visit_refutes_nothing(hours: float, plain_world: World) -> None:
    firm, guessed = (judged(trip(hours, inferred=why), plain_world).assessment for why in ("", "the day is a guess"))
    assert firm.verdict.is_refuted
    assert guessed.verdict.is_unknown
    (finding,) = [one for one in guessed.findings if one.rule == "doubtful-reading"]
    assert "the day is a guess" in finding.text
    assert not [one for one in guessed.findings if one.grade is not None]


def test_an_inferred_visit_takes_nothing_from_what_fits(plain_world: World) -> None:
    found = judged(trip(12.0, inferred="the day is a guess"), plain_world).assessment
    assert found.verdict.label == "possible"
    assert not [one for one in found.findings if one.rule == "doubtful-reading"]


@pytest.mark.parametrize(
    ("hours", "left", "came", "label"),
    [
        (-2.0, "left Alma at 08:00", "and was in Belder at 6 a.m.", "impossible"),
        (-2.0, "left Alma at ten past eight", "and landed in Belder at twenty to six", "impossible"),
        (-2.0, "left Alma at eight", "and was in Belder shortly before six in the morning", "impossible"),
        (-2.0, "left Alma at 08:00", "and was in Belder that morning", "unknown"),
        (-2.0, "left Alma at 08:00", "and was in Belder after two days", "unknown"),
        (-48.0, "left Alma on 5 August", "reached Belder on 3 August", "impossible"),
        (-48.0, "left Alma on 5 August", "reached Belder at 08:00", "unknown"),
        (-48.0, "left Alma on Saturday", "reached Belder on 3 August", "unknown"),
        # too fast, and told in the right order: the clock of another clause will do
        (0.2, "left Alma", "and was in Belder", "impossible"),
    ],
)
def test_a_story_against_itself_needs_firm_times(
    hours: float, left: str, came: str, label: str, plain_world: World
) -> None:
    assert judged(trip(hours, left, came), plain_world).assessment.verdict.label == label


def test_an_area_that_only_says_where_its_neighbour_lies_makes_no_conflict(plain_world: World) -> None:
    told = journey(
        visit("Alma", at(5, 8), event=Event.DEPART),
        visit("Belder", at(5, 20), event=Event.ARRIVE, modes=("car",)),
        visit("Eastland", at(3), at(4), quote="in Eastland"),
    )
    assert not judged(told, plain_world).assessment.verdict.is_refuted


def test_the_sentences_say_that_the_reading_may_be_wrong(plain_world: World) -> None:
    told = trip(-30.0, inferred="the day is that of another sentence")
    summary = assess(None, (), (), [plan(told, toy_ways(plain_world))], plain_world).summary
    assert "Unknown: what speaks against the story may be misread" in summary
