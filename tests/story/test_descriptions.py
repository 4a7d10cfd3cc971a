"""Travellers without a name: whom a story moves most."""

import pytest

from wayproof.story.descriptions import find_description, find_vessel, person_noun
from wayproof.story.document import Story

PLACES = ("Lyon", "Paris", "Oslo")


def described(text: str, find=find_description):
    at = sorted(text.find(name) for name in PLACES if name in text)
    found = find(Story(text, None, None), at)
    return None if found is None else (found.noun, found.many)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The courier left Lyon at dawn.", ("courier", False)),
        ("Two sisters were arrested in Lyon.", ("sisters", True)),
        ("Three witnesses place the banker in Paris at noon.", ("banker", False)),
        ("A man says he left Lyon on foot.", ("man", False)),
        ("A sergeant has asked for asylum in Oslo. The man would not say how he came.", ("sergeant", False)),
        ("“I left Lyon at six,” the trucker told a hearing.", ("trucker", False)),
        ("The trombonist flew from Lyon to Paris.", ("trombonist", False)),
        # nobody who travels
        ("A taxi driver dropped her in Lyon.", None),
        ("The smuggler's ledger was found in Lyon.", None),
        ("It shows how far a man can drive from Lyon.", None),
        ("A spokesman in Paris said no.", None),
    ],
)
def test_the_description_that_travels(text, expected):
    assert described(text) == expected


def test_a_vessel_can_be_the_traveller():
    text = "The icebreaker, which sailed from Oslo in May, reached the ice in June."
    assert described(text) is None
    assert described(text, find_vessel) == ("icebreaker", False)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("women", ("woman", True)),
        ("goalkeeper", ("goalkeeper", False)),
        ("deputies", ("deputy", True)),
        ("couple", ("couple", True)),
        ("checklist", None),
        ("German", None),
    ],
)
def test_nouns_for_persons(word, expected):
    assert person_noun(word) == expected
