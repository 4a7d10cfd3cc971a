"""Names that only colour something else: "a Calcutta paper", "the bridge over the Tumen", "who grows hops near X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause
from wayproof.story.vocabulary.motion import MOVING
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_ARTICLE = regex(
    r"\b(?:an?|the|his|her|their|one|another|two|three|some|several|many|its|our|my|that|this)\s+(?:[a-z-]+\s+)?\Z"
)
_NOUN = regex(r"\s+(?P<noun>[a-z][a-z-]+)\b")
_HOUSES = regex(
    r"(?:news)?papers?|dail(?:y|ies)|weekl(?:y|ies)|magazines?|periodicals?|journals?|tabloids?|broadsheets?|publishers?|publishing|agenc(?:y|ies)|"
    r"firms?|compan(?:y|ies)|society|societies|syndicate|bank|insurers?|brewery|broadcaster|correspondence|press|edition|accent|dialect|fashion|"
    r"registration|registered|number-?plates?|plates?|cheese|made|built|bred|family|families|connections?|relations?|cousins?|"
    r"stock\s+exchange|bourse|dynasty|school\s+of|derby|football|cricket"
)
"""Houses that write or trade and are not where somebody is: "a letter to a Calcutta newspaper"."""
_OVER = regex(
    r"\b(?:(?:foot|rail|road|pontoon|suspension)?-?bridges?|viaducts?|ferr(?:y|ies)|tunnels?|fords?|dams?|weirs?|causeways?|cable-?car)\s+"
    r"(?:across|over|under|beneath|spanning)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_IN_SIGHT = regex(
    r",\s+(?:almost\s+|just\s+)?(?:with)?in\s+(?:sight|view|earshot|hearing|range)\s+of\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?"
    r"(?:(?:off|at|in|near|of|above|over|round)\s+(?:the\s+)?)?\Z"
)
"""Words before what is only seen from a place: "in X, within sight of the tankers off Y"."""
_RESIDENT = regex(
    r"(?:\b(?:ordinarily\s+|permanently\s+|normally\s+|now\s+|long\s+)?(?:resident|domiciled|registered\s+as\s+(?:a\s+)?resident)\s+(?:in|at|near)|"
    r"\b(?:native|citizen|resident|inhabitant|burgess|parishioner|subject)s?\s+of)\s+(?:the\s+)?\Z"
)
"""Words before the place where somebody is at home: "a clerk, resident in X"."""
_SETTLES = frozenset(
    """gave up|gives up|gave|settled|settles|decided|decides|agreed|agrees|insisted|dwelt|bet|staked|voted|votes|
    concentrated|focused|focussed|
    remarked|commented|reported|reports|wrote|writes|read|works|worked|relied|counted|frowned|pondered|spoke|lectured""".replace(
        "\n    ", ""
    ).split("|")
)
_ON = regex(
    r"\s+(?:up\s+)?(?:on|upon|about|over|for)\s+(?:(?:the\s+)?[A-Z][\w\u2019'-]*(?:\s+[A-Z][\w\u2019'-]*){0,3}(?:,\s+(?:or\s+|and\s+)?|\s+(?:or|and)\s+)){0,5}"
    r"(?:the\s+(?:[a-z-]+\s+){1,3}?(?:of|in|round|around|near|off)\s+|the\s+)?\Z"
)
_REACHED_BY = regex(
    r"\s+(?:(?:only\s+|finally\s+|later\s+|yesterday\s+)?(?:through|via|by\s+(?:tele)?phone|by\s+e-?mail|by\s+letter|by\s+post|by\s+wire|by\s+radio|care\s+of)|"
    r"by\s+this\s+(?:newspaper|paper))\b"
)
"""How somebody is asked who is elsewhere: "reached through his office in X"."""
_CARGO = regex(
    r"\s+(?:up\s+)?(?P<load>(?:(?:an?|the|some|his|her|its|their|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|forty|fifty|a\s+hundred|"
    r"hundreds|dozens)\s+)?(?:[\w,\u2019'-]+\s+){0,7}?[\w-]+)\s+from\s+(?:(?:the|his|her|their|its|an?)\s+(?:[\w-]+\s+){0,3}?(?:at|in|of|near|outside)\s+)?"
    r"(?:the\s+)?\Z"
)
_ALONG_WAY = frozenset(
    {
        "across",
        "over",
        "through",
        "down",
        "up",
        "along",
        "past",
        "ashore",
        "to",
        "into",
        "out",
        "off",
        "on",
        "back",
        "home",
        "away",
        "away,",
        "him",
        "her",
        "them",
        "himself",
        "herself",
        "themselves",
        "it",
    }
)
_HAULS = frozenset(
    {
        "carried",
        "carries",
        "carrying",
        "hauled",
        "hauls",
        "hauling",
        "transported",
        "transporting",
        "bore",
        "bearing",
        "conveyed",
        "conveying",
        "held",
        "holding",
    }
)


_HAULING = regex(r"\s(?:carrying|hauling|transporting|conveying|bearing|laden\s+with|loaded\s+with)(?=\s)")
_THE = regex(r"\b(?:the|a|his|her|their|last|first|next|early|late|evening|morning|night|slow|fast|through|\d\d)\s+\Z")
_SERVICES = frozenset(
    """train|trains|express|sleeper|mail|mailboat|packet|boat|ferry|bus|coach|plane|flight|steamer|tram|line|route|service|road|
    highway|motorway|railway|stopping|goods|slow|lorry|caravan|launch|limited""".replace("\n    ", "").split("|")
)
_SPOT = regex(
    r"\s+(?:and\s+[a-z]+\s+)?(?:stations?|stop|stand|terminal|terminus|depot|shelter|halt|platform|yard|garage|quay|pier|dock|landing|port|"
    r"harbour|office|bridge|junction|camp|house|museum|works)\b"
)
"""What goes to a place, and is not at it: "walked to the Lille train"."""


_COUNTER = regex(
    r"\b(?:counter|shop|door|doorstep|stall|chair|bench|surgery|studio|kitchen|waiting\s+room|office|house|table)\s+of\s+an?\s+\Z"
)
"""Where somebody is who is at the counter of "a Lille jeweller"."""


def is_attribute(text: str, start: int, end: int) -> bool:
    """Whether the name between two offsets only tells which paper, person or bridge is meant."""
    before = text[max(0, start - 40) : start]
    if _OVER.search(before) or _RESIDENT.search(before) or _IN_SIGHT.search(text, max(0, start - 60), start):
        return True
    noun = _NOUN.match(text, end)
    if noun is None or _ARTICLE.search(before) is None:
        return False
    if noun["noun"] in _SERVICES and _THE.search(before) and not _SPOT.match(text, noun.end()):
        return True
    if _COUNTER.search(before):
        return False
    return _HOUSES.match(noun["noun"]) is not None or person_noun(noun["noun"]) is not None


def is_habit(text: str, clause: Clause, verb: "Verb") -> bool:
    """Whether a clause with "who" tells what somebody does for a living or at all times: "who grows hops near X"."""
    plain = verb.form.endswith("s") and not verb.form.endswith("ss") and verb.form not in {"was", "is", "has", "does"}
    habitual = plain and not (verb.passive or verb.perfect or verb.current)
    if not habitual or not MOVING.isdisjoint(verb.motions):
        return False
    return _WHO.search(text, max(0, clause.start - REACH), verb.start) is not None


REACH = 80
_WHO = regex(r"\bwho\s+(?:\w+ly\s+|now\s+|still\s+|also\s+)?(?:[a-z]+s\b[^.!?;]*)?\Z")


def is_set_aside(verb: "Verb", between: str) -> bool:
    """Whether a verb tells what somebody thought about, or what something is: "settled on X", "is a museum in X"."""
    thing = _IS_THING.fullmatch(between) if verb.form in {"is", "are"} else None
    if thing is not None and person_noun(thing["head"]) is None and thing["head"] not in _STATES:
        return True  # "the buyer is a museum in X"
    return verb.form in _SETTLES and _ON.fullmatch(between) is not None


def is_only_asked(text: str, verb: "Verb") -> bool:
    """Whether somebody is reached by telephone or through others, and comes nowhere: "reached through his office"."""
    return (
        verb.form in {"reached", "contacted", "found", "asked", "tracked down"}
        and _REACHED_BY.match(text, verb.end) is not None
    )


def is_of_cargo(verb: "Verb", between: str) -> bool:
    """Whether a name tells where goods came from that were carried: "carried cattle from his ranch at X"."""
    hauled = _HAULING.search(between)  # "left X at the head of lorries carrying cattle from his ranch at Y"
    load = between[hauled.end() :] if hauled is not None else between
    found = _CARGO.fullmatch(load) if hauled is not None or (verb.form in _HAULS and not verb.passive) else None
    words = [] if found is None else found["load"].casefold().split()
    # "carried her bag across the bridge from X", "carried forty passengers from X"
    goes = any(word in _ALONG_WAY or (person_noun(word.strip(",")) is not None and word != "head") for word in words)
    return bool(words) and not goes


_POST = (
    r"(?:letters?|cards?|postcards?|telegrams?|cables?|notes?|messages?|calls?|telephone\s+calls?|parcels?|packages?|packets?|presents?|gifts?|invitations?|"
    r"cheques?|e-?mails?|wires?|texts?|faxes|fax|telex|bills?|invoices?|summons|subpoena|reminders?|offers?|reports?|money\s+orders?|remittances?|"
    r"orders?|instructions?|permission|news|word)"
)
_FROM_SENDER = regex(
    rf"[^.;!?]*?\b{_POST}\s+(?:[a-z]+ed\s+|sent\s+|written\s+)?(?:from|by)\s+(?:an?|the|his|her|their|one|two|some)\s+[^,.;!?]{{1,60}}?\s(?:in|at|of|near|outside)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_TO_RECEIVER = regex(
    rf"[^.;!?]*?\b(?:{_POST}|regards|greetings|compliments|respects|condolences|congratulations|apologies|love|best\s+wishes|good\s+wishes|kisses|thanks|application|complaints?|petition|"
    r"appeal|answer|reply|cargo|consignment|shipment)\s+to\s+(?:[^,.;!?]{1,40}?\s(?:in|at|of|near|outside)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What comes from, or goes to, somebody elsewhere: "folded up a letter from a cousin in X", "his regards to X"."""


def is_of_post(verb: "Verb", between: str) -> bool:
    """Whether the words between a verb and a place make it that of whoever wrote, or is written to."""
    if _FROM_SENDER.fullmatch(between):
        return True
    carried = verb.motion in MOVING and verb.form not in _LEAVES
    return not carried and _TO_RECEIVER.fullmatch(between) is not None


_LEAVES = frozenset(
    {"left", "leaves", "leaving", "sent", "sends", "sending", "shipped", "delivered", "brought", "sent off"}
)


_IS_THING = regex(
    r"\s+(?:now\s+|also\s+|still\s+)?(?:an?|the|one\s+of\s+the)\s+(?:[\w\u2019'-]+\s+){0,3}?(?P<head>[a-z-]+)\s+(?:in|at|near|outside)\s+(?:the\s+)?"
)
_STATES = frozenset({"back", "guest", "while", "moment", "days", "weeks", "hours", "months", "way"})
