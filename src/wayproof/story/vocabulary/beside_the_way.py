"""Words of travelling beside the way: races run at a place, the ride to the airport, boats that are only looked at."""

import re

from wayproof.story.vocabulary.regexes import regex

_RACED = (
    r"(?:r[au]n(?:s|ning)?|raced?|racing|sw[aiu]m(?:s|ming)?|row(?:s|ed|ing)?|scull(?:ed|ing)|paddl(?:ed|es|ing)|cycl(?:ed|es|ing)|pedall(?:ed|ing)|rode|rid(?:es?|den|ing)|"
    r"ski(?:s|ed|ing)?|skat(?:ed|es|ing)|sail(?:s|ed|ing)?|walk(?:s|ed|ing)?|march(?:es|ed|ing)?|drove|driv(?:es|en|ing)|jogg(?:ed|ing)|flew)"
)
_EVENT = (
    r"(?:metres|meters|hurdles|steeplechases?|relays?|legs?|heats?|finals?|semi-?finals?|races?|dash|sprints?|marathons?|half-marathons?|cross-?country|(?<!last\s)(?<!first\s)(?<!final\s)mile|"
    r"time[\s-]trials?|trials?|prologue|regattas?|slaloms?|downhill|derby|gala|championships?|matches|match|laps?|butterfly|backstroke|breaststroke|crawl|"
    r"freestyle|medley|events?|parades?|processions?|carnivals?|cup|prix|rall(?:y|ies)|handicap|stakes|criterium|tournaments?|games|olympics|triathlon|"
    r"decathlon|pageant|show|competition)"
)
_CONTEST = regex(
    rf"\b{_RACED}\s+(?:\w+ly\s+|again\s+)?(?:in\s+|at\s+)?(?:(?:the|an?|his|her|their|that|this|another|both|two|three|one)\s+)+"
    rf"(?:(?!(?:from|to|in|at|on|of|and|by|for|out|off|into)\b)[\w\u2019'.,:-]+\s+){{0,4}}?{_EVENT}\b(?!\s+(?:from|between|to|across|over|through)\b)|"
    rf"\b{_RACED}\s+(?:it|them)\s+(?:again|once\s+more|a\s+second\s+time)\s+(?:in|at)\b|\b{_RACED}\s+in\s+procession\b|"
    rf"\b(?:it|{_EVENT})\s+(?:was|were|had\s+been|is|are|to\s+be)\s+(?:swum|run|rowed|sailed|raced|skied|skated|ridden|walked|driven|flown)\b(?!\s+(?:from|between|down|up|off|over|ashore)\b)",
    re.IGNORECASE,
)
"""What is run, swum or ridden at a place: "ran the 400 metres in X", "cycled in the time trial at X"."""

