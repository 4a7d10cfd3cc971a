from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from wayproof.world.borders import Borders, open_borders
from wayproof.world.former_states import FormerState, former_cut

EAST = FormerState("EE", "Eastland", "AA", date(1950, 1, 1), date(1980, 12, 31), "toy", "high")
LEIPZIG, BONN, SZCZECIN = (51.34, 12.37), (50.73, 7.1), (53.43, 14.55)
EAST_BERLIN, WEST_BERLIN = (52.52, 13.41), (52.505, 13.33)
HANOI, SAIGON, ADEN, SANAA = (21.03, 105.85), (10.78, 106.7), (12.79, 45.02), (15.35, 44.2)
AREA = shapely.box(5.0, 0.0, 10.0, 10.0)


def everywhere(lat: float, lon: float) -> str | None:
    """The state of today: one country from 0 to 10 degrees east, another beyond."""
    del lat
    return "AA" if lon < 10 else "BB"


@pytest.fixture(scope="module")
def shipped() -> Borders:
    return open_borders()


def test_a_line_changes_side_where_it_crosses_the_former_border() -> None:
    changes = former_cut([(5.0, 1.0), (5.0, 9.0), (6.0, 9.0), (6.0, 1.0)], [(EAST, AREA)], everywhere)
    assert [(change.from_country, change.to_country) for change in changes] == [("AA", "EE"), ("EE", "AA")]
    assert [round(change.lon, 6) for change in changes] == [5.0, 5.0]
    assert changes[0].at_km < changes[1].at_km


def test_the_outer_border_is_told_by_todays_states_only() -> None:
    assert former_cut([(5.0, 9.0), (5.0, 11.0)], [(EAST, AREA)], everywhere) == ()


def test_a_bend_over_the_line_is_no_journey() -> None:
    line = [(5.0, 4.0), (5.0, 5.01), (5.02, 4.0)]
    assert len(former_cut(line, [(EAST, AREA)], everywhere)) == 2
    assert former_cut(line, [(EAST, AREA)], everywhere, shortest_stay_km=5) == ()


@given(
    st.lists(st.tuples(st.floats(0.5, 9.5), st.floats(0.5, 9.5)), min_size=2, max_size=8),
)
def test_changes_alternate_and_end_where_the_line_ends(line: list[tuple[float, float]]) -> None:
    changes = former_cut(line, [(EAST, AREA)], everywhere)
    for before, after in pairwise(changes):
        assert before.to_country == after.from_country
        assert before.at_km <= after.at_km
    inside = [abs(lon - 5.0) > 1e-6 and lon > 5.0 for _, lon in (line[0], line[-1])]
    sure = all(abs(lon - 5.0) > 1e-6 for _, lon in line)
    if sure:
        assert len(changes) % 2 == (inside[0] != inside[1])


@pytest.mark.parametrize(
    ("place", "year", "code"),
    [
        (LEIPZIG, 1975, "DD"),
        (LEIPZIG, 2020, None),
        (BONN, 1975, None),
        (EAST_BERLIN, 1975, "DD"),
        (WEST_BERLIN, 1975, None),
        (SZCZECIN, 1975, None),
        (HANOI, 1968, "VD"),
        (SAIGON, 1968, None),
        (ADEN, 1985, "YD"),
        (SANAA, 1985, None),
    ],
)
def test_the_dissolved_state_of_a_place_in_a_year(
    shipped: Borders, place: tuple[float, float], year: int, code: str | None
) -> None:
    state = shipped.former_state_at(*place, on=date(year, 5, 1))
    assert (state.code if state else None) == code


def test_a_line_to_west_berlin_crosses_twice(shipped: Borders) -> None:
    line = [(52.37, 9.73), (52.5, 13.3)]  # Hanover, Charlottenburg
    changes = shipped.former_cut(line, on=date(1975, 5, 1), shortest_stay_km=5)
    assert [(change.from_country, change.to_country) for change in changes] == [("DE", "DD"), ("DD", "DE")]
    assert changes[0].lon == pytest.approx(11.0, abs=0.3)
    assert shipped.former_cut(line, on=date(1995, 5, 1)) == ()
