"""The bearers of one name, weighed against each other by what else the text names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log2
from typing import TYPE_CHECKING

from wayproof.story.lexicon import support
from wayproof.world.gazetteer_names import normalise
from wayproof.world.gazetteer_ranking import score as standing
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wayproof.world.gazetteer import Entry
    from wayproof.world.places import Place

MOST_BEARERS = 40
"""Bearers of one name that are weighed; the rest are small namesakes."""

_LEAST_SHARE = 0.02
_OWN_NAMES = ("name", "short")
_HALF = 0.5
_HOLDER_VOICE = 0.5  # the region in "Evanston, Ill." is told with the town, and says little more than it
_CELL_DEGREES = 0.5
_COARSE = 3  # cells along the side of a coarse one
_HOLDERS = (Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2)
_AREAS = (Kind.ADMIN1, Kind.ADMIN2)
_CALLED = (Kind.ADMIN1, Kind.ADMIN2, Kind.REGION)  # what may be called a county, a province, a district
_STATES = (Kind.ADMIN1, Kind.REGION)
_SPOTS = (Kind.CITY, Kind.ADMIN2, Kind.AIRPORT, Kind.STATION, Kind.PORT, Kind.CROSSING, Kind.LANDMARK)


@dataclass(frozen=True, slots=True)
class Bearer:
    """One place that bears the name.

    Parameters
    ----------
    place
        The place.
    match
        How the name belongs to it, as the gazetteer has it; "short" for the short form of a longer main name.
    prior
        What it is worth among all bearers of the name.
    standing
        What it is worth in news before the text is asked, where states and capitals are named more often.
    region
        The first-level area it lies in or is, with the country; None where it has none.
    cell
        Where it stands on a grid; None for areas without a middle.
    """

    place: Place
    match: str
    prior: float
    standing: float
    region: tuple[str, str] | None = None
    cell: tuple[int, int] | None = None

    @classmethod
    def of(cls, place: Place, match: str, prior: float) -> Bearer:
        """A bearer with its region and cell."""
        p = support()
        region = region_name(place)
        return cls(
            place,
            match,
            prior,
            prior + p["state"] * (place.kind is Kind.ADMIN1) + p["capital"] * (place.feature == "capital"),
            (place.country, region) if place.country and region else None,
            _cell(place) if place.kind in _SPOTS else None,
        )


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
    post
        Whether the text calls it a crossing or checkpoint.
    fixed
        Whether there is nothing to decide: a demonym or an override.
    partners
        The names that stand beside it in lists.
    """

    bearers: tuple[Bearer, ...]
    voice: float = 0.0
    regions: tuple[Place, ...] = ()
    admin: str = ""
    settlement: bool = False
    holder: bool = False
    only_holds: bool = True
    post: bool = False
    fixed: bool = False
    people: bool = False
    dateline: bool = False
    partners: list[NameGroup] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    @property
    def best(self) -> Bearer:
        """The bearer that leads now."""
        return self.bearers[self.scores.index(max(self.scores))]

    def rate(self, scores: list[float]) -> None:
        """Take new scores; the shares are what each bearer is believed to be, by powers of ten of its score."""
        self.scores = scores
        top = max(scores)
        powers = [10.0 ** (score - top) for score in scores]
        whole = sum(powers)
        self.shares = [power / whole for power in powers]


def bearers_of(entries: Sequence[Entry], folded: str = "") -> tuple[Bearer, ...]:
    """Candidates of a name, one per place, most likely first.

    A place whose main name begins with the folded name is hardly less meant by it ("Frankfurt" for Frankfurt am Main).
    """
    short_form = support()["short_form"] if folded else 0.0
    begins = f"{folded} "
    seen: dict[str, Bearer] = {}
    for entry in entries:
        match = "alternate" if entry.match == "demonym" else entry.match
        prior = standing(entry.place, match)
        how = entry.match
        known_widely = match == "alternate" and entry.place.population >= support()["large_city"]
        if short_form and known_widely and normalise(entry.place.name).startswith(begins):
            how, prior = "short", prior + short_form
        known = seen.get(entry.place.id)
        if known is None or known.prior < prior:
            seen[entry.place.id] = Bearer.of(entry.place, how, prior)
    return tuple(sorted(seen.values(), key=lambda b: -b.prior)[:MOST_BEARERS])


