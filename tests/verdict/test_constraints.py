"""Networks of differences: consistency, windows and smallest contradictions."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.verdict.conflicts import Statement
from wayproof.verdict.constraints import EPOCH, ORIGIN, Constraint, Network, instant, moment, node

HOUR = 3600.0


def bound(first: int, second: int, hours: float, text: str) -> Constraint:
    return Constraint(first, second, hours * HOUR, Statement(text, "story"))


def window(visit: int, earliest: float, latest: float) -> tuple[Constraint, Constraint]:
    at = node(visit)
    return bound(at, ORIGIN, -earliest, f"{visit} from {earliest}"), bound(ORIGIN, at, latest, f"{visit} to {latest}")


def travel(first: int, hours: float) -> Constraint:
    return Constraint(
        node(first + 1), node(first), -hours * HOUR, Statement(f"{first} takes {hours}", "travel"), (first, first + 1)
    )


def test_a_network_that_can_be_met() -> None:
    network = Network(3, (*window(0, 8, 9), *window(1, 10, 12), travel(0, 3)))
    assert network.consistent()
    assert network.conflicts("limit") == ()


def test_the_longest_time_between_two_visits_counts_all_statements() -> None:
    network = Network(4, (*window(0, 8, 9), *window(2, 10, 12), travel(0, 1), travel(1, 0.5)))
    longest = network.tightest()
    assert longest[node(0), node(1)] == 3.5 * HOUR  # 12 minus half an hour for the second leg minus 8
    assert longest[node(1), node(2)] == 3 * HOUR


def test_a_conflict_is_minimal_and_says_by_how_much() -> None:
    spare = window(2, 20, 30)
    network = Network(4, (*window(0, 8, 9), *window(1, 10, 12), travel(0, 6), *spare))
    (conflict,) = network.conflicts("limit")
    assert {statement.text for statement in conflict.statements} == {"0 from 8", "1 to 12", "0 takes 6"}
    assert conflict.hours_short == pytest.approx(2.0)
    assert conflict.legs == (0,)
    for left_out in conflict.statements:
        rest = network.but(lambda one, text=left_out.text: one.statement.text != text)
        assert rest.consistent()


def test_independent_conflicts_are_all_found() -> None:
    network = Network(
        5, (*window(0, 8, 8), *window(1, 9, 9), travel(0, 2), *window(2, 12, 12), *window(3, 13, 13), travel(2, 4))
    )
    conflicts = network.conflicts("brisk")
    assert {conflict.legs for conflict in conflicts} >= {(0,), (2,)}
    assert {round(conflict.hours_short, 6) for conflict in conflicts} >= {1.0, 3.0}


def test_a_gap_that_cannot_be_is_a_conflict() -> None:
    network = Network(3, (bound(node(0), node(1), 2, "two hours later"), travel(0, 5)))
    (conflict,) = network.conflicts("limit")
    assert conflict.hours_short == pytest.approx(3.0)
    assert [statement.kind for statement in conflict.statements] == ["story", "travel"]


def test_moments_go_to_seconds_and_back() -> None:
    when = datetime(2023, 8, 3, 12, 30, tzinfo=UTC)
    assert moment(instant(when)) == when
    assert instant(EPOCH) == 0.0
    assert moment(float("inf")) is None
    assert moment(1e15) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(-6, 8)), max_size=12))
def test_consistency_agrees_with_the_shortest_paths(edges: list[tuple[int, int, int]]) -> None:
    """No negative cycle means that potentials exist: the distances from a virtual start meet every constraint."""
    constraints = tuple(bound(a, b, c, f"{at}") for at, (a, b, c) in enumerate(edges) if a != b)
    network = Network(5, constraints)
    potentials = [0.0] * 5
    for _ in range(6):
        for one in constraints:
            potentials[one.second] = min(potentials[one.second], potentials[one.first] + one.seconds)
    met = all(potentials[one.second] - potentials[one.first] <= one.seconds for one in constraints)
    assert network.consistent() == met
    assert bool(network.conflicts("limit")) == (not met)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(-6, 8)), max_size=12))
def test_every_conflict_is_one_and_none_can_be_spared(edges: list[tuple[int, int, int]]) -> None:
    network = Network(5, tuple(bound(a, b, c, f"{at}") for at, (a, b, c) in enumerate(edges) if a != b))
    for conflict in network.conflicts("limit"):
        texts = {statement.text for statement in conflict.statements}
        core = network.but(lambda one, texts=texts: one.statement.text in texts)
        assert not core.consistent()
        for spared in texts:
            assert core.but(lambda one, spared=spared: one.statement.text != spared).consistent()


def test_a_conflict_that_networkx_detects_and_does_not_find_is_found() -> None:
    there_and_back = (*window(0, 0, 0), *window(1, 0, 0), *window(2, 1, 1), travel(0, 10), travel(1, 10))
    order = (bound(node(1), node(0), 0, "first"), bound(node(2), node(1), 0, "second"))
    whole = (bound(node(2), node(0), -22, "both legs together"),)
    network = Network(4, (*there_and_back, *order, *whole))
    conflicts = network.conflicts("limit")
    assert conflicts
    assert all(conflict.hours_short > 0 for conflict in conflicts)
