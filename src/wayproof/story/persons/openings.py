"""What stands before the subject of a clause and is no part of it: datelines, joining words, phrases of place."""

from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.text.masked_text import PERSON, PLACE, TIME, Token
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import person_noun, vehicle_noun

if TYPE_CHECKING:
    from collections.abc import Sequence


@cache
def word_lists(*lists: str) -> frozenset[str]:
    """Lists of words/journeys.txt joined."""
    return frozenset().union(*map(journey_words, lists))


PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})

_NUMBERED = frozenset({"page", "chapter", "volume", "part", "act", "scene", "day", "stage", "leg", "lap", "week"})
"""Nouns whose number stands behind them: "on page four Ann Lee ..."."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "same"})

NUMBERS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "several",
        "some",
    ]
)

INDEFINITE = frozenset({"a", "an", "another", "one"}) | NUMBERS

OWNERS = frozenset({"his", "her", "their", "my", "our", "its", "your"})

_SUBORDINATORS = frozenset({"after", "before", "since", "until", "till", "as", "because"})

_ADVERBS_TOO = frozenset({"instead", "ahead", "apart"})
"""Words that open a phrase only with "of" behind them."""

_DASHES = frozenset({"\u2014", "\u2013", "-", "--"})

MARKS = frozenset(',;:()"\u201c\u201d') | _DASHES

_PARTICLES = frozenset({"out", "off", "up", "down", "back", "away", "on", "over", "round", "high", "deep", "far"})


def without_dateline(words: "Sequence[Token]") -> "Sequence[Token]":
    """What follows the dash of a dateline: "KAMPALA, May 3 (AP) — Two footballers ..."."""
    if words and words[0].text[0] == PLACE:
        dash = next((at for at, word in enumerate(words[:DATELINE_WORDS]) if word.text in _DASHES), None)
        return words if dash is None else words[dash + 1 :]
    heading = next((at for at, word in enumerate(words[:HEADING_WORDS]) if word.text == ":"), None)
    return words if heading is None or words[0].folded in PRONOUNS else words[heading + 1 :]


OPENING_WORDS = 40
"""Words of the longest opening before the comma that ends it."""

HEADING_WORDS = 5
"""Words of the longest heading before a colon: "Club statement: Our goalkeeper ..."."""

DATELINE_WORDS = 12
"""Words and marks of the longest dateline."""


def without_openings(words: "Sequence[Token]") -> "Sequence[Token]":
    """What is left without joining words, adverbs and phrases like "on the way to X"."""
    at = 0
    while at < len(words):
        word = words[at]
        folded = word.folded
        plain = folded not in INDEFINITE | OWNERS | DEFINITE | {"that"}
        clause = folded in _SUBORDINATORS and at + 1 < len(words) and words[at + 1].folded in PRONOUNS
        numbered = folded.isdigit() and at + 1 < len(words) and words[at + 1].text in MARKS
        led = at + 1 < len(words) and words[at + 1].folded in word_lists("prepositions") and folded in _PARTICLES
        if (
            led  # "Out of it", "Down from the hills"
            or word.text in MARKS
            or word.text[0] == TIME
            or clause
            or numbered
            or (folded in word_lists("leads") and folded not in word_lists("prepositions"))
        ):
            at += 1
        elif folded in _ADVERBS_TOO and at + 1 < len(words) and words[at + 1].folded != "of":
            at += 1  # "Instead his sons put him in a van"
        elif folded == "according" or folded in word_lists("prepositions") or (folded in word_lists("leads") and plain):
            at = _after_phrase(words, at)
        elif folded.endswith("ly") and person_noun(folded) is None:
            at += 1
        elif folded.endswith(("ing", "ed")) and _comma_after(words, at) is not None:
            at = (_comma_after(words, at) or at) + 1  # "Asked when he left, the man shook his head"
        elif (begun := _after_absolute(words, at)) > at:
            at = begun  # "Equipment and all, the party caught the train", "Bags in hand, the two set out"
        else:
            break
    return words[at:]


def _comma_after(words: "Sequence[Token]", at: int) -> int | None:
    reach = min(len(words) - 1, at + OPENING_WORDS)
    return next((index for index in range(at, reach) if words[index].text == ","), None)


def _is_aged(words: "Sequence[Token]", at: int, comma: int) -> bool:
    """Whether a name stands right before the comma, and its age behind it: "For her birthday | Ellen Ward, 90,"."""
    if comma - 1 <= at + 1 or comma + 1 >= len(words) or words[comma - 1].text[0] != PERSON:
        return False
    before = words[comma - 2]
    linked = before.folded in word_lists("prepositions", "leads") | DEFINITE | INDEFINITE | OWNERS
    return words[comma + 1].text.isdigit() and before.text.islower() and not linked


def _is_titled(words: "Sequence[Token]", index: int) -> bool:
    """Whether a title right behind a time or a place opens somebody's name: "On Monday | Captain Keller"."""
    word = words[index]
    title = word.text[0].isupper() and word.folded.rstrip(".") in journey_words("titles_of_travellers")
    return title and words[index + 1].text[0] == PERSON and words[index - 1].text[0] in {PLACE, TIME}


