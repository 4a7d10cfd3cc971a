"""The rules about means of travel: what a stated vehicle cannot pass, and what it cannot follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.travel.durations import NO_ROAD_DATA
from wayproof.verdict.border_rules import OFFICIALS, ON_ROADS, days_of
from wayproof.verdict.findings import Finding, spared
from wayproof.verdict.grades import Grade
from wayproof.verdict.legs import AFLOAT, Nature
from wayproof.verdict.ranking import ranked
from wayproof.verdict.wording import country_name, day_words, mode_words, reason_words
from wayproof.world.crossings import CLOSED, OPEN, RESTRICTED
from wayproof.world.facts import UNCERTAIN
from wayproof.world.geodesy import distance_km
from wayproof.world.water import parted_by_sea

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.routes import Route
    from wayproof.verdict.cases import Case, LegCase
    from wayproof.verdict.rules import Rule
    from wayproof.world.atlas import World
    from wayproof.world.crossings import Status
    from wayproof.world.road_gaps import RoadGaps

NEXT_POST_KM = 10.0
"""So near to a closed border, a post that was open is one of the same road, which the graph may draw over the other."""

LONGEST_PARTED_KM = 4000.0
"""Who tells of a longer drive leaves out ships: from the Cape to the North Cape somebody took a ferry on the way."""

SMALL_KM = 60.0
"""An area that reaches no farther than this may be an island of its own; of a wider one the nearest point counts."""

DAY_SECONDS = 86400.0

WALK = "foot"
VEHICLES = frozenset({"car", "bus", "motorcycle", "rail"})
"""What needs the road or the rails over a border."""

UNGUARDED = frozenset({"green", "air", "sea", "internal"})
"""Passages that no road or rail leads through, or that nobody closes with a barrier."""

GOODS_PASS = re.compile(r"\b(?:goods|freight|cargo|lorries|trade)\b")
"""How a row says that a closed border lets lorries through."""

LOADED = re.compile(
    r"\b(?:lorr(?:y|ies)|trucks?|truckers?|tankers?|trailers?|freight|cargo|goods|loaded|convoys?)\b", re.IGNORECASE
)
"""How a text tells of a lorry."""

OVER_BRIDGE = re.compile(
    r"\b(?:across|over|through|past|cross(?:ed|es|ing)|pass(?:ed|es|ing))\s+the\s+(?:[\w-]+\s+)?(?:bridge|gate|barrier|border\s+post|crossing|checkpoint|tunnel)\b",
    re.IGNORECASE,
)
"""How a text tells through which gate somebody went: "drove across the bridge into Narva"."""

ON_FEET = re.compile(r"\b(?:walk|stroll|step|hobbl|limp|amble|carri|wheel)\w*\b|\bon\s+foot\b", re.IGNORECASE)
"""How somebody goes over a bridge who left the vehicle before it."""

ROUND_ABOUT, HASTE = 2.0, 1.5
"""A way that takes so many times as long as the closed one is a long way round, and nobody who says nothing of it made
it in less than so many times the time of a determined traveller."""

IN_TIME = {Grade.IMPLAUSIBLE: " in the time", Grade.TIGHT: " on which an ordinary traveller would be in time"}
"""Which ways count: a detour of a week is no way round for a day's drive, nor one that nobody makes with ease."""


