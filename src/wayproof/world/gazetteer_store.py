"""The gazetteer's files: memory-mapped names, positions and labels, without parsing on opening."""

from __future__ import annotations

import json
import mmap
import struct
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

import marisa_trie
import numpy as np

from wayproof.errors import DataError
from wayproof.world.places import CITY, Kind, Place, place_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

MATCHES: Final = ("name", "code", "alternate", "historic", "foreign")
MATCH_BITS: Final = 3
ROW_BITS: Final = 19
VALUE_BYTES: Final = 3
"""Each name has one such value, in the order of the trie of names: how a name belongs to a row, and the row."""
LAST: Final = 1 << MATCH_BITS + ROW_BITS
"""The last bearer of a name that has several."""
LIST: Final = 1 << 23
"""The name has several bearers; the other bits say where their list begins, behind the values of all names."""
TOWNS: Final = np.dtype(
    [
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("population", "<u4"),
        ("geonames", "<u4"),
        ("admin1", "<i2"),
        ("country", "u1"),
        ("label", "u1"),
    ]
)
"""One row per populated place of GeoNames, by latitude.

``lat`` and ``lon`` in 1e-5 degrees; ``admin1`` and ``country`` point into the vocabulary, -1 for no area;
``label`` is the length of the shown name in bytes, or ``FROM_NAME``.
"""
OTHERS: Final = np.dtype(
    [
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("population", "<u4"),
        ("extent_km", "<f4"),
        ("admin1", "<i2"),
        ("country", "u1"),
        ("label", "u1"),
        ("kind", "u1"),
        ("source", "u1"),
        ("feature", "u1"),
        ("", "u1"),
    ]
)
"""One row per other place, in the order of the identifiers' trie; row numbers go on from the populated places."""
DEGREE: Final = 1e5
FROM_NAME: Final = 0
"""In place of a label's length: the label is a folded name with capitals, and the labels hold the name's number."""
_FROM_NAMES: Final = bytes([FROM_NAME])
BLOCK: Final = 64
"""Rows between those whose label's beginning is kept; the others are found by adding lengths."""
_TOWN: Final = struct.Struct("<iiIIhBB")
_OTHER: Final = struct.Struct("<iiIfhBBBBBx")
"""The same rows for reading one at a time, forty times as fast as through the arrays."""
_TOWN_SOURCE: Final = "GeoNames"
_KEPT: Final = 8_192
"""Names kept with capitals: namesakes, which a look-up finds together, share their label."""


@dataclass(frozen=True, slots=True)
class Filenames:
    """The names of the gazetteer's files in the data folder."""

    names: str = "gazetteer-names.marisa"
    bearers: str = "gazetteer-bearers.bin"
    identifiers: str = "gazetteer-ids.marisa"
    towns: str = "gazetteer-towns.npy"
    others: str = "gazetteer-others.npy"
    labels: str = "gazetteer-labels.txt"
    starts: str = "gazetteer-starts.npy"
    vocabulary: str = "gazetteer-words.json"


FILENAMES: Final = Filenames()


