"""Rows of the gazetteer that are kept by hand: regions, waters, landmarks, border places, crossings, demonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_gazetteer_areas import cldr_names
from gazetteer_rows import ALTERNATE, CODE, NAME, Row, parts, read_table
from manifest import TABLES
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PLACE_TABLES = ("border_places.csv", "landmarks.csv", "regions.csv", "waters.csv")
CROSSINGS_TABLE = "crossings.csv"
_TOWNS = frozenset({"city", "country", "admin1", "region", "water"})


def table_rows() -> list[Row]:
    """The rows of all hand-kept place tables."""
    rows = []
    for filename in PLACE_TABLES:
        for fact in read_table(filename):
            row = Row(
                fact["id"], fact["name"], fact["kind"], fact["country"] or None, float(fact["lat"]), float(fact["lon"]),
                float(fact["extent_km"]), fact["source"], feature=fact["feature"],
            )  # fmt: skip
            row.add_all(parts(fact["names"]))
            row.add_all(parts(fact.get("codes", "")), CODE)
            if fact.get("cldr"):
                row.add_all(cldr_names(fact["cldr"]))
            rows.append(row)
    return rows


def crossing_rows() -> list[Row]:
    """Named border crossings with a position, under the names of both sides."""
    if not (TABLES / CROSSINGS_TABLE).exists():
        return []
    rows = []
    for fact in read_table(CROSSINGS_TABLE):
        if not fact["lat"]:
            continue
        near, far = (_plain(fact["name_a"]), _plain(fact["name_b"]))
        row = Row(
            f"crossing:{fact['id']}", f"{near[0]}-{far[0]}", "crossing", fact["country_a"], float(fact["lat"]),
            float(fact["lon"]), max(1.0, float(fact.get("coord_error_km") or fact.get("error_km") or 1.0)),
            "crossings table", feature="border crossing",
        )  # fmt: skip
        for side in (near, far):
            row.add_all(side, NAME)
            row.add_all([f"{side[0]} crossing", f"{side[0]} border crossing", f"{side[0]} checkpoint"], ALTERNATE)
        rows.append(row)
    return rows


def yield_to_towns(crossings: list[Row], others: Iterable[Row]) -> None:
    """Where a crossing bears the name of a town, an area or a former state, the name is first of all theirs."""
    towns = {name for row in others for name, match in row.names.items() if match == NAME and row.kind in _TOWNS}
    for crossing in crossings:
        for name, match in crossing.names.items():
            if match == NAME and name in towns and not name.endswith("crossing"):
                crossing.names[name] = ALTERNATE


def demonyms(places: Mapping[str, Row]) -> dict[str, list[str]]:
    """Folded demonym -> [ISO country code, place id]; refuses words that name two places."""
    found: dict[str, list[str]] = {}
    for fact in read_table("demonyms.csv"):
        place = places[fact["place"]]
        for word in parts(fact["words"]):
            folded = normalise(word)
            if folded in found and found[folded][1] != place.id:
                message = f"demonyms.csv: {word!r} is given to {found[folded][1]} and to {place.id}"
                raise ValueError(message)
            found[folded] = [place.country or "", place.id]
    return dict(sorted(found.items()))


def _plain(name: str) -> list[str]:
    """A crossing's name without its remark in brackets, then the remark itself: "Sovetsk (Queen Louise Bridge)"."""
    outside, _, remark = name.partition("(")
    return [part for part in (outside.strip(), remark.strip(" )")) if part]
