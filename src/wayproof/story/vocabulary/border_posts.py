"""Words for passing an official border post."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_BARRIER = r"(?:barriers?|booms?|gates?|poles?|turnstiles?)"

_SHOWN = (
    r"(?:presented|showed|shown|handed(?:\s+(?:over|in|up))?|produced|gave(?:\s+up)?|surrendered|offered|held\s+(?:out|up)|pushed|slid|passed|"
    r"flashed|proffered|tendered)"
)
_LOOKED_AT = (
    r"(?:scan(?:s|ned)|stamp(?:s|ed)|check(?:s|ed)|examine[sd]|inspect(?:s|ed)|swipe[sd]|look(?:s|ed)\s+(?:at|through)|leaf(?:s|ed)\s+through|"
    r"thumb(?:s|ed)(?:\s+through)?|initial(?:s|led)|endorse[sd]|counter-?sign(?:s|ed)|frank(?:s|ed)|cop(?:ies|ied)|note[sd](?:\s+down)?|"
    r"(?:writes|wrote|written|takes|took|taken)\s+down|register(?:s|ed)|stud(?:ies|ied)|verif(?:ies|ied))"
)
_LET = r"(?:let|waved|nodded|ushered|beckoned|motioned|passed|saluted|hustled|shooed)"

_SEALED = (
    r"(?:stamped|scanned|checked|examined|inspected|looked\s+(?:at|over|through)|franked|endorsed|countersigned|cancelled|registered|copied|studied|"
    r"held\s+up\s+to\s+the\s+light|initialled|signed|processed|handed\s+back|returned)"
)
POST_WORDS = regex(
    (
        r"\b(?:checkpoint|check-point|had\s+(?:his|her|their)\s+(?:papers|passports?|documents|visas?)|"
        r"(?:had|got|has)\s+(?:his|her|their|my|our|the|an?|both)\s+(?:[\w\u2019'-]+\s+){0,3}?(?:papers|passports?|documents?|visas?|permits?|pass|identity\s+card|"
        rf"carnet|waybill|log-?book|vehicle\s+papers|cargo|load|freight|goods|consignment|manifest)\s+(?:duly\s+|\w+ly\s+)?{_SEALED}|"
        rf"(?:papers|passports?|documents?|visas?|permits?|carnet|waybill)\s+(?:(?:was|were|had\s+been|being)\s+)(?:duly\s+|\w+ly\s+)?{_SEALED}|"
        r"(?:over|across|past|on)\s+the\s+(?:white|yellow|red|blue|painted|demarcation|border|frontier|boundary|zero|dividing)\s+line|"
        r"(?:through|past|between)\s+the\s+(?:\w+\s+)?(?:border|frontier|customs|iron)\s+(?:gates?|barriers?|fence)|"
        r"(?:border|frontier)\s+(?:post|control|crossing|checkpoint|station|point)|crossing\s+point|customs|"
        r"passport\s+(?:control|desk|check)|the\s+booth|(?:immigration|emigration)\s+(?:desk|counter|control|hall|hut|office)|"
        r"(?:frontier|border|customs|passport|exit|entry|police)\s+formalities|the\s+formalities|"
        r"(?:exit|entry|transit)\s+stamps?|(?:got|collected|received|was\s+given|were\s+given|has|have|had)\s+(?:an?|the|his|her|their|my|our|both|"
        r"two)\s+stamps?|stamped\s+(?:(?:him|her|them|me|us)\s+)?(?:in|out|through|across)|"
        rf"passport\s+(?:was\s+)?stamped|official\s+crossing|{_LET}\s+(?:(?:him|her|them|me|us)\s+)?(?:through|across)|"
        rf"(?:raised|lifted|opened|swung)\s+(?:up\s+)?the\s+(?:\w+\s+)?(?:{_BARRIER}|arm)|"
        rf"{_SHOWN}\s+(?:\w+\s+)?(?:his|her|their|a|an|our|my|two|both|three|four|five|all\s+(?:the|their|our))\s+(?:[\w-]+\s+){{0,3}}?(?:passports?|papers|visas?|identity\s+cards?|laissez-passer|"
        r"documents)|"
        rf"{_LOOKED_AT}\s+(?:his|her|their|our|my|the)\s+(?:\w+\s+){{0,2}}?(?:passports?|papers|documents|cards?|visas?|plates?)|"
        r"entered\s+(?:his|her|their|our|my)\s+(?:passports?|papers|names?|plates?)\s+in\s+(?:the|his|her|their|an?)\s+(?:\w+\s+)?(?:registers?|ledgers?|"
        r"books?|computers?)|let\s+(?:him|her|them|me|us)\s+pass|(?:was|were|being)\s+let\s+(?:through|pass)|"
        r"clear(?:ed|ing)\s+(?:the\s+)?(?:\w+\s+)?(?:customs|immigration|frontier|border|controls?)|"
        r"(?:at|through|to)\s+the\s+(?:\w+\s+)?port\s+of\s+entry|"
        r"(?:showed|held\s+(?:up|out)|flashed|displayed|presented)\s+(?:his|her|their|my|our)\s+(?:[\w-]+\s+){0,3}?(?:identity\s+cards?|id\s+cards?|"
        r"passports?|pass|permit)|"
        r"paid\s+(?:the\s+|his\s+|her\s+|their\s+)?(?:\w+\s+)?(?:duty|duties|import\s+tax|excise)|(?:had\s+)?nothing\s+to\s+declare|"
        r"opened\s+(?:the\s+|his\s+|her\s+)(?:boot|trunk|bonnet|tailgate|suitcases?)\s+for\s+(?:inspection|the\s+customs)|"
        r"(?:joined|joining|stood\s+in|waited\s+in|sat\s+in)\s+the\s+(?:queue|line|column)\s+(?:at|for|to|of)\s+(?:the\s+)?(?:barrier|border|frontier|"
        r"booths?|customs|control|checkpoint)|"
        r"(?:queued|queueing|queuing|waited)\s+(?:[\w-]+\s+){0,3}?at\s+the\s+(?:barrier|border|frontier|checkpoint))\b"
    ),
    re.IGNORECASE,
)
"""Words for passing an official border post."""


def is_called_post(before: "Sequence[str]") -> bool:
    """Whether the last folded words before a name make it that of a post: "the crossing at X", "frontier post of X"."""
    if len(before) < _WORDS_OF_POST or before[-1] not in {"at", "near", "called", "named", "of"}:
        return False
    kind, post = before[-3:-1]
    return post == "checkpoint" or (post in _POSTS and kind in _BORDERS) or (post == "crossing" and before[-1] != "of")


_WORDS_OF_POST = 3
_POSTS = frozenset({"post", "gate", "point", "station", "barrier", "crossing", "control", "booth"})
_BORDERS = frozenset({"border", "frontier", "customs", "crossing", "passport", "police"})
