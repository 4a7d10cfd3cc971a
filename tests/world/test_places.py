from __future__ import annotations

import math
import pickle
from copy import copy
from dataclasses import FrozenInstanceError, asdict, replace

import pytest

from wayproof.errors import InputError
from wayproof.world.places import AREAS, Kind, Place, check_position, place_of, point


def test_a_point_is_named_by_its_coordinates() -> None:
    place = point(54.1, 25.2)
    assert (place.id, place.name, place.kind, place.extent_km) == ("point:54.1,25.2", "54.1,25.2", Kind.POINT, 0.0)


def test_a_point_can_have_a_name_and_a_country() -> None:
    place = point(54.1, 25.2, name="the ditch", country="LT")
    assert (place.id, place.name, place.country) == ("point:54.1,25.2", "the ditch", "LT")


@pytest.mark.parametrize(("lat", "lon"), [(90.1, 0), (-91, 0), (0, 180.5), (0, -181), (math.nan, 0), (0, math.nan)])
def test_positions_off_the_earth_are_refused(lat: float, lon: float) -> None:
    with pytest.raises(InputError, match="latitudes go from -90 to 90"):
        check_position(lat, lon)


@pytest.mark.parametrize(("lat", "lon"), [(90, 0), (-90, 180), (0, -180)])
def test_poles_and_date_line_are_on_the_earth(lat: float, lon: float) -> None:
    check_position(lat, lon)


def test_areas_are_told_from_points() -> None:
    sea = Place("water:black-sea", "Black Sea", Kind.WATER, None, 43.3, 34.3, 650.0, "test")
    assert sea.is_area
    assert not point(0, 0).is_area
    assert Kind.CITY not in AREAS


def test_places_are_values() -> None:
    assert point(1, 2) == point(1, 2)
    assert len({point(1, 2), point(1, 2)}) == 1


def test_places_made_quickly_are_places_like_others() -> None:
    values = ("geonames:1", "Ulm", Kind.CITY, "DE", 48.4, 10.0, 5.0, "GeoNames", "Bavaria", 120_000, "", None)
    quick = place_of(*values)
    assert type(quick) is Place
    assert quick == Place(*values)  # type: ignore[arg-type]
    assert hash(quick) == hash(Place(*values))  # type: ignore[arg-type]
    assert replace(quick, name="Neu-Ulm").name == "Neu-Ulm"
    assert copy(quick) == quick
    with pytest.raises(FrozenInstanceError):
        quick.name = "Aulm"  # type: ignore[misc]


def test_a_name_is_read_once_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def label(row: int) -> str:
        asked.append(row)
        return "Vilnius"

    rest = (Kind.CITY, "LT", 54.7, 25.3, 14.0, "test", None, 540_000, "capital", None)
    place = place_of("x:1", (label, 7), *rest)
    assert place.kind is Kind.CITY
    assert asked == []
    assert (place.name, place.name, asked) == ("Vilnius", "Vilnius", [7])


def test_a_place_with_a_name_to_be_read_is_like_any_other() -> None:
    rest = (Kind.CITY, "LT", 54.7, 25.3, 14.0, "test", None, 540_000, "capital", None)
    made = [place_of("x:1", (str, "Vilnius"), *rest) for _ in range(6)]
    named = Place("x:1", "Vilnius", *rest)
    assert made[0] == named
    assert hash(made[1]) == hash(named)
    assert repr(made[2]) == repr(named)
    assert asdict(made[3]) == asdict(named)
    assert replace(made[4], population=1).name == "Vilnius"
    assert pickle.loads(pickle.dumps(made[5])) == named  # noqa: S301 - our own bytes
    with pytest.raises(FrozenInstanceError):
        made[0].name = "Wilno"  # type: ignore[misc]
