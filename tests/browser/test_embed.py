"""The figure in somebody else's page: strict policy, light and dark, wide and narrow, with and without scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from show.ground import toy_ground
from show.journeys import defector, hostile
from wayproof.show.embed import OEMBED, PAGE, make_embed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FrameLocator, Page

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; frame-src 'self' file:; img-src 'self' file:"
ARTICLE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="color-scheme" content="light dark">
</head><body><p>Before.</p>{figure}<p>After.</p></body></html>"""


@pytest.fixture
def article(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """Opens an article with the figure in it; the page and what the browser complained about."""
    contexts = []

    def write(record: dict[str, Any], *, width: int = 900, page: str | None = None, **options: Any) -> Any:
        for name, content in make_embed(record, toy_ground(), title="An officer crosses over").items():
            (tmp_path / name).write_bytes(content)
        figure = json.loads((tmp_path / OEMBED).read_text(encoding="utf-8"))["html"]
        (tmp_path / "article.html").write_text(ARTICLE.format(policy=POLICY, figure=figure), encoding="utf-8")
        size = {"width": width, "height": 800}
        context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", **options)
        contexts.append(context)
        opened, complaints = context.new_page(), []
        opened.set_default_timeout(10_000)
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto((tmp_path / (page or "article.html")).as_uri())
        return opened, complaints

    yield write
    for context in contexts:
        context.close()


def drawn(page: Page) -> FrameLocator:
    frame = page.frame_locator("iframe")
    frame.locator(".stop .pin").first.wait_for()
    return frame


@pytest.mark.parametrize("width", [900, 360])
def test_the_map_fits_its_frame_in_a_page_with_a_strict_policy(article: Any, width: int) -> None:
    page, complaints = article(defector(), width=width)
    frame = drawn(page)
    assert complaints == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    box = page.locator("iframe").bounding_box()
    assert box
    assert box["height"] == 640
    for part in (".chart", ".player", ".panel"):
        inside = frame.locator(part).bounding_box()
        assert inside
        assert inside["y"] >= box["y"] - 1
        assert inside["y"] + inside["height"] <= box["y"] + box["height"] + 1
        assert inside["height"] > 30
    assert frame.locator("html").evaluate("one => one.scrollHeight <= one.clientHeight")


def test_a_leg_can_be_picked_and_played_inside_the_frame(article: Any) -> None:
    frame = drawn(article(defector())[0])
    frame.locator("button.leg").first.click()
    assert frame.locator("path.way.picked").count() == 1
    frame.locator("#play").click()
    assert frame.locator("path.traveller").count() == 1


def test_the_picture_stands_in_where_scripts_do_not_run(article: Any) -> None:
    page, _ = article(defector(), java_script_enabled=False)
    image = page.locator("noscript img, figure > a img").first
    image.wait_for()
    assert "1. Kaliningrad (hypothesis)" in (image.get_attribute("alt") or "")
    assert image.evaluate("one => one.naturalWidth") == 1800


def test_the_table_is_there_for_those_who_hear_the_page(article: Any) -> None:
    page, _ = article(defector())
    page.locator("figure summary").click()
    row = page.get_by_role("row", name="Pabrad")
    assert "by 11 Aug 2023" in row.inner_text().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("wish", "scheme", "dark"), [("#light", "dark", False), ("#dark", "light", True)])
def test_a_page_can_ask_for_light_or_dark(article: Any, wish: str, scheme: str, *, dark: bool) -> None:
    page, _ = article(defector(), page="map.html", color_scheme=scheme)
    page.goto(page.url + wish)
    page.reload()
    colour = page.locator("path.land").evaluate("one => getComputedStyle(one).fill")
    assert (int(colour.removeprefix("rgb(").split(",")[0]) < 80) is dark


def test_hostile_text_stays_text_in_figure_and_frame(article: Any) -> None:
    page, complaints = article(hostile(), page=PAGE)
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    drawn(page)
    assert ran == []
    assert page.locator("figure img[onerror]").count() == 0
    assert [text for text in complaints if "Refused" in text or "violates" in text] == []
