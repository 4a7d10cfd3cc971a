"""Going off told by what somebody gets into or goes over: "climbed into a hired Cessna", "strolled across"."""

import re
from functools import cache

from wayproof.story.grammar.verbs import Verb
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex

_GETS = regex(
    r"(?:climb|got|gets?|getting|jump|hop|step|scrambl|clamber|squeez|swung|swing|leap|leapt|dived|slid|settl|strapp|piled|bundled|tumbled|crowded|"
    r"buckled|heaved|vaulted)"
    r"(?:p?ed|s|p?ing|ed|es)?(?:\s+(?:up|down|back|straight|himself|herself|in|on|into|aboard|behind))?"
)
_BOARDS = frozenset(
    {
        "board",
        "boarded",
        "boards",
        "boarding",
        "took",
        "takes",
        "taking",
        "caught",
        "catches",
        "catching",
        "hailed",
        "hails",
        "hired",
        "hires",
    }
    | {
        "flagged",
        "flagged down",
        "found",
        "summoned",
        "joined",
        "joins",
        "mounted",
        "mounts",
        "started",
        "starts",
        "entered",
        "enters",
    }
)
_GOES = regex(
    r"(?:walk|stroll|step|cross|march|saunter|limp|hobbl|amble|wander|trot|jogg?|hike|trudg|cycl|pedall?|slipp?|hurri|dash|scrambl)(?:e?d|ied|s|es|ing)?|"
    r"(?:drove|drives|driving|rode|rides|riding|ran|runs|strode|strides|swam|swims|crept|waded|waded)"
)
_OVER = regex(
    r"\s+(?:(?:straight|calmly|\w+ly)\s+)?(?:across|over)(?=\s*(?:[,.;:)]|\Z|\s{2,}|\s+(?:with|without|on\s+foot|at|by|in|under|alone|unseen|and|"
    r"the\s+(?:border|frontier|line|bridge|boundary|barrier|strait|river|pass|no[\s-]man)))\b|\s*[,.;:]|\s*\Z)"
)


@cache
def _vehicle() -> re.Pattern[str]:
    """A vehicle that somebody gets into, with its article."""
    vehicles = "|".join(map(re.escape, sorted(journey_words("conveyances") - _NO_RIDES, key=len, reverse=True)))
    return re.compile(
        r"\s+(?:(?:in|into|on|onto|aboard|up\s+into|up\s+on|down\s+into|back\s+into|back\s+on|behind\s+the\s+wheel\s+of|at\s+the\s+controls\s+of)\s+)?"
        r"(?:(?:the|an?|his|her|their|its|my|our|another|one\s+of\s+the|some)\s+)(?:[\w\u2019'-]+\s+){0,4}?"
        rf"(?:{vehicles}|lift|ride|cabin|cockpit|saddle|(?-i:Cessna|Piper|Otter|Dakota|Beechcraft|Land\s+Rover|Jeep|Vespa))\b"
        r"(?!\s+(?:station|stop|stand|terminal|depot|shelter|park|yard|driver|inspector|conductor|ticket|pass|company|strike|queue)\b)",
        re.IGNORECASE,
    )


_NO_RIDES = frozenset(
    {
        "column",
        "convoy",
        "expedition",
        "tank",
        "carrier",
        "flight",
        "trolley",
        "banger",
        "constellation",
        "junk",
        "punt",
        "tender",
    }
)


def boards(text: str, verb: Verb) -> int:
    """Where the words end by which somebody gets into what takes them away, or goes over a border; 0 for none.

    Parameters
    ----------
    text
        The story, its times blotted out by spaces.
    verb
        A verb of it.
    """
    if verb.passive:
        return 0
    if _GETS.fullmatch(verb.form) or verb.form in _BOARDS:
        found = _vehicle().match(text, verb.end)
        return 0 if found is None else found.end()
    over = _OVER.match(text, verb.end) if _GOES.fullmatch(verb.form) else None
    return 0 if over is None else over.end()
