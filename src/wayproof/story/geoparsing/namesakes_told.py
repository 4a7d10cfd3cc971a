"""Where a text says that a name has two bearers, and in which region the one meant lies.

"Tasmania has a Perth of its own"; "the country has a second town of the name, in the province of Yaroslavl"; "her
Rostov is the small one in Yaroslavl". What is so explained is what the story is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import MOST_BEARERS, lies_in
from wayproof.world.places import ADMIN1, ADMIN2, CITY, COUNTRY, ISLAND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.mentions import Mention
    from wayproof.world.places import Place

_KINDS = frozenset({COUNTRY, ADMIN1, ADMIN2, ISLAND})
_HAS = re.compile(
    r"\s*,?\s+(?:(?:also|too|as\s+well|however|in\s+fact|it\s+turns\s+out),?\s+)?(?:has|had|have|boasts?|boasted|owns|owned|possesse[sd]|keeps|kept|"
    r"contains|contained|includes|included|knows|can\s+show|can\s+boast(?:\s+of)?)\s+(?:also\s+|too\s+)?"
    r"(?P<own>(?:an?|one|its\s+own|another|a\s+second|a\s+different)\s+(?:[\w-]+\s+){0,2}?)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s*,?\s*(?:of\s+its\s+own|too\b|as\s+well\b|also\b)", re.IGNORECASE)
_TOWN = r"(?:town|city|village|place|settlement|hamlet|port|township|parish|community|suburb|island|railway\s+halt)"
_OF_NAME = re.compile(
    rf"\b(?:an?|another|the\s+other|one|second|third|its\s+own)\b[^.!?;:\n]{{0,80}}?\b{_TOWN}\s+(?:[\w-]+\s+){{0,2}}?(?:of|by|with|under|bearing|called\s+by|"
    r"that\s+bears|which\s+bears|bears|shares|sharing|that\s+shares|which\s+shares|has|having)\s+(?:the|that|this|its)\s+(?:(?:very\s+)?same\s+|same\s+)?name\b|"
    r"\b(?:an?|its|the|another)\s+(?:[\w-]+\s+){0,2}?namesake\b|"
    rf"\bname\s+(?:is|was)\s+(?:also\s+|too\s+)?(?:borne|shared|carried)\s+(?:also\s+)?by\s+(?:an?|another|one)\s+(?:[\w-]+\s+){{0,3}}?{_TOWN}",
    re.IGNORECASE,
)
_LIES_IN = re.compile(r"[^.!?\n]{0,140}?\b(?:in|of|on)\s+(?:the\s+)?\Z", re.IGNORECASE)
"""What stands between the words for a second bearer and the region in which it lies."""
_OTHER = re.compile(
    r"\b(?:another|the\s+other|a\s+second|the\s+second|a\s+different|(?:this|that|his|her|their|our|your|my|the)(?=\s+[A-Z][\w-]*\s+in\s+question))\s+"
    r"(?:[a-z-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_OWN_ONE = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)\s+\Z")
_IS_IN = re.compile(
    r"(?:\s+in\s+question)?\s*,?\s+(?:is|was|lies|lay|stands|stood|sits|turned\s+out\s+to\s+be|turns\s+out\s+to\s+be|proved\s+to\s+be)\b"
    r"[^.!?;\n]{0,100}?\s(?:in|of|on)\s+(?:the\s+)?(?:(?:province|state|county|region|district|island|department)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_BUT_ONE = re.compile(
    rf"[^.!?\n]{{0,120}}?\bbut\s+(?:the|its|an?|another)\s+(?:[\w-]+\s+){{0,4}}?(?:one|namesake|{_TOWN})\s+[^.!?\n]{{0,60}}?\b(?:in|of|on)\s+(?:the\s+)?"
    r"(?:(?:province|state|county|region|district|island|department)\s+of\s+)?\Z",
    re.IGNORECASE,
)
LONGEST_TELLING = 260
"""Characters within which a text tells of a second bearer and its region."""


def with_namesakes(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of a name told to be that of a smaller place with the region in which that lies.

    Parameters
    ----------
    text
        The story.
    mentions
        Its place names in order.
    """
    told: dict[str, str] = {}
    for at, region in enumerate(mentions):
        areas = [entry.place for entry in region.entries[:8] if entry.place.kind in _KINDS]
        if areas:
            name = _told_of(text, mentions, at, areas)
            if name is not None:
                told.setdefault(name, region.text)
    if not told:
        return list(mentions)
    return [
        replace(one, context=(*one.context, f"region:{told[one.text.casefold()]}"))
        if one.text.casefold() in told and not any(word.startswith("region:") for word in one.context)
        else one
        for one in mentions
    ]


def _told_of(text: str, mentions: Sequence[Mention], at: int, areas: Sequence[Place]) -> str | None:
    """The name of which a text tells that it is borne in the region at an index; None where it tells of none."""
    region = mentions[at]
    low = max(0, region.start - LONGEST_TELLING)
    behind = mentions[at + 1] if at + 1 < len(mentions) else None
    if behind is not None and _bears(behind, areas) and (has := _HAS.fullmatch(text, region.end, behind.start)):
        own = has["own"].casefold()
        if own.startswith(("its", "another", "a second", "a different")) or _OWN.match(text, behind.end):
            return behind.text.casefold()
    for one in reversed(mentions[:at]):
        if one.start < low:
            break
        before = text[max(0, one.start - 40) : one.start]
        named = _bears(one, areas) and one.text != region.text
        other = _OTHER.search(before) and _LIES_IN.fullmatch(text, one.end, region.start)
        own = _OWN_ONE.search(before) or re.match(r"\s+in\s+question\b", text[one.end : one.end + 14])
        if named and (
            other
            or (own and _IS_IN.fullmatch(text, one.end, region.start))
            or _BUT_ONE.fullmatch(text, one.end, region.start)
        ):
            return one.text.casefold()
    second = [
        found
        for found in _OF_NAME.finditer(text, low, region.start)
        if _LIES_IN.fullmatch(text, found.end(), region.start)
    ]
    if not second:
        return None
    names = [
        one for one in mentions[:at] if _bears(one, areas) and one.end <= second[-1].start() and one.text != region.text
    ]
    return names[-1].text.casefold() if names else None


def _bears(mention: Mention, areas: Sequence[Place]) -> bool:
    """Whether a place in one of the areas bears the name, and a better known one elsewhere."""
    places = [entry.place for entry in mention.entries[:MOST_BEARERS] if entry.place.kind is CITY]
    inside = [place for place in places if any(lies_in(place, area) for area in areas)]
    return bool(inside) and len(inside) < len(places)
