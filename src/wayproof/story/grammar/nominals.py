"""Journeys told by nouns: "his arrival in X", "the flight from X", "a stop in X", "after a night in X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_list, journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym

_OF_WHOM = r"(?:of\s+(?:[A-Z][\w\u2019'-]+\s+){1,4})?"
"""Whose journey it is, between the noun and the place: "the arrest of Anna Keller in"."""
_HOUSE = r"(?:(?:the|an?|his|her|their)\s+(?:[\w\u2019'-]+\s+){1,3}(?:in|at|near|outside)\s+)?"
"""A house or part of a town between the noun and the place: "arrival at the station in"."""
_LEFT = regex(
    r"\b(?:departure|start|set(?:ting)?-?off|take-?off|lift-?off|escape|flight|getaway|exit|expulsion|embarkation|sailing|retreat|return|journey|trip|"
    r"voyage|drive|ride|walk|trek|crossing|passage|deportation|extradition|transfer)\s+"
    rf"(?-i:{_OF_WHOM})(?:by\s+\w+\s+)?from\s+{_HOUSE}(?:the\s+)?$",
    re.IGNORECASE,
)
_CAME = regex(
    rf"\b(?:arrival|landing|touchdown|landfall|docking|disembarkation|admission)\s+(?-i:{_OF_WHOM})"
    rf"(?:back\s+)?(?:in|at|on|near|to)\s+{_HOUSE}(?:the\s+)?$|"
    r"\b(?:visits?|return|journey|trip|flight|voyage|transfer|deportation|extradition|excursion|pilgrimage|detour|drive|ride|crossing|"
    r"passage|ascent|removal|evacuation|repatriation|conveyance|expulsion|banishment|relocation|admission|surrender|handover)\s+"
    rf"(?-i:{_OF_WHOM})(?:back\s+|on\s+)?to\s+{_HOUSE}(?:the\s+)?$|"
    r"\b(?:hop|leg|stage|stretch|lap|haul|flight|passage|crossing|drive)\s*,\s+(?:back\s+|on\s+|over\s+|across\s+)?to\s+(?:the\s+)?$|"
    r"\b(?:hop|leg|stage|lap|haul)\s+(?:back\s+|on\s+|over\s+|across\s+)?to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WAS = regex(
    r"\b(?:stop|stops|stopover|layover|stay|halt|night|nights|days?|hours?|weeks?|afternoon|morning|evening|sighting|refuelling|refueling|"
    r"pause|rest|finish|crossing|appearance|arrest|capture|detention|breakfast|lunch|dinner|supper|meeting|meetings|talks|speech|lecture|concert|"
    r"performance|shift|wedding|funeral|hearing|interview|recital|birthday|gig|match|sermon|talk|debut|christening|baptism|surgery|session|"
    rf"treatment|stint|engagement|presence|finding|discovery|rescue|convalescence|confinement|internment|swearing-in|audience|testimony|fight)\s+(?-i:{_OF_WHOM})"
    r"(?:(?:before|with|opposite|alongside|against|in\s+front\s+of)\s+(?:[\w\u2019'-]+\s+){1,4}?)?(?:in|at|on|near|outside)\s+(?:the\s+)?$|"
    r"\b(?:first|second|third|next|last|final|only)\s+(?:stop|call|port\s+of\s+call|halt|stopover|overnight\s+stop)\s+"
    r"(?:was|came)\s+(?:(?:in|at)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_HAD = regex(
    rf"\b(?:{'|'.join(map(re.escape, journey_list('engagements')))})\s+"
    r"(?:(?:in|at|on)\s+(?:the|an?)\s+(?:[\w-]+\s+){1,3})?"
    r"(?:in|at|on|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What somebody has somewhere, and was there only where it is said to be theirs: "her matinee in"."""
