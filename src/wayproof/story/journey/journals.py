"""Stops told by the entries of a diary or a log: '"Mon. 3 June. Dover. Fog. Tues. Calais by noon."'.

An entry has no subject and often no verb: its places stand at the head of what is a sentence by its marks alone, or
behind a bare preposition. Whose it is, the sentences around tell.
"""

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

_KEPT = regex(
    r"\b(?:diary|diaries|journal|log|log-?books?|notebook|pocket-?book|jotter|day-?book|calendar|almanac|logs|jottings|"
    r"(?:entry|entries|extracts?|pages?|notes?|lines?|leaf|leaves)\s+(?:in|of|from|for|on)|ship's\s+book|engagement\s+book|scrapbook|field\s+book)\b",
    re.IGNORECASE,
)
"""What is kept from day to day."""
LEAD_CHARACTERS = 240
"""Characters before the entries in which it stands what they are from."""
_ENTRIES = regex(
    r"[\"\u201c](?P<entries>[^\"\u201c\u201d\n]{20,1500})[\"\u201d]|:\s+(?P<told>[^\"\u201c\u201d\n]{20,1500})"
)
_HEAD = regex(
    r"(?:\A|[.;:\u2014\u2013(!]|\s{3})[\s.,:;\u2014\u2013-]*(?:(?:[A-Z]?[\w\u2019'-]+\s+){0,3}?(?P<how>in|at|off|from|out\s+of|to|into|past|through|near|outside|for)\s+(?:the\s+)?)?\Z"
)
"""What may stand between the mark that ends an entry and the place of the next: "Breakfast at"."""
_DEEDS = regex(
    r"\b(?:he|she|they|it|we|who|which|that|had|has|would|will|could|said|says|says|wrote|letter|news|wire|cable|dreamt?|thought|heard|read|rang|"
    r"telephoned|hope|hopes|plans?|tomorrow|next|if|not|no|never)\b",
    re.IGNORECASE,
)
"""Words that make of an entry a sentence about something else."""
_WHOSE = regex(
    r"\W*(?:so|thus|hence|that\s+(?:is|was)|by\s+(?:this|that|it|his|her)|if|in\s+(?:this|that)|it\s+(?:is|was)|(?:its|the)\s+(?:author|writer|diarist|owner|"
    r"traveller|rider|hand|keeper|skipper|captain|walker|driver|pilot))\b",
    re.IGNORECASE,
)
"""How the sentence after a row of entries begins that tells whose they are."""
_AFTER = regex(
    r"\s*(?:[.,;:!)\u2014\u2013]|\s{2}|\Z|(?:at|by|for|in|before|after|on|about|towards|under|again|and|when|until|till|with|without)\b|\d)"
)
_EVENTS = {"from": Event.DEPART, "out of": Event.DEPART, "to": Event.ARRIVE, "into": Event.ARRIVE}
FEWEST = 2
"""Places and times of the shortest row of entries."""


