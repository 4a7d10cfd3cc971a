"""Names that only say where another place is: "Malmi airfield, on the edge of Helsinki", "Victoria in London"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.journey.visit_order import holds
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb

_WITHIN = regex(r"(?:\s+[A-Za-z]+)?,?\s+in\s+(?:central\s+|downtown\s+)?")
_HOUSE = regex(
    r"\s+(?:[a-z-]+\s+)?(?:centre|center|mall|hotel|motel|inn|supermarket|stores?|cinema|theatre|theater|stadium|arena|pub|club|hospital|clinic|works|factory|mill|"
    r"brewery|depot|garage|arcade|casino|restaurant|caf\u00e9|cafe|bar|bank|hall|warehouse|showroom|pavilion)\s+(?:at|in)\s+(?:central\s+|downtown\s+)?"
)
"""A house that is called after another town, and where it stands: "the Westfield shopping centre at Parramatta"."""
ELSEWHERE_KM = 100.0
"""What is said to be in a town and is known only farther than this from it is a spot of the town."""


def is_house(between: str) -> bool:
    """Whether the words between two names make the first that of a house in the second."""
    return _HOUSE.fullmatch(between) is not None


def is_elsewhere(spot: "Toponym", town: "Toponym", between: str) -> bool:
    """Whether a name that is said to be in a town was only found far from it: "Victoria station in London"."""
    one, other = spot.place, town.place
    within = _WITHIN.fullmatch(between) is not None or is_house(between)
    if one is None or other is None or other.is_area or not within:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) > ELSEWHERE_KM


_EXACTLY = regex(
    r"\s+(?:at|near)\s+|\s*,?\s+(?:(?:just|a\s+little|some\s+way|not\s+far|close)\s+)?(?:(?:to\s+the\s+)?(?:north|south|east|west)"
    r"(?:[\s-]?(?:north|south|east|west))?\s+of|from|to)\s+(?:the\s+)?"
)
"""How a town tells where in a wide area something was: "in the desert of Egypt, to the north of Mut"."""


def is_exacter(area: "Toponym", top: "Toponym", between: str) -> bool:
    """Whether the second name says where in the first it was: "crossed into Pakistan at Wagah"."""
    wide = area.place is not None and area.place.kind in {Kind.COUNTRY, Kind.ADMIN1, Kind.REGION, Kind.WATER}
    if not wide or top.place is None or top.place.is_area:
        return False
    shore = area.place is not None and area.place.kind is Kind.WATER and between.strip() == "in"
    return shore or _EXACTLY.fullmatch(between) is not None  # "beside the Beagle Channel in Ushuaia"


def qualifies(previous: "Toponym", top: "Toponym", between: str) -> bool:
    """Whether a name only says where the one before it is: "the field at Ely outside Derby", "Paris, Texas"."""
    if re.fullmatch(r"\s*,\s*|\s*\(\s*|\s*['\u2019]s\s+", between):
        place, area = previous.place, top.place
        wider = {Kind.ADMIN1, Kind.ADMIN2, Kind.COUNTRY, Kind.REGION, Kind.ISLAND}
        return place is not None and area is not None and area.kind in wider and holds(area, place)
    return (
        re.fullmatch(
            (
                r"(?:\s+(?!(?:and|or|but|then)\b)[\w\u2019'-]+){0,3}?\s*,?\s+(?:in|on|near|outside|at|of|off|inside|"
                r"within)\s+(?:(?:the|its|central|northern|southern|eastern|western|north|south|east|west|"
                r"downtown|edge|outskirts|centre|center|heart|suburbs|coast|shore|shores|side|island|city|"
                r"town|state|province|border|frontier|of|old|with|far|rural|upstate|neighbouring|neighboring|"
                r"middle|tip|end|interior|hills|highlands|mountains|depths|corner|part|half|wilds|"
                r"(?:north|south)-?(?:west|east)(?:ern)?)\s+)*"
            ),
            between,
        )
        is not None
    )


_SIDE = regex(r"\b(?:north|south|east|west)(?:ern)?\s+(?:of|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
"""What before a name only says on which side of it another place lies, however far: "X, north-east of Y"."""


def is_start(verb: "Verb | None", goal: "Toponym", top: "Toponym", between: str) -> bool:
    """Whether a far town is where the way to the one before began: "boarded a flight to Tunis in Nice"."""
    one, other = goal.place, top.place
    if _SIDE.search(between):
        return False
    if verb is None or one is None or other is None or Motion.START not in verb.motions or other.is_area:
        return False
    return not one.is_area and distance_km(one.lat, one.lon, other.lat, other.lon) > ELSEWHERE_KM


def apart(texts: tuple[str, str], clause: "Clause", previous: "Toponym", top: "Toponym") -> bool:
    """Whether a time or a verb stands between two towns, so that they are two stops: "in X at 8, in Y at 11"."""
    low, high = previous.mention.end, top.mention.start
    if any(low <= verb.start < high for verb in clause.verbs):
        return True
    towns = previous.place is not None and top.place is not None and not (previous.place.is_area or top.place.is_area)
    each = _FOR_WHAT.fullmatch(texts[0], low, high) is not None
    return towns and (each or texts[0][low:high] != texts[1][low:high])


_FOR_WHAT = regex(
    r"\s+(?:for|to|with|without|by)\s+[^,;:.]{2,60},\s+(?:then\s+)?(?:in|at|on|near|off|outside)\s+(?:the\s+)?"
)
"""What was done at the first of two stops, before the second: "at X for water, at Y for bread"."""
