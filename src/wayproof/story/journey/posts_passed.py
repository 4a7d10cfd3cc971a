"""Whether the text says that an official border post was passed at a visit."""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Subject
from wayproof.story.grammar.gates import lets_pass
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.rounds import ENTRY
from wayproof.story.journey.way_modes import clause_start, told_by_traveller
from wayproof.story.vocabulary.border_posts import POST_WORDS
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.mode_words import ON_WATER, SPECIFIC_AIR
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.story.journey.drafts import Draft
    from wayproof.world.places import Place


_BY_STEALTH = regex(
    r"\b(?:sea|sneak\w*|slip\w*|dived?|"
    r"illegal\w*|unlawful\w*|secret\w*|smuggl\w+|swam|swim\w*|crept|crawl\w*|forest|woods?|fence|river|night|hidden|hid|avoid\w*|turned\s+back|"
    r"near|toward\w*|bypass\w*|round)\b",
    re.IGNORECASE,
)


_AT_GATE = regex(
    r"\b(?:gates?|posts?|crossing|barrier|checkpoint|border|frontier|customs|booth|passport)\b", re.IGNORECASE
)


ENTRY_CHARACTERS = 40
"""Characters before a crossing in a row of stops in which it is called a post."""
_THROUGH = regex(r"\b(?:through|past|over|across|via|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_OVER_IT = regex(r"(?:cross|pass|travers|clear)(?:e?d|es|ing)", re.IGNORECASE)
"""Verbs whose object is what one goes over or through: "crossed the Friendship Bridge"."""
_OBJECT = regex(r"\s+(?:the\s+)?(?:[\w-]+\s+){0,2}", re.IGNORECASE)

_CROSSED_AT = regex(
    r"\s*(?:,\s*(?:so\s+)?(?:he|she|they|the\s+\w+)\s+(?:says?|said|claims?|claimed|insists?|insisted|maintains?|maintained|swears?|swore)\s*,)?"
    r"\s*(?:again\s+|openly\s+|officially\s+)?at\s+(?:the\s+)?(?:[\w-]+\s+){0,2}",
    re.IGNORECASE,
)
"""What stands between "crossed" and the post: "he crossed, he says, at X"."""

_CALLED_GATE = regex(
    r"\b(?:crossing|checkpoint|gates?|barrier|frontier|border|customs)\s+(?:points?\s+|posts?\s+|station\s+|gate\s+|crossing\s+)?(?:at|of|in|near|by|called|named)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,2}$"
)
"""Words before a name that make any place the gate of a border: "drove through the crossing at X"."""

GATES = frozenset({"border crossing", "border post", "border village", "checkpoint", "crossing place"})
"""What lies at a border, by the finer word of a place."""
SPANS = frozenset({"bridge", "tunnel"})
"""What leads over a border where it belongs to no one country."""


def is_gate(place: "Place | None") -> bool:
    """Whether a place is a way through a border: a crossing, a checkpoint, a border village, a bridge between lands."""
    if place is None:
        return False
    return place.kind is Kind.CROSSING or place.feature in GATES or (place.feature in SPANS and place.country is None)


def _leads_abroad(at: int, ordered: "Sequence[Draft]") -> bool:
    """Whether the stops about a gate lie in different countries.

    A crossing or checkpoint needs no such proof, but for stops on both sides of it that lie in one country.
    """
    place = ordered[at].sighting.toponym.place
    if place is not None and (place.kind is Kind.CROSSING or place.feature == "checkpoint"):
        beside = [*ordered[max(0, at - 1) : at], *ordered[at + 1 : at + 2]]
        lands = [one.sighting.toponym.place.country for one in beside if one.sighting.toponym.place is not None]
        return len(lands) <= 1 or len(set(lands)) > 1
    around = [one.sighting.toponym.place for one in ordered[max(0, at - 1) : at + 2]]
    return len({one.country for one in around if one is not None and one.country is not None}) > 1


def _through_crossing(text: str, draft: "Draft") -> bool:
    """Whether the place is a gate and the words go through it openly: "strolled through the gate at Wagah"."""
    sighting = draft.sighting
    verb = sighting.verb
    if sighting.toponym.place is None:
        return False
    clause = text[sighting.clause.start : sighting.clause.end]
    if sighting.relation == ENTRY and is_gate(sighting.toponym.place):
        at = sighting.toponym.mention.start
        named = _AT_GATE.search(text, max(sighting.clause.start, at - ENTRY_CHARACTERS), at)
        return named is not None and not _BY_STEALTH.search(clause)  # "then the road post at X, then lunch in Y"
    if verb is None or verb.doubtful:
        return False
    before = text[verb.end : sighting.toponym.mention.start]
    if not (is_gate(sighting.toponym.place) or _CALLED_GATE.search(before)):
        return False
    goes = verb.motion in {Motion.MOVE, Motion.CARRY} and sighting.clause.subject is not Subject.OTHER
    through = _THROUGH.search(before) is not None or (
        re.search(r"\bat\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", before) is not None and _AT_GATE.search(clause) is not None
    )
    over = _OVER_IT.fullmatch(verb.form) is not None and (_OBJECT.fullmatch(before) or _CROSSED_AT.fullmatch(before))
    return goes and (through or bool(over)) and not _BY_STEALTH.search(clause)


_FRONTIER = regex(
    r"\b(?:by|through|via|by\s+way\s+of)\s+the\s+(?:\w+\s+){0,2}(?:frontier|border)\b(?!\s+(?:fences?|hills|river|forest|zone|strip|area|"
    r"town|village|country|region|wire|police|guards?)\b)",
    re.IGNORECASE,
)


_GATE = regex(
    r"\b(?:by|through|via|past|by\s+way\s+of)\s+the\s+(?:\w+\s+){0,2}(?:gates?|barrier|checkpoint|crossing|customs(?:\s+(?:post|hall|shed))?|posts?)\b",
    re.IGNORECASE,
)
"""A gate that is that of a border where the way leads from one country into another."""


def _by_frontier(text: str, ordered: "Sequence[Draft]", at: int) -> bool:
    """Whether somebody goes by the frontier as by a door: "drove out of X by the land frontier"."""
    clause, verb = ordered[at].sighting.clause, ordered[at].sighting.verb
    goes = verb is not None and not verb.doubtful and bool(MOVING & set(verb.motions))
    piece = text[clause.start : clause.end]
    door = _FRONTIER.search(piece) or (_GATE.search(piece) and _leads_abroad(at, ordered))
    return goes and bool(door) and _BY_STEALTH.search(piece) is None


_SENT_BACK = regex(r"[^.!?\n]{0,80}\b(?:turned|sent|ordered|waved)\s+(?:him\s+|her\s+|them\s+)?(?:back|away)\b")


def _is_let_pass(text: str, draft: "Draft", clauses: "Sequence[Clause]", others: "set[int]") -> bool:
    """Whether those at the post let somebody pass, in the sentence of the visit or the next: "The guard raised ..."."""
    here = draft.sighting.clause
    low = here.start
    for clause in clauses[bisect_left(clauses, here.start, key=clause_start) :]:
        far = clause.sentence - here.sentence > 1 or clause.paragraph != here.paragraph
        if far or (clause.start > here.start and clause.start in others):
            return False
        low = low if clause.start > here.start and _shares_subject(text, clause) else clause.start
        piece = text[low : clause.end]
        if lets_pass(piece) and not any(verb.doubtful for verb in clause.verbs):
            return _SENT_BACK.match(text, clause.end) is None
    return False


def _shares_subject(text: str, clause: "Clause") -> bool:
    """Whether a clause has its subject from the one before: "an officer asked for a song | and raised the pole"."""
    alone = clause.opener in {"and", "then"} and clause.verbs
    return bool(alone) and _BARE.fullmatch(text, clause.start, clause.verbs[0].start) is not None


_BARE = regex(r"\W*(?:and|then)(?:\s+then)?\s+(?:\w+ly\s+)?", re.IGNORECASE)


def only_on_land(visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """The visits without the border posts of airports and harbours: an officer there opens no gate of a frontier."""
    found: list[Visit] = []
    for index, visit in enumerate(visits):
        onward = visit.event is Event.DEPART and index + 1 < len(visits)
        modes = visits[index + 1].modes if onward else visit.modes
        port = bool(modes) and NOT_BY_LAND.issuperset(modes)
        found.append(replace(visit, checkpoint=False) if visit.checkpoint and port else visit)
    return tuple(found)


NOT_BY_LAND = SPECIFIC_AIR | ON_WATER | {"air", "ferry"}
"""Ways of travelling that pass no post on the ground."""


_PORT = regex(
    r"\b(?:airports?|aerodrome|terminal|harbours?|harbors?|quays?|gangway|ferry|ship|boat|liner|plane|aircraft|flight|flew|sailed|hotel|bank|consulate|"
    r"embassy|police\s+station)\b",
    re.IGNORECASE,
)
CLAUSES_BETWEEN = 6
"""Clauses between two stops in which a post is told of that was passed on the way."""


def _on_the_way(text: str, ordered: "Sequence[Draft]", at: int, clauses: "Sequence[Clause]") -> bool:
    """Whether papers were shown between a stop in one country and this in another: "presented his passport, ..."."""
    here, before = ordered[at].sighting, ordered[at - 1].sighting if at else None
    if before is None or here.event is Event.DEPART or here.clause.paragraph != before.clause.paragraph:
        return False
    ends = [one.toponym.place for one in (before, here)]
    if any(place is None or place.country is None for place in ends) or len({one.country for one in ends if one}) < len(
        ends
    ):
        return False
    low = bisect_left(clauses, before.clause.end, key=clause_start)
    between = [one for one in clauses[low : low + CLAUSES_BETWEEN] if one.start < here.clause.start]
    if _PORT.search(text, before.clause.start, here.clause.end):
        return False
    for clause in between:
        shown = POST_WORDS.search(text, clause.start, clause.end)
        done = clause.verbs and not any(verb.doubtful or verb.infinitive for verb in clause.verbs)
        if shown and done and told_by_traveller(clause) and not _BY_STEALTH.search(text, clause.start, clause.end):
            return True
    return False


def passes_post(text: str, ordered: "Sequence[Draft]", at: int, clauses: "Sequence[Clause]") -> bool:
    """Whether the text says that an official border post was passed at the visit of one of the drafts in order."""
    if _passes_here(text, ordered, at, clauses):
        return True
    return _on_the_way(text, ordered, at, clauses) and not _passes_here(text, ordered, at - 1, clauses)


def _passes_here(text: str, ordered: "Sequence[Draft]", at: int, clauses: "Sequence[Clause]") -> bool:
    draft = ordered[at]
    others = {one.sighting.clause.start for one in ordered if one is not draft}
    here = draft.sighting.clause
    through = _through_crossing(text, draft) and _leads_abroad(at, ordered)
    if through or _by_frontier(text, ordered, at) or _is_let_pass(text, draft, clauses, others):
        return True
    for clause in clauses[bisect_left(clauses, here.start, key=clause_start) :]:
        if clause.sentence != here.sentence:
            break
        if not told_by_traveller(clause):
            continue
        piece = text[clause.start : clause.end]
        passed = POST_WORDS.search(piece)
        # "showed his passport" is itself what is done at a post
        beside = [
            verb for verb in clause.verbs if not (passed and passed.start() <= verb.start - clause.start < passed.end())
        ]
        if clause.start > here.start and (
            clause.start in others or any(verb.motion in {Motion.REACH, Motion.LEAVE} for verb in beside)
        ):
            break
        held = any(
            (Motion.SEEN in verb.motions and verb.form not in journey_words("let_through"))
            or verb.form == "turned"
            or verb.doubtful
            for verb in beside
        )
        if passed and not held and not re.search(r"\b(?:custody|turned\s+back|avoid|illegal)", piece, re.IGNORECASE):
            return True
    return False
