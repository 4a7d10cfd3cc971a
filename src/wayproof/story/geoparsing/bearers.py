"""The bearers of one name, weighed against each other by what else the text names."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from wayproof.story.vocabulary.lexicon import support
from wayproof.world.gazetteer_names import normalise
from wayproof.world.gazetteer_ranking import score as standing
from wayproof.world.places import (
    ADMIN1,
    ADMIN2,
    AIRPORT,
    CITY,
    COUNTRY,
    CROSSING,
    LANDMARK,
    PORT,
    REGION,
    STATION,
    Kind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.world.gazetteer import Entry
    from wayproof.world.places import Place

MOST_BEARERS = 40
"""Bearers of one name that are weighed; the rest are small namesakes."""

_CLOSE_DEGREES, _NEAR_DEGREES = 0.5, 1.5
ROW_OF_CELLS = 10_000
_ROWS_SOUTH = 1_000  # keeps the numbers of cells positive
AROUND = tuple(row * ROW_OF_CELLS + column for row in (-1, 0, 1) for column in (-1, 0, 1))
"""From the number of a cell to its own and those of the eight around it."""

_HOLDERS = (COUNTRY, ADMIN1, ADMIN2)
_AREAS = (ADMIN1, ADMIN2)
_CALLED = (ADMIN1, ADMIN2, REGION)  # what may be called a county, a province, a district
_STATES = (ADMIN1, REGION)
_SPOTS = (CITY, ADMIN2, AIRPORT, STATION, PORT, CROSSING, LANDMARK)


class Bearer(NamedTuple):
    """One place that bears the name.

    Parameters
    ----------
    place
        The place.
    match
        How the name belongs to it, as the gazetteer has it; "short" for the short form of a longer main name, "remark"
        for what a crossing's name holds in brackets only.
    prior
        What it is worth among all bearers of the name.
    standing
        What it is worth in news before the text is asked, where states and capitals are named more often.
    region
        The first-level area it lies in or is, with the country; None where it has none.
    close_cell, near_cell
        The cells in which it stands on a fine and on a coarse grid; None for areas without a middle.
    """

    place: Place
    match: str
    prior: float
    standing: float
    region: tuple[str, str] | None = None
    close_cell: int | None = None
    near_cell: int | None = None

    @classmethod
    def of(cls, place: Place, match: str, prior: float) -> Bearer:
        """A bearer with its region and cell."""
        p = support()
        region = region_name(place)
        return cls(
            place,
            match,
            prior,
            prior
            + p["state"] * (place.kind is ADMIN1 and match in {"name", "code"})
            + p["capital"] * (place.feature == "capital" and match != "foreign"),
            (place.country, region) if place.country and region else None,
            _cell(place, _CLOSE_DEGREES) if place.kind in _SPOTS else None,
            _cell(place, _NEAR_DEGREES) if place.kind in _SPOTS else None,
        )


@dataclass(frozen=True, slots=True)
class Contest:
    """How the leading bearer of a name stands to those elsewhere.

    Parameters
    ----------
    best, bearers
        The bearer that leads, and all bearers it was compared with.
    lead
        Decimal logarithm of how much better known it is than all the others together; infinite without others.
    rivals
        Those that contest the name.
    beside_area
        Whether it is a state or county and a well-known city elsewhere bears the name too.
    """

    best: Bearer
    bearers: tuple[Bearer, ...]
    lead: float
    rivals: list[Bearer]
    beside_area: bool = field(kw_only=True)


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
    side
        In which part of these regions ("southeast"); empty for none in particular.
    spot
        What the bare name is first of all, whatever town bears it: a great airport, a lone island.
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
    seats
        Points of bearers by their number: a county of the text and a town of the text that lies in it.
    usual
        What each bearer is worth where the text says nothing of the name itself; empty if that is not known.
    best
        The bearer that leads now.
    contest
        How a leading bearer stands to the others, once that was asked.
    """

    bearers: tuple[Bearer, ...]
    voice: float = 0.0
    regions: tuple[Place, ...] = ()
    side: str = ""
    spot: Kind | None = None
    admin: str = ""
    settlement: bool = False
    holder: bool = False
    only_holds: bool = True
    post: bool = False
    fixed: bool = False
    people: bool = False
    dateline: bool = False
    partners: list[NameGroup] = field(default_factory=list)
    usual: list[float] = field(default_factory=list)
    seats: dict[int, float] = field(default_factory=dict)
    alone: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    best: Bearer = field(init=False)
    contest: Contest | None = None
    shares: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Until it is rated, the bearer that leads is the likeliest one."""
        self.best = self.bearers[0]

    def rate(self, scores: list[float]) -> None:
        """Take new scores; the shares are what each bearer is believed to be, by powers of ten of its score."""
        self.scores = scores
        top = max(scores)
        self.best = self.bearers[scores.index(top)]
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
        prior = standing(entry.place, match) + _little_known(entry)
        how = entry.match
        known_widely = match == "alternate" and entry.place.population >= support()["large_city"]
        if short_form and known_widely and normalise(entry.place.name).startswith(begins):
            how, prior = "short", prior + short_form
        if folded and entry.place.kind is CROSSING and folded not in normalise(entry.place.name):
            how = "remark"
        known = seen.get(entry.place.id)
        if known is None or known.prior < prior:
            seen[entry.place.id] = Bearer.of(entry.place, how, prior)
    return tuple(sorted(seen.values(), key=lambda b: -b.prior)[:MOST_BEARERS])


def _little_known(entry: Entry) -> float:
    """What a country of few inhabitants gains: "Greenland" and "Pitcairn" are no towns first of all."""
    people, least = entry.place.population, support()["known_country"]
    if entry.place.kind is not Kind.COUNTRY or entry.match != "name" or not 0 < people < least:
        return 0.0
    return log10(least / people)


def region_name(place: Place) -> str | None:
    """The first-level area a place lies in or is; None when unknown."""
    return place.name if place.kind is ADMIN1 else place.admin1


def _cell(place: Place, degrees: float) -> int:
    """The number of the cell of a grid in which a place stands; the cells about it are `AROUND` away."""
    return int(place.lat // degrees + _ROWS_SOUTH) * ROW_OF_CELLS + int(place.lon // degrees)


def lies_in(place: Place, region: Place) -> bool:
    """Whether a place lies in a region, as far as country and first-level area tell."""
    if region.kind is COUNTRY:
        return place.country == region.country and place.id != region.id
    if region.kind is ADMIN1:
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
_NO_HAMLETS = frozenset({"city district", "town"})


def alone(group: NameGroup, p: Mapping[str, float]) -> list[float]:
    """Points of a group's bearers that do not depend on other names; reckoned once."""
    if (
        not group.alone
        and group.usual
        and not (group.regions or group.admin or group.settlement or group.holder or group.post or group.spot)
    ):
        group.alone = group.usual
    if not group.alone:
        cities = [b.place for b in group.bearers if b.place.kind is CITY and b.match == "name"]
        group.alone = [bearer.standing + _called(group, bearer, cities, p) for bearer in group.bearers]
    if group.seats:
        group.alone = [score + group.seats.get(number, 0.0) for number, score in enumerate(group.alone)]
        group.seats = {}
    return group.alone


