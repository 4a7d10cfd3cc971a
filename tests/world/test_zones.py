from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wayproof.errors import InputError
from wayproof.world.zones import localise, skips, zone_at


@pytest.mark.parametrize(
    ("lat", "lon", "zone"),
    [
        (54.69, 25.28, "Europe/Vilnius"),
        (54.71, 20.51, "Europe/Kaliningrad"),
        (35.68, 139.77, "Asia/Tokyo"),
        (40.71, -74.0, "America/New_York"),
        (-17.7, 178.0, "Pacific/Fiji"),
    ],
)
def test_zone_of_a_place(lat: float, lon: float, zone: str) -> None:
    assert zone_at(lat, lon) == zone


def test_the_open_sea_keeps_nautical_time() -> None:
    assert zone_at(0.0, -30.0) == "Etc/GMT+2"


def test_off_the_earth_there_is_no_zone() -> None:
    with pytest.raises(InputError):
        zone_at(100.0, 0.0)


def test_wall_clocks_are_read_in_their_zone() -> None:
    two_in_tokyo = localise(datetime(2019, 12, 29, 14, 0), "Asia/Tokyo")  # noqa: DTZ001 - a wall clock
    assert two_in_tokyo == datetime(2019, 12, 29, 5, 0, tzinfo=UTC)
    assert two_in_tokyo.tzinfo is UTC


def test_history_of_the_clocks_counts() -> None:
    # Moscow was one hour ahead of Helsinki in the summer of 1987: both kept daylight saving time.
    moscow = localise(datetime(1987, 5, 28, 18, 40), "Europe/Moscow")  # noqa: DTZ001
    helsinki = localise(datetime(1987, 5, 28, 17, 40), "Europe/Helsinki")  # noqa: DTZ001
    assert moscow == helsinki


def test_a_skipped_time_is_read_with_the_offset_before_the_change() -> None:
    skipped = localise(datetime(2024, 3, 31, 3, 30), "Europe/Vilnius")  # noqa: DTZ001
    assert skipped == datetime(2024, 3, 31, 1, 30, tzinfo=UTC)
    assert skipped == localise(datetime(2024, 3, 31, 4, 30), "Europe/Vilnius")  # noqa: DTZ001


@pytest.mark.parametrize(
    ("low", "high", "zone", "expected"),
    [
        ("2011-12-30", "2011-12-31", "Pacific/Apia", True),
        ("2011-12-30T20:00", "2011-12-30T20:01", "Pacific/Apia", True),
        ("1993-08-21", "1993-08-22", "Pacific/Kwajalein", True),
        ("2011-12-29", "2011-12-31", "Pacific/Apia", False),
        ("2011-12-31", "2012-01-01", "Pacific/Apia", False),
        ("2011-12-30", "2011-12-31", "Pacific/Pago_Pago", False),
        # summer time skips an hour, and no day
        ("2023-03-26T02:10", "2023-03-26T02:50", "Europe/Berlin", False),
    ],
)
def test_days_that_never_were(low: str, high: str, zone: str, *, expected: bool) -> None:
    assert skips(datetime.fromisoformat(low), datetime.fromisoformat(high), zone) is expected


def test_a_repeated_time_is_the_first_unless_folded() -> None:
    naive = datetime(2024, 10, 27, 3, 30)  # noqa: DTZ001
    assert localise(naive, "Europe/Vilnius") == datetime(2024, 10, 27, 0, 30, tzinfo=UTC)
    assert localise(naive.replace(fold=1), "Europe/Vilnius") == datetime(2024, 10, 27, 1, 30, tzinfo=UTC)


def test_aware_times_and_unknown_zones_are_refused() -> None:
    with pytest.raises(InputError, match="without a zone"):
        localise(datetime(2024, 1, 1, tzinfo=UTC), "Europe/Vilnius")
    for name in ("Mars/Olympus", "", "../etc/passwd"):
        with pytest.raises(InputError, match="IANA"):
            localise(datetime(2024, 1, 1), name)  # noqa: DTZ001


def test_the_ends_of_the_calendar_are_refused_rather_than_wrapped() -> None:
    with pytest.raises(InputError, match="years 1 to 9999"):
        localise(datetime(1, 1, 1), "Asia/Tokyo")  # noqa: DTZ001
