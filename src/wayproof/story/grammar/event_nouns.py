"""Events that are somebody's, told as the subject: "her encore in X finished at 11", "inflation was completed at X".

The noun says whether it was a departure, an arrival or something done at the place; that it took place, or was watched
there, tells that whose it was were there.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

NEAR = 3
"""How many clauses before or after tell of the traveller whose departure or landing it is."""
_STARTS = frozenset({"began", "begins", "started", "starts", "commenced", "opened"})
_ENDS = frozenset({"ended", "ends", "finished", "finishes", "concluded"})
_ANYBODYS = frozenset({"", "the", "a", "an"})
_OTHERS = regex(r"\bof\s+(?:an?|another|the|his|her|their)\s", re.IGNORECASE)
"""Whose event it is behind the noun: "the arrival of a colleague was filmed at X"."""


_COMPOUND = regex(
    r"[\s-](?!(?:was|were|had|has|is|are|of|in|at|on|near|from|to|by|for|with|\w+ly|then|also|itself|first|finally)\b)\w"
)


@cache
def _subject() -> re.Pattern[str]:
    """The subject up to its noun: an owner or an article, an adjective or an ordinal, the noun."""
    listed = journey_words("departures") | journey_words("arrivals") | journey_words("journeys")
    nouns = "|".join(sorted(listed | journey_words("engagements"), key=len, reverse=True))
    return re.compile(
        r"\W*(?:(?:and|but|then|so|there|here|later|finally)\W+)*(?P<owner>(?:the|an?|his|her|their|my|our|its|(?:[A-Z][\w-]*\s+){{0,3}}?[A-Z][\w-]*['\u2019]s?|"
        rf"the\s+(?:[\w-]+\s+){{0,2}}?[\w-]+['\u2019]s?)\s+)?(?:[\w-]+\s+){{0,3}}?(?P<noun>{nouns})\b",
        re.IGNORECASE,
    )


_HALT = regex(
    r"\W*(?:(?:and|but|then|so|here|there)\W+)*(?P<owner>his|her|their|its|my|our|the|an?)\s+"
    r"(?:(?!of\b|in\b|at\b|from\b|to\b)[\w-]+\s+){0,3}?"
    r"(?:stops?|halts?|stop-?overs?|landfalls?|ports?\s+of\s+call|nights?(?:['\u2019]s?\s+(?:rest|sleep|lodgings?|halt|stop|quarters))?|overnight\s+stop|"
    r"calls?|landings?|refuelling|fuelling|anchorages?|berths?|bivouacs?|camps?|pauses?|breaks?|rests?|rest\s+days?|lodgings?|quarters|beds?|"
    r"meals?|breakfasts?|lunch(?:es)?|suppers?|dinners?|sighting|appearance|point\s+of\s+rest|waypoint|touch-?down|destination\s+reached)\s+"
    r"(?:on\s+the\s+way\s+|of\s+the\s+(?:journey|voyage|trip|flight|tour)\s+|after\s+that\s+|ashore\s+|on\s+land\s+|on\s+dry\s+land\s+)?"
    r"(?P<verb>was|were|had\s+been|came|followed|fell|proved\s+to\s+be|turned\s+out\s+to\s+be)\s+"
    r"(?:(?:made|spent|taken|passed|to\s+be|already|only|again)\s+)?(?:(?:in|at|on|off|near|outside|inside|by)\s+)?"
    r"(?:(?:the|an?)\s+(?:[a-z-]+\s+){1,3}?(?:of|at|in|near|outside)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""A halt that is somebody's, up to the place: "her first night's rest was in", "the next port of call was"."""


