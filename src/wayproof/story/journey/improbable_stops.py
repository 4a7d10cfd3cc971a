"""Stops that a rule reads and that are none by all that stands about them.

"He has gone to Doha to train", "a concert in Denver", "she lives by her wits in Cairo": a rule goes by a verb and a
preposition, and each story has sentences that look like a stop and are the later fate of somebody, or a plan. The
words beside the name, the tense and the place in the story often tell (see :mod:`wayproof.story.journey.stop_signs`).
What they speak against is no stop, and is told as such.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.unresolved import STOP, Unresolved
from wayproof.story.journey.stop_signs import holds_any, told_signs, worth
from wayproof.story.vocabulary.lexicon import told_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.sightings import Sighting
    from wayproof.story.journey.stop_signs import Scene

NEEDED = "needed"
"""The row of the table that is no sign: the sum below which a stop that a rule reads is none."""
FEWEST, MOST = 2, 60
"""A text that tells of fewer stops says too little to go by; one with more is no tale of one journey."""
IMPROBABLE = "read as a stop by its verb, and by the words about it hardly one of this journey"


def probable(scene: Scene) -> tuple[Sighting, ...]:
    """The sightings of the traveller that are stops by the words about them too, in text order.

    Parameters
    ----------
    scene
        The story as the traveller sees it, with all sightings that rules read.
    """
    if not FEWEST <= len(scene.told) <= MOST:
        return tuple(scene.told)
    points = told_points()
    starts = [clause.start for clause in scene.clauses]
    kept = []
    for one in scene.told:
        index = bisect_right(starts, one.toponym.mention.start) - 1
        if index < 0 or _leads_through(one) or worth(told_signs(scene, one, index), points) >= points[NEEDED]:
            kept.append(one)
    return tuple(kept)


def _leads_through(sighting: Sighting) -> bool:
    """Whether the way is told to lead through a land, past whose borders it would lead else: "drove through Libya"."""
    place = sighting.toponym.place
    return place is not None and place.is_area and sighting.relation == "via" and sighting.verb is not None


def set_aside(told: Sequence[Sighting], kept: Sequence[Sighting]) -> tuple[Unresolved, ...]:
    """What is said of the sightings that were not kept; nothing of a land that holds a stop which was."""
    starts = {one.toponym.mention.start for one in kept}
    stops = [one.toponym.place for one in kept if one.toponym.place is not None]
    left = [one.toponym for one in told if one.toponym.mention.start not in starts]
    return tuple(
        Unresolved(top.mention.start, top.mention.end, top.mention.text, IMPROBABLE, STOP)
        for top in left
        if top.place is None or not (top.place.is_area and holds_any(top.place, stops))
    )