def with_journals(
    texts: tuple[str, str],
    clauses: "Sequence[Clause]",
    toponyms: "Sequence[Toponym]",
    told: "Sequence[Sighting]",
    surname: str = "",
) -> tuple[Sighting, ...]:
    """The sightings with those of the entries of the traveller's diary or log.

    Parameters
    ----------
    texts
        The story, and the story with its times blotted out by spaces.
    clauses, toponyms
        Its clauses as the traveller sees them, and its place names, both in text order.
    told
        The sightings read so far, in text order.
    surname
        What the traveller is called, for "Lund's diary"; "" for nobody with a name.
    """
    text, timeless = texts
    if _KEPT.search(text) is None:
        return tuple(told)
    known = {one.toponym.mention.start for one in told}
    starts = [clause.start for clause in clauses]
    places = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    at = [top.mention.start for top in places]
    added: list[Sighting] = []
    for match in _ENTRIES.finditer(text):
        low, high = match.span("entries") if match["entries"] is not None else match.span("told")
        lead = text[max(0, low - LEAD_CHARACTERS) : low]
        owned = (
            bool(surname)
            and re.search(rf"\b{re.escape(surname)}['\u2019]s?\s+(?:[\w-]+\s+)?{_KEPT.pattern}", lead) is not None
        )
        if _KEPT.search(lead) is None or not (owned or _is_travellers(text, clauses, starts, low, high)):
            continue
        found = []
        for top in places[bisect_left(at, low) : bisect_left(at, high)]:
            event = _head(timeless, low, high, top)
            index = bisect_right(starts, top.mention.start) - 1
            if event is not None and index >= 0:
                found.append(Sighting(top, event, clauses[index], None, "at"))
        if len(found) >= FEWEST and _times(text, timeless, low, high) >= FEWEST:
            added += [one for one in found if one.toponym.mention.start not in known]
    if not added:
        added = [
            one for one in _quoted_apart(texts, clauses, places, surname) if one.toponym.mention.start not in known
        ]
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _quoted_apart(
    texts: tuple[str, str], clauses: "Sequence[Clause]", places: "Sequence[Toponym]", surname: str
) -> list[Sighting]:
    """Entries quoted one by one: '"Dover, 5 a.m. Fog." So begins the log that she kept. "Lille, fuel." ...'."""
    text, timeless = texts
    if not any(_is_kept_by(text, clauses, kept, surname) for kept in _KEPT.finditer(text)):
        return []
    starts, at = [clause.start for clause in clauses], [top.mention.start for top in places]
    found, times = [], 0
    for match in _QUOTED.finditer(text):
        low, high = match.span("entry")
        heads = [
            Sighting(top, event, clauses[index], None, "at")
            for top in places[bisect_left(at, low) : bisect_left(at, high)]
            if (event := _head(timeless, low, high, top)) is not None
            and (index := bisect_right(starts, top.mention.start) - 1) >= 0
        ]
        # nobody says it: '"Lille!" he cried', '"Lille", a ship'
        if heads and heads[0].toponym.mention.start - low <= HEAD_CHARACTERS and not _SAID.match(text, match.end()):
            found += heads
            times += _times(text, timeless, low, high)
    return found if len(found) >= FEWEST and times >= FEWEST else []


def _is_kept_by(text: str, clauses: "Sequence[Clause]", kept: re.Match[str], surname: str) -> bool:
    """Whether a diary or log is the traveller's: "Lund's diary", "the log that she kept", "in her log"."""
    owned = re.search(r"([A-Z][\w-]+)['\u2019]s?\s+(?:[\w-]+\s+)?\Z", text[: kept.start()][-OWNER_CHARACTERS:])
    if owned is not None:
        return bool(surname) and owned.group(1) == surname
    index = bisect_right([clause.start for clause in clauses], kept.start()) - 1
    near = [one for one in clauses[max(0, index) : index + 2] if one.sentence == clauses[max(0, index)].sentence]
    return any(one.subject in MINE and not one.quoted for one in near)


_QUOTED = regex(r"[\"\u201c](?P<entry>[A-Z\d][^\"\u201c\u201d\n]{4,200})[\"\u201d]")
_SAID = regex(r"\s+(?:he|she|they|said|says|cried|told|asked|wrote|[A-Z]\w+\s+(?:said|says|asked|cried))\b")
HEAD_CHARACTERS = 24
"""Characters of an entry in which its first place begins."""
OWNER_CHARACTERS = 48
"""Characters before a diary in which it stands whose it is."""


def _head(timeless: str, low: int, high: int, top: "Toponym") -> Event | None:
    """What an entry tells of the place that it begins with; None for a place within a sentence."""
    start, end = top.mention.start, top.mention.end
    found = _HEAD.search(timeless[low:start])
    if found is None or _DEEDS.search(found.group()) or _AFTER.match(timeless[:high], end) is None:
        return None
    return None if found["how"] == "for" else _EVENTS.get(found["how"] or "", Event.AT)


def _times(text: str, timeless: str, low: int, high: int) -> int:
    """How many time expressions stand in a stretch."""
    blotted = "".join(
        "x" if one != other else " " for one, other in zip(text[low:high], timeless[low:high], strict=True)
    )
    return len(re.findall(r"x(?:[x ]{0,2}x)*", blotted))


def _is_travellers(text: str, clauses: "Sequence[Clause]", starts: "Sequence[int]", low: int, high: int) -> bool:
    """Whether the sentence before a row of entries, or the one after, tells of the traveller."""
    first, last = bisect_right(starts, low) - 1, bisect_left(starts, high)
    begun = clauses[max(0, first)].sentence
    before = [one for one in clauses[max(0, first - 8) : first + 1] if begun - one.sentence <= 1 and not one.quoted]
    after = [one for one in clauses[last : last + 4] if one.sentence - clauses[last].sentence < 1 and not one.quoted]
    after = after if after and _WHOSE.match(text, after[0].start) else []
    return any(one.subject in MINE or one.object_is_traveller for one in (*before, *after))
