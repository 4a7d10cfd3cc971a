import pytest

from wayproof.errors import InputError
from wayproof.online.streets import OsmStreets

# Three corners of a street that bends: the way along it is longer than the straight line.
NODES = {1: (54.000, 25.000), 2: (54.010, 25.000), 3: (54.010, 25.020)}
ANSWER = {
    "version": 0.6,
    "elements": [
        *({"type": "node", "id": key, "lat": lat, "lon": lon} for key, (lat, lon) in NODES.items()),
        {"type": "way", "id": 9, "nodes": [1, 2, 3], "tags": {"highway": "residential", "name": "Long Street"}},
    ],
}
XML = (
    '<?xml version="1.0"?><osm version="0.6" generator="test">'
    + "".join(f'<node id="{key}" lat="{lat}" lon="{lon}" version="1"/>' for key, (lat, lon) in NODES.items())
    + '<way id="9" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way></osm>'
)
BEND_KM = 1.113 + 1.312


def test_overpass_streets_are_followed_round_the_bend(serve, services):
    server = serve(lambda _path, _query: (200, ANSWER))
    streets = OsmStreets(services(overpass=server.address))
    path = streets.path((54.0, 25.0), (54.01, 25.02), on_foot=True)
    assert path is not None
    assert path.km == pytest.approx(BEND_KM, rel=0.01)
    assert path.geometry[0] == (54.0, 25.0)
    assert path.geometry[-1] == (54.01, 25.02)
    assert server.requests[0][0] == "/interpreter"
    assert "desk@example.org" in server.requests[0][2]
    assert streets.notes() == ()


def test_a_local_file_needs_no_server(tmp_path, services):
    file = tmp_path / "town.osm"
    file.write_text(XML, encoding="utf-8")
    path = OsmStreets(services(), file).path((54.0, 25.0), (54.01, 25.02), on_foot=False)
    assert path is not None
    assert path.km == pytest.approx(BEND_KM, rel=0.01)
    assert "town.osm" in path.source


def test_a_failing_server_costs_one_line_and_is_not_asked_again(serve, services):
    broken = serve(lambda _path, _query: (400, {"remark": "no"}))
    streets = OsmStreets(services(overpass=broken.address))
    assert streets.path((54.0, 25.0), (54.01, 25.02), on_foot=True) is None
    assert streets.path((54.0, 25.0), (54.01, 25.03), on_foot=True) is None
    assert len(broken.requests) == 1
    (note,) = streets.notes()
    assert note.startswith("Overpass gave no streets")


def test_a_long_leg_asks_nobody(serve, services):
    server = serve(lambda _path, _query: (200, ANSWER))
    assert OsmStreets(services(overpass=server.address)).path((54.0, 25.0), (55.0, 25.0), on_foot=False) is None
    assert server.requests == []


@pytest.mark.parametrize("content", [None, "", "<osm", "not a map", "<html/>", "<osm><way/></osm>"])
def test_a_file_that_is_no_map_is_named(tmp_path, services, content):
    file = tmp_path / "town.osm"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"town\.osm"):
        OsmStreets(services(), file)
