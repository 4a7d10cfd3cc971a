"""Stops told by a row of names behind a colon: "the list of her stops runs: Lugano, Como (by way of a field), Graz"."""

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_LEAD = regex(
    r"\b(?:stops|stages|halts|landings|ports(?:\s+of\s+call)?|legs|hops|route|itinerary|way|list|trail|log|ledger)\b[^.:;\n]{0,70}:\s*",
    re.IGNORECASE,
)
"""What is made of stops, and the colon before their row."""
_MEANT = regex(
    r"\b(?:will|would|could|should|may|might|plans?|planned|proposed|next|due|schedul\w+|timetable\w*|programme|booked|hop(?:es|ed)|wants?|"
    r"intend\w*|favourites?|favorites?|usual|offices|branches|towns|cities|candidates|names|not|never|no|were\s+to|is\s+to|was\s+to)\b",
    re.IGNORECASE,
)
"""Words by which a row is none of stops that were made."""
_OTHER_LIST = regex(
    r"\b(?:list|log|ledger|trail)\s+of\s+(?!(?:(?:his|her|their|the|its)\s+)?(?:stops|stages|halts|landings|ports|legs|hops|places)\b)"
)
_LINK = regex(
    r"(?:[\s,;]|\u2013|\u2014|->|\u2192)*(?:\b(?:and|then|finally|lastly|next)\b\s*)*(?:the\s+)?", re.IGNORECASE
)
_ASIDE = regex(r"\([^()\n]{0,160}\)")
FEWEST = 3
"""Names that make a row."""
SENTENCES = 2
"""Sentences after one about the traveller within which a row is of the traveller's stops."""


def with_listed_routes(
    timeless: str, clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with those of rows of names.

    Parameters
    ----------
    timeless
        The story with its times blotted out by spaces.
    clauses, toponyms
        Its clauses as the traveller sees them, and its place names, both in text order.
    told
        The sightings read so far, in text order.
    """
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]
    begins = [clause.start for clause in clauses]
    stops = {one.toponym.mention.start for one in told}
    added: list[Sighting] = []
    for match in _LEAD.finditer(timeless):
        index = bisect_right(begins, match.start()) - 1
        if index < 0 or not _is_travellers(timeless, clauses, index, match):
            continue
        row = _row(timeless, match.end(), named[bisect_left(starts, match.end()) :])
        for top in row if len(row) >= FEWEST else ():
            clause = clauses[bisect_right(begins, top.mention.start) - 1]
            if top.mention.start not in stops:
                added.append(Sighting(top, Event.AT, clause, None, "at"))
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _is_travellers(timeless: str, clauses: "Sequence[Clause]", index: int, lead: re.Match[str]) -> bool:
    clause = clauses[index]
    words = timeless[clause.start : lead.end()]
    if _MEANT.search(words) or _OTHER_LIST.search(words) or clause.quoted:
        return False
    near = [one for one in clauses[max(0, index - NEAR) : index + 1] if clause.sentence - one.sentence <= SENTENCES]
    return any(one.subject in MINE or one.object_is_traveller for one in near)


NEAR = 8
"""Clauses back that the traveller may have been told of last."""


def _row(timeless: str, at: int, names: "Sequence[Toponym]") -> "list[Toponym]":
    """The names from an offset on that form one row; those in brackets are passed over."""
    found: list[Toponym] = []
    for top in names[:MOST]:
        between = timeless[at : top.mention.start]
        if between.count("(") > between.count(")"):
            continue  # within brackets: "(by way of X)"
        if _LINK.fullmatch(_ASIDE.sub(" ", between)) is None:
            break
        found.append(top)
        at = top.mention.end
    return found


MOST = 60
"""Names of the longest row that is read."""
