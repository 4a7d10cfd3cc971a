"""The page on the data gives the numbers that the tables and files have."""

from __future__ import annotations

from pathlib import Path

import pytest

from integrity_facts import read
from manifest import DATA, TABLES
from wayproof.world import facts
from wayproof.world.manifest import data_files
from wayproof.world.network import open_network

PAGE = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
NUMBERS = {
    "{} crossings with": lambda: len(read(TABLES, "crossings")),
    "{} rules between countries": lambda: len(read(TABLES, "regimes")),
    "{} memberships": lambda: len(read(TABLES, "unions")),
    "{} speeds and limits": lambda: len(read(TABLES, "speeds")),
    "{} records": lambda: len(read(TABLES, "records")),
    "{} gaps in the roads": lambda: len(read(TABLES, "road_gaps")),
    "{} stretches of rivers": lambda: len(read(TABLES, "river_barriers")),
    "{} waits": lambda: len(read(TABLES, "waits")),
    "{} airspace closures": lambda: len(read(TABLES, "airspace")),
    "{} dated disputes": lambda: len(read(TABLES, "disputes")),
    "{} airports |": lambda: len(facts.read("airports")[1]),
    "{} junctions": lambda: open_network().size,
    "{} ferry lines": lambda: sum(row["mode"] == "ferry" for row in read(TABLES, "road_links")),
    "{} bridges, tunnels": lambda: sum(row["mode"] == "road" for row in read(TABLES, "road_links")),
    "{} pairs) between": lambda: len(read(TABLES, "roadless_borders")),
}


@pytest.mark.parametrize("sentence", NUMBERS)
def test_a_number_of_the_page_is_that_of_the_data(sentence: str) -> None:
    wanted = sentence.format(f"{NUMBERS[sentence]():,}")
    assert wanted in PAGE, wanted


def test_every_file_is_on_the_page() -> None:
    for file in data_files():
        stem = file.name.partition(".")[0].partition("-")[0].partition("_")[0]
        assert f"`{stem}" in PAGE, file.name
    assert f"about {round(sum(path.stat().st_size for path in DATA.iterdir()) / 1e6)} MB" in PAGE
