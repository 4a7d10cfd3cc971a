"""What the words between a verb and a place name say: left, reached, passed, or only where something was."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.person_nouns import person_noun

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


def relation_of(  # noqa: C901 - what can stand between a verb and a name
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
    if top.mention.text in {"here", "there"}:
        back = any(word == "from" for _, word in prepositions[-1:]) and between.rstrip().casefold().endswith("from")
        return ("from" if back else "at"), between
    if not prepositions:
        plain = re.fullmatch(r"\s*(?:[\w\u2019'-]+\s+){0,4}", between) is not None
        return ("object" if plain else "none"), between
    if _is_seen(clause):
        prepositions = [(at, "near" if word in {"towards", "toward"} else word) for at, word in prepositions]
    at, last = prepositions[-1]
    said = DIRECTIONS[last]
    if last == "over" and re.search(r"\ball\s+$", between[:at]):
        said = "none"  # "ammunition from all over Russia"
    if last == "off" and verb is not None and {Motion.SEEN, Motion.STAY, Motion.REACH} & set(verb.motions):
        said = "at"  # "sighted off X", "anchored off X"
    if last == "from" and _DISTANCE_FROM.search(between[:at]):
        said = "at"
    if said == "of":
        noun = re.search(r"([\w-]+)\s+$", between[:at])
        if noun is None:
            return ("from" if verb is not None and verb.form.endswith(" out") else "object"), between
        earlier = [word for _, word in prepositions[:-1] if word != "of"]
        out = (
            verb is not None
            and verb.form.endswith(" out")
            and prepositions[0][0] == len(between) - len(between.lstrip())
        )
        if not part_of_place(re.sub(r"^\s+of\b", " out of", between[:at]) if out else between[:at]):
            return "none", between
        said = DIRECTIONS[earlier[-1]] if earlier else _out_of(verb) if out and verb is not None else "object"
    if said == "at" and verb is not None and MOVING & set(verb.motions) and not _OUT_OF_IT.search(between):
        said = _direction_before(prepositions[:-1], between) or said
    return said, between


def _out_of(verb: "Verb") -> str:
    """What "out of the gates of X" says: left with "walked", only shown there with "stepped" or "came"."""
    return "via" if verb.motion is Motion.REACH else "from"


_CHAIN = re.compile(
    r"(?:\b(?P<to>to|into|onto|from|off|out\s+of|through|past|across|over|along|round|around|behind|beyond|in|at|on|near|outside|inside|"
    r"within|by|beside|under|above|below|beneath|opposite|alongside|among|amid)\s+(?:(?:the|an?|its|his|her|their|one|another|some)\s+)?)?"
    r"(?P<words>(?:(?!(?:the|an?|his|her|its|their|my|our|to)\b)[\w\u2019'-]+\s+){1,4}?)"
    r"(?:of\s+(?:(?:the|an?|its)\s+)?(?P<inner>(?:[\w\u2019'-]+\s+){1,3}))?$",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    r"[a-z]{3,}(?:tion|sion|ness|ism|hood|ship|ity|ance|ence|ment|ing)s?",
)
_CONCRETE = re.compile(
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
    placed = found["to"] is not None and found["to"].casefold() != "by"
    listed = chain[-1] in journey_words("whereabouts")
    return (placed or listed) and all(_is_part(noun) for noun in chain)


def _is_part(noun: str) -> bool:
    if noun in journey_words("whereabouts"):
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
        and not _is_infinitive(between, word)
        and not (word == "from" and _DISTANCE_FROM.search(between[:at]))  # "ten paces from his house in X"
    ]
    return wider[-1] if wider else None


_OUT_OF_IT = re.compile(
    r"\b(?:from|out\s+of|off)\s+(?:the|a|an|his|her|their)\s+(?:\w+\s+)?(?:water|sea|river|lake|surf|waves|wreck|wreckage|rubble|"
    r"car|bus|train|plane|aircraft|boat|ship|bed|hotel|crowd|back|boot|window|pocket|mud|snow|ice)\b",
    re.IGNORECASE,
)
"""Out of what somebody comes without leaving the place: "lifted him out of the water at Ceuta"."""
_DISTANCE_FROM = re.compile(
    (
        r"\b(?:steps|metres|meters|yards|feet|miles?|kilomet(?:re|er)s?|km|minutes?|hours?|drive|walk|"
        r"stone['\u2019]s\s+throw|away|far|paces|blocks|streets)\s+$"
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
