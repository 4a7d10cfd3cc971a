"""Words that stand for a place named before: "here", "there", "the square" for Red Square."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.prepositions import part_of_place
from wayproof.story.journey.settlements_again import settlements_again
from wayproof.story.journey.spots import known_spots
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym

_SHORT_FORMS = frozenset(
    [
        "square",
        "airport",
        "station",
        "island",
        "lake",
        "bridge",
        "harbour",
        "harbor",
        "port",
        "castle",
        "palace",
        "fortress",
        "monastery",
        "lighthouse",
        "pass",
        "checkpoint",
        "crossing",
        "canyon",
        "volcano",
        "glacier",
        "base",
    ]
)


SHORTENED_KM = 100.0
"""A shortened name that the gazetteer puts farther than this from the whole name means the whole name's place."""
SHORTENED_FACTOR = 10
"""How many times more inhabitants the whole name's place must have."""


def with_whole_names(toponyms: "Sequence[Toponym]") -> "tuple[Toponym, ...]":
    """The place names, a shortened one after the whole one at its place: "had left Addis" after "Addis Ababa"."""
    whole: dict[str, Toponym] = {}
    found: list[Toponym] = []
    for top in sorted(toponyms, key=lambda one: one.mention.start):
        words = top.mention.text.split()
        known = whole.get(top.mention.text.casefold())
        if known is not None and _is_shortened(top, known):
            found.append(replace(known, mention=top.mention))
            continue
        found.append(top)
        named = top.mention.kind in {MentionKind.PLACE, MentionKind.DATELINE} and top.place is not None
        if named and len(words) > 1 and words[-1].casefold() not in {*_SHORT_FORMS, "city"}:
            whole.setdefault(words[0].casefold(), top)
    return tuple(found)


def _is_shortened(top: "Toponym", whole: "Toponym") -> bool:
    place, other = top.place, whole.place
    if place is None or other is None or place.is_area or other.is_area:
        return False
    larger = (other.population or 0) > SHORTENED_FACTOR * (place.population or 0)
    return larger and distance_km(place.lat, place.lon, other.lat, other.lon) > SHORTENED_KM


def later_mentions(text: str, toponyms: "Sequence[Toponym]") -> tuple["Toponym", ...]:
    """Later short forms of place names that end in a common noun ("the square" for Red Square)."""
    found: list[Toponym] = [
        *_here_and_there(text, toponyms),
        *_this_town(text, toponyms),
        *known_spots(text, toponyms),
        *_capitals(text, toponyms),
        *_capitals_of_peoples(text, toponyms),
        *settlements_again(text, toponyms),
    ]
    for noun in sorted(_SHORT_FORMS):
        named = [
            top
            for top in toponyms
            if top.mention.kind is MentionKind.PLACE
            and top.place is not None
            and top.mention.text.casefold().split()[-1:] == [noun]
            and len(top.mention.text.split()) > 1
        ]
        if not named or len({top.place for top in named}) > 1:
            continue
        first = named[0]
        for match in re.finditer(rf"\b[Tt]he\s+(?P<noun>{noun})\b", text[first.mention.end :]):
            start, end = match.start("noun") + first.mention.end, match.end("noun") + first.mention.end
            if any(top.mention.start < end and top.mention.end > start for top in toponyms):
                continue
            found.append(replace(first, mention=replace(first.mention, start=start, end=end, text=text[start:end])))
    return tuple(found)


_CAPITAL = regex(
    r"(?<!,)(?<!is)(?<!was)\s\bthe\s+(?P<noun>capital)\b(?!\s+(?:of|city|is|was|gains?|sum|letters?|punishment)\b|-|['\u2019](?!s\s+"
    r"(?:\w+\s+)?(?:airport|aerodrome|airfield|station|harbou?r|port|terminal|docks|suburbs|outskirts|streets|centre|center)\b))"
)
"""A capital that was named before; not an apposition, "X, the capital"."""
CAPITAL_WITHIN = 1_500
"""Characters after the name of a capital within which "the capital" is that one."""


