"""Ways of travelling, by the words that name them."""

import re
from bisect import bisect_left

from wayproof.story.vocabulary.beside_the_way import without_things_beside
from wayproof.story.vocabulary.dealings import without_dealings
from wayproof.story.vocabulary.makes import means_of_make
from wayproof.story.vocabulary.mode_senses import is_other_sense
from wayproof.story.vocabulary.mode_words import CABIN, ON_WATER, SPECIFIC_AIR, mode_patterns
from wayproof.story.vocabulary.named_services import services_in
from wayproof.story.vocabulary.regexes import regex
from wayproof.story.vocabulary.river_ferries import without_river_ferries
from wayproof.story.vocabulary.traffic import without_traffic

_ACROSS_WATER = regex(
    r"\bcross(?:ed|es|ing)\s+the\s+(?:strait|straits|channel|sound|firth|estuary|bosphorus|fjord)\b", re.IGNORECASE
)
"""Water that somebody on wheels or on foot crosses by ferry, where the text names no other way."""


_CONVEYANCE = (
    r"(?:boats?|barges?|ferr(?:y|ies)|ships?|vessels?|rafts?|canoes?|launch(?:es)?|yachts?|tugs?|hovercraft|hydrofoils?|aircraft|aeroplanes?|airplanes?|"
    r"planes?|airliners?|helicopters?|flights?|jets?|trains?|railways?|rail|buses|bus|coach(?:es)?|cars?|lorr(?:y|ies)|trucks?|vans?|taxis?|cabs?|"
    r"vehicles?|motors?|engines?|wheels?|lifts?|rides?|horses?|mules?|camels?|sails?|oars?|trailers?|transporters?|low-loaders?|bicycles?|bikes?|"
    r"motorcycles?|motorbikes?|tractors?)"
)
_UNUSED = rf"(?:(?!ordinary\b|mere\b|other\b|more\b|slower\b|faster\b|longer\b)[\w-]+\s+){{0,2}}?{_CONVEYANCE}\b"


