"""Whose journey the story tells: the main traveller, the words that stand for that person, nationality and roles."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.descriptions import Description, find_description, find_vessel, person_noun
from wayproof.story.journey_words import journey_words
from wayproof.story.lexicon import word_list
from wayproof.story.mentions import MentionKind
from wayproof.story.motion import Motion, verb_classes, verb_matches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.document import Story
    from wayproof.story.toponyms import Toponym

_MONTH_WORDS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_NAME = re.compile(
    r"(?:[A-Z][\w\u2019'-]*[a-zà-ž][\w\u2019'-]*|[A-Z]\.)(?:\s+(?:(?:de|da|do|dos|del|della|di|"
    r"van|von|der|den|bin|ibn|al|el|la|le|du|ben|ter|ten|zu|y|"
    r"e)\s+)*(?:[A-Z][\w\u2019'-]*[a-zà-ž][\w\u2019'-]*|[A-Z]\.)){1,6}"
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Monsieur|Madame|Herr|Frau|Signora?|Se\u00f1ora?|Sgt|Capt|Prof)\.?\s+([A-Z][a-zà-ž][\w\u2019'-]+)"
)
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself|Mr|Mrs|Ms|Miss)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Traveller:
    """The person whose journey is read.

    Attributes
    ----------
    name
        Full name, or the describing noun phrase; None when the story names nobody.
    surname
        The word that later stands for the full name; "" when there is none.
    given
        Given names and initials, folded.
    gender
        "m", "f", "p" for several people, or "" when the text does not say.
    roles
        Folded nouns that the story uses for this person ("porter", "lieutenant").
    introduced
        Offset of the first words that stand for the person.
    """

    name: str | None
    surname: str
    given: tuple[str, ...]
    gender: str
    roles: frozenset[str]
    introduced: int


@cache
def name_pattern() -> re.Pattern[str]:
    """Regular expression for two or more capitalised words in a row."""
    return _NAME


FULL_NAME = 2
"""Words of the shortest full name."""
LONGEST_NAME = 4
"""Words of a full name with particles ("Piet van der Berg")."""


def person_names(
    text: str, taken: "Sequence[tuple[int, int]]", demonyms: "Sequence[tuple[int, int]]" = ()
) -> list[tuple[int, int, str]]:
    """Spans of full names of people: capitalised words in a row that are neither places nor organisations.

    `taken` are spans of places, which no name overlaps; `demonyms` may stand before a name
    ("West German Mathias Rust").
    """
    found = []
    spans = iter(sorted(taken))
    current = next(spans, None)
    titled = set(_TITLED.findall(text))
    of_peoples = {at for low, high in demonyms for at in range(low, high)}
    for match in _NAME.finditer(text):
        start, end = match.span()
        words = match.group().split()
        while len(words) > 1 and (
            words[0].casefold().rstrip(".") in journey_words("no_names") | journey_words("titles_of_travellers")
            or start in of_peoples
        ):
            start += len(words[0])
            while text[start : start + 1].isspace():
                start += 1
            words = words[1:]
        titles = [
            index
            for index, word in enumerate(words[:-1])
            if word.casefold().rstrip(".") in journey_words("titles_of_travellers")
        ]
        if titles and len(words) - titles[-1] > FULL_NAME:
            cut = titles[-1] + 1
            start = text.index(words[cut], start + sum(len(word) for word in words[:cut]))
            words = words[cut:]
        while current is not None and current[1] <= start:
            current = next(spans, None)
        overlaps = current is not None and current[0] < end and current[1] > start
        if (
            overlaps
            and current is not None
            and FULL_NAME <= len(words) <= LONGEST_NAME
            and current[0] > start
            and current[1] >= end
            and words[0].casefold() in word_list("given_names")
        ):
            overlaps = False  # "Mark Ashdown": a given name before what could be a place
        if overlaps and words[-1] in titled:
            overlaps = False
        if re.search(r"\b(?:[Tt]he|[Ii]n|[Aa]t|[Nn]ear|into|through|across)\s+$", text[max(0, start - 9) : start]):
            continue
        folded = [word.casefold().rstrip(".") for word in words]
        if (
            overlaps
            or len(words) < FULL_NAME
            or journey_words("no_persons") & set(folded)
            or "\n" in match.group()
            or folded[-1] in journey_words("no_names")
        ):
            continue
        name = re.sub(r"['\u2019]s$", "", text[start:end])
        found.append((start, start + len(name), name))
    return found


def find_traveller(story: "Story", toponyms: "Sequence[Toponym]", override: str | None) -> Traveller:
    """The person who is most often the subject of motion and presence, or the one the caller names."""
    text = story.text
    places = [
        (top.mention.start, top.mention.end)
        for top in toponyms
        if top.mention.kind in {MentionKind.PLACE, MentionKind.DATELINE}
    ]
    if override:
        return _described(text, override, max(0, text.find(override)))
    names = person_names(text, places, _demonyms(toponyms))
    scores: dict[str, float] = {}
    first: dict[str, int] = {}
    for start, _, name in names:
        first.setdefault(name, start)
    starts = sorted(place[0] for place in places)
    for name, at in first.items():
        scores[name] = _score(text, name, at, starts)
    best = max(scores, key=lambda name: (scores[name], -first[name])) if scores else None
    best_score = scores[best] if best is not None else 0.0
    found = _narrator(text, NARRATOR_MENTIONS) if best_score < NARRATOR_SCORE else None
    if found is None and best_score < MOVED_SCORE:
        found = _under_description(story, starts, names, best_score)
    if found is not None:
        return found
    if best is not None and (scores[best] > 0 or first[best] < len(text) // 2):
        return _described(text, best, first[best])
    titled = _TITLED.search(text) if best is None else None
    if titled:
        return _described(text, titled.group(), titled.start())
    found = _narrator(text, 1) if best is None else None
    vessel = find_vessel(story, starts) if best is None and found is None and not _lead_noun(text) else None
    return found or (_by_description(text, vessel, ()) if vessel else _unnamed(story))


def _narrator(text: str, times: int) -> Traveller | None:
    """Who tells the story as "I", if the text outside quotation marks says so often enough."""
    told = re.findall(r"(?<![“\"\w])I\s+[a-z]", re.sub(r"[“\"][^“”\"]*[”\"]", "", text))
    return Traveller(NARRATOR, "", (), "", frozenset(), 0) if len(told) >= times else None


def _under_description(
    story: "Story", places: "Sequence[int]", names: "Sequence[tuple[int, int, str]]", least: float
) -> Traveller | None:
    described = find_description(story, places)
    if described is None or described.score <= least:
        return None
    return _by_description(story.text, described, names)


_RANKS = {
    "sergeant": "sgt",
    "lieutenant": "lt",
    "captain": "capt",
    "colonel": "col",
    "general": "gen",
    "doctor": "dr",
    "senator": "sen",
    "professor": "prof",
    "corporal": "cpl",
    "private": "pvt",
}
BEFORE_NAME = 40
"""Characters before a name that can say whose it is."""


def _by_description(text: str, described: Description, names: "Sequence[tuple[int, int, str]]") -> Traveller:
    """The traveller under a description, with the name that the text gives the same person, if it does."""
    noun = described.noun
    single = person_noun(noun)
    roles = frozenset({noun} | ({single[0]} if single else set()))
    for generic in ("man", "woman"):
        if re.search(rf"\b[Tt]he\s+{generic}\b", text) and not re.search(rf"\b(?:[Aa]|[Aa]nother)\s+{generic}\b", text):
            roles |= {generic}
    if described.many:
        return Traveller(f"unnamed {noun}", "", (), "p", roles | journey_words("companies"), 0)
    for start, end, name in names:
        if _is_name_of(text, noun, start, end) if start > described.at else _is_named_before(text, described, start):
            told = _described(text, name, start)
            return Traveller(told.name, told.surname, told.given, told.gender, told.roles | roles, start)
    gender = "f" if noun in journey_words("female") else "m" if noun in journey_words("male") else ""
    return Traveller(f"unnamed {noun}", "", (), gender or _gender(text, described.at, "?"), roles, 0)


NAMED_BEFORE = 300
"""How far before "the collector" the collector may have been named."""


def _is_named_before(text: str, described: Description, start: int) -> bool:
    """Whether the description stands for who was named right before it: "June Abernathy ... The quilt collector"."""
    between = text[start : described.at]
    opens = re.search(r"(?:^|[.!?\n]\s*)$", text[max(0, start - 4) : start]) is not None
    told_as_known = re.search(r"\bthe\s+(?:[\w-]+\s+){0,3}$", between, re.IGNORECASE) is not None
    return opens and told_as_known and len(between) < NAMED_BEFORE and "\n" not in between


def _is_name_of(text: str, noun: str, start: int, end: int) -> bool:
    """Whether a name told after a description is the described person's: "the courier, X", "Sgt. X", "X, 34, said"."""
    before = re.split(r"[.!?]\s+|\n", text[max(0, start - BEFORE_NAME) : start])[-1]
    words = [word.casefold() for word in re.findall(r"[\w-]+", before)]
    rank = re.search(r"(\w+)\.?\s+$", text[max(0, start - BEFORE_NAME) : start])
    if noun in words[-3:] or (rank and rank.group(1).casefold() in {_RANKS.get(noun), noun}):
        return True
    if any(person_noun(word) for word in words):
        return False
    apposed = re.match(
        r",\s*(?:\d{1,3},\s*)?(?:an?|the|his|her|their)\s+((?:[\w-]+\s){0,3}[\w-]+)", text[end : end + 60]
    )
    if apposed and any(person_noun(word) for word in apposed.group(1).split()):
        return noun in apposed.group(1).casefold().split()
    return not words and re.match(r"['\u2019]", text[end : end + 1]) is None


