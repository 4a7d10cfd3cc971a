"""The map in a real browser, offline: seen, reached and worked by mouse, by keyboard and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from show.journeys import date_line, defector, hostile, simple

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from conftest import Opened

    Show = Callable[..., Opened]

pytestmark = pytest.mark.browser

STOP = ".leaflet-marker-pane .stop"
PASSAGE = ".leaflet-marker-pane .passage"

BOXES = """() => [...document.querySelectorAll('.name.stop')].filter((n) => !n.hidden && n.offsetWidth).map((n) => {
  const r = n.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, n.textContent]; })"""
PINS = """() => [...document.querySelectorAll('.stop .pin')].map((n) => {
  const r = n.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, n.textContent]; })"""


def overlapping(boxes: list[list[float]], slack: float = 2.0) -> list[tuple[float, float]]:
    """The pairs of boxes that cover each other by more than the slack in pixels."""
    return [
        (a[4], b[4])
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack
    ]


def grave(page: Page) -> list[str]:
    """What axe-core holds to be serious or critical."""
    answer = Axe().run(page).response
    assert len(answer["passes"]) > 10  # it did look
    found = answer["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found if one["impact"] in {"serious", "critical"} for node in one["nodes"]
    ]  # fmt: skip


def until(page: Page, true_of: Callable[[float], bool]) -> None:
    """Wait for a zoom level. (The page's policy forbids the evaluation that Playwright's own waiting needs.)"""
    for _ in range(50):
        page.wait_for_timeout(100)
        moving = page.evaluate("() => Boolean(window.wayproof.map._animatingZoom)")
        if not moving and true_of(page.evaluate("() => window.wayproof.map.getZoom()")):
            return
    pytest.fail("the map did not zoom")


def focused(page: Page) -> str:
    """What has the focus: its tag and class."""
    tag, name = page.evaluate("() => [document.activeElement.tagName, document.activeElement.getAttribute('class')]")
    return f"{tag} {name or ''}"


@pytest.mark.parametrize("make", [defector, date_line, hostile], ids=["defector", "date line", "hostile"])
def test_the_map_opens_without_a_complaint_and_without_a_request(
    show: Show, make: Callable[[], dict[str, object]]
) -> None:
    opened = show(make())
    page = opened.page
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(300)
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith("file://")] == []
    assert len(opened.requests) == 1  # the file itself
    assert page.locator(".stop .pin").count() >= 3
    assert page.locator("path.way").count() >= 2


def test_stops_are_numbered_named_and_apart(show: Show) -> None:
    page = show(defector()).page
    assert page.locator(".stop .pin").all_inner_texts() == ["1", "2", "3", "4"]
    names = [box[4] for box in page.evaluate(BOXES)]
    assert any("Vilnius border guard post" in name for name in names)
    assert len(names) == 4
    assert overlapping(page.evaluate(BOXES)) == []
    assert overlapping(page.evaluate(PINS)) == []


def test_one_place_and_no_place_open_without_a_complaint(show: Show) -> None:
    alone = simple([("Riga", 56.9, 24.1)])
    opened = show(alone)
    assert opened.complaints == []
    assert opened.page.locator(STOP).count() == 1
    assert opened.page.locator(".player").count() == 0  # nothing moves
    alone["itineraries"], alone["places"] = [], []
    nothing = show(alone)
    assert nothing.complaints == []
    assert nothing.page.locator("path.land").count() == 1
    assert "no journey" in nothing.page.locator(".panel").inner_text()


def test_two_stops_300_metres_apart_are_both_readable_on_a_phone(show: Show) -> None:
    page = show(defector(), width=360, height=740).page
    boxes = page.evaluate(BOXES)
    assert overlapping(boxes) == []
    assert overlapping(page.evaluate(PINS)) == []
    assert all(box[0] >= 0 and box[2] <= 361 for box in boxes)


def test_forty_stops_keep_their_pins_and_drop_names_rather_than_pile_them(show: Show) -> None:
    spots = [(f"Town {i}", 50.5 + (i * 7 % 13) * 0.9, 12.0 + (i * 5 % 17) * 1.2) for i in range(40)]
    page = show(simple(spots, mode="rail")).page
    assert page.locator(".stop .pin").count() == 40
    assert overlapping(page.evaluate(PINS)) == []
    assert overlapping(page.evaluate(BOXES), slack=4.0) == []


def test_an_itinerary_is_switched_on_and_off_by_mouse(show: Show) -> None:
    page = show(defector()).page
    before = page.locator("path.way").count()
    page.locator("#way-2").check()
    assert page.locator("path.way").count() > before
    assert page.locator(STOP).count() == 5  # Moscow as well
    assert page.locator(f"{PASSAGE} .s-closed").count() == 1
    page.locator("#way-0").uncheck()
    assert "Kaliningrad" not in " ".join(box[4] for box in page.evaluate(BOXES))


def test_layers_are_switched_by_keyboard(show: Show) -> None:
    page = show(defector()).page
    page.locator(".layers summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("path.tie").count() > 0
    page.keyboard.press("Space")
    assert page.locator("path.tie").count() == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(PASSAGE).count() == 0


def test_no_tile_is_asked_for_before_somebody_picks_them(show: Show) -> None:
    opened = show(defector(), address="https://news.example/map.html")
    page = opened.page
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(200)
    assert opened.requests == ["https://news.example/map.html"]
    page.locator(".layers summary").click()
    page.get_by_label("OpenStreetMap tiles").check()
    page.wait_for_timeout(300)
    asked = opened.requests[1:]
    assert asked
    assert all(url.startswith("https://tile.openstreetmap.org/") for url in asked)
    assert set(opened.told) == {"https://news.example/"}  # what the servers' policy asks for, and no more
    assert page.locator("path.land").count() == 0
    assert not any("Content Security Policy" in text for text in opened.complaints)
    page.get_by_label("Drawn from this file").check()
    assert page.locator("path.land").count() == 1
    assert page.locator("img.leaflet-tile").count() == 0


def test_a_file_on_a_disk_does_not_offer_tiles_that_would_be_refused(show: Show) -> None:
    page = show(defector()).page
    page.locator(".layers summary").click()
    assert page.get_by_label("OpenStreetMap tiles").is_disabled()
    assert "answers web pages only" in page.locator(".layers").inner_text()


def test_another_host_is_refused_even_to_a_script_of_the_page(show: Show) -> None:
    opened = show(defector())
    opened.page.evaluate("() => { const i = new Image(); i.src = 'https://example.org/x.png'; }")
    opened.page.wait_for_timeout(200)
    assert any("Content Security Policy" in text for text in opened.complaints)


def test_the_journey_plays_from_stop_to_stop_without_motion_where_none_is_wanted(show: Show) -> None:
    page = show(defector()).page
    text = page.locator("#at-text")
    page.locator("#play").click()
    assert page.locator("#play").inner_text() == "Pause"
    assert page.locator("path.traveller").count() == 1
    assert "Kaliningrad" in text.inner_text()
    spots = set()
    for _ in range(12):
        spots.add(page.locator("path.traveller").get_attribute("d"))
        page.wait_for_timeout(100)
    assert len(spots) <= 2  # it waits, then hops
    page.locator("#play").click()
    assert page.locator("#play").inner_text() == "Play"


def test_the_journey_glides_where_motion_is_welcome(show: Show) -> None:
    page = show(defector(), reduced_motion="no-preference").page
    page.locator("#play").click()
    page.wait_for_timeout(1500)
    spots = set()
    for _ in range(6):
        spots.add(page.locator("path.traveller").get_attribute("d"))
        page.wait_for_timeout(120)
    assert len(spots) >= 3


def test_the_slider_moves_by_keyboard_and_tells_place_and_time(show: Show) -> None:
    page = show(defector()).page
    slider = page.locator("#at")
    slider.focus()
    page.keyboard.press("Home")
    assert "Kaliningrad" in (slider.get_attribute("aria-valuetext") or "")
    for _ in range(2):
        page.keyboard.press("PageUp")
    said = slider.get_attribute("aria-valuetext") or ""
    assert "Kaliningrad \u2192 Vilnius" in said
    assert "Aug 2023" in said
    assert "for example" in said
    assert page.locator("path.way.played").count() == 1
    assert page.locator("li.played button.leg").get_attribute("data-leg") == "0-0"
    page.keyboard.press("End")
    assert "Pabrad" in (slider.get_attribute("aria-valuetext") or "")
    page.keyboard.press("Escape")
    assert page.locator("path.traveller").count() == 0


def test_the_map_follows_the_dot(show: Show) -> None:
    page = show(defector()).page
    page.evaluate("() => window.wayproof.map.setView([54.69, 25.28], 11, {animate: false})")
    page.locator("#at").focus()
    page.keyboard.press("Home")
    dot = page.locator("path.traveller").bounding_box()
    chart = page.locator(".chart").bounding_box()
    assert dot
    assert chart
    assert chart["x"] <= dot["x"] <= chart["x"] + chart["width"]
    assert chart["y"] <= dot["y"] <= chart["y"] + chart["height"]


def test_what_could_have_been_is_drawn_only_when_asked_for_and_labelled(show: Show) -> None:
    page = show(defector()).page
    assert page.locator("path.reach").count() == 0
    page.get_by_text("Where they could have been in between").first.click()
    page.get_by_label("Show it on the map").check()
    assert page.locator("path.reach").count() == 1
    assert page.get_by_text("Could have been, not was").is_visible()
    assert "could have been" in page.locator(".legend").inner_text()


SIZES = [(1280, 800, "light"), (360, 740, "light"), (1280, 800, "dark")]


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES, ids=["light", "phone", "dark"])
def test_axe_finds_nothing_serious(show: Show, width: int, height: int, scheme: str) -> None:
    page = show(defector(), width=width, height=height, color_scheme=scheme).page
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.locator(STOP).nth(3).focus()
    page.keyboard.press("Enter")
    assert grave(page) == []


def test_axe_finds_nothing_serious_in_a_map_without_a_journey(show: Show) -> None:
    record = simple([("Riga", 56.9, 24.1)])
    record["itineraries"], record["places"] = [], []
    assert grave(show(record).page) == []


def test_picking_a_leg_in_the_panel_lifts_it_on_the_map_and_shows_its_other_ways(show: Show) -> None:
    page = show(defector()).page
    assert page.locator("path.way.other").count() == 0
    page.locator("button.leg[data-leg='0-0']").click()
    assert page.locator("button.leg[data-leg='0-0']").get_attribute("aria-pressed") == "true"
    assert page.locator("path.way.picked").count() == 1
    assert page.locator("path.way.faded").count() == 2
    assert page.locator("path.way.other").count() == 1
    assert page.locator("#map-note").inner_text() == "Leg 1: Kaliningrad to Vilnius, possible"
    page.keyboard.press("Escape")
    assert page.locator("path.way.picked").count() == 0
    assert page.locator("path.way.other").count() == 0


def test_picking_a_leg_on_the_map_marks_it_in_the_panel(show: Show) -> None:
    page = show(defector()).page
    page.locator("path.touch").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("li.picked button.leg").get_attribute("data-leg") == "0-0"
    page.keyboard.press("Enter")
    assert page.locator("li.picked").count() == 0


def test_tab_reaches_legs_stops_crossings_controls_and_the_panel(show: Show) -> None:
    page = show(defector()).page
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(focused(page))
    for wanted in ("skip", "leaflet-container", "touch", "stop", "passage", "leaflet-control-zoom-in", "leg"):
        assert any(wanted in one.split() or f" {wanted}" in one for one in seen), (wanted, seen)
    assert "INPUT scripted" in seen
    assert "SUMMARY " in seen


def test_everything_that_can_be_reached_has_a_name_and_shows_its_focus(show: Show) -> None:
    page = show(defector()).page
    nameless = page.evaluate("""() => [...document.querySelectorAll('[tabindex="0"], button, input, a[href], summary')]
        .filter((n) => !n.getAttribute('aria-label') && !n.textContent.trim() && !n.title)
        .filter((n) => !(n.labels && n.labels.length))
        .map((n) => n.outerHTML.slice(0, 120))""")
    assert nameless == []
    page.keyboard.press("Tab")
    page.locator(STOP).first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => getComputedStyle(document.activeElement.querySelector('.pin')).outlineStyle") == "solid"


def test_a_stop_opens_its_card_by_keyboard_and_gives_the_focus_back(show: Show) -> None:
    page = show(defector()).page
    stop = page.locator(STOP).nth(3)
    assert "Pabradė" in (stop.get_attribute("aria-label") or "")
    stop.focus()
    page.keyboard.press("Enter")
    card = page.locator(".leaflet-popup .card")
    card.wait_for()
    assert "has since been taken to the centre in Pabradė" in card.inner_text()
    page.keyboard.press("Escape")
    card.wait_for(state="detached")
    assert "stop" in focused(page)


def test_a_crossing_tells_its_status_and_source(show: Show) -> None:
    page = show(defector()).page
    page.locator(PASSAGE).first.click()
    text = page.locator(".leaflet-popup .card").inner_text()
    assert "Kybartai" in text
    assert "Open: open on the date" in text
    assert "invented border service" in text


def test_hostile_text_is_shown_and_never_run(show: Show) -> None:
    opened = show(hostile())
    page = opened.page
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    for i in range(page.locator(STOP).count()):
        page.locator(STOP).nth(i).focus()
        page.keyboard.press("Enter")
        page.locator(".leaflet-popup .card").first.wait_for()
    assert ran == []
    assert page.locator("img").count() == 0
    assert page.evaluate("() => document.querySelectorAll('body b:not(.name b)').length") == 0
    assert opened.complaints == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


def test_a_phone_shows_the_map_above_the_panel_without_sideways_scrolling(show: Show) -> None:
    opened = show(defector(), width=360, height=740, has_touch=True, is_mobile=True)
    page = opened.page
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    top = page.locator(".map").bounding_box()
    below = page.locator(".panel").bounding_box()
    assert top
    assert below
    assert top["y"] + top["height"] <= below["y"] + 1
    assert top["width"] == 360
    assert page.locator(".legend").get_attribute("open") is None
    page.locator("button.leg").first.tap()
    assert page.locator("li.picked").count() == 1
    assert opened.complaints == []


def test_every_control_works_on_a_phone(show: Show) -> None:
    opened = show(defector(), width=360, height=740, has_touch=True, is_mobile=True)
    page = opened.page
    page.locator(".legend summary").tap()
    assert page.locator(".legend ul").is_visible()
    page.locator(".legend summary").tap()
    page.locator(".layers summary").tap()
    page.get_by_label("Nearest borders").uncheck()
    assert page.locator("path.tie").count() == 0
    page.get_by_label("Border crossings").uncheck()
    assert page.locator(PASSAGE).count() == 0
    page.locator(".layers summary").tap()
    page.locator(".credit summary").tap()
    assert "GeoNames" in page.locator(".credit").inner_text()
    page.locator(".credit summary").tap()
    before = page.evaluate("() => window.wayproof.map.getZoom()")
    page.locator(".leaflet-control-zoom-in").tap()
    until(page, lambda zoom: zoom > before)
    page.locator(".leaflet-control-zoom-out").tap()
    until(page, lambda zoom: zoom <= before)
    page.locator("#play").tap()
    assert page.locator("#play").inner_text() == "Pause"
    page.locator("#play").tap()
    page.locator(STOP).first.tap()
    assert page.locator(".leaflet-popup .card").is_visible()
    page.locator("#way-1").tap()
    assert page.locator("#way-1").is_checked()
    for control in ("#play", ".leaflet-control-zoom-in", ".layers summary", ".legend summary", "button.leg", "#at"):
        box = page.locator(control).first.bounding_box()
        assert box
        assert box["height"] >= 24, control  # a finger finds it (WCAG 2.5.8)
    assert opened.complaints == []


def test_a_border_out_of_sight_gets_no_line_until_it_is_in_sight(show: Show) -> None:
    record = simple([("Kaunas", 54.9, 23.9), ("Jonava", 55.07, 24.28)], mode="car")
    record["places"][0]["borders"] = [{"country": "LT", "km": 400.0, "lat": 58.4, "lon": 23.9}]
    page = show(record).page
    assert page.locator("path.tie").count() == 0
    page.evaluate(
        "() => window.wayproof.map.setView([56.6, 23.9], window.wayproof.map.getZoom() - 4, {animate: false})"
    )
    visible = page.evaluate("() => window.wayproof.map.getBounds().contains([58.4, 23.9])")
    assert page.locator("path.tie").count() == (1 if visible else 0)


def test_dark_pages_get_a_dark_map(show: Show) -> None:
    page = show(defector(), color_scheme="dark").page
    colour = page.evaluate("() => getComputedStyle(document.querySelector('path.land')).fill")
    red = int(colour.removeprefix("rgb(").split(",")[0])
    assert red < 80


def test_a_flight_over_the_date_line_is_one_short_line(show: Show) -> None:
    page = show(date_line()).page
    lefts = [box[0] for box in sorted(page.evaluate(PINS), key=lambda box: box[4])]
    assert lefts == sorted(lefts)
    assert lefts[-1] - lefts[0] < 760


def test_without_scripts_the_findings_still_read(show: Show) -> None:
    opened = show(defector())
    html = opened.page.content()
    assert html
    context = opened.page.context.browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(opened.page.url)
    assert "travel does not refute it" in page.locator(".panel").inner_text()
    assert not page.locator("#way-0").is_visible()
    assert not page.locator(".map").is_visible()  # an empty box would say nothing
    assert page.locator(".panel blockquote").first.is_visible()
    context.close()


def test_no_pin_lies_under_the_controls_of_a_phone(show: Callable[..., Opened]) -> None:
    # from the top left to the bottom right corner, and the other way
    for corners in ([("A", 64.0, -22.0), ("B", 46.0, 8.0)], [("A", 46.0, -22.0), ("B", 64.0, 8.0)]):
        page = show(simple(corners), width=360, height=740).page
        under = page.evaluate("""() => {
          const boxes = (css) => [...document.querySelectorAll(css)].map((one) => one.getBoundingClientRect());
          const controls = boxes(".leaflet-control, .legend").filter((box) => box.width);
          return boxes(".stop .pin").filter((pin) => controls.some((box) =>
            pin.left < box.right && pin.right > box.left && pin.top < box.bottom && pin.bottom > box.top)).length;
        }""")
        assert under == 0


def test_the_small_print_does_not_lie_over_the_open_legend(show: Show) -> None:
    page = show(defector(), width=1100, height=800).page
    page.evaluate("""() => {
      document.querySelector(".legend").open = true;
      // as long as that of a map of the whole world's data
      document.querySelector(".credit span").textContent = "© OpenStreetMap contributors · GeoNames ".repeat(5);
    }""")
    legend, credit = (page.locator(css).bounding_box() for css in (".legend", ".credit"))
    assert legend
    assert credit
    assert credit["x"] < legend["x"] + legend["width"]  # side by side there would be nothing to see
    assert legend["y"] + legend["height"] <= credit["y"]
