"""The rows of the gazetteer as the builders hand them to each other, and the reading of hand-kept tables."""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import shapely

from manifest import TABLES
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

NAME, CODE, ALTERNATE, HISTORIC, FOREIGN = range(5)
MATCHES = {"name": NAME, "code": CODE, "alternate": ALTERNATE, "historic": HISTORIC}

_APOSTROPHES = re.compile("['\u2019\u02bc\u02bb\u2018`\u00b4\u02b9\u02bd\u02bf\u02be]")
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
_LONG_FORMS = {short: long for long, short in _SHORT_FORMS.items()}
# Endings of romanised Cyrillic names that newspapers shorten: Chernyshevskoye, Pogranichnyy, Rybachiy, Sovetskaya.
_CYRILLIC_ENDINGS = ((re.compile(r"(?:iy|yy|yi)\b"), "y"), (re.compile(r"oye\b"), "oe"), (re.compile(r"yye\b"), "ye"))
# Newspapers leave out the Arabic article of a place ("Al Qamishli", "Ar Raqqah") and a silent h at the end ("Raqqa").
_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ad|adh|an|ar|as|ash|at|ath|az) (?=[a-z]{4})")
_SILENT_H = re.compile(r"(?<=[a-z]{3}a)h$")
_ARABIC_COUNTRIES = frozenset(
    {
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "SA",
        "YE",
        "OM",
        "AE",
        "QA",
        "BH",
        "KW",
        "EG",
        "SD",
        "LY",
        "TN",
        "DZ",
        "MA",
        "EH",
        "MR",
    }
)
_CYRILLIC_COUNTRIES = frozenset({"RU", "BY", "UA", "KZ", "KG", "MD"})
_EARTH_RADIUS_KM = 6371.0088
_SHORTEST_NAME = 2
_LONGEST_CODE = 4


@dataclass(slots=True)
class Row:
    """One place with all its names. ``names`` maps each folded name to the best way in which it belongs here."""

    id: str
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    extent_km: float
    source: str
    admin1: int = -1
    population: int = 0
    feature: str = ""
    valid_to: str = ""
    names: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Enter the main name among the names."""
        self.add(self.name, NAME)

    def add(self, name: str, match: int = ALTERNATE) -> None:
        """Enter a name and the spellings that follow from it by rule; an earlier, better match stays."""
        for spelling in spellings(name, self.country):
            known = self.names.get(spelling)
            if known is None or match < known:
                self.names[spelling] = match

    def add_all(self, names: Iterable[str], match: int = ALTERNATE) -> None:
        """Enter several names."""
        for name in names:
            self.add(name, match)


def spellings(name: str, country: str | None) -> Iterator[str]:
    """The folded name and its regular variants: without apostrophes, St/Saint, shortened Cyrillic endings."""
    folded = normalise(name)
    if len(folded) < _SHORTEST_NAME and folded.isascii():
        return
    if not folded or folded.isdigit():
        return
    yield folded
    joined = normalise(_APOSTROPHES.sub("", name))
    if joined != folded:
        yield joined
    if not folded.isascii():
        return
    words = folded.split()
    for forms in (_SHORT_FORMS, _LONG_FORMS):
        if len(words) > 1 and any(word in forms for word in words[:-1]):
            yield " ".join([*(forms.get(word, word) for word in words[:-1]), words[-1]])
    yield from _newspaper_forms(joined, country)


def _newspaper_forms(folded: str, country: str | None) -> Iterator[str]:
    """How newspapers shorten a romanised name: Cyrillic endings, the Arabic article and its silent h."""
    if country in _CYRILLIC_COUNTRIES:
        shortened = folded
        for ending, replacement in _CYRILLIC_ENDINGS:
            shortened = ending.sub(replacement, shortened)
        if shortened != folded:
            yield shortened
    if country in _ARABIC_COUNTRIES:
        bare = _ARABIC_ARTICLE.sub("", folded)
        yield from sorted({_SILENT_H.sub("", folded), bare, _SILENT_H.sub("", bare)} - {folded})


def is_code(name: str) -> bool:
    """Whether an alternate name is an abbreviation such as an airport's or a state's code."""
    return name.isascii() and name.isalpha() and name.isupper() and len(name) <= _LONGEST_CODE


def read_table(filename: str) -> list[dict[str, str]]:
    """The rows of a hand-kept table, stripped of stray blanks."""
    with (TABLES / filename).open(encoding="utf-8", newline="") as stream:
        return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(stream)]


def parts(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by "|"."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def arc_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """The distance on the sphere in km; good to 0.6 %, enough for extents."""
    phi, theta = math.radians(a_lat), math.radians(b_lat)
    half = math.sin((theta - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(theta) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def reach_km(geometry: BaseGeometry, lat: float, lon: float) -> float:
    """The radius in km around a position that holds a polygon, rounded up to 0.1 km."""
    corners = shapely.get_coordinates(geometry)
    farthest = max(arc_km(lat, lon, float(y), float(x)) for x, y in corners)
    return math.ceil(farthest * 1.006 * 10) / 10
