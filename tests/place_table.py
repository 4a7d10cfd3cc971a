"""A gazetteer of a few rows in code, for tests of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.errors import UnknownPlaceError
from wayproof.world.gazetteer import Entry
from wayproof.world.gazetteer_names import normalise
from wayproof.world.gazetteer_ranking import score
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Sequence


def town(
    name: str,
    country: str,
    lat: float,
    lon: float,
    population: int = 20_000,
    *,
    admin1: str | None = None,
    feature: str = "",
) -> Place:
    return Place(
        f"geonames:{name}/{country}/{admin1 or ''}", name, Kind.CITY, country, lat, lon, 5.0, "test",
        admin1=admin1, population=population, feature=feature,
    )  # fmt: skip


def area(name: str, kind: Kind, country: str | None, lat: float, lon: float, *extent: float) -> Place:
    extent_km = extent[0] if extent else 300.0
    return Place(f"{kind}:{name}", name, kind, country, lat, lon, extent_km, "test")


class PlaceTable:
    """Satisfies ``wayproof.world.gazetteer.Places`` with rows given in code."""

    def __init__(
        self, places: Sequence[Place], *, names: dict[str, str] | None = None, demonyms: dict[str, str] | None = None
    ) -> None:
        self._by_id = {place.id: place for place in places}
        self._names: dict[str, list[Entry]] = {}
        for place in places:
            self._names.setdefault(normalise(place.name), []).append(Entry(place, "name"))
        for name, target in (names or {}).items():
            match = "code" if name.isupper() else "alternate"
            for entry in self._names[normalise(target)]:
                self._names.setdefault(normalise(name), []).append(Entry(entry.place, match))
        self._demonyms = {normalise(word): target for word, target in (demonyms or {}).items()}

    def lookup(self, name: str) -> tuple[Entry, ...]:
        found = self._names.get(normalise(name), ())
        return tuple(sorted(found, key=lambda entry: -score(entry.place, entry.match)))

    def fuzzy(self, name: str) -> tuple[Entry, ...]:
        folded = normalise(name)
        return tuple(
            Entry(entry.place, "fuzzy")
            for known, entries in self._names.items()
            if abs(len(known) - len(folded)) <= 1 and len(set(known) ^ set(folded)) <= 1
            for entry in entries
        )

    def known(self, folded: str) -> bool:
        return folded in self._names

    def prefixes(self, folded_words: Sequence[str]) -> int:
        return next((n for n in range(len(folded_words), 0, -1) if " ".join(folded_words[:n]) in self._names), 0)

    def place(self, place_id: str) -> Place:
        if place_id not in self._by_id:
            message = f"{place_id} is no place"
            raise UnknownPlaceError(message)
        return self._by_id[place_id]

    def demonym(self, word: str) -> str | None:
        place = self.demonym_place(word)
        return place.country if place else None

    def demonym_heads(self) -> frozenset[str]:
        """First words of demonyms."""
        return frozenset(word.partition(" ")[0] for word in self._demonyms)

    def demonym_place(self, word: str) -> Place | None:
        target = self._demonyms.get(normalise(word))
        return self.lookup(target)[0].place if target else None

    def nearest(
        self, lat: float, lon: float, *, minimum_population: int = 0, country: str | None = None, limit: int = 5
    ) -> tuple[tuple[float, Place], ...]:
        near = sorted(
            (distance_km(lat, lon, place.lat, place.lon), place.id)
            for place in self._by_id.values()
            if place.population >= minimum_population and country in {None, place.country}
        )
        return tuple((km, self._by_id[place_id]) for km, place_id in near[:limit])

    def country(self, code: str) -> Place:
        return next(place for place in self.countries() if place.country == code)

    def countries(self) -> tuple[Place, ...]:
        return tuple(place for place in self._by_id.values() if place.kind is Kind.COUNTRY)

    def admin1_of(self, place: Place) -> Place | None:
        return next((p for p in self._by_id.values() if p.kind is Kind.ADMIN1 and p.name == place.admin1), None)


def news_world() -> PlaceTable:
    """Places that news texts of the tests name, namesakes included; positions and sizes are rounded."""
    return PlaceTable(
        [
            area("Lithuania", Kind.COUNTRY, "LT", 55.2, 23.9),
            area("Russia", Kind.COUNTRY, "RU", 61.5, 96.0, 4000.0),
            area("Georgia", Kind.COUNTRY, "GE", 42.1, 43.4),
            area("United States", Kind.COUNTRY, "US", 39.8, -98.6, 3000.0),
            area("France", Kind.COUNTRY, "FR", 46.6, 2.4, 600.0),
            area("Lebanon", Kind.COUNTRY, "LB", 33.9, 35.9, 100.0),
            area("Libya", Kind.COUNTRY, "LY", 27.0, 17.0, 900.0),
            area("Netherlands", Kind.COUNTRY, "NL", 52.1, 5.3, 150.0),
            area("Jordan", Kind.COUNTRY, "JO", 31.2, 36.3, 200.0),
            area("Texas", Kind.ADMIN1, "US", 31.3, -99.3, 600.0),
            area("Georgia", Kind.ADMIN1, "US", 32.7, -83.5, 250.0),
            area("Kaliningrad", Kind.ADMIN1, "RU", 54.8, 21.4, 120.0),
            area("New York", Kind.ADMIN1, "US", 43.0, -75.5, 350.0),
            area("Lake Peipus", Kind.WATER, None, 58.7, 27.5, 60.0),
            town("Vilnius", "LT", 54.69, 25.28, 540_000, feature="capital"),
            town("Pabradė", "LT", 54.98, 25.76, 5_600),
            town("Kaliningrad", "RU", 54.71, 20.51, 475_000, admin1="Kaliningrad"),
            town("Moscow", "RU", 55.75, 37.62, 10_400_000, feature="capital"),
            town("Paris", "FR", 48.85, 2.35, 2_100_000, feature="capital"),
            town("Paris", "US", 33.66, -95.56, 24_800, admin1="Texas"),
            town("Dallas", "US", 32.78, -96.81, 1_200_000, admin1="Texas"),
            town("Greenville", "US", 33.14, -96.11, 26_000, admin1="Texas"),
            town("Greenville", "US", 34.85, -82.39, 62_000, admin1="South Carolina"),
            town("Washington", "US", 38.9, -77.04, 600_000, admin1="District of Columbia", feature="capital"),
            town("Vienna", "AT", 48.2, 16.37, 1_700_000, feature="capital"),
            town("Berlin", "DE", 52.52, 13.4, 3_400_000, feature="capital"),
            town("Helsinki", "FI", 60.17, 24.94, 560_000, feature="capital"),
            town("Tampere", "FI", 61.5, 23.79, 200_000),
            town("Sydney", "AU", -33.87, 151.2, 4_600_000),
            town("Charleston", "US", 32.78, -79.93, 130_000, admin1="South Carolina"),
            town("Nice", "FR", 43.7, 7.27, 338_000),
            town("Reading", "GB", 51.46, -0.97, 318_000),
            town("Tripoli", "LY", 32.88, 13.19, 1_150_000, feature="capital"),
            town("Tripoli", "LB", 34.44, 35.84, 229_000),
            town("The Hague", "NL", 52.08, 4.3, 475_000),
            town("Santa Cruz", "BO", -17.79, -63.18, 1_360_000),
            town("Santa Cruz", "US", 36.97, -122.03, 64_000, admin1="California"),
            town("Santa Cruz", "ES", 28.47, -16.25, 222_000),
            town("San Antonio", "US", 29.42, -98.49, 1_500_000, admin1="Texas"),
            town("San Antonio", "CL", -33.59, -71.61, 86_000),
            town("San Antonio", "PH", 14.95, 120.09, 120_000),
            town("Rome", "IT", 41.89, 12.48, 2_300_000, feature="capital"),
            town("Rome", "US", 34.26, -85.16, 36_000, admin1="Georgia"),
            town("Athens", "GR", 37.98, 23.73, 660_000, feature="capital"),
            town("Athens", "US", 33.96, -83.38, 116_000, admin1="Georgia"),
            town("Macon", "US", 32.84, -83.63, 153_000, admin1="Georgia"),
            town("Zanzibar", "TZ", -6.16, 39.2, 403_000),
            town("Windhoek", "NA", -22.56, 17.08, 268_000),
            town("Shin-Osaka", "JP", 34.73, 135.5, 10_000),
            area("Red Square", Kind.LANDMARK, "RU", 55.75, 37.62, 0.3),
        ],
        names={
            "Вильнюс": "Vilnius",
            "Wilno": "Vilnius",
            "Königsberg": "Kaliningrad",
            "TX": "Texas",
            "USA": "United States",
        },
        demonyms={
            "Lithuanian": "Lithuania",
            "Russian": "Russia",
            "Russians": "Russia",
            "American": "United States",
            "French": "France",
        },
    )
