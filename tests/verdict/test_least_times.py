"""The least time of a leg, and what the positions of its ends allow to say."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from toyworld import PLACES, at, journey, toy_ways, visit
from wayproof.travel.durations import limit_for
from wayproof.verdict.grades import Grade
from wayproof.verdict.least_times import BOUNDS, NOTHING, Durations, least_times
from wayproof.verdict.legs import Nature, day_of_travel, nature, plan, questions
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from wayproof.verdict.least_times import LeastTimes
    from wayproof.world.atlas import World

HOUR = 3600.0


def times(world: World, a: str | Place, b: str | Place, *modes: str, **changes: object) -> LeastTimes:
    told = journey(visit(a, at(3)), visit(b, at(5), modes=modes, **changes))  # type: ignore[arg-type]
    (leg,) = plan(told, toy_ways(world)).legs
    return least_times(leg, told, world)


@pytest.mark.parametrize(
    ("window", "grade"),
    [(0.5, "IMPOSSIBLE"), (1.0, "IMPLAUSIBLE"), (2.5, "TIGHT"), (3.0, "POSSIBLE"), (99.0, "POSSIBLE")],
)
def test_a_window_earns_the_bounds_it_holds(window: float, grade: str) -> None:
    assert Durations(HOUR, 2 * HOUR, 3 * HOUR).grade(window * HOUR) is Grade[grade]


def test_durations_are_put_in_order() -> None:
    one = Durations.ordered(5.0, 3.0, 4.0)
    assert [one.get(bound) for bound in BOUNDS] == [5.0, 5.0, 5.0]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Alma", "Alma", Nature.SAME),
        ("Alma", "Belder", Nature.PLAIN),
        ("Alma", "Westland", Nature.SAME),
        ("Westland", "Eastland", Nature.VAGUE),
        ("Bruck", "Westland", Nature.VAGUE),
        ("Belder", "Westland", Nature.VAGUE),
    ],
)
def test_what_positions_allow_to_say(a: str, b: str, kind: Nature, plain_world: World) -> None:
    assert nature(PLACES[a], PLACES[b], plain_world) is kind
    assert nature(PLACES[b], PLACES[a], plain_world) is kind


def test_places_closer_than_their_extents_prove_nothing(plain_world: World) -> None:
    suburb = Place("toy:suburb", "Suburb", Kind.CITY, "AA", 1.03, 0.53, 2.0, "toy")
    found = times(plain_world, "Alma", suburb)
    assert found.nature is Nature.SAME
    assert found.low == NOTHING
    # whatever the time, the kindest reading holds; with enough for the whole way no doubt remains
    assert found.high.limit == 0.0 < found.high.brisk <= found.high.typical


def test_the_limit_counts_between_the_edges_and_the_rest_between_the_centres(plain_world: World) -> None:
    found = times(plain_world, "Alma", "Belder", "car")
    edge = limit_for(found.separation_km, "car", date(2023, 8, 3), plain_world.speeds).total_seconds()
    assert found.low == found.high
    assert found.low.limit == edge
    assert found.low.typical == pytest.approx((333.96 * 1.25 / 60 + 1) * HOUR, rel=1e-3)


def test_large_neighbours_count_between_their_edges(plain_world: World) -> None:
    large = replace(PLACES["Bruck"], extent_km=30.0)
    found = times(plain_world, "Arbor", large, "car")
    assert found.separation_km < 15
    assert found.low == found.high
    between_centres = times(plain_world, "Arbor", "Bruck", "car").low
    wait = HOUR  # at the border, which does not grow shorter with the way
    assert found.low.typical - wait < (between_centres.typical - wait) / 2


def test_no_stated_way_means_the_quickest_civil_one(plain_world: World) -> None:
    assert times(plain_world, "Alma", "Belder").low.limit < times(plain_world, "Alma", "Belder", "car").low.limit


def test_a_stated_way_before_its_time_leaves_the_others(plain_world: World) -> None:
    told = journey(visit("Alma", at(3).replace(year=1890)), visit("Belder", at(5).replace(year=1890), modes=("car",)))
    (leg,) = plan(told, toy_ways(plain_world)).legs
    found = least_times(leg, told, plain_world)
    assert 0 < found.low.limit < math.inf
    assert math.isinf(found.high.brisk)


def test_no_estimate_leaves_the_grade_open_above_the_limit(plain_world: World) -> None:
    told = journey(visit("Alma", at(3)), visit("Belder", at(5), modes=("car",)))
    (leg,) = plan(told, toy_ways(plain_world)).legs
    blind = replace(leg.routes[0], time=replace(leg.routes[0].time, brisk=None, typical=None))
    found = least_times(replace(leg, routes=(blind,)), told, plain_world)
    assert found.verdict(48 * HOUR).label == "unknown"
    assert found.verdict(1.0 * HOUR).label == "impossible"


def test_bearers_of_an_ambiguous_name_span_a_range(plain_world: World) -> None:
    found = times(plain_world, "Arbor", "Bruck", "car", alternatives=(PLACES["Exford"], PLACES["Arbor"]))
    assert found.low == NOTHING  # it may be Arbor itself
    assert found.high.typical > times(plain_world, "Arbor", "Bruck", "car").high.typical


def test_the_questions_span_areas() -> None:
    told = journey(visit("Alma", at(3)), visit("Eastland", modes=("car",)), visit("Westland"), visit("Belder", at(5)))
    assert [(a, b) for a, b, _ in questions(told)] == [(0, 1), (0, 3), (1, 2), (2, 3)]
    modes = {(a, b): query.modes for a, b, query in questions(told)}
    assert modes[0, 1] == ("car",)
    assert modes[0, 3] == ()  # one part of the way is left open


def test_a_part_of_the_way_with_its_own_means_is_asked_for() -> None:
    car, air = ("car",), ("air",)
    told = journey(
        visit("Alma", at(3)), visit("Westland", modes=car), visit("Eastland", modes=car), visit("Belder", modes=air)
    )
    modes = {(a, b): query.modes for a, b, query in questions(told)}
    assert modes == {(0, 1): car, (0, 2): car, (0, 3): (*car, *air), (1, 2): car, (2, 3): air}
    same = journey(
        visit("Alma", at(3)), visit("Westland", modes=car), visit("Eastland", modes=car), visit("Belder", modes=car)
    )
    assert [(a, b) for a, b, _ in questions(same)] == [(0, 1), (0, 3), (1, 2), (2, 3)]


def test_the_day_of_travel_is_that_of_the_departure_if_told() -> None:
    assert day_of_travel(visit("Alma", at(3, 23)), visit("Belder", at(5))) == date(2023, 8, 3)
    assert day_of_travel(visit("Alma"), visit("Belder", at(5))) == date(2023, 8, 5)
    assert day_of_travel(visit("Alma"), visit("Belder")) is None
