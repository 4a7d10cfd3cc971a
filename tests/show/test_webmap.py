"""The map as a file: self-contained, the same every time, and deaf to hostile text."""

from __future__ import annotations

import copy
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from show.journeys import HOSTILE, date_line, hostile, simple
from wayproof.show.webmap import map_html
from wayproof.show.wording import plain
from wayproof.world.atlas import open_world

if TYPE_CHECKING:
    from wayproof.world.atlas import World

VOID = {"meta", "input", "link", "img", "br", "hr"}


class Reader(HTMLParser):
    """Collects elements, attributes and texts, and checks that elements close in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.scripts: dict[str, str] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            name = self.elements[-1][1].get("id") or f"script {len(self.scripts)}"
            self.scripts[name] = self.scripts.get(name, "") + data
        elif self.open and self.open[-1] != "style":
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.elements if name in (attributes.get("class") or "").split()]


@pytest.fixture
def made(record: dict[str, Any], ground: World) -> Reader:
    return Reader(map_html(record, ground, title="An officer crosses over"))


def test_the_same_input_gives_the_same_bytes(record: dict[str, Any], ground: World) -> None:
    assert map_html(record, ground, title="t") == map_html(copy.deepcopy(record), ground, title="t")


def test_nothing_in_the_page_can_be_fetched(made: Reader, record: dict[str, Any], ground: World) -> None:
    for tag, attributes in made.elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert not {"src", "srcset", "background", "poster"} & set(attributes), tag
        assert (attributes.get("href") or "#").startswith("#")
    html = map_html(record, ground, title="t")
    hosts = set(re.findall(r"https?://[\w./-]+", html))
    comments = {"https://bugzilla.mozilla.org/show_bug.cgi", "https://bugs.chromium.org/p/chromium/issues/detail"}
    assert hosts <= {"https://leafletjs.com", "http://www.w3.org/2000/svg", "https://tile.openstreetmap.org"} | comments
    assert "@import" not in html
    assert "url(" not in html.split("</style>")[0]


def test_the_policy_forbids_everything_that_is_not_inlined(made: Reader) -> None:
    rules = next(a["content"] or "" for t, a in made.elements if t == "meta" and "http-equiv" in a)
    assert rules.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in rules
    assert "connect-src" not in rules  # so the default, which is nothing
    assert re.findall(r"https?://[^; ]+", rules) == ["https://tile.openstreetmap.org"]
    assert "img-src data: https://tile.openstreetmap.org;" in rules
    assert not any(name.startswith("on") for _, attributes in made.elements for name in attributes)


def test_no_folium_leftovers(record: dict[str, Any], ground: World) -> None:
    html = map_html(record, ground, title="t").lower()
    for word in ("jquery", "bootstrap", "fontawesome", "cdn.", "user-scalable=no"):
        assert word not in html


def test_the_panel_says_it_all(made: Reader) -> None:
    text = made.text.replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "An officer crosses over",
        "possible",
        "From mainland Russia through Belarus",
        "Medininkai – Kamenny Log",  # noqa: RUF001
        "invented border service, notice of 1 July 2023",
        "made up his mind on 3 August",
        "The story does not say where the journey began.",
        "the unit's base",
        "Were the wait at the border longer than 186 h",
        "29 km to Belarus",
        "The story allows 8 days: 7.8 days to spare.",
        "© OpenStreetMap contributors",
        "not that the story is true",
    ):
        assert words in text, words


def test_the_panel_tells_what_was_inferred_what_room_is_left_and_what_else_would_explain_it(
    record: dict[str, Any], ground: World
) -> None:
    first = record["itineraries"][0]
    first["visits"][1]["inferred"] = "the day is that of the <sentence> before"
    first["room"] = [
        {"bound": "brisk", "latest_departure": "2023-08-10T16:00:00+00:00", "earliest_arrival": None},
    ]
    way = first["legs"][0]["routes"][0]
    way |= {"basis": "mixed", "means": ["foot", "rail"]}
    way["parts"] = [
        {"name": "walk & wait", "brisk": 1.0, "typical": 2.0},
        {"name": "train", "brisk": 2.0, "typical": 2.0},
    ]
    record["alternatives"] = [
        {"kind": "second", "text": "Two <b>people</b> travelled.", "grade": "tight", "numbers": []}
    ]
    made = Reader(map_html(record, ground, title="t"))
    text = " ".join(made.text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "Inferred, not told: the day is that of the <sentence> before" in text
    assert re.search(r"the latest departure from .+ that still works is \d\d:00 on 10 Aug 2023\.", text)
    assert "on foot, by rail" in text
    assert "Time: walk & wait 1 h to 2 h, train 2 h" in text
    assert "Other explanations tight: Two <b>people</b> travelled." in text


def test_a_long_list_of_sources_is_folded_away_and_names_each_once(record: dict[str, Any], ground: World) -> None:
    finding = record["findings"][0]
    finding["sources"] = ["a.example 2025-05; b.example", "b.example"]
    short = Reader(map_html(record, ground, title="t"))
    assert "Sources: a.example, May\N{NO-BREAK SPACE}2025; b.example" in short.texts
    finding["sources"] = [f"{'long ' * 12}{number}.example" for number in range(3)] * 2
    long = Reader(map_html(record, ground, title="t"))
    assert "Sources (3)" in long.texts
    assert sum(text.endswith("2.example") for text in long.texts) == 1


def test_a_story_without_a_leg_asks_nobody_to_pick_one(ground: World) -> None:
    alone = Reader(map_html(simple([("A", 1.0, 1.0)]), ground, title="t")).text
    assert "Pick a leg" not in alone
    assert "time allowed" not in alone
    assert "Pick a leg" in Reader(map_html(date_line(), ground, title="t")).text


def test_only_the_first_itinerary_is_ticked_and_shown(made: Reader) -> None:
    ticks = [attributes for tag, attributes in made.elements if tag == "input" and "data-itinerary" in attributes]
    assert ["checked" in tick for tick in ticks] == [True, False, False]
    script = next(text for text in made.scripts.values() if "L.featureGroup" in text)
    assert re.findall(r"feature_group_i(\d)\.addTo", script) == ["0"]


def test_every_leg_can_be_picked_and_is_on_the_map(made: Reader) -> None:
    picked = [attributes["data-leg"] for attributes in made.with_class("leg")]
    data = json.loads(made.scripts["wayproof-data"])
    assert picked == [leg["key"] for leg in data["legs"]]
    script = next(text for text in made.scripts.values() if "L.featureGroup" in text)
    for name in [line for leg in data["legs"] for line in leg["lines"]]:
        assert f"var {name} = " in script
    for thing in (*data["stops"], *data["passages"]):
        assert f"var {thing['marker']} = " in script


def test_close_stops_share_one_line_to_the_border(made: Reader) -> None:
    stops = {stop["name"]: stop["border"] for stop in json.loads(made.scripts["wayproof-data"])["stops"]}
    assert stops["Vilnius"]["text"].replace("\N{NO-BREAK SPACE}", " ") == "29 km to Belarus"
    assert stops["Vilnius border guard post"] is None
    assert stops["Pabradė"] is not None


def test_the_legend_shows_what_is_on_the_map_only(ground: World) -> None:
    flight = Reader(map_html(date_line(), ground, title="t")).text
    assert "by air" in flight
    assert "by road" not in flight
    assert "restricted on the date" not in flight


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, ground: World) -> None:
    page = map_html(hostile(), ground, title=text)
    made = Reader(page)
    clean = Reader(map_html(simple([("A", 1.0, 1.0)]), ground, title="t"))
    assert {tag for tag, _ in made.elements} <= {tag for tag, _ in clean.elements} | {
        "ol", "button", "blockquote", "ul", "li", "i", "q", "tr", "td", "em", "strong", "input", "label", "details",
        "summary", "div", "svg", "path", "rect", "output", "dl", "dt", "dd",
    }  # fmt: skip
    assert not any(name.startswith("on") for _, attributes in made.elements for name in attributes)
    assert len(made.scripts) == len(clean.scripts)
    for name, script in made.scripts.items():
        if not name.startswith("wayproof"):
            assert "alert" not in script
            assert plain(text) not in script
    assert plain(text) in made.text
    assert not set("\u202e\u2067\u2028\u2029") & set(page)
    data = made.scripts["wayproof-data"]
    assert not set("<>&\u2028\u2029") & set(data)


def test_a_journey_of_one_stop_and_none(ground: World, record: dict[str, Any]) -> None:
    assert "Only" in map_html(simple([("Only", 10.0, 10.0)]), ground, title="t")
    record |= {"itineraries": [], "places": []}
    assert "no journey that could be followed" in map_html(record, ground, title="t")


def test_a_record_without_optional_fields_is_drawn(record: dict[str, Any]) -> None:
    for itinerary in record["itineraries"]:
        for leg in itinerary["legs"]:
            leg |= {"window_hours": None, "slack_hours": None, "routes": []}
        for visit in itinerary["visits"]:
            visit |= {"earliest": None, "latest": None, "quote": ""}
    record |= {"data": [], "findings": [], "assumptions": [], "unresolved": []}
    text = Reader(map_html(record, None, title="t")).text
    assert "The story sets no time limit for this leg." in text


def test_a_conflict_is_told_with_both_sides(record: dict[str, Any], ground: World) -> None:
    sides = [{"text": "He left at noon.", "quote": "set off at noon"}, "The way takes 120 h at least."]
    record["itineraries"][0]["conflicts"] = [{"statements": sides, "hours_short": 96.0}]
    text = Reader(map_html(record, ground, title="t")).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "These cannot all hold: 4 days short" in text
    assert "set off at noon" in text
    assert "The way takes 120 h at least." in text


def test_the_map_of_a_story_on_the_shipped_ground_stays_small(record: dict[str, Any]) -> None:
    page = map_html(record, open_world(), title="t")
    assert len(page.encode()) < 1_000_000
    ground = json.loads(Reader(page).scripts["wayproof-ground"])
    assert {"Lithuania", "Russia", "Belarus", "Poland", "Latvia"} <= {
        country["name"] for country in ground["countries"]
    }
    assert {"Kaunas", "Riga"} <= {town["name"] for town in ground["towns"]}
    assert len(ground["borders"]) > 5
    assert ground["lakes"]


def test_what_a_way_needs_is_told(record: dict[str, Any], ground: World) -> None:
    route = record["itineraries"][0]["legs"][0]["routes"][0]
    route |= {
        "needs": ["needs a green border crossing"],
        "note": "a ferry runs twice a week",
        "basis": "geodesic estimate",
    }
    text = Reader(map_html(record, ground, title="t")).text
    assert "Needs a green border crossing" in text
    assert "A ferry runs twice a week" in text
    assert "estimated from the straight line" in text
