import itertools
import math
from datetime import date
from pathlib import Path

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integrity import basemap_defects, border_defects
from wayproof.errors import InputError
from wayproof.world.borders import Borders, borders_of, open_borders
from wayproof.world.geodesy import distance_km
from wayproof.world.manifest import data_path
from wayproof.world.places import Kind, Place

# Two countries side by side, an exclave of AA inside BB, an enclave CC in AA, and an island of AA to the north-east.
HOLE = [(2, 2), (2, 3), (3, 3), (3, 2), (2, 2)]
EXCLAVE = [(14, 4), (15, 4), (15, 5), (14, 5), (14, 4)]
WEST = shapely.Polygon([(0, 0), (10, 0), (10, 5), (10, 10), (0, 10)], [HOLE])
EAST = shapely.Polygon([(10, 0), (20, 0), (20, 10), (10, 10), (10, 5)], [EXCLAVE[::-1]])
ISLAND = shapely.box(18, 14, 19, 15)
TERRITORIES = {
    "AA": shapely.MultiPolygon([WEST, ISLAND, shapely.Polygon(EXCLAVE)]),
    "BB": EAST,
    "CC": shapely.Polygon(HOLE),
}


@pytest.fixture(scope="module")
def toy() -> Borders:
    return borders_of(TERRITORIES, land=shapely.box(-1, 2, 30, 30))


@pytest.fixture(scope="module")
def shipped() -> Borders:
    return open_borders()


def area(code: str, lat: float, lon: float) -> Place:
    return Place(f"country:{code}", code, Kind.COUNTRY, code, lat, lon, 500.0, "test")


def town(lat: float, lon: float, extent_km: float = 0.0) -> Place:
    return Place(f"point:{lat},{lon}", "town", Kind.POINT, None, lat, lon, extent_km, "test")


class TestTerritory:
    @given(lon=st.floats(-2, 22), lat=st.floats(-2, 17))
    @settings(deadline=None)
    def test_a_point_is_where_the_polygons_say(self, toy: Borders, lon: float, lat: float) -> None:
        point = shapely.Point(lon, lat)
        inside = [code for code, shape in TERRITORIES.items() if shape.contains(point)]
        assume(all(shape.boundary.distance(point) > 1e-5 for shape in TERRITORIES.values()))
        assert toy.country_at(lat, lon) == (inside[0] if inside else None)

    def test_a_point_level_with_vertices_is_found(self, toy: Borders) -> None:
        # A ray to the east from these meets corners and runs along edges.
        assert [toy.country_at(lat, 1.0) for lat in (2.0, 3.0, 5.0)] == ["AA", "AA", "AA"]
        assert toy.country_at(4.0, 12.0) == "BB"
        assert toy.country_at(15.0, 12.0) is None

    def test_parts_are_numbered_by_size(self, toy: Borders) -> None:
        assert [(part.country, part.index) for part in toy.parts("AA")] == [("AA", 0), ("AA", 1), ("AA", 2)]
        found = {toy.part_at(4.5, 14.5), toy.part_at(14.5, 18.5)}
        assert found == {("AA", 1), ("AA", 2)}
        assert toy.part_at(1, 1) == ("AA", 0)

    def test_neighbours_are_those_across_land(self, toy: Borders) -> None:
        assert toy.neighbours("AA") == ("BB", "CC")
        assert toy.neighbours("CC") == ("AA",)
        exclave = toy.part_at(4.5, 14.5)
        assert exclave is not None
        assert toy.part_neighbours(*exclave) == (("BB", 0),)
        assert toy.part_neighbours("AA", 0) == (("BB", 0), ("CC", 0))

    def test_a_border_at_sea_only_makes_no_neighbours(self) -> None:
        wet = borders_of(TERRITORIES, land=shapely.box(30, 30, 31, 31))
        assert wet.neighbours("AA") == ()
        assert wet.nearest(5, 9)[0].over == "water"

    def test_polygons_come_back_whole(self, toy: Borders) -> None:
        for code, shape in TERRITORIES.items():
            assert toy.polygon(code).symmetric_difference(shape).area == pytest.approx(0, abs=1e-9)

    def test_the_common_line(self, toy: Borders) -> None:
        assert toy.line("AA", "BB").length == pytest.approx(10 + 4)
        assert toy.line("BB", "AA").equals(toy.line("AA", "BB"))
        assert toy.line("BB", "CC").is_empty

    def test_unknown_codes_and_parts_are_input_errors(self, toy: Borders) -> None:
        with pytest.raises(InputError, match="'ZZ' is no country code"):
            toy.nearest_point(0, 0, "ZZ")
        with pytest.raises(InputError, match="AA has no part 7: its parts are 0 to 2"):
            toy.nearest_point(0, 0, "AA", part=7)
        with pytest.raises(InputError, match="no point on Earth"):
            toy.country_at(95, 0)

    def test_a_code_without_territory_has_nothing(self, toy: Borders) -> None:
        assert toy.parts("ZZ") == ()
        assert toy.neighbours("ZZ") == ()
        assert toy.part_neighbours("AA", 99) == ()
        assert toy.polygon("ZZ").is_empty


