"""Names that stand before their verb and tell only who its subject is: "a commentator from Norwich said"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_SOMEBODY = regex(r"\bof\s+(?:the\s+)?$|(?:\d|\b[A-Z][\w\u2019'-]+),?\s+from\s+(?:the\s+)?$")
"""Words that make a place tell who somebody is: "Thomas Quirke, 17, of Limerick, had ..."."""


_PARTED = regex(
    r"\b(?:an?|the|two|three|another|one)\s+(?:[\w-]+\s+){0,3}?(?P<noun>[a-z-]+)\s+(?:[a-z]+ed|born|known|held|sent|lost|left)\s+"
    r"(?:[a-z-]+\s+){0,3}?(?:in|at|near|from|to|off|outside)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""A participle that tells who acts: "a driver hired in X by a bakery left Y"."""


_FRONTED = regex(
    r"\W*(?:(?:and|but|then|so)\s+)?(?:in|at|on|near|outside|from|through|past|into|to|by|behind|under|over|across|off|out\s+of|down|up|"
    r"along|round|around)\s+(?:the|an?|his|her|its|their)\s+(?:(?!(?:the|an?|his|her|its|their)\b)[\w\u2019'-]+\s+){0,2}?"
    r"(?P<noun>[\w-]+)\s+(?:of|at|in|on|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""A phrase of place that stands before its clause, up to the name of the place."""


def is_in_subject(opening: str, prepositions: "Sequence[re.Match[str]]") -> bool:
    """Whether the words before the prepositions of a fronted name make it part of the subject."""
    fronted = _FRONTED.fullmatch(opening)
    if fronted is not None and person_noun(fronted["noun"]) is None:
        return False  # "Down the gangway at X came ...", "Through the gates of X rode ..."
    parted = _PARTED.search(opening)
    if _OF_SOMEBODY.search(opening) or (parted is not None and person_noun(parted["noun"]) is not None):
        return True
    lead = re.sub(
        (
            r"\b(?:and|but|then|from|later|there|by|at|about)\b|[\s,;:—\u2013()\d“”\"]|"
            r"\b[a-z]+\b(?=\s+(?:in|at|from|to|near|through))"
        ),
        "",
        opening[: prepositions[0].start()],
        flags=re.IGNORECASE,
    )
    # "A commentator from Norwich said": words before the preposition make the name part of the subject
    if re.search(r"[A-Za-z]", lead) and re.search(
        r"\b(?:an?|the|his|her|of|[A-Z]\w+)\s+[\w-]+\s+$", opening[: prepositions[-1].start()]
    ):
        return True
    noun_before = re.search(r"([\w-]+)\s+$", opening[: prepositions[-1].start()])
    if noun_before is None:
        return False
    word = noun_before.group(1).casefold()
    return word in _COLLECTIVES or word in journey_words("persons") or person_noun(word) is not None


_COLLECTIVES = frozenset(
    {"readers", "officials", "staff", "company", "firm", "police", "team", "people", "club", "residents"}
)