def _capitals(text: str, toponyms: "Sequence[Toponym]") -> "Iterator[Toponym]":
    """Later uses of "the capital", which is the capital named before where no other was."""
    named = [
        top
        for top in toponyms
        if top.mention.kind is MentionKind.PLACE and top.place is not None and top.place.feature == "capital"
    ]
    ends = [top.mention.end for top in named]
    other = next((index for index, top in enumerate(named) if top.place != named[0].place), len(named))
    for match in _CAPITAL.finditer(text):
        index = bisect_right(ends, match.start()) - 1
        if not 0 <= index < other or match.start() - ends[index] > CAPITAL_WITHIN:
            continue
        start, end = match.span("noun")
        yield replace(named[index], mention=replace(named[index].mention, start=start, end=end, text=text[start:end]))


_OF_PEOPLE = regex(
    r"(?:['\u2019]s?)?\s+(?P<noun>capital)\b(?!\s+(?:gains?|sum|letters?|punishment|of\s+(?!the\b))|['\u2019-])"
)


def _capitals_of_peoples(text: str, toponyms: "Sequence[Toponym]") -> "Iterator[Toponym]":
    """Uses of "the Chilean capital" and "Chile's capital" where that capital has its name somewhere in the story."""
    named: dict[str, list[Toponym]] = {}
    for top in toponyms:
        told = top.mention.kind in {MentionKind.PLACE, MentionKind.DATELINE}
        if told and top.place is not None and top.place.feature == "capital" and top.place.country:
            named.setdefault(top.place.country, []).append(top)
    for top in toponyms:
        country = top.place.country if top.place is not None and top.place.kind is Kind.COUNTRY else None
        found = _OF_PEOPLE.match(text, top.mention.end) if country in named else None
        if found is None or country is None or len({one.place for one in named[country]}) > 1:
            continue
        first, (start, end) = named[country][0], found.span("noun")
        mention = replace(first.mention, start=start, end=end, text=text[start:end], kind=MentionKind.PLACE, context=())
        if not any(one.mention.start < end and one.mention.end > start for one in toponyms):
            yield replace(first, mention=mention)


_HERE = regex(
    r"\bhere\b(?!['\u2019]s|\s+(?:is|was|are|were)\b)|(?<=[a-z\u00df-\u017e,] )\bthere\b(?!['\u2019]s|\s+(?:is|"
    r"was|are|were|had|has|have|will|would|came|seems|seemed|remained|to\b|by\b))|"
    r"(?:(?<=\bwas )|(?<=\bgot ))there(?=\s+by\b)|"
    r"(?<=[.!?] )There\b(?=,|\s+(?:he|she|they|I|we)\b|"
    r"\s+(?:an?|the|his|her|two|three|another)\s+[a-z-]+\s+(?:[a-z-]+\s+)?[a-z]+ed\b|"
    r"\s+(?:in|at|on)\s+(?:an?|the|his|her)\b)"
)
_COMING_FROM = regex(
    r"\b(?:flight|train|plane|bus|ferry|coach|ship|boat|journey|trip)\s+from\s+(?:the\s+)?$", re.IGNORECASE
)
_OF_PERSON = regex(r"\b(?:his|her|their)\s+\w+\s+in\s+(?:the\s+)?$")
FAR = 400
"""Characters back that "there" may reach for the place it stands for."""


_THIS_TOWN = regex(
    r"\b[Tt]his\s+(?:[\w-]+(?:\s*,\s*|\s+)){0,4}?(?P<noun>town|city|village|port|harbour|harbor|seaport|capital|resort|hamlet|settlement|"
    r"metropolis|suburb|garrison|outpost|oasis|island|islet|atoll|township|borough|municipality|parish|commune|spa|enclave|"
    r"base|airfield|aerodrome|station|anchorage|cove|bay|haven|valley|backwater|community|seat)\b"
    r"(?!['\u2019-]|\s+(?:is|was|are|were|has|had|have|will|would|gave|of\b|that\b|which\b|where\b))"
)
"""The town of a dateline, spoken of as "this old mining town"; not one that something is told of."""


