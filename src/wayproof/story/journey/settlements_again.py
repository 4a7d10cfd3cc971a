"""Nouns that stand for the town named before: "a fire outside X ... he was drinking in the town that evening"."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

SETTLEMENT_WITHIN = 500
"""Characters after the name of a town within which "the town" is that one."""
TRIED = 3
"""How many names back the town may stand that the noun fits."""
SMALL, LARGE = 30_000, 800_000
"""Inhabitants above which no place is a village, and above which none is a town."""
_NOUN = regex(
    r"(?P<lead>\b(?:in|into|at|to|from|on|onto|on\s+to|over|out\s+of|through|near|outside|around|about|within|across|inside|of|for|back\s+to|"
    r"left|leaves|leaving|reached|reaches|reaching|entered|enters|entering|quit|quitted|fled|gained|regained|crossed|passed|"
    r"departed|visited|approached)\s+)(?:the|that)\s+(?:same\s+|little\s+|small\s+|sleepy\s+|ancient\s+|old\s+|border\s+|coastal\s+)?"
    r"(?P<noun>city|town|village|hamlet|township|settlement|resort|municipality|bridge|checkpoint|crossing(?:\s+point)?|border\s+post|barrier|"
    r"frontier\s+post|airport|airfield|aerodrome|airstrip|island|islet)(?P<part>['\u2019]s\s+(?:main\s+|old\s+|only\s+|central\s+)?"
    r"(?:airport|station|harbour|harbor|port|hospital|airfield|bus\s+station|railway\s+station|outskirts|market|prison|jail))?\b"
    r"(?=\s*[.,;:!?)\u2014\u2013\u201d\"]|\s+(?:at|on|by|in|and|but|or|for|with|without|before|after|until|till|when|while|as|where|that|who|which|"
    r"during|from|to|towards|around|about|early|late|again|alone|once|twice|then|just|shortly|soon|only|under|aboard|through|since|"
    r"because|half|between|every|all|one|two|three|this|last|within|behind|on)\b|\s+\d|\s*\Z)",
    re.IGNORECASE,
)
_STILL = regex(
    r"\b(?:still|again|back|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|never\s+left|not\s+(?:yet\s+)?left|lingered|returned)\s+(?:in|at|to|within)?\s*"
    r"(?:the|that)\s+(?:\w+\s+)?\Z"
)
"""Words that make it the town of long before: "he was still in the town"."""
STILL_CHARACTERS, LONG_TRIED, LONG_WITHIN = 40, 8, 2_000
_NAMED = regex(
    r"\b(?:(?:mayor|bishop|people|council|university|native|citizens|residents|son|daughter|team|side)\s+(?:of|from|in)|"
    r"(?:grew\s+up|born|raised|brought\s+up|bred|live[sd]?|educated|schooled|studied|based|resident|works|worked)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:in|at|near|outside)|(?:bound|headed|heading|making|destined|ticketed|en\s+route|on\s+(?:its|her|his|their|the)\s+way)\s+(?:for|to|from)|"
    r"an?\s+(?:[\w-]+\s+){0,3}?(?:ship|yacht|boat|ferry|trawler|freighter|tanker|liner|steamer|vessel|flight|plane|train|bus|coach|lorry|truck)\s+"
    r"(?:from|for|to|out\s+of))\s+\Z",
    re.IGNORECASE,
)
"""Words that make a place before only tell who somebody is."""


def settlements_again(text: str, toponyms: "Sequence[Toponym]") -> "Iterator[Toponym]":
    """Later uses of "the town", "the city" and the like for the last town named that the noun fits."""
    places = [
        top
        for top in toponyms
        if top.mention.kind in {MentionKind.PLACE, MentionKind.DATELINE} and top.place is not None
    ]
    ends = [top.mention.end for top in places]
    for match in _NOUN.finditer(text):
        start, end = match.span("noun")
        last = bisect_right(ends, start) - 1
        if last >= 0 and text[ends[last] : start].count("\n") > 0:
            continue
        still = _STILL.search(text, max(0, start - STILL_CHARACTERS), start) is not None
        tried, within = (LONG_TRIED, LONG_WITHIN) if still else (TRIED, SETTLEMENT_WITHIN)
        for index in range(last, max(-1, last - tried), -1):
            top = places[index]
            if start - ends[index] > within:
                break
            if not _fits(top, match["noun"].casefold()) or _NAMED.search(text, *_before(top)):
                continue
            if not _is_apposition(text[ends[index] : start]):
                mention = replace(top.mention, start=start, end=end, text=match["noun"], kind=MentionKind.PLACE)
                yield replace(top, mention=mention)
            break


_APPOSITION = regex(r"\s*(?:,|\u2014|\u2013|\(|is|was|,\s+in)?\s*(?:the|that)\s+(?:\w+\s+)?", re.IGNORECASE)


def _before(top: "Toponym") -> tuple[int, int]:
    return max(0, top.mention.start - 48), top.mention.start


def _is_apposition(between: str) -> bool:
    """Whether the noun only tells what the name stands for: "X, the city"."""
    return _APPOSITION.fullmatch(between) is not None


_KINDS = {
    **dict.fromkeys(
        ("checkpoint", "crossing", "crossing point", "border post", "frontier post", "barrier"), Kind.CROSSING
    ),
    **dict.fromkeys(("airport", "airfield", "aerodrome", "airstrip"), Kind.AIRPORT),
    **dict.fromkeys(("island", "islet"), Kind.ISLAND),
}
"""What is called so; a bridge is one by its name."""
_BRIDGE = regex(r"br(?:\u00fc|ue?|i)(?:cke|dge|g)\b|\bpont\b|\bponte\b|\bpuente\b|\bmost\b|\bbron?\b", re.IGNORECASE)


def _fits(top: "Toponym", noun: str) -> bool:
    """Whether a place can be called so."""
    place, noun = top.place, re.sub(r"\s+", " ", noun)
    if place is None:
        return False
    if noun == "bridge":
        return _BRIDGE.search(top.mention.text) is not None or "facility:bridge" in top.mention.context
    if noun in _KINDS:
        told = _KINDS[noun] is Kind.CROSSING and {"facility:checkpoint", "facility:crossing"} & set(top.mention.context)
        return place.kind is _KINDS[noun] or bool(told)
    if place.kind is not Kind.CITY:
        return False
    people = place.population or 0
    if noun in {"village", "hamlet", "settlement", "township"}:
        return people <= SMALL
    return noun != "town" or people <= LARGE
