"""Whether a name stands for the place it is of: not for its mayor, its train, its time of day or a firm based there."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.hearsay import is_somebody
from wayproof.story.grammar.said_of_names import is_attribute
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym


_OTHERS_PLACE = regex(
    (
        r"(?:['\u2019]s|\b(?:mayor|king|queen|president|minister|university|bank|bishop|duke|people|"
        r"government|citizens|residents|governor|map|picture|photograph|photo|view|maps|pictures|news|"
        r"name|names|ambassador|embassy|consulate|consul|team|club|flag|war|battle|treaty|history|"
        r"language|archbishop)\s+(?:of|to))\s+(?:the\s+)?$"
    ),
    re.IGNORECASE,
)
_CARRIER = regex(r"\b(?:Air|Aero|Radio|Royal\s+Air|Bank\s+of)\s+$")
"""Words that make a place name a carrier's or a house's: "an Air Tahiti flight"."""
_FROM_EVERYWHERE = regex(
    r"\bfrom\s+(?:all\s+(?:over|around|across|parts\s+of)|across|throughout|every\s+(?:part|corner)\s+of|elsewhere\s+in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What is fetched "from all over Russia" starts at no place that could be named."""
_BESIDE_AREA = regex(
    r"(?<!\bthe\s)(?:\bto\s+the\s+)?\b(?:(?:north|south)(?:[\s-]?(?:east|west))?|east|west)(?:wards?)?\s+(?:of|from)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What puts somebody beside an area and not in it: "in open sea north-east of Greenland", but "in the north of it"."""


_NOT_THE_PLACE = regex(
    r"['\u2019]s\s+(?!airport|station|harbour|port|main|central|old|international|outskirts|suburbs|waterfront|streets|city)"
    r"|-(?:based|born|bound|area|style|trained|wide|flagged|registered)\b"
    r"|\s+(?:airlines?|university|government|officials?|police(?!\s+(?:station|post|cell|headquarters))|authorities|time|embassy)\b"
)
"""What after a name makes it part of another: "Paris's mayor", "London-based", "Nairobi police"."""


_MISSION = regex(
    r"['\u2019]s\s+(?:[\w-]+\s+)?(?:embassy|consulate(?:-general)?|legation|nunciature|high\s+commission|ambassador|consul)\b",
    re.IGNORECASE,
)
"""What of a country stands in another: "walked out of the Vatican's embassy in Panama City"."""
_HONOURED = regex(
    r"\b(?:to\s+honou?r|in\s+honou?r\s+of|to\s+commemorate|in\s+(?:memory|commemoration|remembrance)\s+of|(?:a\s+)?tribute\s+to|"
    r"named\s+(?:after|for)|called\s+after|christened\s+after)\s+\Z",
    re.IGNORECASE,
)
"""What makes a bare name somebody's: "flown round the world to honour Columbus"."""
_RESIDENT = regex(
    r"\b(?:resident|domiciled|native|born\s+and\s+bred|active|popular|famous|celebrated|(?:well|little|best)[\s-]known|employed|enrolled|licensed)\s+"
    r"(?:in|at|near|outside)\s+(?:the\s+)?\Z"
)
"""What tells where somebody is at home or known: "a man, resident in X, was ..."."""
_BY_CLOCK = regex(
    r"(?:,|\balso|\btime,?|\bclocks?|\bwatch|\d[.:]\d\d|\bo['\u2019]clock|\b(?:noon|midnight|[ap]\.?m\.?)),?\s+(?:also\s+|still\s+|all\s+)?by\s+\Z"
)
"""What makes a town that of a clock: "at 14.05, also by Moscow"."""


def is_about_place(text: str, top: "Toponym", relation: str) -> bool:
    """Whether the name stands for the place: not for its mayor, its police or a firm based there."""
    if is_attribute(text, top.mention.start, top.mention.end):
        return False
    before = text[max(0, top.mention.start - 40) : top.mention.start]
    after = text[top.mention.end : top.mention.end + 24]
    if (
        _FROM_EVERYWHERE.search(before)
        or _CARRIER.search(before)
        or is_somebody(text, top)
        or _BY_CLOCK.search(before)
        or _RESIDENT.search(before)
        or _HONOURED.search(before)
        or _MISSION.match(after)
    ):
        return False
    if top.place is not None and top.place.is_area and _BESIDE_AREA.search(before):
        return False
    return not _OTHERS_PLACE.search(before) and (relation == "from" or not _NOT_THE_PLACE.match(after))
