"""Verbs that are deeds or ways only with what stands after them: "begged his way to X", "called on a friend in X"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex
from wayproof.story.vocabulary.verb_forms import forms_of, verb_forms

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_WAY = regex(r"\s+(?:his|her|their|its|my|our)\s+way\s+(?!of\b|in\s+the\b)")
_NO_WAY = frozenset(
    {"lost", "loses", "losing", "knew", "knows", "paid", "pays", "asked", "asks", "barred", "blocked", "saw"}
)
"""What one does with one's way without going it."""
_THINGS = r"(?:an?|the|his|her|their|two|three|several|another|new)\s+(?:[\w-]+\s+){0,2}?"
_CALL_ON = regex(
    r"\s+(?:in\s+)?(?:on|upon)\s+(?:an?|the|his|her|their|two|three|old|(?-i:[A-Z])[\w\u2019'-]+)\s+"
    r"(?![^,;.]{0,80}?\bto\s+[a-z]+\b)",
    re.IGNORECASE,
)
_HIS = regex(r"\s+(?:his|her|their|its|the)\s")
_DEEDS = (
    ("call drop", _CALL_ON),
    ("marry wed", regex(r"(?!\s+(?:to|with|man|woman|couple|men|women)\b)")),
    (
        "apply",
        regex(
            rf"\s+(?:again\s+|also\s+|\w+ly\s+)?for\s+(?:{_THINGS}|political\s+|\w+\s+)?(?:visas?|passports?|asylum|permits?|"
            r"papers|stamps?|pass|ration\s+card|identity\s+card|certificate|refuge)\b"
        ),
    ),
    (
        "swear",
        regex(rf"\s+{_THINGS}(?:oaths?|affidavits?|statement|deposition)\b|\s+allegiance\b"),
    ),
    (
        "observe",
        regex(
            rf"\s+{_THINGS}(?:eclipses?|comet|transit|birds?|herd|nests?|ceremony|rite|silence|fast|sabbath|feast)\b"
        ),
    ),
    ("sell trade", _HIS),
    ("try", regex(r"\s+(?:on|out)\s+(?:an?|the|his|her|some|two|three)\b|\s+(?:his|her|their)\s+luck\b")),
)
"""Verbs that tell of a deed done where its place is only before certain words."""
_TO_DO = regex(r"\s+(?:in\s+vain\s+|again\s+|twice\s+)?to\s+(?:\w+ly\s+)?(?P<deed>[a-z]+)\b")
_INTO = regex(
    r"\s+(?:(?:back|safely|on|over|across|down|up|gently|slowly|at\s+last|\w+ly)\s+)*(?:into|on\s+to|onto|alongside|"
    r"back\s+to|up\s+to|as\s+far\s+as|through\s+to|down\s+to|across\s+to|over\s+to)\s"
)
_STAGE = regex(r"\s+(?:an?|the|his|her|that|one)\s+(?:[\w-]+\s+){0,3}?(?P<noun>[a-z-]+)\s+(?:to|into)\s")
_WON = frozenset({"won", "wins", "winning", "lost"})


@cache
def _deeds() -> dict[str, re.Pattern[str]]:
    """The patterns of deeds by every form of their verbs."""
    return {form: pattern for bases, pattern in _DEEDS for base in bases.split() for form in forms_of(base)}


@cache
def _craft() -> re.Pattern[str]:
    """A craft, a car or a mount of somebody's, right behind the verb of bringing it somewhere."""
    nouns = "|".join(map(re.escape, sorted(journey_words("conveyances"), key=len, reverse=True)))
    return re.compile(
        rf"\s+(?:his|her|their|its|the|an?)\s+(?:[\w-]+\s+){{0,2}}?(?:{nouns}|horse|mule|camel|pony)\b", re.IGNORECASE
    )


def deed_sense(text: str, verb: "Verb") -> Motion | None:
    """The class of a verb that its object or preposition makes another one; None where it is what it is listed as."""
    if _WAY.match(text, verb.end):
        return None if verb.form in _NO_WAY else Motion.MOVE
    pattern = _deeds().get(verb.form)
    if (pattern is not None and pattern.match(text, verb.end)) or _tries_there(text, verb):
        return Motion.OTHER
    stage = _STAGE.match(text, verb.end) if verb.form in _WON else None
    if stage is not None and stage["noun"] in journey_words("legs"):
        return Motion.REACH  # "won the stage into X"
    craft = _craft().match(text, verb.end) if verb.form in verb_forms("brings_craft") else None
    brought = verb.motion is Motion.OTHER and craft is not None and _INTO.match(text, craft.end())
    return Motion.MOVE if brought else None


def _tries_there(text: str, verb: "Verb") -> bool:
    """Whether somebody tries what can only be tried where they are: "tried to sell his watch in X"."""
    deed = _TO_DO.match(text, verb.end) if verb.form in {"tried", "tries", "trying", "attempted"} else None
    return deed is not None and deed["deed"] in journey_words("tried_there")
