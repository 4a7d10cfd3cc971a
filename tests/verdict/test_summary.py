"""The three sentences: what was asked, the grade with what is missing or to spare, what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import at, journey, toy_ways, visit
from wayproof.story.itineraries.itinerary import Event
from wayproof.verdict.assess import assess
from wayproof.verdict.legs import plan

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.world.atlas import World


def said(told: Itinerary, world: World) -> str:
    return assess(None, (), (), [plan(told, toy_ways(world))], world).summary


def trip(hours: float, *modes: str) -> Itinerary:
    return journey(
        visit("Alma", at(3, 8), event=Event.DEPART),
        visit("Belder", at(3, 8) + timedelta(hours=hours), event=Event.ARRIVE, modes=modes),
    )


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.0, "leaves no time for the 334 km"),
        (1.0, "by car, even the best performance on record would take 2 hours"),
        (3.0, "even a determined and lucky traveller needs about 5 hours 30 minutes by car, 2 hours 30 minutes more"),
        (5.3, "slightly more than there is"),
        (6.0, "an ordinary traveller needs about 8 hours by car, 2 hours more than there is, a determined"),
        (10.0, "an ordinary traveller needs about 8 hours by car, with 2 hours to spare"),
        (1000.0, "far less than that"),
    ],
)
def test_the_second_sentence_says_what_is_missing_or_to_spare(hours: float, words: str, plain_world: World) -> None:
    assert words in said(trip(hours, "car"), plain_world)


@pytest.mark.parametrize("hours", [-3.0, 0.5, 3.0, 6.0, 10.0])
def test_three_sentences_and_no_more(hours: float, plain_world: World) -> None:
    sentences = said(trip(hours, "car"), plain_world).split(". ")
    assert len([part for part in sentences if part]) == 2  # the question ends in its own mark
    assert said(trip(hours, "car"), plain_world).startswith("Could Ada have gone from Alma (at 08:00 on 3 Aug 2023)")


def test_what_comes_before_it_left_is_said_in_plain_words(plain_world: World) -> None:
    assert "the traveller was in Belder 3 hours before leaving Alma" in said(trip(-3.0), plain_world)
    by_day = journey(visit("Alma", at(5), at(6), event=Event.DEPART), visit("Belder", at(3), at(4)))
    assert "the traveller was in Belder at least 24 hours before leaving Alma" in said(by_day, plain_world)


def test_a_closed_border_is_in_the_sentences(plain_world: World) -> None:
    walked = journey(visit("Arbor", at(20), at(21)), visit("Boria", at(20), at(23), modes=("foot",)))
    assert "leads over a closed border (South Post, Westland to Eastland, closed since 18 Aug 2023)" in said(
        walked, plain_world
    )
    driven = journey(visit("Arbor", at(20), at(21)), visit("Boria", at(20), at(21), modes=("car",)))
    text = said(driven, plain_world)
    assert "Implausible: the story goes from Arbor to Boria by car" in text
    assert "By time alone the journey would be possible." in text


@pytest.mark.parametrize(
    ("traveller", "words"),
    [("unnamed courier", "an unnamed courier"), ("unnamed sisters", "the unnamed sisters"), (None, "the traveller")],
)
def test_the_traveller_is_named_grammatically(traveller: str | None, words: str, plain_world: World) -> None:
    assert said(replace(trip(9.0), traveller=traveller), plain_world).startswith(f"Could {words} have gone")
