"""Ways of travelling, by the words that name them."""

import re
from functools import cache

from wayproof.story.vocabulary.dealings import without_dealings
from wayproof.story.vocabulary.makes import means_of_make
from wayproof.story.vocabulary.mode_senses import is_other_sense
from wayproof.story.vocabulary.regexes import regex
from wayproof.story.vocabulary.river_ferries import without_river_ferries
from wayproof.story.vocabulary.traffic import without_traffic

_CABIN = (
    r"boarding\s+(?:pass|card|gate)(?:es|s)?|cabin\s+(?:crew|attendants?|steward(?:ess(?:es)?|s)?)|stewardess(?:es)?|air\s+hostess(?:es)?|"
    r"cross-?winds?|in-?flight|airline\s+(?:meal|food|blanket|ticket|lunch|supper|breakfast|coffee)|flight\s+(?:attendants?|number|coupon)|"
    r"seat-?\s?belt\s+signs?|overhead\s+lockers?|tray\s+tables?|baggage\s+carousel|luggage\s+carousel|duty-free\s+trolley"
)
"""What only airliners have."""

MODES: tuple[tuple[str, str], ...] = (
    (
        "foot",
        (
            r"on\s+foot|on\s+(?:his|her|their|my|our)\s+own\s+(?:two\s+)?(?:feet|legs)|"
            r"(?:walk|strid)(?:s|ed|ing)?\s+out\s+of\s+(?-i:[A-Z])(?:[^.;\n]|\s\.\s){0,80}?\b(?:with|carrying|under|in)\s+(?:only\s+)?"
            r"(?:an?|his|her|two|the)\s+(?:[\w-]+\s+){0,2}(?:stick|staff|cane|crook|rucksack|knapsack|backpack|pack|haversack|torch|lantern|"
            r"water\s+bottle|walking\s+boots|hiking\s+boots)|"
            r"walk(?:s|ed|ing)?(?!\s+(?:out|free|away|into|in\b|off|on\s+(?:stage|almost)|"
            r"up\s+to))|(?<!hitch-)hik(?:ed|ing|es)|trek(?:ked|king)|march(?:ed|ing)|trudged|tramped|footsteps|"
            r"jogg(?:ed|ing)|ran|running|hobbled|barefoot|wading|waded|strode"
        ),
    ),
    (
        "bicycle",
        (
            r"bicycles?|bikes?|cycl(?:ed|es|ing)|cyclists?|pedal(?:led|ling|ed|ing)?|tandem|penny-farthing|handlebars?|panniers|"
            r"(?:kg|kilos?|pounds?|lb|luggage|bags?)\s+on\s+the\s+(?:rear\s+|back\s+)?(?:rack|carrier)|derailleur|freewheeled"
        ),
    ),
    ("motorcycle", r"motor-?(?:cycles?|bikes?)|motorcycl(?:ed|ing|ist)|scooter|moped|vespa|sidecar"),
    (
        "car",
        (
            r"cars?|drove|driv(?:es|ing|en)|(?:an?|the|his|her|their)\s+(?:\w+\s+)?drive(?=\s+(?:from|to|between|across|through|over)\b)|pick-?up|hatchback|saloon|jeep|taxis?|cabs?|minicab|"
            r"station\s+wagon|limousine|sedan|lorry|truck|(?:camper\s*)?van|motorhome|(?:land|range)\s+rover|land\s*cruiser|(?:police|squad)\s+cruiser|hilux|pajero|suv|"
            r"in\s+(?:an?|the|his|her|their)\s+(?:\w+\s+)?camper|(?:kept|keeping|stuck|sticking)\s+to\s+(?:paved|metalled|tarred|tarmac)\s+roads?|"
            r"motorcade|hitch-?hik(?:ed|ing)|hitched|thumb(?:ed|ing)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:[\w-]+\s+)?(?:lifts?|rides?|way)|"
            r"(?:got|gets|given|gave|giving|accept(?:ed|ing)|begged|cadged|bummed|scrounged|caught|took)\s+(?:(?:him|her|them|me|us)\s+)?(?:an?|two|three|several)\s+lifts?"
            r"(?!\s+(?:to|up|down)\s+the\s+(?:\w+\s+)?(?:floor|roof|top|lobby|basement))|"
            r"(?:road|aid|relief|army|military|supply|U\.?N\.?)\s+convoys?|estate\s+car|convertible|ambulance|motored|by\s+road|"
            r"along\s+the\s+motorway|(?:front|passenger|driver['\u2019]s)\s+seat(?!\s+(?:of|on|in|aboard)\b)|4x4|minivan|hearse|tractors?|snowmobiles?|snow-?cats?|half-?tracks?|lorries|trucks|jeeps|"
            r"(?:park(?:s|ed|ing)?|drove|steered|garaged)\s+(?:the|that|his|her|their|my)\s+(?:(?:same|own|very)\s+)?(?:vehicle|motor)|"
            r"(?:at|behind|took)\s+(?:the|his|her|my|our|their)\s+(?:own\s+)?(?:steering\s+)?wheel|on\s+(?:its|his|her|my|their)\s+own\s+"
            r"(?:(?:two|four|six|eight|ten)\s+)?(?:wheels|tyres|tires)|"
            r"(?:followed|follows|following|kept\s+to|keeps\s+to|keeping\s+to|stuck\s+to|sticking\s+to|took|taking|"
            r"stayed\s+on|never\s+left)\s+the\s+(?:\w+\s+){0,2}(?:main|trunk|coast|coastal|high|tarred|paved|metalled|"
            r"national|motor)\s*(?:road|highway)|"
            r"by\s+(?:the\s+)?(?:main|trunk|coast|tarred|paved)\s+(?:road|highway)"
        ),
    ),
    ("bus", r"bus(?:es)?|coach(?:es)?|minibus|bussed"),
    (
        "rail",
        (
            r"(?:bullet\s+|night\s+|sleeper\s+|express\s+|overnight\s+)?trains?|railway|railroad|rail|"
            r"tram|metro|underground|tube|shinkansen|tgv|eurostar|sleeping[\s-]+(?:cars?|compartments?|berths?)|locomotive|"
            r"(?:hard|soft|sleeping|railway|open|through|rear|front|(?:first|second|third)(?:-class|\s+class)?)\s+carriages?|couchettes?|"
            r"(?:dining|restaurant|buffet|parlour|parlor|through)[\s-]+cars?|wagons?-lits?|pullman|railcars?|"
            r"(?:upper|lower|top|bottom|window)\s+(?:berth|bunk)s?|(?:in|of|from|shared?|sharing)\s+(?:an?|the|his|her|their)\s+"
            r"(?:[\w-]+\s+){0,2}?compartment|"
            r"(?:(?:the|by|on|aboard|international|night|morning|evening|afternoon|noon|Orient)\s+)+express(?!\s+(?:letter|purpose|post|delivery|mail|wish|order|consent|permission))"
        ),
    ),
    ("ferry", r"ferr(?:y|ies)|hovercraft|hydrofoil|catamaran\s+service"),
    (
        "boat",
        (
            r"boats?|river-?boats?|yachts?|sail(?:ed|ing|s)|dinghy|trawler|launch|raft(?:ed)?|speedboat|submarine|U-boats?|catamaran|cutter|"
            r"motor-?boat|power-?boat|houseboat|narrowboat|lifeboat|whale-?boat|pinnace|skiff|dory|tug|drifter(?=\s+[A-Z])|super-?yacht|outrigger|pirogue|"
            r"barge|(?:at|took)\s+the\s+(?:helm|tiller)|"
            r"(?:dropp|weigh|upp|rais)(?:ed|ing|s)\s+(?:(?:the|his|her|its|their)\s+)?anchor|(?:came|rode|lay|lying|riding)\s+(?:to|at)\s+anchor|"
            r"anchors?\s+(?:was|were)\s+(?:\w+ly\s+)?(?:dropped|weighed|let\s+go|lowered|raised|hauled)|"
            r"(?:lines|hawsers|warps)\s+(?:were|was|had\s+been)\s+(?:let\s+go|slipped|cast\s+off)"
        ),
    ),
    (
        "ship",
        (
            r"ships?|freighters?|liners?|steamers?|steamed|tankers?|cruise|coasters?|colliers?|mail-?boat|steam-?boats?|icebreakers?|ice-breakers?|frigates?|"
            r"destroyers?|corvettes?|(?<!land\s)(?<!cabin\s)(?<!police\s)(?<!squad\s)cruisers?(?!\s+(?:bike|bicycle))|battleships?|warships?|troopships?|minesweepers?|minelayers?|gunboats?|whalers?|"
            r"(?<!blood\s)(?<!cooking\s)(?<!fishing\s)vessels?|(?:motor|steam)\s?-?ships?|mail\s?-?steamers?|packet\s+(?:boats?|ships?)|sealers?|longliners?|reefers?|bulkers?|bulk\s+carriers?|aircraft\s+carriers?|motor\s+vessels?|survey\s+vessels?|"
            r"(?:supply|research|weather|cable|hospital|factory|patrol|relief|store|container|training)\s+(?:ships?|vessels?)"
        ),
    ),
    (
        "sail",
        (
            r"schooner|sloop|ketch|yawl|barque|brigantine|brig|lugger|dhow|felucca|trimaran|windjammer|sailing\s+(?:boat|dinghy|yacht)|sailboat|under\s+(?:full\s+)?(?:sail|canvas)|spinnaker|mainsail|foresail|"
            r"headsails?|staysail|mizzen|jib|gybed|reefed|"
            r"(?:set|hoisted|raised|reefed|furled|shortened|lowered|trimmed|mended)\s+(?:(?:the|his|her|its|their)\s+)?(?:\w+\s+)?sails?"
        ),
    ),
    ("rowing", r"row(?:ed|ing)|rowing-boat|rowboat"),
    ("kayak", r"canoes?|kayak(?:s|ed|ing)?|paddl(?:ed|ing)"),
    ("swim", r"sw[ai]m(?:s|ming)?|swum"),
    (
        "military_jet",
        (
            r"fighter(?:\s+(?:jet|plane|aircraft))?|military\s+jet|MiG-?\d*|F-\d{1,2}|supersonic\s+(?:jet|"
            r"fighter|bomber)|bomber|warplane|Tornado|Phantom|Mirage|Sukhoi|SR-71|U-2|Su-\d{1,2}|B-(?:1|2|29|47|52|58)|"
            r"(?:spy|reconnaissance)\s+(?:plane|jet|aircraft)|"
            r"(?:his|her|an?|the|two|three|four|second|other)\s+(?:(?:Navy|Marine|RAF|Luftwaffe|single|lone|silver)\s+)?"
            r"(?-i:Crusader|Starfighter|Sabre|Super\s+Sabre|Thunderchief|Thunderjet|Thunderstreak|Skyhawk|Skyray|Panther|Cougar|Harrier|Buccaneer|"
            r"Vulcan|Canberra|Viggen|Draken|Gripen|Rafale|Typhoon|Eurofighter|Tomcat|Hornet|Voodoo|Delta\s+Dart|Delta\s+Dagger|Blackbird|"
            r"Foxbat|Hustler|Valiant|Meteor|Vampire|Hunter|Lightning|Javelin|Shooting\s+Star|Stratojet)s?"
            r"(?=\s+(?:off|down|into|through|up|over|climbed|landed|took|was|had|lifted|touched|out|from|at|on|of\s+the\s+(?:navy|air)|fighter|bomber|jet)\b)"
        ),
    ),
    (
        "private_jet",
        (
            r"(?:private|business|executive|chartered|corporate)\s+(?:jet|plane|aircraft)|learjet|"
            r"gulfstream|second\s+jet|bizjet|air\s+taxi"
        ),
    ),
    (
        "light_aircraft",
        (
            r"cessna|light\s+(?:aircraft|plane|aeroplane|twin)|(?:twin|single)\s+otter|(?:tiger|gipsy|puss|fox)\s+moth|bush\s+plane|two-seater\s+(?:plane|aircraft)|"
            r"piper(?:\s+cub)?|single-engined|"
            r"small\s+(?:plane|aircraft)|glider|microlight|biplane|monoplane|beechcraft|propeller\s+plane|"
            r"crop-?duster|seaplane|floatplane"
        ),
    ),
    ("helicopter", r"helicopters?|chopper|airlifted"),
    (
        "air",
        (
            rf"{_CABIN}|airliners?|scheduled\s+flight|flights?|flew|fl(?:y|ies|ying|own)|aeroplanes?|airplanes?|"
            r"planes?|jets?|boeing|airbus|aircraft|concorde|by\s+air|red-eye|"
            r"(?:wheels|tyres|tires|undercarriage|landing\s+gear)\s+(?:\w+ly\s+)?(?:touched|left|kissed|hit|met|bumped|thudded|thumped|"
            r"screeched|squealed)\s+(?:\w+\s+)?the\s+(?:[\w-]+\s+)?(?:runway|tarmac|airstrip)"
        ),
    ),
    (
        "horse",
        (
            r"horse(?:s|back)?|gallop(?:ed|ing)|canter(?:ed|ing)|trott(?:ed|ing)|mules?|camels?|dromedar(?:y|ies)|donkeys?|"
            r"pon(?:y|ies)|(?:on|upon|rode|riding|astride|aboard)\s+(?:an?|the|his|her|my|one|that)\s+(?:[\w-]+\s+){0,2}(?:gelding|mare|stallion|steed|cob|nag)|bareback|saddled\s+(?:up|his|her|the|a|two|and)|stagecoach|on\s+horseback|carriage|"
            r"mounted(?=\s*(?:[,;.]|(?:outside|before|beside|at|again|up|and|in\s+front\s+of)\b))|dismounted"
        ),
    ),
    ("ski", r"ski(?:s|ed|ing)?|snowshoes?"),
    (
        "dog_sled",
        (
            r"(?:drove|driving|drives|mushed|mushing)\s+(?:\w+\s+){0,2}(?:dogs|huskies|malamutes)|sledges?|"
            r"(?:dog|reindeer)-?\s*sleds?|reindeer\s+sleighs?|dog\s+(?:sled|team)s?|huskies|sleighs?"
        ),
    ),
)
"""Ways of travelling by the words that name them, in the order they are tried; the finer aircraft come before "air"."""

