"""The times of an itinerary file, and the list of all that is wrong with one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from wayproof.errors import InputError
from wayproof.world.zones import localise


@dataclass(slots=True)
class Defects:
    """Everything that is wrong with a file, to be told at once."""

    found: list[str] = field(default_factory=list)

    def add(self, where: str, what: str) -> None:
        """Take down what is wrong, and where."""
        self.found.append(f"{where}: {what}" if where else what)


def window(
    row: Mapping[object, object], where: str, zone: str, defects: Defects
) -> tuple[datetime | None, datetime | None]:
    """The window of a visit in aware UTC, `latest` exclusive; None where the row sets no bound, or a wrong one.

    Parameters
    ----------
    row
        The visit as written: `on`, or `earliest` and `latest`.
    where, defects
        How the row is called, and where what is wrong with it is told.
    zone
        IANA zone of times without an offset.
    """
    if row.get("on") is not None:
        if row.get("earliest") is not None or row.get("latest") is not None:
            defects.add(where, "give either on, or earliest and latest")
            return None, None
        return _moment(row["on"], where, "on", zone, defects, end=False), _moment(
            row["on"], where, "on", zone, defects, end=True
        )
    earliest = _moment(row.get("earliest"), where, "earliest", zone, defects, end=False)
    latest = _moment(row.get("latest"), where, "latest", zone, defects, end=True)
    if earliest is not None and latest is not None and earliest >= latest:
        defects.add(where, f"earliest ({row.get('earliest')}) is not before latest ({row.get('latest')})")
    return earliest, latest


def _moment(value: object, where: str, name: str, zone: str, defects: Defects, *, end: bool) -> datetime | None:
    """A date, or a date with a time; a bare date as a bound means its first, or the end of its last moment."""
    if value is None:
        return None
    text = str(value).strip()
    whole_day = re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        if not (end and name == "on"):
            defects.add(where, f"{name} {text!r} is not a date of the calendar: write 2023-08-10 or 2023-08-10T14:30")
        return None
    try:
        if end:
            # the end of a window is exclusive: the end of the day, or of the minute or the second written
            moment = timedelta(seconds=1) if found.second else timedelta(minutes=1)
            found += timedelta(days=1) if whole_day else moment
        return found.astimezone(UTC) if found.tzinfo is not None else localise(found, zone)
    except (InputError, OverflowError) as error:
        defects.add(where, f"{name} {value}: {error}")
        return None
