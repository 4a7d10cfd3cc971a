"""Stops told by a row of nouns behind a colon: "her last round: two nights in X, then, on Friday, lunch in Y"."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause
from wayproof.story.grammar.prepositions import DIRECTIONS, prepositions_pattern
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

ENTRY = "entry"
"""The relation of a place to the row it stands in."""
FEWEST = 2
"""Entries with a place that make a row."""
LONGEST = 700
"""Characters of the longest row that is read."""
_COLON = regex(r":\s")
_MEANT = regex(
    r"\b(?:will|would|could|should|may|might|plans?|planned|proposed|next|due|schedul\w+|booked|hop(?:es?|ed|ing)|wants?|wish(?:es|ed)?|dream\w*|"
    r"intend\w*|favourites?|favorites?|offices|branches|shops|rivals|firm|company|not|never|no|were\s+to|is\s+to|was\s+to|ahead|prefers?|"
    r"timetables?|programmes?|schedules?|brochures?|recommend\w*|advis\w+|offers?|tomorrow|forthcoming|promis\w+)\b",
    re.IGNORECASE,
)
"""Words by which a row is none of stops that were made."""
_PARTS = regex(
    r"[;,]\s+(?:and\s+)?(?:then\s*,?\s+)?|\s+and\s+(?:then\s+)?(?=(?:an?|the|two|three|four|five|six|his|her|their|in|at)\s|(?-i:[A-Z]))|\s+then\s+"
)
_LEADS = regex(
    r"\s*(?:(?:first|then|next|finally|lastly|last|later|again|and|after\s+that|followed\s+by|from\s+there|at\s+last|also)\b[\s,]*)*",
    re.IGNORECASE,
)
_ENTRY = regex(
    r"(?:(?:an?|the|one|another|his|her|their|some|half|\d+|two|three|four|five|six|seven|eight|nine|ten|several|a\s+few)\s+)?"
    r"(?:[\w\u2019'-]+\s+){0,4}?(?P<noun>[a-z-]+)\s+(?=(?:(?:in|at|on|near|outside|by|off|from|to|into|for|with|through|over|via|across|under|of|back|"
    r"beside|aboard|among|inside)\b))",
    re.IGNORECASE,
)
_BARE = regex(r"(?:the\s+|in\s+|at\s+)?", re.IGNORECASE)
_ANOTHER = regex(
    r"(?:one|two|three|four|five|six|another|a\s+second|a\s+third|\d+)\s+(?:more\s+)?(?:in|at|near|outside|with)\s+"
    r"(?:(?:an?|his|her|their|the)\s+(?:[\w\u2019'-]+\s+){1,3}?(?:in|at|near|outside)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
"""What leaves out the noun of the entry before: "two nights in X, three in Y"."""
_SERVICE = regex(r"(?:the|an?)\s{3,}(?P<to>from|to|out\s+of)\s+(?:the\s+)?", re.IGNORECASE)
"""A train or flight told by its hour, which is blotted out: "the 08:05 from X"."""
_DIRECTED = {"from": Event.DEPART, "to": Event.ARRIVE, "via": Event.AT, "at": Event.AT}


@cache
def _lead() -> re.Pattern[str]:
    words = "|".join(sorted(re.escape(word) for word in journey_words("rounds")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def with_rounds(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with those of rows of nouns; parameters as :func:`with_destinations`."""
    text, timeless = texts
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]
    begins = [clause.start for clause in clauses]
    found: dict[int, Sighting] = {}
    for colon in _COLON.finditer(text):
        index = bisect_right(begins, colon.start() - 1) - 1
        if index < 0 or not _tells_of_round(text, clauses, index, colon.start()):
            continue
        end = _end(text, colon.end())
        row = _row(timeless, colon.end(), end, named[bisect_left(starts, colon.end()) : bisect_left(starts, end)])
        for top, event in row if len(row) >= FEWEST else ():
            clause = clauses[bisect_right(begins, top.mention.start) - 1]
            found[top.mention.start] = Sighting(top, event, clause, None, ENTRY)
    for low, high in _verbless(text, clauses):
        row = _row(timeless, low, high, named[bisect_left(starts, low) : bisect_left(starts, high)], noun=True)
        for top, event in row if len(row) >= FEWEST else ():
            found[top.mention.start] = Sighting(
                top, event, clauses[bisect_right(begins, top.mention.start) - 1], None, ENTRY
            )
    if not found:
        return tuple(told)
    kept = [one for one in told if one.toponym.mention.start not in found]
    return tuple(sorted((*kept, *found.values()), key=lambda one: one.toponym.mention.start))


_PARTICIPLES = frozenset(
    {"beginning", "ending", "starting", "lasting", "including", "begun", "spent", "ended", "followed", "taken", "paid"}
)


def _verbless(text: str, clauses: "Sequence[Clause]") -> "list[tuple[int, int]]":
    """Rows of nouns parted by semicolons that make a sentence without a verb, before one about the traveller."""
    found: list[tuple[int, int]] = []
    for at, clause in enumerate(clauses):
        opens = not at or clauses[at - 1].sentence != clause.sentence
        if not opens or clause.quoted:
            continue
        low, high, index = clause.start, clause.end, at
        while index < len(clauses) and clauses[index].sentence == clause.sentence and _has_no_deed(clauses[index]):
            high, index = clauses[index].end, index + 1
        ended = index >= len(clauses) or clauses[index].sentence != clause.sentence
        closed = not ended and clauses[index].opener in {":", "\u2014", "\u2013"}
        if (
            index == at
            or text.count(";", low, high) < FEWEST
            or not (ended or closed)
            or _MEANT.search(text, low, high)
        ):
            continue
        after = clauses[index : index + 3]
        if any(one.subject in MINE or one.object_is_traveller for one in after if one.sentence - clause.sentence <= 1):
            found.append((low, high))
    return found


