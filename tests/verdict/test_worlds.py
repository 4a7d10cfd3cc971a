"""Invariants over random toy worlds: places, paces, stays and closures are drawn anew for each journey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from toyworld import POSTS, at, journey, toy_speeds, toy_world, visit
from wayproof.story.itineraries.itinerary import Event, Gap
from wayproof.travel.border_events import BorderEvent
from wayproof.travel.durations import Part, TravelTime, limit_for
from wayproof.travel.routes import Route, Segment
from wayproof.verdict.constraints import EPOCH
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.journey import judge
from wayproof.verdict.legs import plan
from wayproof.verdict.resolving import label, relabel, turning_point
from wayproof.verdict.sensitivity import assumptions
from wayproof.verdict.statements import story_network, travel_bound
from wayproof.world.crossings import Spell
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.travel.routes import LegQuery
    from wayproof.verdict.grades import Verdict
    from wayproof.verdict.journey import Judgement
    from wayproof.world.atlas import World

QUICK = settings(max_examples=40, deadline=None)
OPEN_WORLD = toy_world(speeds=toy_speeds)
SHUT_WORLD = toy_world(
    posts=tuple(replace(post, spells=(*post.spells[:1], Spell(at(1).date(), "closed"))) for post in POSTS),
    speeds=toy_speeds,
)
WAYS = ("foot", "car", "bicycle")


@dataclass(frozen=True)
class Drawn:
    """A random world: where its towns lie, how quick its ways are, and a journey through it."""

    places: tuple[Place, ...]
    paces: tuple[tuple[float, float], ...]
    hours: tuple[tuple[float, float], ...]
    modes: tuple[tuple[str, ...], ...]
    stays: tuple[float, ...]

    def told(self) -> Itinerary:
        visits, hour = [], 0.0
        for place, (wait, width), modes in zip(self.places, self.hours, self.modes, strict=True):
            hour += wait
            start = at(3) + timedelta(hours=hour)
            visits.append(visit(place, start, start + timedelta(hours=width), modes=modes))
        gaps = tuple(
            Gap(n, n, timedelta(hours=stay), None, f"stay {n}", n, n + 1) for n, stay in enumerate(self.stays) if stay
        )
        return journey(*visits, gaps=gaps)

    def routes(self, query: LegQuery, world: World, *, speed: float = 1.0, fewer: bool = False) -> tuple[Route, ...]:
        a, b = query.origin, query.destination
        km = distance_km(a.lat, a.lon, b.lat, b.lon)
        modes = [mode for mode in query.modes or WAYS if mode in WAYS]
        return tuple(self._route(query, mode, km, world, speed) for mode in (modes[:1] if fewer else modes))

    def _route(self, query: LegQuery, mode: str, km: float, world: World, speed: float) -> Route:
        brisk_kmh, share = self.paces[WAYS.index(mode)]
        limit = limit_for(km, mode, query.on, world.speeds)
        brisk = max(limit, timedelta(hours=km / (brisk_kmh * speed)))
        typical = max(brisk, timedelta(hours=km / (brisk_kmh * share * speed)))
        a, b = query.origin, query.destination
        abroad = a.country != b.country
        post = world.crossings.between("AA", "BB")[0]
        events = (
            BorderEvent(a.country or "", b.country or "", 1.0, 2.0, post, world.crossings.status(post, query.on),
                        "checkpoint", 0.0),
        ) if abroad else ()  # fmt: skip
        time = TravelTime(limit, brisk, typical, (Part("moving", limit, brisk, typical),), ())
        segment = Segment(mode, ((a.lat, a.lon), (b.lat, b.lon)), km, "toy")
        countries = tuple(dict.fromkeys(code for code in (a.country, b.country) if code))
        return Route(mode, (segment,), km, km, events, time, countries, "toy")


@st.composite
def worlds(draw: st.DrawFn) -> Drawn:
    count = draw(st.integers(2, 5))
    places = []
    for n in range(count):
        lat, lon = draw(st.floats(0.1, 1.9)), draw(st.floats(0.1, 3.9))
        country = "AA" if lon < 2.0 else "BB"
        extent = draw(st.floats(0.0, 6.0))
        places.append(Place(f"toy:{n}", f"Town {n}", Kind.CITY, country, lat, lon, extent, "toy", population=1000))
    paces = tuple(
        (draw(st.floats(low, high)), draw(st.floats(0.3, 1.0))) for low, high in ((3, 7), (30, 150), (10, 40))
    )
    hours = tuple((draw(st.floats(0.0, 30.0)), draw(st.floats(0.0, 12.0))) for _ in range(count))
    modes = tuple(draw(st.sampled_from([(), ("car",), ("foot",), ("car", "bicycle")])) for _ in range(count))
    stays = tuple(draw(st.sampled_from([0.0, 0.0, 3.0, 10.0])) for _ in range(count))
    return Drawn(tuple(places), paces, hours, modes, stays)


def judged(drawn: Drawn, world: World = OPEN_WORLD, told: Itinerary | None = None, **how: object) -> Judgement:
    def ways(query: LegQuery) -> tuple[Route, ...]:
        return drawn.routes(query, world, **how)  # type: ignore[arg-type]

    return judge(plan(told or drawn.told(), ways), None, world)


def verdict(drawn: Drawn, world: World = OPEN_WORLD, told: Itinerary | None = None, **how: object) -> Verdict:
    return judged(drawn, world, told, **how).assessment.verdict


def no_worse(a: Verdict, b: Verdict) -> bool:
    return a.worst >= b.worst and a.best >= b.best


@QUICK
@given(worlds(), st.integers(0, 4), st.floats(0.5, 40.0))
def test_a_wider_window_never_makes_it_worse(drawn: Drawn, which: int, hours: float) -> None:
    told = drawn.told()
    one = told.visits[which % len(told.visits)]
    assert one.earliest is not None
    assert one.latest is not None
    wider = replace(one, earliest=one.earliest - timedelta(hours=hours), latest=one.latest + timedelta(hours=hours))
    changed = replace(told, visits=tuple(wider if each is one else each for each in told.visits))
    assert no_worse(verdict(drawn, told=changed), verdict(drawn))


@QUICK
@given(worlds())
def test_one_more_route_never_makes_it_worse(drawn: Drawn) -> None:
    assert no_worse(verdict(drawn), verdict(drawn, fewer=True))


@QUICK
@given(worlds(), st.floats(1.0, 5.0))
def test_faster_never_makes_it_worse(drawn: Drawn, speed: float) -> None:
    assert no_worse(verdict(drawn, speed=speed), verdict(drawn))


@QUICK
@given(worlds(), st.floats(0.0, 1.0))
def test_a_shorter_stay_never_makes_it_worse(drawn: Drawn, share: float) -> None:
    shorter = replace(drawn, stays=tuple(stay * share for stay in drawn.stays))
    assert no_worse(verdict(shorter), verdict(drawn))


@QUICK
@given(worlds())
def test_one_leg_less_never_makes_it_worse(drawn: Drawn) -> None:
    shorter = Drawn(drawn.places[:-1], drawn.paces, drawn.hours[:-1], drawn.modes[:-1], drawn.stays[:-1])
    if len(shorter.places) >= 2:
        assert no_worse(judged(shorter).solution.joint, judged(drawn).solution.joint)


@QUICK
@given(worlds())
def test_closing_the_border_never_makes_it_better(drawn: Drawn) -> None:
    assert no_worse(verdict(drawn), verdict(drawn, SHUT_WORLD))


@QUICK
@given(worlds(), st.lists(st.floats(0.0, 20.0), min_size=5, max_size=5))
def test_the_network_agrees_with_going_as_early_as_one_can(drawn: Drawn, hours: list[float]) -> None:
    """An oracle of three lines: leave each place at the first moment that all before allows."""
    told = drawn.told()
    legs = tuple(travel_bound(n, n + 1, hours[n] * HOUR_SECONDS, told, "") for n in range(len(told.visits) - 1))
    clock, fits = None, True
    for n, one in enumerate(told.visits):
        assert one.earliest is not None
        assert one.latest is not None
        start, end = ((moment - EPOCH).total_seconds() // 1 for moment in (one.earliest, one.latest))
        comes = clock if clock is not None else start - drawn.stays[n] * HOUR_SECONDS
        leaves = max(comes + drawn.stays[n] * HOUR_SECONDS // 1, start)
        fits = fits and comes <= end
        clock = leaves + (hours[n] * HOUR_SECONDS // 1)
    assert story_network(told, None).plus(legs).consistent() is fits


@QUICK
@given(worlds())
def test_solving_again_with_nothing_changed_changes_nothing(drawn: Drawn) -> None:
    found = judged(drawn)
    assert label(found) == relabel(found, drawn.told()) == found.assessment.verdict.label


@QUICK
@given(worlds())
def test_what_is_said_to_flip_the_answer_is_another_answer(drawn: Drawn) -> None:
    found = judged(drawn)
    told = assumptions([found])
    assert all(one.flips_to != found.assessment.verdict.label for one in told)
    assert len({one.text for one in told}) == len(told)


@QUICK
@given(worlds())
def test_a_contradiction_is_smallest(drawn: Drawn) -> None:
    found = judged(drawn)
    for conflict in found.assessment.conflicts:
        network = found.posed.under(conflict.bound)
        members = [one for one in network.constraints if one.statement in conflict.statements]
        assert not replace(network, constraints=tuple(members)).consistent()
        for left_out in conflict.statements:
            rest = tuple(one for one in members if one.statement != left_out)
            # what is left out may be said twice over, by the order of the visits as by their legs
            assert left_out.kind == "order" or replace(network, constraints=rest).consistent()


@QUICK
@given(st.floats(-100.0, 100.0), st.floats(-100.0, 100.0), st.floats(-100.0, 100.0))
def test_halving_finds_the_turning_point(start: float, end: float, turn: float) -> None:
    def label_at(value: float) -> str:
        return "above" if value > turn else "below"

    found = turning_point(label_at, start, end)
    if label_at(start) == label_at(end):
        assert found is None
    else:
        assert found is not None
        assert abs(found[0] - turn) <= abs(end - start) / 4000.0 + 1e-9
        assert found[1] == label_at(end)


def test_random_journeys_come_out_in_every_way() -> None:
    seen: set[str] = set()

    @settings(max_examples=150, deadline=None)
    @given(worlds())
    def collect(drawn: Drawn) -> None:
        seen.add(verdict(drawn).label)

    collect()
    assert {"impossible", "implausible", "tight", "possible"} <= seen


def test_a_visit_that_tells_of_its_coming_is_left_after_the_stay() -> None:
    start = at(3, 8)
    visits = [visit(f"{name}", start, start, event=Event.ARRIVE) for name in ("Alma", "Bruck")]
    told = journey(*visits, gaps=(Gap(0, 0, timedelta(hours=1), None, "an hour", 0, 7),))
    assert not story_network(told, None).consistent()