class ClosedToVehicles:
    """The text drives or rides a train through a border, and every way for that leads through a closed one.

    On foot a closed border can be crossed away from any post; a vehicle needs the road or the rails that the closure
    bars. Where only a long way round is open, the journey is as tight as that makes it. Exceptions are made for
    officials and convoys, so that this is never more than implausible, and where the text calls the traveller an
    official it is a remark.
    """

    name = "closed-to-vehicles"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such leg; None where no leg goes by a stated vehicle over a border."""
        told = [
            leg
            for leg in case.legs
            if leg.leg.query.modes and VEHICLES.issuperset(leg.leg.query.modes) and leg.leg.routes
            if any(route.borders for route in leg.leg.routes)
        ]
        found = [self._finding(leg, case) for leg in told]
        return tuple(one for one in found if one is not None) if told else None

    def _finding(self, leg: LegCase, case: Case) -> Finding | None:
        days = days_of(leg.destination, (leg.origin, leg.destination))
        if not days:
            return None
        for least, grade in ((Grade.TIGHT, Grade.IMPLAUSIBLE), (Grade.POSSIBLE, Grade.TIGHT)):
            # who walks over a post leaves the vehicle behind
            driven = [one for one in ranked(leg) if WALK not in one.route.means]
            ways = tuple(one.route for one in driven if one.verdict.best >= least)
            barriers = [_barrier(route, days, case.world) for route in ways]
            shut = [barrier for barrier in barriers if barrier is not None]
            free = [route for route, barrier in zip(ways, barriers, strict=True) if barrier is None]
            barred = [route for route in ways if route not in free]
            gate = next((one for one in shut if _is_named(one.event, leg)), None)
            if gate is not None or (shut and all(_is_rushed(route, barred, leg) for route in free)):
                barrier = gate or next((one for one in shut if one.uncertain), shut[0])
                whose = IN_TIME[grade] if len(barred) < len(leg.leg.routes) else ""
                way = "the way that it tells" if gate is not None else f"every known way for that{whose}"
                return self._told(leg, case, barrier, grade, way)
        return None

    def _told(self, leg: LegCase, case: Case, barrier: _Barrier, grade: Grade, way: str) -> Finding:
        event, said = barrier.event, leg.destination
        names = [country_name(code, case.world) for code in (event.from_country, event.to_country)]
        post = f"the crossing {event.crossing.name} between" if event.crossing else "the border between"
        since = f" since {day_words(event.status.since)}" if event.status.since else ""
        reason = f" ({reason_words(event.status, case.world)})" if event.status.reason else ""
        words = " or ".join(mode_words(mode) for mode in leg.leg.query.modes)
        text = (
            f"The story goes from {leg.origin.place.name} to {leg.destination.place.name} {words}; {way} "
            f"leads through a closed border: {post} {names[0]} and {names[1]} "
            f"{'had been' if since else 'was'} closed{since}{reason}."
        )
        sources = (event.status.source,) if event.status.source else ()
        goods = GOODS_PASS.search(event.status.reason or "") and LOADED.search(f"{leg.origin.quote} {said.quote}")
        held = None if goods or OFFICIALS & set(case.itinerary.roles) else grade
        found = Finding(self.name, held, text, (), sources, said.quote, said.start, said.end, leg.leg.first)
        return spared(found, f"the closing of {post} {names[0]} and {names[1]}") if barrier.uncertain else found


def _is_named(event: BorderEvent, leg: LegCase) -> bool:
    """Whether the text goes over the bridge or through the gate at one end of the leg, and this is the post there."""
    if event.lat is None or event.lon is None or event.crossing is None:
        return False
    for visit in (leg.origin, leg.destination):
        km = distance_km(event.lat, event.lon, visit.place.lat, visit.place.lon)
        if km <= NEXT_POST_KM and OVER_BRIDGE.search(visit.quote) and not ON_FEET.search(visit.quote):
            return True
    return False


def _is_rushed(route: Route, barred: Sequence[Route], leg: LegCase) -> bool:
    """Whether a lawful way is a long way round the barred ones, and the story leaves hardly any time for it."""
    direct = min((one.time.brisk for one in barred if one.time.brisk is not None), default=None)
    if direct is None or route.time.brisk is None or leg.window is None or route.time.brisk < direct * ROUND_ABOUT:
        return False
    return leg.window < route.time.brisk.total_seconds() * HASTE


@dataclass(frozen=True, slots=True)
class _Barrier:
    """A border on a way that was closed on every day in question, and whether that is not certain for one of them."""

    event: BorderEvent
    uncertain: bool


def _barrier(route: Route, days: Sequence[date], world: World) -> _Barrier | None:
    """The first closed border on a way that is certain, else the first; None where none was closed on every day."""
    found = [
        _Barrier(event, any(status.is_uncertain for status in (event.status, *statuses)))
        for event in route.borders
        if event.status.status == CLOSED and event.kind not in UNGUARDED
        for statuses in [_statuses(event, route.mode, days, world)]
        if all(status.status == CLOSED for status in statuses) and not _passed_near(event, route.mode, days, world)
    ]
    return min(found, key=lambda one: one.uncertain, default=None)


def _statuses(event: BorderEvent, mode: str, days: Sequence[date], world: World) -> tuple[Status, ...]:
    """The state of a border on the way on each day in question."""
    table = world.crossings
    if event.crossing is not None:
        return tuple(table.status_for(event.crossing, mode, day) for day in days)
    return tuple(table.pair_status(event.from_country, event.to_country, day) for day in days)


def _passed_near(event: BorderEvent, mode: str, days: Sequence[date], world: World) -> bool:
    """Whether a post next to a closed border let such vehicles through on one of the days: a road leads on from it."""
    pair = (event.from_country, event.to_country)
    table = world.crossings
    near = [post for km, post in table.nearest(event.lat, event.lon, pair) if km <= NEXT_POST_KM]
    passing = (table.status_for(post, mode, day).status for post in near for day in days)
    return any(status in {OPEN, RESTRICTED} for status in passing)


class NoRoad:
    """The text drives from one place to another that a gap in the roads of the land parts from it.

    Vehicles are carried round such gaps by ship and barge, and who tells of a long drive need not say so: where the
    story leaves time for that, it is a remark, and otherwise never more than implausible.
    """

    name = "no-road"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such leg; None where no leg is driven."""
        driven = [leg for leg in case.legs if leg.leg.query.modes and ON_ROADS.issuperset(leg.leg.query.modes)]
        if not driven or case.world.road_gaps is None:
            return None
        return tuple(finding for leg in driven for finding in self._leg(leg, case.world.road_gaps))

    def _leg(self, leg: LegCase, gaps: RoadGaps) -> Iterator[Finding]:
        query = leg.leg.query
        gap = gaps.between(query.origin, query.destination, query.on)
        if gap is None:
            return
        words = " or ".join(mode_words(mode) for mode in query.modes)
        a, b, said = leg.origin.place.name, leg.destination.place.name, leg.destination
        text = f"The story goes from {a} to {b} {words}, and no road leads from one to the other: {gap.name}."
        short = leg.window is not None and leg.window < gap.days * DAY_SECONDS
        grade = Grade.IMPLAUSIBLE if short else None
        found = Finding(self.name, grade, text, (), (gap.source,), said.quote, said.start, said.end, leg.leg.first)
        yield spared(found, f"the lack of a road: {gap.name}") if gap.confidence == UNCERTAIN else found


