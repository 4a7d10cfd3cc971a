"""Tellings inserted between commas, "At nine, he writes, she was in Lyon": they part nothing of what they tell."""

import re

_WHO = (
    r"(?:he|she|they|it|I|we|(?:the|his|her|its|an?)\s+(?:[\w\u2019'-]+\s+){0,3}?[\w\u2019'-]+|"
    r"(?:[A-Z][\w\u2019'.-]+\s?){1,4})"
)
_TELLS = (
    r"(?:says|said|writes|wrote|claims|claimed|tells|told|insists|insisted|recalls|recalled|maintains|maintained|reports|"
    r"reported|states|stated|explains|explained|assures|assured|adds|added|swears|swore|informs|informed|testifies|testified|"
    r"remembers|remembered|reckons|thinks|believes|notes|noted|declares|declared|alleges|alleged|shows?|showed)"
)
_WHOM = r"(?:\s+(?:us|me|him|her|them|reporters|police|[\w\u2019'-]+(?:\s+[\w\u2019'-]+){0,3}))?"
_TELLING = re.compile(
    rf",\s+(?:so\s+)?{_WHO}\s+(?:also\s+|later\s+|has\s+|had\s+)?{_TELLS}{_WHOM}(?=,)|"
    r",\s+according\s+to\s+[^,;.\n]{2,60}(?=,)|"
    r",\s+so\s+[^,;.\n]{3,40}?\s(?:runs|goes|has\s+it)(?=,)|"
    r",\s+(?:by\s+(?:his|her|their)\s+own\s+(?:account|reckoning|telling)|in\s+(?:his|her|their)\s+(?:account|telling|version)|"
    r"as\s+(?:he|she|they|it)\s+(?:tells?|told|has|puts?)\s+(?:it|the\s+story))(?=,)"
)
LONGEST_TELLING = 100
"""Characters of the longest telling that is taken for an insertion."""


def inserted_telling(text: str, at: int) -> int:
    """End of the telling that is inserted at an offset, before its closing comma; `at` itself where none is."""
    found = _TELLING.match(text, at, min(len(text), at + LONGEST_TELLING))
    return at if found is None else found.end()


_IMPERSONAL = re.compile(
    r",\s+(?:(?:as\s+)?it\s+(?:is|was|has\s+been|had\s+been)\s+(?:now\s+|later\s+|then\s+|since\s+|\w+ly\s+)?(?:known|said|thought|believed|"
    r"understood|reported|claimed|rumou?red|supposed|assumed|alleged|agreed|clear|true|remembered|recalled|noted|found|learn(?:ed|t)|"
    r"discovered|established|recorded|admitted|proved|shown|felt|feared|hoped)(?:\s+[\w-]+){0,4}|"
    r"(?:as\s+)?it\s+(?:seems|seemed|appears|appeared|turned\s+out|turns\s+out|transpired|emerged|later\s+emerged)(?:\s+[\w-]+){0,4}|"
    r"(?:as\s+)?is\s+now\s+known|as\s+(?:luck|fate|chance)\s+would\s+have\s+it|so\s+the\s+story\s+goes|the\s+story\s+goes|"
    r"it\s+would\s+(?:seem|appear)),"
)


def impersonal_asides(text: str) -> list[tuple[int, int]]:
    """Spans of asides that tell how a thing is known, with both commas: "the aircraft, it is now known, left X"."""
    return [found.span() for found in _IMPERSONAL.finditer(text)]
