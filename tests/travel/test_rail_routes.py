"""Trains: along the railways, by published times, and by estimate where no railway is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from toyworld import PLACES, toy_railways, toy_world
from wayproof.travel.rail_estimates import rail_along_roads
from wayproof.travel.rail_routes import RAIL_NETWORK, along_railways
from wayproof.travel.rail_services import TIMETABLE, by_services
from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Kind, Place, point
from wayproof.world.railways import RailService

LONDON = point(51.5085, -0.1257, name="London", country="GB")
PARIS = point(48.8534, 2.3488, name="Paris", country="FR")
STOCKHOLM = point(59.3294, 18.0687, name="Stockholm", country="SE")
COPENHAGEN = point(55.6759, 12.5655, name="Copenhagen", country="DK")
TANGIER = point(35.7673, -5.7999, name="Tangier", country="MA")
ALGECIRAS = point(36.1333, -5.4505, name="Algeciras", country="ES")
REYKJAVIK = point(64.1355, -21.8954, name="Reykjavík", country="IS")
AKUREYRI = point(65.6835, -18.0878, name="Akureyri", country="IS")
MOSCOW = point(55.7522, 37.6156, name="Moscow", country="RU")
KALININGRAD = point(54.7065, 20.511, name="Kaliningrad", country="RU")
RZESZOW = point(50.0413, 21.999, name="Rzeszów", country="PL")
KYIV = point(50.4547, 30.5238, name="Kyiv", country="UA")
DAY = date(2023, 8, 10)
EXPRESS = RailService(
    "aa-bb-express", "Border Express", "Arbor", 1.0, 1.8, "Belder", 1.0, 3.5, 200.0, 3.0, date(2020, 1, 1), None,
    "toy timetable", "high",
)  # fmt: skip


@cache
def railway_world(*services: RailService, trust: str = "good") -> World:
    return toy_world(railways=lambda: toy_railways(*services, trust={"AA": trust, "BB": trust}))


def trains(a: Place, b: Place, on: date | None, *modes: str) -> list[Route]:
    return [one for one in find_routes(LegQuery(a, b, on, modes), open_world()) if one.mode == "rail"]


def toy(a: str, b: str, on: date | None = DAY) -> LegQuery:
    return LegQuery(PLACES[a], PLACES[b], on, ("rail",))


def test_a_train_follows_the_railway_over_the_border() -> None:
    (route,) = along_railways(toy("Alma", "Boria"), railway_world())
    assert route.basis == RAIL_NETWORK
    assert route.km == pytest.approx(451.0)
    assert route.countries == ("AA", "BB")
    assert [event.kind for event in route.borders] == ["rail"]
    assert route.geometry[0] == (PLACES["Alma"].lat, PLACES["Alma"].lon)
    assert route.time.brisk is not None
    assert route.time.typical is not None
    assert route.time.limit <= route.time.brisk <= route.time.typical


def test_a_long_way_round_over_railways_of_poor_trust_is_a_gap_and_no_way() -> None:
    query = LegQuery(PLACES["Belder"], PLACES["Boria"], DAY, ("rail",))
    assert along_railways(query, railway_world())
    far = LegQuery(PLACES["Alma"], PLACES["Boria"], DAY, ("rail",))
    assert along_railways(far, railway_world(trust="poor"))
    apart = LegQuery(PLACES["Bruck"], PLACES["Boria"], DAY, ("rail",))
    assert along_railways(apart, railway_world())
    assert not along_railways(apart, railway_world(trust="poor"))


def test_without_a_railway_the_estimate_says_so(toy_world: World) -> None:
    (route,) = (one for one in find_routes(toy("Alma", "Belder"), toy_world) if one.mode == "rail")
    assert route.basis.startswith("geodesic estimate")
    assert "no railway is known" in (route.note or "")


def test_a_published_time_counts_from_stop_to_stop_with_the_way_there() -> None:
    (route,) = by_services(toy("Alma", "Belder"), railway_world(EXPRESS))
    assert route.basis == TIMETABLE
    assert [segment.link for segment in route.segments if segment.link] == ["Border Express"]
    assert {"rail network", "timetable"} <= {segment.basis for segment in route.segments}
    assert [event.kind for event in route.borders] == ["rail"]
    assert route.time.brisk is not None
    assert route.time.brisk > timedelta(hours=3.0)
    assert "toy timetable" in (route.note or "")


def test_the_times_of_a_told_train_may_be_those_of_the_train_itself() -> None:
    told = replace(toy("Arbor", "Belder"), modes=("rail",))
    (route,), (untold,) = (by_services(query, railway_world(EXPRESS)) for query in (told, replace(told, modes=())))
    assert route.time.brisk is not None
    assert untold.time.brisk is not None
    assert route.time.limit <= route.time.brisk < min(timedelta(hours=EXPRESS.hours), untold.time.brisk)
    assert route.time.typical == untold.time.typical
    assert route.time.brisk == sum((part.brisk for part in route.time.parts), timedelta())


@pytest.mark.parametrize(("trust", "estimated"), [("none", False), ("poor", True)])
def test_a_country_without_railways_has_no_estimate_for_trains(trust: str, *, estimated: bool) -> None:
    world = toy_world(railways=lambda: toy_railways(trust={"AA": trust, "BB": trust}))
    far = [Place(f"far:{lat}", "Far", Kind.CITY, "AA", lat, 1.0, 1.0, "toy") for lat in (1.9, 0.1)]
    (route,) = (one for one in find_routes(LegQuery(*far, date(2023, 8, 3), ("rail",)), world) if one.mode == "rail")
    assert (route.time.typical is not None) is estimated
    assert route.needs == (() if estimated else ("needs a railway: none is known in Westland",))


def test_the_border_costs_nothing_beyond_the_published_time() -> None:
    (route,) = by_services(toy("Arbor", "Belder"), railway_world(EXPRESS))
    assert not any(part.name.startswith("border") for part in route.time.parts)


@pytest.mark.parametrize("on", [date(2019, 12, 31), date(1950, 1, 1)])
def test_a_train_does_not_run_before_its_first_day(on: date) -> None:
    assert by_services(toy("Arbor", "Belder", on), railway_world(EXPRESS)) == ()


def test_no_estimate_beats_the_fastest_regular_train() -> None:
    slow = RailService(
        "slow", "Slow Train", "Arbor", 1.0, 1.8, "Belder", 1.0, 3.5, 200.0, 9.0, None, None, "toy timetable", "high"
    )
    found = [one for one in find_routes(toy("Arbor", "Belder"), railway_world(slow)) if one.mode == "rail"]
    assert [route.basis for route in found] == [TIMETABLE]


def test_no_train_reaches_an_island(toy_world: World) -> None:
    assert rail_along_roads(LegQuery(PLACES["Boria"], PLACES["Insel"], None), (), toy_world) is None


def test_the_eurostar_runs_once_there_is_a_tunnel() -> None:
    later, before = trains(LONDON, PARIS, date(2010, 5, 1), "rail"), trains(LONDON, PARIS, date(1985, 5, 1), "rail")
    best = min(later, key=lambda route: route.time.typical or timedelta.max)
    assert best.basis == TIMETABLE
    assert best.time.typical is not None
    assert best.time.typical < timedelta(hours=4)
    assert [event.crossing.id for event in best.borders if event.crossing] == ["fr-gb-channel-tunnel"]
    assert all(route.basis != TIMETABLE for route in before)
    assert all("Tunnel" not in (segment.link or "") for route in before for segment in route.segments)


@pytest.mark.parametrize("modes", [(), ("rail",)])
def test_a_train_takes_the_bridge_where_cars_take_the_ferry(modes: tuple[str, ...]) -> None:
    found = trains(STOCKHOLM, COPENHAGEN, DAY, *modes)
    assert found[0].time.typical is not None
    assert found[0].km < 750


def test_no_train_crosses_a_strait_by_going_round_a_sea() -> None:
    assert trains(TANGIER, ALGECIRAS, DAY) == []


def test_there_are_no_trains_in_iceland_unless_the_story_says_so() -> None:
    assert trains(REYKJAVIK, AKUREYRI, DAY) == []
    assert trains(REYKJAVIK, AKUREYRI, DAY, "rail")


def test_the_transit_train_to_kaliningrad_passes_belarus_and_lithuania() -> None:
    timed = next(route for route in trains(MOSCOW, KALININGRAD, DAY, "rail") if route.basis == TIMETABLE)
    assert timed.countries == ("RU", "BY", "LT", "RU")
    assert {event.kind for event in timed.borders} <= {"rail", "internal"}
    assert timed.time.typical is not None
    assert timedelta(hours=19) < timed.time.typical < timedelta(hours=22)


def test_the_night_train_to_kyiv_runs_in_the_war() -> None:
    timed = next(route for route in trains(RZESZOW, KYIV, date(2023, 2, 19), "rail") if route.basis == TIMETABLE)
    assert "Kyiv" in (timed.note or "")
    assert timed.countries == ("PL", "UA")
    assert timed.borders[0].status.status == "open"
    assert timed.time.typical is not None
    assert timed.time.typical < timedelta(hours=15)
