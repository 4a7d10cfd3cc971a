"""What wayproof asks of anything that turns a name into places, beside the shipped gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wayproof.world.places import Place


class Geocoder(Protocol):
    """A second opinion on names that the shipped gazetteer does not know or does not settle."""

    def locate(self, name: str) -> tuple[Place, ...]:
        """Candidate places for a name, best first; () when there is none or the service fails."""
        ...

    def notes(self) -> tuple[str, ...]:
        """One line for each service that failed, in the words of the report; () when all went well."""
        ...
