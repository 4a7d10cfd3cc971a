"""Travellers without a name: the description ("the banker", "two sisters") of whom a story tells most motion."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.journey_words import journey_words
from wayproof.story.motion import MOVING, Motion, verb_classes, verb_matches

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wayproof.story.document import Story

READ_CHARACTERS = 20_000
"""How far into a story its traveller is looked for."""
ENOUGH = 2.5
"""Least score of a description that somebody travels under."""
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "wives": "wife", "policemen": "policeman"}
_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w-]{2,}")
_TRADE = re.compile(
    r"[a-z]{3,}(?:ist|ician|ographer|woman|sman|keeper|worker|maker|master|driver|runner|jumper|player|seller|bearer|rider)"
)
_DETERMINER = re.compile(
    r"(?<![\w-])(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|both|\d{1,3}|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)\s+",
    re.IGNORECASE,
)
_MODIFIERS = re.compile(r"(?:[\w\u2019'-]+,?\s+){0,6}")
_SOUGHT_SHELTER = re.compile(r"[^.!?\n]{0,40}\b(?:asylum|protection|refuge|shelter)\b", re.IGNORECASE)
_GENERIC = frozenset({"man", "woman", "boy", "girl", "teenager", "suspect", "traveller", "passenger"})
_ALSO_ADJECTIVES = frozenset({"official", "general", "private", "major", "marine", "executive", "coach", "express"})
_OF_SELF = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:he|she|they)\b")
"""After a verb of saying: "a man says he left X" tells of the man himself."""
POINTS = {"near": 3.0, "somewhere": 1.0, "doing": 2.0, "quoted": 3.0, "lead": 1.5, "counterpart": -1.5}
"""What an occurrence adds: motion with a place by it, motion alone, anything done at a place, speech in the first
person about motion, standing at the head of the story, and being somebody whom travellers meet."""
LEAD_SENTENCES = 2
BACK_CHARACTERS = 90
"""Characters of a noun phrase before its noun."""
NEAR_CHARACTERS = 170
"""How far after a verb its place may stand."""
_QUOTED_MOTION = re.compile(
    r"[\"\u201c][^\"\u201d]*\bI\s+(?:\w+ly\s+|had\s+)?(?:left|drove|flew|walked|took|was|went|rode|sailed|ran|crossed|"
    r"arrived|reached|came|caught|set)\b"
)


@dataclass(frozen=True, slots=True)
class Description:
    """The words under which an unnamed person or company travels.

    Attributes
    ----------
    noun
        The noun as the text has it, folded.
    many
        Whether it stands for several people.
    at
        Offset of its first use.
    score
        How much the story moves them.
    """

    noun: str
    many: bool
    at: int
    score: float


@cache
def person_noun(word: str) -> tuple[str, bool] | None:
    """The singular of a noun for a person and whether it stood for several; None for any other word."""
    folded = word.casefold()
    persons = journey_words("persons")
    if folded in journey_words("companies"):
        return folded, True
    if folded in persons or _is_trade(folded):
        return folded, False
    single = _IRREGULAR.get(folded) or (folded[:-3] + "y" if folded.endswith("ies") else folded.removesuffix("s"))
    return (single, True) if single != folded and (single in persons or _is_trade(single)) else None


def _is_trade(word: str) -> bool:
    """Whether the ending makes a word a person's: "trombonist", "statistician", "goalkeeper"."""
    return _TRADE.fullmatch(word) is not None and word not in journey_words("no_persons_in_ist")


def conveyance(word: str) -> tuple[str, bool] | None:
    """A noun for a vessel or vehicle; None for any other word."""
    folded = word.casefold()
    return (folded, False) if folded in journey_words("conveyances") else None


def find_description(story: "Story", places: "Sequence[int]") -> Description | None:
    """The person or company without a name whom the story moves most; None when it moves nobody.

    `places` are the sorted offsets of place names.
    """
    return _best(story, places, person_noun)


def find_vessel(story: "Story", places: "Sequence[int]") -> Description | None:
    """The vessel or vehicle that the story moves most; None when it moves none. For stories that move nobody."""
    return _best(story, places, conveyance)


