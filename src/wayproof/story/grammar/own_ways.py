"""Ways of others that have to do with the traveller and are not theirs: "his mother had flown to X to fetch him"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.motion import MOVING
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb

_ON_ITS_WAY = regex(
    r"(?:\s+(?:back|down|up|over|out|on|off|away|home|again|straight|directly|ahead|overland|together|alone|all\s+the\s+way|\w+ly|"
    r"by\s+(?:train|car|bus|coach|taxi|boat|sea|air|road|rail|ferry|night)))*"
    r"\s+(?:to|into|in|at|as\s+far\s+as|from|through|via|for|towards?|out\s+of|over|across)\b[^,;]*\Z",
    re.IGNORECASE,
)
"""What stands between a verb of going and a place where nobody else is taken there."""
_WHOM = r"(?:him|her|them|me|us|(?-i:[A-Z])[\w\u2019'-]+|the\s+[a-z-]+)"
_AFTER_THEM = regex(
    rf"\b(?:(?:in\s+order\s+)?to\s+(?:\w+ly\s+)?(?:meet|fetch|collect|find|look\s+for|search\s+for|bring|greet|welcome|join|see|visit|nurse|identify|"
    rf"claim|pick\s+up|take|receive|arrest|rescue|help|bury|wait\s+for|plead\s+with|reason\s+with|talk\s+to|speak\s+to|ask|stop|save|free|defend|"
    rf"interview|photograph|surprise|await|intercept|retrieve|recover|relieve|replace|support|watch|hear|marry|thank)\b|"
    rf"in\s+(?:search|pursuit|quest)\s+of\s+{_WHOM}|(?:looking|searching|waiting|hoping|calling|asking)\s+for\s+{_WHOM}|"
    rf"without\s+{_WHOM}|(?:ahead|in\s+advance|instead)\s+of\s+{_WHOM}|before\s+{_WHOM}(?=[,.;]|\s+(?:by|on|in|at|and)\b))",
    re.IGNORECASE,
)
"""What others go somewhere for or without, so that the one of whom it is told does not go along."""
_WITH_THEM = regex(
    rf"\b(?:with|beside|alongside|taking|carrying|bringing|escorting|accompanying)\s+{_WHOM}", re.IGNORECASE
)


def goes_alone(text: str, clause: "Clause", verb: "Verb", top: "Toponym") -> bool:
    """Whether others go to a place by themselves, for somebody's sake: "had driven to X to meet her"."""
    if MOVING.isdisjoint(verb.motions) or verb.passive or verb.end > top.mention.start:
        return False
    if _ON_ITS_WAY.match(text[verb.end : top.mention.start]) is None:
        return False
    told = _AFTER_THEM.search(text, verb.end, clause.end) is not None
    return told and _WITH_THEM.search(text, clause.start, clause.end) is None
