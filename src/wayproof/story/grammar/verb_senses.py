"""The class of motion that a verb has with what stands after it, where the verb alone says another."""

import re
from functools import cache

from wayproof.story.grammar.boarding import boarding_sense
from wayproof.story.grammar.deed_senses import deed_sense
from wayproof.story.grammar.face_to_face import says_to_face
from wayproof.story.grammar.lifts import lift_sense
from wayproof.story.grammar.own_hand import writes_own_name
from wayproof.story.grammar.verbs import Verb
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex


@cache
def _out_of_vehicle() -> re.Pattern[str]:
    """Out of what somebody climbs where it has brought them: "stepped from a chartered jet in X"."""
    vehicles = "|".join(map(re.escape, sorted(journey_words("conveyances"), key=len, reverse=True)))
    return re.compile(
        r"\s+(?:(?:down|out|off|stiffly|\w+ly)\s+)?(?:from|of|off|out\s+of)\s+(?:the|an?|his|her|their|its|another)\s+(?:[\w-]+\s+){0,3}?"
        rf"(?:{vehicles})\b(?!\s+(?:station|stop|stand|terminal|depot|shelter|park|yard)\b)",
        re.IGNORECASE,
    )


_STEPS_OFF = regex(
    r"(?:walk|step|march|stumbl|stagger|limp|stroll|climb|clamber|hop|jump|hurr|wheel|roll|driv|rid|cycl|rac|com|sprint|tumbl|scrambl|"
    r"trot|toddl|troop|bound|tott|fil)(?:p?ed|e?s|p?ing|ied|ering|ered)?\s+off|(?:strode|came|drove|rode|ran|got|crept|swept)\s+off"
)
_IT = regex(r"\s+(?:it|them)(?=\s+(?:in|at|on|near|again|there|unaided|alone|smiling)\b|[,.])")


@cache
def _off_vehicle() -> re.Pattern[str]:
    """Off what somebody walks where it has brought them: "walked off the ferry in X"."""
    crafts = [*journey_words("conveyances"), "gangway", "gangplank", "ramp", "car deck", "vehicle deck", "tarmac"]
    vehicles = "|".join(map(re.escape, sorted(crafts, key=len, reverse=True)))
    return re.compile(
        rf"\s+(?:the|an?|his|her|their|its|another|that)\s+(?:[\w-]+\s+){{0,3}}?(?:{vehicles})\b", re.IGNORECASE
    )


def _steps_off(text: str, verb: Verb) -> bool:
    """Whether somebody walks off what brought them: "walked off it in X", "drove off the ferry at X"."""
    if _STEPS_OFF.fullmatch(verb.form) is None:
        return False
    return _IT.match(text, verb.end) is not None or _off_vehicle().match(text, verb.end) is not None


_CLEARS = frozenset(
    {"cleared", "clears", "clearing", "clear", "quit", "quits", "slipped", "slips", "slipping", "warped"}
)
_HAVEN = regex(
    r"\s+(?:out\s+of\s+|from\s+)?(?:the|its|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:wharf|wharves|harbours?|harbors?|ports?|mole|breakwaters?|heads|bar|"
    r"roads|roadstead|lock|jetty|quays?|quayside|pier|piers|pierheads?|docks?|dockside|boom|reef|pass|lagoon|channel|anchorage|estuary|"
    r"slip|slipway|berth|basin|marina|customs\s+(?:quay|wharf|jetty)|coast|land|field|runway|trees|fence)\s+(?:at|of|in|off|outside|near|below)\b"
)
"""What a ship or an aircraft leaves astern: "cleared the wharf at X"."""
_PORT_FOR = regex(r"\s+(?:the\s+)?[A-Z][^.;!?\n]{1,40}?\s+(?:for|on\s+(?:the|her|his|their)\s+way\s+to|bound\s+for)\s")


_FROM_PORT = regex(r"\s+(?:out\s+)?(?:from|out\s+of)\s+(?:the\s+)?[A-Z]")


