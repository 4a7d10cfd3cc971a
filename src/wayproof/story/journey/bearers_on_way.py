"""Names of stops that several places bear: the bearers that make one way of the journey, weighed against fame.

What stands beside a name says less of where a stop lies than the stops before and after it: whoever was in Hobart at
nine and in Swansea at noon was in the Swansea of Tasmania, and who went from Delhi to Rome and on to Geneva was in no
towns of the state of New York, whatever the date line. So the stops are read once more as a way: of all ways through
bearers of their names, the one is taken that is best in fame less length.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf, log10
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import SAME_SPOT_KM, close
from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.vocabulary.lexicon import support
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

MOST_STOPS, MOST_BEARERS, MOST_LESSER = 60, 12, 6
HOUR_KM = 60.0
_STEP_KM = 50.0
_FLIGHT = regex(
    r"\b(?:flew|fl(?:y|ies|ying|own)|flights?|(?:aero)?planes?|aircraft|air(?:liner|line|port|field|ways)s?|jets?|"
    r"touch(?:ed|es|ing)?\s+down|t(?:ook|ake|akes|aking)\s+off|runway|helicopters?|balloons?)\b",
    re.IGNORECASE,
)
_SHIP = regex(
    r"\b(?:sail(?:s|ed|ing|or|ors)?|ships?|steamers?|liners?|yachts?|"
    r"voyages?|aboard|docked|freighters?|tankers?)\b",
    re.IGNORECASE,
)
"""What a story tells of that goes from land to land, as flights do."""
_ROAD = regex(
    r"\b(?:dr(?:ove|ives?|iven|iving)|cars?|vans?|lorr(?:y|ies)|trucks?|pick-?ups?|jeeps?|tractors?|wagons?|bus(?:es)?|coach(?:es)?|"
    r"taxis?|motor(?:bikes?|cycles?)|bi(?:kes?|cycles?)|hitch(?:ed|hiked|hiking)|cycled|rode|walked|on\s+(?:foot|horseback)|trains?|road|"
    r"highway|motorway)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One bearer of a stop's name, and what it is worth by itself."""

    place: "Place"
    worth: float


def with_bearers_on_way(
    text: str, visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]"
) -> "tuple[Toponym, ...] | None":
    """The toponyms with the bearers that make one way of the journey; None where nothing changes.

    Parameters
    ----------
    text
        The story; one that tells of a flight or a ship may lead far.
    visits, toponyms
        The journey as first read, in order, and the places that its names were taken for.
    """
    named = {top.place.id: top for top in reversed(toponyms) if top.place is not None}
    told_of = [visit for visit in visits if visit.place.id in named]
    told_of = [one for at, one in enumerate(told_of) if at == 0 or told_of[at - 1].place.id != one.place.id][
        :MOST_STOPS
    ]
    stops = [visit.place.id for visit in told_of]
    if len(set(stops)) <= 1:
        return None
    reach = [_reach_km(first, second, text) for first, second in pairwise(told_of)]
    told = _Told.of(toponyms)
    spots = [visit.place for visit in told_of]
    readings = {stop: told.readings(named[stop], spots) for stop in stops}
    points = support()
    per_step = points["step_afar" if tells_of_flight(text) or _SHIP.search(text) else "step"]
    before = {stop: readings[stop][0] for stop in stops}
    best = _best(stops, readings, per_step, reach)
    if _total(stops, best, per_step, reach) < _total(stops, before, per_step, reach) + points["better_way"]:
        return None
    meant = {stop: one.place for stop, one in best.items() if one.place.id != stop}
    least = _total(stops, best, per_step, reach) - points["open_way"]

    def rivalled(stop: str) -> bool:
        rivals = (one for one in readings[stop] if not close(one.place, meant[stop], SAME_SPOT_KM))
        ways = (_best(stops, {**readings, stop: [rival]}, per_step, reach) for rival in rivals)
        return any(_total(stops, way, per_step, reach) > least for way in ways)

    unsettled = {stop for stop in meant if rivalled(stop)}
    return tuple(
        replace(
            top,
            place=meant[top.place.id],
            reason=_REASON.format(meant[top.place.id].name),
            ambiguous=top.place.id in unsettled,
        )
        if top.place is not None and top.place.id in meant and top.bearers
        else top
        for top in toponyms
    )


_REASON = "of the places of this name, {0} makes the shortest way of the journey with its other stops"


