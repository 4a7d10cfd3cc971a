"""Stays with a length: where they become part of the journey, and where they do not."""

from datetime import timedelta

import pytest

from toyworld import PLACES, at, journey
from wayproof.story.itineraries.itinerary import Event, Itinerary, Visit
from wayproof.story.journey.stays import with_stays


def told(text: str, *stops: tuple[str, Event]) -> Itinerary:
    """An itinerary whose visits span the sentence that names them first."""
    visits = []
    for name, event in stops:
        start = text.index(name)
        visits.append(Visit(PLACES[name], event, at(3), at(4), name, start, start + len(name)))
    return with_stays(journey(*visits), text)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("She left Alma, spent the night in Bruck and reached Belder.", 5.0),
        ("She left Alma, spent two nights in Bruck and reached Belder.", 29.0),
        ("She left Alma and stayed in Bruck for four days before reaching Belder.", 84.0),
        ("She left Alma; after three weeks in Bruck she went on to Belder.", 420.0),
        ("She left Alma and waited two hours in Bruck for the bus to Belder.", 1.5),
        ("She left Alma and, after a two-day stop in Bruck, reached Belder.", 36.0),
    ],
)
def test_a_stay_is_a_gap_from_the_visit_to_itself(text: str, hours: float) -> None:
    found = told(text, ("Alma", Event.DEPART), ("Bruck", Event.AT), ("Belder", Event.ARRIVE))
    (gap,) = found.gaps
    assert (gap.first, gap.second, gap.longest) == (1, 1, None)
    assert gap.shortest == timedelta(hours=hours)
    assert text[gap.start : gap.end] == gap.quote


def test_between_coming_and_leaving_it_is_the_gap() -> None:
    text = "She reached Bruck, spent the night in Bruck, left it and was in Belder."
    found = told(text, ("Bruck", Event.ARRIVE), ("Bruck", Event.DEPART), ("Belder", Event.ARRIVE))
    assert [(gap.first, gap.second) for gap in found.gaps] == [(0, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "She left Alma, planned to spend the night in Bruck and reached Belder.",
        "She left Alma, did not stop in Bruck and reached Belder after three hours.",
        "She left Alma for Bruck, a town of two hotels, and was in Belder three days later.",
        "She left Alma, saw Bruck, where she had once spent a night, and reached Belder.",
    ],
)
def test_what_was_only_meant_is_no_stay(text: str) -> None:
    assert told(text, ("Alma", Event.DEPART), ("Bruck", Event.AT), ("Belder", Event.ARRIVE)).gaps == ()
