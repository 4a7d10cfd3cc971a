"""Durations, dates and names as readers see them."""

from __future__ import annotations

import pytest

from wayproof.show.wording import (
    country_text,
    crossing_text,
    distance_text,
    distinct_events,
    duration_text,
    need_text,
    number_text,
    sentences,
    source_text,
    window_text,
)

VILNIUS = (54.69, 25.28)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("hours", "text"),
    [(None, "no estimate"), (0.5, "30 min"), (4.1667, "4 h 10 min"), (26.4, "26 h"), (192, "8 days")],
)
def test_durations(hours: float | None, text: str) -> None:
    assert plain(duration_text(hours)) == text


def test_a_negative_duration_keeps_its_sign() -> None:
    assert plain(duration_text(-1.5)) == "\N{MINUS SIGN}1 h 30 min"


def test_distances() -> None:
    assert [plain(distance_text(km)) for km in (0.84, 29.05, 1240.0)] == ["0.8 km", "29 km", "1,240 km"]
    assert distance_text(None) == ""


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        ("2023-08-09T21:00:00+00:00", "2023-08-10T21:00:00+00:00", "10 Aug 2023"),
        ("2023-08-02T21:00:00+00:00", "2023-08-10T21:00:00+00:00", "3–10 Aug 2023"),  # noqa: RUF001
        ("2023-07-27T21:00:00+00:00", "2023-08-03T21:00:00+00:00", "28 Jul – 3 Aug 2023"),  # noqa: RUF001
        ("2023-08-10T11:00:00+00:00", "2023-08-10T12:30:00+00:00", "10 Aug 2023, 14:00–15:30"),  # noqa: RUF001
        ("2023-08-10T11:00:00+00:00", "2023-08-10T11:00:01+00:00", "10 Aug 2023, 14:00"),
        ("2023-08-10T20:00:00+00:00", "2023-08-11T02:00:00+00:00", "10 Aug 2023, 23:00 – 11 Aug 2023, 05:00"),  # noqa: RUF001
        ("2022-12-30T22:00:00+00:00", "2023-01-02T22:00:00+00:00", "31 Dec 2022 – 2 Jan 2023"),  # noqa: RUF001
        (None, "2023-08-11T21:00:00+00:00", "by 11 Aug 2023"),
        ("2023-08-02T21:00:00+00:00", None, "from 3 Aug 2023"),
        (None, None, "no date given"),
    ],
)
def test_windows_are_told_by_the_clocks_of_the_place(earliest: str | None, latest: str | None, text: str) -> None:
    assert plain(window_text({"earliest": earliest, "latest": latest}, *VILNIUS)) == text


def test_an_unwrapped_longitude_keeps_the_zone_of_the_place() -> None:
    visit = {"earliest": "2023-08-09T21:00:00+00:00", "latest": "2023-08-10T21:00:00+00:00"}
    assert plain(window_text(visit, 54.69, 25.28 + 360)) == "10 Aug 2023"


def test_what_a_way_takes() -> None:
    assert plain(need_text({"limit": 1.0, "brisk": 4.0, "typical": 8.0})) == "4 h to 8 h"
    assert plain(need_text({"limit": 1.0, "brisk": None, "typical": None})) == "at least 1 h"
    assert plain(need_text({"limit": 1.0, "brisk": 4.0, "typical": None})) == "4 h"


def test_a_summary_falls_into_sentences_but_not_at_abbreviations() -> None:
    text = 'He left St. Petersburg on Monday. The U.S. Army says so! "Was it him?" Nobody knows.'
    assert sentences(text) == (
        "He left St. Petersburg on Monday.",
        "The U.S. Army says so!",
        '"Was it him?"',
        "Nobody knows.",
    )
    assert sentences(["One.", "Two."]) == ("One.", "Two.")
    assert sentences("") == ()


def test_crossings_without_a_name_say_what_they_are() -> None:
    assert crossing_text({"crossing": "Kybartai", "kind": "checkpoint"}) == "Kybartai"
    assert crossing_text({"crossing": None, "kind": "green"}) == "away from any crossing point"
    assert crossing_text({"kind": "never seen"}) == "crossing point not known"


def test_countries_without_a_gazetteer_stay_codes() -> None:
    assert country_text("LT", None) == "LT"
    assert country_text(None, None) == "the high seas"


def test_numbers_of_findings() -> None:
    assert plain(number_text({"name": "distance", "value": 600.0, "unit": "km"})) == "distance 600 km"
    assert plain(number_text(["window", 8, "h"])) == "window 8 h"
    assert number_text({"name": "on", "value": "2024-02-14", "unit": ""}) == "on 2024-02-14"


def test_a_country_that_is_only_flown_over_is_no_station():
    flown = {"from": "FR", "to": "CH", "kind": "air", "status": "no data"}
    shut = {"from": "CH", "to": "UA", "kind": "air", "status": "closed"}
    assert distinct_events([flown, shut]) == (shut,)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("koreanewsgazette.com 2025-05", "koreanewsgazette.com, May 2025"),
        ("euobserver 2007-12-21; mid.ru 2004", "euobserver, 21 Dec 2007; mid.ru 2004"),
        ("Council decision of 2023-12-30", "Council decision of 30 Dec 2023"),
        ("since 2020-03 (press)", "since Mar 2020 (press)"),
        ("tables 2003-2004, page 2019-13, https://a.example/2020-01-02/x", None),
        ("a.example 2023-02-31", "a.example, 2023-02-31"),
        ("", None),
    ],
)
def test_sources_tell_their_dates_in_words(source: str, text: str | None) -> None:
    assert plain(source_text(source)) == (source if text is None else text)
