"""Which names of a city the builder of the gazetteer takes for foreign."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "geodata"))

import gazetteer_namesakes
from gazetteer_rows import ALTERNATE, FOREIGN, Row

LISTED = {"salisbrook": [(-17.8, 31.0)]}


@pytest.fixture
def great(monkeypatch: pytest.MonkeyPatch) -> Row:
    monkeypatch.setattr(gazetteer_namesakes, "_english_names", lambda: LISTED)
    monkeypatch.setattr(gazetteer_namesakes, "read_table", lambda _: [])
    row = Row("geonames:1", "Fort Grand", "city", "ZW", -17.83, 31.05, 15.0, "test", population=2_000_000)
    row.add_all(["Tana", "Salisbrook", "Grand", "Nobody's"])
    return row


def town(name: str, lat: float, lon: float, kind: str = "city") -> Row:
    return Row(f"geonames:{abs(hash(name)) % 1000 + 2}", name, kind, "GB", lat, lon, 2.0, "test")


@pytest.mark.parametrize(
    ("name", "rival", "match"),
    [
        ("tana", town("Tana", 51.0, -1.0), FOREIGN),
        ("tana", town("Tana", -19.5, 169.3, "island"), FOREIGN),
        ("tana", town("Tana", -17.9, 31.2), ALTERNATE),  # a part of it, next door
        ("tana", town("Tana", 51.0, -1.0, "station"), ALTERNATE),  # a stop bears no name of its own
        ("salisbrook", town("Salisbrook", 51.0, -1.8), ALTERNATE),  # English registers use it for the city
        ("grand", town("Grand", 51.0, -1.0), ALTERNATE),  # its own name, cut short
        ("nobody s", town("Tana", 51.0, -1.0), ALTERNATE),
    ],
)
def test_a_name_is_foreign_where_another_place_owns_it_and_english_does_not_use_it(
    great: Row, name: str, rival: Row, match: int
) -> None:
    gazetteer_namesakes.yield_to_namesakes([great, *([rival] if rival.kind == "city" else [])], [rival])
    assert great.names[name] == match
