"""Names of cities in other languages that are some other place's own name: the city gives way to it.

GeoNames lists the names of a great city in every language, without saying which: Thane is also "Tanna", Ibadan
"Abadan", Belém "Bethlehem". To a reader of English these are an island of Vanuatu, a town in Iran and one near
Jerusalem. Which names of a city English uses is told by registers that are kept in English: the towns of airports,
UN/LOCODE and the ports of the sea.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from airport_source import read_airports
from build_gazetteer_minor import LOCODES, locode_position
from fetch import unpack
from gazetteer_rows import ALTERNATE, FOREIGN, NAME, Row, arc_km, read_table
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Points = Mapping[str, list[tuple[float, float]]]

_SAME_PLACE_KM: Final = 60.0
"""How far the point of an English register may lie from the city it names: airports and ports stand off."""
_ELSEWHERE_KM: Final = 40.0
"""How far a namesake must lie beyond both extents to be another place."""
_OWN_NAME: Final = frozenset({"city", "country", "admin1", "region", "island", "water", "landmark"})
_LISTED: Final = re.compile(r"[/,(=)]")


def yield_to_namesakes(cities: list[Row], others: Iterable[Row]) -> None:
    """Mark the alternate names of cities that are foreign: the main name of another place, and not used in English."""
    english = _english_names()
    by_hand = read_table("city_names.csv")
    kept = {(fact["country"], normalise(fact["city"]), normalise(fact["name"])) for fact in by_hand}
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in (*cities, *others):
        if row.kind in _OWN_NAME:
            for name, match in row.names.items():
                if match == NAME:
                    owners[name].append(row)
    for city in cities:
        main = normalise(city.name)
        for name, match in city.names.items():
            if match != ALTERNATE or name not in owners or _is_part(name, main):
                continue
            if (city.country, main, name) in kept or _is_near(city, english.get(name, ())):
                continue
            if any(_is_elsewhere(city, owner) for owner in owners[name]):
                city.names[name] = FOREIGN


def _is_part(name: str, main: str) -> bool:
    """Whether the main name begins or ends with the name: "Juárez" is short for Ciudad Juárez."""
    return main.startswith(f"{name} ") or main.endswith(f" {name}")


def _is_near(city: Row, points: Iterable[tuple[float, float]]) -> bool:
    return any(arc_km(city.lat, city.lon, lat, lon) < _SAME_PLACE_KM for lat, lon in points)


def _is_elsewhere(city: Row, owner: Row) -> bool:
    distance = arc_km(city.lat, city.lon, owner.lat, owner.lon)
    return distance > _ELSEWHERE_KM + city.extent_km + owner.extent_km


def _english_names() -> Points:
    """Folded names that registers in English use, with the points they give them to."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for name, lat, lon in (*_airport_towns(), *_ports(), *_locodes()):
        points[normalise(name)].append((lat, lon))
    return points


def _airport_towns() -> Iterator[tuple[str, float, float]]:
    for airport in read_airports():
        yield airport["city"], float(airport["lat"]), float(airport["lon"])


def _ports() -> Iterator[tuple[str, float, float]]:
    path = unpack("searoute") / "searoute-1.6.0" / "searoute" / "data" / "ports.geojson"
    for port in json.loads(path.read_text(encoding="utf-8"))["features"]:
        lon, lat = port["geometry"]["coordinates"][:2]
        yield str(port["properties"].get("name") or ""), lat, lon


def _locodes() -> Iterator[tuple[str, float, float]]:
    for path in sorted((unpack(LOCODES) / "pyunlocode" / "csv").glob("*CodeListPart*.csv")):
        with path.open(encoding="latin-1", newline="") as stream:
            for cells in csv.reader(stream):
                position = locode_position(cells[10]) if len(cells) > len("0123456789") else None
                if position:
                    for name in _LISTED.split(f"{cells[3]}/{cells[4]}"):
                        yield name, *position
