"""Stops told in passing: a list behind the name of an outing, the next of a row of deeds, a house one is led out of."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import VEHICLES, Motion
from wayproof.story.vocabulary.person_nouns import make_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_OUTING = (
    r"(?:trip|tour|round|rounds|journey|outing|excursion|itinerary|route|run|voyage|expedition|drive|ride|errand|jaunt|pilgrimage|weekend|week|"
    r"day|holiday|honeymoon|visit|travels|movements|adventure|odyssey|crossing|trek|march|flight|programme|schedule|way)"
)
_LIST = regex(
    rf"\b(?:an?|the|his|her|their|this|that|such|one)\s+(?:[\w-]+\s+){{0,3}}?{_OUTING}(?:\s+(?:of|in|to|from|back)\s+[^:;.]{{1,40}})?\s*:\s",
    re.IGNORECASE,
)
"""How a list of stops is opened: "recounts a shopping trip: a night in X, then a taxi to Y"."""
_STAY = regex(
    r"\b(?:nights?|days?|hours?|weeks?|weekend|morning|evening|afternoon|breakfast|lunch|dinner|supper|tea|coffee|beers?|drinks?|halt|stop|stops|"
    r"stopover|rest|sleep|nap|wait|queue|meal|meeting|meetings|visit|errand|change|bed|hotel|hostel|inn|aunt['\u2019]s|cousin['\u2019]s|"
    r"mother['\u2019]s|friend['\u2019]s|post|crossing|office|border\s+post|road\s+post|gate|customs|shopping|swim|bath|mass|prayers?)\s+"
    r"(?:(?:at|in|with|by|near)\s+[^,;:.]{1,40}?\s+)?(?:in|at|on|near|outside|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOING = regex(
    r"\b(?:taxi|cab|bus|coach|train|ferry|boat|flight|plane|lift|ride|drive|walk|lorry|truck|minibus|tram|car|launch|van|hop|leg|express|sleeper|"
    r"helicopter|motorcycle|bicycle|mule|horse|cart)\b[^,;:.]{0,50}?\s(?:to|into|back\s+to|as\s+far\s+as)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LIST_CHARACTERS = 400
"""Characters that a list of stops goes on behind what opens it."""


def outing_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> Event | None:
    """What an entry of a list behind the name of an outing tells of whoever tells it; None elsewhere."""
    clause = clauses[index]
    low = max(0, top.mention.start - LIST_CHARACTERS)
    opened = [found.end() for found in _LIST.finditer(text, low, top.mention.start)]
    if not opened or re.search(r"[.!?\n]", text[opened[-1] : top.mention.start]) or clause.quoted:
        return None
    teller = [
        one
        for one in clauses[max(0, index - TELLER_BACK) : index + 1]
        if one.start <= opened[-1] and one.sentence == clause.sentence and one.verbs
    ]
    mine = bool(teller) and teller[-1].subject is Subject.TRAVELLER
    if not mine or any(verb.doubtful or verb.motion is Motion.PLAN for verb in teller[-1].verbs):
        return None
    entry = re.split(r"[,;:]", text[opened[-1] : top.mention.start])[-1]
    if _GOING.search(entry):
        return Event.ARRIVE
    return Event.AT if _STAY.search(entry) else None


TELLER_BACK = 6
"""Clauses back in which stands who tells of an outing."""
_NEXT = regex(
    r"\W*(?:(?:and|but|then|so)\W+)*the\s+(?:next|first|last|second|third|other|only)\s+(?:[\w-]+\s+){1,3}?(?:(?:to\s+be\s+|(?:he|she|they)\s+)"
    r"(?:shaken|shook|eaten|ate|drunk|drank|visited|kissed|signed|sung|sang|slept|spent|washed|fed|met|greeted|stamped|paid|posted|loaded|unloaded|"
    r"played|danced|preached|delivered|bought|taken|took|had|made|cooked|read|given|gave|filled|changed|mended|poured|embraced|blessed|baptised|"
    r"climbed|crossed|touched|opened|unveiled|cut|laid|planted|photographed|recorded|filmed|spoken|spoke|heard|seen|saw|called\s+at)\s+)(?:was|were|came)\s+(?:[\w-]+\s+){0,2}?(?:in|at|on|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""The next of a row of deeds: "the next hands to be shaken were in X", "the first meal she ate was at X"."""


