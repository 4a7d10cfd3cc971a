"""What the names of a text say together about where each of them lies."""

from __future__ import annotations

from collections import defaultdict
from math import cos, log2, radians
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import ROW_OF_CELLS, beside, is_great
from wayproof.story.geoparsing.called import NO_HAMLETS, alone
from wayproof.story.vocabulary.lexicon import support
from wayproof.world.places import ADMIN1, ADMIN2, CITY, COUNTRY, CROSSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wayproof.story.geoparsing.bearers import NameGroup
    from wayproof.world.places import Kind, Place

_COUNTIES = frozenset({"county", "parish", "borough"})
_MOST_COUNTIES, _MOST_TOWNS = 20, 60
_KM_PER_DEGREE = 111.0
_OWN_NAMES = ("name", "short")
_CITIES, _CITIES_AND_STATES = (CITY,), (CITY, ADMIN1)
_HALF = 0.5
_HOLDER_VOICE = 0.5  # the region in "Evanston, Ill." is told with the town, and says little more than it


class Surroundings:
    """What the groups of a text say together.

    Attributes
    ----------
    countries, regions, near, close
        How many names lie in each country, first-level area, cell of the coarse grid and cell of the fine grid, those
        west and east of the cell included. A name that could be in two countries counts for each by its share.
    named_countries, named_regions, peoples, datelines
        What the text names outright.
    possible_regions
        What it may name.
    """

    def __init__(self) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.regions: defaultdict[tuple[str, str], float] = defaultdict(float)
        # most cells are met once in a text: a defaultdict would take twice as long for these
        self.near: dict[int, float] = {}
        self.close: dict[int, float] = {}
        self.possible_regions: set[tuple[str, str]] = set()
        self.named_countries: set[str] = set()
        self.named_regions: set[tuple[str, str] | None] = set()
        self.peoples: set[str] = set()
        self.datelines: set[str] = set()

    def add(self, group: NameGroup, sign: int) -> None:
        """Count a group in (1) or out (-1)."""
        if group.people or not group.voice:
            return
        voice = sign * group.voice * (_HOLDER_VOICE if group.only_holds else 1.0)
        near, close = self.near, self.close
        # this runs twice for every name and round, and so is written out
        for bearer, share in group.likely:
            place, _, _, _, region, close_cell, near_cell = bearer
            country, counted = place.country, share * voice
            if country:
                self.countries[country] += counted
                if region and place.kind is not COUNTRY:
                    self.regions[region] += counted
            if close_cell is not None and near_cell is not None:
                west, east = close_cell - 1, close_cell + 1
                close[west] = close.get(west, 0.0) + counted
                close[close_cell] = close.get(close_cell, 0.0) + counted
                close[east] = close.get(east, 0.0) + counted
                west, east = near_cell - 1, near_cell + 1
                near[west] = near.get(west, 0.0) + counted
                near[near_cell] = near.get(near_cell, 0.0) + counted
                near[east] = near.get(east, 0.0) + counted

    def allow(self, group: NameGroup) -> None:
        """Take down which first-level areas a name may mean that is no city's, nor the region in "Paris, Texas"."""
        if not group.only_holds and not group.people and group.best.place.kind is not CITY:
            regions = (b.region for b in group.bearers if b.place.kind is ADMIN1 and b.match == "name" and b.region)
            self.possible_regions.update(regions)

    def name(self, groups: Iterable[NameGroup]) -> None:
        """Take down anew which countries, regions and peoples the leading bearers name outright."""
        for named in (self.named_countries, self.named_regions, self.peoples, self.datelines):
            named.clear()
        for group in groups:
            place = group.best.place
            if group.people and place.country:
                self.peoples.add(place.country)
            elif place.kind is COUNTRY and place.country:
                self.named_countries.add(place.country)
            elif place.kind is ADMIN1 and not group.only_holds:
                self.named_regions.add(group.best.region)
            if group.dateline and place.country:
                self.datelines.add(place.country)

    def spread(self) -> int:
        """In how many countries the names lie, or of how many the people are named."""
        counts = self.countries
        lie = len([count for count in counts.values() if count >= _HALF])
        return lie + len([people for people in self.peoples if counts.get(people, 0.0) < _HALF])


