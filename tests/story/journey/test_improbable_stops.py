"""What reads like a stop and is none by the words about it is left out and listed; what is told plainly stays."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.geoparsing.unresolved import STOP
from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey import improbable_stops
from wayproof.story.journey.improbable_stops import IMPROBABLE, NEEDED, probable, set_aside
from wayproof.story.journey.sightings import Sighting
from wayproof.story.journey.stop_signs import scene_of
from wayproof.story.journey.tellings import read_told
from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story
from wayproof.story.vocabulary.lexicon import told_points
from wayproof.world.atlas import open_world

TOLD = (
    "Karin Novak left Graz at nine on Monday 3 June, changed trains at Maribor at eleven and was in Zagreb by two in "
    "the afternoon.\n\n"
)


def read(text: str) -> tuple[list[str], list[str]]:
    """The names of the stops, and the words of what was set aside."""
    told = itineraries_of(Story(text, published=date(2019, 6, 14)), open_world()).told
    return [one.place.name for one in told.visits], [one.text for one in told.unsettled if one.kind == STOP]


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("She is on holiday in Madeira.", "Madeira"),
        ("A colleague says that she has gone to Doha to train.", "Doha"),
        ("Her next journey, she says, takes her to Bogotá.", "Bogotá"),
    ],
)
def test_later_fates_in_the_comment_are_no_stops(comment: str, name: str) -> None:
    stops, aside = read(TOLD + comment)
    assert stops == ["Graz", "Maribor", "Zagreb"]
    assert aside == [name]


@pytest.mark.parametrize(
    "ending",
    [
        "On Wednesday 5 June she flew on to Athens and landed there at noon.",
        "At six that evening she crossed into Bosnia and Herzegovina at Gradiška.",
        "At eight she was arrested in Karlovac.",
    ],
)
def test_what_is_told_with_its_time_stays(ending: str) -> None:
    stops, aside = read(TOLD + ending)
    assert len(stops) > len(["Graz", "Maribor", "Zagreb"])
    assert aside == []


def test_a_land_that_is_passed_through_stays() -> None:
    text = "Karin Novak left Graz by car at nine on Monday 3 June, drove through Croatia and was in Sarajevo at ten."
    assert read(text)[0] == ["Graz", "Croatia", "Sarajevo"]


def test_what_is_set_aside_is_said() -> None:
    told = itineraries_of(Story(TOLD + "She is on holiday in Madeira.", published=date(2019, 6, 14)), open_world()).told
    assert [one.reason for one in told.unsettled if one.kind == STOP] == [IMPROBABLE]


def test_nothing_is_said_of_the_land_of_a_stop_that_stays() -> None:
    story = Story("She was in Zagreb, in Croatia and in Portugal.", published=date(2019, 6, 14))
    clause = Clause(0, len(story.text), 0, 0, "", (), Subject.TRAVELLER, quoted=False, object_is_traveller=False)
    named = itineraries_of(story, open_world()).toponyms
    sightings = tuple(Sighting(top, Event.AT, clause, None, "at") for top in named)
    assert [one.toponym.mention.text for one in sightings] == ["Zagreb", "Croatia", "Portugal"]
    assert [one.text for one in set_aside(sightings, sightings[:1])] == ["Portugal"]


def test_a_single_stop_is_never_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Nobody has seen Karin Novak for a year.\n\nShe was in Madeira, a neighbour thinks."
    story = Story(text, published=date(2019, 6, 14))
    times = find_times(story)
    scene = scene_of(read_told(story, itineraries_of(story, open_world()).toponyms, times), times)
    assert [one.toponym.mention.text for one in probable(scene)] == ["Madeira"]
    monkeypatch.setattr(improbable_stops, "FEWEST", 1)
    assert probable(scene) == ()


def test_points_tell_for_and_against() -> None:
    table = told_points()
    assert table[NEEDED] < 0.0
    assert min(table.values()) < 0.0 < max(table.values())
