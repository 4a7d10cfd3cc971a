"""Names with small words in them, and their short forms, on the shipped gazetteer."""

import pytest

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import resolve
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import open_gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


def places(text, gazetteer):
    story = Story(text)
    toponyms, _ = resolve(find_mentions(story, gazetteer)[0], story, gazetteer)
    return {top.mention.text: (top.place.name, top.place.country) for top in toponyms}


@pytest.mark.parametrize(
    ("text", "mention", "place"),
    [
        ("He boarded the boat train at Victoria station in London.", "Victoria station", ("Victoria Station", "GB")),
        ("A taxi dropped him near the Gare du Nord in Paris.", "Gare du Nord", ("Gare du Nord", "FR")),
        ("The police station in Leeds was shut.", "Leeds", ("Leeds", "GB")),
    ],
)
def test_small_words_belong_to_a_name_that_is_known_with_them(text, mention, place, gazetteer):
    assert places(text, gazetteer)[mention] == place


def test_the_first_word_of_a_city_that_was_named_in_full_means_that_city(gazetteer):
    found = places("The flight from Addis Ababa landed in Asmara. It had left Addis shortly after ten.", gazetteer)
    assert found["Addis"] == found["Addis Ababa"] == ("Addis Ababa", "ET")


def test_a_better_known_place_keeps_its_name_beside_a_longer_one(gazetteer):
    found = places("She went from Panama City to the far end of Panama.", gazetteer)
    assert found["Panama"] == ("Panama", "PA")
