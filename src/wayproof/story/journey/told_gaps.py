"""Statements about the time between two visits, and the windows that they leave."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event, Gap, Visit
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression


def told_gaps(
    ordered: "Sequence[Draft]", told: "Sequence[Draft]", lengths: "Sequence[tuple[TimeExpression, Draft]]", text: str
) -> "list[Gap]":
    """Statements about the time between two visits, as indexes of the ordered visits."""
    index_of = {id(draft): index for index, draft in enumerate(ordered)}
    found: list[Gap] = []
    for position, draft in enumerate(told):
        second = index_of.get(id(draft))
        expression = draft.gap
        if second is None or expression is None or expression.after_hours is None:
            continue
        if _OF_OTHERS.match(text, expression.end) and _FROM_THEM.search(expression.text):
            continue
        low, high = expression.after_hours
        from_start = re.search(r"\bafter\b", expression.text, re.IGNORECASE) and re.match(
            (
                r"(?:\s*(?:he|she|they|it|the\s+\w+)?\s*(?:had\s+)?(?:start|set|leav|left|depart|took\s+off|"
                r"beg[ai]n|lift))|\s*(?:leaving|starting|setting|departing)"
            ),
            text[expression.end : expression.end + 30],
            re.IGNORECASE,
        )
        from_start = from_start or re.search(
            r"\bafter\s+(?:(?:the|his|her|their|its)\s+)?(?:leaving|start|setting|depart|lift|tak|sailing|boarding|embark|launch|casting|"
            r"pushing|pulling|driving\s+off|putting|weighing|blast)",
            expression.text,
            re.IGNORECASE,
        )
        first = _first_departure(ordered, second) if from_start else _told_before(index_of, told, position)
        if first is None or first == second:
            continue
        if not from_start and _of_stay(text, draft, expression):
            continue
        gap = _gap(first, second, low, high, expression)
        stayed = first < second and draft.own and _told_later(text, expression, draft)
        found.append(replace(gap, longest=None) if stayed else gap)
    for expression, draft in lengths:
        second = index_of.get(id(draft))
        if second is None or expression.duration is None:
            continue
        first = _departure_before(ordered, second)
        if first is not None and _OF_WHOLE_WAY.match(text, expression.end):
            first = _first_departure(ordered, second) or 0  # "came down, after eighty hours in the air"
        if first is not None:
            shortest, longest = expression.duration
            found.append(Gap(first, second, shortest, longest, expression.text, expression.start, expression.end))
    return found


_FROM_THEM = regex(r"\b(?:before|after|behind|ahead\s+of)\Z", re.IGNORECASE)
_OF_OTHERS = regex(
    r"\s+(?:him|her(?!\s+[a-z])|them|me|us|the\s+(?:others?|rest|two|party|convoy|column))\b(?!['\u2019]s)",
    re.IGNORECASE,
)
"""Behind "a few minutes before": what was counted from somebody's coming and not from a stop."""


def _of_stay(text: str, draft: "Draft", expression: "TimeExpression") -> bool:
    """Whether a length counts on from the hour of the stop: "at ten he was in X, and there, an hour later, ..."."""
    if not draft.own or draft.time_end > expression.start or draft.sighting.toponym.mention.end > expression.start:
        return False
    return _SAME_MOMENT.fullmatch(text, draft.time_end, max(expression.start, draft.time_end)) is None


_SAME_MOMENT = regex(
    r"[\s,(\u2013\u2014-]*(?:(?:or|that\s+is|i\.e\.|exactly|just|some|about|barely|only|precisely|in\s+all)[\s,]*)*"
)
"""What stands between the hour of a stop and its length since the one before: "in X at ten, three hours later"."""


