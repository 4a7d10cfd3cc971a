"""Vehicles, beasts and steps that are no way of travelling: "washed cars", "walked on to the stage"."""

import re

from wayproof.story.vocabulary.regexes import regex

_THING = (
    r"(?:lorr(?:y|ies)|trucks?|vans?|cars?|taxis?|cabs?|bus(?:es)?|coach(?:es)?|tractors?|trams?|trolleybus(?:es)?|trains?|railways?|railroads?|tankers?|"
    r"(?:motor)?bikes?|bicycles?|cyclists?|motorcycl(?:es?|ists?)|scooters?|mopeds?|ambulances?|hearses?|carriages?|camels?|horses?|pon(?:y|ies)|donkeys?|"
    r"mules?|ships?|freighters?|liners?|trawlers?|ferr(?:y|ies)|boats?|yachts?|barges?|submarines?|canoes?|kayaks?|dinghies|dinghy|helicopters?|"
    r"airliners?|aeroplanes?|airplanes?|planes?|jets?|gliders?|fighters?|bombers?|balloons?|rafts?|sleds?|sledges?|huskies|locomotives?|aircraft|"
    r"sailors?|swimmers?|pilots?|drivers?|flights?|sails?|skis)"
)
_DEALS = (
    r"(?:bought|buy(?:s|ing)?|purchas(?:ed?|es|ing)|sold|sell(?:s|ing)?|wash(?:ed|es|ing)|hosed(?:\s+down)?|polish(?:ed|es|ing)|paint(?:ed|s|ing)|mend(?:ed|s|ing)|"
    r"open(?:ed|s|ing)|unveil(?:ed|s|ing)|inaugurat(?:ed|es|ing)|christen(?:ed|s|ing)|nam(?:ed|es|ing)|bless(?:ed|es|ing)|judg(?:ed|es|ing)|photograph(?:ed|s|ing)|"
    r"film(?:ed|s|ing)|sketch(?:ed|es|ing)|drew|drawing|inspect(?:ed|s|ing)|examin(?:ed|es|ing)|count(?:ed|s|ing)|watch(?:ed|es|ing)|admir(?:ed|es|ing)|"
    r"auction(?:ed|s|ing)|valu(?:ed|es|ing)|fed|feed(?:s|ing)|groom(?:ed|s|ing)|shod|shoe(?:d|ing)|exhibit(?:ed|s|ing)|displayed|demonstrat(?:ed|es|ing)|"
    r"design(?:ed|s|ing)|buil(?:t|ds|ding)|construct(?:ed|s|ing)|dismantl(?:ed|es|ing)|scrapp(?:ed|ing)|order(?:ed|s|ing)|donat(?:ed|es|ing)|presented|"
    r"handed\s+over|address(?:ed|es|ing)|lectur(?:ed|es|ing)\s+(?:on|to|about)|spoke\s+(?:to|on|about)|speaking\s+(?:to|on|about)|talked\s+(?:to|about)|wrote\s+about|"
    r"studied|studies|researched|collect(?:ed|s|ing)\s+(?:old\s+|model\s+|toy\s+)|played\s+with|play(?:s|ing)\s+with|bet\s+on|backed|stole|stolen|steal(?:s|ing)|"
    r"salut(?:ed|es|ing)|launched(?!\s+(?:his|her|their|my|our)\b)|toured|show(?:ed|s|ing)\s+(?:off\s+)?(?:\w+\s+)?(?:round\s+)?)"
)
_DET = r"(?:(?:an?|the|his|her|their|its|two|three|four|five|six|ten|twenty|some|several|other|new|old|\d+)\s+){0,2}"
_TOPIC = (
    r"(?:talks?|lectures?|speech|speeches|books?|articles?|papers?|seminar|conference|films?|exhibition|show|busts?|statues?|pictures?|paintings?|"
    r"models?|drawings?|photographs?|photos?|history|designs?|plans?|price|cost|makers?|builders?|owners?|lovers?|breeders?|dealers?|study|report|"
    r"memorial|monument|songs?|poems?|lessons?|questions?|sale|auction|toy|number|noise|sound|sight|smell|shadow)"
)
_BEHIND = (
    r"(?:['\u2019]s\s+chandler|['\u2019]\s+(?:union|federation|association)|\s+(?:drivers?|dealers?|shows?|fairs?|shops?|factor(?:y|ies)|works|museums?|clubs?|"
    r"parks?|sets?|makers?|builders?|owners?|races?|insurance|licen[cs]es?|unions?|compan(?:y|ies)|sales?men|salesman|mechanics?|thie(?:f|ves)|auctions?|"
    r"exhibitions?|festivals?|yards?|sheds?|schools?|lessons?|trade|industry|magazines?|models?|strikes?|doctor|designers?|dealership|showroom|"
    r"manufacturers?|enthusiasts?|fanciers?|breeders?|meat|wash(?:es)?|spotters?|collectors?|dynasty|owner|broker|brokers?|parts|engine|engines|parade))\b"
)
_DEALT = regex(
    rf"\b{_DEALS}\s+{_DET}(?:(?!(?:in|at|on|from|by|with|and|to|of|off|into|for|through)\b)[\w-]+\s+){{0,3}}?{_THING}\b(?!\s+(?:ticket|pass)s?\b)|"
    rf"\b{_TOPIC}\s+(?:to|on|about|of|for|with)\s+{_DET}(?:[\w-]+\s+){{0,2}}?{_THING}\b|"
    rf"\b(?:toy|model|miniature|stuffed|wooden|rocking|clockwork)\s+{_THING}\b|\b{_THING}{_BEHIND}",
    re.IGNORECASE,
)
_SPOT = (
    r"(?:ramp|stage|platform|desk|counter|office|court|courtroom|courthouse|dock|box|bench|stand|witness\s+box|room|hall|lobby|foyer|bank|shop|store|hotel|"
    r"inn|station|steps?|stairs|staircase|gangway|gangplank|pitch|field|court|ring|ice|altar|aisle|corridor|door|doors|doorway|gate|gates|church|"
    r"chapel|cathedral|building|embassy|consulate|ministry|hospital|ward|bar|caf\u00e9|cafe|pub|restaurant|school|classroom|theatre|theater|studio|"
    r"museum|gallery|library|market|square|street|promenade|pier|quay|jetty|customs|barrier|arch|turnstiles?|"
    r"party|wedding|meeting|press\s+conference|news\s+conference|room|chamber|terminal|arrivals|lounge|kitchen|garden|yard|cell|prison|jail|barracks|"
    r"sea|water|surf|waves|ocean|shallows|podium|rostrum|pulpit|microphone|crowd|applause|rain|house|flat|apartment|villa|tent|hut|bedroom|bathroom|garage|workshop|factory|pool|cabin|"
    r"newsroom|surgery|clinic|laboratory|tunnel|park|cemetery|grounds?|stadium|arena|gym|gymnasium|velodrome|racecourse|circus|tribunal|depot|warehouse|barn|stable|post\s+office|refectory|mess|boathouse|registry|track|green|course|tee|clubhouse|pavilion|casino|airport|police\s+station)"
)
_PACE = (
    r"(?:walk(?:s|ed|ing)?|r[au]n(?:s|ning)?|strode|stride[ds]?|striding|march(?:ed|es|ing)|hobbled|limped|strolled|trudged|jogg(?:ed|ing)|tramped|"
    r"stepped|swept|padded|waded|wading)"
)
_INDOORS = regex(
    rf"\b{_PACE}\s+(?:\w+ly\s+|back\s+|straight\s+|alone\s+|barefoot\s+)?(?:on\s+to|onto|into|in|out\s+of|up\s+to|off|down|up|through|across|along|over|round|around|past|"
    rf"towards|to|behind|between|on|from)\s+(?:(?:the|an?|his|her|their|its|that|this|another|one)\s+)?(?:(?!of\b)[\w-]+\s+){{0,3}}?{_SPOT}\b|"
    rf"\b{_PACE}\s+(?:(?:his|her|their|an?|the)\s+(?:[\w-]+\s+)?(?:dogs?|brides?|daughters?|baby|pram|guests?|horses?|bath|race|shop|business|firm|"
    r"hotel|bar|errand|fever|temperature|tap|risk|finger|hand)|free\b|away\b|ashore\b|a\s+(?:fever|bath|temperature))|"
    r"\bsw[aiu]m(?:ming)?\s+(?:\w+\s+)?(?:in|at)\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:harbour|pool|baths?|lake|sea|river|lido|bay|quarry|"
    r"fjord|final|heat|race|gala|championships?)\b|\bsw[aiu]m(?:ming)?\s+(?:(?:ten|twenty|some|a\s+few|several|\d+)\s+)?(?:lengths|laps)\b",
    re.IGNORECASE,
)
"""Steps at a place, and deeds whose verb is also one of going."""


