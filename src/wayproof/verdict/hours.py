"""Durations in hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import timedelta

HOUR_SECONDS = 3600.0


def hours(duration: timedelta | None) -> float | None:
    """A duration in hours; None stays None."""
    return None if duration is None else duration.total_seconds() / HOUR_SECONDS
