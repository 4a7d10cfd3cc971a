"""Which bearer of a name comes first when nothing but the name is known."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from wayproof.world.places import (
    ADMIN1,
    ADMIN2,
    AIRPORT,
    CITY,
    COUNTRY,
    CROSSING,
    ISLAND,
    LANDMARK,
    POINT,
    PORT,
    REGION,
    STATION,
    WATER,
)

if TYPE_CHECKING:
    from wayproof.world.places import Place

# All values are in decades of population: a bonus of 1 outweighs ten times the inhabitants. They were set by hand so
# that a metropolis beats the villages that share one of its other names ("Munich", "Kiev"), but a town whose main name
# it is beats a place of a few times its size that merely has the name as an alternate. What a city is called in another
# language alone ("Tanna" for Thane) must outweigh more than a thousandfold where some place bears it in its own right.
MATCH_BONUS: Final = MappingProxyType(
    {"name": 0.0, "code": -0.5, "alternate": -1.0, "historic": -2.0, "foreign": -3.0, "fuzzy": -2.0}
)
KIND_BONUS: Final = MappingProxyType({COUNTRY: 1.5, ADMIN1: -0.75, ADMIN2: -1.0})
CAPITAL_BONUS: Final = 0.5
"""For national capitals under their main names; other names gain nothing from what the city is."""
FORMER_STATE_MALUS: Final = 1.0
CITY_CODE_MALUS: Final = 1.5
"""A code of a city is hardly ever what a bare word means: "Leh" is a town, not Le Havre."""
FOREIGN_COUNTRY_MALUS: Final = 2.5
"""A country's name in some language of the world ("Angora", "Dili") is more often a town's name."""
# What a place without inhabitants is worth beside populated places of the same name.
NOTIONAL_POPULATION: Final = MappingProxyType(
    {
        COUNTRY: 1_000_000,
        ADMIN1: 200_000,
        ADMIN2: 20_000,
        REGION: 500_000,
        ISLAND: 50_000,
        LANDMARK: 200_000,
        STATION: 100_000,
        AIRPORT: 20_000,
        PORT: 5_000,
        CROSSING: 3_000,
        CITY: 300,
        POINT: 1,
    }
)
_COMMON: Final = frozenset({"name", "code"})
"""A country is first in mind under its English names and codes; in other languages its name may be any town's."""
WATER_POPULATION_PER_KM: Final = 2_000
"""Notional inhabitants per km of extent of a sea, lake or river."""


def score(place: Place, match: str) -> float:
    """How likely a bare name means this place: decimal logarithm of its inhabitants and bonuses by match and kind."""
    kind = place.kind
    people = place.population or NOTIONAL_POPULATION.get(kind, 0)
    if kind is WATER:
        people = round(WATER_POPULATION_PER_KM * place.extent_km)
    total = math.log10(max(1, people)) + MATCH_BONUS[match]
    if kind is CITY:
        if match == "code":
            total -= CITY_CODE_MALUS
    elif kind is not COUNTRY or match in _COMMON:
        total += KIND_BONUS.get(kind, 0.0)
    elif match == "alternate":
        total -= FOREIGN_COUNTRY_MALUS
    if place.feature == "capital" and match == "name":
        total += CAPITAL_BONUS
    if place.valid_to is not None:
        total -= FORMER_STATE_MALUS
    return total
