"""Sentences tell countries by name."""

from __future__ import annotations

import pytest

from toyworld import toy_world
from wayproof.world.atlas import open_world
from wayproof.world.country_names import border_name, country_name, named_countries, with_names


@pytest.mark.parametrize(
    ("code", "name"),
    [("UA", "Ukraine"), ("DD", "East Germany"), ("YD", "South Yemen"), ("EU", "the European Union"), ("QQ", "QQ")],
)
def test_every_code_that_a_border_tells_has_a_name(code: str, name: str) -> None:
    assert country_name(code, open_world().gazetteer) == name


def test_no_code_of_the_tables_is_without_a_name() -> None:
    world = open_world()
    codes = {code for crossing in world.crossings.all for code in crossing.pair}
    codes |= {closure.airspace for closure in world.airports.airspace.all}
    assert [code for code in sorted(codes) if country_name(code, world.gazetteer) == code] == []


def test_a_border_is_named_alike_from_both_sides() -> None:
    gazetteer = toy_world().gazetteer
    assert border_name("AA", "BB", gazetteer) == border_name("BB", "AA", gazetteer) == "between Westland and Eastland"
    assert named_countries(("BB", "AA", "BB"), gazetteer) == "Eastland, Westland"


def test_the_words_of_a_table_get_names_for_codes() -> None:
    gazetteer = open_world().gazetteer
    assert with_names("TR only", gazetteer) == "Turkey only"
    assert with_names("only PL-BY post", gazetteer) == "only Poland-Belarus post"
    assert with_names("EU, UN and NATO staff", gazetteer) == "EU, UN and NATO staff"
    assert with_names("Sky Shield II", gazetteer) == "Sky Shield II"