class Surroundings:
    """What the groups of a text say together: how many names lie in each country, region and neighbourhood.

    A name that could be in two countries counts for each by its share.
    """

    def __init__(self) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.regions: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._near: defaultdict[tuple[int, int], float] = defaultdict(float)
        self._close: defaultdict[tuple[int, int], float] = defaultdict(float)
        self.possible_regions: set[tuple[str, str]] = set()
        self.named_countries: set[str] = set()
        self.named_regions: set[tuple[str | None, str]] = set()
        self.peoples: set[str] = set()
        self.datelines: set[str] = set()

    def add(self, group: NameGroup, sign: int) -> None:
        """Count a group in (1) or out (-1)."""
        if group.people or not group.voice:
            return
        voice = sign * group.voice * (_HOLDER_VOICE if group.only_holds else 1.0)
        # powers of ten fall fast: of forty bearers, one or two have a share worth counting
        for bearer, share in zip(group.bearers, group.shares, strict=True):
            if share < _LEAST_SHARE:
                continue
            place, counted = bearer.place, share * voice
            if place.country:
                self.countries[place.country] += counted
                if place.kind is not Kind.COUNTRY and bearer.region:
                    self.regions[bearer.region] += counted
            if bearer.cell:
                for cells, (row, column) in ((self._close, bearer.cell), (self._near, _coarse(bearer.cell))):
                    for r in (row - 1, row, row + 1):
                        for c in (column - 1, column, column + 1):
                            cells[r, c] += counted

    def allow(self, group: NameGroup) -> None:
        """Take down which first-level areas a name may mean that is no city's, nor the region in "Paris, Texas"."""
        if not group.only_holds and not group.people and group.best.place.kind is not Kind.CITY:
            regions = (
                b.region for b in group.bearers if b.place.kind is Kind.ADMIN1 and b.match == "name" and b.region
            )
            self.possible_regions.update(regions)

    def name(self, groups: Iterable[NameGroup]) -> None:
        """Take down anew which countries, regions and peoples the leading bearers name outright."""
        for named in (self.named_countries, self.named_regions, self.peoples, self.datelines):
            named.clear()
        for group in groups:
            place = group.best.place
            if group.people and place.country:
                self.peoples.add(place.country)
            elif place.kind is Kind.COUNTRY and place.country:
                self.named_countries.add(place.country)
            elif place.kind is Kind.ADMIN1 and not group.only_holds:
                self.named_regions.add((place.country, place.name))
            if group.dateline and place.country:
                self.datelines.add(place.country)

    def spread(self) -> int:
        """In how many countries the names lie."""
        return sum(count >= _HALF for count in self.countries.values())

    def in_country(self, country: str) -> float:
        """How many names lie in a country."""
        return self.countries.get(country, 0.0)

    def in_region(self, region: tuple[str, str]) -> float:
        """How many names lie in a first-level area of a country."""
        return self.regions.get(region, 0.0)

    def near(self, cell: tuple[int, int]) -> float:
        """How many names lie in the coarse cell about a cell and the coarse cells around it."""
        return self._near.get(_coarse(cell), 0.0)

    def close(self, cell: tuple[int, int]) -> float:
        """How many names lie in a cell and the cells around it."""
        return self._close.get(cell, 0.0)


def region_name(place: Place) -> str | None:
    """The first-level area a place lies in or is; None when unknown."""
    return place.name if place.kind is Kind.ADMIN1 else place.admin1


