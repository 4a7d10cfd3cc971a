"""The gallery of example maps."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wayproof.world.atlas import open_world

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_gallery", ROOT / "maps" / "make_gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows() -> list[dict[str, str]]:
    with (ROOT / "examples" / "stories.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_examples_are_a_walk_a_voyage_a_flight_and_an_alibi() -> None:
    assert len(rows()) >= 5
    assert all((ROOT / "examples" / row["file"]).is_file() for row in rows())


def test_a_story_becomes_a_folder_and_a_card(gallery: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gallery, "MAPS", tmp_path)
    alibi = next(row for row in rows() if row["file"] == "alibi.txt")
    page = gallery.index([gallery.make(alibi, open_world())])
    assert (tmp_path / "alibi" / "map.html").is_file()
    assert 'href="alibi/map.html"' in page
    assert "Impossible: " in page
    assert 'alt="Map of the journey: 1. Geneva' in page
    assert "<script" not in page