def _after_phrase(words: "Sequence[Token]", at: int) -> int:
    """Index after the phrase that a preposition at `at` opens."""
    reach = range(at + 1, min(len(words) - 1, at + OPENING_WORDS))
    after = next((index for index in reach if _is_titled(words, index)), None)
    if after is not None and not any(word.text == "," for word in words[at:after]):
        return after  # "On Monday Captain Keller flew out"
    named = at + 2 < len(words) and words[at + 1].text[0] in {PLACE, TIME}
    opens = PRONOUNS | DEFINITE | INDEFINITE | OWNERS
    if named and (words[at + 2].folded in opens or words[at + 2].text[0] == PERSON):
        return at + 2  # "From Vardø the schooner, which was new, turned about"
    comma = _comma_after(words, at)
    if comma is not None:
        return comma - 1 if _is_aged(words, at, comma) else comma + 1
    for index in range(at + 2, len(words)):
        word, before = words[index], words[index - 1]
        starts = (
            word.folded in PRONOUNS
            or word.folded in DEFINITE | {"a", "an", "his", "her", "their", "my", "another"}
            or word.text[0] == PERSON
        )
        linked = before.folded in word_lists("prepositions", "leads") | DEFINITE | INDEFINITE | OWNERS
        linked = linked and not (before.folded in NUMBERS and words[index - 2].folded in _NUMBERED)
        if starts and not linked and not (word.text[0] == PERSON and before.text[0].isupper()):
            return index
        if word.text[0] == PLACE and index == len(words) - 1 and not linked and before.text.islower():
            return index  # "To the older people | Victoria is a little port"
    return len(words)


ABSOLUTE_WORDS = 6
"""Words of the longest bare opening that is no subject."""


def _after_absolute(words: "Sequence[Token]", at: int) -> int:
    """Index after an opening that tells of a thing in passing, without an article; `at` where there is none."""
    comma = _comma_after(words[: at + ABSOLUTE_WORDS + 2], at)
    if comma is None or comma + 1 >= len(words):
        return at
    opening, word = words[at:comma], words[comma + 1]
    bare = all(
        one.text.isascii()
        and one.text.replace("-", "").isalpha()
        and (one.text.islower() or one is opening[0])
        and one.folded not in PRONOUNS
        and person_noun(one.folded) is None
        and not vehicle_noun(one.folded)
        for one in opening
    )
    opens = (
        word.folded in PRONOUNS | DEFINITE | NUMBERS | {"a", "an", "his", "her", "their", "my"}
        or word.text[0] == PERSON
    )
    said = opening[0].folded in DEFINITE | INDEFINITE | OWNERS | word_lists("nobody")
    return comma + 1 if bare and opens and not said else at