def _cell(place: Place) -> tuple[int, int]:
    return int(place.lat // _CELL_DEGREES), int(place.lon // _CELL_DEGREES)


def _coarse(cell: tuple[int, int]) -> tuple[int, int]:
    return cell[0] // _COARSE, cell[1] // _COARSE


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
_BESIDE_DEGREES = 0.3


def weigh(group: NameGroup, around: Surroundings, points: Mapping[str, float] | None = None) -> list[float]:
    """Scores of a group's bearers, given what the other groups say (the group itself must be counted out)."""
    p = points or support()
    by_country: dict[str, tuple[float, float]] = {}
    worldly = p["worldly"] * log2(1 + max(0, around.spread() - 1))
    scores = []
    listed = bool(group.partners) and _listed_with_great(group, around, p)
    for bearer, alone in zip(group.bearers, _alone(group, p), strict=True):
        country = bearer.place.country
        told = implied = 0.0
        if country:
            known = by_country.get(country)
            if known is None:
                known = by_country[country] = _country_support(country, around, p)
            told, implied = known
            told, implied = _support_inside(bearer, around, p, told, implied)
        if bearer.cell:
            implied += p["near"] * _weight_of(around.near(bearer.cell), p, "chance_near")
            implied += p["close"] * _weight_of(around.close(bearer.cell), p, "chance_near")
        if listed and bearer.match in _OWN_NAMES and _is_great(bearer.place, p):
            told += p["great_partner"]
        if worldly and bearer.place.kind is Kind.CITY and bearer.place.population >= p["world_city"]:
            told += worldly
        beyond = max(0.0, implied - p["most_implied"])
        scores.append(alone + told + implied - beyond + p["beyond"] * beyond)
    return scores


def _listed_with_great(group: NameGroup, around: Surroundings, p: Mapping[str, float]) -> bool:
    """Whether the name stands in a list with a place known everywhere, and nothing hints at a smaller bearer.

    A hint is a bearer near the place beside it ("from Seattle to Vancouver"), or in a state that the text may name.
    """
    others = [bearer for bearer in group.bearers if not _is_great(bearer.place, p)]
    if any(bearer.region in around.possible_regions for bearer in others):
        return False
    greats = [partner.best.place for partner in group.partners if _is_great(partner.best.place, p)]
    return any(not any(_beside(bearer.place, place) for bearer in others) for place in greats)


def _is_great(place: Place, p: Mapping[str, float]) -> bool:
    """Whether it is known everywhere: a country, a capital, a large city, a populous state."""
    if place.kind is Kind.COUNTRY:
        return True
    if place.kind is Kind.ADMIN1:
        return place.population >= p["world_city"]
    return place.kind is Kind.CITY and (place.population >= p["large_city"] or place.feature == "capital")


def _beside(a: Place, b: Place) -> bool:
    return abs(a.lat - b.lat) < _SAME_PLACE and abs(a.lon - b.lon) < 2 * _SAME_PLACE


def _country_support(country: str, around: Surroundings, p: Mapping[str, float]) -> tuple[float, float]:
    """Points for a country that is named outright (its name apart), and for the names that lie in it."""
    told = 0.0
    if country in around.peoples:
        told += p["people_named"]
    if country in around.datelines:
        told += p["dateline"]
    return told, p["same_country"] * _weight_of(around.in_country(country), p)


def _support_inside(
    bearer: Bearer, around: Surroundings, p: Mapping[str, float], told: float, implied: float
) -> tuple[float, float]:
    """Both sums with the points that depend on what and where in the country a bearer is."""
    place, region = bearer.place, bearer.region
    named = place.country in around.named_countries
    if named and place.kind is not Kind.COUNTRY:
        told += p["country_named"]
    if region:
        if region in around.named_regions and place.kind is not Kind.ADMIN1:
            told += p["region_named"]
        implied += p["same_region"] * _weight_of(around.in_region(region), p)
    if place.kind is Kind.CROSSING and (named or place.country in around.peoples):
        told += p["crossing_near"]
    return told, implied


def _alone(group: NameGroup, p: Mapping[str, float]) -> list[float]:
    """Points of a group's bearers that do not depend on other names; reckoned once."""
    if not group.alone:
        cities = [b.place for b in group.bearers if b.place.kind is Kind.CITY and b.match == "name"]
        group.alone = [bearer.standing + _called(group, bearer, cities, p) for bearer in group.bearers]
    return group.alone


def _called(group: NameGroup, bearer: Bearer, cities: Sequence[Place], p: Mapping[str, float]) -> float:
    """Points for what the text calls the name directly."""
    place = bearer.place
    total = 0.0
    if group.regions:
        inside = any(lies_in(place, region) for region in group.regions)
        total += p["region_named_after"] if inside else p["region_contradicted"]
    area = place.kind in (_STATES if group.admin == "state" else _CALLED)
    if group.holder and place.kind in _HOLDERS:
        total += p["holder"]
    if group.admin:
        total += p["admin_called"] if area else p["admin_not_called"]
    elif place.kind in _AREAS and any(encloses(place, city) for city in cities):
        total -= p["city_over_area"]
    if place.kind is Kind.CROSSING and not group.post and any(_is_town_of(city, place, p) for city in cities):
        total -= p["crossing_near"]
    if group.settlement and place.kind is Kind.CITY:
        total += p["settlement_called"]
    return total if bearer.match == "name" else total + _by_another_name(group, bearer, cities, p)


def _by_another_name(group: NameGroup, bearer: Bearer, cities: Sequence[Place], p: Mapping[str, float]) -> float:
    """Points against a bearer whose main name is another, where the name is mainly that of something greater."""
    place = bearer.place
    total = 0.0
    if place.kind is Kind.COUNTRY and bearer.match == "alternate" and _names_a_part(group, place):
        total += p["part_of_country"]
    if place.kind is Kind.CITY and _wider(group, place.country):
        total += p["part_of_country"]  # "Kosovo" is not the town of Kosovo Polje, nor "Africa" one in Tunisia
    elif place.kind is Kind.CITY and any(c.population >= max(place.population, p["large_city"]) for c in cities):
        total += p["lesser_alternate"]  # "Pittsburgh" is not Pittsburg in California
    if place.feature == "capital" and bearer.match == "alternate" and any(c.feature == "capital" for c in cities):
        total -= p["capital"]  # "Dili" is Timor's capital, though Delhi is called so as well
    return total


def _is_town_of(city: Place, crossing: Place, p: Mapping[str, float]) -> bool:
    """Whether a crossing bears the name of this town beside it, which is what the bare name means."""
    beside = abs(city.lat - crossing.lat) < _BESIDE_DEGREES and abs(city.lon - crossing.lon) < 2 * _BESIDE_DEGREES
    return beside and city.population >= p["town_beside_crossing"]


def _names_a_part(group: NameGroup, country: Place) -> bool:
    """Whether a first-level area of the country has this for its main name ("England")."""
    return any(
        b.match == "name" and b.place.kind is Kind.ADMIN1 and b.place.country == country.country for b in group.bearers
    )


def _wider(group: NameGroup, country: str | None) -> bool:
    """Whether this is the main name of the country, or of a region of several countries."""
    return any(
        b.match == "name"
        and ((b.place.kind is Kind.COUNTRY and b.place.country == country) or b.place.kind is Kind.REGION)
        for b in group.bearers
    )


def encloses(area: Place, city: Place) -> bool:
    """Whether an area lies about a city of its name."""
    return area.country == city.country and (area.name == city.admin1 or _beside(area, city))


_SAME_PLACE = 2.25  # degrees of latitude: 250 km


def _weight_of(names: float, p: Mapping[str, float], chance: str = "chance") -> float:
    """What so many names count for: their doublings, less where they are few, for two names meet by chance."""
    if names <= 0.0:
        return 0.0
    return log2(1 + names) * names / (names + p[chance])
