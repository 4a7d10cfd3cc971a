"""Presence told by what is about to leave: "climbed into its hold as it waited to take off from X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_GO = (
    r"(?:take\s+off|lift\s+off|set\s+(?:off|out|sail)|leave|depart|sail|fly|start|"
    r"go|pull\s+(?:out|away)|move\s+off|drive\s+(?:off|away)|cast\s+off|steam|return)"
)
_GOING = (
    r"(?:taking\s+off|lifting\s+off|setting\s+(?:off|out|sail)|leaving|departing|departure|sailing|flying|starting|pulling\s+(?:out|away)|"
    r"take-off|its\s+(?:departure|take-off|return|flight))"
)
_ABOUT_TO = regex(
    r"\b(?:(?:about|wait(?:ed|ing|s)|ready|prepar(?:ed|ing|es)|getting\s+ready|got\s+ready|made\s+ready|making\s+ready|due|scheduled|queu(?:ed|ing|eing)|"
    rf"cleared|stood\s+by|standing\s+by|set)\s+to\s+{_GO}|"
    r"(?:wait(?:ed|ing)|ready|prepar(?:ed|ing)|preparations?|bound|loading|loaded|fuelled|fuelling|refuelling|cleared|waiting\s+its\s+turn|"
    rf"on\s+the\s+point\s+of|at\s+the\s+point\s+of|just|minutes?|moments|shortly|hours?)\s+(?:for\s+|before\s+|of\s+)?{_GOING})\s+"
    r"(?:(?:again|once\s+more|back)\s+)?(?:from\s+|out\s+of\s+)?(?:the\s+)?(?:(?:airport|airfield|station|harbour|port|quay|docks?)\s+(?:at|of|in)\s+)?\Z",
    re.IGNORECASE,
)
_OPENERS = frozenset({"as", "when", "while", "before", "and", "which", "that", ","})
_ELSEWHERE = regex(
    r"\b(?:not|never|would|could|might|missed|refused|saw|watched|heard|filmed|photographed)\b", re.IGNORECASE
)


def about_to_go_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> Event | None:
    """Presence at a place that what the traveller is in, or climbs into, is about to leave; None for anything else."""
    clause = clauses[index]
    before = clauses[index - 1] if index else None
    if before is None or before.sentence != clause.sentence or clause.quoted or clause.opener not in _OPENERS:
        return None
    if _ABOUT_TO.search(text, clause.start, top.mention.start) is None:
        return None
    mine = before.subject is Subject.TRAVELLER and bool(before.verbs)
    if not mine or any(verb.doubtful or verb.infinitive for verb in (*before.verbs, *clause.verbs[:1])):
        return None
    return Event.AT if _ELSEWHERE.search(text, before.start, top.mention.start) is None else None
