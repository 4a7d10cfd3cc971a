"""Verdicts on whole itineraries in the toy world: Alma to Belder is 334 km, 5.2 h brisk and 8 h typical by car."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import PLACES, at, journey, judged, visit
from wayproof.story.itineraries.itinerary import Event, Gap, Hypothesis
from wayproof.verdict.sensitivity import assumptions

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.world.atlas import World

CAR = ("car",)


def label(itinerary: Itinerary, world: World, **options: date) -> str:
    return judged(itinerary, world, **options).assessment.verdict.label


@pytest.mark.parametrize(
    ("hours", "modes", "wanted"),
    [
        (9.0, CAR, "possible"),
        (6.0, CAR, "tight"),
        (3.0, CAR, "implausible"),
        (1.5, CAR, "impossible"),
        (10.0, ("foot",), "impossible"),
        (48.0, ("foot",), "implausible"),
        (5.0, (), "possible"),
        (0.25, (), "impossible"),
    ],
)
def test_the_grade_follows_the_window(hours: float, modes: tuple[str, ...], wanted: str, plain_world: World) -> None:
    end = at(3, 6) + timedelta(hours=hours)
    told = journey(visit("Alma", at(3, 6), event=Event.DEPART), visit("Belder", end, event=Event.ARRIVE, modes=modes))
    assert label(told, plain_world) == wanted


def test_the_same_walk_a_month_apart_is_possible(plain_world: World) -> None:
    told = journey(visit("Alma", at(3)), visit("Belder", at(31), modes=("foot",)))
    assert label(told, plain_world) == "possible"


def test_no_date_no_verdict(plain_world: World) -> None:
    assert label(journey(visit("Alma"), visit("Belder")), plain_world) == "unknown"
    assert label(journey(visit("Alma"), visit("Belder", at(3))), plain_world) == "unknown"
    assert label(journey(visit("Alma", at(3))), plain_world) == "unknown"
    assert label(journey(), plain_world) == "unknown"


def test_a_gap_refutes_without_a_date_and_never_confirms(plain_world: World) -> None:
    def gap(hours: float) -> Itinerary:
        said = Gap(0, 1, None, timedelta(hours=hours), "later", 0, 5)
        return journey(visit("Alma"), visit("Belder", modes=CAR), gaps=(said,))

    assert label(gap(1.0), plain_world) == "impossible"
    assert label(gap(24.0), plain_world) == "unknown"


def test_an_untimed_stop_is_timed_by_its_neighbours(plain_world: World) -> None:
    told = journey(visit("Alma", at(3, 8)), visit("Bruck", modes=CAR), visit("Belder", at(3, 17), modes=CAR))
    judgement = judged(told, plain_world)
    assert judgement.assessment.verdict.label == "possible"
    first, second = judgement.assessment.legs
    assert second.limit is not None
    assert first.window is not None
    # what the record for the second leg leaves of the nine hours
    assert abs(first.window - (timedelta(hours=9) - second.limit)) < timedelta(seconds=1)


def test_legs_that_fit_one_by_one_may_not_fit_together(plain_world: World) -> None:
    hasty = journey(visit("Alma", at(3, 8)), visit("Bruck", modes=CAR), visit("Belder", at(3, 12), modes=CAR))
    judgement = judged(hasty, plain_world)
    assert judgement.assessment.verdict.label == "implausible"
    assert judgement.assessment.conflicts[0].legs == (0, 1)


def test_an_area_on_the_way_is_spanned(plain_world: World) -> None:
    """Westland's neighbour is reached at its border; the way through it still has to fit."""
    told = journey(visit("Alma", at(3, 8)), visit("Eastland", modes=CAR), visit("Belder", at(3, 9.5), modes=CAR))
    judgement = judged(told, plain_world)
    assert judgement.assessment.verdict.label == "impossible"
    assert [(leg.index, leg.last) for leg in judgement.assessment.legs] == [(0, 1), (0, 2), (1, 2)]
    assert [leg.judged for leg in judgement.assessment.legs] == [True, True, False]


def test_neighbouring_countries_prove_nothing(plain_world: World) -> None:
    told = journey(visit("Westland", at(3, 8)), visit("Eastland", at(3, 8)))
    leg = judged(told, plain_world).assessment.legs[0]
    assert leg.separation_km == 0.0
    assert leg.limit == timedelta(0)


