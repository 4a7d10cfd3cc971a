"""Words that only say how a place lies to another: "X, not far from Y", "X, an hour's drive north of Y"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.number_words import NUMBERS
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from wayproof.story.geoparsing.toponyms import Toponym

_SIDES = r"(?:north|south|east|west)(?:[\s-]?(?:north|south|east|west))?(?:ern|wards?)?"
_LENGTH = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|miles?|kilomet(?:re|er)s?|km|met(?:re|er)s?|yards?|leagues?|feet|"
    r"stops?|blocks?)"
)
_MEANS = r"(?:walk|drive|ride|march|sail|flight|journey|swim|row|climb|stroll|bus\s+ride|train\s+ride)"
_WATER = (
    r"(?:river|water|bay|lake|border|strait|straits|valley|estuary|fjord|frontier|channel|sound|harbour|line|bridge|"
    r"gulf|road)"
)


_GROUND = (
    r"(?:hills?|mountains?|woods?|forests?|country|countryside|desert|valleys?|flatlands|suburbs|marsh(?:es)?|dunes|foothills|highlands|uplands|"
    r"plains?|jungle|delta|lee|shadow|bush|coast|shore|plateau|slopes?|hillside|moors?|heath|steppe|scrub|vineyards?|orchards|fields|farmland|"
    r"wilderness|heights|ridges?|cliffs?|headland|peninsula|flats|lowlands|ranges?|backcountry|hinterland|taiga|tundra|gorges?|canyons?)"
)


@cache
def _lies() -> re.Pattern[str]:
    count = rf"(?:an?|half\s+an?|some|several|many|a\s+few|a\s+couple\s+of|\d[\d.,]*|{'|'.join(NUMBERS)}|hundred)"
    measure = rf"(?:{count}[\s-]+)+(?:\w+\s+)?{_LENGTH}(?:['\u2019]s?)?(?:\s+{_MEANS})?"
    vague = rf"(?:some|a\s+(?:long|short|good|little))\s+(?:way|distance|{_MEANS})"
    far = rf"(?:{measure}|{vague}|a\s+stone['\u2019]s\s+throw)"
    side = rf"(?:(?:due\s+|just\s+|a\s+little\s+)?(?:to\s+)?(?:the\s+)?{_SIDES}\s+(?:of|from))"
    return re.compile(
        (
            r"\s*(?:[,(\u2013\u2014]\s*)?(?:(?:which\s+(?:is|lies)|a\s+(?:town|village|place|hamlet|station|suburb|port))\s+)?"
            r"(?:(?:just|only|about|barely|right|quite|very|almost|roughly|nearly|perhaps)\s+)*"
            rf"(?:(?:close|next|near|adjacent)\s+to|next\s+door\s+to|(?:hard|close)\s+by|near|opposite|facing|overlooking|"
            rf"not\s+(?:very\s+)?far\s+(?:from|off|outside|short\s+of|{_SIDES}\s+of)|far\s+from|"
            rf"(?:with)?in\s+(?:sight|reach|range|earshot|view|the\s+shadow|{measure})\s+(?:of|from)|{side}|"
            rf"(?:just\s+)?(?:across|over|on\s+the\s+(?:other|far|opposite)\s+(?:side|bank|shore)\s+of)\s+(?:the\s+)?(?:\w+\s+)?{_WATER}\s+from|"
            rf"on\s+the\s+(?:(?:old|main|coast|high|same)\s+)?(?:road|highway|motorway|line|railway|way)\s+(?:to|from)|"
            rf"(?:(?:up|down)\s+(?:in\s+)?|high\s+|deep\s+|low\s+)?(?:in|on|among|amid|at|under|below|along)\s+(?:the|a)\s+(?:\w+\s+){{0,2}}?{_GROUND}\s+"
            rf"(?:behind|above|below|beyond|around|outside|near|inland\s+(?:of|from)|over|opposite|overlooking|{_SIDES}\s+of|"
            r"(?:just|a\s+little)\s+(?:behind|above|below|beyond|outside|inland\s+from))|"
            rf"(?:high\s+|just\s+|a\s+little\s+)?(?:up|down|along|round|inland)\s+(?:the\s+)?(?:{_WATER}|coast|hill|shore|track|lane)?\s*(?:from)|"
            r"(?:high\s+|just\s+|immediately\s+|directly\s+)?(?:behind|above|below|beyond)|"
            rf"{far}\s+(?:(?:{side})|(?:{_SIDES}\s+)?(?:from|outside|off|of|away\s+from|short\s+of|beyond|above|below|inland\s+from|"
            r"(?:up|down)(?:river|stream|\s+the\s+\w+)\s+from))"
            r")\s+(?:the\s+)?"
        ),
        re.IGNORECASE,
    )


_GOES_ON = regex(r"\s+(?:he|she|they|it|we|I|the|an?|his|her|their)\b")
"""What after a name makes the words before it open a clause of their own: "close to X she turned back"."""


def says_how_it_lies(text: str, first: int, second: tuple[int, int]) -> bool:
    """Whether the words between a name that ends at `first` and a second name only say how the first lies to it.

    Parameters
    ----------
    text
        The story.
    first, second
        Where the first name ends; where the second begins and ends.
    """
    return _lies().fullmatch(text, first, second[0]) is not None and _GOES_ON.match(text, second[1]) is None


_AS_FAR_AS = regex(r"\s+(?:as\s+far\s+as|until|up\s+to|down\s+to)\s+(?:the\s+)?")


def goes_on_within(area: "Toponym", top: "Toponym", between: str) -> bool:
    """Whether a name only told in which area the way to the next lay: "kept inside Belarus as far as Brest"."""
    wide, place = area.place, top.place
    if wide is None or place is None or not wide.is_area or place.is_area:
        return False
    return wide.country == place.country and _AS_FAR_AS.fullmatch(between) is not None


_UNKNOWN_SPOT = regex(
    r"\b(?P<name>(?:[A-Z][\w\u2019'-]+\s+){1,3}(?:Islands?|Isle|Beach|Point|Bay|Cape|Glacier|Camp|Station|Base|Reef|Hill|Mountain|Peak|Inlet|"
    r"Fjord|Sound|Harbour|Cove|Lagoon|Atoll|Lake|Creek|Valley|Pass|Plateau|Oasis|Well|Field|Lodge|Farm|Mine|Monastery|Landing|Strip))"
    r"\s*(?:,|\()?\s*(?:in|on|off|at|near|within)\s+(?:the\s+)?(?:(?:[a-z-]+\s+){1,3}(?:of|in)\s+)?(?:the\s+)?\Z"
)
"""A place that no gazetteer may have, and the words before the area it lies in."""


def in_unknown_spot(text: str, start: int, ends: "AbstractSet[int]") -> bool:
    """Whether an area stands behind a spot that no gazetteer has; `ends` are those of the known place names."""
    found = _UNKNOWN_SPOT.search(text, max(0, start - SPOT_CHARACTERS), start)
    return found is not None and found.end("name") not in ends


SPOT_CHARACTERS = 60
"""Characters before an area in which such a spot stands."""
