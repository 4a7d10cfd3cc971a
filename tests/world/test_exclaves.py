"""What lies between the parts of a country."""

from __future__ import annotations

import pytest

from toyworld import PLACES
from wayproof.world.atlas import World, open_world
from wayproof.world.exclaves import lands_between


def between(a: str, b: str, world: World) -> tuple[tuple[str, ...], ...] | None:
    first, second = PLACES[a], PLACES[b]
    return lands_between((first.lat, first.lon), (second.lat, second.lon), world.borders)


def test_the_country_around_an_exclave_lies_between(toy_world: World) -> None:
    assert between("Alma", "Exford", toy_world) == (("BB",),)


def test_one_part_two_countries_or_an_island_have_nothing_between(toy_world: World) -> None:
    assert between("Alma", "Arbor", toy_world) is None
    assert between("Alma", "Belder", toy_world) is None
    assert between("Belder", "Insel", toy_world) is None


@pytest.mark.parametrize(
    ("a", "b", "steps"),
    [
        ((54.71, 20.51), (55.75, 37.62), (("LT", "PL"), ("BY", "LV", "UA"))),
        ((61.22, -149.9), (47.61, -122.33), (("CA",),)),
        ((-5.55, 12.2), (-8.84, 13.23), (("CD",),)),
        ((39.21, 45.41), (40.41, 49.87), (("AM", "IR"),)),
    ],
)
def test_known_exclaves(a: tuple[float, float], b: tuple[float, float], steps: tuple[tuple[str, ...], ...]) -> None:
    assert lands_between(a, b, open_world().borders) == steps
    assert lands_between(b, a, open_world().borders) == steps[::-1]
