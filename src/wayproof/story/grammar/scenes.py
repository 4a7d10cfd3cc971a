"""Where the traveller is though something else is told: its wheels touched a runway, it rained there, a telephone rang.

A clause about a thing puts nobody anywhere by itself; beside clauses of the traveller some do.
"""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_PART = (
    r"\b(?:its|his|her|their|the|both|our|my)\s+(?:\w+\s+)?(?:wheels?|tyres?|tires?|undercarriage|landing\s+gear|nosewheel|keel|hull|skids|skis|"
    r"floats|runners|envelope|canopy|gasbag|bows?|prow|basket|gondola|capsule|anchor)"
)
_SURFACE = (
    r"\b(?:(?:to|on|onto|against|along|into|upon|up\s+at|at|down\s+on|down\s+at|home\s+on)\s+)?(?:the|a|an)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:runway|tarmac|asphalt|concrete|airstrip|strip|apron|airfield|field|grass|meadow|gravel|quay|quayside|pier|jetty|pontoon|"
    r"mole|slipway|beach|sand|shingle|shore|ground|ice|snow|water|harbour|lake|desert|rails|platform)"
)
_TOUCHED = (
    r"(?:touched|kissed|met|hit|bumped|rolled|screeched|scraped|grated|grounded|bit|bounced|thumped|thudded|slammed|squealed|nudged|"
    r"struck|brushed|settled|skidded|slid|splashed|came\s+down|came\s+to\s+rest|were\s+down|was\s+down)"
)
_PART_DOWN = regex(
    rf"{_PART}\s+(?:\w+ly\s+|first\s+|finally\s+|at\s+last\s+)?{_TOUCHED}\s+(?:\w+ly\s+)?(?:{_SURFACE}\s+)?"
    r"(?:(?:of|at|in|outside|near|on)\s+(?:(?:the|an?)\s+(?:[\w-]+\s+){1,3}?(?:of|at|in|outside|near)\s+)?(?:the\s+)?)$",
    re.IGNORECASE,
)
"""A part of a craft that comes down at the place: "its wheels touched the runway of the airport in X"."""
_PART_UP = regex(
    rf"{_PART}\s+(?:had\s+)?(?:\w+ly\s+|finally\s+|at\s+last\s+)?(?:left|quit|lifted\s+off|rose\s+from|risen\s+from|lifted\s+from|came\s+off|"
    r"come\s+off|parted\s+from|climbed\s+from|soared\s+from|drifted\s+(?:up\s+|away\s+)?from|climbed\s+away\s+from|cleared)\s+"
    rf"(?:from\s+)?(?:{_SURFACE}|(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:village|town|hamlet|port|valley|park|square|airport|aerodrome))\s+"
    r"(?:of|at|in|outside|near|on)\s+(?:(?:the|an?)\s+(?:[\w-]+\s+){1,3}?(?:of|at|in|outside|near)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_WATCHED = regex(r"\b(?:watch|saw\b|see\b|seen\b|film|hear|imagin|dream|photograph|waited\s+for)\w*", re.IGNORECASE)
_NEAR = 2
"""How many clauses before or after tell of the traveller whose craft it is."""
_WEATHER = regex(
    r"\W*(?:(?:and|but)\s+)?it\s+(?:was|had\s+been|had\s+(?:begun|started|stopped))\s+(?:still\s+|already\s+|not\s+yet\s+|just\s+|barely\s+|"
    r"hardly\s+|almost\s+|nearly\s+|quite\s+|getting\s+|growing\s+|bitterly\s+)?(?:light|dark|dusk|dawn|daylight|day|night|broad\s+daylight|"
    r"raining|drizzling|pouring|snowing|sleeting|hailing|freezing|thundering|foggy|misty|windy|sunny|warm|cold|hot|wet|dry|icy|stormy|"
    r"morning|evening|noon|midday|midnight|lunchtime|teatime|market\s+day|getting\s+light|getting\s+dark|to\s+rain|to\s+snow|"
    r"raining|snowing)\s+(?:in|at|on|over|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""How the weather or the light of a place sets the scene: "It was still dark in X when she ...", where she does it."""
_CALLING = regex(
    r"\b(?:rang|telephon|phon|call|radio|cabl|wire|text|messag|e-?mail|wrote|hear|learn|spoke\s+to|left|set\s+out\s+for|fly|flew)"
)
_RANG = regex(
    r"\b(?:(?:the|a|his|her|their)\s+(?:\w+\s+)?(?:tele)?(?:phone|bell|pager|intercom|alarm\s+clock|doorbell)|the\s+call|a\s+call)\s+(?:\w+ly\s+)?"
    r"(?:rang|buzzed|shrilled|went|came|trilled)\s+(?:(?:in|at|on)\s+(?:the|an?|his|her|their)\s+[^,;.]{2,60}?\s+)?(?:in|at|of|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ANSWERED = regex(r"\b(?:answered|lifted|picked|took\s+it)\b")
_ASKED = regex(
    r"\b(?:asked|told|begged|woke|informed|summoned|wanted|reached|found|invited|offered|said|roused|called)\b"
)
"""What the caller does to whoever lifts the receiver."""


def scene_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> Event | None:
    """What a clause about a thing tells of the traveller at the place of a name; None for most."""
    clause = clauses[index]
    if clause.quoted or any(verb.doubtful or verb.infinitive for verb in clause.verbs):
        return None
    lead = text[clause.start : top.mention.start]
    if clause.subject is not Subject.TRAVELLER and (event := _of_part(text, clauses, index, lead)) is not None:
        return event
    if _WEATHER.fullmatch(lead) and _acts_next(text, clauses, index):
        return Event.AT
    if _RANG.search(lead) and _is_called(text, clauses, index):
        return Event.AT
    return _of_cleft(clauses, index, lead)


_CLEFT = regex(
    r"\W*(?:(?:and|but|so|then)\s+)?it\s+was\s+(?:only\s+|also\s+|here,?\s+)?(?P<said>from|out\s+of|in|at|outside|near|on|to|into|through|via|across)\s+"
    r"[^,;:]{0,80}$",
    re.IGNORECASE,
)
_GOING = frozenset({Motion.LEAVE, Motion.START, Motion.MOVE, Motion.CARRY, Motion.REACH})


_DIRECTED = {"from": Event.DEPART, "out of": Event.DEPART, "to": Event.ARRIVE, "into": Event.ARRIVE}
_PASSED = frozenset({"through", "via", "across"})


def _of_cleft(clauses: "Sequence[Clause]", index: int, lead: str) -> Event | None:
    """What a place set in front by "it was" tells: "it was from his porch there that she drove away"."""
    found, clause = _CLEFT.fullmatch(lead), clauses[index]
    later = [one for one in clauses[index + 1 : index + 3] if one.sentence == clause.sentence and one.verbs]
    if found is None or not later or later[0].opener != "that":
        return None
    mine = [one for one in later if one.subject is Subject.TRAVELLER and one.opener in {"that", ","}]
    verbs = [verb for one in mine for verb in one.verbs]
    if any(verb.doubtful for verb in verbs):
        return None
    motions = {verb.motion for verb in verbs}
    said = re.sub(r"\s+", " ", found["said"].casefold())
    if said in _DIRECTED or said in _PASSED:
        return _DIRECTED.get(said, Event.AT) if motions & _GOING else None
    if motions & {Motion.LEAVE, Motion.START}:
        return Event.DEPART
    return Event.AT if motions & {Motion.STAY, Motion.OTHER, Motion.REACH, Motion.CARRY} else None


def _of_part(text: str, clauses: "Sequence[Clause]", index: int, lead: str) -> Event | None:
    event = Event.ARRIVE if _PART_DOWN.search(lead) else Event.DEPART if _PART_UP.search(lead) else None
    clause = clauses[index]
    if event is None:
        return None
    near = [*clauses[max(0, index - _NEAR) : index], *clauses[index + 1 : index + 1 + _NEAR]]
    beside = [one for one in near if one.paragraph == clause.paragraph and one.verbs]
    before = clauses[index - 1] if index else None
    same = before is not None and before.sentence == clause.sentence
    watched = same and before is not None and _WATCHED.search(text, before.start, clause.start) is not None
    mine = clause.subject is Subject.VEHICLE or any(
        one.subject in {Subject.TRAVELLER, Subject.VEHICLE} for one in beside
    )
    return event if mine and not watched else None


def _acts_next(text: str, clauses: "Sequence[Clause]", index: int) -> bool:
    """Whether the sentence goes on with what the traveller then did there, and not by telephone from elsewhere."""
    clause = clauses[index]
    later = [one for one in clauses[index + 1 : index + 3] if one.sentence == clause.sentence and one.verbs]
    when = next((one for one in later if one.opener in {"when", "before", "as", "and"}), None)
    if when is None or when.opener != "when" or when.subject is not Subject.TRAVELLER:
        return False
    verb = when.verbs[0]
    return not verb.doubtful and Motion.SPEECH not in verb.motions and not _CALLING.search(text, when.start, when.end)


def _is_called(text: str, clauses: "Sequence[Clause]", index: int) -> bool:
    """Whether it is the traveller who answers: "the telephone rang in a flat in X, and a voice asked her"."""
    clause = clauses[index]
    for one in clauses[index + 1 : index + 4]:
        if one.sentence - clause.sentence > 1 or one.paragraph != clause.paragraph or not one.verbs:
            return False
        piece = text[one.start : one.end]
        if one.subject is Subject.OTHER and one.object_is_traveller and _ASKED.search(piece):
            return True
        if one.subject is Subject.TRAVELLER and _ANSWERED.search(piece):
            return True
    return False
