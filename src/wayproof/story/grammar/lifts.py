"""Lifts and rides that somebody gets or gives: "a postman gave him a lift to X", "she begged a ride as far as Y"."""

from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_GIVES = frozenset({"gave", "gives", "given", "giving"})
_WHOM = (
    r"(?:(?:him|her|them|me|us|both|(?:the|his|her|their|two|three|this|that)\s+(?:[\w\u2019'-]+\s+){0,5}?[\w\u2019'-]+|"
    r"(?:[A-Z][\w\u2019'.-]+\s+){0,3}[A-Z][\w\u2019'-]+)\s+)"
)
_ONE = r"(?:an?|the|another|one|two|three|his|her|their|its|several|some|free)\s+(?:[\w-]+\s+){0,2}?"
_RIDE = regex(
    rf"\s+{_WHOM}?(?:{_ONE})(?P<noun>lifts?|rides?|tow|piggy-?back|drive|hitch|hop|ticket\s+home|pillion\s+ride)\b(?!\s+(?:home\s+)?(?:for|in\s+exchange))"
)
_PASSAGE = regex(
    rf"\s+{_WHOM}(?:{_ONE})(?:passage|seat|place|berth|bunk|corner|perch|cabin)\s+(?:(?:in|on|aboard|of|behind|beside|among|with|by)\s+"
    r"(?:[\w\u2019'-]+\s+){1,6}?)?(?:home\s+|back\s+|on\s+|over\s+|across\s+|down\s+|up\s+|round\s+)?(?:to|as\s+far\s+as|from|out\s+of|into|by|via|round\s+by)\s"
)


def lift_sense(text: str, verb: "Verb") -> Motion | None:
    """CARRY where a ride is given, MOVE where somebody gets one; None for any other verb."""
    head = verb.form.split()[0]
    if head in _GIVES:
        behind = verb.start + len(head)
        taken = _RIDE.match(text, behind) or (None if verb.passive else _PASSAGE.match(text, behind))
        return Motion.CARRY if taken else None
    if verb.form in journey_words("gets_lift") and not verb.passive:
        return Motion.MOVE if _RIDE.match(text, verb.end) else None
    return None
