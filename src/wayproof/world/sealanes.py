"""The sea lanes of the world as a graph: ports, and canals and straits that were not always open."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from wayproof.errors import DataError
from wayproof.world.geodesy import distance_km, distances_km, geodesic_points
from wayproof.world.manifest import data_path
from wayproof.world.network import RoadNetwork
from wayproof.world.road_trees import RoadSearch
from wayproof.world.snapping import DEGREE, Snap
from wayproof.world.sphere import great_circle_km
from wayproof.world.water import water_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from wayproof.world.water import Coasts

    Position = tuple[float, float]

AT_PORT_KM: Final = 5.0
"""A position so near a port is in it."""
REACH_KM: Final = 150.0
"""Farther than this from the nearest port or lane a place does not lie at the sea."""
NEARBY_SHARE, NEARBY_KM, NEARBY_MOST = 1.5, 10.0, 8
"""Ports and points of lanes up to so many times, and km, farther than the nearest are ways in, so many at most."""
LAND_SHARE: Final = 0.03
"""A straight way may touch so much land at its ends: positions of ports and of the drawn coast differ."""
STEP_KM: Final = 20.0
"""Pieces in which a straight way is laid over the coasts."""
FIRST_STRETCH, FIRST_KM = 2.5, 60.0
"""First ways of so many times the geodesic and km are searched, then all: the way round a continent can be long."""
ROUND_THE_WORLD_KM: Final = 60_000.0
ICE: Final = "ice"


class SeaWay(NamedTuple):
    """A way over the sea from end to end.

    ``km`` is along the lane, with the ways to it and from it. ``geometry`` is (lat, lon) from origin to destination.
    ``passages`` are the ids of the canals, straits and capes on the way, in order.
    """

    km: float
    geometry: tuple[Position, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Port:
    """A port: its UN/LOCODE, its name and where it lies."""

    code: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A canal, strait or cape.

    ``kind`` is ``"canal"``, ``"strait"``, ``"cape"`` or ``"ice"`` (a way that is never taken for granted). ``lanes``
    are the pairs of nodes that make it. ``opened`` None means that it was always there; ``shut`` are the spells in
    which nobody passed, first and last day.
    """

    id: str
    name: str
    kind: str
    lanes: tuple[tuple[int, int], ...]
    opened: date | None
    shut: tuple[tuple[date, date], ...]
    source: str
    confidence: str

    def open_on(self, on: date | None) -> bool:
        """Whether ordinary ships could pass on that day; without a day, whether they can now."""
        if self.kind == ICE:
            return False
        if on is None:
            return True
        opened = self.opened is None or self.opened <= on
        return opened and not any(first <= on <= last for first, last in self.shut)


class SeaLanes(RoadNetwork):
    """Sea lanes of the world, or of a toy world: a network like that of the roads, without countries.

    Parameters
    ----------
    points
        Nodes, whole 1e-5 degrees: lat and lon, shape (2, n).
    adjacency
        Compressed rows: indptr, indices and metres.
    blocks
        First node of each connected part, and n.
    ports
        Ports with their nodes.
    passages
        Canals, straits and capes.
    """

    def __init__(
        self,
        points: NDArray[np.int32],
        adjacency: tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]],
        blocks: Sequence[int],
        *,
        ports: Iterable[tuple[int, Port]] = (),
        passages: Iterable[Passage] = (),
    ) -> None:
        indptr, indices, metres = adjacency
        super().__init__(
            lat=points[0],
            lon=points[1],
            country=np.zeros(points.shape[1], dtype=np.uint8),
            indptr=indptr,
            indices=indices,
            metres=metres,
            borders=np.empty((0, 4), dtype=np.int32),
            codes=("",),
            blocks=blocks,
            crossings=(),
        )
        self.ports = dict(ports)
        self.passages = {passage.id: passage for passage in passages}
        self.passage_at = {
            pair: passage.id
            for passage in self.passages.values()
            for a, b in passage.lanes
            for pair in ((a, b), (b, a))
        }

    def shut_lanes(self, on: date | None, avoid: Iterable[str] = ()) -> NDArray[np.int64]:
        """Positions of the arcs of all passages not open on that day (None: today), and of those to be avoided."""
        avoided = set(avoid)
        shut = [
            pair
            for passage in self.passages.values()
            if passage.id in avoided or not passage.open_on(on)
            for a, b in passage.lanes
            for pair in ((a, b), (b, a))
        ]
        if not shut:
            return np.empty(0, dtype=np.int64)
        tails, heads = np.array(shut, dtype=np.int64).T
        return self.arcs(tails, heads)

    def nearest_ports(self, lat: float, lon: float, *, limit: int = 5) -> tuple[tuple[float, Port], ...]:
        """The ports nearest to a position, nearest first, as (km, port)."""
        ports = list(self.ports.values())
        km = distances_km(lat, lon, [port.lat for port in ports], [port.lon for port in ports])
        return tuple((float(km[at]), ports[at]) for at in np.argsort(km, kind="stable")[:limit].tolist())

    def join(self, lat: float, lon: float, *, reach_km: float = REACH_KM) -> Snap | None:
        """Where a position joins the lanes: at the nearest ports and points of lanes; None beyond reach."""
        rough = great_circle_km(lat, lon, self.lat / DEGREE, self.lon / DEGREE)
        found = np.argpartition(rough, NEARBY_MOST)[:NEARBY_MOST] if self.size > NEARBY_MOST else np.arange(self.size)
        km = distances_km(lat, lon, self.lat[found] / DEGREE, self.lon[found] / DEGREE).tolist()
        ways = sorted(zip(km, found.tolist(), strict=True))
        nearest_km, nearest = ways[0]
        if nearest_km > reach_km:
            return None
        # The lines from a port were laid over water; those drawn here may cross a headland.
        most_km = 0.0 if nearest in self.ports and nearest_km < AT_PORT_KM else nearest_km * NEARBY_SHARE + NEARBY_KM
        ends = tuple((node, far) for far, node in ways if node == nearest or far <= most_km)
        return Snap(nearest, nearest_km, *self.point(nearest), ends, (nearest, nearest))


