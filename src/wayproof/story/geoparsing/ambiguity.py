"""Whether a text settles which bearer of a name is meant: what a careful editor would ask about, and what not.

A name is settled when the text says so (its region follows, its country or a place near by is named), or when one
bearer is so much better known than all the others together that nobody would ask: "Tripoli" alone is Libya's capital.
How much better depends on the text. On a postcard that names nothing else, "San Antonio" could be anywhere; in a report
that fixes other places the best known is meant at a smaller lead, and so is the one that lies among them when its
rivals lie oceans away. A state or county elsewhere does not contest the name of a capital ("left Washington"), but a
city does contest that of a state.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, inf, log10, radians, sin, sqrt
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import Contest, encloses, lies_in
from wayproof.story.vocabulary.lexicon import support
from wayproof.world.places import ADMIN1, ADMIN2, CITY, COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wayproof.story.geoparsing.bearers import Bearer, NameGroup
    from wayproof.world.places import Place

SAME_SPOT_KM = 60.0
NEAR_KM = 250.0
_SUBDIVISIONS = frozenset({ADMIN1, ADMIN2})
_QUIET = 0.5  # a government that speaks says nothing about where the text plays
_MOST_SPOTS = 100
_BAND_DEGREES = 2.5
_KM_PER_DEGREE = 111.0
_RADIUS_KM = 6371.0  # mean radius of the Earth


def rough_km(a: Place, b: Place) -> float:
    """The distance on a sphere, within half a per cent: enough to tell near from far."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_a - lat_b) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(a.lon - b.lon) / 2) ** 2
    return 2 * _RADIUS_KM * asin(min(1.0, sqrt(half)))


def close(a: Place, b: Place, within_km: float = NEAR_KM) -> bool:
    """Whether two places are no farther apart than `within_km` and the smaller of their extents."""
    if abs(a.lat - b.lat) * _KM_PER_DEGREE > within_km:
        return False
    return rough_km(a, b) <= within_km + min(a.extent_km, b.extent_km)


class Spots:
    """Places by latitude, so that those near another are found without asking all; at most a hundred are kept a band.

    Attributes
    ----------
    first
        The first hundred, in the order given.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.first: list[Place] = []
        self._bands: dict[int, list[Place]] = {}
        for place in places:
            band = self._bands.setdefault(int(place.lat // _BAND_DEGREES), [])
            if len(band) < _MOST_SPOTS:
                band.append(place)
            if len(self.first) < _MOST_SPOTS:
                self.first.append(place)

    def close_to(self, place: Place) -> Iterator[Place]:
        """Those no farther than `NEAR_KM` from a place."""
        middle = int(place.lat // _BAND_DEGREES)
        for band in (middle - 1, middle, middle + 1):
            yield from (spot for spot in self._bands.get(band, ()) if close(spot, place))

    def any_in(self, area: Place) -> bool:
        """Whether one of the first hundred lies in an area."""
        return any(lies_in(spot, area) for spot in self.first)

    def nearest_km(self, place: Place) -> float:
        """How far the nearest of the first hundred is; infinite when there are none."""
        return min((rough_km(spot, place) for spot in self.first), default=float("inf"))


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the text fixes without any choice between comparable bearers: countries, and other places."""

    countries: frozenset[str]
    spots: Spots

    @property
    def any(self) -> bool:
        """Whether the text fixes anything."""
        return bool(self.countries or self.spots.first)


def anchors_of(groups: Iterable[NameGroup]) -> Anchors:
    """The anchors among the names of a text."""
    countries: set[str] = set()
    spots: list[Place] = []
    for group in groups:
        best = group.best
        place = best.place
        if group.voice < _QUIET:
            continue
        if group.fixed or place.kind is COUNTRY or group.regions or not _rivals(group, best, "clear_lead"):
            if place.country:
                countries.add(place.country)
            if place.kind is not COUNTRY and not group.people:
                spots.append(place)
    return Anchors(frozenset(countries), Spots(spots))


