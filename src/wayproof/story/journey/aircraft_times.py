"""Whether the time told with a stop is that of an aircraft: its take-off, its landing, the hour of its ticket."""

import re
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.mode_words import SPECIFIC_AIR
from wayproof.story.vocabulary.modes import means_in
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.journey.sightings import Sighting

_HOUR = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|midday|half[\s-]past[\s-]\w+|quarter[\s-]"
    r"(?:past|to)[\s-]\w+|(?:six|seven|eight|nine|ten|eleven|twelve|one|two|three|four|five)[\s-](?:fifteen|thirty|forty|twenty|ten|five|fifty)(?:-\w+)?)"
    r"(?:\s*[o0]['\u2019]clock|\s*[ap]\.?m\.?)?)"
)
_TICKET = regex(
    rf"\b(?:caught|took|boarded|made|catches|takes|boards|catching|taking|boarding|left|leaves|leaving|went|on|by|aboard)\s+(?:on\s+|by\s+|aboard\s+)?"
    rf"(?:the|an?|that)\s+{_HOUR}[\s-]+(?:[\w-]+\s+){{0,3}}?(?:flight|departure|plane|aeroplane|airliner|jet|jumbo|boeing|airbus|air\s+shuttle|shuttle|"
    r"twin\s+otter|turboprop|propeller\s+plane)\b",
    re.IGNORECASE,
)
"""Words that take somebody away by the hour of a ticket: "caught the eight o'clock flight"."""
_CRAFT = (
    r"(?:flight|service|aircraft|plane|aeroplane|airplane|airliner|jet|machine|boeing|airbus|ilyushin|tupolev|antonov|fokker|dakota|turboprop|"
    r"twin\s+otter|islander|cessna|jumbo|helicopter|seaplane|floatplane|flying\s+boat)"
)
_GROUND = r"(?:ground|runway|tarmac|grass|airstrip|strip|concrete|apron|asphalt|gravel|earth|ice)"
_ON_WHEELS = regex(
    r"\b(?:was|were|is)\s+(?:already\s+|still\s+)?taxiing\b|\btaxied\b|\b(?:wheels|tyres|tires|skids|floats)\s+(?:\w+\s+)?(?:touched|kissed|hit|met|bumped|squealed|"
    rf"screeched)\b|\b(?:rolled|came|taxied|drew|pulled)\s+to\s+(?:a|its)\s+(?:final\s+)?(?:stop|halt|standstill|stand)\s+(?:at|on|beside|before|outside|in\s+front\s+of)"
    r"\s+(?:the|its)\s+(?:\w+\s+)?(?:stand|gate|apron|runway|tarmac|terminal|hangar)\b|\b(?:aircraft|plane|cabin|airliner|jet)(?:['\u2019]s)?\s+doors?\s+(?:was|were)\s+"
    rf"(?:opened|unlocked)\b|\b(?:{_CRAFT}|[A-Z]{{1,3}}-?\d{{1,3}})\s+(?:was|stood|sat)\s+(?:back\s+|already\s+)?(?:standing\s+|sitting\s+|parked\s+)?on\s+(?:the|its)\s+(?:{_GROUND}|stand)\b",
    re.IGNORECASE,
)
"""Words of an aircraft that has just landed."""
_OFF_GROUND = regex(
    rf"\b(?:wheels|tyres|tires|skids|floats|undercarriage)\s+(?:\w+\s+)?(?:left|quit|came\s+off|lifted\s+(?:off|from|clear\s+of)|rose\s+from|parted\s+from)\s+the\s+"
    rf"(?:\w+\s+)?{_GROUND}\b|\b(?:was|were|be|been|is|got)\s+(?:already\s+|back\s+|safely\s+|finally\s+|now\s+)?(?:in\s+the\s+air|airborne|aloft|wheels[\s-]up)\b|"
    rf"\bwheels[\s-]up\s+(?:at|was|came)\b|\b(?:{_CRAFT}|he|she|they|it)\s+(?:was\s+off|left|rose\s+from|climbed\s+(?:off|away\s+from))\s+the\s+"
    r"(?:ground|runway|airstrip)\b",
    re.IGNORECASE,
)
"""Words of an aircraft that has just taken off."""


