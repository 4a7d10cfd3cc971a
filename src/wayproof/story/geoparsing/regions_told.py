"""Whether the name behind another is told as the region it lies in: "Hama, in the north of Syria", "on the Kent coast".

So are regions told at some words' distance: with a side of them, with a shore, or behind a noun ("a port in Dorset").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import rough_km
from wayproof.story.geoparsing.bearers import MOST_BEARERS, lies_in
from wayproof.story.text.tokens import COMMA, JOINED, SPACE
from wayproof.story.vocabulary.lexicon import rule_words
from wayproof.world.places import ADMIN1, ADMIN2, CITY, COUNTRY, ISLAND, REGION, WATER, Kind

if TYPE_CHECKING:
    from wayproof.story.geoparsing.matches import Match
    from wayproof.story.geoparsing.usage import Usage
    from wayproof.story.text.tokens import Tokens

_REGION_KINDS = (COUNTRY, ADMIN1, ADMIN2, ISLAND)
_SIDES = frozenset({"north", "south", "east", "west"})
_QUARTERS = frozenset({"northeast", "northwest", "southeast", "southwest"})
_ADJECTIVES = {
    "northern": "north", "southern": "south", "eastern": "east", "western": "west", "upper": "", "lower": "",
    "central": "", "rural": "", "inner": "", "outer": "", "far": "", "deep": "",
    "northeastern": "northeast", "northwestern": "northwest", "southeastern": "southeast", "southwestern": "southwest",
}  # fmt: skip
_MIDDLES = frozenset({"centre", "center", "middle", "heart", "interior", "tip", "end", "part", "corner"})
_PARTS = _SIDES | _QUARTERS | _MIDDLES
_SHORES = frozenset({"coast", "shore", "side", "bank", "border", "frontier", "seaboard"})
_UNITS = frozenset(
    {
        "state", "province", "county", "region", "district", "department", "canton", "prefecture", "republic", "island",
        "isle", "governorate", "emirate", "territory", "kingdom", "oblast", "voivodeship", "municipality",
        "archipelago", "peninsula", "desert", "highlands", "islands",
    }
)  # fmt: skip
LONGEST_PHRASE = 9
"""Words at most between a name and its region."""
_FAR_KM = 400.0
_LONGEST_NOUN = 5
_NAMED_UNIT = 3  # "the isle of"
_FLOWING = (SPACE, COMMA)
_INDEFINITE = frozenset({"a", "an"})
_ADVERBS = frozenset({"down", "up", "out", "over", "high", "right", "just", "far"})
_BESIDE = frozenset({"on", "by", "beside", "along", "near", "upon", "off", "above", "below", "at"})
_BANKS = tuple(
    ["the", *side, bank, "of", *article]
    for bank in ("bank", "banks", "shore", "shores", "mouth", "edge")
    for side in ([], ["north"], ["south"], ["east"], ["west"], ["left"], ["right"])
    for article in ([], ["the"])
)
"""What stands between "on" and a river or lake: "on the south shore of"."""


def side_told(tokens: Tokens, match: Match, following: Match) -> str | None:
    """The side of a region in which the text puts a name, empty for none in particular; None if it puts it nowhere.

    "Santa Rosa in Peru", "Isabela, in the Galápagos", "Hama, in the north of Syria", "Deal, on the Kent coast",
    "Orleans, on Cape Cod", "Newport, in the state of Oregon", "Havana, down by the Illinois River". Only these words
    may stand between the two names, so that a next clause ("from Ulm, in March Kiel") is none.
    """
    at, end = match.stop, following.first
    if not at < end <= at + LONGEST_PHRASE or tokens.gaps[at - 1] not in _FLOWING:
        return None
    if any(tokens.gaps[index] > JOINED for index in range(at, end)):
        return None
    words = tokens.folded[at:end]
    if words[0] in _INDEFINITE and tokens.gaps[at - 1] is COMMA:
        words = _behind_noun(words)
    if words and words[0] in _ADVERBS:
        words = words[1:]
    if not words:
        return None
    lead, *between = words
    if lead in _BESIDE and following.entries[0].place.kind is WATER:
        return "" if between in (["the"], [], *_BANKS) else None
    if lead == "on":
        # on an island, a cape, a coast; whether it holds the place is asked later
        bare = between in (["the"], []) or (len(between) == _NAMED_UNIT and between[1] in _UNITS and between[2] == "of")
        return "" if bare else _part(between, shores=True)
    # what is "in" a sea or lake may be anything: only its shores tell where a place lies
    inside = lead == "in" and following.entries[0].place.kind is not WATER
    return _part(between, shores=False) if inside else None


def _behind_noun(words: list[str]) -> list[str]:
    """What stands behind the noun of an apposition, "of" read as "in": "a hamlet of", "a small port on the"."""
    nouns = rule_words("city_of")
    for number, word in enumerate(words[1:_LONGEST_NOUN], start=1):
        if word in nouns:
            lead = words[number + 1 : number + 2]
            return ["in", *words[number + 2 :]] if lead == ["of"] else words[number + 1 :]
    return []


def _part(words: list[str], *, shores: bool) -> str | None:
    """The side that the words between "in" and the region tell: "the far north of", "eastern"."""
    side: list[str] = []
    closed = not words or "of" not in words
    if shores and closed:
        return None
    for number, word in enumerate(words):
        if word in _ADJECTIVES:
            side.append(_ADJECTIVES[word])
        elif word in _PARTS or (shores and word in _SHORES):
            side.append(word if word in _SIDES or word in _QUARTERS else "")
        elif word in _UNITS and words[number + 1 :] == ["of"]:
            side.append("")
        elif word not in {"the", "of"} or (word == "of" and number == 0):
            return None
    return "".join(side)


def holds(usage: Usage, match: Match, following: Match, *, wide: bool = False) -> bool:
    """Whether the name that follows is a region that holds a bearer of the first; a list of countries is none.

    ``wide`` lets it be an archipelago, a range or a desert as well, and lets a country's namesake lie in a state.
    """
    kinds: tuple[Kind, ...] = (*_REGION_KINDS, REGION, WATER) if wide else _REGION_KINDS
    if match.entries[0].place.kind is COUNTRY:
        if not wide:
            return False
        kinds = (ADMIN1,)
    regions = [entry.place for entry in following.entries[:8] if entry.place.kind in kinds]
    if not usage.admin_beside(following):
        # "Hutchinson, Kingman, Larned": towns of a list, of which one has a county of its name
        seats = {(e.place.country, e.place.admin1) for e in following.entries if e.place.kind is CITY}
        regions = [r for r in regions if r.kind is not ADMIN2 or (r.country, r.admin1) not in seats]
    return any(lies_in(entry.place, region) for region in regions for entry in match.entries[:MOST_BEARERS])


def elsewhere(match: Match, following: Match) -> bool:
    """Whether the state or country in which the text puts a name lies far from all that bear it: "Wales, in Kansas"."""
    region = following.entries[0].place
    if region.kind not in {COUNTRY, ADMIN1} or following.entries[0].match != "name":
        return False
    return all(
        rough_km(entry.place, region) > _FAR_KM + entry.place.extent_km + region.extent_km
        for entry in match.entries[:MOST_BEARERS]
    )


_AFTER_AREA = re.compile(
    r"\s*(?:[.,;:!?)\u2014\u2013\"\u201d]|\Z)|\s+(?:and|or|in|at|on|by|to|from|with|for|was|were|is|are|had|has|after|before|when|where|which|that|"
    r"until|as|but|while|again|alone|once|then|during|without)\b"
)


def names_area(text: str, start: int, end: int) -> bool:
    """Whether a name between two offsets has an article of its own, as only areas have: "in the Darien"."""
    return text[max(0, start - 4) : start] == "the " and _AFTER_AREA.match(text, end) is not None
