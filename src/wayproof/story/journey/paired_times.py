"""Lists of places and times in one clause: which time belongs to which place ("at 8 in X, at 11 in Y")."""

import re
from bisect import bisect_left
from datetime import timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.draft_times import give
from wayproof.story.journey.rounds import ENTRY
from wayproof.story.temporal.timex import TimeExpression, TimeKind
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.drafts import Draft

_HEAVY = regex(r"[;.\u2014\u2013\n]|\b(?:and|then|but)\b")
LEAST = 2
"""A list has at least so many places, and so many times."""


def in_lists(text: str, drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "dict[int, Draft]":
    """The sightings that the times of lists belong to, by the offsets of the times; all in text order."""
    found: dict[int, Draft] = {}
    for _, group in groupby(drafts, key=lambda draft: draft.sighting.clause.start):
        same = list(group)
        clause = same[0].sighting.clause
        low, high = (bisect_left(times, at, key=lambda time: time.start) for at in (clause.start, clause.end))
        if len(same) >= LEAST and high - low >= LEAST:
            found |= paired_times(text, same, times[low:high])
    return found


def in_entries(text: str, drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "dict[int, Draft]":
    """The stops of rows of nouns that times belong to, by the offsets of the times: "then, on Friday, lunch in X"."""
    found: dict[int, Draft] = {}
    for _, group in groupby(drafts, key=lambda draft: draft.sighting.clause.sentence):
        same = list(group)
        row = [draft for draft in same if draft.sighting.relation == ENTRY]
        if not row:
            continue
        ahead = [draft for draft in same if draft.sighting.relation != ENTRY and _place(draft) < _place(row[0])]
        first, last = row[0].sighting.clause.start, row[-1].sighting.clause.end
        low, high = (bisect_left(times, at, key=lambda time: time.start) for at in (first, last))
        for one in times[low:high]:
            before = next((draft for draft in reversed(row) if _place(draft) < one.start), None)
            if before is None and ahead and _PARTED.search(text, _end(ahead[-1]), one.start) is None:
                continue  # "posted a card in X on 3 June, a parcel in Y"
            held = before is not None and _PARTED.search(text, before.sighting.toponym.mention.end, one.start) is None
            after = next((draft for draft in row if _place(draft) >= one.end), None)
            ended = before is not None and after is not None and _ended_behind(text, before, one, after)
            owner = before if held or ended or after is None else after
            if after is row[0] and ":" in text[one.end : _place(row[0])]:
                continue  # "describes the trip of 3 June: a night in X, a bus to Y": the day of the whole row
            if owner is not None and one.kind is TimeKind.EVENT:
                found[one.start] = owner
    return found


def in_stretches(drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "dict[int, Draft | None]":
    """The stops told by papers that times belong to, by the offsets of the times; None for one that dates nothing."""
    found: dict[int, Draft | None] = {}
    for draft in drafts:
        if draft.sighting.told_in is None:
            continue
        low, high = (bisect_left(times, at, key=lambda time: time.start) for at in draft.sighting.told_in)
        stretch = times[low:high]
        by_hour = any(_width(one) <= AN_HOUR for one in stretch)
        for one in stretch:
            if by_hour and one.precise and _width(one) > AN_HOUR:
                found[one.start] = None
                continue  # "for a supper in X, at which she took her seat at 15:30": the clock is what the paper says
            # "the slip, produced on Tuesday": a day may be that of the telling, an hour is what the paper says
            event = one.kind is TimeKind.EVENT or (one.kind is TimeKind.REPORT and one.precise)
            if event and one.earliest is not None:
                found[one.start] = draft
    return found


AN_HOUR = timedelta(hours=1)
"""The widest window of what is told by the clock."""


def _width(one: TimeExpression) -> timedelta:
    """How wide the window of a time is; without end for a time that is open at an end."""
    return timedelta.max if one.earliest is None or one.latest is None else one.latest - one.earliest


_PARTED = regex(r"[,;:]|\b(?:and|then)\b")
_ENDS_ENTRY = regex(r";|[.)](?=\s)")


def _ended_behind(text: str, before: "Draft", time: "TimeExpression", after: "Draft") -> bool:
    """Whether an entry ends behind a time, and none before it: "X, signed on, 3 June; Y, put ashore, 8 June"."""
    low, high = before.sighting.toponym.mention.end, _place(after)
    return _ENDS_ENTRY.search(text, low, time.start) is None and _ENDS_ENTRY.search(text, time.end, high) is not None


def paired_times(text: str, drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "dict[int, Draft]":
    """The sighting of each time in a clause where places and times take turns, by the offset of the time.

    Parameters
    ----------
    text
        The story.
    drafts, times
        The sightings and the time expressions of one clause, in text order.
    """
    told = [one for one in times if one.kind is TimeKind.EVENT and (one.earliest or one.latest)]
    if any(one.precise for one in told):
        told = [one for one in told if one.precise]
    drafts = sorted(drafts, key=_place)
    if len(drafts) < LEAST or len(told) < LEAST:
        return {}
    after = _aligned(text, told, drafts, ahead=True)
    behind = _aligned(text, told, drafts, ahead=False)
    if after is None or (behind is not None and behind[0] <= after[0]):
        return {} if behind is None else behind[1]
    return after[1]


def _place(draft: "Draft") -> int:
    return draft.sighting.toponym.mention.start


def _end(draft: "Draft") -> int:
    return draft.sighting.toponym.mention.end


def _aligned(
    text: str, times: "Sequence[TimeExpression]", drafts: "Sequence[Draft]", *, ahead: bool
) -> "tuple[int, dict[int, Draft]] | None":
    """Each time with the place after it (or before it), and how far apart they are; None where they take no turns."""
    found: dict[int, Draft] = {}
    weight = 0
    for one in times:
        if ahead:
            place = next((draft for draft in drafts if _place(draft) >= one.end), None)
            low, high = one.end, _place(place) if place is not None else 0
        else:
            place = next((draft for draft in reversed(drafts) if _place(draft) < one.start), None)
            low, high = place.sighting.toponym.mention.end if place is not None else 0, one.start
        if place is None or place in found.values():
            return None
        between = text[low:high]
        weight += len(_HEAVY.findall(between)) * 2 + between.count(",")
        found[one.start] = place
    ordered = [_place(found[one.start]) for one in times]
    return (weight, found) if all(first < second for first, second in pairwise(ordered)) else None


_BETWEEN = regex(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_AND = regex(r"\s+(?:and|to|until|till)\s+(?:the\s+)?", re.IGNORECASE)


def pairs_of(text: str, times: "Sequence[TimeExpression]") -> dict[int, bool]:
    """Offsets of times told in pairs, "between Monday and Thursday"; True for the second."""
    found: dict[int, bool] = {}
    for first, second in pairwise(times):
        together = _AND.fullmatch(text, first.end, second.start) is not None
        if together and _BETWEEN.search(text, max(0, first.start - 16), first.start):
            found |= {first.start: False, second.start: True}
    return found


def to_end(expression: "TimeExpression", clause: "Clause", here: "Sequence[Draft]", *, last: bool) -> bool:
    """Give a time of a pair to the end of the way that it dates: "ran from Dover to Inverness between ... and ..."."""
    mine = [draft for draft in here if draft.sighting.clause.start == clause.start]
    leaves = [draft for draft in mine if draft.sighting.event is Event.DEPART]
    comes = [draft for draft in mine if draft.sighting.event is Event.ARRIVE]
    if not leaves or not comes:
        return False
    give(comes[-1] if last else leaves[0], expression)
    return True
