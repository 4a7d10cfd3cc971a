def test_locate_finds_a_name_without_its_diacritics(wayproof):
    found = wayproof("locate", "Pabrade", "--json")
    assert found.code == 0
    best = found.json[0]
    assert (best["name"], best["country"]) == ("Pabradė", "LT")
    assert abs(best["lat"] - 54.981) < 0.01
    assert abs(best["lon"] - 25.761) < 0.01


def test_locate_tells_namesakes_apart(wayproof):
    kinds = {(row["kind"], row["country"]) for row in wayproof("locate", "Georgia", "--json").json}
    assert {("country", "GE"), ("admin1", "US")} <= kinds


def test_locate_takes_the_region_into_account(wayproof):
    best = wayproof("locate", "Paris, Texas", "--json").json[0]
    assert (best["country"], best["admin1"]) == ("US", "Texas")


def test_an_unknown_name_says_what_to_do(wayproof):
    run = wayproof("locate", "Xqzzwyl")
    assert run.code == 1
    assert "'Xqzzwyl' is in no gazetteer" in run.err
    assert "LAT,LON" in run.err
    assert "Traceback" not in run.err


def test_coordinates_out_of_range_are_refused(wayproof):
    run = wayproof("border", "95.0,25.0")
    assert run.code == 1
    assert "latitude 95" in run.err


def test_border_distances_of_vilnius(wayproof):
    run = wayproof("border", "Vilnius", "--on", "2023-08-10", "--json")
    assert run.code == 0
    km = {row["country"]: row["km"] for row in run.json["borders"]}
    assert 27 < km["BY"] < 31
    assert 150 < km["RU"] < 160
    assert run.json["crossings"][0]["countries"] in (["LT", "BY"], ["BY", "LT"])


def test_six_road_posts_on_one_day_and_four_ten_days_later(wayproof):
    def open_road_posts(day):
        rows = wayproof("crossings", "--between", "LT,BY", "--on", day, "--json").json
        return [
            row["id"]
            for row in rows
            if row["status"] == "open" and "road" in row["mode"] and row["traffic"] in {"both", "passenger"}
        ]

    assert len(open_road_posts("2023-08-10")) == 6
    assert len(open_road_posts("2023-08-20")) == 4


def test_every_status_has_its_source(wayproof):
    rows = wayproof("crossings", "--between", "Lithuania,Belarus", "--on", "2023-08-10", "--json").json
    assert all(row["source"] and row["confidence"] for row in rows if row["status"] != "no data")


def test_a_day_before_any_row_is_no_data_and_not_open(wayproof):
    rows = wayproof("crossings", "--between", "LT,BY", "--on", "1801-01-01", "--json").json
    assert {row["status"] for row in rows} == {"no data"}


def test_one_country_is_no_border(wayproof):
    run = wayproof("crossings", "--between", "LT")
    assert run.code == 2
    assert "not a border" in run.err


def test_an_impossible_date_is_wrong_usage(wayproof):
    run = wayproof("crossings", "--between", "LT,BY", "--on", "2023-02-30")
    assert run.code == 2
    assert "2023-02-30" in run.err


def test_the_terminal_says_what_the_json_says(wayproof):
    text = wayproof("crossings", "--between", "LT,BY", "--on", "2023-08-10").out
    assert "6 open" in text


def test_data_names_sources_and_licences(wayproof):
    run = wayproof("data", "--json")
    assert run.code == 0
    licences = " ".join(row["licence"] for row in run.json)
    assert "ODbL" in licences
    assert "CC-BY-4.0" in licences
    assert all(row["sha256"] for row in run.json)
    # A typeface asks for its licence, not for a line on the map.
    assert all(row["attribution"] for row in run.json if not row["name"].startswith("noto-sans"))


def test_a_southern_position_is_no_option(wayproof):
    run = wayproof("border", "-33.45,-70.65", "--json")
    assert run.code == 0
    assert run.json["borders"][0]["country"] == "AR"


def test_a_disputed_place_is_said_to_be_disputed(wayproof):
    found = wayproof("border", "Simferopol", "--on", "2020-01-01", "--json").json
    (dispute,) = found["disputes"]
    assert dispute["claims"] == ["UA", "RU"]
    assert dispute["since"] == "2014-03-18"
    assert wayproof("border", "Simferopol", "--on", "2010-01-01", "--json").json["disputes"] == []
    assert "is disputed (Crimea)" in " ".join(wayproof("locate", "Simferopol").out.split())


def test_a_day_in_the_past_tells_the_dissolved_state(wayproof):
    assert wayproof("border", "Leipzig", "--on", "1975-05-01", "--json").json["then_in"]["code"] == "DD"
    assert wayproof("border", "Leipzig", "--on", "1995-05-01", "--json").json["then_in"] is None
    assert "Leipzig lay in East Germany then" in " ".join(
        wayproof("border", "Leipzig", "--on", "1975-05-01").out.split()
    )
