"""The ground as the page of the interactive map wants it: lines as short texts, names as lists."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wayproof.show.ground import Ground
    from wayproof.show.placenames import Name
    from wayproof.show.scene import Bounds

    Points = NDArray[np.float64]

CHUNK_BITS = 5
CHUNKS = 6
CHAR_ZERO = 63


def encode(lines: Sequence[Points], digits: int) -> list[str]:
    """Lines of (lon, lat) as ASCII: differences of rounded coordinates, five bits a character (polyline strings)."""
    if not lines:
        return []
    whole = np.rint(np.concatenate(lines) * 10**digits).astype(np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    starts = np.array(list(accumulate((len(line) for line in lines), initial=0)))
    steps[starts[:-1]] = whole[starts[:-1]]
    flat = steps.reshape(-1)
    zigzag = np.where(flat < 0, ~(flat << 1), flat << 1)
    rest = zigzag[:, None] >> (np.arange(CHUNKS) * CHUNK_BITS)
    more = (rest >> CHUNK_BITS) > 0
    codes = (rest & (2**CHUNK_BITS - 1)) + np.where(more, 2**CHUNK_BITS, 0) + CHAR_ZERO
    used = rest > 0
    used[:, 0] = True
    text = bytes(codes.astype(np.uint8)[used]).decode("ascii")
    ends = np.concatenate(([0], np.cumsum(used.sum(axis=1))))[2 * starts].tolist()
    return [text[first:last] for first, last in pairwise(ends)]


def page_ground(ground: Ground) -> dict[str, Any]:
    """The ground for the page's script.

    Keys: ``outer`` (what can be panned to), ``digits``, ``land``, ``lakes`` (polygons as lists of encoded rings),
    ``cuts`` (meridians and parallels along which land was cut), ``borders``, ``rivers``, ``roads`` (encoded lines),
    ``countries`` and ``towns`` (names with positions, most important first).
    """
    made: dict[str, Any] = {
        "outer": _latlng(ground.frame.outer),
        "digits": ground.digits,
        "cuts": [[round(value, ground.digits) for value in values] for values in ground.cuts],
        "countries": [_name(one) for one in ground.countries],
        "towns": [_name(one) for one in ground.towns],
    }
    for layer in ("land", "lakes"):
        polygons: tuple[tuple[Points, ...], ...] = getattr(ground, layer)
        texts = iter(encode([ring for rings in polygons for ring in rings], ground.digits))
        made[layer] = [[next(texts) for _ in rings] for rings in polygons]
    for layer in ("borders", "rivers", "roads"):
        made[layer] = encode(getattr(ground, layer), ground.digits)
    return made


def _name(name: Name) -> dict[str, Any]:
    spots = [[round(lat, 4), round(lon, 4)] for lat, lon in name.spots]
    return {"name": name.text, "at": spots, "zoom": name.zoom, "large": name.large}


def _latlng(bounds: Bounds) -> list[list[float]]:
    west, south, east, north = bounds
    return [[round(south, 4), round(west, 4)], [round(north, 4), round(east, 4)]]
