"""The world's railways as a graph, how far each country's part of it can be trusted, and services with known times."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from wayproof.errors import DataError
from wayproof.world import facts
from wayproof.world.geodesy import distance_km
from wayproof.world.manifest import data_path
from wayproof.world.network import RoadNetwork
from wayproof.world.road_links import crossing_of_rows, links_of
from wayproof.world.road_trees import RoadSearch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from wayproof.world.road_trees import Trees
    from wayproof.world.snapping import Snap

    Position = tuple[float, float]

ARRAYS = ("lat", "lon", "country", "indptr", "indices", "metres", "borders")
GOOD, POOR, NONE = "good", "poor", "none"
"""How far a country's railways can be trusted: measured by ``geodata/integrity_rail.py``."""
REACH_KM = 20.0
"""Farther than this from the nearest line there is no railway to speak of."""
MOST_STRETCH = 2.0
"""A way so many times longer than the geodesic rather shows a gap of the graph than a journey by rail."""
ROUNDING_DEG = 1e-5
"""Positions are stored to so many degrees: about a metre."""
STATION_REACH_KM = 30.0
"""A service serves a place if its station is so near."""


class RailWay(NamedTuple):
    """A way by rail from end to end.

    ``km`` is along the line, with the local ways to the first and from the last station. ``geometry`` is (lat, lon)
    from origin to destination, straight between the graph's points. ``trust`` is that of the least trusted country on
    the way.
    """

    km: float
    geometry: tuple[Position, ...]
    trust: str


@dataclass(frozen=True, slots=True)
class RailService:
    """A train with a published time.

    ``hours`` is the time of the fastest regular train, stops and border checks included. ``valid_from`` and
    ``valid_to`` are the first and the last day, None where there is no end on that side.
    """

    id: str
    name: str
    name_a: str
    lat_a: float
    lon_a: float
    name_b: str
    lat_b: float
    lon_b: float
    km: float
    hours: float
    valid_from: date | None
    valid_to: date | None
    source: str
    confidence: str

    def runs_on(self, on: date | None) -> bool:
        """Whether it ran on that day; without a day, whether it runs now."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class RailServices:
    """The services with published times.

    Parameters
    ----------
    services
        The rows.
    """

    def __init__(self, services: Iterable[RailService]) -> None:
        self.all = tuple(services)

    def between(self, origin: Position, destination: Position, on: date | None) -> tuple[RailService, ...]:
        """The services between two positions (lat, lon) in either direction on a day, fastest first."""

        def serves(a: Position, b: Position, service: RailService) -> bool:
            return (
                distance_km(*a, service.lat_a, service.lon_a) <= STATION_REACH_KM
                and distance_km(*b, service.lat_b, service.lon_b) <= STATION_REACH_KM
            )

        found = [
            service
            for service in self.all
            if service.runs_on(on) and (serves(origin, destination, service) or serves(destination, origin, service))
        ]
        return tuple(sorted(found, key=lambda service: (service.hours, service.id)))


class RailNetwork(RoadNetwork):
    """Railways of the world, or of a toy world: a network like that of the roads.

    ``links`` are tunnels, bridges and train ferries with their dates, and stretches that the source lacked.
    """

    trust: Mapping[str, str] = {}
    services: RailServices = RailServices(())

    def knowing(self, trust: Mapping[str, str], services: RailServices) -> RailNetwork:
        """The same network with the trust of each country (by ISO alpha-2) and the services."""
        self.trust, self.services = dict(trust), services
        return self

    def trust_of(self, country: str) -> str:
        """``"good"``, ``"poor"`` or ``"none"`` (no two of its cities are joined by a line that is known)."""
        return self.trust.get(country, NONE)


def rail_way(
    origin: Position, destination: Position, on: date | None, *, network: RailNetwork | None = None
) -> RailWay | None:
    """The shortest way by rail between two positions (lat, lon) over the lines in use on a day (None: today).

    None where an end has no railway within ``REACH_KM``, where the two are not joined, or where the way is
    ``MOST_STRETCH`` times the geodesic or longer: then nothing is known but the distance. A way is no timetable:
    whether trains ran over it on that day, and through which borders, is not told.
    """
    railways = network or open_railways()
    straight_km = distance_km(*origin, *destination)
    ends = [railways.snap(*position, limit_km=REACH_KM) for position in (origin, destination)]
    if ends[0] is None or ends[1] is None or ends[0].km > REACH_KM or ends[1].km > REACH_KM or straight_km == 0:
        return None
    search = RoadSearch(railways, ends[0], ends[1], railways.shut_arcs(on))
    if not search.connected:
        return None
    trees = search.trees(straight_km * MOST_STRETCH)
    if not trees.best_km < straight_km * MOST_STRETCH:
        return None
    return _way(railways, trees, origin, destination, (ends[0], ends[1]))


def _way(
    network: RailNetwork, trees: Trees, origin: Position, destination: Position, ends: tuple[Snap, Snap]
) -> RailWay:
    nodes = [] if trees.meeting is None else [int(trees.nodes[at]) for at in trees.way_out(trees.meeting)]
    points = [origin, (ends[0].lat, ends[0].lon), *map(network.point, nodes), (ends[1].lat, ends[1].lon), destination]
    # A train ferry counts as the road that takes as long while the way is sought, and as its own length afterwards.
    ferries = [network.link_at[pair] for pair in pairwise(nodes) if pair in network.link_at]
    km = trees.best_km + sum(ferry.km - ferry.cost_km for ferry in ferries)
    passed = {network.country_of(node) for node in nodes or [ends[0].node, ends[1].node]}
    trust = GOOD if all(network.trust_of(country) == GOOD for country in passed) else POOR
    line = [origin, *(b for a, b in pairwise(points[:-1]) if _apart(a, b))]
    line = [*(line if _apart(line[-1], destination) or len(line) == 1 else line[:-1]), destination]
    return RailWay(max(km, distance_km(*origin, *destination)), tuple(line), trust)


def _apart(a: Position, b: Position) -> bool:
    """Whether two positions differ by more than the rounding of stored ones."""
    return abs(a[0] - b[0]) > ROUNDING_DEG or abs(a[1] - b[1]) > ROUNDING_DEG


@cache
def open_railways() -> RailNetwork:
    """The shipped railways, read on first use.

    Raises
    ------
    DataError
        A file is missing or damaged.
    """
    try:
        with np.load(data_path("rails.npz")) as stored:
            arrays = {name: stored[name] for name in ARRAYS}
        about = json.loads(data_path("rails.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError) as error:
        message = f"the railways cannot be read ({error}); install wayproof again, or run `make data`"
        raise DataError(message) from error
    crossings = crossing_of_rows(about["crossings"], len(arrays["borders"]))
    links = links_of(about["links"])
    network = RailNetwork(**arrays, codes=about["codes"], blocks=about["blocks"], crossings=crossings, links=links)
    return network.knowing(about["trust"], RailServices(map(service_of, facts.rows("rail_services"))))


def service_of(row: Mapping[str, Any]) -> RailService:
    """The service of one table row, a mapping from column to text."""
    numbers = {key: float(row[key]) for key in ("lat_a", "lon_a", "lat_b", "lon_b", "km", "hours")}
    days = {key: facts.day(row[key]) for key in ("valid_from", "valid_to")}
    return RailService(**{**row, **numbers, **days})
