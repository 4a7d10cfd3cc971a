"""Small places that bear a common name and lie far from all else in a text: a nearer one is meant that no list has.

Between Launceston and Hobart nobody stops in the Ross of Ohio. To take the nearest that is listed would make a drive
of an hour one around the world.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import rough_km
from wayproof.world.places import AIRPORT, CITY, CROSSING, LANDMARK, PORT, STATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wayproof.story.geoparsing.bearers import Bearer, NameGroup
    from wayproof.world.places import Place

SMALL = 12_000
"""Inhabitants up to which a place is meant by its bare name only by those who live near."""
FAR_KM, TOGETHER_KM = 800.0, 500.0
"""How far such a place lies from all others of the text, and how near those lie to each other."""
LEAST_OTHERS, LEAST_BEARERS = 2, 2
FAR_AWAY = "those of this name that the gazetteer has lie far from all other places of the story"
"""Why such a name stands for no place."""


def towns_of(groups: Iterable[NameGroup]) -> tuple[Place, ...]:
    """The towns for which the names of a text stand, small namesakes left out."""
    return tuple(
        group.best.place
        for group in groups
        if group.best.place.kind in _SPOTS and not group.people and (group.regions or not _is_common(group, group.best))
    )


def is_stray(group: NameGroup, best: Bearer, towns: Sequence[Place]) -> bool:
    """Whether a bare name stands for a small place far from the towns of a text, which lie near each other."""
    if len(towns) < LEAST_OTHERS:
        return False
    told = group.fixed or group.regions or group.spot or group.admin or group.holder or group.dateline
    if told or not _is_common(group, best):
        return False
    if any(rough_km(towns[0], town) > TOGETHER_KM for town in towns[1:]):
        return False
    return all(rough_km(best.place, town) > FAR_KM for town in towns)


_SPOTS = frozenset({CITY, AIRPORT, STATION, PORT, LANDMARK, CROSSING})


def _is_common(group: NameGroup, best: Bearer) -> bool:
    """Whether several small places and no great one bear the name."""
    place = best.place
    if place.kind is not CITY or place.population >= SMALL or place.feature == "capital":
        return False
    towns = [bearer for bearer in group.bearers if bearer.place.kind is CITY]
    small = all(town.place.population < SMALL for town in towns)
    return small and sum(town.match == "name" for town in towns) >= LEAST_BEARERS