def _clears_haven(text: str, verb: Verb) -> bool:
    """Whether somebody puts out from the harbour behind a verb: "cleared the mole at X", "cleared X for Y"."""
    if verb.form not in _CLEARS:
        return False
    if verb.form == "cleared" and _FROM_PORT.match(text, verb.end):
        return True  # "had cleared from X"
    bound = verb.form.startswith("clear") and _PORT_FOR.match(text, verb.end) is not None
    return bound or _HAVEN.match(text, verb.end) is not None


_TELLS_WAY = frozenset(
    {
        "follows",
        "followed",
        "following",
        "traces",
        "traced",
        "tracing",
        "tracks",
        "tracked",
        "tracking",
        "accompanies",
        "accompanied",
        "pursues",
    }
    | {
        "pursued",
        "takes",
        "took",
        "brings",
        "brought",
        "carries",
        "carried",
        "leads",
        "led",
        "moves",
        "moved",
        "sends",
        "sent",
        "puts",
        "transports",
    }
    | {
        "transported",
        "whisks",
        "whisked",
        "conducts",
        "conducted",
        "has",
        "had",
        "marches",
        "flies",
        "sails",
        "drives",
        "walks",
    }
)
_WORK = regex(
    r"\b(?:films?|documentary|documentaries|books?|chapters?|articles?|newsletters?|brochures?|pamphlets?|reports?|pages?|programmes?|programs?|series|"
    r"essays?|columns?|features?|magazines?|newspapers?|diary|diaries|log|logbook|journal|memoirs?|accounts?|pieces?|obituary|story|stories|tale|"
    r"narrative|biography|autobiography|advertisements?|adverts?|commercials?|posters?|leaflets?|catalogues?|booklets?|supplements?|profiles?|"
    r"video|clips?|footage|broadcast|podcast|ballad|poem|indictment|dossier|file|version|press\s+release|blog|itinerary|novel)\s+"
    r"(?:then\s+|also\s+|next\s+|duly\s+|\w+ly\s+)?\Z",
    re.IGNORECASE,
)
"""What takes somebody from place to place by telling of it: "the brochure follows her from X to Y"."""
_WAY_FROM = regex(r"[^.;!?\n]{0,160}?\b(?:from|out\s+of|to|into|through|across|as\s+far\s+as)\s")


def _tells_way(text: str, verb: Verb) -> bool:
    """Whether a book or a film takes somebody along a way."""
    if verb.form not in _TELLS_WAY or _WORK.search(text, max(0, verb.start - LONGEST_SPAN), verb.start) is None:
        return False
    return _WAY_FROM.match(text, verb.end) is not None


_LENDS = frozenset({"given", "gave", "gives", "allowed", "lent", "granted", "found", "accorded"})
_RIDE = regex(
    r"\s+(?:(?:him|her|them|me|us|(?:[A-Z][\w-]*\s+){0,2}[A-Z][\w-]*|(?:the|an?|two)\s+(?:[\w-]+\s+)?[\w-]+)\s+)?(?:an?|another|free|one|their)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:lifts?|rides?|passages?|tow|hitch|berth)\s+(?:\w+\s+){0,3}?"
    r"(?:to|into|from|as\s+far\s+as|over|across|through|back|on|out)\s"
)
"""Going in what is another's, told as something given: "was given a lift to X", "gave her a ride from X"."""
_HAILED = frozenset({"hailed", "hails", "flagged", "flagged down", "summoned", "engaged", "found", "secured"})
_CAB = regex(
    r"\s+(?:down\s+)?(?:an?|the|his|her|their|another)\s+(?:[\w-]+\s+){0,2}(?:taxis?|cab|minicab|rickshaw|tuk-tuk|lift|minibus)\b"
)
_BROUGHT_DOWN = frozenset({"set", "put", "brought", "laid", "got", "landed"})
_CRAFT_DOWN = regex(
    r"\s+(?:the|his|her|their|its|an?)\s+(?=(?:[\w-]+\s+){0,2}?(?:(?:aero|air)?planes?|aircraft|jet|helicopter|balloon|glider|boat|ship|yacht|"
    r"vessel|ferry|craft|machine|bomber|fighter|airliner|sloop|[A-Z][\w-]*\d\w*|[A-Z][a-z]+\s+\d+))(?:[\w-]+\s+){1,3}(?:down|in|ashore|alongside)\b"
)
_UP_FROM = regex(r"\s+(?:from|off|out\s+of|away\s+from)\s+(?:the\s+)?[A-Z]")
_ROSE = frozenset({"lifted", "lifts", "rose", "rises", "risen", "rising"})


