"""Rules between countries, and the areas inside which nobody checks."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.world.regimes import CHECKPOINT, INTERNAL, Member, Regime, Regimes, open_regimes


def rule(name: str, a: str, b: str, kind: str = "visa", **changes: object) -> Regime:
    fields: dict[str, object] = {
        "id": name,
        "country_a": a,
        "country_b": b,
        "kind": kind,
        "since": date(2020, 1, 1),
        "until": date(2020, 12, 31),
        "direction": "both",
        "description": name,
        "binds": "all",
        "source": "a newspaper",
        "confidence": "high",
    }
    return Regime(**(fields | changes))


def member(area: str, country: str, since: date, until: date | None = None, means: str = "land") -> Member:
    return Member(area, country, means, since, until, "a treaty", "high")


def test_a_rule_is_found_in_either_order_on_its_days_only() -> None:
    regimes = Regimes([rule("x", "LT", "BY")])
    assert [found.id for found in regimes.between("BY", "LT", date(2020, 12, 31))] == ["x"]
    assert regimes.between("BY", "LT", date(2021, 1, 1)) == ()
    assert regimes.between("BY", "LT", date(2019, 12, 31)) == ()
    assert regimes.between("BY", "PL", date(2020, 6, 1)) == ()


def test_none_asks_for_the_rules_of_all_times() -> None:
    assert len(Regimes([rule("x", "LT", "BY"), rule("y", "BY", "LT", since=None)]).between("LT", "BY", None)) == 2


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [("RU", "FI", True), ("LV", "RU", True), ("RU", "PL", False), ("EE", "RU", False), ("NO", "RU", True)],
)
def test_lists_wildcards_and_the_union_stand_for_their_countries(a: str, b: str, *, found: bool) -> None:
    regimes = Regimes(
        [rule("list", "LT/LV", "RU/BY"), rule("union", "EU", "RU"), rule("star", "NO", "*")],
        [member("European Union", "FI", date(1995, 1, 1), means="customs")],
    )
    assert bool(regimes.between(a, b, date(2020, 6, 1))) is found


def test_only_whole_closures_shut_a_border() -> None:
    whole = rule("whole", "MA", "DZ", "closure", scope="land")
    some = rule("some", "FI", "RU", "closure", scope="partial")
    regimes = Regimes([whole, some, rule("visa", "LT", "BY")])
    assert regimes.closure("DZ", "MA", date(2020, 5, 1)) == whole
    assert regimes.closure("DZ", "MA", date(2021, 5, 1)) is None
    assert regimes.closure("FI", "RU", date(2020, 5, 1)) is None


def test_the_newest_rule_that_lets_few_pass_limits_a_border() -> None:
    old = rule("old", "MA", "DZ", "closure", scope="limited", since=None, until=None)
    new = rule("new", "MA", "*", "closure", scope="limited")
    regimes = Regimes([old, new, rule("some", "FI", "RU", "closure", scope="partial")])
    assert regimes.limit("DZ", "MA", date(2020, 5, 1)) == new
    assert regimes.limit("DZ", "MA", date(2021, 5, 1)) == old
    assert regimes.limit("FI", "RU", date(2020, 5, 1)) is None
    assert regimes.closure("DZ", "MA", date(2020, 5, 1)) is None


def test_a_border_is_internal_only_while_both_are_inside_the_same_area() -> None:
    regimes = Regimes(
        [],
        [
            member("Area", "AA", date(2000, 1, 1)),
            member("Area", "BB", date(2010, 1, 1), date(2020, 1, 1)),
            member("Other", "CC", date(2000, 1, 1)),
        ],
    )
    assert regimes.kind_of_border("AA", "BB", date(2009, 12, 31)) == CHECKPOINT
    assert regimes.kind_of_border("AA", "BB", date(2010, 1, 1)) == INTERNAL
    assert regimes.kind_of_border("BB", "AA", date(2020, 1, 1)) == INTERNAL
    assert regimes.kind_of_border("AA", "BB", date(2020, 1, 2)) == CHECKPOINT
    assert regimes.kind_of_border("AA", "BB", None) == CHECKPOINT
    assert regimes.kind_of_border("AA", "CC", date(2015, 1, 1)) == CHECKPOINT


@pytest.mark.parametrize(
    ("a", "b", "on", "mode", "kind"),
    [
        ("DE", "FR", date(1995, 3, 25), "car", CHECKPOINT),
        ("DE", "FR", date(1995, 3, 26), "car", INTERNAL),
        ("LT", "LV", date(2007, 12, 20), "car", CHECKPOINT),
        ("LT", "LV", date(2007, 12, 21), "car", INTERNAL),
        ("LT", "LV", date(2007, 12, 21), "air", CHECKPOINT),
        ("LT", "LV", date(2008, 3, 30), "air", INTERNAL),
        ("CH", "IT", date(2008, 12, 12), "car", INTERNAL),
        ("HR", "SI", date(2022, 12, 31), "car", CHECKPOINT),
        ("HR", "SI", date(2023, 1, 1), "car", INTERNAL),
        ("RO", "HU", date(2024, 6, 1), "car", CHECKPOINT),
        ("RO", "HU", date(2024, 6, 1), "air", INTERNAL),
        ("RO", "HU", date(2025, 1, 1), "car", INTERNAL),
        ("LT", "BY", date(2023, 8, 10), "car", CHECKPOINT),
        ("LT", "BY", date(1985, 1, 1), "car", INTERNAL),
        ("GB", "IE", date(2020, 1, 1), "car", INTERNAL),
        ("FR", "GB", date(2010, 1, 1), "car", CHECKPOINT),
        ("SE", "NO", date(1970, 1, 1), "car", INTERNAL),
        ("CZ", "SK", date(1992, 12, 31), "car", INTERNAL),
        ("CZ", "SK", date(1993, 1, 1), "car", CHECKPOINT),
        ("DE", "DD", date(1980, 1, 1), "car", CHECKPOINT),
    ],
)
def test_shipped_areas_without_checks(a: str, b: str, on: date, mode: str, kind: str) -> None:
    assert open_regimes().kind_of_border(a, b, on, mode=mode) == kind


def test_schengen_has_its_29_members() -> None:
    regimes = open_regimes()
    schengen = {m.country for m in regimes.members if m.area == "Schengen" and m.means == "land" and m.until is None}
    assert len(schengen) == 29


@pytest.mark.parametrize(
    ("a", "b", "on"),
    [
        ("MA", "DZ", date(2010, 1, 1)),
        ("TR", "AM", date(2015, 1, 1)),
        ("AM", "AZ", date(2000, 1, 1)),
        ("KP", "KR", date(1980, 1, 1)),
        ("IL", "LB", date(2010, 1, 1)),
        ("ES", "GI", date(1975, 1, 1)),
        ("SA", "QA", date(2018, 1, 1)),
        ("BH", "QA", date(2018, 1, 1)),
        ("CO", "VE", date(2015, 12, 1)),
        ("ER", "ET", date(2005, 1, 1)),
        ("IN", "PK", date(2025, 6, 1)),
        ("FI", "RU", date(2024, 1, 20)),
        ("RU", "UA", date(2023, 1, 1)),
        ("BY", "UA", date(2023, 1, 1)),
        ("TH", "KH", date(2003, 2, 3)),
        ("MM", "TH", date(1999, 11, 1)),
        ("PK", "CN", date(1975, 6, 1)),
        ("SA", "BH", date(1980, 1, 1)),
    ],
)
def test_shipped_closures_of_whole_borders(a: str, b: str, on: date) -> None:
    closure = open_regimes().closure(a, b, on)
    assert closure is not None
    assert closure.source


def test_posts_that_stayed_open_are_no_closure_of_the_border() -> None:
    assert open_regimes().closure("FI", "RU", date(2023, 11, 20)) is None
    assert open_regimes().closure("DE", "DD", date(1970, 1, 1)) is None


@pytest.mark.parametrize(
    ("pair", "on", "confidence"),
    [
        (("IQ", "KW"), date(1996, 6, 3), "medium"),
        (("IQ", "SY"), date(1985, 6, 3), "medium"),
        (("LY", "EG"), date(1980, 6, 3), "medium"),
        (("LY", "EG"), date(1989, 4, 20), "low"),
        (("SD", "EG"), date(2005, 6, 3), "medium"),
        (("SD", "EG"), date(1993, 6, 3), "low"),
        (("MM", "TH"), date(1985, 6, 3), "medium"),
        (("NG", "BJ"), date(1984, 8, 1), "medium"),
        (("NG", "BJ"), date(1985, 5, 7), "low"),
        (("VD", "VN"), date(1967, 6, 3), "medium"),
        (("IL", "EG"), date(1960, 6, 3), "medium"),
        (("IL", "EG"), date(1972, 6, 3), "low"),
        (("CN", "MN"), date(2021, 6, 3), "medium"),
    ],
)
def test_a_closure_is_certain_in_its_core_and_not_at_its_ends(pair, on, confidence):
    closure = open_regimes().closure(*pair, on)
    assert closure is not None
    assert closure.confidence == confidence
