"""What the text calls a name directly, whatever else it names: a county, a town, the place in a region told with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import encloses, lies_in
from wayproof.world.places import (
    ADMIN1,
    ADMIN2,
    AIRPORT,
    CITY,
    COUNTRY,
    CROSSING,
    ISLAND,
    LANDMARK,
    REGION,
    STATION,
    WATER,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.geoparsing.bearers import Bearer, NameGroup
    from wayproof.world.places import Place

_HOLDERS = (COUNTRY, ADMIN1, ADMIN2)
_AREAS = (ADMIN1, ADMIN2)
_CALLED = (ADMIN1, ADMIN2, REGION)  # what may be called a county, a province, a district
_STATES = (ADMIN1, REGION)
_WITH_ARTICLE = (ADMIN1, REGION, WATER)
_UNCALLED = (ADMIN2, AIRPORT, CROSSING, STATION)
_BASES = (AIRPORT, LANDMARK)
_OF_BASES = frozenset({"base", "afb", "field", "raf", "nas", "naval", "airfield"})
_FORMER = frozenset({"historic", "alternate"})
_BESIDE_DEGREES = 0.3
_KM_PER_DEGREE = 111.0
NO_HAMLETS = frozenset({"city district", "town", "capital"})
"""Features of settlements that are not small though a number of inhabitants is lacking."""


@dataclass(frozen=True, slots=True)
class _Namesakes:
    """What the bearers of a name are together, found once for all of them.

    Parameters
    ----------
    cities
        Those settlements whose main name it is.
    great, capital
        Whether one of these is known everywhere, and whether one is a capital.
    greatest, largest
        Inhabitants of the greatest of these, and of the greatest in each country.
    parts, wholes
        Countries of which a first-level area has this for its main name, and those that have it themselves.
    country
        Inhabitants of the greatest country of that name; 0 where none is called so.
    wide
        Whether a region of several countries has it for its main name.
    former
        Those large cities that bore it once, or bear it beside their main name.
    """

    cities: list[Place]
    great: bool
    capital: bool
    greatest: int
    largest: dict[str | None, int]
    parts: set[str | None]
    wholes: set[str | None]
    country: int
    wide: bool
    former: list[Bearer]

    @classmethod
    def of(cls, bearers: Sequence[Bearer], p: Mapping[str, float]) -> _Namesakes:
        """Look through the bearers of a name."""
        named = [bearer.place for bearer in bearers if bearer.match == "name"]
        cities = [place for place in named if place.kind is CITY]
        others = [place for place in named if place.kind is not CITY] if len(cities) < len(named) else []
        largest: dict[str | None, int] = {}
        capital = False
        for city in cities:
            country, people = city.country, city.population
            if people > largest.get(country, -1):
                largest[country] = people
            capital = capital or city.feature == "capital"
        greatest = max(largest.values(), default=-1)
        return cls(
            cities,
            great=capital or greatest >= p["large_city"],
            capital=capital,
            greatest=greatest,
            largest=largest,
            parts={place.country for place in others if place.kind is ADMIN1},
            wholes={place.country for place in others if place.kind is COUNTRY},
            country=max((place.population for place in others if place.kind is COUNTRY), default=0),
            wide=any(place.kind is REGION for place in others),
            former=[
                one
                for one in bearers
                if one.match in _FORMER and one.place.kind is CITY and one.place.population >= p["large_city"]
            ],
        )


def alone(group: NameGroup, p: Mapping[str, float]) -> list[float]:
    """Points of a group's bearers that do not depend on other names; reckoned once."""
    if (
        not group.alone
        and group.known is not None
        and not (
            group.regions or group.admin or group.settlement or group.holder or group.post or group.spot or group.flown
        )
        and not group.article
    ):
        group.alone = group.known.alone
    if not group.alone:
        namesakes = _Namesakes.of(group.bearers, p)
        # of a town that bears the name there is nothing to say where the text calls it nothing
        silent = not (group.regions or group.settlement or group.admin or namesakes.great)
        group.alone = [
            bearer.standing
            if silent and bearer.match == "name" and bearer.place.kind is CITY
            else bearer.standing + _called(group, bearer, namesakes, p)
            for bearer in group.bearers
        ]
    if group.seats:
        group.alone = [score + group.seats.get(number, 0.0) for number, score in enumerate(group.alone)]
        group.seats = {}
    return group.alone