NARRATOR = "the narrator"
"""The traveller of a story told as "I"."""
NARRATOR_MENTIONS = 3
NARRATOR_SCORE = 4.0
"""A named person with fewer verbs of motion than this gives way to a narrator who says "I" often enough."""


def _demonyms(toponyms: "Sequence[Toponym]") -> list[tuple[int, int]]:
    return [(top.mention.start, top.mention.end) for top in toponyms if top.mention.kind is MentionKind.DEMONYM]


MOVED_SCORE = 2.3
"""Least score of a name that a verb of motion with a place stands by."""
MOVING = frozenset({Motion.LEAVE, Motion.START, Motion.REACH, Motion.MOVE, Motion.STAY, Motion.CARRY, Motion.SEEN})
WINDOW = 110


def _score(text: str, name: str, at: int, places: "Sequence[int]") -> float:
    """How much the text treats the name as somebody who goes places: verbs of motion soon after it, mentions."""
    surname = name.rsplit(maxsplit=1)[-1]
    total = 0.0
    mentions = [match.start() for match in re.finditer(rf"\b{re.escape(surname)}\b", text[:200_000])]
    for start in mentions[:40]:
        total += 1.0
        stretch = text[start + len(surname) : start + WINDOW].split("\n", maxsplit=1)[0]
        stretch = re.split(r"(?<=[a-z])[.!?]\s", stretch)[0]
        classes = verb_classes()
        for match in verb_matches(stretch, 0, len(stretch)):
            motions = classes.get(re.sub(r"\s+", " ", match.group().casefold()), ())
            if motions and motions[0] is Motion.SPEECH:
                total -= 0.5
                break
            if motions and MOVING & set(motions):
                near = any(start < place < start + WINDOW + 60 for place in places)
                total += 3.0 if near else 1.0
                break
    return total - 1.5 * at / max(1, len(text))


