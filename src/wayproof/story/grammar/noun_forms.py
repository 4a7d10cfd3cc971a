"""Forms that can be verbs and stand as nouns or adjectives: "the walk", "a rented Cessna", "the eighteenth attempt"."""

import re

from wayproof.story.grammar.numbered_papers import is_numbered
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import verb_classes
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex


def opens(text: str, at: int) -> bool:
    """Whether what begins at an offset opens a sentence, a quotation or what stands behind a colon or dash."""
    return re.search(r"(?:^|[.!?\n“\"(—\u2013:]\s*)$", text[max(0, at - 3) : at]) is not None


_GERUNDS = frozenset(
    {"drawing", "driving", "fishing", "hearing", "meeting", "opening", "painting", "reading", "training"}
)
"""Forms in -ing that are nouns as a rule, and deeds behind "after" and where a clause begins."""
_AFTER = regex(
    r"(?:(?:^|[.!?\n:;]\s+|\b(?:after|before|while|when|upon|by|spent\s+(?:[\w-]+\s+){1,4}?)\s*))(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
_DOES = regex(
    r"\w+\s+(?:(?:an?|the|his|her|their|two|three|some|four|several)\s+(?![\w\u2019'-]+\s+of\b)|(?-i:[A-Z][a-z]+)\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_GOES = regex(
    r"(?:driving|fishing|training|reading)\s+(?:(?:all\s+night|for\s+\w+\s+hours?|north|south|east|west)\s+)?(?:to|up|down|over|on|out|back|through|into|"
    r"across|along|with|from|round|home|as\s+far|for\s+(?:trout|salmon|the|a))\b",
    re.IGNORECASE,
)


def is_gerund(text: str, at: int, word: str) -> bool:
    """Whether a form in -ing that is a noun as a rule is a deed where it stands: "After driving to X, he ..."."""
    if word not in _GERUNDS or _AFTER.search(text, max(0, at - 40), at) is None:
        return False
    return (_DOES.match(text, at) or _GOES.match(text, at)) is not None


_THAT_NIGHT = regex(
    r"\b(?:that|the\s+same|the\s+next|the\s+following|the\s+very\s+next)\s+(?:night|day|morning|evening|afternoon)\s+$",
    re.IGNORECASE,
)
_ALL_OF = regex(r"\ball\s+(?:two|three|four|five|six|seven|eight|nine|ten)\s+$", re.IGNORECASE)
_THE_TWO = regex(
    r"\b(?:the|these|those|his|her|their)\s+(?:other\s+)?(?:two|three|four|five|six|seven|eight|others|pair|trio|couple)\s+$",
    re.IGNORECASE,
)
_DONE_BY_TWO = regex(
    r"\s*[,.;:!]|\s+(?:in|at|on|onto|from|to|into|off|out|up|down|over|by|through|across|along|past|back|away|again|there|here|for|with|without|near|"
    r"outside|beside|under|the|an?|his|her|their|each|that|until|till|before|after|together|alone|ashore|aboard|home|north|south|east|west|on|[a-z]+ly)\b",
    re.IGNORECASE,
)
"""What follows a deed of "the two" and no word for what they are: "the two slept in X", not "the two hired cars"."""
_DETERMINERS = regex(
    (
        r"\b(?:an?|the|his|her|its|their|my|our|your|no|any|some|every|this|that|these|those|of|one|"
        r"two|three|first|last|next|same|whose|under|['\u2019]s|\w+s['\u2019])\s+(?:(?:\w+ly|old|new|long|short|brief|"
        r"quick|final|first|second|third|\d*[a-z]+th|scheduled|ordinary|daily|night|early|late|direct|own|sleeper|whole|"
        r"entire|steep|single|only|twelve|solo|annual|famous)\s+){0,2}$"
    ),
    re.IGNORECASE,
)


_HAS_SOMEBODY = regex(
    r"\b(?:has|have|had|shows?|showed|saw|sees|caught|filmed|found|places?|placed|puts?|heard|pictured|photographed|"
    r"recorded|spotted)\s+(?:him|her|them)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


_ONE = regex(
    r"\b(?:an?|his|her|its|this|every|each|another|my|our)\s+(?:(?!(?:in|at|of|on|from|near|by|for|to|with|who|that|which)\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_THE_NAMED = regex(r"\b(?:the|this|that|last|first)\s+[A-Z][\w\u2019'-]*[^s\s]\s+$")
_LIKE_PAST = frozenset({"put", "cut", "hit", "read", "beat", "let", "set", "shut", "quit", "come", "run", "become"})


def _is_base(word: str) -> bool:
    """Whether a form is the plain one of a verb: "race", not "raced"; it needs several subjects, or "to"."""
    if word in _LIKE_PAST or " " in word or word.endswith(("ed", "ing")):
        return False
    others = {word + "s", word + "es", word + "ed", word + "d", word + "ing", word.removesuffix("e") + "ing"}
    return bool(others & verb_classes().keys())


_OWN = regex(r"\b(?:his|her|their|its|my|our|[A-Z][\w-]*['\u2019]s)\s+(?:\w+\s+)?\Z")
_HER = regex(r"\bher\s+\Z")


def _is_own_coming(word: str, before: str) -> bool:
    own = word in journey_words("comings") and _OWN.search(before) is not None
    return own and not (word.endswith("ing") and _HER.search(before))


def is_noun(text: str, start: int, end: int, word: str) -> bool:  # noqa: C901, PLR0911, PLR0912 - the signs of a noun
    """Whether a form that can be a verb stands as a noun or adjective: "the walk", "a rented Cessna", "his run"."""
    before = text[max(0, start - 40) : start]
    if re.search(r"\bto\s+$", before) and word in {
        "walk",
        "drive",
        "run",
        "swim",
        "travel",
        "return",
        "land",
        "fly",
        "ride",
        "board",
        "cross",
    }:
        return False
    if is_numbered(text, start, end, word):
        return False  # "page two says", "the second puts him in X"
    a_side = word == "left" and (
        re.search(r"\b(?:the|his|her|on|to|far|turned|turn|bear)\s+$", before)
        or re.match(r"\s+(?:hand|wing|leg|arm|side|back|winger|bank|knee|foot|over)\b", text[end : end + 10])
    )
    # "witnesses place her in X" puts her there; other places are nouns
    if _is_own_coming(word, before):
        return True  # "confirmed his arrest in X"
    if a_side or (word == "place" and not re.match(r"\s+(?:him|her|them|the\s+\w|[A-Z])", text[end : end + 8])):
        return True
    if word == "back":
        return re.search(r"\b(?:was|were|is|are|been|be)\s+(?:\w+ly\s+|already\s+|soon\s+)?$", before) is None
    if word in {"run", "drive", "ride"} and _RUN_OF.search(before):
        return True  # "on the trial run"
    if word in {"pass", "passes"} and _PASS_FOR.search(before):
        return True
    if word in {"land", "lands", "transport", "ferry"}:
        return re.search(r"\b(?:to|he|she|they|it|aircraft|plane|and)\s+$", before) is None
    if word.endswith("ing") and _HAS_SOMEBODY.search(before):
        return False  # "the diary has her delivering a speech"
    # "the Vienna race", "a ten-kilometre road race": with "a" before it a plain form is no verb
    named = _is_base(word) and (
        _THE_NAMED.search(before) or _ONE.search(before) or _WITHOUT.search(before) or _of_one(before)
    )
    if named or _is_kept(text, end, word) or _is_thing(text, (start, end), word, before):
        return True
    if _THAT_NIGHT.search(before) and not _is_base(word) and not word.endswith("ing"):
        return False  # "and that night slept in X"
    if _THE_TWO.search(before) and not _is_base(word) and not word.endswith("ing") and _DONE_BY_TWO.match(text, end):
        return False  # "the two slept in X"
    if _ALL_OF.search(before) and not _is_base(word) and not word.endswith("ing"):
        return False  # "all three dined in X"
    if _DETERMINERS.search(before):
        return re.search(r"\b(?:that|these|those|this|one)\s+$", before) is None or word in {
            "run",
            "walk",
            "ride",
            "flight",
        }
    # "the truce village", "landing strip": a form in -ing before a noun is left as a verb; only articles decide
    return False


_RUN_OF = regex(
    r"\b(?:trial|test|maiden|inaugural|demonstration|practice|proving|night|morning|evening|last|first|return|mail|school|delivery|milk|supply)\s+\Z",
    re.IGNORECASE,
)
_PASS_FOR = regex(
    r"\b(?:boarding|press|season|rail|bus|travel|day|weekend|medical|transit|border|mountain|visitor['\u2019]?s|entry|exit|gate|free|staff)\s+\Z",
    re.IGNORECASE,
)
"""Words before "pass" that make it a paper or a road."""
_SINGLE = regex(
    r"(?P<lead>\b[\w\u2019']+\s+)?\b(?:the|their|its|last|first)\s+(?:[a-z]+\s+)?(?P<word>[a-z]{2,}(?:[^s\W]|ous|less))\s+$",
    re.IGNORECASE,
)
_SHOWN_DOING = regex(
    r"(?:saw|sees?|seen|seeing|watch(?:ed|es|ing)?|heard|hears?|felt|feels?|made|makes?|making|let|lets|letting|had|has|have|help(?:ed|s|ing)?|"
    r"did|does|do|film(?:ed|s)?|bade|bid|notice[ds]?|observe[ds]?)\s+"
)


def _of_one(before: str) -> bool:
    """Whether a plain form stands behind a word for one thing, so that it is a noun: "the eighteenth attempt"."""
    found = _SINGLE.search(before)
    if found is None or _SHOWN_DOING.fullmatch(found["lead"] or ""):
        return False
    noun = person_noun(found["word"])
    return found["word"] not in _MANY and (noun is None or not noun[1])


_MANY = frozenset({"police", "public", "youth", "press", "cattle", "rest", "majority", "two", "three", "four", "five"})
"""Words for many without an -s, which a plain verb can follow."""
_KEEPS = regex(r"\s+(?:that|how|when|him|her|them|me|us)\b")


def _is_kept(text: str, end: int, word: str) -> bool:
    """Whether "records" are papers, not what a paper does: "the log records that she came"."""
    return word in {"record", "records"} and _KEEPS.match(text, end) is None


_WITHOUT = regex(
    r"\b(?:without|with|in|by|of|for|at|after)\s+(?:much\s+|more\s+|great\s+|further\s+)?\Z", re.IGNORECASE
)
"""Words after which a plain form is a noun, for a deed has another form there: "without stopping"."""


_HELPED = regex(r"\s+(?:have|has|had|were|was|are|will|would|may|might|could)\b(?!\s+(?:been\s+)?to\b)")
_GIVES = regex(
    r"\b(?:exchang|swapp|trad|told|crack|took|tak|made|mak|sent|gave|fil|wrote|receiv|collect|sold|bought|post|show|drew|ask|"
    r"answer|paid|issu|heard|circulat|publish|deliver)(?:e?d|ing)?\s+(?:(?!(?:and|but|then|who|which|that)\b)\w+\s+)?$",
    re.IGNORECASE,
)
"""Verbs before which a form in -s is what they are done to: "exchanged jokes", "sent reports"."""
_COMPOUND = regex(
    r"\s+(?:cent(?:re|er)s?|malls?|arcades?|precincts?|bags?|baskets?|trips?|lists?|pools?|baths?|strips?|rinks?|houses?|cards?|pass(?:es)?|"
    r"gates?|rooms?|halls?|schools?|stations?|offices?|camps?|grounds?|lessons?|tests?|licen[cs]es?|pads?|points?|part(?:y|ies)|sites?|"
    r"stages?|instructors?|machines?|boards?|clubs?|boots?|shoes?|suits?|costumes?|gear|lights?|wheels?|gowns?|jackets?|fields?|"
    r"distance|speed|order|time|table|partners?|rights?|orders?|committee|mission|system|equipment)\b"
)
"""What makes an adjective of a form in -ing: "a shopping centre", "the landing lights"."""
_SPORTS = frozenset(
    {
        "banking",
        "boating",
        "boxing",
        "climbing",
        "cycling",
        "farming",
        "fishing",
        "flying",
        "mining",
        "motoring",
        "racing",
    }
    | {"rowing", "running", "sailing", "shipping", "skating", "skiing", "swimming", "walking", "yachting", "visiting"}
)
_OF_TRADE = regex(
    r"\s+(?:officials|authorities|journalists|writers|correspondents|clubs?|circles|bodies|fans|people|men|women|folk|"
    r"enthusiasts|experts|coaches|unions?|federations?|associations?|teams?|dignitaries|ministers|professors?|lecturers?)"
    r"(?:\s+(?:in|at|from|of|who|around|near)\b|\s+\w+(?:ed|id|ay|ays)\b)"
)


def _is_thing(text: str, span: tuple[int, int], word: str, before: str) -> bool:
    """Whether a form in -s or -ing is the name of things or of a trade, not a deed.

    "Photographs have been sent to X", "exchanged jokes in X", "Cycling officials in X say".
    """
    start, end = span
    if word.endswith("s") and not word.endswith("ss") and " " not in word:
        return (opens(text, start) and _HELPED.match(text, end) is not None) or _GIVES.search(before) is not None
    if word.endswith("ing") and _COMPOUND.match(text, end):
        return True  # "a shopping centre", "the boarding card"
    return word in _SPORTS and opens(text, start) and _OF_TRADE.match(text, end) is not None
