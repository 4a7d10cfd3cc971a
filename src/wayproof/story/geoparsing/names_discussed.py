"""Names whose bearers a text discusses and leaves open: "the Georgetown of Guyana, or that of the Caymans".

Who says only that he came from Victoria may be told of at length: to fishermen it is a port, the schoolteacher knows of
a whole state of that name, the cook has a cousin in another. Which one is meant stays open, and none of the places
told in explanation is a stop of anybody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from wayproof.story.geoparsing.mentions import DEMONYM, METONYM
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import ADMIN1, CITY, COUNTRY, ISLAND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.geoparsing.mentions import Mention

_KINDS: Final = frozenset({CITY, ADMIN1, ISLAND, COUNTRY})
_PREP: Final = r"(?:of|in|on|upon|at|near|by|behind|beyond|off|across)"
_IS: Final = r"(?:is|are|was|were|lies|lay|stands|stood|would|being)"
_AFTER_ONE: Final = (
    rf"(?:\s*[,;.:]|\s+{_PREP}\b|\s+{_IS}\b|\s+(?:next|nearby|there|here|over|up|down|where|which|that)\b)"
)
_ORDINAL: Final = r"(?:second|third|fourth|fifth|other|smaller|bigger|larger|lesser)(?:\s+one)?"
_POINTER: Final = regex(
    rf"another{_AFTER_ONE}|a\s+{_ORDINAL}{_AFTER_ONE}|the\s+(?:{_ORDINAL}|one){_AFTER_ONE}|one{_AFTER_ONE}|his\s+own{_AFTER_ONE}|her\s+own{_AFTER_ONE}|"
    rf"their\s+own{_AFTER_ONE}|that\s+(?:of|in|on|upon|near|next|beyond|behind)\b|those\s+(?:of|in|on)\b|so\s+(?:has|have|does|do)\b"
)
"""Words that point to one of several of a name: "the one in", "that of", "another, on"; for a text in lower case.

Every branch begins with a letter, and the word's start is looked at afterwards: so the search skips what cannot match.
"""
_OF_NAME: Final = regex(
    r"\b(?:state|town|city|port|island|place|village|hamlet|province|county|river|lake|parish|harbour|capital|suburb|district|mountain|cape|bay)s?\s+"
    r"(?:of|by|with)\s+(?:that|the|this)\s+(?:same\s+)?name\b"
)
"""What else points to one: "a whole state of that name"; for a text in lower case."""
_ARTICLE: Final = regex(r"\b(?:the|an?|one|which|whichever|what)\s+\Z", re.IGNORECASE)
_ONE: Final = regex(r"\b(?:an?|one)\s+\Z", re.IGNORECASE)
_WHICH: Final = regex(r"\b(?:which|whichever|what)\s+\Z", re.IGNORECASE)
_EXPLAINED: Final = regex(rf"\s+{_PREP}\b|\s+(?:next|where|which|that)\b", re.IGNORECASE)
_TO_SOME: Final = regex(
    r"(?:\A|[,;]\s*)\W*(?:and\s+|but\s+)?(?:to|for|among|with)\s+(?:an?|the|most|some|many|our|his|her|those|people|every|any)\b[^.;,]{0,50}\s\Z",
    re.IGNORECASE,
)
_IS_ONE: Final = regex(rf"\s*,?\s+(?:{_IS}|means?|meant)\b", re.IGNORECASE)
_MEANT: Final = regex(
    r"\b(?:mean|means|meant|meaning|took\s+(?:it|him|her|this|that)\s+(?:for|to\s+mean|to\s+be)|thinks?\s+of|thought\s+(?:at\s+once\s+)?of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_OPEN: Final = regex(
    r"\b(?:or|either|whether|which|whichever|argu\w+|disput\w+|debat\w+|wonder\w*|may|might|could|perhaps|nobody|no\s+one|not\s+(?:say|said|clear|"
    r"known|told|recorded|ask\w*|enquire\w*|explain\w*|settled)|thinks?|thought|took|points?|pointed|believe\w*|means?|meant|half|some|others?|opinions?)\b",
    re.IGNORECASE,
)
_SETTLED: Final = regex(
    r"\bnot\s+(?:the\s+(?:one|other|more|better|famous|big|great)|that\s+(?:of|in|on)|to\s+be\s+(?:confused|mistaken))|\brather\s+than\b|\binstead\s+of\b|"
    r"\bin\s+question\b|\bof\s+its\s+own\b|\bas\s+it\s+turn(?:s|ed)\s+out\b|\bthe\s+(?:present|right|true)\s+one\b",
    re.IGNORECASE,
)
_END: Final = regex(r"[.!?][\"\u201d\u2019')]*\s+(?=[\"\u201c\u2018A-Z])|\n")
_LEAD: Final = 60
"""Characters before a name that are looked at."""
LONGEST: Final = 400
"""Characters of a sentence that are looked at."""
MOST_SENTENCES: Final = 3
"""Sentences in a row that one discussion takes."""


class Discussion(NamedTuple):
    """A name that a text discusses, folded, and the offsets between which it does."""

    name: str
    start: int
    end: int


def discussions(text: str, mentions: Sequence[Mention]) -> list[Discussion]:
    """The names whose bearers a text discusses without saying which one is meant, in order, each once.

    Parameters
    ----------
    text
        The story.
    mentions
        Its place names in order.
    """
    found: dict[str, Discussion] = {}
    run: list[tuple[int, int, int]] = []
    names = _Names(mentions)
    folded = text.lower()
    folded = folded if len(folded) == len(text) else text  # a few capitals have longer small letters
    for start, end in _sentences(text):
        pointers = _pointers(folded, start, min(end, start + LONGEST))
        if pointers and (not run or len(run) < MOST_SENTENCES):
            run.append((start, end, pointers))
            continue
        _take(text, names, run, found)
        run = [(start, end, pointers)] if pointers else []
    _take(text, names, run, found)
    return list(found.values())


def _pointers(folded: str, start: int, end: int) -> int:
    """How many words of ``folded[start:end]`` point to one of several of a name."""
    found = sum(
        1 for one in _POINTER.finditer(folded, start, end) if not one.start() or not folded[one.start() - 1].isalnum()
    )
    return found + (
        sum(1 for _ in _OF_NAME.finditer(folded, start, end)) if folded.find("name", start, end) >= 0 else 0
    )


def glossed(mentions: Sequence[Mention], told: Sequence[Discussion]) -> list[Mention]:
    """The mentions, those inside a discussion as names of which nothing is told but what they mean.

    No region that stands with one of the names discussed settles it.
    """
    names = {one.name for one in told}
    if not names:
        return list(mentions)
    plain = [
        replace(one, context=tuple(word for word in one.context if not word.startswith("region:")))
        if normalise(one.text) in names
        else one
        for one in mentions
    ]
    return [
        replace(one, kind=METONYM)
        if one.kind is not DEMONYM and any(span.start <= one.start < span.end for span in told)
        else one
        for one in plain
    ]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of sentences, roughly."""
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    return ((start, end) for start, end in pairwise(ends) if end > start)


