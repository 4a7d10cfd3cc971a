"""Stays: "spent the night in Brest", "after three weeks in Kabul", "stayed in Erzurum for four days"."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event, Gap
from wayproof.story.temporal.lengths import find_lengths
from wayproof.story.vocabulary.number_words import NUMBERS, number
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.itineraries.itinerary import Itinerary, Visit

NIGHT_HOURS = 5.0
"""What a night somewhere takes at least: who comes after midnight and leaves at dawn has spent it."""
DAY_HOURS = 24.0
LONGEST_DAYS = 60
"""A longer stay is a part of a life and not of a journey."""
NEAR = 45
"""Characters after the length within which the place has to be named."""

_STAYED = (
    r"(?:spen[dt](?:ing)?|stay(?:ed|ing)|pass(?:ed|ing)|slept|sleeping|lodged|rest(?:ed|ing)|wait(?:ed|ing)|camp(?:ed|ing)"
    r"|remain(?:ed|ing)|stopp(?:ed|ing)|held|detained|kept|stuck|stranded|hid|hiding)"
)
_UNREAL = regex(
    r"\b(?:would|will|could|might|should|hop(?:ed|es|ing)|plan(?:ned|s|ning)|intend(?:ed|s|ing)|meant|wanted|was\s+to|"
    r"were\s+to|never|not|n't|instead\s+of|without|had\s+once|years\s+(?:ago|earlier|before)|used\s+to)\b",
    re.IGNORECASE,
)
"""Words in front that make a stay no part of this journey."""


@cache
def _night_pattern() -> re.Pattern[str]:
    counts = "|".join(NUMBERS)
    return re.compile(
        rf"\b{_STAYED}\s+(?:\w+\s+){{0,3}}?(?:(?P<the>the|that|a|his|her|their|one)|(?P<count>{counts}|\d{{1,2}}))\s+"
        rf"(?:\w+\s+)?nights?\b|\b(?:overnight(?:ed|ing)|overnight\s+(?:stop|stay))\b",
        re.IGNORECASE,
    )


@cache
def _length_lead() -> re.Pattern[str]:
    """What comes before the length of a stay."""
    return re.compile(
        rf"(?:\bafter\s+(?:\w+\s+)?|\b{_STAYED}\s+(?:[^.;,]{{0,40}}?\bfor\s+)?(?:\w+\s+){{0,2}}?|\ba\s+)$",
        re.IGNORECASE,
    )


_LENGTH_TAIL = regex(
    r"\A(?:'s?)?(?:-long|\s+long)?\s*(?:(?:stay|stop(?:over)?|layover|break|visit|rest|wait|delay)\s+)?"
    r"(?:waiting|holed\s+up|hiding|working|with\s+\w+(?:\s+\w+)?|of\s+\w+)?\s*\b(?:in|at|near|outside|there)\b",
    re.IGNORECASE,
)
"""What comes between the length of a stay and its place."""


def with_stays(itinerary: "Itinerary", text: str) -> "Itinerary":
    """The itinerary with the stays that the text gives a length: each a gap from a visit to itself.

    Where the journey tells of coming to a place and of leaving it as two visits, the stay is the gap between them.
    """
    if not itinerary.visits:
        return itinerary
    known = {(gap.first, gap.second) for gap in itinerary.gaps}
    found: dict[tuple[int, int], Gap] = {}
    for start, end, shortest_h in _stays(text):
        at = _visit_at(itinerary.visits, text, start, end)
        if at is None:
            continue
        first, second = _ends(itinerary.visits, at)
        if (first, second) not in known:
            span = text[start:end]
            found.setdefault(
                (first, second), Gap(first, second, timedelta(hours=round(shortest_h, 2)), None, span, start, end)
            )
    return replace(itinerary, gaps=(*itinerary.gaps, *found.values())) if found else itinerary


def _stays(text: str) -> "Iterator[tuple[int, int, float]]":
    """Spans that tell of a stay, with its least hours."""
    for match in _night_pattern().finditer(text):
        if _real(text, match.start()):
            yield match.start(), match.end(), _nights(match["count"]) * DAY_HOURS - DAY_HOURS + NIGHT_HOURS
    for words in find_lengths(text):
        lead = _length_lead().search(text[max(0, words.start - NEAR) : words.start])
        if lead is None or not 0.0 < words.least <= LONGEST_DAYS * DAY_HOURS:
            continue
        tail = _LENGTH_TAIL.match(text[words.end : words.end + NEAR])
        start = words.start - len(lead[0])
        place_first = " for " in f" {lead[0]}"
        if (tail or place_first) and _real(text, start):
            yield start, words.end + (tail.end() if tail else 0), words.least


def _nights(count: str | None) -> float:
    if count is None:
        return 1.0
    return float(count) if count.isdigit() else float(number(count) or 1)


def _real(text: str, start: int) -> bool:
    """Whether nothing before the words in their sentence says that the stay was only meant, or belongs elsewhere."""
    sentence = max(text.rfind(mark, 0, start) for mark in ".!?;\n") + 1
    return not _UNREAL.search(text[sentence:start][-NEAR * 2 :])


def _visit_at(visits: "Sequence[Visit]", text: str, start: int, end: int) -> int | None:
    """The visit whose place is named with the stay, told in the same words; None if none is."""
    around = text[start : end + NEAR]
    stop = re.search(r"[.;!?\n]", around[end - start :])
    around = around[: end - start + stop.start()] if stop else around
    named = [
        (abs(visit.start - start), at)
        for at, visit in enumerate(visits)
        if visit.start < visit.end and visit.start <= end + NEAR and visit.end >= start - NEAR
        if re.search(rf"\b{re.escape(visit.place.name)}\b", around, re.IGNORECASE)
    ]
    return min(named)[1] if named else None


def _ends(visits: "Sequence[Visit]", at: int) -> tuple[int, int]:
    """The visits at which a stay begins and ends: one, or the coming and the leaving that the text tells apart."""
    place = visits[at].place.id
    if at + 1 < len(visits) and visits[at + 1].place.id == place and visits[at + 1].event is Event.DEPART:
        return at, at + 1
    if at and visits[at].event is Event.DEPART and visits[at - 1].place.id == place:
        return at - 1, at
    return at, at