def _this_town(text: str, toponyms: "Sequence[Toponym]") -> "Iterator[Toponym]":
    """Uses of "this town", which is that of the dateline, outside of quotations."""
    source = _dateline(toponyms)
    if source is None:
        return
    for match in _THIS_TOWN.finditer(text, source.mention.end):
        start, end = match.span("noun")
        inside = text.count('"', 0, start) % 2 or text.count("\u201c", 0, start) > text.count("\u201d", 0, start)
        if inside or any(top.mention.start < end and top.mention.end > match.start() for top in toponyms):
            continue
        yield replace(
            source, mention=replace(source.mention, start=start, end=end, text=text[start:end], kind=MentionKind.PLACE)
        )


def _dateline(toponyms: "Sequence[Toponym]") -> "Toponym | None":
    """The town that a story is dated from."""
    return next(
        (
            top
            for top in toponyms
            if top.mention.kind is MentionKind.DATELINE and top.place is not None and not top.place.is_area
        ),
        None,
    )


_SPOTS = frozenset({Kind.STATION, Kind.AIRPORT, Kind.PORT, Kind.LANDMARK})
_NESTED = regex(r"\s*,\s+(?:just\s+)?(?:in|on|near|outside|off|close\s+to|not\s+far\s+from)\s+(?:the\s+)?")
"""What between two names makes the second tell how the first lies: "Islip, on Long Island"."""
_IN_TOWN = regex(r",?\s+in\s+(?:central\s+|downtown\s+)?")


def _is_qualifier(text: str, first: "Toponym", second: "Toponym") -> bool:
    """Whether the second name only says in which area the first lies."""
    area, spot = second.place, first.place
    between = text[first.mention.end : second.mention.start]
    if _NESTED.fullmatch(between) is not None:
        return True
    if area is not None and spot is not None and spot.kind in _SPOTS and _IN_TOWN.fullmatch(between):
        return area.kind is Kind.CITY and distance_km(spot.lat, spot.lon, area.lat, area.lon) < SHORTENED_KM
    return (
        area is not None and area.is_area and re.fullmatch(r"\s*(?:[,(]\s*)?(?:in\s+)?(?:the\s+)?", between) is not None
    )


_OF_NAME = regex(r"(?P<noun>[\w\u2019'-]+)\s+of\s+(?:the\s+)?\Z")
TITLE_CHARACTERS = 60
"""Characters before a name in which a title stands."""


_OF_TOWN = frozenset(
    {
        "clock",
        "clocks",
        "time",
        "reckoning",
        "lights",
        "bells",
        "guns",
        "authorities",
        "customs",
        "dockers",
        "roofs",
        "chimneys",
    }
)
"""Nouns after which "of X" speaks of the town itself: "by the clocks of X"."""


def _only_in_title(text: str, top: "Toponym") -> bool:
    """Whether a name only tells whose president, cameras or language they are, and puts nobody there."""
    low = max(0, top.mention.start - TITLE_CHARACTERS)
    found = _OF_NAME.search(text, low, top.mention.start)
    if found is None or found["noun"].casefold() in _OF_TOWN:
        return False
    return person_noun(found["noun"]) is not None or not part_of_place(text[low : found.end("noun")] + " ")


