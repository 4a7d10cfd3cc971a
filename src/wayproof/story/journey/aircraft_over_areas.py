"""Aircraft kept over lands and seas that are only passed: Concorde, "let go above the Adriatic", is what lands at X."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.mode_words import SPECIFIC_AIR

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Visit

FLOWN = SPECIFIC_AIR | {"supersonic", "military_jet"}
ANY_AIRCRAFT = ("air",)
"""What a landing tells of the means."""


def with_aircraft_over_areas(visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the aircraft that passed an area without a time, where the way on from it tells no other means."""
    changed = list(visits)
    for at in range(1, len(changed) - 1):
        area, onward = changed[at], changed[at + 1]
        passed = area.place.is_area and area.event is Event.AT and area.earliest is None
        if passed and area.modes and set(area.modes) <= FLOWN and onward.modes in {(), ANY_AIRCRAFT}:
            changed[at + 1] = replace(onward, modes=area.modes)
    return tuple(changed)
