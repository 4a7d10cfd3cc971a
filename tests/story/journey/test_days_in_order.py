"""A stop whose day nobody tells takes the day that its place in the journey asks for."""

from datetime import UTC, datetime, timedelta
from typing import Any

from wayproof.story.journey.drafts import Draft, days_in_order


def told(day: int, hour: int, hours: float, **changes: Any) -> Draft:
    low = datetime(2019, 6, day, hour)  # noqa: DTZ001 - a window by the clocks of the place
    sighting: Any = None
    draft = Draft(sighting, 0, "UTC", low, low + timedelta(hours=hours), **changes)
    bind(draft)
    return draft


def bind(draft: Draft) -> bool:
    assert draft.low is not None
    assert draft.high is not None
    draft.earliest, draft.latest = draft.low.replace(tzinfo=UTC), draft.high.replace(tzinfo=UTC)
    return True


def day_of_the_middle(*journey: Draft) -> int:
    days_in_order(journey, bind)
    assert journey[1].low is not None
    return journey[1].low.day


def test_dusk_on_the_way_is_that_of_the_day_before() -> None:
    start, goal = told(7, 4, 0.2), told(8, 15, 0.2)
    assert day_of_the_middle(start, told(8, 15, 8, floating=True), goal) == 7
    assert day_of_the_middle(start, told(8, 18, 3, floating=True), goal) == 7


def test_a_day_that_is_told_or_fits_stays() -> None:
    start, goal = told(7, 4, 0.2), told(8, 15, 0.2)
    assert day_of_the_middle(start, told(8, 18, 3), goal) == 8
    assert day_of_the_middle(start, told(8, 9, 3, floating=True), goal) == 8
    assert day_of_the_middle(told(8, 4, 0.2), told(8, 18, 3, floating=True), goal) == 8
    assert day_of_the_middle(start, told(8, 18, 3, floating=True), told(8, 15, 0.2, floating=True)) == 8
