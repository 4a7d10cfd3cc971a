"""Ordinals without a noun, "in X on the first night and in Y on the second": nights counted, or days of the month."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.temporal.day_words import DayWords
from wayproof.story.temporal.time_groups import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

FAR = 300
"""Characters back to the day that a bare ordinal goes on from."""
ONWARD_DAYS = 20
"""How many days on from the date told before an ordinal may lie."""
_COUNTED = frozenset({"dayno", "date", "monthday"})


def with_ordinals(text: str, groups: "Sequence[Group]") -> list[Group]:
    """Groups whose bare ordinals are days counted on, or days of the month told before; without all others."""
    found: list[Group] = []
    last: Group | None = None
    for group in groups:
        words = group.day
        if words is not None and words.form == "ordinal":
            near = last is not None and group.start - last.end <= FAR and "\n" not in text[last.end : group.start]
            group.day = _counted(words, last.day) if near and last is not None and last.day is not None else None
            if group.day is None and group.clock is None and group.part is None:
                continue
        if group.day is not None and group.day.form in _COUNTED:
            last = group
        found.append(group)
    return found


def _counted(words: DayWords, last: DayWords) -> DayWords | None:
    count = words.day or 0
    if last.form == "dayno":
        return replace(words, form="dayno", day=None, least=count - 1, most=count - 1) if count > last.least else None
    if last.form in {"date", "monthday"} and 0 < count - (last.day or count) <= ONWARD_DAYS:
        return replace(words, form="monthday")
    return None
