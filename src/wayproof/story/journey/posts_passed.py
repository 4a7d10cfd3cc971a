"""Whether the text says that an official border post was passed at a visit."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.grammar.clauses import Subject
from wayproof.story.journey.way_modes import clause_start, told_by_traveller
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import POST_WORDS, Motion
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.clauses import Clause
    from wayproof.story.journey.drafts import Draft


_BY_STEALTH = re.compile(
    r"\b(?:sea|sneak\w*|slip\w*|dived?|"
    r"illegal\w*|unlawful\w*|secret\w*|smuggl\w+|swam|swim\w*|crept|crawl\w*|forest|woods?|fence|river|night|hidden|hid|avoid\w*|turned\s+back|"
    r"near|toward\w*|bypass\w*|round)\b",
    re.IGNORECASE,
)


_AT_GATE = re.compile(
    r"\b(?:gates?|posts?|crossing|barrier|checkpoint|border|frontier|customs|booth|passport)\b", re.IGNORECASE
)


_THROUGH = re.compile(r"\b(?:through|past|over|via|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", re.IGNORECASE)


def _through_crossing(text: str, draft: "Draft") -> bool:
    """Whether the place is a crossing and the words go through it openly: "strolled through the gate at Wagah"."""
    sighting = draft.sighting
    place, verb = sighting.toponym.place, sighting.verb
    if place is None or place.kind is not Kind.CROSSING or verb is None or verb.doubtful:
        return False
    clause = text[sighting.clause.start : sighting.clause.end]
    before = text[verb.end : sighting.toponym.mention.start]
    goes = verb.motion in {Motion.MOVE, Motion.CARRY} and sighting.clause.subject is not Subject.OTHER
    through = _THROUGH.search(before) is not None or (
        re.search(r"\bat\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", before) is not None and _AT_GATE.search(clause) is not None
    )
    return goes and through and not _BY_STEALTH.search(clause)


def passes_post(text: str, draft: "Draft", clauses: "Sequence[Clause]", others: "set[int]") -> bool:
    """Whether the text says that an official border post was passed at this visit."""
    here = draft.sighting.clause
    if _through_crossing(text, draft):
        return True
    for clause in clauses[bisect_left(clauses, here.start, key=clause_start) :]:
        if clause.sentence != here.sentence:
            break
        if not told_by_traveller(clause):
            continue
        if clause.start > here.start and (
            clause.start in others or any(verb.motion in {Motion.REACH, Motion.LEAVE} for verb in clause.verbs)
        ):
            break
        piece = text[clause.start : clause.end]
        passed = POST_WORDS.search(piece)
        # "showed his passport" is itself what is done at a post
        beside = [
            verb for verb in clause.verbs if passed and not passed.start() <= verb.start - clause.start < passed.end()
        ]
        held = any(
            (Motion.SEEN in verb.motions and verb.form not in journey_words("let_through"))
            or verb.form == "turned"
            or verb.doubtful
            for verb in beside
        )
        if passed and not held and not re.search(r"\b(?:custody|turned\s+back|avoid|illegal)", piece, re.IGNORECASE):
            return True
    return False