class TestNearest:
    def test_the_border_of_the_part_that_holds_the_point(self, toy: Borders) -> None:
        found = toy.nearest(4.5, 14.9, within_km=1000)
        assert [border.country for border in found] == ["BB"]
        assert found[0].km == pytest.approx(distance_km(4.5, 14.9, 4.5, 15.0), rel=1e-4)

    def test_nearest_first_and_none_beyond_the_limit(self, toy: Borders) -> None:
        assert [border.country for border in toy.nearest(2.5, 5, within_km=1000)] == ["CC", "BB"]
        assert [border.country for border in toy.nearest(2.5, 5, within_km=300)] == ["CC"]
        assert toy.nearest(2.5, 5, within_km=1) == ()

    @given(lon=st.floats(0.01, 9.9), lat=st.floats(0.1, 9.9))
    @settings(deadline=None, max_examples=25)
    def test_no_point_of_the_line_is_nearer(self, toy: Borders, lon: float, lat: float) -> None:
        assume(toy.country_at(lat, lon) == "AA")
        told = next(b for b in toy.nearest(lat, lon, within_km=5000) if b.country == "BB")
        brute = min(distance_km(lat, lon, step / 200, 10.0) for step in range(2001))
        assert told.km <= brute + 1e-6
        assert told.km == pytest.approx(brute, rel=1e-3, abs=0.5)

    def test_on_the_high_seas_the_limits_around_count(self, toy: Borders) -> None:
        assert [border.country for border in toy.nearest(12, 15, within_km=400)] == ["BB", "AA"]

    def test_nearest_point_of_a_country(self, toy: Borders) -> None:
        assert toy.nearest_point(5, 12, "BB") == (0, 5, 12)
        km, lat, lon = toy.nearest_point(14.5, 17.0, "AA")
        assert (lat, lon) == (pytest.approx(14.5, abs=0.01), pytest.approx(18.0))
        assert km == pytest.approx(distance_km(14.5, 17.0, 14.5, 18.0), rel=1e-3)
        assert toy.nearest_point(14.5, 17.0, "AA", part=0)[2] == pytest.approx(10.0)


