"""Times before which something was not done: "did not reach X before noon" tells of an arrival after noon."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.temporal.time_groups import Group

REACH = 90
"""Characters before a time in which the verb stands that is told as not done."""
_NOT_DONE = regex(r"\b(?:(?:did|was|were|do|does)\s+not|(?:did|was|were)n['\u2019]t)\b[^.;:!?\n]*\Z", re.IGNORECASE)
_LATER = {"before": "after", "shortly before": "shortly after"}


def not_before(text: str, start: int, group: "Group", bound: str) -> "tuple[Group, str]":
    """A group of time words and the word that bounds it, as a lower bound where what it dates was not done before.

    Parameters
    ----------
    text, start
        The story, and where the time begins.
    group, bound
        The words of the time, and the word before them that makes it a limit.
    """
    if _NOT_DONE.search(text, max(0, start - REACH), start) is None:
        return group, bound
    clock, part = group.clock, group.part
    if clock is not None and clock.width in _LATER:
        group = replace(group, clock=replace(clock, width=_LATER[clock.width]))
    if part is not None and part.width in _LATER:
        group = replace(group, part=replace(part, width=_LATER[part.width]))
    return group, "" if bound == "before" else bound


_NIGHT_BEFORE = regex(r"\b(?:in|on|during)\s+the\s+(?P<unit>night|evening)\s+before\s+(?:the\s+)?\Z", re.IGNORECASE)
LONGEST_LEAD = 40
"""Characters of "during the evening before the"."""


def night_before(
    text: str, start: int, group: "Group", days: "tuple[date, date]", bound: str
) -> "tuple[Group, tuple[date, date], str]":
    """The night that ends in a day told with it: "in the night before Sunday, 14 August" is that from the 13th.

    Parameters
    ----------
    text, start
        The story, and where the day begins.
    group, days, bound
        The words of the day, the days they mean, and the word before them that makes them a limit.
    """
    told = _NIGHT_BEFORE.search(text, max(0, start - LONGEST_LEAD), start)
    if told is None or group.day is None or group.clock is not None or group.part is not None or days[0] == date.min:
        return group, days, bound
    day = timedelta(days=1)
    return replace(group, day=replace(group.day, name="night")), (days[0] - day, days[1] - day), ""
