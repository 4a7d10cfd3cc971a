"""The shipped data files: where they come from, under which licence, and whether they are whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Final

from wayproof.errors import DataError

MANIFEST: Final = "manifest.json"

_NEXT_STEP: Final = "Install wayproof again, or build the data with the scripts in geodata/."


@dataclass(frozen=True, slots=True)
class Source:
    """One pinned package that a data file was built from."""

    registry: str
    name: str
    version: str
    licence: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """One shipped data file.

    Attributes
    ----------
    name
        File name.
    title
        What it holds.
    licence
        Licence of the file as shipped.
    attribution
        Names to give wherever the data are shown.
    sources
        The packages it was built from.
    sha256, bytes
        What the file must hash to, and its size.
    """

    name: str
    title: str
    licence: str
    attribution: tuple[str, ...]
    sources: tuple[Source, ...]
    sha256: str
    bytes: int


def data_files(folder: Path | None = None) -> tuple[DataFile, ...]:
    """All shipped data files, by name.

    Raises
    ------
    DataError
        There is no readable manifest.
    """
    path = (folder or _folder()) / MANIFEST
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["files"]
        return tuple(_data_file(name, entries[name]) for name in sorted(entries))
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"The list of shipped data ({MANIFEST}) is missing or damaged ({error}). {_NEXT_STEP}"
        raise DataError(message) from error


def data_path(name: str, folder: Path | None = None) -> Path:
    """The path of a shipped data file.

    Raises
    ------
    DataError
        The file is not there.
    """
    path = (folder or _folder()) / name
    if not path.is_file():
        message = f"The data file {name} is missing. {_NEXT_STEP}"
        raise DataError(message)
    return path


def verify(folder: Path | None = None) -> None:
    """Compare every data file with its checksum.

    Raises
    ------
    DataError
        A file is missing or differs; all such files are named.
    """
    defects = []
    for file in data_files(folder):
        path = (folder or _folder()) / file.name
        if not path.is_file():
            defects.append(f"{file.name} is missing")
        elif _sha256(path) != file.sha256:
            defects.append(f"{file.name} has changed")
    if defects:
        message = f"The shipped data are damaged: {'; '.join(defects)}. {_NEXT_STEP}"
        raise DataError(message)


def attributions(*names: str, folder: Path | None = None) -> tuple[str, ...]:
    """Whom to credit for some data files (none named: for all), each once, in alphabetical order.

    Raises
    ------
    DataError
        A name is in no manifest.
    """
    files = {file.name: file for file in data_files(folder)}
    unknown = sorted(set(names) - set(files))
    if unknown:
        message = f"No data file is called {', '.join(unknown)}; there are {', '.join(files)}."
        raise DataError(message)
    return tuple(sorted({credit for name in names or files for credit in files[name].attribution}))


def _folder() -> Path:
    # The package is always unpacked on disk: large files are memory-mapped or opened by SQLite.
    return Path(str(resources.files("wayproof") / "data"))


def _data_file(name: str, entry: dict[str, object]) -> DataFile:
    sources, attribution, size = entry["sources"], entry["attribution"], entry["bytes"]
    if not (isinstance(sources, list) and isinstance(attribution, list) and isinstance(size, int)):
        message = f"the entry of {name} is malformed"
        raise TypeError(message)
    return DataFile(
        name,
        str(entry["title"]),
        str(entry["licence"]),
        tuple(map(str, attribution)),
        tuple(Source(**source) for source in sources),
        str(entry["sha256"]),
        size,
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