_OWNED = regex(r"\b(?:his|her|their|its|my|our)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_GROUPS_OWN = regex(
    r"\bthe\s+(?:[\w-]+\s+)?(?:party|expedition|team|crew|group|couple|family|convoy|column|band|pair|trio|quartet|squad|troupe|caravan|"
    r"men|women|climbers|sailors|sledgers|runners|riders|cyclists|prisoners|fugitives|pilgrims)['\u2019]s?\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""A company as the owner of a journey: "the party's departure from"."""
_NAMED_OWNER = regex(r"[A-Z][\w-]*['\u2019]s?\s+(?:[\w-]+\s+){0,3}$")
_OF_NAME = regex(r"\bof\s+[A-Z]")
_AFTER = regex(
    r"\b(?:after|following|before|with|by|for|during|including|via|followed\s+by|on)\s+(?:[\w'\u2019-]+\s+){0,4}$",
    re.IGNORECASE,
)
_NOT_MADE = regex(
    r"\b(?:planned|cancell?ed|(?<!for a )scheduled|proposed|abandoned|aborted|failed|intended|postponed|"
    r"alleged|supposed|future|next|no|any|"
    r"another|possible|hopes?|plans?|instead\s+of|rather\s+than|without|never)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_UNDONE = frozenset({"abandoned", "planned", "refused", "denied", "ruled", "scheduled"})
_ONWARD = regex(r"\bfrom\s+(?:the\s+)?(?P<place>[A-Z][^,;:.()\d]{1,40}?)\s+to\s+(?:the\s+)?$")


def nominal_event(text: str, clause: Clause, top: "Toponym") -> Event | None:
    """What a noun right before a place name tells of the traveller there; None for a noun that tells nothing."""
    before = text[max(clause.start, top.mention.start - 60) : top.mention.start]
    if _ANNOUNCED.match(text, top.mention.end, clause.end):
        return None
    onward = _ONWARD.search(before)
    if onward is not None:
        left = _LEFT.search(before[: onward.start("place")])
        return Event.ARRIVE if left is not None and _is_travellers(text, clause, before, left) else None
    for event, pattern in ((Event.DEPART, _LEFT), (Event.ARRIVE, _CAME), (Event.AT, _WAS)):
        found = pattern.search(before)
        if found is not None and _is_travellers(text, clause, before, found):
            return None if event is Event.ARRIVE and _is_broken_off(clause, top) else event
    had = _HAD.search(before)
    if had is not None and _OWNED.search(before[: had.start()]) and _is_travellers(text, clause, before, had):
        return Event.AT
    return None


_ANNOUNCED = regex(
    r"[^.!?;\n]{0,80}?\b(?:was|were|is|had\s+been)\s+(?:\w+ly\s+|all\s+)?(?:billed|set|fixed|slated|down|advertised|announced|arranged|"
    r"called|booked|pencilled|scheduled|due|timed|planned|expected|to\s+(?:begin|start|open|be|have|take|follow|commence|last))\b"
)
"""What tells of an engagement before it is one: "the recital in X was billed for four"."""


def _is_travellers(text: str, clause: Clause, before: str, noun: re.Match[str]) -> bool:
    """Whether the journey of the noun is one that the traveller made, by the words before the noun and the verbs."""
    lead = before[: noun.start()]
    somebodys = _NAMED_OWNER.search(lead) is not None or _OF_NAME.search(noun.group()) is not None
    if somebodys:
        return clause.subject is Subject.VEHICLE and _is_done(text, clause, lead)
    if not _is_done(text, clause, lead):
        return False
    mine = clause.subject in {Subject.TRAVELLER, Subject.VEHICLE}
    if mine:
        return _OWNED.search(lead) is not None or _AFTER.search(lead) is not None or _opens(clause, lead)
    post = noun.group().casefold().startswith("crossing")  # "the crossing at X was working"
    first = clause.verbs[0] if clause.verbs else None
    if first is not None and first.form in _IN_GENERAL and not clause.object_is_traveller:
        return False  # "the flight from X to Y takes an hour"
    known = clause.subject is not Subject.OTHER or _opens(clause, lead) or _GROUPS_OWN.search(lead) is not None
    return known and not post


def _is_broken_off(clause: Clause, top: "Toponym") -> bool:
    """Whether a verb behind the goal says that it was not reached: "her flight to X was diverted"."""
    return any(verb.start > top.mention.end and verb.form in journey_words("breaks_off") for verb in clause.verbs)


def _is_done(text: str, clause: Clause, lead: str) -> bool:
    """Whether nothing says that the journey of a noun was only meant, or called off."""
    undone = _UNDONE | journey_words("calls_off")
    open_ = (verb for verb in clause.verbs if verb.doubtful and not _NOBODY.match(text, verb.end))
    if _NOT_MADE.search(lead) or any(open_) or any(verb.form in undone for verb in clause.verbs):
        return False
    return not any(verb.motion is Motion.PLAN for verb in clause.verbs)


def _opens(clause: Clause, lead: str) -> bool:
    """Whether the noun is the bare subject of the clause: "Lift-off from X was smooth"."""
    plain = _BARE_LEAD.fullmatch(lead[lead.rfind(";") + 1 :]) is not None
    first = clause.verbs[0] if clause.verbs else None
    return (
        plain
        and first is not None
        and (
            first.motion in {Motion.STAY, Motion.OTHER, Motion.MOVE}
            or first.form in _MADE
            or (first.motion is Motion.CARRY and (first.passive or clause.object_is_traveller))
        )
        and first.start > clause.start + len(lead)
    )


_IN_GENERAL = frozenset({"takes", "lasts", "costs", "needs", "requires", "runs", "leaves", "covers"})
_NOBODY = regex(r"\s+(?:by\s+)?(?:nobody|no\s+one|none)\b")
"""Who is told to have taken no notice of what was done all the same: "her arrest in X surprised nobody"."""
_MADE = frozenset({"finished", "completed", "accomplished", "covered", "flown", "sailed", "driven", "walked", "swum"})
_BARE_LEAD = regex(
    r"[\W\d]*(?:(?:the|an?|and|but|then)\s+)*(?:(?:\w+th|first|second|third|last|next|final|longest|shortest|worst|best|hardest|easiest|"
    r"quickest|slowest|long|short|return|onward|whole|deck|steerage|sea|night|day|overnight|rail|train|bus|air|river|ferry|boat|connecting|outward|"
    r"homeward|inward|direct|charter|mail|coach|car|taxi|(?:first|second|third)-class)\s+){0,2}",
    re.IGNORECASE,
)
"""What stands before the noun of a journey that opens its clause: "the worst hop, to X, was over"."""


_HOST = regex(
    r"\b(?:governor|mayor|mayoress|prefect|bishop|archbishop|sultan|emir|king|queen|prince|chief|consul|sheriff|provost|abbot|prior|"
    r"warden|headmaster|commander|commandant|harbour\s*master|stationmaster|postmaster|people|villagers|citizens|monks|nuns)\s+of\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_HOSTED = frozenset(
    {"received", "welcomed", "greeted", "hosted", "entertained", "met", "fed", "sheltered", "housed", "cheered"}
)


def host_event(text: str, clause: Clause, top: "Toponym", places: int) -> Event | None:
    """Presence at the place of a host: "the governor of Gao received him for lunch", where no other place is told."""
    before = text[max(0, top.mention.start - 40) : top.mention.start]
    hosted = any(verb.form in _HOSTED and not verb.passive and not verb.doubtful for verb in clause.verbs)
    alone = places == 1 and clause.object_is_traveller
    return Event.AT if hosted and alone and _HOST.search(before) else None


_FRAGMENT_RELATIONS = (
    (Event.DEPART, regex(r"\b(?:from|out\s+of|left|leaving)\s+(?:the\s+)?$", re.IGNORECASE)),
    (Event.ARRIVE, regex(r"(?:\b(?:to|into|arrived|arriving|reached)|\u2192|->)\s+(?:the\s+)?$", re.IGNORECASE)),
    (
        Event.AT,
        regex(
            r"(?:^|[,:;\u2013\u2014\u2022]|\b(?:in|at|via|near|through|outside|off))\s*(?:the\s+|again\s+)?$",
            re.IGNORECASE,
        ),
    ),
)
_NO_FRAGMENT = regex(
    r"\b(?:next|tomorrow|maybe|photo(?:graph)?s?|picture|image|credit|by\s+[A-Z]|enquiries|contact|office|tel|email|copyright|not|no|"
    r"never|plans?|source|editor|reporting|additional)\b",
    re.IGNORECASE,
)


_DIARY = regex(r"\s*(?:day|stage|leg)\s+\d+\b[^:.;]{0,40}[:\u2013\u2014]\s*", re.IGNORECASE)
"""The head of an entry of a diary, right before the place it tells of: "Day 3 (Tuesday): X, rain"."""


def fragment_event(text: str, clause: Clause, top: "Toponym") -> Event | None:
    """What a sentence without a verb tells: "Monday 06:25, Bangkok", "Once, in Lordsburg, for gas"."""
    lead = text[clause.start : top.mention.start]
    if _DIARY.fullmatch(lead) and (clause.subject is Subject.TRAVELLER or clause.object_is_traveller):
        return Event.AT
    if clause.verbs or clause.subject is not Subject.TRAVELLER:
        return None
    sentence = text[clause.start : clause.end]
    if (
        "?" in sentence
        or _NO_FRAGMENT.search(lead)
        or not re.search(
            r"^\W*(?:[QA]\.\s|\d|(?:day|stage|leg)\s\d|once\b|twice\b|then\b|later\b|[A-Z][a-z]+day\b)",
            sentence,
            re.IGNORECASE,
        )
    ):
        return None
    return next((event for event, pattern in _FRAGMENT_RELATIONS if pattern.search(lead)), None)


_DIRECTED = {"from": Event.DEPART, "out of": Event.DEPART, "to": Event.ARRIVE, "into": Event.ARRIVE}
_COMING = regex(
    r"\b(?:his|her|their|[A-Z][\w-]*['\u2019]s?)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z-]+)\s+(?:back\s+|again\s+|there\s+)?"
    r"(?P<said>in|at|on|near|outside|from|out\s+of|to|into|through|over|off)\s+"
    r"(?:(?:the|an?|his|her)\s+)?(?:[\w\u2019'-]+\s+){0,4}?(?:(?:in|at|of|near|outside)\s+(?:the\s+)?)?\Z"
)
_OVER = frozenset(
    {
        "arrest",
        "arrival",
        "capture",
        "detention",
        "landing",
        "recapture",
        "rearrest",
        "rescue",
        "surrender",
        "touchdown",
    }
)


def coming_event(timeless: str, clause: Clause, top: "Toponym") -> Event | None:
    """What others watched or recorded of the traveller at a place: "crews filmed his arrival that night at X"."""
    first = clause.verbs[0] if clause.verbs else None
    if first is None or first.passive or first.doubtful or first.start >= top.mention.start or clause.quoted:
        return None
    if clause.subject not in {Subject.OTHER, Subject.UNCLEAR} or not clause.object_is_traveller:
        return None
    found = _COMING.search(timeless, first.end, top.mention.start)
    if found is None or found["noun"] not in journey_words("comings"):
        return None
    over = first.form in journey_words("telling_of") and found["noun"] in _OVER
    if not over and first.form not in journey_words("witnessing"):
        return None
    said = re.sub(r"\s+", " ", found["said"].casefold())
    return _DIRECTED.get(said, Event.DEPART if found["noun"] in _LEAVINGS and said == "at" else Event.AT)


_LEAVINGS = frozenset(
    {"departure", "take-off", "takeoff", "lift-off", "liftoff", "leave-taking", "embarkation", "getaway"}
)
