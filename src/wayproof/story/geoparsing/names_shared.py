"""Names of which a text says itself that many places bear them: then it leaves open which one is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wayproof.story.text.letters import ignoring_case
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.mentions import Mention

_PLACES = (
    r"(?:places|towns|villages|cities|ports|harbours|harbors|settlements|hamlets|parishes|stations|islands|rivers|bays|capes|lakes|"
    r"mountains|counties|districts|townships|suburbs|communities|points\s+on\s+the\s+map)"
)
_CALLED = re.compile(
    rf"\b{_PLACES}\s+(?:in\s+the\s+world\s+|on\s+(?:the|its|her|this)\s+\w+\s+|in\s+[^,;.]{{1,24}}\s+)?(?:that\s+are\s+|which\s+are\s+|to\s+be\s+)?"
    r"(?:called|named|known\s+as|by\s+the\s+name\s+of|that\s+call\s+themselves)\s+(?:[\"\u201c\u2018'])?$",
    re.IGNORECASE,
)
"""What stands before a name that many bear: "eleven ports called"."""
_EVERYWHERE = re.compile(
    r"(?:[\"\u201d\u2019',]*)\s+(?:(?:in|on|under|for|along)\s+)(?:almost\s+|nearly\s+|practically\s+|just\s+about\s+)?(?:every|each)\b|"
    r"(?:[\"\u201d\u2019',]*)\s+(?:could|might|may)\s+be\s+(?:any|one)\s+of\b|(?:[\"\u201d\u2019',]*)\s+(?:there\s+are|is\s+the\s+name\s+of)\s+"
    r"(?:\w+\s+){0,3}?(?:dozens?|scores?|many|several|hundreds|more\s+than|over|some|at\s+least|twenty|thirty|forty|fifty|\d+)\b",
    re.IGNORECASE,
)
"""What stands behind a name that is borne all over: "a Victoria under almost every flag"."""
_WHICH: Final = re.compile(r"\b(?:which|whichever|what|another|any\s+other|one\s+or\s+another)\s+$", re.IGNORECASE)
_OF_THE_NAME = re.compile(
    r"\b(?:dozens?|scores?|hundreds?|many|several|more\s+than|over|at\s+least|some|nearly|about|counted|found|lists?|listed|knows?|"
    rf"\d+|(?:four|fif|six|seven|eigh|nine)teen|twelve|eleven|ten|twenty|thirty|forty|fifty)\b[^.!?\n]{{0,40}}?(?:{_PLACES}\s+)?\b(?:of|with|by)\s+"
    r"(?:the|that|this|each|either|both)\s+(?:first\s+|second\s+|same\s+|two\s+)?names?\b",
    re.IGNORECASE,
)
"""That many bear the names told of, without naming them again: "had counted more than thirty of the first name"."""
_BEAR = re.compile(
    rf"\b{_PLACES}\s+(?:(?:which|that)\s+)?(?:all\s+)?(?:bear|bore|bearing|share|shared|sharing|carry|carried|carrying|have|had)\s+"
    r"(?:the|that|this|each|either|both)\s+(?:first\s+|second\s+|same\s+|two\s+)?names?\b",
    re.IGNORECASE,
)
"""The same of places that are listed: "a list of the ports which bear either name"."""
_THE = re.compile(r"\b(?:the|that|this|each|either|both)\s+(?:first\s+|second\s+|same\s+|two\s+)?\Z", re.IGNORECASE)
_BEFORE_NAME: Final = 24
_AROUND_WORD: Final = " \n\"\u201c\u2018'"
_FIRST_LETTERS: Final = frozenset("ioufalcm t")
"""First letters of what stands behind a name that is borne all over ("in almost every", "could be any")."""
_QUOTES_BEHIND: Final = frozenset("\"\u201d\u2019',")
_BACK: Final = 120
"""Characters before "of the name" in which the count of its bearers may stand."""
_REACH: Final = 60
"""Characters around a name in which that is told."""
_WORD: Final = re.compile(r"\w+")
_FEW: Final = 64
"""Names each of which may be looked for in the whole text."""
_LEADS: Final = frozenset(
    {"called", "named", "as", "of", "themselves", "which", "whichever", "what", "other", "another"}
)
"""How all ends that may stand before a name that many bear."""
_CALLED_WITH: Final = {"of": "name", "as": "known"}
"""What stands before those of these words that stand before most names: "by the name of", "known as"."""


def names_shared(text: str, mentions: Sequence[Mention]) -> frozenset[str] | None:
    """The folded names that a text says many places bear; None where it says so of all its names.

    Parameters
    ----------
    text
        The story.
    mentions
        Its place names.
    """
    if _of_the_name(text):
        return None
    names = {mention.text for mention in mentions}
    words = frozenset(_WORD.findall(text)) if len(names) > _FEW else None
    found = {normalise(name) for name in names if _in_plural(name, text, words)}
    for mention in mentions:
        start, end = mention.start, mention.end
        # the word before and the first letter behind tell most names apart at once
        lead = text[text.rfind(" ", 0, max(0, start - 2)) + 1 : start].strip(_AROUND_WORD).lower() if start else ""
        if lead in _LEADS:
            before = text[max(0, start - _REACH) : start]
            called = _CALLED_WITH.get(lead, "") in ignoring_case(before) and _CALLED.search(before)
            if called or _WHICH.search(before):
                found.add(normalise(mention.text))
                continue
        behind = text[end : end + 3]
        if (behind[1:2] in _FIRST_LETTERS or behind[:1] in _QUOTES_BEHIND) and _EVERYWHERE.match(
            text, end, end + _REACH
        ):
            found.add(normalise(mention.text))
    return frozenset(found)


def _of_the_name(text: str) -> bool:
    """Whether many are said to bear the names told of, without naming them again."""
    at = text.find("name")
    while at >= 0:
        end = at + len("name") + (text[at + len("name") : at + len("names")] == "s")
        low = max(0, at - _BACK)
        told = _THE.search(text, max(0, at - _BEFORE_NAME), at)
        if told and (_OF_THE_NAME.search(text, low, end) or _BEAR.search(text, low, end)):
            return True
        at = text.find("name", end)
    return False


def _in_plural(name: str, text: str, words: frozenset[str] | None) -> bool:
    """Whether a text has a name in the plural ("two Victorias"); its words tell quickly where they are given."""
    plural = name + ("es" if name.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if (words is not None and _WORD.findall(plural)[-1] not in words) or plural not in text:
        return False
    at = text.find(plural)
    while at >= 0:
        end = at + len(plural)
        # the plural ends in a letter, so that another one, a digit or an apostrophe goes on with it
        if (not at or not _goes_on(text[at - 1])) and (end == len(text) or not _goes_on(text[end])):
            return True
        at = text.find(plural, at + 1)
    return False


def _goes_on(character: str) -> bool:
    """Whether a word does not end, or begin, beside a character."""
    return character.isalnum() or character in "_'\u2019"