_OF_LATE = regex(
    r"\b(?:since\s+(?:(?:early|late|last|the)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|dawn|noon|midnight|that\s+\w+|night|"
    r"evening|morning)|for\s+(?:the\s+(?:last|past)\s+)?(?:two|three|four|five|six|seven|ten|some|several|a\s+few|\d{1,2})\s+(?:days|nights))\b"
)
LONGEST_SPAN = 80
"""Characters around a verb in which is told since when it is done."""


_WITH = frozenset({"joked", "jokes", "argued", "argues"})
_TOGETHER = regex(r"\s+(?:\w+ly\s+)?with\s+(?:an?|the|his|her|their|two|some|[A-Z])")
"""What is said face to face: "joked with a guard"."""


_FOR_THING = regex(
    r"\s+(?:\w+\s+)?for\s+(?:an?|the|some|his|her|their|two|three|another|more)\s+(?:[a-z-]+\s+){0,3}?(?P<thing>[a-z]+?)s?\s+"
    r"(?:of\s+[a-z]+\s+)?(?:in|at|on|near|outside)\s"
)


def _asks_on_the_spot(text: str, verb: Verb) -> bool:
    """Whether somebody asks for what is only of use where they are: "asked for a glass of water in X"."""
    found = _FOR_THING.match(text, verb.end) if verb.form in {"asked", "asks", "called for", "begged"} else None
    return found is not None and not (verb.passive or verb.current) and found["thing"] in journey_words("at_hand")


_STEPS = regex(
    r"(?:walk|step|stride|strode|come|came|go|went|gone|stroll|march|trot|jog|run|ran|skip|stalk|swagger|sweep|swept|burst|bound|file|lope|"
    r"saunter|limp|glide|slouch|waltz)(?:e?d|s|p?ed|es|ing)?\b"
)
_AUDIENCE = regex(
    r"\s*(?:(?:out|on|up|in|forward)\s+)?(?:(?:before|in\s+front\s+of|to\s+face)\s+(?:an?\s+|the\s+|some\s+|about\s+|nearly\s+|over\s+|more\s+"
    r"than\s+|his\s+|her\s+|their\s+|its\s+)?(?:[\w,-]+\s+){0,4}?(?:people|crowds?|audiences?|houses?|spectators|fans|supporters|listeners|"
    r"cameras?|judges?|jury|bench|microphones?|footlights|press|congregation|guests|diners|delegates|students|pupils|worshippers|voters|"
    r"children|strangers|thousand|hundred|reporters|faithful|gallery|footlights|stands)|"
    r"(?:to|amid)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:applause|cheers|ovation|jeers|boos|whistles|roar|silence|strains\s+of))\b"
)
"""Words that make going out an appearance: "walked out before four thousand people at the arena there"."""


_CLIMBS = regex(
    r"(?:re)?mount(?:s|ed|ing)?|climb(?:s|ed|ing)?(?:\s+(?:on|onto|up))?|ascend(?:s|ed|ing)?|took|takes|jumped\s+on|stepped\s+on"
)
_STAGE = regex(
    r"\s*(?:(?:on|onto|to|up|into)\s+)*(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:stage|platform|rostrum|podium|pulpit|dais|lectern|scaffold|"
    r"steps|stairs|staircase|throne|tribune|bandstand|ring|witness\s+(?:box|stand)|bench|ladder|plinth|wall|barricades?|guard)\b"
)
"""What one mounts without going anywhere: "mounted the stage"."""