def _called(group: NameGroup, bearer: Bearer, cities: Sequence[Place], p: Mapping[str, float]) -> float:
    """Points for what the text calls the name directly."""
    place = bearer.place
    total = 0.0
    if group.regions:
        total += _in_regions_told(group, place, p)
    if group.spot is place.kind:
        total += p["great_spot"]
    area = place.kind in (_STATES if group.admin == "state" else _CALLED)
    if group.holder and place.kind in _HOLDERS:
        total += p["holder"]
    if group.admin:
        total += p["admin_called"] if area else p["admin_not_called"]
    elif place.kind in _AREAS and any(encloses(place, city) for city in cities):
        total -= p["city_over_area"]
    total += _uncalled(group, bearer, cities, p)
    if _is_hamlet(place, p) and any(is_great(c, p) for c in cities):
        total += p["hamlet_beside_great"]
    if group.settlement and place.kind is CITY:
        total += p["settlement_called"]
    return total if bearer.match == "name" else total + _by_another_name(group, bearer, cities, p)


def _in_regions_told(group: NameGroup, place: Place, p: Mapping[str, float]) -> float:
    """Points for lying in the region told with the name, and on its side that is told."""
    if not any(lies_in(place, region) for region in group.regions):
        return p["region_contradicted"]
    elsewhere = group.side and not _on_side(group, place)
    return p["region_named_after"] + (p["other_side"] if elsewhere else 0.0)


