"""Stops told by papers and their keepers that are set against each other: two signatures, two stamps, two registers.

Such a story has no journey in it: each sentence tells of a paper of a place or of who keeps one, of a time, and of
what happened there, often without a word for whose it is ("The second closes the minutes of a meeting held in X, at
8.15 p.m."). They are read for the one whom the story is about, and only in a story that remarks on how two of them
agree or clash.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.claimed_deeds import checks_out, did_it, is_claim, was_held
from wayproof.story.grammar.conjectures import is_guessed
from wayproof.story.grammar.deeds import MINE
from wayproof.story.grammar.paper_frames import (
    is_about_presence,
    is_frame,
    is_of_paper,
    is_set_aside,
    numbers_on,
    said_to_happen,
    says_time,
    tells_hour,
)
from wayproof.story.grammar.pictures_shown import are_of, goes_aboard, has_exhibits, is_picture, opens_picture
from wayproof.story.grammar.traces_left import has_doing, is_trace
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.persons.cast import Cast
    from wayproof.story.persons.members import Member

FEWEST = 2
"""Papers of different places that make a dossier."""
PARAGRAPHS = 3
"""Paragraphs in which a story lays its papers out."""
SENTENCES = 30
"""Sentences in which it does so, at most."""
PLACES = 8
"""Places that a sentence about papers names, at most."""
LEAD_CHARACTERS = 400
"""Characters before a place in which the paper stands."""
_AT_ODDS = regex(
    r"\b(?:two|both|each|neither|either|the\s+pair\s+of)\s+(?:of\s+(?:the|them|these|those|his|her)\s+)?(?:[\w-]+\s+)?(?:papers?|documents?|entr(?:y|ies)|stamps?|books?|dates?|hours?|times?|"
    r"registers?|slips?|tickets?|receipts?|logs?|sheets?|clerks?|signatures?|notar(?:y|ies)|desks?|offices?|clocks?|claims?|fees|pieces?\s+of\s+paper|cit(?:y|ies)|countries|towns|"
    r"capitals|ports|islands|appearances|occasions|places|statements?|bills?|cards?|certificates?|photographs?|deeds?|witnesses|keepers?|seals?|minutes|programmes?|pages?|sides|rolls?|coasts|rooms|machines?|devices?|barriers?|tills?|cameras?)\b|"
    r"\b(?:same|very)\s+(?:morning|afternoon|evening|day|night|hour|minute)\b|\bone\s+(?:journey|trip|crossing|voyage|drive|flight)\b|\bsingle\s+(?:journey|trip|crossing|voyage|drive|flight)\b|"
    r"\bbefore\s+(?:he|she|it|they)\s+(?:had\s+)?(?:left|set\s+out|sailed|began|started|departed|went)\b|\bin\s+two\s+places\b|\bclocks?\b|\bin\s+one\s+day\b|\bwithout\s+a\s+break\b|\blocal\s+time\b|\bthe\s+other\s+(?:is|was|bears|comes|came)\b",
    re.IGNORECASE,
)
"""How a story sets two papers beside each other."""
_SENTENCE_ON = regex(
    r"[\"\u201c]?(?:(?:in|on)\s+(?:it|this|that)|that\s+one|it|this|that|these|he|she|they|there|the\s+(?:time|hour|date|entry|stamp|clock|ink|seal|slip|paper|sheet|page|book|first|second|other|"
    r"one|same|accused|defendant|clerk|notary|secretary|porter|watchman|guard|keeper|record|line|print|figure|hands?|machine|docket|ticket|bill|note))\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about the paper of the sentence before."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the story: its clauses, its ends, and the places in it."""

    start: int
    end: int
    clauses: "tuple[Clause, ...]"
    places: "tuple[Toponym, ...]"

    @property
    def quoted(self) -> bool:
        """Whether somebody says it."""
        return bool(self.clauses) and all(one.quoted for one in self.clauses)


