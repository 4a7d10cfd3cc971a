"""Which countries lie between two parts of one country that no land of its own joins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BETWEEN = 4
"""Beyond so many countries in between nobody calls it a way by land."""

PartKey = tuple[str, int]


class PartMap(Protocol):
    """What tells the parts of countries and how they touch."""

    def part_at(self, lat: float, lon: float) -> PartKey | None:
        """The country and the part of it that hold a point."""

    def part_neighbours(self, country: str, part: int) -> tuple[PartKey, ...]:
        """The parts of other countries with a common land border."""


def lands_between(
    a: tuple[float, float], b: tuple[float, float], borders: PartMap
) -> tuple[tuple[str, ...], ...] | None:
    """The countries to be passed by land between two points of one country, step by step, the fewest steps.

    None where both lie in one part, in different countries, or where one of the parts touches no other land (an
    island). () where both parts touch foreign land, and no way by land of ``MOST_BETWEEN`` countries joins them.

    Parameters
    ----------
    a, b
        The points, (lat, lon).
    borders
        The parts of countries.
    """
    start, goal = borders.part_at(*a), borders.part_at(*b)
    if start is None or goal is None or start == goal or start[0] != goal[0]:
        return None
    if not borders.part_neighbours(*start) or not borders.part_neighbours(*goal):
        return None
    return _steps(_layers(start, goal, borders), goal, borders)


def _layers(start: PartKey, goal: PartKey, borders: PartMap) -> list[set[PartKey]]:
    """The parts that can be reached over one border, over two, and so on, up to the goal; [] where it is not."""
    layers, seen = [{start}], {start}
    while len(layers) <= MOST_BETWEEN + 1:
        ahead = {part for here in layers[-1] for part in borders.part_neighbours(*here)} - seen
        if goal in ahead:
            return layers
        if not ahead:
            return []
        seen |= ahead
        layers.append(ahead)
    return []


def _steps(layers: Sequence[set[PartKey]], goal: PartKey, borders: PartMap) -> tuple[tuple[str, ...], ...]:
    """The countries of each layer that lie on a shortest way, told from the goal backwards."""
    steps: list[tuple[str, ...]] = []
    ahead = {goal}
    for layer in reversed(layers[1:]):
        ahead = {part for part in layer if ahead.intersection(borders.part_neighbours(*part))}
        steps.append(tuple(sorted({country for country, _ in ahead})))
    return tuple(reversed(steps))
