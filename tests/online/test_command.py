"""The commands with online help, against servers on the loopback interface."""

import json

import pytest
from test_streets import XML

from wayproof.cli.app import main

STORY = "Ann Field left Vilnius by car on 3 May 2022. She arrived in Xanquor on 5 May 2022."
XANQUOR = {
    "osm_type": "node",
    "osm_id": 7,
    "lat": "54.9",
    "lon": "23.9",
    "name": "Xanquor",
    "display_name": "Xanquor, Lithuania",
    "addresstype": "village",
    "address": {"country_code": "lt"},
}

PHOTON = {
    "geometry": {"type": "Point", "coordinates": [23.9, 54.9]},
    "properties": {"osm_type": "N", "osm_id": 7, "name": "Xanquor", "countrycode": "LT", "osm_value": "village"},
}


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("NOMINATIM", "PHOTON", "OVERPASS"):
        monkeypatch.setenv(f"WAYPROOF_{name}", "")

    def start(*words):
        monkeypatch.setattr("sys.argv", ["wayproof", *map(str, words)])
        with pytest.raises(SystemExit):
            main()
        return capsys.readouterr().out

    return start


def test_streets_of_a_local_file_measure_a_short_way(run, tmp_path):
    file = tmp_path / "town.osm"
    file.write_text(XML, encoding="utf-8")
    words = ("travel", "54.0,25.0", "54.01,25.02", "--by", "foot", "--depart", "2022-05-03", "--arrive", "2022-05-03")
    routes = json.loads(run(*words, "--osm", file, "--json"))["itineraries"][0]["legs"][0]["routes"]
    streets = [route for route in routes if "town.osm" in (route.get("note") or "")]
    assert len(streets) == 1
    assert 2.3 < streets[0]["km"] < 2.6
    plain = json.loads(run(*words, "--json"))["itineraries"][0]["legs"][0]["routes"]
    assert not any("town.osm" in (route.get("note") or "") for route in plain)


def test_a_name_that_the_gazetteer_lacks_is_found_online(run, monkeypatch, serve, tmp_path):
    server = serve(lambda _path, _query: (200, [XANQUOR]))
    monkeypatch.setenv("WAYPROOF_NOMINATIM", server.address)
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    offline = json.loads(run("check", story, "--published", "2022-05-09", "--json"))
    assert "Xanquor" in {one["text"] for one in offline["unresolved"]}
    assert server.requests == []
    online = json.loads(run("check", story, "--published", "2022-05-09", "--online", "--json"))
    visits = [visit["place"] for visit in online["itineraries"][0]["visits"]]
    found = {place["id"]: (place["lat"], place["lon"]) for place in online["places"]}
    assert found[visits[-1]] == (54.9, 23.9)


def test_a_failing_service_costs_one_line(run, monkeypatch, serve, tmp_path):
    broken = serve(lambda _path, _query: (503, {}))
    monkeypatch.setenv("WAYPROOF_NOMINATIM", broken.address)
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    online = json.loads(run("check", story, "--published", "2022-05-09", "--online", "--json"))
    assert len(online["notes"]) == 1
    assert "Nominatim" in online["notes"][0]
    offline = json.loads(run("check", story, "--published", "2022-05-09", "--json"))
    assert offline["verdict"] == online["verdict"]


def test_a_place_given_by_hand_may_be_found_online(run, monkeypatch, serve):
    server = serve(lambda _path, _query: (200, [XANQUOR]))
    monkeypatch.setenv("WAYPROOF_NOMINATIM", server.address)
    record = json.loads(run("travel", "Vilnius", "Xanquor", "--by", "car", "--online", "--json"))
    assert {place["name"] for place in record["places"]} == {"Vilnius", "Xanquor"}


def test_a_geocoder_that_fails_is_told_for_places_given_by_hand_too(run, monkeypatch, serve):
    working = serve(lambda _path, _query: (200, {"features": [PHOTON]}))
    broken = serve(lambda _path, _query: (503, {}))
    monkeypatch.setenv("WAYPROOF_NOMINATIM", broken.address)
    monkeypatch.setenv("WAYPROOF_PHOTON", working.address)
    record = json.loads(run("travel", "Vilnius", "Xanquor", "--by", "car", "--online", "--json"))
    assert len(record["notes"]) == 1
    assert "Nominatim" in record["notes"][0]
