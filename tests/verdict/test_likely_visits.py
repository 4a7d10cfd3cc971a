"""Likely stops round off a journey: they neither refute it nor bear it out alone, and what fits nowhere is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from toyworld import at, journey, toy_ways, visit
from wayproof.story.itineraries.itinerary import Event, Gap
from wayproof.verdict.assess import assess
from wayproof.verdict.legs import plan

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary, Visit
    from wayproof.verdict.assessment import Assessment
    from wayproof.world.atlas import World

CAR = ("car",)
START = visit("Alma", at(3, 8), event=Event.DEPART)
GOAL = visit("Belder", at(4, 8), event=Event.ARRIVE, modes=CAR)


def likely(name: str, *times: object, chance: float = 0.6) -> Visit:
    return replace(visit(name, *times, modes=CAR), chance=chance, inferred="likely")


def assessed(whole: Itinerary, world: World) -> Assessment:
    ways = toy_ways(world)
    told = whole.without(whole.likely)
    return assess(None, (), (), [plan(told, ways)], world, likely=[plan(whole, ways)], ways=ways)


def names(assessment: Assessment) -> list[str]:
    return [one.place.name for one in assessment.itineraries[0].itinerary.visits]


def test_a_likely_stop_that_fits_is_shown(plain_world: World) -> None:
    found = assessed(journey(START, likely("Bruck", at(3, 20)), GOAL), plain_world)
    assert names(found) == ["Alma", "Bruck", "Belder"]
    assert found.verdict.label == "possible"
    assert "Likely, and not told in so many words: that the traveller was in Bruck." in found.summary


def test_one_that_nobody_could_have_made_is_left_out_and_listed(plain_world: World) -> None:
    far = likely("Bruck", at(3, 8), chance=0.5)
    found = assessed(journey(START, far, GOAL), plain_world)
    assert names(found) == ["Alma", "Belder"]
    assert found.verdict.label == "possible"
    assert any("left out" in one.reason for one in found.unresolved)


@pytest.mark.parametrize("hours", [1, 2])
def test_a_refuted_story_stays_refuted(hours: int, plain_world: World) -> None:
    soon = replace(GOAL, earliest=at(3, 8), latest=at(3, 8 + hours))
    alone = assessed(journey(START, soon), plain_world).verdict
    beside = assessed(journey(START, soon, likely("Bruck", at(9, 8))), plain_world).verdict
    assert alone.is_refuted
    assert beside == alone


def test_no_verdict_rests_on_likely_stops_alone(plain_world: World) -> None:
    found = assessed(journey(START, likely("Belder", at(4, 8))), plain_world)
    assert found.verdict.label == "unknown"
    assert names(found) == ["Alma", "Belder"]


@pytest.mark.parametrize(
    ("chances", "label"),
    [((0.7,), "possible"), ((0.69,), "unknown"), ((0.9, 0.69), "unknown"), ((0.9, 0.8), "possible")],
)
def test_beside_one_told_stop_only_what_is_very_likely_settles_it(
    chances: tuple[float, ...], label: str, plain_world: World
) -> None:
    days = zip(("Belder", "Bruck"), (4, 9), chances, strict=False)
    stops = [likely(name, at(day, 8), chance=chance) for name, day, chance in days]
    assert assessed(journey(START, *stops), plain_world).verdict.label == label


def test_what_is_very_likely_refutes_nothing(plain_world: World) -> None:
    found = assessed(journey(START, likely("Belder", at(3, 8), chance=0.99)), plain_world)
    assert found.verdict.label == "unknown"


def test_no_stop_told_is_no_ground(plain_world: World) -> None:
    stops = [likely(name, at(day, 8), chance=0.99) for name, day in (("Alma", 3), ("Belder", 4))]
    assert assessed(journey(*stops), plain_world).verdict.label == "unknown"


def test_between_stops_that_are_told_they_may_settle_it(plain_world: World) -> None:
    told = journey(START, replace(GOAL, earliest=None, latest=None))
    assert assessed(told, plain_world).verdict.label == "unknown"
    last = likely("Bruck", at(6, 8))
    assert assessed(journey(*told.visits, last), plain_world).verdict.label == "possible"


def test_gaps_follow_their_visits() -> None:
    gaps = (Gap(0, 1, None, None, "a", 0, 0), Gap(0, 2, None, None, "b", 0, 0), Gap(2, 2, None, None, "c", 0, 0))
    whole = journey(START, likely("Bruck"), GOAL, gaps=gaps)
    told = whole.without(whole.likely)
    assert [one.place.name for one in told.visits] == ["Alma", "Belder"]
    assert [(gap.first, gap.second, gap.quote) for gap in told.gaps] == [(0, 1, "b"), (1, 1, "c")]
    assert whole.without(()) == whole
