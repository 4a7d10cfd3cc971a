"""Vehicles that go on without the traveller: "was put ashore in X; the freighter went on to Y"."""

import re
from dataclasses import replace

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.vocabulary.regexes import regex

SENTENCES = 3
"""Sentences after one in which somebody got off within which the vehicle is told to have gone on."""
_NOT_ABOARD = regex(
    r"\b(?:was|were|had\s+been)\s+(?:not|no\s+longer|never|nowhere)\s+(?:to\s+be\s+(?:found|seen)\s+)?(?:aboard|on\s+board)\b|"
    r"\bwithout\s+(?:him|her|them|its\s+\w+)\b(?!\s+[\w-]+ing\b)",
    re.IGNORECASE,
)
_GETS_OFF = regex(
    r"\b(?:got|gets|stepped|climbed|jumped|walked|hopped|came|went)\s+(?:off|ashore|down\s+from)\b|\b(?:got|climbed|jumped)\s+out\b|\bjumped\s+ship\b|"
    r"\bpaid\s+off\b|\balighted\b|\bdis-?embarked\b|\b(?:put|set|landed|left|dropped|marooned|taken|brought|carried|helped)\s+(?:[\w\u2019'-]+\s+){0,4}?"
    r"(?:ashore|off|down|on\s+land)\b|\b(?:took|lifted|winched|plucked|fetched|hoisted)\s+(?:[\w\u2019'-]+\s+){0,6}?off\b|"
    r"\b(?:left|quit|deserted|abandoned)\s+(?:the|his|her|their)\s+(?:[\w-]+\s+)?(?:ship|boat|yacht|vessel|ferry|train|bus|coach|plane|aircraft|convoy|"
    r"freighter|tanker|trawler|carrier|liner|steamer|lorry|car)\b|\bchanged\s+(?:trains|ships|planes|buses|boats)\b",
    re.IGNORECASE,
)
_GETS_ON = regex(
    r"\b(?:boarded|re-?joined|embarked|re-?embarked|joined)\b|\b(?:got|climbed|stepped|went|came|clambered|jumped|walked|taken|put|was)\s+"
    r"(?:back\s+)?(?:on|on\s+to|onto|in|into|aboard)\b|\b(?:took|caught|drove|hired|shared)\s+(?:an?|the|another)\b|\bby\s+(?:train|bus|car|boat|ship|air)\b",
    re.IGNORECASE,
)
_GOES_ON = regex(
    r"\W*(?:(?:and|but|while|as|where|when|by\s+then)\W+)*(?:the|his|her|their|its|that)\s+(?:[\w\u2019'-]+\s+){1,5}?(?:"
    r"(?:(?:went|gone|sailed|steamed|flew|flown|drove|driven|carried|moved|pushed|pressed|rolled|rumbled|ploughed|travelled|pulled|run|ran)\s+on|"
    r"continued|proceeded|(?:had|has)\s+(?:\w+\s+)?(?:gone|left|sailed|departed|flown|steamed|turned)\s+(?:on|without|again|for|to|back))\b)",
    re.IGNORECASE,
)
"""A vehicle that goes on, told by what it is."""


def ashore(text: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, those of a vehicle as another's where the traveller is told not to be aboard, or to have got off.

    Parameters
    ----------
    text
        The story.
    clauses
        Its clauses as the traveller sees them, in order.
    """
    left = {one.sentence for one in clauses if _NOT_ABOARD.search(text, one.start, one.end)}
    found: list[Clause] = []
    off: int | None = None
    for one in clauses:
        alone = one.subject is Subject.VEHICLE and (one.sentence in left or _goes_on(text, one, off))
        found.append(replace(one, subject=Subject.OTHER) if alone else one)
        told = one.subject is Subject.TRAVELLER or one.object_is_traveller
        if told and _GETS_OFF.search(text, one.start, one.end):
            off = one.sentence
        elif told and _GETS_ON.search(text, one.start, one.end):
            off = None
    return tuple(found)


def _goes_on(text: str, clause: Clause, off: int | None) -> bool:
    """Whether a clause tells that the vehicle went on which somebody had left a few sentences before."""
    if off is None or clause.sentence - off > SENTENCES or clause.object_is_traveller:
        return False
    return _GOES_ON.match(text, clause.start, clause.end) is not None
