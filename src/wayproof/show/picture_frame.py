"""What stands above and below the map of a picture: the headline with the answer, the legend and the credits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.colours import LIGHT
from wayproof.show.ink import short, straight, symbol, written
from wayproof.show.markup import Markup, element, joined
from wayproof.show.palette import GRADE_LOOKS, MODE_STROKES, STATUS_LOOKS, css_class, grade_look, status_look
from wayproof.show.scene import HYPOTHESIS, LIKELY
from wayproof.show.typeface import text_width, wrapped
from wayproof.show.wording import answer_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wayproof.show.scene import Scene

MARGIN = 20.0
DOT = " \N{MIDDLE DOT} "


def head(record: Mapping[str, Any], title: str, width: float) -> tuple[Markup, float]:
    """The headline and the sentence that answers it; how high both are."""
    look = grade_look((record.get("verdict") or {}).get("label"))
    y = 36.0
    rows = []
    for line in wrapped(title, 23, width - 2 * MARGIN, bold=True, most=2):
        rows.append(written(line, MARGIN, y, 23, "ink", bold=True))
        y += 29
    rows.append(symbol(look, "g", MARGIN + 10, y - 4, 20))
    word = look.word.capitalize()
    rows.append(written(word, MARGIN + 28, y + 1, 17, css_class("g", look.word), bold=True))
    answer = answer_text(record, word, look.note).removeprefix(f"{word}: ")
    indent = 28 + text_width(word, 17, bold=True) + 12
    for line in wrapped(answer[:1].upper() + answer[1:], 15, width - 2 * MARGIN - indent, most=3):
        rows.append(written(line, MARGIN + indent, y + 1, 15, "ink"))
        y += 21
    return joined(*rows), y + 2


class Foot:
    """The legend of what a picture shows, what it does not say, and whom to credit.

    Parameters
    ----------
    scene
        What is drawn; the picture shows its first itinerary.
    owed
        Whom to credit.
    width
        Of the picture, in pixels.
    tied
        Whether lines to the nearest borders are drawn.
    """

    def __init__(self, scene: Scene, owed: Sequence[str], width: float, *, tied: bool) -> None:
        self.scene, self.credits, self.width, self.tied = scene, owed, width, tied
        self.stops = [stop for stop in scene.stops if 0 in stop.itineraries]
        self.legs = [leg for leg in scene.legs if leg.itinerary == 0 and leg.ways]
        self.passages = [one for one in scene.passages if 0 in one.itineraries]

    def foot(self) -> tuple[Markup, float]:
        """The legend of what this picture shows, what it does not say, and whom to credit."""
        x, y = MARGIN, 26.0
        rows: list[Markup] = []
        for sign, room, word in self._legend():
            width = room + text_width(word, 13) + 24
            if x + width > self.width - MARGIN and x > MARGIN:
                x, y = MARGIN, y + 23
            rows.append(element("g", sign, transform=f"translate({short(x)} {short(y - 9)})"))
            rows.append(written(word, x + room, y, 13, "ink"))
            x += width
        if rows:
            y += 24
        notes = [one for one in self._notes() if one]
        credit = f"Data: {DOT.join(self.credits)}. wayproof."
        for text, size, colour in ((" ".join(notes), 13.0, "ink"), (credit, 11.0, "muted")):
            for line in wrapped(text, size, self.width - 2 * MARGIN):
                rows.append(written(line, MARGIN, y, size, colour))
                y += size * 1.45
            y += 3
        return joined(*rows), y

    def _notes(self) -> Iterator[str]:
        others = max((leg.itinerary for leg in self.scene.legs), default=0)
        if any(stop.guess == HYPOTHESIS for stop in self.stops):
            yield "Where the journey began is a hypothesis."
        if any(stop.guess == LIKELY for stop in self.stops):
            yield "Dashed stops are likely, and not told in so many words."
        if others:
            yield f"One of {others + 1} ways that were tried."
        if self.legs:
            yield "Lines show ways that could have been taken, not the way that was."

    def _legend(self) -> Iterator[tuple[Markup, float, str]]:
        labels = {leg.label for leg in self.legs}
        modes = {mode for leg in self.legs for mode, _ in leg.ways[0].stretches}
        statuses = {status_look(one.status).word for one in self.passages}
        for word, look in GRADE_LOOKS.items():
            if word in labels:
                yield symbol(look, "g", 8, 5, 16), 24.0, word
        for mode in MODE_STROKES:
            if mode in modes:
                stroke = MODE_STROKES[mode]
                cap = "round" if stroke.dash.startswith("0") else None
                line = element(
                    "path", d="M2 5h30", fill="none", class_="s ink", stroke=LIGHT["ink"], stroke_linecap=cap,
                    stroke_width=str(stroke.width), stroke_dasharray=stroke.dash or None,
                )  # fmt: skip
                yield line, 42.0, stroke.word
        for word, look in STATUS_LOOKS.items():
            if word in statuses:
                yield symbol(look, "s", 8, 5, 16, solid=False), 24.0, f"crossing: {look.note}"
        if self.tied:
            yield straight((2, 5), (32, 5), "ink", 1.3, dash="2 4"), 42.0, "nearest border"
