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
    STATION,
    WATER,
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
_OWN = ("name", "code")
_LEAST_SHARE = 0.02
_PARISH_KM = 50.0
"""Radius up to which a first-level area of few people is a parish or quarter ("Hamilton" in Bermuda)."""
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
        kind, country, worth = place.kind, place.country, prior
        region = place.name if kind is ADMIN1 else place.admin1
        if (
            kind is ADMIN1
            and match in _OWN
            and (place.population >= support()["parish"] or place.extent_km > _PARISH_KM)
        ):
            worth += support()["state"]
        if place.feature == "capital" and match != "foreign":
            worth += support()["capital"]
        close = near = None
        if kind in _SPOTS:
            lat, lon = place.lat, place.lon
            close, near = _cell(lat, lon, _CLOSE_DEGREES), _cell(lat, lon, _NEAR_DEGREES)
        return cls(place, match, prior, worth, (country, region) if country and region else None, close, near)


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


class KnownName(NamedTuple):
    """The bearers of a name with what was reckoned of them before any text: texts name the same places again.

    Parameters
    ----------
    bearers
        As `bearers_of` gives them.
    alone
        What each is worth where the text says nothing of the name itself; empty for a single bearer.
    scores, likely
        What each is worth by its prior only, and which of them are likely by it, with what each is believed to be.
    contests
        How leading bearers stand to the others, by the bearer's identity, once that was asked.
    """

    bearers: tuple[Bearer, ...]
    alone: list[float]
    scores: list[float]
    likely: list[tuple[Bearer, float]]
    contests: dict[int, Contest]


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
    article
        Whether it stands with an article, as names of areas do ("the Yukon").
    settlement
        Whether the text calls it a city or town.
    holder
        Whether it stands as the region of a town ("Texas" in "Paris, Texas").
    post
        Whether the text calls it a crossing or checkpoint.
    base
        Whether the text calls it a base or airfield.
    flown
        Whether the text tells of a flight to or from it.
    fixed
        Whether there is nothing to decide: a demonym or an override.
    partners
        The names that stand beside it in lists.
    seats
        Points of bearers by their number: a county of the text and a town of the text that lies in it.
    known
        What was reckoned of these bearers before; None where they are others than those of the bare name.
    famous
        Inhabitants below which a bearer is dwarfed by a city that the whole world knows; None until that was asked.
    best
        The bearer that leads now.
    likely
        The bearers with a share worth counting, and that share: what each is believed to be.
    contests
        How leading bearers stand to the others, by the bearer's identity, once that was asked.
    """

    bearers: tuple[Bearer, ...]
    voice: float = 0.0
    regions: tuple[Place, ...] = ()
    side: str = ""
    spot: Kind | None = None
    admin: str = ""
    article: bool = False
    settlement: bool = False
    holder: bool = False
    only_holds: bool = True
    post: bool = False
    base: bool = False
    flown: bool = False
    fixed: bool = False
    people: bool = False
    dateline: bool = False
    partners: list[NameGroup] = field(default_factory=list)
    known: KnownName | None = None
    seats: dict[int, float] = field(default_factory=dict)
    alone: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    famous: float | None = None
    best: Bearer = field(init=False)
    likely: list[tuple[Bearer, float]] = field(default_factory=list)
    contests: dict[int, Contest] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Until it is rated, the bearer that leads is the likeliest one."""
        self.best = self.bearers[0]
        if self.known is not None:
            self.contests = self.known.contests

    def take(self, bearers: Sequence[Bearer]) -> None:
        """Take other bearers, of whom nothing is known yet."""
        self.bearers, self.known, self.contests, self.famous = tuple(bearers), None, {}, None

    def begin(self) -> None:
        """Rate the bearers by what they are worth before the text is asked."""
        if self.known is None:
            self.rate([bearer.prior for bearer in self.bearers])
        else:
            # the likeliest comes first
            self.scores, self.likely, self.best = self.known.scores, self.known.likely, self.bearers[0]

    def rate(self, scores: list[float]) -> None:
        """Take new scores; a bearer's share goes by powers of ten of its score.

        These fall fast: of forty bearers, one or two have a share worth counting.
        """
        self.scores = scores
        top = max(scores)
        self.best = self.bearers[scores.index(top)]
        powers = [10.0 ** (score - top) for score in scores]
        whole = sum(powers)
        self.likely = [
            (bearer, share)
            for bearer, power in zip(self.bearers, powers, strict=True)
            if (share := power / whole) >= _LEAST_SHARE
        ]


def bearers_of(entries: Sequence[Entry], folded: str = "") -> tuple[Bearer, ...]:
    """Candidates of a name, one per place, most likely first.

    A place whose main name begins with the folded name is hardly less meant by it ("Frankfurt" for Frankfurt am Main).
    """
    short_form = support()["short_form"] if folded else 0.0
    large = support()["large_city"]
    begins = f"{folded} "
    seen: dict[str, Bearer] = {}
    for entry in entries:
        place, how = entry.place, entry.match
        match = "alternate" if how == "demonym" else how
        prior = standing(place, match)
        if place.kind is COUNTRY and how == "name":
            prior += _little_known(place)
        known_widely = match == "alternate" and place.population >= large
        if short_form and known_widely and normalise(place.name).startswith(begins):
            how, prior = "short", prior + short_form
        if folded and place.kind is CROSSING and folded not in normalise(place.name):
            how = "remark"
        known = seen.get(place.id)
        if known is None or known.prior < prior:
            seen[place.id] = Bearer.of(place, how, prior)
    return tuple(sorted(seen.values(), key=lambda b: -b.prior)[:MOST_BEARERS])


def _little_known(country: Place) -> float:
    """What a country of few inhabitants gains: "Greenland" and "Pitcairn" are no towns first of all."""
    people, least = country.population, support()["known_country"]
    return log10(least / people) if 0 < people < least else 0.0


def _cell(lat: float, lon: float, degrees: float) -> int:
    """The number of the cell of a grid in which a place stands; those north and south of it are `ROW_OF_CELLS` away."""
    return int(lat // degrees + _ROWS_SOUTH) * ROW_OF_CELLS + int(lon // degrees)


def lies_in(place: Place, region: Place) -> bool:
    """Whether a place lies in a region, as far as country and first-level area tell."""
    if region.kind is COUNTRY:
        return place.country == region.country and place.id != region.id
    if region.kind is ADMIN1:
        return place.country == region.country and place.admin1 == region.name and place.id != region.id
    close = abs(place.lat - region.lat) * _KM_PER_DEGREE <= region.extent_km + _NEAR_KM
    return (
        close
        and (place.country == region.country or (region.kind is WATER and region.country is None))
        and place.id != region.id
        and (abs(place.lon - region.lon) * _KM_PER_DEGREE / 2 <= region.extent_km + _NEAR_KM)
    )


_KM_PER_DEGREE = 111.0
_NEAR_KM = 30.0


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
