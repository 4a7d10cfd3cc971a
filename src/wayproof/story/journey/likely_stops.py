"""Stops that no rule reads and that are likely all the same: the time is told, the traveller is near, nobody else acts.

"The doors opened at Entebbe", "its wheels were on the ground in Manila": stories find words for an arrival that no list
holds. What stands about such a name still tells much (see :mod:`wayproof.story.journey.stop_signs`). A stop found so is
marked as inferred, and refutes no story.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.sightings import SKIPPED_CONTEXT, Sighting
from wayproof.story.journey.stop_signs import LEAD, chance, signs, worth
from wayproof.story.journey.unlikely_names import is_of_clock, is_others_stop, is_others_town
from wayproof.story.vocabulary.lexicon import likely_points
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.stop_signs import Scene

_NAMED = frozenset({MentionKind.PLACE, MentionKind.DATELINE})
LIKELY = "likely"
"""The relation of a place to the clause that makes it a likely stop."""
NEEDED, NEEDED_ALONE = "needed", "needed without a stop that is told"
"""The rows of the table that are no signs: the sums from which a place counts as a stop, in the tale of a journey and
in a text that tells of none in so many words."""
SAME_KM = 25.0
"""So near a stop that is told, a name says nothing new."""
MOST_LIKELY, MOST_NAMED = 8, 200
"""No more stops of a story are likely, and in a text with more names of places none: it is no tale of one journey."""


def with_likely_stops(scene: Scene, toponyms: Sequence[Toponym]) -> tuple[Sighting, ...]:
    """The sightings of a traveller with the stops that are likely, in text order.

    Of names that stand for one place or for neighbours the likeliest counts.

    Parameters
    ----------
    scene
        The story as the traveller sees it.
    toponyms
        Its place names in order.
    """
    if len(toponyms) > MOST_NAMED:
        return tuple(scene.told)
    table = likely_points()
    needed = table[NEEDED if scene.told else NEEDED_ALONE]
    rated = [(worth(signs(scene, top, index), table), top, index) for top, index in candidates(scene, toponyms)]
    found: list[Sighting] = []
    for points, top, index in sorted((one for one in rated if one[0] >= needed), key=lambda one: -one[0]):
        clause = scene.clauses[index]
        if len(found) < MOST_LIKELY and not _is_known(top, found):
            found.append(Sighting(top, _event(scene.text, clause, top), clause, None, LIKELY, chance(points)))
    return tuple(sorted((*scene.told, *found), key=lambda one: one.toponym.mention.start))


def candidates(scene: Scene, toponyms: Sequence[Toponym]) -> Iterator[tuple[Toponym, int]]:
    """The place names that could be stops and are not told as ones, with the index of their clause."""
    known = {one.toponym.mention.start for one in scene.told}
    starts = [clause.start for clause in scene.clauses]
    for top in toponyms:
        mention = top.mention
        if top.place is None or mention.kind not in _NAMED or mention.start in known:
            continue
        index = bisect_right(starts, mention.start) - 1
        outside = index < 0 or mention.start >= scene.clauses[index].end
        if outside or SKIPPED_CONTEXT & set(mention.context) or _is_known(top, scene.told):
            continue
        deed, clause = scene.deeds[index], scene.clauses[index]
        told_beside = any(one.clause.start == clause.start for one in scene.told)
        of_clock = is_of_clock(scene.text, mention.start, mention.end, beside=told_beside)
        if of_clock or is_others_town(scene.text, clause, top):
            continue
        apart = mention.start in scene.elsewhere or is_others_stop(scene.text, deed, clause, top)
        if deed.actor.member not in scene.rivals or not apart:
            yield top, index


def _is_known(top: Toponym, told: Sequence[Sighting]) -> bool:
    """Whether a stop that is told lies at a place, or in the area that it is."""
    place = top.place
    return place is None or any(
        distance_km(place.lat, place.lon, one.toponym.place.lat, one.toponym.place.lon)
        <= max(SAME_KM, place.extent_km if place.is_area else 0.0)
        for one in told
        if one.toponym.place is not None
    )


def _event(text: str, clause: Clause, top: Toponym) -> Event:
    lead = LEAD.search(text, clause.start, top.mention.start)
    return Event.DEPART if lead is not None and lead["prep"].casefold() in {"from", "off"} else Event.AT