def seat(groups: Sequence[NameGroup]) -> None:
    """Find the counties of a text with the towns that lie in them: "Paris" and "Henry County" are both in Tennessee.

    Where a county and a town bear names that many places bear, the one pair that fits says more than either name.
    """
    points = support()["seat"]
    counties = [group for group in groups if group.admin in _COUNTIES and not group.regions]
    if not counties:
        return
    towns = [group for group in groups if not group.admin and not group.fixed and not group.regions]
    for county in counties[:_MOST_COUNTIES]:
        areas = [(at, b.place) for at, b in enumerate(county.bearers) if b.place.kind is ADMIN2]
        for town in towns[:_MOST_TOWNS]:
            pairs = [
                (at, spot)
                for spot, bearer in enumerate(town.bearers)
                if bearer.place.kind is CITY
                for at, area in areas
                if bearer.region == (area.country, area.admin1) and _in_county(bearer.place, area)
            ]
            for at, spot in pairs:
                worth = points / len(pairs)
                county.seats[at] = max(worth, county.seats.get(at, 0.0))
                town.seats[spot] = max(worth, town.seats.get(spot, 0.0))


def _in_county(town: Place, county: Place) -> bool:
    """Whether a town lies within the circle of a county."""
    north = (town.lat - county.lat) * _KM_PER_DEGREE
    east = (town.lon - county.lon) * _KM_PER_DEGREE * cos(radians(county.lat))
    return north * north + east * east <= county.extent_km**2


def weigh(group: NameGroup, around: Surroundings) -> list[float]:  # noqa: C901, PLR0912 - the innermost loop of all
    """Scores of a group's bearers, given what the other groups say (the group itself must be counted out)."""
    p = support()
    by_country: dict[str, tuple[float, float, bool]] = {}
    # how far the names are spread matters to cities that the whole world knows, and to the towns called like them
    spread = around.spread() if dwarfing(group, p) > 0.0 or _has_world_city(group, p) else 0
    worldly = p["worldly"] * log2(1 + max(0, spread - 1))
    great = p["great_partner"] if group.partners and _listed_with_great(group, around, p) else 0.0
    near, close, row, regions, named_regions = (
        around.near, around.close, ROW_OF_CELLS, around.regions, around.named_regions,
    )  # fmt: skip
    chance, chance_near, most, beyond = p["chance"], p["chance_near"], p["most_implied"], p["beyond"]
    points_near, points_close, large_city = p["near"], p["close"], p["large_city"]
    scores = []
    famous = dwarfing(group, p) if spread >= p["many_countries"] else 0.0
    known_from, kinds = _known_widely(group, around, famous, p)
    # this runs once for every bearer of every name and round: what is looked up here is looked up often
    for bearer, own in zip(group.bearers, alone(group, p), strict=True):
        place, match, _, _, region, close_cell, near_cell = bearer
        country, kind = place.country, place.kind
        told = implied = 0.0
        if country:
            known = by_country.get(country)
            if known is None:
                known = by_country[country] = _country_support(country, around, p)
            told, implied, named = known
            if named and kind is not COUNTRY:
                told += p["country_named"]
                if place.feature == "capital" and match == "name" and place.population < large_city:
                    told += p["capital_of_named"]  # nobody thinks of "Adamstown" unless Pitcairn is named
            if kind is CROSSING and (named or country in around.peoples):
                told += p["crossing_near"]
            if region:
                if region in named_regions and kind is not ADMIN1:
                    told += p["region_named"]
                count = regions.get(region, 0.0)
                if count > 0.0:
                    implied += p["same_region"] * log2(1 + count) * count / (count + chance)
        if near_cell is not None:
            count = near.get(near_cell - row, 0.0) + near.get(near_cell, 0.0) + near.get(near_cell + row, 0.0)
            if count > 0.0:
                implied += points_near * log2(1 + count) * count / (count + chance_near)
                # what is close is near as well
                cell = close_cell or 0
                count = close.get(cell - row, 0.0) + close.get(cell, 0.0) + close.get(cell + row, 0.0)
                if count > 0.0:
                    implied += points_close * log2(1 + count) * count / (count + chance_near)
        if great and match in _OWN_NAMES and is_great(place, p):
            told += great
        if worldly and kind in kinds and place.population >= known_from:
            told += worldly
        cap = most
        dwarfed = famous and place.population < famous and region not in named_regions
        if dwarfed and _may_be_small(place, region, around):
            cap = p["most_village"] if place.population < p["village"] else p["most_dwarfed"]
            told -= _country_told(country, around, p) if country else 0.0
        scores.append(own + told + (implied if implied <= cap else cap + beyond * (implied - cap)))
    return scores


