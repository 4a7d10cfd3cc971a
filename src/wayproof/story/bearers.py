"""The bearers of one name, weighed against each other by what else the text names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log2
from typing import TYPE_CHECKING

from wayproof.story.lexicon import support
from wayproof.world.gazetteer_ranking import score as standing
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wayproof.world.gazetteer import Entry
    from wayproof.world.places import Place

MOST_BEARERS = 40
"""Bearers of one name that are weighed; the rest are small namesakes."""

_LEAST_SHARE = 0.02
_CELL_DEGREES = 1.5
_HOLDERS = (Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2)
_AREAS = (Kind.ADMIN1, Kind.ADMIN2)
_SPOTS = (Kind.CITY, Kind.AIRPORT, Kind.STATION, Kind.PORT, Kind.CROSSING, Kind.LANDMARK)


@dataclass(frozen=True, slots=True)
class Bearer:
    """One place that bears the name; `prior` is what it is worth before the text is asked."""

    place: Place
    match: str
    prior: float


@dataclass(slots=True)
class NameGroup:
    """All mentions of one name in a text, decided together: one sense per text.

    Parameters
    ----------
    bearers
        Candidates, most likely first by `prior`.
    voice
        How much the mentions say about where the text plays, 0 to 1.
    regions
        Places that were named right after it ("Paris, Texas").
    admin
        The word that calls it an area ("county"); empty if none.
    settlement
        Whether the text calls it a city or town.
    holder
        Whether it stands as the region of a town ("Texas" in "Paris, Texas").
    fixed
        Whether there is nothing to decide: a demonym or an override.
    """

    bearers: tuple[Bearer, ...]
    voice: float = 0.0
    regions: tuple[Place, ...] = ()
    admin: str = ""
    settlement: bool = False
    holder: bool = False
    fixed: bool = False
    people: bool = False
    dateline: bool = False
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    @property
    def best(self) -> Bearer:
        """The bearer that leads now."""
        return self.bearers[max(range(len(self.scores)), key=self.scores.__getitem__)]

    def rate(self, scores: list[float]) -> None:
        """Take new scores; the shares are what each bearer is believed to be, by powers of ten of its score."""
        self.scores = scores
        top = max(scores)
        powers = [10.0 ** (score - top) for score in scores]
        whole = sum(powers)
        self.shares = [power / whole for power in powers]


def bearers_of(entries: Sequence[Entry]) -> tuple[Bearer, ...]:
    """Candidates of a name, one per place, most likely first."""
    seen: dict[str, Bearer] = {}
    for entry in entries:
        match = "alternate" if entry.match == "demonym" else entry.match
        bearer = Bearer(entry.place, entry.match, standing(entry.place, match))
        known = seen.get(entry.place.id)
        if known is None or known.prior < bearer.prior:
            seen[entry.place.id] = bearer
    return tuple(sorted(seen.values(), key=lambda b: -b.prior)[:MOST_BEARERS])


class Surroundings:
    """What the groups of a text say together: how many names lie in each country, region and neighbourhood.

    A name that could be in two countries counts for each by its share.
    """

    def __init__(self) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.regions: defaultdict[tuple[str, str | None], float] = defaultdict(float)
        self.cells: defaultdict[tuple[int, int], float] = defaultdict(float)
        self.named_countries: set[str] = set()
        self.named_regions: set[tuple[str | None, str]] = set()
        self.peoples: set[str] = set()
        self.datelines: set[str] = set()

    @classmethod
    def of(cls, groups: Iterable[NameGroup]) -> Surroundings:
        """The surroundings made by the bearers of every group."""
        made = cls()
        for group in groups:
            made.add(group, 1)
            made._name(group)
        return made

    def add(self, group: NameGroup, sign: int) -> None:
        """Count a group in (1) or out (-1)."""
        if group.people or not group.voice:
            return
        for bearer, share in zip(group.bearers, group.shares, strict=True):
            if share < _LEAST_SHARE:
                continue
            place, counted = bearer.place, sign * share * group.voice
            if place.country:
                self.countries[place.country] += counted
                if place.kind is not Kind.COUNTRY:
                    self.regions[place.country, region_name(place)] += counted
            if place.kind in _SPOTS:
                self.cells[_cell(place)] += counted

    def _name(self, group: NameGroup) -> None:
        place = group.best.place
        if group.people and place.country:
            self.peoples.add(place.country)
        elif place.kind is Kind.COUNTRY and place.country:
            self.named_countries.add(place.country)
        elif place.kind is Kind.ADMIN1:
            self.named_regions.add((place.country, place.name))
        if group.dateline and place.country:
            self.datelines.add(place.country)

    def in_country(self, country: str) -> float:
        """How many names lie in a country."""
        return max(0.0, self.countries.get(country, 0.0))

    def in_region(self, country: str, region: str) -> float:
        """How many names lie in a first-level area."""
        return max(0.0, self.regions.get((country, region), 0.0))

    def near(self, place: Place) -> float:
        """How many names lie in the cells around."""
        row, column = _cell(place)
        cells = self.cells
        found = sum(cells.get((r, c), 0.0) for r in (row - 1, row, row + 1) for c in (column - 1, column, column + 1))
        return max(0.0, found)


def region_name(place: Place) -> str | None:
    """The first-level area a place lies in or is; None when unknown."""
    return place.name if place.kind is Kind.ADMIN1 else place.admin1


def _cell(place: Place) -> tuple[int, int]:
    return int(place.lat // _CELL_DEGREES), int(place.lon // _CELL_DEGREES)


def lies_in(place: Place, region: Place) -> bool:
    """Whether a place lies in a region, as far as country and first-level area tell."""
    if region.kind is Kind.COUNTRY:
        return place.country == region.country and place.id != region.id
    if region.kind is Kind.ADMIN1:
        return place.country == region.country and place.admin1 == region.name and place.id != region.id
    close = abs(place.lat - region.lat) * _KM_PER_DEGREE <= region.extent_km + _NEAR_KM
    return (
        close
        and place.country == region.country
        and place.id != region.id
        and (abs(place.lon - region.lon) * _KM_PER_DEGREE / 2 <= region.extent_km + _NEAR_KM)
    )


_KM_PER_DEGREE = 111.0
_NEAR_KM = 30.0


def weigh(group: NameGroup, around: Surroundings, points: Mapping[str, float] | None = None) -> list[float]:
    """Scores of a group's bearers, given what the other groups say (the group itself must be counted out)."""
    p = points or support()
    cities = [b.place for b in group.bearers if b.place.kind is Kind.CITY and b.match == "name"]
    return [
        _standing(bearer, p) + _called(group, bearer, cities, p) + _supported(bearer.place, around, p)
        for bearer in group.bearers
    ]


