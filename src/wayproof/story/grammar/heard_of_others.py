"""Who goes on after word of another: "When he heard that his brother was ill, he left X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.persons.members import Part
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.persons.members import Actor

_SUBORDINATE = regex(
    r"\W*(?:(?:and|but|that)\s+)?(?:when|after|as\s+soon\s+as|as|once|because|since|although|though|while|now\s+that|the\s+moment)\b",
    re.IGNORECASE,
)
_GOES_ON = regex(r"\W*(?:he|she)\b", re.IGNORECASE)


def hearer(text: str, low: int, told: "Sequence[Deed]") -> "Actor | None":
    """Who heard, read or knew what the clause right before tells of another; None where the sentence has no such word.

    Parameters
    ----------
    text, low
        The story, and where the clause begins that a pronoun opens.
    told
        The clauses of the sentence before it.
    """
    if not told or told[-1].opener != "that" or _GOES_ON.match(text, low) is None:
        return None
    frame = next((deed for deed in reversed(told) if deed.opener != "that"), None)
    if frame is None or frame.actor.part is not Part.PERSON or frame.actor.member == told[-1].actor.member:
        return None
    return frame.actor if _SUBORDINATE.match(text, frame.start) else None