class Store:
    """The open files. Rows are numbered; populated places come first.

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
            self.names = marisa_trie.Trie().mmap(str(folder / FILENAMES.names))
            self.towns: NDArray[Any] = np.asarray(np.load(folder / FILENAMES.towns, mmap_mode="r"))
            others: NDArray[Any] = np.asarray(np.load(folder / FILENAMES.others, mmap_mode="r"))
            self._starts: list[int] = np.load(folder / FILENAMES.starts).tolist()
            self._bearers, self._labels = (
                _mapped(folder / filename) for filename in (FILENAMES.bearers, FILENAMES.labels)
            )
            words = json.loads((folder / FILENAMES.vocabulary).read_text(encoding="utf-8"))
        except (OSError, RuntimeError) as cause:  # marisa_trie reports a missing file as a RuntimeError
            message = f"the gazetteer's files are not complete in {folder}: {cause}. Reinstall wayproof."
            raise DataError(message) from cause
        self.cities = len(self.towns)
        self._behind_names = len(self.names)  # where the lists of several bearers begin
        self._town_rows = memoryview(self.towns.view(np.uint8))  # type: ignore[arg-type] # an array is a buffer
        self._other_rows = memoryview(others.view(np.uint8))  # type: ignore[arg-type]
        self._lengths = self.towns["label"].tobytes() + others["label"].tobytes()
        self.demonyms: dict[str, list[str]] = words["demonyms"]
        self.country_numbers: dict[str, int] = {code: number for number, code in enumerate(words["countries"])}
        self._countries: list[str] = words["countries"]
        self._kinds = [Kind(kind) for kind in words["kinds"]]
        self._sources: list[str] = words["sources"]
        self._features: list[str] = words["features"]
        self._areas: list[int] = words["areas"]
        self._area_names: dict[int, str | None] = {}
        self._read_label: Callable[[int], str] = self.label
        self._capitalised: Callable[[bytes], str] = lru_cache(_KEPT)(self._made_capitalised)
        self._capitals = frozenset(words["capitals"])
        self._people = [people for people, _ in words["extents"]]
        self._extents = [extent for _, extent in words["extents"]]
        self._valid_to: dict[str, str] = words["valid_to"]

    @cached_property
    def identifiers(self) -> Any:  # noqa: ANN401 - marisa_trie has no types
        """The trie of the identifiers of all rows that are no cities; its key numbers are row numbers less cities."""
        return marisa_trie.Trie().mmap(str(self._folder / FILENAMES.identifiers))

    @cached_property
    def latitudes(self) -> NDArray[Any]:
        """The ascending latitudes of the cities, in 1e-5 degrees; a view, not a copy."""
        return self.towns["lat"]

    def bearers(self, folded: str) -> list[int]:
        """The bearers of a folded name, best first: numbers for ``row_and_match``."""
        key = self.names.get(folded)
        if key is None:
            return []
        at, values, read = key * VALUE_BYTES, self._bearers, int.from_bytes
        value = read(values[at : at + VALUE_BYTES], "little")
        if not value & LIST:
            return [value]
        at = (self._behind_names + (value & ~LIST)) * VALUE_BYTES
        found = []
        while (value := read(values[at : at + VALUE_BYTES], "little")) < LAST:
            found.append(value)
            at += VALUE_BYTES
        found.append(value - LAST)
        return found

    @staticmethod
    def row_and_match(bearer: int) -> tuple[int, str]:
        """The row of a bearer, and how the name belongs to it."""
        return bearer >> MATCH_BITS, MATCHES[bearer & (1 << MATCH_BITS) - 1]

    def row_of(self, place_id: str) -> int | None:
        """The row of an identifier, or None."""
        kind, _, number = place_id.partition(":")
        if kind == "geonames":
            if not number.isdecimal():
                return None
            found = np.flatnonzero(self.towns["geonames"] == int(number))
            return int(found[0]) if found.size else None
        position = self.identifiers.get(place_id)
        return None if position is None else self.cities + int(position)

    def admin1_of(self, row: int) -> int | None:
        """The row of the first-level area that a row lies in, or None."""
        area: int = self._unpacked(row)[4]
        return self._areas[area] if area >= 0 else None

    def label(self, row: int) -> str:
        """The shown name of a row."""
        block = row // BLOCK
        lengths = self._lengths[block * BLOCK : row + 1]
        length = lengths[-1]
        own = lengths.translate(None, _FROM_NAMES)
        end = self._starts[block] + sum(own) + (len(lengths) - len(own)) * VALUE_BYTES
        if length != FROM_NAME:
            return self._labels[end - length : end].decode()
        return self._capitalised(self._labels[end - VALUE_BYTES : end])

    def _made_capitalised(self, number: bytes) -> str:
        name: str = self.names.restore_key(int.from_bytes(number, "little"))
        return name.title()

    def place(self, row: int) -> Place:
        """The place of a row."""
        areas = self._area_names
        if row < self.cities:
            lat, lon, population, geonames, admin1, country, _ = _TOWN.unpack_from(self._town_rows, row * _TOWN.size)
            return place_of(
                f"geonames:{geonames}",
                (self._read_label, row),
                CITY,
                self._countries[country] or None,
                lat / DEGREE,
                lon / DEGREE,
                self._extents[bisect_right(self._people, population) - 1],
                _TOWN_SOURCE,
                areas[admin1] if admin1 in areas else self._area_name(admin1),
                population,
                "capital" if row in self._capitals else "",
                None,
            )
        lat, lon, population, extent_km, admin1, country, _, kind, source, feature = self._unpacked(row)
        place_id = self.identifiers.restore_key(row - self.cities)
        valid_to = self._valid_to.get(place_id)
        return place_of(
            place_id,
            (self._read_label, row),
            self._kinds[kind],
            self._countries[country] or None,
            lat / DEGREE,
            lon / DEGREE,
            round(extent_km, 1),
            self._sources[source],
            areas[admin1] if admin1 in areas else self._area_name(admin1),
            population,
            self._features[feature],
            date.fromisoformat(valid_to) if valid_to else None,
        )

    def _area_name(self, number: int) -> str | None:
        """The shown name of a first-level area, by its number in the vocabulary; None for -1."""
        name = self._area_names[number] = None if number < 0 else self.label(self._areas[number])
        return name

    def _unpacked(self, row: int) -> tuple[Any, ...]:
        if row < self.cities:
            return _TOWN.unpack_from(self._town_rows, row * _TOWN.size)
        return _OTHER.unpack_from(self._other_rows, (row - self.cities) * _OTHER.size)


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
