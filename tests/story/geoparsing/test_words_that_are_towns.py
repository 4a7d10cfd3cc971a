"""Large towns whose names are everyday words and surnames too: places behind "in", and only there."""

import pytest

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def names(text: str) -> list[str]:
    found, _ = find_mentions(Story(text), open_world().gazetteer)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize("town", ["Hull", "Flint", "Warren", "Newton", "Garland", "Sparks", "Temple"])
def test_a_town_behind_a_preposition(town: str) -> None:
    assert town in names(f"Ida Ross left York on 5 June and was in {town} on 6 June.")


@pytest.mark.parametrize(
    "text",
    [
        "Warren left York on 5 June.",
        "Ida Newton left York on 5 June. The police spoke to Newton twice.",
        "He painted the Hull red and the deck white.",
    ],
)
def test_a_surname_or_a_word_is_none(text: str) -> None:
    assert not {"Warren", "Newton", "Hull"} & set(names(text))


@pytest.mark.parametrize(
    "text", ["It was written in pencil, in Spanish: out by noon.", "The letter, in Welsh, was lost."]
)
def test_a_language_is_no_town(text: str) -> None:
    found, _ = find_mentions(Story(text), open_world().gazetteer)
    assert [one.kind.value for one in found] == ["demonym"]


def test_a_town_called_like_a_language() -> None:
    assert "Spanish" in names("He was arrested in Spanish, Ontario, on Monday.")
