"""Other explanations are told when they would change the answer, and each claim is checked by telling the story so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import PLACES, POSTS, at, journey, judged, toy_speeds, toy_ways, toy_world, visit
from wayproof.story.itineraries.itinerary import Event, Gap, Hypothesis
from wayproof.story.temporal.weekday_slips import weekday_slips
from wayproof.story.text.document import Story
from wayproof.verdict.alternatives import alternatives
from wayproof.verdict.journey import best_of, judge
from wayproof.verdict.legs import plan
from wayproof.verdict.resolving import REFUTED, better
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.assessment import Alternative
    from wayproof.world.atlas import World

CAR = ("car",)
SOUTH_POST = Place("crossing:aa-bb-south", "South Post", Kind.CROSSING, "AA", 0.3, 2.0, 0.1, "toy")


def trip(hours: float, *, modes: tuple[str, ...] = CAR, gaps: tuple[Gap, ...] = ()) -> Itinerary:
    return journey(
        visit("Alma", at(3, 8), event=Event.DEPART),
        visit("Belder", at(3, 8) + timedelta(hours=hours), event=Event.ARRIVE, modes=modes),
        gaps=gaps,
    )


def found(told: Itinerary, world: World) -> dict[str, Alternative]:
    return {one.kind: one for one in reversed(alternatives([judged(told, world)], ways=toy_ways(world)))}


@pytest.mark.parametrize("hours", [-2.0, 0.1, 1.0, 3.0])
def test_every_explanation_is_better_and_explains(hours: float, plain_world: World) -> None:
    base = judged(trip(hours), plain_world).assessment.verdict.label
    told = found(trip(hours), plain_world)
    assert told
    assert all(better(one.flips_to, base) and one.flips_to not in REFUTED for one in told.values())


def test_nothing_needs_explaining_in_a_possible_journey(plain_world: World) -> None:
    assert found(trip(12.0), plain_world) == {}


def test_a_date_that_is_wrong_by_a_day(plain_world: World) -> None:
    one = found(trip(1.0), plain_world)["date"]
    assert "left Alma on 2 Aug 2023 and not on 3 Aug 2023" in one.text
    moved = journey(visit("Alma", at(2, 8), event=Event.DEPART), trip(1.0).visits[1])
    assert judged(moved, plain_world).assessment.verdict.label == one.flips_to


def test_day_and_month_exchanged(plain_world: World) -> None:
    march = at(3, 20).replace(month=3, day=8)
    told = journey(visit("Alma", at(3, 8), event=Event.DEPART), visit("Belder", march, modes=CAR))
    texts = [one.text for one in alternatives([judged(told, plain_world)]) if one.kind == "date"]
    assert "left Alma on 8 Mar 2023 and not on 3 Aug 2023 (day and month exchanged)" in texts[0]


def test_another_way_of_travelling(plain_world: World) -> None:
    one = found(trip(10.0, modes=("foot",)), plain_world)["mode"]
    assert "by car" in one.text
    assert judged(trip(10.0), plain_world).assessment.verdict.label == one.flips_to


def test_two_people_where_one_is_told(plain_world: World) -> None:
    assert "two people" in found(trip(0.1), plain_world)["second-person"].text
    assert "second-person" not in found(trip(6.0), plain_world)  # tight: nothing to explain away


def test_visits_in_the_other_order(plain_world: World) -> None:
    told = trip(-12.0)
    one = found(told, plain_world)["merged-events"]
    assert one.text.startswith("If Belder came before Alma")
    turned = judged(journey(told.visits[1], told.visits[0]), plain_world).assessment.verdict.label
    assert turned == one.flips_to


def test_a_length_that_belongs_elsewhere(plain_world: World) -> None:
    gap = Gap(0, 1, None, timedelta(hours=1), "an hour later", 20, 33)
    told = trip(12.0, gaps=(gap,))
    one = found(told, plain_world)["merged-events"]
    assert "an hour later" in one.text
    assert judged(trip(12.0), plain_world).assessment.verdict.label == one.flips_to


def test_the_clock_of_the_other_end(plain_world: World) -> None:
    far = replace(PLACES["Belder"], id="toy:far", lat=1.0, lon=30.0)  # two hours ahead of Alma
    told = journey(
        visit("Alma", at(3, 8), event=Event.DEPART),
        visit(far, at(3, 12.5), event=Event.ARRIVE, modes=("air",)),
    )
    one = found(told, plain_world)["time-zone"]
    assert "by the clocks of" in one.text
    assert abs(float(one.numbers[0].value)) >= 2.0


def test_the_weekday_is_right_and_the_date_is_not(plain_world: World) -> None:
    slips = weekday_slips(Story("She left Alma on Thursday, 5 August 2023.", None, None))
    told = journey(visit("Alma", at(5, 8), event=Event.DEPART), visit("Belder", at(4, 8), modes=CAR))
    judgement = judge(plan(told, toy_ways(plain_world)), None, plain_world, slips)
    assert judgement.assessment.verdict.label == "impossible"
    one = next(one for one in alternatives([judgement]) if one.kind == "weekday")
    assert "the date is 3 Aug 2023" in one.text
    meant = journey(visit("Alma", at(3, 8), event=Event.DEPART), told.visits[1])
    assert judged(meant, plain_world).assessment.verdict.label == one.flips_to


def test_another_post_that_was_open() -> None:
    third = replace(POSTS[0], id="aa-bb-upper", name="Upper Post", lat=0.6)
    world = toy_world(posts=(*POSTS, third), speeds=toy_speeds)
    told = journey(
        visit("Arbor", at(20), at(21)),
        visit(SOUTH_POST, at(20), at(21), checkpoint=True, modes=CAR),
        visit("Boria", at(20), at(21), modes=CAR),
    )
    assert judged(told, world).assessment.verdict.label == "implausible"
    one = found(told, world)["border"]
    assert "Upper Post, which was open on 20 Aug 2023" in one.text


def test_other_origins_are_those_supposed(plain_world: World) -> None:
    near = replace(trip(9.0), hypothesis=Hypothesis("began in Alma", "toy:alma", "a guess"))
    far = replace(trip(0.5), hypothesis=Hypothesis("began elsewhere", "toy:exford", "a guess"))
    ranked = best_of([judged(far, plain_world), judged(near, plain_world)])
    assert alternatives(ranked) == ()  # the best is possible: nothing to explain
    worse = alternatives(tuple(reversed(ranked)))
    assert "If the journey began in Alma" in next(one.text for one in worse if one.kind == "origin")
