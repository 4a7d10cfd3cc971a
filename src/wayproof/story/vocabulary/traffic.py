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
_DOES = (
    r"(?:brak(?:ed|es|ing)|hoot(?:ed|s|ing)|honk(?:ed|s|ing)|swerv(?:ed|es|ing)|skidd(?:ed|ing)|screech(?:ed|es)|slow(?:ed|s|ing)|slewed|stalled|queued|"
    r"backed\s+up|pull(?:ed|s)\s+(?:up|over|aside|in)|drew\s+(?:up|aside)|gave\s+way|came\s+(?:the\s+other\s+way|round\s+the\s+(?:bend|corner)|towards|by|past)|"
    r"(?:had\s+to\s+)?(?:stop(?:ped|s)?|wait(?:ed)?)|went\s+(?:by|past)|(?:drove|rumbled|rattled|thundered|roared|swept|sped|rolled|rushed|crawled)\s+(?:by|past)|"
    r"passed|stood|blared|flash(?:ed|es)\s+(?:its|their)|sound(?:ed|s)\s+(?:its|their)|blew\s+(?:its|their)|just\s+missed|narrowly\s+missed|missed|"
    r"(?:was|were|sat)\s+(?:\w+ly\s+)?(?:parked|waiting|coming|queueing|approaching|standing))"
)
_TAKES = (
    r"(?:took|takes|taken|pick(?:ed|s)?|g[ai]ve[ns]?\s+(?:him|her|them|me|us|lifts?|an?)|carried|brought|offered|lifts?\b|aboard|(?:got|get|climbed|jumped|clambered|"
    r"hopped|stepped|piled|went)\s+(?:on|in|into|up|aboard)|board(?:ed|s)|rode|drove\s+(?:him|her|them)|let\s+(?:him|her|them)|for\s+(?:him|her|them|me|us)\b|"
    r"to\s+(?:pick|take|fetch|collect|give)|its\s+driver|the\s+driver|set\s+(?:him|her|them)\s+down|invited|ferried|hired)"
)
_BY_IT = (
    r"(?:(?:waved|flagged)\s+(?:down|on|through)|stopped|chased|pursued|followed|overtaken|shadowed|tailed|passed|hit|struck|rammed|missed|hooted\s+at|"
    r"blocked|surrounded|buzzed|hailed|intercepted|escorted|spotted|seen|sighted|watched|lit\s+up|dazzled|greeted)"
)
_STARTS = r"(?:(?<=[.,;:] )|\A|\b(?:and|as|while|when|where|but)\s+)\s*"
_MET = regex(
    rf"\b{_MEETS}\s+(?:only\s+|just\s+|also\s+)?{_ONES}\s+(?:[\w-]+\s+){{0,3}}?{_VEHICLE}\b(?!\s+(?:and\s+)?(?:took|carried|brought))"
    rf"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_ONES}\s+(?:[\w-]+\s+){{0,3}}?{_VEHICLE}\b){{0,4}}|"
    rf"{_STARTS}(?:{_ONES}|(?:passing|parked|oncoming))\s+(?:[\w-]+\s+){{0,2}}?{_VEHICLE}\s+"
    rf"(?:[\w-]+ly\s+|then\s+|had\s+){{0,2}}{_DOES}\b(?![^;]{{0,80}}?\b{_TAKES})|"
    rf"\b{_BY_IT}\s+(?:[\w-]+ly\s+)?by\s+{_ONES}\s+(?:[\w-]+\s+){{0,2}}?{_VEHICLE}\b|"
    rf"\b(?:among|amongst|amid|between|behind|past|beside|alongside|in\s+front\s+of|ahead\s+of|short\s+of|clear\s+of)\s+(?:the\s+)?"
    rf"(?:(?:parked|moving|passing|stationary|oncoming|empty|burning|abandoned|waiting|honking|hooting|startled|idling|queueing)\s+)+{_VEHICLE}\b|"
    rf"\b{_VEHICLE}\s+(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:overtaken|passed|met|encountered|dodged|avoided|outrun|hailed|sighted)\b",
    re.IGNORECASE,
)


_HAULS = r"(?:took|carried|brought|hauled|towed|drove|transported|trucked|trailered|moved|conveyed)"
_AIRCRAFT = (
    r"(?:the|his|her|their|its|that)\s+(?:[\w-]+\s+){0,2}?(?:balloon|envelope|basket|gondola|gas-?bag|airship|glider|sailplane|hang-?\s?glider|paraglider|"
    r"microlight|ultralight|autogyro|gyrocopter|aircraft|aeroplane|plane|flying\s+machine)\b"
)
_HAULED = regex(
    rf"\b(?:an?|the|his|her|their|two|another|hired|borrowed)\s+(?:[\w-]+\s+){{0,2}}?(?:{_VEHICLE}|trailer|pick-?up|wagon)\s+(?:had\s+)?{_HAULS}\s+(?={_AIRCRAFT})|"
    rf"\b{_HAULS}\s+(?={_AIRCRAFT})|(?P<craft>{_AIRCRAFT}(?:\s+(?:was|had\s+been|were))?[^.;,\n]{{0,30}}?)\s(?:by|on|onto|in|aboard|with|behind)\s+"
    rf"(?:(?:an?|the|his|her|their)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_VEHICLE}|trailer|pick-?up|wagon)\b",
    re.IGNORECASE,
)
"""What brought an aircraft to where it took off: "a trailer carried the balloon to a field"."""
_RISES = regex(
    r"\b(?:lift(?:ed|ing)\s+off|took\s+off|taken\s+off|airborne|ascended|rose|launched|cast\s+off|was\s+released|in\s+the\s+air|climbed|came\s+down|landed|"
    r"touched\s+down|drifted|flew)\b",
    re.IGNORECASE,
)


def without_traffic(text: str) -> str:
    """The text without vehicles that are only met on the way, or that brought an aircraft to where it rose."""
    text = _MET.sub(" ", text)
    if _RISES.search(text):
        text = _HAULED.sub(lambda found: found["craft"] or " ", text)
    return text


ROW_CHARACTERS = 100
"""Characters before its last vehicle in which a row of them begins."""


def ends_row(text: str, at: int) -> bool:
    """Whether the vehicle behind an offset is the last of a row of those met: "beside a lorry, a car | and a bus"."""
    low = max(0, at - ROW_CHARACTERS)
    return any(match.start() < at < match.end() for match in _MET.finditer(text, low, at + ROW_CHARACTERS))
