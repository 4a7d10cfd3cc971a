"""Names that only colour something else: "a Calcutta paper", "the bridge over the Tumen", "who grows hops near X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause
from wayproof.story.vocabulary.motion import MOVING
from wayproof.story.vocabulary.person_nouns import person_noun

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_ARTICLE = re.compile(
    r"\b(?:an?|the|his|her|their|one|another|two|three|some|several|many|its|our|my|that|this)\s+(?:[a-z-]+\s+)?\Z"
)
_NOUN = re.compile(r"\s+(?P<noun>[a-z][a-z-]+)\b")
_HOUSES = re.compile(
    r"(?:news)?papers?|dail(?:y|ies)|weekl(?:y|ies)|magazines?|periodicals?|journals?|tabloids?|broadsheets?|publishers?|publishing|agenc(?:y|ies)|"
    r"firms?|compan(?:y|ies)|society|societies|syndicate|bank|insurers?|brewery|broadcaster|correspondence|press|edition|accent|dialect|fashion|"
    r"registration|registered|number-?plates?|plates?|cheese|made|built|bred|family|families|connections?|relations?|cousins?|"
    r"stock\s+exchange|bourse|dynasty|school\s+of|derby|football|cricket"
)
"""Houses that write or trade and are not where somebody is: "a letter to a Calcutta newspaper"."""
_OVER = re.compile(
    r"\b(?:(?:foot|rail|road|pontoon|suspension)?-?bridges?|viaducts?|ferr(?:y|ies)|tunnels?|fords?|dams?|weirs?|causeways?|cable-?car)\s+"
    r"(?:across|over|under|beneath|spanning)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_SETTLES = frozenset(
    """gave up|gives up|gave|settled|settles|decided|decides|agreed|agrees|insisted|dwelt|bet|staked|voted|votes|
    concentrated|focused|focussed|
    remarked|commented|reported|reports|wrote|writes|read|works|worked|relied|counted|frowned|pondered|spoke|lectured""".replace(
        "\n    ", ""
    ).split("|")
)
_ON = re.compile(r"\s+(?:up\s+)?(?:on|upon|about|over)\s+\Z", re.IGNORECASE)


def is_attribute(text: str, start: int, end: int) -> bool:
    """Whether the name between two offsets only tells which paper, person or bridge is meant."""
    before = text[max(0, start - 40) : start]
    if _OVER.search(before):
        return True
    noun = _NOUN.match(text, end)
    if noun is None or _ARTICLE.search(before) is None:
        return False
    return _HOUSES.match(noun["noun"]) is not None or person_noun(noun["noun"]) is not None


def is_habit(text: str, clause: Clause, verb: "Verb") -> bool:
    """Whether a clause with "who" tells what somebody does for a living or at all times: "who grows hops near X"."""
    plain = verb.form.endswith("s") and not verb.form.endswith("ss") and verb.form not in {"was", "is", "has", "does"}
    habitual = plain and not (verb.passive or verb.perfect or verb.current)
    if not habitual or not MOVING.isdisjoint(verb.motions):
        return False
    return _WHO.search(text, max(0, clause.start - REACH), verb.start) is not None


REACH = 80
_WHO = re.compile(r"\bwho\s+(?:\w+ly\s+|now\s+|still\s+|also\s+)?(?:[a-z]+s\b[^.!?;]*)?\Z")


def is_set_aside(verb: "Verb", between: str) -> bool:
    """Whether a verb tells what somebody thought or spoke about: "gave up on X", "settled on X"."""
    return verb.form in _SETTLES and _ON.fullmatch(between) is not None
