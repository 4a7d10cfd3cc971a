"""Who goes on after word of another: "When he heard that his brother was ill, he left X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.persons.members import Actor, Part
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.grammar.verbs import Verb

_SUBORDINATE = regex(
    r"\W*(?:(?:and|but|that)\s+)?(?:when|after|as\s+soon\s+as|as|once|because|since|although|though|while|now\s+that|the\s+moment)\b",
    re.IGNORECASE,
)
_GOES_ON = regex(r"\W*(?:he|she)\b", re.IGNORECASE)


_LEAVING = regex(
    r"\W*(?:his|her|their|the|a|an)\s+(?:[\w-]+\s+){1,2}?(?:on|upon|after|before|while|when)\s+[a-z]+ing\b"
)


def teller(text: str, low: int, opener: str, previous: "Actor") -> "Actor | None":
    """Who told somebody something when leaving or arriving: "told his wife | on leaving X"; None elsewhere."""
    told = opener == "that" and previous.part is Part.PERSON
    return previous if told and _LEAVING.match(text, low) else None


_HELPER = regex(
    r"\b(?:was|were|is|are|am|been|be|being|had|has|have|kept|began|started|stopped|went|came)\s+"
    r"(?:\w+ly\s+|still\s+|not\s+)?\Z"
)
_THING_NEXT = regex(
    r"\W*and\s+(?:an?|the|his|her|their|its|two|three|some|several|no)\s+"
    r"(?:[a-z-]+\s+){1,3}(?:(?:had|then|soon|\w+ly)\s+)*\Z"
)


def bearer(text: str, low: int, verbs: "Sequence[Verb]", told: "Sequence[Deed]") -> "Actor | None":
    """Who carried two things and then did what the clause tells: "A man carrying a cage | and a bag left X"."""
    first = told[-1] if len(told) == 1 else None
    if first is None or not verbs or first.opener or len(first.verbs) != 1 or first.actor.part is not Part.PERSON:
        return None
    going_on = first.verbs[0]
    if not going_on.form.endswith("ing") or _HELPER.search(text, first.start, going_on.start):
        return None
    return first.actor if _THING_NEXT.match(text, low, verbs[0].start) else None


_AND_HE = regex(r"\W*(?:and|but|so)\s+(?P<who>he|she)\b", re.IGNORECASE)
_TOOK_HIM = {
    "he": regex(r"[^,;:.]{0,20}?\bhim\b(?!\s+(?:that|if|whether|how|why|what|where|when)\b)"),
    "she": regex(
        r"[^,;:.]{0,20}?\bher\s+(?:to|from|into|out|off|up|down|over|across|"
        r"through|as\s+far|home|back|ashore|aboard|on|along|there)\b"
    ),
}


def _taken_along(text: str, low: int, told: "Sequence[Deed]") -> "Actor | None":
    """Whom somebody took along who then acts: "His friend drove him to X, | and he was in Y by noon"."""
    goes_on = _AND_HE.match(text, low)
    last = told[-1] if told else None
    if goes_on is None or last is None or not last.verbs or len(last.objects) != 1:
        return None
    carries = Motion.CARRY in last.verbs[0].motions and not last.verbs[0].passive
    he = _TOOK_HIM[goes_on["who"].casefold()].search(text, last.verbs[0].start, last.end)
    return Actor(Part.PERSON, min(last.objects)) if carries and he is not None else None


def hearer(text: str, low: int, told: "Sequence[Deed]") -> "Actor | None":
    """Who heard, read or knew what the clause right before tells of another; None where the sentence has no such word.

    Parameters
    ----------
    text, low
        The story, and where the clause begins that a pronoun opens.
    told
        The clauses of the sentence before it.
    """
    if (carried := _taken_along(text, low, told)) is not None:
        return carried
    if not told or told[-1].opener != "that" or _GOES_ON.match(text, low) is None:
        return None
    frame = next((deed for deed in reversed(told) if deed.opener != "that"), None)
    if frame is None or frame.actor.part is not Part.PERSON or frame.actor.member == told[-1].actor.member:
        return None
    return frame.actor if _SUBORDINATE.match(text, frame.start) else None
