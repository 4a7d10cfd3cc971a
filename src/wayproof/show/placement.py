"""Where names go on a picture: off each other, off the lines, near what they name; what finds no place stays away.

The interactive map follows the same rules in ``assets/labels.js``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

PIN = 13.0
"""Half the width of a pin."""
STEP = 29.0
"""Between pins that stand side by side."""
ROW = 5
"""Pins in a row."""
DOT_STEP = 6.0
"""Distance of the points that stand for a line."""
CLASH = 0.6
"""What a covered square pixel costs."""
NEVER = 1e6
AROUND = (
    (1.0, 0.0, 0.0), (-1.0, 0.0, 6.0), (0.0, -1.0, 8.0), (0.0, 1.0, 10.0),
    (0.86, -0.9, 12.0), (0.86, 0.9, 13.0), (-0.86, -0.9, 14.0), (-0.86, 0.9, 15.0),
)  # fmt: skip
"""Places around a point: direction right, direction down, and what it costs to be read there."""
TURNS = 16
FAR_COST = 90.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a picture; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> Box:
        """The rectangle with a middle and a size."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def area(self) -> float:
        """Square pixels."""
        return (self.right - self.left) * (self.bottom - self.top)

    def grown(self, by: float) -> Box:
        """The rectangle with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlap(self, other: Box) -> float:
        """Square pixels that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One possible place of a name: its box, what it costs, and whether it is so far off that a line must tie it."""

    box: Box
    cost: float
    far: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind of name is placed.

    Attributes
    ----------
    margin
        Free pixels around it.
    line_cost
        What each point of a line under it costs.
    must
        Whether it is shown even where it covers something.
    quiet
        Whether it gives way to every line.
    """

    margin: float = 2.0
    line_cost: float = 6.0
    must: bool = False
    quiet: bool = False


@dataclass(slots=True)
class Board:
    """A picture while names are put on it.

    Attributes
    ----------
    view
        What is in sight.
    taken
        Boxes that hold something already.
    dots
        Points of the lines, shape (n, 2).
    """

    view: Box
    taken: list[Box] = field(default_factory=list)
    dots: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 2)))

    def put(self, spots: Iterable[Spot], rule: Rule) -> Spot | None:
        """Take the cheapest place; None where each covers something and the name need not be shown."""
        best: tuple[float, float, Spot] | None = None
        for spot in spots:
            total, hit = self._cost(spot, rule)
            if best is None or total < best[0]:
                best = (total, hit, spot)
        if best is None or (best[1] > 0 and not rule.must):
            return None
        if rule.must and best[1] > 0.4 * best[2].box.area:
            return None
        self.taken.append(best[2].box)
        return best[2]

    def _cost(self, spot: Spot, rule: Rule) -> tuple[float, float]:
        box = spot.box.grown(rule.margin)
        hit = sum(box.overlap(other) for other in self.taken)
        inside = spot.box.overlap(self.view) / spot.box.area
        if inside < 1 - 1e-6:
            hit += (1 - inside) * spot.box.area
        x, y = self.dots[:, 0], self.dots[:, 1]
        under = int(np.count_nonzero((x > box.left) & (x < box.right) & (y > box.top) & (y < box.bottom)))
        if rule.quiet and under:
            hit += 1
        cost = spot.cost + rule.line_cost * under
        return cost + CLASH * hit + (NEVER if hit > 0 and not rule.must else 0), hit


def around(point: Point, width: float, height: float, gap: float, *, far: bool = False) -> Iterator[Spot]:
    """The places of a name beside a point; with `far` also further off, where a line must tie it."""
    x, y = point
    for right, down, cost in AROUND:
        yield Spot(Box.around(x + right * (gap + width / 2), y + down * (gap + height / 2), width, height), cost)
    if far:
        reach = gap + 30.0
        for turn in range(TURNS):
            angle = turn / TURNS * 2 * math.pi
            middle = (x + math.cos(angle) * (reach + width / 2), y + math.sin(angle) * (reach + height / 2))
            yield Spot(Box.around(*middle, width, height), FAR_COST + turn, far=True)


def beyond(start: Point, end: Point, width: float, height: float) -> Iterator[Spot]:
    """The places of a text about the line from a point to its end: past the end, beside the end, along the line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    half = (abs(dx) * width + abs(dy) * height) / (2 * length)
    for cost, by in enumerate((9.0, 20.0)):
        along = (by + half) / length
        yield Spot(Box.around(end[0] + dx * along, end[1] + dy * along, width, height), 4.0 * cost)
    yield from (Spot(one.box, one.cost + 8, far=one.far) for one in around(end, width, height, 7.0, far=True))
    if length > 2 * width:
        for part in (0.5, 0.7):
            yield Spot(Box.around(start[0] + dx * part, start[1] + dy * part - height, width, height), 10.0)


def dots_of(lines: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Points along lines of (x, y), close enough for no name to slip between them."""
    found = [np.zeros((0, 2))]
    for line in lines:
        steps = np.hypot(*np.diff(line, axis=0).T)
        for (start, end), length in zip(pairwise(line), steps, strict=True):
            count = min(400, max(1, math.ceil(length / DOT_STEP)))
            found.append(start + (end - start) * np.linspace(0, 1, count, endpoint=False)[:, None])
    return np.concatenate(found)


def side_by_side(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[tuple[int, ...], ...]]:
    """Where pins stand that would cover each other, and which of them form a crowd (each pin is in one)."""
    crowds: list[list[int]] = []
    for number, point in enumerate(points):
        near = next((one for one in crowds if any(math.dist(points[other], point) < STEP - 3 for other in one)), None)
        if near is None:
            crowds.append([number])
        else:
            near.append(number)
    places: dict[int, Point] = {}
    for crowd in crowds:
        width = min(len(crowd), ROW)
        rows = math.ceil(len(crowd) / ROW)
        x = sum(points[one][0] for one in crowd) / len(crowd)
        y = sum(points[one][1] for one in crowd) / len(crowd)
        for order, one in enumerate(crowd):
            column, row = order % ROW, order // ROW
            places[one] = (x + (column - (width - 1) / 2) * STEP, y + (row - (rows - 1) / 2) * STEP)
    return tuple(places[number] for number in range(len(points))), tuple(map(tuple, crowds))
