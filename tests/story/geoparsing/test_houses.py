"""Houses called after places are no stops; hotels and banks in places are."""

import pytest

from wayproof.story.geoparsing.mentions import MentionKind, find_mentions
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def kinds(text: str) -> dict[str, MentionKind]:
    return {one.text: one.kind for one in find_mentions(Story(text), open_world().gazetteer)[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She slept at the Hôtel de Paris.", "Paris"),
        ("In the bar of the Hotel Vienna he met a dealer.", "Vienna"),
        ("They dined at the Brasserie de Strasbourg.", "Strasbourg"),
        ("He was seen at the restaurant Shanghai.", "Shanghai"),
        ("A clerk of the Banque de Tunis saw him at the Pension Lausanne.", "Lausanne"),
        ("He went to the Cinema Madrid with his aunt.", "Madrid"),
    ],
)
def test_the_name_of_a_house_is_no_whereabouts(text: str, name: str) -> None:
    assert kinds(text).get(name) is not MentionKind.PLACE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She slept at a hotel in Paris.", "Paris"),
        ("He left the hotel. Vienna was asleep.", "Vienna"),
        ("They walked along the left bank of the Danube.", "Danube"),
        ("The cafe was full and Strasbourg was cold: he drove on to Nancy.", "Nancy"),
        ("He was seen at the Grand Hotel, Lausanne, on Monday.", "Lausanne"),
    ],
)
def test_a_house_in_a_place_leaves_the_place(text: str, name: str) -> None:
    assert kinds(text)[name] is MentionKind.PLACE