def _called(group: NameGroup, bearer: Bearer, namesakes: _Namesakes, p: Mapping[str, float]) -> float:
    """Points for what the text calls the name directly."""
    place = bearer.place
    kind = place.kind
    total = 0.0
    if group.regions:
        total += _in_regions_told(group, place, p)
    total += _as_spot(group, place, p)
    if group.holder and (kind in _HOLDERS or kind is ISLAND):
        total += p["holder"]
    if group.admin:
        area = kind in (_STATES if group.admin == "state" else _CALLED)
        total += p["admin_called"] if area else p["admin_not_called"]
    elif kind is WATER or kind in _AREAS:
        total += _beside_cities(bearer, namesakes, p)
    if kind in _UNCALLED:
        total += _uncalled(group, bearer, namesakes.cities, p)
    if namesakes.great:
        total += _beside_great(group, place, p)
    if group.article and kind in _WITH_ARTICLE:
        total += p["area_with_article"]
    if group.settlement and kind is CITY:
        total += p["settlement_called"]
    return total if bearer.match == "name" else total + _by_another_name(bearer, namesakes, p)


def _as_spot(group: NameGroup, place: Place, p: Mapping[str, float]) -> float:
    """Points for an airport, island or base where the bare name is first of all that of one, or is called one."""
    if group.spot is place.kind:
        return p["great_spot"]
    called = group.base and place.kind in _BASES
    military = called and (place.feature == "base" or not _OF_BASES.isdisjoint(place.name.casefold().split()))
    return p["base_called"] if military else 0.0


def _beside_cities(bearer: Bearer, namesakes: _Namesakes, p: Mapping[str, float]) -> float:
    """Points against an area or a water where a city bears its name, in it or elsewhere."""
    place = bearer.place
    if place.kind in _AREAS and any(encloses(place, city) for city in namesakes.cities):
        return -p["city_over_area"]
    if _is_beside_former(bearer, namesakes.former):
        return p["beside_former"]
    if place.kind is ADMIN1 and place.country not in namesakes.wholes and namesakes.country > place.population:
        return p["part_of_country"]  # "Luxembourg" is the grand duchy before it is a province of Belgium
    if place.kind is ADMIN1 and any(_outshines(city, place, p) for city in namesakes.cities):
        return -p["state"]  # "Bari" is the city in Italy before it is a region of Somalia
    return 0.0


def _is_beside_former(bearer: Bearer, former: Sequence[Bearer]) -> bool:
    """Whether it is an area or a water called after a large city that bore the name, or bears it in short.

    "Sverdlovsk", "Gorky" and "Novgorod" are towns, though only a region or a reservoir is still called so.
    """
    place = bearer.place
    if place.kind is WATER:
        return bearer.match != "name" and any(one.match == "historic" for one in former)
    return any(
        encloses(place, one.place) and (one.match == "historic" or place.name in one.place.name.split())
        for one in former
    )


def _outshines(city: Place, area: Place, p: Mapping[str, float]) -> bool:
    """Whether a city elsewhere is known everywhere and has half as many people as an area of its name."""
    return city.population >= p["large_city"] and 2 * city.population >= area.population


def _in_regions_told(group: NameGroup, place: Place, p: Mapping[str, float]) -> float:
    """Points for lying in the region told with the name, and on its side that is told."""
    if not any(lies_in(place, region) for region in group.regions):
        return p["region_contradicted"]
    elsewhere = group.side and not _on_side(group, place)
    return p["region_named_after"] + (p["other_side"] if elsewhere else 0.0)


def _uncalled(group: NameGroup, bearer: Bearer, cities: Sequence[Place], p: Mapping[str, float]) -> float:
    """Points for a crossing that the text calls one, and against what it does not call so: a county, a station."""
    place = bearer.place
    if place.kind is ADMIN2 and place.country == "US" and not group.admin:
        return p["county_uncalled"]
    if place.kind is STATION or place.kind is AIRPORT:
        return p["station_uncalled"] if _is_outdone(group, bearer, p) else 0.0
    if place.kind is CROSSING and group.post:
        return p["crossing_near"]
    if place.kind is not CROSSING:
        return 0.0
    if any(_is_town_of(city, place, p) for city in cities):
        return -p["crossing_near"]
    by_remark = bearer.match == "remark" and any(_stands_by(b.place, place) for b in group.bearers)
    return p["remark_of_crossing"] if by_remark else 0.0


