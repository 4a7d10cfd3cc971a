"""Presence told of a notice left on what somebody drives: "a parking ticket was pinned to her van in X at noon"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.person_nouns import make_noun, vehicle_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_LEFT_ON = frozenset(
    {
        "affixed",
        "attached",
        "clamped",
        "clipped",
        "fitted",
        "fixed",
        "fastened",
        "found",
        "glued",
        "issued",
        "left",
        "locked",
    }
    | {"pasted", "pinned", "placed", "put", "secured", "slipped", "stuck", "taped", "tied", "tucked", "wedged"}
)
_TO = regex(
    r"\s+(?:to|on|onto|under|beneath|behind|inside|against|upon|for)\s+(?P<what>(?:[\w\u2019'.-]+\s+){1,8}?)(?:of\s+(?P<owner>(?:[\w\u2019'.-]+\s+){1,4}?))?"
    r"(?:in|at|near|outside|on)\s+(?:(?:the|an?|his|her)\s+(?:[\w\u2019'-]+\s+){1,4}?(?:in|at|of|near|outside)\s+)?(?:the\s+)?"
)
_PAPER = regex(
    r"\b(?:tickets?|fines?|notices?|summons|penalt(?:y|ies)|stickers?|clamps?|boot|warnings?|notes?|leaflets?|forms?|invoices?|pennants?|seals?|labels?|chalk)\b",
    re.IGNORECASE,
)


def notice_event(text: str, clause: Clause, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence where a notice was left on the traveller's own vehicle, and the verb that dates it."""
    if clause.subject is Subject.TRAVELLER or not clause.object_is_traveller or clause.quoted:
        return None
    for verb in clause.verbs:
        if verb.form.split()[0] not in _LEFT_ON or not verb.passive or verb.doubtful or verb.infinitive:
            continue
        lead = text[clause.start : verb.start]
        found = _TO.fullmatch(text, verb.end, top.mention.start)
        told = (
            _PAPER.search(lead) is not None
            or re.fullmatch(r"\W*[Ii]t\s+(?:was|had\s+been)\s+(?:\w+ly\s+)?", lead) is not None
        )
        if found is None or not told:
            continue
        words = re.findall(r"[\w-]+", f"{found['what']} {found['owner'] or ''}")
        if any(vehicle_noun(word) or make_noun(word) for word in words):
            return Event.AT, verb
    return None
