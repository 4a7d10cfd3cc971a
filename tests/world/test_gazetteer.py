from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.errors import DataError, UnknownPlaceError
from wayproof.world.gazetteer import Gazetteer, Places, normalise, one_edit_away, open_gazetteer, score
from wayproof.world.gazetteer_table import TableGazetteer
from wayproof.world.geodesy import distance_km, distances_km
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from pathlib import Path

NORTHLAND = Place("country:NL", "Northland", Kind.COUNTRY, "NL", 10.0, 10.0, 300.0, "toy", population=5_000_000)
UPPER = Place("admin1:NL-UP", "Upper Shire", Kind.ADMIN1, "NL", 10.5, 10.0, 80.0, "toy", population=400_000)
BIG = Place("geonames:1", "Bigton", Kind.CITY, "NL", 10.4, 10.1, 9.0, "toy", admin1="Upper Shire", population=300_000)
SMALL = Place("geonames:2", "Oldtown", Kind.CITY, "NL", 9.0, 10.0, 1.5, "toy", population=900)
ABROAD = Place("geonames:3", "Bigton", Kind.CITY, "SL", 2.0, 10.0, 2.5, "toy", population=20_000)


@pytest.fixture
def toy() -> TableGazetteer:
    names = {"geonames:1": [("Oldtown", "historic"), "Grossstadt", ("BGT", "code")], "country:NL": ["The North Land"]}
    return TableGazetteer([NORTHLAND, UPPER, BIG, SMALL, ABROAD], names, {"Northlander": "country:NL"})


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    return open_gazetteer()


# Folding


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Łódź", "lodz"),
        ("Straße des 17. Juni", "strasse des 17 juni"),
        ("N'Djamena", "n djamena"),
        ("N\u2019Djamena", "n djamena"),
        ("U.S.", "u s"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("Suwałki\u00a0Gap", "suwalki gap"),
        ("Вильнюс", "вильнюс"),
        ("Орёл", "орел"),
        ("\u0130zmir", "izmir"),
        ("हैदराबाद", "हैदराबाद"),
        ("東京", "東京"),
        ("서울", "서울"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("  ", ""),
        ("—", ""),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert normalise(name) == folded


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    once = normalise(name)
    assert normalise(once) == once
    assert once == once.strip()
    assert "  " not in once


@settings(deadline=None, max_examples=20)
@given(st.text(alphabet="abcxyz ", min_size=1, max_size=5))
def test_edits_undo_each_other(name: str) -> None:
    for edit in set(one_edit_away(name)):
        assert abs(len(edit) - len(name)) <= 1
        assert name in set(one_edit_away(edit))


# A table of rows in code


def test_a_table_serves_as_places(toy: TableGazetteer) -> None:
    places: Places = toy
    assert [entry.place.id for entry in places.lookup("BIGTON")] == ["geonames:1", "geonames:3"]
    assert [(entry.place.id, entry.match) for entry in places.lookup("bgt")] == [("geonames:1", "code")]
    assert places.lookup("the Northland")[0].place is NORTHLAND
    assert places.lookup("Atlantis") == ()


def test_a_main_name_beats_a_former_name_unless_the_city_is_far_bigger(toy: TableGazetteer) -> None:
    assert [entry.match for entry in toy.lookup("Oldtown")] == ["historic", "name"]
    larger_village = TableGazetteer([BIG, Place("geonames:4", "Oldtown", Kind.CITY, "NL", 9, 10, 2, "toy")],
                                    {"geonames:1": [("Oldtown", "historic")]})  # fmt: skip
    assert score(BIG, "historic") > score(larger_village.place("geonames:4"), "name")
    assert score(BIG, "historic") < score(ABROAD, "name")


def test_a_table_knows_the_longest_name(toy: TableGazetteer) -> None:
    assert toy.prefixes(["upper", "shire", "was", "cold"]) == 2
    assert toy.prefixes(["upper"]) == 0
    assert toy.prefixes([]) == 0
    assert toy.known("upper shire")


def test_a_table_forgives_one_edit(toy: TableGazetteer) -> None:
    assert [entry.match for entry in toy.fuzzy("Bigtno")] == ["fuzzy", "fuzzy"]
    assert toy.fuzzy("Bigg") == ()


def test_a_table_measures_and_contains(toy: TableGazetteer) -> None:
    assert [place.id for _, place in toy.nearest(2.1, 10.0, country="NL")] == ["geonames:2", "geonames:1"]
    assert [place.id for _, place in toy.nearest(2.1, 10.0, minimum_population=1000, limit=1)] == ["geonames:3"]
    assert toy.admin1_of(BIG) is UPPER
    assert toy.admin1_of(SMALL) is None
    assert toy.demonym("northlander") == "NL"
    assert toy.demonym("stranger") is None
    assert toy.countries() == (NORTHLAND,)
    with pytest.raises(UnknownPlaceError, match="geonames:99"):
        toy.place("geonames:99")


# The shipped data


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Pabrade", "geonames:596473"),
        ("Вильнюс", "geonames:593116"),
        ("Wilno", "geonames:593116"),
        ("Kiev", "geonames:703448"),
        ("Munich", "geonames:2867714"),
        ("Vienna", "geonames:2761369"),
        ("Moscow", "geonames:524901"),
        ("New York", "geonames:5128581"),
        ("Königsberg", "geonames:554234"),
        ("Tilsit", "geonames:490068"),
        ("Lemberg", "geonames:702550"),
        ("Leopoldville", "geonames:2314302"),
        ("Peking", "geonames:1816670"),
        ("Bombay", "geonames:1275339"),
        ("Salisbury", "geonames:2638664"),
        ("JFK", "airport:KJFK"),
        ("Ben Gurion", "airport:LLBG"),
        ("Kansai airport", "airport:RJBB"),
        ("Red Square", "landmark:red-square"),
        ("Land\u2019s End", "landmark:land-s-end"),
        ("Panmunjom", "landmark:panmunjom"),
        ("Kaliningrad Oblast", "admin1:RU-KGD"),
        ("Idlib province", "admin1:SY-ID"),
        ("Calif.", "admin1:US-CA"),
        ("Scotland", "admin1:GB-scotland"),
        ("Cook County, Illinois", "admin2:US-17031"),
        ("Springfield, Illinois", "geonames:4250542"),
        ("the Gulf of Finland", "water:gulf-of-finland"),
        ("Suwałki Gap", "region:suwalki-gap"),
        ("Curonian Spit", "region:curonian-spit"),
        ("West Bank", "region:west-bank"),
        ("USSR", "historic:SU"),
        ("Burma", "country:MM"),
        ("UAE", "country:AE"),
        ("U.S.", "country:US"),
        ("Litauen", "country:LT"),
        ("Kangerlussuaq", "geonames:3419714"),
        ("Shin-Osaka", "station:shin-osaka"),
        ("Gare du Nord", "station:gare-du-nord"),
    ],
)
def test_a_name_means_first(world: Gazetteer, name: str, place_id: str) -> None:
    assert world.lookup(name)[0].place.id == place_id


