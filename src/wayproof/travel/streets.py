"""What wayproof asks of a detailed street network around the ends of a leg.

The shipped road graph holds main roads only. A detailed network (from OpenStreetMap, over a file or a service) can
replace the straight access legs at both ends, and measure short legs along real streets and paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StreetPath:
    """A way along streets and paths.

    Attributes
    ----------
    km
        Length along the streets, both short walks to the nearest street included.
    geometry
        The line as (lat, lon) in degrees, from origin to destination.
    source
        What it was measured on, for the report.
    """

    km: float
    geometry: tuple[tuple[float, float], ...]
    source: str


class Streets(Protocol):
    """A detailed network for short ways."""

    def path(
        self, origin: tuple[float, float], destination: tuple[float, float], *, on_foot: bool
    ) -> StreetPath | None:
        """The shortest way between two (lat, lon) positions; None when the network does not hold both ends."""
        ...

    def notes(self) -> tuple[str, ...]:
        """One line for each service that failed; () when all went well."""
        ...
