"""What holds of every way that the search finds, wherever, whenever and by whatever means."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toyworld import PLACES, toy_railways, toy_world
from wayproof.story.itineraries.itinerary import MODES
from wayproof.travel.durations import ZERO, limit_for, travel_time
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.world.places import Place, point
from wayproof.world.railways import RailService
from wayproof.world.regimes import AIR_MODES
from wayproof.world.speeds import open_speeds

if TYPE_CHECKING:
    from wayproof.world.atlas import World

EXPRESS = RailService(
    "express", "Express", "Arbor", 1.0, 1.8, "Belder", 1.0, 3.5, 200.0, 3.0, date(2020, 1, 1), None, "toy", "high"
)
CITIES = sorted(name for name, place in PLACES.items() if not place.is_area)
DAYS = st.one_of(st.none(), st.dates(date(1850, 1, 1), date(2030, 1, 1)))
MILLISECOND = timedelta(milliseconds=1)


@cache
def world() -> World:
    return toy_world(railways=lambda: toy_railways(EXPRESS))


def spots() -> st.SearchStrategy[Place]:
    cities = st.sampled_from(CITIES).map(PLACES.__getitem__)
    points = st.builds(point, st.floats(-0.5, 3.5), st.floats(-0.5, 5.0))
    return st.one_of(cities, points)


def sound(route: Route, query: LegQuery) -> None:
    time = route.time
    assert time.limit >= ZERO
    if time.brisk is not None and time.typical is not None:
        assert time.limit <= time.brisk + MILLISECOND
        assert time.brisk <= time.typical + MILLISECOND
        for pace, total in (("brisk", time.brisk), ("typical", time.typical)):
            parts = sum((getattr(part, pace) for part in time.parts), ZERO)
            assert abs(parts - total) < timedelta(seconds=1)
    assert route.km >= route.geodesic_km - 1e-6
    start, end = route.geometry[0], route.geometry[-1]
    assert start == pytest.approx((query.origin.lat, query.origin.lon), abs=1e-6)
    assert end == pytest.approx((query.destination.lat, query.destination.lon), abs=1e-6)
    for one, other in pairwise(route.segments):
        assert one.geometry[-1] == pytest.approx(other.geometry[0], abs=1e-4)
    for event, after in pairwise(route.borders):
        assert event.to_country == after.from_country
        assert event.at_km <= after.at_km + 1e-6
    assert all(event.from_country != event.to_country for event in route.borders)
    assert all(need.startswith("needs ") for need in route.needs)


@settings(deadline=None, max_examples=80)
@given(spots(), spots(), DAYS, st.lists(st.sampled_from(MODES), max_size=2, unique=True))
def test_every_way_is_sound(a: Place, b: Place, on: date | None, modes: list[str]) -> None:
    query = LegQuery(a, b, on, tuple(modes))
    for route in find_routes(query, world()):
        sound(route, query)


@settings(deadline=None, max_examples=60)
@given(spots(), spots(), st.dates(date(1960, 1, 1), date(2030, 1, 1)))
def test_naming_no_means_never_finds_less_than_naming_the_usual_ones(a: Place, b: Place, on: date) -> None:
    free = find_routes(LegQuery(a, b, on), world())
    driven = [route.time.typical for route in find_routes(LegQuery(a, b, on, ("car",)), world()) if route.time.typical]
    known = [route.time.typical for route in free if route.time.typical]
    if driven:
        assert min(known) <= min(driven) + MILLISECOND


@settings(deadline=None)
@given(
    st.sampled_from(MODES),
    st.floats(0.001, 19_000),
    st.floats(1.0, 3.0),
    DAYS,
    st.sampled_from(["road network", "geodesic estimate"]),
)
def test_the_three_durations_keep_their_order(
    mode: str, straight_km: float, stretch: float, on: date | None, basis: str
) -> None:
    speeds = open_speeds()
    if not speeds.records.exists(mode, on):
        return
    surface = "cross-country" if mode in {"foot", "horse", "ski", "dog_sled"} else "road"
    for country in (None, "DE", "JP"):
        by_country = () if mode in AIR_MODES else ((country, straight_km * stretch),)
        time = travel_time(
            mode, straight_km, straight_km * stretch, on=on, speeds=speeds, by_country=by_country, basis=basis,
            surface=surface,
        )  # fmt: skip
        assert time.brisk is not None
        assert time.typical is not None
        assert limit_for(straight_km, mode, on, speeds) <= time.limit + MILLISECOND
        assert time.limit <= time.brisk + MILLISECOND
        assert time.brisk <= time.typical + MILLISECOND
