"""In which half of its day an hour is that is told without one: "docked at six", "left at half past four"."""

import re
from collections.abc import Sequence

from wayproof.story.temporal.clock import TWELVE
from wayproof.story.temporal.day_signs import Half, clocks_differ, half_told, is_set, sets_out
from wayproof.story.temporal.time_groups import Group
from wayproof.story.temporal.time_windows import HALF_DAY, WORKDAY_START
from wayproof.story.vocabulary.regexes import regex

NEAR_HOURS = 300
"""Characters within which the hour told next shows in which half of the day one is."""


def half_of(text: str, groups: Sequence[Group], position: int) -> Half:
    """In which half of its day the hour of a group is, as far as the words around it tell."""
    group = groups[position]
    if group.clock is None or group.part is not None or group.clock.half not in {"?", TWELVE}:
        return Half.OPEN
    before = (one for one in reversed(groups[max(0, position - 4) : position]) if one.length is None)
    last = next(before, None)
    since = 0 if last is None else last.end if last.clock is not None or group.day is not None else last.start
    since = max(since, text.rfind("\n", max(0, group.start - NEAR_HOURS), group.start) + 1)
    half = half_told(text, since, group.start, group.end, dated=group.day is not None)
    if half is Half.OPEN and last is not None and group.day is None and clocks_differ(text, group.start):
        return Half.CLOCKS
    early = EARLY <= (group.clock.minute or 0) < WORKDAY_START
    if half is Half.OPEN and early and (last is None or last.clock is None or group.day is not None):
        after = groups[position + 1] if position + 1 < len(groups) else None
        if after is not None and _comes_by_day(text, group, after):
            return Half.FORENOON
        if sets_out(text, since, group.start):
            return Half.START
    return half


def _comes_by_day(text: str, group: Group, after: Group) -> bool:
    """Whether the time told next on the day is one between the morning and the evening that an hour leaves open."""
    if after.day is not None or after.start - group.end > NEAR_HOURS or "\n" in text[group.end : after.start]:
        return False
    if after.clock is None:
        return after.part is not None and after.part.part in _BY_DAY and not after.part.bound
    minute, part = after.clock.minute or 0, after.part.part if after.part is not None else ""
    known = after.clock.half not in {"?", TWELVE} or "morning" in part
    hour = group.clock.minute or 0 if group.clock is not None else 0
    if after.clock.half == "?" and not part and minute < hour:
        # "docked at six ... was in X by one": six in the morning, one in the afternoon
        return _BY_NIGHT.search(text, group.end, after.start) is None and not is_set(text, 0, after.start)
    return known and hour < minute < hour + HALF_DAY and not is_set(text, 0, after.start)


_BY_DAY = frozenset({"breakfast", "late morning", "lunchtime"})
_BY_NIGHT = regex(r"\b(?:night|nights|overnight|midnight|slept|bed|dark|dawn|next|following)\b", re.IGNORECASE)
EARLY = 4 * 60 + 30
"""From here on people set out in the morning."""