def _performs(text: str, verb: Verb) -> bool:
    steps = _STEPS.match(verb.form) is not None and _AUDIENCE.match(text, verb.end) is not None
    return steps or (_CLIMBS.fullmatch(verb.form) is not None and _STAGE.match(text, verb.end) is not None)


_MOUNTS = frozenset({"mounted", "mounts", "mounting", "bestrode", "bestrides", "straddled", "remounted", "remounts"})
_STEED = regex(
    r"\s+(?:an?|the|his|her|their|my|our|another)\s+(?:(?!of\b)[\w-]+\s+){0,2}?(?:bicycles?|bikes?|cycles?|horses?|pony|ponies|mules?|camels?|donkeys?|mare|"
    r"gelding|stallion|motor-?(?:cycle|bike)s?|scooters?|mopeds?|tandem|tricycle|machines?|velocipede|unicycle)\b(?!\s+(?:on|in)\s+an?\b)"
)
_OBJECT = regex(r"\s+(?:an?|the|his|her|their|two|several|no|its)\s")
"""What is mounted by who sets out ("mounts his bicycle outside the town hall of X"), or by others ("an exhibition")."""


_ENDED = frozenset({"finished", "finishes", "ended", "ends", "completed", "completes", "concluded", "concludes"})
_ENDS = regex(r"\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z-]+)\s+(?:in|at|on|with|near)\b")
"""What is ended somewhere that is no way: "finishes an operation in X"."""


def _ends_deed(text: str, verb: Verb) -> bool:
    done = _ENDS.match(text, verb.end) if verb.form in _ENDED else None
    return done is not None and done["noun"] not in journey_words("journeys")


_PASSES = frozenset(
    {"stamped", "stamps", "checked", "checks", "signed", "signs", "cleared", "clears", "booked", "books", "clocked"}
    | {"clocks", "logged", "logs", "waved", "waves", "let", "lets", "passed", "passes", "ticked", "ticks"}
)
_OUT = regex(
    r"\w+\s+(?:(?:him|her|them|me|us|(?:the|his|her|their|its|my|our)\s+(?:[\w\u2019'-]+\s+){0,3}?[\w-]+|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+)?"
    r"out\b(?!\s+(?:loud|a|an|the|his|her|their|his|what|why|how)\b)"
)
"""How an office lets somebody or something go: "stamped the boat out at eleven"."""


_BEARS = frozenset({"bears", "carries", "bore", "carried", "has", "had", "shows", "showed", "displays", "displayed"})
_STAMP = regex(
    r"\s+(?:the|an?|two|three|both|his|her|its)\s+(?:[\w-]+\s+){0,3}?(?:stamps?|signatures?|seals?|marks?|imprints?|visas?|postmarks?)\b"
)
"""What only a paper bears: "It carries the stamp of the border post at X"."""


def bears_stamp(text: str, verb: Verb) -> bool:
    """Whether a paper is told to bear the mark of where it was shown."""
    return verb.form in _BEARS and not verb.doubtful and _STAMP.match(text, verb.end) is not None


_TAKEN_FROM = regex(r"\s+(?:from|out\s+of)\s")
"""How somebody is taken away from a place: "was fetched from X by her brothers"."""
_MAKES = frozenset({"made", "makes", "making"})
_PORT = regex(
    r"\s+(?:the\s+)?[A-Z][\w\u2019'-]*(?:\s+(?:del?|la|le|of|the|sur|on|upon|[A-Z][\w\u2019'-]*)){0,3}"
    r"(?=\s+(?:in\s+(?:an?|two|three|four|five|six|seven|eight|nine|ten|twelve|under|less|good|just|the\s+(?:early|small|dark|morning|evening|afternoon)|time|"
    r"\d)|by\s|at\s+(?:\d|noon|midnight|dawn|dusk|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|last|the\s+(?:third|second))|"
    r"before\s|on\s+(?:the\s+(?:\w+\s+(?:day|morning|evening|afternoon|night|attempt)|\d)|\d|[A-Z][a-z]+day)|within\s|inside\s|just\s|"
    r"(?:that|the\s+(?:next|same|following))\s+(?:day|night|morning|evening|afternoon)|safely\b|after\s+(?:dark|midnight|nightfall|two|three|four|five|six|"
    r"\w+\s+(?:days|hours)))|[.;]|\s*\Z)"
)
"""A port that is made, not a thing: "made | Cadiz in nine days", but "made Paris her home"."""


