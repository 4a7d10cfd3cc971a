"""The picture: well-formed, escaped, the same each time, and with names that keep off each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from show.journeys import HOSTILE, date_line, defector, hostile, simple
from wayproof.show.picture import MAP_HEIGHT, WIDTH, draw
from wayproof.show.placement import PIN, Board, Box, Rule, Spot, around, side_by_side
from wayproof.show.projection import fitted
from wayproof.show.raster import ZOOM, png
from wayproof.show.typeface import shortened, text_width, wrapped

if TYPE_CHECKING:
    from wayproof.world.atlas import World

SVG = "{http://www.w3.org/2000/svg}"


def parsed(record: dict[str, Any], world: World | None, title: str = "A map") -> ET.Element:
    return ET.fromstring(draw(record, world, title=title).svg)  # noqa: S314 - our own output


def texts(root: ET.Element) -> list[str]:
    return ["".join(one.itertext()).replace("\N{NO-BREAK SPACE}", " ") for one in root.iter(f"{SVG}text")]


def test_the_picture_shows_what_the_story_tells(ground: World) -> None:
    root = parsed(defector(), ground)
    shown = texts(root)
    for wanted in ("A map", "Possible", "Kaliningrad", "by 11 Aug 2023", "open", "29 km to Belarus", "by road"):
        assert wanted in shown, wanted
    assert "LITHUANIA" in shown
    assert any(text.startswith("Data: © OpenStreetMap contributors") for text in shown)
    assert any("hypothesis" in text for text in shown)
    described = (root.findtext(f"{SVG}desc") or "").replace("\N{NO-BREAK SPACE}", " ")
    assert "1. Kaliningrad (hypothesis), 2\N{EN DASH}10 Aug 2023" in described
    assert "Moscow" not in described  # other hypotheses are not in the picture


@pytest.mark.parametrize("make", [defector, date_line, hostile], ids=["defector", "date line", "hostile"])
def test_the_same_input_gives_the_same_bytes(make: Any, ground: World) -> None:
    assert draw(make(), ground, title="t").svg == draw(make(), ground, title="t").svg


def test_hostile_text_stays_text(ground: World) -> None:
    for title in HOSTILE:
        root = parsed(hostile(), ground, title)
        tags = {one.tag.removeprefix(SVG) for one in root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "path", "g", "circle", "line", "text"}
        assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]


def test_control_characters_and_lone_surrogates_do_not_break_the_picture(ground: World) -> None:
    record = simple([("Bell\x07 and \ufffe", 54.0, 24.0), ("Half \ud800 pair", 55.0, 25.0)])
    picture = draw(record, ground, title="Null \x00 \uffff")
    ET.fromstring(picture.svg.encode())  # noqa: S314 - our own output
    assert png(picture)[:4] == b"\x89PNG"


def test_a_flight_over_the_date_line_runs_from_west_to_east(ground: World) -> None:
    pins = [one for one in parsed(date_line(), ground).iter(f"{SVG}circle") if one.get("r") == f"{PIN - 1}"]
    xs = [float(one.get("cx", "")) for one in reversed(pins)]
    assert xs == sorted(xs)
    assert 0 < xs[0] < xs[-1] < WIDTH


def test_a_story_without_places_still_gives_a_picture(ground: World) -> None:
    record = simple([("x", 0.0, 0.0)])
    record["itineraries"], record["places"] = [], []
    picture = draw(record, ground, title="Nothing")
    assert "names no place" in picture.alt
    assert png(picture)[:4] == b"\x89PNG"


def test_the_png_is_as_large_as_it_says(ground: World) -> None:
    picture = draw(defector(), ground, title="t")
    data = png(picture)
    assert int.from_bytes(data[16:20]) == picture.width * ZOOM
    assert int.from_bytes(data[20:24]) == picture.height * ZOOM


@given(st.floats(-179, 179), st.floats(-70, 70), st.floats(0.2, 300), st.floats(0.2, 12))
def test_the_viewport_holds_the_journey(west: float, south: float, width: float, height: float) -> None:
    bounds = (west, south, west + width, south + height)
    view = fitted(bounds, WIDTH, MAP_HEIGHT, (80, 60, 80, 60))
    corners = view.points(np.array([[west, south], [west + width, south + height]]))
    assert corners[:, 0].min() >= 79.9
    assert corners[:, 0].max() <= WIDTH - 79.9


@given(st.lists(st.tuples(st.floats(0, 400), st.floats(0, 400)), min_size=1, max_size=12))
def test_every_pin_gets_a_place_and_a_crowd_does_not_pile_up(points: list[tuple[float, float]]) -> None:
    places, crowds = side_by_side(points)
    assert sorted(one for crowd in crowds for one in crowd) == list(range(len(points)))
    for crowd in crowds:
        boxes = [Box.around(*places[one], 2 * PIN, 2 * PIN) for one in crowd]
        assert not any(a.overlap(b) > 1 for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_names_take_free_places_and_stay_away_where_there_are_none() -> None:
    board = Board(Box(0, 0, 200, 100))
    for _ in range(8):
        board.put(around((100, 50), 40, 12, 8), Rule())
    assert not any(a.overlap(b) for i, a in enumerate(board.taken) for b in board.taken[i + 1 :])
    board.taken.append(Box(0, 0, 200, 100))
    assert board.put(around((100, 50), 40, 12, 8), Rule()) is None


def test_quiet_names_give_way_to_lines() -> None:
    spot = [Spot(Box(10, 10, 50, 20), 0.0)]
    line = np.array([[30.0, 15.0]])
    assert Board(Box(0, 0, 99, 99), dots=line).put(spot, Rule(quiet=True)) is None
    assert Board(Box(0, 0, 99, 99), dots=line).put(spot, Rule()) is not None


def test_widths_are_those_of_the_typeface() -> None:
    assert text_width("iii", 10) < text_width("mmm", 10) < text_width("mmm", 10, bold=True)
    assert text_width("漢字", 10) == 20
    assert text_width("e\N{COMBINING ACUTE ACCENT}", 10) == pytest.approx(text_width("é", 10), rel=0.01)
    for word in ("Pabradė", "Łódź", "Αθήνα", "Калининград"):
        assert 0.3 < text_width(word, 10) / 10 / len(word) < 0.9


@given(st.text(max_size=200), st.floats(20, 400))
def test_wrapped_lines_fit(text: str, width: float) -> None:
    lines = wrapped(text, 12, width, most=3)
    assert len(lines) <= 3
    assert all(text_width(line, 12) <= width + 12 for line in lines)
    assert text_width(shortened(text, 12, width), 12) <= width + 12
