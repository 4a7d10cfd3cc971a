"""How well known the bearers of a name are, as evidence that a text means one of them."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.lexicon import points
from wayproof.world.places import ADMIN1, CITY, COUNTRY, CROSSING, ISLAND, REGION, WATER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.world.gazetteer import Entry
    from wayproof.world.places import Place

_REGIONS = (COUNTRY, ADMIN1)
_AREAS = (REGION, WATER, ISLAND, CROSSING)
_OWN_NAME = frozenset({"name"})
_PRESENT_NAMES = frozenset({"name", "alternate", "code"})


def fame(entries: Sequence[Entry], *, everyday: bool) -> float:
    """Points of words/evidence.csv for the bearers of a name, which may be an everyday word as well."""
    p = points()
    ways = _OWN_NAME if everyday else _PRESENT_NAMES  # "Man" is hardly ever the Isle of Man or Manitoba
    regions: list[Place] = []
    main = area = False
    people: list[int] = []
    people_named: list[int] = []
    for entry in entries:
        place, named = entry.place, entry.match == "name"
        if place.kind in _REGIONS:
            main = True
            if entry.match in ways:
                regions.append(place)
            continue
        area = area or place.kind in _AREAS
        people.append(place.population)
        if named:
            main = True
            people_named.append(place.population)
    most = max(people_named if main else people, default=0)
    total = p["per_tenfold_population"] * max(0.0, log10(most + 1) - 3.0)
    if any(not _called_after_town(region, entries) for region in regions):
        total += p["country"]
    elif regions or area:
        total += p["area"]
    return total if main else total + p["alternate_only"]


def _called_after_town(region: Place, entries: Sequence[Entry]) -> bool:
    """Whether a first-level area is called like a town in it, so that its name is no better known ("Trapani")."""
    return region.kind is ADMIN1 and any(
        e.match == "name"
        and e.place.kind is CITY
        and e.place.country == region.country
        and e.place.admin1 == region.name
        for e in entries
    )
