"""A real feat is never called impossible: famous fast journeys against the limit curves of their day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.travel.durations import limit_for
from wayproof.world.geodesy import distance_km
from wayproof.world.speeds import open_speeds

Position = tuple[float, float]

#: what, way of travel, start, finish, day, hours it took
FEATS: tuple[tuple[str, str, Position, Position, str, float], ...] = (
    ("Rust, Helsinki to Moscow", "light_aircraft", (60.254, 25.043), (55.754, 37.62), "1987-05-28", 5.5),
    ("a crew of four, La Gomera to Antigua", "rowing", (28.087, -17.107), (17.006, -61.764), "2017-12-14", 710.567),
    ("Carter Johnson, 24 hours down the Yukon", "kayak", (60.72, -135.05), (64.06, -139.43), "2011-06-25", 24.0),
    ("a canoe for four, Lake Itasca to the Gulf", "kayak", (47.24, -95.21), (29.15, -89.25), "2023-05-10", 404.3),
    ("Concorde, New York to London", "supersonic", (40.64, -73.779), (51.47, -0.454), "1996-02-07", 2.883),
    ("British Airways 112, New York to London", "air", (40.64, -73.779), (51.47, -0.454), "2020-02-09", 4.93),
    ("SR-71, New York to London", "military_jet", (40.6, -73.9), (51.3, -0.8), "1974-09-01", 1.915),
    ("SR-71, London to Los Angeles", "military_jet", (51.3, -0.8), (34.05, -118.25), "1974-09-13", 3.79),
    ("Canberra, Aldergrove to Gander", "military_jet", (54.657, -6.216), (48.937, -54.568), "1951-02-21", 4.62),
    ("Comet, London to Johannesburg", "air", (51.47, -0.454), (-26.14, 28.24), "1952-05-02", 23.6),
    ("Constellation, Burbank to Washington", "air", (34.2, -118.36), (38.852, -77.037), "1944-04-17", 6.96),
    ("KLM, London to Melbourne in the race", "air", (52.36, 0.23), (-37.8, 144.95), "1934-10-20", 90.2),
    ("DH.88, London to Melbourne", "light_aircraft", (52.36, 0.23), (-37.8, 144.95), "1934-10-20", 70.9),
    ("Hughes, Burbank to Newark", "light_aircraft", (34.2, -118.36), (40.69, -74.17), "1937-01-19", 7.47),
    ("Lindbergh, New York to Paris", "light_aircraft", (40.74, -73.61), (48.97, 2.44), "1927-05-20", 33.5),
    ("Alcock and Brown over the Atlantic", "light_aircraft", (47.56, -52.71), (53.44, -10.02), "1919-06-14", 16.2),
    ("an Embraer, Altenrhein to Friedrichshafen", "air", (47.485, 9.561), (47.671, 9.511), "2012-05-01", 0.133),
    ("a Boeing 717, Honolulu to Kahului", "air", (21.319, -157.922), (20.899, -156.43), "2015-05-01", 0.3),
    ("a Boeing 737, Wellington to Christchurch", "air", (-41.327, 174.805), (-43.489, 172.532), "1995-05-01", 0.45),
    ("with the jet stream, Denver to Chicago", "air", (39.862, -104.673), (41.974, -87.907), "2010-01-20", 1.55),
    ("Boeing 367-80, Seattle to Baltimore", "air", (47.53, -122.3), (39.175, -76.668), "1957-03-11", 3.8),
    ("Douglas DC-7, Los Angeles to New York", "air", (33.94, -118.41), (40.64, -73.779), "1954-03-29", 5.83),
    ("Concorde, Paris to Dakar", "supersonic", (49.01, 2.55), (14.74, -17.49), "1976-01-21", 2.85),
    ("a Dauphin, Paris to London", "helicopter", (48.86, 2.35), (51.5, -0.12), "1980-02-08", 1.05),
    ("a Zeppelin with passengers, Düsseldorf to Frankfurt", "air", (51.23, 6.78), (50.11, 8.68), "1912-06-20", 3.0),
    ("helicopters, New York to Paris", "helicopter", (40.6, -73.9), (48.97, 2.44), "1967-06-01", 30.77),
    ("Ghosn, Osaka to Istanbul", "private_jet", (34.43, 135.23), (40.98, 28.81), "2019-12-29", 11.6),
    ("Kouros, Sydney to Melbourne on foot", "foot", (-33.81, 151.0), (-37.87, 145.2), "1985-03-28", 125.1),
    ("Kouros, Athens to Sparta", "foot", (37.97, 23.72), (37.07, 22.43), "1984-09-28", 20.42),
    ("Kostelnick, San Francisco to New York", "foot", (37.779, -122.419), (40.713, -74.006), "2016-09-12", 1014.5),
    ("Mutai, Boston marathon with the wind", "foot", (42.23, -71.518), (42.35, -71.079), "2011-04-18", 2.05),
    ("Comrades, down run", "foot", (-29.6, 30.38), (-29.86, 31.02), "2007-06-17", 5.34),
    ("Diamantides, Everest to Kathmandu", "foot", (28.0, 86.85), (27.717, 85.324), "1987-10-08", 82.1),
    ("Strasser across America", "bicycle", (33.195, -117.38), (38.978, -76.49), "2014-06-10", 183.9),
    ("Broadwith, Land's End to John o' Groats", "bicycle", (50.066, -5.715), (58.644, -3.07), "2018-06-16", 43.42),
    ("Beaumont, Cairo to Cape Town", "bicycle", (30.044, 31.236), (-33.925, 18.424), "2015-04-10", 994.4),
    ("Waschburger over the Channel", "swim", (51.11, 1.31), (50.87, 1.58), "2023-09-08", 6.757),
    ("Nyad, Havana to Key West", "swim", (23.14, -82.39), (24.55, -81.8), "2013-08-31", 52.9),
    ("a winner of the Bosphorus swim", "swim", (41.102, 29.066), (41.058, 29.035), "2013-07-07", 0.65),
    ("Four Oarsmen over the Atlantic", "rowing", (28.09, -17.11), (17.01, -61.77), "2017-12-14", 710.6),
    ("Yukon River Quest", "kayak", (60.72, -135.05), (64.06, -139.43), "2008-06-25", 39.5),
    ("a canoe down the Mississippi", "kayak", (47.24, -95.21), (29.15, -89.25), "2023-05-10", 404.3),
    ("Devizes to Westminster", "kayak", (51.352, -1.994), (51.501, -0.122), "1979-04-14", 15.57),
    ("Banque Populaire over the Atlantic", "sail", (40.46, -73.83), (49.96, -5.2), "2009-07-29", 87.43),
    ("Marseille to Carthage under sail", "sail", (43.29, 5.36), (36.86, 10.33), "2013-05-21", 14.34),
    ("United States over the Atlantic", "ship", (40.46, -73.83), (49.87, -6.44), "1952-07-03", 82.67),
    ("Queen Mary over the Atlantic", "ship", (49.87, -6.44), (40.46, -73.83), "1938-08-10", 93.7),
    ("Destriero over the Atlantic", "boat", (40.46, -73.83), (49.87, -6.44), "1992-08-06", 58.57),
    ("Cat-Link V over the Atlantic", "ferry", (40.46, -73.83), (49.87, -6.44), "1998-07-18", 68.15),
    ("a hovercraft, Dover to Calais", "ferry", (51.12, 1.32), (50.97, 1.86), "1995-09-14", 0.367),
    ("coast to coast by car", "car", (40.743, -73.977), (33.842, -118.39), "2020-05-10", 25.65),
    ("Cannonball of 1979", "car", (41.7, -73.4), (33.842, -118.39), "1979-04-01", 32.85),
    ("Zephyr, Denver to Chicago", "rail", (39.753, -105.0), (41.879, -87.64), "1934-05-26", 13.08),
    ("TGV, Calais to Marseille", "rail", (50.9, 1.81), (43.303, 5.38), "2001-05-26", 3.49),
    ("Hikari, Tokyo to Osaka", "rail", (35.681, 139.767), (34.733, 135.5), "1965-11-01", 3.17),
    ("Hikari, Tokyo to Hakata", "rail", (35.681, 139.767), (33.59, 130.42), "1975-03-10", 6.93),
    ("TGV, Paris to Lyon", "rail", (48.844, 2.374), (45.76, 4.86), "1983-09-25", 2.0),
    ("TGV, Paris to Marseille", "rail", (48.844, 2.374), (43.303, 5.38), "1990-06-01", 4.67),
    ("Nozomi, Tokyo to Hakata", "rail", (35.681, 139.767), (33.59, 130.42), "1997-11-29", 4.82),
    ("Beijing to Shanghai", "rail", (39.865, 116.379), (31.194, 121.32), "2011-06-30", 4.8),
    ("Rossiya, Moscow to Vladivostok", "rail", (55.777, 37.655), (43.11, 131.88), "1984-08-06", 146.0),
    ("Beijing to Guangzhou", "rail", (39.865, 116.379), (22.99, 113.27), "2024-06-15", 7.27),
    ("Vasaloppet", "ski", (61.15, 13.27), (61.0, 14.54), "2021-03-07", 3.472),
    ("Seavey, Anchorage to Nome", "dog_sled", (61.6, -149.9), (64.5, -165.4), "2017-03-06", 195.7),
    ("Tevis Cup", "horse", (39.33, -120.18), (38.9, -121.07), "1981-08-01", 10.77),
    ("two families over the wall by balloon", "balloon", (50.45, 11.58), (50.33, 11.7), "1979-09-16", 0.467),
    ("Double Eagle II over the Atlantic", "balloon", (46.68, -68.02), (49.01, 1.09), "1978-08-11", 137.1),
    ("a hot-air balloon over the Pacific", "balloon", (31.73, 131.07), (63.13, -117.27), "1991-01-15", 46.0),
    ("a hot-air balloon over the Atlantic", "balloon", (45.03, -70.31), (55.05, -6.95), "1987-07-02", 31.7),
    ("Fossett, Saint Louis to Sultanpur", "balloon", (38.63, -90.2), (26.26, 82.07), "1997-01-13", 146.9),
    ("Two Eagles, Saga to Baja California", "balloon", (33.25, 130.3), (26.0, -114.0), "2015-01-25", 160.6),
    ("Ville d'Orléans, Paris to Lifjell", "balloon", (48.88, 2.36), (59.48, 8.8), "1870-11-24", 14.67),
    ("Vostok 1, Baikonur to Smelovka", "spacecraft", (45.92, 63.34), (51.27, 45.99), "1961-04-12", 1.8),
    ("Norge, Svalbard to Teller", "airship", (78.92, 11.93), (65.26, -166.36), "1926-05-11", 70.7),
    ("Hindenburg, Lakehurst to Frankfurt", "airship", (40.03, -74.32), (50.03, 8.57), "1936-08-09", 42.88),
    ("Grosse, Lübeck to Biarritz", "glider", (53.81, 10.7), (43.47, -1.52), "1972-04-25", 11.5),
    ("a hang-glider, Zapata to Lorenzo", "glider", (26.91, -99.27), (33.67, -101.54), "2012-07-03", 11.0),
    ("a powered paraglider, Jerez to Lanzarote", "glider", (36.69, -6.14), (29.05, -13.63), "2007-04-23", 12.0),
    ("Gossamer Albatross over the Channel", "light_aircraft", (51.08, 1.2), (50.87, 1.58), "1979-06-12", 2.82),
    ("Solar Impulse, Nagoya to Hawaii", "light_aircraft", (35.25, 136.92), (21.31, -158.07), "2015-06-28", 117.9),
    ("Kon-Tiki, Callao to Raroia", "raft", (-12.07, -77.17), (-16.1, -142.4), "1947-04-28", 2424.0),
    ("Tangaroa, Callao to Raroia", "raft", (-12.07, -77.17), (-16.1, -142.4), "2006-04-28", 1690.0),
    ("a marathon on inline skates", "skates", (52.515, 13.35), (52.516, 13.377), "2022-09-24", 0.94),
    ("a wheelchair marathon, Boston", "wheelchair", (42.23, -71.518), (42.35, -71.079), "2017-04-17", 1.305),
    ("Concorde, New York to Paris", "supersonic", (40.64, -73.779), (49.01, 2.55), "1977-08-20", 3.5),
    ("Virgin Atlantic, Los Angeles to London", "air", (33.94, -118.41), (51.47, -0.454), "2019-02-18", 9.2),
    ("a Boeing 787, New York to Gatwick", "air", (40.64, -73.779), (51.15, -0.18), "2018-01-15", 5.08),
    ("with the jet stream, Los Angeles to New York", "air", (33.94, -118.41), (40.64, -73.779), "2019-02-18", 3.75),
    ("with the westerlies, Perth to Sydney", "air", (-31.94, 115.97), (-33.95, 151.18), "2014-07-01", 2.92),
    ("with the westerlies, Sydney to Santiago", "air", (-33.95, 151.18), (-33.39, -70.79), "2018-07-01", 10.8),
    ("with the jet stream, Tokyo to Honolulu", "air", (35.77, 140.39), (21.32, -157.92), "2015-01-15", 5.75),
    ("with the jet stream, Taipei to Los Angeles", "air", (25.08, 121.23), (33.94, -118.41), "2024-02-01", 9.6),
)


@pytest.mark.parametrize("feat", FEATS, ids=lambda feat: feat[0])
def test_nobody_who_did_it_is_told_that_it_cannot_be_done(
    feat: tuple[str, str, Position, Position, str, float],
) -> None:
    _, mode, start, finish, day, hours = feat
    km = distance_km(*start, *finish)
    assert limit_for(km, mode, date.fromisoformat(day), open_speeds()) <= timedelta(hours=hours)


@pytest.mark.parametrize(
    ("mode", "km", "on", "minutes"),
    [
        ("air", 240, date(2012, 5, 1), 16),
        ("air", 260, date(1999, 5, 1), 18),
        ("air", 330, date(1992, 5, 1), 20),
        ("air", 40, date(1980, 5, 1), 4),
        ("air", 777, date(1959, 5, 1), 45),
        ("air", 777, date(1956, 5, 1), 50),
        ("air", 400, date(1948, 5, 1), 38),
        ("private_jet", 240, date(2012, 5, 1), 15),
        ("helicopter", 240, date(1955, 5, 1), 40),
        ("helicopter", 800, date(2012, 5, 1), 90),
    ],
)
def test_nobody_flew_a_short_way_at_the_speed_of_a_long_one(mode: str, km: float, on: date, minutes: float) -> None:
    assert limit_for(km, mode, on, open_speeds()) > timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("km", "on", "hours"), [(6430, date(1984, 8, 8), 45), (2300, date(1995, 8, 8), 12), (6430, date(2008, 8, 8), 40)]
)
def test_no_train_kept_the_pace_of_a_short_line_over_a_continent(km: float, on: date, hours: float) -> None:
    assert limit_for(km, "rail", on, open_speeds()) > timedelta(hours=hours)


@settings(deadline=None)
@given(
    st.sampled_from(open_speeds().records.modes()),
    st.floats(0.01, 19_000),
    st.floats(1.0, 3.0),
    st.one_of(st.none(), st.dates(date(1850, 1, 1), date(2030, 1, 1))),
)
def test_more_distance_never_takes_less_time(mode: str, km: float, stretch: float, on: date | None) -> None:
    speeds = open_speeds()
    if speeds.records.exists(mode, on):
        assert limit_for(km, mode, on, speeds) <= limit_for(km * stretch, mode, on, speeds) + timedelta(milliseconds=1)
