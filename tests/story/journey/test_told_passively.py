"""Stops that the passive tells without who made them, and words that only look like verbs."""

import pytest

from .test_tellings import stops

LEFT = "Anna Keller left Lyon at nine on 8 June. "

TOLD = [
    ("Lunch was eaten in Dijon.", ["at Dijon"]),
    ("At Dijon a puncture was mended in eleven minutes.", ["at Dijon"]),
    ("Petrol was bought in Dijon at noon.", ["at Dijon 12:00"]),
    ("The night was spent in Dijon.", ["at Dijon"]),
    ("Dijon was reached at noon.", ["arrive Dijon 12:00"]),
    ("Dijon, reached at noon, was hot.", ["arrive Dijon 12:00"]),
    ("Dijon was passed at noon and Paris reached at six.", ["at Dijon 12:00", "arrive Paris 18:00"]),
    ("Dijon had her at noon.", ["at Dijon 12:00"]),
    ("At noon she joked with an Italian sergeant under the barrier at Dijon.", ["at Dijon 12:00"]),
    ("At noon she exchanged jokes with a waiter in Dijon.", ["at Dijon 12:00"]),
    ("She ran out of her aunt's house in Dijon at noon.", ["depart Dijon 12:00"]),
]
NOT_TOLD = [
    "Paris was reached by the news at noon.",
    "The wine was drunk in Dijon by the mayor.",
    "Lunch was served in Dijon to the delegates.",
    "Petrol is sold in Dijon.",
    "Dijon was easily reached by telephone.",
    "Dijon was never reached.",
    "A window was broken in Dijon.",
    "She ran a shop in Dijon.",
]


@pytest.mark.parametrize(("text", "visits"), TOLD)
def test_the_passive_tells_of_the_way(text: str, visits: list[str]) -> None:
    assert stops(LEFT + text) == ["depart Lyon 09:00", *visits]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_the_passive_tells_of_others(text: str) -> None:
    assert stops(LEFT + text) == ["depart Lyon 09:00"]


def test_nobody_under_way_has_no_passive_stop() -> None:
    assert stops("Anna Keller is a baker. Lunch was eaten in Dijon.") == []
