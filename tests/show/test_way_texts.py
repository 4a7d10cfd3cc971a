"""How the report names a way made of pieces, and tells what takes the time."""

from __future__ import annotations

from wayproof.show.ways import means_text, parts_text
from wayproof.show.wording import with_countries


def test_a_way_of_pieces_is_named_by_all_its_means() -> None:
    route = {"mode": "air", "basis": "mixed", "means": ["car", "air", "rail", "car"]}
    assert means_text(route) == "by road, by air, by rail"
    assert means_text({"mode": "car", "basis": "road network", "means": ["car", "ferry", "car"]}) == "by road"
    assert means_text({"mode": "car"}) == "by road"


def test_parts_of_one_name_are_added_up_and_told_as_a_span() -> None:
    parts = [
        {"name": "driving", "brisk": 1.0, "typical": 2.0},
        {"name": "border RU-LT", "brisk": 0.5, "typical": 0.5},
        {"name": "driving", "brisk": 1.0, "typical": 1.0},
    ]
    text = parts_text({"parts": parts}, {"RU": "Russia", "LT": "Lithuania"}).replace("\N{NO-BREAK SPACE}", " ")
    assert text == "Time: driving 2 h to 3 h, border Russia to Lithuania 30 min"
    assert parts_text({"parts": parts[:1]}, {}) == ""


def test_a_note_of_a_table_tells_countries_by_name() -> None:
    names = {"LT": "Lithuania", "BY": "Belarus"}
    assert with_countries("all six LT-BY road posts", names) == "all six Lithuania-Belarus road posts"
    assert with_countries("EU and NATO citizens", names) == "EU and NATO citizens"