def _best(
    story: "Story", places: "Sequence[int]", kind: "Callable[[str], tuple[str, bool] | None]"
) -> Description | None:
    text = story.text
    scores: dict[str, float] = {}
    first: dict[str, tuple[int, str, bool]] = {}
    for number, sentence in enumerate(story.sentences):
        if sentence.start > READ_CHARACTERS:
            break
        for word in _WORD.finditer(text, sentence.start, sentence.end):
            noun = kind(word.group())
            if noun is None or not _heads_phrase(text, noun[0], word.end()):
                continue
            low = max(sentence.start, word.start() - BACK_CHARACTERS)
            phrase = _phrase_start(text, low, word.start())
            if phrase is None:
                continue
            points = _points(text, phrase, word.end(), sentence.end, places)
            if number < LEAD_SENTENCES and points > 0:
                points += POINTS["lead"]
            if noun[0] in journey_words("counterparts") and number > 0:
                points += POINTS["counterpart"]
            name = noun[0]
            if first and name in _GENERIC and text[phrase:].casefold().startswith("the "):
                name = next(iter(first))  # "A sergeant ... The man": the one told of
            scores[name] = scores.get(name, 0.0) + points
            first.setdefault(name, (word.start(), word.group().casefold(), noun[1]))
    if not scores:
        return None
    best = max(scores, key=lambda noun: (scores[noun], -first[noun][0]))
    at, noun_as_told, many = first[best]
    return Description(noun_as_told, many, at, scores[best]) if scores[best] >= ENOUGH else None


def _phrase_start(text: str, low: int, high: int) -> int | None:
    """Offset of the article or number that opens the noun phrase whose noun starts at `high`; None without one."""
    starts = list(_DETERMINER.finditer(text, low, high))
    if not starts:
        return None
    middle = text[starts[-1].end() : high]
    words = set(middle.casefold().replace(",", " ").split())
    plain = _MODIFIERS.fullmatch(middle) is not None and not re.search(r"['\u2019]s\b", middle)
    return starts[-1].start() if plain and not journey_words("no_modifiers") & words else None


def _heads_phrase(text: str, word: str, end: int) -> bool:
    """Whether the noun ends its phrase: not "the police lawyer" at "police", not "the smuggler's ledger"."""
    if re.match(r"['\u2019]", text[end : end + 1]):
        return False
    if word in _ALSO_ADJECTIVES and not re.match(r"\s*,|\s+(?:who|was|is|had|has|\w+ed)\b", text[end : end + 40]):
        return False
    following = re.match(r"[\s,]+([a-z][\w-]+)", text[end : end + 40])
    return following is None or text[end : end + 1] == "," or person_noun(following.group(1)) is None


def _points(text: str, start: int, end: int, high: int, places: "Sequence[int]") -> float:
    """What one use of a noun phrase, from `start` to `end` in a sentence that ends at `high`, adds to its score."""
    word = re.search(r"([\w-]+)[ ]+$", text[max(0, start - BACK_CHARACTERS) : start])
    before = word.group(1).casefold() if word else ""
    if before in journey_words("before_others"):
        return 0.0
    motions = verb_classes().get(before, ())
    if before in journey_words("seen_object") or {Motion.SEEN, Motion.CARRY} & set(motions):
        # "a clerk in X saw the banker": the place may stand before the verb
        low = max(text.rfind(". ", 0, start), start - BACK_CHARACTERS)
        return POINTS["near"] if _place_between(places, low, min(high, end + NEAR_CHARACTERS)) else 0.0
    relative = re.match(r"[\s,]*(?:\d{1,3},\s*)?who(?:se)?\b", text[end : end + 12]) is not None
    for match in verb_matches(text, end, high):
        form = re.sub(r"\s+", " ", match.group().casefold())
        motions = verb_classes().get(form, (Motion.OTHER,))
        if motions[0] is Motion.MODAL and not match.group()[0].isupper():
            return 0.0  # "how far a man can drive"
        if motions[0] in {Motion.AUX, Motion.MODAL} or form in journey_words("not_verbs"):
            continue
        tells = motions[0] in {Motion.SPEECH, Motion.STATIC, Motion.PLAN}
        moves = bool((MOVING | {Motion.STAY, Motion.SEEN}) & set(motions))
        if (relative and not (moves and not tells)) or (tells and _OF_SELF.match(text, match.end())):
            continue
        near = _place_between(places, end, min(high, match.end() + NEAR_CHARACTERS))
        if tells:
            return _telling(text, end, match.end(), high, speaks=motions[0] is Motion.SPEECH)
        # "a taxi driver dropped her in X": who carries others is not whom the story moves
        acts_on = re.match(r"\s+(?:him|her|them|his)\b", text[match.end() : match.end() + 6])
        if motions == (Motion.SEEN,) and not re.search(
            r"\b(?:was|were|been|being)\s+(?:\w+\s+)?$", text[end : match.start()]
        ):
            acts_on = match  # "a guard saw the accused leave"
        kind = ("near" if near else "somewhere") if moves else "doing"
        return POINTS[kind] if (near or moves) and acts_on is None else 0.0
    return 0.0


def _telling(text: str, end: int, after: int, high: int, *, speaks: bool) -> float:
    """Points for somebody who asks for shelter, or says "I left ..."."""
    if _SOUGHT_SHELTER.match(text, after):
        return POINTS["near"]
    # the quotation may stand before the speaker in the same line
    quoted = speaks and _QUOTED_MOTION.search(text, text.rfind("\n", 0, end) + 1, high)
    return POINTS["quoted"] if quoted else 0.0


def _place_between(places: "Sequence[int]", low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high
