"""Checks of the gazetteer's rows, used by the builder and by the tests."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer_rows import Row
    from wayproof.world.borders import Borders

_IDENTIFIER = re.compile(r"[a-z0-9]+:\S+( \S+)*")
_KINDS = frozenset(
    {"city", "country", "admin1", "admin2", "region", "water", "island", "landmark", "airport", "station", "port",
     "crossing"}
)  # fmt: skip
_WIDEST_KM = 20_040
_STRAY_KM = 2.0
"""How far a recalled position may lie outside: bridges and capes stand off the drawn land."""
_WITHOUT_OUTLINE = frozenset({"UM"})


def check_rows(rows: Iterable[Row]) -> None:
    """Refuse rows that break a promise of the gazetteer; the message lists every defect, not only the first.

    Raises
    ------
    ValueError
        Some row is doubled, unnamed, not on Earth, of no known kind, without source, or not in Unicode form C.
    """
    rows = list(rows)
    codes = {row.country for row in rows if row.id.startswith("country:")}
    seen: set[str] = set()
    defects = []
    for row in rows:
        if row.id in seen:
            defects.append(f"{row.id}: twice")
        seen.add(row.id)
        defects += [f"{row.id}: {defect}" for defect in row_defects(row, codes)]
    if defects:
        raise ValueError("\n".join(defects))


def row_defects(row: Row, codes: set[str | None]) -> list[str]:
    """What is wrong with one row; ``codes`` are the country codes that have a row of their own."""
    defects = []
    if not _IDENTIFIER.fullmatch(row.id):
        defects.append("malformed id")
    if row.kind not in _KINDS:
        defects.append(f"unknown kind {row.kind!r}")
    if not row.names:
        defects.append("no usable name")
    if row.name != unicodedata.normalize("NFC", row.name) or row.name != row.name.strip() or not row.name:
        defects.append(f"name {row.name!r} is empty, padded or not NFC")
    if not (math.isfinite(row.lat) and math.isfinite(row.lon) and abs(row.lat) <= 90 and abs(row.lon) <= 180):  # noqa: PLR2004 - degrees
        defects.append(f"not on Earth: {row.lat}, {row.lon}")
    if not 0 < row.extent_km <= _WIDEST_KM:
        defects.append(f"extent {row.extent_km} km")
    if not row.source:
        defects.append("no source")
    if row.country is not None and row.country not in codes:
        defects.append(f"unknown country {row.country!r}")
    return defects


def misplaced(rows: Iterable[dict[str, str]], borders: Borders) -> list[str]:
    """The ids of hand-kept places that lie outside the country they name by more than their own extent.

    Territories without an outline of their own in the border data cannot be judged and pass.
    """
    found = []
    for row in rows:
        if not row["country"] or row["country"] in _WITHOUT_OUTLINE:
            continue
        km, _, _ = borders.nearest_point(float(row["lat"]), float(row["lon"]), row["country"])
        if km > max(_STRAY_KM, float(row["extent_km"])):
            found.append(row["id"])
    return found
