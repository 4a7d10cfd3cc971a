from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from place_table import news_world
from wayproof.errors import InputError, UnknownPlaceError
from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import Toponym, resolve
from wayproof.story.text.document import Story
from wayproof.world.places import Kind

WORLD = news_world()


def settle(text: str, **overrides: str) -> tuple[Toponym, ...]:
    story = Story(text)
    mentions, _ = find_mentions(story, WORLD)
    return resolve(mentions, story, WORLD, overrides=overrides)[0]


def country_of(text: str, name: str) -> str | None:
    place = next(t.place for t in settle(text) if t.mention.text == name)
    assert place is not None
    return place.country


def test_without_context_the_best_known_bearer_is_meant() -> None:
    assert country_of("He flew to Paris.", "Paris") == "FR"


def test_the_region_that_follows_decides() -> None:
    paris, texas = settle("He drove to Paris, Texas.")
    assert (paris.place and paris.place.country, texas.place and texas.place.kind) == ("US", Kind.ADMIN1)
    assert paris.reason == "chosen because Texas is named right after it"


def test_names_near_by_and_a_region_named_elsewhere_decide() -> None:
    text = "She left Dallas, passed Greenville and was in Paris by eleven. The fair belongs to Texas as the heat does."
    found = {t.mention.text: t for t in settle(text)}
    assert all(found[name].place.country == "US" for name in ("Dallas", "Greenville", "Paris"))  # type: ignore[union-attr]
    assert "Texas is named" in found["Paris"].reason
    assert not found["Paris"].ambiguous


def test_a_state_is_told_from_a_country_by_its_towns() -> None:
    found = {
        t.mention.text: t.place
        for t in settle("She crossed into Georgia, saw Rome and Athens, and met a man from Macon.")
    }
    assert {name: place and place.country for name, place in found.items()} == {
        "Georgia": "US", "Rome": "US", "Athens": "US", "Macon": "US",
    }  # fmt: skip
    assert country_of("He flew to Georgia and on to Lithuania.", "Georgia") == "GE"


def test_a_city_outranks_the_area_of_its_name_unless_the_area_is_meant() -> None:
    (city,) = settle("He left Kaliningrad at dawn.")
    assert city.place is not None
    assert city.place.kind is Kind.CITY
    (oblast,) = settle("He left the Kaliningrad oblast at dawn.")
    assert oblast.place is not None
    assert oblast.place.kind is Kind.ADMIN1


def test_what_the_text_leaves_open_is_said_to_be_open() -> None:
    found = settle("One card says Santa Cruz, the other comes from San Antonio.")
    assert [t.ambiguous for t in found] == [True, True]
    assert all(t.place is not None and len(t.alternatives) == 3 for t in found)
    assert all("not settled" in t.reason for t in found)


def test_alternatives_are_ranked_with_the_chosen_first() -> None:
    (paris,) = settle("He flew to Paris.")
    assert paris.alternatives[0].place == paris.place
    scores = [candidate.score for candidate in paris.alternatives]
    assert scores == sorted(scores, reverse=True)


def test_the_user_decides() -> None:
    assert country_of("He went to Tripoli.", "Tripoli") == "LY"
    (tripoli,) = settle("He went to Tripoli.", Tripoli="Tripoli, Lebanon")
    assert tripoli.place is not None
    assert (tripoli.place.country, tripoli.reason, tripoli.ambiguous) == ("LB", "as given by the user", False)


def test_a_position_can_be_given_for_a_name_that_is_in_no_gazetteer() -> None:
    found = settle("He came to Zzyzx on foot.", Zzyzx="35.14,-116.1")
    assert [(t.mention.text, t.place and (t.place.lat, t.place.lon)) for t in found] == [("Zzyzx", (35.14, -116.1))]


def test_wrong_overrides_are_explained() -> None:
    with pytest.raises(UnknownPlaceError, match="Tripoli, LB"):
        settle("He went to Tripoli.", Tripoli="Tripoli, Georgia")
    with pytest.raises(UnknownPlaceError, match="lat,lon"):
        settle("He went to Tripoli.", Tripoli="Qqqqqqqq")
    with pytest.raises(InputError):
        settle("He went to Tripoli.", Tripoli="95.0,13.0")


def test_one_sense_per_text() -> None:
    found = [t for t in settle("He was born in Paris, Texas. He loves Paris.") if t.mention.text == "Paris"]
    assert [t.place and t.place.country for t in found] == ["US", "US"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Paris", "Texas", "Rome", "Georgia", "Athens", "Russian", "Washington", "Tripoli", ",", "in"]),
        max_size=25,
    )
)
def test_every_mention_is_resolved_or_listed(words: list[str]) -> None:
    story = Story(" ".join(words))
    mentions, _ = find_mentions(story, WORLD)
    toponyms, unresolved = resolve(mentions, story, WORLD)
    assert len(toponyms) + len(unresolved) == len(mentions)
    assert all(t.place == t.alternatives[0].place for t in toponyms)
