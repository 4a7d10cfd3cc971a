"""A picture as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.show.typeface import FAMILY, font_files

if TYPE_CHECKING:
    from wayproof.show.picture import Picture

ZOOM = 2
"""Pixels of the PNG for one of the picture: sharp on dense screens, and 15 cm wide in print at 300 dots an inch."""


def png(picture: Picture) -> bytes:
    """The picture as a PNG in its light colours, set in the shipped typeface.

    Only scripts that the typeface lacks (Arabic, Han, ...) are set in fonts of this machine, if it has any.
    """
    import resvg_py

    fonts = [str(path) for path in font_files()]
    return bytes(resvg_py.svg_to_bytes(svg_string=picture.svg, zoom=ZOOM, font_files=fonts, font_family=FAMILY))
