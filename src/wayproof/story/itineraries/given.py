"""Places and itineraries given by hand, on a command line, rather than read from a text."""

from __future__ import annotations

from contextlib import suppress
from itertools import product
from math import log10
from typing import TYPE_CHECKING

from wayproof.errors import InputError, UnknownPlaceError
from wayproof.story.geoparsing.bearers import bearers_of
from wayproof.story.itineraries.itinerary import Event, Itinerary, Visit
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind, Place, point
from wayproof.world.zones import localise, zone_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from wayproof.story.geoparsing.bearers import Bearer
    from wayproof.world.gazetteer import Entry, Places
    from wayproof.world.geocoder import Geocoder

POSITION = regex(r"\s*([+-]?\d+(?:\.\d+)?)\s*[,;]\s*([+-]?\d+(?:\.\d+)?)\s*")

PLACE_ID = regex(r"[a-z0-9]+:\S+")

CHOICES = 6
"""How many bearers of each name take part in the choice."""

LISTED = 25
"""How many bearers ``candidates`` gives at the most."""

SAME_NAME_KM = 400.0
"""A city this near the middle of an area of its name is the one that the area is named after."""

AREA_BEHIND_CITY = 1.0
"""By so many powers of ten of population an area comes after the city of its name."""

NEIGHBOURHOOD_KM = 200.0
"""Nearness weighs by the decimal logarithm of the distance in this unit: from here to the ends of the Earth it is worth
a hundredfold population. So the Perth meant with Edinburgh is the Scottish one, but London with New York is London."""


def candidates(
    name: str, gazetteer: Places, *, geocoder: Geocoder | None = None, limit: int = LISTED
) -> list[tuple[Place, float]]:
    """The places that a name may mean, best first, with a score between 0 and 1 that only compares them.

    Parameters
    ----------
    name
        A name, ``"NAME, COUNTRY OR REGION"``, ``"LAT,LON"``, or a place's id.
    gazetteer
        What is known offline.
    geocoder
        Asked as well where the gazetteer has nothing; None for offline work.
    limit
        The most candidates to give.

    Raises
    ------
    UnknownPlaceError
        Nobody bears the name.
    InputError
        The name is empty, or coordinates are not on Earth.
    """
    if not name.strip():
        message = "the place name is empty. Give a name, a name with its country, or LAT,LON."
        raise InputError(message)
    if position := POSITION.fullmatch(name):
        return [(point(float(position[1]), float(position[2])), 1.0)]
    if PLACE_ID.fullmatch(name):
        return [(gazetteer.place(name), 1.0)]
    entries = gazetteer.lookup(name) or _with_region(name, gazetteer) or gazetteer.fuzzy(name)
    weighed = [(bearer.place, _weight(bearer)) for bearer in bearers_of(entries)]
    if not weighed and geocoder is not None:
        weighed = [(place, -float(rank)) for rank, place in enumerate(geocoder.locate(name))]
    if not weighed:
        message = (
            f"{name!r} is in no gazetteer. Check the spelling, add the country (as in 'Tripoli, Lebanon'), "
            "or give coordinates as LAT,LON."
        )
        raise UnknownPlaceError(message)
    weighed.sort(key=lambda found: -found[1])
    weighed = _city_before_its_area(weighed)
    total = sum(10.0**weight for _, weight in weighed)
    return [(place, round(10.0**weight / total, 4)) for place, weight in weighed[:limit]]


def one_place(name: str, gazetteer: Places, *, geocoder: Geocoder | None = None) -> Place:
    """The best candidate for a name; errors as ``candidates``."""
    return candidates(name, gazetteer, geocoder=geocoder)[0][0]


def country_code(name: str, gazetteer: Places) -> str:
    """ISO 3166-1 alpha-2 of a country given by name or code.

    Raises
    ------
    UnknownPlaceError
        No country goes by that name.
    """
    with suppress(UnknownPlaceError):
        return gazetteer.country(name.strip().upper()).country or name
    for entry in gazetteer.lookup(name):
        if entry.place.kind is Kind.COUNTRY and entry.place.country:
            return entry.place.country
    message = f"{name!r} is no country that wayproof knows. Give a name (Lithuania) or an ISO 3166 code (LT)."
    raise UnknownPlaceError(message)