def next_deed_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> Event | None:
    """Presence where the next of somebody's deeds was done, told beside clauses of the traveller; None elsewhere."""
    clause = clauses[index]
    if clause.quoted or any(verb.doubtful for verb in clause.verbs):
        return None
    beside = clauses[max(0, index - 4) : index]
    near = any(one.subject in MINE and one.paragraph == clause.paragraph for one in beside)
    return Event.AT if near and _NEXT.fullmatch(text, clause.start, top.mention.start) else None


_OWN_HOUSE = regex(
    r"\b(?:his|her|their|my|our)\s+(?:own\s+|front\s+|rented\s+|official\s+)?(?:house|home|flat|apartment|villa|residence|door|doorstep|cottage|farm|"
    r"farmhouse|hotel|room|quarters|bungalow|palace|gate|garden|bedroom|lodgings|hut|tent)\s+(?:in|at|near|outside|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OUT = regex(
    r"\b(?:led|dragged|taken|marched|carried|brought|pulled|hauled|bundled|frogmarched|driven|walked|ran|came|stepped|fled|climbed|crept|slipped|"
    r"rushed|escorted)\s+(?:\w+\s+)?(?:out|away|off|outside|from\s+it)\b|\b(?:woke|awoke|opened\s+the\s+door|was\s+(?:woken|roused|asleep|in\s+bed|dragged|"
    r"arrested|seized|handcuffed|led))\b"
)
"""What somebody does, or has done to them, who was inside."""


def house_left_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence in one's own house, told by something done to it, and the verb by which somebody was led out of it."""
    clause = clauses[index]
    after = clauses[index + 1] if index + 1 < len(clauses) else None
    if clause.subject is Subject.TRAVELLER or after is None or after.subject is not Subject.TRAVELLER:
        return None
    near = after.paragraph == clause.paragraph and after.sentence - clause.sentence <= 1
    done = not any(verb.doubtful or verb.infinitive for verb in (*clause.verbs, *after.verbs[:1]))
    own = _OWN_HOUSE.search(text, clause.start, top.mention.start)
    if not (near and done and own and after.verbs) or clause.quoted or not is_at(text, clause, top):
        return None
    return (Event.AT, after.verbs[0]) if _OUT.search(text, after.start, after.end) else None


_BELONGS = regex(
    r"\b(?:belonging\s+to|owned\s+by|registered\s+(?:to|in\s+the\s+name\s+of)|hired\s+(?:by|to)|rented\s+(?:by|to)|driven\s+by|carrying|with|"
    r"(?P<to>issued\s+to|made\s+out\s+to|sold\s+to|charged\s+to|in\s+the\s+name\s+of))\s+(?:[\w\u2019'.-]+\s+){0,5}?(?:[A-Z][\w\u2019'-]+|him|her)\s+"
    r"(?:(?:at|in|on|near|outside)\s+(?:the|an?)\s+(?:[\w-]+\s+){1,3}?(?:of|to|in|at|near)\s+|(?:at|in|on|near|outside)\s+)(?:the\s+)?$"
)
_RECORDED = regex(
    r"\b(?:issued|stamped|printed|photographed|filmed|recorded|logged|clocked|caught|registered|sold|charged|billed|fined|ticketed|weighed|"
    r"scanned|timed|noted|punched|handed\s+over|paid)\b"
)
PAPER_CHARACTERS = 200
"""Characters back in the sentence in which stands what was recorded of somebody."""


def _makes(text: str, clause: Clause, own: re.Match[str]) -> bool:
    """Whether the thing before its owner is a vehicle by its maker: "a grey Peugeot belonging to"."""
    return any(make_noun(word) for word in text[clause.start : own.start()].split())


def belonging_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> Event | None:
    """Presence where a paper was issued for what is somebody's: "issued to a car belonging to Y at X"."""
    clause = clauses[index]
    own = _BELONGS.search(text, clause.start, top.mention.start) if clause.object_is_traveller else None
    if own is None or not (own["to"] or VEHICLES.search(text, clause.start, own.start()) or _makes(text, clause, own)):
        return None
    first = next(
        (one.start for one in clauses[max(0, index - 3) : index + 1] if one.sentence == clause.sentence), clause.start
    )
    low = max(first, top.mention.start - PAPER_CHARACTERS)
    return Event.AT if _RECORDED.search(text, low, top.mention.start) else None


def passing_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym", verb: "Verb | None"
) -> "tuple[Event, Verb | None] | None":
    """What is told of the traveller at a place in passing, and the verb that dates it; None elsewhere."""
    event = (
        outing_event(text, clauses, index, top)
        or next_deed_event(text, clauses, index, top)
        or belonging_event(text, clauses, index, top)
    )
    return (event, verb) if event is not None else house_left_event(text, clauses, index, top)