_IN_STATE = regex(
    r"\b(?:in\s+(?:front|bed|the\s+(?:lead|saddle|chair|cockpit|dock|box|water|air|hold|boat|car|cab|cell|queue|snow|dark|wheel\s+bay))|ahead|"
    r"on\s+(?:top|his\s+back|her\s+back|deck|board|the\s+(?:roof|deck|bench|floor|bridge|wing|ground|raft|ice))|at\s+the\s+(?:head|front|back|top|"
    r"rear|wheel|helm)|behind|up\s+a\s+tree|last|second|third)\W[^.!?]{0,60}\Z",
    re.IGNORECASE,
)
"""What "there" means right after it: "he was in front and stayed there"."""
_NAME = regex(r"\b(?:in|at|to|near|of|from|on)\s+(?:the\s+)?[A-Z]")
_AND_STAYED = regex(
    r"\b(?:stay(?:ed|s)|remain(?:ed|s)|sat|lay|stood|kept|left|held|slept|stuck|hung|spent|hid|liked|rested|curled)\s+(?:\w+\s+){0,4}?\Z"
)
_STORY_ENDS = regex(
    r"\s+(?:the\s+(?:[\w-]+\s+)?(?:matter|story|trail|tale|diary|record|log|account|entry|case|tape|letter|page|affair|narrative|evidence|"
    r"statement|file|list|journal|notes?|report)|he|she|it|they)\s+(?:\w+ly\s+)?(?:stops?|ends?|rests?|stands?|breaks?\s+off|leaves?\s+(?:it|off)|"
    r"pauses?|closes?|breaks?|stopped|ended|rested|stood|broke\s+off|left\s+(?:it|off)|falls\s+silent)\b(?!\s+(?:at|on|for|to|in)\b)"
)
"""How a tale breaks off: "there the matter rests", "and there she stops"."""


def _is_no_place(text: str, span: tuple[int, int]) -> bool:
    """Whether "there" means no place that was named: what somebody is in or on, or where a tale breaks off."""
    start, end = span
    if _STORY_ENDS.match(text, end):
        return True
    low = max(0, start - STATE_CHARACTERS)
    state = _IN_STATE.search(text, low, start)
    stays = _AND_STAYED.search(text, low, start) is not None
    return state is not None and stays and _NAME.search(text, state.start(), start) is None


STATE_CHARACTERS = 90
"""Characters back in which stands what somebody "stayed there" in."""


_NEXT_OPENS = regex(r"[^\n]*\n\s*[^.!?\n]*")


def _is_near(between: str) -> bool:
    """Whether "there" stands in the paragraph of a name, or in the sentence that opens the next."""
    return "\n" not in between or _NEXT_OPENS.fullmatch(between) is not None


def _here_and_there(text: str, toponyms: "Sequence[Toponym]") -> "Iterator[Toponym]":
    """Uses of "here", the place of the dateline, and "there", the last place named."""
    places = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    dateline = _dateline(toponyms)
    ends = [top.mention.end for top in places]
    for match in _HERE.finditer(text):
        if match.group() != "here" and _is_no_place(text, match.span()):
            continue
        if match.group() == "here":
            source = dateline if dateline is not None and text.count('"', 0, match.start()) % 2 == 0 else None
        else:
            index = bisect_right(ends, match.start()) - 1
            while index >= 0 and _only_in_title(text, places[index]):
                index -= 1  # "in Lima she said that the president of Chile had sent her there"
            if index > 0 and _is_qualifier(text, places[index - 1], places[index]):
                index -= 1  # "drove to Chicago, Illinois, and spoke there"
            if index > 0 and _COMING_FROM.search(
                text[max(0, places[index].mention.start - 24) : places[index].mention.start]
            ):
                index -= 1  # "was held in Minsk after her flight from Vilnius landed there"
            if index > 0 and _OF_PERSON.search(
                text[max(0, places[index].mention.start - 32) : places[index].mention.start]
            ):
                index -= 1  # "telephoned his wife in Salzburg from the post office there"
            source = (
                places[index]
                if index >= 0 and match.start() - ends[index] < FAR and _is_near(text[ends[index] : match.start()])
                else None
            )
        if source is not None:
            mention = replace(
                source.mention, start=match.start(), end=match.end(), text=match.group(), kind=MentionKind.PLACE
            )
            yield replace(source, mention=mention)
