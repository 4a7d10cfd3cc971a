"""Place names in scripts that set no spaces between words: Chinese, Japanese, Thai and their like, and Korean.

Without a dictionary of the language every stretch of letters could be a word; so a name counts only if its bearer is
well known, the better known the shorter the name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import ADMIN1, COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wayproof.story.geoparsing.names import Names
    from wayproof.world.gazetteer import Entry

# Han, kana, Thai, Lao, Burmese and Khmer; Hangul
_UNSPACED = "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_RUN = re.compile(f"[{_UNSPACED}]{{3,}}|[\uac00-\ud7af]{{3,}}")
_HANGUL = "\uac00"
_LONGEST, _SHORTEST = 14, 2
_LONGEST_HAN = 8
_HAN = "\u3005"
_LEAST_PEOPLE = {2: 200_000, 3: 20_000}
_LEAST = 2_000
_REGIONS = (COUNTRY, ADMIN1)


def find_unspaced(text: str, names: Names) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """Offsets and bearers of the names in runs of letters without spaces, from left to right, the longest first.

    A Korean word may end in a particle, so there a name is only looked for at the beginning of a word.
    """
    if text.isascii():
        return
    for run in _RUN.finditer(text):
        at, end = run.span()
        korean = text[at] >= _HANGUL
        while at < end - 1:
            found = _longest(text, at, end, names)
            if found:
                yield at, found[0], found[1]
                at = found[0]
            elif korean:
                break
            else:
                at += 1


def _longest(text: str, start: int, end: int, names: Names) -> tuple[int, tuple[Entry, ...]] | None:
    """Where the longest well-known name that begins here ends, with its bearers; None if there is none."""
    most = _LONGEST if text[start] < _HAN else _LONGEST_HAN
    for stop in range(min(end, start + most), start + _SHORTEST - 1, -1):
        name = text[start:stop]
        folded = name if text[start] >= _HAN else normalise(name)
        if not names.known(folded):
            continue
        entries = names.entries(folded)
        least = _LEAST_PEOPLE.get(stop - start, _LEAST)
        if any(e.place.kind in _REGIONS or e.place.population >= least for e in entries[:3]):
            return stop, entries
    return None
