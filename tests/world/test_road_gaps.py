"""Gaps in the roads of one land: which journeys they part, on which day, and what a story may still tell."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.places import point
from wayproof.world.road_gaps import open_road_gaps

NOWADAYS = date(2016, 6, 3)
LAE, PORT_MORESBY, POPONDETTA = (-6.73, 147.0), (-9.45, 147.19), (-8.77, 148.23)
KEREMA, NAUTA, IQUITOS, LIMA = (-7.96, 145.77), (-4.51, -73.58), (-3.75, -73.25), (-12.05, -77.04)
TELLER, NOME, FAIRBANKS = (65.26, -166.36), (64.5, -165.4), (64.84, -147.72)
TUKTOYAKTUK, INUVIK = (69.45, -133.04), (68.36, -133.72)
MEDOG, BOME = (29.33, 95.33), (29.86, 95.77)


def gap(a: tuple[float, float], b: tuple[float, float], on: date | None = NOWADAYS) -> str | None:
    found = open_road_gaps().between(point(*a), point(*b), on)
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("a", "b", "parted"),
    [
        (PORT_MORESBY, LAE, "port-moresby"),
        (LAE, PORT_MORESBY, "port-moresby"),
        (PORT_MORESBY, POPONDETTA, "popondetta"),
        (PORT_MORESBY, KEREMA, None),
        (IQUITOS, LIMA, "iquitos"),
        (IQUITOS, NAUTA, None),
        (NOME, FAIRBANKS, "nome-alaska"),
        (NOME, TELLER, None),
    ],
)
def test_a_gap_surrounds_what_has_no_road_to_the_rest(a, b, parted):
    assert gap(a, b) == parted


def test_a_road_that_came_later_closes_a_gap():
    assert gap(MEDOG, BOME, date(2005, 7, 1)) == "medog"
    assert gap(MEDOG, BOME, date(2015, 7, 1)) is None
    assert gap(MEDOG, BOME, None) is None


def test_a_road_over_ice_closes_a_gap_in_its_months():
    assert gap(TUKTOYAKTUK, INUVIK, date(2010, 7, 1)) == "tuktoyaktuk"
    assert gap(TUKTOYAKTUK, INUVIK, date(2010, 12, 20)) is None
    assert gap(TUKTOYAKTUK, INUVIK, date(2010, 2, 1)) is None
    assert gap(TUKTOYAKTUK, INUVIK, date(2019, 7, 1)) is None


def test_a_gap_between_countries_parts_all_beyond_them():
    world, gaps = open_world(), open_road_gaps()
    mexico, peru, canada = (world.gazetteer.country(code) for code in ("MX", "PE", "CA"))
    assert gaps.between(mexico, peru, NOWADAYS) is not None
    assert gaps.between(mexico, canada, NOWADAYS) is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Tom Kila left Port Moresby at dawn on 3 June, drove to Lae and arrived at dusk.", "implausible"),
        ("Rosa Diaz left Panama City at noon on 3 June, drove to Medellín and arrived on 5 June.", "implausible"),
        ("Rosa Diaz left Panama City at noon on 3 June, drove to Medellín and arrived on 25 June.", "unknown"),
        ("Rosa Diaz left Panama City at noon on 3 June, flew to Medellín and arrived on 5 June.", "possible"),
        ("Rosa Diaz left Panama City at noon on 3 June, drove to David and arrived on 5 June.", "possible"),
    ],
)
def test_who_drives_over_a_gap_needs_time_to_be_carried_round_it(text, verdict):
    told = check(Story(text, None, date(2016, 6, 30)), open_world())
    assert told.verdict.label == verdict
    assert any(finding.rule == "no-road" for finding in told.findings) == ("drove" in text and "David" not in text)


LEH, KARGIL, PANGONG, MANALI, SRINAGAR = (34.16, 77.58), (34.55, 76.13), (33.95, 78.45), (32.24, 77.19), (34.08, 74.8)


@pytest.mark.parametrize(
    ("a", "b", "on", "parted"),
    [
        (LEH, MANALI, date(1998, 2, 9), "leh-plains"),
        (SRINAGAR, LEH, date(1998, 2, 9), "leh"),
        (LEH, SRINAGAR, date(1998, 8, 9), None),
        (LEH, KARGIL, date(1998, 2, 9), None),
        (LEH, PANGONG, date(1998, 2, 9), None),
        (LEH, MANALI, None, None),
        ((0.03, -51.06), (-1.45, -48.5), NOWADAYS, "macapa"),
        ((0.03, -51.06), (3.84, -51.83), NOWADAYS, None),
    ],
)
def test_a_gap_between_two_lands_parts_them_alone(a, b, on, parted):
    assert gap(a, b, on) == parted