@pytest.mark.parametrize(
    ("name", "countries"),
    [("Georgia", {"GE", "US"}), ("Hyderabad", {"IN", "PK"}), ("Panemunė", {"LT"}), ("Medininkai", {"LT"})],
)
def test_all_bearers_of_a_name_are_found(world: Gazetteer, name: str, countries: set[str]) -> None:
    assert countries <= {entry.place.country for entry in world.lookup(name)}


def test_the_border_medininkai_comes_before_the_town_that_once_bore_the_name(world: Gazetteer) -> None:
    first = world.lookup("Medininkai")[0].place
    assert distance_km(first.lat, first.lon, 54.54, 25.68) < 5
    assert "geonames:593378" in {entry.place.id for entry in world.lookup("Medininkai")}


@pytest.mark.parametrize(
    ("name", "lat", "lon", "km"),
    [
        ("Point Barrow", 71.39, -156.48, 3),
        ("Cape Finisterre", 42.88, -9.27, 2),
        ("Cap Gris-Nez", 50.87, 1.58, 2),
        ("Cape Dezhnev", 66.08, -169.65, 5),
        ("Praça do Comércio", 38.708, -9.136, 1),
        ("Marienplatz", 48.137, 11.576, 1),
        ("Floyd Bennett Field", 40.591, -73.891, 2),
        ("Sde Dov", 32.115, 34.782, 2),
        ("Embakasi", -1.32, 36.93, 3),
        ("Kai Tak", 22.325, 114.198, 3),
        ("Everest Base Camp", 28.0, 86.86, 4),
        ("Shishapangma", 28.35, 85.78, 4),
        ("Amundsen-Scott station", -89.99, 0, 3),
        ("Cape Evans", -77.636, 166.417, 2),
        ("Tidore", 0.67, 127.42, 10),
        ("Banaba", -0.86, 169.54, 5),
        ("Isabela Island", -0.7, -91.1, 30),
        ("Keylong", 32.57, 77.03, 3),
        ("Sarchu", 32.9, 77.58, 4),
        ("Igoeti", 41.99, 44.42, 3),
        ("Shah Porir Dwip", 20.76, 92.34, 4),
        ("Zouj Bghal", 34.765, -1.78, 3),
        ("Roberts Field", 6.23, -10.36, 3),
        ("Cabo Polonio", -34.4, -53.79, 3),
        ("Pompeii", 40.75, 14.49, 2),
        ("Kazbek", 42.7, 44.52, 3),
    ],
)
def test_a_well_known_spot_is_where_it_is(world: Gazetteer, name: str, lat: float, lon: float, km: float) -> None:
    first = world.lookup(name)[0].place
    assert distance_km(first.lat, first.lon, lat, lon) <= km


