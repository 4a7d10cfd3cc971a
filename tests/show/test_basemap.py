"""The ground: framed around the journey, encoded small, and whole across the antimeridian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayproof.show.basemap import encode, page_ground
from wayproof.show.frame import frame_of
from wayproof.show.ground import coast_of, lay_ground
from wayproof.show.highways import main_roads
from wayproof.world.network import RoadNetwork

if TYPE_CHECKING:
    from wayproof.world.atlas import World

BALTIC = (20.5, 54.5, 25.8, 55.0)


def decode(text: str, digits: int) -> list[tuple[float, float]]:
    """The counterpart of `encode`, as the page's script has it; (lon, lat)."""
    values, value, scale = [], 0, 1
    for character in text:
        code = ord(character) - 63
        value += (code & 31) * scale
        scale *= 32
        if code < 32:
            values.append(-(value + 1) // 2 if value % 2 else value // 2)
            value, scale = 0, 1
    steps = np.array(values).reshape(-1, 2)
    return [tuple(row) for row in (np.cumsum(steps, axis=0) / 10**digits).tolist()]


POINTS = st.lists(st.tuples(st.floats(-540, 540), st.floats(-90, 90)), min_size=1, max_size=20)


@given(st.lists(POINTS, max_size=4), st.integers(2, 4))
def test_lines_come_back_as_they_were_encoded(lines: list[list[tuple[float, float]]], digits: int) -> None:
    texts = encode([np.array(line) for line in lines], digits)
    assert len(texts) == len(lines)
    for text, line in zip(texts, lines, strict=True):
        assert np.allclose(decode(text, digits), line, atol=0.6 * 10**-digits)


@given(st.floats(-179, 179), st.floats(-55, 70), st.floats(0.2, 300), st.floats(0.2, 12))
def test_the_rings_hold_the_journey(west: float, south: float, width: float, height: float) -> None:
    bounds = (west, south, west + width, south + height)
    frame = frame_of(bounds)
    for box, inside in ((frame.inner, bounds), (frame.outer, frame.inner)):
        assert box[0] <= inside[0] + 1e-9
        assert box[1] <= inside[1] + 1e-9
        assert box[2] >= inside[2] - 1e-9
        assert box[3] >= inside[3] - 1e-9


def points_of(made: dict[str, Any], layer: str) -> np.ndarray[Any, Any]:
    texts = [ring for polygon in made[layer] for ring in polygon] if layer in {"land", "lakes"} else made[layer]
    return np.array([point for text in texts for point in decode(text, made["digits"])])


def test_a_region_has_land_lake_border_coast_roads_and_names(ground: World) -> None:
    made = page_ground(lay_ground(ground, BALTIC))
    frame = frame_of(BALTIC)
    for layer in ("land", "lakes", "borders", "rivers", "roads"):
        points = points_of(made, layer)
        assert len(points), layer
        assert points[:, 0].min() >= frame.outer[0] - 1e-3
        assert points[:, 0].max() <= frame.outer[2] + 1e-3
    assert any(len(line) for line in coast_of(lay_ground(ground, BALTIC)))
    assert {"Lithuania", "Russia", "Belarus"} <= {country["name"] for country in made["countries"]}
    assert [town["name"] for town in made["towns"]][:2] == ["Riga", "Kaunas"]


def test_roads_are_drawn_once_without_ferries_and_only_in_regions(ground: World) -> None:
    roads = lay_ground(ground, BALTIC).roads
    assert len(roads) == 1  # two edges of one road, merged; the ferry is none
    assert {tuple(point) for point in roads[0].tolist()} == {(23.9, 54.9), (25.3, 54.7), (25.8, 55.0)}
    assert lay_ground(ground, (-20.0, 30.0, 30.0, 60.0)).roads == ()


def test_names_stand_in_their_own_country(ground: World) -> None:
    for country in lay_ground(ground, BALTIC).countries:
        codes = {ground.borders.country_at(lat, lon) for lat, lon in country.spots}
        assert {ground.gazetteer.country(code).name for code in codes if code} == {country.text}


def test_the_coast_does_not_follow_the_frame(ground: World) -> None:
    frame = frame_of(BALTIC)
    for line in coast_of(lay_ground(ground, BALTIC)):
        for value in (frame.inner[0], frame.inner[2], frame.outer[0], frame.outer[2]):
            on_edge = np.abs(line[:, 0] - value) < 1e-4
            assert not (on_edge[:-1] & on_edge[1:]).any()


def test_the_page_gets_the_cuts_as_its_rounded_rings_have_them(ground: World) -> None:
    made = page_ground(lay_ground(ground, BALTIC))
    points = points_of(made, "land")
    assert set(made["cuts"][0]) & set(points[:, 0].tolist())


def test_land_goes_on_beyond_the_antimeridian(ground: World) -> None:
    laid = lay_ground(ground, (140.0, 35.0, 238.0, 61.0))
    lons = points_of(page_ground(laid), "land")[:, 0]
    assert lons.min() < 180 < lons.max()
    assert lons.max() > 230
    seams = [(np.abs(line[:, 0] - 180) < 1e-4) for line in coast_of(laid)]
    assert not any((seam[:-1] & seam[1:]).any() for seam in seams)


def test_without_a_world_only_the_frame_is_there() -> None:
    made = page_ground(lay_ground(None, BALTIC))
    assert made["land"] == made["borders"] == made["countries"] == []
    assert made["outer"][0][1] == pytest.approx(frame_of(BALTIC).outer[0], abs=1e-3)


def test_only_the_roads_that_join_towns_are_drawn() -> None:
    points = [(54.0, 23.0, "LT"), (54.0, 24.0, "LT"), (54.0, 25.0, "LT"), (54.9, 24.0, "LT"), (54.4, 24.0, "LT")]
    network = RoadNetwork.from_edges(points, [(0, 1, 66.0), (1, 2, 66.0), (0, 3, 120.0), (3, 2, 120.0), (1, 4, 40.0)])
    box = (20.0, 50.0, 30.0, 60.0)

    def drawn(*towns: tuple[float, float]) -> set[tuple[float, float]]:
        return {(lat, lon) for line in main_roads(network, box, 0.001, towns) for lon, lat in line.tolist()}

    # the node on the straight road between two towns is simplified away
    assert drawn((54.01, 23.0), (54.0, 25.01)) == {(54.0, 23.0), (54.0, 25.0)}
    assert drawn((54.01, 23.0), (54.0, 25.01), (54.9, 24.1)) - {(54.0, 24.0)} == {
        (54.0, 23.0),
        (54.0, 25.0),
        (54.9, 24.0),
    }
    assert drawn() == {(lat, lon) for lat, lon, _ in points}
    # one town, or towns far from any road, join nothing: the roads there are few
    assert drawn((54.0, 23.0)) == drawn((57.0, 29.0), (57.0, 21.0)) == drawn()
