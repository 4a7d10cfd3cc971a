"""Nouns for persons, vehicles and the things that betray where their owner is."""

import pytest

from wayproof.story.vocabulary.person_nouns import is_trace, person_noun, vehicle_noun


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("women", ("woman", True)),
        ("goalkeeper", ("goalkeeper", False)),
        ("deputies", ("deputy", True)),
        ("witnesses", ("witness", True)),
        ("couple", ("couple", True)),
        ("trombonist", ("trombonist", False)),
        ("co-driver", ("co-driver", False)),
        ("fishermen", ("fisherman", True)),
        ("checklist", None),
        ("German", None),
        ("letter", None),
        ("river", None),
        ("committee", None),
    ],
)
def test_nouns_for_persons(word, expected):
    assert person_noun(word) == expected


def test_vehicles_and_traces():
    assert vehicle_noun("trawlers")
    assert vehicle_noun("bus")
    assert not vehicle_noun("trawlerman")
    assert is_trace("telephone")
    assert not is_trace("telephonist")
