"""The water part of a way, whatever water it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wayproof.travel.routes import Segment

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Crossing:
    """The water part of a way, with the dry ways to it and from it.

    ``currents`` are the kilometres by what the water does ("upstream", "downstream", "still water"); empty at sea.
    """

    line: tuple[Position, ...]
    km: float
    basis: str
    access: tuple[Segment, ...] = ()
    note: str | None = None
    currents: tuple[tuple[str | None, float], ...] = ()
