"""Time zones: which one a place keeps, and what its wall clocks mean in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wayproof.errors import InputError
from wayproof.world.places import check_position


def zone_at(lat: float, lon: float) -> str:
    """The IANA time zone kept at a position, such as ``Europe/Vilnius``.

    On the open sea it is the nautical zone (``Etc/GMT+3``). The outlines are today's (tzfpy, simplified to a few
    hundred metres); the history of each zone's clocks comes from the IANA database.

    Parameters
    ----------
    lat, lon
        Degrees.

    Raises
    ------
    InputError
        The coordinates are not on Earth.
    """
    from tzfpy import get_tz

    check_position(lat, lon)
    return str(get_tz(lon, lat)) or "UTC"


def localise(naive: datetime, zone: str) -> datetime:
    """The instant at which the wall clocks of a zone showed ``naive``, in UTC.

    When clocks were set back and showed a time twice, the first is meant (the second if ``naive.fold`` is 1).
    When clocks were set forward and skipped it, the offset before the change is used: 03:30 in a gap from 03:00 to
    04:00 is half an hour after the change, which the clocks then call 04:30.

    Parameters
    ----------
    naive
        A date and time without a zone.
    zone
        IANA name.

    Raises
    ------
    InputError
        ``naive`` already carries a zone, the zone has no IANA name, or the instant lies outside the years 1 to 9999.
    """
    if naive.tzinfo is not None:
        message = f"{naive.isoformat()}: expected a wall-clock time without a zone; convert it with .astimezone(UTC)."
        raise InputError(message)
    try:
        return naive.replace(tzinfo=_zone(zone)).astimezone(UTC)
    except OverflowError:
        message = f"{naive.isoformat()} in {zone}: instants must lie within the years 1 to 9999."
        raise InputError(message) from None


LEAST_SKIPPED = timedelta(hours=12)
"""What clocks that skip a day jump over at least; summer time takes an hour."""


def skips(low: datetime, high: datetime, zone: str) -> bool:
    """Whether the calendar of a zone passed over a whole window: there was no 30 December 2011 in Samoa.

    Parameters
    ----------
    low, high
        Naive wall-clock times, `high` exclusive.
    zone
        IANA name.

    Raises
    ------
    InputError
        As `localise`.
    """
    last = max(low, high - timedelta(microseconds=1))
    return all(
        localise(naive, zone).astimezone(_zone(zone)).replace(tzinfo=None) - naive >= LEAST_SKIPPED
        for naive in (low, last)
    )


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = f"{name!r} is no IANA time zone; give a name such as Europe/Vilnius or UTC."
        raise InputError(message) from None
