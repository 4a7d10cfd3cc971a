"""The bar below the map that plays the journey; it is there only where something moves and scripts run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.markup import element

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = 1000
"""Positions of the slider; a leg takes many of them, so that the arrow keys move the dot and not only the page."""


def player_html(plays: Sequence[dict[str, Any]]) -> str:
    """The bar: a button, a slider, and where the traveller could be at that time; empty where nothing moves."""
    if not plays:
        return ""
    return element(
        "div",
        element("button", "Play", type="button", class_="play", id="play", aria_label="Play the journey"),
        element(
            "input", type="range", id="at", min=0, max=STEPS, value=STEPS, step=1, aria_label="Time of the journey",
            aria_describedby="play-note",
        ),
        element("output", class_="at", id="at-text", for_="at"),
        element("p", "An example timing within what the story allows, not the one that was.", id="play-note",
                class_="unseen"),
        class_="player scripted", role="group", aria_label="Play the journey",
    ).html  # fmt: skip
