"""Stops that no rule reads are taken for likely ones where what stands about them says so, and marked as such."""

import csv
import math
from datetime import date
from importlib.resources import files

import pytest

from wayproof.check import itineraries_of
from wayproof.story.itineraries.itinerary import Visit
from wayproof.story.journey.likely_stops import MOST_LIKELY, MOST_NAMED, NEEDED, NEEDED_ALONE
from wayproof.story.journey.stop_signs import BIAS, chance, worth
from wayproof.story.text.document import Story
from wayproof.story.vocabulary.lexicon import likely_points
from wayproof.world.atlas import open_world

LEFT = "Karin Novak left Graz on Monday 3 June and went south. "
END = " She was back at her desk on Friday."


def visits(text: str) -> tuple[tuple[Visit, ...], tuple[Visit, ...]]:
    """The visits that are told, and those that are likely."""
    told = itineraries_of(Story(text, None, date(2019, 6, 14)), open_world()).told
    likely = told.whole.visits if told.whole is not None else ()
    return told.visits, tuple(visit for visit in likely if visit.chance < 1.0)


@pytest.mark.parametrize(
    ("telling", "place"),
    [
        ("At half past nine on Tuesday the cabin door opened at Zagreb.", "Zagreb"),
        ("On Tuesday evening its wheels stopped turning in Zagreb, and she yawned.", "Zagreb"),
        ("By noon on Wednesday the clock over her head was that of the station at Ljubljana.", "Ljubljana"),
        ("On Wednesday morning the meter of the taxi stopped in Trieste.", "Trieste"),
        ("At eight on Tuesday rain drummed on her umbrella at Maribor.", "Maribor"),
    ],
)
def test_a_place_with_a_time_beside_the_traveller_is_likely(telling: str, place: str) -> None:
    told, likely = visits(LEFT + telling + END)
    assert [visit.place.name for visit in told] == ["Graz"]
    assert [visit.place.name for visit in likely] == [place]
    assert "likely" in likely[0].inferred
    assert 0.4 < likely[0].chance < 1.0


@pytest.mark.parametrize(
    "telling",
    [
        "A reader from Zagreb doubts that anybody would.",
        "The firm, whose owner lives in Ljubljana, has said nothing.",
        "Officials in Trieste declined to comment.",
        "Her lawyer, Peter Kranjc, is known in Maribor for his hats.",
        "A historian in Vienna, Dr Anna Berger, compares it with older journeys.",
        "It is quoted here from copies kept by a subscriber in Zagreb.",
        "The advertising council in Maribor has now watched the film eleven times.",
        "A sergeant who commands the last post on the road, at Spielfeld, quarrels with that.",
        "A museum in Trieste has since printed her story.",
    ],
)
def test_what_others_are_and_say_elsewhere_makes_no_stop(telling: str) -> None:
    assert visits(f"{LEFT}{END}\n\n{telling}")[1] == ()


@pytest.mark.parametrize(
    "telling",
    [
        "Her rival Petra Vogel, who set off that week by bus with nine hours at the frontier at Spielfeld, envied her.",
        "Otto Lang, the other driver, slept on Tuesday in a barn near Maribor.",
        "Her sister Ilse Novak had come on Tuesday by way of Ljubljana.",
        "Petra Vogel waited six hours at Spielfeld on Tuesday.",
    ],
)
def test_where_somebody_else_went_makes_no_stop(telling: str) -> None:
    told, likely = visits(LEFT + telling + END)
    assert [visit.place.name for visit in told] == ["Graz"]
    assert likely == ()


def test_what_is_told_stays_as_it_is() -> None:
    told, _ = visits(LEFT + "At half past nine on Tuesday the cabin door opened at Zagreb." + END)
    plain, none = visits(LEFT + END)
    assert told == plain
    assert none == ()


def test_the_name_of_a_clock_is_no_stop() -> None:
    _, likely = visits(LEFT + "At 9:57 on Tuesday, Tokyo time, the lights went out over her head in Zagreb." + END)
    assert "Tokyo" not in {visit.place.name for visit in likely}


def test_a_list_of_places_is_no_journey_of_likely_stops() -> None:
    towns = [
        "Zagreb",
        "Ljubljana",
        "Trieste",
        "Maribor",
        "Rijeka",
        "Udine",
        "Pula",
        "Klagenfurt",
        "Split",
        "Zadar",
        "Salzburg",
    ]
    rain = "".join(f" On Tuesday {hour}:00 the rain reached her shoes at {town}." for hour, town in enumerate(towns, 8))
    assert len(visits(LEFT + rain + END)[1]) <= MOST_LIKELY


def test_a_text_with_hundreds_of_names_is_no_tale_of_one_journey() -> None:
    rain = "".join(f" On Tuesday {at % 24}:00 the rain reached her shoes at Zagreb." for at in range(MOST_NAMED))
    assert visits(LEFT + rain + END)[1] == ()


def test_points_and_chances() -> None:
    table = likely_points()
    assert 0.0 < table[NEEDED] < table[NEEDED_ALONE]
    assert table["time of the clock"] > 0.0
    assert all(math.isfinite(points) for points in table.values())
    assert chance(0.0) == pytest.approx(0.5)
    assert worth([BIAS, "no such sign"], table) == table[BIAS]
    text = (files("wayproof.story.vocabulary") / "words" / "likely_stops.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(line for line in text.splitlines() if not line.startswith("#")))
    assert len(rows) - 1 == len(table)
