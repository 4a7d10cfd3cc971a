"""Ways and places that are only guessed at: "everybody had a theory: the fence at X, a boat from Y, the road by Z"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym

LOOK_BACK = 600
"""Characters before a name in which its sentence begins."""
_GUESS = (
    r"(?:theor(?:y|ies)|guess(?:es)?|rumours?|rumors?|conjectures?|suggestions?|possibilit(?:y|ies)|hypothes[ie]s|suspicions?|speculations?|notions?|"
    r"opinions?|ideas?|versions?|explanations?|candidates?|favourites?|choices?|options?|answers?|surmises?|hunch(?:es)?|tales|stories|suspects|"
    r"(?:usual|known|old|likely|likeliest|common|possible|several|many|three|two|four|five|other|ordinary|obvious|familiar|well-known|smugglers['\u2019]?|"
    r"traffickers['\u2019]?)\s+(?:\w+\s+)?(?:routes?|ways?|roads?|paths?|tracks?|passes|doors|points|entrances|ports|places|explanations?))"
)
_LIST = regex(
    rf"\b{_GUESS}\b[^.:;!?\n]{{0,60}}?(?:\b(?:named|mentioned|given|listed|offered|discussed|suggested|told\s+of|heard|put\s+about|going\s+round)\b"
    rf"[^.:;!?\n]{{0,40}}?)?\s*[:\u2014\u2013]|"
    rf"\b(?:(?:ha[sd]|have|offers?|offered|hears?|heard|with|each|every|several|many|three|two|four|no\s+lack|no\s+shortage)\b[^.:;!?\n]{{0,30}}?)"
    rf"{_GUESS}\b[^.:;!?\n]{{0,40}}?[:\u2014\u2013]",
    re.IGNORECASE,
)
"""Guesses, and the mark behind which they are listed."""
_TALK = regex(
    r"\b(?:[Tt]here\s+(?:is|was|has\s+been|had\s+been)\s+(?:[a-z]+\s+)?talk\s+(?:of|about)\s|(?:they|people|some|others|everybody|everyone|hands|men|women|drivers|officers|officials|police|"
    r"neighbours|residents|locals|regulars|fishermen|sailors|aid\s+workers|volunteers|porters|guides|veterans|experts|papers|newspapers)\s+"
    r"(?:(?:[\w\u2019'-]+\s+){0,5}?)(?:talks?|talked|speaks?|spoke|whispers?|whispered|murmurs?|murmured|mutters?|muttered|gossip|gossiped|dreams?|"
    r"speculates?|speculated|guess(?:es|ed)?|thinks?|thought|points?|pointed|mentions?|mentioned|names?|named|suggests?|suggested)"
    r"\s+(?:(?:of|about|to|at)\s+)?(?:the|an?|some|[A-Z]))[^.:;!?\n]*?,\s+(?:or\s+)?(?:of|about|to)?\b",
)
"""Talk of more ways than one: "old hands at the post talk of the pass at X, of the bridge at Y"."""


def is_guessed(text: str, top: "Toponym") -> bool:
    """Whether a name stands in a row of guesses about how somebody may have come."""
    at = top.mention.start
    low = max(0, at - LOOK_BACK)
    head = max(text.rfind(mark, low, at) for mark in (". ", "? ", "! ", "\n", "\u201d ", '" '))
    head = low if head < 0 else head + 1
    listed = _LIST.search(text, head, at)
    taken = listed is not None and _TAKEN.search(text, head, listed.start()) is not None
    if listed is not None and not taken and _DONE.search(text, listed.end(), at) is None:
        return True
    talk = _TALK.search(text, head, _end(text, at))
    return talk is not None and talk.start() < at and _DONE.search(text, talk.start(), at) is None


_TAKEN = regex(
    r"\b(?:took|takes|taken|followed|follows|chose|used|kept\s+to|went|came|travelled)\s+(?:by\s+)?(?:the|an?|his|her|their|one\s+of\s+the)\s+\Z",
    re.IGNORECASE,
)
"""A way that was taken, before the noun for it: "took the usual route: ..."."""
_DONE = regex(r"\b(?:he|she|they|it|I|we|who)\b", re.IGNORECASE)
"""Somebody who does something: then it is told, and no bare row."""


def _end(text: str, at: int) -> int:
    ends = [end for mark in (".", "?", "!", "\n") if (end := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))
