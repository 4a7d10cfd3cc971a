"""What a careful editor would ask about: read with the shipped gazetteer."""

from __future__ import annotations

import pytest

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import Toponym, resolve
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import open_gazetteer


def settled(text: str) -> dict[str, Toponym]:
    gazetteer = open_gazetteer()
    story = Story(text)
    mentions, _ = find_mentions(story, gazetteer)
    return {toponym.mention.text: toponym for toponym in resolve(mentions, story, gazetteer)[0]}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Washington", "US"),
        ("Paris", "FR"),
        ("London", "GB"),
        ("Tripoli", "LY"),
        ("Georgetown", "GY"),
        ("Alexandria", "EG"),
        ("Boston", "US"),
        ("Barcelona", "ES"),
        ("Georgia", "GE"),
        ("New York", "US"),
    ],
)
def test_a_name_with_one_bearer_far_above_the_others_is_settled_by_itself(name: str, country: str) -> None:
    found = settled(f"He arrived in {name} on Monday.")[name]
    assert found.place
    assert (found.place.country, found.ambiguous) == (country, False)


@pytest.mark.parametrize(
    "name", ["Springfield", "San José", "Victoria", "Hyderabad", "Cambridge", "Santa Cruz", "San Antonio", "Norwich"]
)
def test_a_name_with_comparable_bearers_is_open_by_itself(name: str) -> None:
    found = settled(f"He arrived in {name} on Monday.")[name]
    assert found.ambiguous
    assert "not settled" in found.reason
    assert len({candidate.place.id for candidate in found.alternatives}) > 1


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("President Doe left Washington at dawn and flew to Rzeszow in Poland.", "Washington", "US"),
        ("He flew from Bonn to Helsinki. A pilot from Norwich shrugged.", "Norwich", "GB"),
        ("He flew from Berlin to San Antonio.", "San Antonio", "US"),
        ("He flew from Frankfurt to Boston.", "Frankfurt", "DE"),
        ("He flew from Chicago to Springfield.", "Springfield", "US"),
        ("He flew from Karachi in Pakistan to Hyderabad.", "Hyderabad", "PK"),
        ("She flew from Sydney to Victoria.", "Victoria", "AU"),
    ],
)
def test_other_places_of_the_text_settle_a_name(text: str, name: str, country: str) -> None:
    found = settled(text)[name]
    assert found.place
    assert (found.place.country, found.ambiguous) == (country, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He drove from Seattle to Vancouver.", "Vancouver"),
        ("He flew from London to Victoria.", "Victoria"),
    ],
)
def test_comparable_bearers_that_the_text_does_not_tell_apart_stay_open(text: str, name: str) -> None:
    assert settled(text)[name].ambiguous


def test_a_government_that_speaks_fixes_no_place() -> None:
    found = settled("Washington said nothing. One card says Santa Cruz, the other comes from San Antonio.")
    assert found["Santa Cruz"].ambiguous
    assert found["San Antonio"].ambiguous
