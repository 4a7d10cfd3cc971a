"""Tellings that the next sentence takes back: "He was reported killed in X. That was untrue."."""

from wayproof.story.vocabulary.regexes import regex

_FALSE = (
    r"(?:false|untrue|wrong|mistaken|nonsense|rubbish|baseless|unfounded|groundless|fanciful|invented|invention|inventions|fiction|fictions|a\s+lie|lies|"
    r"a\s+fable|fables|a\s+hoax|hoaxes|moonshine|not\s+true|not\s+so|incorrect|impossible|imaginary|made\s+up)"
)
_TALE = (
    r"(?:stor(?:y|ies)|reports?|sightings?|accounts?|claims?|versions?|tales?|rumou?rs?|statements?|beliefs?|supposition|theor(?:y|ies)|guess(?:es)?|"
    r"assertions?|announcements?|dispatch|despatch|assumption|information)"
)
_WAS = (
    r"(?:was|were|is|are|proved(?:\s+to\s+be)?|turned\s+out(?:\s+to\s+be)?|had\s+been)\s+"
    r"(?:all\s+|quite\s+|simply\s+|plainly\s+|entirely\s+|pure\s+|equally\s+|\w+ly\s+)?"
)
_TAKES_BACK = regex(
    rf"(?:Both|All|Each|Every\s+one)\s+(?:of\s+(?:the|these|those)\s+)?(?:{_TALE}\s+)?{_WAS}{_FALSE}\b|"
    rf"(?:Neither|None|No\s+part|Not\s+a\s+word|Not\s+one|Nothing)\s+(?:of\s+(?:it|this|that|these|those|them|the\s+{_TALE})\s+)?(?:{_TALE}\s+)?"
    r"(?:was|were|is|has\s+been|had\s+been|turned\s+out\s+to\s+be|proved(?:\s+to\s+be)?)\s+(?:true|so|correct|right|the\s+case)\b|"
    r"Nothing\s+of\s+the\s+(?:kind|sort)\b|No\s+such\s+thing\b|"
    rf"(?:That|This|It|The\s+(?:\w+\s+)?{_TALE}|They)\s+{_WAS}{_FALSE}\b|"
    r"(?:That|This|It)\s+(?:never|did\s+not|had\s+not|had\s+never)\s+happen(?:ed)?\b|"
    r"(?:He|She|They|It|[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+){0,2})\s+(?:was|were|had\s+been|had\s+gone\s+to|went\s+to)\s+(?:in\s+|at\s+|to\s+)?"
    r"(?:neither|none\s+of\s+(?:these|those|them)|nowhere\s+of\s+the\s+(?:kind|sort))(?:\s+(?:place|town|city|port))?(?=\s*[.;,!])|"
    r"(?:He|She|They)\s+(?:was|were|had|did)\s+nothing\s+of\s+the\s+(?:kind|sort)\b"
)
_NEXT = regex(r"[^.!?\n]{0,240}[.!?][\"\u201d\u2019']?\s+(?=[A-Z])")
"""From a name to the head of the next sentence."""


def is_taken_back(text: str, end: int) -> bool:
    """Whether the sentence after the one in which a name ends says that what it tells is not so."""
    following = _NEXT.match(text, end)
    return following is not None and _TAKES_BACK.match(text, following.end()) is not None
