"""Starts told by what is done to a craft: "inflation was completed at X, and the moorings were let go at 20:42"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

NEAR = 4
"""Clauses before or after within which the traveller acts whose craft it is."""
_DONE = r"(?:was|were|had\s+been|is|being)\s+(?:(?:\w+ly|all|at\s+last|soon|then)\s+)?"
_READY = regex(
    r"\b(?:(?:inflation|fuelling|fueling|refuelling|refueling|loading|rigging|boarding|embarkation|provisioning|victualling|"
    r"stowage|assembly|filling|pre-flight\s+checks?|checks|preparations|the\s+last\s+checks)\s+"
    rf"{_DONE}(?:completed?|finished|over|done|begun|started|made|carried\s+out)|"
    rf"(?:envelope|gas-?bag|balloon|canopy|tanks?|boilers?|stores|provisions|cargo|ballast|sails?|baggage|crates)\s+{_DONE}"
    r"(?:filled|inflated|laid\s+out|unfolded|loaded|stowed|taken\s+aboard|taken\s+on|rigged|bent\s+on|heated|stoked|topped\s+up|spread\s+out))\b",
    re.IGNORECASE,
)
"""What is done to a craft where it is about to start."""
_AWAY = regex(
    r"\b(?:(?:moorings?|mooring\s+(?:lines?|ropes?)|lines|ropes?|hawsers?|cables?|tethers?|painter|warps?|tow-?ropes?|tow|"
    rf"shore-?lines?|stern-?line|bow-?line)\s+{_DONE}(?:let\s+go|cast\s+off|slipped|loosed|loosened|untied|cut|dropped|released|thrown\s+off|hauled\s+in|taken\s+in|freed)|"
    rf"(?:anchors?|kedge)\s+{_DONE}(?:weighed|raised|hauled\s+(?:up|in)|tripped|broken\s+out)|(?:sails?|canvas)\s+{_DONE}(?:hoisted|set|raised)|"
    rf"(?:gangway|gangplank|ladder)\s+{_DONE}(?:drawn\s+up|hauled\s+in|pulled\s+(?:up|in|away)|raised|taken\s+(?:up|in))|"
    rf"(?:chocks|blocks)\s+{_DONE}(?:pulled|taken|kicked|drawn)\s+(?:away|out)|(?:brakes?)\s+{_DONE}(?:let\s+off|released|taken\s+off)|"
    rf"(?:throttles?)\s+{_DONE}(?:opened|pushed\s+forward)|(?:sandbags|ballast)\s+{_DONE}(?:dropped|thrown\s+(?:out|overboard)|"
    r"released)|(?:starting\s+)?(?:gun|pistol|whistle)\s+(?:was\s+fired|was\s+blown|went\s+off|went|sounded|blew)|"
    r"flag\s+(?:fell|dropped|was\s+(?:dropped|lowered|waved)))\b",
    re.IGNORECASE,
)
"""What is done to a craft, or for a race, at the moment of the start."""


def launch_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """What a clause about a craft made ready or let go tells of the traveller at a place; None for any other."""
    clause = clauses[index]
    if clause.subject is Subject.TRAVELLER or clause.quoted or not clause.verbs or not is_mine(clauses, index):
        return None
    away = _AWAY.search(text, clause.start, clause.end)
    found = away or _READY.search(text, clause.start, clause.end)
    if found is None or any(verb.doubtful for verb in clause.verbs) or not is_at(text, clause, top):
        return None
    verb = next((one for one in clause.verbs if found.start() <= one.start < found.end()), clause.verbs[0])
    return (Event.DEPART if found is away else Event.AT), verb


def let_go(text: str, clause: Clause) -> "Verb | None":
    """The verb by which a craft is let go, in a clause that does not say where; None for any other clause."""
    found = _AWAY.search(text, clause.start, clause.end)
    if found is None or clause.quoted or any(verb.doubtful for verb in clause.verbs):
        return None
    return next((one for one in reversed(clause.verbs) if found.start() <= one.start < found.end()), None)


def is_mine(clauses: "Sequence[Clause]", index: int) -> bool:
    """Whether the clauses around are about the traveller, and about nobody else's craft."""
    clause = clauses[index]
    around = [
        one
        for one in clauses[max(0, index - NEAR) : index + 1 + NEAR]
        if one.paragraph == clause.paragraph and one.verbs and Motion.SPEECH not in one.verbs[0].motions
    ]
    return any(one.subject in MINE for one in around)
