"""The grade algebra, exhaustively: there are ten verdicts."""

from __future__ import annotations

from itertools import combinations_with_replacement, permutations, product

import pytest

from wayproof.verdict.grades import UNKNOWN, Grade, Verdict, all_of, any_of, settled

VERDICTS = tuple(Verdict(worst, best) for worst, best in combinations_with_replacement(Grade, 2))
PAIRS = tuple(product(VERDICTS, repeat=2))


def holds(verdict: Verdict, grade: Grade) -> bool:
    return verdict.worst <= grade <= verdict.best


def truths(verdict: Verdict) -> tuple[Grade, ...]:
    return tuple(grade for grade in Grade if holds(verdict, grade))


def test_ten_verdicts_exist_and_none_runs_backwards() -> None:
    assert len(set(VERDICTS)) == 10
    with pytest.raises(ValueError, match="from worst to best"):
        Verdict(Grade.POSSIBLE, Grade.TIGHT)


@pytest.mark.parametrize(
    ("worst", "best", "label"),
    [
        ("IMPOSSIBLE", "IMPOSSIBLE", "impossible"),
        ("IMPLAUSIBLE", "IMPLAUSIBLE", "implausible"),
        ("TIGHT", "TIGHT", "tight"),
        ("POSSIBLE", "POSSIBLE", "possible"),
        ("IMPOSSIBLE", "IMPLAUSIBLE", "implausible"),
        ("IMPLAUSIBLE", "TIGHT", "tight"),
        ("TIGHT", "POSSIBLE", "tight"),
        ("IMPOSSIBLE", "TIGHT", "unknown"),
        ("IMPLAUSIBLE", "POSSIBLE", "unknown"),
        ("IMPOSSIBLE", "POSSIBLE", "unknown"),
    ],
)
def test_the_label_never_claims_more_than_the_range_shows(worst: str, best: str, label: str) -> None:
    assert Verdict(Grade[worst], Grade[best]).label == label


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_joint_verdicts_hold_the_joint_truth(one: Verdict, other: Verdict) -> None:
    for a, b in product(truths(one), truths(other)):
        assert holds(any_of([one, other]), max(a, b))
        assert holds(all_of([one, other]), min(a, b))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_joint_verdicts_are_no_wider_than_the_truths_make_them(one: Verdict, other: Verdict) -> None:
    best = {max(a, b) for a, b in product(truths(one), truths(other))}
    worst = {min(a, b) for a, b in product(truths(one), truths(other))}
    assert any_of([one, other]) == Verdict(min(best), max(best))
    assert all_of([one, other]) == Verdict(min(worst), max(worst))


@pytest.mark.parametrize("three", list(product(VERDICTS[::3], repeat=3)))
def test_order_and_grouping_do_not_matter(three: tuple[Verdict, ...]) -> None:
    for join in (any_of, all_of):
        results = {join(order) for order in permutations(three)}
        results.add(join([join(three[:2]), three[2]]))
        assert len(results) == 1


@pytest.mark.parametrize("verdict", VERDICTS)
def test_one_is_itself_and_twice_is_once(verdict: Verdict) -> None:
    for join in (any_of, all_of):
        assert join([verdict]) == join([verdict, verdict]) == verdict


@pytest.mark.parametrize("verdict", VERDICTS)
def test_one_impossible_leg_and_one_possible_route_settle_it(verdict: Verdict) -> None:
    assert all_of([verdict, settled(Grade.IMPOSSIBLE)]) == settled(Grade.IMPOSSIBLE)
    assert any_of([verdict, settled(Grade.POSSIBLE)]) == settled(Grade.POSSIBLE)


def test_nothing_tried_is_unknown() -> None:
    assert any_of([]) == all_of([]) == UNKNOWN
    assert UNKNOWN.is_unknown


@pytest.mark.parametrize(("verdict", "cap"), list(product(VERDICTS, Grade)))
def test_a_cap_cuts_the_better_end_off(verdict: Verdict, cap: Grade) -> None:
    capped = verdict.at_most(cap)
    assert capped.best == min(verdict.best, cap)
    assert capped.worst == min(verdict.worst, cap)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_joined_holds_both(one: Verdict, other: Verdict) -> None:
    both = one.joined(other)
    assert all(holds(both, grade) for grade in (*truths(one), *truths(other)))


def test_only_the_two_worst_labels_refute() -> None:
    refuted = {verdict.label for verdict in VERDICTS if verdict.is_refuted}
    assert refuted == {"impossible", "implausible"}
