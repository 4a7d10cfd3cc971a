"""What somebody has, is or is held for at a place, whether there or not: "has a twin in X", "was famous in X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import person_noun, vehicle_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_HAS = frozenset({"have", "has", "had", "having", "keeps", "kept"})
_IS = frozenset({"was", "were", "is", "are", "am", "been", "be", "being", "became", "becomes", "remains", "remained"})
_DUE = frozenset(
    {"appointment", "audition", "booking", "commission", "date", "exam", "examination", "rendezvous", "reservation"}
)
_OF_COURSE = frozenset({"has", "have"})
_PLACED = r"(?:in|at|near|outside|around|across|on|of)\s+(?:the\s+)?$"
_FEW = "one|two|three|four|five|six|seven|some|several|many|few|both|other|another|only|any"
_COUNT = rf"(?:(?:an?|the|his|her|their|its|no|{_FEW}|\d+)\s+)"
_HELD = regex(
    rf"\s*,?\s*(?:and\s+)?{_COUNT}{{0,3}}(?P<words>(?:(?!(?:to|by|with|at|in|on|from|for|who|that|and|when|his|her|their|the|a|an)\b)"
    r"[\w\u2019'-]+\s+){1,4}?)"
    rf"(?:(?:of|with|for|from|by)\s+(?!(?:him|her|them|me|us)\b)(?:[\w\u2019'-]+\s+){{1,3}})?{_PLACED}",
    re.IGNORECASE,
)
"""What somebody has, up to the name of its place: "had | a twin brother in"."""
_REPUTED = regex(
    rf"\s+(?:\w+ly\s+|very\s+|quite\s+|so\s+|still\s+|once\s+|already\s+|then\s+|well[\s-]|best[\s-]|little[\s-]|too\s+|as\s+){{0,3}}"
    r"(?:absent|admired|beloved|bankrupt|big|celebrated|dead\s+by|famous|feared|hated|household\s+names?|ill-famed|illustrious|infamous|"
    r"influential|known|legendary|liked|loved|missing|notorious|obscure|overdue|popular|prominent|renowned|respected|responsible|revered|"
    r"unheard\s+of|unknown|unlicensed|unpopular|unwelcome|welcome|persona\s+non\s+grata|front-page\s+news|news|in\s+demand|in\s+debt|"
    rf"in\s+fashion|out\s+of\s+favour|out\s+of\s+fashion|out\s+of\s+work|all\s+the\s+rage)\s+(?:[\w\u2019'-]+\s+){{0,3}}?{_PLACED}",
    re.IGNORECASE,
)
"""What somebody is at a place by what people there think or lack."""
_ROLE = regex(
    rf"\s+(?:{_COUNT})?(?P<words>(?:(?!(?:to|by|with|at|in|on|from|for|who|that|and|when|among)\b)[\w\u2019'-]+\s+){{1,4}}?)"
    rf"(?:(?:of|to|for|at|in|with)\s+(?:[\w\u2019'-]+\s+){{1,5}}?)?{_PLACED}",
    re.IGNORECASE,
)
_IS_TO = regex(r"\s+(?:\w+ly\s+|then\s+|also\s+)?to\s+(?!(?:the|an?|his|her|their)\b)[a-z]+\s")
"""What makes "was" one of a plan: "was to meet a friend in X"."""
_SAID = regex(r"\s+(?:\w+ly\s+|long\s+|still\s+|soon\s+)?(?P<said>[a-z]+)\s")
_REPORTED = regex(r"\b(?:reported|declared|posted|listed|registered|presumed|feared)\s+(?:as\s+)?$")
_UNSEEN = regex(
    r"\b(?:in\s+absentia|in\s+(?:his|her|their)\s+absence|posthumously|by\s+proxy|by\s+default|by\s+post|by\s+video(?:-?\s?link)?|by\s+letter|"
    r"via\s+video(?:-?\s?link)?|remotely|unheard|over\s+the\s+(?:tele)?phone|(?:on|over|by)\s+(?:skype|zoom)|from\s+afar|as\s+(?:missing|lost|stolen|"
    r"overdue|dead|drowned)|missing|overdue)\b",
    re.IGNORECASE,
)
"""What is done to or by somebody who is not there."""
AFTER = 60
"""Characters after the name of the place in which that is said."""


def only_stands(text: str, verb: "Verb", relation: str, between: str, after: int) -> bool:
    """Whether a verb tells how things stand for somebody at a place, and not that they were there.

    Parameters
    ----------
    text
        The story.
    verb, relation, between
        The verb, the relation of the place to it, and the words between it and the name.
    after
        Offset at which the name ends.
    """
    if relation not in {"at", "object", "of"}:
        return False
    if verb.passive:
        tail = text[after : after + AFTER]
        unseen = _UNSEEN.search(between) or _UNSEEN.search(re.split(r"[.;!?\n]", tail, maxsplit=1)[0])
        left = verb.form == "forgotten" and between.startswith(" at ")  # "was forgotten at X with his drum"
        return (verb.form in journey_words("said_of") and not left) or (unseen is not None and verb.start < after)
    if verb.form in _HAS:
        return ":" in between or _is_holding(verb, between)
    if verb.form in {"missing", "lost"} and _REPORTED.search(text, max(0, verb.start - AFTER), verb.start):
        return True
    said = _SAID.match(between)
    if verb.form in _IS and said is not None and said["said"] in journey_words("said_of"):
        return True
    return verb.form in _IS and any((_REPUTED.match(between), _IS_TO.match(between), _is_role(between)))


def holds(text: str, verb: "Verb") -> bool:
    """Whether what follows a verb is only had: "where he had friends"."""
    had = re.split(r"[,;.!?\n]", text[verb.end : verb.end + AFTER], maxsplit=1)[0]
    return verb.form in _HAS and _is_holding(verb, f"{had} in ")


def _is_holding(verb: "Verb", between: str) -> bool:
    held = _HELD.fullmatch(between)
    if held is None:
        return False
    noun = held["words"].split()[-1].casefold()
    singular = noun.removesuffix("s")
    if verb.form in _OF_COURSE and {noun, singular} & (journey_words("engagements") | _DUE):
        return True  # "has an appointment in X next week"
    if noun in _KEPT_FOR:
        return True  # "had a cabin reserved in X"
    person = person_noun(noun)
    met = person is not None and person[0] in journey_words("visitors")
    return (person is not None and not met) or vehicle_noun(noun) or bool({noun, singular} & journey_words("holdings"))


_KEPT_FOR = frozenset(
    {
        "reserved",
        "booked",
        "waiting",
        "planned",
        "arranged",
        "pending",
        "scheduled",
        "promised",
        "insured",
        "registered",
    }
    | {"stored", "deposited", "mortgaged", "buried", "invested", "hidden", "laid up", "to let", "for sale", "rented"}
)
"""What is said of a thing that is kept for somebody who may never come."""


_HAVING = regex(
    r"\b(?:ha[ds]|have|having)\s+(?:an?|the|his|her|their|its|no|two|three|another|some)\s+(?:[\w\u2019'-]+\s+){1,4}?(?:\w+ly\s+|already\s+|still\s+|long\s+)?\Z"
)


def is_kept_for(text: str, start: int, verb: "Verb") -> bool:
    """Whether a verb of the clause that begins at `start` tells what is kept: "had a cabin reserved in X"."""
    return verb.form in _KEPT_FOR and _HAVING.search(text, start, verb.start) is not None


def _is_role(between: str) -> bool:
    role = _ROLE.fullmatch(between)
    if role is None:
        return False
    person = person_noun(role["words"].split()[-1])
    return person is not None and person[0] not in journey_words("present")
