"""Mishaps on the way: "Near X a tyre burst", "At Y a puncture was mended": whoever is under way was there."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_PARTS = (
    r"axle|bearing|belt|brakes?|bulb|carburett?or|chain|clutch|crank(?:shaft)?|cylinder|derailleur|differential|dynamo|engine|"
    r"exhaust|fan\s+belt|fork|frame|fuel\s+(?:line|pump)|fuse|gasket|gearbox|half-shaft|headlights?|mainsheet|mast|motor|pedal|"
    r"piston|propeller|pump|radiator|rigging|rim|rudder|saddle|sail|shock\s+absorber|silencer|spokes?|spring|starter|steering|"
    r"stub\s+axle|suspension|tank|tiller|transmission|tyres?|tires?|valve|wheel|windscreen|windshield|wiper"
)
_MISHAPS = r"blow-?out|breakdown|burst\s+t[iy]re|flat(?:\s+t[iy]re)?|gale|headwind|puncture|rockfall|snowdrift"
_FRONTED = re.compile(
    r"\W*(?:(?:and|but|then|there|later)\s+)?(?:just\s+|somewhere\s+|shortly\s+|a\s+little\s+)?"
    r"(?:near|at|in|by|outside|beyond|past|after|before|by|off|between|south\s+of|north\s+of|east\s+of|west\s+of|short\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MISHAP = re.compile(
    rf"[\s,]+(?:an?|the|his|her|their|one|another|both|two|its)\s+(?:[\w-]+\s+){{0,2}}?(?:{_PARTS}|{_MISHAPS})\s+(?:\w+ly\s+)?"
    r"(?:let\s+go|gave\s+(?:out|way|up)|went|burst|broke|snapped|failed|seized|boiled|blew|split|cracked|jammed|stuck|stalled|"
    r"cost|held|delayed|stopped|forced|punctured|overheated|buckled|died|locked|slipped|sheared|"
    r"(?:was|were)\s+(?:mended|changed|repaired|patched|replaced|fixed|soldered|welded|torn|lost|found))\b",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(
    r"[\s,]+the\s+(?:\w+\s+)?(?:lead|race|stage|title|trophy|jersey|record|first\s+place|advantage)\s+(?:was|were|had\s+become|became)\s+"
    r"(?:already\s+|all\s+)?(?:his|hers|theirs|mine|ours)\b",
    re.IGNORECASE,
)
"""What falls to somebody on the way: "by X the lead was his"."""
REACH = 2
"""How many clauses before or after tell of the traveller whose mishap it is."""


def incident_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> Event | None:
    """Presence at a place that opens the tale of a mishap, told between clauses of the traveller; None elsewhere."""
    clause = clauses[index]
    lead = text[clause.start : top.mention.start]
    if clause.subject is Subject.TRAVELLER or not _FRONTED.fullmatch(lead):
        return None
    if not (_MISHAP.match(text, top.mention.end) or _IN_FRONT.match(text, top.mention.end)):
        return None
    if any(verb.doubtful for verb in clause.verbs):
        return None
    near = [*clauses[max(0, index - REACH) : index], *clauses[index + 1 : index + 1 + REACH]]
    beside = [one for one in near if one.paragraph == clause.paragraph and one.subject is not Subject.UNCLEAR]
    mine = any(one.subject in {Subject.TRAVELLER, Subject.VEHICLE} for one in beside)
    return Event.AT if mine else None
