"""Builds the typeface of the pictures: Noto Sans in two weights, cut down to the scripts of most place names.

A picture must look the same on every machine, so it cannot lean on the fonts that happen to be installed; and whoever
places names must know how wide they are, so the widths of all characters lie beside the fonts as a table.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from fontTools import subset
from fontTools.ttLib import TTFont

import manifest
from fetch import unpack
from wayproof.show.typeface import FILES, WIDTHS

if TYPE_CHECKING:
    from pathlib import Path

NOTO_SANS: Final = "@expo-google-fonts/noto-sans"
SOURCES: Final = {"regular": "400Regular/NotoSans_400Regular.ttf", "bold": "700Bold/NotoSans_700Bold.ttf"}
SCRIPTS: Final = ((0x20, 0x24F), (0x2B0, 0x36F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x22FF))
"""Latin with all its accents, Greek, Cyrillic, marks, punctuation, currencies, arrows and signs."""
KEPT: Final = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")
TITLES: Final = ("Typeface of the pictures", "Typeface of the pictures, bold", "Widths of its characters")
LICENCE: Final = "OFL-1.1"


def main() -> None:
    """Build the fonts and the table of widths, and enter them into the manifest."""
    source = unpack(NOTO_SANS)
    paths = [manifest.DATA / name for name in (*FILES.values(), WIDTHS)]
    with manifest.replacing(*paths) as drafts:
        widths = {
            weight: write(next(source.rglob(f"{folder}")), draft)
            for (weight, folder), draft in zip(SOURCES.items(), drafts, strict=False)
        }
        drafts[-1].write_text(json.dumps(widths, ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf-8")
    for path, title in zip(
        paths, ("Typeface of the pictures", "Typeface, bold", "Widths of its characters"), strict=True
    ):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
        manifest.record(path.name, title=title, packages=(NOTO_SANS,), licence=LICENCE)


def write(source: Path, draft: Path) -> dict[str, int]:
    """Write the font cut down to ``SCRIPTS``; the width of each of its characters in thousandths of its size."""
    options = subset.Options()
    options.layout_features = list(KEPT)
    options.hinting = False
    # The licence asks for its notice: it is among the names inside the file.
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    font = TTFont(source, recalcTimestamp=False)
    cutter.populate(unicodes=[code for first, last in SCRIPTS for code in range(first, last + 1)])
    cutter.subset(font)
    font.save(draft, reorderTables=True)
    metrics, unit = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): round(1000 * metrics[name][0] / unit) for code, name in sorted(font.getBestCmap().items())}


if __name__ == "__main__":
    main()
