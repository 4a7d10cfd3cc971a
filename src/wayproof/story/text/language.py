"""Whether a text is English: the grammar of motion and time knows no other language, and must say so."""

from __future__ import annotations

from typing import Final

from wayproof.story.vocabulary.regexes import regex

FUNCTION_WORDS: Final = frozenset(
    {
        "a",
        "after",
        "an",
        "and",
        "as",
        "at",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "he",
        "her",
        "his",
        "in",
        "is",
    }
    | {"it", "not", "of", "on", "she", "that", "the", "their", "they", "to", "was", "were", "who", "with"}
)
"""Words that stand in nearly every English sentence and, together, in those of no other language."""

ENGLISH_SHARE: Final = 0.15
"""The least share of these words in English prose: news has 0.3 to 0.45, notes and lists of dates about 0.2."""

FEWEST_WORDS: Final = 12
"""A text with fewer words shows no language."""

SAMPLE_WORDS: Final = 2000
WORD: Final = regex(r"[^\W\d_]+")

NOT_ENGLISH: Final = (
    "The text does not read as English: place names were looked up in its own language, but dates and journeys are "
    "only understood in English. Give the itinerary by hand, or a translation."
)


def reads_as_english(text: str) -> bool:
    """Whether the share of English function words is that of English prose; True for texts too short to tell."""
    words = [match[0].lower() for match, _ in zip(WORD.finditer(text), range(SAMPLE_WORDS), strict=False)]
    if len(words) < FEWEST_WORDS:
        return True
    return sum(word in FUNCTION_WORDS for word in words) >= ENGLISH_SHARE * len(words)