def _gender(text: str, at: int, name: str) -> str:
    surname = name.rsplit(maxsplit=1)[-1]
    titled = re.search(rf"\b(Mr|Mrs|Ms|Miss|Madame|Sir|Herr|Frau)\.?\s+(?:\w+\s+)?{re.escape(surname)}\b", text)
    if titled:
        return "m" if titled.group(1) in {"Mr", "Sir", "Herr"} else "f"
    counts = {"m": 0.0, "f": 0.0}
    weight = 1.0
    for match in _PRONOUN.finditer(text, at, at + 600):
        gender = _PRONOUNS.get(match.group().casefold())
        if gender:
            counts[gender] += weight
            weight *= 0.8
    if counts["m"] == counts["f"]:
        return ""
    return "m" if counts["m"] > counts["f"] else "f"


def _roles(text: str, at: int, name: str) -> frozenset[str]:
    """Person nouns right before the name, in apposition to it, or the subject of the first sentence."""
    found: set[str] = set()
    before = re.split(r"[.!?\n]", text[max(0, at - 60) : at])[-1]
    after = text[at + len(name) : at + len(name) + 60]
    words = re.findall(r"[a-z][a-z-]+", before)[-3:]
    found |= {word for word in words if word in journey_words("persons")}
    apposed = re.match(r",\s*(?:\d{1,3},\s*)?(?:an?|the|\d+-year-old)\s+((?:[\w-]+\s){0,4}[\w-]+)", after)
    if apposed:
        found |= {word for word in apposed.group(1).casefold().split() if word in journey_words("persons")}
    lead = _lead_noun(text)
    if lead:
        found.add(lead)
    return frozenset(found)


