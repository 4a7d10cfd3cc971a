"""A real browser without a network, and maps as files for it to open."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from show.ground import toy_ground
from wayproof.show.webmap import map_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One way of drawing letters, whatever the machine prefers: screenshots are compared.
    "--font-render-hinting=none",
    "--disable-font-subpixel-positioning",
    "--disable-lcd-text",
)


@dataclass
class Opened:
    """A map open in the browser, with everything it complained about and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    told: list[str | None] = field(default_factory=list)
    """What tile servers were told of the page that asks."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed (apt-get install chromium): the map was not opened in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


DRAWN = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
"""Ends once the browser has drawn what the page holds: after two frames."""


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Writes the map of a record, opens it with networking off and waits until it stands."""
    contexts = []

    def open_map(
        record: dict[str, Any], *, width: int = 1200, height: int = 800, address: str | None = None, **options: Any
    ) -> Opened:
        path = tmp_path / "map.html"
        path.write_text(map_html(record, toy_ground(), title="A map"), encoding="utf-8")
        size = {"width": width, "height": height}
        calm = {"reduced_motion": "reduce"} | options
        context = browser.new_context(viewport=size, offline=True, **calm)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.set_default_timeout(10_000)
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        if address is not None:
            # A site of our own making: no request leaves the browser.
            def answer(route: Route) -> None:
                if route.request.url == address:
                    route.fulfill(path=path, content_type="text/html; charset=utf-8")
                else:
                    opened.told.append(route.request.headers.get("referer"))
                    route.fulfill(status=404, body="")

            opened.page.route("**/*", answer)
        opened.page.goto(address or path.as_uri())
        opened.page.wait_for_function("window.wayproof && window.wayproof.ready")
        opened.page.evaluate(DRAWN)  # a click on a mark that is still being placed is lost
        return opened

    yield open_map
    for context in contexts:
        context.close()
