"""Where somebody was heard from: "was last heard from by telephone from X", "the editor last heard from her in X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Clause
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym

_MEANS = (
    r"(?:(?:satellite|long-distance|short-wave|ship's|public|mobile|crackling|bad|poor|collect|reverse-charge)\s+)?"
    r"(?:(?:tele)?phone(?:\s+(?:call|message))?|radio(?:\s+(?:message|call))?|wireless|letter|postcard|cable|telegram|telex|wire|fax|e-?mail|text(?:\s+message)?|post|"
    r"card|note|signal|morse)"
)
_HEARD = regex(
    rf"\b(?:heard|had\s+(?:word|news|a\s+(?:call|letter|card|postcard|cable|telegram|message)))\s+(?:last\s+)?(?:from|of)\b[^;:!?]*?"
    rf"(?:\b(?:by|in|on|through|over|with)\s+(?:an?\s+|the\s+)?{_MEANS}\s+(?:[\w-]+\s+){{0,3}}?(?:from|in|at|near|off|sent\s+from|posted\s+(?:in|at))|"
    rf"\b(?:him|her|them|of|from|[A-Z][\w\u2019'-]+),?\s+(?:in|at|near|off|outside))\s+(?:the\s+)?\Z"
)
_NO_WORD = regex(r"\b(?:nothing|never|not|no(?:\s+more)?|nobody|no\s+one|neither|hardly|without)\b", re.IGNORECASE)


def heard_from_event(text: str, clause: Clause, top: "Toponym") -> Event | None:
    """Presence where somebody was when others last heard from them; None elsewhere."""
    if clause.quoted or not (clause.subject in MINE or clause.object_is_traveller):
        return None
    if _HEARD.search(text, clause.start, top.mention.start) is None:
        return None
    return None if _NO_WORD.search(text, clause.start, top.mention.start) else Event.AT
