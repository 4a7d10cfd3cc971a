from datetime import UTC, datetime

import pytest

from toyworld import PLACES
from wayproof.errors import InputError, UnknownPlaceError
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.itineraries.itinerary_tables import MOST_POINTS, read_itinerary

GPX = '<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">{}</gpx>'


def find(name):
    if name not in PLACES:
        message = f"{name!r} is in no gazetteer"
        raise UnknownPlaceError(message)
    return PLACES[name]


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def point(lat, lon, time=None, kind="trkpt", name=None):
    inside = (f"<time>{time}</time>" if time else "") + (f"<name>{name}</name>" if name else "")
    return f'<{kind} lat="{lat}" lon="{lon}">{inside}</{kind}>'


def track(count):
    points = [
        point(1.0, 1.0 + minute / 1000, f"2023-08-10T{minute // 60:02}:{minute % 60:02}:00Z") for minute in range(count)
    ]
    return GPX.format(f"<trk><trkseg>{''.join(points)}</trkseg></trk>")


def test_a_table_of_places_is_an_itinerary(file):
    path = file(
        "way.csv",
        "place,event,earliest,latest,mode,checkpoint\nAlma,depart,2023-08-10,,,\nBelder,,,2023-08-11,car,yes\n",
    )
    alma, belder = read_itinerary(path, find).visits
    assert (alma.place.name, alma.event, alma.latest) == ("Alma", Event.DEPART, None)
    assert alma.earliest == datetime(2023, 8, 10, tzinfo=UTC)
    assert belder.latest == datetime(2023, 8, 12, tzinfo=UTC)
    assert (belder.modes, belder.checkpoint) == (("car",), True)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_understood(file, delimiter):
    path = file("way.csv", f"place{delimiter}on\nAlma{delimiter}2023-08-10\nBelder{delimiter}2023-08-11\n")
    assert [visit.place.name for visit in read_itinerary(path, find).visits] == ["Alma", "Belder"]


def test_every_defect_of_a_table_is_told_at_once(file):
    path = file("way.csv", "place,on,mode\nNowhere,2023-08-10,\nAlma,2023-02-30,broomstick\n")
    with pytest.raises(InputError, match="3 defects") as told:
        read_itinerary(path, find)
    assert all(word in str(told.value) for word in ("Nowhere", "2023-02-30", "broomstick"))


def test_a_row_with_too_many_cells_is_named(file):
    with pytest.raises(InputError, match="line 2"):
        read_itinerary(file("way.csv", "place,on\nAlma,2023-08-10,car\n"), find)


def test_a_track_gives_its_times_and_is_thinned(file):
    visits = read_itinerary(file("way.gpx", track(300)), find).visits
    assert len(visits) == MOST_POINTS
    assert visits[0].earliest == datetime(2023, 8, 10, tzinfo=UTC)
    assert visits[-1].earliest == datetime(2023, 8, 10, 4, 59, tzinfo=UTC)


def test_waypoints_with_times_come_before_the_track(file):
    named = [point(1, 1, "2023-08-10T08:00:00Z", "wpt", "Hut"), point(1, 2, "2023-08-10T09:00:00Z", "wpt", "Pass")]
    visits = read_itinerary(file("way.gpx", GPX.format("".join(named))), find).visits
    assert [visit.place.name for visit in visits] == ["Hut", "Pass"]


@pytest.mark.parametrize("text", ["", "<gpx", "nothing", GPX.format(point(1, 1, None, "wpt"))])
def test_a_file_without_a_timed_journey_is_refused(file, text):
    with pytest.raises(InputError, match=r"way\.gpx"):
        read_itinerary(file("way.gpx", text), find)
