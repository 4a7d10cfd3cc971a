"""Where a way leaves one country for another: by which post or none, and whether that was open on the day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from wayproof.world.crossings import CARRIES, CLOSED, OPEN, RESTRICTED, UNKNOWN, Crossing, Status
from wayproof.world.geodesy import distance_km
from wayproof.world.regimes import AIR_MODES, INTERNAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from wayproof.world.airports import Airspace
    from wayproof.world.borders import LineCrossing
    from wayproof.world.crossings import Crossings
    from wayproof.world.regimes import Regimes
    from wayproof.world.speeds import SpeedTable

SEA_MODES = frozenset({"ferry", "boat", "ship", "sail", "rowing", "kayak", "raft", "swim"})
#: ways of travel that need no road: away from a post they are at a green border
ROADLESS = frozenset({"foot", "horse", "ski", "dog_sled"})
EVERYBODY = "*"
FORMER_STAY_KM = 5.0
"""Stays across the border of a dissolved state that are shorter say more about the drawing than about the journey."""
_NOTHING_KNOWN: Mapping[float, str] = MappingProxyType({})


class Lines(Protocol):
    """What border events ask of the borders: the ordered country changes along a line."""

    def cut(self, line: Sequence[tuple[float, float]], *, shortest_stay_km: float = 0.0) -> Sequence[LineCrossing]:
        """The country changes along a line of (lat, lon), in order; None stands for the high seas."""

    def former_cut(
        self, line: Sequence[tuple[float, float]], *, on: date, shortest_stay_km: float = 0.0
    ) -> Sequence[LineCrossing]:
        """The borders of dissolved states inside states of today that a line crosses, in order."""


class Skies(Protocol):
    """What border events ask of the airports: which skies were shut."""

    @property
    def airspace(self) -> Airspace:
        """The closures."""


class Frontiers(Protocol):
    """The parts of the world that border events are made from; the whole world is one."""

    @property
    def borders(self) -> Lines:
        """Borders that can cut a line."""

    @property
    def crossings(self) -> Crossings:
        """Named crossings."""

    @property
    def regimes(self) -> Regimes:
        """Dated rules."""

    @property
    def airports(self) -> Skies:
        """Airports with their airspace closures."""

    @property
    def speeds(self) -> SpeedTable:
        """The numbers of the method."""


@dataclass(frozen=True, slots=True)
class BorderEvent:
    """One passage from a country into the next along a route.

    ``crossing`` is the named post it uses, None where none is known or none is used. ``kind`` is ``"checkpoint"``,
    ``"internal"`` (nobody checks), ``"green"`` (without a road, away from any post), ``"rail"``, ``"sea"`` or
    ``"air"``. ``status`` is that of the crossing, of the whole border or of the airspace on the day of travel. ``lat``
    and ``lon`` are those of the post where one is named, else of the line on the border. ``at_km`` counts from the
    start of the geometry.
    """

    from_country: str
    to_country: str
    lat: float
    lon: float
    crossing: Crossing | None
    status: Status
    kind: str
    at_km: float


def border_events(
    geometry: Sequence[tuple[float, float]],
    mode: str,
    on: date | None,
    world: Frontiers,
    *,
    known: Mapping[float, str] = _NOTHING_KNOWN,
    shortest_stay_km: float = 0.0,
) -> tuple[BorderEvent, ...]:
    """The border events along one stretch travelled one way, in order.

    Stretches over the high seas join the countries before and after them; a line that ends at sea, or comes back to the
    country it left, makes no event.

    Parameters
    ----------
    geometry
        The line, (lat, lon) in degrees.
    mode
        The way of travel.
    on
        The day of passage; None leaves every status at ``"no data"``.
    world
        Borders, crossings, rules, airspace and numbers.
    known
        Crossings that the way is known to use: km along the geometry -> crossing id. An event takes the nearest one of
        its pair of countries; the others are looked for near the line.
    shortest_stay_km
        Shorter stays in a country are passed over: a straight edge that cuts a bend of the border is no journey abroad.
    """
    left = dict(known)
    events = []
    for passage in _passages(world.borders.cut(geometry, shortest_stay_km=shortest_stay_km)):
        crossing = _handed(left, (passage.from_country, passage.to_country), passage.at_km, world)
        reach_km = 0.0 if mode in AIR_MODES else _reach(geometry, passage.at_km, mode, world)
        events.append(_judged(passage, mode, on, world, crossing=crossing, reach_km=reach_km))
    if on is not None:
        events += former_events(geometry, mode, on, world, shortest_stay_km=shortest_stay_km)
    return tuple(sorted(events, key=lambda event: event.at_km))


def former_events(
    geometry: Sequence[tuple[float, float]],
    mode: str,
    on: date,
    world: Frontiers,
    *,
    shortest_stay_km: float = FORMER_STAY_KM,
    from_km: float = 0.0,
) -> list[BorderEvent]:
    """The events at borders of dissolved states that lay inside a state of today, in order.

    Parameters
    ----------
    geometry
        The line, (lat, lon) in degrees.
    mode
        The way of travel.
    on
        The day of passage.
    world
        Borders with their dissolved states, crossings and rules.
    shortest_stay_km
        Shorter stays on one side are passed over: these lines are drawn more coarsely than borders of today.
    from_km
        What the way has passed before this line.
    """
    events = []
    for cut in world.borders.former_cut(geometry, on=on, shortest_stay_km=max(shortest_stay_km, FORMER_STAY_KM)):
        passage = KnownPassage(str(cut.from_country), str(cut.to_country), cut.lat, cut.lon, from_km + cut.at_km)
        reach_km = 0.0 if mode in AIR_MODES else _reach(geometry, cut.at_km, mode, world)
        events.append(_judged(passage, mode, on, world, crossing=None, reach_km=reach_km))
    return events


def passage_event(
    passage: KnownPassage, mode: str, on: date | None, world: Frontiers, *, edge: Sequence[tuple[float, float]] = ()
) -> BorderEvent:
    """The border event where a way is known to leave one country for another, whatever the drawn line.

    Parameters
    ----------
    passage
        The change of country.
    mode
        The way of travel.
    on
        The day of passage; None leaves the status at ``"no data"``.
    world
        Crossings, rules, airspace and numbers; its borders are not asked.
    edge
        The straight edge over the border, (lat, lon), if the line is drawn with one: the longer it is, the farther from
        it the post may lie.
    """
    crossing = world.crossings.get(passage.crossing) if passage.crossing is not None else None
    reach_km = _reach(edge, distance_km(*edge[0], passage.lat, passage.lon) if edge else 0.0, mode, world)
    return _judged(passage, mode, on, world, crossing=crossing, reach_km=reach_km)


def countries_of(events: Sequence[BorderEvent], first: str | None) -> tuple[str, ...]:
    """The countries in the order they are entered; the first alone where no border is passed."""
    if events:
        return (events[0].from_country, *(event.to_country for event in events))
    return (first,) if first else ()


@dataclass(frozen=True, slots=True)
class KnownPassage:
    """A change of country: where, after how many km, and by which crossing (its id) if that is known."""

    from_country: str
    to_country: str
    lat: float
    lon: float
    at_km: float
    crossing: str | None = None


def _judged(
    passage: KnownPassage, mode: str, on: date | None, world: Frontiers, *, crossing: Crossing | None, reach_km: float
) -> BorderEvent:
    """The event with its crossing, kind and status."""
    if crossing is None and mode not in AIR_MODES:
        crossing = _nearest(passage, mode, on, reach_km, world)
    kind = _kind(passage, mode, on, crossing, world)
    status = _status(passage, mode, on, _Use(crossing, kind), world)
    return _event(passage, crossing, status, kind)


@dataclass(frozen=True, slots=True)
class _Use:
    crossing: Crossing | None
    kind: str


def _passages(cuts: Sequence[LineCrossing]) -> Iterator[KnownPassage]:
    current: str | None = None
    for cut in cuts:
        current = cut.from_country or current
        if cut.to_country is None:
            continue
        if current is not None and current != cut.to_country:
            yield KnownPassage(current, cut.to_country, cut.lat, cut.lon, cut.at_km)
        current = cut.to_country


def _event(passage: KnownPassage, crossing: Crossing | None, status: Status, kind: str) -> BorderEvent:
    lat, lon = passage.lat, passage.lon
    if crossing is not None and crossing.lat is not None and crossing.lon is not None:
        lat, lon = crossing.lat, crossing.lon
    return BorderEvent(passage.from_country, passage.to_country, lat, lon, crossing, status, kind, passage.at_km)


def _handed(left: dict[float, str], pair: tuple[str, str], at_km: float, world: Frontiers) -> Crossing | None:
    """The known crossing of this pair nearest along the way, taken out of those left."""
    fitting = [key for key, name in left.items() if world.crossings.get(name).pair == frozenset(pair)]
    if not fitting:
        return None
    return world.crossings.get(left.pop(min(fitting, key=lambda key: abs(key - at_km))))


def _reach(geometry: Sequence[tuple[float, float]], at_km: float, mode: str, world: Frontiers) -> float:
    """How far from the cut a post may lie: more where a long straight edge stands for a winding road."""
    table = world.speeds
    base_km = table.value("crossing reach", mode if mode in ROADLESS else "*", "typical")
    share = table.value("crossing reach per km", mode if mode in ROADLESS else "*", "typical")
    most_km = table.value("crossing reach cap", "*", "typical")
    passed_km = 0.0
    for (a_lat, a_lon), (b_lat, b_lon) in pairwise(geometry):
        edge_km = distance_km(a_lat, a_lon, b_lat, b_lon)
        if passed_km + edge_km >= at_km:
            return min(most_km, base_km + share * edge_km)
        passed_km += edge_km
    return base_km


def _nearest(passage: KnownPassage, mode: str, on: date | None, reach_km: float, world: Frontiers) -> Crossing | None:
    """The post near the cut: one that is not shut to this way of travel, one that serves it, one that once did."""
    pair = (passage.from_country, passage.to_country)
    near = [
        (km, crossing)
        for km, crossing in world.crossings.nearest(passage.lat, passage.lon, pair, limit=50)
        if km <= reach_km + (crossing.error_km or 0.0)
    ]
    usable = [crossing for _, crossing in near if crossing.usable_by(mode, on)]
    once = [crossing for _, crossing in near if _ever_carried(crossing, mode)]
    # within reach nobody drives to the post that is shut when another is not
    unshut = [one for one in usable if world.crossings.status(one, on).status != CLOSED]
    return next(iter((*unshut, *usable, *once)), None)


def _ever_carried(crossing: Crossing, mode: str) -> bool:
    carried = {part for _, modes in crossing.modes for part in modes.split("+")} | set(crossing.mode.split("+"))
    needed = CARRIES.get(mode, "")
    return needed in carried or (needed == "foot" and "road" in carried)


def _kind(passage: KnownPassage, mode: str, on: date | None, crossing: Crossing | None, world: Frontiers) -> str:
    if mode in AIR_MODES:
        return "air"
    if mode in SEA_MODES:
        return "sea"
    kind = world.regimes.kind_of_border(passage.from_country, passage.to_country, on, mode=mode)
    if kind == INTERNAL:
        return kind
    if mode == "rail":
        return "rail"
    return "green" if crossing is None and mode in ROADLESS else kind


def _status(passage: KnownPassage, mode: str, on: date | None, use: _Use, world: Frontiers) -> Status:
    if on is None:
        return UNKNOWN
    a, b = passage.from_country, passage.to_country
    crossing, kind = use.crossing, use.kind
    if kind == "air":
        return _sky(passage, on, world)
    if crossing is not None:
        status = world.crossings.status_for(crossing, mode, on)
        if status is not UNKNOWN:
            return status
    return _ruled((a, b), kind, mode, on, world)


def _ruled(pair: tuple[str, str], kind: str, mode: str, on: date, world: Frontiers) -> Status:
    """The state of a border where no post is known: what the rules between the two countries make of it."""
    closure, limit = world.regimes.closure(*pair, on), world.regimes.limit(*pair, on)
    if closure is not None and (kind != "sea" or "sea" in closure.scope):
        return Status(CLOSED, closure.since, closure.description, closure.source, closure.confidence)
    if limit is not None and kind != "sea":
        return Status(RESTRICTED, limit.since, limit.description, limit.source, limit.confidence)
    area = world.regimes.open_area(*pair, on, mode=mode) if kind == INTERNAL else None
    if area is not None:
        return Status(OPEN, area.since, f"{area.area}: no checks", area.source, area.confidence)
    return UNKNOWN


def _sky(passage: KnownPassage, on: date, world: Frontiers) -> Status:
    """The state of the sky entered: shut to all, or to the carriers of the country that the aircraft comes from."""
    a, b = passage.from_country, passage.to_country
    for closure in (*world.airports.airspace.closures(b, on), *world.airports.airspace.closures(a, on)):
        carriers = closure.closed_to.split("/")
        if EVERYBODY in carriers:
            return Status(CLOSED, closure.since, closure.reason, closure.source, closure.confidence)
        other = a if closure.airspace == b else b
        if other in carriers or ("EU" in carriers and world.regimes.in_union(other, on)):
            reason = f"{closure.reason} (to the carriers of one side)"
            return Status(RESTRICTED, closure.since, reason, closure.source, closure.confidence)
    return UNKNOWN
