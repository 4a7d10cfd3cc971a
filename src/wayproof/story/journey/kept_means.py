"""Means that stay with a traveller: who mounts a bicycle in X and leans it against a wall in Y went by it.

So does who leaves X in a car and parks in Y.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.journey.way_modes import REACH_KM, clause_start, told_by_traveller
from wayproof.story.vocabulary.mode_words import SPECIFIC_AIR
from wayproof.story.vocabulary.modes import means_in
from wayproof.story.vocabulary.older_ways import without_older_ways
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.itineraries.itinerary import Visit

_RODE = (
    r"(?:rode|ridden|riding|rides)\s+(?!(?:up|down)\s+in\b|in\b|as\b|out\s+the\b|with\b|pillion\b|roughshod\b|high\b)|"
    r"in\s+the\s+saddle|(?:re)?mounted|dismounted"
)
_HIS = r"(?:the|that|his|her|their|my)"
_SAME = rf"(?:{_HIS}\s+(?:same|very|tired|old|borrowed|own|faithful|\w+ed)\s+)"
_GOT_OFF = r"got\s+(?:off|down\s+from)|climbed\s+(?:off|down\s+from)|slid\s+(?:off|from|down\s+from)"
_PUT = (
    r"(?:lean(?:ed|t)|propp(?:ed|ing)|park(?:ed|ing)|lock(?:ed|ing)|chain(?:ed|ing)|wheel(?:ed|ing)|push(?:ed|ing)|"
    rf"lay|laid|{_GOT_OFF})"
)
_TIED = rf"(?:tether(?:ed|ing)|tied|hitched|water(?:ed|ing)|unsaddled|stabled|fed|led|turned\s+out|{_GOT_OFF})"
_IT = rf"(?:it|{_HIS}\s+(?:[\w-]+\s+){{0,2}}?"
_CYCLE = r"(?:machine|bicycle|bike|cycle|mount|tourer|racer)"
_MOTOR = r"(?:machine|moped|motor-?\s?(?:cycle|bike)|bike|scooter)"
_BEAST = r"(?:animal|beast|mount|horse|mare|gelding|pony|stallion|mule|donkey|camel)"
_TYRES = rf"(?:on|with)\s+{_HIS}\s+(?:[\w-]+\s+){{0,2}}(?:tyres?|tires?|wheels)\b"
_WORDS = {
    "spacecraft": (
        r"(?:came|come|coming|drifted|floated|brought)\s+down|landed|touched\s+down|splash(?:ed)?-?\s?down|parachut(?:e|es|ed|ing)|"
        r"descended|re-?entered"
    ),
    "bicycle": (
        rf"{_RODE}|{_PUT}\s+{_IT}{_CYCLE})\b|{_SAME}(?:machine|bicycle|bike)\b|{_TYRES}|"
        r"(?:handlebars?|saddle-?bags?|panniers?)\b"
    ),
    "motorcycle": rf"{_RODE}|{_PUT}\s+{_IT}{_MOTOR})\b|{_SAME}(?:machine|moped|scooter|bike)\b|{_TYRES}",
    "horse": rf"{_RODE}|{_TIED}\s+{_IT}{_BEAST})\b|{_SAME}{_BEAST}\b|(?:reins|stirrups?|hooves)\b",
    "kayak": (
        rf"(?:beach(?:ed|ing)|drag(?:ged|ging)|pull(?:ed|ing)|haul(?:ed|ing)|carried|slid)\s+{_IT}"
        rf"(?:boat|craft|canoe|kayak|hull))\b|(?:shipped|laid\s+down|put\s+down|leaned\s+on)\s+{_HIS}\s+paddles?\b|"
        r"(?:same|own)\s+(?:canoe|kayak|craft|hull)\b"
    ),
    "ski": (
        r"(?:unclipp(?:ed|ing)|unstrapp(?:ed|ing)|unbuckl(?:ed|ing)|took\s+off|stepped\s+out\s+of|stood|planted|leaned)\s+"
        rf"{_HIS}\s+(?:\w+\s+)?(?:skis|bindings|sticks)\b|(?:same|own|worn)\s+skis\b|(?:glided|slid)\s+(?:in|into|down|up)\b"
    ),
    "ship": (
        rf"(?:dropp(?:ed|ing)|pick(?:ed|ing)\s+up|took\s+on|landed|discharged)\s+(?:{_HIS}\s+|a\s+)?pilot\b|(?:tied|made\s+fast|tying)\s+up\b|"
        r"tied\s+up\b|made\s+fast\b|moored|berthed|docked|anchored|(?:dropped|weighed|let\s+go\s+(?:the\s+)?)\s*anchor|"
        rf"put(?:ting)?\s+(?:out\s+)?to\s+sea|cast(?:ing)?\s+off|steered|steaming|steamed|came\s+alongside|alongside|"
        rf"(?:brought|took|laid|berthed|docked|moored)\s+{_HIS}\s+(?:[\w-]+\s+){{0,2}}?(?:ship|vessel|steamer|freighter|tanker|coaster|tug|trawler)\b"
    ),
    "light_aircraft": (
        r"(?:was|were|got)\s+(?:back\s+)?(?:in\s+the\s+air|airborne|aloft|off\s+the\s+ground)\b|lift(?:ed|ing)\s+off\b|took\s+to\s+the\s+air\b|"
        rf"put\s+(?:it|her|{_HIS}\s+(?:[\w-]+\s+){{1,3}}?)\s*down\s+(?:on|at|in|near|beside|outside)\b|touched\s+down|"
        r"came\s+down\s+(?:on|at|in)\b|(?:landed|set\s+down|took\s+off|skimmed|banked|circled|taxied)\b|"
        rf"{_SAME}(?:machine|plane|aircraft|aeroplane|twin)\b"
    ),
}
_CAR = r"(?:car|van|lorry|truck|jeep|wagon|saloon|pick-?up|vehicle|rig|camper|minibus|land-?\s?rover)"
_DRIVEN = (
    rf"(?:park(?:ed|ing)|garag(?:ed|ing)|lock(?:ed|ing)|leav(?:ing)|left)\s+{_IT}{_CAR})\b|"
    r"(?:park(?:ed|ing))\s+(?:it\s+)?(?:outside|beside|behind|in|on|under|opposite|near|by|before|up)\b|"
    r"(?:pull(?:s|ed|ing)\s+(?:up|in|into|over)|draws\s+up|drew\s+up|brak(?:es|ed|ing)(?=\s+(?:at|in|beside|outside|before|by|on|near|under)))\b|"
    r"(?:switched|turned)\s+off\s+(?:the|his|her)\s+(?:engine|ignition|motor)\b|"
    rf"(?:fill(?:ed|ing)|refuel(?:led|ling))\s+(?:up\b|{_HIS}\s+(?:[\w-]+\s+)?tanks?\b)|"
    rf"{_HIS}\s+(?:odometer|milometer|mileometer|speedometer|dashboard|windscreen|windshield|tyres|tires|tank|cab|tailgate)\b|"
    rf"(?:unloaded|unloading|off-?loaded|off-?loading)\b(?!\s+by\b)|(?:behind|at)\s+the\s+wheel\b|{_SAME}{_CAR}\b|(?:the|its)\s+(?:{_CAR}\s+)?(?:driver|trucker)\b"
)
"""Words at a stop of who still has the car or the lorry that the story names."""
_DRIVING = regex(rf"\b(?:{_DRIVEN})", re.IGNORECASE)
_AT_THE_WHEEL = regex(
    rf"\b(?:(?:behind|at)\s+the\s+wheel|(?:the|its)\s+(?:{_CAR}\s+)?(?:driver|trucker))\b", re.IGNORECASE
)
"""Words beside a departure for who drives the car or the lorry that the story names."""
LEFT_BEHIND = regex(
    r"\b(?:airports?|aerodrome|terminal|airstrip|docks?|quay|ferr(?:y|ies)|harbou?r(?!\s+(?:clock|wall|front|lights?|square|bell)\b)|port|railway|station|train|garage\s+for\s+repair|"
    r"sold|sells|shipp(?:ed|ing)|freighted|hitch\w*|hired|rented|towed|breakdown|stolen)\b",
    re.IGNORECASE,
)
"""Where cars are left, and how people part from them."""
KEPT: dict[str, re.Pattern[str]] = {mode: regex(rf"\b(?:{words})", re.IGNORECASE) for mode, words in _WORDS.items()}
"""What tells at a stop that somebody is still with what carried them, for each means that one keeps."""
_BACK = regex(r"\b(?:back|returned|home)\b", re.IGNORECASE)
ONE_DAY = timedelta(hours=24)
"""Within this an aircraft that somebody flew out is the one flown back."""
SAME_KM = 30.0
"""So near each other are the ends of a way there and back."""


def with_kept_means(text: str, clauses: "Sequence[Clause]", visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the mount, the craft or the skis that a story names once and that a stop tells are still at hand.

    Parameters
    ----------
    text, clauses
        The story, its clauses as its traveller sees them.
    visits
        The visits in order; what a visit says of its means is left, and a way to an area is left open.
    """
    named = set(means_in(without_older_ways(text)))
    mine = [one for one in clauses if told_by_traveller(one)]
    if "car" in named:
        visits = _with_car(text, mine, visits)
    kinds = KEPT.keys() & named
    if len(kinds) != 1:
        return visits
    kind = next(iter(kinds))
    changed = list(visits)
    for index, (first, second) in enumerate(pairwise(visits), start=1):
        areas = first.place.is_area or second.place.is_area
        if not second.modes and not areas and _still_with(text, mine, first, second, KEPT[kind]):
            changed[index] = replace(second, modes=(kind,))
    return _flown_back(tuple(changed), kind) if kind in SPECIFIC_AIR else tuple(changed)


