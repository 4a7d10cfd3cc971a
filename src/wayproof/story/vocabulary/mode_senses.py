"""Words for ways of travelling where they mean something else: "the rugby coach", "drove a herd of goats"."""

import re

from wayproof.story.vocabulary.regexes import regex

_BEASTS = regex(
    r"\s+(?:(?:his|her|their|its|the|an?|my|our|\d+|two|three|four|six|eight|ten|twelve|some)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:dogs?|huskies|malamutes|sled|sledge|sleigh|reindeer|mules?|oxen|ox-?cart|donkeys?|camels?|horses|ponies|cattle|cows|"
    r"sheep|goats|pigs|geese|turkeys|herd|flock|team\s+of|carriage|coach\s+and|cart|wagon|buggy)\b",
    re.IGNORECASE,
)
"""What is driven and is no car."""
_STEERED_OTHERWISE = regex(
    r"\b(?:boats?|yachts?|ships?|ketch|sloop|schooner|launch|trawler|tug|ferry|steamer|catamaran|cutter|barge|bus|coach|"
    r"helm|sails?|tandem|potter\w*|spinning)\b",
    re.IGNORECASE,
)
_NOT_FLOWN = regex(
    r"\b(?:weather|spy|barrage|toy|party|trial|lead|test|sounding|child['\u2019]s|children['\u2019]s|red|pink|blue|yellow)[\s-]+\Z|"
    r"\b(?:releas(?:ed|ing)|let\s+(?:go(?:\s+of)?|off)|burst|popped|held|holding|sold|selling|waving|waved|blew\s+up)\s+(?:an?|the|his|her|two)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before a balloon that carries nobody."""
_HORSES = regex(
    r"\b(?:horses?|drawn|coachm[ae]n|ponies|mules|reins|harness(?:ed)?|postillions?|landau|hansom|and\s+(?:pair|four|six))\b",
    re.IGNORECASE,
)
"""What makes a carriage one that is drawn, and no part of a train."""
_IN_SERVICE = regex(
    r"\b(?:trains?|bus(?:es)?|coach(?:es)?|trams?|ferr(?:y|ies)|services?|lines?|flights?|engines?|clocks?|motors?|water|rivers?|roads?)\s+"
    r"(?:(?:was|were|is|are|had|been|still|not|no\s+longer|always|only)\s+)*\Z",
    re.IGNORECASE,
)
"""What runs and is nobody on foot: "no bus was running", "the road ran"."""


_BEAST_TOLD_OF = regex(
    r"\s+(?:is\s+|was\s+|still\s+|now\s+)*(?:alive|dead|dying|sick|ill|well|better|lame|doctor|races?|racing|show|shows|dealers?|traders?|trainers?|"
    r"breeders?|breeding|boxes|box|float|fair|fairs|market|markets|auctions?|sales?|meat|stud|vet|vets|milk|wool|hair|dung|feed|fodder|insurance|"
    r"serum|medicine|vaccine|blanket|rugs?|shoes?|whisperer)\b",
    re.IGNORECASE,
)
"""What after a beast tells that it is told of, dealt in or carried, and not ridden: "horse alive", "a camel market"."""
_BEAST_SOUGHT = regex(
    r"\b(?:sick|ailing|dying|dead|lame|injured|wounded|prize|winning|to\s+(?:buy|see|sell|treat|examine|vet|photograph|judge)\s+(?:an?|the|some|his|her))\s+"
    r"(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
BEAST_CHARACTERS = 40
"""Characters around a beast in which that stands."""


def _is_no_mount(match: re.Match[str], text: str) -> bool:
    """Whether a beast is told of and not ridden."""
    before = text[max(0, match.start() - BEAST_CHARACTERS) : match.start()]
    if not _BEASTS_NAMED.match(match.group()):
        return False
    return _BEAST_TOLD_OF.match(text, match.end()) is not None or _BEAST_SOUGHT.search(before) is not None


_BEASTS_NAMED = regex(r"(?:horses?|mules?|camels?|dromedar(?:y|ies)|donkeys?|pon(?:y|ies))\Z", re.IGNORECASE)


_WAY = regex(
    r"\s*-?(?:stations?|platforms?|bridges?|viaducts?|crossings?|tracks?|embankments?|cuttings?|tunnels?|sidings?|yards?|sheds?|museums?|"
    r"hotels?|towns?|workers?|clerks?|officials?|police|gates?|arch(?:es)?|sleepers?\s+(?:beside|by|of)|timetables?|strikes?|buildings?)\b",
    re.IGNORECASE,
)
_BESIDE_WAY = regex(
    r"\b(?:along|beside|alongside|over|under|across|near|crossed|cross|above|parallel\s+to|followed)\s+the\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)


def _is_permanent_way(match: re.Match[str], text: str) -> bool:
    """Whether a railway is what stands or runs there, and no train: "a railway bridge", "walked along the railway"."""
    if _WAY.match(text, match.end()):
        return True
    rails = match.group().casefold().startswith("rail")
    return rails and _BESIDE_WAY.search(text, max(0, match.start() - 40), match.start()) is not None


_OF_AIRCRAFT = regex(
    r"-?(?:equipped|fitted|shod|borne|plane)|-?\s?(?:lift|resort|slope|instructor|jump|pass|boots?\b|suit)"
)
"""What after "ski" makes it a thing of an aircraft or of a holiday: "a ski-equipped Hercules"."""
_ON_RUNNERS = regex(
    r"\b(?:planes?|aeroplane|airplane|aircraft|helicopter|hercules|otter|cessna|beaver|dakota|basler|antonov|skyvan|transports?)\s+"
    r"(?:(?:was|that\s+was)\s+)?(?:fitted\s+|equipped\s+)?(?:on|with)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
"""An aircraft that stands on skis: "a Twin Otter on skis"."""
_REFUELS = regex(
    r"\s+(?:aircraft|planes?|had\s+refuel\w+|refuel\w+|topped|met\s+(?:him|her|them|it)\s+in\s+the\s+air)\b",
    re.IGNORECASE,
)
"""What a tanker in the air does: "tankers refuelled him over the ocean"."""
_FED_BY = regex(
    r"\b(?:(?:drink|drank|drunk|drinks|refuel\w*|fuel(?:led)?|fuel|sip|sipped|suckle|suckled|topped\s+up|filled\s+up|took\s+on)\s+(?:\w+\s+){0,2}?(?:from|by)|"
    r"(?:met|meet|joined|behind|under|found)(?:\s+up\s+with)?)\s+(?:an?|the|two|three|another|his|her|its|flying|aerial)\s+(?:(?:flying|aerial|waiting|second|first|last|jet)\s+)*\Z",
    re.IGNORECASE,
)
"""What an aircraft does at a tanker in the air: "slowed down to drink from a | tanker"."""
_AT_LEISURE = regex(
    r"\b(?:who|that)\s+(?:also\s+|often\s+)?(?:flies|pilots|builds|teaches|collects|loves|races|sells)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
"""What somebody does at other times: "the captain, who flies gliders at weekends"."""
_WHEELED = regex(
    r"(?:\A|[.;]\s+)(?:the|an?|his|her|their|its|two|three|four|five|six|ten|both|all)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:rovers?|cars?|lorr(?:y|ies)|trucks?|vans?|jeeps?|coach(?:es)?|bus(?:es)?|trains?|vehicles?|motorcycles?|convoy)\b"
    r"(?:(?!\b(?:he|she|they|who|I|we)\b)[^;:!?]){0,80}?(?:\s\.\s+|\s)(?:and\s+)?\Z",
    re.IGNORECASE,
)
"""A vehicle of the same sentence, which is then what ran: "two Range Rovers started from X and ran down the coast"."""


def _is_of_aircraft(mode: str, match: re.Match[str], text: str) -> bool:
    """Whether skis, tankers and gliders carry nobody here: "on skis" of an aircraft, tankers in the air, a pastime."""
    low = max(0, match.start() - 40)
    if mode == "ski":
        return (
            _OF_AIRCRAFT.match(text, match.end()) is not None
            or _ON_RUNNERS.search(text, low, match.start()) is not None
        )
    if mode == "ship":
        tanker = match.group().casefold().startswith("tanker")
        fed = tanker and _FED_BY.search(text, low, match.start()) is not None
        return fed or (tanker and _REFUELS.match(text, match.end()) is not None)
    return mode == "glider" and _AT_LEISURE.search(text, low, match.start()) is not None


_TRAINS = regex(
    r"(?<!changed\s)(?<!changing\s)(?<!transferred\s)(?<!switched\s)(?<!took\s)(?<!plane\s)(?<!bus\s)(?<!boat\s)(?<!ship\s)(?<!air\s)\bto\s+train\Z|"
    r"\b(?:who|he|she|they|also|still|now|will|would|could|can|must)\s+trains?\Z",
    re.IGNORECASE,
)
"""What makes of a train a deed: "went to X to | train", "who | trains others"."""


_AROUND_IT = regex(
    r"\s+(?:inspector|conductor|company|operator|union|strike|workers?|fares?|shelter|queue|clerk|rank|stand|office|drivers|"
    r"firm)\b"
)
"""What a means of travelling has about it: "the bus shelter", "a taxi rank"."""


def is_other_sense(mode: str, match: re.Match[str], text: str) -> bool:  # noqa: C901, PLR0911 - one case a word
    """Whether a word for a way of travelling means something else where it stands: "the rugby coach"."""
    word = match.group().casefold()
    after = text[match.end() : match.end() + 14].casefold()
    before = text[max(0, match.start() - 12) : match.start()].casefold()
    # "the rugby coach Tavita Leota" drives nobody
    if _AROUND_IT.match(after) and (mode in {"bus", "rail", "ferry"} or word in {"taxi", "cab"}):
        return True  # "telephoned from the taxi rank at X"
    person = mode == "bus" and word == "coach" and text[match.end() : match.end() + 2].strip().isupper()
    other = mode == "horse" and word == "carriage" and _HORSES.search(text) is None
    other = other or (mode == "horse" and _is_no_mount(match, text))
    if person or other or (mode == "rail" and _is_permanent_way(match, text)):
        return True
    if mode == "car" and (
        after.startswith((" park", " ferry", "-park"))
        or (
            word.startswith("driv")
            and before.endswith(("hard ", "the ", "train ", "bus ", "coach ", "lorry "))
            and word == "driver"
        )
    ):
        return True
    if mode == "car" and word.startswith(("drove", "driv")) and _BEASTS.match(text, match.end()):
        return True  # "drove her dogs", "driving a herd of goats"
    if mode == "car" and word.endswith("wheel") and _STEERED_OTHERWISE.search(text):
        return True  # "at the wheel of her ketch"
    if mode == "car" and word == "by road" and re.search(r"\d[\d,.]*\s*(?:km|kilomet\w+|miles?)\s+$", before):
        return True  # "246 km by road": how far, not how
    if _is_of_aircraft(mode, match, text):
        return True
    if mode == "balloon":
        return _NOT_FLOWN.search(text, max(0, match.start() - 40), match.start()) is not None
    if mode == "boat" and word in {"launch", "row"} and not before.rstrip().endswith((" a", " the", " by")):
        return True
    if mode == "rail" and word.startswith("train") and _TRAINS.search(text, max(0, match.start() - 40), match.end()):
        return True
    if mode == "foot" and word in {"ran", "running"}:
        served = _WHEELED.search(text, max(0, match.start() - 120), match.start()) is not None
        served = served or _IN_SERVICE.search(text, max(0, match.start() - 40), match.start()) is not None
        return served or after.lstrip().startswith(("a ", "the ", "his ", "her ", "for office", "out of"))
    if mode == "air" and word.startswith("flight") and after.lstrip().startswith(("of stairs", "of steps", "of fancy")):
        return True
    return mode == "military_jet" and word in {"tornado", "phantom", "mirage"} and not match.group()[0].isupper()
