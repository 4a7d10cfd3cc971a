"""The gazetteer's files: memory-mapped names, positions and labels, without parsing on opening."""

from __future__ import annotations

import json
import mmap
import struct
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import marisa_trie
import numpy as np

from wayproof.errors import DataError
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

ENTRY: Final = "<I"
"""One value of the trie of names: row number and, in the lowest bits, how the name belongs to it."""
MATCH_BITS: Final = 2
MATCHES: Final = ("name", "code", "alternate", "historic")
COLUMNS: Final = np.dtype(
    [
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("population", "<u4"),
        ("extent_km", "<f4"),
        ("label_end", "<u4"),
        ("geonames", "<u4"),
        ("admin1", "<i2"),
        ("kind", "u1"),
        ("country", "u1"),
        ("source", "u1"),
        ("feature", "u1"),
    ]
)
"""One row per place: cities by latitude, then all others in the order of the identifiers' trie.

``lat`` and ``lon`` in 1e-5 degrees; ``label_end`` is where the shown name ends in the labels; ``admin1`` counts from
the first row that is no city, -1 for none; the last four point into the vocabulary.
"""
DEGREE: Final = 1e5
_ROW: Final = struct.Struct("<iiIfIIhBBBB")
"""The same row for reading one at a time, forty times as fast as through the array."""
_LABEL_END: Final = 4


@dataclass(frozen=True, slots=True)
class Filenames:
    """The names of the gazetteer's files in the data folder."""

    names: str = "gazetteer-names.marisa"
    identifiers: str = "gazetteer-ids.marisa"
    columns: str = "gazetteer-columns.npy"
    labels: str = "gazetteer-labels.txt"
    vocabulary: str = "gazetteer-words.json"


FILENAMES: Final = Filenames()


class Store:
    """The open files. Rows are numbered; cities come first.

    Parameters
    ----------
    folder
        Where the files are.

    Raises
    ------
    DataError
        A file is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self.names = marisa_trie.RecordTrie(ENTRY).mmap(str(folder / FILENAMES.names))
            self.columns: NDArray[Any] = np.asarray(np.load(folder / FILENAMES.columns, mmap_mode="r"))
            with (folder / FILENAMES.labels).open("rb") as stream:
                self._labels = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            words = json.loads((folder / FILENAMES.vocabulary).read_text(encoding="utf-8"))
        except (OSError, RuntimeError) as cause:  # marisa_trie reports a missing file as a RuntimeError
            message = f"the gazetteer's files are not complete in {folder}: {cause}. Reinstall wayproof."
            raise DataError(message) from cause
        self._rows = memoryview(self.columns.view(np.uint8))  # type: ignore[arg-type] # an array is a buffer
        self.cities: int = words["cities"]
        self.demonyms: dict[str, list[str]] = words["demonyms"]
        self.country_numbers: dict[str, int] = {code: number for number, code in enumerate(words["countries"])}
        self._countries: list[str] = words["countries"]
        self._kinds = [Kind(kind) for kind in words["kinds"]]
        self._sources: list[str] = words["sources"]
        self._features: list[str] = words["features"]
        self._valid_to: dict[str, str] = words["valid_to"]

    @cached_property
    def identifiers(self) -> Any:  # noqa: ANN401 - marisa_trie has no types
        """The trie of the identifiers of all rows that are no cities; its key numbers are row numbers less cities."""
        return marisa_trie.Trie().mmap(str(self._folder / FILENAMES.identifiers))

    @cached_property
    def latitudes(self) -> NDArray[Any]:
        """The ascending latitudes of the cities, in 1e-5 degrees; a view, not a copy."""
        return self.columns["lat"][: self.cities]

    def entries(self, folded: str) -> list[tuple[int, str]]:
        """The rows that bear a folded name, with the kind of match."""
        found = self.names.get(folded) or ()
        return [(value >> MATCH_BITS, MATCHES[value & (1 << MATCH_BITS) - 1]) for (value,) in found]

    def row_of(self, place_id: str) -> int | None:
        """The row of an identifier, or None."""
        kind, _, number = place_id.partition(":")
        if kind == "geonames":
            if not number.isdecimal():
                return None
            found = np.flatnonzero(self.columns["geonames"][: self.cities] == int(number))
            return int(found[0]) if found.size else None
        position = self.identifiers.get(place_id)
        return None if position is None else self.cities + int(position)

    def place(self, row: int) -> Place:
        """The place of a row."""
        lat, lon, population, extent_km, end, geonames, admin1, kind, country, source, feature = _ROW.unpack_from(
            self._rows, row * _ROW.size
        )
        place_id = f"geonames:{geonames}" if row < self.cities else self.identifiers.restore_key(row - self.cities)
        valid_to = self._valid_to.get(place_id)
        return Place(
            id=place_id,
            name=self._labels[self._label_end(row - 1) : end].decode(),
            kind=self._kinds[kind],
            country=self._countries[country] or None,
            lat=lat / DEGREE,
            lon=lon / DEGREE,
            extent_km=round(extent_km, 1),
            source=self._sources[source],
            admin1=self.label(self.cities + admin1) if admin1 >= 0 else None,
            population=population,
            feature=self._features[feature],
            valid_to=date.fromisoformat(valid_to) if valid_to else None,
        )

    def label(self, row: int) -> str:
        """The shown name of a row."""
        return self._labels[self._label_end(row - 1) : self._label_end(row)].decode()

    def _label_end(self, row: int) -> int:
        return int(_ROW.unpack_from(self._rows, row * _ROW.size)[_LABEL_END]) if row >= 0 else 0