def _standing(bearer: Bearer, p: Mapping[str, float]) -> float:
    """Points for what a bearer is, before the text is asked."""
    place = bearer.place
    return bearer.prior + p["state"] * (place.kind is Kind.ADMIN1) + p["capital"] * (place.feature == "capital")


def _called(group: NameGroup, bearer: Bearer, cities: Sequence[Place], p: Mapping[str, float]) -> float:
    """Points for what the text calls the name directly."""
    place = bearer.place
    total = 0.0
    if group.regions:
        inside = any(lies_in(place, region) for region in group.regions)
        total += p["region_named_after"] if inside else p["region_contradicted"]
    area = place.kind in _AREAS or place.kind is Kind.REGION
    if group.holder and place.kind in _HOLDERS:
        total += p["holder"]
    if group.admin:
        total += p["admin_called"] if area else p["admin_not_called"]
    elif place.kind in _AREAS and any(encloses(place, city) for city in cities):
        total -= p["city_over_area"]
    if place.kind is Kind.COUNTRY and bearer.match == "alternate" and _names_a_part(group, place):
        total += p["part_of_country"]
    if group.settlement and place.kind is Kind.CITY:
        total += p["settlement_called"]
    return total


def _names_a_part(group: NameGroup, country: Place) -> bool:
    """Whether a first-level area of the country has this for its main name ("England")."""
    return any(
        b.match == "name" and b.place.kind is Kind.ADMIN1 and b.place.country == country.country for b in group.bearers
    )


def encloses(area: Place, city: Place) -> bool:
    """Whether an area lies about a city of its name."""
    return area.country == city.country and (
        area.name == city.admin1
        or (abs(area.lat - city.lat) < _SAME_PLACE and abs(area.lon - city.lon) < 2 * _SAME_PLACE)
    )


_SAME_PLACE = 2.25  # degrees of latitude: 250 km


def _supported(place: Place, around: Surroundings, p: Mapping[str, float]) -> float:
    """Points for the names that lie near by, and for its country or region being named."""
    told, implied = 0.0, 0.0
    if place.country:
        told += p["country_named"] * (place.kind is not Kind.COUNTRY and place.country in around.named_countries)
        told += p["people_named"] * (place.country in around.peoples)
        told += p["dateline"] * (place.country in around.datelines)
        implied += p["same_country"] * log2(1 + around.in_country(place.country))
        region = region_name(place)
        if region:
            named = (place.country, region) in around.named_regions and place.kind is not Kind.ADMIN1
            told += p["region_named"] * named
            implied += p["same_region"] * log2(1 + around.in_region(place.country, region))
        if place.kind is Kind.CROSSING and place.country in (around.named_countries | around.peoples):
            told += p["crossing_near"]
    if place.kind in _SPOTS:
        implied += p["near"] * log2(1 + around.near(place))
    return told + min(implied, p["most_implied"])
