"""The hand-kept tables of the gazetteer keep their promises."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest

from gazetteer_rows import Row, spellings
from integrity_gazetteer import check_rows, misplaced, row_defects
from wayproof.world.borders import open_borders

TABLES = Path(__file__).parents[2] / "geodata" / "tables"
OURS = (
    "admin1_groups", "admin1_names", "admin1_points", "airport_names", "border_places", "city_names", "city_positions",
    "countries_old_names", "country_names", "country_points", "demonyms", "extents", "landmarks", "regions", "waters",
)  # fmt: skip


def read(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("name", OURS)
def test_every_fact_has_a_source_and_a_confidence(name: str) -> None:
    rows = read(name)
    assert rows
    for row in rows:
        assert row["source"], row
        assert row["confidence"] in {"high", "medium", "low"}, row
        assert None not in row
        for value in row.values():
            assert value == unicodedata.normalize("NFC", value) == value.strip()


@pytest.mark.parametrize("name", [name for name in OURS if name != "extents"])
def test_tables_are_sorted_and_without_doubles(name: str) -> None:
    rows = [tuple(row.values()) for row in read(name)]
    assert rows == sorted(rows)
    assert len(rows) == len(set(rows))


def test_hand_kept_places_lie_in_their_country() -> None:
    rows = [row for name in ("border_places", "landmarks", "regions") for row in read(name)]
    assert misplaced(rows, open_borders()) == []


def test_a_good_row_passes_and_each_defect_is_named() -> None:
    good = Row("city:x", "Vilnius", "city", "LT", 54.7, 25.3, 9.0, "test")
    assert row_defects(good, {"LT"}) == []
    bad = Row("city:x", " Vilnius", "town", "XX", 154.7, 25.3, 0.0, "")
    assert len(row_defects(bad, {"LT"})) == 6
    with pytest.raises(ValueError, match="twice"):
        check_rows([Row("country:LT", "Lithuania", "country", "LT", 55.0, 24.0, 200.0, "test"), good, good])


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Xi'an", "CN", {"xi an", "xian"}),
        ("Saint Petersburg", "RU", {"saint petersburg", "st petersburg"}),
        ("Ft. Worth", "US", {"ft worth", "fort worth"}),
        ("Chernyshevskoye", "RU", {"chernyshevskoye", "chernyshevskoe"}),
        ("Rybachiy", "RU", {"rybachiy", "rybachy"}),
        ("Rybachiy", "PL", {"rybachiy"}),
        ("7", "US", set()),
        ("x", "US", set()),
    ],
)
def test_spellings_that_follow_by_rule(name: str, country: str, expected: set[str]) -> None:
    assert set(spellings(name, country)) == expected