def with_dossier(  # noqa: PLR0917 - what every reading of sightings takes, and whom the story tells of
    texts: tuple[str, str],
    clauses: "Sequence[Clause]",
    toponyms: "Sequence[Toponym]",
    told: "Sequence[Sighting]",
    cast: "Cast",
    member: "Member",
) -> tuple[Sighting, ...]:
    """The sightings with those of papers set against each other; parameters as :func:`with_journals`."""
    text = texts[0]
    if not _is_about(cast, member) or not (has_exhibits(text) or is_of_paper(text)):
        return tuple(told)
    rows = [one for one in _sentences(text, clauses, toponyms) if one.clauses[0].paragraph < PARAGRAPHS][:SENTENCES]
    at_odds = _AT_ODDS.search(text) is not None and is_of_paper(text)
    told_of = _ToldOf(member.surname, of_him=are_of(text, member.surname), at_odds=at_odds)
    others = [_names_another(text[row.start : row.end], cast, member) for row in rows]
    frames = _enough(_frames(texts, rows, others, clauses, told_of), told, at_odds=at_odds)
    if not frames or not (frames[0].relation == EXHIBIT or len(_places(frames)) >= FEWEST):
        events = {one.toponym.mention.start: one.event for one in frames if one.event is not Event.AT}
        return tuple(_with_event(one, events.get(one.toponym.mention.start, one.event)) for one in told)
    read = {id(frame): [one for one in told if _is_told_by(one, frame)] for frame in frames}
    added = [frame for frame in frames if not read[id(frame)]]
    papers = {id(one): frame for frame in frames for one in read[id(frame)]}
    known = [_with_paper(one, papers[id(one)]) if id(one) in papers else one for one in told]
    return tuple(sorted((*known, *added), key=lambda one: one.toponym.mention.start))


def _frames(
    texts: tuple[str, str],
    rows: "Sequence[_Sentence]",
    others: "Sequence[bool]",
    clauses: "Sequence[Clause]",
    told_of: "_ToldOf",
) -> list[Sighting]:
    """The stops that papers tell, in text order; `others` says which sentences name somebody else."""
    text = texts[0]
    frames: list[Sighting] = []
    laid_out, spent = False, 0
    for index, row in enumerate(rows):
        lead = text[row.start : row.end]
        if row.quoted or others[index]:
            laid_out = False
            continue
        mine = _is_mine(row, told_of.surname, text) or (bool(frames or laid_out) and opens_picture(lead))
        after = rows[index + 1 : index + 1 + SENTENCES_ON]
        goes_on = laid_out and (numbers_on(lead) or is_of_paper(lead))
        for top in row.places if len(row.places) <= PLACES else ():
            if frames and _stands_for(text, frames[-1].toponym, top) and frames[-1].toponym.mention.start >= row.start:
                continue
            low, high = _window(texts, row, top, after)
            low = max(low, spent)
            on_behind = any(one.end <= high and _is_mine(one, told_of.surname, text) for one in after)
            found = _frame(texts, row, top, (low, high), clauses, told_of) if mine or goes_on or on_behind else None
            if found is not None:
                frames.append(found)
                laid_out = True
                spent = 1 + max(_times(texts, low, high), default=low)
        before = text[rows[index - 1].start : row.start] if index else ""
        opened = mine and (is_of_paper(lead) or (is_of_paper(before) and _SENTENCE_ON.match(lead) is not None))
        kept = laid_out and (bool(row.places) or is_of_paper(lead) or _SENTENCE_ON.match(lead) is not None)
        laid_out = opened or kept
    return frames


EXHIBIT = "shown"
"""The relation of a stop that a picture, a claim or a trace tells by itself."""


def _places(sightings: "Sequence[Sighting]") -> set[str]:
    return {one.toponym.place.id for one in sightings if one.toponym.place is not None}


def _enough(frames: "list[Sighting]", told: "Sequence[Sighting]", *, at_odds: bool) -> "list[Sighting]":
    """The papers of two places or more; of fewer those exhibits beside which another place is told."""
    shown = [one for one in frames if one.relation == EXHIBIT]
    if len(_places(frames)) >= FEWEST and (at_odds or shown):
        return frames
    return shown if shown and len(_places([*shown, *told])) >= FEWEST else frames


def _with_paper(one: "Sighting", frame: "Sighting") -> "Sighting":
    """A sighting that a rule reads already, with the times of its paper, and with what the paper says it was."""
    low, high = frame.told_in or (one.clause.start, one.clause.end)
    return replace(_with_event(one, frame.event), told_in=(max(low, one.clause.start), high))


def _with_event(one: "Sighting", event: Event) -> "Sighting":
    """A sighting that a rule reads as no more than presence, as what the paper says it was."""
    return replace(one, event=event) if one.event is Event.AT else one


