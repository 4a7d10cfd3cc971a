"""Pictures that show somebody at a place: "in one a baker lights a lamp in X", "the second has her in Y"."""

import re

from wayproof.story.grammar.traces_left import stands_at
from wayproof.story.vocabulary.regexes import regex

_PICTURE = (
    r"(?:photographs?|photos?|pictures?|snapshots?|snaps?|stills?|films?|clips?|videos?|recordings?|tapes?|footage|reels?|images?|frames?|newsreels?|"
    r"broadcasts?|exposures?|shots?|selfies?|plates?|slides?|negatives?|polaroids?|sequences?|transmissions?|cameras?|cassettes?)"
)
_SIDE = r"(?:left|right|upper|lower|top|bottom|older|newer|earlier|later|larger|smaller|left-hand|right-hand)"
_ONE = (
    rf"(?:(?:the\s+)?one|another|a\s+(?:second|third|further|later|rival)|each|the\s+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|other|next|former|latter|last|{_SIDE})(?:\s+one)?)"
    rf"(?:\s+of\s+(?:them|these|those|the\s+(?:two|three|pair|{_PICTURE})))?(?:\s+(?:\w+\s+)?{_PICTURE})?"
)
_IN_ONE = regex(
    rf"(?:\A|[;:]\s|,\s+(?:and|but|while)\s)\W*(?:(?:and|but|while|yet)\s+)?(?:in|on)\s+(?:{_ONE}|(?:an?|the|that)\s+(?:\w+\s+)?{_PICTURE}(?:\s+(?:sent|shown|given|passed|made|taken|kept|found|posted|handed)\s+[^,.;:!?\n]{{2,30}}?)?),?\s+"
    r"(?P<who>[^.;:!?\n]*)",
    re.IGNORECASE,
)
"""A picture that is opened, up to where who is in it is told: "in the other she"."""
_SHOWS = regex(
    rf"\b(?:{_ONE}|{_PICTURE}|it|which|that)(?:,[^,.;:!?\n]{{2,80}},|\s+(?:from|of|taken|made|shot|by|at|in)\s+[^.;:!?\n]{{2,80}}?)?\s+(?:\w+ly\s+|also\s+|clearly\s+)?"
    r"(?:shows?|showed|has|have|had|finds?|found|catch(?:es)?|caught|captures?d?|records?|recorded|depicts?|sees?|follows?|is\s+of|was\s+of|are\s+of)\s+"
    r"(?P<who>[^.;:!?\n]*)",
    re.IGNORECASE,
)
_OF = regex(rf"\b{_PICTURE}\s+of\s+(?P<who>[^.;:!?\n]*)", re.IGNORECASE)
_TAKEN = regex(
    rf"\W*(?:(?:and|but|while)\s+)?(?:{_ONE}|it|that\s+one|(?:the|this|that)\s+{_PICTURE})(?:,[^,.;:!?\n]{{2,80}},|\s+that\s+[^,.;:!?\n]{{2,60}}?)?\s+(?:was|is|had\s+been|were)\s+(?:\w+ly\s+)?"
    r"(?:taken|made|shot|filmed|snapped|recorded|photographed)\s+(?!for\b|with\b|from\s+(?:an?|his|her)\b)[^.;:!?\n]*",
    re.IGNORECASE,
)
_PICTURED = regex(
    r"\b(?:was|were|been|is)\s+(?:\w+ly\s+|also\s+|then\s+|again\s+)?(?:photographed|filmed|snapped|pictured|videoed|recorded|captured|caught\s+(?:by\s+an?\s+camera|on\s+(?:film|camera|tape|video)))\b"
    r"(?P<rest>[^.;:!?\n]*)",
    re.IGNORECASE,
)
_ONE_FROM = regex(
    rf"\W*(?:(?:and|but|while)\s+)?(?:in|on)\s+(?:{_ONE}|(?:the|that)\s+(?:\w+\s+)?{_PICTURE})\s+(?:from|made\s+in|taken\s+in|shot\s+in|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_IN_IT = (
    rf"(?:[.;]|,(?:\s+and)?)\s+(?:(?:In|On|in|on)\s+(?:it|that\s+one|this|the\s+{_PICTURE}),?\s+|"
    rf"(?:It|That\s+one|The\s+{_PICTURE})\s+(?:shows?|showed|has|had|finds|caught|catches)\s+|(?<=;\s))"
)
_LIVE_FROM = regex(
    r"\b(?P<who>[\w\u2019'-]+)\s+(?:was|is|were|came|went|spoke|sang|played|appeared|read|reported|(?:was|is)\s+[a-z]+ing)\b[^.;:!?\n]{0,80}?\blive\s+(?:on\s+[\w-]+\s+)?from\s+"
    r"(?:(?:the|an?)\s+(?:[\w-]+\s+){1,3}?(?:in|at|of)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Who goes on the air from a place: "was reading the news live from X"."""
_FROM_A_SPOT = regex(
    r"\b(?:taken|shot|made|filmed)\s+from\s+the\s+(?:[\w-]+\s+){1,3}?(?:of|in|at)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_IN_ONE_TAKEN = regex(
    rf"\W*(?:(?:and|but|while)\s+)?(?:in|on)\s+(?:{_ONE}|(?:an?|the|that)\s+(?:\w+\s+)?{_PICTURE}),?\s+(?:taken|made|shot|filmed|dated|recorded)\b[^.;:!?\n]*",
    re.IGNORECASE,
)
_STANDS_THERE = (
    r"[^.;:!?\n]{0,80}?,\s+(?:(?:stands?|sits?|is|was|appears?|walks?|kneels?|can\s+be\s+seen|there\s+is)\s+)?"
)
_FROM = regex(
    rf"\b(?:{_PICTURE}|CCTV)(?:\s+(?:taken|made|shot|kept|recorded))?\s+(?:from|at|in|outside|inside|by|of)\s+(?:(?:an?|the|one|its)\s+(?:[\w\u2019'-]+\s+){{1,5}}?(?:in|at|of|near|outside)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_HAS_HIM = (
    r"(?:,[^,;:.!?\n]{2,80},|\s+(?:on|at|in|that|the)\b[^,.;:!?\n]{1,40}?)?\s+(?:also\s+|clearly\s+|\w+ly\s+)?"
    r"(?:shows?|showed|has|had|have|finds?|found|catch(?:es)?|caught|captures?d?|records?|recorded|puts?|places?|placed|picks?\s+up|sees?)\s+"
)
_ONLY_MEANT = regex(
    r"\b(?:maps?|models?|paintings?|posters?|drawings?|banners?|letters?|T-shirts?|statues?|portraits?|postcards?|replicas?|copy|copies|dreams?|lookalike|double|"
    r"tickets?|invitations?|says?|said|claims?|claimed|denies|denied|recalls?|asks?|asked|tells|told|promises|hangs?|hung|kept|sold|stolen|adorns|decorates|displayed|exhibited|printed|framed|published|appeared|auctioned|wishes|wants|plans|hopes|will|would|before\s+(?:he|she)|like\s+(?:him|her)|"
    r"not|never|nobody|no\s+(?:trace|sign)|twin|brother|sister|namesake|stand-in|actor\s+playing)\b|\b(?:which|that|whom)\s+(?:he|she)\b|"
    r"\b(?:in|on)\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:shirt|cap|scarf|hat|jersey|book|magazine|newspaper|film|play|novel|song|dream)\b(?!\s+(?:shop|fair|festival))",
    re.IGNORECASE,
)
_NOT_HIM = regex(
    r"\b(?:lookalike|double|twin|brother|sister|namesake|stand-in|actor\s+playing|not\s+(?:he|she|him|her)|nobody|forged|fake|faked|staged|old\s+film)\b",
    re.IGNORECASE,
)
_SHE = regex(r"(?:\w+ly,?\s+)?(?:he|she|him|her)\b(?!\s+\w+['\u2019]s\b)", re.IGNORECASE)
_OWN_NOUN = regex(
    r"her\s+(?:\w+\s+)?(?:brother|sister|husband|mother|father|son|daughter|car|van|house|signature|name|dog|double)\b",
    re.IGNORECASE,
)


_EXHIBITS = regex(
    rf"\b{_PICTURE}\b|\b(?:fees?|expenses|bill(?:s|ed)?|invoice[sd]?|accounts?|claim(?:s|ed)?|charge[sd]?|receipts?|reimburse\w*|paid\s+for|"
    r"machines?|badges?|pass|passes|forms?|cards?|X-rays?|slips?|tickets?|autographs?|minutes|registers?|programmes?|books?|lists?|logs?|diary|diaries|stenographers?|live|television|radio|certificates?)\b",
    re.IGNORECASE,
)


def has_exhibits(text: str) -> bool:
    """Whether a story tells of pictures, of papers, or of what somebody wants to be paid for."""
    return _EXHIBITS.search(text) is not None


def is_picture(lead: str, tail: str, surname: str, *, of_him: bool) -> bool:
    """Whether a sentence up to the name of a place tells of a picture that shows somebody there.

    Parameters
    ----------
    lead, tail
        The sentence up to the name, and what stands behind it.
    surname
        Of whom the story tells.
    of_him
        Whether the pictures were said to be of them: "two photographs of the bishop Voss".
    """
    if _NOT_HIM.search(tail):
        return False
    name = rf"(?:(?!of\b)[\w\u2019'.-]+\s+){{0,6}}?{re.escape(surname)}\b(?!['\u2019]s)"
    if _FROM.search(lead) and re.match(rf"{_HAS_HIM}(?:(?:him|her)\b|{name})", tail):
        return _ONLY_MEANT.search(lead) is None
    if _ONE_FROM.fullmatch(lead) and re.match(rf"\s+(?:(?:he|she)\b|{name})", tail):
        return True
    live = _LIVE_FROM.search(lead)
    if live is not None and live["who"].casefold() in {"he", "she", surname.casefold()}:
        return True
    if _IN_ONE_TAKEN.fullmatch(lead) and re.match(rf"{_STANDS_THERE}(?:(?:he|she)\b|{name})", tail):
        return stands_at(lead)
    return (stands_at(lead) or _FROM_A_SPOT.search(lead) is not None) and (
        _is_taken(lead, tail, name, of_him=of_him) or _is_in(lead, name)
    )


def _is_taken(lead: str, tail: str, name: str, *, of_him: bool) -> bool:
    """Whether somebody was taken, or a picture that shows them: "it was taken at a fair in X. In it she ..."."""
    taken = _PICTURED.search(lead)
    if taken is not None and re.search(rf"(?:{name}|\b(?:he|she))\s+\Z", lead[: taken.start()]):
        return _ONLY_MEANT.search(taken["rest"]) is None
    in_it = of_him or re.search(rf"{_IN_IT}(?:(?:he|she|him|her)\b|{name})", tail) is not None
    return in_it and _TAKEN.fullmatch(lead) is not None and _ONLY_MEANT.search(lead) is None


def _is_in(lead: str, name: str) -> bool:
    """Whether a picture is opened or shown with somebody in it, up to the name of the place."""
    for found in (one for pattern in (_IN_ONE, _SHOWS, _OF) for one in pattern.finditer(lead)):
        pronoun = _SHE.match(found["who"]) is not None and _OWN_NOUN.match(found["who"]) is None
        if (pronoun or re.match(name, found["who"])) and not _ONLY_MEANT.search(lead, found.start("who")):
            return True
    return False


def are_of(text: str, surname: str) -> bool:
    """Whether a text says that it has pictures of somebody: "two photographs of the bishop Karl Voss"."""
    of_him = rf"\b{_PICTURE}\s+(?:of|showing|in\s+which|with)\s+(?:[\w\u2019'-]+\s+){{0,6}}?{re.escape(surname)}\b"
    return re.search(of_him, text, re.IGNORECASE) is not None


def opens_picture(part: str) -> bool:
    """Whether a sentence opens one of several pictures on whom was told of before: "in the other he cuts a ribbon"."""
    found = _IN_ONE.match(part) or _SHOWS.match(part)
    return found is not None and _SHE.match(found["who"]) is not None


_ABOARD = regex(
    r"\b(?:boarding|embarking|(?:getting|climbing|stepping|going|walking|hurrying|running|being\s+helped|filing|clambering|jumping)\s+(?:up\s+|back\s+|out\s+)?(?:on|onto|on\s+to|into|"
    r"aboard|up\s+the\s+(?:steps|gangway|ladder|ramp|stairs)\s+(?:of|to))\s+(?:an?|the|his|her|its|one\s+of\s+the)\s+(?:[\w-]+\s+){0,3}?(?:aeroplane|airplane|plane|aircraft|jet|airliner|flight|"
    r"helicopter|train|express|sleeper|coach|bus|minibus|ferry|boat|steamer|ship|liner|launch|taxi|car|hydrofoil|yacht|tender|lorry|truck|van|tram))\b",
    re.IGNORECASE,
)


def goes_aboard(part: str) -> bool:
    """Whether a picture shows somebody going off in what carries them: "getting on an aeroplane"."""
    return _ABOARD.search(part) is not None
