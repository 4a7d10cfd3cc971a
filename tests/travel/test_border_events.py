"""Where a way crosses borders, by which post, and how that stood on the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from wayproof.travel.border_events import border_events
from wayproof.world.airports import Airports, Airspace, Closure
from wayproof.world.crossings import Crossing, Crossings, spells_of
from wayproof.world.geodesy import distance_km
from wayproof.world.regimes import Member, Regime, Regimes
from wayproof.world.speeds import SpeedTable, open_speeds

if TYPE_CHECKING:
    from collections.abc import Sequence

ON = date(2020, 6, 1)
#: two countries side by side: AA west of the meridian 10, BB east of it; the sea beyond 12
WEST, EAST = (50.0, 9.8), (50.0, 10.2)


@dataclass(frozen=True)
class Change:
    from_country: str | None
    to_country: str | None
    lat: float
    lon: float
    at_km: float


class Meridians:
    """Borders along meridians: a stand-in that cuts straight lines along a parallel."""

    edges = ((10.0, "AA", "BB"), (12.0, "BB", None), (14.0, None, "CC"), (16.0, "CC", "BB"))

    def cut(self, line: Sequence[tuple[float, float]], *, shortest_stay_km: float = 0.0) -> tuple[Change, ...]:
        assert shortest_stay_km >= 0
        (lat, start), (_, end) = line[0], line[-1]
        crossed = [edge for edge in self.edges if min(start, end) < edge[0] < max(start, end)]
        changes = [Change(a, b, lat, lon, distance_km(lat, start, lat, lon)) for lon, a, b in crossed]
        if start < end:
            return tuple(changes)
        back = [Change(c.to_country, c.from_country, c.lat, c.lon, c.at_km) for c in changes]
        return tuple(sorted(back, key=lambda change: change.at_km))

    def former_cut(
        self, line: Sequence[tuple[float, float]], *, on: date, shortest_stay_km: float = 0.0
    ) -> tuple[Change, ...]:
        del line, on, shortest_stay_km
        return ()


@dataclass
class Toy:
    crossings: Crossings
    regimes: Regimes = field(default_factory=lambda: Regimes([]))
    airports: Airports = field(default_factory=lambda: Airports([]))
    borders: Meridians = field(default_factory=Meridians)
    speeds: SpeedTable = field(default_factory=open_speeds)


def post(name: str, lat: float, history: str = "2000-01-01:open", **changes: object) -> Crossing:
    fields: dict[str, object] = {
        "id": name,
        "name": name,
        "country_a": "AA",
        "name_b": name,
        "country_b": "BB",
        "lat": lat,
        "lon": 10.0,
        "error_km": 0.2,
        "mode": "road+foot",
        "traffic": "both",
        "spells": spells_of(history),
        "source": "a newspaper",
        "confidence": "high",
    }
    return Crossing(**(fields | changes))


def closed(scope: str = "land") -> Regimes:
    rule = Regime("c", "AA", "BB", "closure", date(2020, 1, 1), None, "both", "war", "all", "a wire", "high", scope)
    return Regimes([rule])


def open_area(since: date) -> Regimes:
    return Regimes([], [Member("Union", code, "land", since, None, "a treaty", "high") for code in ("AA", "BB")])


def test_a_road_uses_the_post_near_by_with_its_status_and_place() -> None:
    world = Toy(Crossings([post("far", 50.4), post("near", 50.01, "2000-01-01:open;2020-05-01:closed(flood)")]))
    (event,) = border_events([WEST, EAST], "car", ON, world)
    assert (event.from_country, event.to_country, event.kind) == ("AA", "BB", "checkpoint")
    assert event.crossing is not None
    assert event.crossing.id == "near"
    assert (event.lat, event.lon) == (50.01, 10.0)
    assert (event.status.status, event.status.reason, event.status.source) == ("closed", "flood", "a newspaper")
    assert event.at_km == pytest.approx(14.3, abs=0.1)


def test_where_few_may_pass_a_road_without_a_known_post_is_restricted() -> None:
    world = Toy(Crossings([]), closed("limited"))
    (road,) = border_events([WEST, EAST], "car", ON, world)
    assert (road.status.status, road.status.reason, road.status.source) == ("restricted", "war", "a wire")
    (before,) = border_events([WEST, EAST], "car", date(2019, 12, 31), world)
    assert before.status.status == "no data"


def test_a_long_straight_edge_reaches_further_for_its_post_than_a_short_one() -> None:
    world = Toy(Crossings([post("off", 50.07)]))
    (long,) = border_events([(50.0, 9.5), (50.0, 10.5)], "car", ON, world)
    assert long.crossing is not None
    (short,) = border_events([(50.0, 9.99), (50.0, 10.01)], "car", ON, world)
    assert short.crossing is None
    assert (short.kind, short.status.status) == ("checkpoint", "no data")


def test_a_crossing_the_router_knows_is_taken_before_one_near_by() -> None:
    world = Toy(Crossings([post("near", 50.0), post("known", 50.5)]))
    (event,) = border_events([WEST, EAST], "car", ON, world, known={14.0: "known"})
    assert event.crossing is not None
    assert event.crossing.id == "known"


def test_a_usable_post_goes_before_a_nearer_unusable_one() -> None:
    goods = post("goods", 50.0, traffic="freight")
    (event,) = border_events([WEST, EAST], "car", ON, Toy(Crossings([goods, post("people", 50.02)])))
    assert event.crossing is not None
    assert event.crossing.id == "people"
    (alone,) = border_events([WEST, EAST], "car", ON, Toy(Crossings([goods])))
    assert alone.crossing == goods
    assert alone.status.status == "closed"


def test_walkers_away_from_a_post_are_at_a_green_border() -> None:
    world = Toy(Crossings([post("p", 50.05)]), closed())
    (green,) = border_events([WEST, EAST], "foot", ON, world)
    assert (green.kind, green.crossing, green.status.status) == ("green", None, "closed")
    (at_post,) = border_events([(50.05, 9.99), (50.05, 10.01)], "foot", ON, world)
    assert at_post.kind == "checkpoint"
    assert at_post.crossing is not None


def test_inside_an_area_without_checks_the_border_is_internal_and_open() -> None:
    world = Toy(Crossings([]), open_area(date(2010, 1, 1)))
    for mode in ("car", "foot", "rail"):
        (event,) = border_events([WEST, EAST], mode, ON, world)
        assert (event.kind, event.status.status, event.status.source) == ("internal", "open", "a treaty")
    (before,) = border_events([WEST, EAST], "car", date(2009, 1, 1), world)
    assert (before.kind, before.status.status) == ("checkpoint", "no data")


def test_trains_use_rail_crossings() -> None:
    world = Toy(Crossings([post("road", 50.0), post("station", 50.01, mode="rail")]))
    (event,) = border_events([WEST, EAST], "rail", ON, world)
    assert event.kind == "rail"
    assert event.crossing is not None
    assert event.crossing.id == "station"


def test_the_high_seas_join_the_countries_on_their_shores() -> None:
    (event,) = border_events([(50.0, 11.0), (50.0, 15.0)], "ferry", ON, Toy(Crossings([])))
    assert (event.from_country, event.to_country, event.kind) == ("BB", "CC", "sea")
    assert event.lon == 14.0
    assert border_events([(50.0, 11.0), (50.0, 13.0)], "boat", ON, Toy(Crossings([]))) == ()


def test_you_cannot_leave_a_country_that_you_are_not_in() -> None:
    for line in ([(50.0, 9.0), (50.0, 17.0)], [(50.0, 17.0), (50.0, 9.0)]):
        events = border_events(line, "car", ON, Toy(Crossings([])))
        assert len(events) == 3
        assert all(a.to_country == b.from_country for a, b in pairwise(events))
        assert [event.at_km for event in events] == sorted(event.at_km for event in events)


def test_aircraft_meet_shut_skies() -> None:
    def sky(closed_to: str) -> Toy:
        closure = Closure("x", "BB", closed_to, date(2020, 1, 1), None, "war", "a notice", "high")
        return Toy(Crossings([post("p", 50.0)]), airports=Airports([], Airspace([closure])))

    for closed_to, status in (("*", "closed"), ("AA/CC", "restricted"), ("CC", "no data")):
        (event,) = border_events([WEST, EAST], "air", ON, sky(closed_to))
        assert (event.kind, event.crossing, event.status.status) == ("air", None, status)


def test_without_a_day_nothing_is_known_of_the_status() -> None:
    (event,) = border_events([WEST, EAST], "car", None, Toy(Crossings([post("p", 50.0)]), closed()))
    assert event.crossing is not None
    assert event.status.status == "no data"


def test_ships_pass_a_shut_land_border_but_not_a_shut_sea() -> None:
    for scope, status in (("land", "no data"), ("land+sea+air", "closed")):
        (event,) = border_events([WEST, EAST], "ferry", ON, Toy(Crossings([]), closed(scope)))
        assert (event.kind, event.status.status) == ("sea", status)


def test_a_closed_border_is_closed_where_no_post_is_known() -> None:
    (event,) = border_events([WEST, EAST], "car", ON, Toy(Crossings([]), closed()))
    assert (event.status.status, event.status.source) == ("closed", "a wire")
    (partly,) = border_events([WEST, EAST], "car", ON, Toy(Crossings([]), closed("partial")))
    assert partly.status.status == "no data"


def test_the_post_that_is_open_is_taken_where_two_lie_within_reach() -> None:
    shut, other = post("near", 50.0, "2000-01-01:open;2020-01-01:closed(walled up)"), post("far", 50.03)
    toy = Toy(Crossings([shut, other]))
    assert [event.crossing.id for event in border_events((WEST, EAST), "car", ON, toy) if event.crossing] == ["far"]
    before = border_events((WEST, EAST), "car", date(2019, 6, 1), toy)
    assert [event.crossing.id for event in before if event.crossing] == ["near"]
    (alone,) = border_events((WEST, EAST), "car", ON, Toy(Crossings([shut])))
    assert (alone.crossing, alone.status.status) == (shut, "closed")
