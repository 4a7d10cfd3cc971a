"""A gazetteer of a few rows given in code: toy worlds, and places that a caller knows and the shipped data does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.errors import UnknownPlaceError
from wayproof.world.gazetteer import LONGEST_NAME, SHORTEST_FUZZY, Entry, normalise, one_edit_away, score
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wayproof.world.places import Place


class TableGazetteer:
    """Places and names held in dictionaries. Satisfies ``Places``.

    Parameters
    ----------
    places
        The rows; each is findable under its own name.
    names
        Further names: place id -> names, each a plain alternate or a pair of name and match ("code", "historic").
    demonyms
        Word -> id of the country, state or region whose people or things it names.
    """

    def __init__(
        self,
        places: Iterable[Place],
        names: Mapping[str, Sequence[str | tuple[str, str]]] | None = None,
        demonyms: Mapping[str, str] | None = None,
    ) -> None:
        self._places = {place.id: place for place in places}
        self._demonyms = {normalise(word): place_id for word, place_id in (demonyms or {}).items()}
        self._names: dict[str, dict[str, str]] = {}
        for place in self._places.values():
            self._names.setdefault(normalise(place.name), {})[place.id] = "name"
        for place_id, others in (names or {}).items():
            for other in others:
                name, match = other if isinstance(other, tuple) else (other, "alternate")
                self._names.setdefault(normalise(name), {}).setdefault(self.place(place_id).id, match)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The bearers of exactly this name, best first; a leading "the" is dropped when nobody bears it."""
        folded = normalise(name)
        found = self._names.get(folded) or self._names.get(folded.removeprefix("the "), {})
        return self._entries(found.items())

    def fuzzy(self, name: str) -> tuple[Entry, ...]:
        """The bearers of names one edit away, best first."""
        folded = normalise(name)
        if len(folded) < SHORTEST_FUZZY or not folded.isascii():
            return ()
        found = {place_id: "fuzzy" for edit in one_edit_away(folded) for place_id in self._names.get(edit, ())}
        return self._entries(found.items())

    def known(self, folded: str) -> bool:
        """Whether a normalised name is known at all."""
        return folded in self._names

    def prefixes(self, folded_words: Sequence[str]) -> int:
        """How many leading words form the longest known name; 0 when none does."""
        lengths = range(min(len(folded_words), LONGEST_NAME), 0, -1)
        return next((length for length in lengths if " ".join(folded_words[:length]) in self._names), 0)

    def place(self, place_id: str) -> Place:
        """The place with this id; ``UnknownPlaceError`` when there is none."""
        try:
            return self._places[place_id]
        except KeyError:
            message = f"{place_id!r} is the id of no place in this table of {len(self._places)} places."
            raise UnknownPlaceError(message) from None

    def demonym(self, word: str) -> str | None:
        """ISO 3166-1 alpha-2 of the country whose people or things the word names, or None."""
        place = self.demonym_place(word)
        return place.country if place else None

    def demonym_place(self, word: str) -> Place | None:
        """The country, state or region whose people or things the word names, or None."""
        place_id = self._demonyms.get(normalise(word))
        return self.place(place_id) if place_id else None

    def demonym_heads(self) -> frozenset[str]:
        """The first folded words of all demonyms."""
        return frozenset(word.partition(" ")[0] for word in self._demonyms)

    def nearest(
        self, lat: float, lon: float, *, minimum_population: int = 0, country: str | None = None, limit: int = 5
    ) -> tuple[tuple[float, Place], ...]:
        """The nearest populated places with their geodesic distance in km, nearest first."""
        from wayproof.world.geodesy import distance_km

        found = [
            (distance_km(lat, lon, place.lat, place.lon), place)
            for place in self._places.values()
            if place.kind is Kind.CITY and place.population >= minimum_population and country in (None, place.country)
        ]
        return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].id))[:limit])

    def country(self, code: str) -> Place:
        """The country with this ISO 3166-1 alpha-2 code; ``UnknownPlaceError`` when there is none."""
        return self.place(f"country:{code.upper()}")

    def countries(self) -> tuple[Place, ...]:
        """All present countries and territories, by code."""
        found = (place for place in self._places.values() if place.id.startswith("country:"))
        return tuple(sorted(found, key=lambda place: place.id))

    def admin1_of(self, place: Place) -> Place | None:
        """The first-level area of its country that bears the name in its ``admin1``; None when there is none."""
        areas = (area for area in self._places.values() if area.kind is Kind.ADMIN1 and area.country == place.country)
        return next(
            (area for area in areas if place.admin1 and area.name == place.admin1 and area.id != place.id), None
        )

    def _entries(self, found: Iterable[tuple[str, str]]) -> tuple[Entry, ...]:
        entries = [Entry(self._places[place_id], match) for place_id, match in found]
        entries.sort(key=lambda entry: (-score(entry.place, entry.match), entry.place.id))
        return tuple(entries)
