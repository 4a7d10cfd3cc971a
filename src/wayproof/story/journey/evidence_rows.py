"""Stops told by a row of places and times that papers or devices kept: "The slips read: X, 04:22; Y, 05:58".

The row has no deed and no subject; what kept it stands before it, or in the sentence after it ("Such is the log of"),
and whose it is, there or beside it.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause
from wayproof.story.grammar.told_lists import is_of_others, kept_pattern
from wayproof.story.grammar.verbs import is_participle
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.rounds import ENTRY
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

FEWEST = 2
"""Entries that make a row."""
LONGEST_LINK = 110
"""Characters between the places of two entries, without their times."""
SENTENCES = 2
"""Sentences after a row that nobody was told of before within which stands whose it is."""
LEAD_CHARACTERS = 320
"""Characters before and after a row in which it is told what kept it and whose it is."""
_NOT_KEPT = regex(
    r"\b(?:will|would|could|should|may|might|plans?|planned|next|due|schedul\w+|timetables?|programmes?|booked|hop(?:es|ed|ing)|wants?|intend\w*|"
    r"offices|branches|shops|factories|not|never|were\s+to|is\s+to|proposed|brochures?|advertis\w+|recommend\w*|tomorrow|weddings|births|baptisms|deaths|trains|buses|flights|departures|sisters|"
    r"brothers|sons|daughters|children|favourites?|prices?|population|stolen|cloned|forged|copied|lent|sold)\b",
    re.IGNORECASE,
)
"""Words by which a row is none of stops that were made."""
_SUCH = regex(
    r"[^.:;]{0,60}?[.:;\u2014\u2013][\s\"\u201d]*(?:so|thus|such|these|those|that|this|all|both|the|here|by\s+(?:such|these))\b",
    re.IGNORECASE,
)
"""How, behind the last place of a row, it is begun to tell what the row was taken from."""
_TO = regex(r"\s+(?:to|\u2013|-|\u2192)\s+(?:the\s+)?")
_SEPARATED = regex(r"[;,.)\u2014\u2013]|\band\b")
_TELLS = regex(
    r"\b(?:he|she|they|it|we|I|who|which|that|where|when|because|if|was|were|is|are|had|has|have|no|not|never|whose|whom|"
    r"while|but)\b",
    re.IGNORECASE,
)
"""Words that no entry has."""
_CAPITALS = regex(r"(?<![.;:\u201c\"(]\s)(?<![\u201c\"(])(?<!\A)\b[A-Z][a-z]+")
_CAME = regex(
    r"[\s,(]*(?:\w+\s+)?(?:entry|entered|entering|arrival|arrived|arriving|in|landing|landed|disembarked|put\s+ashore|paid\s+off|signed\s+off|inbound|to)\b(?!\s+(?:the|a)\b)",
    re.IGNORECASE,
)
_WENT = regex(
    r"[\s,(]*(?:\w+\s+)?(?:exit|exited|leaving|left|departure|departed|departing|embarked|"
    r"signed\s+on|sailed|outbound|out|boarded)\b",
    re.IGNORECASE,
)
"""What an entry says behind its place of what happened there."""


def with_evidence_rows(
    texts: tuple[str, str],
    clauses: "Sequence[Clause]",
    toponyms: "Sequence[Toponym]",
    told: "Sequence[Sighting]",
    surname: str = "",
) -> tuple[Sighting, ...]:
    """The sightings with those of rows of evidence; parameters as :func:`with_journals`."""
    text, timeless = texts
    if kept_pattern().search(text) is None:
        return tuple(told)
    known = {one.toponym.mention.start for one in told}
    starts = [clause.start for clause in clauses]
    places = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    added: list[Sighting] = []
    for row in _rows(text, timeless, clauses, starts, places):
        fresh = [top for top in row if top.mention.start not in known]
        if len(fresh) < FEWEST or not _is_kept_of(texts, clauses, starts, row, surname):
            continue
        for index, top in enumerate(row):
            clause = clauses[bisect_right(starts, top.mention.start) - 1]
            if top in fresh:
                following = row[index + 1].mention.start if index + 1 < len(row) else None
                before = row[index - 1].mention.end if index else None
                event = _event(timeless, (before, top, following))
                added.append(Sighting(top, event, clause, None, ENTRY))
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _rows(
    text: str, timeless: str, clauses: "Sequence[Clause]", starts: "Sequence[int]", places: "Sequence[Toponym]"
) -> "list[list[Toponym]]":
    """Rows of places, each with a time of its own, with no deed among them."""
    found: list[list[Toponym]] = []
    row: list[Toponym] = []
    for one, other in pairwise(places):
        low, high = one.mention.end, other.mention.start
        joined = _is_link(text, timeless, low, high) and not _has_deed(clauses, starts, low, high)
        if joined:
            row = [*row, other] if row and row[-1] is one else [one, other]
            if not found or found[-1][-1] is not one:
                found.append(row)
            else:
                found[-1] = row
    return [row for row in found if _is_dated(text, timeless, row)]


def _is_link(text: str, timeless: str, low: int, high: int) -> bool:
    between = timeless[low:high]
    if _TO.fullmatch(between):
        return True
    bare = re.sub(r"\s+", " ", between)
    timed = between != text[low:high]
    return (
        timed
        and len(bare) <= LONGEST_LINK
        and "\n" not in between
        and _SEPARATED.search(between) is not None
        and _TELLS.search(between) is None
        and _CAPITALS.search(bare) is None
    )


def _has_deed(clauses: "Sequence[Clause]", starts: "Sequence[int]", low: int, high: int) -> bool:
    """Whether a stretch tells of a deed, and not only what was noted: "signed on", "put ashore"."""
    first = max(0, bisect_right(starts, low) - 1)
    for clause in clauses[first : bisect_left(starts, high)]:
        for verb in clause.verbs:
            if low <= verb.start < high and (verb.passive or not any(map(is_participle, verb.form.split()))):
                return True
    return False


def _is_dated(text: str, timeless: str, row: "Sequence[Toponym]") -> bool:
    """Whether the row has as many times as places, but for ways "X to Y", which have one."""
    first, last = row[0].mention.start, row[-1].mention.end
    if len(row) > FEWEST:
        return True  # "...; and last a violet oval, undated, from X"
    if text[max(0, first - EDGE) : first] != timeless[max(0, first - EDGE) : first]:
        return True
    behind = _OVER.search(timeless, last, last + EDGE)
    high = last + EDGE if behind is None else behind.start()
    return text[last:high] != timeless[last:high]


_OVER = regex(r"[;!?\n]|\.(?!\d)")
EDGE = 24
"""Characters before the first and after the last place of a row in which the time of that entry stands."""


def _is_kept_of(
    texts: tuple[str, str], clauses: "Sequence[Clause]", starts: "Sequence[int]", row: "Sequence[Toponym]", surname: str
) -> bool:
    """Whether a paper or a device is told of that kept the row, and is the traveller's."""
    text, timeless = texts
    first, last = bisect_right(starts, row[0].mention.start) - 1, bisect_right(starts, row[-1].mention.start) - 1
    begun, ended = clauses[first].sentence, clauses[last].sentence
    if any(one.quoted for one in clauses[first : last + 1]):
        return False
    before = [one for one in clauses[max(0, first - 8) : first + 1] if begun - one.sentence <= 1 and not one.quoted]
    reach = 1 if _is_told(before) else SENTENCES
    after = [one for one in clauses[last : last + 12] if one.sentence - ended <= reach and not one.quoted]
    lead = text[max(before[0].start if before else 0, row[0].mention.start - LEAD_CHARACTERS) : row[0].mention.start]
    if _NOT_KEPT.search(lead):
        return False
    within = text[row[0].mention.start : row[-1].mention.end]
    at = row[-1].mention.end
    end = min(after[-1].end if after else at, at + LEAD_CHARACTERS)
    tail = text[at:end]
    behind = _SUCH.match(timeless, at, end) is not None and kept_pattern().search(tail) is not None
    if _NOT_KEPT.search(tail if behind else tail.split(".")[0]):
        return False
    if is_of_others(lead):
        return False
    ahead = kept_pattern().search(lead) is not None or kept_pattern().search(within) is not None
    if not (ahead or behind):
        return False
    owners = [*before, *(after if behind or not _is_told(before) else [])]
    named = re.compile(rf"\b{re.escape(surname)}\b") if surname else None
    told = named is not None and (
        named.search(lead) is not None or ((behind or ahead) and named.search(tail) is not None)
    )
    return told or any(one.subject in MINE or one.object_is_traveller for one in owners)