class TestCut:
    def test_changes_in_order_with_their_places(self, toy: Borders) -> None:
        found = toy.cut([(2.5, 1.0), (2.5, 12.0)])
        assert [(c.from_country, c.to_country) for c in found] == [("AA", "CC"), ("CC", "AA"), ("AA", "BB")]
        assert [c.lon for c in found] == pytest.approx([2.0, 3.0, 10.0], abs=1e-6)
        assert found[-1].at_km == pytest.approx(distance_km(2.5, 1.0, 2.5, 10.0), rel=1e-3)

    def test_high_seas_are_nobody(self, toy: Borders) -> None:
        found = toy.cut([(5, 19), (14.5, 18.5)])
        assert [(c.from_country, c.to_country) for c in found] == [("BB", None), (None, "AA")]

    def test_a_line_inside_one_country_has_no_changes(self, toy: Borders) -> None:
        assert toy.cut([(1, 1), (1, 5), (8, 5)]) == ()
        assert toy.cut([(1, 1)]) == ()
        assert toy.cut([(1, 1), (1, 1)]) == ()

    def test_a_line_through_a_vertex_changes_once(self, toy: Borders) -> None:
        found = toy.cut([(5, 9.9), (5, 10), (5, 10.1)])
        assert [(c.from_country, c.to_country) for c in found] == [("AA", "BB")]

    def test_a_line_that_only_touches_changes_nothing(self, toy: Borders) -> None:
        assert toy.cut([(4, 9.9), (5, 10.0), (6, 9.9)]) == ()

    def test_a_line_along_the_border_changes_once(self, toy: Borders) -> None:
        found = toy.cut([(3, 9.95), (3.0, 10.0), (3.1, 10.0), (3.1, 10.05)])
        assert [(c.from_country, c.to_country) for c in found] == [("AA", "BB")]

    def test_short_stays_can_be_left_out(self, toy: Borders) -> None:
        line = [(5, 9.99), (5.01, 10.001), (5.02, 9.99), (5.05, 10.05)]
        assert len(toy.cut(line)) == 3
        assert [(c.from_country, c.to_country) for c in toy.cut(line, shortest_stay_km=5)] == [("AA", "BB")]

    # Odd hundredths of a degree: no vertex lies on a rim, all of which run along whole degrees.
    @given(
        line=st.lists(
            st.tuples(st.integers(-50, 800), st.integers(-50, 1050)).map(
                lambda pair: (pair[0] / 50 + 0.01, pair[1] / 50 + 0.01)
            ),
            min_size=2,
            max_size=5,
        )
    )
    @settings(deadline=None)
    def test_changes_chain_from_the_first_country_to_the_last(
        self, toy: Borders, line: list[tuple[float, float]]
    ) -> None:
        rims = shapely.union_all([shape.boundary for shape in TERRITORIES.values()])
        assume(all(rims.distance(shapely.Point(lon, lat)) > 1e-5 for lat, lon in line))
        found = toy.cut(line)
        countries = [toy.country_at(*line[0]), *(c.to_country for c in found)]
        assert [c.from_country for c in found] == countries[:-1]
        assert countries[-1] == toy.country_at(*line[-1])
        assert all(a != b for a, b in itertools.pairwise(countries))
        assert [c.at_km for c in found] == sorted(c.at_km for c in found)


class TestSeparation:
    def test_countries_by_their_territory(self, toy: Borders) -> None:
        assert toy.separation_km(area("AA", 5, 5), area("BB", 5, 15)) == 0
        assert toy.separation_km(area("AA", 5, 5), area("AA", 5, 5)) == 0
        apart = toy.separation_km(area("BB", 5, 15), area("CC", 2.5, 2.5))
        assert apart == pytest.approx(distance_km(3, 3, 3, 10), rel=1e-3)

    def test_points_by_their_extent(self, toy: Borders) -> None:
        assert toy.separation_km(town(0, 0, 10), town(0, 1, 20)) == pytest.approx(distance_km(0, 0, 0, 1) - 30)
        assert toy.separation_km(town(0, 0, 100), town(0, 1, 20)) == 0

    def test_a_country_without_territory_counts_with_its_circle(self, toy: Borders) -> None:
        unknown = area("ZZ", 5, 35)
        assert toy.separation_km(unknown, town(5, 25)) == pytest.approx(distance_km(5, 25, 5, 35) - 500)
        assert toy.separation_km(unknown, area("BB", 5, 15)) == pytest.approx(distance_km(5, 20, 5, 35) - 500, rel=1e-3)

    def test_a_point_and_a_country(self, toy: Borders) -> None:
        expected = distance_km(5, 25, 5, 20)
        assert toy.separation_km(town(5, 25, 7), area("BB", 5, 15)) == pytest.approx(expected - 7, rel=1e-3)
        assert toy.separation_km(area("BB", 5, 15), town(5, 12)) == 0