def sea_way(
    origin: Position,
    destination: Position,
    on: date | None,
    *,
    avoid: Iterable[str] = (),
    lanes: SeaLanes | None = None,
    coasts: Coasts | None = None,
    reach_km: float = REACH_KM,
) -> SeaWay | None:
    """The shortest way over the sea between two positions (lat, lon) on a day (None: today).

    None where an end is farther than ``reach_km`` from any port or lane. Ways through the ice of the Arctic are not
    taken. The lines from a position to the nearest ports and lanes are straight, whatever lies between.

    Parameters
    ----------
    origin, destination
        Positions at the sea: ports do best.
    on
        The day, for canals that were not yet open, or shut.
    avoid
        Ids of passages not to be used.
    lanes
        The lanes; the shipped ones if not given.
    coasts
        If given, a straight way over open water is preferred to the lanes.
    reach_km
        How far the positions may be from the nearest port or lane.
    """
    network = lanes or open_sealanes()
    straight = geodesic_points(*origin, *destination, step_km=STEP_KM)
    straight_km = distance_km(*origin, *destination)
    if coasts is not None and water_km(straight, coasts) >= straight_km * (1 - LAND_SHARE):
        return SeaWay(straight_km, straight, ())
    ends = [network.join(*position, reach_km=reach_km) for position in (origin, destination)]
    if ends[0] is None or ends[1] is None:
        return None
    search = RoadSearch(network, ends[0], ends[1], network.shut_lanes(on, avoid))
    if not search.connected:
        return None
    for within_km in (straight_km * FIRST_STRETCH + FIRST_KM, ROUND_THE_WORLD_KM):
        trees = search.trees(within_km)
        if math.isfinite(trees.best_km):
            way = [] if trees.meeting is None else trees.way_out(trees.meeting)
            nodes = [int(trees.nodes[at]) for at in way] or [ends[0].node]
            points = [origin, *map(network.point, nodes), destination]
            passed = [network.passage_at[pair] for pair in pairwise(nodes) if pair in network.passage_at]
            return SeaWay(
                max(trees.best_km, straight_km),
                tuple(point for at, point in enumerate(points) if at == 0 or point != points[at - 1]),
                tuple(dict.fromkeys(passed)),
            )
    return None


@cache
def open_sealanes() -> SeaLanes:
    """The shipped lanes, read on first use.

    Raises
    ------
    DataError
        A file is missing or damaged.
    """
    try:
        with np.load(data_path("sealanes.npz")) as stored:
            points = np.stack([stored["lat"], stored["lon"]])
            adjacency = (stored["indptr"], stored["indices"], stored["metres"])
            nodes = stored["ports"].tolist()
        about = json.loads(data_path("sealanes.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError) as error:
        message = f"the sea lanes cannot be read ({error}); install wayproof again, or run `make data`"
        raise DataError(message) from error
    ports = [
        (node, Port(code, name, int(points[0, node]) / DEGREE, int(points[1, node]) / DEGREE))
        for node, (code, name) in zip(nodes, about["ports"], strict=True)
    ]
    return SeaLanes(points, adjacency, about["blocks"], ports=ports, passages=map(passage_of, about["passages"]))


def passage_of(entry: Mapping[str, Any]) -> Passage:
    """The passage of one entry of the shipped list."""
    return Passage(
        id=entry["id"],
        name=entry["name"],
        kind=entry["kind"],
        lanes=tuple((a, b) for a, b in entry["lanes"]),
        opened=date.fromisoformat(entry["opened"]) if entry["opened"] else None,
        shut=tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in entry["shut"]),
        source=entry["source"],
        confidence=entry["confidence"],
    )