def _is_told_by(one: "Sighting", frame: "Sighting") -> bool:
    """Whether a sighting is the one that a paper tells: of the same place, within its stretch."""
    low, high = frame.told_in or (0, 0)
    return one.toponym.place == frame.toponym.place and low <= one.toponym.mention.start < high


def _is_about(cast: "Cast", member: "Member") -> bool:
    """Whether a member is whom the story is about: the first person that it calls by name."""
    named = [one for one in cast.members if one.name and one.surname and not one.vehicle and not one.many]
    first = min(named, key=lambda one: (one.sentence, one.introduced), default=None)
    return first is not None and first.number == member.number


def _names_another(part: str, cast: "Cast", member: "Member") -> bool:
    """Whether a sentence names somebody else."""
    words = set(re.findall(r"[\w-]+", part))
    others = {one.surname for one in cast.members if one.surname and one.number != member.number}
    return not words.isdisjoint(others - {member.surname})


def _sentences(text: str, clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]") -> list[_Sentence]:
    places = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    places = sorted((*places, *_of_the_town(text, places)), key=lambda top: top.mention.start)
    starts = [top.mention.start for top in places]
    grouped: dict[int, list[Clause]] = {}
    for clause in clauses:
        grouped.setdefault(clause.sentence, []).append(clause)
    found = []
    for group in grouped.values():
        low, high = group[0].start, group[-1].end
        inside = places[bisect_left(starts, low) : bisect_left(starts, high)]
        found.append(_Sentence(low, high, tuple(group), tuple(inside)))
    return found


_THE_TOWN = regex(r"\bthe\s+(?:city|town|capital|island)(?=['\u2019]s\s)", re.IGNORECASE)


def _of_the_town(text: str, places: "Sequence[Toponym]") -> "list[Toponym]":
    """Uses of "the city's", which is the town named before: "the court in X ... the stamp of the city's airport"."""
    starts, found = [top.mention.start for top in places], []
    for match in _THE_TOWN.finditer(text):
        before = bisect_left(starts, match.start())
        if before:
            top = places[before - 1]
            mention = replace(top.mention, start=match.start(), end=match.end(), text=match.group())
            found.append(replace(top, mention=mention))
    return found


_OWN_PAPER = regex(r"(?:his|her)\s", re.IGNORECASE)


def _is_mine(row: _Sentence, surname: str, text: str) -> bool:
    """Whether a sentence tells of whom the story is about: by name, or as the one who acts or suffers in it."""
    if re.search(rf"\b{re.escape(surname)}\b", text[row.start : row.end]):
        return True
    if _OWN_PAPER.match(text, row.start) and is_of_paper(text[row.start : row.end]):
        return True
    return any(not one.quoted and (one.subject in MINE or one.object_is_traveller) for one in row.clauses)


def _window(texts: tuple[str, str], row: _Sentence, top: "Toponym", after: "Sequence[_Sentence]") -> tuple[int, int]:
    """The stretch in which it is told what was done at a place and when: up to the next place, or some sentences on."""
    text = texts[0]
    low = max([row.start, *(one.mention.end for one in row.places if one.mention.end <= top.mention.start)])
    following = [
        one.mention.start
        for one in row.places
        if one.mention.start > top.mention.start and not _stands_for(text, top, one)
    ]
    high = following[0] if following else row.end
    if following:
        joints = [joint.start() for joint in _JOINT.finditer(text, top.mention.end, high)]
        # "an officer at X stamped it at noon, and at six a camera filmed him in Y"
        return low, joints[-1] if joints and _times(texts, low, joints[-1]) else high
    for one in after:
        elsewhere = any(not _stands_for(text, top, other) for other in one.places)
        if _has_hour(text, top.mention.end, high) or elsewhere or one.quoted:
            break
        if one.clauses[0].paragraph != row.clauses[0].paragraph:
            break
        dated = bool(_times(texts, top.mention.end, high))
        part = text[one.start : one.end]
        if not ((not dated and _SENTENCE_ON.match(part)) or tells_hour(part) or _AND_LIVE.match(part)):
            break
        high = one.end
    return low, high


_JOINT = regex(r"[;,]\s+(?:and|but|while|then|yet)\s|;\s")
"""Where what is told of one place ends and that of the next begins."""
SENTENCES_ON = 2
"""Sentences behind that of a place in which its hour may be told."""
_AND_LIVE = regex(
    r"\W*(?:that|this|the|it)\b[^.;!?\n]{0,50}?\b(?:live|same|broadcast|streamed|shown|transmitted|began|ended|closed|opened)\b",
    re.IGNORECASE,
)
"""A sentence that goes on about what was filmed: "that programme too was live"."""