_NO_HELP = (
    r"(?:without|with\s+no|never)\s+(?:\w+ly\s+)?(?:once\s+|ever\s+)?(?:having\s+|making\s+|accepting\s+|needing\s+|had\s+|having\s+had\s+)?(?:any\s+|the\s+|a\s+)?"
    r"(?:recourse|resort(?:ing|ed)?|help|aid|use|benefit|assistance|support|offer|sight|seat|place|turning|turned|stepping|stepped|climbing|setting\s+foot)\s+"
    r"(?:to|of|from|in|on|into|aboard)(?:\s+(?:an?|any|the))?"
)
"""What rules out the means behind it: "without recourse to boat or plane"."""
_DENIED = regex(
    rf"\b(?:no|neither|nor|without|{_NO_HELP}|not\s+(?:once\s+)?(?:an?|one|any|by|on|in)|never\s+(?:once\s+)?(?:an?|by|on|in))\s+{_UNUSED}"
    rf"(?:(?:\s*,\s*(?:(?:and|or|nor)\s+)?|\s+(?:and|or|nor)\s+)(?:no\s+|not\s+|an?\s+|any\s+|by\s+|on\s+|in\s+){{0,2}}{_UNUSED})*"
    r"(?:\s+(?:was|were|is|are|has|had)\s+(?:been\s+)?(?:running|used|taken|going|flying|sailing|involved|about))?|"
    rf"\bwithout\s+(?:once\s+|ever\s+)?(?:having\s+)?(?:recourse|resort(?:ing|ed)?|the\s+(?:help|aid|use|benefit|assistance)|(?:any\s+)?help|benefit|"
    rf"use|so\s+much\s+as)\s+(?:to\s+|of\s+|from\s+)?(?:an?\s+|any\s+|the\s+)?{_UNUSED}(?:(?:\s*,\s*(?:(?:and|or|nor)\s+)?|\s+(?:and|or|nor)\s+)"
    rf"(?:an?\s+|any\s+|the\s+)?{_UNUSED})*|"
    r"\bwithout\s+(?:\w+ing\s+)?(?:(?:an?|any|the|his|her|their)\s+)?[\w-]+(?:\s+dogs?)?"
    r"|\b(?:all\s+|the\s+|other\s+|scheduled\s+|ordinary\s+)*(?:flights|planes|aeroplanes|airplanes|airliners|aircraft|trains|buses|coaches|ferries|boats|"
    r"steamers|hydrofoils|trams|taxis)\s+(?:was|were|are|had\s+been|have\s+been|being)\s+(?:all\s+|still\s+|\w+ly\s+)?(?:grounded|cancell?ed|suspended|"
    r"on\s+strike|off|not\s+running|not\s+flying|stopped|halted|withdrawn|full|sold\s+out|fully\s+booked|strikebound|confined\s+to\s+port)\b"
    r"|\bnever\s+(?:putting|taking|boarding|using|touching|entering|getting)\b[^,;.]*"
    r"|\b(?:not|rather\s+than|instead\s+of)\s+(?:by|on|in|aboard|taking)\b[^,;.]*",
    re.IGNORECASE,
)
"""Ways of travelling that the words rule out: "without a car", "never putting it on a boat"."""
_STEP = regex(
    r"\b(?:walk|stepp?|stroll|cross|amble|limp|hobble|dash|r[au]n)(?:e?d|ing|s)?\s+(?:\w+ly\s*)?(?:[\s.]{0,3},[^,.;]{0,60},\s*)?"
    r"(?:there\s+on\s+foot|(?:(?:over|across|through|past|into|onto|up\s+to)\s+)?the\s+(?:[\w-]+\s+){0,2}"
    r"(?:building|hall|hut|house|door|doors|doorway|turnstile|customs|terminal|lobby|line|border|frontier|bridge|checkpoint|post|barrier|gate|crossing|stage|tarmac|ramp|gangway)(?:\s+there)?(?:\s+(?:alone|unaided))?(?:\s+on\s+(?:foot|(?:his|her|their|my|our)\s+own\s+"
    r"(?:two\s+)?(?:feet|legs)))?)\b|"
    r"\b(?:walk|wad|stagger|crawl|stumbl|stepp|climb|totter)(?:e?d|ing|s)?\s+(?:\w+ly\s+)?(?:ashore|(?:up|onto)\s+the\s+(?:\w+\s+)?(?:beach|sands?|shingle|"
    r"slipway|shore)|out\s+of\s+the\s+(?:\w+\s+)?(?:water|sea|surf|waves))\b",
    re.IGNORECASE,
)
"""A step on the way that says nothing of how the way was made: "walked over the line", "crossed there on foot"."""
_SHORT_WALK = regex(
    r"\b(?:walk|stroll|pace|wander)(?:e?d|ing|s)?\b[^.;,]{0,60}?\b(?:for\s+(?:(?:an?|some|a\s+few|about\s+an?|\w+)\s+)?(?:minutes?|moments?|seconds?|steps?|yards?|paces)|"
    r"(?:arm\s+in\s+arm|side\s+by\s+side|up\s+and\s+down))\b",
    re.IGNORECASE,
)
"""A walk that is told to be short: "walked over the slabs with him for a minute"."""
_SEEN_WALKING = regex(
    r"\b(?:saw|seen|sees|spotted|noticed|sighted|filmed|found|stopped|caught|recognised|recognized|photographed|picked\s+up)\b(?:[^.;:!?\n]{0,60}?\s)?"
    r"(?:walking|jogging|strolling|limping|wandering|trudging|running)\s+(?:(?:alone|north|south|east|west|barefoot)\s+)?(?:along|down|up|beside|by|on|in|"
    r"across|through|near)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:roads?|street|lane|path|track|beach|highway|motorway|verge|shoulder|pavement|sidewalk|"
    r"field|railway|line|riverbank|promenade|pier|quay|park|woods?|forest)\b",
    re.IGNORECASE,
)
"""How somebody was when seen, whatever brought them there: "saw a man walking along a road"."""


