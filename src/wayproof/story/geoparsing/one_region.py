"""A text that plays in one region: where all that is sure lies in a state by the road, "Peru" is a town there.

Nobody drives from Ohio to South America. Where a text that tells of roads and of no flight or ship has two towns beyond
doubt within driving distance, and their state is named, then a name that has a bearer among them is meant so, however
famous its namesake abroad.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import beside
from wayproof.story.vocabulary.lexicon import rule_words, support
from wayproof.world.places import ADMIN1, ADMIN2, CITY, COUNTRY

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from wayproof.story.geoparsing.ambiguity import Anchors
    from wayproof.story.geoparsing.bearers import Bearer, NameGroup
    from wayproof.world.places import Place

_LEAST_ANCHORS = 2
_MOST = 40  # names that are looked at: more are no text of one region
_QUIET = 0.5


def by_road(words: Iterable[str]) -> bool:
    """Whether a text's folded words tell of roads and neither of flights, ships nor foreign parts."""
    found = set(words)
    return not found.isdisjoint(rule_words("by_road")) and found.isdisjoint(rule_words("overseas"))


def localise(readings: Iterable[tuple[NameGroup, int]]) -> None:
    """Raise the bearers of a text's one region above their namesakes abroad, as `local_readings` gives them."""
    for group, at in readings:
        group.seats[at] = max(group.scores) + support()["one_region"] - group.scores[at]


def local_readings(groups: Sequence[NameGroup], anchors: Anchors) -> list[tuple[NameGroup, int]]:
    """The names of a text of one region that are read abroad, with the number of their bearer in the region.

    Parameters
    ----------
    groups
        All names of the text, rated.
    anchors
        What the text fixes without a choice.
    """
    told = [group for group in groups if not group.people and group.voice >= _QUIET]
    if len(told) > _MOST:
        return []
    states = {group.best.region for group in groups if group.best.place.kind is ADMIN1}
    towns, country = _towns(anchors, told, states)
    if len(towns) < _LEAST_ANCHORS or not all(beside(towns[0], town) for town in towns[1:]):
        return []
    if not any((country, town.admin1) in states for town in towns):
        return []
    raised: list[tuple[NameGroup, int]] = []
    for group in told:
        if _is_local(group.best, towns, country):
            continue
        at = _local_bearer(group, towns, country)
        if at is None or group.fixed or group.regions:
            return []
        raised.append((group, at))
    return raised


def _towns(
    anchors: Anchors, told: Sequence[NameGroup], states: Container[tuple[str, str] | None]
) -> tuple[list[Place], str | None]:
    """The towns that the text fixes, those in a state it names included, of the country that has most; that country."""
    towns = [spot for spot in anchors.spots.first if spot.kind is CITY]
    known = {town.id for town in towns}
    leading = (group.best for group in told)
    named = (b.place for b in leading if b.place.kind is CITY and b.region in states and b.place.id not in known)
    towns.extend(named)
    counts = [town.country for town in towns]
    country = max(counts, key=counts.count, default=None)
    return [town for town in towns if town.country == country], country


def _is_local(bearer: Bearer, towns: Sequence[Place], country: str | None) -> bool:
    """Whether a bearer lies in the region, or is the state or country about it."""
    place = bearer.place
    if place.country != country:
        return False
    return place.kind in {COUNTRY, ADMIN1, ADMIN2} or any(beside(place, town) for town in towns)


def _local_bearer(group: NameGroup, towns: Sequence[Place], country: str | None) -> int | None:
    """The number of the biggest town of the name that lies in the region and is no hamlet."""
    least = support()["local_town"]
    found = [
        (bearer.place.population, -at)
        for at, bearer in enumerate(group.bearers)
        if bearer.place.kind is CITY
        and bearer.match == "name"
        and bearer.place.country == country
        and bearer.place.population >= least
        and all(beside(bearer.place, town) for town in towns)
    ]
    return -max(found)[1] if found else None
