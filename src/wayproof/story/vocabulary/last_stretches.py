"""Vehicles that only bring somebody the last stretch: "a limousine set him down at the stadium"."""

import re

from wayproof.story.vocabulary.regexes import regex

RIDES_KM: tuple[tuple[str, float], ...] = (
    (r"taxis?(?:-?cab)?|(?:mini)?cabs?|limousines?|limos?|chauffeur(?:ed\s+car)?|hotel\s+car|ambulances?", 300.0),
    (r"helicopters?|choppers?", 700.0),
    (r"trams?|streetcars?|trolley-?buse?s?", 70.0),
    (r"metro|(?<!inner )(?<!tractor )(?<!truck )tube|underground|subway|monorail", 100.0),
    (
        r"(?:local|slow|stopping|branch[\s-]?line|suburban|commuter|narrow-gauge|airport)\s+(?:trains?|railcars?|express)",
        300.0,
    ),
    (r"(?:airport|hotel|shuttle|school)\s+(?:bus|coach|minibus)|shuttle", 150.0),
    (r"(?:cycle-?|bicycle\s+|auto-?|motor-?)?rickshaws?|pedicabs?|trishaws?|tuk-?tuks?", 50.0),
    (
        r"(?:pony-?|donkey-?|ox-?|horse-?)?(?:carts?|traps?|carriages?|bugg(?:y|ies))|donkeys?|mules?|ponies|pony|gondolas?",
        60.0,
    ),
    (
        r"launch(?:es)?|tenders?|lighters?|pilot\s+(?:boats?|cutters?)|rowing-?\s?boats?|surf-?boats?|dinghy|dinghies|lifeboats?|canoes?",
        100.0,
    ),
    (r"(?:car\s+|passenger\s+|fast\s+|night\s+)?ferr(?:y|ies)|hovercraft|hydrofoils?", 1200.0),
)
"""What brings somebody on, with how far it goes in one ride, km.

Helicopters fly some 600 km on one filling (speeds.csv, "hours between breaks"). The longest tram line is that along
the Belgian coast with 67 km, no line of an underground railway has 100 km, and among the longest car ferries of a night
and a day are those of the Baltic (Helsinki-Travemünde, 1,130 km): all recalled. The rest are choices of the method:
half a day by taxi, a day by cart.
"""

_WHOSE = r"\b(?:an?|the|another|his|her|their|my|our|its|one|two|hired|waiting|[\w.]+['\u2019]s)\s+(?:[\w-]+\s+){0,3}?"
_SETS = (
    r"(?:(?:had|then|finally|soon|duly|promptly|eventually|just|at\s+last|in\s+turn)\s+){0,2}"
    r"(?:(?:set|sets|setting|put|puts|putting|drop|drops|dropped|dropping|deposit(?:ed|s|ing)|deliver(?:ed|s|ing)|discharged|disgorged|land(?:ed|s|ing))\s+"
    r"(?:him|her|them|me|us|(?-i:[A-Z][\w\u2019'-]+)(?:\s+(?-i:[A-Z][\w\u2019'-]+))?)|"
    r"(?:brought|carried|took|ferried|lifted|whisked|ran|bore|drove|flew|rowed)\s+(?:him|her|them|me|us|(?-i:[A-Z][\w\u2019'-]+)(?:\s+(?-i:[A-Z][\w\u2019'-]+))?)\s+"
    r"(?:on|in|across|over|ashore|up|down|out|the\s+(?:last|rest|remaining|final)[^.;,]{0,30}?)\b)"
)
_BY = (
    r"(?:set\s+down|put\s+(?:down|ashore|off)|dropped(?:\s+off)?|deposited|delivered|landed|brought\s+(?:on|in|ashore)|"
    r"carried\s+on|whisked\s+(?:on|in))"
)
_ALIGHTS = (
    r"(?:stepp(?:ed|ing)|climb(?:ed|ing)|got|getting|jump(?:ed|ing)|clamber(?:ed|ing)|tumbl(?:ed|ing)|alight(?:ed|ing)|emerg(?:ed|ing)|descend(?:ed|ing))\s+"
    r"(?:(?:out|down|off|ashore)\s+)?(?:of|from)?\s*"
)


def _patterns() -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Each reach in km with the words for being set down by what goes so far."""
    return tuple(
        (
            km,
            re.compile(
                rf"{_WHOSE}(?:{ride})\b(?=[^.;]{{0,30}}?\s{_SETS})|\b{_BY}\b[^.;,]{{0,30}}?\s(?:by|from)\s+(?:an?|the|his|her|another)\s+(?:[\w-]+\s+){{0,3}}?"
                rf"(?:{ride})\b|\b{_ALIGHTS}(?:an?|the|his|her|their|another)\s+(?:[\w-]+\s+){{0,3}}?(?:{ride})\b",
                re.IGNORECASE,
            ),
        )
        for ride, km in RIDES_KM
    )


_SET_DOWN = _patterns()
LOCAL_KM = 100.0
"""What goes no farther than this in one ride is never a way of its own beyond it, however it is told of."""
_BY_LOCAL = tuple(
    (km, regex(rf"\b(?:by|in|on|aboard)\s+(?:(?:an?|the|his|her)\s+)?(?:[a-z-]+\s+)?(?:{ride})\b", re.IGNORECASE))
    for ride, km in RIDES_KM
    if km <= LOCAL_KM and not re.search("mule|launch", ride)
)
_WHOLE = regex(
    r"\bfrom\s+(?:the\s+)?[A-Z]|\b(?:all|the\s+whole|the\s+entire)\s+(?:the\s+)?way\b|\b\d[\d,.]*\s*(?:km|kilomet(?:re|er)s|miles|hours)\b|\bdoor\s+to\s+door\b|\bthroughout\b"
)
"""What tells that such a ride was the whole way after all: "a taxi brought her over from Lyon"."""


def without_last_stretch(text: str, km: float) -> str:
    """The words of a way of so many km without the vehicles that only set somebody down at its end."""
    if _WHOLE.search(text):
        return text
    for reach_km, pattern in (*_SET_DOWN, *_BY_LOCAL):
        if km > reach_km:
            text = pattern.sub(" ", text)
    return text
