"""Stops with a famous name in a tale that plays in one neighbourhood: "from New York to Boston" over the fens.

Lincolnshire has a New York and a Boston, Durham a Toronto and a Philadelphia. Where a journey as told is far beyond its
means, and the other places of the text lie about one end of it and none about the other, then the famous name is that
of a small place near by: the one that the gazetteer has, or else one that it lacks, and which is meant stays open.
So it is with a common name on the way between two stops near each other.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import close, rough_km
from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.geoparsing.toponyms import ONLY, Candidate
from wayproof.story.journey.bearers_on_way import tells_of_flight
from wayproof.story.journey.within_means import apart_km, by_muscle, times_beyond
from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

FAR_KM, NEAR_KM, NEIGHBOURHOOD_KM = 800.0, 60.0, 120.0
"""How far the famous place lies from the stop beside it, within which its small namesake does, and all about that."""
GREAT = 200_000
"""Inhabitants from which the stop beside it is known everywhere itself: no tale of a small neighbourhood."""
OVER_LAND = frozenset({"foot", "bicycle", "horse", "car", "bus", "motorcycle", "truck", "rail", "skates", "wheelchair"})
LEAST_LOCAL = 2
"""Other places of the text that must lie in the neighbourhood of one stop; one will do where the way is absurd and the
gazetteer has a namesake there."""
TIMES_BEYOND, TIMES_MUSCLE = 10.0, 2.0
"""So many times beyond its means must a way be where the gazetteer has no small namesake, and by muscle: nobody claims
as much."""
COMMON = 4
"""Places that bear a common name."""
ASIDE_KM, TIMES_ASIDE = 100.0, 3.0
"""How far off two stops near each other a stop between them lies, in km and in times the way between them."""
SMALL, ACROSS_KM, WAY_KM = 30_000, 2_500.0, 400.0
"""Inhabitants of a place that few know, how far off it must lie, and how long the way is on which it would lie."""
MOST_VISITS, MOST_PLACES = 60, 200
"""Stops and other places that are looked at, which keeps the time within bounds."""


def with_local_namesakes(
    text: str, visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]"
) -> "tuple[Toponym, ...] | None":
    """The toponyms with small places near the journey in place of famous namesakes; None where nothing changes.

    Parameters
    ----------
    text
        The story; where it tells of a flight, only ways over land are looked at.
    visits, toponyms
        The journey as last read, in order, and the places that its names were taken for.
    """
    if len(visits) <= 1:
        return None
    flown = tells_of_flight(text)
    named = {top.place.id: top for top in reversed(toponyms) if top.place is not None}
    meant: dict[str, Toponym] = {}
    for stray in _strays(visits[:MOST_VISITS], toponyms, flown=flown):
        top = named.get(stray.far.id)
        if top is not None and stray.far.id not in meant and (other := _read_near(top, stray)) is not None:
            meant[stray.far.id] = other
    if not meant:
        return None
    return tuple(
        replace(
            top,
            place=meant[top.place.id].place,
            alternatives=meant[top.place.id].alternatives,
            reason=meant[top.place.id].reason,
            ambiguous=meant[top.place.id].ambiguous,
        )
        if top.place is not None and top.place.id in meant and top.mention.kind is MentionKind.PLACE
        else top
        for top in toponyms
    )


_REASON = "the journey as told fits the {0} near its other places, and not the better known one"
_LACKING = "not settled by the text: the journey as told fits a smaller {0} near {1}, which is in no gazetteer"
_SMALLER = "{0} (a smaller place near {1})"


@dataclass(frozen=True, slots=True)
class _Stray:
    """A stop far from what the text is about.

    Attributes
    ----------
    far, near
        Its place, and that of the stop beside it.
    beyond
        How many times the way between them is beyond the means; five times that by muscle.
    beside
        Other places of the text about the stop beside it.
    """

    far: "Place"
    near: "Place"
    beyond: float
    beside: int


def _strays(visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]", *, flown: bool) -> "Iterator[_Stray]":
    """Stops far from what the text is about."""
    spots = _spots(toponyms)
    for first, second in pairwise(visits):
        beyond = times_beyond(first, second, (first.place, second.place))
        if beyond <= 1.0 or (flown and not _is_over_land(second)):
            continue
        for far, near in ((first, second), (second, first)):
            beside = _beside(near.place, far.place, spots) if apart_km(far.place, near.place) >= FAR_KM else 0
            if beside:
                tired = by_muscle(second) or (not second.modes and by_muscle(first))
                yield _Stray(far.place, near.place, beyond * (TIMES_BEYOND / TIMES_MUSCLE if tired else 1.0), beside)
                break
    for before, one, after in zip(visits, visits[1:], visits[2:], strict=False):
        if not flown and _is_aside(before, one, after, toponyms):
            yield _Stray(one.place, before.place, TIMES_BEYOND, LEAST_LOCAL)


def _is_over_land(visit: "Visit") -> bool:
    """Whether the means told for the way to a stop are all of the land."""
    return bool(visit.modes) and set(visit.modes) <= OVER_LAND


def _is_aside(before: "Visit", one: "Visit", after: "Visit", toponyms: "Sequence[Toponym]") -> bool:
    """Whether a stop between two near each other lies far off both, beyond the means, and is not the one meant.

    So it is with a common name, and with a small place in a country across the world that the text does not name: the
    halt on a branch line, which no gazetteer has, is meant and not the village in Java.
    """
    apart = apart_km(before.place, after.place)
    off = min(apart_km(before.place, one.place), apart_km(one.place, after.place))
    unknown = off >= ACROSS_KM and _is_little_known(one.place, toponyms)
    if apart > (WAY_KM if unknown else ASIDE_KM) or off < max(ASIDE_KM, TIMES_ASIDE * apart) or one.place.is_area:
        return False
    if times_beyond(before, after, (before.place, one.place, after.place)) <= 1.0:
        return False
    if unknown:
        return True
    top = next((top for top in toponyms if top.place is not None and top.place.id == one.place.id), None)
    return top is not None and sum(bearer.place.kind is Kind.CITY for bearer in top.bearers) >= COMMON


def _is_little_known(place: "Place", toponyms: "Sequence[Toponym]") -> bool:
    """Whether a place is small and nothing else that the text names lies in its country, nor the country itself."""
    others = (top.place for top in toponyms if top.place is not None and top.place.id != place.id)
    return place.population < SMALL and all(other.country != place.country for other in others)


def _spots(toponyms: "Sequence[Toponym]") -> "list[Place]":
    """The places that a text names, each once, peoples and governments as well."""
    found = {top.place.id: top.place for top in toponyms if top.place is not None}
    return list(found.values())[:MOST_PLACES]


def _beside(near: "Place", far: "Place", spots: "Sequence[Place]") -> int:
    """How many other places of the text lie about a stop; 0 where one lies about the far one, or in its country."""
    if near.feature == "capital" or near.population >= GREAT:
        return 0
    others = [place for place in spots if place.id not in {near.id, far.id}]
    if near.country != far.country and any(place.country == far.country for place in others):
        return 0
    towns = [place for place in others if not place.is_area]
    if any(close(place, far) for place in towns):
        return 0
    return sum(close(place, near, NEIGHBOURHOOD_KM) for place in towns)


def _read_near(top: "Toponym", stray: _Stray) -> "Toponym | None":
    """The toponym of the bearer nearest to a stop; else, if its way is absurd, one of a place that no gazetteer has."""
    place, name, near = top.place, top.mention.text, stray.near
    absurd = stray.beyond >= TIMES_BEYOND
    settled = not top.bearers and top.reason != ONLY
    if place is None or settled or (stray.beside < LEAST_LOCAL and not absurd):
        return None
    own = [
        bearer.place
        for bearer in top.bearers
        if not bearer.place.is_area
        and bearer.place.id != place.id
        and close(bearer.place, near, NEAR_KM)
        and normalise(bearer.place.name) == normalise(name)
    ]
    if own:
        nearest = min(own, key=lambda one: rough_km(one, near))
        first = Candidate(nearest, top.alternatives[0].score if top.alternatives else 0.0)
        rest = tuple(one for one in top.alternatives if one.place.id != nearest.id)
        return replace(top, place=nearest, alternatives=(first, *rest), reason=_REASON.format(name), ambiguous=False)
    if not absurd or stray.beside < LEAST_LOCAL:
        return None
    lacking = replace(
        near,
        id=f"unlisted:{normalise(name).replace(' ', '-')}",
        name=_SMALLER.format(name, near.name),
        kind=Kind.CITY,
        extent_km=NEAR_KM / 2,
        source="the story",
        population=0,
        feature="",
    )
    score = top.alternatives[0].score if top.alternatives else 0.0
    rest = tuple(one for one in top.alternatives if one.place.id != place.id)
    return replace(
        top,
        alternatives=(Candidate(place, score), Candidate(lacking, score), *rest),
        reason=_LACKING.format(name, near.name),
        ambiguous=True,
    )
