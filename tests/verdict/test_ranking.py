"""The order in which the ways of a leg are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from toyworld import at, journey, judged, toy_ways, visit
from wayproof.verdict.journey import judge
from wayproof.verdict.legs import plan
from wayproof.world.crossings import RESTRICTED, Status

if TYPE_CHECKING:
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.world.atlas import World

SHUT = Status(RESTRICTED, date(2022, 2, 27), "carriers of AA", "toy gazette", "high")


def modes(world: World, hours: float, **changes: dict[str, object]) -> list[str]:
    """The modes of a leg of so many hours in order, after changes to the routes of some of them."""

    def ways(query: LegQuery) -> tuple[Route, ...]:
        return tuple(replace(route, **changes.get(route.mode, {})) for route in toy_ways(world)(query))

    told = journey(visit("Alma", at(3)), visit("Belder", at(3) + timedelta(hours=hours)))
    leg = judge(plan(told, ways), None, world).assessment.legs[0]
    return [one.route.mode for one in leg.routes]


def taking(world: World, hours: float) -> dict[str, object]:
    query = plan(journey(visit("Alma", at(3)), visit("Belder", at(4))), toy_ways(world)).legs[0]
    time = query.routes[0].time
    return {"time": replace(time, brisk=timedelta(hours=hours), typical=timedelta(hours=hours))}


def test_the_ground_comes_before_the_air_unless_a_flight_halves_the_time(plain_world: World) -> None:
    slow, fast = taking(plain_world, 8.0), taking(plain_world, 3.0)
    assert modes(plain_world, 100.0, air=taking(plain_world, 5.0), car=slow).index("car") < modes(
        plain_world, 100.0, air=taking(plain_world, 5.0), car=slow
    ).index("air")
    order = modes(plain_world, 100.0, air=fast, car=slow)
    assert order.index("air") < order.index("car")


def test_a_better_grade_comes_first_whatever_is_shut(plain_world: World) -> None:
    order = modes(
        plain_world, 4.0, air=taking(plain_world, 3.0) | {"needs": ("needs luck",)}, car=taking(plain_world, 8.0)
    )
    assert order[0] == "air"


def test_what_needs_nothing_comes_before_what_needs_something(plain_world: World) -> None:
    order = modes(
        plain_world, 100.0, car=taking(plain_world, 5.0) | {"needs": ("needs luck",)}, air=taking(plain_world, 9.0)
    )
    assert order.index("air") < order.index("car")


def test_a_restricted_border_comes_after_an_open_one(plain_world: World) -> None:
    told = journey(visit("Alma", at(3)), visit("Belder", at(7)))
    (route, *_) = plan(told, toy_ways(plain_world)).legs[0].routes
    barred = tuple(replace(event, status=SHUT) for event in route.borders)
    shut = {"borders": barred} | taking(plain_world, 5.0)
    order = modes(plain_world, 100.0, car=shut, air=taking(plain_world, 9.0))
    assert order.index("air") < order.index("car")


def test_the_slack_is_that_of_the_first_way(plain_world: World) -> None:
    leg = judged(journey(visit("Alma", at(3)), visit("Belder", at(7))), plain_world).assessment.legs[0]
    assert leg.slack == leg.routes[0].slack