def _is_told(before: "Sequence[Clause]") -> bool:
    return any(one.subject in MINE or one.object_is_traveller for one in before)


LEAD = 16
"""Characters before the place of an entry in which stands which way it goes."""
_OUT_OF = regex(r"\b(?:out\s+of|away\s+from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_TOWARDS = regex(r"\b(?:coast|road|line|way|on|back|straight|through)\s+to\s+(?:the\s+)?\Z", re.IGNORECASE)


def _event(timeless: str, entry: "tuple[int | None, Toponym, int | None]") -> Event:
    """What an entry says happened at its place."""
    before, top, following = entry
    if following is not None and _TO.fullmatch(timeless, top.mention.end, following):
        return Event.DEPART
    if before is not None and _TO.fullmatch(timeless, before, top.mention.start):
        return Event.ARRIVE
    if _OUT_OF.search(timeless[max(0, top.mention.start - LEAD) : top.mention.start]):
        return Event.DEPART
    if _TOWARDS.search(timeless[max(0, top.mention.start - LEAD) : top.mention.start]):
        return Event.ARRIVE
    rest = timeless[top.mention.end : following if following is not None else top.mention.end + EDGE]
    if _WENT.match(rest):
        return Event.DEPART
    return Event.ARRIVE if _CAME.match(rest) else Event.AT
