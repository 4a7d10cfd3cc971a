"""Small populated places that GeoNames' extract lacks: post towns of the United States, and UN/LOCODE's of the world.

Neither source knows how many live there. A place is taken only where no known one of its name lies near. Positions of
UN/LOCODE are rounded to a minute and now and then wrong, so its places must lie in the country that their code names,
and in the first-level area if they name one whose outline is known; a name that some town of that country bears already
is left to the town. Left out are names that a reader takes for something else: a word, a given name or a surname, a
state, and of UN/LOCODE those of a great city elsewhere. Post towns called like one (Cairo, West Virginia) are taken:
where a story plays about them, its "Cairo" is no other.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import shapely

from build_gazetteer_settlements import radius_km
from fetch import unpack
from gazetteer_rows import NAME, Row, arc_km
from wayproof.story.vocabulary.lexicon import word_list
from wayproof.world.borders import open_borders
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from build_gazetteer_areas import Area
    from wayproof.world.borders import Borders

POST_TOWNS: Final = "zipcodes"
LOCODES: Final = "pyunlocode"
_STATES: Final = re.compile(r"[A-Z]{2}")
_MILITARY: Final = frozenset({"AA", "AE", "AP"})
_COVERED: Final = frozenset({"XZ", "US"})
"""Installations at sea; and the United States, whose post towns are the better list."""
_POSITION: Final = re.compile(r"(\d\d)(\d\d)([NS]) (\d{3})(\d\d)([EW])")
_REFUSED: Final = frozenset({"RQ", "XX", "UR"})
"""States of an entry that is only asked for, or about to be removed."""
_NO_TOWN: Final = re.compile(
    r"\b(?:pt|apt|port|porto|puerto|terminal|sez|icd|cfs|ftz|fpo|lcs|airport|oil|platform|field|offshore|anchorage|"
    r"harbou?r|bridge|refinery|marina|sugar|mill|power|plant|works|berth|wharf|jetty|quay|dock|ferry|depot|industrial|"
    r"park|warehouse|logistics|hub|zone|center|centre|island|sfp|ptp|cargo|container|raffinerie|rafinerie|"
    r"aeroport|aeropuerto|hafen|haven|canal|lock|mine|station|bank|bureau|university|college|revenue|insurance|company|"
    r"corp|corporation|inc|service|services|department|dept|agency|lockbox|hospital|foundation|electric|international|"
    r"administration|institute|school|seminary|medical|social security|usps|irs|government|treasury|state farm|"
    r"naval|air force|army|fort|base|bulk mail|credit|card|express|life|fulfillment|publishers)\b|[&\d]",
    re.IGNORECASE,
)
_POST_NEAR_KM: Final = 25.0
_CODE_NEAR_KM: Final = 70.0
_CODE_STRAY_KM: Final = 3.0
_AREA_STRAY_DEG: Final = 0.1
_GREAT: Final = 300_000
_LISTS: Final = ("common_words", "rarer_words", "given_names", "surnames")
_KNOWN: Final = frozenset({"city", "admin2", "island", "region"})


@dataclass(frozen=True, slots=True)
class _Place:
    """What a source says of one place; ``area`` is the state that is known to hold it, or empty."""

    id: str
    names: tuple[str, ...]
    country: str
    area: str
    lat: float
    lon: float
    source: str


def minor_rows(known: Collection[Row], areas: Iterable[Area]) -> list[Row]:
    """The places that none of the known rows stands for already."""
    near: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in known:
        if row.kind in _KNOWN:
            for name in row.names:
                near[row.country or "", name].append(row)
    borders = open_borders()
    states = _taken(known)
    great = states | {name for row in known if row.kind == "city" and row.population >= _GREAT for name in _own(row)}
    rows: dict[str, Row] = {}
    for place in (*_post_towns(), *_locodes(borders, {area.row.id: area.outline for area in areas})):
        keys = [(place.country, normalise(name)) for name in place.names]
        if any(name in (states if place.area else great) for _, name in keys):
            continue
        reach = _POST_NEAR_KM if place.area else _CODE_NEAR_KM
        bearers = [row for key in keys for row in near[key]]
        if any(arc_km(place.lat, place.lon, row.lat, row.lon) < max(reach, row.extent_km) for row in bearers):
            continue
        # A town of the name elsewhere in the country: more likely the same one at a wrong position than another.
        if not place.area and any(row.population for row in bearers if row.kind == "city"):
            continue
        # One code stands twice where a place has names in two languages.
        row = rows.get(place.id) or Row(
            place.id, place.names[0], "city", place.country, place.lat, place.lon, radius_km(0), place.source,
            feature="small place",
        )  # fmt: skip
        row.add_all(place.names)
        for key in keys:
            near[key].append(row)
        rows[row.id] = row
    return list(rows.values())


def _taken(known: Collection[Row]) -> set[str]:
    """Folded names that mean a word, a person, a country or a state to a reader."""
    states = {name for row in known if row.kind in {"country", "admin1"} for name in _own(row)}
    return states.union(*(word_list(name) for name in _LISTS))


def _own(row: Row) -> Iterator[str]:
    """The folded names that are a place's main ones."""
    return (name for name, match in row.names.items() if match == NAME)