def _uncalled(group: NameGroup, bearer: Bearer, cities: Sequence[Place], p: Mapping[str, float]) -> float:
    """Points against a crossing that the text calls none beside the town of the name, and against such a county."""
    place = bearer.place
    if place.kind is ADMIN2 and place.country == "US" and not group.admin:
        return p["county_uncalled"]
    if place.kind is not CROSSING or group.post:
        return 0.0
    if any(_is_town_of(city, place, p) for city in cities):
        return -p["crossing_near"]
    by_remark = bearer.match == "remark" and any(_stands_by(b.place, place) for b in group.bearers)
    return p["remark_of_crossing"] if by_remark else 0.0


def _on_side(group: NameGroup, place: Place) -> bool:
    """Whether, of the bearers in the region, this one lies in that half that the side names."""
    side = group.side
    north, east = ("north" in side) - ("south" in side), ("east" in side) - ("west" in side)
    told = [b.place for b in group.bearers if any(lies_in(b.place, region) for region in group.regions)]
    ahead = [spot.lat * north + spot.lon * east for spot in told]
    return place.lat * north + place.lon * east >= (min(ahead) + max(ahead)) / 2


def _by_another_name(group: NameGroup, bearer: Bearer, cities: Sequence[Place], p: Mapping[str, float]) -> float:
    """Points against a bearer whose main name is another, where the name is mainly that of something greater."""
    place = bearer.place
    total = 0.0
    if place.kind is COUNTRY and bearer.match == "alternate" and _names_a_part(group, place):
        total += p["part_of_country"]
    if place.kind is CITY and _wider(group, place.country):
        total += p["part_of_country"]  # "Kosovo" is not the town of Kosovo Polje, nor "Africa" one in Tunisia
    elif place.kind is CITY and any(c.population >= max(place.population, p["large_city"]) for c in cities):
        total += p["lesser_alternate"]  # "Pittsburgh" is not Pittsburg in California
    elif place.kind is CITY and any(_outgrows(c, place, p) for c in cities):
        total += p["lesser_alternate"]  # "Beaune" is not Beaune-la-Rolande
    if place.feature == "capital" and bearer.match == "alternate" and any(c.feature == "capital" for c in cities):
        total -= p["capital"]  # "Dili" is Timor's capital, though Delhi is called so as well
    return total


def _outgrows(city: Place, other: Place, p: Mapping[str, float]) -> bool:
    """Whether a city of the same country is so much bigger that its main name is not the short form of the other's."""
    return city.country == other.country and city.population >= p["outgrown"] * max(other.population, 1)


def _is_hamlet(place: Place, p: Mapping[str, float]) -> bool:
    """Whether it is a settlement of few people; those that are known not to be small lack a number only."""
    return place.kind is CITY and place.population < p["hamlet"] and place.feature not in _NO_HAMLETS


def _stands_by(city: Place, crossing: Place) -> bool:
    """Whether it is a settlement within some 30 km of a crossing."""
    if city.kind is not CITY:
        return False
    return abs(city.lat - crossing.lat) < _BESIDE_DEGREES and abs(city.lon - crossing.lon) < 2 * _BESIDE_DEGREES


def _is_town_of(city: Place, crossing: Place, p: Mapping[str, float]) -> bool:
    """Whether a crossing bears the name of this town beside it, which is what the bare name means."""
    return _stands_by(city, crossing) and city.population >= p["town_beside_crossing"]


def _names_a_part(group: NameGroup, country: Place) -> bool:
    """Whether a first-level area of the country has this for its main name ("England")."""
    return any(
        b.match == "name" and b.place.kind is ADMIN1 and b.place.country == country.country for b in group.bearers
    )


def _wider(group: NameGroup, country: str | None) -> bool:
    """Whether this is the main name of the country, or of a region of several countries."""
    return any(
        b.match == "name" and ((b.place.kind is COUNTRY and b.place.country == country) or b.place.kind is REGION)
        for b in group.bearers
    )


def is_great(place: Place, p: Mapping[str, float]) -> bool:
    """Whether it is known everywhere: a country, a capital, a large city, a populous state."""
    if place.kind is COUNTRY:
        return True
    if place.kind is ADMIN1:
        return place.population >= p["world_city"]
    return place.kind is CITY and (place.population >= p["large_city"] or place.feature == "capital")


def beside(a: Place, b: Place) -> bool:
    """Whether two places lie within some 250 km."""
    return abs(a.lat - b.lat) < _SAME_PLACE and abs(a.lon - b.lon) < 2 * _SAME_PLACE


def encloses(area: Place, city: Place) -> bool:
    """Whether an area lies about a city of its name."""
    return area.country == city.country and (area.name == city.admin1 or beside(area, city))


_SAME_PLACE = 2.25  # degrees of latitude: 250 km
