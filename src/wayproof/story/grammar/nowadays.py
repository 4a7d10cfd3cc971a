"""What a clause tells of today or of all days: "is at present on a train to X", "goes there every week"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb

_NOW = regex(
    r"\b(?:at\s+present|currently|at\s+the\s+moment|at\s+this\s+moment|these\s+days|nowadays|for\s+the\s+time\s+being|at\s+the\s+time\s+of\s+writing|"
    r"as\s+we\s+go\s+to\s+press|is\s+(?:now\s+)?believed\s+to\s+be|is\s+(?:now\s+)?said\s+to\s+be)\b",
    re.IGNORECASE,
)
_OFTEN = regex(
    r"\b(?:every|each)\s+(?:(?:few|other|second|third|two|three|four|five|six|single|\d+)\s+)?(?:days?|weeks?|months?|years?|mornings?|evenings?|nights?|"
    r"weekends?|summers?|winters?|springs?|autumns?|seasons?|\w+days?)\b|\b(?:once|twice|\w+\s+times)\s+(?:a|an|every|each)\s+(?:day|week|month|year|season|"
    r"summer|winter)\b|\b(?:always|usually|regularly|often|normally|sometimes|as\s+a\s+rule|when\s+the\s+weather\s+allows)\b",
    re.IGNORECASE,
)
_IS = frozenset({"is", "are", "'s"})
"""Verbs of where somebody is while the story is told."""


def is_of_today(text: str, clause: "Clause", verb: "Verb") -> bool:
    """Whether a clause in the present tells where somebody is now, or what they do time and again."""
    low, high = clause.start, clause.end
    present = verb.form in _IS or (verb.form.endswith("s") and verb.form not in {"was", "has", "does"})
    if not present or verb.passive or verb.perfect or verb.infinitive:
        return False
    if _NOW.search(text, low, high) is not None:
        return True
    goes = bool((MOVING | {Motion.STAY}) & set(verb.motions))
    return goes and verb.form not in _IS and _OFTEN.search(text, low, high) is not None