class TestMap:
    def test_a_map_of_a_world_in_code(self, toy: Borders) -> None:
        bounds = (5.0, 3.0, 12.0, 8.0)
        assert toy.land_within(bounds, tolerance_deg=0.01).area == pytest.approx(35)
        assert toy.lines_within(bounds, tolerance_deg=0.01).length == pytest.approx(5)
        assert toy.lakes_within(bounds, tolerance_deg=0.01).is_empty
        assert {label.country for label in toy.labels_within((0, 0, 20, 10))} == {"AA", "BB", "CC"}

    @pytest.mark.parametrize("tolerance", [0.1, 0.02, 0.004])
    def test_the_shipped_map_has_land_lines_and_names(self, shipped: Borders, tolerance: float) -> None:
        bounds = (20.0, 53.5, 28.5, 57.0)
        assert shipped.land_within(bounds, tolerance_deg=tolerance).contains(shapely.Point(24, 55))
        assert not shipped.land_within(bounds, tolerance_deg=tolerance).contains(shapely.Point(20.1, 56))
        assert shipped.lines_within(bounds, tolerance_deg=tolerance).length > 10
        assert "LT" in {label.country for label in shipped.labels_within(bounds)}

    def test_a_world_in_code_has_no_rivers(self, toy: Borders) -> None:
        assert toy.rivers_within((0, 0, 20, 10), tolerance_deg=0.01) == ()

    @pytest.mark.parametrize("tolerance", [0.3, 0.1, 0.02, 0.004])
    def test_the_shipped_map_has_rivers_longest_first(self, shipped: Borders, tolerance: float) -> None:
        bounds = (28.0, 20.0, 50.0, 40.0)
        rivers = shipped.rivers_within(bounds, tolerance_deg=tolerance)
        assert [river.name for river in rivers[:3]] == ["Nile", "Euphrates", "Tigris"]
        assert shapely.box(*bounds).buffer(1e-9).contains(rivers[0].course)
        assert rivers[0].course.distance(shapely.Point(31.22, 30.05)) < 0.15  # Cairo

    def test_rivers_that_share_a_name_stay_apart(self, shipped: Borders) -> None:
        southern = shipped.rivers_within((-75, -42, -60, -30), tolerance_deg=0.02)
        colorado = next(river for river in southern if river.name == "Colorado")
        assert colorado.length_km < 1500

    def test_a_map_across_the_antimeridian(self, shipped: Borders) -> None:
        land = shipped.land_within((170, 60, -160, 70), tolerance_deg=0.1)
        assert land.contains(shapely.Point(175, 66))
        assert land.contains(shapely.Point(-163, 65))
        assert not land.contains(shapely.Point(100, 66))


