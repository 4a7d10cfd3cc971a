"""Steps by which somebody goes on board or ashore, takes a seat, or comes off a runway, with what stands after them."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_STEPS = (
    r"(?:walk|step|stride|strode|come|came|go|went|gone|stroll|march|trot|jog|run|ran|file|saunter|limp)"
    r"(?:e?d|s|p?ed|es|ing)?\b"
)
_GANGWAY = regex(
    r"(?:[\w-]+\s+(?:(?:up|down|off|onto)\b\s*)?)?\s*(?:(?P<up>up|onto|over|across|along)|(?P<down>down|off|from))\s+(?:the|an?|his|her|their|its)\s+"
    r"(?:[\w\u2019'-]+\s+){0,3}?(?:gangways?|gangplanks?|gang-planks?|boarding\s+(?:stairs|ramp|bridge)|accommodation\s+ladder|companion\s+ladder|"
    r"pilot\s+ladder|aircraft\s+steps|aeroplane\s+steps|steps\s+of\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?:aircraft|aeroplane|airliner|plane|jet))\b",
    re.IGNORECASE,
)
"""What leads on board or ashore: "went up the gangway", "came down the gangplank"."""
_GOES_BOARDING = regex(
    rf"(?:{_STEPS}|(?:climb|hurr(?:y|i)|clamber|scrambl|hobbl|stagger|stumbl|trudg|tramp|pass|dash|rush|shuffl|totter|danc)\w*|(?:carri|help|"
    r"le|wheel|escort|push|driv|drov|driven|rode|rid)\w*)(?:\s+(?:up|down|off))?"
)


_SEAT = regex(
    r"\s+(?:(?:himself|herself|themselves|down|up|back|safely|\w+ly)\s+)?(?:(?:his|her|their|an?|the|one\s+of\s+the|some)\s+(?:[\w-]+\s+){0,2}?(?:seats?|places?|berths?|cabins?|bunks?|"
    r"compartment)\s+)?(?:in|on|aboard|into|at\s+the\s+(?:back|front|rear)\s+of)\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:coach|bus|minibus|train|express|"
    r"sleeper|ferry|boat|steamer|ship|liner|plane|aeroplane|airliner|aircraft|jet|flight|car|taxi|cab|van|lorry|truck|jeep|helicopter|carriage|cart|"
    r"sledge|tram|hydrofoil|launch|canoe)\b(?!\s+(?:station|stop|park|shelter|depot|terminal|museum|factory|show))"
)
"""Where somebody takes a seat to be driven off: "took her seat in the night coach"."""
_SITS = frozenset(
    {
        "took",
        "takes",
        "found",
        "finds",
        "had",
        "settled",
        "settles",
        "installed",
        "strapped",
        "buckled",
        "squeezed",
        "climbed",
        "climbed into",
        "got",
        "got into",
    }
    | {"piled", "piled into", "crammed", "sat down", "secured", "was given", "claimed", "reserved"}
)


def _takes_seat(text: str, verb: "Verb") -> bool:
    at = verb.start + len("took") if verb.form.startswith("took ") else verb.end  # "took her": a seat is no person
    seat = "seat" in text[at : at + SEAT_CHARACTERS]
    return (verb.form in _SITS or at < verb.end) and seat and _SEAT.match(text, at) is not None


_GETS_IN = regex(r"(?:got|gets|climb(?:ed|s)|step(?:ped|s)|clambered|piled|hopped|jumped|scrambled|squeezed)\b")
_INTO = regex(
    r"\w+\s+(?:back\s+|up\s+)?(?:in|into|on|onto|on\s+to|aboard)\s+(?:the|an?|his|her|their|another|one\s+of\s+the)\s+(?:[\w-]+\s+){0,3}?(?:coach|bus|minibus|train|"
    r"express|sleeper|ferry|boat|steamer|ship|liner|plane|aeroplane|airliner|aircraft|jet|car|taxi|cab|van|lorry|truck|jeep|helicopter|carriage|cart|"
    r"sledge|tram|hydrofoil|launch|canoe|rickshaw|ambulance|pick-?up)\b(?!\s+(?:station|stop|park|shelter|depot|terminal|museum|factory|show|deck))"
)
"""A vehicle that somebody gets into: "got into the special train"."""


def _gets_in(text: str, verb: "Verb") -> bool:
    return _GETS_IN.match(verb.form) is not None and _INTO.match(text, verb.start) is not None


SEAT_CHARACTERS = 40
"""Characters behind a verb in which the seat stands that somebody takes."""
_RUNS_OFF = regex(
    r"(?:ran|runs|run|slid|slides|skidded|skids|came|went|rolled|veered|swerved|slipped|slewed|careered|careened|plunged|drove|swung|lurched|spun|shot|left|leaves)"
    r"(?:\s+off)?|over(?:ran|shot|ran)",
)
_TRACK = regex(
    r"\s+(?:off\s+)?(?:the\s+)?(?:(?:far\s+|wet\s+|icy\s+)?(?:end|edge|side|left|right)\s+of\s+)?(?:the|its|his|her|an?)\s+(?:(?:wet|icy|short|main|only|muddy|frozen)\s+)?"
    r"(?:runway|road|track|rails|carriageway|strip|tarmac|piste|apron|landing\s+strip|airstrip|line|metals|course|embankment)\b"
)
"""What a vehicle leaves without leaving the place: "ran off the end of the runway"."""


def _off_track(text: str, verb: "Verb") -> bool:
    return _RUNS_OFF.fullmatch(verb.form) is not None and _TRACK.match(text, verb.end) is not None


def _by_gangway(text: str, verb: "Verb") -> Motion | None:
    """On board or ashore, where that is the way of a step: "walked down the gangway"."""
    if not _GOES_BOARDING.fullmatch(verb.form):
        return None
    found = _GANGWAY.match(text, verb.start)
    return None if found is None else Motion.START if found["up"] else Motion.REACH


def boarding_sense(text: str, verb: "Verb") -> Motion | None:
    """The class of such a step: START on board, REACH ashore or off a runway; None for any other verb."""
    if _off_track(text, verb):
        return Motion.REACH
    return Motion.START if _takes_seat(text, verb) or _gets_in(text, verb) else _by_gangway(text, verb)
