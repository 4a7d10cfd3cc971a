"""What is drawn: stops, legs and passages, each once, and never the long way around the Earth."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from show.journeys import date_line, simple
from wayproof.show.cards import stop_card
from wayproof.show.scene import DEFAULT_BOUNDS, LEAST_SPAN_DEG, bounds_of, make_scene, near, unwrapped

angles = st.floats(-180, 180)


@given(angles, st.floats(-720, 720))
def test_a_longitude_comes_near_its_reference_by_whole_turns(lon: float, reference: float) -> None:
    moved = near(lon, reference)
    assert abs(moved - reference) <= 180 + 1e-9
    assert (moved - lon) % 360 == pytest.approx(0, abs=1e-6) or (moved - lon) % 360 == pytest.approx(360, abs=1e-6)


@given(st.lists(st.tuples(st.floats(-85, 85), angles), min_size=2, max_size=30), angles)
def test_an_unwrapped_line_never_jumps(points: list[tuple[float, float]], reference: float) -> None:
    line = unwrapped(points, reference)
    assert all(abs(a[1] - b[1]) <= 180 + 1e-9 for a, b in pairwise(line))


def test_a_flight_over_the_date_line_goes_the_short_way() -> None:
    scene = make_scene(date_line(), None)
    assert [round(stop.lon) for stop in scene.stops] == [140, 210, 238]
    ends = [way.stretches[0][1] for leg in scene.legs for way in leg.ways]
    assert all(abs(line[0][1] - line[-1][1]) < 180 for line in ends)
    assert scene.bounds[0] == pytest.approx(139.6917)
    assert scene.bounds[2] == pytest.approx(237.6679)


def test_a_journey_round_the_world_runs_on() -> None:
    lons = [0, 90, 180, -90, 0]
    scene = make_scene(simple([(f"P{i}", 10.0, float(lon)) for i, lon in enumerate(lons)]), None)
    assert [stop.lon for stop in scene.stops] == [0, 90, 180, 270, 360]


def test_a_stop_told_by_every_hypothesis_is_drawn_once(record: dict[str, Any]) -> None:
    scene = make_scene(record, None)
    names = [stop.name for stop in scene.stops]
    assert names.count("Pabradė") == 1
    vilnius = next(stop for stop in scene.stops if stop.name == "Vilnius")
    assert vilnius.itineraries == (0, 1, 2)
    assert vilnius.when.replace("\N{NO-BREAK SPACE}", " ") == "10 Aug 2023"  # by the clocks of Vilnius, not UTC
    assert not vilnius.guess


def test_an_origin_that_the_story_does_not_name_is_marked(record: dict[str, Any]) -> None:
    guessed = [stop for stop in make_scene(record, None).stops if stop.guess == "hypothesis"]
    assert [(stop.name, stop.itineraries) for stop in guessed] == [
        ("Kaliningrad", (0,)),
        ("Pskov", (1,)),
        ("Moscow", (2,)),
    ]


def test_passages_keep_status_and_source(record: dict[str, Any]) -> None:
    passages = make_scene(record, None).passages
    assert [passage.status for passage in passages] == ["open", "restricted", "open", "no data", "closed"]
    assert passages[0].source.startswith("invented border service")
    assert passages[3].name == "away from any crossing point"


def test_the_map_opens_on_the_first_itinerary_only(record: dict[str, Any]) -> None:
    scene = make_scene(record, None)
    assert scene.bounds[2] < 27  # Moscow is at 37.6
    assert scene.everything[2] > 37


def test_segments_keep_their_modes_and_neighbours_of_one_mode_are_joined(record: dict[str, Any]) -> None:
    route = record["itineraries"][0]["legs"][0]["routes"][0]
    line = route["geometry"]["coordinates"]
    cuts = [("car", line[:4]), ("car", line[3:8]), ("ferry", line[7:])]
    route["segments"] = [{"mode": mode, "geometry": {"type": "LineString", "coordinates": part}} for mode, part in cuts]
    way = make_scene(record, None).legs[0].ways[0]
    assert [mode for mode, _ in way.stretches] == ["car", "ferry"]
    assert way.stretches[0][1][-1] == way.stretches[1][1][0]


def test_without_places_the_world_is_shown() -> None:
    assert make_scene({"itineraries": [], "places": []}, None).bounds == DEFAULT_BOUNDS


def test_a_visit_at_an_unknown_place_is_left_out(record: dict[str, Any]) -> None:
    record["itineraries"] = record["itineraries"][:1]
    record["itineraries"][0]["visits"][3]["place"] = "t:nowhere"
    assert len(make_scene(record, None).stops) == 3


def test_one_place_gets_bounds_with_room() -> None:
    west, south, east, north = bounds_of([(54.0, 25.0)])
    assert east - west == pytest.approx(LEAST_SPAN_DEG)
    assert north - south == pytest.approx(LEAST_SPAN_DEG)


def test_a_line_that_cuts_one_border_again_and_again_has_one_passage(record: dict[str, Any]) -> None:
    record["itineraries"] = record["itineraries"][:1]
    route = record["itineraries"][0]["legs"][0]["routes"][0]
    one = {"from": "RU", "to": "LT", "lat": 54.9, "lon": 22.7, "crossing": None, "status": "restricted", "kind": "air"}
    route["borders"] = [one, one | {"from": "LT", "to": "RU", "lon": 22.72}, one | {"lon": 22.74}]
    assert [(passage.name, passage.status) for passage in make_scene(record, None).passages] == [
        ("airspace", "restricted")
    ]


def test_a_country_is_no_point_that_the_map_must_reach() -> None:
    record = simple([("Vilnius", 54.69, 25.28), ("Russia", 60.0, 100.0), ("Pabradė", 54.98, 25.76)])
    record["places"][1]["extent_km"] = 3000.0
    scene = make_scene(record, None)
    assert scene.bounds[2] < 27
    assert [stop.label for stop in scene.stops] == ["Vilnius", "somewhere in Russia", "Pabradė"]
    assert scene.stops[1].tie(()) is None
    assert len(scene.legs) == 2
    alone = simple([("Russia", 60.0, 100.0)])
    alone["places"][0]["extent_km"] = 3000.0
    assert make_scene(alone, None).bounds[0] < 100 < make_scene(alone, None).bounds[2]


def test_a_likely_stop_is_marked(record: dict[str, Any]) -> None:
    likely = deepcopy(record)
    likely["itineraries"][0]["visits"][-1]["chance"] = 0.7
    marked = [stop for stop in make_scene(likely, None).stops if stop.guess == "likely"]
    assert [(stop.itineraries, stop_card(stop)[2]) for stop in marked] == [
        ((0,), ("line", "Likely: the words about it make it a stop, and none says so."))
    ]
