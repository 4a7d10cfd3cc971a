"""Which of several places of one clause a time dates, by where the clause is cut between them.

"Sang in Leeds on 3 June and, on the 5th, in York": the places are told one after the other, and "and" parts what
belongs to the first from what belongs to the second.
"""

import re
from bisect import bisect_left
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from wayproof.story.journey.parted_times import another_verb_between, is_inserted
from wayproof.story.temporal.timex import TimeKind
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

_CUT = regex(
    r"(?P<semicolon>;)|(?P<marked>,\s+(?:and|then|but|before)\b|\b(?:and|then|but)\s*,)|(?P<joined>\b(?:and|then|but)\b)|(?P<comma>,)"
)
STRENGTHS = {"semicolon": 4, "marked": 3, "joined": 2, "comma": 1}
"""How surely a mark parts what is told of two places."""
LEAST = 2
"""A clause is cut where it tells of so many places; so many times show by themselves that each place has its own."""

MOST = 24
"""A clause with more times is a table, and no sentence."""


def in_turns(text: str, drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "dict[int, list[Draft]]":
    """The sightings that a time of a clause with several places can date, by the offset of the time.

    Parameters
    ----------
    text
        The story.
    drafts, times
        All sightings and time expressions of it, in text order.
    """
    found: dict[int, list[Draft]] = {}
    for _, group in groupby(drafts, key=lambda draft: draft.sighting.clause.start):
        same = sorted(group, key=_place)
        clause = same[0].sighting.clause
        low, high = (bisect_left(times, at, key=_start) for at in (clause.start, clause.end))
        told = [one for one in times[low:high] if _dates(text, clause, one) and not _is_length(text, one)]
        spots = [draft for index, draft in enumerate(same) if not index or _place(draft) >= _end(same[index - 1])]
        if any(draft.aside for draft in same) or len(told) > MOST:
            continue
        if len(spots) >= LEAST and told:
            found |= _turns(text, spots, told)
        elif len(told) >= LEAST:
            found |= {at: [] for at in _of_others(text, spots[0], told)}
    return found


def _turns(text: str, drafts: "list[Draft]", times: "list[TimeExpression]") -> "dict[int, list[Draft]]":
    """The turns of one clause; nothing where a time between two places could be of either."""
    owners: dict[int, Draft] = {}
    sure, parted = False, True
    for first, second in pairwise(drafts):
        between = [one for one in times if _end(first) <= one.start and one.end <= _place(second)]
        if not between:
            continue
        cut = _cut(text, first, second, between)
        if cut is None:
            return {}
        at, strength = cut
        for one in between:
            owners[one.start] = first if one.start < at else second
        sure = sure or (strength > 1 and between[-1].start > at)
        parted = parted and strength > 1
    behind = [one for one in times if one.start >= _end(drafts[-1])]
    owners |= {one.start: drafts[-1] for one in behind}
    sure = sure or (parted and len({id(draft) for draft in owners.values()}) > 1)
    by_start = {one.start: one for one in times}
    if not sure or any(
        _end(draft) <= start and another_verb_between(text, draft, by_start[start]) for start, draft in owners.items()
    ):
        return {}
    dated = {id(draft) for start, draft in owners.items() if not by_start[start].floating}
    until = next((index for index, draft in enumerate(drafts) if id(draft) in dated), len(drafts))
    fronted = drafts[: max(1, until)]
    return {one.start: [owners[one.start]] if one.start in owners else fronted for one in times}


def _of_others(text: str, draft: "Draft", times: "list[TimeExpression]") -> list[int]:
    """Offsets of the times of a clause that is cut between them and its only stop, which has one of its own.

    "By Wednesday she had got to a mill, for the view, and by Friday noon, for another, to York."
    """
    apart = {one.start for one in times if _is_apart(text, draft, one, times)}
    dated = any(one.start not in apart and not one.floating for one in times)
    return sorted(apart) if dated else []


def _is_apart(text: str, draft: "Draft", one: "TimeExpression", times: "list[TimeExpression]") -> bool:
    low, high = (one.end, _place(draft)) if one.start < _place(draft) else (_end(draft), one.start)
    return any(_strength(mark) >= STRENGTHS["marked"] for mark in _marks(text, low, high, times))


def _marks(text: str, low: int, high: int, times: "list[TimeExpression]") -> "list[re.Match[str]]":
    """The marks of a stretch that stand in no time."""
    marks = _CUT.finditer(text, low, high)
    return [mark for mark in marks if not any(one.start <= mark.start() < one.end for one in times)]


def _cut(text: str, first: "Draft", second: "Draft", between: "list[TimeExpression]") -> tuple[int, int] | None:
    """Where what is told of two places is parted, and how surely; None where that is open."""
    marks = _marks(text, _end(first), _place(second), between)
    if not marks:
        return (_place(second), 0) if len(between) == 1 else None
    best = max(map(_strength, marks))
    strongest = [mark for mark in marks if _strength(mark) == best]
    return (strongest[0].start(), best) if len(strongest) == 1 else None


def _strength(mark: "re.Match[str]") -> int:
    return STRENGTHS[mark.lastgroup or "comma"]


def _dates(text: str, clause: "Clause", one: "TimeExpression") -> bool:
    """Whether a time of a clause dates what the clause tells, and not the one that goes on behind it."""
    told = one.earliest is not None or one.latest is not None or one.after_hours is not None
    return one.kind is TimeKind.EVENT and told and not is_inserted(text, one, clause)


_ONE = regex(r"\b(?:an?|one|another)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
LEAD = 30
"""Characters before a time in which stands that it is only how long something took."""


def _is_length(text: str, one: "TimeExpression") -> bool:
    """Whether a part of the day is told as a length: "a long afternoon in X"."""
    return one.floating and _ONE.search(text, max(0, one.start - LEAD), one.start) is not None


def _place(draft: "Draft") -> int:
    return draft.sighting.toponym.mention.start


def _end(draft: "Draft") -> int:
    return draft.sighting.toponym.mention.end


def _start(one: "TimeExpression") -> int:
    return one.start
