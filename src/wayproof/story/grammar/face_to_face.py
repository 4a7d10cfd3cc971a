"""What is said to somebody at hand where a place opens the clause: "In X he asked a priest for water"."""

from typing import TYPE_CHECKING

from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_SAYS = frozenset(
    {
        "asked",
        "asks",
        "begged",
        "told",
        "thanked",
        "implored",
        "persuaded",
        "bribed",
        "consulted",
        "questioned",
        "argued with",
        "talked to",
        "spoke to",
    }
    | {
        "assured",
        "warned",
        "informed",
        "promised",
        "complained to",
        "apologised to",
        "confessed to",
        "showed",
        "explained to",
        "talked",
    }
)
_PLACE_OPENS = regex(
    r"(?:\A|[.;:!?]\s+|\n|\b(?:and|but|then)\s+)(?:In|At|Near|Outside|in|at|near|outside)\s+(?:the\s+)?[A-Z][^.;:!?]{1,60}?,?\s+(?:he|she|they|I|we)\s+"
    r"(?:(?:then|also|twice|again|\w+ly)\s+)?\Z"
)
_TO_WHOM = regex(
    r"\s+(?:(?:an?|the|his|her|their|some|two|three|one|another)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z-]+)\b|"
    r"(?:the\s+way|directions|for\s+(?:the\s+way|directions|help|water|bread|shelter|a\s+(?:bed|lift|light|room|doctor)))\b)"
)
LONGEST_LEAD = 100
"""Characters before a verb in which the place stands that opens its clause."""
_AFAR = frozenset(
    {
        "court",
        "judge",
        "minister",
        "president",
        "government",
        "bank",
        "lawyer",
        "king",
        "queen",
        "pope",
        "editor",
        "publisher",
        "public",
    }
)


def says_to_face(text: str, verb: "Verb") -> bool:
    """Whether somebody says something to a person at hand, in a clause that a place opens."""
    if verb.form not in _SAYS or verb.passive or verb.doubtful:
        return False
    whom = _TO_WHOM.match(text, verb.end)
    if whom is None or _PLACE_OPENS.search(text, max(0, verb.start - LONGEST_LEAD), verb.start) is None:
        return False
    noun = whom["noun"]
    return noun is None or (person_noun(noun) is not None and noun not in _AFAR)