@pytest.mark.parametrize(
    ("name", "own", "abroad"),
    [("Tanna", "VU", "IN"), ("Abadan", "IR", "NG"), ("Dili", "TL", "IN"), ("Namanga", "TZ", "UZ")],
)
def test_a_city_yields_its_foreign_name_to_the_place_of_that_name(
    world: Gazetteer, name: str, own: str, abroad: str
) -> None:
    found = world.lookup(name)
    assert found[0].place.country == own
    assert [entry.match for entry in found if entry.place.country == abroad] == ["foreign"]


@pytest.mark.parametrize("name", ["Kulma", "Rysi", "Halty"])
def test_a_short_name_is_no_slip_for_a_country(world: Gazetteer, name: str) -> None:
    assert all(entry.place.kind is not Kind.COUNTRY for entry in world.fuzzy(name))


@pytest.mark.parametrize("name", ["Kalinigrad", "Vilnus", "Bagrationowsk", "Marijampol", "Pabarde"])
def test_one_slip_is_forgiven(world: Gazetteer, name: str) -> None:
    found = world.fuzzy(name)
    assert found
    assert {entry.match for entry in found} == {"fuzzy"}
    assert found[0].place.country in {"LT", "RU"}


def test_the_longest_name_wins(world: Gazetteer) -> None:
    assert world.prefixes(["gulf", "of", "finland", "was", "frozen"]) == 3
    assert world.prefixes(["new", "york", "city", "police"]) == 3
    assert world.prefixes(["xyzzy", "quux"]) == 0
    assert world.prefixes([]) == 0
    assert world.known("kaliningrad")
    assert not world.known("kaliningra")


def test_an_entry_round_trips_through_its_id(world: Gazetteer) -> None:
    for name in ("Vilnius", "Lithuania", "Heathrow", "Texas", "Lake Peipus", "Vaalimaa"):
        place = world.lookup(name)[0].place
        assert world.place(place.id) == place


@pytest.mark.parametrize("place_id", ["geonames:1", "geonames:x", "country:XX", "nonsense", ""])
def test_an_unknown_id_is_told(world: Gazetteer, place_id: str) -> None:
    with pytest.raises(UnknownPlaceError):
        world.place(place_id)


def test_demonyms(world: Gazetteer) -> None:
    assert world.demonym("Lithuanians") == "LT"
    assert world.demonym("Frenchwoman") == "FR"
    assert world.demonym("Soviet") == "RU"
    assert world.demonym("table") is None
    texas = world.demonym_place("Texan")
    assert texas is not None
    assert texas.id == "admin1:US-TX"


def test_the_first_words_of_demonyms(world: Gazetteer, toy: TableGazetteer) -> None:
    assert {"lithuanian", "texan", "south", "sri"} <= world.demonym_heads()
    assert "jane" not in world.demonym_heads()
    assert all(" " not in head for head in toy.demonym_heads())


def test_the_nearest_town_is_the_nearest(world: Gazetteer) -> None:
    km, place = world.nearest(54.69, 25.28, limit=1)[0]
    assert place.name == "Vilnius"
    assert km == pytest.approx(distance_km(54.69, 25.28, place.lat, place.lon))
    found = world.nearest(54.69, 25.28, country="BY", minimum_population=10_000, limit=3)
    assert [km for km, _ in found] == sorted(km for km, _ in found)
    assert {place.country for _, place in found} == {"BY"}
    assert min(place.population for _, place in found) >= 10_000


@pytest.mark.parametrize(("lat", "lon"), [(54.7, 25.3), (-45.0, -130.0), (0.0, 179.99), (84.0, 30.0), (-89.5, 0.0)])
def test_no_town_is_nearer_than_the_nearest(world: Gazetteer, lat: float, lon: float) -> None:
    towns = world._store.towns  # noqa: SLF001 - the whole column, to try every row
    km = distances_km(lat, lon, towns["lat"] / 1e5, towns["lon"] / 1e5)
    assert [km for km, _ in world.nearest(lat, lon, limit=3)] == pytest.approx(sorted(km.tolist())[:3])


def test_the_nearest_town_is_found_across_the_date_line_and_from_the_pole(world: Gazetteer) -> None:
    assert world.nearest(-16.8, -179.9, limit=1)[0][1].country == "FJ"
    assert world.nearest(90.0, 0.0, limit=1)[0][1].country in {"SJ", "GL", "CA"}
    assert world.nearest(0.0, 0.0, country="ZZ") == ()