def without_contradicted(visits: tuple[Visit, ...], gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The gaps without those that the hours told with both their visits contradict: these were told of something else.

    A count of hours is easily read of the wrong two moments, the hour that stands with a place hardly.
    """
    return tuple(
        gap for gap in gaps if gap.first == gap.second or _may_hold(visits[gap.first], visits[gap.second], gap)
    )


def _may_hold(first: Visit, second: Visit, gap: Gap) -> bool:
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return True
    least, most = second.earliest - first.latest, second.latest - first.earliest
    too_long = gap.shortest is not None and most < gap.shortest
    return not (too_long or (gap.longest is not None and least > gap.longest))


_OF_WHOLE_WAY = regex(
    r"\s+(?:in\s+the\s+(?:air|saddle|sky|boat|basket|gondola|cockpit|cab)|aloft|at\s+sea|afloat|on\s+(?:the\s+(?:road|water|way|march|wing|trail|ice)|foot|his\s+feet|her\s+feet)|"
    r"under\s+way|at\s+the\s+(?:wheel|controls|oars|helm)|of\s+(?:flying|rowing|sailing|riding|walking|driving|paddling|drifting|pedalling|cycling))\b",
    re.IGNORECASE,
)
"""What makes a length that of all of a journey."""


def _told_later(text: str, expression: "TimeExpression", draft: "Draft") -> bool:
    """Whether the time of a stay is told in a later sentence than how long after the start the place was reached.

    "It landed in X forty minutes later. The taxi there gave her a receipt for 10:55."
    """
    return _SENTENCE_END.search(text, expression.end, max(expression.end, draft.time_end)) is not None


_SENTENCE_END = regex(r"[.!?]['\"\u201d\u2019]?\s")


def _gap(first: int, second: int, low: float, high: float, expression: "TimeExpression") -> Gap:
    if first > second:
        first, second, low, high = second, first, -high, -low
    shortest, longest = (timedelta(seconds=round(hours * 3600)) for hours in (low, high))
    return Gap(first, second, shortest, longest, expression.text, expression.start, expression.end)


def _first_departure(ordered: "Sequence[Draft]", before: int) -> int | None:
    return next(
        (index for index in range(before) if ordered[index].sighting.event is Event.DEPART), 0 if before > 0 else None
    )


def _departure_before(ordered: "Sequence[Draft]", before: int) -> int | None:
    return next(
        (index for index in range(before - 1, -1, -1) if ordered[index].sighting.event is Event.DEPART),
        before - 1 if before > 0 else None,
    )


def _told_before(index_of: "dict[int, int]", told: "Sequence[Draft]", position: int) -> int | None:
    for earlier in range(position - 1, -1, -1):
        index = index_of.get(id(told[earlier]))
        if index is not None:
            return index
    return None


def with_gap_windows(visits: tuple[Visit, ...], gaps: tuple[Gap, ...]) -> tuple[Visit, ...]:
    """Give undated visits the window that a gap to a dated one leaves them.

    A time counted from a take-off is one of the flight: "took off at nine; forty minutes later she was in X".
    """
    changed = list(visits)
    for gap in gaps:
        first, second = changed[gap.first], changed[gap.second]
        if gap.shortest is None:
            continue
        if first.airside and first.event is Event.DEPART and not second.airside:
            second = changed[gap.second] = replace(second, airside=True)
        if second.earliest is None:
            known = [visit.earliest for visit in changed[: gap.first + 1] if visit.earliest is not None]
            if first.earliest is None and known:
                first = replace(first, earliest=max(known))  # not before what it is told after
            changed[gap.second] = _bounded(second, first, gap)
        elif first.earliest is None:
            changed[gap.first] = _bounded_back(first, second, gap)
    return tuple(changed)


def _bounded_back(visit: Visit, second: Visit, gap: Gap) -> Visit:
    """An undated visit so long before a dated one: "took off from X; six hours later, at noon, she was in Y"."""
    if second.earliest is None or second.latest is None or gap.longest is None or gap.shortest is None:
        return visit
    low, high = second.earliest - gap.longest, second.latest - gap.shortest
    latest = high if visit.latest is None else min(visit.latest, high)
    return visit if low >= latest else replace(visit, earliest=low, latest=latest)


def _bounded(visit: Visit, first: Visit, gap: Gap) -> Visit:
    low = first.earliest + gap.shortest if first.earliest is not None and gap.shortest is not None else None
    high = first.latest + gap.longest if first.latest is not None and gap.longest is not None else None
    latest = min((bound for bound in (visit.latest, high) if bound is not None), default=None)
    return (
        visit
        if low is not None and latest is not None and low >= latest
        else replace(visit, earliest=low, latest=latest)
    )
