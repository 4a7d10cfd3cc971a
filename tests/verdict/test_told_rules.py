"""What the story says of a way, held against the map and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import at, journey, judged, toy_ways, visit
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.temporal.weekday_slips import weekday_slips
from wayproof.story.text.document import Story
from wayproof.verdict.journey import judge
from wayproof.verdict.legs import plan
from wayproof.verdict.told_rules import StatedLength, StatedSpeed, StepOnFoot, TicketTimes, WeekdayMismatch

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.world.atlas import World


def trip(quote: str, *, hours: float = 9.0, modes: tuple[str, ...] = (), to: str = "Belder") -> Itinerary:
    return journey(
        visit("Alma", at(3, 6), event=Event.DEPART, quote="she left Alma"),
        visit(to, at(3, 6) + timedelta(hours=hours), event=Event.ARRIVE, modes=modes, quote=quote),
    )


def test_a_length_shorter_than_the_straight_line_is_told(plain_world: World) -> None:
    rule, case = StatedLength(), judged(trip("after a 120-mile drive she was in Belder"), plain_world).case
    (finding,) = rule.judge(case) or ()
    assert finding.grade is None
    assert {number.name: number.value for number in finding.numbers}["stated"] == pytest.approx(193.1)
    assert rule.judge(judged(trip("after a 400 km drive she was in Belder"), plain_world).case) == ()
    assert rule.judge(judged(trip("she was in Belder, 20 km from the border"), plain_world).case) is None


def test_a_speed_at_which_the_time_is_too_short_is_told(plain_world: World) -> None:
    rule = StatedSpeed()
    slow = judged(trip("averaging 30 km/h she reached Belder"), plain_world).case
    (finding,) = rule.judge(slow) or ()
    assert "averaging 30 km/h" in finding.text
    assert rule.judge(judged(trip("averaging 60 mph she reached Belder"), plain_world).case) == ()
    assert rule.judge(judged(trip("she reached Belder"), plain_world).case) is None


@pytest.mark.parametrize(
    ("text", "published", "slips"),
    [
        ("She left on Saturday, 5 August 2023.", None, []),
        ("She left on Thursday, 5 August 2023.", None, [("Thursday", "Saturday", date(2023, 8, 3))]),
        ("She left on Monday, August 5, 2023.", None, [("Monday", "Saturday", date(2023, 8, 7))]),
        ("She left on Saturday 5 August.", date(2023, 8, 20), []),
        ("She left on Friday 5 August.", date(2023, 8, 20), []),  # that of the year before
        ("She left on Tuesday 5 August.", date(2023, 8, 20), [("Tuesday", "Saturday", date(2023, 8, 8))]),
        ("She left on Thursday, and on 5 August 2023 she was back.", None, []),
    ],
)
def test_weekdays_are_held_against_their_dates(
    text: str, published: date | None, slips: list[tuple[str, str, date]]
) -> None:
    found = weekday_slips(Story(text, None, published))
    assert [(one.told, one.real, one.meant) for one in found] == slips


def test_a_slip_is_a_remark_with_the_words_of_the_story(plain_world: World) -> None:
    slips = weekday_slips(Story("She left Alma on Thursday, 5 August 2023.", None, None))
    case = judge(plan(trip("she came"), toy_ways(plain_world)), None, plain_world, slips).case
    (finding,) = WeekdayMismatch().judge(case) or ()
    assert (finding.grade, finding.quote) == (None, "Thursday, 5 August 2023")
    assert "3 Aug 2023 is meant" in finding.text
    assert WeekdayMismatch().judge(judged(trip("she came"), plain_world).case) is None


@pytest.mark.parametrize(
    ("origin", "words", "open_"),
    [
        ("she left Alma", "and walked over the line at Belder", True),
        ("she left Alma", "stepped across the bridge into Belder", True),
        ("she left Alma on foot", "and walked into Belder", False),
        ("she left Alma", "and walked from Alma to Belder", False),
        ("she left Alma", "having marched to Belder, she walked over the line", False),
    ],
)
def test_steps_at_the_end_are_not_the_whole_way(origin: str, words: str, plain_world: World, *, open_: bool) -> None:
    told = trip(words, modes=("foot",), hours=30.0)
    told = replace(told, visits=(replace(told.visits[0], quote=origin), told.visits[1]))
    case = judged(told, plain_world).case
    assert bool(StepOnFoot().judge(case)) is open_
    assert case.legs[0].leg.query.modes == (() if open_ else ("foot",))


def test_a_short_walk_over_a_line_is_a_walk(plain_world: World) -> None:
    told = journey(visit("Arbor", at(3, 6)), visit("Bruck", at(3, 18), modes=("foot",), quote="walked over the line"))
    assert judged(told, plain_world).case.legs[0].leg.query.modes == ("foot",)


def test_over_the_sea_clock_times_are_those_of_the_flight(plain_world: World) -> None:
    def flown(query: LegQuery) -> tuple[Route, ...]:
        return toy_ways(plain_world)(replace(query, modes=("air",)))

    told = journey(
        visit("Alma", at(3, 6), event=Event.DEPART),
        visit(
            "Belder",
            at(3, 9),
            at(
                3,
                9,
            ),
            event=Event.ARRIVE,
        ),
    )
    case = judge(plan(told, flown), None, plain_world).case
    assert case.legs[0].leg.query.airside == (True, True)
    assert len(TicketTimes().judge(case) or ()) == 1
    by_day = journey(visit("Alma", at(3), at(4), event=Event.DEPART), visit("Belder", at(3), at(4)))
    assert judge(plan(by_day, flown), None, plain_world).case.legs[0].leg.query.airside == (False, False)
    assert judged(told, plain_world).case.legs[0].leg.query.airside == (False, False)