ON_WATER = frozenset({"boat", "ship", "sail", "rowing", "kayak", "swim"})
"""Ways of going by water without a timetable."""

SPECIFIC_AIR = frozenset({"military_jet", "private_jet", "light_aircraft", "helicopter"})
"""Kinds of aircraft that make "flew" and "the aircraft" mean them."""


@cache
def mode_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each mode with the compiled words that name it."""
    return tuple((mode, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for mode, words in MODES)


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
    r"(?:two\s+)?(?:feet|legs)))?)\b",
    re.IGNORECASE,
)
"""A step on the way that says nothing of how the way was made: "walked over the line", "crossed there on foot"."""
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
    rf"{_GOING}(?:for|to)\s+the\s+(?=(?:(?-i:[a-z-]+)\s+){{0,2}}?(?:airport|aerodrome|airfield|station|platform|quay|pier|"
    r"stop|harbour|port|rank)\b(?!\s+(?:of|in|at|near|on|outside)\b|\s+(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""How somebody got to what then carried them: "ran for the express", "walked to the station"."""


_WHEELS_ON_ROAD = regex(
    r"\b(?:tyres?|tires?|wheels?|car|lorry|truck|van|taxi|cab|jeep)\s+(?:[^.;,\n]{0,30},\s+[^.;,\n]{0,40},\s+)?"
    r"(?:(?:had\s+)?never\s+(?:once\s+)?(?:left|leaves?)|(?:did|had)\s+not\s+(?:once\s+)?(?:leave|left))\s+"
    r"(?:the\s+)?(?:road|tarmac|asphalt|highway|ground|earth|dry\s+land|pavement)\b|"
    r"\b(?:tyres?|tires?|wheels?)\s+(?:were\s+|was\s+|had\s+been\s+)?(?:never\s+(?:once\s+)?(?:off|been\s+off|clear\s+of)|always\s+on|(?:on|upon)\s+the\s+\w+\s+throughout)\s+"
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
_NO_LIFT = regex(
    r"(?<!not )(?<!never )\b(?:refused|declined|turned\s+down|waved\s+(?:away|on)|sent\s+away)\s+"
    r"(?:every|all|an?|any|the|two|three|four|five|six|several|many|\d+|countless|repeated)?\s*(?:offers?\s+of\s+)?(?:an?\s+)?"
    r"(?:lifts?|rides?|lorries|lorry|trucks?|taxis?|buses)\b(?!\s+(?:permit|pass|fare|ticket|driver))",
    re.IGNORECASE,
)
"""Words after a way that tell that it was made without wheels: "refused three lorries"."""


_IN_CABIN = regex(
    rf"\b(?:{_CABIN}|on\s+(?:the\s+)?(?:take-?off|landing|descent|final\s+approach)|(?:smooth|bumpy|hard|heavy|rough|soft|perfect)\s+landing|"
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
    if _IN_CABIN.search(text):
        return ("air",)
    return ("foot",) if _NO_LIFT.search(text) else ()


def means_in(text: str) -> tuple[str, ...]:
    """Ways of travelling that a way was made by: without what the text denies, and without its small steps."""
    told = without_river_ferries(
        without_traffic(
            _TENDER.sub(" ", _SEEN_WALKING.sub(" ", _STEP.sub(" ", _TO_CATCH.sub(" ", _DENIED.sub(" ", text)))))
        )
    )
    kept = without_dealings(told)
    return modes_in(kept) or means_of_make(kept) or (("air",) if _ALOFT.search(text) else ())


def _drop_vaguer(found: dict[str, int], text: str) -> None:
    """Drop a way of travelling that a more exact word tells: the boat of one who "sailed aboard a liner"."""
    if "ship" in found and "boat" in found and not _SMALL_CRAFT.search(text):
        found.pop("boat")
    for exact, vague in ((SPECIFIC_AIR, "air"), ({"sail"}, "boat")):
        if exact & found.keys():
            found.pop(vague, None)


def modes_in(text: str) -> tuple[str, ...]:
    """Ways of travelling that the text names, each once, in the order of the text."""
    found: dict[str, int] = {}
    for mode, pattern in mode_patterns():
        for match in pattern.finditer(text):
            if not is_other_sense(mode, match, text):
                found.setdefault(mode, match.start())
                break
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
    r"\btouch(?:ed|es|ing)\s+down\b|\btake-?offs?\b|\bwas\s+off\s+the\s+ground\b",
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
