"""Countries on the map: who holds a point, how far the borders are, and where a line changes country."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from wayproof.errors import InputError
from wayproof.world.arcs import NOBODY
from wayproof.world.boundaries import Boundaries, Part, boundaries_of, open_boundaries
from wayproof.world.cartography import FILENAME as BASEMAP
from wayproof.world.cartography import ArcBasemap, Basemap, Bounds, Label, River, StoredBasemap
from wayproof.world.former_states import NoFormerStates, StoredFormerStates, former_cut
from wayproof.world.geodesy import distance_km
from wayproof.world.manifest import data_path
from wayproof.world.places import Kind
from wayproof.world.proximity import between_km, nearest_feet
from wayproof.world.territory import Claims, Dispute, NoClaims, StoredClaims, Territories
from wayproof.world.traverse import LineCrossing, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from numpy.typing import ArrayLike, NDArray
    from shapely.geometry import MultiLineString, MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from wayproof.world.border_distances import BorderFeet, BorderTree
    from wayproof.world.former_states import FormerState, FormerStates
    from wayproof.world.places import Place

NEARBY_KM: Final = 300.0
"""Borders farther away than this are left out unless asked for."""

FILENAME: Final = "borders.sqlite"
_LAND_DEG: Final = 0.02


@dataclass(frozen=True, slots=True)
class BorderDistance:
    """How far a border is.

    Attributes
    ----------
    country
        The country on the other side.
    km
        Geodesic distance to the nearest point of the border.
    lat, lon
        That point.
    over
        "land" or "water": where the border runs there. Rivers and lakes count as land.
    """

    country: str
    km: float
    lat: float
    lon: float
    over: str


class Borders:
    """The borders of a world whose boundaries are known as arcs.

    Every point has one holder: where claims overlap, the state whose code the place usually carries, and for a
    dependency its own code. ``countries_at`` and ``disputes_at`` name the others.
    Territory includes the territorial sea.
    """

    def __init__(
        self,
        boundaries: Boundaries,
        *,
        claims: Claims | None = None,
        former: FormerStates | None = None,
        basemap: Callable[[], Basemap] | None = None,
    ) -> None:
        self._boundaries = boundaries
        self._territories = Territories(boundaries)
        self._claims = claims or NoClaims()
        self._former = former or NoFormerStates()
        self._open_basemap = basemap or (lambda: ArcBasemap(boundaries))

    @cached_property
    def _basemap(self) -> Basemap:
        return self._open_basemap()

    @cached_property
    def _tree(self) -> BorderTree:
        from wayproof.world.border_distances import BorderTree

        return BorderTree(self._boundaries)

    def countries_at(self, lat: float, lon: float) -> tuple[str, ...]:
        """All countries that a point belongs to, the holder first.

        Two or more mean a disputed area or a dependency with its sovereign; none means the high seas.
        """
        holder = self.country_at(lat, lon)
        return () if holder is None else (holder, *self._claims.claimants(holder, lat, lon))

    def country_at(self, lat: float, lon: float) -> str | None:
        """The country that holds a point; None on the high seas."""
        part = self.part_at(lat, lon)
        return part[0] if part else None

    def part_at(self, lat: float, lon: float) -> tuple[str, int] | None:
        """The country and the part of it (0 is the main part) that hold a point; None on the high seas."""
        number = self._territories.locate(lat, lon)
        if number == NOBODY:
            return None
        part = self._boundaries.parts[number]
        return part.country, part.index

    def disputes_at(self, lat: float, lon: float, *, on: date | None = None) -> tuple[Dispute, ...]:
        """The known disputes about a point, with who claims and who controls it.

        Parameters
        ----------
        on
            Only disputes that stood on this day; None means all that ever stood.
        """
        found = self._claims.disputes(lat, lon)
        return found if on is None else tuple(dispute for dispute in found if dispute.stood_on(on))

    def former_state_at(self, lat: float, lon: float, *, on: date) -> FormerState | None:
        """The dissolved state that a point lay in on a day, if its land is only a part of a state of today.

        East Germany, North Vietnam and South Yemen are known; None where today's borders held or were internal.
        """
        for state, area in self._former.standing(on):
            if shapely.contains_xy(area, lon, lat) and self.country_at(lat, lon) == state.country:
                return state
        return None

    def joined_by_land(self, a: tuple[float, float], b: tuple[float, float]) -> bool:
        """Whether one can go between two points, (lat, lon), on the land of the one country that holds both.

        Parts of a country may be joined by its territorial sea alone: Ceuta and the mainland of Spain are one part, and
        no land joins them. Land is drawn to about two kilometres; a point at most so far off it counts as on it.
        """
        first, second = self.part_at(*a), self.part_at(*b)
        if first is None or first != second:
            return False
        part = self._territories.parts(first[0])[first[1]]
        land = self._basemap.land_within(part.bounds, tolerance_deg=_LAND_DEG)
        ashore = shapely.intersection(self._territories.polygon(first[0]), land)
        pieces = shapely.get_parts(ashore)
        spots = [shapely.Point(lon, lat) for lat, lon in (a, b)]
        nearest = [int(np.argmin(shapely.distance(pieces, spot))) for spot in spots] if len(pieces) else []
        near = all(shapely.distance(pieces[one], spot) <= _LAND_DEG for one, spot in zip(nearest, spots, strict=False))
        return bool(nearest) and near and nearest[0] == nearest[1]

    def parts(self, country: str) -> tuple[Part, ...]:
        """The connected parts of a country, main part first; none for a code without territory."""
        return self._territories.parts(country)

    def neighbours(self, country: str) -> tuple[str, ...]:
        """The countries with a common land border, in alphabetical order; none for a code without territory."""
        numbers = self._territories.numbers(country)
        return tuple(sorted({self._boundaries.parts[other].country for other in self._across(numbers)} - {country}))

    def part_neighbours(self, country: str, part: int) -> tuple[tuple[str, int], ...]:
        """The parts of other countries with a common land border with one part of a country."""
        across = self._across(self._territories.numbers(country)[part : part + 1])
        return tuple(sorted((self._boundaries.parts[n].country, self._boundaries.parts[n].index) for n in across))

    def nearest(self, lat: float, lon: float, *, within_km: float = NEARBY_KM) -> tuple[BorderDistance, ...]:
        """The nearest point of the border with every other country, nearest first.

        Borders are those of the part of the country that the point lies in; on the high seas, the limits of
        the territorial seas around.
        """
        boundaries, index = self._boundaries, self._boundaries.index
        home = self._territories.locate(lat, lon)
        pieces = np.flatnonzero(((index.left == home) | (index.right == home)) & ~index.seam)
        on_left = index.left[pieces] == home
        labels = np.where(on_left, boundaries.right_country[pieces], boundaries.left_country[pieces])
        abroad = (labels != "") & (labels != boundaries.countries[home])
        feet = nearest_feet(boundaries, lat, lon, pieces=pieces[abroad], labels=labels[abroad], within_km=within_km)
        distances = (
            BorderDistance(
                country, distance_km(lat, lon, foot.lat, foot.lon), foot.lat, foot.lon, "land" if foot.land else "water"
            )
            for country, foot in feet.items()
        )
        return tuple(sorted((d for d in distances if d.km <= within_km), key=lambda d: (d.km, d.country)))

    def nearest_point(
        self, lat: float, lon: float, country: str, *, part: int | None = None
    ) -> tuple[float, float, float]:
        """The nearest point of a country's territory: km, lat, lon; 0 km and the point itself inside.

        Parameters
        ----------
        part
            Only this part of the country; None means all of it.

        Raises
        ------
        InputError
            The code has no territory, or no such part.
        """
        numbers = self._numbers(country, part)
        if self._territories.locate(lat, lon) in numbers:
            return 0.0, lat, lon
        pieces = self._rim(numbers)
        labels = np.full(len(pieces), country)
        foot = nearest_feet(self._boundaries, lat, lon, pieces=pieces, labels=labels)[country]
        return distance_km(lat, lon, foot.lat, foot.lon), foot.lat, foot.lon

    def nearest_of_many(self, lats: ArrayLike, lons: ArrayLike) -> BorderFeet:
        """For each of many points the nearest point of any land border between two countries, and how far it is.

        The first call builds a search tree of all borders: two seconds and 150 MB; after it, tens of thousands of
        points a second.
        """
        return self._tree.nearest(lats, lons)

    def line(self, a: str, b: str) -> BaseGeometry:
        """The border between two countries in lon, lat, at sea too; empty if they have none."""
        left, right = self._boundaries.left_country, self._boundaries.right_country
        pieces = np.flatnonzero(((left == a) & (right == b)) | ((left == b) & (right == a)))
        lines = list(map(self._boundaries.points, pieces.tolist()))
        return shapely.line_merge(shapely.MultiLineString(lines))

    def rim(self, country: str) -> MultiLineString:
        """The lines around a country in lon, lat, with the limit of its territorial sea; empty for an unknown code."""
        return self._territories.rim(country)

    def polygon(self, country: str) -> BaseGeometry:
        """The territory of a country in lon, lat, with the territorial sea; empty for a code without territory.

        Halves of a territory meet at the antimeridian.
        """
        return self._territories.polygon(country)

    def cut(self, line: Sequence[tuple[float, float]], *, shortest_stay_km: float = 0.0) -> tuple[LineCrossing, ...]:
        """The changes of country along a line of (lat, lon), in order; long steps follow the geodesic.

        Parameters
        ----------
        shortest_stay_km
            Stays shorter than this between two others are not told.
        """
        return cut(line, self._boundaries, self._territories, shortest_stay_km=shortest_stay_km)

    def former_cut(
        self, line: Sequence[tuple[float, float]], *, on: date, shortest_stay_km: float = 0.0
    ) -> tuple[LineCrossing, ...]:
        """Where a line of (lat, lon) crossed, on a day, the border of a dissolved state inside a state of today.

        The outer borders of a dissolved state are those of today's: ``cut`` tells them with the codes of today.
        """
        states = self._former.standing(on)
        return former_cut(line, states, self.country_at, shortest_stay_km=shortest_stay_km) if states else ()

    def separation_km(self, a: Place, b: Place) -> float:
        """The least distance between two places, km: never more than the true one.

        A country counts with its territory, where that is known; any other place with the circle of its extent.
        """
        first, second = self._territory(a), self._territory(b)
        if first and second:
            return self._between(first, second)
        if first:
            return max(0.0, self.nearest_point(b.lat, b.lon, first)[0] - b.extent_km)
        if second:
            return max(0.0, self.nearest_point(a.lat, a.lon, second)[0] - a.extent_km)
        return max(0.0, distance_km(a.lat, a.lon, b.lat, b.lon) - a.extent_km - b.extent_km)

    def lines_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiLineString:
        """The land borders within (west, south, east, north), simplified to a tolerance in degrees."""
        return self._basemap.lines_within(bounds, tolerance_deg=tolerance_deg)

    def land_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """The land within (west, south, east, north), lakes included, simplified to a tolerance in degrees."""
        return self._basemap.land_within(bounds, tolerance_deg=tolerance_deg)

    def lakes_within(self, bounds: Bounds, *, tolerance_deg: float) -> MultiPolygon:
        """The lakes within (west, south, east, north), simplified to a tolerance in degrees."""
        return self._basemap.lakes_within(bounds, tolerance_deg=tolerance_deg)

    def rivers_within(self, bounds: Bounds, *, tolerance_deg: float) -> tuple[River, ...]:
        """The main rivers within (west, south, east, north), longest first, simplified to a tolerance in degrees."""
        return self._basemap.rivers_within(bounds, tolerance_deg=tolerance_deg)

    def labels_within(self, bounds: Bounds) -> tuple[Label, ...]:
        """The country names that a map of (west, south, east, north) can write, most important first."""
        return self._basemap.labels_within(bounds)

    def _territory(self, place: Place) -> str | None:
        """The code of the country that a place is, if its territory is known."""
        known = place.kind is Kind.COUNTRY and place.country and self._territories.numbers(place.country)
        return place.country if known else None

    def _between(self, a: str, b: str) -> float:
        first, second = self._numbers(a), self._numbers(b)
        if a == b or self._across(first, at_sea=True) & set(second):
            return 0.0
        return between_km(self._boundaries, self._rim(first), self._rim(second))

    def _numbers(self, country: str, part: int | None = None) -> tuple[int, ...]:
        numbers = self._territories.numbers(country)
        if not numbers:
            message = f"{country!r} is no country code of the border data: use ISO 3166-1 alpha-2, such as LT, or XK."
            raise InputError(message)
        if part is None:
            return numbers
        if not 0 <= part < len(numbers):
            message = f"{country} has no part {part}: its parts are 0 to {len(numbers) - 1}."
            raise InputError(message)
        return (numbers[part],)

    def _rim(self, numbers: tuple[int, ...]) -> NDArray[np.intp]:
        index = self._boundaries.index
        wanted = np.array(numbers)
        return np.flatnonzero((np.isin(index.left, wanted) | np.isin(index.right, wanted)) & ~index.seam)

    def _across(self, numbers: tuple[int, ...], *, at_sea: bool = False) -> set[int]:
        """The parts on the other side of a border of the given ones."""
        index = self._boundaries.index
        wanted = np.array(numbers)
        counted = (index.land > 0) | at_sea
        ours_left, ours_right = np.isin(index.left, wanted), np.isin(index.right, wanted)
        across = {*index.right[ours_left & counted].tolist(), *index.left[ours_right & counted].tolist()}
        return across - {NOBODY, *numbers}


def borders_of(territories: Mapping[str, BaseGeometry], *, land: BaseGeometry | None = None) -> Borders:
    """The borders of a small world made in code, without disputes.

    Parameters
    ----------
    territories
        Country code to polygon or multipolygon in lon, lat. Common lines must have common vertices.
    land
        Where the land is; None means that all territory is land.
    """
    return Borders(boundaries_of(territories, land=land))


def open_borders() -> Borders:
    """The shipped borders; the file is read as questions need it.

    Raises
    ------
    DataError
        The file is missing or unreadable.
    """
    boundaries, connection = open_boundaries(data_path(FILENAME))
    borders = Borders(
        boundaries,
        claims=StoredClaims(connection),
        former=StoredFormerStates(connection),
        basemap=lambda: StoredBasemap(data_path(BASEMAP), boundaries, connection),
    )
    weakref.finalize(borders, connection.close)
    return borders


__all__ = [
    "BorderDistance",
    "Borders",
    "Dispute",
    "Label",
    "LineCrossing",
    "Part",
    "borders_of",
    "open_borders",
]
