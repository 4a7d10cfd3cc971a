"""The lines of ``places --jsonl``."""

from __future__ import annotations

import json

import pytest

from wayproof.cli.rows import documents, toponym_line
from wayproof.errors import InputError
from wayproof.story.text.readers import LARGEST_BYTES
from wayproof.world.gazetteer import open_gazetteer


def line(text: str) -> dict:
    return json.loads(toponym_line({"id": 7, "text": text}, open_gazetteer(), {}))


def test_a_line_says_where_each_name_stands_and_lies():
    answer = line("A Lithuanian flew to Vilnius.")
    assert answer["id"] == 7
    people, vilnius = answer["toponyms"]
    assert people["kind"] == "demonym"
    assert (vilnius["start"], vilnius["end"], vilnius["name"], vilnius["kind"]) == (21, 28, "Vilnius", "city")
    assert (round(vilnius["lat"]), round(vilnius["lon"])) == (55, 25)
    assert vilnius["place"].startswith("geonames:")


def test_streets_and_parks_that_no_gazetteer_holds_have_no_coordinates():
    (spot,) = line("The body lay beside Zorra Creek.")["toponyms"]
    assert (spot["name"], spot["lat"], spot["lon"], spot["place"]) == ("Zorra Creek", None, None, None)


def test_rows_stand_in_the_order_of_the_text():
    rows = line("He lives on Vilnius Street in Riga, near Highway 19, and works in Paris.")["toponyms"]
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    assert [row["name"] for row in rows] == ["Vilnius Street", "Riga", "Paris"]


def test_further_fields_and_dates_that_are_none_are_let_be(tmp_path):
    file = tmp_path / "in.jsonl"
    rows = [
        {"id": "a", "text": "Riga.", "date": "9:55 AM ET", "title": "x", "toponyms": []},
        {"id": 2, "text": "", "date": None},
        {"id": "c", "text": "\ud800 Riga", "date": ["2024-01-01"]},
    ]
    file.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    answers = [json.loads(toponym_line(document, open_gazetteer(), {})) for document in documents(str(file))]
    assert [answer["id"] for answer in answers] == ["a", 2, "c"]
    assert [len(answer["toponyms"]) for answer in answers] == [1, 0, 1]


@pytest.mark.parametrize("bad", ["[]", "3", '{"id": "a"}', '{"text": "Riga"}', '{"id": 1, "text": 2}', "{"])
def test_a_line_that_is_no_document_is_named(tmp_path, bad):
    file = tmp_path / "in.jsonl"
    file.write_text('{"id": 1, "text": "Riga"}\n' + bad + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        list(documents(str(file)))


def test_a_text_beyond_the_limit_is_refused(tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"id": 1, "text": "a" * (LARGEST_BYTES + 1)}), encoding="utf-8")
    with pytest.raises(InputError, match="5 MB"):
        list(documents(str(file)))
