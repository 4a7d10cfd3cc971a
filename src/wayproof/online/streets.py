"""Streets and paths from OpenStreetMap through osmnx: over Overpass, or from a local file.

Only a corridor around two near points is ever asked for: whole countries exhaust both the server and the memory.
"""

from __future__ import annotations

import warnings
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import osmnx
import requests

from wayproof.errors import InputError
from wayproof.travel.streets import StreetPath
from wayproof.world.geodesy import distance_km, distances_km

if TYPE_CHECKING:
    from pathlib import Path

    from wayproof.online.services import Services

LONGEST_KM = 30.0
"""Above this distance the main-road graph is the better answer and the download too big."""

MARGIN_KM = 3.0
"""How far around the two ends the corridor reaches, so that a detour round a river still fits."""

KM_PER_DEGREE = 111.2


class OsmStreets:
    """Short ways along OpenStreetMap's streets.

    Parameters
    ----------
    services
        Where Overpass is and how to introduce oneself.
    file
        An OpenStreetMap XML file (.osm) to read instead of asking Overpass; None for Overpass.

    Raises
    ------
    InputError
        The file is missing or is not OpenStreetMap XML.
    """

    def __init__(self, services: Services, file: Path | None = None) -> None:
        self._services = services
        self._notes: list[str] = []
        self._down = False
        self._graph = None if file is None else _read(file)
        self._source = f"OpenStreetMap file {file.name}" if file else "OpenStreetMap over Overpass"

    def path(
        self, origin: tuple[float, float], destination: tuple[float, float], *, on_foot: bool
    ) -> StreetPath | None:
        """The shortest way along streets between two (lat, lon) positions, None when there is no data for it."""
        if distance_km(*origin, *destination) > LONGEST_KM:
            return None
        graph = self._graph if self._graph is not None else self._download(origin, destination, on_foot=on_foot)
        return None if graph is None else self._shortest(graph, origin, destination)

    def notes(self) -> tuple[str, ...]:
        """One line if Overpass failed in this run."""
        return tuple(self._notes)

    def _download(
        self, origin: tuple[float, float], destination: tuple[float, float], *, on_foot: bool
    ) -> nx.MultiDiGraph[Any] | None:
        if self._down or not self._services.overpass:
            return None
        _introduce(self._services)
        margin = MARGIN_KM / KM_PER_DEGREE
        south, north = sorted((origin[0], destination[0]))
        west, east = sorted((origin[1], destination[1]))
        # A degree of longitude shrinks towards the poles; twice the margin is enough up to 60 degrees.
        box = (west - 2 * margin, south - margin, east + 2 * margin, north + margin)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return osmnx.graph_from_bbox(box, network_type="walk" if on_foot else "drive", retain_all=True)
        except (requests.RequestException, ValueError, KeyError, OSError) as error:
            # osmnx's own errors are ValueErrors; a KeyError is an answer that lacks what Overpass promises.
            self._down = True
            said = " ".join(f"{type(error).__name__}: {error}".split())[:160]
            self._notes.append(f"Overpass gave no streets ({said}); main roads and straight access legs were used.")
            return None

    def _shortest(
        self, graph: nx.MultiDiGraph[Any], origin: tuple[float, float], destination: tuple[float, float]
    ) -> StreetPath | None:
        ends = [_nearest_node(graph, *position) for position in (origin, destination)]
        if max(away_km for _, away_km in ends) > MARGIN_KM:
            return None
        ways = graph.to_undirected(as_view=True)
        try:
            chain: list[Any] = nx.shortest_path(ways, ends[0][0], ends[1][0], weight="length")
        except nx.NetworkXNoPath:
            return None
        metres = sum(min(edge["length"] for edge in ways[a][b].values()) for a, b in pairwise(chain))
        line = [(float(graph.nodes[node]["y"]), float(graph.nodes[node]["x"])) for node in chain]
        return StreetPath(
            metres / 1000 + sum(away_km for _, away_km in ends), (origin, *line, destination), self._source
        )


def _nearest_node(graph: nx.MultiDiGraph[Any], lat: float, lon: float) -> tuple[Any, float]:
    """The nearest street corner and its distance in km."""
    nodes = list(graph.nodes)
    lats = np.array([graph.nodes[node]["y"] for node in nodes], dtype=float)
    lons = np.array([graph.nodes[node]["x"] for node in nodes], dtype=float)
    km = distances_km(lat, lon, lats, lons)
    nearest = int(np.argmin(km))
    return nodes[nearest], float(km[nearest])


def _introduce(services: Services) -> None:
    """Set osmnx's (global) manners: who asks, whom, for how long, and where answers are kept."""
    osmnx.settings.overpass_url = services.overpass
    osmnx.settings.http_user_agent = services.user_agent
    osmnx.settings.http_referer = services.contact
    osmnx.settings.requests_timeout = services.timeout_s
    osmnx.settings.cache_folder = str(services.cache / "overpass")
    # The pause before each download asks the server's status page; private servers often have none.
    osmnx.settings.overpass_rate_limit = "overpass-api.de" in services.overpass


def _read(file: Path) -> nx.MultiDiGraph[Any]:
    if not file.is_file():
        message = f"{file} is not there. Give an OpenStreetMap XML file (.osm), for example from an Overpass export."
        raise InputError(message)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return osmnx.graph_from_xml(file, retain_all=True)
    except (SyntaxError, ValueError, KeyError, AttributeError, OSError) as error:
        # The XML parser's errors are SyntaxErrors and osmnx's own ValueErrors; the rest is XML that is no map.
        message = f"{file} cannot be read as OpenStreetMap XML ({type(error).__name__}: {error}). Give an .osm file."
        raise InputError(message) from error
