"""What somebody wants to be paid for: "his account charges for a hearing in X, which he closed at noon"."""

import re
from functools import cache

from wayproof.story.grammar.traces_left import is_undone
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex


@cache
def _claim_pattern() -> re.Pattern[str]:
    """What is to be paid for, up to the name of the place where it was done."""
    nouns = "|".join(sorted(journey_words("engagements") | journey_words("paid_for"), key=len, reverse=True))
    what = rf"(?:(?:an?|the|one|another|two|three|his|her|some)\s+(?:[\w\u2019'-]+\s+){{0,4}}?(?:{nouns})s?\b|"
    what += r"another|one|a\s+second)"
    return re.compile(
        r"\b(?:(?:charge[sd]?|bill(?:s|ed)?|claim(?:s|ed)?|ask(?:s|ed)?|invoice[sd]?|accounts?|accounted|paid|payment|reimbursed|refunded|recompensed|compensated|remunerated|money|"
        r"fees?|expenses|allowance|one|other|another|first|second|third|former|latter|last|line|item|entry|rest|remainder|half)\b"
        rf"[^.;!?\n]{{0,160}}?\bfor\s+{what}|"
        rf"(?:lists?|listed|includes?|included|contains?|contained|covers?|covered|mentions?|itemi[sz]es?|itemi[sz]ed|names?|records?|has|shows?|puts\s+down|begins\s+with|"
        rf"ends\s+with|opens\s+with|goes\s+on\s+to)\s+(?:also\s+|too\s+|then\s+|next\s+|likewise\s+|further\s+)?{what})"
        r"(?P<rest>(?:\s+(?!from\b|to\b|against\b|about\b)[\w\u2019'-]+){0,8}?)\s+(?:in|at|on|near|outside|off)\s+(?:the\s+)?\Z",
        re.IGNORECASE,
    )


_NUMBERED = regex(
    r"\W*(?:(?:and|but|while)\s+)?(?:the\s+(?:first|second|third|other|former|latter|last|next)|one|another)(?:\s+\w+)?,?\s+(?:(?:was|is|took\s+place|was\s+held)\s+)?(?:in|at)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_HOUSE_WROTE = regex(
    r"\b(?:waiter|waitress|barber|cashier|clerk|driver|porter|landlord|landlady|barman|shop|till|machine|meter|desk|bill|receipt|slip|ticket|voucher|stub)\b[^.;!?\n]{0,40}?\b(?:wrote|printed|noted|stamped|rang|"
    r"shows?|showed|says?|said|reads?|bears?|bore|gives?|gave|timed|dated)\b|"
    r"\bwith\s+(?:the|its)\s+(?:[\w-]+['\u2019]s\s+)?(?:receipt|ticket|voucher|slip|stub|bill)\b",
    re.IGNORECASE,
)
"""Who took the money, or the paper that they gave for it, which keeps the hour."""
_DID = regex(
    r"\b(?:which|that|where|whom|at\s+which|for\s+which|during\s+which|from\s+which|in\s+which|after\s+which)\s+(?:he|she)\b|"
    r"\b(?:he|she)\s+(?:\w+ly\s+|had\s+|himself\s+|herself\s+)?(?:signed|closed|opened|adjourned|chaired|paid|ate|drank|spoke|said|gave|sang|took|ended|began|led|held|sat|"
    r"left|rose|made|proposed|answered|asked|read|heard|checked|handed|wrote|entered|initialled|declared|addressed|attended|presided)\b|"
    r"\b(?:bears?|carries|carried|with|in|has|bore)\s+(?:his|her)\s+(?:\w+\s+)?(?:signature|initials|hand|name|number|stamp|seal|autograph|thumbprint)\b|"
    r"\b(?:he|she)\s+was\s+(?:present|in|on|at|there|seen|served|heard|sworn|thanked|applauded|introduced|asked|questioned|paid|given|handed)\b|\bits\s+chairman\b|\bin\s+(?:his|her)\s+presence\b",
    re.IGNORECASE,
)

_CHECKS_OUT = regex(
    r"\b(?:checked\s+out|from\s+which\s+(?:he|she)|handed\s+back|drove\s+off|left\s+(?:it|there|the)|before\s+leaving)\b",
    re.IGNORECASE,
)


def checks_out(part: str) -> bool:
    """Whether what is claimed for ended with going off: "a night's lodging, from which she checked out"."""
    return _CHECKS_OUT.search(part) is not None


def is_claim(lead: str) -> bool:
    """Whether a sentence up to the name of a place tells of something done there that is to be paid for."""
    return _claim_pattern().search(lead) is not None or _NUMBERED.fullmatch(lead) is not None


_HELD = regex(
    r"\b(?:began|begun|ended|started|closed|opened|rose|finished|adjourned|broke\s+up|concluded|was\s+over|lasted\s+until|sat\s+until)\b",
    re.IGNORECASE,
)


def was_held(part: str) -> bool:
    """Whether what is told of a claim says when what is to be paid for was held: "it ended at five"."""
    return _HELD.search(part) is not None and not is_undone(part)


def did_it(part: str) -> bool:
    """Whether what is told of a claim says that its owner was there: "which he closed", "at which she said grace"."""
    done = _DID.search(part) is not None or _HOUSE_WROTE.search(part) is not None
    return done and not is_undone(part)
