"""The typeface of the pictures: its files, and how wide a text is in it."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from wayproof.world.manifest import data_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FAMILY: Final = "Noto Sans"
FILES: Final = {"regular": "noto-sans-regular.ttf", "bold": "noto-sans-bold.ttf"}
WIDTHS: Final = "noto-sans-widths.json"
WIDE: Final = frozenset({"W", "F"})
"""East Asian widths of characters that fill a square."""
SQUARE: Final = 1000
OTHER: Final = 620
"""What a character is taken to measure that the typeface lacks: about its mean, in thousandths of the size."""
ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


def font_files() -> tuple[Path, ...]:
    """The font files, regular and bold."""
    return tuple(data_path(name) for name in FILES.values())


def text_width(text: str, size: float, *, bold: bool = False, spacing: float = 0.0) -> float:
    """How wide a text is, in the unit of ``size``; ``spacing`` is what is added after each character.

    Characters of scripts that the typeface lacks are estimated: somebody else's font will show them.
    """
    widths = _widths()["bold" if bold else "regular"]
    total = sum(widths.get(character, _guess(character)) for character in text)
    return total * size / SQUARE + spacing * len(text)


def shortened(text: str, size: float, most: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than it may be."""
    if text_width(text, size, bold=bold) <= most:
        return text
    while text and text_width(text + ELLIPSIS, size, bold=bold) > most:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def wrapped(text: str, size: float, width: float, *, bold: bool = False, most: int = 99) -> tuple[str, ...]:
    """The text in lines of a width at most; what goes beyond the last line allowed is cut with an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size, bold=bold) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(shortened(line, size, width, bold=bold) for line in lines if line)


def _guess(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return SQUARE if unicodedata.east_asian_width(character) in WIDE else OTHER


@cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = json.loads(data_path(WIDTHS).read_text(encoding="utf-8"))
    return found
