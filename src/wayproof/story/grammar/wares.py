"""What is called after a place and is not there: "a Hereford bull" is bred anywhere, "the Dover ferry" goes there."""

from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym

_DETERMINED = regex(
    r"\b(?:an?|the|his|her|their|its|my|our|some|this|that|two|three|\w+['\u2019]s)\s+(?:[a-z-]+\s+){0,2}\Z"
)
_HEAD = regex(
    r"\s+([a-z]+)(?:\s+(?:merchants?|dealers?|breeders?|importers?|makers?|growers?|traders?|sellers?))?(?=\s*(?:[.,;:!?)\u201d\"\u2014\u2013]|\Z)|\s+(?:and|or|but|that|which|who|was|were|is|had|has|in|on|at|of|to|from|"
    r"with|for|by|near|under|over|behind|beside|into|through|after|before|when|while|as)\b)"
)
LEAD = 40
"""Characters before a name in which its article stands."""


def names_ware(text: str, start: int, end: int) -> bool:
    """Whether the name at ``text[start:end]`` only says what sort of thing its noun is: "beside a Hereford bull"."""
    head = _HEAD.match(text, end)
    if head is None or head[1] not in journey_words("wares"):
        return False
    return _DETERMINED.search(text[max(0, start - LEAD) : start]) is not None


_RUN = regex(
    r"\s+(?:(?:night|day|morning|evening|noon|midnight|early|late|last|first|slow|fast|express|mail|passenger|car|steam|stopping|local|overnight|"
    r"two|three|four|six|seven|eight|nine|ten|\d{1,2}[:.]\d\d)\s+)?"
    r"(?:bus(?:es)?|coach(?:es)?|trains?|railcars?|ferr(?:y|ies)|boats?|steamers?|packets?|flights?|planes?|sleepers?|expresses|express|mail|trams?|"
    r"shuttles?|hydrofoils?|hovercraft|minibus(?:es)?|charabanc|stage|diligence|helicopter|airliners?|services?|sailing|connection|omnibus|railmotor)\b"
    r"(?!\s+(?:station|stop|stand|terminal|terminus|depot|shelter|park|yard|port|dock|quay|pier|landing|ramp|jetty|berth|house|bridge|company|line|"
    r"office|museum|club|school|works|builders?|crash|disaster|strike)\b)"
)
_BOARDED = regex(
    r"\b(?:the|an?|his|her|their|that|this|another|last|first|next|each|every)\s+(?:[a-z\d:.-]+\s+){0,2}\Z"
)


def names_run(text: str, start: int, end: int) -> bool:
    """Whether a name only says where a train, a bus or a boat runs to or from: "stepped off the Dover ferry"."""
    return _RUN.match(text, end) is not None and _BOARDED.search(text[max(0, start - LEAD) : start]) is not None


_STATUE = regex(r"\b(?:[Ss]tatues?|[Bb]usts?|[Mm]onuments?|[Mm]emorials?|[Pp]ortraits?)\s+(?:of|to)\s+\Z")
_SPOTS = frozenset({Kind.STATION, Kind.LANDMARK, Kind.PORT})
"""What a clock may hang at."""
_OVER_RIVER = regex(
    r"\s+(?:(?:road|rail|railway|railroad|toll|suspension|foot|old|new)\s+)?(?:bridges?|footbridge|viaduct|ford|ferry|levee|dam|weir|locks?|crossing)\b"
)
_THE = regex(
    r"\b(?:the|an?|that|this)\s+(?:(?:old|new|big|great|long|iron|steel|wooden|narrow|toll|first|second)\s+){0,2}\Z"
)


def names_only(text: str, top: "Toponym") -> bool:
    """Whether a name only tells of a river by its bridge, or of a clock by where it hangs, or is that of a statue."""
    place, start, end = top.place, top.mention.start, top.mention.end
    if place is None:
        return False
    if _STATUE.search(text[max(0, start - LEAD) : start]) is not None:
        return True
    return (place.is_area and names_river_work(text, start, end)) or (place.kind in _SPOTS and names_clock(text, start))


def names_river_work(text: str, start: int, end: int) -> bool:
    """Whether what could be an area is a river that a bridge leads over: "into Kentucky by the Ohio bridge"."""
    return _OVER_RIVER.match(text, end) is not None and _THE.search(text[max(0, start - LEAD) : start]) is not None


_BY_CLOCK = regex(r"\b[Cc]locks?\s+(?:above|over|on|outside|at|of)\s+(?:the\s+)?\Z")


def names_clock(text: str, start: int) -> bool:
    """Whether a name only says where a clock hangs: "at six by the clock above Waverley"."""
    return _BY_CLOCK.search(text[max(0, start - LEAD) : start]) is not None


_ONE = regex(
    r"\b(?:aboard|in|by|on|with|into|onto|flew|flying|piloted|piloting|chartered|hired|bought|boarded|boarding|took)\s+an?\s+"
    r"(?:(?:rented|hired|chartered|borrowed|stolen|small|light|old|elderly|ageing|new|private|second-hand|(?:single|twin|four)-engined|red|blue|white|"
    r"black|green|grey|yellow|silver)\s+){0,2}\Z"
)
_ALONE = regex(
    r"\s*(?:[,.;:)\u2014]|\Z)|\s+(?:on|at|from|to|with|and|but|that|which|for|over|across|again|then|chartered|hired|belonging|owned|flown|"
    r"piloted|bound|rented|lent|borrowed|stolen)\b"
)
"""What follows a make, and not a place that says of what town a thing is: "in a Lille hotel"."""


def names_craft(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a make: "aboard a Fairchild", but not "in a Lille hotel"."""
    return _ONE.search(text[max(0, start - LEAD) : start]) is not None and _ALONE.match(text, end) is not None
