"""A ClaimReview says the grade in words and never "true" or "false"."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from show.journeys import hostile
from wayproof.errors import InputError
from wayproof.show.claim_review import MEANINGS, claim_of, claim_review, claim_review_text

DAY = date(2024, 5, 6)
BY = {"author": "The Daily Check", "url": "https://example.org/checks/1", "reviewed": DAY}


def test_the_fields_that_readers_of_reviews_ask_for(record: dict[str, Any]) -> None:
    review = claim_review(record, **BY)
    assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
    assert review["author"] == {"@type": "Organization", "name": "The Daily Check"}
    assert (review["url"], review["datePublished"]) == ("https://example.org/checks/1", "2024-05-06")
    assert review["claimReviewed"]
    assert review["itemReviewed"]["appearance"]["headline"] == "An officer crosses over"
    assert review["reviewRating"]["ratingExplanation"]
    assert len(review["citation"]) == len(set(review["citation"])) > 0


@pytest.mark.parametrize("label", sorted(MEANINGS))
def test_the_rating_is_the_grade_and_no_number(label: str, record: dict[str, Any]) -> None:
    record["verdict"]["label"] = label
    rating = claim_review(record, **BY)["reviewRating"]
    assert rating["alternateName"].startswith(label.capitalize())
    assert not {"ratingValue", "bestRating", "worstRating"} & set(rating)
    assert not {"true", "false"} & set(rating["alternateName"].lower().split())


def test_it_says_what_a_grade_does_not_say(record: dict[str, Any]) -> None:
    assert "not that it is true" in claim_review(record, **BY)["reviewBody"]


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Could Ada have gone from Alma (3 Aug) to Belder?", "Ada went from Alma (3 Aug) to Belder."),
        ("Could Ada have come to A and gone on to B, as the story tells?", "Ada came to A and went on to B."),
        ("Could the traveller have been in Alma?", "The traveller was in Alma."),
        ("The story tells of no journey.", "The story tells of no journey."),
    ],
)  # fmt: skip
def test_the_question_becomes_a_claim(question: str, claim: str) -> None:
    assert claim_of(question) == claim


@pytest.mark.parametrize("missing", ["author", "url"])
def test_what_is_missing_is_named(missing: str, record: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=missing):
        claim_review(record, **{**BY, missing: " "})


def test_without_a_journey_there_is_no_claim(record: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="no journey"):
        claim_review({**record, "itineraries": []}, **BY)


def test_no_text_of_the_story_can_end_a_script() -> None:
    text = claim_review_text(claim_review(hostile(), **BY))
    assert "<" not in text
    assert json.loads(text)["@type"] == "ClaimReview"
