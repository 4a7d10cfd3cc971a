"""Builds every data file, in the order in which one needs the other, and says what changed.

The manifest keeps the checksum of each file: a rebuild from the same packages and tables changes none of them.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import manifest
from fetch import sha256_of

# The roads ask the borders where a junction lies, boats follow the rivers of the base map, the gazetteer takes in the
# crossings; the rest stand alone.
BUILDERS = (
    "build_borders",
    "build_basemap",
    "build_facts",
    "build_roads",
    "build_rail",
    "build_sea",
    "build_inland",
    "build_gazetteer",
    "build_typeface",
    "build_given_names",
)


def checksums() -> dict[str, str]:
    """The SHA-256 of every built file by name."""
    return {path.name: sha256_of(path) for path in sorted(manifest.DATA.iterdir()) if path.name != "manifest.json"}


def main() -> None:
    """Run the builders one after another (they share the manifest) and report."""
    here = Path(__file__).resolve().parent
    before = checksums()
    for builder in BUILDERS:
        started = time.monotonic()
        # A process each: the builders are scripts, and their memory goes back when they end.
        subprocess.run([sys.executable, f"{builder}.py"], check=True, cwd=here)  # noqa: S603 - our own scripts
        print(f"{builder}: {time.monotonic() - started:.0f} s", flush=True)
    after = checksums()
    changed = [name for name in after if after[name] != before.get(name)]
    print(f"{len(after)} files, {len(changed)} changed{': ' if changed else ''}{', '.join(changed)}")


if __name__ == "__main__":
    main()
