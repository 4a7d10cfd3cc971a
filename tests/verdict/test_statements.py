"""What a story says about time, as constraints."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import at, journey, visit
from wayproof.story.itineraries.itinerary import Event, Gap
from wayproof.verdict.constraints import ORIGIN, instant, node
from wayproof.verdict.statements import arrival, departure, is_dated, is_soft, soft_bounds, story_network, travel_bound

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary

PUBLISHED = date(2023, 8, 11)
PRINTED = datetime(2023, 8, 12, tzinfo=UTC)


def test_windows_gaps_and_order_become_constraints() -> None:
    told = journey(
        visit("Alma", at(3, 8), at(3, 9), event=Event.DEPART, quote="left Alma between eight and nine"),
        visit("Belder"),
        gaps=(Gap(0, 1, timedelta(hours=2), timedelta(hours=3), "two or three hours later", 5, 30),),
    )
    network = story_network(told, None)
    found = {(one.first, one.second): one for one in network.constraints}
    assert network.nodes == 3
    assert found[node(0), ORIGIN].seconds == -instant(at(3, 8))
    assert found[ORIGIN, node(0)].seconds == instant(at(3, 9))
    assert found[node(0), node(1)].seconds == 3 * 3600
    assert found[node(0), node(1)].statement.quote == "two or three hours later"
    assert {one.seconds for one in network.constraints if (one.first, one.second) == (node(1), node(0))} == {
        0.0,
        -7200.0,
    }
    assert found[node(0), ORIGIN].statement.text == "left Alma not before 08:00 on 3 Aug 2023"


def test_a_whole_day_is_told_as_a_day() -> None:
    told = journey(visit("Alma", at(3), at(4)))
    assert [one.statement.text for one in story_network(told, None).constraints] == [
        "was in Alma not before 3 Aug 2023",
        "was in Alma not after 3 Aug 2023",
    ]


@pytest.mark.parametrize(
    ("earliest", "latest", "soft"),
    [(None, PRINTED, True), (None, at(10), False), (at(9), PRINTED, False), (None, None, False)],
)
def test_the_day_of_publication_binds_softly(earliest: datetime | None, latest: datetime | None, soft: bool) -> None:  # noqa: FBT001 a table
    stop = visit("Belder", earliest, latest)
    told = journey(visit("Alma", at(3)), stop)
    assert is_soft(stop, PUBLISHED) is soft
    assert len(soft_bounds(told, PUBLISHED)) == soft
    hard = [one for one in story_network(told, PUBLISHED).constraints if (one.first, one.second) == (ORIGIN, node(1))]
    assert len(hard) == (latest is not None and not soft)


def test_without_a_publication_every_bound_is_hard() -> None:
    assert not is_soft(visit("Belder", None, PRINTED), None)


def test_dated_means_that_some_visit_has_a_date() -> None:
    assert is_dated(journey(visit("Alma", at(3)), visit("Belder")))
    assert not is_dated(journey(visit("Alma"), visit("Belder")))


def test_a_travel_bound_names_both_ends() -> None:
    told = journey(visit("Alma"), visit("Belder"))
    one = travel_bound(0, 1, 7200.4, told, "by car")
    assert (one.first, one.second, one.seconds, one.leg) == (node(1), node(0), -7200.0, (0, 1))
    assert one.statement.text == "from Alma to Belder takes at least 2 h (by car)"


def stay(event: Event, hours: float, window: tuple[datetime | None, datetime | None] = (None, None)) -> Itinerary:
    return journey(
        visit("Alma", at(3, 8), event=Event.DEPART),
        visit("Bruck", *window, event=event),
        visit("Belder", at(3, 20), event=Event.ARRIVE),
        gaps=(Gap(1, 1, timedelta(hours=hours), None, "spent the day", 0, 13),),
    )


@pytest.mark.parametrize("event", list(Event))
def test_a_stay_parts_arrival_and_departure(event: Event) -> None:
    told = stay(event, 5)
    assert arrival(1, told) != departure(1, told)
    assert {arrival(0, told), departure(0, told)} == {node(0)}
    assert story_network(told, None).consistent()
    assert not story_network(stay(event, 13), None).consistent()


def test_a_stay_lies_around_the_moment_that_is_told() -> None:
    # at noon in Bruck: six hours before it or after it, but not six on either side of the ends of the day
    assert story_network(stay(Event.AT, 11, (at(3, 12), at(3, 12))), None).consistent()
    assert story_network(stay(Event.ARRIVE, 8, (at(3, 12), at(3, 12))), None).consistent()
    assert not story_network(stay(Event.ARRIVE, 9, (at(3, 12), at(3, 12))), None).consistent()
    assert not story_network(stay(Event.DEPART, 5, (at(3, 12), at(3, 12))), None).consistent()


def test_a_stay_is_named_in_the_contradiction() -> None:
    (conflict,) = story_network(stay(Event.AT, 13), None).conflicts("limit")
    assert "in Bruck at least 13 h passed" in {one.text for one in conflict.statements}
    assert "spent the day" in {one.quote for one in conflict.statements}
    assert conflict.hours_short == pytest.approx(1.0)
