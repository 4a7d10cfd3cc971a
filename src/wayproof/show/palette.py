"""What grades, modes and border statuses look like: colours, shapes and line patterns.

Every meaning is carried twice, by colour and by shape (or pattern, or word), so that nothing is lost in print, to a
reader who does not see the difference between red and green, or to one who hears the page.
"""

from __future__ import annotations

from dataclasses import dataclass

GRADES = ("possible", "tight", "implausible", "impossible", "unknown")
"""The labels of a verdict, best first."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one meaning is shown.

    Parameters
    ----------
    word
        The word that readers see.
    light, dark
        Colour on a light and on a dark page, as ``#rrggbb``; at least 4.5:1 against the page.
    sign
        One character for the terminal and for Markdown.
    path
        SVG path of the shape on a 16 x 16 grid.
    note
        What it means, in a few words, for the legend.
    """

    word: str
    light: str
    dark: str
    sign: str
    path: str
    note: str


CIRCLE = "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z"
SQUARE = "M2 2h12v12H2z"
TRIANGLE = "M8 1.2 15.4 14.6H.6z"
DIAMOND = "M8 .4 15.6 8 8 15.6.4 8z"
OCTAGON = "M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"

GRADE_LOOKS = {
    "possible": Look("possible", "#1a5fb4", "#7ab8ff", "●", CIRCLE, "travel does not refute it"),
    "tight": Look("tight", "#8a6100", "#e6bd4a", "▲", TRIANGLE, "only for a determined traveller"),
    "implausible": Look("implausible", "#c03a0b", "#ff9468", "◆", DIAMOND, "against what is known of travel"),
    "impossible": Look("impossible", "#4a0d33", "#f4b6d6", "✕", OCTAGON, "faster than any known way"),
    "unknown": Look("unknown", "#56616c", "#aeb9c3", "?", CIRCLE, "not enough to judge"),
}
"""Grades: a blue to dark red scale that also falls in lightness; each with a shape of its own."""

STATUS_LOOKS = {
    "open": Look("open", "#0b6b5d", "#66d3bf", "○", CIRCLE, "open on the date"),
    "restricted": Look("restricted", "#8a6100", "#e6bd4a", "△", TRIANGLE, "restricted on the date"),
    "closed": Look("closed", "#a3123a", "#ff8fa8", "■", SQUARE, "closed on the date"),
    "no data": Look("no data", "#56616c", "#aeb9c3", "·", DIAMOND, "no data for the date"),
}
"""Border crossings by status on the day of travel. No row is "no data", never "open"."""

INNER_MARKS = {
    "possible": "M4.6 8.3 7 10.7l4.4-5",
    "tight": "M8 6v3.6M8 12v.2",
    "implausible": "M8 4.4v4.4M8 11.2v.2",
    "impossible": "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6",
    "unknown": "M6 6.2a2 2 0 1 1 2.6 1.9q-.6.3-.6 1.1M8 11.6v.2",
    "open": "M5 8h6",
    "restricted": "M8 6v3.6M8 12v.2",
    "closed": "M5 5l6 6M11 5l-6 6",
    "no data": "M6.2 6.4a1.8 1.8 0 1 1 2.4 1.7q-.6.3-.6 1M8 11.2v.2",
}
"""The stroke drawn inside each shape, on the same 16 x 16 grid."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line of a mode of travel: its word, SVG dash pattern (empty = solid) and width in pixels."""

    word: str
    dash: str
    width: float


MODE_STROKES = {
    "car": Stroke("by road", "", 3.6),
    "bus": Stroke("by bus", "", 3.6),
    "motorcycle": Stroke("by motorcycle", "", 3.6),
    "skates": Stroke("on skates", "5 5", 3.4),
    "wheelchair": Stroke("by wheelchair", "5 5", 3.4),
    "rail": Stroke("by rail", "9 3 2 3", 3.6),
    "foot": Stroke("on foot", "0.1 6.5", 4.0),
    "bicycle": Stroke("by bicycle", "5 5", 3.4),
    "horse": Stroke("on horseback", "5 5", 3.4),
    "ski": Stroke("on skis", "0.1 6.5", 4.0),
    "dog_sled": Stroke("by dog sled", "5 5", 3.4),
    "ferry": Stroke("by ferry", "11 7", 3.2),
    "boat": Stroke("by boat", "11 7", 3.2),
    "ship": Stroke("by ship", "11 7", 3.2),
    "sail": Stroke("under sail", "11 7", 3.2),
    "rowing": Stroke("rowing", "11 7", 3.2),
    "kayak": Stroke("by kayak", "11 7", 3.2),
    "raft": Stroke("on a raft", "11 7", 3.2),
    "swim": Stroke("swimming", "0.1 6.5", 4.0),
    "air": Stroke("by air", "2 7 12 7", 2.8),
    "supersonic": Stroke("by supersonic airliner", "2 7 12 7", 2.8),
    "private_jet": Stroke("by private jet", "2 7 12 7", 2.8),
    "light_aircraft": Stroke("by light aircraft", "2 7 12 7", 2.8),
    "helicopter": Stroke("by helicopter", "2 7 12 7", 2.8),
    "military_jet": Stroke("by military jet", "2 7 12 7", 2.8),
    "glider": Stroke("by glider", "2 7 12 7", 2.8),
    "balloon": Stroke("by balloon", "2 7 12 7", 2.8),
    "airship": Stroke("by airship", "2 7 12 7", 2.8),
    "spacecraft": Stroke("by spacecraft", "2 7 12 7", 2.8),
}
"""Modes of travel by line pattern; modes that look alike travel alike."""

OTHER_STROKE = Stroke("by other means", "5 5", 3.0)


def grade_look(label: str | None) -> Look:
    """The look of a verdict label; that of "unknown" for None and for labels this version does not know."""
    return GRADE_LOOKS.get(label or "", GRADE_LOOKS["unknown"])


def status_look(status: str | None) -> Look:
    """The look of a crossing's status; that of "no data" for None and for unknown words."""
    return STATUS_LOOKS.get(status or "", STATUS_LOOKS["no data"])


def stroke_of(mode: str | None) -> Stroke:
    """The line of a mode of travel; a neutral one for modes this version does not know."""
    return MODE_STROKES.get(mode or "", OTHER_STROKE)


def symbol(look: Look, *, css: str, size: int = 16) -> str:
    """An SVG symbol: the shape of a look with its inner mark, coloured by the CSS class ``css``.

    The symbol is decoration (``aria-hidden``): the word must stand beside it or in a label.
    """
    mark = INNER_MARKS[look.word]
    return (
        f'<svg class="sym {css}" width="{size}" height="{size}" viewBox="0 0 16 16" aria-hidden="true">'
        f'<path class="shape" d="{look.path}"/><path class="mark" d="{mark}"/></svg>'
    )


def css_class(prefix: str, word: str) -> str:
    """A CSS class such as ``s-no-data``; only for words of this module's tables, never for story text."""
    return f"{prefix}-{word.replace(' ', '-')}"