_THAT_FLEW = regex(
    rf"\b{_CRAFT}\b[^.;,]{{0,30}}?,?\s+(?:that|which)\s+"
    r"(?:took\s+off|lifted\s+off|was\s+(?:airborne|off\s+the\s+ground)|rolled|left\s+(?:the\s+(?:ground|gate|stand)|at\b|on\s+time\b)|departed\s+at\b)",
    re.IGNORECASE,
)
"""What the aircraft did that somebody boarded."""
_MAYBE_OFF = regex(
    r"\b(?:the|its|both|all)\s+(?:\w+\s+)?doors?\s+(?:(?:was|were|had\s+been)\s+)?(?:closed|shut|locked|sealed|bolted)\b|\b(?:pushed|was\s+pushed)\s+back\b|"
    r"\b(?:left|rolled\s+(?:from|off|away\s+from))\s+(?:the|its)\s+(?:gate|stand|apron|blocks|chocks)\b|"
    rf"\b(?:the|an?|its|his|her)\s+(?:[\w-]+\s+){{0,3}}?{_CRAFT}\s+(?:had\s+)?(?:left|departed|got\s+away|started|rolled)(?:\s+(?:on\s+time|punctually|late))?[\s,]+(?:at|for|with)\b",
    re.IGNORECASE,
)
"""Words of a departure that are those of an aircraft where one is told of."""
_DOWN_STEPS = (
    r"(?:walk|step|climb|com|came|r[au]n|hurri|went|go|stroll|limp|was\s+(?:helped|carried|led))\w*\s+(?:slowly\s+|stiffly\s+|briskly\s+)?down\s+"
    r"(?:the|its|her|his)\s+(?:\w+\s+)?(?:steps|stairs|stairway|gangway|ladder|ramp)\b"
)
_MAYBE_DOWN = regex(
    r"\b(?:stepp|climb|c[ao]m|got|walk)\w*\s+(?:out|down|off)\b[^.;,]{0,20}?\s(?:at|on)\s+the\s+(?:airport|airfield|aerodrome|airstrip|tarmac|runway)\b|"
    rf"\b{_DOWN_STEPS}(?!\s+of\s+the\s+(?!plane|aircraft|jet|airliner|machine))|"
    r"\b(?:the|its|both|all\s+\w+|his|her)\s+(?:\w+\s+)?(?:engines?|motors?|propellers?|rotors?|jets)\s+(?:(?:was|were|had\s+been)\s+)?(?:\w+\s+)?"
    r"(?:switched\s+off|shut\s+down|shut\s+off|cut|stopped|died|fell\s+silent|silenced|whined\s+down|ran\s+down)\b|"
    r"\b(?:the|its|both|all)\s+(?:\w+\s+)?doors?\s+(?:(?:was|were|had\s+been)\s+)?(?:opened|unlocked)\b|"
    rf"\b(?:it|(?:the|an?|its|his|her)\s+(?:[\w-]+\s+){{0,3}}?{_CRAFT})\s+(?:had\s+)?(?:set|put|deposited|delivered|dropped|landed)\s+(?:him|her|them|me|us|everyone)\b|"
    r"\b(?:rolled|came|drew)\s+to\s+(?:a|its)\s+(?:\w+\s+)?(?:stop|halt|standstill|rest)\b|\bput\s+(?:it|her|him|(?:the|his|her)\s+(?:[\w-]+\s+){1,3}?)(?:down|in)\s+"
    r"(?:on|at|in)\b",
    re.IGNORECASE,
)
"""Words of an arrival that are those of an aircraft where one is told of."""
_ALOFT_THERE = regex(
    r"\b(?:flew|flown|flying|came|came\s+in|passed|crossed|swept|skimmed|circled|banked|droned|roared|was|were)\s+(?:in\s+)?(?:low\s+|high\s+|again\s+|just\s+|"
    r"already\s+|at\s+[\w,]+\s+(?:feet|metres|meters)\s+)?over\b|"
    r"\b(?:fighters?|jets?|interceptors?|radars?|phantoms?|helicopters?|tankers?)\s+(?:had\s+)?(?:met|intercepted|joined|escorted|picked|caught|shadowed|found|refuelled|saw)\b|"
    r"\b(?:drink|drank|refuel(?:led)?|fuelled|took\s+on\s+fuel)\s+(?:in\s+(?:the\s+air|flight)\s+)?from\s+(?:an?|the|two|three)\s+(?:\w+\s+)?tankers?\b",
    re.IGNORECASE,
)
"""Words of an aircraft that only flies over a place."""
REACH = 40
"""Characters behind a clause in which stands what the aircraft did that somebody left in."""
CONTEXT = 500
"""Characters before a stop in which the aircraft is told of whose doors and steps are meant."""


