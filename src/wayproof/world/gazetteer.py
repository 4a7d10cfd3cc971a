"""The gazetteer: names to candidate places, for the whole world and offline."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from wayproof.errors import UnknownPlaceError
from wayproof.world.gazetteer_names import normalise
from wayproof.world.gazetteer_ranking import score
from wayproof.world.places import ADMIN1, COUNTRY, check_position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from wayproof.world.gazetteer_store import Store
    from wayproof.world.places import Place

__all__ = ["Entry", "Gazetteer", "Places", "normalise", "open_gazetteer", "score"]

LONGEST_NAME: Final = 10
"""Words of the longest name that is looked for in running text."""
SHORTEST_FUZZY: Final = 4
"""Letters of the shortest name that may be misspelt: below it, everything is one edit from something."""
SURELY_MISSPELT: Final = 7
"""Letters from which a name one edit away may be a country's, or another than the main name."""
_OWN_NAMES: Final = frozenset({"name"})
_SPELT_OUT: Final = frozenset({"name", "alternate", "historic"})
_ARTICLE: Final = "the "
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz "
_CONTAINERS: Final = frozenset({COUNTRY, ADMIN1})
_BANDS: Final = (0.25, 1.0, 4.0, 16.0, 45.0, 180.0)
_POLEWARD: Final = 89.0
_FULL_CIRCLE: Final = 360.0
_WIDENING: Final = 1.02
"""The Earth is no sphere: widths are taken 2 % wider than on one."""
_DEGREE: Final = 1e5
_KM_PER_DEGREE: Final = 110.5
"""Kilometres per degree of latitude, rounded down: a band of so many degrees holds every place within it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One bearer of a name: the place, and how the name belongs to it.

    ``match`` is "name" (its main name), "code" (an abbreviation: "UK", "JFK", "TX"), "alternate" (another name or
    language), "historic" (a former name), "foreign" (what a city is called in some other language only, where the name
    is another place's own), or "fuzzy" (one edit away from one of its names).
    """

    place: Place
    match: str