def _may_be_small(place: Place, region: tuple[str, str] | None, around: Surroundings) -> bool:
    """Whether a place that few people are told to live in is small, and in no state that the text may name."""
    return place.feature not in NO_HAMLETS and region not in around.possible_regions


def _known_widely(
    group: NameGroup, around: Surroundings, famous: float, p: Mapping[str, float]
) -> tuple[float, tuple[Kind, ...]]:
    """Inhabitants from which a text of the wide world rather means a bearer of a name, and of which kinds.

    Cities of less than a million people are known widely only among villages of their name (there are two Frankfurts),
    and where the text may not mean a state in which such a village lies: "Georgia" may be that of a small Athens.
    """
    lesser = famous > 0.0 and not _has_world_city(group, p)
    cities = [bearer for bearer in group.bearers if bearer.place.kind is CITY] if lesser else []
    single = sum(bearer.place.population >= p["village"] for bearer in cities) == 1
    if single and not any(bearer.region in around.possible_regions for bearer in cities):
        return p["famous_city"], _CITIES_AND_STATES  # "Quebec" is the province about the city as well
    return p["world_city"], _CITIES


def _has_world_city(group: NameGroup, p: Mapping[str, float]) -> bool:
    """Whether one of the bearers is a city that the whole world knows."""
    world_city = p["world_city"]
    return any(b.place.population >= world_city and b.place.kind is CITY for b in group.bearers)


def dwarfing(group: NameGroup, p: Mapping[str, float]) -> float:
    """Inhabitants below which a bearer is dwarfed by a city of the name that is known everywhere; 0 without one."""
    if group.famous is None:
        known = [b.place for b in group.bearers if b.place.kind is CITY and b.match in _OWN_NAMES]
        most = max((place.population for place in known), default=0)
        group.famous = most / p["dwarfed"] if most >= p["world_city"] else 0.0
        if most >= p["famous_city"] or any(place.feature == "capital" for place in known):
            group.famous = max(group.famous, min(p["village"], most / p["outdone"]))
    return group.famous


def _listed_with_great(group: NameGroup, around: Surroundings, p: Mapping[str, float]) -> bool:
    """Whether the name stands in a list with a place known everywhere, and nothing hints at a smaller bearer.

    A hint is a bearer near the place beside it ("from Seattle to Vancouver"), or in a state that the text may name.
    """
    others = [bearer for bearer in group.bearers if not is_great(bearer.place, p)]
    if any(bearer.region in around.possible_regions for bearer in others):
        return False
    greats = [partner.best.place for partner in group.partners if is_great(partner.best.place, p)]
    return any(not any(beside(bearer.place, place) for bearer in others) for place in greats)


def _country_support(country: str, around: Surroundings, p: Mapping[str, float]) -> tuple[float, float, bool]:
    """Points for a country whose people are named, for the names that lie in it, and whether it is named outright.

    Names count by their doublings, less where they are few, for two names meet by chance.
    """
    told = _country_told(country, around, p)
    names = around.countries.get(country, 0.0)
    implied = p["same_country"] * log2(1 + names) * names / (names + p["chance"]) if names > 0.0 else 0.0
    return told, implied, country in around.named_countries


def _country_told(country: str, around: Surroundings, p: Mapping[str, float]) -> float:
    """Points for a country whose people are named or in which the dateline lies."""
    told = p["people_named"] if country in around.peoples else 0.0
    return told + (p["dateline"] if country in around.datelines else 0.0)
