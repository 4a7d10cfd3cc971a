"""The ground within reach between two visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from toyworld import PLACES, at, journey, judged, toy_speeds, toy_ways, toy_world, visit
from wayproof.story.itineraries.itinerary import Event
from wayproof.travel.durations import Part
from wayproof.verdict.assess import assess
from wayproof.verdict.journey import judge
from wayproof.verdict.legs import plan
from wayproof.verdict.prism import MOST_CORNERS, MOST_CROSSINGS, prism
from wayproof.world.geodesy import distance_km
from wayproof.world.speeds import open_speeds

if TYPE_CHECKING:
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.leg_assessment import Prism
    from wayproof.world.atlas import World


def between(first: str, second: str, hours: float, world: World, modes: tuple[str, ...] = ("car",)) -> Prism | None:
    told = journey(
        visit(first, at(3, 8), event=Event.DEPART),
        visit(second, at(3, 8) + timedelta(hours=hours), event=Event.ARRIVE, modes=modes),
    )
    (leg,) = judged(told, world).case.legs
    return prism(leg, world)


def test_a_drive_with_time_to_spare_may_have_gone_by_way_of_another_town(plain_world: World) -> None:
    found = between("Alma", "Belder", 9.0, plain_world)
    assert found is not None
    assert (found.mode, found.bound) == ("car", "brisk")
    assert {town.name for town in found.towns} >= {"Arbor", "Bruck", "Boria"}
    assert not {town.name for town in found.towns} & {"Alma", "Belder", "Insel"}
    assert {post.name for post in found.crossings} >= {"North Post", "South Post"}
    assert {post.status.status for post in found.crossings if post.status} == {"open"}


def test_all_that_is_told_lies_within_the_sum_of_the_distances(plain_world: World) -> None:
    found = between("Alma", "Belder", 7.0, plain_world)
    assert found is not None
    a, b = PLACES["Alma"], PLACES["Belder"]
    for one in (*found.towns, *found.crossings):
        assert distance_km(one.lat, one.lon, a.lat, a.lon) + distance_km(one.lat, one.lon, b.lat, b.lon) <= found.sum_km
    assert shapely.get_num_coordinates(found.area) <= MOST_CORNERS
    assert len(found.crossings) <= MOST_CROSSINGS


@settings(max_examples=20, deadline=None)
@given(st.floats(6.0, 30.0), st.floats(0.5, 10.0))
def test_more_time_never_makes_the_ground_smaller(hours: float, more: float) -> None:
    world = toy_world(speeds=toy_speeds)
    less, longer = (between("Alma", "Belder", time, world) for time in (hours, hours + more))
    if less is not None:
        assert longer is not None
        assert longer.sum_km >= less.sum_km


def flight(query: LegQuery) -> tuple[Route, ...]:
    """Four hours at airports, which each stop asks for again, and what is left in the air at 400 km/h."""
    (route,) = toy_ways(toy_world(speeds=toy_speeds))(replace(query, modes=("air",)))
    moving = timedelta(hours=route.geodesic_km / 400.0)
    parts = (
        Part("airports", timedelta(), timedelta(hours=4), timedelta(hours=4)),
        Part("flight", timedelta(), moving, moving),
    )
    whole = moving + timedelta(hours=4)
    return (replace(route, time=replace(route.time, brisk=whole, typical=whole, parts=parts)),)


@pytest.mark.parametrize(("hours", "apart"), [(5.0, True), (12.0, False)])
def test_a_flight_is_broken_only_where_there_is_time_for_another_airport(hours: float, *, apart: bool) -> None:
    world = toy_world(speeds=open_speeds)
    told = journey(
        visit("Alma", at(3, 8), event=Event.DEPART),
        visit("Belder", at(3, 8) + timedelta(hours=hours), event=Event.ARRIVE, modes=("air",)),
    )
    (leg,) = judge(plan(told, flight), None, world).case.legs
    found = prism(leg, world)
    assert found is not None
    # with little to spare the traveller can only have been near one of the two ends
    assert (len(found.area.geoms) > 1) is apart
    assert bool(shapely.contains_xy(found.area, 2.0, 1.0)) is not apart


@pytest.mark.parametrize(("first", "second", "hours"), [("Alma", "Belder", 2.0), ("Alma", "Eastland", 9.0)])
def test_without_time_or_with_an_area_nothing_is_said(
    first: str, second: str, hours: float, plain_world: World
) -> None:
    assert between(first, second, hours, plain_world) is None


def test_it_is_in_the_record_with_the_status_of_the_posts_on_the_day(plain_world: World) -> None:
    told = journey(
        visit("Alma", at(20, 8), event=Event.DEPART), visit("Belder", at(20, 18), event=Event.ARRIVE, modes=("car",))
    )
    made = assess(None, (), (), [plan(told, toy_ways(plain_world))], plain_world).to_dict()
    (leg,) = made["itineraries"][0]["legs"]
    assert leg["prism"]["area"]["type"] == "MultiPolygon"
    assert {post["name"]: post["status"] for post in leg["prism"]["crossings"]}["South Post"] == "closed"
