"""The words that name each way of travelling."""

import re
from functools import cache

from wayproof.world.regimes import AIR_MODES

CABIN = (
    r"boarding\s+(?:pass|card|gate)(?:es|s)?|cabin\s+(?:crew|attendants?|steward(?:ess(?:es)?|s)?)|stewardess(?:es)?|air\s+hostess(?:es)?|"
    r"cross-?winds?|in-?flight|airline\s+(?:meal|food|blanket|ticket|lunch|supper|breakfast|coffee)|flight\s+(?:attendants?|number|coupon)|"
    r"seat-?\s?belt\s+signs?|overhead\s+lockers?|tray\s+tables?|baggage\s+carousel|luggage\s+carousel|duty-free\s+trolley"
)
"""What only airliners have."""

_LIGHT_NAMES = (
    r"Auster|Beaver|Trislander|Bonanza|Bellanca|Stinson|Mooney|Maule|Jodel|Norseman|Widgeon|Aeronca|Luscombe|Moth|Super\s+Cub|Cub|Aztec|Navajo|"
    r"Skymaster|Skylane|Skywagon|Pitts(?:\s+Special)?|Stearman|Storch|Zlin|Zlín|Klemm|Percival\s+Gull|Goose|Pilatus|Piper"
)
"""Light aircraft whose names are also beasts, surnames and other things: taken behind a determiner, written large."""

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
            r"bicycl(?:es?|ed|ing|ists?)|bik(?:es?|ed)|(?<!motor)biking|cycl(?:ed|es|ing)|cyclists?|pedal(?:led|ling|ed|ing)?|tandem|penny-farthing|handlebars?|panniers|"
            r"tricycl(?:es?|ed|ing|ists?)|unicycl(?:es?|ed|ing|ists?)|monocycles?|velocipedes?|velomobiles?|recumbent\s+(?:trike|bike|bicycle)|hand-?cycl(?:es?|ed|ing)|"
            r"(?:kg|kilos?|pounds?|lb|luggage|bags?)\s+on\s+the\s+(?:rear\s+|back\s+)?(?:rack|carrier)|derailleur|freewheeled"
        ),
    ),
    ("motorcycle", r"motor-?(?:cycles?|bikes?)|motorcycl(?:ed|ing|ist)|scooter|moped|vespa|sidecar"),
    (
        "skates",
        (
            r"(?:roller|in-?line)[\s-]*skat(?:es?|ed|ing|ers?)|roller-?blad(?:es?|ed|ing|ers?)|on\s+(?:his|her|their|my)\s+(?:[\w-]+\s+)?skates|"
            r"skate-?board(?:s|ed|ing)?|long-?board(?:ed|ing)|(?:on|by|riding|rode|pushed)\s+(?:(?:an?|the|his|her|my)\s+)?(?:[\w-]+\s+)?long-?board|"
            r"(?:kick|push)[\s-]?scooters?|roller-?ski(?:s|ed|ing)?"
        ),
    ),
    (
        "wheelchair",
        (
            r"by\s+wheelchair|(?:wheel|roll|push|propell?|crank|pump)(?:ed|ing)\s+(?:himself|herself|(?:his|her|the)\s+(?:[\w-]+\s+)?(?:wheelchair|chair))|"
            r"(?:left|leaves|set\s+(?:out|off)|start(?:ed|s)|departed|rolled|wheeled|raced|travelled)\b[^.;,\n]{0,40}?\s(?:in|with)\s+(?:an?|his|her|the|my)\s+(?:[\w-]+\s+)?wheelchair|"
            r"wheelchair\s+(?:journey|marathon|trip|tour|odyssey|trek)"
        ),
    ),
    (
        "car",
        (
            r"cars?|drove|driv(?:es|ing|en)|(?:an?|the|his|her|their)\s+(?:\w+\s+)?drive(?=\s+(?:from|to|between|across|through|over)\b)|pick-?up|hatchback|saloon|jeep|taxis?|cabs?|minicab|"
            r"station\s+wagon|limousine|sedan|lorry|truck|(?:camper\s*)?van|motorhome|(?:land|range)\s+rovers?|land\s*cruiser|(?:police|squad)\s+cruiser|hilux|pajero|suv|"
            r"in\s+(?:an?|the|his|her|their)\s+(?:\w+\s+)?camper|(?:kept|keeping|stuck|sticking)\s+to\s+(?:paved|metalled|tarred|tarmac)\s+roads?|"
            r"motorcade|hitch-?hik(?:ed|ing)|hitched|thumb(?:ed|ing)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:[\w-]+\s+)?(?:lifts?|rides?|way)|"
            r"(?:got|gets|given|gave|giving|accept(?:ed|ing)|begged|cadged|bummed|scrounged|caught|took)\s+(?:(?:him|her|them|me|us)\s+)?(?:an?|two|three|several)\s+lifts?"
            r"(?!\s+(?:to|up|down)\s+the\s+(?:\w+\s+)?(?:floor|roof|top|lobby|basement))|"
            r"(?:road|aid|relief|army|military|supply|U\.?N\.?)\s+convoys?|estate\s+car|convertible|ambulance|motored|by\s+road(?!\s+trains?)|"
            r"land-?rovers?|(?:quad[\s-]?bike|fire\s+engine|tuk-?tuk|auto-?rickshaw|dune\s+buggy|beach\s+buggy|road\s+train)s?|"
            r"along\s+the\s+motorway|(?:front|passenger|driver['\u2019]s)\s+seat(?!\s+(?:of|on|in|aboard)\b)|4x4|minivan|hearse|tractors?|snowmobiles?|snow-?cats?|half-?tracks?|lorries|trucks|jeeps|"
            r"(?:park(?:s|ed|ing)?|drove|steered|garaged)\s+(?:the|that|his|her|their|my)\s+(?:(?:same|own|very)\s+)?(?:vehicle|motor)|"
            r"(?:at|behind|took|taken|taking|takes)\s+(?:the|his|her|my|our|their)\s+(?:own\s+)?(?:steering\s+)?wheel|on\s+(?:its|his|her|my|their)\s+own\s+"
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
            r"(?:bullet\s+|night\s+|sleeper\s+|express\s+|overnight\s+)?trains?|railway|railroad|"
            r"(?<!harbour )(?<!harbor )(?<!hand )(?<!guard )(?<!towel )(?<!['\u2019]s )(?<!quay )(?<!pier )(?<!iron )"
            r"(?<!top )(?<!safety )(?<!curtain )(?<!altar )(?<!stair )(?<!at the )(?<!over the )(?<!against the )"
            r"(?<!against a )(?<!on the )(?<!to the )(?<!the wooden )rail(?!\s+of\b)|"
            r"tram|metro|underground|tube|sleeping[\s-]+(?:cars?|compartments?|berths?)|locomotive|"
            r"(?:hard|soft|sleeping|railway|open|through|rear|front|(?:first|second|third)(?:-class|\s+class)?)\s+carriages?|couchettes?|"
            r"(?:dining|restaurant|buffet|parlour|parlor|through)[\s-]+cars?|wagons?-lits?|pullman|railcars?|"
            r"(?:upper|lower|top|bottom|window)\s+(?:berth|bunk)s?|(?:in|of|from|shared?|sharing)\s+(?:an?|the|his|her|their)\s+"
            r"(?:[\w-]+\s+){0,2}?compartment|"
            r"(?:(?:the|by|on|aboard|international|night|morning|evening|afternoon|noon)\s+)+express(?!\s+(?:letter|purpose|post|delivery|mail|wish|order|consent|permission))"
        ),
    ),
    ("ferry", r"ferr(?:y|ies)|hovercraft|hydrofoil|catamaran\s+service"),
    (
        "boat",
        (
            r"boats?|river-?boats?|yachts?|sail(?:ed|ing|s)|dinghy|trawler|launch|speedboat|submarine|U-boats?|catamaran|cutter|"
            r"motor-?boat|power-?boat|houseboat|narrowboat|lifeboat|whale-?boat|pinnace|skiff|dory|tug|drifter(?=\s+[A-Z])|super-?yacht|outrigger|pirogue|"
            r"jet-?\s?ski(?:s|ed|ing)?|sea-?doo|wave-?runner|water\s+scooter|underwater\s+scooter|aqua-?scooter|pedalo(?:es|s)?|pedal-?boats?|swan\s+boat|"
            r"(?:amphibious|floating|sea-?going|seaworthy)\s+(?:[\w-]+\s+)?(?:cars?|trucks?|lorr(?:y|ies)|jeeps?|vehicles?|taxis?|buses|bus|van|pick-?up|chevrolet|buick|volkswagen|beetle)|"
            r"(?:cars?|trucks?|lorry|jeep|van|bus|taxi|chevrolet|buick)\s+(?:(?:fitted|equipped|kept\s+afloat)\s+)?(?:with|by|on)\s+(?:[\w-]+\s+){0,2}?"
            r"(?:propellers?|pontoons?|oil\s+drums?|outriggers?)|"
            r"(?:rubber|inflatable)\s+(?:boat|dinghy|raft)|zodiac|submersible|amphicar|dukw|sampan|punt(?:ed)?|coracle|curr(?:ach|agh)|"
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
            r"wind-?surf(?:er|ers|ed|ing|board|s)?|sail-?boards?|kite-?(?:surf(?:ed|ing|er|s)?|board(?:ed|ing|s)?)|"
            r"(?:surf-?board|board)\s+with\s+a\s+sail|(?:racing|cruising|ocean)\s+yacht|junk(?=\s+(?:under|put|sailed|rig))|"
            r"headsails?|staysail|mizzen|jib|gybed|reefed|"
            r"(?:set|hoisted|raised|reefed|furled|shortened|lowered|trimmed|mended)\s+(?:(?:the|his|her|its|their)\s+)?(?:\w+\s+)?sails?"
        ),
    ),
    (
        "rowing",
        (
            r"rowing-?\s?boats?|rowboats?|row(?:ed|ing)(?!\s+(?:with|over|about)\b)|scull(?:ed|ing|s)|ocean\s+row(?:er|ers)?|"
            r"(?:at|under|with|by|on|took\s+(?:to\s+)?|took\s+up)\s+(?:the\s+|his\s+|her\s+|their\s+|two\s+pairs?\s+of\s+|an?\s+pair\s+of\s+)?oars"
        ),
    ),
    (
        "kayak",
        (
            r"canoe(?:s|d|ing|ist|ists)?|pedalo(?:es|s)?|pedal-?\s?(?:boat|craft)s?|pedal-?powered\s+(?:boat|craft)|swan\s+boat|kayak(?:s|ed|ing|er|ers)?|paddl(?:ed|ing)|(?:stand-?up\s+)?paddle-?boards?|folding\s+boat|faltboot|"
            r"(?:on|aboard|by)\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+)?surf-?board(?!\s+with)"
        ),
    ),
    (
        "raft",
        (
            r"rafts?|rafted|(?:on|in|astride|aboard|clinging\s+to)\s+(?:an?|the|his|her|their|two|three|four|five|six|some)\s+(?:[\w-]+\s+){0,3}?"
            r"(?:inner\s+tubes?|tractor\s+tubes?|truck\s+tubes?|air\s+mattress(?:es)?|airbeds?|lilo|tyres\s+lashed|oil\s+drums|logs?\s+lashed|"
            r"ice\s+floes?|floes?|driftwood|sheet\s+of\s+polystyrene)"
        ),
    ),
    ("swim", r"sw[ai]m(?:s|ming)?|swum"),
    (
        "military_jet",
        (
            r"fighter(?:\s+(?:jet|plane|aircraft))?|military\s+jet|jump[\s-]jet|MiG-?\d*|F-\d{1,3}|F/A-\d{1,2}|T-3[38]|L-[23]9|Tu-(?:16|22|95|160)|supersonic\s+(?:jet|"
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
        "spacecraft",
        (
            r"space-?\s?(?:craft|ships?|capsules?|shuttles?)|cosmonauts?(?=\s)|soyuz|vostok(?=\s+(?:1|2|3|4|5|6|carried|rose|lifted|landed|capsule)\b)|"
            r"(?:the|a|his|her|their)\s+(?:carrier\s+|booster\s+|moon\s+|space\s+)?rocket(?=\s+(?:carrying|rose|lifted|lifting|bearing|with|that\s+carried|stood)\b)|"
            r"(?:into|in|from|out\s+of|round\s+the\s+earth\s+in)\s+(?:earth\s+)?orbit|orbit(?:ed|ing)\s+(?:the\s+)?(?:earth|globe|planet)|"
            r"(?:his|her|the|their)\s+(?:descent\s+|re-?entry\s+|landing\s+)?capsule(?=\s+(?:came|landed|splashed|touched|struck|hit|parted|was)\b)|"
            r"(?:left|leaving|out\s+of)\s+(?:the|his|her)\s+capsule|splash(?:ed)?-?\s?down|launch(?:ed|ing)?[\s-]+(?:pad|ground|complex)|cosmodrome"
        ),
    ),
    (
        "supersonic",
        (
            r"(?<!la )(?<!place )concorde(?!\s+(?:square|metro|station|hotel|bridge|lafayette|agreement|hangar))|"
            r"tu-144|supersonic\s+(?:airliner|transport|airline|flight|crossing|passenger|service|plane|aircraft)s?"
        ),
    ),
    (
        "private_jet",
        (
            r"(?:private|business|executive|chartered|corporate)\s+(?:jet|plane|aircraft)|learjet|"
            r"gulfstream|second\s+jet|bizjet|air[\s-]taxi|(?:company|firm|bank|corporation|team|club|magnate|millionaire|friend|boss|owner)(?:['\u2019]s)?\s+(?:own\s+)?jet|"
            r"(?:his|her|their)\s+own\s+jet|(?:lent|loaned|hired|chartered|borrowed)\s+(?:(?:him|her|them|me|us)\s+)?(?:an?|the|his|her)\s+(?:\w+\s+)?jet"
        ),
    ),
    (
        "light_aircraft",
        (
            r"cessna|light\s+(?:aircraft|plane|aeroplane|twin)|(?:twin|single)\s+otter|(?:tiger|gipsy|puss|fox)\s+moth|bush\s+plane|two-seater\s+(?:plane|aircraft)|"
            r"piper(?:\s+cub)?|single-engined|"
            r"small\s+(?:plane|aircraft)|microlight|ultra-?light(?!\s+(?:backpack|tent|rucksack|gear|bike|bicycle))|auto-?gyros?|gyro-?(?:copters?|planes?)|"
            r"biplane|triplane|monoplane|beechcraft|king\s+air|super\s+king\s+air|propeller\s+plane|taylorcraft|ercoupe|an-2|antonov-2|"
            r"(?:pilatus|turbo)\s+porter|(?:de\s+havilland|dragon)\s+(?:beaver|moth|rapide|dragon)|britten-norman|(?:flew|by|aboard|in)\s+(?:an?|the|his|her)\s+(?:(?-i:[a-z])[\w-]*\s+){0,2}?(?-i:Islander)\b|super\s+cub|"
            r"air\s+tractor|crop-?(?:dusters?|sprayers?|(?:spraying|dusting)\s+(?:plane|aircraft|machine|pilot))|seaplane|floatplane|flying\s+boat|air\s+ambulance|"
            r"(?:human|man|woman|pedal|muscle|solar)-?\s?power(?:ed)?\s+(?:aircraft|aeroplane|airplane|plane|flying\s+machine|flier|flyer)|"
            r"(?:solar|electric)\s+(?:aircraft|aeroplane|airplane|plane)|gossamer\s+(?:albatross|condor|penguin)|solar\s+(?:impulse|challenger)|"
            rf"(?:his|her|an?|the|their|my|our|another)\s+(?:(?!(?:of|in|at|on|to|from|for|with|and)\b)(?-i:[a-z])[\w-]*\s+){{0,2}}?(?-i:{_LIGHT_NAMES})\b"
            r"(?!\s+(?-i:[A-Z])|['\u2019-]|\s+(?:hunter|trapper|season|song|nest|feather|tribe|scouts?|pack|leader|fan|clouds?|guide|capital|pelts?|fur|dam))"
        ),
    ),
    ("helicopter", r"helicopters?|chopper|airlifted"),
    (
        "glider",
        (
            r"(?:tandem\s+)?gliders?(?!\s+(?:pilot\s+school|club))|sail-?planes?|hang-?\s?glid(?:ers?|ed|ing)|(?:tandem\s+)?para-?glid(?:ers?|ed|ing)|para-?motors?|paramotoring|"
            r"motor-?\s?gliders?|wing-?suit"
        ),
    ),
    (
        "balloon",
        r"balloon(?:ed|ing|ists?)?|balloons(?=\s+(?:carried|took|lifted|bore|brought))|cluster\s+of\s+(?:[\w-]+\s+)?balloons|montgolfi[eè]re",
    ),
    ("airship", r"airships?|zeppelins?|dirigibles?|blimps?"),
    (
        "air",
        (
            rf"{CABIN}|airliners?|(?:scheduled\s+)?(?:airline|air)\s+(?:service|connection|link)|(?:scheduled|inter-island|commuter)\s+hop|scheduled\s+flight|flights?|flew|fl(?:y|ies|ying|own)|aeroplanes?|airplanes?|"
            r"(?:Royal\s+|United\s+States\s+|U\.?S\.?\s+)?(?:Air\s+Force|Luftwaffe|RAF|Transport\s+Command)(?=(?:,[^,.;]{1,40},)?\s+(?:then\s+|had\s+)?"
            r"(?:put|set|brought|took|carried|lifted|dropped|landed|evacuated)\s+(?:him|her|them|me|us)\b)|"
            r"planes?|jets?|boeing|airbus|aircraft|by\s+air|red-eye|jumbos?(?:\s+jets?)?(?=\s+(?:of|to|for|from|that|with|landed|took|left)\b|\s*[,.;])|"
            r"(?:wheels|tyres|tires|undercarriage|landing\s+gear)\s+(?:\w+ly\s+)?(?:touched|left|kissed|hit|met|bumped|thudded|thumped|"
            r"screeched|squealed)\s+(?:\w+\s+)?the\s+(?:[\w-]+\s+)?(?:runway|tarmac|airstrip)"
        ),
    ),
    (
        "horse",
        (
            r"(?:camel|mule|pack|pack-?horse|donkey|wagon|llama|yak)\s+(?:trains?|caravans?)|horse(?:s|back)?|gallop(?:ed|ing)|canter(?:ed|ing)|trott(?:ed|ing)|mules?|camels?|dromedar(?:y|ies)|donkeys?|"
            r"ox-?\s?carts?|bullock-?\s?carts?|(?:ox|bullock|mule|horse|donkey)-?\s?(?:wagon|waggon|cart|carriage|trap)s?|covered\s+wag+ons?|"
            r"(?:horse|ox|mule|donkey)-?\s?drawn|(?:on|upon|rode|riding|astride|aboard)\s+(?:an?|the|his|her|my|one|that|two|three)\s+(?:[\w-]+\s+){0,2}"
            r"(?:elephants?|yaks?|reindeer|ox|oxen|bullocks?|llamas?)|"
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

ON_WATER = frozenset({"boat", "ship", "sail", "rowing", "kayak", "raft", "swim"})
"""Ways of going by water without a timetable."""

SPECIFIC_AIR = AIR_MODES - {"air"}
"""Kinds of aircraft that make "flew" and "the aircraft" mean them."""


@cache
def mode_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each mode with the compiled words that name it."""
    return tuple((mode, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for mode, words in MODES)