_GOING = (
    r"\b(?:r[au]n(?:ning)?|walk(?:ed|ing)?|jogg(?:ed|ing)|strode|hobbled|march(?:ed|ing)|cycl(?:ed|ing)|pedall?(?:ed|ing)|drove|"
    r"driving|gallop(?:ed|ing)|dash(?:ed|ing)|sprint(?:ed|ing)|hurried|rushed|raced)\s+(?:\w+ly\s+|straight\s+|back\s+|off\s+)?"
)
_TO_CATCH = regex(
    rf"{_GOING}(?:for|to\s+(?:catch|make|meet|board|take)|after)\s+"
    r"(?=(?:the|an?|his|her|their)\s+(?:[\w:.\u2019'-]+\s+){0,4}?(?:express|trains?|tram|metro|sleeper|tgv|eurostar|bus|coach|"
    r"ferry|hydrofoil|boat|steamer|ship|flight|plane|helicopter|taxi|cab|tube|connection|shuttle)\b)|"
    rf"(?:{_GOING}(?:for|to)|\b(?:taxi|cab|minicab|limousine|rickshaw|tuk-?tuk)(?:\s+ride)?\s+to)\s+the\s+(?=(?:(?-i:[a-z-]+)\s+){{0,2}}?(?:airport|aerodrome|airfield|station|platform|quay|pier|"
    r"stop|harbour|port|rank)\b(?!\s+(?:of|in|at|near|on|outside)\b|\s+(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""How somebody got to what then carried them: "ran for the express", "walked to the station"."""


_WHEELS_ON_ROAD = regex(
    r"\b(?:tyres?|tires?|wheels?|car|lorry|truck|van|taxi|cab|jeep)\s+(?:[^.;,\n]{0,30},\s+[^.;,\n]{0,40},\s+)?"
    r"(?:(?:had\s+)?never\s+(?:once\s+)?(?:left|leaves?)|(?:did|had)\s+not\s+(?:once\s+)?(?:leave|left))\s+"
    r"(?:the\s+)?(?:road|tarmac|asphalt|highway|ground|earth|dry\s+land|pavement)\b|"
    r"\b(?:tyres?|tires?|wheels?)\s+(?:were\s+|was\s+|had\s+been\s+)?(?:never\s+(?:once\s+)?(?:off|been\s+off|clear\s+of)|always\s+on|(?:kept|stayed)\s+on(?=\s+the\s+\w+,?\s+(?:all|the\s+whole|throughout))|on(?=\s+the\s+\w+,?\s+(?:all|the\s+whole|every))|(?:on|upon)\s+the\s+\w+\s+throughout)\s+"
    r"(?:the\s+)?(?:road|tarmac|asphalt|highway|ground|earth|dry\s+land|pavement)\b|"
    r"\b(?:without\s+(?:once\s+)?leaving|(?:never|not)\s+(?:once\s+)?(?:left|leaving|leave))\s+(?:the\s+)?(?:road|tarmac|asphalt|highway)\b|"
    r"\b(?:left|leave|leaving|on|upon)\s+(?:its|his|her|their|my|our)\s+own\s+(?:(?:two|four|six|eight|ten)\s+)?(?:wheels|tyres|tires)\b|"
    r"\b(?:at|behind)\s+(?:the|his|her|my|our|their)\s+(?:own\s+)?(?:steering\s+)?wheel\s+(?:all\s+the|the\s+whole|the\s+entire|every\s+inch\s+of\s+the|"
    r"for\s+the\s+whole)\s+way\b|\broad\s+(?:all|the\s+whole)\s+(?:of\s+)?(?:the\s+)?way\b|"
    r"\b(?:the\s+whole\s+way|all\s+the\s+way|every\s+(?:metre|yard|kilomet(?:re|er)|mile|inch)\s+of\s+(?:it|the\s+way)|from\s+door\s+to\s+door)\s+"
    r"(?:was\s+(?:done\s+|driven\s+|made\s+)?)?(?:by|on\s+the)\s+road\b|"
    r"\b(?:kept|keeping|stuck|sticking|held|stayed)\s+(?:to|on)\s+the\s+(?:\w+\s+)?roads?\s+(?:all\s+the\s+way|the\s+whole\s+way|throughout|"
    r"from\s+(?:door\s+to\s+door|start\s+to\s+finish|end\s+to\s+end|gate\s+to\s+gate))\b",
    re.IGNORECASE,
)
"""Words after a way that tell that all of it was made on wheels: "the tyres never left the road"."""


_BY_WATER = regex(
    r"\bby\s+(?:water|sea|river|boat|ship)\s+(?:all|the\s+whole|the\s+entire)\s+(?:of\s+)?(?:the\s+)?way\b|"
    r"\b(?:the\s+whole\s+way|all\s+the\s+way|every\s+(?:metre|yard|kilomet(?:re|er)|mile|inch)\s+of\s+(?:it|the\s+way))\s+"
    r"(?:was\s+(?:done\s+|made\s+)?)?by\s+(?:water|sea|river|boat|ship)\b",
    re.IGNORECASE,
)
"""Words after a way that tell that all of it was made on water: "by water all the way"."""
_IN_TRAIN = regex(
    r"\b(?:never|not|nor|without)\s+(?:once\s+|ever\s+|even\s+)?(?:left|leave|leaving|got\s+(?:out|off)\s+(?:of\s+)?|stirred\s+from|stepped\s+(?:out\s+of|off|down\s+from))\s+"
    r"(?:the|his|her|their)\s+(?:[\w-]+\s+)?(?:carriage|compartment|sleeper|couchette|train|dining[\s-]car|berth)\b|"
    r"\b(?:by\s+(?:rail|train)\s+(?:all|the\s+whole|the\s+entire)\s+(?:of\s+)?(?:the\s+)?way|"
    r"(?:the\s+whole\s+way|all\s+the\s+way|every\s+(?:metre|yard|kilomet(?:re|er)|mile|inch)\s+of\s+(?:it|the\s+way))\s+(?:was\s+(?:done\s+|made\s+)?)?by\s+"
    r"(?:rail|train)|by\s+(?:rail|train)\s*,?\s+(?:and\s+)?(?:never|not)\s+by\s+(?:air|plane|road))\b",
    re.IGNORECASE,
)
"""Words after a way that tell that all of it was made by train: "never left the carriage", "by rail, not by air"."""
_NO_LIFT = regex(
    r"(?<!not )(?<!never )\b(?:refused|declined|turned\s+down|waved\s+(?:away|on)|sent\s+away)\s+"
    r"(?:every|all|an?|any|the|two|three|four|five|six|several|many|\d+|countless|repeated)?\s*(?:offers?\s+of\s+)?(?:an?\s+)?"
    r"(?:lifts?|rides?|lorries|lorry|trucks?|taxis?|buses)\b(?!\s+(?:permit|pass|fare|ticket|driver))",
    re.IGNORECASE,
)
"""Words after a way that tell that it was made without wheels: "refused three lorries"."""


_IN_CABIN = regex(
    rf"\b(?:{CABIN}|on\s+(?:the\s+)?(?:take-?off|landing|descent|final\s+approach)|(?:smooth|bumpy|hard|heavy|rough|soft|perfect)\s+landing|"
    r"turbulence|(?:window|aisle)\s+seat(?!\s+(?:on|in|of)\s+the\s+(?:train|bus|coach)))\b(?!\s+(?:of\s+the\s+stairs|stage))",
    re.IGNORECASE,
)
"""What somebody remembers of a way who came by airliner: "remembers the crosswind on landing"."""
_TENDER = regex(
    r"\b(?:was|were|been|being|be|got|is|are)\s+(?:\w+ly\s+|then\s+)?(?:rowed|ferried|paddled|sculled|punted|poled|lightered|canoed|"
    r"(?:taken|carried|brought|put|run|sent|helped|driven|walked|motored|transferred)(?=\s+(?:out|ashore|off|alongside|aboard)\b))\s+"
    r"(?:out|ashore|off|alongside|aboard|in\s+through\s+the\s+surf)\b(?!\s+of\b)"
    r"(?:\s+(?:to|by|in|on|from|aboard)\s+(?:an?|the|her|his|its|their|two)\s+(?:[\w\u2019'-]+\s+){0,2}?(?:boats?|launch|tender|lighter|surfboat|"
    r"dinghy|pinnace|cutter|gig|whaler|barge|raft|canoe|pilot\s+boat|lifeboat|jolly\s?boat|rowing-boat|ship|liner|steamer|freighter|yacht|vessel))?|"
    r"\b(?:put|taken|brought|set|carried|rowed|landed)\s+(?:ashore|aboard|alongside)\s+(?:by|in|from)\s+(?:an?|the|her|his|its|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:boats?|launch|tender|lighter|dinghy|pinnace|raft|canoe|lifeboat|rowing-boat)\b|"
    r"\b(?:rowed|paddled|sculled|waded)\s+(?:(?:him|her|them|me|us|himself|herself|themselves)\s+)?(?:ashore|(?:out|off)\s+to\s+(?:the|an?|her|his|their)\s+"
    r"(?:[\w\u2019'-]+\s+){0,3}?(?:ship|liner|steamer|freighter|yacht|vessel|schooner|ketch|cutter|trawler|flying\s+boat|seaplane))\b",
    re.IGNORECASE,
)
"""How somebody came from the shore to what then carried them, or from it to the shore: "was rowed out to the ship"."""


def whole_way(text: str, way: str = "") -> tuple[str, ...]:
    """The means of a whole way that words after it tell of; empty where they tell none. `way` tells the way itself."""
    if _WHEELS_ON_ROAD.search(text):
        return ("car",)
    if _BY_WATER.search(text):
        return ("ship",) if _EMBARKED.search(way) else ("boat",)
    if _IN_TRAIN.search(text):
        return ("rail",)
    if _IN_CABIN.search(text):
        return ("air",)
    return ("foot",) if _NO_LIFT.search(text) else ()


def means_in(text: str) -> tuple[str, ...]:
    """Ways of travelling that a way was made by: without what the text denies, and without its small steps."""
    told = without_river_ferries(
        without_traffic(
            _TENDER.sub(
                " ",
                _SEEN_WALKING.sub(
                    " ",
                    _STEP.sub(
                        " ", _SHORT_WALK.sub(" ", _TO_CATCH.sub(" ", _DENIED.sub(" ", without_things_beside(text))))
                    ),
                ),
            )
        )
    )
    kept = without_dealings(told)
    return modes_in(kept) or means_of_make(kept) or (("air",) if _ALOFT.search(text) else ())


_OTHER_AIRCRAFT = regex(
    r"\b(?:airliner|jumbo|(?:transport|cargo|passenger|military|private|presidential|air\s+force|hospital)\s+(?:plane|aircraft|jet|airplane|aeroplane)|"
    r"(?:then|and|into|by)\s+(?:in|on|aboard|into|by)?\s*(?:an?|another|the|his)\s+(?:[\w-]+\s+)?(?:plane|jet|aeroplane|airplane))\b",
    re.IGNORECASE,
)
"""What is named beside a helicopter: "put him in a helicopter and then in a transport plane"."""


def _drop_vaguer(found: dict[str, int], text: str) -> None:
    """Drop a way of travelling that a more exact word tells: the boat of one who "sailed aboard a liner"."""
    if "ship" in found and "boat" in found and not _SMALL_CRAFT.search(text):
        found.pop("boat")
    if MUSCLE & found.keys() and "boat" in found and not _BOAT_ALONE.search(text):
        found.pop("boat")
    for exact, vague in ((SPECIFIC_AIR, "air"), ({"sail", "raft"}, "boat")):
        if exact & found.keys() and not (vague == "air" and "helicopter" in found and _OTHER_AIRCRAFT.search(text)):
            found.pop(vague, None)
    # "pedalled the human-powered aircraft to X": no bicycle
    if "bicycle" in found and {*SPECIFIC_AIR, *ON_WATER} & found.keys() and _PEDALLED.match(text, found["bicycle"]):
        found.pop("bicycle")


MUSCLE = frozenset({"rowing", "kayak"})
"""What goes by oars, paddles or pedals: the boat that the text names beside them is the one so driven."""
_BOAT_ALONE = regex(
    r"\b(?:sail(?:ed|ing|s)|yachts?|(?:motor|speed|power|life|house|narrow|pilot|fishing|steam|tug|mail)-?\s?boats?|trawlers?|launch|submarines?|"
    r"U-boats?|catamaran|tugs?|zodiac|jet-?\s?ski\w*|engine|outboard|anchors?|helm|tiller|tow(?:ed|ing)?|sea-?doo|"
    r"(?:boarded|aboard|by|on|caught|took)\s+(?:an?|the|another)\s+(?:[\w-]+\s+)?boats?)\b",
    re.IGNORECASE,
)
"""A boat that nobody rows."""


def _first_words(text: str) -> dict[str, int]:
    """Where the text first names each way of travelling, but for words within a longer name: "dining car"."""
    named = [
        *services_in(text),
        *(
            (mode, *match.span())
            for mode, pattern in mode_patterns()
            for match in pattern.finditer(text)
            if not is_other_sense(mode, match, text)
        ),
    ]
    longer = sorted(
        (start, end) for _, start, end in named if 1 < len(text[start:end].replace("-", " ").split()) <= LONGEST_NAME
    )
    found: dict[str, int] = {}
    for mode, start, end in named:
        near = longer[bisect_left(longer, (start - NAME_CHARACTERS, 0)) : bisect_left(longer, (start + 1, 0))]
        within = any(end <= until and until - since > end - start for since, until in near)
        if not within:
            found[mode] = min(start, found.get(mode, start))
    return found


NAME_CHARACTERS, LONGEST_NAME = 60, 6
"""Characters and words of the longest name of a craft: "a truck kept afloat by oil drums"."""
_PEDALLED = regex(r"\bpedal(?:s|led|ling|ed|ing)?\b", re.IGNORECASE)


def modes_in(text: str) -> tuple[str, ...]:
    """Ways of travelling that the text names, each once, in the order of the text."""
    found = _first_words(text)
    _drop_vaguer(found, text)
    if not found.keys() & {*ON_WATER, "air"} and len(_EMBARKED.findall(text)) > 1:
        found["ship"] = 0
    if (
        "ferry" in found
        and found.keys() & {"boat", "ship"}
        and not re.search(r"\b(?:boat|yacht|dinghy|canoe|row|freighter|liner|tanker)", text, re.IGNORECASE)
    ):
        found.pop("boat", None)
        found.pop("ship", None)
    strait = _ACROSS_WATER.search(text)
    if strait and not found.keys() & {"ferry", *ON_WATER, "air", *SPECIFIC_AIR}:
        found["ferry"] = strait.start()
    if (
        "bus" in found
        and re.search(r"\b(?:bus|coach)\s+(?:station|stop|terminal|terminus)\b", text, re.IGNORECASE)
        and len(re.findall(r"\b(?:bus|coach)", text, re.IGNORECASE)) == 1
        and not re.search(r"\bpassengers?\b|\bthe\s+road\b", text)
    ):
        found.pop("bus")
    return _under_sail(text, tuple(sorted(found, key=lambda mode: found[mode])))


def _under_sail(text: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """The ways without a boat where it is one under sail: "the sloop dropped anchor"."""
    sails = {"sail", "boat"} <= set(found) and _MOTORED.search(text) is None
    return tuple(mode for mode in found if mode != "boat") if sails else found


_SMALL_CRAFT = regex(
    r"\b(?:boats?|yachts?|dinghy|trawler|launch|rafts?|speedboat|submarine|catamaran|cutter|barge|helm|tiller)\b",
    re.IGNORECASE,
)
"""What makes more of "sailed" than the voyage of a ship that is named."""
_ALOFT = regex(
    r"\bairborne\b|\b(?:took|takes|taking|taken)\s+off(?=\s*(?:[,.;]|from\b|at\b|for\b|again\b|alone\b|and\b|\Z))|\blift(?:ed|s|ing)\s+off\b|"
    r"\btouch(?:ed|es|ing)\s+down\b|\btake-?offs?\b|\b(?:was|were)\s+(?:back\s+)?off\s+the\s+ground\b|"
    r"\b(?:was|were|be|got|been)\s+(?:back\s+)?(?:in\s+the\s+air|aloft)\b(?!\s+(?:force|about|over))|\btook\s+to\s+the\s+air\b|"
    r"\btaxi(?:ed|ing)\b(?!\s+business)|\b(?:put|pushed|pulled)\s+the\s+nose\s+(?:down|up)\b",
    re.IGNORECASE,
)
"""What tells of a flight where no other means is named."""
_MOTORED = regex(
    r"\b(?:speedboat|motor\s?-?(?:boat|yacht|launch|sailer)s?|trawler|launch|submarine|barge|cabin\s+cruiser|tug|lifeboat)\b",
    re.IGNORECASE,
)
"""Craft without sails, beside which a sail is not the way."""
_EMBARKED = regex(
    r"\b(?:dis)?embarked\b(?!\s+(?:up)?on\s+(?:an?|his|her|their)\b)|\b(?:stepped|went|came|walked|was\s+(?:put|set))\s+ashore\b",
    re.IGNORECASE,
)
