"""Halts told only after the end of a way, without a time of their own: "Twice he stopped, at X and at Y"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import timed
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.story.text.segments import Span
    from wayproof.world.places import Place

DETOUR = 1.6
"""How much longer than the straight line the way over a halt may be."""
_PAUSE = (
    r"(?:stop(?:s|ped)?|halt(?:s|ed)?|pause[sd]?|rest(?:s|ed)?|refuel(?:s|led|ed)?|fuel(?:s|led)?|fill(?:s|ed)\s+up|tank(?:s|ed)\s+up|change[sd]?|call(?:s|ed)|slow(?:s|ed)?|land(?:s|ed)?|"
    r"come\s+down|came\s+down|put(?:s)?\s+(?:in|down|ashore)|pull(?:s|ed)?\s+(?:in|over|off|up)|drew\s+(?:in|up|rein)|br(?:o|ea)ke[sn]?\s+(?:the|his|her|their)\s+(?:journey|voyage|ride|drive|way)|"
    r"slept|sleeps?|dozed|napped|ate|dined|lunched|breakfasted|drank|drink|watered|fed|shod|wait(?:s|ed)?|queued?|touch(?:es|ed)?\s+(?:down|at)|turn(?:s|ed)?\s+(?:aside|off)|dismount(?:s|ed)?|"
    r"got\s+(?:out|off|down)|stretch(?:es|ed)?|repair(?:s|ed)?|mend(?:s|ed)?|stall(?:s|ed)?|broke\s+down|halts?|stops?|pauses?|rests?|landings?|call|break|punctures?|breakdowns?|change)"
)
_BRIEF = (
    r"(?:stop|halt|pause|slow|refuel|fill\s+up|land|come\s+down|put\s+(?:in|down)|pull\s+(?:in|over|off|up)|draw\s+(?:in|up|rein)|"
    r"break\s+(?:the|his|her|their)|change|turn\s+(?:aside|off)|dismount)"
)
_COUNTED = (
    r"(?:once|twice|thrice|only\s+once|(?:two|three|four|five|six|seven|eight|nine|ten|several|a\s+few|many)\s+times|one|only|sole|single|two|three|four|the\s+first|the\s+last|"
    r"the\s+(?:first|second|third|last)\s+time)"
)
_HALTS = regex(
    rf"\b{_COUNTED}\b[^.!?\n]{{0,60}}?\b{_PAUSE}\b|\b{_PAUSE}\b[^.!?\n]{{0,40}}?\b{_COUNTED}\b|\bhad\s+to\s+{_BRIEF}\b|"
    rf"\b(?:never|not|did\s+not|hardly|scarcely|no)\s+(?:\w+\s+)?{_PAUSE}\b[^.!?\n]{{0,60}}?\b(?:except|but|save|other\s+than|apart\s+from|only)\b|"
    rf"\b(?:paused|halted|refuelled|refueled|fuelled|tanked\s+up|filled\s+up|{_PAUSE}\s+(?:briefly\s+|only\s+|again\s+|also\s+)?for\s+(?:petrol|diesel|fuel|gas|water|oil|food|soup|tea|coffee|bread|"
    r"a\s+(?:drink|meal|sandwich|cigarette|rest|nap|sleep|few|cup|bite|minute|moment|quarter)|half|an\s+hour|ten|five|twenty))\b|"
    r"\b(?:changed|switched)\s+(?:trains?|buses|horses|planes|boats|tyres|drivers|carriages)\b",
    re.IGNORECASE,
)
"""What is done on a way and not after it."""
_ON_THE_WAY = regex(
    r"\b(?:on|along)\s+the\s+(?:way|road|journey|voyage|ride|drive|flight|crossing|trip|march|passage|run)\b|\ben\s+route\b|\b(?:during|in\s+the\s+course\s+of)\s+(?:the|his|her|their)\s+"
    r"(?:journey|voyage|ride|drive|flight|crossing|trip|march|passage|run)\b|\bin\s+between\b|\bhalf-?way\b",
    re.IGNORECASE,
)
_AFTERWARDS = regex(
    r"\b(?:then|afterwards?|later|next|from\s+there|from\s+here|on\s+the\s+way\s+(?:back|home)|(?:went|go|goes|drove|flew|sailed|rode|walked|travelled)\s+on|since|now|that\s+(?:night|evening|day)|"
    r"the\s+(?:next|following)|return(?:ed)?|back|home)\b",
    re.IGNORECASE,
)


def look_back_to_halts(text: str, drafts: "Sequence[Draft]", sentences: "Sequence[Span]") -> None:
    """Mark as looks back the halts without a time that are told right after the end of a way on which they lie."""
    ends: tuple[Draft, Draft] | None = None
    for index, draft in enumerate(drafts):
        span = sentences[draft.sighting.clause.sentence]
        later = timed(draft) and bool(draft.times) and min(draft.times) >= span.end and _IT_WAS.match(text, span.end)
        if later and ends is not None and _is_halt(text, span, draft, ends):
            draft.own, draft.low, draft.high, draft.before = (
                False,
                None,
                None,
                True,
            )  # "... over X. It was half past ten"
            draft.earliest, draft.latest = None, ends[1].latest
            continue
        if timed(draft) or draft.gap is not None:
            before = drafts[index - 1] if index else None
            goes = draft.sighting.event is not Event.DEPART and before is not None and _has_time(before)
            ends = (before, draft) if goes and before is not None else None
            continue
        if ends is None or draft.before or draft.sighting.event is Event.DEPART:
            ends = None
            continue
        clause, last = draft.sighting.clause, ends[1].sighting.clause
        if clause.sentence == last.sentence and _MEANTIME.search(
            text, ends[1].sighting.toponym.mention.end, draft.sighting.toponym.mention.start
        ):
            draft.before = True
        elif clause.paragraph != last.paragraph or clause.sentence == last.sentence:
            ends = None
        elif _is_halt(text, span, draft, ends):
            draft.before = True
        elif _AFTERWARDS.search(text, span.start, draft.sighting.toponym.mention.start):
            ends = None


def _is_halt(text: str, span: "Span", draft: "Draft", ends: "tuple[Draft, Draft]") -> bool:
    """Whether a sentence tells of a halt on a way, and does not go on from its end."""
    if _AFTERWARDS.search(text, span.start, draft.sighting.toponym.mention.start):
        return False
    halts = _HALTS.search(text, span.start, span.end) is not None
    told = _ON_THE_WAY.search(text, span.start, span.end) is not None
    return (halts or told) and _lies_between(*(one.sighting.toponym.place for one in (*ends, draft)))


_MEANTIME = regex(r"\b(?:in\s+the\s+mean\s?time|meanwhile|in\s+between|on\s+the\s+way|en\s+route)\b", re.IGNORECASE)
_IT_WAS = regex(r"\s*(?:It|The\s+time)\s+was\b")


def _has_time(draft: "Draft") -> bool:
    return timed(draft) or draft.gap is not None


def _lies_between(start: "Place | None", end: "Place | None", stop: "Place | None") -> bool:
    """Whether a stop is nearer to both ends of a way than they are to each other, and no long way round."""
    if start is None or end is None or stop is None or any(one.is_area for one in (start, end, stop)):
        return False
    first, second = _km(start, stop), _km(stop, end)
    whole = _km(start, end)
    return max(first, second) < whole and first + second <= DETOUR * whole


def _km(one: "Place", other: "Place") -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)