_REGISTERS = frozenset({"registered", "registers", "registering", "enrolled", "lodged", "signed on", "put up"})
_AT_HOUSE = regex(
    r"(?:\s+(?:under|as|in)\s+[^,;.]{1,40}?)?\s+(?:at|in|with)\s+(?:an?|the|his|her|their|one\s+of\s+the)\s+(?:[\w\u2019'&.-]+\s+){0,4}?"
    r"(?:[Hh]otel|[Ii]nn|[Hh]ostel|[Gg]uest-?[Hh]ouse|[Mm]otel|[Ll]odge|[Pp]ension|[Pp]osada|[Gg]asthaus|[Gg]asthof|[Rr]yokan|[Pp]arador|boarding-?house|"
    r"sanatorium|clinic|hospital|spa|race\s+office|competition\s+office|reception|conference|congress|police\s+station|consulate|embassy|camp|"
    r"[Pp]alace|[Bb]ristol|[Rr]itz|[Ii]mperial|[Mm]etropole|[Ss]avoy)\b"
)


def _puts_up(text: str, verb: Verb) -> bool:
    """Whether somebody gives their name where they mean to stay: "registered at a hotel in X"."""
    return verb.form in _REGISTERS and not verb.passive and _AT_HOUSE.match(text, verb.end) is not None


def sense_of(text: str, verb: Verb) -> Motion:  # noqa: C901, PLR0911, PLR0912 - one case a sense
    """The class of a verb with what stands after it: "hailed a taxi" starts, "set the plane down" reaches."""
    if verb.form.split()[0] in _PASSES and _OUT.match(text, verb.start):
        return Motion.LEAVE
    if bears_stamp(text, verb):
        return Motion.OTHER
    if (lift := lift_sense(text, verb)) is not None:
        return lift
    if verb.form in _LENDS and _RIDE.match(text, verb.end):
        return Motion.CARRY
    if verb.passive:
        return (
            Motion.CARRY
            if verb.form in journey_words("taken_from") and _TAKEN_FROM.match(text, verb.end)
            else verb.motion
        )
    if verb.form == "come from" and verb.perfect:
        return Motion.LEAVE  # "said that she had come from Alberta"
    if (told := deed_sense(text, verb) or boarding_sense(text, verb)) is not None:
        return told
    if verb.form in _HAILED and _CAB.match(text, verb.end):
        return Motion.START
    if (verb.form in _MAKES and _PORT.match(text, verb.end)) or _puts_up(text, verb):
        return Motion.REACH
    if _tells_way(text, verb):
        return Motion.CARRY
    if _clears_haven(text, verb):
        return Motion.LEAVE
    climbs = verb.form in journey_words("climbs_out") and _out_of_vehicle().match(text, verb.end)
    if climbs or _steps_off(text, verb) or (verb.form in _BROUGHT_DOWN and _CRAFT_DOWN.match(text, verb.end)):
        return Motion.REACH
    together = verb.form in _WITH and _TOGETHER.match(text, verb.end) is not None
    if (
        together
        or says_to_face(text, verb)
        or _asks_on_the_spot(text, verb)
        or writes_own_name(text, verb)
        or _ends_deed(text, verb)
    ):
        return Motion.OTHER
    if verb.form in _MOUNTS and _OBJECT.match(text, verb.end):
        return Motion.START if _STEED.match(text, verb.end) else Motion.OTHER
    if verb.form in _ROSE and _UP_FROM.match(text, verb.end):
        return Motion.START
    around = max(0, verb.start - LONGEST_SPAN), verb.end + LONGEST_SPAN
    # "since Thursday he has been living in a mission in X"
    lives = verb.form == "living" and _OF_LATE.search(text, *around) is not None
    return Motion.STAY if lives or _performs(text, verb) else verb.motion
