"""What others say of somebody whom they know from elsewhere: "remembers him as a slow eater", "offered him a post"."""

import re

from wayproof.story.vocabulary.regexes import regex

_REMEMBERED = regex(
    r"(?:met|meets|saw|sees|heard)\s+(?:him|her|them)\s+(?:only\s+)?(?:once|often|years\s+ago|as\s+a\s+(?:boy|girl|child|student)|last\s+year|several\s+times|in\s+(?:1[89]|20)\d\d)\b|"
    r"(?:remembers?|remembered|recalls?|recalled|knew|knows|describes?|described)\s+(?:him|her|them|[A-Z][\w\u2019'-]+)\s+"
    r"(?:as\s+(?:an?\b|one\b|somebody|someone|the\s+(?:best|worst|finest|kindest|quietest|most|least|sort|kind))(?![^.;,]{0,50}\b(?:who|whose|asking|ordering|buying|paying|limping|dripping|"
    r"soaked|soaking|wet|muddy|tired|drunk|sunburnt|covered|wearing|carrying|with)\b)|(?:very\s+|only\s+too\s+|quite\s+)?(?:well|fondly|vaguely|kindly|dimly)\s*(?:[.,;]|\Z|enough\b|and\b|from\b)|"
    r"from\s+(?:school|university|college|the\s+(?:army|navy|war|regiment|old\s+days)|childhood|their\s|his\s|her\s)|with\s+(?:affection|gratitude|respect|pleasure|a\s+shudder))"
)
"""What somebody says of another's ways, not of a meeting."""
_WATCHED = regex(
    r"(?:follow(?:ed|s|ing)?|watch(?:ed|es|ing)?|track(?:ed|s|ing)?|monitor(?:ed|s|ing)?|plott(?:ed|ing)|guid(?:ed|ing)|talk(?:ed|ing))\s+"
    r"(?:(?:him|her|them|it)\s+[^.;:!?]{0,60}?\b(?:by|on|over|through)\s+(?:the\s+)?(?:radio|wireless|television|internet|telephone|satellite|radar|screen|tracker)\b|"
    r"(?:his|her|their|its|the)\s+(?:[\w-]+\s+)?(?:progress|voyage|flight|journey|crossing|attempt|race|walk|ride|career|adventures?|wanderings|movements)\b)"
)
"""What somebody does from afar: "a doctor who followed her progress from X"."""
_OFFERED = regex(
    r"(?:offer(?:ed|s)?|has\s+offered|promis(?:ed|es))\s+(?:him|her|them|me|us|[A-Z][\w\u2019'-]+)\s+(?P<what>[^.;:!?]{1,60})"
)
_AT_HAND = regex(
    r"\b(?:lifts?|rides?|beds?|bunk|berth|rooms?|roof|seats?|tea|coffee|water|food|bread|soup|meals?|drinks?|glass|cup|mug|bowl|plate|breakfast|lunch|supper|dinner|"
    r"shelter|chair|cigarettes?|blankets?|towel|arm|umbrella|coat|shirt|socks|boots|shoes|fruit|apples?|oranges?|grapes|dates|cake|pie|milk|wine|beer|brandy|whisky|vodka|rum|"
    r"sandwich(?:es)?|cheese|eggs|fish|meat|stew|biscuits|chocolate|bath|barn|hay|sofa|couch|floor|tent|torch|match(?:es)?|light|handkerchief|hand(?!\s+in)|plaster|bandage|aspirin|pills?|"
    r"place\s+by|hospitality|refuge|night['\u2019]s|oats|fodder|petrol|spare)\b",
    re.IGNORECASE,
)
"""What is offered to somebody who stands there."""


def is_known_afar(text: str, verb_start: int) -> bool:
    """Whether the verb at an offset tells of somebody who need not have been where the speaker is."""
    if _REMEMBERED.match(text, verb_start) or _WATCHED.match(text, verb_start):
        return True
    offered = _OFFERED.match(text, verb_start)
    return offered is not None and _AT_HAND.search(offered["what"]) is None
