"""What stands in a clause before its subject without a comma: "In the week when | she"."""

import re

from wayproof.story.vocabulary.regexes import regex

_WEEK_WHEN = regex(
    r"\W*(?:(?:and|but|so)\s+)?(?:in|on|at|during|by|from|since|until)\s+the\s+(?:very\s+|same\s+)?(?:weeks?|days?|nights?|years?|hours?|months?|mornings?|"
    r"evenings?|afternoons?|moment|summer|winter|spring|autumn|weekend|season|minutes?)\s+(?:when|in\s+which|on\s+which)\s+",
    re.IGNORECASE,
)
"""How a clause begins that dates another, up to its subject: "In the week when | the others were in X"."""
_RECORDS_SHOW = regex(
    r"\W*(?:(?:and|but|so|yet)\s+)?(?:the|his|her|its|their|hotel|police|court|bank|company)?\s*(?:[\w-]+\s+)?(?:records|registers|books|files|papers|accounts|bills|receipts|"
    r"statements|logs|ledgers|lists|documents|minutes|archives|files|entries|vouchers|tapes|cards)(?:\s+(?:of|at|in|from|kept\s+by)\s+[^,.;:]{1,50}?)?\s+(?:then\s+|\w+ly\s+)?"
    r"(?:show|state|say|prove|record|confirm|suggest|indicate|reveal|establish|agree|tell\s+us|have\s+it)\s+(?:(?:only|merely|clearly|also|further)\s+)?that\s+",
    re.IGNORECASE,
)
"""How a clause begins that papers tell of, up to its subject: "The records show only that | the tailor paid"."""


def subject_start(text: str, low: int, high: int) -> int:
    """Offset at which the subject of a clause begins, between `low` and its verb at `high`."""
    found = _WEEK_WHEN.match(text, low, high) or _RECORDS_SHOW.match(text, low, high)
    return low if found is None else found.end()