def _with_car(text: str, mine: "Sequence[Clause]", visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the car that the way before was made by, where a stop tells that it is still at hand.

    People park at airports and fly on: what is told from stop to stop must not speak of where cars are left.
    """
    changed = list(visits)
    for index, (first, second) in enumerate(pairwise(visits), start=1):
        before = changed[index - 1]
        areas = first.place.is_area or second.place.is_area or Kind.AIRPORT in {first.place.kind, second.place.kind}
        came = before.modes == ("car",) or (index == 1 and not first.modes)
        between = text[min(first.start, second.start) : max(first.end, second.end)]
        if second.modes or areas or not came or LEFT_BEHIND.search(between):
            continue
        leaves = _AT_THE_WHEEL.search(first.quote) is not None and not means_in(f"{first.quote} . {second.quote}")
        if leaves or _still_with(text, mine, first, second, _DRIVING):
            changed[index] = replace(second, modes=("car",))
    return tuple(changed)


def _still_with(text: str, mine: "Sequence[Clause]", first: "Visit", second: "Visit", words: re.Pattern[str]) -> bool:
    """Whether the traveller's clauses from one stop to the next tell of what is kept, and of no other means."""
    low = bisect_left(mine, min(first.end, second.start), key=clause_start)
    high = bisect_left(mine, second.end, key=clause_start)
    told = " . ".join(text[one.start : one.end] for one in mine[low:high])
    told = f"{told} . {second.quote}"
    return words.search(told) is not None and not means_in(words.sub(" ", told))


def _flown_back(visits: "tuple[Visit, ...]", kind: str) -> "tuple[Visit, ...]":
    """Visits with the aircraft that was flown out as the one flown back on the same day, where nothing else is told."""
    if not visits or kind not in {mode for visit in visits for mode in visit.modes}:
        return visits
    start, end = visits[0], visits[-1]
    around = distance_km(start.place.lat, start.place.lon, end.place.lat, end.place.lon) <= SAME_KM
    known = start.earliest is not None and end.latest is not None and end.latest - start.earliest <= ONE_DAY
    if len(visits) < len(("out", "there", "back")) or end.modes or not (around and known and _BACK.search(end.quote)):
        return visits
    km = distance_km(visits[-2].place.lat, visits[-2].place.lon, end.place.lat, end.place.lon)
    # "took off from X ... by six they were back in X": back where the aircraft took off
    back = replace(end, modes=(kind,), airside=end.airside or start.airside)
    return (*visits[:-1], back) if km <= REACH_KM.get(kind, km) else visits