class TestShipped:
    @pytest.mark.parametrize(
        ("name", "lat", "lon", "country"),
        [
            ("Vilnius", 54.6872, 25.2797, "LT"),
            ("Vatican", 41.9029, 12.4534, "VA"),
            ("Maseru", -29.31, 27.48, "LS"),
            ("Hong Kong", 22.3, 114.17, "HK"),
            ("San Juan", 18.44, -66.1, "PR"),
            ("Cayenne", 4.92, -52.3, "GF"),
            ("Longyearbyen", 78.22, 15.64, "SJ"),
            ("Pristina", 42.66, 21.16, "XK"),
            ("Simferopol", 44.95, 34.1, "UA"),
            ("Laayoune", 27.15, -13.2, "EH"),
            ("Jenin", 32.46, 35.3, "PS"),
            ("Akrotiri", 34.6, 32.97, "GB"),
            ("Mid-Atlantic", 40.0, -40.0, None),
            ("Bir Tawil", 21.87, 33.7, None),
            ("North Pole", 90.0, 0.0, None),
            ("South Pole", -90.0, 0.0, "AQ"),
            ("Taveuni, east of 180", -16.8, -179.97, "FJ"),
        ],
    )
    def test_holders(self, shipped: Borders, name: str, lat: float, lon: float, country: str | None) -> None:
        assert shipped.country_at(lat, lon) == country, name

    @pytest.mark.parametrize(
        ("lat", "lon", "country"),
        [
            (54.71, 20.51, "RU"),
            (42.4646, 1.9813, "ES"),
            (51.438, 4.93, "BE"),
            (39.2, 45.4, "AZ"),
            (61.2, -149.9, "US"),
            (35.29, -2.94, "ES"),
            (-5.56, 12.2, "AO"),
            (47.697, 8.69, "DE"),
            (26.2, 56.25, "OM"),
            (-9.2, 124.37, "TL"),
        ],
    )
    def test_exclaves_are_parts_of_their_own(self, shipped: Borders, lat: float, lon: float, country: str) -> None:
        part = shipped.part_at(lat, lon)
        assert part is not None
        assert part[0] == country
        assert part[1] > 0

    def test_chukotka_is_one_part_with_moscow(self, shipped: Borders) -> None:
        assert shipped.part_at(66.3, -179.1) == shipped.part_at(55.75, 37.6) == ("RU", 0)

    def test_kaliningrad_has_its_own_neighbours(self, shipped: Borders) -> None:
        part = shipped.part_at(54.71, 20.51)
        assert part is not None
        assert shipped.part_neighbours(*part) == (("LT", 0), ("PL", 0))

    def test_both_owners_of_a_disputed_place_are_told(self, shipped: Borders) -> None:
        assert shipped.countries_at(44.95, 34.1) == ("UA", "RU")
        assert shipped.countries_at(18.44, -66.1) == ("PR", "US")
        assert shipped.countries_at(54.69, 25.28) == ("LT",)
        assert shipped.countries_at(40, -40) == ()
        dispute = shipped.disputes_at(44.95, 34.1)[0]
        assert (dispute.name, dispute.claims) == ("Crimea", ("UA", "RU"))
        assert dispute.valid_from is not None
        assert dispute.valid_from.year == 2014
        assert shipped.disputes_at(44.95, 34.1, on=date(2013, 5, 1)) == ()
        assert shipped.disputes_at(44.95, 34.1, on=date(2020, 5, 1)) == (dispute,)

    def test_a_dispute_that_has_ended_is_told_with_its_end(self, shipped: Borders) -> None:
        assert [d.name for d in shipped.disputes_at(39.82, 46.75, on=date(2024, 5, 1))] == []
        assert len(shipped.disputes_at(39.82, 46.75, on=date(2010, 5, 1))) == 1

    @pytest.mark.parametrize(
        ("lat", "lon", "country", "km"),
        [
            (54.6872, 25.2797, "BY", 29.05),
            (54.6872, 25.2797, "RU", 154.8),
            (54.981, 25.761, "BY", 8.59),
            (54.639, 22.763, "RU", 0.82),
        ],
    )
    def test_measured_distances_to_borders(
        self, shipped: Borders, lat: float, lon: float, country: str, km: float
    ) -> None:
        told = {border.country: border for border in shipped.nearest(lat, lon)}
        assert told[country].km == pytest.approx(km, abs=0.1)
        assert told[country].over == "land"

    def test_a_line_through_crimea_has_no_false_changes(self, shipped: Borders) -> None:
        found = shipped.cut([(46.5, 32.0), (44.95, 34.1), (45.35, 36.5), (45.3, 37.4)])
        assert [(c.from_country, c.to_country) for c in found] == [("UA", "RU")]

    def test_a_line_across_the_antimeridian(self, shipped: Borders) -> None:
        found = shipped.cut([(64.7, 177.5), (65.8, -170.5), (64.5, -165.4)])
        assert (found[0].from_country, found[-1].to_country) == ("RU", "US")
        assert found[-1].at_km < distance_km(64.7, 177.5, 64.5, -165.4) * 1.2
        assert shipped.cut([(66.3, 179.5), (66.3, -179.5)]) == ()

    def test_countries_far_apart(self, shipped: Borders) -> None:
        apart = shipped.separation_km(area("LT", 55, 24), area("DE", 51, 10))
        assert 400 < apart < distance_km(55.3, 21.3, 54.4, 13.6) + 1
        assert shipped.separation_km(area("RU", 60, 90), area("US", 40, -100)) == 0

    def test_the_built_files_are_sound(self) -> None:
        assert border_defects(data_path("borders.sqlite")) == []
        assert basemap_defects(data_path("basemap.sqlite")) == []

    def test_a_file_that_is_no_border_data_is_a_defect(self, tmp_path: Path) -> None:
        path = tmp_path / "borders.sqlite"
        path.write_bytes(b"not a database, but long enough to be looked at as one " * 20)
        assert "cannot be read as border data" in border_defects(path)[0]

    def test_every_country_holds_its_own_main_point(self, shipped: Borders) -> None:
        for code in ("LT", "RU", "FJ", "US", "VA", "LS", "KI", "NL", "AQ"):
            for part in shipped.parts(code):
                assert shipped.part_at(part.lat, part.lon) == (code, part.index)
                assert part.land_km2 <= part.area_km2 * 1.0001
                assert math.isfinite(part.area_km2)


