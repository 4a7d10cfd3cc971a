"""Forms in -s that can be the plural of a noun, or stand in a headline: "he coasts into X", "the coasts of X"."""

import re

from wayproof.story.grammar.numbered_papers import is_numbered
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex

_BEHIND_SUBJECT = regex(
    r"\b(?:he|she|it|who|which|that|one|then|now|soon|never|always|again|next|\w+ly)\s+\Z|"
    r"\b(?:he|she|it|who)\s[^.;:!?\n]{0,160}?(?:\band|,|\bthen|\bbut)\s+(?:then\s+|later\s+|soon\s+)?\Z",
    re.IGNORECASE,
)
"""Words behind which such a form is a verb."""
_NAMED = regex(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?\b[A-Z\u00c0-\u017d][\w\u2019'-]*[a-z],?\s+\Z")
_GOES = regex(
    r"\s+(?:into|to|through|over|across|out|off|up|down|back|on|past|along|from|ashore|aboard|away|round|around|towards?|in\s+at|"
    r"him|her|them|me|us|his|their)\b"
)
"""What tells a verb from a plural behind a name: "Gorman coasts into X"."""
_HEADLINE = regex(r"\s*[^\n]{0,118}[^\s.!?\u201d\"][^\S\n]*\n\s*?\n\s*(?=\S)")
_BEHIND_NOUN = regex(
    r"(?:\b(?:the|an?|its|his|her|their|one|this|that|another)\s+|['\u2019]s\s+)(?:[\w-]+\s+){0,2}[\w-]*[a-rt-z]\s+\Z",
    re.IGNORECASE,
)
_TAKES_OBJECT = regex(r"\s+(?:an?|the|him|her|them|his|their|two|three|four|Mr|Mrs|Ms|Miss)\b(?!\s+of\b)")
_FOLLOWS = frozenset({"follows", "traces", "tracks", "accompanies", "pursues"})
_NAME = regex(r"\s+[A-Z]")
HEADLINE_CHARACTERS = 120
SUBJECT_CHARACTERS = 200
"""Characters before a form in which its subject stands."""


def is_plural(text: str, start: int, end: int, form: str) -> bool:
    """Whether a listed form in -s names things where it stands, and tells of no deed."""
    several = form in journey_words("present_of_several_words")
    if not several and form not in journey_words("present_or_plural"):
        return False
    if start < HEADLINE_CHARACTERS and (headline := _HEADLINE.match(text)) and start < headline.end():
        return True
    if several:
        return False
    if is_numbered(text, start, end, form):
        return False
    low = max(0, start - SUBJECT_CHARACTERS)
    takes = _TAKES_OBJECT.match(text, end) or (form in _FOLLOWS and _NAME.match(text, end))
    # "the newsletter follows a notary", "the river circles the town"
    if _BEHIND_SUBJECT.search(text, low, start) or (takes and _BEHIND_NOUN.search(text, low, start)):
        return False
    return _NAMED.search(text, low, start) is None or _GOES.match(text, end) is None
