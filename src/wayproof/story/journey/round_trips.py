"""The stops of a way out and back that the story tells after it: "was back a day later. Fuel was taken on at X"."""

from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.visit_order import same_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft

_CALLS = frozenset(
    {
        "taken",
        "taken on",
        "taken aboard",
        "loaded",
        "filled",
        "refuelled",
        "refueled",
        "refuelling",
        "stopped",
        "stops",
        "stopping",
        "called",
        "called at",
        "called in at",
        "calling at",
        "touched down",
        "put in",
        "halted",
        "paused",
        "landed",
        "changed",
    }
)
"""What is done at the stops of a way that was told from its start back to its start."""


def on_round_trip(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Drafts with the undated stops told right after a way out and back moved into it.

    "It left X on Monday and was back on the same runway a day later. Fuel was taken on at Y and Z."
    """
    ordered = list(drafts)
    for at in range(1, len(ordered) - 1):
        leaves, comes = ordered[at - 1], ordered[at]
        back = leaves.sighting.event is Event.DEPART and comes.sighting.event is Event.ARRIVE
        if not (back and same_place(leaves, comes) and (comes.own or comes.gap is not None)):
            continue
        end = at + 1
        while end < len(ordered) and _is_call(ordered[end], comes):
            end += 1
        ordered[at:end] = [*ordered[at + 1 : end], comes]
        return ordered
    return ordered


def _is_call(draft: "Draft", comes: "Draft") -> bool:
    """Whether a sighting is an undated stop on the way that ended with another, told within the next two sentences."""
    here, end = draft.sighting, comes.sighting.clause
    near = here.clause.paragraph == end.paragraph and 0 < here.clause.sentence - end.sentence <= CALLED_WITHIN
    calls = here.verb is not None and here.verb.form in _CALLS
    return near and calls and not draft.own and draft.gap is None and here.event is not Event.DEPART


CALLED_WITHIN = 2
"""Sentences after a way out and back in which its stops are told."""
