"""Airports near a place, and skies that were shut."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.errors import UnknownPlaceError
from wayproof.world.airports import Airport, Airports, Airspace, Closure, open_airports


def airport(icao: str, lat: float, lon: float, kind: str = "large", iata: str | None = None) -> Airport:
    return Airport(icao, iata, f"{icao} Airport", "", "AA", lat, lon, kind, "Etc/UTC")


AIRPORTS = Airports([airport("AAAA", 0, 179.9, iata="AAA"), airport("BBBB", 0, -179.5, "small"), airport("CCCC", 9, 0)])


def test_the_nearest_come_first_across_the_date_line() -> None:
    found = AIRPORTS.nearest(0, -179.9, limit=2)
    assert [port.icao for _, port in found] == ["AAAA", "BBBB"]
    assert found[0][0] == pytest.approx(22.24, abs=0.1)


def test_only_the_asked_size_classes_count() -> None:
    assert [port.icao for _, port in AIRPORTS.nearest(0, -179.5, kinds=("large",))] == ["AAAA", "CCCC"]
    assert AIRPORTS.nearest(0, 0, kinds=("medium",)) == ()


def test_codes_of_both_kinds() -> None:
    assert AIRPORTS.get("aaa") is AIRPORTS.get("AAAA")
    with pytest.raises(UnknownPlaceError, match="ZZZ"):
        AIRPORTS.get("ZZZ")


def test_a_sky_shut_to_all_comes_before_one_shut_to_some() -> None:
    some = Closure("s", "AA", "BB", date(2020, 1, 1), None, "quarrel", "a newspaper", "low")
    every = Closure("e", "AA", "*", date(2022, 1, 1), date(2022, 2, 1), "war", "a newspaper", "low")
    airspace = Airspace([some, every])
    assert airspace.closures("AA", date(2022, 2, 1)) == (every, some)
    assert airspace.closures("AA", date(2022, 2, 2)) == (some,)
    assert airspace.closures("AA", None) == ()
    assert airspace.closures("BB", date(2022, 1, 1)) == ()


@pytest.mark.parametrize(("lat", "lon", "iata"), [(54.68, 25.28, "VNO"), (54.71, 20.51, "KGD"), (50.03, 22.0, "RZE")])
def test_shipped_airports(lat: float, lon: float, iata: str) -> None:
    nearest = open_airports().nearest(lat, lon, limit=1, kinds=("large", "medium"))
    assert nearest[0][1].iata == iata
    assert nearest[0][0] < 30


def test_shipped_skies() -> None:
    airspace = open_airports().airspace
    assert airspace.closures("UA", date(2023, 2, 19))[0].closed_to == "*"
    assert airspace.closures("UA", date(2022, 2, 23)) == ()
    assert open_airports().get("LHR").kind == "large"
