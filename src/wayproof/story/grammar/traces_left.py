"""What only somebody who was at a place could leave or be given there: a bill, a stamp, an X-ray of a wrist."""

import re
from functools import lru_cache

from wayproof.story.vocabulary.regexes import regex

_UNDONE = regex(
    r"\b(?:will|would|shall|plans?|planned|tomorrow|next\s+(?:week|month|year)|to\s+be\s+(?:held|given)|cancel\w+|forged|fake|never|did\s+not|was\s+not|nobody|"
    r"by\s+(?:post|telephone|telegram|video|proxy|wire|fax)|on\s+(?:his|her)\s+behalf|without\s+(?:him|her)|in\s+(?:his|her)\s+absence|absent|deputy|"
    r"(?:did|does|do)\s+not\s+(?:attend|come|appear)|missed)\b",
    re.IGNORECASE,
)
_STANDS = regex(
    r"(?:\A|\W)(?:at|in|on|outside|inside|near|off|by|beside|below|beneath|under|above|before|behind|aboard|over)\s+(?:the\s+|(?:the|an?|its|his|her)\s+(?:[\w\u2019'-]+\s+){1,4}?of\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)
"""How a place stands at the end of what a picture shows, and not "a letter from X", "a map of X"."""
_NOT_THERE = regex(
    r"\b(?:stolen|lent|borrowed|cloned|forged|copied|lost|missing|birth|death|wanted|in\s+(?:his|her)\s+absence|for\s+(?:him|her)\b|(?:a|the|his|her)\s+(?:brother|sister|twin|son|daughter|wife|husband)|"
    r"by\s+post|posted\s+to|sent\s+to|licen[cs]e|degree|pension)\b",
    re.IGNORECASE,
)


def is_undone(part: str) -> bool:
    """Whether what a part of a story tells was planned, forged, or done in somebody's absence."""
    return _UNDONE.search(part) is not None


def stands_at(lead: str) -> bool:
    """Whether a preposition that puts something at a place stands before its name: "on a pier in"."""
    return _STANDS.search(lead) is not None


_OWN_THING = (
    r"(?:badge|pass|boarding\s+pass|boarding\s+card|card|key-?card|key|ticket|ration\s+card|bank\s+card|credit\s+card|library\s+card|season\s+ticket|passport|luggage|bag|suitcase|"
    r"coat|wrist|arm|leg|foot|ankle|teeth|tooth|chest|head|knee|shoulder|hand|fingerprints?|blood|pulse|weight|temperature|signature)"
)
_USED = (
    r"(?:opened|unlocked|released|let\s+\w+\s+(?:in|into|through)|(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:torn|scanned|read|swiped|punched|stamped|clipped|taken|made|checked|weighed|measured|x-rayed|"
    r"tagged|set|stitched|bandaged|plastered|examined|given|registered|accepted|swallowed|validated|cancelled|handed\s+in|shown))"
)
_THING_LEAD = (
    rf"(?:\b(?:his|her)\s+(?:[\w-]+\s+)?{_OWN_THING}|\bNAME['\u2019]s?\s+(?:[\w-]+\s+)?{_OWN_THING}|\b{_OWN_THING}\s+of\s+(?:[\w-]+\s+){{0,5}}?NAME|"
    rf"\b(?:X-rays?|x-rays?|scans?|casts?|photographs?|measurements?|sample)\s+of\s+(?:(?:his|her)|the\s+{_OWN_THING}\s+of\s+(?:[\w-]+\s+){{0,5}}?NAME|NAME['\u2019]s?)(?:\s+{_OWN_THING})?)"
    rf",?\s+{_USED}\b[^.;:!?\n]*"
)
_FILLED = (
    r"\b(?:forms?|cards?|books?|slips?|receipts?|cheques?|lists?|petitions?|registers?|tickets?|declarations?|documents?|papers?|bills?|vouchers?|autographs?|notes?)\s+"
    r"(?:that|which)\s+(?:NAME|he|she|the\s+(?:[\w-]+\s+){1,4}?NAME)\s+(?:had\s+|also\s+)?(?:filled\s+(?:in|out|up)|signed|gave|wrote|wrote\s+out|made\s+out|initialled|handed\s+in|completed|scribbled|"
    r"dated)\b[^.;:!?\n]*"
)
_SERVED = (
    r"(?:,)?\s+(?:has\s+|had\s+|also\s+|\w+ly\s+)?(?:printed|prints|issued|made\s+out|wrote|stamped|receipted|rang\s+up|paid(?:\s+out)?|handed|served|sold|dispensed|swallowed|changed|cashed|franked|"
    r"weighed|let|clocked|logged|recorded|registered|bandaged|stitched|treated|photographed|filmed|drew|pulled|filled|cut|shaved|examined|x-rayed|measured|married|fined|searched|vaccinated|"
    r"inoculated|admitted|discharged|received|checked|stamps|prints|issues|clipped|tore|punched|lent|gave|fed|poured|inspected|validated|initialled|countersigned)\b[^.;:!?\n]{0,60}?(?:\b(?:him\b|NAME\b(?!['\u2019])|her(?=[.,;]|\s+(?:in|into|at|on|out|through|an?|the|with|for|from|after|before)\b))|"
    rf"\b(?:the\s+(?:[\w-]+\s+)?{_OWN_THING}\s+of\s+(?:[\w-]+\s+){{0,5}}?NAME\b|(?:his|her|NAME['\u2019]s?)\s+(?:[\w-]+\s+)?(?:{_OWN_THING}|bill|receipt|slip|form|cheque|papers|visa|hair|beard|wound|bag|meal|drink|order|stub|credit-note)s?\b))"
)
_HAS_DOING = (
    r"(?:\s+\w+ly)?\s+(?:has|had|shows?|showed|recorded|noted)\s+(?:him|her|(?:the\s+)?(?:[\w-]+\s+){0,4}?NAME)"
    r"(?:,[^,;.!?\n]{2,40},)?\s+(?!being\b)\w+ing\b"
)
_SIGNED_BY = (
    r",\s+(?:[\w-]+(?:\s+in)?\s+and\s+)?(?:signed|filled\s+(?:in|out|up)|initialled|countersigned|completed|made\s+out|written|endorsed)(?:\s+and\s+[\w-]+)?\s+by\s+"
    r"(?:him|her|(?:[\w\u2019'.-]+\s+){0,6}?NAME)\b"
)
_HOUSE_LEAD = regex(
    r"\W*(?:(?:and|but|while)\s+)?(?:(?:at|on|by|soon|ten|five|minutes)\b[^,;.!?\n]{2,60}?,?\s(?=(?:an?|the|one|another)\s))?(?:an?|the|one|another|its)(?:\s+[\w\u2019'-]+){0,5}?,?\s+(?:in|at|on|near|outside|off)\s+(?:the\s+)?",
    re.IGNORECASE,
)


_PLACE_GIVEN = regex(
    r"\b(?:gives?|gave|names?|named|states?|stated|has|had)\s+(?:the|its)\s+(?:place|town|city)\s+as\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_TIME_GIVEN = regex(r"\s*,?\s+and\s+the\s+(?:time|hour)\s+as\b", re.IGNORECASE)
"""A paper that says where and when somebody signed it: "gives the place as X and the time as 03:10"."""


@lru_cache(maxsize=64)
def _trace_patterns(surname: str) -> tuple[re.Pattern[str], ...]:
    """Somebody's thing that is used, a paper that they wrote, a house that served them, and a signature."""
    parts = (_THING_LEAD, _FILLED, _SERVED, _SIGNED_BY, _HAS_DOING)
    return tuple(re.compile(part.replace("NAME", re.escape(surname))) for part in parts)


def is_trace(lead: str, tail: str, surname: str) -> bool:
    """Whether a sentence about a place tells of what only somebody who was there could leave or be given.

    Parameters
    ----------
    lead, tail
        The sentence up to the name of the place, and what stands behind it.
    surname
        Of whom the story tells.
    """
    if not surname or _UNDONE.search(tail) or _NOT_THERE.search(lead + tail):
        return False
    thing, filled, served, signed, _ = _trace_patterns(surname)
    if _HOUSE_LEAD.fullmatch(lead) and (served.match(tail) or signed.match(tail)):
        return True
    if _PLACE_GIVEN.search(lead) and _TIME_GIVEN.search(tail):
        return True
    return stands_at(lead) and any(one.search(lead) for one in (thing, filled))


def has_doing(lead: str, tail: str, surname: str) -> bool:
    """Whether a house or a paper of a place has somebody doing something: "a clerk in X has her, in person, asking".

    Parameters
    ----------
    lead, tail, surname
        As in :func:`is_trace`.
    """
    if not surname or _UNDONE.search(tail) or _NOT_THERE.search(lead + tail):
        return False
    return _HOUSE_LEAD.fullmatch(lead) is not None and _trace_patterns(surname)[-1].match(tail) is not None
