"""Place names as newspapers write them, read with the shipped gazetteer."""

from __future__ import annotations

import pytest

from wayproof.story.geoparsing.mentions import MentionKind, find_mentions
from wayproof.story.geoparsing.toponyms import Toponym, resolve
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import open_gazetteer
from wayproof.world.places import Kind


def read(text: str) -> dict[str, Toponym]:
    gazetteer, story = open_gazetteer(), Story(text)
    return {t.mention.text: t for t in resolve(find_mentions(story, gazetteer)[0], story, gazetteer)[0]}


def where(text: str, name: str) -> tuple[str | None, str | None]:
    place = read(text)[name].place
    assert place is not None
    return place.country, place.admin1 or place.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two boys found unharmed. HURRICANE, W.Va. - Deputies found the two. Hurricane police helped.", "Hurricane"),
        ("A Chapin man was hurt on Sunday.", "Chapin"),
        ("Police arrested Ann Example, 41, of Ten Mile.", "Ten Mile"),
        ("Within a year in Los Angeles Trapani had a studio.", "Los Angeles"),
        ("The Sri Lankan government said so.", "Sri Lankan"),
        ("A flight from Gander to JFK was late.", "JFK"),
        ("Passengers were taken to St. John's. Another plane landed.", "St. John's"),
    ],
)
def test_names_that_need_their_surroundings_are_found(text: str, name: str) -> None:
    assert name in read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Andrew Trapani makes films. Trapani said he was tired. Trapani's studio is small.", "Trapani"),
        ("Man accused of threats. A man was held.", "Man"),
        ("They leaned on a Jeep Cherokee.", "Cherokee"),
        ("The fruit goes to VerDi, the importer.", "VerDi"),
        ("They met at the Wal-Mart.", "Wal"),
        ("The cleric Muqtada al-Sadr spoke.", "Sadr"),
        ("Jordan said he would appeal.", "Jordan"),
        ("She lives at Cumberland Farms.", "Cumberland"),
    ],
)
def test_names_that_are_something_else_are_left_alone(text: str, name: str) -> None:
    assert name not in read(text)


def test_a_dateline_may_follow_a_headline() -> None:
    found = read("Clinton couple faces charges. CLINTON — A town couple was arrested.")
    assert found["CLINTON"].mention.kind is MentionKind.DATELINE


BANK = "The bank moves staff from London to Frankfurt and Paris, said an analyst in Evanston, Ill."


@pytest.mark.parametrize(
    ("text", "name", "country", "region"),
    [
        # a county and its town hold each other
        ("Huntsville's mayor spoke. Walker County hired two men, New Waverly one.", "Huntsville", "US", "Texas"),
        ("All of Paris and Henry County will be asked, a man in Paris said.", "Paris", "US", "Tennessee"),
        # a state by its office
        ("Former New York Gov. Doe spoke.", "New York", "US", "New York"),
        # cities known everywhere stand together, whatever villages bear their names near a town of the text
        (BANK, "Paris", "FR", None),
        (BANK, "Frankfurt", "DE", None),
        # but not where the text may speak of the state of those villages
        ("She crossed into Georgia, saw Rome and Athens, and met a man from Macon.", "Athens", "US", "Georgia"),
    ],
)  # fmt: skip
def test_names_hold_each_other(text: str, name: str, country: str, region: str | None) -> None:
    found = where(text, name)
    assert found[0] == country
    assert region is None or found[1] == region


def test_names_before_counties_are_counties() -> None:
    found = read(
        "Damage was reported in Harvey, Harper and Kingman counties. Wichita was spared, and all of Kansas slept."
    )
    assert {name: found[name].place.kind for name in ("Harvey", "Harper", "Kingman")} == dict.fromkeys(  # type: ignore[union-attr]
        ("Harvey", "Harper", "Kingman"), Kind.ADMIN2
    )


def test_a_town_of_a_list_is_no_county_about_its_neighbour() -> None:
    found = read("Armories opened in Dodge City, Great Bend, Hutchinson, Kingman, Larned and Pratt in Kansas.")
    place = found["Kingman"].place
    assert (place and place.kind, place and place.admin1) == (Kind.CITY, "Kansas")


def test_a_body_that_villages_bear_the_name_of_is_no_village() -> None:
    assert "Red Cross" not in read("The Red Cross opened a shelter in Waterbury.")


def test_a_text_in_capitals_has_places_too() -> None:
    found = read("HE LEFT PARIS FOR LONDON ON MONDAY AND REACHED VILNIUS BY TRAIN. MAN FROM KALININGRAD HELD")
    kinds = {name: toponym.mention.kind for name, toponym in found.items()}
    assert kinds == dict.fromkeys(("PARIS", "LONDON", "VILNIUS", "KALININGRAD"), MentionKind.PLACE)
