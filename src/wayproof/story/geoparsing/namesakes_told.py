"""Where a text says that a name has two bearers, and in which region the one meant lies.

"Tasmania has a Perth of its own"; "the country has a second town of the name, in the province of Yaroslavl"; "her
Rostov is the small one in Yaroslavl". What is so explained is what the story is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import MOST_BEARERS, lies_in
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.places import ADMIN1, ADMIN2, CITY, COUNTRY, ISLAND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.geoparsing.mentions import Mention
    from wayproof.story.text.document import Story
    from wayproof.world.places import Place

_KINDS = frozenset({COUNTRY, ADMIN1, ADMIN2, ISLAND})
_HAS = regex(
    r"(?i)\s*,?\s+(?:(?:also|too|as\s+well|however|in\s+fact|it\s+turns\s+out),?\s+)?(?:has|had|have|boasts?|boasted|owns|owned|possesse[sd]|keeps|kept|"
    r"contains|contained|includes|included|knows|can\s+show|can\s+boast(?:\s+of)?)\s+(?:also\s+|too\s+)?"
    r"(?P<own>(?:an?|one|its\s+own|another|a\s+second|a\s+different)\s+(?:[\w-]+\s+){0,2}?)"
)
_OWN = regex(r"(?i)\s*,?\s*(?:of\s+its\s+own|too\b|as\s+well\b|also\b)")
_TOWN = r"(?:town|city|village|place|settlement|hamlet|port|township|parish|community|suburb|island|railway\s+halt)"
_OF_NAME = re.compile(
    rf"(?i)\b(?:an?|another|the\s+other|one|second|third|its\s+own)\b[^.!?;:\n]{{0,80}}?\b{_TOWN}\s+(?:[\w-]+\s+){{0,2}}?(?:of|by|with|under|bearing|called\s+by|"
    r"that\s+bears|which\s+bears|bears|shares|sharing|that\s+shares|which\s+shares|has|having)\s+(?:the|that|this|its)\s+(?:(?:very\s+)?same\s+|same\s+)?name\b|"
    r"\b(?:an?|its|the|another)\s+(?:[\w-]+\s+){0,2}?namesake\b|"
    rf"\bname\s+(?:is|was)\s+(?:also\s+|too\s+)?(?:borne|shared|carried)\s+(?:also\s+)?by\s+(?:an?|another|one)\s+(?:[\w-]+\s+){{0,3}}?{_TOWN}"
)
_LIES_IN = re.compile(r"(?i)[^.!?\n]{0,140}?\b(?:in|of|on)\s+(?:the\s+)?\Z")
"""What stands between the words for a second bearer and the region in which it lies."""
_OTHER = re.compile(
    r"(?i)\b(?:another|the\s+other|a\s+second|the\s+second|a\s+different|(?:this|that|his|her|their|our|your|my|the)(?=\s+[A-Z][\w-]*\s+in\s+question))\s+"
    r"(?:[a-z-]+\s+){0,2}\Z"
)
_OWN_ONE = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)\s+\Z")
_IS_IN = regex(
    r"(?i)(?:\s+in\s+question)?\s*,?\s+(?:is|was|lies|lay|stands|stood|sits|turned\s+out\s+to\s+be|turns\s+out\s+to\s+be|proved\s+to\s+be)\b"
    r"[^.!?;\n]{0,100}?\s(?:in|of|on)\s+(?:the\s+)?(?:(?:province|state|county|region|district|island|department)\s+of\s+)?\Z"
)
_BUT_ONE = regex(
    rf"(?i)[^.!?\n]{{0,120}}?\bbut\s+(?:the|its|an?|another)\s+(?:[\w-]+\s+){{0,4}}?(?:one|namesake|{_TOWN})\s+[^.!?\n]{{0,60}}?\b(?:in|of|on)\s+(?:the\s+)?"
    r"(?:(?:province|state|county|region|district|island|department)\s+of\s+)?\Z"
)
_QUESTIONED = re.compile(r"\s+in\s+question\b")
LONGEST_TELLING = 260
"""Characters within which a text tells of a second bearer and its region."""
_LONGEST_LEAD, _IN_QUESTION = 40, 14  # characters before a name, and after it, in which a text points to it
_MOST_NAMES = 400  # names before the telling among which the one that is told of is looked for
_FIRST_WORDS = 5
_HAVING = frozenset(
    {
        "has", "had", "have", "boast", "boasts", "boasted", "owns", "owned", "possesses", "possessed", "keeps", "kept",
        "contains", "contained", "includes", "included", "knows", "can",
    }
)  # fmt: skip
_POINTING = ("this", "that", "his", "her", "their", "our", "my")
_OTHERS = ("other", "second", "different", "question")
_ALIKE = ("\u0131", "\u017f")  # what a pattern that ignores case takes for "i" and "s"


_BUT = re.compile(r"but\s+(?:the|its|an?|another)\b")


def with_namesakes(story: Story, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of a name told to be that of a smaller place with the region in which that lies.

    Parameters
    ----------
    story
        The story.
    mentions
        Its place names in order.
    """
    text = story.text
    told: dict[str, str] = {}
    for at in _tellings(story, mentions):
        region = mentions[at]
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


