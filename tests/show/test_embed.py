"""The folder for somebody else's page."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from show.journeys import HOSTILE, defector, hostile, simple
from wayproof.show.embed import FILES, OEMBED, PAGE, make_embed

if TYPE_CHECKING:
    from wayproof.world.atlas import World

ALLOWED = {"html", "head", "meta", "link", "title", "style", "body", "main", "figure", "iframe", "a", "img", "noscript"}
ALLOWED |= {"figcaption", "strong", "span", "details", "summary", "h2", "pre", "code"}
ALLOWED |= {"table", "thead", "tbody", "tr", "th", "td"}


class Tags(HTMLParser):
    """The start tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_folder_holds_map_pictures_figure_and_oembed(ground: World) -> None:
    files = make_embed(defector(), ground, title="An officer crosses over")
    assert set(files) == set(FILES)
    assert files == make_embed(defector(), ground, title="An officer crosses over")
    tags = Tags(files[PAGE].decode()).found
    frame = next(attributes for tag, attributes in tags if tag == "iframe")
    assert frame["src"] == "map.html"
    assert frame["title"] == "Interactive map: An officer crosses over"
    assert frame["sandbox"] == "allow-scripts allow-popups"
    images = [attributes for tag, attributes in tags if tag == "img"]
    assert images
    assert all("1. Kaliningrad (hypothesis)" in str(one["alt"]) and one["src"] == "map.png" for one in images)
    assert [tag for tag, _ in tags].count("th") == 4 + 6  # the heads and a row for each stop of all hypotheses


def test_the_figure_needs_no_script_and_no_style(ground: World) -> None:
    figure = json.loads(make_embed(defector(), ground, title="t")[OEMBED])["html"]
    for tag, attributes in Tags(figure).found:
        assert tag not in {"script", "style", "link"}
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


def test_addresses_are_absolute_where_the_place_is_known(ground: World) -> None:
    record = simple([("Vilnius", 54.69, 25.28), ("Kaunas", 54.9, 23.9)])
    answer = json.loads(make_embed(record, ground, title="t", address="https://example.org/maps")[OEMBED])
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert answer["thumbnail_url"] == "https://example.org/maps/map.png"
    for tag, attributes in Tags(answer["html"]).found:
        if tag in {"iframe", "img"}:
            assert str(attributes["src"]).startswith("https://example.org/maps/map.")
    assert "thumbnail_url" not in json.loads(make_embed(record, ground, title="t")[OEMBED])


def test_hostile_text_stays_text_in_the_figure(ground: World) -> None:
    for title in HOSTILE[:3]:
        tags = Tags(make_embed(hostile(), ground, title=title)[PAGE].decode()).found
        names = {tag for tag, _ in tags}
        assert names <= ALLOWED
        assert {attributes.get("src") for tag, attributes in tags if tag in {"img", "iframe"}} == {
            "map.html",
            "map.png",
        }
