"""Rivers and lakes as a graph for boats, on a toy map."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
import shapely

from wayproof.world.borders import open_borders
from wayproof.world.inland_waters import Barrier, Courses, InlandWaters, open_inland_waters
from wayproof.world.lake_ways import lake_links

NOBODY_KNOWS = np.array([], dtype=np.float64)


class ToyMap:
    """A map with one bent lake between 20 and 22 degrees east, and nothing else."""

    LAKE = shapely.Polygon([(20, 0), (22, 0), (22, 1), (21.6, 1), (21.6, 0.4), (20.4, 0.4), (20.4, 1), (20, 1)])

    def lakes_within(self, bounds: tuple[float, float, float, float], *, tolerance_deg: float) -> shapely.MultiPolygon:
        del tolerance_deg
        kept = shapely.intersection(self.LAKE, shapely.box(*bounds))
        return shapely.MultiPolygon([] if kept.is_empty else [kept])


def river(*barriers: Barrier) -> InlandWaters:
    """A river along the equator from 0 to 1 degrees east, in pieces of a tenth."""
    lon = np.arange(11) / 10
    courses = Courses(
        lat=np.zeros(11),
        lon=lon,
        course=np.zeros(11, dtype=np.int64),
        tail=np.arange(10),
        head=np.arange(1, 11),
        flow=np.ones(10, dtype=np.int8),
        river=np.zeros(10, dtype=np.int64),
        mouths=np.array([10]),
        names=("Lento",),
    )
    return InlandWaters(courses, ToyMap(), barriers)  # type: ignore[arg-type]


def dam(since: date | None, until: date | None) -> Barrier:
    return Barrier("dam", "the dam", 0.01, 0.5, since, until, "a test", "high")


def test_a_way_knows_the_current_the_river_and_its_length() -> None:
    way = river().search((0.0, 0.0), (0.0, 1.0), None).way()
    assert way is not None
    assert way.km == pytest.approx(111.2, rel=0.01)
    assert (way.down_km, way.up_km, way.rivers) == (pytest.approx(way.km), 0.0, ("Lento",))
    back = river().search((0.05, 1.0), (0.0, 0.02), None).way()
    assert back is not None
    assert back.up_km > 100
    assert back.down_km == 0.0


def test_a_dam_shuts_the_river_while_it_stands() -> None:
    waters = river(dam(date(1960, 1, 1), date(1989, 12, 31)))
    for on, free in ((date(1950, 1, 1), True), (date(1970, 1, 1), False), (date(2000, 1, 1), True), (None, True)):
        assert (waters.search((0.0, 0.0), (0.0, 1.0), on).way() is not None) is free
    assert river(dam(None, None)).search((0.0, 0.0), (0.0, 1.0), None).way() is None


def test_who_lives_far_from_the_river_has_no_way_in() -> None:
    assert river().ways_in((0.5, 0.5)) == ()
    assert river().search((0.5, 0.5), (0.0, 1.0), None).way() is None


def test_a_bent_lake_is_crossed_round_its_corners() -> None:
    way = river().search((0.9, 20.2), (0.9, 21.8), None).way()
    assert way is not None
    assert way.km == pytest.approx(2 * 0.55 * 111 + 1.3 * 111, rel=0.1)
    assert way.rivers == ()


def test_what_sees_what_over_a_lake() -> None:
    corners, pairs = lake_links([(0.9, 20.2), (0.9, 21.8)], (NOBODY_KNOWS, NOBODY_KNOWS), ToyMap())  # type: ignore[arg-type]
    assert {(0.4, 20.4), (0.4, 21.6)} <= {(round(lat, 1), round(lon, 1)) for lat, lon in corners}
    assert (0, 1) not in pairs


def test_the_shipped_rivers() -> None:
    waters = open_inland_waters(open_borders())
    assert 30_000 < waters.size < 50_000
    assert len(waters.mouths) > 100
    assert {"livingstone-falls", "khone", "aswan-high-dam"} <= {one.id for one in waters.barriers}
    # Each barrier shuts a course: a row far from any would be of no use.
    assert len(waters.shut_nodes(date(1900, 1, 1)) + waters.shut_nodes(None)) >= len(waters.barriers)
