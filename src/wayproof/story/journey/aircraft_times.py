"""Whether the time told with a stop is that of an aircraft: its take-off, its landing, the hour of its ticket."""

import re
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words

if TYPE_CHECKING:
    from wayproof.story.journey.sightings import Sighting

_HOUR = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|midday|half[\s-]past[\s-]\w+|quarter[\s-]"
    r"(?:past|to)[\s-]\w+|(?:six|seven|eight|nine|ten|eleven|twelve|one|two|three|four|five)[\s-](?:fifteen|thirty|forty|twenty|ten|five|fifty)(?:-\w+)?)"
    r"(?:\s*[o0]['\u2019]clock|\s*[ap]\.?m\.?)?)"
)
_TICKET = re.compile(
    rf"\b(?:caught|took|boarded|made|catches|takes|boards|catching|taking|boarding|left|leaves|leaving|went|on|by|aboard)\s+(?:on\s+|by\s+|aboard\s+)?"
    rf"(?:the|an?|that)\s+{_HOUR}[\s-]+(?:[\w-]+\s+){{0,3}}?(?:flight|departure|plane|aeroplane|airliner|jet|jumbo|boeing|airbus|air\s+shuttle|shuttle|"
    r"twin\s+otter|turboprop|propeller\s+plane)\b",
    re.IGNORECASE,
)
"""Words that take somebody away by the hour of a ticket: "caught the eight o'clock flight"."""
_ON_WHEELS = re.compile(
    r"\b(?:was|were|is)\s+(?:already\s+|still\s+)?taxiing\b|\btaxied\b|\b(?:wheels|tyres|tires)\s+(?:\w+\s+)?(?:touched|kissed|hit|met|bumped|squealed|"
    r"screeched)\b|\b(?:rolled|came)\s+to\s+a\s+(?:stop|halt|standstill)\s+(?:at|on|beside|before|outside)\s+the\s+(?:\w+\s+)?(?:stand|gate|apron|"
    r"runway|terminal)\b|\b(?:aircraft|plane|cabin)\s+doors?\s+(?:was|were)\s+opened\b",
    re.IGNORECASE,
)
"""Words of an aircraft that has just landed."""


_THAT_FLEW = re.compile(
    r"\b(?:flight|service|aircraft|plane|aeroplane|airliner|jet|machine|boeing|airbus|ilyushin|tupolev)\b[^.;,]{0,30}?,?\s+(?:that|which)\s+"
    r"(?:took\s+off|lifted\s+off|was\s+(?:airborne|off\s+the\s+ground)|rolled|left\s+the\s+(?:ground|gate|stand))\b",
    re.IGNORECASE,
)
REACH = 40
"""Characters behind a clause in which stands what the aircraft did that somebody left in."""


def is_by_aircraft(text: str, sighting: "Sighting") -> bool:
    """Whether the time of a sighting is told as that of the aircraft."""
    verb, clause = sighting.verb, sighting.clause
    if verb is not None and verb.form in journey_words("airside"):
        return True
    if sighting.event is Event.DEPART and _THAT_FLEW.search(text, clause.start, clause.end + REACH):
        return True
    pattern = _TICKET if sighting.event is Event.DEPART else _ON_WHEELS
    return pattern.search(text, clause.start, clause.end) is not None