def test_an_origin_somewhere_in_a_country_leaves_a_range(plain_world: World) -> None:
    told = journey(visit("Westland", at(3, 8)), visit("Bruck", at(3, 9), modes=CAR))
    verdict = judged(told, plain_world).assessment.verdict
    assert verdict.best > verdict.worst


def test_an_ambiguous_name_that_flips_the_grade_is_unknown(plain_world: World) -> None:
    near = visit("Bruck", at(3, 9), modes=CAR)
    assert label(journey(visit("Arbor", at(3, 6)), near), plain_world) == "possible"
    doubtful = replace(near, alternatives=(PLACES["Exford"], PLACES["Insel"]))
    assert label(journey(visit("Arbor", at(3, 6)), doubtful), plain_world) == "unknown"


def test_publication_shows_possible_and_never_refutes(plain_world: World) -> None:
    printed = at(12)
    slow = journey(visit("Alma", at(4)), visit("Belder", None, printed, modes=CAR))
    assert label(slow, plain_world, published=date(2023, 8, 11)) == "possible"
    hasty = journey(visit("Alma", at(11, 23)), visit("Belder", None, printed, modes=("foot",)))
    assert label(hasty, plain_world, published=date(2023, 8, 11)) == "unknown"


def test_the_longer_part_of_the_way_has_to_be_timed(plain_world: World) -> None:
    short = (visit("Arbor", at(3, 8)), visit("Bruck", at(3, 12), modes=CAR))
    assert label(journey(*short), plain_world) == "possible"
    assert label(journey(visit("Exford"), *short), plain_world) == "unknown"
    long = (visit("Arbor", at(3, 8)), visit("Exford", at(4, 12), modes=CAR))
    assert label(journey(visit("Bruck"), *long), plain_world) == "possible"


def test_a_supposed_origin_far_away_and_without_a_window_is_unknown(plain_world: World) -> None:
    supposed = replace(visit("Belder"), basis="hypothesis")
    told = journey(supposed, visit("Arbor", at(3, 8)), visit("Bruck", at(4, 12), modes=CAR))
    guess = replace(told, hypothesis=Hypothesis("began in Belder", "toy:belder", "a guess"), origin_open=True)
    assert label(guess, plain_world) == "unknown"


def test_what_can_be_kept_up_for_a_day_cannot_be_kept_up_for_a_week(plain_world: World) -> None:
    """Ten legs on foot, each below the record of a day, together above the record of six days."""
    stops = [visit("Alma", at(1), modes=())]
    stops += [visit(("Belder", "Alma")[leg % 2], modes=("foot",)) for leg in range(10)]
    stops[-1] = replace(stops[-1], earliest=at(15), latest=at(15))
    judgement = judged(journey(*stops), plain_world)
    assert judgement.assessment.verdict.label == "impossible"
    assert all(leg.verdict.label != "impossible" for leg in judgement.assessment.legs)


def test_room_to_move_is_told(plain_world: World) -> None:
    told = journey(visit("Alma", at(3, 6)), visit("Belder", at(3, 20), modes=CAR))
    assessed = judged(told, plain_world).assessment
    assert assessed.latest_departure is not None
    assert assessed.earliest_arrival is not None
    assert timedelta(hours=7) < at(3, 20) - assessed.latest_departure < timedelta(hours=8)
    assert assessed.earliest_arrival - at(3, 6) == at(3, 20) - assessed.latest_departure


def test_slack_is_the_window_less_the_quickest_ordinary_journey(plain_world: World) -> None:
    told = journey(visit("Alma", at(3, 6)), visit("Belder", at(3, 20), modes=CAR))
    leg = judged(told, plain_world).assessment.legs[0]
    typical = leg.routes[0].route.time.typical
    assert typical is not None
    assert leg.slack == timedelta(hours=14) - typical
    assert leg.decides


def test_a_hundred_visits_take_less_than_a_second(plain_world: World) -> None:
    names = ("Alma", "Arbor", "Bruck", "Belder")
    stops = [visit(names[n % 4], at(1 + n // 4, 6 * (n % 4)), modes=CAR if n else ()) for n in range(100)]
    judged(journey(*stops[:3]), plain_world)
    start = time.process_time()
    judgement = judged(journey(*stops), plain_world)
    found = assumptions([judgement])
    assert time.process_time() - start < 1.0
    assert len(judgement.assessment.legs) == 99
    assert isinstance(found, tuple)