_STOP = (
    r"(?:airport|aerodrome|airfield|air\s?strip|landing[\s-](?:strip|ground|field|stage|place)|strip|runway|tarmac|terminal|heliport|helipad|air\s+base|station|platform|quay|"
    r"pier|jetty|slipway|docks?|harbour|harbor|port|ferry|bus\s+stop|tram\s+stop|stop|taxi\s+rank|rank|railhead|plane|aircraft|aeroplane|ship|boat)"
)
_TO_STOP = (
    rf"(?:out\s+|down\s+|back\s+|over\s+|up\s+|straight\s+|on\s+)?to\s+(?:the|an?|his|her|their|our|my|its)\s+(?:(?-i:[a-z-]+)\s+){{0,2}}?{_STOP}\b"
    r"(?!\s+(?:of|in|at|near|on|outside|from)\b(?!\s+(?:noon|once|dawn|dusk|midnight|time|foot|\d))|\s+(?-i:[A-Z]))"
)
_RIDE = (
    r"(?:taxis?|cabs?|minicabs?|cars?|limousines?|bus|minibus|coach|shuttle|tram|tube|metro|train|rickshaw|"
    r"tuk-?tuk|scooter|motorbike|bicycle|bike|lorry|truck|van|jeep|ambulance)"
)
_BY_RIDE = rf"(?:\s+(?:by|in|on)\s+(?:(?:an?|the|his|her|their)\s+)?(?:[a-z-]+\s+)?{_RIDE}\b)?"
_TO_BOARD = regex(
    rf"\b(?:(?:was|were|been|being|be|got|had\s+(?:him|her|them)self)\s+)?(?:driven|taken|brought|rushed|hurried|sped|whisked|motored|run)\s+{_TO_STOP}{_BY_RIDE}|"
    rf"\b(?:walk|stroll|march|cycl|pedall|hobbl|limp|jogg|trudg|hitch-?hik|hitch|motor)(?:e?d|ing)\s+{_TO_STOP}|\b(?:ran|running|drove|driving|strode|rode|riding)\s+{_TO_STOP}{_BY_RIDE}|"
    rf"\b(?:an?|the|another|his|her|their|one)\s+(?:[\w-]+\s+){{0,2}}?{_RIDE}\s+(?:then\s+|had\s+)?(?:took|drove|ran|brought|carried|sped|rushed|whisked)\s+(?:him|her|them|me|us)\s+{_TO_STOP}|"
    rf"\b(?:took|take|taking|taken|caught|hailed|got|found|shared|called|ordered|flagged\s+down)\s+(?:an?|the|another|his|her)\s+(?:[\w-]+\s+)?{_RIDE}\s+{_TO_STOP}|"
    rf"\b(?:by|in\s+an?)\s+{_RIDE}\s+{_TO_STOP}",
    re.IGNORECASE,
)
"""How somebody came to what then carried them: "was driven to the airport", "walked to the strip"."""

_AT_POST = regex(
    r"\b(?:walk|stroll|stepp|hobbl|limp|march|amble|saunter)(?:e?d|ing|s)?\s+(?:\w+ly\s+)?(?:through|over|across|in|out|back)\s+(?=at\b)",
    re.IGNORECASE,
)
"""The step through a gate: "walked through at X"."""

_CRAFT = (
    r"(?:boats?|yachts?|ships?|barges?|rafts?|launch(?:es)?|ferr(?:y|ies)|trawlers?|freighters?|liners?|tankers?|submarines?|canoes?|kayaks?|dingh(?:y|ies)|"
    r"trains?|trams?|bus(?:es)?|coach(?:es)?|cars?|lorr(?:y|ies)|trucks?|vans?|taxis?|tractors?|bicycles?|bikes?|motor-?(?:cycles?|bikes?)|scooters?|"
    r"(?:aero)?planes?|airplanes?|aircraft|jets?|helicopters?|gliders?|balloons?|horses?|camels?|donkeys?|mules?|pon(?:y|ies)|skis|sledges?|huskies)"
)
_DOING = (
    r"(?:flying|sailing|swimming|driving|cycling|riding|rowing|walking|air\s+travel|flights?|railways?|"
    r"the\s+(?:railway|air|sea))"
)
_SOME = (
    r"(?:(?:an?|the|his|her|their|its|any|all|two|three|some|several|other|new|old|such)\s+){0,2}(?:(?!(?:in|"
    r"at|on|from|by|with|and|to|of|for)\b)[\w-]+\s+){0,2}?"
)
_ONLY_NAMED = regex(
    rf"\b(?:look(?:s|ed|ing)?\s+(?:at|over)|to\s+look\s+for|see(?:ing)?\s+about|ask(?:s|ed|ing)?\s+(?:about|after|for)|enquir(?:ed|es|ing)\s+(?:about|after|for)|"
    rf"inquir(?:ed|es|ing)\s+(?:about|after|for)|haggl(?:ed|ing)\s+over|bargain(?:ed|ing)\s+for|haggl(?:ed|ing)\s+for|(?:clos|bar)(?:e?d|red)\s+(?:it\s+|the\s+\w+\s+)?to|shut\s+(?:it\s+)?to|"
    rf"open(?:ed)?\s+to|trust(?:s|ed|ing)?|distrust(?:s|ed|ing)?|mistrust(?:s|ed|ing)?|hat(?:es|ed|ing)|dislik(?:es|ed|ing)|detest(?:s|ed|ing)?|loath(?:es|ed|ing)|"
    rf"dread(?:s|ed|ing)?|fear(?:s|ed|ing)?|(?:afraid|scared|frightened|terrified|fear|dread|horror|tired|sick)\s+of|"
    rf"(?:not|never|n['\u2019]t)\s+(?:\w+\s+)?(?:like|care\s+for|believe\s+in|hold\s+with|afford|own|have|possess|get|find))\s+(?:{_DOING}|{_SOME}{_CRAFT})\b",
    re.IGNORECASE,
)
"""What is looked at, asked for, forbidden or feared, and carries nobody: "to look at boats", "did not trust trains"."""

