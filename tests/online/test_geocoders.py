from wayproof.online.geocoders import OnlineGeocoder
from wayproof.world.places import Kind

KENA = {
    "osm_type": "node",
    "osm_id": 1,
    "lat": "54.645",
    "lon": "25.63",
    "name": "Kena",
    "display_name": "Kena, Vilnius District, Lithuania",
    "addresstype": "village",
    "boundingbox": ["54.63", "54.66", "25.60", "25.66"],
    "address": {"state": "Vilnius County", "country_code": "lt"},
}
RUDNINKAI = {
    "geometry": {"type": "Point", "coordinates": [25.13, 54.43]},
    "properties": {"osm_type": "N", "osm_id": 2, "name": "Rūdninkai", "countrycode": "LT", "osm_value": "village"},
}


def test_nominatim_answers_become_places(serve, services):
    server = serve(lambda _path, _query: (200, [KENA]))
    (place,) = OnlineGeocoder(services(nominatim=server.address)).locate("Kena")
    assert (place.name, place.kind, place.country, place.admin1) == ("Kena", Kind.CITY, "LT", "Vilnius County")
    assert (place.lat, place.lon) == (54.645, 25.63)
    assert 1 < place.extent_km < 4
    assert "OpenStreetMap" in place.source


def test_photon_is_asked_where_nominatim_knows_nothing(serve, services):
    nothing = serve(lambda _path, _query: (200, []))
    photon = serve(lambda _path, _query: (200, {"type": "FeatureCollection", "features": [RUDNINKAI]}))
    geocoder = OnlineGeocoder(services(nominatim=nothing.address, photon=photon.address))
    (place,) = geocoder.locate("Rūdninkai")
    assert (place.name, place.country, place.lat, place.lon) == ("Rūdninkai", "LT", 54.43, 25.13)
    assert len(nothing.requests) == len(photon.requests) == 1
    assert geocoder.notes() == ()


def test_the_request_says_who_asks(serve, services):
    server = serve(lambda _path, _query: (200, [KENA]))
    OnlineGeocoder(services(nominatim=server.address)).locate("Kena")
    path, query, agent = server.requests[0]
    assert path == "/search"
    assert query["q"] == ["Kena"]
    assert "wayproof/" in agent
    assert "desk@example.org" in agent


def test_a_name_is_asked_for_once_and_remembered_between_runs(serve, services):
    server = serve(lambda _path, _query: (200, [KENA]))
    found = services(nominatim=server.address)
    first = OnlineGeocoder(found).locate("Kena")
    assert OnlineGeocoder(found).locate("Kena") == first
    assert len(server.requests) == 1


def test_a_failing_service_costs_one_line_and_is_not_asked_again(serve, services):
    broken = serve(lambda _path, _query: (503, {"error": "busy"}))
    geocoder = OnlineGeocoder(services(nominatim=broken.address))
    assert geocoder.locate("Kena") == ()
    assert geocoder.locate("Rūdninkai") == ()
    assert len(broken.requests) == 1
    (note,) = geocoder.notes()
    assert note.startswith("Nominatim did not help with 'Kena'")


def test_an_answer_that_is_not_shaped_as_promised_is_a_failure_of_the_service(serve, services):
    server = serve(lambda _path, _query: (200, [{**KENA, "lat": "north"}]))
    geocoder = OnlineGeocoder(services(nominatim=server.address))
    assert geocoder.locate("Kena") == ()
    assert len(geocoder.notes()) == 1


def test_an_answer_that_lacks_the_country_still_is_a_place(serve, services):
    bare = {key: value for key, value in KENA.items() if key not in {"address", "boundingbox"}}
    server = serve(lambda _path, _query: (200, [bare]))
    (place,) = OnlineGeocoder(services(nominatim=server.address)).locate("Kena")
    assert place.country is None