def given_itinerary(
    names: Sequence[str],
    gazetteer: Places,
    *,
    depart: tuple[datetime, datetime] | None = None,
    arrive: tuple[datetime, datetime] | None = None,
    modes: tuple[str, ...] = (),
    traveller: str | None = None,
    geocoder: Geocoder | None = None,
) -> Itinerary:
    """An itinerary through named places, in the order given.

    Parameters
    ----------
    names
        Two places or more; see ``candidates``. Where names have several bearers, those are taken that are well
        known and near each other: nearness decides between comparable bearers, a world city is meant though it lies
        across an ocean. The others are reached through ``"NAME, COUNTRY"``.
    gazetteer
        What is known offline.
    depart, arrive
        Naive wall-clock windows [earliest, latest) at the first and at the last place; None where not given.
    modes
        Ways of travelling for every leg; () for all that exist.
    traveller
        Who travels; None if it does not matter.
    geocoder
        For names the gazetteer does not know; None for offline work.

    Raises
    ------
    UnknownPlaceError, InputError
        As ``candidates``; also when the arrival ends before the departure begins.
    """
    places = _together([candidates(name, gazetteer, geocoder=geocoder, limit=CHOICES) for name in names])
    windows: list[tuple[datetime | None, datetime | None]] = [(None, None)] * len(places)
    if depart:
        windows[0] = _utc(depart, places[0])
    if arrive:
        windows[-1] = _utc(arrive, places[-1])
    earliest, latest = windows[0][0], windows[-1][1]
    if earliest and latest and latest <= earliest:
        message = (
            f"the arrival in {places[-1].name} ({arrive[0] if arrive else ''}) is before the departure from "
            f"{places[0].name} ({depart[0] if depart else ''}), by the clocks of both places. "
            "Give a departure that comes first."
        )
        raise InputError(message)
    last = len(places) - 1
    visits = tuple(
        Visit(
            place=place,
            event=Event.DEPART if index == 0 else Event.ARRIVE if index == last else Event.AT,
            earliest=windows[index][0],
            latest=windows[index][1],
            quote="",
            start=0,
            end=0,
            modes=modes if index else (),
            basis="given",
        )
        for index, place in enumerate(places)
    )
    return Itinerary(traveller=traveller, nationality=None, roles=(), visits=visits, gaps=())


def _with_region(name: str, gazetteer: Places) -> tuple[Entry, ...]:
    """The bearers of the part before the last comma that lie in what the part after it names."""
    head, comma, tail = name.rpartition(",")
    if not comma:
        return ()
    regions = [entry.place for entry in gazetteer.lookup(tail)]
    countries = {place.country for place in regions if place.kind is Kind.COUNTRY}
    areas = {(place.country, place.name) for place in regions if place.kind is Kind.ADMIN1}
    return tuple(
        entry
        for entry in gazetteer.lookup(head) or _with_region(head, gazetteer)
        if entry.place.country in countries or (entry.place.country, entry.place.admin1) in areas
    )


def _weight(bearer: Bearer) -> float:
    """What a bearer is worth before its neighbours are asked: as in a text, but states gain nothing as destinations."""
    return bearer.prior if bearer.place.kind is Kind.ADMIN1 else bearer.standing


def _city_before_its_area(weighed: list[tuple[Place, float]]) -> list[tuple[Place, float]]:
    """The order with areas after the city of their name that they lie about: who travels to New York means the city."""
    areas = [place for place, _ in weighed if place.kind in (Kind.ADMIN1, Kind.ADMIN2)][:LISTED]
    after: dict[str, float] = {}
    for area in areas:
        cities = [
            weight
            for place, weight in weighed
            if place.kind is Kind.CITY
            and place.country == area.country
            and distance_km(area.lat, area.lon, place.lat, place.lon) <= SAME_NAME_KM
        ]
        if cities:
            after[area.id] = cities[0] - AREA_BEHIND_CITY
    ranked = [(place, min(weight, after.get(place.id, weight))) for place, weight in weighed]
    return sorted(ranked, key=lambda found: -found[1])


def _utc(window: tuple[datetime, datetime], place: Place) -> tuple[datetime, datetime]:
    zone = zone_at(place.lat, place.lon)
    return localise(window[0], zone), localise(window[1], zone)


def _together(choices: Iterable[list[tuple[Place, float]]]) -> tuple[Place, ...]:
    """One place for each name: likely ones that lie near their neighbours in the list (Viterbi over the chain)."""
    paths: list[tuple[float, tuple[Place, ...]]] = [(0.0, ())]
    for options in choices:
        best: dict[str, tuple[float, tuple[Place, ...]]] = {}
        for (cost, chain), (place, score) in product(paths, options):
            km = distance_km(chain[-1].lat, chain[-1].lon, place.lat, place.lon) if chain else 0.0
            step = log10(1.0 + km / NEIGHBOURHOOD_KM)
            total = cost + step - log10(max(score, 1e-6))
            if place.id not in best or total < best[place.id][0]:
                best[place.id] = (total, (*chain, place))
        paths = list(best.values())
    return min(paths, key=lambda path: path[0])[1]