def _has_hour(text: str, low: int, high: int) -> bool:
    return _TIME.search(text, low, high) is not None


_BARE = frozenset({"here", "the city", "the town", "the capital", "the island", "this city", "this town"})
"""Words for a place that stand without a preposition: "a warehouse here", "the stamp of the city's airport"."""
_APPOSED = regex(
    r",\s+(?:(?:just\s+)?(?:near|outside|close\s+to|not\s+far\s+from|on\s+the\s+edge\s+of|north\s+of|south\s+of|east\s+of|west\s+of)\s+|(?:the|an?)\s+(?:[\w-]+\s+){1,4}?(?:of|in|at|near|outside)\s+(?:the\s+)?)?"
)


def _stands_for(text: str, top: "Toponym", later: "Toponym") -> bool:
    """Whether a later name is only a word for a place, or says where it lies: "Ivato, the airport of Antananarivo"."""
    if later.place == top.place or later.mention.text.casefold() == "there":
        return True
    return _APPOSED.fullmatch(text, top.mention.end, later.mention.start) is not None


@dataclass(frozen=True, slots=True)
class _ToldOf:
    """Whom the papers are about, whether pictures are said to be of them, and whether papers stand side by side."""

    surname: str
    of_him: bool
    at_odds: bool


def _frame(  # noqa: PLR0917 - a place, the stretch about it, and whom it is about
    texts: tuple[str, str],
    row: _Sentence,
    top: "Toponym",
    window: tuple[int, int],
    clauses: "Sequence[Clause]",
    told_of: _ToldOf,
) -> Sighting | None:
    """The presence that a paper of a place tells, put where its time stands; None for any other mention."""
    text = texts[0]
    low, high = window
    start, end = top.mention.start, top.mention.end
    tail, lead = text[end:high], text[max(row.start, start - LEAD_CHARACTERS) : start]
    times = _times(texts, low, high)
    if not times or is_guessed(text, top):
        return None
    clause = clauses[max(0, bisect_right(clauses, start, key=lambda one: one.start) - 1)]
    event = _shown(text, row, top, window, told_of)
    if event is not None:
        return Sighting(top, event, clause, None, EXHIBIT, told_in=(low, high))
    if is_claim(lead) and was_held(tail):
        return Sighting(top, Event.AT, clause, None, "at", told_in=(low, high))
    framed = told_of.at_odds and is_frame(lead, tail, bare=top.mention.text.casefold() in _BARE)
    stretch = text[low:high]
    if not framed or is_set_aside(stretch) or not (is_about_presence(stretch) or says_time(tail)):
        return None
    return Sighting(top, said_to_happen(stretch), clause, None, "at", told_in=(low, high))


def _shown(text: str, row: _Sentence, top: "Toponym", window: tuple[int, int], told_of: _ToldOf) -> "Event | None":
    """What a picture, a claim or a trace tells by itself of somebody at a place; None for any other paper."""
    low, high = window
    lead = text[max(row.start, top.mention.start - LEAD_CHARACTERS) : top.mention.start]
    tail = text[top.mention.end : high]
    if is_picture(lead, tail, told_of.surname, of_him=told_of.of_him):
        return Event.DEPART if goes_aboard(text[low : row.end]) else Event.AT
    if has_doing(lead, tail, told_of.surname):
        return said_to_happen(text[low:high]) if told_of.at_odds else Event.AT
    if is_trace(lead, tail, told_of.surname) or (is_claim(lead) and did_it(tail)):
        return Event.DEPART if checks_out(text[low:high]) else Event.AT
    return None


_TIME = regex(
    r"\b\d{1,2}[.:]\d\d\b|\bo['\u2019]clock\b|\b(?:past|to)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)\b|"
    r"\b(?:at|until|before|after|by)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|midday)\b(?!\s+(?:hundred|thousand|men|women|people))",
    re.IGNORECASE,
)
"""A time of day, also where it is told when somebody wrote it down."""


def _times(texts: tuple[str, str], low: int, high: int) -> list[int]:
    """Offsets in a stretch that belong to times."""
    text, timeless = texts
    dated = [at for at in range(low, high) if text[at] != timeless[at]]
    return dated + [match.end() - 1 for match in _TIME.finditer(text, low, high)]
