"""`check --embed`: a folder that is whole, or that is not there."""

import html
import re

import pytest

from wayproof.cli import options
from wayproof.errors import OutputError

STORY = "Ann Field left Vilnius on 3 May 2022 by car. She was arrested in Riga on 5 May 2022."
NAMES = ["embed.html", "map.html", "map.png", "map.svg", "oembed.json"]
HOSTILE = '"><img src=x onerror=alert(1)>'


@pytest.fixture
def story(tmp_path):
    def write(text, name="story.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_the_folder_appears_whole_and_replaces_its_own(wayproof, story, tmp_path):
    target = tmp_path / "out" / ".." / "map"
    (tmp_path / "out").mkdir()
    for _ in range(2):
        run = wayproof("check", story(STORY), "--published", "2022-05-09", "--embed", target)
        assert run.code == 0
        assert names(tmp_path / "map") == NAMES
    assert [one for one in names(tmp_path) if one.startswith(".")] == []
    assert (tmp_path / "map" / "map.png").stat().st_mode & 0o444 == 0o444


def test_a_folder_with_foreign_files_is_left_alone(wayproof, story, tmp_path):
    target = tmp_path / "mine"
    target.mkdir()
    (target / "thesis.txt").write_text("years of work")
    run = wayproof("check", story(STORY), "--published", "2022-05-09", "--embed", target)
    assert run.code == 1
    assert "thesis.txt" in run.err
    assert names(target) == ["thesis.txt"]


def test_a_file_in_the_place_of_the_folder_is_left_alone(wayproof, story, tmp_path):
    target = tmp_path / "mine"
    target.write_text("not a folder")
    run = wayproof("check", story(STORY), "--published", "2022-05-09", "--embed", target)
    assert run.code == 1
    assert "no folder" in run.err
    assert target.read_text() == "not a folder"


def test_a_folder_that_cannot_be_made_leaves_nothing(wayproof, story, tmp_path):
    run = wayproof("check", story(STORY), "--published", "2022-05-09", "--embed", tmp_path / "no" / "map")
    assert run.code == 1
    assert "Traceback" not in run.err
    assert names(tmp_path) == ["story.txt"]


def test_a_swap_that_fails_brings_the_old_folder_back(monkeypatch, tmp_path):
    folder = tmp_path / "map"
    options.write_folder(folder, {"map.html": b"old"})
    rename = options.Path.rename

    def failing(self, target):
        if target == folder and ".map." in self.name:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(options.Path, "rename", failing)
    with pytest.raises(OutputError, match="No space left"):
        options.write_folder(folder, {"map.html": b"new"})
    assert (folder / "map.html").read_bytes() == b"old"
    assert names(tmp_path) == ["map"]


def test_an_address_reaches_the_figure(wayproof, story, tmp_path):
    address = "https://example.org/maps/ann/"
    target = tmp_path / "map"
    run = wayproof("check", story(STORY), "--published", "2022-05-09", "--embed", target, "--embed-url", address)
    assert run.code == 0
    assert f'src="{address}map.html"' in (target / "embed.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["javascript:alert(1)", 'https://x/"onload="', "maps/ann"])
def test_an_address_that_is_none_is_wrong_usage(wayproof, story, tmp_path, address):
    run = wayproof("check", story(STORY), "--embed", tmp_path / "map", "--embed-url", address)
    assert run.code == 2
    assert not (tmp_path / "map").exists()


YAML = """traveller: '{name}'
visits:
  - place: Vilnius
    earliest: 2022-05-03
    latest: 2022-05-03
    quote: '{name}'
  - place: Riga
    earliest: 2022-05-05
    latest: 2022-05-05
"""
CSV = 'place,earliest,latest,quote\nVilnius,2022-05-03,2022-05-03,"{name}"\nRiga,2022-05-05,2022-05-05,\n'


@pytest.mark.parametrize(("suffix", "template"), [(".yaml", YAML), (".csv", CSV)])
def test_hostile_cells_and_file_names_stay_text(wayproof, tmp_path, suffix, template):
    file = tmp_path / f"{HOSTILE.replace('/', '')}{suffix}"
    file.write_text(template.format(name=HOSTILE.replace('"', "&quot;")), encoding="utf-8")
    target = tmp_path / "map"
    run = wayproof("check", file, "--embed", target)
    assert run.code in {0, 3, 4, 5}, run.err
    for name in ("map.html", "embed.html", "map.svg"):
        text = (target / name).read_text(encoding="utf-8")
        markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
        images = re.findall(r"<img[^>]*>", markup)
        assert all("onerror" not in image.split("alt=")[0] for image in images)
        assert "<img src=x" not in markup
        assert html.escape("<img src=x") in markup or "onerror" not in markup


def test_a_way_given_by_hand_is_embedded_too(wayproof, tmp_path):
    target = tmp_path / "map"
    given = ("Vilnius", "Riga", "--depart", "2022-05-03", "--arrive", "2022-05-05", "--embed", target)
    run = wayproof("travel", *given, "--embed-url", "https://example.org/maps/")
    assert run.code == 0
    assert names(target) == NAMES
    assert 'src="https://example.org/maps/map.html"' in (target / "embed.html").read_text(encoding="utf-8")
    assert wayproof("travel", *given, "--embed-url", "ftp://example.org/").code == 2
