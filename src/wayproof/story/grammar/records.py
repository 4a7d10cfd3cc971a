"""Presence told by what was left or written down on the spot: pictures, registers, minutes, signatures, witnesses."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.prepositions import DIRECTIONS, WAY_IN, prepositions_pattern
from wayproof.story.grammar.verb_senses import sense_of
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import PICTURE_OF, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_AT = (
    r"(?:from|in|at|on|inside|outside|near|before|beside|behind)\s+"
    r"(?:(?:the|an?)\s+(?:[\w-]+\s+){1,3}?(?:at|in|of|near)\s+){0,2}(?:the\s+)?$"
)
_LEFT_THERE = regex(
    r"(?:\b(?:his|her|their|my)|['\u2019]s)\s+(?:\w+\s+)?(?:selfies?|snapshots?|signature|fingerprints?|autograph|self-portrait|"
    rf"geotag|log-?in|check-?in)\s+(?:\w+\s+)?{_AT}",
    re.IGNORECASE,
)
_PICTURED = regex(rf"\b(?:of|showing)\s+[^,;.]{{1,60}}?\b{_AT}", re.IGNORECASE)
_HUNG = regex(
    r"\bon\s+(?:the|an?)\s+(?:\w+\s+)?(?:walls?|cover|front|page|mantelpiece|posters?|stamps?|desk|fridge)\b",
    re.IGNORECASE,
)
_DATED = frozenset(
    {"dated", "timed", "taken", "posted", "uploaded", "stamped", "is", "was", "bears", "carries", "shows", "tagged"}
)
_SHOT = frozenset({"dated", "timed", "taken", "shot", "snapped", "bears", "carries", "recorded", "made", "tagged"})
"""What is said of a picture itself: "is" and "was" tell where it hangs."""


def record_event(text: str, clause: Clause, top: "Toponym") -> Event | None:
    """Presence told by what can only have been left on the spot: "his selfie from the stadium at X is dated ..."."""
    lead = text[clause.start : top.mention.start]
    after = [verb.form for verb in clause.verbs if not verb.doubtful and verb.start > top.mention.end]
    if clause.subject is Subject.TRAVELLER and _LEFT_THERE.search(lead) and _DATED & set(after):
        return Event.AT
    pictured = clause.object_is_traveller and PICTURE_OF.match(lead) is not None
    return Event.AT if pictured and _SHOT & set(after) and _PICTURED.search(lead) and not _HUNG.search(lead) else None


_REGISTER = regex(
    r"\W*(?:the|an?|its|their)\s+(?:[\w\u2019'-]+\s+){0,2}?(?:minutes|registers?|records?|logs?|log-?books?|books?|ledgers?|journals?|"
    r"lists?|rolls?|files?|diary|diaries|protocol|manifest|tapes?|recordings?)\b",
    re.IGNORECASE,
)
_HOLDS = frozenset(
    {"has", "have", "had", "show", "shows", "showed", "places", "place", "put", "puts", "records", "recorded"}
)


def register_event(text: str, clause: Clause, top: "Toponym", places: int) -> Event | None:
    """Presence at the place of a register that names the traveller: "the register of the inn at X has her arriving"."""
    first = clause.verbs[0] if clause.verbs else None
    if first is None or places != 1 or first.start < top.mention.end or first.doubtful or first.form not in _HOLDS:
        return None
    doing = [
        verb for verb in clause.verbs[1:] if verb.form.split()[0].endswith("ing") and verb.motion is not Motion.PLAN
    ]
    named = _REGISTER.match(text, clause.start, top.mention.start) is not None
    if not (named and doing and clause.object_is_traveller and is_at(text, clause, top)):
        return None
    return {Motion.START: Event.DEPART, Motion.REACH: Event.ARRIVE}.get(sense_of(text, doing[0]), Event.AT)


_HOUSE = regex(
    r"\W*(?:(?:and|but|while|then)\s+)?(?:his|her|their|the|an?|one|another)\s+(?:[\w\u2019'-]+\s+){0,3}?(?:hotel|motel|inn|hostel|lodge|"
    r"guest-?house|boarding-?house|hospital|clinic|infirmary|sanatorium|library|casino|spa|campsite|refuge|embassy|consulate|prison|jail|"
    r"police\s+station|customs\s+house|airport|dispensary|surgery)(?:['\u2019]s)?\s+(?:desk\s+|reception\s+|register\s+)?"
    r"(?:in|at|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_TAKES_IN = regex(
    r"(?:admitted|discharged|checked|booked|signed|clocked|logged|let)\s+(?:him|her|them)\s+(?:in|out)?\b|"
    r"(?:admitted|discharged|stitched|bandaged|fed|sheltered|lodged|treated|turned\s+away)\s+(?:him|her|them)\b|"
    r"(?:registered|recorded|received|logged|entered|booked|had)\s+(?:him|her|them)\s+(?:as\s+(?:arriving|leaving|present|a\s+guest)|"
    r"(?:in|out)\b|(?:at|on|shortly|just|before|after|by|for\s+the\s+night|from)\b)",
    re.IGNORECASE,
)
"""What a house does only to somebody who is there: "registered her at six", not "registered her complaint"."""


def house_event(text: str, clause: Clause, top: "Toponym", places: int) -> Event | None:
    """Presence at a house that takes the traveller in: "her hotel in X, however, registered her at half past ten"."""
    first = clause.verbs[0] if clause.verbs else None
    if first is None or places != 1 or clause.quoted or not clause.object_is_traveller:
        return None
    if first.start < top.mention.end or first.doubtful or first.passive or first.infinitive:
        return None
    between = text[top.mention.end : first.start]
    inserted = re.fullmatch(r"\s*(?:,[^,;.]{1,30},)?\s*(?:had\s+)?(?:\w+ly\s+)?", between) is not None
    house = _HOUSE.fullmatch(text, clause.start, top.mention.start) is not None
    return Event.AT if house and inserted and _TAKES_IN.match(text, first.start) else None


def is_at(text: str, clause: Clause, top: "Toponym") -> bool:
    """Whether the last preposition before a name puts something there: "in X", "at the foot of X"."""
    if WAY_IN.search(text[clause.start : top.mention.start].removesuffix("the ").removesuffix("to ")):
        return True
    before = [
        re.sub(r"\s+", " ", match.group().casefold())
        for match in prepositions_pattern().finditer(text, clause.start, top.mention.start)
    ]
    said = next((DIRECTIONS[word] for word in reversed(before) if word != "of"), "none")
    return said == "at"


_IN_PRESENCE = regex(
    r"\bin\s+the\s+presence\s+of\b|\bwith\s+[^,;.]{1,60}?\b(?:present|looking\s+on|in\s+attendance|in\s+the\s+chair|"
    r"as\s+(?:an?\s+|the\s+)?(?:eye)?witness(?:es)?)\b|\bwitnessed\s+by\b",
    re.IGNORECASE,
)


def presence_event(text: str, clause: Clause, verb: "Verb | None", top: "Toponym") -> Event | None:
    """Presence where something was done before somebody: "the deed was signed in X in the presence of a notary"."""
    if not clause.object_is_traveller or not _IN_PRESENCE.search(text, clause.start, clause.end):
        return None
    done = verb if verb is not None else clause.verbs[0] if clause.verbs else None
    if done is None or done.doubtful or done.infinitive or done.motion in {Motion.PLAN, Motion.STATIC, Motion.SPEECH}:
        return None
    return Event.AT if is_at(text, clause, top) else None


_OCCASION = regex(
    r"\b(?:meeting|session|sitting|hearing|trial|inquest|inquiry|race|match|game|tournament|contest|concert|recital|performance|conference|"
    r"congress|council|talks|debate|lecture|class|ceremony|service|wedding|funeral|dinner|banquet|lunch|ball|party|rally|auction|sale|"
    r"regatta|festival|fair|exhibition|demonstration|vote|assembly|committee|first|second|third|last|other|latter|former|one)\b",
    re.IGNORECASE,
)
_TOOK_PART = frozenset(
    {"attended", "attends", "chaired", "chairs", "addressed", "addresses", "opened", "joined", "presided", "officiated"}
    | {"spoke", "sang", "played", "performed", "competed", "voted", "testified", "lectured", "conducted", "umpired"}
    | {"refereed", "ran", "won", "finished"}
)
_PART = regex(
    r"\b(?:took|takes|had\s+taken)\s+part\s+in\b|\b(?:was|were|is)\s+(?:in\s+the\s+chair|among\s+those|present|one\s+of)\b|"
    r"\bsat\s+(?:in|on|through)\b",
    re.IGNORECASE,
)
_WAS_HELD = frozenset(
    {
        "held",
        "met",
        "meets",
        "sat",
        "convened",
        "started",
        "began",
        "opened",
        "took place",
        "took",
        "staged",
        "gathered",
    }
    | {"ended", "finished", "was", "ran"}
)


def occasion_event(text: str, clause: Clause, before: Clause | None, top: "Toponym") -> Event | None:
    """Presence at what somebody took part in: "she chaired the session, which met in X"."""
    if before is None or clause.opener != "which" or before.sentence != clause.sentence or not clause.verbs:
        return None
    held = clause.verbs[0]
    mine = (
        before.subject is Subject.TRAVELLER and bool(before.verbs) and not any(verb.doubtful for verb in before.verbs)
    )
    if not mine or held.doubtful or held.form not in _WAS_HELD or held.start > top.mention.start:
        return None
    last = before.verbs[-1]
    takes_part = last.form in _TOOK_PART or _PART.search(text, before.start, before.end) is not None
    occasion = _OCCASION.search(text, last.end, before.end) is not None
    return Event.AT if takes_part and occasion and not last.infinitive and is_at(text, clause, top) else None
