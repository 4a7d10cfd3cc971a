"""Writes the built files and ``manifest.json``: for every file its source, version, licence, attribution and checksum.

Programs that run while the data are rebuilt have the old files open or mapped into memory. So a file is never written
in place: it is made beside the old one and then takes its name, and whoever has the old one open keeps it.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fetch import PACKAGES, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = Path(__file__).resolve().parent / "tables"
DATA = Path(__file__).resolve().parent.parent / "src" / "wayproof" / "data"


@contextmanager
def replacing(*paths: Path) -> Iterator[tuple[Path, ...]]:
    """Paths to write new files to; they take the place of the old ones together, when all have been written.

    If the block raises, the old files stay as they are and the new ones are removed.
    """
    drafts = tuple(path.with_name(f".{os.getpid()}-{path.name}") for path in paths)
    try:
        for path in paths:
            path.parent.mkdir(parents=True, exist_ok=True)
        yield drafts
        for draft, path in zip(drafts, paths, strict=True):
            draft.replace(path)
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Keeps other builders from changing the manifest between reading and writing it."""
    import fcntl  # of Unix alone: a build needs it, reading the tables does not

    folder = os.open(DATA, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


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
    entry = {
        "title": title,
        "licence": licence,
        "attribution": sorted({PACKAGES[name].attribution for name in packages} - {""}),
        "sources": [
            {"registry": p.registry, "name": p.name, "version": p.version, "licence": p.licence, "sha256": p.sha256}
            for p in (PACKAGES[name] for name in packages)
        ],
        "tables": {name: sha256_of(TABLES / name) for name in sorted(tables)},
        "bytes": (DATA / filename).stat().st_size,
        "sha256": sha256_of(DATA / filename),
    }
    path = DATA / "manifest.json"
    with _one_at_a_time(), replacing(path) as (draft,):
        entries = json.loads(path.read_text(encoding="utf-8"))["files"] if path.exists() else {}
        entries[filename] = entry
        text = json.dumps({"files": dict(sorted(entries.items()))}, indent=1, ensure_ascii=False, sort_keys=False)
        draft.write_text(text + "\n", encoding="utf-8")
