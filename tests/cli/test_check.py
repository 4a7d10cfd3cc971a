import pytest

LIEUTENANT = """Lieutenant asks Lithuania for shelter

VILNIUS, Aug. 11 — An officer of the Russian army was stopped by border guards in Vilnius on Thursday and has asked for
asylum, officials said on Friday. Lieutenant Pavel Sorokin had entered Lithuania illegally. He told reporters that he
took the decision to leave the Russian Federation on August 3. He has since been moved to a centre in Pabradė.

Sceptics asked how anybody could have got from the Russian territory of Kaliningrad to Vilnius.
"""
NIGHT_WALK = """A man says he left Warsaw on foot at 20:00 on Monday 3 June 2024. He walked all night without a lift
and arrived in Berlin at 06:00 on Tuesday 4 June 2024."""


@pytest.fixture
def story(tmp_path):
    def write(text, name="story.txt"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


def test_an_open_origin_gets_hypotheses_and_no_accusation(wayproof, story):
    run = wayproof("check", story(LIEUTENANT), "--published", "2023-08-11", "--json")
    assert run.code in {0, 5}
    record = run.json
    assert record["verdict"]["label"] in {"possible", "unknown"}
    names = {place["name"] for place in record["places"]}
    assert {"Vilnius", "Pabradė", "Kaliningrad"} <= names
    origins = {itinerary["hypothesis"]["origin"] for itinerary in record["itineraries"] if itinerary["hypothesis"]}
    assert len(origins) >= 3
    chains = {
        (event["from"], event["to"])
        for itinerary in record["itineraries"]
        for leg in itinerary["legs"]
        for route in leg["routes"]
        for event in route["borders"]
    }
    assert {("RU", "LT"), ("BY", "LT"), ("LV", "LT")} <= chains


def test_a_walk_of_500_km_in_a_night_is_impossible(wayproof, story):
    run = wayproof("check", story(NIGHT_WALK), "--published", "2024-06-05", "--json")
    assert run.code == 4
    conflicts = [conflict for itinerary in run.json["itineraries"] for conflict in itinerary["conflicts"]]
    assert conflicts
    assert max(conflict["hours_short"] for conflict in conflicts) > 10


def test_the_same_walk_in_a_month_is_possible(wayproof, story):
    month = NIGHT_WALK.replace("4 June 2024", "9 July 2024").replace("all night", "for weeks")
    assert wayproof("check", story(month), "--published", "2024-07-12", "--json").code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\x00\x01\x02" * 50, "not a text file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
    ],
)
def test_a_file_that_is_no_story_is_named(wayproof, story, content, said):
    file = story(content)
    run = wayproof("check", file)
    assert run.code == 1
    assert file.name in run.err
    assert said in run.err.lower()
    assert "Traceback" not in run.err


def test_a_missing_file_is_named(wayproof, tmp_path):
    run = wayproof("check", tmp_path / "nowhere.txt")
    assert run.code == 1
    assert "nowhere.txt" in run.err


def test_a_map_that_cannot_be_written_leaves_nothing(wayproof, story, tmp_path):
    target = tmp_path / "missing" / "map.html"
    run = wayproof("check", story(LIEUTENANT), "--published", "2023-08-11", "--map", target)
    assert run.code == 1
    assert "map.html" in run.err
    assert not target.parent.exists()


def test_a_map_replaces_the_old_one_whole(wayproof, story, tmp_path):
    target = tmp_path / "map.html"
    target.write_text("old")
    run = wayproof("check", story(NIGHT_WALK), "--published", "2024-06-05", "--map", target)
    assert run.code == 4
    assert target.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []
    assert target.stat().st_mode & 0o444 == 0o444


def test_an_unknown_place_in_an_override_is_named(wayproof, story):
    run = wayproof("check", story(NIGHT_WALK), "--place", "Berlin=Xqzzwyl")
    assert run.code == 1
    assert "Xqzzwyl" in run.err


def test_an_impossible_publication_date_is_wrong_usage(wayproof, story):
    run = wayproof("check", story(NIGHT_WALK), "--published", "2024-13-01")
    assert run.code == 2
    assert "2024-13-01" in run.err


def test_places_as_lines_of_json(wayproof, story):
    lines = story('{"id": "a", "text": "He flew from Vilnius to Riga."}\n', "in.jsonl")
    run = wayproof("places", lines, "--jsonl")
    assert run.code == 0
    assert {(row["name"], row["start"]) for row in run.json["toponyms"]} == {("Vilnius", 13), ("Riga", 24)}


def test_a_bad_line_is_named_by_its_number(wayproof, story):
    run = wayproof("places", story('{"id": "a", "text": "Riga."}\n{"id": "b"}\n', "in.jsonl"), "--jsonl")
    assert run.code == 1
    assert "line 2" in run.err


def test_an_extracted_itinerary_can_be_checked_again(wayproof, story, tmp_path):
    target = tmp_path / "itinerary.yaml"
    assert wayproof("extract", story(NIGHT_WALK), "--published", "2024-06-05", "-o", target).code == 0
    assert wayproof("check", target, "--json").code == 4


def test_two_sources_are_compared_and_each_is_graded(wayproof, story):
    first = story("Ann Field left Vilnius on 3 May 2022 by car. She was arrested in Riga on 5 May 2022.", "first.txt")
    second = story(
        "Ann Field left Vilnius on 3 May 2022 by car. She was arrested in Tallinn on 5 May 2022.", "second.txt"
    )
    run = wayproof("check", first, second, "--published", "2022-05-09", "--json")
    assert run.code == 0
    assert [one["verdict"]["label"] for one in run.json["assessments"]] == ["possible", "possible"]
    (difference,) = run.json["differences"]
    assert difference["kind"] == "place"
    assert [side["text"].split()[0] for side in difference["sides"]] == ["Riga", "Tallinn"]
    assert all(side["quote"] for side in difference["sides"])
    text = wayproof("check", first, second, "--published", "2022-05-09").out
    assert "elsewhere at the same time" in text


def test_sources_that_agree_say_so(wayproof, story):
    told = "Ann Field left Vilnius on 3 May 2022 by car. She was arrested in Riga on 5 May 2022."
    run = wayproof("check", story(told, "a.txt"), story(told, "b.txt"), "--published", "2022-05-09", "--json")
    assert run.json["differences"] == []


def test_a_map_shows_one_story(wayproof, story):
    run = wayproof("check", story("Riga.", "a.txt"), story("Riga.", "b.txt"), "--map", "x.html")
    assert run.code == 2


def test_a_folder_is_no_story(wayproof, tmp_path):
    run = wayproof("check", tmp_path)
    assert run.code == 1
    assert run.err.count("is a directory") == 1
    assert "cannot be read" not in run.err