_OFF = regex(
    rf"\b{_PACE}\s+(?:\w+ly\s+|straight\s+)?(?:off|out\s+of|down\s+from|on\s+to|onto|aboard|up\s+to|into|to)\s+(?=(?:the|an?|his|her|their|that)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{_THING}\b)",
    re.IGNORECASE,
)
"""Steps on or off what somebody rides, which is the way."""


_WATER = r"(?:stream|river|ford|brook|creek|canal|moat|ditch|dyke|pond|inlet|harbour|lock)"
_SHORT = regex(
    rf"\b{_PACE}\s+(?:(?:about|some|nearly|only|just)\s+)?(?:(?:the|a|his|her|their)\s+)?(?:(?:last|first|final|remaining|few|couple\s+of|odd|short|mere)\s+)*"
    r"(?:(?:two|three|four|five|six|ten|twenty|thirty|forty|fifty|hundred|thousand|\d[\d,]*)\s+){0,3}(?:metres|meters|yards|steps|paces|feet|blocks|streets|stairs)\b|"
    rf"\b{_PACE}\s+(?:the|his|her|their)\s+(?:last|first|final|remaining)\s+(?:\w+\s+)?(?:miles?|kilomet(?:re|er)s?|stretch|bit|leg)\b|"
    rf"\b{_PACE}\s+(?:for\s+(?:it|cover|shelter|help|(?:his|her|their)\s+li(?:fe|ves))|after\s+(?:it|him|her|them|the)\b|round\s+(?:it|him|her|them)\b)|"
    rf"\b{_PACE}\s+(?:a\s+(?:\w+\s+)?(?:mile|kilomet(?:re|er)|way)|(?:two|three|four)\s+(?:miles|kilomet(?:re|er)s))\s+(?:to|from|down|up|along)\s+the\s+"
    r"(?:frontier|border|station|bridge|road|post|crossing|gate|river|shore|beach|airport|airfield|harbour|farm|village|line)\b(?!\s+(?:of|at|in|near)\b)|"
    rf"\b(?:wad(?:ed|es|ing)|sw[aiu]m(?:ming)?|ford(?:ed|ing)?|row(?:ed|ing)|paddl(?:ed|ing))\s+(?:across\s+|over\s+|through\s+)?(?:an?|the|that|this|one|two|"
    rf"three|several)\s+(?:[\w-]+\s+){{0,2}}?{_WATER}s?\b|\brow(?:ed|ing)\s+(?:\w+\s+)?(?:ashore|out\s+to|back\s+to|across\s+the\s+(?:bay|lake|sound))\b|"
    r"\b(?:cross(?:ed|es|ing)|pass(?:ed|es|ing)|let|waved)\s+(?:(?:it|there|over|through|across|him|her|them)\s+)*on\s+foot\b|"
    r"\bon\s+foot\s+(?:at|over|across|through|past)\s+the\s+(?:[\w-]+\s+){0,2}?(?:gate|post|crossing|border|frontier|bridge|line|barrier|checkpoint|tunnel)\b(?!\s+of\b)",
    re.IGNORECASE,
)
"""Short ways on one's own feet or over a water, within a longer one: "walked the last hundred metres"."""


def without_dealings(text: str) -> str:
    """The text without vehicles that are dealt with, not ridden, and without steps within a place."""
    return _INDOORS.sub(" ", _SHORT.sub(" ", _OFF.sub(" ", _DEALT.sub(" ", text))))
