"""Single names of two people who are told of together: "Karim, the elder, flew", "the Lund brothers ... Otto says"."""

import re

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.lexicon import word_list
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

_OF_TWO = regex(
    r"\b([A-Z\u00c0-\u017d][a-z\u00df-\u017e]{2,}),\s+(?:(?:the|his|her|their|who\s+is\s+the)\s+)?(?:the\s+)?"
    r"(?:elder|older|younger|eldest|youngest|taller|shorter|first-born|other)\b"
    r"(?:\s+(?:of\s+(?:the\s+)?(?:two|three|pair|brothers|sisters|twins)|brother|sister|one|twin|cousin|son|daughter|man|woman|girl|boy))?\s*,"
)
"""A name with what tells its bearer from the other: "Karim, the elder,"."""
_PAIR = regex(
    r"\b(?:the|two|both)\s+(?:two\s+)?(?:(?-i:[A-Z])[\w\u2019'-]+\s+)?(?:brothers|sisters|twins|cousins|siblings|sisters-in-law|brothers-in-law)\b",
    re.IGNORECASE,
)
"""Kin of whom a story tells together."""
_TELLS = regex(
    r"(?:(?<=[.!?:;]\s)|(?<=\n)|(?<=[\"\u201d]\s)|\A)([A-Z\u00c0-\u017d][a-z\u00df-\u017e]{2,})(?:['\u2019]s\s+(?:version|account|story|tale|statement|declaration|"
    r"memory|evidence|testimony|route|journey|way)\b|"
    r"\s+(?:tells?|told|says?|said|insists?|insisted|maintains?|maintained|swears?|swore|remembers|remembered|recalls?|recalled|claims|claimed|denies|denied|"
    r"admits|admitted|drove|went|took|flew|walked|rode|sailed|preferred|chose|came|left|set\s+(?:out|off)|travelled|had\s+(?:taken|gone|flown|driven|left|come))\b)"
)
"""A name that opens a sentence, and what only a person does."""


def names_of_two(text: str) -> set[str]:
    """Single words that name one of two people whom the text tells apart or tells of as kin."""
    found = {match.group(1) for match in _OF_TWO.finditer(text)}
    if found or _PAIR.search(text):
        found |= {match.group(1) for match in _TELLS.finditer(text)}
    return {word for word in found if _is_name(word.casefold())}


def _is_name(word: str) -> bool:
    """Whether a folded word is no noun, no title and nothing that opens a sentence."""
    known = journey_words("no_names") | journey_words("titles_of_travellers") | journey_words("nobody")
    if word in known or person_noun(word) is not None:
        return False
    return word in word_list("given_names") or word not in word_list("common_words")