@dataclass(frozen=True, slots=True)
class _Told:
    """The countries, regions and peoples that the text names."""

    countries: frozenset[str]
    regions: frozenset[tuple[str, str]]
    peoples: frozenset[str]

    @classmethod
    def of(cls, toponyms: "Sequence[Toponym]") -> "_Told":
        countries, regions, peoples = set(), set(), set()
        for top in toponyms:
            place = top.place
            if place is None or not place.country:
                continue
            if top.mention.kind is MentionKind.DEMONYM:
                peoples.add(place.country)
            elif place.kind is Kind.COUNTRY:
                countries.add(place.country)
            elif place.kind is Kind.ADMIN1:
                regions.add((place.country, place.name))
        return cls(frozenset(countries), frozenset(regions), frozenset(peoples))

    def readings(self, top: "Toponym", spots: "Sequence[Place]") -> list[_Reading]:
        """The bearers of a stop's name, the one it was taken for first; of the lesser ones those near another stop."""
        chosen, around = top.place, support()["share_of_context"]
        if chosen is None:  # no stop is without a place
            return []
        if not top.bearers or chosen.is_area:
            return [_Reading(chosen, 0.0)]
        rated = [
            _Reading(bearer.place, worth + around * (score - worth))
            for bearer, worth, score in zip(top.bearers, top.worth, top.scores, strict=True)
            if not bearer.place.is_area or bearer.place.id == chosen.id
        ]
        first = [one for one in rated if one.place.id == chosen.id] or [_Reading(chosen, 0.0)]
        others = sorted((one for one in rated if one.place.id != chosen.id), key=lambda one: -one.worth)
        lesser = [one for one in others[MOST_BEARERS:] if _is_near(one.place, spots, chosen)]
        return first + others[:MOST_BEARERS] + lesser[:MOST_LESSER]


def _is_near(place: "Place", spots: "Sequence[Place]", chosen: "Place") -> bool:
    """Whether a bearer lies within an hour's drive of a stop of another name."""
    return any(spot.id != chosen.id and close(place, spot, HOUR_KM) for spot in spots)


def tells_of_flight(text: str) -> bool:
    """Whether a story tells of a flight."""
    return _FLIGHT.search(text) is not None


def _reach_km(first: "Visit", second: "Visit", text: str) -> float:
    """How far one gets by road or ship between two stops in the widest time that the story leaves.

    Infinite where it leaves that open, and where it tells of a flight, or of no means at all: a story that puts
    somebody in two cities at once is refuted by them, not by a village of their name.
    """
    if first.earliest is None or second.latest is None or second.latest <= first.earliest:
        return inf
    if tells_of_flight(text) or not (_SHIP.search(text) or _ROAD.search(text)):
        return inf
    return (second.latest - first.earliest).total_seconds() / 3600.0 * OVERLAND_KMH


OVERLAND_KMH = 150.0
"""What nothing outdoes from town to town over land and water."""
_OUT_OF_REACH = 3.0
"""What a step costs for each tenfold by which it is out of reach."""


def _step(first: "Place", second: "Place", per_step: float, reach: float) -> float:
    """What a step of the way costs: by powers of ten of some fifty kilometres, and more where it is out of reach.

    What neither road nor ship could do weighs as much where the story tells of a steamer beside the way.
    """
    km = distance_km(first.lat, first.lon, second.lat, second.lon)
    length = per_step * log10(1.0 + max(0.0, km - first.extent_km - second.extent_km) / _STEP_KM)
    return length + (_OUT_OF_REACH * log10(km / reach) if km > reach else 0.0)


def _total(stops: "Sequence[str]", meant: "Mapping[str, _Reading]", per_step: float, reach: "Sequence[float]") -> float:
    """What a reading of the whole journey is worth: the fame of its places, each once, less the steps between them."""
    fame = sum(meant[stop].worth for stop in dict.fromkeys(stops))
    steps = (
        _step(meant[a].place, meant[b].place, per_step, km) for (a, b), km in zip(pairwise(stops), reach, strict=True)
    )
    return fame - sum(steps)


def _best(
    stops: "Sequence[str]", readings: "Mapping[str, Sequence[_Reading]]", per_step: float, reach: "Sequence[float]"
) -> dict[str, _Reading]:
    """The bearers of the best way (Viterbi's algorithm); a name that comes twice means one place."""
    meant: dict[str, _Reading] = {}
    scores = [one.worth for one in readings[stops[0]]]
    back: list[list[int]] = []
    for (first, second), km in zip(pairwise(stops), reach, strict=True):
        ways = [
            [
                score - _step(one.place, two.place, per_step, km)
                for score, one in zip(scores, readings[first], strict=True)
            ]
            for two in readings[second]
        ]
        back.append([max(range(len(way)), key=way.__getitem__) for way in ways])
        scores = [max(way) + two.worth for way, two in zip(ways, readings[second], strict=True)]
    at = max(range(len(scores)), key=scores.__getitem__)
    for number in range(len(stops) - 1, -1, -1):
        meant.setdefault(stops[number], readings[stops[number]][at])
        if number:
            at = back[number - 1][at]
    return meant