_HEADLINE = re.compile(r"\s*[^\n]{0,118}[^\s.!?\u201d\"][^\S\n]*\n\s*?\n\s*(?=\S)")
"""A first line without a full stop, set off by an empty one: the headline of the story."""


_DATELINE = re.compile(
    r"\s*[A-Z\u00c0-\u017d]{2}[A-Z\u00c0-\u017d ,.\u2019'-]{1,50}(?:\([A-Za-z ]+\)\s*)?[^—\u2013\n-]{0,30}"
    r"(?:[—\u2013]+|--+|\s-)\s*"
)
_SUBJECT = re.compile(
    r"\s*(?:An?|The|One|Two|Three)\s+((?:[\w\u2019'-]+,?\s+){0,6}?[\w-]+?)(?=\s+(?:of|who|from|has|have|had|was|were|is|are|"
    r"with|in|on|to|at|and|for|whose|that|says|said|told|left)\b|,|\s+\w+ed\b)"
)


def _lead_noun(text: str) -> str | None:
    """Person noun that heads the subject of the first sentence ("A market porter who vowed ..." gives porter)."""
    headline = _HEADLINE.match(text)
    at = headline.end() if headline else 0
    dateline = _DATELINE.match(text, at)
    subject = _SUBJECT.match(text, dateline.end() if dateline else at)
    if subject is None:
        return None
    phrase = re.sub(r"[\w-]+['\u2019]s\b", "", subject.group(1))
    nouns = [word.casefold() for word in re.findall(r"[\w-]+", phrase) if person_noun(word)]
    return nouns[-1] if nouns else None


def _described(text: str, name: str, at: int) -> Traveller:
    words = name.split()
    given = tuple(word.casefold() for word in words[:-1])
    surname = words[-1] if len(words) > 1 or name[:1].isupper() else ""
    return Traveller(name, surname, given, _gender(text, at, name), _roles(text, at, name), min(at, len(text)))


def _unnamed(story: "Story") -> Traveller:
    noun = _lead_noun(story.text)
    gender = _gender(story.text, 0, "?")
    if noun in journey_words("female") | journey_words("male"):
        gender = "f" if noun in journey_words("female") else "m"
    return Traveller(f"unnamed {noun}" if noun else None, "", (), gender, frozenset({noun} if noun else ()), 0)
