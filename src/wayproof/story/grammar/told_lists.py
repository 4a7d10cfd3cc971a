"""Stops told by a list of places and times: "her log reads: 06:10, Calais; 09:45, Lille"."""

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_RECORD = regex(
    r"\b(?:log|log-?book|diary|journal|notebook|passport|stamps?|statements?|receipts?|tickets?|tachograph|time-?sheet|"
    r"(?:delivery|work|call|score)\s?-?(?:sheet|card)|cards?|tracker|telephone|phone|records?|entries|register|ledger|postmarks?|"
    r"postcards?|dash-?cam|captions?|stops?|calls|halts|concerts|shows|visits|matches|appearances|stages|withdrawals|"
    r"purchases|payments|sightings|fixes|positions|pings|meetings|lectures|talks|signings|masts?|cameras)\b",
    re.IGNORECASE,
)
"""What keeps or is made of stops, before the list of them."""
_MEANT = regex(
    r"\b(?:will|would|could|should|may|plans?|planned|next|due|schedul\w+|timetable\w*|programme|booked|hop(?:es|ed|ing)|wants?|"
    r"intend\w*|offices|branches|shops|factories|not|never|no|were\s+to|is\s+to)\b",
    re.IGNORECASE,
)
_OWNED = regex(r"\b(?:his|her|their|my)\s", re.IGNORECASE)
_LINK = regex(
    r"[\s,;:()\u2013\u2014-]*(?:\b(?:and|then|finally|later)\b\s*)*"
    r"(?:(?:\b(?:an?|the|his|her)\s+)?(?:[a-z-]+\s+){0,2}?\b(?:in|at|on|by|near)\s+)?(?:the\s+)?"
)
"""What stands between the entries of a list once their times are blotted out."""


@cache
def kept_pattern() -> re.Pattern[str]:
    """What keeps places and times of somebody."""
    words = "|".join(sorted(map(re.escape, journey_words("keeps_places")), key=len, reverse=True))
    words += "|entries|diaries"
    return re.compile(rf"\b(?:{words})(?:e?s)?\b".replace(r"\-", r"[\s-]?").replace(r"\ ", r"\s+"), re.IGNORECASE)


@cache
def _whose() -> re.Pattern[str]:
    return re.compile(
        rf"(?i:{kept_pattern().pattern})\s+(?P<of>of|from|for|to)\s+(?:(?:an?|his|her|their|some|two|three)\s+)?"
        r"(?P<who>[a-z-]+(?:\s+[a-z-]+){0,2}|[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?\s+(?:came|arrived|were|was|reached))\b(?!\s+[A-Z])",
    )


_ADDRESSED = regex(
    r"\b(?i:letters?|cards?|postcards?|telegrams?|cables?|parcels?|messages?|notes?)\s+(?:(?:sent|addressed|posted)\s+)?to\s+(?:him|her|them|me|us|[A-Z])"
)
"""Mail that somebody gets and others have sent: "letters to her came from X"."""


def is_of_others(lead: str) -> bool:
    """Whether a paper told of before a row is somebody else's: "letters of friends", "the passport of her brother"."""
    if _ADDRESSED.search(lead):
        return True
    for found in _whose().finditer(lead):
        words = [word for word in found["who"].split() if word[0].islower()]
        to_them = found["of"] == "to" and words[:1] in (["him"], ["her"], ["them"], ["me"], ["us"])
        if to_them or any(person_noun(word) is not None for word in words):
            return True
    return False


BEFORE = 24
"""Characters before the first place of a list in which its time stands."""


def listed_places(
    texts: tuple[str, str], clause: Clause, named: "Sequence[Toponym]", before: "Sequence[Clause]"
) -> frozenset[int]:
    """Offsets of the place names of a clause that are the stops of a list, each with its time.

    Parameters
    ----------
    texts
        The story, and the story with its time expressions blotted out by spaces.
    clause, named
        A clause and the place names in it, in order.
    before
        The clauses before it, in order.
    """
    text, timeless = texts
    if len(named) < len(("first", "second")):
        return frozenset()
    lead = text[clause.start : named[0].mention.start]
    if (
        not _RECORD.search(lead)
        or is_of_others(lead)
        or _MEANT.search(lead)
        or not _is_travellers(text, clause, lead, before)
    ):
        return frozenset()
    if any(verb.doubtful or verb.infinitive or verb.motion is Motion.PLAN for verb in clause.verbs):
        return frozenset()
    timed = 0
    for one, other in pairwise(named):
        low, high = one.mention.end, other.mention.start
        if _LINK.fullmatch(timeless, low, high) is None:
            return frozenset()
        timed += text[low:high] != timeless[low:high]
    first, last = named[0].mention.start, named[-1].mention.end
    edges = text[max(clause.start, first - BEFORE) : first] + text[last : clause.end]
    bare = timeless[max(clause.start, first - BEFORE) : first] + timeless[last : clause.end]
    if timed < len(named) - 1 or edges == bare:
        return frozenset()
    return frozenset(top.mention.start for top in named)


def _is_travellers(text: str, clause: Clause, lead: str, before: "Sequence[Clause]") -> bool:
    """Whether a list is one of the traveller: who owns the log, or was told of last."""
    if clause.subject is Subject.TRAVELLER or clause.object_is_traveller:
        return True
    last = before[-1] if before else None
    told_of = last is not None and last.subject is Subject.TRAVELLER and clause.sentence - last.sentence <= 1
    owned = _OWNED.search(lead) is not None or text[clause.start : clause.end].lstrip()[:4].casefold() == "the "
    return told_of and owned
