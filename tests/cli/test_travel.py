def test_a_week_from_kaliningrad_to_pabrade_is_possible(wayproof):
    run = wayproof(
        "travel", "Kaliningrad", "Vilnius", "Pabradė",
        "--depart", "2023-08-03", "--arrive", "2023-08-11", "--by", "car", "--json",
    )  # fmt: skip
    assert run.code == 0
    legs = run.json["itineraries"][0]["legs"]
    assert len(legs) == 2
    assert {route["mode"] for leg in legs for route in leg["routes"]} == {"car"}
    shortest = min(route["km"] for route in legs[0]["routes"])
    assert 310 < shortest < 380


def test_vilnius_to_lisbon_in_four_hours_by_car_is_impossible(wayproof):
    run = wayproof(
        "travel", "Vilnius", "Lisbon", "--depart", "2023-08-03T08:00", "--arrive", "2023-08-03T10:00", "--by", "car"
    )
    assert run.code == 4


def test_without_dates_nothing_is_known(wayproof):
    run = wayproof("travel", "Vilnius", "Lisbon", "--by", "car")
    assert run.code == 5


def test_an_arrival_before_the_departure_is_refused(wayproof):
    run = wayproof("travel", "Vilnius", "Lisbon", "--depart", "2023-08-05", "--arrive", "2023-08-03")
    assert run.code == 1
    assert "before the departure" in run.err


def test_a_way_that_nobody_knows_is_wrong_usage(wayproof):
    run = wayproof("travel", "Vilnius", "Lisbon", "--by", "broomstick")
    assert run.code == 2
    assert "broomstick" in run.err


def test_one_place_is_no_way(wayproof):
    assert wayproof("travel", "Vilnius").code == 2


def test_an_unknown_place_is_named(wayproof):
    run = wayproof("travel", "Vilnius", "Xqzzwyl")
    assert run.code == 1
    assert "Xqzzwyl" in run.err
