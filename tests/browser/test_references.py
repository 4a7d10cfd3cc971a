"""The map looks as it did: screenshots against pictures kept beside this file.

Fonts differ from machine to machine, so the page is set in the typeface that wayproof ships for its pictures; what is
left are the edges that another version of the browser smooths otherwise. Both pictures are halved, which evens those
out; a pixel counts as changed when one of its channels differs by more than ``STEP``, and a screenshot passes while not
more than ``MOST_CHANGED`` of them have. A leg that is not drawn any more is twice that, as the last test shows.

To keep new pictures after a change that was meant, run ``WAYPROOF_NEW_REFERENCES=1 pytest
tests/browser/test_references.py``, and look at them before they are committed.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from show.ground import toy_ground
from show.journeys import defector
from wayproof.show.picture import draw
from wayproof.show.typeface import font_files
from wayproof.show.webmap import map_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    Shoot = Callable[..., bytes]

pytestmark = pytest.mark.browser

REFERENCES = Path(__file__).parent / "references"
STEP = 40
MOST_CHANGED = 0.006
SETTLE = """async () => {
  for (const weight of [400, 700]) await document.fonts.load(`${weight} 16px Shipped`);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  window.wayproof.map.invalidateSize({ animate: false });
  window.wayproof.home(false);
  window.wayproof.labels.measure();
}"""
COMPARE = """async ([a, b, step]) => {
  const read = async (data) => {
    const image = new Image();
    image.src = "data:image/png;base64," + data;
    await image.decode();
    const [width, height] = [Math.floor(image.width / 2), Math.floor(image.height / 2)];
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
  const [one, two] = [await read(a), await read(b)];
  if (one.width !== two.width || one.height !== two.height) return 1;
  let changed = 0;
  for (let i = 0; i < one.data.length; i += 4) {
    if ([0, 1, 2].some((k) => Math.abs(one.data[i + k] - two.data[i + k]) > step)) changed += 1;
  }
  return changed / (one.width * one.height);
}"""


def in_our_typeface(page: str) -> str:
    """The page set in the shipped typeface."""
    faces = [
        f"@font-face {{ font-family: Shipped; font-weight: {weight}; "
        f"src: url(data:font/ttf;base64,{base64.b64encode(path.read_bytes()).decode()}) }}"
        for path, weight in zip(font_files(), (400, 700), strict=True)
    ]
    style = "\n".join([*faces, "*, *::before, *::after { font-family: Shipped !important }"])
    return page.replace("</head>", f"<style>{style}</style></head>", 1)


@pytest.fixture
def shoot(browser: Browser, tmp_path: Path) -> Iterator[Shoot]:
    """Opens a page and takes its picture."""
    contexts = []

    def take(content: str, *, width: int, height: int, name: str = "page.html", **options: Any) -> bytes:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        size = {"width": width, "height": height}
        # The policy of the page allows no fonts; here they are the point.
        context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", bypass_csp=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri())
        if name.endswith(".html"):
            page.wait_for_function("window.wayproof && window.wayproof.ready")
            page.evaluate(SETTLE)
        page.wait_for_timeout(200)
        return page.screenshot(animations="disabled", caret="hide")

    yield take
    for context in contexts:
        context.close()


def changed(browser: Browser, a: bytes, b: bytes) -> float:
    """The share of pixels in which two PNGs differ."""
    page = browser.new_page()
    texts = [base64.b64encode(one).decode() for one in (a, b)]
    share: float = page.evaluate(COMPARE, [*texts, STEP])
    page.close()
    return share


def check(browser: Browser, tmp_path: Path, name: str, taken: bytes) -> None:
    kept = REFERENCES / f"{name}.png"
    if os.environ.get("WAYPROOF_NEW_REFERENCES"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(taken)
    (tmp_path / f"{name}.png").write_bytes(taken)
    share = changed(browser, taken, kept.read_bytes())
    assert share <= MOST_CHANGED, f"{share:.2%} of {name} changed: compare {tmp_path / name}.png with {kept}"


SCREENS = {
    "light": {"width": 960, "height": 600},
    "dark": {"width": 960, "height": 600, "color_scheme": "dark"},
    "phone": {"width": 360, "height": 640, "has_touch": True, "is_mobile": True},
}


@pytest.mark.parametrize("name", SCREENS)
def test_the_map_looks_as_it_did(browser: Browser, shoot: Shoot, tmp_path: Path, name: str) -> None:
    page = in_our_typeface(map_html(defector(), toy_ground(), title="A map"))
    check(browser, tmp_path, name, shoot(page, **SCREENS[name]))


def test_the_picture_looks_as_it_did(browser: Browser, shoot: Shoot, tmp_path: Path) -> None:
    picture = draw(defector(), toy_ground(), title="An officer crosses over")
    inlined = in_our_typeface(
        f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body style='margin:0'>{picture.svg}</body></html>"
    )
    taken = shoot(inlined, width=picture.width, height=picture.height, name="picture.htm")
    check(browser, tmp_path, "picture", taken)


def test_a_change_would_be_seen(browser: Browser, shoot: Shoot) -> None:
    record = defector()
    before = shoot(in_our_typeface(map_html(record, toy_ground(), title="A map")), **SCREENS["light"])
    record["itineraries"][0]["legs"][0]["routes"] = []  # no line, no badge, no crossing
    after = shoot(in_our_typeface(map_html(record, toy_ground(), title="A map")), **SCREENS["light"])
    share = changed(browser, before, after)
    assert share > 2 * MOST_CHANGED
    assert changed(browser, before, before) == 0
