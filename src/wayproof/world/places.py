"""A place: one thing on Earth that a story can name, with its position and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from wayproof.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

LATITUDES = (-90.0, 90.0)
LONGITUDES = (-180.0, 180.0)


class Kind(StrEnum):
    """What sort of thing a place is. ``REGION`` is a macro-region, peninsula, range or desert."""

    CITY = "city"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    REGION = "region"
    WATER = "water"
    ISLAND = "island"
    LANDMARK = "landmark"
    AIRPORT = "airport"
    STATION = "station"
    PORT = "port"
    CROSSING = "crossing"
    POINT = "point"


# bound once: readers ask for every bearer of a name, and to look a member up on its class takes ten times as long
(
    CITY, COUNTRY, ADMIN1, ADMIN2, REGION, WATER, ISLAND, LANDMARK, AIRPORT, STATION, PORT, CROSSING, POINT,
) = Kind  # fmt: skip

AREAS: frozenset[Kind] = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION, Kind.WATER})
"""The kinds that have an extent rather than a position: being "in" them says little about where."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place on Earth.

    Attributes
    ----------
    id
        Stable identifier with the source as prefix: ``geonames:588409``, ``country:LT``, ``admin1:RU-KGD``,
        ``crossing:lt-ru-kybartai``, ``point:54.1,25.2``.
    name
        The name to show.
    kind
        What sort of thing it is.
    country
        ISO 3166-1 alpha-2 of the country it lies in; None for what lies in none or in several (seas, macro-regions).
    lat, lon
        Position in degrees (WGS84); for an area a representative point.
    extent_km
        Radius in km around the position that holds the place.
    source
        Where the row comes from.
    admin1
        Readable name of the first-level area it lies in ("Texas"); None when unknown.
    population
        Inhabitants; 0 when unknown.
    feature
        A finer word than the kind, when there is one: "sea", "lake", "strait", "historic".
    valid_to
        The last day on which it existed under this name; None for what still exists.
    """

    id: str
    name: str
    kind: Kind
    country: str | None
    lat: float
    lon: float
    extent_km: float
    source: str
    admin1: str | None = None
    population: int = 0
    feature: str = ""
    valid_to: date | None = None

    @property
    def is_area(self) -> bool:
        """Whether the place is an area, known by its extent rather than by its position."""
        return self.kind in AREAS


class _NameOnDemand:
    """The field ``name`` of a place, which holds the name or how to read it: a function and what it is called with.

    A common name has dozens of bearers and a text means one: to read what the others are called would take a third of
    the time of a look-up.
    """

    def __init__(self, slot: Any) -> None:  # noqa: ANN401 - the descriptor of a slot has no public type
        self._read, self._write = slot.__get__, slot.__set__

    def __get__(self, place: Place | None, owner: type) -> Any:  # noqa: ANN401 - a name, or the field asked of the class
        if place is None:
            return self
        name = self._read(place)
        if not isinstance(name, str):
            read, key = name
            name = read(key)
            self._write(place, name)
        return name

    def __set__(self, place: Place, name: object) -> None:
        self._write(place, name)


setattr(Place, "name", _NameOnDemand(vars(Place)["name"]))  # noqa: B010 - to a type checker it stays the field that it is


class _Draft:
    """A place whose fields are still being set: a frozen one takes three times as long to make."""

    __slots__ = Place.__slots__  # the same, for Python to let it become a place


def place_of(  # noqa: PLR0917 - the fields of a place, given in their order because names cost time
    place_id: str,
    name: str | tuple[Callable[[int], str], int],
    kind: Kind,
    country: str | None,
    lat: float,
    lon: float,
    extent_km: float,
    source: str,
    admin1: str | None,
    population: int,
    feature: str,
    valid_to: date | None,
) -> Place:
    """The place with these values: what ``Place`` makes, for those who make thousands.

    The name may be a pair of a function that reads it and what that is called with.
    """
    draft: Any = _Draft()
    draft.id = place_id
    draft.name = name
    draft.kind = kind
    draft.country = country
    draft.lat = lat
    draft.lon = lon
    draft.extent_km = extent_km
    draft.source = source
    draft.admin1 = admin1
    draft.population = population
    draft.feature = feature
    draft.valid_to = valid_to
    draft.__class__ = Place
    place: Place = draft
    return place


def point(lat: float, lon: float, *, name: str = "", country: str | None = None) -> Place:
    """A bare position as a place.

    Parameters
    ----------
    lat, lon
        Degrees.
    name
        The name to show; the coordinates when empty.
    country
        ISO 3166-1 alpha-2, None when not known.

    Raises
    ------
    InputError
        The coordinates are not on Earth.
    """
    check_position(lat, lon)
    label = f"{lat:g},{lon:g}"
    return Place(f"point:{label}", name or label, Kind.POINT, country, lat, lon, 0.0, "given")


def check_position(lat: float, lon: float) -> None:
    """Refuse coordinates that are not on Earth (or are not numbers) with an ``InputError``."""
    inside = LATITUDES[0] <= lat <= LATITUDES[1] and LONGITUDES[0] <= lon <= LONGITUDES[1]
    if not inside:
        message = (
            f"latitude {lat:g}, longitude {lon:g}: latitudes go from -90 to 90, longitudes from -180 to 180. "
            "Give the latitude first."
        )
        raise InputError(message)
