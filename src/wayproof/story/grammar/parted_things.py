"""Things that are not where their owner is: "his luggage went to X", "her boots were made in Y"."""

import re

from wayproof.story.grammar.verbs import Verb
from wayproof.story.vocabulary.motion import MOVING
from wayproof.story.vocabulary.regexes import regex

_MADE_ELSEWHERE = frozenset(
    {
        "made",
        "manufactured",
        "designed",
        "tailored",
        "sewn",
        "built",
        "assembled",
        "produced",
        "invented",
        "cut",
        "forged",
        "engraved",
    }
)
"""What was done to a thing before it was anybody's."""
_LUGGAGE = regex(
    r"\b(?:luggage|baggage|suit-?cases?|bags?|trunks?|kit-?bags?|hold-?alls?|rucksacks?|crates?|skis|wheelchair|belongings|effects|possessions|"
    r"things|letters?|parcels?|hat-?box(?:es)?|case)\s+(?:\w+\s+){0,3}\Z",
    re.IGNORECASE,
)
"""What goes astray without its owner, up to the verb that tells where."""


def is_parted(text: str, low: int, first: Verb) -> bool:
    """Whether what is told of a thing is told of it alone, wherever its owner is."""
    if first.passive and first.form in _MADE_ELSEWHERE:
        return True
    return not MOVING.isdisjoint(first.motions) and _LUGGAGE.search(text, low, first.start) is not None
