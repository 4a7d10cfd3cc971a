"""Engagements that were kept: "the recital in London was billed for four. At four she sat down and played".

The engagement stands with its town in one sentence, told as planned or as going on; what the traveller then does, and
only does at such an engagement, names no place.
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.destinations import stop_at
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.journey_words import journey_list
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

SENTENCES = 2
"""Sentences after that of the engagement within which it is kept."""
CLAUSES = 6
"""Clauses of a sentence that tell of the engagement."""
_AFFAIR = (
    rf"(?:{'|'.join(map(re.escape, journey_list('engagements')))}|inquest|trial|cup-?tie|fixture|concerts|"
    r"opera|ballet|play|prize-fight|auction|sale|final|derby|election|vote|ceremonies|fair|festivities|service)"
)
_IN = regex(
    r"\W*(?:(?:and|but|yet|now|meanwhile|the\s+same\s+\w+|that\s+\w+)\W+)*(?:the|an?|his|her|their|its|another|one|this)\s+"
    rf"(?:[\w\u2019'-]+\s+){{0,4}}?{_AFFAIR}\s+"
    r"(?:(?:at|in|on)\s+(?:the|an?)\s+(?:[\w\u2019'-]+\s+){1,4}?)?(?:in|at|of|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""An engagement with its town, as what a clause is about."""
_SET = regex(
    r"\b(?:was|were|is|had\s+been)\s+(?:\w+ly\s+|all\s+)?(?:billed|scheduled|due|fixed|set|booked|announced|advertised|timed|down|called|"
    r"arranged|planned|expected|to\s+(?:begin|start|open|be|commence|follow)|sold\s+out|at|for|waiting|on\s+at|under\s+way|full|packed)\b|"
    r"\b(?:began|started|opened|commenced|awaited|beckoned|followed|waited)\b",
    re.IGNORECASE,
)
"""What is told of an engagement before it is kept."""
_KEPT = regex(
    r"\b(?:sat\s+down\s+(?:at\s+(?:the|his|her)\s+(?:piano|organ|keyboard|harpsichord|table|board|desk|drums)|and\s+(?:played|sang|began)|to\s+(?:play|"
    r"sing|a\s+\w+))|(?:took|mounted|stepped\s+on(?:\s+to|to)|climbed\s+on(?:\s+to|to)|walked\s+on(?:\s+to|to)|strode\s+on(?:\s+to|to)|came\s+on(?:\s+to|to)|"
    r"stepped\s+up\s+to|went\s+up\s+to|stood\s+at|stood\s+on|was\s+on|was\s+in|was\s+at|entered|climbed\s+into)\s+(?:the|his|her)\s+(?:\w+\s+)?(?:stage|"
    r"platform|podium|rostrum|pulpit|lectern|microphone|chair|ring|field|pitch|court|mat|crease|floor|stand|witness\s+box|box|dock|bench|piano|"
    r"organ|orchestra\s+pit|pit|wings|seat|place|line|starting\s+line|grid|blocks|saddle|wicket|mound|plate|guard|baton|throne|altar|aisle)\b|"
    r"took\s+(?:a\s+bow|guard|the\s+(?:first\s+)?(?:question|service|penalty|salute)|(?:his|her)\s+(?:bow|seat|place|stance|vows|oath))|"
    r"(?:walked|strode|stepped|came|ran|trotted)\s+on\b|raised\s+(?:the|his|her)\s+(?:baton|bow|glass|gavel|bat|trumpet|flute)|lifted\s+the\s+(?:lid|baton)|"
    r"(?:rose|stood\s+up|got\s+up)\s+(?:to\s+(?:speak|reply|answer|play|sing|applause)|and\s+(?:spoke|sang|said))|kicked\s+off|teed\s+off|served\s+(?:first|the\s+first)|"
    r"bowled\s+(?:the\s+)?(?:first|an?)\b|faced\s+the\s+first|threw\s+the\s+first|struck\s+(?:the\s+first|up)|cut\s+the\s+(?:ribbon|cake|tape)|"
    r"made\s+(?:his|her|their)\s+(?:entrance|entry|bow|speech|appearance|debut)|gave\s+(?:his|her|the|a)\s+(?:talk|speech|lecture|address|recital|concert|performance)|"
    r"(?:began|started)\s+to\s+(?:play|sing|speak|dance|conduct|preach|read|lecture|bowl|bat|box)|answered\s+the\s+(?:bell|charge)|"
    r"(?:played|sang|danced|performed|conducted|recited|lectured|preached|boxed|fought|bowled|batted|scored|addressed|opened|delivered|"
    r"umpired|refereed|presided|officiated|testified|pleaded|voted|wrestled|juggled|fiddled|drummed)\b)",
    re.IGNORECASE,
)
"""What is done only at an engagement."""
_CALLED_OFF = regex(
    r"\b(?:cancel\w*|called\s+off|postponed|abandoned|missed|never|without\s+(?:him|her|them)|in\s+(?:his|her|their)\s+(?:absence|place|stead)|"
    r"instead|elsewhere|on\s+the\s+radio|by\s+telephone|on\s+television|at\s+home)\b",
    re.IGNORECASE,
)


