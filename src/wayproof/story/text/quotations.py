"""Quoted speech: its spans in the text."""

import itertools
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def quotations(text: str, paragraph_starts: "Sequence[int]") -> list[tuple[int, int]]:
    """Spans of quoted speech; an unclosed mark ends with its paragraph."""
    found: list[tuple[int, int]] = []
    bounds = [*paragraph_starts, len(text)]
    for low, high in itertools.pairwise(bounds):
        opened: int | None = None
        for match in re.finditer(r"[“”\"]", text[low:high]):
            at = low + match.start()
            if opened is None and match.group() != "”":
                opened = at
            elif opened is not None and match.group() != "“":
                found.append((opened, at + 1))
                opened = None
        if opened is not None:
            found.append((opened, high))
    return found


def within(at: int, quoted: "Sequence[tuple[int, int]]", starts: "Sequence[int]") -> bool:
    """Whether an offset lies in a quotation; `starts` are the first offsets of all quotations."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and quoted[index][0] <= at < quoted[index][1] - 1
