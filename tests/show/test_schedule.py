"""What is played is a timing that fits the story, or is said not to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from show.journeys import defector, simple
from wayproof.show.scene import make_scene, reach_of
from wayproof.show.schedule import play_of, spans_of

ISO_HOURS = 3600.0


def played(record: dict[str, Any], number: int = 0) -> dict[str, Any]:
    made = play_of(record, make_scene(record, None), number)
    assert made is not None
    return made


def windows(record: dict[str, Any], *days: tuple[str | None, str | None]) -> None:
    for visit, (first, last) in zip(record["itineraries"][0]["visits"], days, strict=True):
        visit["earliest"], visit["latest"] = first, last


TOWNS = [("A", 50.0, 20.0), ("B", 51.0, 21.0), ("C", 52.0, 22.0)]


def test_legs_follow_each_other_and_take_as_long_as_they_need() -> None:
    steps = played(defector())["steps"]
    assert [step["leg"] for step in steps] == ["0-0", "0-1", "0-2"]
    for step in steps:
        assert step["start"] <= step["end"]
    assert steps[0]["end"] - steps[0]["start"] == pytest.approx(8.5, abs=0.01)  # an ordinary journey
    assert all(step["text"] == "" for step in steps)
    assert steps[0]["offset"] == 3.0  # Vilnius in August


def test_a_leg_without_time_is_played_as_told_and_said_to_be_so() -> None:
    record = simple(TOWNS[:2])
    windows(record, ("2024-02-01T10:00:00+00:00", "2024-02-01T10:01:00+00:00"),
            ("2024-02-01T10:30:00+00:00", "2024-02-01T10:31:00+00:00"))  # fmt: skip
    step = played(record)["steps"][0]
    assert step["end"] - step["start"] == pytest.approx(0.5, abs=0.02)
    assert step["text"].replace("\N{NO-BREAK SPACE}", " ") == "the story leaves 30 min for 1,000 km"
    windows(record, ("2024-02-02T10:00:00+00:00", "2024-02-02T10:01:00+00:00"),
            ("2024-02-01T10:30:00+00:00", "2024-02-01T10:31:00+00:00"))  # fmt: skip
    assert played(record)["steps"][0]["text"] == "the story leaves no time for this leg"


def test_two_visits_by_the_same_day_are_played_one_after_the_other() -> None:
    record = simple(TOWNS)
    by = "2024-02-03T00:00:00+00:00"
    windows(record, ("2024-02-01T00:00:00+00:00", "2024-02-02T00:00:00+00:00"), (None, by), (None, by))
    first, second = played(record)["steps"]
    assert first["text"] == second["text"] == ""
    assert first["end"] <= second["start"] < second["end"] <= _hours(by)
    assert second["end"] - second["start"] == pytest.approx(4.0, abs=0.01)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=3, max_size=3))
def test_legs_are_called_too_fast_only_where_no_timing_fits(pairs: list[tuple[float, float]]) -> None:
    record = simple(TOWNS)
    bounds = [sorted(pair) for pair in pairs]
    windows(record, *((_iso(low), _iso(high)) for low, high in bounds))
    earliest, fits = bounds[0][0], True
    for low, high in bounds[1:]:
        earliest = max(low, earliest + 4.0)
        fits = fits and earliest <= high
    assert any(step["text"] for step in played(record)["steps"]) <= (not fits)


def test_without_dates_the_journey_is_played_by_its_order_alone() -> None:
    record = simple(TOWNS)
    windows(record, (None, None), (None, None), (None, None))
    assert [(step["start"], step["end"]) for step in played(record)["steps"]] == [(None, None), (None, None)]
    assert spans_of(record) == [[None, None, None]]


def test_nothing_moves_where_there_is_one_place() -> None:
    record = simple(TOWNS[:1])
    assert play_of(record, make_scene(record, None), 0) is None


HOURS = st.floats(0, 500)


@given(st.lists(st.tuples(HOURS, HOURS), min_size=3, max_size=3))
def test_a_time_never_leaves_its_window(pairs: list[tuple[float, float]]) -> None:
    record = simple(TOWNS)
    days = []
    for a, b in pairs:
        low, high = sorted((a, b))
        days.append((f"{_iso(low)}", f"{_iso(high)}"))
    windows(record, *days)
    for step, visit in zip(played(record)["steps"], record["itineraries"][0]["visits"][1:], strict=True):
        low, high = (_hours(visit[name]) for name in ("earliest", "latest"))
        assert low - 0.01 <= step["end"] <= high + 0.01


def _iso(hours: float) -> str:
    from datetime import UTC, datetime, timedelta

    return (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)).isoformat()


def _hours(text: str) -> float:
    from datetime import datetime

    return datetime.fromisoformat(text).timestamp() / ISO_HOURS


def test_windows_are_shares_of_the_whole_time() -> None:
    spans = spans_of(defector())[0]
    first, last = spans[0], spans[-1]
    assert first is not None
    assert last is not None
    assert (first.start, last.end) == (0.0, 1.0)
    assert last.open_start
    assert not first.open_start


def test_what_could_have_been_reached_lies_near_the_journey() -> None:
    def square(west: float, east: float) -> dict[str, Any]:
        ring = [[west, 0.0], [east, 0.0], [east, 10.0], [west, 10.0], [west, 0.0]]
        return {"mode": "air", "bound": "brisk", "area": {"coordinates": [[ring]]}, "towns": [], "crossings": []}

    over = reach_of(square(-180.0, -170.0), 179.0)
    assert over is not None
    assert [min(lon for _, lon in rings[0]) for rings in over.rings] == [180.0]
    everywhere = reach_of(square(-180.0, 180.0), 150.0)
    assert everywhere is not None
    assert [min(lon for _, lon in rings[0]) for rings in everywhere.rings] == [-180.0, 180.0]
    assert "Could have been, not was: by air at a brisk pace" in everywhere.text
    assert reach_of(None, 0.0) is None
