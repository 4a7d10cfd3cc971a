import hashlib
import json
from pathlib import Path

import pytest

from wayproof.errors import DataError
from wayproof.world import manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = b"latitude longitude"
    (tmp_path / "towns.bin").write_bytes(content)
    entry = {
        "title": "Towns",
        "licence": "CC-BY-4.0",
        "attribution": ["Town Mappers"],
        "sources": [{"registry": "pypi", "name": "towns", "version": "1", "licence": "MIT", "sha256": "00"}],
        "tables": {},
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    files = {"towns.bin": entry, "roads.bin": {**entry, "attribution": ["Road Mappers", "Town Mappers"]}}
    (tmp_path / "roads.bin").write_bytes(content)
    (tmp_path / "manifest.json").write_text(json.dumps({"files": files}), encoding="utf-8")
    return tmp_path


def test_files_are_listed_by_name_with_their_sources(folder: Path) -> None:
    files = manifest.data_files(folder)
    assert [file.name for file in files] == ["roads.bin", "towns.bin"]
    assert files[1].sources[0].name == "towns"
    assert files[1].licence == "CC-BY-4.0"


def test_whole_files_verify(folder: Path) -> None:
    manifest.verify(folder)


def test_a_changed_and_a_missing_file_are_both_named(folder: Path) -> None:
    (folder / "towns.bin").write_bytes(b"other")
    (folder / "roads.bin").unlink()
    with pytest.raises(DataError, match=r"roads\.bin is missing; towns\.bin has changed.*Install"):
        manifest.verify(folder)


def test_credits_are_named_once(folder: Path) -> None:
    assert manifest.attributions(folder=folder) == ("Road Mappers", "Town Mappers")
    assert manifest.attributions("towns.bin", folder=folder) == ("Town Mappers",)


def test_credits_of_an_unknown_file_are_refused(folder: Path) -> None:
    with pytest.raises(DataError, match=r"No data file is called x\.bin; there are roads\.bin"):
        manifest.attributions("x.bin", folder=folder)


def test_a_missing_file_says_what_to_do(folder: Path) -> None:
    assert manifest.data_path("towns.bin", folder) == folder / "towns.bin"
    with pytest.raises(DataError, match=r"nowhere\.bin is missing\. Install"):
        manifest.data_path("nowhere.bin", folder)


@pytest.mark.parametrize("text", ["", "{}", '{"files": {"a": {}}}', '{"files": {"a": {"sources": 1}}}'])
def test_a_damaged_manifest_is_a_data_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="damaged"):
        manifest.data_files(tmp_path)


def test_no_manifest_is_a_data_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="missing"):
        manifest.data_files(tmp_path)


def test_the_shipped_border_data_are_listed() -> None:
    assert {"borders.sqlite", "basemap.sqlite"} <= {file.name for file in manifest.data_files()}
    assert "© OpenStreetMap contributors" in manifest.attributions("borders.sqlite")