def _post_towns() -> Iterator[_Place]:
    """Post towns by state, at the middle of their postal codes."""
    text = (unpack(POST_TOWNS) / "package" / "lib" / "codes.js").read_text(encoding="utf-8")
    start = text.index("{")
    codes, _ = json.JSONDecoder().raw_decode(text[start:])
    towns: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for entry in codes.values():
        state = entry["state"]
        if _STATES.fullmatch(state) and state not in _MILITARY and entry["latitude"] and entry["longitude"]:
            towns[state, entry["city"].strip()].append((float(entry["latitude"]), float(entry["longitude"])))
    for (state, town), points in sorted(towns.items()):
        lat, lon = (round(sum(values) / len(points), 4) for values in zip(*points, strict=True))
        slug = "-".join(normalise(town).split())
        if slug and not _NO_TOWN.search(town):
            yield _Place(f"post:us-{state.lower()}-{slug}", (town,), "US", state, lat, lon, "U.S. postal codes")


def _locodes(borders: Borders, outlines: Mapping[str, BaseGeometry]) -> Iterator[_Place]:
    """Entries of UN/LOCODE with a position inside their country, and inside the area that they name."""
    folder = unpack(LOCODES) / "pyunlocode" / "csv"
    for path in sorted(folder.glob("*CodeListPart*.csv")):
        with path.open(encoding="latin-1", newline="") as stream:
            for cells in csv.reader(stream):
                place = _locode(cells)
                outline = outlines.get(f"admin1:{cells[1]}-{cells[5]}") if place else None
                if place and outline is not None:
                    if shapely.dwithin(outline, shapely.Point(place.lon, place.lat), _AREA_STRAY_DEG):
                        yield place
                elif place and borders.nearest_point(place.lat, place.lon, place.country)[0] <= _CODE_STRAY_KM:
                    yield place


def _locode(cells: list[str]) -> _Place | None:
    _, country, code, name, plain, _, _, status, _, _, position, *_ = [*cells, "", ""]
    spot = locode_position(position)
    name, plain = (re.sub(r"\(.*?\)", "", text).strip() for text in (name, plain))
    if not spot or not code or status in _REFUSED or country in _COVERED or _NO_TOWN.search(plain) or "=" in name:
        return None
    names = [part.strip() for text in (name, plain) for part in re.split(r"[/,]", text)]
    names = [unicodedata.normalize("NFC", name) for name in names if len(name) > len("Ii")]
    if not names:
        return None
    return _Place(f"unlocode:{country}{code}", tuple(dict.fromkeys(names)), country, "", *spot, "UN/LOCODE")


def locode_position(text: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees of UN/LOCODE's "5540N 01235E"; None for anything else."""
    spot = _POSITION.fullmatch(text)
    if not spot:
        return None
    lat = (int(spot[1]) + int(spot[2]) / 60) * (1 if spot[3] == "N" else -1)
    lon = (int(spot[4]) + int(spot[5]) / 60) * (1 if spot[6] == "E" else -1)
    if not (abs(lat) <= 90 and abs(lon) <= 180):  # noqa: PLR2004 - degrees
        return None
    return round(lat, 4), round(lon, 4)
