"""Small words inside names, numbers and feasts behind them, and everyday words behind a vehicle."""

import pytest

from wayproof.check import itineraries_of
from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def names(text: str) -> list[str]:
    found, _ = find_mentions(Story(text), open_world().gazetteer)
    return [text[one.start : one.end] for one in found]


def meant(text: str) -> dict[str, str]:
    """Each name of a text with the place it stands for and its country."""
    found = itineraries_of(Story(text), open_world()).toponyms
    return {one.mention.text: f"{one.place.name}, {one.place.country}" for one in found if one.place}


@pytest.mark.parametrize(
    "town",
    [
        "Pointe-à-Pitre",
        "Mazar-i-Sharif",
        "Deir ez-Zor",
        "Île-à-la-Crosse",
        "Trois-Rivières",
        "Tizi Ouzou",
        "Umm ar-Rasas",
        "Pont-à-Mousson",
    ],
)
def test_a_small_word_between_hyphens(town: str) -> None:
    assert town in names(f"Ida Ross left Paris on 5 June and was in {town} on 9 June.")


def test_single_capitals_tied_by_a_hyphen_are_no_name() -> None:
    assert "D-W. Va" not in names("Senator Joe Byrd, D-W. Va., spoke on Monday.")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("She rode the railcar to Gore, where she spent two nights.", "Gore"),
        ("He drove it as far as Price and lay down for a minute.", "Price"),
        ("They took a minibus to Deal and slept.", "Deal"),
        ("He walked as far as Hope that day.", "Hope"),
        ("They drove the lorry to Sale and sold it.", "Sale"),
    ],
)
def test_an_everyday_word_behind_a_vehicle(text: str, town: str) -> None:
    assert town in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "She began at Temple 88, near Sanuki, in March.",
        "She rang the bell at Temple 1, Naruto.",
        "They led it out of Pakse on All Saints' Day.",
        "He came to Hull on All Saints' Eve.",
        "It was as far as Price could tell a good year.",
    ],
)
def test_numbers_and_feasts(text: str) -> None:
    assert not {"Temple", "All Saints", "Price"} & set(names(text))


def test_a_number_of_minutes_leaves_the_town() -> None:
    assert "Reading" in names("The train left Reading 40 minutes late.")


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("He spoke in the rain at London Airport on Thursday.", "London Airport", "London Heathrow Airport, GB"),
        ("At Reggio, off the ferry from Messina, he bought a hat.", "Reggio", "Reggio Calabria, IT"),
        ("From Whitehorse she drove to Dawson on Friday.", "Dawson", "Dawson City, CA"),
        ("He took the train from Atlanta, Georgia, to Dawson.", "Dawson", "Dawson, US"),
        ("He passed the South Pole on 19 December and skied to Scott Base.", "South Pole", "South Pole, None"),
        ("The boat lay in the lee of Nairai, bound from Suva to Koro.", "Nairai", "Nairai, FJ"),
        ("They landed at Los Rodeos from Las Palmas.", "Los Rodeos", "Tenerife Norte Airport, ES"),
    ],
)
def test_what_is_meant(text: str, name: str, place: str) -> None:
    assert meant(text)[name] == place
