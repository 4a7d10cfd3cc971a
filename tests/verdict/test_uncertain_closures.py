"""What is recalled and not certain is told, and never held against a story by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from toyworld import PLACES, POSTS, SHUT_SKY, SOUTH, at, journey, judged, toy_speeds, toy_world, visit
from wayproof.check import check_itinerary
from wayproof.story.itineraries.given import one_place
from wayproof.story.itineraries.itinerary import Event, Itinerary
from wayproof.story.itineraries.itinerary_file import itinerary_of
from wayproof.travel.air_routes import by_air
from wayproof.travel.routes import LegQuery
from wayproof.verdict.border_rules import CheckpointClosed
from wayproof.verdict.means_rules import ClosedToVehicles
from wayproof.verdict.sensitivity import assumptions
from wayproof.verdict.sky_rules import AirspaceClosed
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from wayproof.world.airports import Closure

CAR, AIR = ("car",), ("air",)
POST = Place("crossing:aa-bb-south", "South Post", Kind.CROSSING, "AA", 0.3, 2.0, 0.1, "toy")
UNCERTAIN = "recalled and not certain, so that it is not held against the story"


def world_with(confidence: str) -> World:
    posts = tuple(replace(post, confidence=confidence) if post.id == SOUTH else post for post in POSTS)
    return toy_world(posts=posts, speeds=toy_speeds, closures=(replace(SHUT_SKY, confidence=confidence),))


def through_the_post() -> Itinerary:
    here = visit(POST, at(20), at(21), checkpoint=True, modes=CAR, quote="showed her papers")
    return journey(visit("Alma", at(18)), here, visit("Boria", at(21), modes=CAR))


def driven() -> Itinerary:
    return journey(visit("Arbor", at(20), at(21)), visit("Boria", at(20), at(21), modes=CAR))


def flown() -> Itinerary:
    left = at(5).replace(month=9)
    return journey(
        visit("Alma", left, left + timedelta(days=1), event=Event.DEPART),
        visit("Belder", left, left + timedelta(days=1), event=Event.ARRIVE, modes=AIR),
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        pytest.param(CheckpointClosed(), through_the_post(), id="a post"),
        pytest.param(ClosedToVehicles(), driven(), id="a border by car"),
        pytest.param(AirspaceClosed(), flown(), id="a sky by airliner"),
    ],
)
@pytest.mark.parametrize(("confidence", "capped"), [("high", True), ("medium", True), ("low", False)])
def test_only_a_certain_closure_caps_a_verdict(
    rule: CheckpointClosed | ClosedToVehicles | AirspaceClosed, told: Itinerary, confidence: str, *, capped: bool
) -> None:
    judgement = judged(told, world_with(confidence))
    (finding,) = {one.rule: one for one in rule.judge(judgement.case) or ()}.values()
    assert (finding.grade is not None) is capped
    assert (UNCERTAIN in finding.text) is not capped
    assert judgement.assessment.verdict.is_refuted is capped
    told_otherwise = [one for one in assumptions([judgement]) if one.name == "uncertain closure"]
    assert bool(told_otherwise) is not capped
    for one in told_otherwise:
        assert one.flips_to == "implausible"
        assert one.text.startswith("If the closing of ")


def test_a_certain_closure_on_the_same_way_still_bars_a_car() -> None:
    """A way that leads over a doubtful closing and then over a certain one is closed for certain."""
    world = world_with("low")
    (leg,) = judged(driven(), world).case.legs
    (route,) = leg.leg.routes
    doubtful = route.borders[0]
    assert doubtful.crossing is not None
    certain = replace(doubtful, crossing=replace(doubtful.crossing, confidence="high"))
    certain = replace(certain, status=replace(doubtful.status, confidence="high"))
    case = judged(driven(), world).case
    both = replace(route, borders=(doubtful, certain))
    (finding,) = (
        ClosedToVehicles().judge(replace(case, legs=(replace(leg, leg=replace(leg.leg, routes=(both,))),))) or ()
    )
    assert finding.grade is not None


def test_an_uncertain_closed_sky_costs_an_ordinary_traveller_alone_the_detour() -> None:
    def flight(*closures: Closure) -> tuple[timedelta, timedelta, timedelta]:
        world = toy_world(closures=closures)
        time = by_air(LegQuery(PLACES["Alma"], PLACES["Belder"], date(2023, 9, 5), AIR), "air", world).time
        assert time.brisk is not None
        assert time.typical is not None
        assert time.typical == sum((part.typical for part in time.parts), timedelta())
        return time.limit, time.brisk, time.typical

    free = flight()
    assert flight(replace(SHUT_SKY, confidence="low")) == free  # the sky over an end: no way round it
    barred = replace(SHUT_SKY, closed_to="AA", confidence="low")
    assert flight(barred) == free  # nobody knows a third country here
    certain = by_air(LegQuery(PLACES["Alma"], PLACES["Belder"], date(2023, 9, 5), AIR), "air", toy_world()).time
    assert certain.typical is None


def flight_of_the_day(start: str, end: str, day: date, hours: float) -> Itinerary:
    rows = [
        {"place": start, "event": "depart", "earliest": f"{day} 08:00", "latest": f"{day} 08:00"},
        {"place": end, "event": "arrive", "on": f"{day}", "mode": "air"},
    ]
    gaps = [{"from": 1, "to": 2, "shortest_hours": hours, "longest_hours": hours}]
    return itinerary_of({"visits": rows, "gaps": gaps}, partial(one_place, gazetteer=open_world().gazetteer))


def test_a_flight_under_a_sky_whose_closing_is_recalled_is_at_worst_tight() -> None:
    told = flight_of_the_day("Athens", "Podgorica", date(1999, 4, 10), 4.0)
    assessment = check_itinerary(told, open_world())
    assert not assessment.verdict.is_refuted, assessment.summary
    (finding,) = (one for one in assessment.findings if one.rule == "airspace-closed")
    assert UNCERTAIN in finding.text
    assert any(one.name == "uncertain closure" for one in assessment.assumptions)