def _halt_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence where a halt of the traveller is said to have been."""
    clause = clauses[index]
    found = _HALT.match(text, clause.start, top.mention.start)
    if found is None or found.end() != top.mention.start or not clause.verbs:
        return None
    verb = clause.verbs[-1]
    if any(one.doubtful or one.infinitive for one in clause.verbs):
        return None
    before = [one for one in clauses[max(0, index - NEAR) : index] if clause.sentence - one.sentence <= 1]
    near = bool(before) and before[-1].subject in MINE
    # "The stop was in X" tells of a bus; "the first stop was in X" goes on with a journey
    mine = found["owner"].casefold() not in _ANYBODYS or re.search(
        r"\b(?:first|second|third|next|last|only|final)\b", found.group()
    )
    return (Event.AT, verb) if near and mine and verb.end <= top.mention.start else None


_BY_WAY = regex(
    r"\W*(?:(?:and|but|then)\s+)?(?:(?i:his|her|their|my|our)|(?:[A-Z][\w-]*\s+){0,3}?[A-Z][\w-]*['\u2019]s?|[Tt]he\s+(?:[\w-]+\s+)?[\w-]+['\u2019]s)\s+(?:own\s+|only\s+)?"
    r"(?:return|way(?:\s+(?:back|home|there|out|south|north|east|west))?|journey(?:\s+(?:back|home|there|out))?|route|road|course|escape|flight|retreat|trip)\s+"
    r"(?:(?:was|were|had\s+been|is|lay|led|went|ran|took\s+(?:him|her|them))\s+)(?:\w+ly\s+)?(?:by\s+way\s+of|via|through|over|across)\s+(?:the\s+)?"
)
"""A way that is somebody's, up to a place on it: "her return was by way of"."""


def _by_way(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence at a place by way of which the traveller is said to have gone."""
    clause = clauses[index]
    found = _BY_WAY.fullmatch(text, clause.start, top.mention.start)
    if found is None or clause.subject is not Subject.VEHICLE or not clause.verbs:
        return None
    first = clause.verbs[0]
    return None if first.doubtful or first.infinitive or first.motion is Motion.PLAN else (Event.AT, first)


def event_noun_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """What a clause whose subject is an event or a halt tells of the traveller; parameters as :func:`_took_place`."""
    halt = (
        None if clauses[index].quoted else _halt_event(text, clauses, index, top) or _by_way(text, clauses, index, top)
    )
    return halt or _took_place(text, clauses, index, top)


def _took_place(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """What a clause whose subject is an event tells of the traveller at a place, and the verb that tells it.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    first = clause.verbs[0] if clause.verbs else None
    if first is None or clause.quoted or first.form not in journey_words("takes_place"):
        return None
    if any(verb.doubtful or verb.infinitive or verb.current for verb in clause.verbs):
        return None
    found = _subject().match(text, clause.start, first.start)
    if found is None or not is_at(text, clause, top) or _OTHERS.search(text, found.end(), first.start):
        return None
    if _COMPOUND.match(text, found.end(), first.start):
        return None  # "the finish line was in X"
    noun, owner = found["noun"].casefold(), (found["owner"] or "").strip().casefold()
    if first.end > top.mention.start and noun not in journey_words("engagements"):
        return None  # "his flight from X finished"
    owner = owner or "the"
    told_of = owner in _ANYBODYS and text.startswith(" of ", found.end())  # "The presence of Anna Keller in X"
    mine = clause.subject is Subject.VEHICLE if told_of else _is_mine(clauses, index, noun, owner)
    return (_happens(noun, first.form), first) if mine else None


def _is_mine(clauses: "Sequence[Clause]", index: int, noun: str, owner: str) -> bool:
    """Whether the event of a clause is one of the traveller's."""
    clause = clauses[index]
    if owner not in _ANYBODYS:
        return clause.subject is Subject.VEHICLE
    travels = noun in journey_words("departures") | journey_words("arrivals") | journey_words("legs")
    beside = (*clauses[max(0, index - NEAR) : index], *clauses[index + 1 : index + 1 + NEAR])
    near = any(one.subject in MINE and one.paragraph == clause.paragraph for one in beside)
    return travels and near and clause.subject is not Subject.TRAVELLER


def _happens(noun: str, verb: str) -> Event:
    """What an event that took place at a place was there."""
    if noun in journey_words("departures"):
        return Event.DEPART
    if noun in journey_words("arrivals"):
        return Event.ARRIVE
    if noun in journey_words("engagements"):
        return Event.AT
    return Event.DEPART if verb in _STARTS else Event.ARRIVE if verb in _ENDS else Event.AT
