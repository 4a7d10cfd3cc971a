"""Ways of telling a journey: tables of sentences with the stops they tell, read with the shipped gazetteer.

A stop is written "depart Lyon", "arrive Lyon 09:00" or "at Lyon 4": with its time of day where the words tell one to a
quarter of an hour, else with its day of June 2019 where they tell that.
"""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.zones import zone_at

QUARTER, DAY = timedelta(minutes=15), timedelta(days=1)
SPOKEN = timedelta(minutes=11)
"""How wide an hour without minutes is taken to be: from five minutes before it."""


def stops(text: str) -> list[str]:
    itinerary = itineraries_of(Story(text, None, date(2019, 6, 14)), open_world()).told
    found = []
    for visit in itinerary.visits:
        words = f"{visit.event} {visit.place.name}"
        if visit.earliest is not None and visit.latest is not None:
            zone = ZoneInfo(zone_at(visit.place.lat, visit.place.lon))
            first, width = visit.earliest.astimezone(zone), visit.latest - visit.earliest
            if width <= QUARTER:
                words += f"{first + timedelta(minutes=5) if width == SPOKEN else first: %H:%M}"
            elif width <= DAY:
                words += f" {first.day}"
        found.append(words)
    return found


LISTS = [
    (
        "Sarah Moss drove north on 5 June. Her log reads: 06:10, Calais; 09:45, Lille; 14:00, Reims.",
        ["at Calais 06:10", "at Lille 09:45", "at Reims 14:00"],
    ),
    (
        "Sarah Moss showed the stamps in her passport: Lagos, 3 June; Accra, 4 June.",
        ["at Lagos 3", "at Accra 4"],
    ),
    (
        "On 5 June at 8 Sarah Moss was in Calais, at 11 in Lille and at three in Reims.",
        ["at Calais 08:00", "at Lille 11:00", "at Reims 15:00"],
    ),
    (
        "Sarah Moss made three stops on 5 June: Calais (06:10), Lille (09:45) and Reims (14:00).",
        ["at Calais 06:10", "at Lille 09:45", "at Reims 14:00"],
    ),
    (
        "Sarah Moss was in Oslo on 3 June, in Bergen on 4 June and in Kiel on 6 June.",
        ["at Oslo 3", "at Bergen 4", "at Kiel 6"],
    ),
    (
        "Sarah Moss spent Monday in Calais, Tuesday in Lille and Wednesday in Reims.",
        ["at Calais 10", "at Lille 11", "at Reims 12"],
    ),
    (
        "Tom Ash fell ill on 5 June. The tachograph tells the rest: 06:10 Calais, 09:45 Lille, 14:00 Reims.",
        ["at Calais 06:10", "at Lille 09:45", "at Reims 14:00"],
    ),
    (
        "Ida Ross had breakfast in Crewe on 3 June, lunch in Derby and dinner in Leeds.",
        ["at Crewe 3", "at Derby", "at Leeds"],
    ),
]
NO_LISTS = [
    "Sarah Moss lists her favourite towns: Calais, Lille, Reims.",
    "Sarah Moss works for a firm with offices in three towns: Calais, Lille and Reims.",
    "Sarah Moss will make three stops on 5 June: Calais (06:10), Lille (09:45) and Reims (14:00).",
    "The timetable gives Sarah Moss three stops: Calais at 06:10, Lille at 09:45 and Reims at 14:00.",
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_stops(text: str, expected: list[str]) -> None:
    assert stops(text) == expected


@pytest.mark.parametrize("text", NO_LISTS)
def test_lists_that_tell_of_no_stop(text: str) -> None:
    assert stops(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paul Reeve left Leeds at 9 on 3 June.", ["depart Leeds 09:00"]),
        ("At 8 on 3 June Paul Reeve was in York.", ["at York 08:00"]),
        ("Paul Reeve left Leeds at 9 on 3 June and was in York at 11.", ["depart Leeds 09:00", "at York 11:00"]),
        ("Paul Reeve reached York by 6 that evening.", ["arrive York"]),
        ("Paul Reeve, who took up chess at 9, was in York on 3 June.", ["at York 3"]),
        ("Paul Reeve lived at 10 Albert Road and was seen in York on 3 June.", ["at York 3"]),
        ("Paul Reeve's team won by 3 in York on 3 June.", ["at York 3"]),
    ],
)
def test_bare_hours(text: str, expected: list[str]) -> None:
    assert stops(text) == expected


GOALS = [
    (
        "Erik Holm left Muscat for Doha at 9 on 3 June and landed at 10:15.",
        ["depart Muscat 09:00", "arrive Doha 10:15"],
    ),
    ("Erik Holm left Muscat for Doha on 3 June. He arrived at noon.", ["depart Muscat 3", "arrive Doha 12:00"]),
    ("Erik Holm, a clerk, headed for Prague on 3 June. He arrived at noon.", ["arrive Prague 12:00"]),
    (
        "Anita Rao flew out of Mumbai for Dubai at 04:20 on 3 June and touched down at 06:10.",
        ["depart Mumbai 04:20", "arrive Dubai 06:10"],
    ),
    (
        "The yacht left Cowes for Cherbourg at 05:00 on 3 June with Jean Moll, a surgeon, aboard. It docked at 21:30.",
        ["depart Cowes 05:00", "arrive Cherbourg 21:30"],
    ),
    (
        "Jean Moll caught the ferry for Bastia in Nice on 3 June and disembarked at 22:00.",
        ["depart Nice 3", "arrive Bastia 22:00"],
    ),
    (
        "Jean Moll was in Nice on 3 June. That night she set off for Genoa; she was there by dawn.",
        ["at Nice 3", "depart Nice 3", "at Genoa 3"],
    ),
    (
        "Jean Moll left Nice at 08:00 on 3 June, bound for Genoa, and arrived at 12:15.",
        ["depart Nice 08:00", "arrive Genoa 12:15"],
    ),
    (
        "Jean Moll reached Nice at 10:00 on 3 June and took off for Tunis at noon.",
        ["arrive Nice 10:00", "depart Nice 12:00"],
    ),
]
NO_GOALS = [
    ("Jean Moll left Nice for Genoa on 3 June, turned back at the border and slept at home.", ["depart Nice 3"]),
    ("Jean Moll left Nice for Genoa on 3 June and arrived at a cousin's house at noon.", ["depart Nice 3"]),
    ("Jean Moll left Nice for Genoa on 3 June but landed in Pisa at 11:00.", ["depart Nice 3", "arrive Pisa 11:00"]),
    ("Jean Moll left Nice for Genoa on 3 June. Her luggage arrived on 5 June.", ["depart Nice 3"]),
    ("Jean Moll left Nice for Genoa on 3 June. Police arrived two hours later.", ["depart Nice 3"]),
    ("Jean Moll left Nice for Genoa on 3 June and has not arrived.", ["depart Nice 3"]),
    ("Jean Moll was due to leave Nice for Genoa on 3 June. She arrived late.", []),
    ("Jean Moll was in Nice on 3 June. Her brother left for Genoa the same night.", ["at Nice 3"]),
    ("Jean Moll was in Nice on 3 June and left her coat in a cafe.", ["at Nice 3"]),
    ("Jean Moll left Nice at 08:00 on 3 June for the coast. She arrived two hours later.", ["depart Nice 08:00"]),
]


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_arrivals_at_a_goal_named_before(text: str, expected: list[str]) -> None:
    assert stops(text) == expected


@pytest.mark.parametrize(("text", "expected"), NO_GOALS)
def test_goals_that_were_not_reached(text: str, expected: list[str]) -> None:
    assert stops(text) == expected
