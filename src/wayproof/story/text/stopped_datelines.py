"""Datelines that a full stop ends: "ILWACO, Washington. He ...", "PORTLAND, England, Aug. 12. The submarine ..."."""

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_STOPPED = re.compile(
    rf"(?P<place>[^\W\d_a-z][^\n()\u2014\u2013/:;!?\".]{{2,50}}?)(?:,?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})"
    rf"(?:,?\s+\d{{4}})?)?\.\s+(?=[\"\u201c\u2018']?[A-Z\u00c0-\u017d])"
)
_DISPATCH = re.compile(r"\s*[A-Z\u00c0-\u017d]{3}[^\n\u2014\u2013]{0,60}?(?:[\u2014\u2013]|--|\s-\s)")
_LONGEST, _MOST_WORDS = 120, 5
SHORT_SIGN = 3
"""Letters of what is more often a sign, as FBI and USA, than the name of a place."""


def stopped_dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline that begins at `start`, up to the story behind it; its group ``place`` is the place."""
    if not text[start : start + 2].isupper():
        return None
    found = _STOPPED.match(text, start, min(end, start + _LONGEST))
    if not found:
        return None
    head, *rest = (re.findall(r"[^\W\d_]+", part) for part in found["place"].split(","))
    shouted = all(word.isupper() for word in head) and sum(map(len, head)) > SHORT_SIGN
    named = all(word[0].isupper() for part in rest for word in part)
    return found if shouted and named and len(head) <= _MOST_WORDS else None


def stopped_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of the place of such a dateline, or None."""
    found = stopped_dateline(text, start, end)
    return found.span("place") if found else None


def opens_dispatch(text: str) -> bool:
    """Whether a text begins with a dateline of either kind: "BONN, June 1 -", "BONN, June 1. He ..."."""
    return _DISPATCH.match(text) is not None or stopped_dateline(text, 0, len(text)) is not None