def _is_outdone(group: NameGroup, bearer: Bearer, p: Mapping[str, float]) -> bool:
    """Whether the bare name of a station is that of a town, or that of an airport is its island's."""
    if bearer.place.kind is STATION:
        return any(_is_town(one, p) for one in group.bearers)
    lesser = bearer.match != "name" and not group.flown
    return lesser and any(_is_island_of(one, bearer.place) for one in group.bearers)


def _is_island_of(bearer: Bearer, airport: Place) -> bool:
    """Whether it is the island on which an airport of its name lies: "on La Gomera" is not at its airport."""
    island = bearer.place
    if island.kind is not ISLAND:
        return False
    degrees = _BESIDE_DEGREES + island.extent_km / _KM_PER_DEGREE
    return abs(island.lat - airport.lat) < degrees and abs(island.lon - airport.lon) < 2 * degrees


def _is_town(bearer: Bearer, p: Mapping[str, float]) -> bool:
    """Whether it is a town large enough to be meant by the bare name."""
    return bearer.place.kind is CITY and bearer.place.population >= p["town_beside_crossing"]


def _on_side(group: NameGroup, place: Place) -> bool:
    """Whether, of the bearers in the region, this one lies in that half that the side names."""
    side = group.side
    north, east = ("north" in side) - ("south" in side), ("east" in side) - ("west" in side)
    told = [b.place for b in group.bearers if any(lies_in(b.place, region) for region in group.regions)]
    ahead = [spot.lat * north + spot.lon * east for spot in told]
    return place.lat * north + place.lon * east >= (min(ahead) + max(ahead)) / 2


def _by_another_name(bearer: Bearer, namesakes: _Namesakes, p: Mapping[str, float]) -> float:
    """Points against a bearer whose main name is another, where the name is mainly that of something greater."""
    place = bearer.place
    total = 0.0
    if place.kind is COUNTRY and bearer.match == "alternate" and place.country in namesakes.parts:
        total += p["part_of_country"]  # "England" is not the kingdom of which it is a part
    if place.kind is CITY:
        if namesakes.wide or place.country in namesakes.wholes:
            total += p["part_of_country"]  # "Kosovo" is not the town of Kosovo Polje, nor "Africa" one in Tunisia
        elif namesakes.greatest >= max(place.population, p["large_city"]):
            total += p["lesser_alternate"]  # "Pittsburgh" is not Pittsburg in California
        elif namesakes.largest.get(place.country, -1) >= p["outgrown"] * max(place.population, 1):
            total += p["lesser_alternate"]  # "Beaune" is not Beaune-la-Rolande
    if namesakes.capital and place.feature == "capital" and bearer.match == "alternate":
        total -= p["capital"]  # "Dili" is Timor's capital, though Delhi is called so as well
    return total


def _beside_great(group: NameGroup, place: Place, p: Mapping[str, float]) -> float:
    """Points against a small settlement where a city known everywhere bears its name."""
    total = p["hamlet_beside_great"] if _is_hamlet(place, p) else 0.0
    return total + (p["unflown"] if group.flown and _is_airless(place, p) else 0.0)


def _is_hamlet(place: Place, p: Mapping[str, float]) -> bool:
    """Whether it is a settlement of few people; those that are known not to be small lack a number only."""
    return place.kind is CITY and place.population < p["hamlet"] and place.feature not in NO_HAMLETS


def _is_airless(place: Place, p: Mapping[str, float]) -> bool:
    """Whether it is a town to which no airline flies."""
    return place.kind is CITY and place.population < p["airless"] and place.feature != "capital"


def _stands_by(city: Place, crossing: Place) -> bool:
    """Whether it is a settlement within some 30 km of a crossing."""
    if city.kind is not CITY:
        return False
    return abs(city.lat - crossing.lat) < _BESIDE_DEGREES and abs(city.lon - crossing.lon) < 2 * _BESIDE_DEGREES


def _is_town_of(city: Place, crossing: Place, p: Mapping[str, float]) -> bool:
    """Whether a crossing bears the name of this town beside it, which is what the bare name means."""
    return _stands_by(city, crossing) and city.population >= p["town_beside_crossing"]
