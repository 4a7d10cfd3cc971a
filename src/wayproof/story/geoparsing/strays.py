"""Small places that bear a common name and lie far from all else in a text: a nearer one is meant that no list has.

Between Launceston and Hobart nobody stops in the Ross of Ohio. To take the nearest that is listed would make a drive
of an hour one around the world. So it is with bridges: a dozen rivers have a Friendship Bridge, and the one meant is
that beside the towns told with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import rough_km
from wayproof.world.places import AIRPORT, CITY, CROSSING, LANDMARK, PORT, STATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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


def stray_bridges(groups: Mapping[tuple[str, bool], NameGroup]) -> frozenset[tuple[str, bool]]:
    """The names of bridges, such as many rivers have, of which none lies beside the other places of a text.

    Where one does, the name is settled as that of the nearest one.
    """
    bridges = [key for key, group in groups.items() if _is_shared_bridge(key[0]) and not (group.fixed or group.regions)]
    if not bridges:
        return frozenset()
    spots = [
        group.best.place
        for key, group in groups.items()
        if key not in bridges and group.best.place.kind in _SPOTS and not group.people
    ][:_MOST_SPOTS]
    strays = set()
    for key in bridges:
        group = groups[key]
        near = (
            [(min(rough_km(one.place, spot) for spot in spots), at) for at, one in enumerate(group.bearers)]
            if spots
            else []
        )
        if not near:
            continue
        km, at = min(near)
        if km > BRIDGE_KM:
            strays.add(key)
            continue
        group.take([group.bearers[at]])
        group.begin()
    return frozenset(strays)


def _is_shared_bridge(name: str) -> bool:
    """Whether a folded name is one that many bridges have: "friendship bridge"."""
    words = name.split()
    return len(words) > 1 and words[-1] in _BRIDGES and all(word in _SHARED for word in words[:-1])


BRIDGE_KM = 60.0
"""How far a bridge lies from a town told with it at most."""
_MOST_SPOTS = 60
_BRIDGES = frozenset({"bridge", "bridges", "viaduct", "ferry", "tunnel", "dam"})
_SHARED = frozenset(
    {
        "friendship", "peace", "international", "unity", "liberty", "freedom", "victory", "independence", "brotherhood",
        "solidarity", "peoples", "border", "frontier", "old", "new", "great", "stone", "iron", "steel", "railway",
        "railroad", "road", "rail", "red", "white", "rainbow", "first", "second", "third", "river", "memorial",
    }
)  # fmt: skip
_SPOTS = frozenset({CITY, AIRPORT, STATION, PORT, LANDMARK, CROSSING})


def _is_common(group: NameGroup, best: Bearer) -> bool:
    """Whether several small places and no great one bear the name."""
    place = best.place
    if place.kind is not CITY or place.population >= SMALL or place.feature == "capital":
        return False
    towns = [bearer for bearer in group.bearers if bearer.place.kind is CITY]
    small = all(town.place.population < SMALL for town in towns)
    return small and sum(town.match == "name" for town in towns) >= LEAST_BEARERS
