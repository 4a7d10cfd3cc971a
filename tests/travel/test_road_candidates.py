"""Ways by road over the shipped network: those that a reader would name, and what must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.travel.durations import GEODESIC_ESTIMATE, NO_ROAD_DATA
from wayproof.travel.local_roads import NOTE
from wayproof.travel.road_candidates import MOST_ROUTES, routes_by_road
from wayproof.travel.road_routes import Closures, road_ways
from wayproof.travel.routes import LegQuery, Route
from wayproof.world.atlas import World, open_world
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind, Place, point

CITIES = {
    "Kaliningrad": (54.7065, 20.511, "RU"),
    "Vilnius": (54.6892, 25.2798, "LT"),
    "Pskov": (57.8136, 28.3496, "RU"),
    "Barcelona": (41.3888, 2.159, "ES"),
    "Helsinki": (60.1695, 24.9354, "FI"),
    "Stockholm": (59.3294, 18.0687, "SE"),
    "London": (51.5085, -0.1257, "GB"),
    "Paris": (48.8534, 2.3488, "FR"),
    "Seoul": (37.566, 126.9784, "KR"),
    "Pyongyang": (39.0339, 125.7543, "KP"),
    "Tangier": (35.7672, -5.7998, "MA"),
    "Algeciras": (36.1333, -5.4505, "ES"),
    "Lisbon": (38.7167, -9.1333, "PT"),
    "Funchal": (32.6657, -16.9241, "PT"),
    "Anchorage": (61.2181, -149.9003, "US"),
    "Seattle": (47.6062, -122.3321, "US"),
    "Panama City": (8.9936, -79.5197, "PA"),
    "Medellín": (6.2518, -75.5636, "CO"),
    "New York": (40.7143, -74.006, "US"),
    "Bogotá": (4.6097, -74.0818, "CO"),
    "Palermo": (38.1158, 13.3614, "IT"),
    "Rome": (41.8919, 12.5113, "IT"),
    "Marseille": (43.297, 5.3811, "FR"),
    "Delhi": (28.652, 77.2315, "IN"),
    "Lahore": (31.558, 74.3507, "PK"),
    "Nairobi": (-1.2833, 36.8167, "KE"),
    "Kampala": (0.3163, 32.5822, "UG"),
    "La Paz": (-16.5, -68.15, "BO"),
    "Lima": (-12.0432, -77.0282, "PE"),
    "Moscow": (55.7522, 37.6156, "RU"),
    "Vladivostok": (43.1056, 131.8735, "RU"),
}
DAY = date(2023, 8, 10)


@cache
def world() -> World:
    return open_world()


def city(name: str) -> Place:
    lat, lon, country = CITIES[name]
    return point(lat, lon, name=name, country=country)


@cache
def routes(a: str, b: str, on: date | None = DAY, shut: frozenset[frozenset[str]] = frozenset()) -> tuple[Route, ...]:
    query = LegQuery(city(a), city(b), on, modes=("car",))
    return routes_by_road(query, "car", world(), closures=Closures(pairs=shut))


def crossings(route: Route) -> set[str]:
    return {event.crossing.name for event in route.borders if event.crossing is not None}


def lines(route: Route) -> list[str]:
    return [segment.link for segment in route.segments if segment.link]


def test_kaliningrad_to_vilnius_by_both_posts_and_through_poland() -> None:
    found = routes("Kaliningrad", "Vilnius")
    posts = [crossings(route) for route in found]
    assert {"Kybartai"} in posts
    assert any("Panemunė" in names and route.needs for names, route in zip(posts, found, strict=True))
    assert ("RU", "PL", "LT") in {route.countries for route in found}


def test_kaliningrad_to_vilnius_without_the_common_border_leads_through_poland_alone() -> None:
    found = routes("Kaliningrad", "Vilnius", DAY, frozenset({frozenset({"LT", "RU"})}))
    assert found
    assert all(route.countries[1] == "PL" for route in found)


def test_pskov_to_vilnius_through_latvia_and_through_belarus() -> None:
    through = {route.countries for route in routes("Pskov", "Vilnius")}
    assert {("RU", "LV", "LT"), ("RU", "BY", "LT")} <= through


def test_vilnius_to_barcelona_never_through_russia_or_belarus() -> None:
    found = routes("Vilnius", "Barcelona")
    assert found
    assert not {"RU", "BY"} & {code for route in found for code in route.countries}


def test_helsinki_to_stockholm_by_ferry_and_round_the_gulf() -> None:
    found = routes("Helsinki", "Stockholm")
    assert any(lines(route) for route in found)
    (round_it,) = [route for route in found if not lines(route)]
    assert round_it.countries == ("FI", "SE")
    # By road it is some 1,760 km; the network lacks the coast road at two places.
    assert 1600 < round_it.km < 2300


def test_london_to_paris_by_tunnel_and_by_ferry() -> None:
    names = [name for route in routes("London", "Paris") for name in lines(route)]
    assert any("Tunnel" in name for name in names)
    assert any("ferry" in name for name in names)


def test_london_to_paris_before_the_tunnel_by_ferry_alone() -> None:
    found = routes("London", "Paris", date(1990, 6, 1))
    assert found
    assert not any("Tunnel" in name for route in found for name in lines(route))


def test_no_open_crossing_leads_from_seoul_to_pyongyang() -> None:
    direct = [route for route in routes("Seoul", "Pyongyang") if route.countries == ("KR", "KP")]
    assert direct
    assert all("closed" in route.needs[0] for route in direct)


def test_tangier_to_algeciras_by_ferry() -> None:
    assert all(lines(route) for route in routes("Tangier", "Algeciras"))


@pytest.mark.parametrize(("a", "b"), [("Panama City", "Medellín"), ("New York", "Bogotá")])
def test_the_darien_gap_is_named(a: str, b: str) -> None:
    (route,) = routes(a, b)
    assert route.basis == NO_ROAD_DATA
    assert any("Darién gap" in need for need in route.needs)


def test_no_road_and_no_car_ferry_leads_to_madeira() -> None:
    (route,) = routes("Lisbon", "Funchal")
    assert route.basis == NO_ROAD_DATA
    assert route.time.typical is None
    assert route.needs


def test_anchorage_to_seattle_through_canada() -> None:
    assert all(route.countries == ("US", "CA", "US") for route in routes("Anchorage", "Seattle"))


def test_palermo_to_rome_by_the_long_ferry_and_over_the_strait() -> None:
    names = {tuple(lines(route)) for route in routes("Palermo", "Rome")}
    assert any("Messina" in name for line in names for name in line)
    assert any("Palermo" in name for line in names for name in line)


def test_ways_within_one_country_differ_in_more_than_half_of_their_length() -> None:
    found = routes("Paris", "Marseille")
    assert len(found) > 1
    for one, other in combinations(found, 2):
        common = {*pairwise(one.geometry)} & {*pairwise(other.geometry)}
        shared_km = sum(distance_km(*a, *b) for a, b in common)
        assert shared_km <= max(one.km, other.km) / 2


def test_vehicles_keep_to_main_roads_and_walkers_take_the_shortest_way() -> None:
    query = LegQuery(city("Pskov"), city("Vilnius"), DAY, modes=("car", "foot"))
    by_car, on_foot = (routes_by_road(query, mode, world(), most=1)[0] for mode in ("car", "foot"))
    usual = world().speeds.value("usual over shortest", "car", "typical")
    assert 1.0 < by_car.km / on_foot.km <= usual


LEGS = st.tuples(st.sampled_from(sorted(CITIES)), st.sampled_from(sorted(CITIES))).filter(lambda leg: leg[0] != leg[1])


@settings(max_examples=25, deadline=None)
@given(LEGS)
def test_what_holds_for_every_route(leg: tuple[str, str]) -> None:
    found = routes(*leg)
    a, b = map(city, leg)
    assert 1 <= len(found) <= MOST_ROUTES
    assert len({(route.countries, tuple(map(tuple, route.geometry))) for route in found}) == len(found)
    for route in found:
        assert route.geometry[0] == (a.lat, a.lon)
        assert route.geometry[-1] == (b.lat, b.lon)
        assert route.km >= route.geodesic_km * (1 - 1e-9)
        assert route.km == pytest.approx(sum(segment.km for segment in route.segments))
        for one, next_one in pairwise(route.segments):
            assert one.geometry[-1] == next_one.geometry[0]
        for event, later in pairwise(route.borders):
            assert event.to_country == later.from_country
            assert event.at_km <= later.at_km
        if route.borders:
            assert (route.borders[0].from_country, route.borders[-1].to_country) == (a.country, b.country)


@settings(max_examples=12, deadline=None)
@given(LEGS, st.data())
def test_closing_a_border_never_shortens_the_best_way(leg: tuple[str, str], data: st.DataObject) -> None:
    """What is compared is what the search ranks by: kilometres, with ferries as the road that takes as long."""
    ends = [CITIES[name] for name in leg]
    found = road_ways(world().roads, *ends, on=DAY)
    pairs = sorted({tuple(sorted((one.from_country, one.to_country))) for way in found for one in way.passages})
    if not pairs:
        return
    pair = frozenset(data.draw(st.sampled_from(pairs)))
    closed = road_ways(world().roads, *ends, on=DAY, closures=Closures(pairs=frozenset({pair})))
    assert all(way.cost_km >= found[0].cost_km * (1 - 1e-9) for way in closed)
    assert all(pair != {one.from_country, one.to_country} for way in closed for one in way.passages)


def by_car(a: tuple[float, float, str], b: tuple[float, float, str], kind: Kind = Kind.CITY) -> tuple[Route, ...]:
    ends = [
        Place(f"toy:{at}", "Toy", kind, country, lat, lon, 1.0, "toy") for at, (lat, lon, country) in enumerate((a, b))
    ]
    return routes_by_road(LegQuery(*ends, on=DAY, modes=("car",)), "car", world())


PORT_ALFRED, EAST_LONDON = (-33.586, 26.8833, "ZA"), (-33.0153, 27.9116, "ZA")
"""The first lies 25 km from any road of the data, which lack the coast road between the two."""


def test_a_town_off_the_known_roads_has_local_roads_of_estimated_length() -> None:
    route = by_car(EAST_LONDON, PORT_ALFRED)[0]
    assert route.basis == GEODESIC_ESTIMATE
    assert route.note == NOTE
    assert route.time.brisk is not None
    assert route.time.typical is not None
    assert route.time.limit < route.time.brisk < timedelta(hours=1, minutes=30) < route.time.typical


def test_a_spot_off_the_known_roads_may_have_no_road_at_all() -> None:
    assert by_car(EAST_LONDON, PORT_ALFRED, Kind.LANDMARK)[0].basis == NO_ROAD_DATA


def test_an_island_off_the_known_roads_has_no_road_to_them() -> None:
    paros, athens = (37.0856, 25.1488, "GR"), (37.9838, 23.7278, "GR")
    assert all(route.basis != GEODESIC_ESTIMATE for route in by_car(athens, paros))


def test_a_border_post_by_road_has_a_road_that_the_data_may_lack() -> None:
    gazetteer = world().gazetteer
    maicao = next(one.place for one in gazetteer.lookup("Maicao") if one.place.kind is Kind.CITY)
    post = gazetteer.place("crossing:co-ve-paraguachon")
    made_up = replace(post, id="crossing:nowhere")
    routes = [
        routes_by_road(LegQuery(one, maicao, on=DAY, modes=("car",)), "car", world())[0] for one in (post, made_up)
    ]
    assert [route.basis for route in routes] == [GEODESIC_ESTIMATE, NO_ROAD_DATA]