def is_open(group: NameGroup, best: Bearer, anchors: Anchors) -> bool:
    """Whether the text leaves open which bearer of a name is meant."""
    if group.fixed or group.regions or group.spot is best.place.kind:
        return False
    rivals = _rivals(group, best, "lead_in_context" if anchors.any else "clear_lead")
    if group.article and best.place.is_area:
        rivals = [rival for rival in rivals if rival.place.is_area]  # "in the Darien" is no town
    if not rivals:
        return False
    scores = {bearer.place.id: score for bearer, score in zip(group.bearers, group.scores, strict=True)}
    lead = scores[best.place.id] - max(scores[rival.place.id] for rival in rivals)
    if lead < 0.0:
        return True
    if best.place.kind in _SUBDIVISIONS and anchors.spots.any_in(best.place):
        return any(anchors.spots.any_in(rival.place) for rival in rivals if rival.place.kind in _SUBDIVISIONS)
    if _helped(best.place, anchors):
        # "from Seattle to Vancouver": a bigger city of the name is near by as well
        greater = (r.place for r in rivals if r.prior > best.prior)
        return lead < support()["tie"] or any(_beside(place, anchors) for place in greater)
    return not _among(best, rivals, anchors.spots)


def _helped(place: Place, anchors: Anchors) -> bool:
    """Whether its country or a place near by is fixed by the text."""
    return place.country in anchors.countries or _beside(place, anchors)


def _beside(place: Place, anchors: Anchors) -> bool:
    """Whether a place near by is fixed by the text."""
    return next(anchors.spots.close_to(place), None) is not None


def _among(best: Bearer, rivals: list[Bearer], spots: Spots) -> bool:
    """Whether the best lies among the fixed places and every rival far from all of them."""
    p = support()
    km = spots.nearest_km(best.place)
    if km > p["nearer_km"]:
        return False
    return all(spots.nearest_km(rival.place) > max(p["nearer_times"] * km, p["nearer_km"]) for rival in rivals)


def _rivals(group: NameGroup, best: Bearer, lead: str) -> list[Bearer]:
    """Bearers elsewhere that contest the name; none if the best leads by as much as that row of support.csv says."""
    contest = group.contests.get(id(best))
    if contest is None:
        contest = group.contests[id(best)] = _contest(group, best)
    settled = contest.lead >= support()[lead] and not (contest.beside_area and not group.admin)
    return [] if settled else contest.rivals


def _contest(group: NameGroup, best: Bearer) -> Contest:
    """How the best bearer of a name stands to the others; kept with the group, for it is asked again and again."""
    p = support()
    place = best.place
    metropolis = place.kind is CITY and (place.feature == "capital" or place.population >= p["world_city"])
    here, others, beside = 0.0, [], []
    for bearer in group.bearers:
        other = bearer.place
        if bearer is best or _same_spot(other, place):
            here = max(here, bearer.standing)
        elif not (metropolis and other.kind in _SUBDIVISIONS):
            others.append(bearer)
            known = other.feature == "capital" or other.population >= p["city_beside_area"]
            if other.kind is CITY and bearer.match == "name" and known:
                beside.append(bearer)
    beside_area = bool(beside) and place.kind in _SUBDIVISIONS
    if not others:
        return Contest(best, group.bearers, inf, [], beside_area=False)
    ahead = here - log10(sum(10.0**b.standing for b in others))
    comparable = [bearer for bearer in others if bearer.standing > here - p["rival"]]
    return Contest(best, group.bearers, ahead, comparable or beside or others[:1], beside_area=beside_area)


def _same_spot(a: Place, b: Place) -> bool:
    """Whether two bearers are one place for a traveller: near each other, or a city and the area about it."""
    if a.kind is not b.kind:
        for area, city in ((a, b), (b, a)):
            if area.kind in _SUBDIVISIONS and city.kind is CITY and encloses(area, city):
                return True
    return close(a, b, SAME_SPOT_KM)
