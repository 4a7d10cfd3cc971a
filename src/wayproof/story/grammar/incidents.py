"""Mishaps on the way: "Near X a tyre burst", "At Y a puncture was mended": whoever is under way was there."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

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
_FRONTED = regex(
    r"\W*(?:(?:and|but|then|there|later)\s+)?(?:just\s+|somewhere\s+|shortly\s+|a\s+little\s+)?"
    r"(?:near|at|in|by|outside|beyond|past|after|before|by|off|between|south\s+of|north\s+of|east\s+of|west\s+of|short\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MISHAP = regex(
    rf"[\s,]+(?:an?|the|his|her|their|one|another|both|two|its)\s+(?:[\w-]+\s+){{0,2}}?(?:{_PARTS}|{_MISHAPS})\s+(?:\w+ly\s+)?"
    r"(?:let\s+go|gave\s+(?:out|way|up)|went|burst|broke|snapped|failed|seized|boiled|blew|split|cracked|jammed|stuck|stalled|"
    r"cost|held|delayed|stopped|forced|punctured|overheated|buckled|died|locked|slipped|sheared|"
    r"(?:was|were)\s+(?:mended|changed|repaired|patched|replaced|fixed|soldered|welded|torn|lost|found))\b",
    re.IGNORECASE,
)
_GIVES_OUT = (
    r"failed|gave\s+(?:out|up|way)|burst|broke(?:\s+(?:down|up|off|in\s+two))?|snapped|seized(?:\s+up)?|boiled(?:\s+over)?|blew(?:\s+(?:up|out))?|split|cracked|jammed|stalled|"
    r"punctured|overheated|buckled|died|locked|sheared|went(?=\s+(?:again\s+)?(?:at|in|near|outside)\b)|ran\s+(?:out|dry|low)|ran\s+short|was\s+(?:exhausted|spent|used\s+up|finished)|came\s+off|fell\s+off"
)
_SUPPLIES = (
    r"money|petrol|diesel|fuel|gas(?:oline)?|water|food|oil|paraffin|kerosene|coal|oxygen|helium|hydrogen|ballast|air|"
    r"cash|funds|rations|provisions|bread|battery|batteries"
)
_CRAFT = (
    r"machine|lorry|truck|car|van|bus|coach|tractor|motor-?cycle|motor-?bike|moped|scooter|bicycle|tandem|boat|launch|caravan|jeep|taxi|"
    r"aeroplane|aircraft|plane|microlight|balloon|glider|mower|trailer|cart|wagon|sledge|sidecar|vehicle"
)
_OWN_PARTS = (
    r"axle|brakes?|carburett?or|chain|clutch|crank(?:shaft)?|derailleur|differential|dynamo|engine|exhaust|fan\s+belt|fork|frame|gasket|gearbox|half-shaft|"
    r"mast|motor|pedal|piston|propeller|radiator|rigging|rim|rudder|saddle|shock\s+absorber|silencer|spokes?|starter|steering|suspension|tiller|transmission|"
    r"tyres?|tires?|wheel|windscreen|windshield"
)
_LATER = (
    r"\W*(?:(?:and|but|then|there|later|twice|once|finally|at\s+last|soon)\W+){0,2}(?:(?:on|at|by|in|after|some|about|only|just|[\w-]+(?:\s+and\s+[\w-]+)?\s+"
    r"(?:hours?|minutes?|days?|weeks?|miles|kilometres|the\s+next)\b)[^.;:!?]{0,60}?,?\s+)?"
)
_GAVE_OUT = regex(
    rf"{_LATER}(?:the|his|her|their|its|one|another|both|an?)\s+(?:(?:front|rear|back|left|right|near|off|old|only|second|first|last|main|spare|starboard|port)\s+){{0,2}}"
    rf"(?:{_OWN_PARTS}|{_SUPPLIES}|{_CRAFT})\s+(?:(?:\w+ly|then|again|also|twice|finally|at\s+last|had|had\s+all)\s+)*(?:{_GIVES_OUT})"
    r"(?:\s+(?:again|for\s+good|altogether|completely|twice|once|three\s+times|for\s+the\s+(?:first|second|third|last)\s+time|down|over|up))*"
    r"(?:,\s+(?:once|the\s+(?:first|second|third|last)\s+time|first|again|and\s+for\s+good|for\s+good|and\s+again))?\s+"
    r"(?:at|near|outside|in|before|beyond|past|above|below|over|off|short\s+of|somewhere\s+near)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""What breaks or runs out on the way, up to the place: "two days later the motor failed at X"."""
_HERE_GAVE_OUT = regex(
    rf",?\s+(?:the|his|her|their|its|all\s+(?:the|his|her|their))\s+(?:\w+\s+)?(?:{_SUPPLIES}|{_CRAFT})\s+(?:(?:\w+ly|then|again|also|finally|at\s+last)\s+)*(?:{_GIVES_OUT})\b",
    re.IGNORECASE,
)
_DELAYS = (
    r"trouble|search(?:es)?|roadblocks?|road-?blocks?|queues?|delays?|detour|diversion|halt|stop|landslide|landslip|floods?|fog|storm|snow|jam|hold-?up|"
    r"strike|accident|collision|fire|leak|fault|check|inspection|wait|customs|formalities|ferry|level\s+crossing|thunderstorm|sandstorm|squall|calm"
)
_MISHAP_AT = regex(
    rf"\W*(?:(?:and|but|then|only)\s+)?(?:(?:an?|the|another|one|two|his|her|their|its)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_PARTS}|{_MISHAPS}|{_DELAYS})\s+"
    r"(?:at|near|outside|off|in|before|beyond|past|above|below)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_COST = regex(
    r"\s+(?:had\s+|then\s+|also\s+|alone\s+)*(?:cost|took|taken|held|delayed|kept|ate\s+up|lost|swallowed|robbed|detained|stopped|brought|forced|added|lasted)\s+"
    r"(?:(?:him|her|them|me|us|the\s+\w+)\s+)?(?:up\s+|back\s+|waiting\s+)?(?:for\s+)?(?:(?:about|some|nearly|almost|over|only|another|at\s+least|more\s+than)\s+)*"
    r"(?:an?|half|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|\d+|him|her|them|me|us)\b"
    r"(?!\s+(?:more\s+)?(?:lives|life|people|men|women|children|houses|passengers|victims|others|sailors|miners|dead)\b)",
    re.IGNORECASE,
)
"""What a mishap at a place took of whoever was under way: "a puncture at X cost forty minutes"."""
_IN_FRONT = regex(
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
    if clause.subject is Subject.TRAVELLER:
        return None
    fronted = _FRONTED.fullmatch(lead) is not None
    told = fronted and any(one.match(text, top.mention.end) for one in (_MISHAP, _IN_FRONT, _HERE_GAVE_OUT))
    told = told or (_MISHAP_AT.fullmatch(lead) is not None and _COST.match(text, top.mention.end) is not None)
    if not (told or _GAVE_OUT.fullmatch(lead)):
        return None
    if any(verb.doubtful for verb in clause.verbs):
        return None
    near = [*clauses[max(0, index - REACH) : index], *clauses[index + 1 : index + 1 + REACH]]
    beside = [one for one in near if one.paragraph == clause.paragraph and one.subject is not Subject.UNCLEAR]
    mine = any(one.subject in {Subject.TRAVELLER, Subject.VEHICLE} for one in beside)
    return Event.AT if mine else None
