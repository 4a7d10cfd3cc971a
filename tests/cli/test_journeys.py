"""Journeys between far places by the command line: what each says about means, borders and time."""

from __future__ import annotations

from itertools import pairwise

import pytest


def routes(run):
    return run.json["itineraries"][0]["legs"][0]["routes"]


def travel(wayproof, a, b, depart, arrive, *more):
    return wayproof("travel", a, b, "--depart", depart, "--arrive", arrive, "--json", *more)


def test_over_the_date_line_by_air_or_by_boat(wayproof):
    run = travel(wayproof, "Apia", "Pago Pago", "2023-05-02T10:00", "2023-05-01T22:00")
    assert run.code == 0
    assert {route["mode"] for route in routes(run)} == {"air", "boat"}
    assert all(route["km"] < 300 for route in routes(run))


def test_tangier_to_algeciras_takes_a_ferry(wayproof):
    run = travel(wayproof, "Tangier", "Algeciras", "2023-05-01T08:00", "2023-05-01T20:00", "--by", "car")
    assert run.code == 0
    assert all("ferry" in route["means"] for route in routes(run))


def test_london_to_paris_by_tunnel_or_ferry(wayproof):
    run = travel(wayproof, "London", "Paris", "2023-05-01T08:00", "2023-05-01T20:00")
    assert run.code == 0
    means = {mode for route in routes(run) for mode in route["means"]}
    assert {"rail", "ferry", "air"} <= means
    (best,) = (route for route in routes(run) if "Eurostar" in (route["note"] or ""))
    assert best["hours"]["typical"] < 4


def test_madeira_by_car_has_no_way_and_by_air_or_boat_it_has(wayproof):
    driven = travel(wayproof, "Lisbon", "Funchal", "2023-05-01", "2023-05-05", "--by", "car")
    assert driven.code == 3
    assert "no known road, bridge or ferry" in driven.out
    for mode in ("air", "boat"):
        assert travel(wayproof, "Lisbon", "Funchal", "2023-05-01", "2023-05-09", "--by", mode).code == 0


def test_anchorage_to_seattle_by_car_goes_through_canada(wayproof):
    run = travel(wayproof, "Anchorage", "Seattle", "2023-07-01", "2023-07-08", "--by", "car")
    assert run.code == 0
    assert all(route["countries"] == ["US", "CA", "US"] for route in routes(run)[:1])
    rules = {finding["rule"]: finding["text"] for finding in run.json["itineraries"][0]["findings"]}
    assert "only through Canada" in rules["exclave"]


def test_seoul_to_pyongyang_has_no_open_crossing(wayproof):
    run = travel(wayproof, "Seoul", "Pyongyang", "2023-07-01", "2023-07-03", "--by", "car,foot")
    direct = [route for route in routes(run) if route["countries"] == ["KR", "KP"]]
    assert direct
    assert all(route["needs"] for route in direct)


@pytest.mark.parametrize(("year", "codes"), [(2023, {4}), (1985, {0})])
def test_four_hours_over_the_atlantic_took_concorde(wayproof, year, codes):
    run = travel(
        wayproof, "London", "New York", f"{year}-07-04T10:00", f"{year}-07-04T09:00", "--by", "air"
    )  # the clocks of New York are five hours behind
    assert run.code in codes


def test_ghosn_and_rust_and_the_train_to_kyiv_are_not_refuted(wayproof):
    flights = [
        ("Tokyo", "Beirut", "2019-12-29T23:10", "2019-12-30T06:30", "private_jet"),
        ("Helsinki", "Moscow", "1987-05-28T12:21", "1987-05-28T19:00", "light_aircraft"),
        ("Rzeszów", "Kyiv", "2023-02-19T20:00", "2023-02-20T08:00", "rail"),
    ]
    for a, b, depart, arrive, mode in flights:
        run = travel(wayproof, a, b, depart, arrive, "--by", mode)
        assert run.code == 0, (a, b, run.json["verdict"])


def test_a_president_reaches_kyiv_by_air_and_rail(wayproof):
    run = travel(wayproof, "Washington", "Kyiv", "2023-02-19T04:15", "2023-02-20T08:00", "--by", "air,rail")
    assert run.code == 0
    best = next(route for route in routes(run) if not route["needs"] and route["hours"]["typical"])
    assert best["means"] == ["air", "rail"]
    assert best["borders"][-1]["kind"] == "rail"
    assert {"airports", "flight", "train"} <= {part["name"] for part in best["parts"]}
    at = [border["at_km"] for border in best["borders"]]
    assert all(a <= b for a, b in pairwise(at))
