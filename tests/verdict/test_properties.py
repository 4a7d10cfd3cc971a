"""Invariants over random journeys in the toy world."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from toyworld import NORTH, PLACES, POSTS, at, journey, toy_speeds, toy_ways, toy_world, visit
from wayproof.verdict.journey import best_of, judge, overall
from wayproof.verdict.legs import plan
from wayproof.world.crossings import Spell

if TYPE_CHECKING:
    from collections.abc import Callable

    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.grades import Verdict
    from wayproof.verdict.journey import Judgement

WORLD = toy_world(speeds=toy_speeds)
WAYS = toy_ways(WORLD)
TOWNS = sorted(name for name, place in PLACES.items() if not place.is_area)
MODES = st.sampled_from([(), ("car",), ("foot",), ("car", "foot")])
DOUBTFUL = 7
"""Stops with a window of so many hours have a name with several bearers."""
QUICK = settings(max_examples=40, deadline=None)

stops = st.lists(
    st.tuples(st.sampled_from(TOWNS), st.integers(0, 40), st.integers(0, 10), MODES, st.booleans()),
    min_size=2,
    max_size=5,
)


def itinerary(rows: list[tuple[str, int, int, tuple[str, ...], bool]]) -> Itinerary:
    """Stops in the order of their earliest times; a stop may lack a time."""
    visits, hour = [], 0
    for name, wait, width, modes, timed in rows:
        hour += wait
        start = at(3) + timedelta(hours=hour)
        visits.append(
            visit(name, start, start + timedelta(hours=width), modes=modes) if timed else visit(name, modes=modes)
        )
    return journey(*visits)


def judgement(told: Itinerary, ways: Callable[[LegQuery], tuple[Route, ...]] = WAYS) -> Judgement:
    return judge(plan(told, ways), None, WORLD)


def verdict(told: Itinerary, ways: Callable[[LegQuery], tuple[Route, ...]] = WAYS) -> Verdict:
    return judgement(told, ways).assessment.verdict


def joint(told: Itinerary, ways: Callable[[LegQuery], tuple[Route, ...]] = WAYS) -> Verdict:
    return judgement(told, ways).solution.joint


def no_worse(a: Verdict, b: Verdict) -> bool:
    return a.worst >= b.worst and a.best >= b.best


@QUICK
@given(stops, st.integers(0, 4), st.integers(1, 30))
def test_a_wider_window_never_makes_it_worse(rows: list, which: int, hours: int) -> None:  # type: ignore[type-arg]
    told = itinerary(rows)
    at_ = which % len(told.visits)
    one = told.visits[at_]
    wider = replace(
        one,
        earliest=one.earliest and one.earliest - timedelta(hours=hours),
        latest=one.latest and one.latest + timedelta(hours=hours),
    )
    changed = replace(told, visits=(*told.visits[:at_], wider, *told.visits[at_ + 1 :]))
    # the day of departure selects posts and records; the toy's do not change within these days
    assert no_worse(verdict(changed), verdict(told))


@QUICK
@given(stops)
def test_one_more_route_never_makes_it_worse(rows: list) -> None:  # type: ignore[type-arg]
    def fewer(query: LegQuery) -> tuple[Route, ...]:
        # A leg without any estimate is left unjudged, so the first estimate is no "one more route": it is kept.
        known = [route for route in WAYS(query) if route.time.brisk is not None]
        return tuple(route for route in WAYS(query) if route.time.brisk is None or route in known[:1])

    told = itinerary(rows)
    assert no_worse(joint(told), joint(told, fewer))


@QUICK
@given(stops, st.floats(0.1, 1.0))
def test_faster_never_makes_it_worse(rows: list, factor: float) -> None:  # type: ignore[type-arg]
    def faster(query: LegQuery) -> tuple[Route, ...]:
        return tuple(
            replace(
                route,
                time=replace(
                    route.time,
                    brisk=max(route.time.limit, (route.time.brisk or timedelta()) * factor),
                    typical=max(route.time.limit, (route.time.typical or timedelta()) * factor),
                ),
            )
            for route in WAYS(query)
        )

    told = itinerary(rows)
    assert no_worse(verdict(told, faster), verdict(told))


@QUICK
@given(stops, st.sampled_from(TOWNS), st.integers(0, 40), MODES)
def test_one_more_leg_never_makes_it_better(rows: list, name: str, wait: int, modes: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    told = itinerary(rows)
    end = max((one.latest for one in told.visits if one.latest), default=at(3)) + timedelta(hours=wait)
    longer = replace(told, visits=(*told.visits, visit(name, end, modes=modes)))
    assert no_worse(joint(told), joint(longer))


@QUICK
@given(stops, st.integers(0, 4), st.sampled_from(["Westland", "Eastland"]))
def test_a_land_told_on_the_way_never_makes_it_better(rows: list, which: int, land: str) -> None:  # type: ignore[type-arg]
    told = itinerary(rows)
    at_ = 1 + which % (len(told.visits) - 1)
    passed = visit(land, modes=told.visits[at_].modes)
    longer = replace(told, visits=(*told.visits[:at_], passed, *told.visits[at_:]))
    before, after = joint(told), joint(longer)
    assert no_worse(before, after)
    ends = {told.visits[at_ - 1].place.country, told.visits[at_].place.country}
    if ends == {passed.place.country}:
        # who goes from one town of a land to another was in it: no real way becomes impossible by telling that
        assert before == after


@QUICK
@given(stops)
def test_closing_a_post_never_makes_it_better(rows: list) -> None:  # type: ignore[type-arg]
    rows = [(name, wait, width, modes or ("car",), True) for name, wait, width, modes, _ in rows]
    told = itinerary(rows)
    told = replace(told, visits=tuple(replace(one, checkpoint=True) for one in told.visits))
    shut = tuple(
        replace(post, spells=(*post.spells[:1], Spell(at(1).date(), "closed"))) if post.id == NORTH else post
        for post in POSTS
    )
    closed = toy_world(posts=shut, speeds=toy_speeds)
    after = judge(plan(told, toy_ways(closed)), None, closed).assessment.verdict
    assert no_worse(verdict(told), after)


@QUICK
@given(st.lists(stops, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_hypotheses_does_not_matter(many: list, random: object) -> None:  # type: ignore[type-arg]
    judgements = [judgement(itinerary(rows)) for rows in many]
    shuffled = list(judgements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert overall(judgements) == overall(shuffled)
    best, other = best_of(judgements)[0].assessment.verdict, best_of(shuffled)[0].assessment.verdict
    assert best == other


@QUICK
@given(stops)
def test_names_do_not_matter(rows: list) -> None:  # type: ignore[type-arg]
    told = itinerary(rows)
    visits = tuple(
        replace(one, place=replace(one.place, name=f"Place {n}", id=f"other:{one.place.id}"))
        for n, one in enumerate(told.visits)
    )
    before, after = judgement(told), judgement(replace(told, visits=visits))
    assert before.assessment.verdict == after.assessment.verdict
    assert before.solution.windows == after.solution.windows


@QUICK
@given(stops)
def test_the_whole_is_no_better_than_its_legs_and_its_reasons_agree(rows: list) -> None:  # type: ignore[type-arg]
    found = judgement(itinerary(rows))
    assessed = found.assessment
    for leg in assessed.legs:
        if leg.judged:
            assert assessed.verdict.best <= leg.verdict.best
    if assessed.verdict.label == "impossible":
        assert assessed.conflicts
    for conflict in assessed.conflicts:
        assert conflict.hours_short > 0
    assert found.solution.joint.worst <= found.solution.joint.best
