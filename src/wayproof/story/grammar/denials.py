"""Denials that stand behind the verb or before the whole clause: "was never in X", "at no time did she see X"."""

import re

from wayproof.story.vocabulary.regexes import regex

_ASIDE = (
    r"(?:certainly|in\s+fact|in\s+truth|of\s+course|after\s+all|then|now|even|himself|herself|themselves|indeed|therefore|however|"
    r"apparently|surely|still|\w+ly)"
)
_BETWEEN = (
    rf"(?:{_ASIDE}|yet|once|ever|really|again|for\s+(?:a|one)\s+(?:moment|minute)|at\s+(?:any|that|the)\s+(?:time|moment|hour)|"
    r"(?:on\s+)?that\s+(?:day|night|evening|morning|afternoon|week)|so\s+much\s+as|anywhere|by\s+(?:then|that\s+time)|"
    r",[^,.;]{1,40},)"
)
_WHERE = (
    r"(?:in|at|on|near|to|into|aboard|inside|outside|within|among|through|from|over|by|down|up|beyond|as\s+far\s+as|anywhere\s+near|"
    r"seen|found|met|present|there)"
)
_BEHIND = regex(
    rf"\s+(?:{_ASIDE}\s+)*(?:(?:not|never|no\s+longer|no\s+more|neither)(?:\s*{_BETWEEN})*\s+{_WHERE}\b|"
    r"nowhere\b|anywhere\s+but\b|anything\s+but\b|(?:every|any)where\s+(?:except|but)\b|everywhere\s+else\b)",
    re.IGNORECASE,
)
_BUT = regex(r"\bbut\b|\bonly\b|\balone\b", re.IGNORECASE)
_ANYWHERE_BUT = regex(r"\b(?:any|every)(?:where|thing)\s+(?:but|except)\b", re.IGNORECASE)
_FRONTED = regex(
    r"\b(?:at\s+no\s+(?:time|point|stage|moment|hour)|on\s+no\s+(?:occasion|account|day|night|date)|in\s+no\s+(?:way|case|sense|circumstances)|"
    r"under\s+no\s+circumstances?|by\s+no\s+means|not\s+once|not\s+for\s+(?:a|one)\s+(?:moment|minute|second|hour)|never(?:\s+once|\s+again)?|"
    r"nowhere|not\s+on\s+(?:any|that)\s+(?:day|night|occasion))\b(?:(?:(?!\b(?:but|only|sooner|until)\b)[^,.;]){0,30}?\s"
    r"(?:was|were|did|had|has|have|is|are|does|do|could|would)\s+(?:[\w.\u2019'-]+\s+){1,4}?|\s+)\Z",
    re.IGNORECASE,
)
"""Words that turn a clause round and deny it, up to its verb: "at no time did she | visit X"."""
_AS_MUCH_AS = regex(
    r"(?:\b(?:not|never)|n['\u2019]t)\s+(?:so\s+much\s+as|even|once|ever|actually|really|at\s+any\s+time|in\s+fact|of\s+course|after\s+all|"
    r"on\s+(?:any|that)\s+occasion)\s+(?:have\s+|been\s+)?\Z",
    re.IGNORECASE,
)
_NOT_THERE = regex(
    r"\b(?:not|never)\s+(?:(?!only\b)\w+ly\s+|quite\s+|yet\s+|once\s+|even\s+)?(?:in|at|to|from|near|through|into|via|by\s+way\s+of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""A denial right before a name: "had arrived, though not in X"."""
FRONT_CHARACTERS = 100
"""How far before its verb a denial stands that opens the clause."""


def denies_place(between: str) -> bool:
    """Whether the words between a verb and a place deny it: "was | never in X", but not "was not in X but in Y"."""
    if _NOT_THERE.search(between):
        return True
    found = _BEHIND.match(between)
    if found is None:
        return False
    return _ANYWHERE_BUT.search(found.group()) is not None or _BUT.search(between) is None


def is_denied_before(text: str, low: int, verb_start: int) -> bool:
    """Whether the words of a clause before its verb deny it; `low` is where the clause begins."""
    low = max(low, verb_start - FRONT_CHARACTERS)
    return _FRONTED.search(text, low, verb_start) is not None or _AS_MUCH_AS.search(text, low, verb_start) is not None


_NOT_BEFORE = regex(
    r"\b(?:(?:did|was|were|had|has|have|could|would)\s+not|(?:did|was|were|had|could|would)n['\u2019]t|never|neither|nobody|no\s+one|no\s+more|nothing)\s+"
    r"(?:(?:again|once|more|been|he|she|they|it|I|we|be|to|a|\w+ly)\s+)*"
    r"(?:stop(?:ped)?|rest(?:ed)?|halt(?:ed)?|paused?|sle(?:ep|pt)|sp(?:eak|oke|oken)|eat(?:en)?|ate|w(?:ake|oke)|woken|wakened|draw\s+(?:rein|breath)|drew\s+(?:rein|breath)|"
    r"s(?:ee|aw|een)|heard|hear|notic(?:e|ed)|miss(?:ed)?|challenged?|caught|catch|recogni[sz]ed?|spotted|found|find|overtaken|overtake|s(?:it|at)|look(?:ed)?\s+(?:back|round)|"
    r"turn(?:ed)?\s+(?:back|round)|relax(?:ed)?|open(?:ed)?|thaw(?:ed)?|tell|told|questioned|asked|disturbed|met|meet|let\s+go|get|got|gone|allowed)\b"
    r"[^,;.:!?]{0,50}?\b(?:until|till|before)\s+(?:the\s+)?(?:\w+\s+(?:at|in|outside|near)\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)


def not_before(text: str, start: int, end: int) -> bool:
    """Whether what was not done before a place was done there: "was not seen again until X", "did not stop until X"."""
    return _NOT_BEFORE.search(text, start, end) is not None
