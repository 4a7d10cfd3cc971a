"""How many points a second the border distances answer, and how far they are from an exact geodesic.

    python benchmarks/speed_borders.py [--points N] [--checked N]

Random points of the whole world, one thread, by the processor's clock. The exact distance of a sample is the least of
the geodesics to the nearest 100 edges of all borders, each minimised along the edge. Also measured: opening the borders
and reading five countries.
"""

from __future__ import annotations

import argparse
import statistics
import time

import numpy as np
from pyproj import Geod

from wayproof.world.borders import open_borders

FIVE = ("LT", "LV", "BY", "PL", "RU")
SEED = 5
EDGES, STEPS = 100, 400


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--checked", type=int, default=200)
    options = parser.parse_args()

    times = []
    for _ in range(5):
        started = time.process_time()
        borders = open_borders()
        for country in FIVE:
            borders.rim(country)
        times.append(time.process_time() - started)
    print(f"open, and the lines around {' '.join(FIVE)}: {statistics.median(times) * 1000:.1f} ms")

    chance = np.random.default_rng(SEED)
    lats = np.degrees(np.arcsin(chance.uniform(-0.8, 0.95, options.points)))
    lons = chance.uniform(-180, 180, options.points)
    started = time.process_time()
    borders.nearest_of_many(lats[:1], lons[:1])
    print(f"search tree of all borders: {time.process_time() - started:.2f} s")
    started = time.process_time()
    feet = borders.nearest_of_many(lats, lons)
    print(f"{options.points} points: {options.points / (time.process_time() - started):,.0f} a second")

    tree, geod = borders._tree, Geod(ellps="WGS84")  # noqa: SLF001 - the edges themselves, for a measure of their own
    errors = []
    shares = np.linspace(0, 1, STEPS)
    for lat, lon, km in zip(lats[: options.checked], lons[: options.checked], feet.km, strict=False):
        _, edges = tree._tree.query(earth(lat, lon), k=EDGES)  # noqa: SLF001
        corner, turn = tree._corner[edges], tree._turn[edges]  # noqa: SLF001
        places = corner[:, None, :] + shares[None, :, None] * turn[:, None, :]
        flat = places.reshape(-1, 2)
        metres = geod.inv(np.full(len(flat), lon), np.full(len(flat), lat), flat[:, 1], flat[:, 0])[2]
        exact = float(np.min(metres)) / 1000
        errors.append((abs(km - exact), abs(km - exact) / exact))
    print(f"of {len(errors)} points: largest difference {max(e[0] for e in errors) * 1000:.2f} m, "
          f"{max(e[1] for e in errors):.2e} of the distance")  # fmt: skip


def earth(lat: float, lon: float) -> np.ndarray:
    """Earth-centred coordinates, as the search tree has them."""
    from wayproof.world.geodesy import earth_centred

    return earth_centred(lat, lon)


if __name__ == "__main__":
    main()
