"""What the words between a verb and a place name say: left, reached, passed, or only where something was."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb

DIRECTIONS = {
    "from": "from",
    "off": "from",
    "out of": "from",
    "to": "to",
    "into": "to",
    "onto": "to",
    "as far as": "to",
    "no farther than": "to",
    "no further than": "to",
    "no nearer than": "to",
    "no closer than": "to",
    "back to": "to",
    "through": "via",
    "via": "via",
    "past": "via",
    "across": "via",
    "over": "via",
    "along": "via",
    "by way of": "via",
    "round": "via",
    "around": "via",
    "between": "none",
    "towards": "none",
    "toward": "none",
    "for": "none",
    "about": "none",
    "against": "none",
    "like": "none",
    "than": "none",
    "behind": "at",
    "beyond": "via",
    "in": "at",
    "at": "at",
    "on": "at",
    "near": "at",
    "outside": "at",
    "in front of": "at",
    "inside": "at",
    "within": "at",
    "by": "at",
    "beside": "at",
    "among": "at",
    "amid": "at",
    "below": "at",
    "aboard": "at",
    "under": "at",
    "above": "via",
    "beneath": "at",
    "opposite": "at",
    "alongside": "at",
    "with": "none",
    "of": "of",
}
"""What a preposition says of the place after it."""


@cache
def prepositions_pattern() -> re.Pattern[str]:
    """Regular expression for every listed preposition."""
    listed = sorted(DIRECTIONS, key=len, reverse=True)
    words = "|".join(listed).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def relation_of(
    text: str, clause: "Clause", verb: "Verb | None", top: "Toponym", previous: "Toponym | None"
) -> tuple[str, str]:
    """What the words between the verb (or the name before) and the name say, and those words."""
    start = top.mention.start
    fronted = verb is not None and verb.start >= top.mention.end
    low = clause.start if fronted or verb is None else verb.end
    if previous is not None and previous.mention.end > low and previous.mention.end <= start:
        low = previous.mention.end
        between = text[low:start]
        if re.fullmatch(
            r"(?:\s*,\s*|\s*,?\s*(?:and|then|or|and\s+then|&|\u2013|—|-|→)\s*)(?:finally\s+|the\s+|on\s+)?", between
        ):
            return "list", between
    between = text[low:start]
    prepositions = [
        (match.start(), re.sub(r"\s+", " ", match.group().casefold()))
        for match in prepositions_pattern().finditer(between)
    ]
    if top.mention.text.casefold() in {"here", "there"}:
        back = any(word == "from" for _, word in prepositions[-1:]) and between.rstrip().casefold().endswith("from")
        return ("from" if back else "at"), between
    if not prepositions:
        plain = re.fullmatch(r"\s*(?:[\w\u2019'-]+\s+){0,4}", between) is not None
        return ("object" if plain else "none"), between
    if _is_seen(clause):
        prepositions = [(at, "near" if word in {"towards", "toward"} else word) for at, word in prepositions]
    at, last = prepositions[-1]
    said = _said(last, between[:at], verb)
    if last in {"to", "into"} and WAY_IN.search(between[:at]):
        said = "at"  # "was stopped at the eastern entrance to X"
    if last == "of":
        said = _of_part(between[:at], prepositions[:-1], verb)
    if said == "at" and verb is not None and MOVING & set(verb.motions) and not _out_of_it().search(between):
        said = _direction_before(prepositions[:-1], between) or said
    return said, between


NO_FARTHER = regex(r"\b(?:farther|further)\s+(?:(?:north|south|east|west|on|up|down|in|inland|out)\w*\s+)?\Z")
"""Before "than" what makes the place the end of a way: "got no farther than X"."""


def _said(word: str, before: str, verb: "Verb | None") -> str:
    """What a preposition says of the place after it, with its verb and the words before it."""
    if word == "over" and re.search(r"\ball\s+$", before):
        return "none"  # "ammunition from all over Russia"
    if word == "off" and verb is not None and not {Motion.LEAVE, Motion.START} & set(verb.motions):
        return "at"  # "sighted off X", "anchored off X"
    if word == "from" and _DISTANCE_FROM.search(before):
        return "at"
    if word == "than" and NO_FARTHER.search(before):
        return "to"
    return DIRECTIONS[word]


def _of_part(before: str, prepositions: "Sequence[tuple[int, str]]", verb: "Verb | None") -> str:
    """What the words that end before "of X" say: by what stands before a part of the place, "from the rocks of X"."""
    noun = re.search(r"([\w-]+)\s+$", before)
    bare = verb is not None and verb.form.endswith(" out") and not before.lstrip().startswith("out")
    out = bare and (noun is None or re.match(r"\s+of\b", before) is not None)
    if noun is None:
        return "from" if out else "object"
    if not part_of_place(re.sub(r"^\s+of\b", " out of", before) if out else before):
        return "none"
    earlier = [(at, word) for at, word in prepositions if word != "of"]
    if earlier:
        at, word = earlier[-1]
        return _said(word, before[:at], verb)
    if _UP.match(before):
        return "via"  # "was helped up the rocks of X"
    if out and verb is not None:
        return "via" if verb.motion is Motion.REACH else "from"  # "stepped out of the gates of X"
    return "at" if noun.group(1).casefold() in _BESIDE else "object"


_UP = regex(
    r"\s+(?:\w+ly\s+)?(?:him\s+|her\s+|them\s+|me\s+|us\s+)?(?:up|down)\s+(?:the|an?|its|his|her|their|some)\s",
    re.IGNORECASE,
)
"""The opening of a way up or down a part of a place, right behind the verb."""
WAY_IN = regex(
    r"\b(?:at|near|by|before|outside|beside|on|in)\s+(?:the|an?|one\s+of\s+the|its)\s+(?:[\w-]+\s+){0,2}?(?:entrances?|entry|gates?|gateway|"
    r"approach(?:es)?|turn-?off|exit|access|slip\s+road|causeway|threshold|toll\s+plaza|ramp|way\s+in|doors?|steps|stairs|key|gangway|"
    r"driveway|drive|access\s+road|approach\s+road)\s+$",
    re.IGNORECASE,
)
"""Where a place begins, before "to X": who is there is at X."""
_BESIDE = frozenset(
    {
        "short",
        "north",
        "south",
        "east",
        "west",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "northeast",
        "northwest",
    }
    | {"southeast", "southwest", "upstream", "downstream", "abreast", "ahead", "seaward", "inland", "outside"}
)
"""Words that put something beside a place: "camped ten miles short of X"."""


_CHAIN = regex(
    r"(?:\b(?P<to>to|into|onto|from|off|out\s+of|through|past|across|over|along|up|down|round|around|behind|beyond|in|at|on|near|outside|inside|"
    r"within|by|beside|under|above|below|beneath|opposite|alongside|among|amid)\s+(?:(?:the|an?|its|his|her|their|one|another|some)\s+)?)?"
    r"(?P<words>(?:(?!(?:the|an?|his|her|its|their|my|our|to)\b)[\w\u2019'-]+\s+){1,4}?)"
    r"(?:of\s+(?:(?:the|an?|its)\s+)?(?P<inner>(?:[\w\u2019'-]+\s+){1,3}))?$",
    re.IGNORECASE,
)
_ABSTRACT = regex(
    r"[a-z]{3,}(?:tion|sion|ness|ism|hood|ship|ity|ance|ence|ment|ing)s?",
)
_CONCRETE = regex(
    r"(?:sub)?stations?|\w*plantations?|(?:inter)?sections?|junctions?|foundations?|excavations?|fortifications?|\w*cit(?:y|ies)|"
    r"universit(?:y|ies)|facilit(?:y|ies)|extremit(?:y|ies)|vicinity|entrances?|fences?|residences?|confluences?|"
    r"(?:cross|clear|build|outbuild|land|moor|sid|rail|open|bomb|shell|storm|park|dwell|ceil)ings?|springs?|rings?|wings?|"
    r"(?:settle|base|embank|encamp|monu|apart|tene|escarp|pave|battle|depart|allot|abut)ments?|prisms?|neighbourhoods?|neighborhoods?"
)
"""Nouns of places that end as abstractions do."""


def part_of_place(words: str) -> bool:
    """Whether words that end before "of X" name a part of the place: "behind the gasworks", not "on the orders".

    After a preposition of place any noun does, unless it is a person, a body of people or an abstraction; without one
    only a listed noun of whereabouts ("the gates of X").
    """
    found = _CHAIN.search(words)
    if found is None:
        return False
    chain = [part.split()[-1].casefold() for part in (found["words"], found["inner"]) if part]
    if (found["to"] or "").casefold() in {"in", "within"} and chain[0] in _IN_SIGHT:
        return all(_is_part(noun) for noun in chain[1:])
    placed = found["to"] is not None and found["to"].casefold() != "by"
    listed = _is_listed(chain[-1])
    return (placed or listed) and all(_is_part(noun) for noun in chain)


_IN_SIGHT = frozenset({"sight", "view", "earshot", "range", "reach", "hail"})


def _is_listed(noun: str) -> bool:
    return bool({noun, noun.removesuffix("s")} & journey_words("whereabouts"))


def _is_part(noun: str) -> bool:
    if _is_listed(noun):
        return True
    if not noun.replace("-", "").isalpha() or noun in journey_words("no_parts") or person_noun(noun) is not None:
        return False
    return _ABSTRACT.fullmatch(noun) is None or _CONCRETE.fullmatch(noun) is not None


def _direction_before(prepositions: "Sequence[tuple[int, str]]", between: str) -> str | None:
    """The direction said earlier holds: "to a hospital in X", "from a depot near X"."""
    wider = [
        DIRECTIONS[word]
        for at, word in prepositions
        if DIRECTIONS[word] in {"from", "to", "via"}
        and word != "off"
        and not _is_infinitive(between, word)
        and not (word == "from" and _DISTANCE_FROM.search(between[:at]))  # "ten paces from his house in X"
    ]
    return wider[-1] if wider else None


@cache
def _out_of_it() -> re.Pattern[str]:
    """Out of what, or into what, somebody gets without leaving the place: "lifted him out of the water at Ceuta"."""
    vehicles = "|".join(map(re.escape, sorted(journey_words("conveyances"), key=len, reverse=True)))
    return re.compile(
        r"\b(?:from|out\s+of|off|into|onto|on\s+to)\s+(?:the|a|an|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:water|sea|river|lake|surf|waves|wreck|wreckage|"
        rf"rubble|bed|hotel|crowd|back|boot|window|pocket|mud|snow|ice|cockpit|cab|cabin|saddle|horse|{vehicles})\b"
        r"(?!\s+(?:station|stop|stand|terminal|depot|shelter|park|yard|port|dock|shed|works|factory)\b)",
        re.IGNORECASE,
    )


_DISTANCE_FROM = regex(
    (
        r"\b(?:steps|metres|meters|yards|feet|miles?|kilomet(?:re|er)s?|km|minutes?|hours?|drive|walk|"
        r"stone['\u2019]s\s+throw|away|far|paces|blocks|streets|"
        r"(?:day|hour|minute|week|night)s?['\u2019]?s?\s+(?:march|ride|sail|flight|journey|row|walk|drive))\s+$"
    ),
    re.IGNORECASE,
)


def _is_seen(clause: "Clause") -> bool:
    """Whether somebody saw the traveller: going towards a place is then being near it."""
    return any(Motion.SEEN in verb.motions for verb in clause.verbs)


def _is_infinitive(between: str, word: str) -> bool:
    return (
        word == "to"
        and re.search(
            r"\bto\s+(?:be|see|meet|find|take|make|give|attend|visit|watch|buy|get|have|work|join|help|speak|open)\b",
            between,
            re.IGNORECASE,
        )
        is not None
    )
