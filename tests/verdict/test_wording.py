"""Moments, durations and lists in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from toyworld import PLACES, at, visit
from wayproof.verdict.wording import (
    about_words,
    hours_words,
    km_words,
    listed,
    mode_words,
    span_words,
    spoken_words,
    window_seconds,
)
from wayproof.world.places import point


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.5, "30 min"),
        (2.0, "2 h"),
        (4.17, "4 h 10 min"),
        (26.2, "26 h"),
        (204.0, "8.5 days"),
        (-1.0, "1 h"),
        (0.999, "1 h"),
    ],
)
def test_hours(hours: float, words: str) -> None:
    assert hours_words(hours) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (at(3), at(4), "on 3 Aug 2023"),
        (at(3, 8), at(3, 8), "at 08:00 on 3 Aug 2023"),
        (at(3, 8), at(3, 9.5), "between 08:00 and 09:30 on 3 Aug 2023"),
        (at(3), at(6), "between 3 Aug 2023 and 5 Aug 2023"),
        (at(3), None, "from 3 Aug 2023"),
        (None, at(4), "by 3 Aug 2023"),
        (None, None, ""),
    ],
)
def test_windows(earliest: datetime | None, latest: datetime | None, words: str) -> None:
    assert span_words(earliest, latest, PLACES["Alma"]) == words


def test_clocks_are_those_of_the_place() -> None:
    tokyo = point(35.68, 139.69)
    noon = datetime(2023, 8, 3, 12, tzinfo=UTC)
    assert span_words(noon, noon + timedelta(seconds=30), tokyo) == "at 21:00 on 3 Aug 2023"


def test_lists_ways_and_distances() -> None:
    assert [listed(("A", "B", "C")[:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert [mode_words(mode) for mode in ("foot", "car", "private_jet")] == ["on foot", "by car", "by private jet"]
    assert [km_words(km) for km in (0.42, 1240.4)] == ["0.4 km", "1,240 km"]


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0.5, "30 minutes"), (1.0, "1 hour"), (5.43, "5 hours 26 minutes"), (26.2, "26 hours"), (192.0, "8 days")],
)
def test_spoken_hours(hours: float, words: str) -> None:
    assert spoken_words(hours) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.2, "12 minutes"),
        (1.17, "1 hour 10 minutes"),
        (5.69, "5 hours 45 minutes"),
        (11.9, "12 hours"),
        (189.6, "8 days"),
    ],
)
def test_estimates_claim_no_more_than_they_can(hours: float, words: str) -> None:
    assert about_words(hours) == words


def test_a_window_ends_when_the_story_says() -> None:
    told = visit("Alma", at(3, 8), at(3, 8) + timedelta(minutes=1))
    assert window_seconds(3600.0, told) == 3540.0
    assert window_seconds(3600.0, visit("Alma", at(3), at(4))) == 3600.0
    assert span_words(told.earliest, told.latest, PLACES["Alma"]) == "at 08:00 on 3 Aug 2023"
