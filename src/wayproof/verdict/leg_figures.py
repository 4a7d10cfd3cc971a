"""What findings and summaries tell of a leg in common: how far, by what means, hours, and whose records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.verdict.findings import Number
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.wording import far_words, mode_words

if TYPE_CHECKING:
    from wayproof.verdict.cases import LegCase


def far(leg: LegCase) -> str:
    """How far the two ends are apart, in words."""
    return far_words(leg.origin.place, leg.destination.place, leg.times.separation_km)


def by_what(leg: LegCase) -> str:
    """The modes that the text names, as " by car or by train"; empty when it names none."""
    return f" {' or '.join(mode_words(mode) for mode in leg.leg.query.modes)}" if leg.leg.query.modes else ""


def in_hours(name: str, seconds: float) -> Number:
    """Seconds as a figure in hours."""
    return Number(name, round(seconds / HOUR_SECONDS, 2), "h")


def sources_of(leg: LegCase) -> tuple[str, ...]:
    """Whose records the limit of a leg rests on."""
    best = min(leg.leg.routes, key=lambda route: route.time.limit, default=None)
    return best.time.sources if best is not None else ()
