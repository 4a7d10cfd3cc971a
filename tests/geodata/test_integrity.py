"""The shipped data and the hand-kept tables keep their promises, and the checks see what is wrong."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

import integrity_all
from integrity_facts import read
from manifest import DATA, TABLES
from wayproof.world.borders import open_borders
from wayproof.world.network import RoadNetwork

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_wrong_with_the_shipped_data_and_the_tables() -> None:
    assert integrity_all.defects() == []


@pytest.mark.parametrize(
    ("row", "defect"),
    [
        ("b,Beta,,high", "row 3: no source"),
        ("b,Beta,told,sure", "row 3: confidence 'sure'"),
        ("b, Beta,told,high", "row 3: name is padded"),
        ("b,S\u030cumskas,told,high", "row 3: name is padded or not in composed form"),
        ("b,Beta,told", "row 3: more or fewer cells"),
        ("b,Beta,told,high,", "row 3: more or fewer cells"),
        ("A,Beta,told,high", "not sorted at 'A'"),
        ("a,Zeta,told,high", "id 'a' occurs twice"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, defect: str) -> None:
    (tmp_path / "towns.csv").write_text(f"id,name,source,confidence\na,Alpha,told,high\n{row}\n", encoding="utf-8")
    assert any(defect in found for found in integrity_all.table_defects(tmp_path))


def test_a_file_built_from_older_tables_is_named(tmp_path: Path) -> None:
    for name in ("facts.sqlite", "manifest.json"):
        shutil.copy(DATA / name, tmp_path / name)
    entries = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    kept = {"facts.sqlite": entries["facts.sqlite"]}
    (tmp_path / "manifest.json").write_text(json.dumps({"files": kept}), encoding="utf-8")
    assert integrity_all.stale_files(tmp_path, TABLES) == []
    kept["facts.sqlite"]["tables"]["waits.csv"] = "0" * 64
    (tmp_path / "manifest.json").write_text(json.dumps({"files": kept}), encoding="utf-8")
    assert "built from another waits.csv" in integrity_all.stale_files(tmp_path, TABLES)[0]
    (tmp_path / "stray.npy").write_bytes(b"")
    assert "stray.npy is in the folder" in integrity_all.stale_files(tmp_path, TABLES)[0]


def test_a_port_inland_and_a_crossing_off_its_border_are_named(tmp_path: Path) -> None:
    for name in ("crossings", "road_links", "country_points", *integrity_all.PLACES):
        shutil.copy(TABLES / f"{name}.csv", tmp_path / f"{name}.csv")
    path = tmp_path / "road_links.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("GB,51.1280,1.3370", "GB,50.6280,2.3370"), encoding="utf-8")
    found = integrity_all.position_defects(tmp_path, open_borders())
    assert found
    assert all("its end in GB" in defect for defect in found)


def test_neighbours_without_a_road_need_a_reason() -> None:
    towns = [(50.0, 10.0, "AA"), (50.0, 10.3, "AA"), (50.2, 10.3, "BB"), (50.4, 10.3, "CC")]
    network = RoadNetwork.from_edges(towns, [(0, 1, 22.0), (1, 2, 23.0)])
    pairs = {frozenset(("AA", "BB")), frozenset(("BB", "CC"))}
    reason = {"country_a": "BB", "country_b": "CC", "reason": "a swamp"}
    assert integrity_all.unconnected(network, pairs, []) == ["no road joins BB-CC"]
    assert integrity_all.unconnected(network, pairs, [reason]) == []
    needless = reason | {"country_b": "AA"}
    assert "roadless_borders.csv: a road joins AA-BB" in integrity_all.unconnected(network, pairs, [reason, needless])


def test_a_closure_with_a_bad_time_or_outline_is_named() -> None:
    good = read(TABLES, "airspace")[0]
    assert integrity_all.airspace_defects([good]) == []
    for change in ({"since_utc": "25:00"}, {"until_utc": "noon"}, {"outline": "50 10; 51 11"}):
        assert integrity_all.airspace_defects([good | change]), change
