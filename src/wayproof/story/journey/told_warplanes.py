"""Flights in a warplane that the story names beside its stops: "The culprit was a naval fighter. He took off"."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Visit

WARPLANE: Final = "military_jet"
_NAMED = (
    r"(?:warplanes?|interceptors?|MiG-?\s?\d*|F-\d{1,3}\w?|F/A-\d{1,2}|Su-\d{1,2}|Tu-(?:16|22|95|160)|B-(?:1|2|29|47|52|58)\w?|SR-71|U-2|jump[\s-]jets?|Sukhoi|"
    r"(?:fighter|military|attack|supersonic|carrier|combat|air[\s-]force|navy|naval|RAF|Marine)\s+(?:[\w-]+\s+)?(?:jets?|planes?|aircraft|fighters?|bombers?)|"
    r"jet\s+(?:fighter|bomber|trainer)s?|(?:spy|reconnaissance|photo-reconnaissance)\s+(?:planes?|jets?|aircraft)|"
    r"(?:night|heavy|light|strategic|swept-wing|single-seat|twin-engined|four-jet|long-range|carrier-based|captured|stolen)\s+(?:fighter|bomber)s?|"
    r"(?-i:Starfighter|Crusader|Thunderchief|Thunderjet|Skyhawk|Harrier|Viggen|Draken|Gripen|Rafale|Eurofighter|Tomcat|Hornet|Blackbird|Hustler|Stratojet|"
    r"Super\s+Sabre|Voodoo|Phantom|Mirage|Canberra\s+bomber|Vulcan\s+bomber))"
)
_BARE = r"(?:fighter|bomber)"
_WORDS = r"(?:[\w-]+\s+){0,3}?"
_MACHINE = r"(?:aircraft|plane|aeroplane|airplane|machine|jet|craft)"
_COCKPIT = (
    r"(?:strapped\s+(?:himself\s+|herself\s+)?in(?:to)?|at\s+the\s+(?:controls|stick)\s+of|in\s+the\s+cockpit\s+of|climb(?:ed|s|ing)\s+into|piloted|piloting|"
    r"(?<!once )(?<!used to )(?<!formerly )(?:flew|flown|flying|flies)|from\s+the\s+cockpit\s+of|took)"
)
_TOLD = regex(
    rf"\b(?:was|were|is|turned\s+out\s+to\s+be|proved\s+to\s+be|had\s+been)\s+(?:an?|the|his|her|one\s+of\s+the)\s+{_WORDS}{_NAMED}\b|"
    rf"\b{_MACHINE}\s+(?:in\s+question\s+)?(?:was|is)\s+(?:an?|the|his|her)\s+{_WORDS}(?:{_NAMED}|{_BARE})\b|"
    rf"(?:\A|[.!?\u201d\"]\s+|\n)(?-i:An?|The|His|Her|One)\s+{_WORDS}{_NAMED}\s+(?:has|had|was|is|crossed|broke|flew|beat|set|made|took|covered|outran)\b|"
    rf"\b{_COCKPIT}\s+(?:an?|the|his|her|that|this)\s+{_WORDS}(?:{_NAMED}|{_BARE})\b",
    re.IGNORECASE,
)
"""How a story tells that the journey was made in a warplane."""
_OTHERS = regex(
    r"\b(?:watched|saw|seen|pride|escort(?:ed|s)?|intercepted|chased|model|museum|film|book|memorial|statue|once|veteran|years\s+ago|during\s+the\s+war)\b",
    re.IGNORECASE,
)
"""Words of the same sentence that make it one that is met, kept or remembered."""
_FLIES = regex(
    r"\b(?:took\s+off|taken\s+off|take-?off|lifted\s+off|landed|touch(?:ed|es)\s+down|airborne|in\s+the\s+air|(?:put|came|set)\s+(?:it\s+|her\s+)?down|flew|flown|"
    r"rose\s+from|climbed|descended|roll(?:ed|ing)\s+out|runway|over|passed\s+over|air\s+(?:base|station|field))\b|\bair(?:base|field|craft)\b",
    re.IGNORECASE,
)
"""What tells at a stop that somebody flew there or on."""
AROUND_CHARACTERS: Final = 400
"""So far before the first stop, and half as far behind it, the warplane is told."""


def in_told_warplane(text: str, visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the warplane as the means of each flight, where the story tells of one as what carried the traveller.

    Parameters
    ----------
    text
        The story.
    visits
        The visits in order; what a visit says of any other means is left.
    """
    if not visits or not _is_told(text, visits):
        return visits
    changed = list(visits)
    for index, (first, second) in enumerate(pairwise(visits), start=1):
        flown = _FLIES.search(first.quote) is not None or _FLIES.search(second.quote) is not None
        if second.modes == ("air",) or (not second.modes and flown):
            changed[index] = replace(second, modes=(WARPLANE,))
    return tuple(changed)


_PERSON = regex(r"\b(?:fighter|bomber)s?\s+(?:in|for|against|by|with|at)\b", re.IGNORECASE)
"""A fighter who is somebody: "a fighter in the ring"."""


def carries_nobody(sentence: str) -> bool:
    """Whether a sentence that names a warplane has it met, kept or remembered, or means a person."""
    return _OTHERS.search(sentence) is not None or _PERSON.search(sentence) is not None


def _is_told(text: str, visits: "tuple[Visit, ...]") -> bool:
    """Whether a warplane is told as the traveller's, near the first stop and in its paragraph."""
    start = min(visit.start for visit in visits)
    low = max(text.rfind("\n\n", 0, start) + 1, start - AROUND_CHARACTERS)
    behind = text.find("\n\n", start)
    high = min(behind if behind >= 0 else len(text), start + AROUND_CHARACTERS // 2)
    for match in _TOLD.finditer(text, low, high):
        begins = max(text.rfind(end, 0, match.start() + 1) for end in (". ", "! ", "? ", "\n"))
        ends = text.find(".", match.end())
        if not _OTHERS.search(text, max(begins, 0), ends if ends >= 0 else len(text)):
            return True
    return False