def test_a_place_knows_its_first_level_area(world: Gazetteer) -> None:
    texan = world.place("geonames:4726206")
    area = world.admin1_of(texan)
    assert texan.admin1 == "Texas"
    assert area is not None
    assert area.id == "admin1:US-TX"
    assert world.admin1_of(world.country("LT")) is None


@pytest.mark.parametrize(
    ("town", "lat", "lon", "area"),
    [
        ("St. Louis", 38.63, -90.20, "Missouri"),
        ("Kansas City", 39.10, -94.58, "Missouri"),
        ("Omaha", 41.26, -95.94, "Nebraska"),
        ("Council Bluffs", 41.26, -95.86, "Iowa"),
        ("Cincinnati", 39.13, -84.51, "Ohio"),
        ("Covington", 39.08, -84.51, "Kentucky"),
    ],
)
def test_a_town_on_a_border_river_lies_on_its_own_bank(
    world: Gazetteer, town: str, lat: float, lon: float, area: str
) -> None:
    bearers = [entry.place for entry in world.lookup(town)]
    assert min(bearers, key=lambda place: distance_km(place.lat, place.lon, lat, lon)).admin1 == area


@pytest.mark.parametrize(
    ("place_id", "lat", "lon"),
    [
        ("region:europe", 48.69, 9.14),
        ("country:TR", 39.06, 34.91),
        ("admin1:CA-AB", 52.28, -117.47),
        ("admin1:GB-scotland", 56.0, -4.0),
        ("admin1:IT-toscana", 43.42, 11.0),
    ],
)
def test_an_area_stands_where_geonames_puts_it(world: Gazetteer, place_id: str, lat: float, lon: float) -> None:
    place = world.place(place_id)
    assert distance_km(place.lat, place.lon, lat, lon) < 5


def test_every_country_has_a_row(world: Gazetteer) -> None:
    countries = {place.country for place in world.countries()}
    assert len(countries) >= 248
    assert {"LT", "XK", "PS", "TW", "EH", "VA"} <= countries
    assert world.country("lt").name == "Lithuania"


def test_former_states_carry_their_end(world: Gazetteer) -> None:
    union = world.lookup("Soviet Union")[0].place
    assert union.valid_to is not None
    assert union.valid_to.year == 1991
    assert union.feature == "historic"


def test_missing_files_are_a_data_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="not complete"):
        open_gazetteer(tmp_path)


# Small places, districts, and the order of bearers


@pytest.mark.parametrize(
    ("name", "kind", "lat", "lon"),
    [
        ("Lore City", Kind.CITY, 39.98, -81.46),
        ("Kentford", Kind.CITY, 52.27, 0.5),
        ("Huamalíes", Kind.ADMIN2, -9.3, -76.8),
        ("Ust-Bolsheretskiy Rayon", Kind.ADMIN2, 52.8, 156.3),
        ("Greater Geelong", Kind.ADMIN2, -38.1, 144.4),
        ("Ungava Bay", Kind.WATER, 59.5, -67.5),
        ("Qiongzhou Strait", Kind.WATER, 20.15, 110.3),
    ],
)
def test_small_places_districts_and_seas_are_known(
    world: Gazetteer, name: str, kind: Kind, lat: float, lon: float
) -> None:
    found = [entry.place for entry in world.lookup(name) if entry.place.kind is kind]
    assert any(distance_km(place.lat, place.lon, lat, lon) < max(30.0, place.extent_km) for place in found), name


def test_a_small_place_takes_no_name_from_a_great_city_or_a_word(world: Gazetteer) -> None:
    for name in ("Riga", "Dublin", "Silver", "Success", "Catherine"):
        assert all(entry.place.feature != "small place" for entry in world.lookup(name)), name


@pytest.mark.parametrize("name", ["Springfield", "San José", "Georgia", "Victoria", "Alexandria", "Santiago", "Moscow"])
def test_bearers_are_kept_in_the_order_of_their_scores(world: Gazetteer, name: str) -> None:
    found = world.lookup(name)
    assert list(found) == sorted(found, key=lambda entry: (-score(entry.place, entry.match), entry.place.id))


def test_a_name_with_capitals_only_is_shown_from_its_key(world: Gazetteer) -> None:
    for name in ("Vilnius", "New York City", "Stoke-on-Trent", "Łódź", "N'Djamena", "Rio de Janeiro"):
        assert world.lookup(name)[0].place.name == name


def test_the_longest_known_name_ends_with_a_word(world: Gazetteer) -> None:
    assert world.prefixes(["new", "york", "city", "council"]) == 3
    assert world.prefixes(["new", "yorkers"]) == (1 if world.known("new") else 0)
    assert world.prefixes(["qqq", "york"]) == 0
    assert world.prefixes([]) == 0
