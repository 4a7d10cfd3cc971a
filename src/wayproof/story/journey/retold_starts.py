"""Departures told again by the hour: "He flew from X to Y on 4 June. He took off at nine and landed at noon"."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.sightings import Sighting

_HOUR = regex(
    r"\b\d{1,2}[:.]\d\d\b|\b(?:at|by|before|after|about|around|past|from|until|till)\s+(?:half\s+past\s+|quarter\s+(?:past|to)\s+|nearly\s+|about\s+)*"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|dawn|dusk|\d{1,2}(?=\s*(?:[ap]\.?m\b|o['\u2019]clock|[,.;]|and\b)))\b|"
    r"\b(?:noon|midday|midnight|o['\u2019]clock|[ap]\.m\.)",
    re.IGNORECASE,
)
_DAY = regex(
    r"\b(?:(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|following|later|after\s+(?:\w+\s+){0,3}"
    r"(?:days?|weeks?|months?|hours?|rest|lunch|dinner)|tomorrow|same|then|again|once\s+more)\b",
    re.IGNORECASE,
)
"""What makes a departure another one: a day of its own, or a word that goes on."""


def without_starts_again(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> "tuple[Sighting, ...]":
    """The sightings without departures from the end of a way that only tell again, by the hour, when it began.

    Parameters
    ----------
    texts
        The story, and the story with its times blotted out by spaces.
    clauses, toponyms
        Its clauses as the traveller sees them, and its place names, both in text order.
    told
        The sightings in text order, those of clauses without a place among them.
    """
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE]
    starts = [top.mention.start for top in named]
    first_of: dict[int, Clause] = {}
    for clause in clauses:
        first_of.setdefault(clause.sentence, clause)
    kept: list[Sighting] = []
    for one in told:
        way = _way_before(one, kept, texts[0])
        opens = first_of.get(one.clause.sentence)
        again = (
            way is not None
            and opens is not None
            and (opens.start == one.clause.start or _begins_anew(texts[0], one))
            and _adds_hours(texts, way[1].clause, one.clause)
            and _goes_nowhere_else(one, way, named, starts, clauses, sentences=_sentences_of(texts[0], one))
        )
        if not again:
            kept.append(one)
    return tuple(kept)


_MARK = regex(r"[:;\u2014]\s*(?:and\s+)?\W*")
"""What ends a telling within its sentence as a full stop does: "from X to Y: she left at eight"."""


def _begins_anew(text: str, one: "Sighting") -> bool:
    """Whether a clause begins behind a colon or the like."""
    start = one.clause.start
    before = text[max(0, start - 3) : start + 1]
    return _MARK.search(before) is not None


def _way_before(one: "Sighting", kept: "Sequence[Sighting]", text: str) -> "tuple[Sighting, Sighting] | None":
    """The ends of the way, told just before, from whose end a clause without a place departs."""
    ends = kept[-2:]
    if len(ends) < 2 or one.event is not Event.DEPART:  # noqa: PLR2004 - a way has two ends
        return None
    start, end = ends
    whole = start.event is Event.DEPART and end.event is not Event.DEPART and start.clause.start == end.clause.start
    place = end.toponym.place
    mine = place is not None and one.toponym.place == place and place != start.toponym.place
    sentences = one.clause.sentence - end.clause.sentence
    anew = sentences == 1 or (sentences == 0 and one.clause.start > end.clause.start and _begins_anew(text, one))
    next_ = anew and one.clause.paragraph == end.clause.paragraph
    placeless = one.verb is not None and one.toponym.mention.start == one.verb.start
    return (start, end) if whole and mine and next_ and placeless else None


def _adds_hours(texts: tuple[str, str], way: "Clause", clause: "Clause") -> bool:
    """Whether a way was told without an hour, and a clause tells one: of the same day, where the way has its own."""
    text, timeless = texts
    dated = text[way.start : clause.start] != timeless[way.start : clause.start]
    if _HOUR.search(text, way.start, clause.start) or not _HOUR.search(text, clause.start, clause.end):
        return False
    return not dated or _DAY.search(text, clause.start, clause.end) is None


_ARRIVES = regex(
    r"[^.!?\n]{0,60}?\b(?:arriv(?:ed|ing|es)|(?:was|were|is|are)\s+(?:there|home|in)\b|got\s+(?:in|there|home)|c[oa]me\s+in|land(?:ed|s|ing)|"
    r"touch(?:ed|es|ing)\s+down|reach(?:ed|es|ing)|pull(?:ed|s|ing)\s+(?:in|up)|tied\s+up|finish(?:ed|es|ing)|had\s+done)\b",
    re.IGNORECASE,
)
"""What tells the end of a way in the sentence that tells its start again: then the next one tells of something else."""


def _sentences_of(text: str, one: "Sighting") -> int:
    """In how many sentences a way may go on that is told again: one where that one tells its end as well, else two."""
    after = one.verb.end if one.verb is not None else one.clause.start
    return 1 if _ARRIVES.match(text, after) else 2


def _goes_nowhere_else(
    one: "Sighting",
    way: "tuple[Sighting, Sighting]",
    named: "Sequence[Toponym]",
    starts: "Sequence[int]",
    clauses: "Sequence[Clause]",
    *,
    sentences: int,
) -> bool:
    """Whether so many sentences from here name no place but the ends of the way."""
    ends = {end.toponym.place for end in way}
    for top in named[bisect_left(starts, one.clause.end) :]:
        at = bisect_left(clauses, top.mention.start, key=_end)
        if at == len(clauses) or clauses[at].sentence - one.clause.sentence >= sentences:
            return True
        if top.place not in ends:
            return False
    return True


def _end(clause: "Clause") -> int:
    return clause.end
