"""Vehicles that a traveller only meets: "overtook two lorries", "nose to nose with a bus", "behind a tractor"."""

import re

from wayproof.story.vocabulary.regexes import regex

_VEHICLE = (
    r"(?:lorr(?:y|ies)|trucks?|vans?|cars?|taxis?|cabs?|bus(?:es)?|coach(?:es)?|tractors?|trams?|trolleybus(?:es)?|trains?|tankers?|(?:motor)?bikes?|"
    r"bicycles?|cyclists?|motorcycl(?:es?|ists?)|scooters?|ambulances?|hearses?|carts?|camels?|horses?|donkeys?|mules?|ships?|freighters?|liners?|"
    r"trawlers?|ferr(?:y|ies)|boats?|yachts?|barges?|submarines?|helicopters?|airliners?|aeroplanes?|airplanes?|planes?|jets?|gliders?|convoys?|caravans?)"
)
_MEETS = (
    r"(?:overt(?:ook|akes?|aking|aken)|pass(?:ed|es|ing)|miss(?:ed|es|ing)|avoid(?:ed|s|ing)|hit(?:s|ting)?|struck|brush(?:ed|ing)|graz(?:ed|ing)|"
    r"met|encounter(?:ed|ing)|dodg(?:ed|ing)|startl(?:ed|ing)|scatter(?:ed|ing)|outr[au]n|outpac(?:ed|ing)|"
    r"(?:collid(?:ed|ing)|r[au]n(?:ning)?\s+level|drew\s+level|caught\s+up|crash(?:ed|ing)|r[au]n|swerv(?:ed|ing))\s+(?:with|into|round|past)|"
    r"(?:nose|face|bumper|door|wing|wheel|cheek)[\s-](?:to|by)[\s-](?:nose|face|bumper|door|wing|wheel|jowl)\s+with|behind|in\s+front\s+of|"
    r"short\s+of|clear\s+of|between|beside|alongside|next\s+to|among|amid|amongst|ahead\s+of|astern\s+of|over\s+the\s+(?:roof|top|mast)s?\s+of|above|"
    r"in\s+the\s+path\s+of|saw|seen|sighted|spotted|glimpsed|watched|counted|waved\s+(?:at|to)|signalled\s+(?:to\s+)?|nothing\s+but|no\s+more\s+than)"
)
_ONES = (
    r"(?:an?|two|three|four|five|six|several|some|many|every|another|other|"
    r"the\s+(?:same|last|first|odd|occasional|slower|heavier))"
)
_MET = regex(
    rf"\b{_MEETS}\s+(?:only\s+|just\s+|also\s+)?{_ONES}\s+(?:[\w-]+\s+){{0,3}}?{_VEHICLE}\b(?!\s+(?:and\s+)?(?:took|carried|brought))"
    rf"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_ONES}\s+(?:[\w-]+\s+){{0,3}}?{_VEHICLE}\b){{0,4}}|"
    rf"\b{_VEHICLE}\s+(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:overtaken|passed|met|encountered|dodged|avoided|outrun|hailed|sighted)\b",
    re.IGNORECASE,
)


def without_traffic(text: str) -> str:
    """The text without the vehicles that are told of as met on the way."""
    return _MET.sub(" ", text)


ROW_CHARACTERS = 100
"""Characters before its last vehicle in which a row of them begins."""


def ends_row(text: str, at: int) -> bool:
    """Whether the vehicle behind an offset is the last of a row of those met: "beside a lorry, a car | and a bus"."""
    low = max(0, at - ROW_CHARACTERS)
    return any(match.start() < at < match.end() for match in _MET.finditer(text, low, at + ROW_CHARACTERS))
