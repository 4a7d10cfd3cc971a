"""All that is known about the Earth, each part opened when it is first asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wayproof.world import manifest

if TYPE_CHECKING:
    from collections.abc import Callable

    from wayproof.world.airports import Airports
    from wayproof.world.borders import Borders
    from wayproof.world.crossings import Crossings
    from wayproof.world.gazetteer import Places
    from wayproof.world.inland_waters import InlandWaters
    from wayproof.world.network import RoadNetwork
    from wayproof.world.railways import RailNetwork
    from wayproof.world.regimes import Regimes
    from wayproof.world.road_gaps import RoadGaps
    from wayproof.world.sealanes import SeaLanes
    from wayproof.world.seasons import Seasons
    from wayproof.world.speeds import SpeedTable


class World:
    """The sources of knowledge about the Earth.

    Each is opened by its factory on first use and then kept, so that a question about one border never opens
    the road network.
    """

    def __init__(
        self,
        *,
        gazetteer: Callable[[], Places],
        borders: Callable[[], Borders],
        crossings: Callable[[], Crossings],
        regimes: Callable[[], Regimes],
        roads: Callable[[], RoadNetwork],
        speeds: Callable[[], SpeedTable],
        airports: Callable[[], Airports],
        railways: Callable[[], RailNetwork | None] = lambda: None,
        sealanes: Callable[[], SeaLanes | None] = lambda: None,
        inland_waters: Callable[[], InlandWaters | None] = lambda: None,
        road_gaps: Callable[[], RoadGaps | None] = lambda: None,
        seasons: Callable[[], Seasons | None] = lambda: None,
        attributions: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._open_gazetteer = gazetteer
        self._open_borders = borders
        self._open_crossings = crossings
        self._open_regimes = regimes
        self._open_roads = roads
        self._open_speeds = speeds
        self._open_airports = airports
        self._open_railways = railways
        self._open_sealanes = sealanes
        self._open_inland_waters = inland_waters
        self._open_road_gaps = road_gaps
        self._open_seasons = seasons
        self._read_attributions = attributions

    @cached_property
    def gazetteer(self) -> Places:
        """Names and the places that bear them."""
        return self._open_gazetteer()

    @cached_property
    def borders(self) -> Borders:
        """Countries, their parts and their borders."""
        return self._open_borders()

    @cached_property
    def crossings(self) -> Crossings:
        """Border crossing points with their dated status."""
        return self._open_crossings()

    @cached_property
    def regimes(self) -> Regimes:
        """Rules that held at borders between dates."""
        return self._open_regimes()

    @cached_property
    def roads(self) -> RoadNetwork:
        """The road network."""
        return self._open_roads()

    @cached_property
    def speeds(self) -> SpeedTable:
        """Speeds, waits and records of travel."""
        return self._open_speeds()

    @cached_property
    def airports(self) -> Airports:
        """Airports."""
        return self._open_airports()

    @cached_property
    def railways(self) -> RailNetwork | None:
        """The railways; None in a world where none are known."""
        return self._open_railways()

    @cached_property
    def sealanes(self) -> SeaLanes | None:
        """The sea lanes; None in a world where none are known."""
        return self._open_sealanes()

    @cached_property
    def inland_waters(self) -> InlandWaters | None:
        """Large rivers and lakes as ways for boats; None in a world where none are known."""
        return self._open_inland_waters()

    @cached_property
    def road_gaps(self) -> RoadGaps | None:
        """The gaps in the roads of one land; None in a world where none are known."""
        return self._open_road_gaps()

    @cached_property
    def seasons(self) -> Seasons | None:
        """The parts of the year in which passes are shut; None in a world where none are known."""
        return self._open_seasons()

    @cached_property
    def certain_skies(self) -> World:
        """The same world without the closures of skies that are recalled and not certain."""
        return World(
            gazetteer=lambda: self.gazetteer,
            borders=lambda: self.borders,
            crossings=lambda: self.crossings,
            regimes=lambda: self.regimes,
            roads=lambda: self.roads,
            speeds=lambda: self.speeds,
            airports=lambda: self.airports.under(self.airports.airspace.certain),
            railways=lambda: self.railways,
            sealanes=lambda: self.sealanes,
            inland_waters=lambda: self.inland_waters,
            road_gaps=lambda: self.road_gaps,
            seasons=lambda: self.seasons,
            attributions=lambda: self.attributions,
        )

    @cached_property
    def attributions(self) -> tuple[str, ...]:
        """Whom maps and reports must credit for the data."""
        return self._read_attributions()


def open_world() -> World:
    """The world that the package ships; nothing is read before it is needed."""
    return World(
        gazetteer=_gazetteer,
        borders=_borders,
        crossings=_crossings,
        regimes=_regimes,
        roads=_roads,
        speeds=_speeds,
        airports=_airports,
        railways=_railways,
        sealanes=_sealanes,
        inland_waters=_inland_waters,
        road_gaps=_road_gaps,
        seasons=_seasons,
        attributions=manifest.attributions,
    )


# Each part is imported only when it is opened: together the imports would cost every command half a second.


def _gazetteer() -> Places:
    from wayproof.world.gazetteer import open_gazetteer

    return open_gazetteer()


def _borders() -> Borders:
    from wayproof.world.borders import open_borders

    return open_borders()


def _crossings() -> Crossings:
    from wayproof.world.crossings import open_crossings

    return open_crossings()


def _regimes() -> Regimes:
    from wayproof.world.regimes import open_regimes

    return open_regimes()


def _roads() -> RoadNetwork:
    from wayproof.world.network import open_network

    return open_network()


def _speeds() -> SpeedTable:
    from wayproof.world.speeds import open_speeds

    return open_speeds()


def _airports() -> Airports:
    from wayproof.world.airports import open_airports

    return open_airports()


def _railways() -> RailNetwork:
    from wayproof.world.railways import open_railways

    return open_railways()


def _sealanes() -> SeaLanes:
    from wayproof.world.sealanes import open_sealanes

    return open_sealanes()


def _inland_waters() -> InlandWaters:
    from wayproof.world.borders import open_borders
    from wayproof.world.inland_waters import open_inland_waters

    return open_inland_waters(open_borders())


def _road_gaps() -> RoadGaps:
    from wayproof.world.road_gaps import open_road_gaps

    return open_road_gaps()


def _seasons() -> Seasons:
    from wayproof.world.seasons import open_seasons

    return open_seasons()
