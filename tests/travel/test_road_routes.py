from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from wayproof.travel.road_routes import Closures, road_ways
from wayproof.world.geodesy import distance_km, line_distances_km
from wayproof.world.network import RoadNetwork, open_network
from wayproof.world.road_links import Link

# An exclave of AA (node 0) lies between BB and CC; AA proper (node 4) is reached through BB, or through CC.
POINTS = [
    (55.0, 20.0, "AA"),
    (55.0, 21.0, "BB"),
    (54.0, 20.0, "CC"),
    (54.0, 21.5, "BB"),
    (55.0, 23.0, "AA"),
    (54.9, 20.9, "BB"),
]
EDGES = [(0, 1, 66.0), (0, 2, 115.0), (2, 3, 100.0), (1, 4, 130.0), (3, 4, 150.0), (0, 5, 62.0), (5, 1, 40.0)]
POSTS = {(0, 1): ("north", 55.0, 20.5), (0, 5): ("east", 54.95, 20.5), (0, 2): ("south", 54.5, 20.0)}
EXCLAVE, MAINLAND = (55.0, 20.0, "AA"), (55.0, 23.0, "AA")


def toy(**more: object) -> RoadNetwork:
    return RoadNetwork.from_edges(POINTS, EDGES, crossings=POSTS, **more)  # type: ignore[arg-type]


def test_ways_differ_by_countries_and_posts_shortest_first() -> None:
    ways = road_ways(toy(), EXCLAVE, MAINLAND, on=None)
    assert ways[0].countries == ("AA", "BB", "AA")
    assert ("AA", "CC", "BB", "AA") in {way.countries for way in ways}
    assert [way.km for way in ways] == sorted(way.km for way in ways)
    assert ways[0].km == pytest.approx(196.0)
    assert ways[0].passages[0].crossing == "north"


def test_way_starts_and_ends_where_asked_and_is_no_shorter_than_the_geodesic() -> None:
    for way in road_ways(toy(), EXCLAVE, MAINLAND, on=None):
        assert way.geometry[0] == EXCLAVE[:2]
        assert way.geometry[-1] == MAINLAND[:2]
        assert way.km >= distance_km(*EXCLAVE[:2], *MAINLAND[:2])
        assert way.km == pytest.approx(sum(segment.km for segment in way.segments))


def test_segments_join_and_passages_alternate() -> None:
    for way in road_ways(toy(), EXCLAVE, MAINLAND, on=None):
        for before, after in pairwise(way.segments):
            assert before.geometry[-1] == after.geometry[0]
        for earlier, later in pairwise(way.passages):
            assert earlier.to_country == later.from_country
            assert earlier.at_km < later.at_km
        assert way.countries == ("AA", *(passage.to_country for passage in way.passages))


def test_passage_lies_on_the_line_where_it_says() -> None:
    (way, *_) = road_ways(toy(), EXCLAVE, MAINLAND, on=None)
    passage = way.passages[0]
    at = way.geometry.index((passage.lat, passage.lon))
    along = line_distances_km([lat for lat, _ in way.geometry], [lon for _, lon in way.geometry])
    assert passage.at_km == pytest.approx(along[at])


@pytest.mark.parametrize("pairs", [{("AA", "BB")}, {("AA", "CC")}, {("AA", "BB"), ("AA", "CC")}])
def test_closing_borders_never_shortens_the_way(pairs: set[tuple[str, str]]) -> None:
    shut = frozenset(frozenset(pair) for pair in pairs)
    ways = road_ways(toy(), EXCLAVE, MAINLAND, on=None, closures=Closures(pairs=shut))
    for way in ways:
        assert way.km >= 196.0
        assert not any(frozenset({p.from_country, p.to_country}) in shut for p in way.passages)


def test_nothing_is_found_where_every_border_is_shut() -> None:
    shut = frozenset({frozenset({"AA", "BB"}), frozenset({"AA", "CC"})})
    assert road_ways(toy(), EXCLAVE, MAINLAND, on=None, closures=Closures(pairs=shut)) == ()


def test_only_ways_through_the_countries_asked_for() -> None:
    ways = road_ways(toy(), EXCLAVE, MAINLAND, on=None, via=("CC",))
    assert ways
    assert all("CC" in way.countries for way in ways)
    assert road_ways(toy(), EXCLAVE, MAINLAND, on=None, via=("ZZ",)) == ()


def test_a_toll_at_a_border_turns_the_best_way_elsewhere() -> None:
    def toll_km(a: str, b: str) -> float:
        return 1000.0 if {a, b} == {"AA", "CC"} else 0.0 if "CC" in {a, b} else 300.0

    (best, *_) = road_ways(toy(), EXCLAVE, MAINLAND, on=None, toll_km=toll_km)
    assert best.countries == ("AA", "BB", "AA")
    assert best.km == pytest.approx(196.0)
    assert best.cost_km == pytest.approx(796.0)


def test_a_ferry_is_a_segment_of_its_own_with_its_published_hours() -> None:
    line = Link("f", "Toy ferry", "ferry", 0, 4, 190.0, 300.0, 4.0, None, date(2010, 1, 1), "timetable", "high")
    before = road_ways(toy(links=(line,)), EXCLAVE, MAINLAND, on=date(2009, 1, 1))
    after = road_ways(toy(links=(line,)), EXCLAVE, MAINLAND, on=date(2011, 1, 1))
    ferry = next(segment for way in before for segment in way.segments if segment.mode == "ferry")
    assert (ferry.km, ferry.hours, ferry.link) == (190.0, 4.0, "Toy ferry")
    assert not any(way.links for way in after)


def test_shipped_network_knows_the_ways_out_of_kaliningrad() -> None:
    ends = (54.7065, 20.511, "RU"), (54.6892, 25.2798, "LT")
    crossings = {way.passages[0].crossing for way in road_ways(open_network(), *ends, on=date(2023, 8, 10))}
    assert {"lt-ru-kybartai", "lt-ru-panemune"} <= crossings
    shut = Closures(pairs=frozenset({frozenset({"LT", "RU"})}))
    ways = road_ways(open_network(), *ends, on=date(2023, 8, 10), closures=shut)
    assert ways
    assert all("PL" in way.countries for way in ways)


def test_shipped_network_crosses_the_sound_since_its_bridge_opened() -> None:
    ends = (55.6759, 12.5655, "DK"), (55.6059, 13.0007, "SE")
    assert [link.id for link in road_ways(open_network(), *ends, on=date(2001, 1, 1))[0].links] == ["oresund"]
    assert "oresund" not in {
        link.id for way in road_ways(open_network(), *ends, on=date(1999, 1, 1)) for link in way.links
    }


def test_no_road_leads_through_the_darien_gap_or_to_madeira() -> None:
    network = open_network()
    assert road_ways(network, (8.9936, -79.5197, "PA"), (6.2518, -75.5636, "CO"), on=None) == ()
    assert road_ways(network, (38.7167, -9.1333, "PT"), (32.6657, -16.9241, "PT"), on=None) == ()
