"""One timing of a journey that fits what the story allows, for the map to play.

A story seldom fixes the hour. What is played is therefore an example: each visit in the middle of the time that its
window and its neighbours leave, each leg as late as its ordinary duration allows. Where no timing fits, the legs are
played in the time that the story leaves, and said to be too fast.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wayproof.show.scene import TURN
from wayproof.show.wording import distance_text, duration_text, read_instant, zone_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from wayproof.show.scene import Leg, Scene, Stop

HOUR_SECONDS = 3600.0
ROUND_MINUTES = 5
"""The clock of an example shows no single minutes unless the story does."""


@dataclass(frozen=True, slots=True)
class Span:
    """The window of a visit as shares (0 to 1) of its itinerary's time, and whether an end of it is not told."""

    start: float
    end: float
    open_start: bool
    open_end: bool


def spans_of(record: Mapping[str, Any]) -> list[list[Span | None]]:
    """The windows of all visits, itinerary by itinerary; None for a visit without a date."""
    return [_spans(itinerary.get("visits", ())) for itinerary in record.get("itineraries", ())]


def _spans(visits: Sequence[Mapping[str, Any]]) -> list[Span | None]:
    windows = [_window(visit) for visit in visits]
    known = [instant for window in windows for instant in window if instant is not None]
    if not known or min(known) == max(known):
        return [None] * len(windows)
    begin, length = min(known), (max(known) - min(known)).total_seconds()

    def share(instant: datetime | None, otherwise: float) -> float:
        return otherwise if instant is None else (instant - begin).total_seconds() / length

    def span(first: datetime | None, last: datetime | None) -> Span | None:
        if first is None and last is None:
            return None
        return Span(share(first, 0.0), share(last, 1.0), first is None, last is None)

    return [span(*window) for window in windows]


def _window(visit: Mapping[str, Any]) -> tuple[datetime | None, datetime | None]:
    return read_instant(visit.get("earliest")), read_instant(visit.get("latest"))


def play_of(record: Mapping[str, Any], scene: Scene, number: int) -> dict[str, Any] | None:
    """What the player needs of an itinerary; None where nothing moves.

    Keys: ``itinerary``; ``steps``, each with ``leg`` (its key on the map), ``from`` and ``to`` (indices of stops of the
    scene), ``start`` and ``end`` (hours since 1970 in UTC, None without dates), ``offset`` (hours that the clocks at
    its end are ahead of UTC) and ``text`` (what is wrong).
    """
    legs = [leg for leg in scene.legs if leg.itinerary == number and leg.ways]
    visits: Sequence[Mapping[str, Any]] = record["itineraries"][number].get("visits", ())
    stops = {stop.number - 1: at for at, stop in enumerate(scene.stops) if number in stop.itineraries}
    times = _times(visits, legs)
    steps = []
    for leg in legs:
        if leg.first not in stops or leg.last not in stops:
            continue
        stop = scene.stops[stops[leg.last]]
        start, end = times[leg.first], times[leg.last]
        need = _need(leg)
        too_fast = start is not None and end is not None and need is not None and end - start < 0.99 * need
        begin = start if start is None or end is None or need is None else max(start, end - need)
        steps.append(
            {
                "leg": leg.key,
                "from": stops[leg.first],
                "to": stops[leg.last],
                "start": None if begin is None else round(begin, 3),
                "end": None if end is None else round(end, 3),
                "offset": _offset(stop, end),
                "text": _too_fast_text(leg, (end or 0.0) - (start or 0.0)) if too_fast else "",
            }
        )
    return {"itinerary": number, "steps": steps} if steps else None


def _need(leg: Leg) -> float | None:
    """The hours of an ordinary journey on the best way, or the shortest known."""
    hours = leg.ways[0].hours
    return next((hours[name] for name in ("typical", "brisk", "limit") if hours.get(name) is not None), None)


def _times(visits: Sequence[Mapping[str, Any]], legs: Sequence[Leg]) -> list[float | None]:
    """An hour for each visit: the middle of what its window and its neighbours leave it, or as told if nothing fits."""
    told = [tuple(one.timestamp() / HOUR_SECONDS if one else None for one in _window(visit)) for visit in visits]
    needs = [(leg.first, leg.last, _need(leg) or 0.0) for leg in legs if leg.last < len(visits)]
    early = [-math.inf if first is None else first for first, _ in told]
    late = [math.inf if last is None else last for _, last in told]
    for first, last, need in needs:
        early[last] = max(early[last], early[first] + need)
    for first, last, need in reversed(needs):
        late[first] = min(late[first], late[last] - need)
    if any(low > high for low, high in zip(early, late, strict=True)):
        return [_middle(*window) for window in told]
    before = {last: (first, need) for first, last, need in needs}
    times: list[float | None] = []
    for order, (low, high) in enumerate(zip(early, late, strict=True)):
        origin, need = before.get(order, (order, 0.0))
        left = times[origin] if origin < order else None
        soonest = low if left is None else max(low, left + need)
        times.append(_middle(*(one if math.isfinite(one) else None for one in (soonest, high))))
    return times


def _middle(first: float | None, last: float | None) -> float | None:
    known = [one for one in (first, last) if one is not None]
    return sum(known) / len(known) if known else None


def _offset(stop: Stop, hours: float | None) -> float:
    """How many hours the clocks of a stop are ahead of UTC at a time (0 without one)."""
    from datetime import UTC, datetime

    if hours is None:
        return 0.0
    zone = zone_of(stop.lat, (stop.lon + TURN / 2) % TURN - TURN / 2)
    shift = datetime.fromtimestamp(hours * HOUR_SECONDS, tz=UTC).astimezone(zone).utcoffset()
    return 0.0 if shift is None else shift.total_seconds() / HOUR_SECONDS


def _too_fast_text(leg: Leg, hours: float) -> str:
    """What the story asks of a leg that no ordinary journey makes in time."""
    if hours <= 0:
        return "the story leaves no time for this leg"
    return f"the story leaves {duration_text(hours)} for {distance_text(leg.ways[0].km)}"
