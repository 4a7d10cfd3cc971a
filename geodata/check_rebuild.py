"""Rebuilds the facts and the sea lanes from their pinned packages, aside, and compares them with the shipped files.

    python geodata/check_rebuild.py

Both are built from tables and from small packages (airportsdata, searoute; Natural Earth for the coasts), so that the
check takes a minute where ``build_all.py`` takes ten. Nothing that is shipped is touched: the builders run in a copy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import manifest
from fetch import CACHE_VARIABLE, cache_folder, sha256_of

BUILDERS = {"build_facts": ("facts.sqlite",), "build_sea": ("sealanes.npz", "sealanes.json")}
HERE = Path(__file__).resolve().parent


def rebuilt(folder: Path) -> dict[str, str]:
    """The checksums of the files that the builders make in a copy of the project, by name."""
    package = folder / "src" / "wayproof"
    shutil.copytree(HERE, folder / "geodata", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HERE.parent / "src" / "wayproof", package, ignore=shutil.ignore_patterns("data", "__pycache__"))
    (package / "data").mkdir()
    shutil.copy(manifest.DATA / "manifest.json", package / "data")
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), CACHE_VARIABLE: str(cache_folder())}
    made = {}
    for builder, files in BUILDERS.items():
        started = time.monotonic()
        subprocess.run(  # noqa: S603 - our own scripts
            [sys.executable, f"{builder}.py"],
            check=True,
            cwd=folder / "geodata",
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        print(f"{builder}: {time.monotonic() - started:.0f} s", flush=True)
        made |= {name: sha256_of(package / "data" / name) for name in files}
    return made


def different(made: dict[str, str]) -> list[str]:
    """The names of the files that are not the shipped ones."""
    return [name for name, digest in made.items() if digest != sha256_of(manifest.DATA / name)]


def main() -> None:
    """Rebuild, compare, and fail if a byte differs."""
    with tempfile.TemporaryDirectory() as scratch:
        made = rebuilt(Path(scratch) / "wayproof")
    wrong = different(made)
    print(f"{len(made)} files rebuilt, {len(wrong)} other than shipped{': ' if wrong else ''}{', '.join(wrong)}")
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
