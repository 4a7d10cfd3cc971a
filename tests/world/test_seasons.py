"""Seasons of passes: which days they cover, which posts they shut, and what a story may still tell."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.crossings import CLOSED, Crossing, Crossings, spells_of
from wayproof.world.seasons import Season, Seasons, open_seasons

RULE = "pass-shut"


def season(first: tuple[int, int], last: tuple[int, int], **changes: date | None) -> Season:
    years = {"since": None, "until": None} | changes
    return Season("top", "the Top", "aa-bb-top", 46.0, 8.0, first, last, years["since"], years["until"], "x", "medium")


def post(history: str) -> Crossing:
    return Crossing(
        "aa-bb-top", "Top", "AA", "Top", "BB", 46.0, 8.0, 1.0, "road", "both", spells_of(history), "x", "high"
    )


def test_a_season_may_lead_over_the_turn_of_the_year():
    winter = season((12, 5), (4, 20))
    assert winter.begun(date(2001, 12, 5)) == date(2001, 12, 5)
    assert winter.begun(date(2002, 4, 20)) == date(2001, 12, 5)
    assert winter.begun(date(2002, 4, 21)) is None
    assert winter.begun(date(2001, 12, 4)) is None


def test_a_southern_winter_lies_in_one_year():
    winter = season((5, 25), (10, 20))
    assert winter.begun(date(2001, 7, 1)) == date(2001, 5, 25)
    assert winter.begun(date(2001, 1, 1)) is None


def test_a_season_holds_in_its_years_only():
    winter = season((1, 3), (3, 28), since=date(1986, 5, 1), until=date(2023, 12, 31))
    assert winter.begun(date(1986, 2, 1)) is None
    assert winter.begun(date(2023, 2, 1)) == date(2023, 1, 3)
    assert winter.begun(date(2024, 2, 1)) is None


def test_a_post_is_closed_in_its_season_unless_something_began_in_it():
    winter = Seasons([season((1, 3), (3, 28))])
    table = Crossings([post("1986-05-01:open;2024-01-10:open(goods and people, for two weeks)")], None, winter)
    (top,) = table.all
    told = table.status(top, date(1997, 1, 22))
    assert (told.status, told.since, told.confidence) == (CLOSED, date(1997, 1, 3), "medium")
    assert table.status(top, date(1997, 6, 22)).status == "open"
    assert table.status(top, date(2024, 1, 12)).status == "open"
    assert table.status(top, date(2025, 1, 12)).status == CLOSED


def test_every_shipped_season_is_a_part_of_the_year():
    for one in open_seasons().all:
        days = sum(one.begun(date.fromordinal(day)) is not None for day in range(735_000, 735_365))
        assert 0 < days < 240 or (one.until and one.until.year < 2013), one.id


def found(text: str, published: date) -> tuple[str, set[str]]:
    record = check(Story(text, None, published), open_world()).to_dict()
    return record["verdict"]["label"], {one["rule"] for one in record["findings"] if one["grade"]}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Ana Ruiz left Lee Vining by car on 3 March. She drove over Tioga Pass and reached Oakdale on 3 March.", 1997),
        (
            "Karl Berg left Bormio on 12 February. He drove over the Stelvio Pass, and was in Merano at two.",
            2004,
        ),
        ("Karl Berg drove from Manali over the Rohtang Pass to Keylong by car on 9 February.", 1998),
        (
            "Karl Berg left Vail by bus on 9 January. He rode over Independence Pass and was in Aspen at noon.",
            1998,
        ),
    ],
)
def test_nobody_drives_over_a_pass_in_its_season(text, year):
    label, rules = found(text, date(year, 7, 1))
    assert label in {"implausible", "impossible"}
    assert rules & {RULE, "no-road"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz left Lee Vining by car on 3 August. She drove over Tioga Pass and reached Oakdale on 3 August.",
        "Ana Ruiz left Lee Vining on 3 March. She skied over Tioga Pass and reached Yosemite Valley on 9 March.",
        "Karl Berg left Realp on 3 February. His car went through the Furka tunnel, and he was in Brig at noon.",
        "Karl Berg drove to Andermatt on 3 February. Nobody drives over the Furka Pass then, he said.",
    ],
)
def test_summer_skis_and_tunnels_are_no_matter(text):
    assert RULE not in found(text, date(1997, 12, 1))[1]


@pytest.mark.parametrize(("day", "closed"), [("22 January", True), ("22 June", False)])
def test_the_khunjerab_is_shut_in_winter(day, closed):
    text = f"Karim Baig left Sost by bus on the morning of {day} and rode over the Khunjerab Pass. He had his passport "
    text += f"stamped at the post on the Khunjerab Pass and was in Tashkurgan in the evening of {day}."
    label, rules = found(text, date(1997, 7, 1))
    assert (label == "implausible", bool(rules & {"checkpoint-closed", "closed-to-vehicles"})) == (closed, closed)