def _flown(text: str, low: int, high: int) -> bool:
    """Whether the words before a stop tell of an aircraft."""
    first = max(0, low - CONTEXT)
    start = max(first, text.rfind("\n\n", first, low) + 1)
    told = set(means_in(text[start:high]))
    return bool(told & {"air", *SPECIFIC_AIR})


_NEXT_SENTENCE = regex(r"[.;!?]['\"\u2019\u201d)]*\s+[A-Z\"\u201c]|\n\n")


def leaves_ground(text: str, clause: "Clause") -> bool:
    """Whether a clause tells that an aircraft took off, or left its stand."""
    if _OFF_GROUND.search(text, clause.start, clause.end):
        return True
    return _MAYBE_OFF.search(text, clause.start, clause.end) is not None and _flown(text, clause.start, clause.end)


def takes_off(text: str, draft: "Draft") -> bool:
    """Whether the time of a stop is that at which an aircraft left it: "boarded the plane, which left at ten"."""
    clause, told = draft.sighting.clause, max(draft.time_end, draft.clock_end)
    start, end = clause.start, max(clause.end, told)
    if told > clause.end:
        # "boarded it in X, and at nine the wheels left the ground": the words about the time
        over = _NEXT_SENTENCE.search(text, told, told + REACH)
        end = over.start() if over else told + REACH
    found = _THAT_FLEW.search(text, max(0, start - REACH), end + REACH) or _OFF_GROUND.search(text, start, end)
    if found is None:
        found = _MAYBE_OFF.search(text, start, end)
        found = found if found is not None and _flown(text, start, end) else None
    if found is None or draft.sighting.event is Event.DEPART:
        return found is not None
    # who came to an airfield comes before the aircraft leaves: only the time told with that is the aircraft's
    return 0 < told - found.end() <= REACH or 0 <= found.start() - told <= JOIN


JOIN = 12
"""Characters between a time and what it is told of: "at nine the wheels left the ground"."""


_OVER = regex(
    r"\b(?:was|were|been|circl(?:ed|ing)|flew|flying|passed|came)\s+(?:\w+ly\s+)?(?:over|above|overhead)\s+\Z",
    re.IGNORECASE,
)
"""What tells that somebody was above a place, and not at its airport: "at five they were above X"."""


def is_by_aircraft(text: str, draft: "Draft") -> bool:
    """Whether the time of a stop is told as that of the aircraft."""
    sighting: Sighting = draft.sighting
    verb, clause = sighting.verb, sighting.clause
    if verb is not None and verb.form in journey_words("airside"):
        return True
    if sighting.event is Event.DEPART:
        return _TICKET.search(text, clause.start, clause.end) is not None
    if _ON_WHEELS.search(text, clause.start, clause.end):
        return True
    if _OVER.search(text, clause.start, sighting.toponym.mention.start):
        return True
    maybe = _MAYBE_DOWN.search(text, clause.start, clause.end) or _ALOFT_THERE.search(text, clause.start, clause.end)
    return maybe is not None and _flown(text, clause.start, clause.end)
