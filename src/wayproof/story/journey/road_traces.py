"""Journeys that are told to be driven by what a driver leaves behind: fuel, tolls, tyres and the tachograph."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.vocabulary.modes import means_in
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.itineraries.itinerary import Visit

_FUEL = r"(?:fuel|petrol|diesel|gas|gasoline|juice)"
_DRIVES = regex(
    rf"\b(?:(?:re-?)?fuell?ed|filled\s+(?:up\b|(?:his|her|their|the|a|its)\s+(?:[\w-]+\s+){{0,3}}?(?:tank|tanks|car|truck|van|lorry|jeep|pick-?up|cruiser|"
    rf"rover|saloon|estate|hatchback)\b)|topped\s+up\b|tanked\s+up|(?:bought|paid\s+for|took\s+on)\s+(?:[\w-]+\s+){{0,3}}?{_FUEL}\b|"
    rf"(?:stopp?(?:ed|ing)?|halted|paused|pulled\s+(?:in|over|up))\b[^.;]{{0,40}}?\bfor\s+(?:\w+\s+)?{_FUEL}\b|paid\s+(?:the|a|his|her|two|three)\s+tolls?|"
    r"(?:change[ds]?|changing|replaced|mended|patched)\s+(?:a|an|one|two|the|his|her)\s+(?:[\w-]+\s+)?(?:wheels?|tyres?|tires?|punctures?|flats?)|"
    r"(?:had|suffered)\s+(?:a|one|two|no)\s+(?:punctures?|flat|blow-?outs?)|(?:burst|blew|punctured|shredded)\s+(?:a|one|two|his|her)\s+(?:tyres?|tires?)|"
    r"(?:at|behind|took)\s+the\s+wheel|(?:was|were)\s+(?:flashed|clocked|stopped)\s+(?:for\s+speeding|by\s+a\s+speed|at\s+\d+\s+(?:km|miles|mph|kph))|"
    r"(?P<drove>drove|driven|driving|drives))\b",
    re.IGNORECASE,
)
"""What a driver does on the way, in a clause of the traveller or of the vehicle."""
_OWN = regex(
    r"\b(?:his|her|their|my|our|the\s+(?:car|lorry|truck|van|driver|pick-?up|jeep)['\u2019]s)\s+(?:own\s+|\w+['\u2019]s\s+)?(?:tachograph|odometer|mileometer|"
    r"speedometer|milometer|trip\s+(?:computer|meter)|(?:on-?board\s+)?computer|fuel\s+card|headlights|headlamps|windscreen|windshield|dashboard|"
    r"driver|chauffeur|petrol\s+receipts?|toll\s+receipts?)\b|\btachograph\b|"
    rf"\b(?:an?|one|two|three|the\s+only|his|her|their)\s+(?:\w+\s+)?(?:stops?|halts?|pauses?)\s+(?:only\s+)?for\s+{_FUEL}\b|"
    rf"\b(?:receipts?|bills?|vouchers?|chits?|slips?)\s+for\s+(?:[\w-]+\s+){{0,4}}?{_FUEL}\b|\b{_FUEL}\s+(?:receipts?|bills?|vouchers?|chits?)\b",
    re.IGNORECASE,
)
"""What belongs to a driver, whoever tells of it."""
_NOT_SO = regex(
    r"\b(?:had|has|have|did|was|were|would)(?:\s+(?:not|never)|n['\u2019]t)\s+(?:\w+\s+)?(?:flown|fly|sailed|sail|taken\s+(?:a|the|any)\s+\w+|been\s+(?:on|aboard|in)\s+"
    r"(?:a|an|any)\s+\w+)\b|\b(?:nobody|no\s+one|none|neither)\b[^.;]{0,40}?\b(?:suggest(?:s|ed)|claim(?:s|ed)|says?|said|maintain(?:s|ed)|thinks?|thought|"
    r"pretend(?:s|ed)|believe[sd]?)\s+(?:that\s+)?(?:he|she|they|it)\s+(?:had\s+)?(?:flew|flown|sailed|went\s+by\s+air|took\s+(?:a|the)\s+\w+)\b",
    re.IGNORECASE,
)
"""Other means that are denied by a verb: "he had not flown", "nobody has suggested that he flew"."""
ROADS = frozenset({"car", "bus"})


def with_road_traces(text: str, clauses: "Sequence[Clause]", visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the car as means, where a story names no means with a stop, and tells only of driving.

    Parameters
    ----------
    text, clauses
        The story, its clauses as its traveller sees them.
    visits
        The visits in order; nothing changes where one of them tells how it was reached.
    """
    if any(visit.modes for visit in visits):
        return visits
    mine = (one for one in clauses if one.subject in {Subject.TRAVELLER, Subject.VEHICLE})
    done = (one for one in mine if not any(verb.doubtful for verb in one.verbs))
    told = means_in(_NOT_SO.sub(" ", text))
    traces = (_DRIVES.search(text, one.start, one.end) for one in done)
    # "drove a herd of goats" names no car
    driven = any(one is not None and (one["drove"] is None or "car" in told) for one in traces)
    if not (driven or _OWN.search(text)) or not ROADS.issuperset(told):
        return visits
    return (*visits[:1], *(replace(visit, modes=("car",)) for visit in visits[1:]))
