"""Writes ``manifest.json``: for every built file its source, version, licence, attribution and checksum."""

from __future__ import annotations

import json
from pathlib import Path

from fetch import PACKAGES, sha256_of

TABLES = Path(__file__).resolve().parent / "tables"
DATA = Path(__file__).resolve().parent.parent / "src" / "wayproof" / "data"


def record(filename: str, *, title: str, packages: tuple[str, ...], tables: tuple[str, ...] = (), licence: str) -> None:
    """Enter a built file into the manifest, keeping the entries of all others.

    Parameters
    ----------
    filename
        The file's name under ``src/wayproof/data``; it must exist.
    title
        What the file holds, in the words of ``wayproof data``.
    packages
        Names of the pinned packages it was built from (keys of ``fetch.PACKAGES``).
    tables
        File names of the hand-kept tables under ``geodata/tables`` it was built from.
    licence
        The licence of the built file (SPDX where there is one).
    """
    path = DATA / "manifest.json"
    entries = json.loads(path.read_text(encoding="utf-8"))["files"] if path.exists() else {}
    entries[filename] = {
        "title": title,
        "licence": licence,
        "attribution": sorted({PACKAGES[name].attribution for name in packages}),
        "sources": [
            {"registry": p.registry, "name": p.name, "version": p.version, "licence": p.licence, "sha256": p.sha256}
            for p in (PACKAGES[name] for name in packages)
        ],
        "tables": {name: sha256_of(TABLES / name) for name in sorted(tables)},
        "bytes": (DATA / filename).stat().st_size,
        "sha256": sha256_of(DATA / filename),
    }
    text = json.dumps({"files": dict(sorted(entries.items()))}, indent=1, ensure_ascii=False, sort_keys=False)
    path.write_text(text + "\n", encoding="utf-8")