class DryShod:
    """The text goes by road or on foot and rules out that water was crossed, and no way without a boat is known.

    The road graph has gaps: this is never more than implausible.
    """

    name = "no-dry-way"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such leg; None where the text rules no boat out."""
        closure = next((one for one in case.closures if one.lacking == "boat"), None)
        if closure is None:
            return None
        ground = ON_ROADS | {"foot", "horse"}
        told = [leg for leg in case.legs if leg.leg.query.modes and ground.issuperset(leg.leg.query.modes)]
        found = []
        for leg in (one for one in told if one.times.nature is not Nature.SAME):
            ways = [route for route in leg.leg.routes if route.time.brisk is not None]
            gaps, query = case.world.road_gaps, leg.leg.query
            gap = gaps.between(query.origin, query.destination, query.on) if gaps is not None else None
            afloat = bool(ways) and all(not AFLOAT.isdisjoint(route.means) for route in ways)
            if gap is None and not afloat:
                continue
            way = f"from {leg.origin.place.name} to {leg.destination.place.name}"
            text = f'No way {way} without a boat is known, and the story itself says: "{closure.text}"'
            place = (closure.text, closure.start, closure.end, leg.leg.first)
            found.append(Finding(self.name, Grade.IMPLAUSIBLE, text, (), (), *place))
        return tuple(found)


class StatedModeMissing:
    """The text names a way of travelling that does not join the two places, or that nobody had on that day.

    The road graph has gaps, and a car can be carried: this is never more than implausible.
    """

    name = "stated-mode-missing"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each leg whose stated modes all fail."""
        told = [leg for leg in case.legs if leg.leg.query.modes and leg.times.nature is not Nature.SAME]
        return tuple(finding for leg in told for finding in self._leg(leg, case)) if told else None

    def _leg(self, leg: LegCase, case: Case) -> tuple[Finding, ...]:
        query, records = leg.leg.query, case.world.speeds.records
        words = " or ".join(mode_words(mode) for mode in query.modes)
        way = f"from {leg.origin.place.name} to {leg.destination.place.name}"
        known = [mode for mode in query.modes if mode in records.modes()]
        if len(known) == len(query.modes) and not any(records.exists(mode, query.on) for mode in known):
            text = f"Nobody could travel {words} on {day_words(query.on)}."
        elif ON_ROADS & set(query.modes) and set(query.modes) <= ON_ROADS | AFLOAT and self._parted(leg, case):
            text = (
                f"The story goes {way} {words}, but there is open water in between and no known road, bridge or ferry."
            )
        else:
            return ()
        said = leg.destination
        return (Finding(self.name, Grade.IMPLAUSIBLE, text, (), (), said.quote, said.start, said.end, leg.leg.first),)

    def _parted(self, leg: LegCase, case: Case) -> bool:
        """Whether no way found has an estimate, and the sea lies between the two places."""
        routes, gaps, query = leg.leg.routes, case.world.road_gaps, leg.leg.query
        if gaps is not None and gaps.between(query.origin, query.destination, query.on) is not None:
            return False  # the lack of a road tells more than the water beside it
        wide = any(one.place.is_area and one.place.extent_km > SMALL_KM for one in (leg.origin, leg.destination))
        if not routes or wide or any(route.geodesic_km > LONGEST_PARTED_KM for route in routes):
            return False
        if any(route.time.brisk is not None for route in routes):
            return False
        roads = [route for route in routes if route.mode in ON_ROADS]
        if not roads or any(route.basis != NO_ROAD_DATA for route in roads):
            return False
        a, b = ((visit.place.lat, visit.place.lon) for visit in (leg.origin, leg.destination))
        # a straight line along a coast crosses the bays, and who drives goes round them
        return parted_by_sea(a, b, case.world.borders) and not case.world.borders.joined_by_land(a, b)


MEANS_RULES: tuple[Rule, ...] = (ClosedToVehicles(), NoRoad(), DryShod(), StatedModeMissing())
"""Every rule of this module, in the order in which findings are reported."""