class Places(Protocol):
    """What reading a story and planning a journey ask of a gazetteer."""

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The bearers of exactly this name after ``normalise``, best first; empty when nobody bears it."""

    def fuzzy(self, name: str) -> tuple[Entry, ...]:
        """The bearers of names one edit away (letter added, dropped, changed, or two swapped), best first."""

    def known(self, folded: str) -> bool:
        """Whether a normalised name is known at all."""

    def prefixes(self, folded_words: Sequence[str]) -> int:
        """How many leading words of a normalised word sequence form the longest known name; 0 when none does."""

    def place(self, place_id: str) -> Place:
        """The place with this id; ``UnknownPlaceError`` when there is none."""

    def demonym(self, word: str) -> str | None:
        """ISO 3166-1 alpha-2 of the country whose people or things the word names ("Lithuanian" -> "LT"), or None."""

    def demonym_place(self, word: str) -> Place | None:
        """The country, state or region whose people or things the word names ("Texan" -> Texas), or None."""

    def demonym_heads(self) -> frozenset[str]:
        """The first folded words of all demonyms ("south" of "South African"): most pairs of words begin otherwise."""

    def nearest(
        self, lat: float, lon: float, *, minimum_population: int = 0, country: str | None = None, limit: int = 5
    ) -> tuple[tuple[float, Place], ...]:
        """The nearest populated places with their geodesic distance in km, nearest first."""

    def country(self, code: str) -> Place:
        """The country with this ISO 3166-1 alpha-2 code; ``UnknownPlaceError`` when there is none."""

    def countries(self) -> tuple[Place, ...]:
        """All present countries and territories, by code."""

    def admin1_of(self, place: Place) -> Place | None:
        """The first-level area that the place lies in; None when unknown."""


class Gazetteer:
    """The shipped gazetteer: about a quarter of a million places, memory-mapped. Satisfies ``Places``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The bearers of exactly this name after ``normalise``, best first (see ``score``).

        A name that nobody bears is tried without a leading "the", then as "Place, Area": the bearers of the part before
        the first comma that lie in an area or country named after it ("Springfield, Illinois", "Tilsit, Russia").
        """
        found = self._store.bearers(normalise(name))
        if not found and name.lower().startswith(_ARTICLE):
            found = self._store.bearers(normalise(name[len(_ARTICLE) :]))
        if not found and "," in name:
            return inside(self, *name.split(",", 1))
        place = self._store.place
        # a list first: a tuple that is not told its length grows by copying itself
        return tuple([Entry(place(row), match) for row, match in map(self._store.row_and_match, found)])

    def fuzzy(self, name: str) -> tuple[Entry, ...]:
        """The bearers of names one edit away, best first; Latin letters only, names of four letters and more.

        A short name is one edit from so many others that it is only taken for a main name, and for no country: "Kulma"
        is no slip for Cuba, nor "Rysy" for a short form of Recife. Codes are not misspelt.
        """
        folded = normalise(name)
        if len(folded) < SHORTEST_FUZZY or not folded.isascii():
            return ()
        names, store = self._store.names, self._store
        bearers = {bearer for edit in one_edit_away(folded) if edit in names for bearer in store.bearers(edit)}
        short = len(folded) < SURELY_MISSPELT
        matches = _OWN_NAMES if short else _SPELT_OUT
        rows = {row for row, match in map(store.row_and_match, bearers) if match in matches}
        places = (store.place(row) for row in rows)
        entries = [Entry(place, "fuzzy") for place in places if not (short and place.kind is COUNTRY)]
        entries.sort(key=lambda entry: (-score(entry.place, entry.match), entry.place.id))
        return tuple(entries)

    def known(self, folded: str) -> bool:
        """Whether a normalised name is known at all."""
        return folded in self._store.names

    def prefixes(self, folded_words: Sequence[str]) -> int:
        """How many leading words form the longest known name; 0 when none does."""
        text = " ".join(folded_words[:LONGEST_NAME])
        for name in reversed(self._store.names.prefixes(text)):
            if len(name) == len(text) or text[len(name)] == " ":
                found: str = name
                return found.count(" ") + 1
        return 0

    def place(self, place_id: str) -> Place:
        """The place with this id.

        Raises
        ------
        UnknownPlaceError
            No place has it.
        """
        row = self._store.row_of(place_id)
        if row is None:
            message = f"{place_id!r} is the id of no place in the gazetteer; `wayproof locate NAME` lists ids."
            raise UnknownPlaceError(message)
        return self._store.place(row)

    def demonym(self, word: str) -> str | None:
        """ISO 3166-1 alpha-2 of the country whose people or things the word names ("Lithuanian" -> "LT"), or None."""
        found = self._store.demonyms.get(normalise(word))
        return found[0] or None if found else None

    def demonym_place(self, word: str) -> Place | None:
        """The country, state or region whose people or things the word names ("Texan" -> Texas), or None."""
        found = self._store.demonyms.get(normalise(word))
        return self.place(found[1]) if found else None

    def demonym_heads(self) -> frozenset[str]:
        """The first folded words of all demonyms: no people is called "Jane ..."."""
        return frozenset(word.partition(" ")[0] for word in self._store.demonyms)

    def nearest(
        self, lat: float, lon: float, *, minimum_population: int = 0, country: str | None = None, limit: int = 5
    ) -> tuple[tuple[float, Place], ...]:
        """The nearest populated places, nearest first.

        Parameters
        ----------
        lat, lon
            Degrees.
        minimum_population
            Inhabitants below which a place does not count.
        country
            ISO 3166-1 alpha-2; None for any.
        limit
            How many.

        Returns
        -------
        tuple
            Pairs of the geodesic distance in km and the place.
        """
        check_position(lat, lon)
        from wayproof.world.geodesy import distances_km

        columns, number = self._store.towns, self._store.country_numbers.get(country or "", -1)
        if country is not None and number < 0:
            return ()
        for band in _BANDS:
            first, last = self._band(lat - band), self._band(lat + band)
            rows = np.arange(first, last)
            part = columns[first:last]
            keep = _within_width(part["lon"], lon, lat, band)
            if minimum_population > 0:
                keep &= part["population"] >= minimum_population
            if country is not None:
                keep &= part["country"] == number
            rows, part = rows[keep], part[keep]
            chords = _chords(lat, lon, part["lat"] / _DEGREE, part["lon"] / _DEGREE)
            best = np.argsort(chords, kind="stable")[: limit + 4]
            if best.size == 0:
                continue
            km = distances_km(lat, lon, part["lat"][best] / _DEGREE, part["lon"][best] / _DEGREE)
            order = np.argsort(km, kind="stable")[:limit]
            whole = band >= _BANDS[-1] or (len(order) == limit and float(km[order[-1]]) <= band * _KM_PER_DEGREE)
            if whole:
                return tuple((float(km[index]), self._store.place(int(rows[best[index]]))) for index in order)
        return ()

    def country(self, code: str) -> Place:
        """The country with this ISO 3166-1 alpha-2 code; ``UnknownPlaceError`` when there is none."""
        return self.place(f"country:{code.upper()}")

    def countries(self) -> tuple[Place, ...]:
        """All present countries and territories, by code."""
        return tuple(self.place(place_id) for place_id in sorted(self._store.identifiers.keys("country:")))

    def admin1_of(self, place: Place) -> Place | None:
        """The first-level area that the place lies in; None when unknown, and for areas themselves."""
        row = self._store.row_of(place.id)
        area = None if row is None else self._store.admin1_of(row)
        return None if area is None else self._store.place(area)

    def _band(self, lat: float) -> int:
        return bisect_left(self._store.latitudes, lat * _DEGREE)


def inside(gazetteer: Places, name: str, area: str) -> tuple[Entry, ...]:
    """The bearers of a name that lie in one of the countries or first-level areas that bear the area's name."""
    areas = [entry.place for entry in gazetteer.lookup(area) if entry.place.kind in _CONTAINERS]
    return tuple(entry for entry in gazetteer.lookup(name) if any(_lies_in(entry.place, place) for place in areas))


