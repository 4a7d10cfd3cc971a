"""How exact the nearest border is: against the raw polygons that the border file was made from.

    python benchmarks/quality_borders.py [--points N]

For random points on land the nearest border is asked for, and the way to that country's raw polygon is measured in an
azimuthal projection centred on the point, where distances from the centre are geodesics; long sides are cut up, for a
side is straight in longitude and latitude. Borders at sea are left out (over a strait the other side may be nearer
than the line between the two), and so are pairs whose polygons overlap: who holds what is decided by the builder.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from pathlib import Path

import numpy as np
import shapely
from pyproj import Transformer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "geodata"))
from borders_source import read_countries
from wayproof.world.borders import open_borders

SEED = 11
SHARE, ALLOWED_KM = 0.001, 0.02
STEP_DEG = 0.02


def reference_km(lat: float, lon: float, segments: np.ndarray) -> float:
    """The geodesic to the nearest of some segments, shape (n, 2, 2) of lon, lat."""
    near = Transformer.from_crs("EPSG:4326", f"+proj=aeqd +lat_0={lat} +lon_0={lon} +units=m", always_xy=True)
    x, y = near.transform(segments[..., 0].ravel(), segments[..., 1].ravel())
    ends = np.stack([x, y], axis=-1).reshape(segments.shape)
    a, along = ends[:, 0], ends[:, 1] - ends[:, 0]
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    share = np.clip(-(a * along).sum(axis=1) / length, 0, 1)
    return float(np.hypot(*(a + share[:, None] * along).T).min() / 1000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", type=int, default=500)
    options = parser.parse_args()
    raw, borders, chance = read_countries(), open_borders(), random.Random(SEED)  # noqa: S311 - a repeatable sample
    segments: dict[str, np.ndarray] = {}
    overlapping: dict[tuple[str, str], bool] = {}
    errors: list[tuple[float, float, str]] = []
    while len(errors) < options.points:
        lat, lon = float(np.degrees(np.arcsin(chance.uniform(-0.82, 0.95)))), chance.uniform(-179.5, 179.5)
        home = borders.country_at(lat, lon)
        nearest = borders.nearest(lat, lon, within_km=300.0)
        if home is None or not nearest or home not in raw or nearest[0].country not in raw or nearest[0].over != "land":
            continue
        other = nearest[0].country
        pair = (min(home, other), max(home, other))
        if pair not in overlapping:
            overlapping[pair] = shapely.make_valid(raw[home]).intersection(shapely.make_valid(raw[other])).area > 1e-6  # noqa: PLR2004 - slivers
        if overlapping[pair]:
            continue
        if other not in segments:
            rings = shapely.get_rings(shapely.get_parts(raw[other]))
            lines = [shapely.get_coordinates(ring) for ring in shapely.segmentize(rings, STEP_DEG)]
            segments[other] = np.concatenate([np.stack([line[:-1], line[1:]], axis=1) for line in lines])
        errors.append((abs(nearest[0].km - reference_km(lat, lon, segments[other])), nearest[0].km, f"{home}-{other}"))
    off = sorted((error for error, _, _ in errors), reverse=True)
    wide = [one for one in errors if one[0] > max(ALLOWED_KM, SHARE * one[1])]
    print(f"{len(errors)} points, {len({pair for *_, pair in errors})} borders")
    print(f"error against the raw polygons, m: median {statistics.median(off) * 1000:.1f}", end=", ")
    print(f"p95 {off[len(off) // 20] * 1000:.1f}, p99 {off[len(off) // 100] * 1000:.1f}, widest {off[0] * 1000:.0f}")
    print(
        f"{len(wide)} beyond 20 m and 0.1 %:",
        ", ".join(f"{pair} {error:.2f} km at {km:.0f} km" for error, km, pair in sorted(wide, reverse=True)[:10]),
    )


if __name__ == "__main__":
    main()
