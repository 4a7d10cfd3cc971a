"""Stops told by what a place named before has issued: "Between the two lies X. Its weighbridge issued a slip"."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.destinations import stop_at
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.sightings import Sighting

_ISSUES = regex(
    r"\W*Its\s+(?:own\s+)?(?:[a-z-]+\s+){0,2}?(?:weigh-?bridge|toll(?:-?booth|-?gate)?|office|post|gate|customs|station|harbour|hotel|inn|police|bridge|barrier|depot|"
    r"garage|pump|museum|library|hospital|ferry|quay|bank|clerk|registrar|stationmaster|scales?)(?:\s+(?:house|post|office|hall|station|staff))?\s+"
    r"(?:has\s+|had\s+)?(?:issued|printed|stamped|produced|supplied|gave|sold|signed|sealed|made\s+out|punched|wrote|registered)\s+(?:out\s+)?"
    r"(?:the|an?|its|his|her|their)\s+(?P<which>(?:first|second|third|fourth|last|other|next|middle|earlier|later)\s+)?(?:[a-z-]+\s+){0,2}?"
    r"(?P<paper>slip|ticket|receipt|stub|docket|pass|card|voucher|paper|stamp|form|invoice|bill|certificate|coupon)\b"
)
"""What a house of the place just named did for who passed."""


def with_its_papers(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> "tuple[Sighting, ...]":
    """The sightings with those that one of the traveller's papers tells; parameters as :func:`with_destinations`.

    The paper is one of several of a kind, by the others of which the traveller is told to have been elsewhere.
    """
    text, timeless = texts
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]
    added: list[Sighting] = []
    for index, clause in enumerate(clauses):
        found = _ISSUES.match(text, clause.start, clause.end) if index else None
        if found is None or found["which"] is None or clause.quoted or not clause.verbs:
            continue
        before = [one for one in clauses[:index] if one.sentence == clause.sentence - 1]
        if not before or before[0].paragraph != clause.paragraph:
            continue
        tops = named[bisect_left(starts, before[0].start) : bisect_left(starts, clause.start)]
        dated = text[clause.start : clause.end] != timeless[clause.start : clause.end]
        if len(tops) != 1 or not dated or not any(_is_by(text, clauses, one, found["paper"]) for one in told):
            continue
        added.append(stop_at(text, tops[0], Event.AT, clause, clause.verbs[0]))
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _is_by(text: str, clauses: "Sequence[Clause]", one: "Sighting", paper: str) -> bool:
    """Whether the sentence of a sighting tells of a paper of a kind."""
    beside = [clause for clause in clauses if clause.sentence == one.clause.sentence]
    words = text[beside[0].start : beside[-1].end].casefold().split() if beside else []
    return paper in words or f"{paper}s" in words
