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
    assert AIRPORTS.get("aaa") == AIRPORTS.get("AAAA") == AIRPORTS.of_kind("large")[0]
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


def test_a_day_of_which_the_sky_was_shut_a_part_is_no_day_of_closure() -> None:
    stop = Closure(
        "s", "US", "*", date(2001, 9, 11), date(2001, 9, 13), "ground stop", "order", "high", "13:45", "15:00"
    )
    days = [stop.holds_on(date(2001, 9, day)) for day in range(10, 15)]
    assert days == [False, False, True, False, False]


def test_a_part_of_a_sky_counts_where_it_is() -> None:
    corners = ((50.0, 36.0), (50.0, 40.0), (47.0, 38.0), (47.0, 36.0))
    east = Closure("e", "UA", "*", date(2014, 7, 18), None, "war", "report", "high", outline=corners)
    airspace, day = Airspace([east]), date(2015, 1, 1)
    assert airspace.closures("UA", day) == ()
    assert airspace.closures("UA", day, (48.07, 37.74)) == (east,)
    assert airspace.closures("UA", day, (50.45, 30.52)) == ()


@pytest.mark.parametrize(("lat", "lon", "iata"), [(54.68, 25.28, "VNO"), (54.71, 20.51, "KGD"), (50.03, 22.0, "RZE")])
def test_shipped_airports(lat: float, lon: float, iata: str) -> None:
    nearest = open_airports().nearest(lat, lon, limit=1, kinds=("large", "medium"))
    assert nearest[0][1].iata == iata
    assert nearest[0][0] < 30


def test_shipped_skies() -> None:
    airspace = open_airports().airspace
    assert airspace.closures("UA", date(2023, 2, 19))[0].closed_to == "*"
    assert all(closure.closed_to != "*" for closure in airspace.closures("UA", date(2022, 2, 23)))
    assert open_airports().get("LHR").kind == "large"
