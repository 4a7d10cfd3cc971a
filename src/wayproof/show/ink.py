"""What pictures are drawn with: colours, lines, areas, symbols and lines of text as SVG elements.

Colours stand in attributes, so that every viewer shows the light picture; elements carry the name of their colour as a
class, by which one style repaints them for readers who like dark pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wayproof.show.colours import DARK, LIGHT
from wayproof.show.markup import NOTHING, Markup, element
from wayproof.show.palette import GRADE_LOOKS, INNER_MARKS, STATUS_LOOKS, css_class
from wayproof.show.typeface import FAMILY, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from wayproof.show.palette import Look
    from wayproof.show.placement import Box, Point

    Points = NDArray[np.float64]

FONTS = f"{FAMILY}, 'DejaVu Sans', Verdana, system-ui, sans-serif"


def short(value: float) -> str:
    """A coordinate as text, in tenths of a pixel."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def path(line: Points, *, closed: bool = False) -> str:
    """Path data with relative steps of tenths of a pixel, without steps that do not show."""
    whole = np.rint(line * 10).astype(np.int64)
    steps = np.diff(whole, axis=0)
    kept = np.concatenate(([True], np.abs(steps).max(axis=1) > 0)) if len(steps) else np.array([True])
    whole = whole[kept]
    moves = np.diff(whole, axis=0).tolist()
    start = f"M{_tenths(whole[0, 0])} {_tenths(whole[0, 1])}"
    return start + ("l" + " ".join(f"{_tenths(x)} {_tenths(y)}" for x, y in moves) if moves else "") + "z" * closed


def _tenths(value: int) -> str:
    return f"{value / 10:g}"


def clipped(line: Points, box: Box, *, closed: bool = False) -> Iterator[Points]:
    """What of a line or ring lies in a box, without what is too small to see."""
    import shapely

    shape = shapely.Polygon(line) if closed and len(line) > 3 else shapely.LineString(line)  # noqa: PLR2004 - a ring
    for part in shapely.get_parts(shapely.clip_by_rect(shape, box.left, box.top, box.right, box.bottom)):
        if part.is_empty or part.geom_type not in {"Polygon", "LineString"}:
            continue
        simple = shapely.simplify(part, 0.25)
        yield shapely.get_coordinates(simple.exterior if simple.geom_type == "Polygon" else simple)


def dark_style() -> str:
    """The colours for dark pages: ``f`` and ``s`` classes take their colour as fill and as stroke."""
    colours = DARK | {f"g-{word}": look.dark for word, look in GRADE_LOOKS.items()}
    colours |= {css_class("s", word): look.dark for word, look in STATUS_LOOKS.items()}
    rules = "".join(f".f.{name}{{fill:{value}}}.s.{name}{{stroke:{value}}}" for name, value in colours.items())
    rules += f".h{{stroke:{DARK['halo']}}}.pin{{stroke:{DARK['ink']}}}.plate{{stroke:{DARK['rule']}}}"
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def light_colour(name: str) -> str:
    """The light colour of a name: of the page, of a grade ("g-tight") or of a status ("s-no-data")."""
    if name.startswith("g-"):
        return GRADE_LOOKS[name[2:]].light
    if name.startswith("s-"):
        return STATUS_LOOKS[name[2:].replace("-", " ")].light
    return LIGHT[name]


def rect(colour: str, x: float, y: float, width: float, height: float) -> Markup:
    """A rectangle in one colour."""
    return element("rect", x=short(x), y=short(y), width=short(width), height=short(height),
                   class_=f"f {colour}", fill=LIGHT[colour])  # fmt: skip


def area(colour: str, paths: Iterable[str], *, edge: str) -> Markup:
    """Polygons in one path: rings inside rings are holes."""
    data = "".join(paths)
    if not data:
        return NOTHING
    return element("path", d=data, class_=f"f s {colour}" if colour == edge else f"f {colour}", fill=LIGHT[colour],
                   fill_rule="evenodd", stroke=LIGHT[edge], stroke_width="0.8")  # fmt: skip


def strokes(colour: str, paths: Iterable[str], width: float) -> Markup:
    """Lines in one colour, all in one path."""
    data = "".join(paths)
    if not data:
        return NOTHING
    return element("path", d=data, fill="none", class_=f"s {colour}", stroke=LIGHT[colour], stroke_width=str(width),
                   stroke_linejoin="round", stroke_linecap="round")  # fmt: skip


def straight(start: Point, end: Point, colour: str, width: float, *, dash: str | None = None) -> Markup:
    """A straight line."""
    return element("line", x1=short(start[0]), y1=short(start[1]), x2=short(end[0]), y2=short(end[1]),
                   class_=f"s {colour}", stroke=LIGHT[colour], stroke_width=str(width),
                   stroke_dasharray=dash)  # fmt: skip


def dot(at: Point, radius: float) -> Markup:
    """A small ink disc."""
    return element("circle", cx=short(at[0]), cy=short(at[1]), r=str(radius), class_="f ink", fill=LIGHT["ink"])


def written(
    text: str, x: float, y: float, size: float, colour: str, *, bold: bool = False, halo: bool = False,
    spacing: float = 0.0,
) -> Markup:  # fmt: skip
    """One line of text from its left end on the baseline; squeezed to the width that was kept free for it."""
    around_it: dict[str, str | None] = {}
    if halo:
        around_it = {"stroke": LIGHT["halo"], "stroke_width": "3.2", "stroke_linejoin": "round",
                     "paint_order": "stroke"}  # fmt: skip
    return element(
        "text", text, x=short(x), y=short(y), font_size=short(size), font_weight="700" if bold else None,
        class_=f"f h {colour}" if halo else f"f {colour}", fill=light_colour(colour),
        letter_spacing=short(spacing) if spacing else None,
        textLength=short(text_width(text, size, bold=bold, spacing=spacing)) if text else None, **around_it,
    )  # fmt: skip


def symbol(look: Look, prefix: str, x: float, y: float, size: float, *, solid: bool = True) -> Markup:
    """A grade's or a status's shape with its inner mark, centred; a status is an outline unless it is closed."""
    name = css_class(prefix, look.word)
    filled = solid or look.word == "closed"
    fill, line = (look.light, LIGHT["paper"]) if filled else ("none", look.light)
    shape = element("path", d=look.path, fill=fill, stroke=line, stroke_width="1" if filled else "2",
                    class_=f"f {name}" if filled else f"s {name}")  # fmt: skip
    inner = element("path", d=INNER_MARKS[look.word], fill="none", stroke=LIGHT["paper"] if filled else look.light,
                    stroke_width="1.9", stroke_linecap="round", stroke_linejoin="round",
                    class_="s paper" if filled else f"s {name}")  # fmt: skip
    factor = size / 16
    move = f"translate({short(x - size / 2)} {short(y - size / 2)}) scale({factor:g})"
    back = element("path", d=look.path, class_="f halo", fill=LIGHT["halo"]) if not filled else NOTHING
    return element("g", back, shape, inner, transform=move)