def _take(text: str, names: _Names, run: Sequence[tuple[int, int, int]], found: dict[str, Discussion]) -> None:
    """Add the name that a run of sentences with pointers discusses, if it does; the sentence before may begin it."""
    if not run:
        return
    first, last = run[0][0], run[-1][1]
    before = max((one.end() for one in _END.finditer(text, max(0, first - LONGEST), max(0, first - 1))), default=0)
    pointers = sum(number for _, _, number in run)
    for low in dict.fromkeys((first, max(before, first - LONGEST))):
        if _SETTLED.search(text, low, last):
            return
        for one in names.between(low, last):
            name = normalise(one.text)
            if name in found or not _has_many(one) or not _is_anchor(text, one, low):
                continue
            which = _WHICH.search(text, max(low, one.start - _LEAD), one.start)
            first_told = names.first[one.text]
            if not which and first_told >= one.start:
                continue
            if pointers > 1 or which or _OPEN.search(text, low, last):
                begins = first_told + len(one.text) if low <= first_told < one.start else low
                found[name] = Discussion(name, begins, last)
                return


class _Names:
    """The place names of a text by where they stand."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [one.start for one in mentions]
        self.first: dict[str, int] = {}
        for one in mentions:
            self.first.setdefault(one.text, one.start)

    def between(self, low: int, high: int) -> Sequence[Mention]:
        """Those that begin between two offsets."""
        return self._mentions[bisect_left(self._starts, low) : bisect_left(self._starts, high)]


def _is_anchor(text: str, one: Mention, low: int) -> bool:
    """Whether words about a name make it one of several: "the Newcastle in", "which Perth", "to him Perth is"."""
    lead = max(low, one.start - _LEAD)
    before = text[lead : one.start]
    if _ARTICLE.search(before):
        lies = _ONE.search(before) and _IS_ONE.match(text, one.end)
        return bool(lies or _EXPLAINED.match(text, one.end) or _WHICH.search(before))
    if _MEANT.search(before):
        return True
    return bool(_IS_ONE.match(text, one.end) and _TO_SOME.search(before))


def _has_many(one: Mention) -> bool:
    """Whether several places bear the name as their own."""
    own = {entry.place.id for entry in one.entries if entry.match == "name" and entry.place.kind in _KINDS}
    return len(own) > 1
