"""Flights: who tells the time, and whose skies were shut to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from wayproof.travel.air_routes import by_air
from wayproof.travel.routes import LegQuery
from wayproof.world.atlas import open_world
from wayproof.world.places import point

LONDON = point(51.5085, -0.1257, name="London", country="GB")
NEW_YORK = point(40.7143, -74.006, name="New York City", country="US")
KALININGRAD = point(54.7065, 20.511, name="Kaliningrad", country="RU")
VILNIUS = point(54.6892, 25.2798, name="Vilnius", country="LT")
CONCORDE, TODAY = date(1985, 6, 1), date(2023, 8, 10)


def test_take_off_to_landing_costs_nothing_on_the_ground() -> None:
    query = LegQuery(LONDON, NEW_YORK, CONCORDE, ("air",))
    doors, wheels = (by_air(one, "air", open_world()) for one in (query, replace(query, airside=(True, True))))
    names = {part.name for part in wheels.time.parts}
    assert names == {"flight"}
    assert {"airports", "access by road"} <= {part.name for part in doors.time.parts}
    assert wheels.time.brisk is not None
    assert wheels.time.limit < wheels.time.brisk < timedelta(hours=4)
    half = by_air(replace(query, airside=(True, False)), "air", open_world()).time
    assert half.typical is not None
    assert wheels.time.typical is not None
    assert doors.time.typical is not None
    assert wheels.time.typical < half.typical < doors.time.typical


def test_four_hours_over_the_atlantic_are_beyond_the_airliners_of_today() -> None:
    query = LegQuery(LONDON, NEW_YORK, TODAY, ("air",), airside=(True, True))
    assert by_air(query, "air", open_world()).time.limit > timedelta(hours=4)


def test_skies_shut_to_each_other_have_no_direct_flight() -> None:
    route = by_air(LegQuery(KALININGRAD, VILNIUS, TODAY, ("air",)), "air", open_world())
    assert route.note is not None
    assert "no direct flight: the airspace of LT has been closed to the carriers of RU since 2022-02-27" in route.note
    assert [segment.mode for segment in route.segments] == ["car", "air", "air", "car"]
    assert route.time.brisk is not None
    assert route.time.brisk > timedelta(hours=5)
    assert route.time.limit < timedelta(hours=1)
    assert len(route.countries) == 3
    assert route.countries[1] not in {"UA", "BY", "RU", "LT", "PL"}


def test_before_the_closure_and_by_private_jet_flights_are_direct() -> None:
    before = by_air(LegQuery(KALININGRAD, VILNIUS, date(2019, 8, 10)), "air", open_world())
    private = by_air(LegQuery(KALININGRAD, VILNIUS, TODAY), "private_jet", open_world())
    for route in (before, private):
        assert [segment.mode for segment in route.segments].count(route.mode) == 1
        assert "no direct flight" not in (route.note or "")


def test_a_told_flight_may_leave_from_a_small_airfield() -> None:
    bentiu, nairobi = (
        point(9.2333, 29.8333, name="Bentiu", country="SS"),
        point(-1.2833, 36.8167, name="Nairobi", country="KE"),
    )
    told = by_air(LegQuery(bentiu, nairobi, date(2014, 12, 2), ("air",)), "air", open_world())
    untold = by_air(LegQuery(bentiu, nairobi, date(2014, 12, 2)), "air", open_world())
    assert told.time.typical is not None
    assert untold.time.typical is None