class TestLand:
    @pytest.mark.parametrize(
        ("a", "b", "joined"),
        [
            ((40.42, -3.7), (41.39, 2.17), True),  # Madrid, Barcelona
            ((40.42, -3.7), (35.89, -5.32), False),  # Madrid, Ceuta
            ((40.42, -3.7), (39.57, 2.65), False),  # Madrid, Mallorca
            ((4.89, 114.94), (4.71, 115.07), False),  # Brunei, Temburong
            ((4.89, 114.94), (4.58, 114.23), True),  # Brunei, Kuala Belait
            ((51.5, -0.12), (55.95, -3.19), True),  # London, Edinburgh
            ((51.5, -0.12), (54.6, -5.93), False),  # London, Belfast
            ((54.69, 25.28), (54.71, 20.51), False),  # Vilnius, Kaliningrad: two countries
        ],
    )
    def test_land_that_joins_two_points(
        self, shipped: Borders, a: tuple[float, float], b: tuple[float, float], *, joined: bool
    ) -> None:
        assert shipped.joined_by_land(a, b) is joined
        assert shipped.joined_by_land(b, a) is joined


class TestManyPoints:
    def test_many_points_are_answered_like_one(self, shipped: Borders) -> None:
        lats, lons = [54.687, 48.2, -13.0, 55.0], [25.28, 16.37, -69.0, 83.0]
        feet = shipped.nearest_of_many(lats, lons)
        for lat, lon, km in zip(lats, lons, feet.km, strict=True):
            own = [border.km for border in shipped.nearest(lat, lon, within_km=3000) if border.over == "land"]
            assert km <= min(own) + 1e-6

    @given(lat=st.floats(-60, 80), lon=st.floats(-179.9, 179.9))
    @settings(max_examples=60)
    def test_the_foot_lies_on_the_border_at_the_told_distance(self, shipped: Borders, lat: float, lon: float) -> None:
        feet = shipped.nearest_of_many([lat], [lon])
        assert distance_km(lat, lon, feet.lat[0], feet.lon[0]) == pytest.approx(feet.km[0])
        again = shipped.nearest_of_many(feet.lat, feet.lon)
        assert again.km[0] < 0.01

    def test_a_small_world_has_few_borders(self, toy: Borders) -> None:
        feet = toy.nearest_of_many([5.0, 5.0], [9.0, 12.0])
        assert feet.lon.tolist() == pytest.approx([10.0, 10.0], abs=0.01)

    def test_the_lines_around_a_country(self, shipped: Borders) -> None:
        assert shipped.rim("LT").length == pytest.approx(shipped.polygon("LT").length)
        assert shipped.rim("ZZ").is_empty
