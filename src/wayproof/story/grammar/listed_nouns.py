"""A journey told as a row of nouns behind a colon: "recalls the trip: a night in X, breakfast in Y, a bus to Z"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym

_OWNED = regex(r"\b(?:his|her|their|my|our)\s|['\u2019]s?\s", re.IGNORECASE)
_OFFERED = regex(
    r"\b(?:offer|promis|sell|advertis|imagin|dream|recommend|propos|suggest|plann?|market|organi[sz]|arrang|design|invent|boo?k|want|hop|"
    r"would|could|should|will|may|might|next|ideal|perfect|typical|usual|brochure|timetable|itinerary\s+for|programme|guide|catalogue)\w*",
    re.IGNORECASE,
)
_LEAD = (
    r"\W*(?:(?:and|then|after\s+that|next|finally|first|later|last|at\s+last|with)\s+)*"
    r"(?:(?:an?|one|two|three|four|five|six|the|another|some|half|his|her|their|a\s+few|a\s+last|more)\s+)*(?:[\w\u2019'-]+\s+){0,2}?"
)
_LONGEST = 120
"""Characters of an item of such a row before its place."""


@cache
def _stayed() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, sorted(journey_words("pastimes"), key=len, reverse=True)))
    return re.compile(
        rf"{_LEAD}(?:{nouns})\s+(?:(?:of|with|for|from|to)\s+(?:[\w\u2019'-]+\s+){{1,4}}?)?(?:in|at|on|near|outside|off|by)\s+"
        r"(?:(?:an?|the|his|her)\s+(?:[\w\u2019'-]+\s+){1,3}?(?:in|at|near|of|outside)\s+)?(?:the\s+)?",
        re.IGNORECASE,
    )


@cache
def _went() -> re.Pattern[str]:
    went = journey_words("journeys") | journey_words("conveyances") | {"lift", "hop", "hitch", "start"}
    nouns = "|".join(map(re.escape, sorted(went, key=len, reverse=True)))
    return re.compile(
        rf"{_LEAD}(?:{nouns})\s+(?:[\w\u2019'-]+\s+){{0,8}}?(?:back\s+|on\s+)?(?P<to>to|into|as\s+far\s+as|from|out\s+of)\s+(?:the\s+)?",
        re.IGNORECASE,
    )


def listed_noun_event(text: str, clause: Clause, top: "Toponym") -> Event | None:
    """What an item of a row of nouns tells of the traveller at its place; None outside such rows.

    Parameters
    ----------
    text, clause, top
        The story, a clause in which a place stands, and the place.
    """
    colon = text.rfind(":", clause.start, top.mention.start)
    if colon < 0 or clause.quoted or any(verb.doubtful or verb.motion is Motion.PLAN for verb in clause.verbs):
        return None
    head = text[clause.start : colon]
    mine = clause.subject in {Subject.TRAVELLER, Subject.VEHICLE} or _OWNED.search(head) is not None
    words = {word.casefold() for word in re.findall(r"[\w-]+", head)}
    told = bool(words & (journey_words("journeys") | journey_words("accounts")))
    if not (mine and told) or _OFFERED.search(head) or any(verb.start > colon for verb in clause.verbs):
        return None
    low = max(text.rfind(mark, colon, top.mention.start) for mark in (":", ",", ";"))
    low = max(low, top.mention.start - _LONGEST)
    if _stayed().fullmatch(text, low, top.mention.start):
        return Event.AT
    went = _went().fullmatch(text, low, top.mention.start)
    if went is None:
        return None
    return Event.DEPART if went["to"].casefold() in {"from", "out of"} else Event.ARRIVE