def _has_no_deed(clause: Clause) -> bool:
    return all(verb.form in _PARTICIPLES and not verb.passive for verb in clause.verbs)


def _tells_of_round(text: str, clauses: "Sequence[Clause]", index: int, colon: int) -> bool:
    """Whether what stands before a colon announces a way that the traveller made."""
    clause = clauses[index]
    if clause.quoted or any(verb.doubtful or verb.motion is Motion.PLAN for verb in clause.verbs):
        return False
    same = [one for one in clauses[max(0, index - 3) : index + 1] if one.sentence == clause.sentence]
    words = text[same[0].start : colon]
    mine = any(one.subject in MINE or one.object_is_traveller for one in same)
    return mine and _lead().search(words) is not None and _MEANT.search(words) is None


_STOP = regex(r"[.!?](?=\s+[A-Z\"\u201c]|\s*\Z)|\n")


def _end(text: str, start: int) -> int:
    """Where the row ends that begins at an offset."""
    found = _STOP.search(text, start, start + LONGEST)
    return min(len(text), start + LONGEST) if found is None else found.start()


def _row(
    timeless: str, low: int, high: int, named: "Sequence[Toponym]", *, noun: bool = False
) -> "list[tuple[Toponym, Event]]":
    """The entries with one place each, and what they tell of it."""
    found: list[tuple[Toponym, Event]] = []
    unknown = bare = 0
    cuts = [low, *(match.end() for match in _PARTS.finditer(timeless, low, high)), high]
    inside = [top.mention for top in named]
    cuts = [cut for cut in cuts if not any(one.start < cut < one.end for one in inside)]
    for begin, end in pairwise(cuts):
        here = [top for top in named if begin <= top.mention.start < end]
        if not here:
            continue
        event = _entry(timeless, begin, here[0].mention.start)
        if event is None and _TIMED.search(timeless, begin, end):
            event = _going(timeless, begin, here[0].mention.start)
        if event is not None:
            found.append((here[0], event))
        unknown += event is None
        bare += _is_bare(timeless, begin, here[0].mention.start)
    return found if not noun or (len(found) > unknown and len(found) - bare >= FEWEST) else []


def _is_bare(timeless: str, begin: int, at: int) -> bool:
    """Whether an entry has no noun before its place."""
    leads = _LEADS.match(timeless, begin, at)
    return _BARE.fullmatch(timeless, begin if leads is None else leads.end(), at) is not None


_TIMED = regex(r"\S\s{3,}")
"""A time, which is blotted out."""
_GOING = regex(
    r"(?:(?:safely|straight|early|late|home|alone|first|again)\s+)?(?P<part>away|off|out|clear|gone|down|up|over|across|back|on|ashore|through|past|along|in|round)?\s*"
    r"(?P<to>\b(?:from|of|to|into|in|at|on|onto|upon|through|over|across|past|by|via|before|outside))?\s+"
    r"(?:(?:the|an?|his|her|their|its)\s+(?:[\w\u2019'-]+\s+){1,3}?(?:in|at|of|near|outside)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
"""An entry without a noun: "away from the terminus in X at five", "out of X by dusk", "into Y at noon"."""
_LEAVES = frozenset({"away", "off", "out", "clear", "gone"})


def _going(timeless: str, begin: int, at: int) -> Event | None:
    """What an entry with a time tells of its place by particles alone; None where it tells of no stop."""
    leads = _LEADS.match(timeless, begin, at)
    found = _GOING.fullmatch(timeless, begin if leads is None else leads.end(), at)
    if found is None or not (found["part"] or found["to"]):
        return None
    part, to = (found["part"] or "").casefold(), (found["to"] or "").casefold()
    if to == "from" or (to == "of" and part in _LEAVES):
        return Event.DEPART
    return Event.ARRIVE if to in {"to", "into", "onto"} else None if to == "of" else Event.AT


def _entry(timeless: str, begin: int, at: int) -> Event | None:
    """What an entry tells of its place, by the words before it; None where it tells of no stop."""
    leads = _LEADS.match(timeless, begin, at)
    begin = begin if leads is None else leads.end()
    if _BARE.fullmatch(timeless, begin, at) or _ANOTHER.fullmatch(timeless, begin, at):
        return Event.AT
    service = _SERVICE.fullmatch(timeless, begin, at)
    if service is not None:
        return Event.ARRIVE if service["to"].casefold() == "to" else Event.DEPART
    entry = _ENTRY.match(timeless, begin, at)
    if entry is None or not {entry["noun"].casefold(), entry["noun"].casefold().removesuffix("s")} & _nouns():
        return None
    said = [
        DIRECTIONS[re.sub(r"\s+", " ", match.group().casefold())]
        for match in prepositions_pattern().finditer(timeless, entry.start("noun"), at)
    ]
    wider = [word for word in said if word in {"from", "to", "via"}]
    last = next((word for word in reversed(said) if word != "of"), "none")
    rides = entry["noun"].casefold() in journey_words("conveyances") | journey_words("journeys") | journey_words(
        "lifts"
    )
    if last == "at":
        return _DIRECTED[wider[-1]] if wider and rides else Event.AT
    return _DIRECTED.get(last) if rides or last == "via" else None


@cache
def _rides() -> frozenset[str]:
    return journey_words("conveyances") | journey_words("journeys") | journey_words("lifts")


@cache
def _nouns() -> frozenset[str]:
    return _rides() | journey_words("engagements") | journey_words("halts")
