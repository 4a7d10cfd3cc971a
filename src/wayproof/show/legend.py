"""The legend of the interactive map: only what this map shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.show.cards import mark
from wayproof.show.markup import Markup, element
from wayproof.show.palette import GRADE_LOOKS, MODE_STROKES, STATUS_LOOKS, stroke_of

if TYPE_CHECKING:
    from wayproof.show.scene import Scene


def legend_html(scene: Scene) -> str:
    """The legend: only what this map shows."""
    labels = [leg.label for leg in scene.legs]
    modes = [mode for leg in scene.legs for way in leg.ways[:1] for mode, _ in way.stretches]
    statuses = [passage.status for passage in scene.passages]
    rows = [_legend_row(mark(look, "g"), look.word, "") for word, look in GRADE_LOOKS.items() if word in labels]
    for mode in MODE_STROKES:
        stroke = stroke_of(mode)
        if mode in modes:
            cap = ' stroke-linecap="round"' if stroke.dash.startswith("0") else ""
            line = Markup(
                '<svg class="swatch" width="34" height="10" aria-hidden="true"><path d="M2 5h30" fill="none" '
                f'stroke-width="{stroke.width}" stroke-dasharray="{stroke.dash or "none"}"{cap}/></svg>'
            )
            rows.append(_legend_row(line, stroke.word, ""))
    rows += [_legend_row(mark(look, "s"), look.note, "") for word, look in STATUS_LOOKS.items() if word in statuses]
    if any(stop.borders for stop in scene.stops):
        line = Markup('<svg class="swatch tie" width="34" height="10" aria-hidden="true"><path d="M2 5h30"/></svg>')
        rows.append(_legend_row(line, "nearest border", ""))
    if guesses := sorted({stop.guess for stop in scene.stops if stop.guess}):
        pin = Markup('<span class="pin guess small" aria-hidden="true">1</span>')
        rows.append(_legend_row(pin, f"{' or '.join(guesses)}, not told", ""))
    if any(leg.reach for leg in scene.legs):
        patch = Markup(
            '<svg class="swatch reach" width="34" height="12" aria-hidden="true"><rect width="34" height="12"/></svg>'
        )
        rows.append(_legend_row(patch, "could have been in between", "", shown_with="reach"))
    legend = element("details", element("summary", "Legend"), element("ul", *rows), class_="legend", open=True)
    return legend.html if rows else ""


def _legend_row(sign: Markup, word: str, note: str, *, shown_with: str | None = None) -> Markup:
    """A row; ``shown_with`` names the layer without which it would explain what is not there."""
    said = element("span", word, element("em", f" {note}") if note else None)
    return element("li", sign, said, class_=f"with-{shown_with}" if shown_with else None)
