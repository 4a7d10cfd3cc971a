"""A ClaimReview (schema.org) of a story, as fact-checkers publish it beside their article.

The rating is the grade in words and nothing else. A number on a scale from false to true is left out on purpose: that
travel speaks against a story is not that the story is false, and that travel allows it is not that it is true.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from wayproof.errors import InputError
from wayproof.show.grounds import References, quotes
from wayproof.show.report import CAUTION
from wayproof.show.wording import plain, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

CONTEXT: Final = "https://schema.org"

MEANINGS: Final = {
    "possible": "Travel does not refute it",
    "tight": "Travel makes it hard and does not refute it",
    "implausible": "Even a determined and lucky traveller could not have done it as told",
    "impossible": "Nobody could have travelled it as told",
    "unknown": "The times and places do not settle it",
}
"""What each grade says about a claim, and no more."""

ASKED: Final = re.compile(
    r"\ACould (?P<who>.+?) have (?P<deed>gone|come|been) (?P<rest>.+?)(?:, as the story tells)?\?\Z"
)
"""The question that opens a summary."""

TOLD: Final = {"gone": "went", "come": "came", "been": "was"}


def claim_review(record: Mapping[str, Any], *, author: str, url: str, reviewed: date) -> dict[str, Any]:
    """A record as a ClaimReview.

    Parameters
    ----------
    record
        ``Assessment.to_dict()``.
    author
        The organisation or person who publishes the review.
    url
        The address at which the review is published.
    reviewed
        The day of the review.

    Returns
    -------
    dict
        JSON-LD: ``reviewRating`` with the grade as ``alternateName`` and its rationale as ``ratingExplanation``,
        ``claimReviewed`` with what was claimed, ``citation`` with the sources, ``itemReviewed`` with the story.

    Raises
    ------
    InputError
        The author or the address is empty, or the record judges no journey.
    """
    for name, given in (("author", author), ("url", url)):
        if not plain(given):
            message = (
                f"a ClaimReview needs its {name}: the {name} given is empty. Say who publishes the review, and where."
            )
            raise InputError(message)
    if not record.get("itineraries"):
        message = "a ClaimReview needs a claim: no journey was found in the story. Give an itinerary, or another text."
        raise InputError(message)
    summary = [plain(one) for one in sentences(record["verdict"].get("summary"))]
    label = str(record["verdict"]["label"])
    review: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "url": url,
        "datePublished": reviewed.isoformat(),
        "author": {"@type": "Organization", "name": plain(author)},
        "claimReviewed": claim_of(summary[0]),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": f"{label.capitalize()}: {MEANINGS[label].lower()}",
            "ratingExplanation": " ".join(summary[1:]),
        },
        "reviewBody": _body(record, summary),
        "itemReviewed": _claim(record, summary[0]),
    }
    sources = [plain(line.partition("] ")[2]) for line in References(record).lines()]
    if sources:
        review["citation"] = sources
    return review


def claim_review_text(review: Mapping[str, Any]) -> str:
    """A ClaimReview as JSON that may stand in a ``<script>`` of a page: no text in it can end the script."""
    text = json.dumps(review, ensure_ascii=False, indent=2)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n"


def claim_of(question: str) -> str:
    """The question that opens a summary as the claim behind it: "Ada went from Alma to Belder."."""
    asked = ASKED.match(question)
    if asked is None:
        return question
    who = f"{asked['who'][:1].upper()}{asked['who'][1:]}"
    return f"{who} {TOLD[asked['deed']]} {asked['rest'].replace(' and gone on to ', ' and went on to ')}."


def _body(record: Mapping[str, Any], summary: list[str]) -> str:
    """The rationale with the words of the story that it rests on, and what the grade does not say."""
    found = [plain(one["text"]) for one in record.get("findings", ()) if one.get("grade")]
    said = [plain(one) for one in quotes(record)]
    parts = [
        *summary[1:],
        *(f"Found: {text}" for text in dict.fromkeys(found)),
        *(f"The story: {text}" for text in said),
    ]
    return " ".join([*parts, CAUTION])


def _claim(record: Mapping[str, Any], question: str) -> dict[str, Any]:
    """The claim, with the story in which it appears as far as that is known."""
    story = record.get("story") or {}
    work: dict[str, Any] = {"@type": "CreativeWork"}
    if story.get("title"):
        work["headline"] = plain(story["title"])
    if story.get("published"):
        work["datePublished"] = story["published"]
    claim: dict[str, Any] = {"@type": "Claim", "name": claim_of(question)}
    if story.get("published"):
        claim["datePublished"] = story["published"]
    if len(work) > 1:
        claim["appearance"] = work
    return claim
