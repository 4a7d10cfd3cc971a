"""Later uses of a thing that was told with its place: "the mines at X ... he left the mines".

Who knows of one part of a house knows the others: after "the away end in X", "the stadium" is that of X.
"""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.vocabulary.journey_words import journey_list, journey_words
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_FRAMES = ("frame_ground", "frame_stage", "frame_court", "frame_church", "frame_hospital", "frame_hotel")
_FAR_FRAME = "frame_ground"
"""The frame whose things are told of in no other town of a story."""
_EXPECTED = frozenset({"wedding", "funeral", "christening", "baptism"})
"""What somebody is expected at, wherever they are before: "a wedding in X ... was in Y at noon ... up the aisle"."""
_MISSED = regex(
    r"\b(?:miss|skip|avoid|cancel|postpon|boycott|shunn?|call(?:ed|ing)\s+off|beg(?:ged|ging)\s+off)\w*\s",
    re.IGNORECASE,
)
SPOTS_WITHIN = 600
"""Characters after "the mines at X" within which "the mines" are those."""
_CHURCH = r"\s+(?:St|Saint|Our\s+Lady|the\s+(?:same\s+)?(?:church|chapel|cathedral))\b"
"""Whose aisle or altar is told, and is of the town: "the aisle of St Anne's"."""
_AFTER = (
    rf"\b(?!\s+of\b(?!{_CHURCH})|\s+(?:at|in|near|outside)\s+(?:the\s+|an?\s+)?(?:[A-Z]|\w+\s+(?:of|in)\b)|"
    r"\s+on\s+the\b|['\u2019-])"
)


@cache
def _spot() -> re.Pattern[str]:
    listed = sorted({*journey_list("spots"), *(word for name in _FRAMES for word in journey_list(name))}, key=len)
    words = "|".join(re.escape(word) for word in reversed(listed))
    return re.compile(
        rf"\b(?i:the|an?|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>{words})\s+(?:at|in|of|near|outside)\s+(?:the\s+)?$"
    )


@cache
def _kindred(noun: str) -> tuple[tuple[str, ...], bool]:
    """The words that stand for the same spot as a noun, and whether they do so wherever the story goes meanwhile."""
    if noun in journey_words("spots"):
        return (noun,), True
    frame = next(name for name in _FRAMES if noun in journey_words(name))
    return journey_list(frame), frame == _FAR_FRAME or noun in _EXPECTED


def known_spots(text: str, toponyms: "Sequence[Toponym]") -> "Iterator[Toponym]":
    """Later uses of a thing that was told with its place, or of what belongs to it."""
    spots: dict[str, list[Toponym]] = {}
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE]
    for top in named:
        if top.place is None or top.place.is_area:
            continue
        found = _spot().search(text, max(0, top.mention.start - 60), top.mention.start)
        missed = found is not None and _MISSED.search(text, max(0, top.mention.start - 60), top.mention.start)
        if found and not missed:
            spots.setdefault(found["noun"], []).append(top)
    told: set[int] = set()
    for noun, holders in sorted(spots.items()):
        if len({top.place for top in holders}) > 1:
            continue
        first, (words, far) = holders[0], _kindred(noun)
        low = first.mention.end
        high = low + SPOTS_WITHIN
        if not far:
            after = min((top.mention.start for top in named if top.mention.start > low), default=high)
            line = text.find("\n", low)
            high = min(high, after, line if line >= 0 else high)
        pattern = rf"\bthe\s+(?P<noun>{'|'.join(map(re.escape, words))}){_AFTER}"
        for match in re.finditer(pattern, text[low:high]):
            start, end = match.start("noun") + low, match.end("noun") + low
            taken = start in told or any(top.mention.start < end and top.mention.end > start for top in toponyms)
            if not taken:
                told.add(start)
                yield replace(first, mention=replace(first.mention, start=start, end=end, text=text[start:end]))
