"""The marks of the picture: the pins of stops, the plates of legs, and where a list of names has room beside pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.show.colours import LIGHT
from wayproof.show.ink import short, symbol, written
from wayproof.show.markup import Markup, element, joined
from wayproof.show.palette import grade_look
from wayproof.show.placement import PIN, Box, Spot, around
from wayproof.show.typeface import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wayproof.show.placement import Point
    from wayproof.show.scene import Leg, Stop


def pin(stop: Stop, place: Point) -> Markup:
    """The numbered disc of a stop; hollow and dashed for a hypothesis."""
    digits = str(stop.number)
    ring = element(
        "circle", cx=short(place[0]), cy=short(place[1]), r=str(PIN - 1), stroke_width="2",
        class_="f halo pin" if stop.guess else "f ink h", fill=LIGHT["halo" if stop.guess else "ink"],
        stroke=LIGHT["ink" if stop.guess else "halo"],
        stroke_dasharray="4 3" if stop.guess else None,
    )  # fmt: skip
    x = place[0] - text_width(digits, 13, bold=True) / 2
    return joined(ring, written(digits, x, place[1] + 4.7, 13, "ink" if stop.guess else "halo", bold=True))


def badge(leg: Leg, text: str, box: Box) -> Markup:
    """The plate of a leg: its grade and what it measures."""
    plate = element("rect", x=short(box.left), y=short(box.top), width=short(box.right - box.left),
                    height=short(box.bottom - box.top), rx="11", class_="f halo plate", fill=LIGHT["halo"],
                    stroke=LIGHT["rule"], stroke_width="1")  # fmt: skip
    look = grade_look(leg.label)
    middle = (box.top + box.bottom) / 2
    return joined(
        plate, symbol(look, "g", box.left + 14, middle, 14), written(text, box.left + 26, middle + 4.6, 13.5, "ink")
    )


def beside_block(middle: Point, reach_x: float, reach_y: float, width: float, height: float) -> Iterator[Spot]:
    """The places of a list of names beside a block of pins."""
    x, y = middle
    right, down = reach_x + PIN + 6 + width / 2, reach_y + PIN + 4 + height / 2
    for cost, (dx, dy) in enumerate(((right, 0), (-right, 0), (0, -down), (0, down))):
        yield Spot(Box.around(x + dx, y + dy, width, height), 4.0 * cost)
    yield from around(middle, width, height, reach_x + PIN + 20, far=True)


def nearest(box: Box, point: Point) -> Point:
    """The point of a box that is nearest to another."""
    return (max(box.left, min(point[0], box.right)), max(box.top, min(point[1], box.bottom)))
