"""Flights: who tells the time, and whose skies were shut to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from toyworld import toy_world
from wayproof.travel.air_routes import by_air, flights, without_airfield
from wayproof.travel.closed_skies import flown
from wayproof.travel.routes import LegQuery
from wayproof.world.airports import Airport, Closure
from wayproof.world.atlas import open_world
from wayproof.world.geodesy import distance_km
from wayproof.world.places import point

LONDON = point(51.5085, -0.1257, name="London", country="GB")
NEW_YORK = point(40.7143, -74.006, name="New York City", country="US")
KALININGRAD = point(54.7065, 20.511, name="Kaliningrad", country="RU")
VILNIUS = point(54.6892, 25.2798, name="Vilnius", country="LT")
CONCORDE, TODAY = date(1985, 6, 1), date(2023, 8, 10)


def test_what_is_put_down_on_a_road_needs_no_second_airfield() -> None:
    beach = point(23.04, -81.58, name="Matanzas", country="CU")
    road = point(23.15, -81.25, name="Varadero", country="CU")
    aloft = LegQuery(beach, road, TODAY, ("light_aircraft",), airside=(True, True))
    flown_there = by_air(aloft, "light_aircraft", open_world())
    assert flown_there.time.typical is not None
    assert flown_there.time.typical < timedelta(minutes=40)
    # who does not tell of the aircraft went from airfield to airfield, and there is only one
    assert by_air(replace(aloft, airside=(True, False)), "light_aircraft", open_world()).time.typical is None


def test_a_light_aircraft_comes_down_where_no_airfield_was_yet() -> None:
    world = open_world()
    gallegos, stanley = point(-51.62, -69.22, country="AR"), point(-51.7, -57.85, country="FK")
    flown = LegQuery(gallegos, stanley, date(1964, 9, 8), ("light_aircraft",))
    assert by_air(flown, "light_aircraft", world).time.typical is not None
    assert by_air(replace(flown, modes=("air",)), "air", world).time.typical is None
    tristan, cape = point(-37.07, -12.31, country="SH"), point(-33.92, 18.42, country="ZA")
    assert by_air(replace(flown, origin=cape, destination=tristan), "light_aircraft", world).time.typical is None


def test_take_off_to_landing_costs_nothing_on_the_ground() -> None:
    query = LegQuery(LONDON, NEW_YORK, CONCORDE, ("supersonic",))
    doors, wheels = (by_air(one, "supersonic", open_world()) for one in (query, replace(query, airside=(True, True))))
    names = {part.name for part in wheels.time.parts}
    assert names == {"flight", "climb and approach"}
    assert {"airports", "access by road"} <= {part.name for part in doors.time.parts}
    assert wheels.time.brisk is not None
    assert wheels.time.limit < wheels.time.brisk < timedelta(hours=4)
    half = by_air(replace(query, airside=(True, False)), "supersonic", open_world()).time
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
    assert (
        "no direct flight: the airspace of Lithuania has been closed to the carriers of Russia since 2022-02-27"
        in route.note
    )
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


def test_only_the_lines_of_concorde_are_faster_than_a_jet() -> None:
    sao_paulo = point(-23.55, -46.63, name="São Paulo", country="BR")
    johannesburg = point(-26.2, 28.04, name="Johannesburg", country="ZA")
    far = flights(LegQuery(sao_paulo, johannesburg, CONCORDE, ("air",)), "air", open_world())
    assert min(route.time.limit for route in far) > timedelta(hours=6)
    over = flights(LegQuery(NEW_YORK, LONDON, CONCORDE, ("air",)), "air", open_world())
    assert timedelta(hours=2.5) < min(route.time.limit for route in over) < timedelta(hours=2.9)
    told = flights(LegQuery(sao_paulo, johannesburg, CONCORDE, ("supersonic",)), "supersonic", open_world())
    assert min(route.time.limit for route in told) < timedelta(hours=4)


def test_concorde_is_a_line_with_a_published_time_in_its_years() -> None:
    found = {
        on: flights(LegQuery(LONDON, NEW_YORK, on, ("air",), (), (True, True)), "air", open_world())
        for on in (CONCORDE, TODAY)
    }
    (concorde,) = (route for route in found[CONCORDE] if "Concorde" in (route.note or ""))
    assert concorde.time.typical == timedelta(hours=3.5)
    assert concorde.time.limit <= concorde.time.typical
    assert len(found[TODAY]) == 1


def test_a_flight_bends_round_a_sky_shut_to_everybody() -> None:
    warsaw, istanbul = point(52.2298, 21.0118, country="PL"), point(41.0138, 28.9497, country="TR")
    before, after = (
        by_air(LegQuery(warsaw, istanbul, on, ("air",)), "air", open_world())
        for on in (date(2021, 2, 19), date(2023, 2, 19))
    )
    assert "UA" in before.countries
    assert "UA" not in after.countries
    assert after.km > before.km
    assert "round the closed sky of Ukraine" in (after.note or "")
    assert not after.needs


def test_who_is_barred_by_all_neighbours_flies_over_the_sea() -> None:
    moscow = point(55.7522, 37.6156, name="Moscow", country="RU")
    route = by_air(LegQuery(KALININGRAD, moscow, TODAY, ("air",)), "air", open_world())
    assert 1400 < route.km < 1900
    assert "LT" not in route.countries
    assert route.time.typical is not None


def test_an_open_sky_bends_nothing() -> None:
    route = by_air(LegQuery(LONDON, NEW_YORK, TODAY, ("air",)), "air", open_world())
    assert "round" not in (route.note or "")
    assert route.km < 1.02 * route.geodesic_km


@settings(deadline=None, max_examples=40)
@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(-60, 60), st.floats(-170, 170))
def test_a_bent_line_is_never_shorter_and_keeps_its_ends(
    a_lat: float, a_lon: float, b_lat: float, b_lon: float
) -> None:
    fields = [
        Airport("AAAA", None, "A", "A", "AA", a_lat, a_lon, "large", "UTC"),
        Airport("BBBB", None, "B", "B", "BB", b_lat, b_lon, "large", "UTC"),
    ]
    # a closed box in mid-ocean between the ends, where it lies between them at all
    box = ((-20.0, -30.0), (-20.0, 10.0), (20.0, 10.0), (20.0, -30.0))
    shut = Closure("x", "CC", "*", date(2020, 1, 1), None, "test", "test", "high", outline=box)
    world = toy_world(closures=(shut,))
    straight_km = distance_km(a_lat, a_lon, b_lat, b_lon)
    assume(1.0 < straight_km < 19_000)
    assume(not any(shut.covers((field.lat, field.lon)) for field in fields))
    way = flown(fields[0], fields[1], "air", TODAY, world)
    assert way.line[0] == (a_lat, a_lon)
    assert way.line[-1] == (b_lat, b_lon)
    assert way.km >= straight_km - 1e-6
    if way.round_about:
        inner = shapely.box(-28.5, -18.5, 8.5, 18.5)
        assert not any(shapely.contains_xy(inner, lon, lat) for lat, lon in way.line)


def test_a_told_flight_may_leave_from_a_small_airfield() -> None:
    bentiu, nairobi = (
        point(9.2333, 29.8333, name="Bentiu", country="SS"),
        point(-1.2833, 36.8167, name="Nairobi", country="KE"),
    )
    told = by_air(LegQuery(bentiu, nairobi, date(2014, 12, 2), ("air",)), "air", open_world())
    untold = by_air(LegQuery(bentiu, nairobi, date(2014, 12, 2)), "air", open_world())
    assert told.time.typical is not None
    assert untold.time.typical is None


def test_a_helicopter_goes_round_closed_skies_too() -> None:
    istanbul, riga = point(41.0138, 28.9497, country="TR"), point(56.946, 24.1059, country="LV")
    before, after = (
        without_airfield(LegQuery(istanbul, riga, on, ("helicopter",)), "helicopter", open_world())
        for on in (date(2021, 3, 1), date(2023, 3, 1))
    )
    assert "UA" in before.countries
    assert "UA" not in after.countries
    assert after.km > before.km
    assert "Ukraine" in (after.note or "")
    assert not after.needs