def _tellings(story: Story, mentions: Sequence[Mention]) -> Iterator[int]:
    """Indexes of the mentions about which stand words with which a text may tell of a second bearer.

    Most stand about other words, and to see that takes a small part of the time that the patterns take.
    """
    lowered = story.lowered
    if len(lowered) != len(story.text) or any(letter in lowered for letter in _ALIKE):
        yield from range(len(mentions))
        return
    named, asked = "name" in lowered, "question" in lowered
    but = [at for at in _all_of("but", lowered) if _BUT.match(lowered, at)]
    others = [word for word in _OTHERS if word in lowered]
    pointed = -1  # where the last name begins to which the text points
    for at, one in enumerate(mentions):
        start, end = one.start, one.end
        low = start - LONGEST_TELLING if start > LONGEST_TELLING else 0
        between = lowered[end : mentions[at + 1].start] if at + 1 < len(mentions) else ""
        if (
            pointed >= low
            or not _HAVING.isdisjoint(between.split(None, _FIRST_WORDS)[:_FIRST_WORDS])
            or (named and lowered.find("name", low, start) >= 0)
            or (but and bisect_left(but, low) < bisect_left(but, start))
        ):
            yield at
        before = lowered[start - _LONGEST_LEAD if start > _LONGEST_LEAD else 0 : start]
        if (
            before.rstrip().endswith(_POINTING)
            or (others and any(word in before for word in others))
            or (asked and "question" in lowered[end : end + _IN_QUESTION])
        ):
            pointed = start


def _all_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _told_of(text: str, mentions: Sequence[Mention], at: int, areas: Sequence[Place]) -> str | None:
    """The name of which a text tells that it is borne in the region at an index; None where it tells of none."""
    region = mentions[at]
    low = max(0, region.start - LONGEST_TELLING)
    behind = mentions[at + 1] if at + 1 < len(mentions) else None
    if behind is not None and (has := _HAS.fullmatch(text, region.end, behind.start)) and _bears(behind, areas):
        own = has["own"].casefold()
        if own.startswith(("its", "another", "a second", "a different")) or _OWN.match(text, behind.end):
            return behind.text.casefold()
    for number in range(at - 1, -1, -1):
        one = mentions[number]
        if one.start < low:
            break
        if one.text != region.text and _is_led(text, one, region.start) and _bears(one, areas):
            return one.text.casefold()
    if "name" not in text[low : region.start].lower():
        return None
    second = [
        found
        for found in _OF_NAME.finditer(text, low, region.start)
        if _LIES_IN.fullmatch(text, found.end(), region.start)
    ]
    if not second:
        return None
    return _named_before(mentions[max(0, at - _MOST_NAMES) : at], second[-1].start(), region, areas)


def _named_before(mentions: Sequence[Mention], end: int, region: Mention, areas: Sequence[Place]) -> str | None:
    """The last name before an offset that a place in one of the areas bears, and a better known one elsewhere."""
    others: set[int] = set()  # entries of names of which that is not so
    for one in reversed(mentions):
        if one.end > end or one.text == region.text or id(one.entries) in others:
            continue
        if _bears(one, areas):
            return one.text.casefold()
        others.add(id(one.entries))
    return None


def _is_led(text: str, one: Mention, region: int) -> bool:
    """Whether a text points to a name as one of several, and puts it in the region that begins at an offset."""
    before = text[max(0, one.start - _LONGEST_LEAD) : one.start]
    if _OTHER.search(before) and _LIES_IN.fullmatch(text, one.end, region):
        return True
    own = _OWN_ONE.search(before) or _QUESTIONED.match(text[one.end : one.end + _IN_QUESTION])
    if own and _IS_IN.fullmatch(text, one.end, region):
        return True
    but = "but" in text[one.end : region].lower()
    return but and _BUT_ONE.fullmatch(text, one.end, region) is not None


def _bears(mention: Mention, areas: Sequence[Place]) -> bool:
    """Whether a place in one of the areas bears the name, and a better known one elsewhere."""
    places = [entry.place for entry in mention.entries[:MOST_BEARERS] if entry.place.kind is CITY]
    inside = [place for place in places if any(lies_in(place, area) for area in areas)]
    return bool(inside) and len(inside) < len(places)
