"""Stops told by the heads of what somebody wrote: "Posts that Ann Lee deleted ... The first is headed 3 June, X"."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause

_WRITTEN = (
    r"(?:posts?|entry|entries|diary|diaries|letters?|cards?|postcards?|pictures?|photographs?|pages?|blog|messages?|notes?|stor(?:y|ies)|tweets?|"
    r"reports?|dispatch(?:es)?|despatch(?:es)?|telegrams?|log|sketch(?:es)?|drawings?|poems?|videos?|clips?|snapshots?)"
)
_HEADED = regex(
    r"\b(?:the\s+(?:first|second|third|fourth|next|last|earliest|latest|other|final|one)|one|another|it|(?:the|each|every|his|her|a)\s+"
    rf"(?:\w+\s+){{0,2}}{_WRITTEN})\b(?:\s+(?:of\s+(?:them|these|those)|{_WRITTEN}))?(?:,[^.;]{{1,60}},)?\s+(?:is|was|are|were|bears?|bore|has|had|carries|carried)\s+"
    r"(?:simply\s+|only\s+|the\s+(?:heading|date|dateline|tag|words|caption)\s+|neatly\s+)?(?:headed|dated|datelined|tagged|geotagged|marked|inscribed|"
    r"captioned|postmarked|labelled|entitled)?\s*[\"\u201c]?(?P<head>[^.;!?]{0,50}?)\Z",
    re.IGNORECASE,
)
"""What is written at the head of an entry, up to the name of a place."""
_ROW = regex(r"(?:[\s,:\"\u201c\u201d]|\b(?:from|at|in|on|the|of)\b)*", re.IGNORECASE)
"""What may stand between the parts of a head: with its times blotted out nothing else is left."""


def with_headed_entries(
    texts: tuple[str, str],
    clauses: "Sequence[Clause]",
    toponyms: "Sequence[Toponym]",
    told: "Sequence[Sighting]",
    names: tuple[str, ...],
) -> "tuple[Sighting, ...]":
    """The sightings with those at the heads of entries, posts and letters that the traveller wrote.

    Parameters
    ----------
    texts, clauses, toponyms, told
        As for :func:`with_destinations`.
    names
        The full name and the surname of the traveller; empty words for none.
    """
    text, timeless = texts
    if not any(names) or not _wrote(text, [name for name in names if name]):
        return tuple(told)
    known = {one.toponym.mention.start for one in told}
    starts = [clause.start for clause in clauses]
    added: list[Sighting] = []
    for top in toponyms:
        mention = top.mention
        index = bisect_left(starts, mention.start + 1) - 1
        if mention.kind is not MentionKind.PLACE or top.place is None or mention.start in known or index < 0:
            continue
        low = _sentence_start(clauses, index)
        found = _HEADED.search(text, low, mention.start)
        if found is None or mention.start >= clauses[index].end or clauses[index].quoted:
            continue
        end = clauses[index].end
        head = timeless[found.start("head") : mention.start] + timeless[mention.end : min(end, mention.end + 30)]
        dated = text[found.start("head") : end] != timeless[found.start("head") : end]
        first = re.split(r"[.;!?]", head)[0]
        if dated and _ROW.fullmatch(first) is not None:
            verb = clauses[index].verbs[-1] if clauses[index].verbs else None
            added.append(Sighting(top, Event.AT, clauses[index], verb, "at"))
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _sentence_start(clauses: "Sequence[Clause]", index: int) -> int:
    """Offset at which the sentence of a clause begins."""
    low = index
    while low and clauses[low - 1].sentence == clauses[index].sentence:
        low -= 1
    return clauses[low].start


def _wrote(text: str, names: "Sequence[str]") -> bool:
    """Whether a story tells of what one of the names wrote: "posts that Ann Kovel has deleted", "Kovel's diary"."""
    for name in names:
        word = re.escape(name)
        by = rf"\b{_WRITTEN}\s+(?:(?:that|which|of|by|from|in\s+which|with\s+which)\s+)?(?:\w+\s+){{0,2}}?{word}\b"
        whose = rf"\b{word}['\u2019]s?\s+(?:[\w-]+\s+){{0,3}}?{_WRITTEN}\b"
        if re.search(rf"{by}|{whose}", text, re.IGNORECASE):
            return True
    return False