def with_kept_engagements(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with those at engagements that were kept; parameters as :func:`with_destinations`."""
    text = texts[0]
    # not "the pulpit" of the wedding in X: what belongs to an engagement is where that is
    named = [
        top
        for top in toponyms
        if top.mention.kind is MentionKind.PLACE and top.place is not None and not top.mention.text[0].islower()
    ]
    starts = [top.mention.start for top in named]
    stops = {one.toponym.mention.start for one in told}
    added: list[Sighting] = []
    affair: tuple[Toponym, Clause] | None = None
    for index, clause in enumerate(clauses):
        low, high = bisect_left(starts, clause.start), bisect_left(starts, clause.end)
        if high > low:
            told_of = [] if clause.quoted else [top for top in named[low:high] if top.mention.start not in stops]
            first = next((top for top in told_of if _is_announced(text, clauses, index, top)), None)
            affair = None if first is None else (first, clause)
            continue
        if affair is None:
            continue
        near = clause.paragraph == affair[1].paragraph and 0 < clause.sentence - affair[1].sentence <= SENTENCES
        if _CALLED_OFF.search(text, clause.start, clause.end) or clause.sentence - affair[1].sentence > SENTENCES:
            affair = None
            continue
        verb = _keeps(text, clauses, index) if near else None
        if verb is not None:
            added.append(stop_at(text, affair[0], Event.AT, clause, verb))
            affair = None
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _is_announced(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> bool:
    """Whether a sentence tells of an engagement in a town that is to be, or is about to begin."""
    clause = clauses[index]
    if _IN.fullmatch(text, clause.start, top.mention.start) is None:
        return False
    end = max(one.end for one in clauses[index : index + CLAUSES] if one.sentence == clause.sentence)
    said = text[top.mention.end : end]
    return _SET.search(said) is not None and _CALLED_OFF.search(said) is None


def _keeps(text: str, clauses: "Sequence[Clause]", index: int) -> "Verb | None":
    """The verb by which the traveller keeps an engagement; None for any other clause."""
    clause, following = clauses[index], clauses[index + 1] if index + 1 < len(clauses) else None
    on = following is not None and following.opener == "and" and following.sentence == clause.sentence
    end = following.end if on and following is not None else clause.end  # "sat down | and played"
    mine = clause.subject is Subject.TRAVELLER and not clause.quoted
    found = _KEPT.search(text, clause.start, end) if mine else None
    if found is None:
        return None
    verb = next((one for one in clause.verbs if found.start() <= one.start < found.end()), None)
    done = verb is not None and not (verb.doubtful or verb.infinitive or verb.perfect)
    return verb if done and not any(Motion.PLAN in one.motions for one in clause.verbs) else None
