"""What a reading leaves open, each with its reason: where a name lies, whose a stop is, to which an hour belongs."""

from __future__ import annotations

from dataclasses import dataclass

ACTOR, TIME, STOP = "actor", "time", "stop"
"""The kinds of what is open beside names."""
OPEN_HOUR = "an hour that is given to no stop of the journey"
NO_ENTRY = "looks like a place name, but is in no gazetteer"
STREET = "a street or road; streets are not in the gazetteer"
NUMBERED = "a numbered road; roads are not in the gazetteer"
FEATURE = "a river, park or the like that is in no gazetteer"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A span that could not be settled, with the reason in words; ``start == end`` where it stands in no text.

    Its kind is "name" for what looks like a place name and resolves to nothing, "actor" for a stop of which the text
    leaves open whose it is, "time" for an hour that no stop was given, "stop" for what a rule reads as a stop and the
    words about it speak against.
    """

    start: int
    end: int
    text: str
    reason: str
    kind: str = "name"

    @property
    def is_named_spot(self) -> bool:
        """Whether it is a street, river or park by its name, only not in the gazetteer."""
        return self.reason in {STREET, FEATURE}
