from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from wayproof.travel.routes import LegQuery, Route
from wayproof.travel.search import find_routes
from wayproof.world.atlas import World, open_world
from wayproof.world.places import Kind, Place, point

KALININGRAD = point(54.7065, 20.511, name="Kaliningrad", country="RU")
VILNIUS = point(54.6892, 25.2798, name="Vilnius", country="LT")
LISBON = point(38.7167, -9.1333, name="Lisbon", country="PT")
FUNCHAL = point(32.6657, -16.9241, name="Funchal", country="PT")
BARCELONA = point(41.3888, 2.159, name="Barcelona", country="ES")
PARIS = point(48.8534, 2.3488, name="Paris", country="FR")
LONDON = point(51.5085, -0.1257, name="London", country="GB")
SUMMER_2023 = date(2023, 8, 10)


@cache
def world() -> World:
    return open_world()


def routes(a: Place, b: Place, on: date | None, *modes: str) -> tuple[Route, ...]:
    return find_routes(LegQuery(a, b, on, modes), world())


def test_every_usual_mode_is_tried_and_the_quickest_comes_first() -> None:
    found = routes(KALININGRAD, VILNIUS, SUMMER_2023)
    assert {"car", "foot", "air"} <= {route.mode for route in found}
    brisk = [route.time.brisk for route in found if route.time.brisk is not None]
    assert brisk == sorted(brisk)


def test_a_closed_crossing_is_a_need_and_a_lawful_way_is_offered_too() -> None:
    found = routes(KALININGRAD, VILNIUS, SUMMER_2023, "car")
    panemune = next(r for r in found if r.borders[0].crossing and r.borders[0].crossing.id == "lt-ru-panemune")
    assert "Panemunė" in panemune.needs[0]
    assert "closed since 2022-04-28" in panemune.needs[0]
    assert any(not route.needs for route in found)


def test_limits_never_exceed_brisk_nor_brisk_typical() -> None:
    for route in routes(PARIS, LONDON, date(2010, 5, 1)):
        assert route.time.brisk is not None
        assert route.time.typical is not None
        assert route.time.limit <= route.time.brisk <= route.time.typical


@pytest.mark.parametrize(("on", "tunnel"), [(date(1990, 5, 1), False), (date(2010, 5, 1), True)])
def test_the_channel_tunnel_counts_from_its_opening(on: date, *, tunnel: bool) -> None:
    found = routes(PARIS, LONDON, on, "car")
    assert any("Tunnel" in (segment.link or "") for route in found for segment in route.segments) is tunnel
    assert any("ferry" in (segment.link or "") for route in found for segment in route.segments)


def test_where_no_road_leads_only_the_limit_is_known() -> None:
    (route,) = routes(LISBON, FUNCHAL, date(2020, 1, 1), "car")
    assert route.basis == "no road data"
    assert route.time.brisk is None
    assert route.time.limit.total_seconds() > 0
    assert route.needs


def test_the_quickest_way_to_barcelona_stays_in_the_union() -> None:
    best = routes(VILNIUS, BARCELONA, SUMMER_2023, "car")[0]
    assert not {"RU", "BY"} & set(best.countries)


def test_events_lie_between_the_countries_of_the_route() -> None:
    for route in routes(KALININGRAD, VILNIUS, SUMMER_2023, "car"):
        assert route.countries == (route.borders[0].from_country, *(event.to_country for event in route.borders))
        assert route.geometry[0] == (KALININGRAD.lat, KALININGRAD.lon)
        assert route.km >= route.geodesic_km


def test_a_journey_without_a_date_has_no_border_status() -> None:
    assert {event.status.status for route in routes(KALININGRAD, VILNIUS, None, "car") for event in route.borders} == {
        "no data"
    }


def test_between_islands_an_unsaid_way_goes_by_air_or_boat() -> None:
    apia = Place("toy:apia", "Apia", Kind.CITY, "WS", -13.833, -171.766, 5.0, "test")
    pago = Place("toy:pago", "Pago Pago", Kind.CITY, "AS", -14.278, -170.703, 5.0, "test")
    modes = {route.mode for route in routes(apia, pago, SUMMER_2023) if route.time.brisk is not None}
    assert modes == {"air", "boat"}


@pytest.mark.parametrize(("on", "kind"), [(date(1985, 5, 5), "internal"), (date(2023, 8, 10), "checkpoint")])
def test_borders_inside_a_state_that_is_gone_were_not_checked(on: date, kind: str) -> None:
    best = next(route for route in routes(KALININGRAD, VILNIUS, on, "car") if route.countries == ("RU", "LT"))
    assert [event.kind for event in best.borders] == [kind]
    assert best.borders[0].status.status == "open"
