"""Ways between near towns of one country stay in it: for want of a road they would lead through another."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.travel.road_candidates import routes_by_road
from wayproof.travel.routes import LegQuery
from wayproof.world.atlas import open_world


@pytest.mark.parametrize(
    ("country", "first", "second"),
    [
        ("VE", "San Cristóbal", "San Antonio del Táchira"),
        ("VE", "San Cristóbal", "Ureña"),
        ("TJ", "Khujand", "Konibodom"),
        ("TH", "Chiang Rai", "Chiang Khong"),
        ("SK", "Trnava", "Myjava"),
        ("HU", "Sarkad", "Gyula"),
        ("DE", "Regen", "Deggendorf"),
        ("FR", "Delle", "Belfort"),
        ("CZ", "Ostrov", "Karlovy Vary"),
        ("MM", "Namhkam", "Mu-se"),
        ("PL", "Kudowa-Zdrój", "Kłodzko"),
        ("BA", "Trebinje", "Bileća"),
        ("IN", "Golakganj", "Gauripur"),
        ("RU", "Chertkovo", "Millerovo"),
    ],
)
def test_the_way_stays_in_the_country(country: str, first: str, second: str) -> None:
    world = open_world()
    towns = [
        max(
            (entry.place for entry in world.gazetteer.lookup(name) if entry.place.country == country),
            key=lambda place: place.population,
        )
        for name in (first, second)
    ]
    routes = routes_by_road(LegQuery(towns[0], towns[1], date(2012, 5, 1), ("car",)), "car", world, most=3)
    assert routes[0].countries == (country,)
    assert not routes[0].borders
