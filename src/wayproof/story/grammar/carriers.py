"""What carries the traveller at a place: a lorry stood there, a ferry put somebody down, a pilot had her there."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause
from wayproof.story.grammar.verbs import Verb, told_on
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, VEHICLES, Motion
from wayproof.story.vocabulary.person_nouns import make_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym


def put_there(verb: Verb, motion: Motion, between: str) -> Motion:
    """What a verb tells whose particle stands behind whom it is done to: "set the boy down in X"."""
    if verb.form in _PUTS and not verb.passive and _DOWN.search(between):
        return Motion.CARRY
    if (
        motion in {Motion.OTHER, Motion.SEEN}
        and not verb.passive
        and verb.form not in _SPOKEN
        and _HIM_INTO.fullmatch(between)
    ):
        return Motion.CARRY  # "a crowd clapped him into X"
    aboard = verb.passive and verb.form in journey_words("put_aboard") and _OUT_OF.search(between) is not None
    return Motion.CARRY if aboard else motion


_SPOKEN = frozenset({"talked", "argued", "coaxed", "bullied", "cheated", "voted", "elected", "drew", "drafted", "read"})
_HIM_INTO = regex(r"\s+(?:him|her|them|me|us)\s+(?:back\s+|on\s+|down\s+|safely\s+|home\s+)?into\s+(?:the\s+)?")


def stands_there(text: str, clause: Clause, verb: Verb, top: "Toponym") -> bool:
    """Whether a vehicle is said to be at a place: not "it was cold in X", "it was in X that she fell ill"."""
    lead = text[clause.start : verb.start]
    named = _VEHICLE_LEAD.search(lead) is not None or any(make_noun(word) for word in lead.split())
    if not named or _CLEFT.match(text, top.mention.end):
        return False
    fronted = verb.start >= top.mention.end
    placed = _PLACED.match(text, verb.end) is not None
    # "the train to X was late" and "the bus from X is full" stand nowhere
    bound = fronted and _BOUND.search(text, clause.start, top.mention.start) is not None
    return verb.form not in _BE or (fronted and not bound) or placed


_BE = frozenset({"was", "were", "is", "are", "been"})
_PLACED = regex(
    r"\s+(?:(?:still|back|already|safely|now|then|again|soon|later|once|more|at\s+last)\s+)*(?:in|at|on|off|near|outside|alongside|inside|"
    r"within|under|down|up|out|tied|made\s+fast|fast|abreast|aground|afloat)\b"
)
_BOUND = regex(r"\b[a-z-]+\s+(?:bound\s+)?(?:to|for|from)\s+(?:the\s+)?$")
_CLEFT = regex(r"\s*,?\s+(?:that|who|where|when|which)\b")
_HAD_THERE = regex(
    r"\s+(?:him|her|them|me|us)\s+(?:(?:back|safely|down|ashore|out)\s+)?(?:in|at|on|aboard|near|across|over)\b"
)
_PUTS = frozenset(
    {"put", "puts", "set", "sets", "let", "lets", "brought", "brings", "forced", "took", "takes", "helped", "dropped"}
)
_OUT_OF = regex(
    r"^\s+(?:(?:a\s+)?(?:seat|place|berth)\s+)?(?:on|aboard|into|onto|on\s+to|in)\s+(?:the|an?|its|their|that|one\s+of\s+the)\s+(?:[\w\u2019'-]+\s+){1,5}?"
    r"(?:out\s+of|from)\s+(?:the\s+)?$"
)
"""Where somebody is put aboard: "was put on the Hercules out of X"."""
_DOWN = regex(
    r"^\s+(?!\w+ly\b)(?:[\w\u2019'.-]+\s+){1,6}?(?:down|ashore|off|aboard|out)\s+(?:(?:again|safely|gently|alone)\s+)?"
    r"(?:in|at|on|near|off|outside|by|beside|behind|just)\b"
)
"""Whom a verb is done to, and the particle that makes it one of carrying: "put | the hiker Jan Visser down in"."""
_VEHICLE_LEAD = regex(
    rf"^\W*(?:and|but|then|which|that|when|where|while|as|so|having)?\W*$|\bit\b|{VEHICLES.pattern}|\b(?:carriages?|column|engine|hull)\b",
    re.IGNORECASE,
)
"""Words before the verb that make a vehicle what stands there, not a day or a journey: "the day was cold in X"."""


def had_there(text: str, verb: Verb) -> bool:
    """Whether somebody or something had the traveller at a place: "a third lorry had her in Berlin by midnight"."""
    had = verb.form in {"had", "has"} and _HAD_THERE.match(text, verb.end) is not None
    return had and not told_on(text, verb.start)


_BESIDE = regex(
    r"\s+(?:together\s+|out\s+|off\s+)?(?:beside|alongside|next\s+to|with|side\s+by\s+side\s+with)\s+(?:him|her|them|me|us)\b"
)
"""Who others go beside goes, too: "ten men set out beside him from X"."""


def goes_beside(text: str, verb: Verb) -> bool:
    """Whether a verb of going is done beside somebody, who then goes too."""
    return not MOVING.isdisjoint(verb.motions) and _BESIDE.match(text, verb.end) is not None


_LOSES = frozenset({"lost", "losing", "loses", "spent", "spending", "spends", "dropped", "gained", "wasted", "wasting"})
_TIME_LOST = regex(
    r"\s+(?:about\s+|some\s+|nearly\s+|over\s+|only\s+|another\s+|half\s+)*(?:an?\s+|two\s+|three\s+|four\s+|five\s+|ten\s+|twenty\s+|forty\s+|\d+\s+|its\s+)?"
    r"(?:good\s+|whole\s+|further\s+)?(?:hours?|minutes?|days?|nights?|quarter\s+of\s+an\s+hour|time|wheel|propeller|rudder|tyre|mast|sail|anchor)\b"
)
"""What a vehicle loses on the way: "losing an hour near X"."""
_HALT = regex(
    r"\s+(?:an?|one|two|three|its|his|her|the)\s+(?:[\w-]+\s+){0,2}?(?:halts?|stops?|calls?|pauses?|detours?)\b"
)
"""What a craft or its driver makes on the way: "made one halt, for tea, at X"."""


def makes_halt(text: str, verb: Verb) -> bool:
    """Whether a vehicle halts or loses time: "made one halt, for tea, at X", "losing an hour near X"."""
    if verb.form in {"made", "makes"} and _HALT.match(text, verb.end):
        return True
    return verb.form in _LOSES and _TIME_LOST.match(text, verb.end) is not None


_RESCUER = regex(
    r"\b(?:an?|another|the|two)\s+(?:[\w-]+\s+){0,3}?(?:helicopters?|lifeboats?|launch(?:es)?|ambulances?|tugs?|cutters?|patrol\s+(?:boat|car)|police\s+car|"
    r"rescue\s+(?:boat|team|party|helicopter|crew)|coastguards?|pilot\s+boat|breakdown\s+(?:van|truck|lorry)|tow-?\s?truck|taxi|dinghy|search\s+party)\s+from\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FETCHES = frozenset(
    {"picked", "rescued", "plucked", "winched", "lifted", "fetched", "collected", "found", "reached", "saved", "towed"}
)
_AWAY = regex(r"\s+(?:[\w\u2019'.-]+\s+){1,8}?(?:off|from|out\s+of|aboard)\s")


def comes_for(text: str, clause: Clause, verb: Verb, top: "Toponym") -> bool:
    """Whether a name tells where those came from who fetched the traveller: "a helicopter from X took him off Y"."""
    if verb.start < top.mention.end or not _RESCUER.search(text, clause.start, top.mention.start):
        return False
    fetches = verb.form.split()[0] in _FETCHES or _AWAY.match(text, verb.end, clause.end) is not None
    return clause.object_is_traveller and fetches
