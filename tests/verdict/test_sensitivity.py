"""What would flip the answer is found by solving again: each claim is checked by doing so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import PLACES, at, journey, judged, toy_ways, visit
from wayproof.story.itineraries.itinerary import Event, Hypothesis
from wayproof.verdict.sensitivity import MOST, assumptions

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.assessment import Assumption
    from wayproof.world.atlas import World

CAR = ("car",)


def trip(hours: float, *, modes: tuple[str, ...] = CAR, shift: float = 0.0) -> Itinerary:
    return journey(
        visit("Alma", at(3, 8) + timedelta(hours=shift), event=Event.DEPART),
        visit("Belder", at(3, 8) + timedelta(hours=hours), event=Event.ARRIVE, modes=modes),
    )


def flips(told: Itinerary, world: World) -> dict[str, Assumption]:
    return {
        one.name: one
        for one in reversed(  # the smallest change of each kind
            assumptions([judged(told, world)], ways=toy_ways(world))
        )
    }


@pytest.mark.parametrize("hours", [1.0, 3.0, 6.0, 7.5])
def test_an_earlier_departure_flips_as_told(hours: float, plain_world: World) -> None:
    one = flips(trip(hours), plain_world)["time told for Alma"]
    assert isinstance(one.value, float)
    assert one.value < 0
    earlier = judged(trip(hours, shift=one.value - 0.02), plain_world).assessment.verdict.label
    not_enough = judged(trip(hours, shift=one.value + 0.05), plain_world).assessment.verdict.label
    assert earlier == one.flips_to != not_enough


def test_a_later_departure_than_told_flips_a_possible_journey(plain_world: World) -> None:
    one = flips(trip(10.0), plain_world)["departure from Alma"]
    assert isinstance(one.value, float)
    assert judged(trip(10.0, shift=one.value + 0.05), plain_world).assessment.verdict.label == one.flips_to == "tight"
    assert judged(trip(10.0, shift=one.value - 0.02), plain_world).assessment.verdict.label == "possible"


def test_the_wait_at_the_border_flips_at_the_value_told(plain_world: World) -> None:
    told = trip(7.5)
    assert judged(told, plain_world).assessment.verdict.label == "tight"
    one = flips(told, plain_world)["wait at the border"]
    assert (one.unit, one.flips_to) == ("min", "possible")
    allowed = float(one.value) / 60
    assert judged(told, plain_world, wait_h=allowed - 0.05).assessment.verdict.label == "possible"
    assert judged(told, plain_world, wait_h=allowed + 0.05).assessment.verdict.label == "tight"


def test_another_way_of_travelling_is_tried_where_the_text_names_one(plain_world: World) -> None:
    found = assumptions([judged(trip(10.0, modes=("foot",)), plain_world)], ways=toy_ways(plain_world))
    (told,) = [one for one in found if one.name == "way of travelling"]
    assert told.flips_to == "possible"
    assert "impossible on foot, possible by airliner and by car" in told.text


def test_each_way_is_told_where_the_text_names_none(plain_world: World) -> None:
    (told,) = [
        one for one in assumptions([judged(trip(6.0, modes=()), plain_world)]) if one.name == "way of travelling"
    ]
    assert "impossible on foot, tight by car, possible by airliner" in told.text
    for mode, found in (("car", "tight"), ("foot", "impossible"), ("air", "possible")):
        assert judged(trip(6.0, modes=(mode,)), plain_world).assessment.verdict.label == found


def test_another_origin_is_told_where_it_matters(plain_world: World) -> None:
    near = replace(trip(9.0), hypothesis=Hypothesis("began in Alma", "toy:alma", "a guess"))
    far = replace(trip(3.0), hypothesis=Hypothesis("began elsewhere", "toy:exford", "a guess"))
    found = assumptions([judged(near, plain_world), judged(far, plain_world)])
    origin = next(one for one in found if one.name == "origin")
    assert origin.flips_to == "implausible"


def test_the_smallest_change_comes_first_and_the_list_is_short(plain_world: World) -> None:
    found = assumptions([judged(trip(7.8), plain_world)], ways=toy_ways(plain_world))
    assert 0 < len(found) <= MOST
    assert found[0].name != "way of travelling"
    assert assumptions([]) == ()


def test_nothing_flips_what_cannot_be_judged(plain_world: World) -> None:
    assert assumptions([judged(journey(visit("Alma"), visit("Belder")), plain_world)]) == ()


def test_another_bearer_of_the_name_is_tried_when_the_story_is_refuted(plain_world: World) -> None:
    near = replace(PLACES["Arbor"], name="Belder", id="toy:little-belder")
    found = assumptions(
        [judged(trip(3.0), plain_world)], ways=toy_ways(plain_world), bearers={"toy:belder": (PLACES["Belder"], near)}
    )
    (one,) = [one for one in found if one.name == "which Belder"]
    assert one.flips_to == "tight"
    fine = assumptions([judged(trip(12.0), plain_world)], ways=toy_ways(plain_world), bearers={"toy:belder": (near,)})
    assert all(one.name != "which Belder" for one in fine)
