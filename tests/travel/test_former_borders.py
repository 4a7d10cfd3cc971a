from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wayproof.travel.border_events import border_events
from wayproof.travel.former_borders import with_former_borders
from wayproof.travel.road_drawing import ROAD
from wayproof.travel.routes import LegQuery, Segment
from wayproof.world.atlas import World, open_world
from wayproof.world.places import point

BONN, LEIPZIG = (50.73, 7.1), (51.34, 12.37)
RIGA, MOSCOW = (56.95, 24.11), (55.75, 37.62)
PRAGUE, ZILINA = (50.08, 14.43), (49.22, 18.74)
ZAGREB, BELGRADE = (45.81, 15.98), (44.79, 20.46)
ASMARA, ADDIS = (15.33, 38.93), (9.03, 38.74)


@pytest.fixture(scope="module")
def world() -> World:
    return open_world()


def test_the_border_of_a_dissolved_state_is_passed_in_its_time_only(world: World) -> None:
    (event,) = border_events([BONN, LEIPZIG], "car", date(1975, 5, 1), world)
    assert (event.from_country, event.to_country, event.kind) == ("DE", "DD", "checkpoint")
    assert event.lon == pytest.approx(10.1, abs=0.4)
    assert border_events([BONN, LEIPZIG], "car", date(1995, 5, 1), world) == ()
    assert border_events([BONN, LEIPZIG], "car", None, world) == ()


@pytest.mark.parametrize(
    ("line", "then", "later"),
    [
        ((RIGA, MOSCOW), date(1985, 5, 1), date(1995, 5, 1)),
        ((PRAGUE, ZILINA), date(1980, 5, 1), date(1995, 5, 1)),
        ((ZAGREB, BELGRADE), date(1980, 5, 1), date(1995, 5, 1)),
        ((ASMARA, ADDIS), date(1985, 5, 1), date(1995, 5, 1)),
    ],
)
def test_a_border_of_today_was_no_border_inside_a_dissolved_state(
    world: World, line: tuple[tuple[float, float], ...], then: date, later: date
) -> None:
    assert {event.kind for event in border_events(line, "car", then, world)} == {"internal"}
    assert "internal" not in {event.kind for event in border_events(line, "car", later, world)}


def test_a_way_of_several_stretches_counts_from_its_start(world: World) -> None:
    halfway = (51.0, 9.0)
    ends = point(*BONN, name="Bonn"), point(*LEIPZIG, name="Leipzig")
    way = [Segment("car", (BONN, halfway), 150.0, ROAD), Segment("car", (halfway, LEIPZIG), 260.0, ROAD)]
    (event,) = with_former_borders((), way, LegQuery(*ends, on=date(1975, 5, 1)), world)
    assert event.at_km > 150.0
    assert with_former_borders((), way, LegQuery(*ends, on=None), world) == ()


def test_a_border_through_an_end_is_not_told(world: World) -> None:
    hanover, charlottenburg, centre = (52.37, 9.73), (52.5, 13.3), (52.52, 13.41)
    berlin = replace(point(*centre, name="Berlin"), extent_km=20.0)
    way = [Segment("car", (hanover, charlottenburg, centre), 290.0, ROAD)]
    query = LegQuery(point(*hanover, name="Hanover"), berlin, on=date(1975, 5, 1))
    (event,) = with_former_borders((), way, query, world)
    assert (event.from_country, event.to_country) == ("DE", "DD")
    exact = replace(query, destination=point(*centre, name="Alexanderplatz"))
    events = with_former_borders((), way, exact, world)
    assert [event.to_country for event in events] == ["DD", "DE", "DD"]
