"""The ground: framed around the journey, encoded small, and whole across the antimeridian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayproof.show.basemap import DIGITS, encode, make_basemap
from wayproof.show.frame import frame_of

if TYPE_CHECKING:
    from wayproof.world.atlas import World

BALTIC = (20.5, 54.5, 25.8, 55.0)


def decode(text: str) -> list[tuple[float, float]]:
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
    return [tuple(row) for row in (np.cumsum(steps, axis=0) / 10**DIGITS).tolist()]


@given(st.lists(st.tuples(st.floats(-540, 540), st.floats(-90, 90)), min_size=1, max_size=40))
def test_lines_come_back_as_they_were_encoded(points: list[tuple[float, float]]) -> None:
    assert np.allclose(decode(encode(np.array(points))), points, atol=0.6 * 10**-DIGITS)


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
    return np.array([point for text in texts for point in decode(text)])


def test_a_region_has_land_lake_border_coast_and_names(ground: World) -> None:
    made = make_basemap(ground, BALTIC)
    frame = frame_of(BALTIC)
    for layer in ("land", "lakes", "borders", "coast"):
        points = points_of(made, layer)
        assert len(points), layer
        assert points[:, 0].min() >= frame.outer[0] - 1e-3
        assert points[:, 0].max() <= frame.outer[2] + 1e-3
    assert {"Lithuania", "Russia", "Belarus"} <= {country["name"] for country in made["countries"]}
    assert [town["name"] for town in made["towns"]][:2] == ["Riga", "Kaunas"]


def test_names_stand_in_their_own_country(ground: World) -> None:
    for country in make_basemap(ground, BALTIC)["countries"]:
        codes = {ground.borders.country_at(lat, lon) for lat, lon in country["at"]}
        assert {ground.gazetteer.country(code).name for code in codes if code} == {country["name"]}


def test_the_coast_does_not_follow_the_frame(ground: World) -> None:
    frame = frame_of(BALTIC)
    for text in make_basemap(ground, BALTIC)["coast"]:
        line = np.array(decode(text))
        for value in (frame.inner[0], frame.inner[2], frame.outer[0], frame.outer[2]):
            on_edge = np.abs(line[:, 0] - value) < 1e-4
            assert not (on_edge[:-1] & on_edge[1:]).any()


def test_land_goes_on_beyond_the_antimeridian(ground: World) -> None:
    made = make_basemap(ground, (140.0, 35.0, 238.0, 61.0))
    lons = points_of(made, "land")[:, 0]
    assert lons.min() < 180 < lons.max()
    assert lons.max() > 230
    coast = [np.array(decode(text)) for text in made["coast"]]
    seams = [(np.abs(line[:, 0] - 180) < 1e-4) for line in coast]
    assert not any((seam[:-1] & seam[1:]).any() for seam in seams)


def test_without_a_world_only_the_frame_is_there() -> None:
    made = make_basemap(None, BALTIC)
    assert made["land"] == made["borders"] == made["countries"] == []
    assert made["outer"][0][1] == pytest.approx(frame_of(BALTIC).outer[0], abs=1e-3)
