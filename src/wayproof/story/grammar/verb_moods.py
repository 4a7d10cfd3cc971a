"""What words before a verb make of it: told as not done, as only meant, as done after all."""

import re

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex

_SPAN = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|evenings?|mornings?|afternoons?|weeks?|weekends?|fortnights?|months?|years?|spring|summer|"
    r"autumn|winter|season|attempts|tries|goes|morning|afternoon|evening)"
)
TOOK_TIME = regex(
    r"\b[Ii]t\s+(?:had\s+)?(?:took|taken|cost|needed)\s+(?:(?:(?!to\b)[\w:.\u2019'-]+|\d+)\s+){1,12}to\s+(?:\w+ly\s+)?$|"
    r"(?<!\bhave\s)\b(?:took|taken|needed|required|spent)\s+(?:(?:(?!to\b)[\w\u2019'-]+)\s+){0,7}?"
    rf"{_SPAN}(?:\s+and\s+(?:[\w\u2019'-]+\s+){{0,4}}?[\w\u2019'-]+)?(?:\s+more|\s+in\s+all|\s+(?:on|by)\s+[a-z]+)?\s+to\s+(?:\w+ly\s+)?$"
)
"""What makes an infinitive a deed done: "it took them a day to reach X", "she took three days to ride from X to Y"."""
REACH_OF_TIME = 120
"""Characters before a verb in which is told how long it took."""
GOING_ON = regex(
    r"\b(?:will|would|could|might|may|should|can|shall|must|cannot|not|n['\u2019]t)\s+(?:\w+ly\s+|not\s+)?"
    r"(?:go\s+on|keep(?:\s+on)?|continue|carry\s+on|start|begin|end\s+up|finish|resume)\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
"""Verbs told as not done that take the next in -ing along."""
_MEANT = regex(
    r"\b(?:is|are|was|were)\s+(?:\w+ly\s+|at\s+first\s+|once\s+|then\s+|also\s+|first\s+|again\s+|soon\s+)?to\s+"
    r"(?:\w+ly\s+|also\s+|then\s+)?(?:be\s+|have\s+(?:\w+ly\s+)?(?:been\s+)?)?$"
)
_TO_BE = regex(
    r"\b(?:meant|due|intended|scheduled|planned|billed|slated|destined|hoped|hoping|wanted|going|booked|ordered|asked|supposed)\s+to\s+"
    r"(?:\w+ly\s+)?be\s+$",
    re.IGNORECASE,
)
"""Words before a passive that tell of a plan: "had been meant to be | taken to X"."""
_TO_HAVE = regex(r"\b(?P<word>[\w\u2019'-]+)\s+to\s+have\s+(?:\w+ly\s+)?(?:been\s+)?$", re.IGNORECASE)
_ALMOST = regex(
    r"\b(?:almost|nearly|all\s+but|just\s+about|as\s+good\s+as|not\s+quite|practically|virtually|very\s+nearly|"
    r"came\s+close\s+to|came\s+near\s+to|on\s+the\s+(?:point|verge|brink)\s+of)\s+$",
    re.IGNORECASE,
)
"""Words that make a verb of reaching tell of what was not reached."""


def _meant_to(before: str) -> bool:
    """Whether the word before "to have" tells of a plan: "was meant to have been in X", not "is said to have been"."""
    found = _TO_HAVE.search(before)
    return found is not None and found["word"].casefold() in journey_words("meant_to_have")


def is_meant(before: str, helpers: str, *, reaches: bool, have_done: bool) -> bool:
    """Whether a verb tells of what was only meant, or all but done.

    Parameters
    ----------
    before, helpers
        The words of the clause before the verb, and the helpers among them that end there.
    reaches
        Whether the verb is one of reaching.
    have_done
        Whether the helpers end with "to have".
    """
    almost = reaches and _ALMOST.search(before) is not None
    planned = _MEANT.search(helpers) is not None or _TO_BE.search(before) is not None
    return almost or planned or (have_done and _meant_to(before))


_STILL = regex(
    r"\b(?:was|were|is|are|am|been|be|he['\u2019]s|she['\u2019]s|they['\u2019]re|I['\u2019]m)\s+(?:(?:already|still|now|then|just|only|again|once\s+more|"
    r"also|always|soon|at\s+last|even\s+then|all\s+the\s+time|back|\w+ly)\s+)*\Z",
    re.IGNORECASE,
)
_GOAL = regex(
    r"\s+(?:(?P<going>driving|riding|rising)\s+)?(?:(?:back|home|on|over|down|up|out|alone|across|north|south|east|west|by\s+\w+|in\s+an?\s+\w+|\w+ly)\s+){0,3}?"
    r"to\s+(?:(?:the|an?|his|her|their)\s+(?:[\w\u2019'-]+\s+){1,4}?(?:in|at|of|near|outside|on)\s+)?(?:the\s+)?\Z"
)


def is_under_way(text: str, start: int, form: str, between: str) -> bool:
    """Whether somebody is told to be on the way, and not to have come: "was driving to X when the axle broke".

    `start` is where the verb of going begins, or the helper of one that the lists do not have; `between` stands between
    the verb and the name.
    """
    goal = _GOAL.fullmatch(between)
    if goal is None:
        return False
    if form in {"was", "were", "is", "are"}:
        return goal["going"] is not None
    goes = form.split(maxsplit=1)[0].endswith("ing")
    return goes and _STILL.search(text, max(0, start - STILL_CHARACTERS), start) is not None


STILL_CHARACTERS = 40
"""How far before its verb a helper stands."""


COUNTED_CHARACTERS = 40
"""Characters before a verb in which "after" and its subject stand."""
_COUNTED_FROM = regex(
    r"\b(?:after|before|since)\s+(?:he|she|they|it|we|I|the\s+[\w-]+)\s+(?:had\s+|first\s+)*\Z", re.IGNORECASE
)


def is_counted_from(text: str, at: int) -> bool:
    """Whether the verb at an offset tells what a time is counted from: "reached X forty days after he started"."""
    return _COUNTED_FROM.search(text, max(0, at - COUNTED_CHARACTERS), at) is not None
