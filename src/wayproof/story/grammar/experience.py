"""What somebody has done in life, and not on the journey told: "has driven to X and Y, but never to Z"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_COUNT = (
    r"(?:a\s+(?:dozen|hundred|score|thousand|number\s+of)|dozens\s+of|hundreds\s+of|scores\s+of|many|several|countless|some|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\d+)"
)
_OWN = r"(?:his|her|their|its|my|our|a\s+long)"
_IN_LIFE = regex(
    rf"\b(?:in|during|throughout)\s+(?:the\s+course\s+of\s+)?{_OWN}\s+(?:own\s+|long\s+|working\s+|whole\s+|short\s+)?(?:time|day|days|life|lifetime|"
    r"career|youth|youthful\s+days|boyhood|girlhood|service|profession|trade)\b|\b(?:over|down|through)\s+the\s+(?:years|decades|seasons)\b|"
    rf"\ball\s+{_OWN}\s+(?:working\s+)?life\b|\b(?:in|for|over)\s+(?:some\s+|the\s+|his\s+|her\s+|more\s+than\s+|nearly\s+|almost\s+)?"
    r"(?:ten|fifteen|twenty|twenty-five|thirty|forty|fifty|\d\d|many|several)\s+years\s+(?:at|of|as|on|in|behind|with|before)\b|"
    r"\b(?:as|when)\s+an?\s+(?:young|boy|girl|child|student|apprentice|cadet)\b|\bnever\s+before\b|\bmany\s+a\s+time\b",
    re.IGNORECASE,
)
"""Words that tell of a whole life or trade."""
_OFTEN = regex(
    rf"\b{_COUNT}\s+times\b(?!\s+(?:that|the\s+same)\s+(?:day|night|week|morning))|\bmore\s+than\s+once\b|\bonce\s+or\s+twice\b|\btime\s+and\s+again\b|"
    r"\b(?:often|frequently|regularly|repeatedly|before\s+now|previously|in\s+the\s+past|in\s+earlier\s+years|every\s+(?:year|summer|winter|season))\b",
    re.IGNORECASE,
)
"""Words that tell of more journeys than one, behind "has"."""
_BUT_NEVER = regex(
    r"\bbut\b[^.;!?]{0,60}?\b(?:never|not\s+(?:once|yet|so\s+far|until)|until|this\s+was\s+(?:his|her|their)\s+first|had\s+yet|has\s+yet|"
    r"it\s+was\s+(?:his|her|their)\s+first)\b|\band\s+(?:until|till|up\s+to)\s+[^.;!?]{0,40}?\bnever\b",
    re.IGNORECASE,
)
"""What sets the journey told against those made before."""
_SINCE = regex(r"\bsince\s+(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|last|then|leaving|that)\b")
_SENTENCE = regex(r"[^.!?\n]*")
REACH = 160
"""Characters before a verb in its sentence in which such words may stand."""


_YOUNG = (
    r"(?:boy|girl|child|youth|teenager|schoolboy|schoolgirl|lad|lass|toddler|baby|infant|orphan|young\s+(?:man|woman|mother|father|lieutenant|officer|"
    r"soldier|sailor|doctor|priest|teacher|reporter)|(?:small|little|mere)\s+(?:boy|girl|child))"
)
_IN_YOUTH = regex(
    rf"\b(?:as|when|while|whilst)\s+(?:still\s+|yet\s+)?(?:(?:he|she|they)\s+(?:was|were)\s+)?(?:still\s+)?an?\s+{_YOUNG}\b|"
    r"\bwhen\s+(?:he|she)\s+was\s+(?:(?:very\s+|still\s+)?(?:young|small|little)|(?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|\d|1\d)\b(?!\s+(?:hours|days|minutes|miles|kilomet)))|"
    r"\bin\s+(?:his|her|their)\s+(?:youth|boyhood|girlhood|childhood|teens|twenties|thirties|young\s+days|younger\s+days|student\s+days|school\s?days|"
    r"first\s+(?:marriage|career|life))\b|\b(?:years|decades|a\s+decade|half\s+a\s+(?:century|lifetime)|a\s+generation)\s+(?:ago|earlier|before)\b|"
    r"\b(?:long\s+ago|in\s+another\s+life|before\s+the\s+war|during\s+the\s+war|in\s+the\s+(?:old|early)\s+days)\b",
    re.IGNORECASE,
)
"""Words that set a deed in another time of life: "As a boy he ran away from X"."""
_DATED = regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|"
    r"yesterday|at\s+(?:noon|midnight|dawn|\d))\b|\d[:.]\d\d"
)


def is_experience(text: str, clause: Clause, verb: "Verb") -> bool:
    """Whether a verb tells what somebody has done at one time or another, or once did in their youth."""
    first = max(0, clause.start - REACH)
    low = max(first, *(text.rfind(mark, first, verb.start) + 1 for mark in (". ", "\n")))
    young = _IN_YOUTH.search(text, low, clause.end)
    if young is not None and not verb.passive and _DATED.search(text, low, clause.end) is None:
        return True
    if not (verb.current or verb.perfect) or verb.passive:
        return False
    rest = _SENTENCE.match(text, verb.start)
    high = clause.end if rest is None else max(clause.end, rest.end())
    if _SINCE.search(text, low, high):
        return False
    if _IN_LIFE.search(text, low, clause.end) or (verb.end <= clause.end and _BUT_NEVER.search(text, verb.end, high)):
        return True
    return verb.current and _OFTEN.search(text, max(low, clause.start), clause.end) is not None