_ON_SKIS = regex(
    r"\b(?:stood|sat|lay|posed|waited|seen|recogni[sz]ed|photographed|filmed|sighted)\b[^.;!?]{0,60}?\s(?P<skis>on\s+(?:(?:his|her|their)\s+)?(?:skis|skates|snowshoes))\b",
    re.IGNORECASE,
)
"""What somebody stood on who was seen: "stood still in X, on skis"."""

_STOOD_ON = regex(
    rf"(?<!alighted\s)(?<!stepped\s)(?<!climbed\s)(?<!jumped\s)(?<!disembarked\s)(?<!landed\s)(?<!came\s)(?<!leapt\s)(?<!dived\s)(?<!fell\s)(?<!taken\s)(?<!rescued\s)(?<!down\s)(?<!off\s)(?<!out\s)(?<!ashore\s)(?<!emerged\s)(?<!descended\s)(?<!went\s)(?<!got\s)(?<!set\s)(?<!swam\s)\bfrom\s+(?:the\s+(?:deck|bridge|bow|bows|stern|roof|window|steps|cab|back|top|footplate)\s+of\s+)?(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){{0,2}}?{_CRAFT}"
    r"(?:\s+(?:moored|anchored|lying|tied\s+up|parked|standing|made\s+fast|stranded|aground|drawn\s+up))?\s+(?:at|in|off|outside|before|near)\s+(?=(?:the\s+)?(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Where somebody stood: "sang from a barge at X"."""

_ROAD = (
    r"(?:roads?|highway|motorway|autobahn|autoroute|autostrada|street|lay-by|verge|roadside|lorry\s+driver|"
    r"tanker\s+driver|lift|ride|hitch\w*|thumb\w*|petrol|filling\s+station)"
)
_ROAD_TANKER = regex(
    rf"\b(?:milk|petrol|gasoline|road|beer|wine|cement|diesel|sewage)[\s-]tankers?\b|\b{_ROAD}\b[^.;]{{0,80}}?\b(?P<oil>(?:[\w-]+[\s-])?tankers?\b)|"
    rf"\btankers?\b(?=[^.;]{{0,60}}?\b{_ROAD}\b)",
    re.IGNORECASE,
)
"""A tanker that drives: "on the highway an oil-tanker picked her up"."""


def without_things_beside(text: str) -> str:
    """The text without words of travelling that tell no way, and with a lorry for a tanker that drives."""
    text = _ROAD_TANKER.sub(lambda found: found.group().removesuffix(found["oil"] or found.group()) + " lorry ", text)
    text = _ON_SKIS.sub(lambda found: found.group().removesuffix(found["skis"]), text)
    for pattern in (_CONTEST, _TO_BOARD, _AT_POST, _ONLY_NAMED, _STOOD_ON):
        text = pattern.sub(" ", text)
    return text
