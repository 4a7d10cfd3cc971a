"""Colours that can be read, and meanings that survive without them."""

from __future__ import annotations

import pytest

from wayproof.show.colours import DARK, LIGHT, css_variables
from wayproof.show.palette import (
    GRADE_LOOKS,
    INNER_MARKS,
    MODE_STROKES,
    STATUS_LOOKS,
    Look,
    grade_look,
    status_look,
    stroke_of,
    symbol,
)
from wayproof.story.itineraries.itinerary import MODES

AA = 4.5


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [*GRADE_LOOKS.values(), *STATUS_LOOKS.values()], ids=lambda look: look.word)
def test_every_colour_reads_on_paper_panel_and_land(look: Look) -> None:
    for dark, colour in ((False, look.light), (True, look.dark)):
        colours = DARK if dark else LIGHT
        for ground in ("paper", "soft", "land", "halo"):
            assert contrast(colour, colours[ground]) >= AA, (look.word, dark, ground)


@pytest.mark.parametrize("dark", [False, True])
def test_text_reads_on_its_ground(*, dark: bool) -> None:
    colours = DARK if dark else LIGHT
    for ink, grounds in {
        "ink": ("paper", "soft", "land", "sea", "halo"),
        "muted": ("paper", "soft"),
        "name": ("land",),
    }.items():
        for ground in grounds:
            assert contrast(colours[ink], colours[ground]) >= AA, (ink, ground)


def test_a_page_may_ask_for_light_or_dark_itself() -> None:
    css = css_variables()
    assert f"@media (prefers-color-scheme:dark){{:root:not(.light){{--paper:{DARK['paper']}" in css
    assert f":root.dark{{--paper:{DARK['paper']}" in css
    assert set(LIGHT) == set(DARK)


def test_grades_and_statuses_differ_without_colour() -> None:
    for looks in (GRADE_LOOKS, STATUS_LOOKS):
        assert len({look.sign for look in looks.values()}) == len(looks)
        assert len({(look.path, INNER_MARKS[look.word]) for look in looks.values()}) == len(looks)


def test_every_mode_of_the_program_has_a_line() -> None:
    assert set(MODE_STROKES) == set(MODES)


def test_unknown_words_have_a_look_too() -> None:
    assert grade_look(None).word == grade_look("<b>").word == "unknown"
    assert status_look("never seen").word == "no data"
    assert stroke_of("<script>").word == "by other means"


def test_symbols_are_decoration() -> None:
    assert 'aria-hidden="true"' in symbol(GRADE_LOOKS["tight"], css="g-tight")