def _lies_in(place: Place, area: Place) -> bool:
    if place.country != area.country or place.id == area.id:
        return False
    return area.kind is COUNTRY or normalise(place.admin1 or "") == normalise(area.name)


def one_edit_away(folded: str) -> Iterator[str]:
    """The spellings one edit from a folded name: letters dropped, swapped, changed, added; each may come twice."""
    for at in range(len(folded) + 1):
        head, tail = folded[:at], folded[at:]
        if tail:
            yield head + tail[1:]
            if len(tail) > 1 and tail[0] != tail[1]:
                yield head + tail[1] + tail[0] + tail[2:]
            yield from (head + letter + tail[1:] for letter in _ALPHABET if letter != tail[0])
        yield from (head + letter + tail for letter in _ALPHABET)


@cache
def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The shipped gazetteer, opened once; ``folder`` is where its files are when they are not the package's own.

    Raises
    ------
    DataError
        A file is missing.
    """
    from wayproof.world.gazetteer_store import Store

    if folder is None:
        from wayproof.world.gazetteer_store import FILENAMES
        from wayproof.world.manifest import data_path

        folder = data_path(FILENAMES.names).parent
    return Gazetteer(Store(folder))


def _within_width(lons: np.ndarray, lon: float, lat: float, band: float) -> np.ndarray:
    """Which longitudes (1e-5 degrees) a circle of so many degrees of latitude round the position can reach."""
    rim = abs(lat) + band
    if rim >= _POLEWARD:
        return np.ones(len(lons), dtype=bool)
    width = math.degrees(math.asin(math.sin(math.radians(band)) / math.cos(math.radians(lat)))) * _WIDENING
    gaps = np.abs(lons - round(lon * _DEGREE))
    return np.asarray((gaps <= width * _DEGREE) | (gaps >= (_FULL_CIRCLE - width) * _DEGREE))


def _chords(lat: float, lon: float, lats: np.ndarray, lons: np.ndarray) -> np.ndarray:
    """Squared half chords on the unit sphere: grow with the distance, good for choosing candidates."""
    theta, phis = np.radians(lat), np.radians(lats)
    return np.asarray(
        np.sin((phis - theta) / 2) ** 2 + np.cos(theta) * np.cos(phis) * np.sin(np.radians(lons - lon) / 2) ** 2
    )
