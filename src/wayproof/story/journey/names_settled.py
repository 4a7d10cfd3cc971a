"""Names of stops that the other stops settle: Newcastle, Dundee and Ladysmith on one day are the three of Natal.

One name on a way has many bearers, and two may stand side by side in several countries. Where three or more stops lie
close together, and nowhere else does the world have as many of their names in one neighbourhood, no editor would ask
which of them is meant. Nor would one where, by the means and times told, only one of them can be reached at all.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import NEAR_KM, SAME_SPOT_KM, close
from wayproof.story.geoparsing.bearers import lies_in
from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.journey.bearers_on_way import tells_of_flight
from wayproof.story.journey.within_means import times_beyond
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.world.places import Place

LEAST_BESIDE = 2
"""Other towns that must lie close by: of two names alone, many countries have both."""
MOST_TOWNS = 60
CLOSE_KM = 80.0
"""Within which a neighbourhood lies whose names are found together in wider parts of other countries, too."""
_SAME_KM = 1.0


@dataclass(frozen=True, slots=True)
class _Town:
    """A town that the text names: the place it was taken for, and all that bear it."""

    place: "Place"
    bearers: "Sequence[Place]"
    is_open: bool


def with_settled_names(
    text: str, visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]"
) -> "tuple[Toponym, ...] | None":
    """The toponyms without doubt about names of stops that the others settle; None where nothing changes.

    Parameters
    ----------
    text
        The story; where it tells of a flight, any place can be reached.
    visits, toponyms
        The journey as last read, in order, and the places that its names were taken for.
    """
    towns = _towns(toponyms)
    regions = [top.place for top in toponyms if top.place is not None and top.place.kind is Kind.ADMIN1]
    stops = {visit.place.id for visit in visits}
    settled = {
        town.place.id for town in towns if town.is_open and town.place.id in stops and _is_settled(town, towns, regions)
    }
    if not tells_of_flight(text):
        open_towns = {town.place.id: town for town in towns if town.is_open}
        settled |= {one for one, town in open_towns.items() if one in stops and _is_alone(town, visits, open_towns)}
    if not settled:
        return None
    return tuple(
        replace(top, ambiguous=False, reason=_REASON)
        if top.ambiguous and top.place is not None and top.place.id in settled
        else top
        for top in toponyms
    )


_REASON = "no other places of these names lie as close together as the stops of this journey"


def _towns(toponyms: "Sequence[Toponym]") -> "list[_Town]":
    """The towns that the text names as such, each once."""
    found: dict[str, _Town] = {}
    for top in toponyms:
        place = top.place
        if place is None or place.is_area or top.mention.kind is not MentionKind.PLACE or place.id in found:
            continue
        bearers = [bearer.place for bearer in top.bearers if not bearer.place.is_area] if top.ambiguous else []
        found[place.id] = _Town(place, bearers or [place], bool(bearers))
        if len(found) == MOST_TOWNS:
            break
    return list(found.values())


def _is_settled(town: _Town, towns: "Sequence[_Town]", regions: "Sequence[Place]") -> bool:
    """Whether more of the other names lie about its place than about any rival of its name.

    Where the text names the region that they lie in, rivals in regions that it does not name are none.
    """
    others = [one for one in towns if not close(one.place, town.place, _SAME_KM)]
    beside = [one for one in others if close(one.place, town.place)]
    if len(beside) < LEAST_BESIDE:
        return False
    rivals = _rivals(town)
    home = [region for region in regions if lies_in(town.place, region)]
    if any(sum(lies_in(one.place, region) for one in beside) >= LEAST_BESIDE for region in home):
        rivals = [rival for rival in rivals if any(lies_in(rival, region) for region in regions)]
    for km in (NEAR_KM, CLOSE_KM):
        about = _beside(town.place, others, km)
        if about >= LEAST_BESIDE and all(_beside(rival, others, km) < about for rival in rivals):
            return True
    return False


def _is_alone(town: _Town, visits: "Sequence[Visit]", open_towns: "Mapping[str, _Town]") -> bool:
    """Whether, from a stop beside it that is not in doubt, no rival of a name can be reached in the time told."""
    rivals = _rivals(town)
    for first, second in pairwise(visits):
        if town.place.id not in {first.place.id, second.place.id} or first.place.id == second.place.id:
            continue
        beside = second.place if first.place.id == town.place.id else first.place
        if beside.id in open_towns or not 0.0 < times_beyond(first, second, (beside, town.place)) <= 1.0:
            continue
        if all(times_beyond(first, second, (beside, rival)) > 1.0 for rival in rivals):
            return True
    return False


def _rivals(town: _Town) -> "list[Place]":
    """The bearers of a town's name that lie elsewhere."""
    return [rival for rival in town.bearers if not close(rival, town.place, SAME_SPOT_KM)]


def _beside(place: "Place", others: "Sequence[_Town]", within_km: float) -> int:
    """How many of the other names have a bearer close to a place."""
    return sum(any(close(place, other, within_km) for other in one.bearers) for one in others)
