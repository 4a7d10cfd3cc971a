"""Itinerary files: reading, every defect at once, and writing what is read again."""

import contextlib
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.errors import InputError, UnknownPlaceError
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.itineraries.itinerary_file import parse_itinerary, read_itinerary_file
from wayproof.story.itineraries.itinerary_writer import dump_itinerary
from wayproof.world.places import Kind, Place

PLACES = {
    "Vilnius": Place("toy:1", "Vilnius", Kind.CITY, "LT", 54.69, 25.28, 10, "toy"),
    "Tokyo": Place("toy:2", "Tokyo", Kind.CITY, "JP", 35.69, 139.69, 30, "toy"),
}


def find_place(name: str) -> Place:
    for key, place in PLACES.items():
        if name in {key, place.id}:
            return place
    message = f"{name!r} is in no gazetteer: check the spelling."
    raise UnknownPlaceError(message)


GOOD = """
traveller: Jan Novak
nationality: CZ
roles: [soldier]
visits:
  - {place: Vilnius, on: 2023-08-10, event: depart, mode: car}
  - place: Tokyo
    earliest: 2023-08-12T14:00
    latest: 2023-08-12T15:30
    event: arrive
    mode: [car, air]
    checkpoint: true
    quote: he said so
  - {lat: 10.5, lon: -20.25}
  - Vilnius
gaps:
  - {from: 1, to: 2, longest_hours: 60}
"""


def test_reads_every_field():
    found = parse_itinerary(GOOD, find_place)
    left, came, point, bare = found.visits
    assert (found.traveller, found.nationality, found.roles) == ("Jan Novak", "CZ", ("soldier",))
    assert (left.event, left.modes, left.basis) == (Event.DEPART, ("car",), "given")
    # a day in Vilnius, summer time
    assert left.earliest == datetime(2023, 8, 9, 21, tzinfo=UTC)
    assert left.latest == datetime(2023, 8, 10, 21, tzinfo=UTC)
    # a local time in Tokyo; the end is exclusive
    assert came.earliest == datetime(2023, 8, 12, 5, tzinfo=UTC)
    assert came.latest == datetime(2023, 8, 12, 6, 31, tzinfo=UTC)
    assert came.modes == ("car", "air")
    assert came.checkpoint
    assert (point.place.kind, point.place.lat, point.place.lon) == (Kind.POINT, 10.5, -20.25)
    assert bare.place.name == "Vilnius"
    assert (found.gaps[0].first, found.gaps[0].second, found.gaps[0].longest) == (0, 1, timedelta(hours=60))


def test_writes_what_it_reads():
    found = parse_itinerary(GOOD, find_place)
    assert parse_itinerary(dump_itinerary(found), find_place) == found


def test_headline_and_day_are_kept():
    found = parse_itinerary("title: The long way\npublished: 2023-08-11\n" + GOOD, find_place)
    assert (found.title, found.published) == ("The long way", date(2023, 8, 11))
    assert parse_itinerary(dump_itinerary(found), find_place) == found
    with pytest.raises(InputError, match="published: '2023-13-45' is not a date"):
        parse_itinerary("published: 2023-13-45\n" + GOOD, find_place)


def test_all_defects_at_once():
    text = """
visits:
  - {plac: Vilnius, on: 2023-02-30}
  - {place: Atlantis, earliest: 2023-05-06, latest: 2023-05-01, mode: care}
  - {lat: 95, lon: 3}
  - {lat: north, lon: 3}
  - {place: Tokyo, event: fly, checkpoint: maybe}
  - 5
gaps:
  - {from: 3, to: 1}
trips: 1
"""
    with pytest.raises(InputError) as caught:
        parse_itinerary(text, find_place, name="trip.yaml")
    message = str(caught.value)
    for part in (
        "trip.yaml: 13 defects",
        "visit 1: unknown field 'plac'; did you mean 'place'?",
        "visit 1: no place",
        "visit 1: on '2023-02-30' is not a date of the calendar",
        "visit 2: 'Atlantis' is in no gazetteer",
        "visit 2: earliest (2023-05-06) is not before latest (2023-05-01)",
        "visit 2: unknown mode 'care'; did you mean 'car'?",
        "visit 3: latitude 95",
        "visit 4: lat 'north'",
        "visit 5: event 'fly'",
        "visit 5: checkpoint 'maybe'",
        "visit 6: 5 is not a visit",
        "gap 1: from 3, to 1",
        "unknown field 'trips'",
    ):
        assert part in message


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "mapping with visits"),
        ("just words", "mapping with visits"),
        ("visits: []", "missing or empty"),
        ("visits: [", "not YAML"),
        ("visits: {a: 1}", "missing or empty"),
        ("visits: [{place: Tokyo, on: 2023-05-01, latest: 2023-05-02}]", "either on, or earliest and latest"),
        ("visits: [{lat: 5}]", "lat and lon go together"),
        ("- {place: Tokyo, earliest: 0001-01-01}", "0001-01-01"),
        ("visits: !!python/object/apply:os.system ['true']", "not YAML"),
    ],
)
def test_what_is_wrong_is_said(text, part):
    with pytest.raises(InputError) as caught:
        parse_itinerary(text, find_place)
    assert part in str(caught.value)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_itinerary_file(tmp_path / "missing.yaml", find_place)
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff\xfe\x00visits")
    with pytest.raises(InputError, match="not UTF-8"):
        read_itinerary_file(binary, find_place)
    good = tmp_path / "good.yaml"
    good.write_text(GOOD, encoding="utf-8")
    assert len(read_itinerary_file(good, find_place).visits) == 4


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.just("Tokyo")
FIELDS = st.sampled_from(["place", "lat", "lon", "on", "earliest", "latest", "event", "mode", "checkpoint", "quote"])


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["visits", "gaps", "roles"]), SCALARS | st.lists(st.dictionaries(FIELDS, SCALARS)))
)
def test_any_yaml_is_read_or_refused(document):
    import yaml

    with contextlib.suppress(InputError):
        assert parse_itinerary(yaml.safe_dump(document), find_place).visits
