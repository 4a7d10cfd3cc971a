"""What is told at a border post of somebody who passes it: by those who stand there, by the barrier, by the papers."""

import re

from wayproof.story.vocabulary.regexes import regex

_OFFICIAL = (
    r"\b(?:(?:border|frontier|passport|immigration)\s+(?:guards?|police|officers?|official|clerk|inspector|controller|soldier|patrol)|"
    r"guards?|guardsm[ae]n|officers?|officials?|police(?:m[ae]n|wom[ae]n)?|gendarmes?|sentr(?:y|ies)|soldiers?|customs|inspectors?|"
    r"militiam[ae]n|carabinier[ei]|constables?|troopers?|legionnaires?|corporal|sergeant|conscripts?|private|lieutenant|captain|immigration)\b"
)
_IN_BOOTH = (
    r"\b(?:an?|the|one|two)\s+(?:[\w-]+\s+){0,3}?(?:m[ae]n|wom[ae]n|girl|lad|youth|boy|clerk|figure|fellow|face)\s+(?:in|at|behind|from|inside|by)\s+"
    r"(?:(?:the|an?|its|his|her|their)\s+)?(?:[\w-]+\s+){0,2}?(?:booth|kiosk|cabin|hut|sentry-?box|guard-?house|guard-?hut|window|hatch|grille|counter|desk|"
    r"barrier|gate|pole|glass|uniform|peaked\s+cap|khaki|green|cap)\b"
)
"""Who can only be one of those that keep the post: "the young man in the booth"."""
_KEEPER = rf"(?:{_OFFICIAL}|{_IN_BOOTH})"
_WHOSE = r"(?:his|her|their|my|our|its)"
_PAPER = (
    r"(?:passports?|visas?|papers|cards?|pass(?:es)?|permits?|documents|laissez-passer|identity\s+cards?|driving\s+licen[cs]e|"
    r"number\s*-?plates?|plates?|number)"
)
_BAR = r"(?:barrier|boom|gate|gates|pole|bar|arm|chain|lift-?gate|turnpike)"
_RAISES = (
    r"(?:raise[ds]?|raising|lift(?:s|ed|ing)?|open(?:s|ed)?|sw[iu]ngs?|swung|unhooked|unlocked|winds?|wound\s+up|cranked\s+up)\s+"
    rf"(?:\w+\s+)?(?:the|{_WHOSE})\s+(?:[\w-]+\s+){{0,2}}?{_BAR}"
)
_STAMPS = rf"(?:stamp(?:ed|s)|initialled|endorsed|chalked)\s+(?:{_WHOSE}|the)\s+(?:\w+\s+)?(?:{_PAPER}|luggage|bags?)"
_LETS_GO = (
    r"(?:wave[ds]?|nodded|nods|lets?|saluted|beckon(?:s|ed)|motioned)\s+(?:him|her|them|me|us|the\s+\w+)\s+(?:on|through|across|past|over|by)\b|"
    r"(?:wish(?:es|ed)|bade|bids)\s+(?:him|her|them|me|us)\s+(?:\w+\s+)?(?:an?\s+)?(?:good|pleasant|safe|happy|nice|merry|bon|god-?speed|a\s+good|welcome|farewell)"
)
_LOOKS = (
    rf"(?:glanced|looked|peered|nodded|squinted)\s+at\s+(?:{_WHOSE}|the)\s+(?:\w+\s+)?{_PAPER}|"
    rf"(?:leafed|thumbed|flicked)\s+through\s+(?:{_WHOSE}|the)\s+(?:\w+\s+)?{_PAPER}"
)
_NOTES = (
    rf"(?:checks?|checked|examine[sd]|inspect(?:s|ed)|scan(?:s|ned)|swipe[sd]|initials|frank(?:s|ed)|cop(?:ies|ied)|note[sd](?:\s+down)?|"
    rf"(?:writes|wrote|written|takes|took|taken)\s+down|register(?:s|ed)|stud(?:ies|ied)|verif(?:ies|ied))\s+(?:{_WHOSE}|the|both|each|all)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{_PAPER}|"
    rf"(?:enter(?:s|ed)|put)\s+(?:{_WHOSE}\s+(?:\w+\s+)?(?:{_PAPER}|names?)|him|her|them|me|us)\s+in(?:to)?\s+(?:the|{_WHOSE}|an?)\b"
)
_FORMALITIES = (
    r"\b(?:the|all|exit|entry|customs|passport|frontier|border|usual)\s+formalities\b[^.;]{0,60}?\b(?:were|was|are|took|take|lasted|went)\b|"
    r"\b(?:an?|the|one|two|both)\s+(?:\w+\s+)?stamps?\s+(?:went|was|were|came\s+down|fell)\b|\bboth\s+sides\s+(?:stamped|checked|waved)\b"
)
_REGISTERS = (
    rf"(?:enter(?:s|ed)|writes|wrote|cop(?:ies|ied)|not(?:es|ed)|register(?:s|ed)|record(?:s|ed)|logg?(?:s|ed)|typ(?:es|ed)|took|takes|inscribed|"
    rf"transcribed|put)\s+(?:down\s+)?{_WHOSE}\s+(?:[\w-]+\s+){{0,2}}?(?:{_PAPER}|names?|particulars|details)\s+(?:down\s+)?(?:numbers?\s+)?(?:in|into|on)\s+"
    r"(?:the|an?|their|his|her|its)\s+(?:[\w-]+\s+){0,3}?(?:registers?|ledgers?|(?:log|exercise|day|account)?-?\s?books?|logs?|computers?|list|sheet|form|file)\b"
)
"""What those who keep a post write down of who passes: "entered her passport in their registers"."""
_LETS_PASS = regex(
    rf"{_FORMALITIES}|{_KEEPER}[^,;.]*?\b(?:{_RAISES}|{_STAMPS}|{_LETS_GO}|{_LOOKS}|{_NOTES}|{_REGISTERS})|"
    rf"{_KEEPER}[^,;.]*?\b(?:hand(?:s|ed)|g[ai]ves?|return(?:s|ed)|pass(?:es|ed)|slid(?:es)?|push(?:es|ed))\s+(?:back\s+)?"
    rf"(?:him\s+|her\s+(?=his|her))?(?:{_WHOSE}|the)\s+{_PAPER}|"
    rf"\b(?:had|got|has|gets|having)\s+(?:{_WHOSE}|the)\s+(?:\w+\s+)?{_PAPER}\s+(?:stamped|checked|initialled|endorsed|"
    rf"inspected|examined|returned)\s+by\s+(?:an?|the|two|one)\s+(?:[\w-]+\s+){{0,2}}?{_OFFICIAL}|"
    rf"\b{_WHOSE}\s+(?:\w+\s+)?{_PAPER}\s+(?:was|were)\s+(?:stamped|checked|inspected|examined|returned)\s+by\s+"
    rf"(?:an?|the|two|one)\s+(?:[\w-]+\s+){{0,2}}?{_OFFICIAL}[^,;.]*?\bat\s+the\s+(?:\w+\s+)?(?:gates?|barrier|frontier|border|line|post)|"
    rf"\b(?:show(?:s|ed)|held\s+(?:up|out)|present(?:s|ed)|flash(?:es|ed)|display(?:s|ed)|produced?s?|offer(?:s|ed)|hand(?:s|ed))\s+"
    rf"{_WHOSE}\s+(?:[\w-]+\s+){{0,3}}?{_PAPER}\s+to\s+"
    rf"(?:an?|the|two|one)\s+(?:[\w-]+\s+){{0,3}}?{_KEEPER}|"
    rf"\bthe\s+(?:[\w-]+\s+)?{_BAR}\s+(?:(?:was|is|stood|hung)\s+(?:already\s+|still\s+|wide\s+)?(?:raised|lifted|open(?:ed)?|up|upright|unlocked)|"
    r"went\s+up|goes\s+up|rose|lifted|swung\s+(?:open|up|aside|back)|slid\s+(?:back|open|aside))\b",
    re.IGNORECASE,
)
_STOPS = regex(
    r"\b(?:not|never|no|refus\w+|turned\s+(?:him|her|them|me|us)?\s*(?:back|away)|arrest\w*|detain\w*|train|airport|harbour|docks?|"
    r"car\s+park|level\s+crossing|garden|farm|factory|school|stadium|zoo)\b",
    re.IGNORECASE,
)
"""Words that say that nobody passed, or that the barrier is none of a frontier."""


def lets_pass(piece: str) -> bool:
    """Whether a piece of text tells that those at a post, or its barrier, let somebody pass."""
    return _LETS_PASS.search(piece) is not None and _STOPS.search(piece) is None
