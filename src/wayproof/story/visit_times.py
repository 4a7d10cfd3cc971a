"""When a sighting was: which time expressions of the text belong to it, and what they are in UTC."""

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil, cos, radians
from typing import TYPE_CHECKING

from wayproof.story.calendar_anchors import WEEK
from wayproof.story.clauses import Subject
from wayproof.story.implied import as_told, implied_place, named_again
from wayproof.story.itinerary import Event
from wayproof.story.motion import MOVING, Motion
from wayproof.story.timex import ANOTHER_WEEK, TimeExpression, TimeKind
from wayproof.world.zones import localise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wayproof.story.clauses import Clause
    from wayproof.story.sightings import Sighting
    from wayproof.story.toponyms import Toponym

KM_PER_HOUR_OF_LONGITUDE = 1669.8
"""Kilometres on the equator that the sun covers in an hour (circumference 40,075 km / 24)."""
WIDE_KM = 300.0
"""An area that reaches farther than this may keep several zones; its windows are widened by its width in hours."""
NEXT_DAY_BACK = timedelta(hours=3)
"""A clock time without a day that lies this far before the event told last is on the next day."""


@dataclass(slots=True)
class Draft:
    """A sighting with its times, while the itinerary is being read.

    Attributes
    ----------
    sighting
        What was read.
    order
        Position in the telling.
    low, high
        Naive local window, `high` exclusive; None where open.
    zone
        Zone of the window: named in the text, else the place's own.
    floating
        The day of the window is that of the narrative, not stated.
    before
        The sighting is told out of turn: it happened before the one told last.
    gap
        The expression of a gap to the sighting told before, if any.
    own
        Whether any time expression belongs to it.
    way
        The sighting that told the way here, where a later one tells the stay more exactly.
    aside
        Told as what came before in the same clause, "after a stop in X": the times of the clause are not its own.
    inferred
        What of its time is inferred and not told with it, in words; empty where nothing is.
    """

    sighting: "Sighting"
    order: int
    zone: str
    low: datetime | None = None
    high: datetime | None = None
    floating: bool = False
    before: bool = False
    gap: TimeExpression | None = None
    own: bool = False
    earliest: datetime | None = None
    latest: datetime | None = None
    way: "Sighting | None" = None
    aside: bool = False
    inferred: str = ""


_SUBORDINATE = frozenset({"when", "that", "which", "as", "while", "where", "until", "(", "who"})
_CLOCK_STATEMENT = re.compile(
    (
        r"\b(?:clock|watch|time|timestamp|time\s+stamp|camera|cameras|cctv|receipt|log|stamp|stamped|"
        r"display|footage|photograph|picture|caption|minutes|register|ticket)\b"
    ),
    re.IGNORECASE,
)


def assign(  # noqa: C901, PLR0912 - where a time can stand
    text: str,
    drafts: "Sequence[Draft]",
    clauses: "Sequence[Clause]",
    times: "Sequence[TimeExpression]",
    named: "Sequence[Toponym]" = (),
) -> list[tuple[TimeExpression, Draft]]:
    """Give every time expression of an event to the sightings it dates; returns the lengths that end at one."""
    starts = [clause.start for clause in clauses]
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sighting.clause.sentence, []).append(draft)
    lengths: list[tuple[TimeExpression, Draft]] = []
    left: list[tuple[TimeExpression, Clause]] = []
    pairs = _pairs(text, times)
    for expression in times:
        index = bisect_right(starts, expression.start) - 1
        if index < 0:
            continue
        clause = clauses[index]
        here = by_sentence.get(clause.sentence, [])
        if expression.kind is TimeKind.DURATION:
            target = _ends_length(text, expression, clause, here, drafts)
            lengths += [(expression, target)] if target is not None else []
        elif expression.start in pairs and _to_end(expression, clause, here, last=pairs[expression.start]):
            continue
        elif expression.kind is TimeKind.EVENT and (
            again := named_again(text, expression, named, _near(drafts, clause))
        ):
            _give(again, expression)
        elif expression.kind is TimeKind.EVENT and not _in_clause(expression, clause, here):
            left.append((expression, clause))
        elif expression.kind is TimeKind.REPORT:
            # "told a crowd in Cardiff on Wednesday": the telling is what was done there
            telling = [
                draft
                for draft in here
                if draft.sighting.verb is not None and Motion.SPEECH in draft.sighting.verb.motions
            ]
            _in_clause(expression, clause, telling)
    # what stands in the clause of a sighting comes first; then what the rest of the sentence tells
    for expression, clause in left:
        here = by_sentence.get(clause.sentence, [])
        if expression.precise and not here and _opens_line(text, expression):
            # "Thursday, 06:20 Down! She has landed in X": the stamp of a line dates what the line tells
            line = [draft for draft in drafts if draft.sighting.clause.paragraph == clause.paragraph and not draft.own]
            if line and line[0].sighting.clause.sentence - clause.sentence == 1:
                _give(line[0], expression)
                continue
        implied = _end_of_way(text, expression, here) or implied_place(clause, drafts, expression.start)
        if implied is not None:
            _give(implied, expression)
        elif here:
            _to_sentence(text, expression, clause, [one for one in here if not _parted(one, expression, times)])
        elif expression.precise and _CLOCK_STATEMENT.search(text[clause.start : clause.end]):
            _to_last_told(expression, clause, drafts)
    return lengths


def _near(drafts: "Sequence[Draft]", clause: "Clause") -> "list[Draft]":
    """The sightings of the sentence of a clause and of the one before."""
    return [draft for draft in drafts if clause.sentence - draft.sighting.clause.sentence in {0, 1}]


LOOK_BACK = 2_000
"""Characters back that the start of a sentence or line is looked for."""
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|to|until|till)\s+(?:the\s+)?", re.IGNORECASE)


def _pairs(text: str, times: "Sequence[TimeExpression]") -> dict[int, bool]:
    """Offsets of times told in pairs, "between Monday and Thursday"; True for the second."""
    found: dict[int, bool] = {}
    for first, second in itertools.pairwise(times):
        together = _AND.fullmatch(text, first.end, second.start) is not None
        if together and _BETWEEN.search(text, max(0, first.start - 16), first.start):
            found |= {first.start: False, second.start: True}
    return found


def _to_end(expression: TimeExpression, clause: "Clause", here: "Sequence[Draft]", *, last: bool) -> bool:
    """Give a time of a pair to the end of the way that it dates: "ran from Dover to Inverness between ... and ..."."""
    mine = [draft for draft in here if draft.sighting.clause.start == clause.start]
    leaves = [draft for draft in mine if draft.sighting.event is Event.DEPART]
    comes = [draft for draft in mine if draft.sighting.event is Event.ARRIVE]
    if not leaves or not comes:
        return False
    _give(comes[-1] if last else leaves[0], expression)
    return True


def _parted(draft: Draft, expression: TimeExpression, times: "Sequence[TimeExpression]") -> bool:
    """Whether another day is told between a time and a place after it."""
    at = draft.sighting.toponym.mention.start
    return any(
        expression.end <= other.start
        and other.kind is TimeKind.EVENT
        and other.earliest is not None
        and not other.floating
        for other in times[bisect_left(times, expression.end, key=_start) : bisect_left(times, at, key=_start)]
    )


def _start(expression: TimeExpression) -> int:
    return expression.start


def _opens_sentence(text: str, expression: TimeExpression) -> bool:
    low = max(
        text.rfind(mark, max(0, expression.start - LOOK_BACK), expression.start) for mark in (". ", "\n", "! ", "? ")
    )
    return len(re.findall(r"[a-z]{3,}", text[max(0, low) : expression.start])) <= 1


def _opens_line(text: str, expression: TimeExpression) -> bool:
    low = text.rfind("\n", max(0, expression.start - LOOK_BACK), expression.start) + 1
    return re.search(r"[a-z]{3}", text[low : expression.start]) is None


def _in_clause(expression: TimeExpression, clause: "Clause", here: "Sequence[Draft]") -> bool:
    same = [draft for draft in here if draft.sighting.clause.start == clause.start]
    mine = [draft for draft in same if not _another_verb_between(draft, expression)]
    if mine:
        _to_clause(expression, mine)
    return bool(same)


def _another_verb_between(draft: Draft, expression: TimeExpression) -> bool:
    """Whether the time stands by a later verb: "who walked from Lyon to Paris was cheered on Thursday"."""
    own = draft.sighting.verb
    if own is not None and own.motion is Motion.SEEN and not own.passive:
        return False  # "a guard in X saw her leave at noon": what was seen is one with the seeing
    low = max(draft.sighting.toponym.mention.end, own.end if own is not None else 0)
    return any(
        low <= verb.start and verb.end <= expression.start and not verb.form.endswith("ing") and not verb.infinitive
        for verb in draft.sighting.clause.verbs
    )


def _narrow(draft: Draft, low: datetime | None, high: datetime | None, expression: TimeExpression) -> None:
    """Intersect the draft's window with another; where they contradict each other the one told first stands."""
    if not draft.own:
        draft.low, draft.high, draft.floating = low, high, expression.floating
    else:
        new_low = max((bound for bound in (draft.low, low) if bound is not None), default=None)
        new_high = min((bound for bound in (draft.high, high) if bound is not None), default=None)
        if new_low is not None and new_high is not None and new_low >= new_high:
            return
        draft.low, draft.high = new_low, new_high
        draft.floating = draft.floating and expression.floating
    draft.own = True
    if expression.zone:
        draft.zone = expression.zone


OTHER_CLAUSE = "its time stands in a clause about something else"


def _give(draft: Draft, expression: TimeExpression, doubt: str = "") -> None:
    if expression.after_hours is not None and expression.earliest is None:
        if draft.gap is None:
            draft.gap = as_told(draft, expression)
            if draft.gap.after_hours is not None and draft.gap.after_hours[1] < 0:
                draft.before = True
        return
    if expression.earliest is None and expression.latest is None:
        return
    doubt = doubt or expression.inferred
    told = draft.low is not None and draft.high is not None and draft.high - draft.low < timedelta(hours=24)
    if doubt and draft.own and not draft.inferred and told:
        return  # what stands with the place is firmer
    draft.inferred = doubt if doubt or not draft.own else draft.inferred
    _narrow(draft, expression.earliest, expression.latest, expression)


def _day_only(expression: TimeExpression) -> TimeExpression:
    """The expression widened to its whole day, for what the same words date only by the day."""
    if expression.earliest is None or expression.latest is None or not expression.precise:
        return expression
    day = datetime.combine(expression.earliest.date(), datetime.min.time())
    last = datetime.combine((expression.latest - timedelta(seconds=1)).date(), datetime.min.time()) + timedelta(days=1)
    return TimeExpression(
        expression.start,
        expression.end,
        expression.text,
        expression.kind,
        day,
        last,
        expression.zone,
        None,
        None,
        expression.floating,
        precise=False,
    )


def _to_clause(expression: TimeExpression, drafts: "Sequence[Draft]") -> None:
    main = [draft for draft in drafts if not draft.aside or draft.sighting.toponym.mention.end <= expression.start]
    drafts = main or drafts
    if len(drafts) == 1 or expression.after_hours is not None:
        ahead = [draft for draft in drafts if draft.sighting.toponym.mention.start > expression.start]
        _give(ahead[0] if expression.after_hours is not None and ahead else drafts[0], expression)
        return
    if not expression.precise:
        after = [draft for draft in drafts if draft.sighting.toponym.mention.end <= expression.start]
        # "left A on Friday and B": a day between two names belongs to the name before it
        dated = max((index for index, draft in enumerate(drafts) if draft.own), default=-1)
        # "from there to B on the 28th and to C on the 1st": the last day is not that of the start
        undated = drafts[dated + 1 :] or drafts
        targets = _on_day(expression, drafts, after[-1]) if after and len(after) < len(drafts) else undated
        for draft in targets:
            _give(draft, _left_by(draft, expression))
        return
    before = [draft for draft in drafts if draft.sighting.toponym.mention.end <= expression.start]
    if not before:
        target = min(drafts, key=lambda draft: (draft.sighting.event is not Event.DEPART, draft.order))
    elif len(before) < len(drafts):
        target = before[-1]
    else:
        verb = drafts[-1].sighting.verb
        reached = verb is not None and verb.motion is Motion.REACH
        departures = [draft for draft in drafts if draft.sighting.event is Event.DEPART and not _to_the_hour(draft)]
        target = departures[0] if departures and not reached else drafts[-1]
    _give(target, expression)
    for draft in drafts:
        if (
            draft is not target
            and not draft.own
            and not expression.floating
            and target.sighting.event is not Event.DEPART
        ):
            _give(draft, _day_only(expression))
        elif (
            draft is not target
            and not draft.own
            and target.sighting.event is Event.DEPART
            and expression.earliest is not None
            and expression.zone is None
        ):
            # it left at that time, so it came to the other place later; the day of arrival is not said
            draft.low, draft.floating = None, expression.floating


def _left_by(draft: Draft, expression: TimeExpression) -> TimeExpression:
    """A day of arrival as it dates the departure: "came to X from Y on 20 May" may have begun the evening before."""
    verb = draft.sighting.verb
    comes = verb is not None and (verb.motion is Motion.REACH or verb.form in _COMING)
    if draft.sighting.event is not Event.DEPART or not comes or expression.earliest is None:
        return expression
    return replace(expression, earliest=expression.earliest - NIGHT)


NIGHT = timedelta(hours=12)
"""How long before the day of arrival a way may have begun."""
_COMING = frozenset({"came", "come", "comes", "coming"})


def _on_day(expression: TimeExpression, drafts: "Sequence[Draft]", named: Draft) -> "list[Draft]":
    """The drafts that a day dates which stands after one of them: those told by one verb that goes "from" and "to"."""
    same = [draft for draft in drafts if draft.sighting.verb is not None and draft.sighting.verb == named.sighting.verb]
    way = {"from", "to"} <= {
        draft.sighting.relation for draft in same if draft.sighting.toponym.mention.end <= expression.start
    }
    stops = [
        draft
        for draft in same
        if draft.sighting.toponym.mention.start < expression.start or draft.sighting.relation in {"via", "at"}
    ]
    return stops if way else [named]


def _to_the_hour(draft: Draft) -> bool:
    """Whether a time of the day is told of a sighting already."""
    return draft.low is not None and draft.high is not None and draft.high - draft.low < timedelta(hours=12)


def _to_sentence(text: str, expression: TimeExpression, clause: "Clause", drafts: "Sequence[Draft]") -> None:
    told_by = clause.subject in {Subject.TRAVELLER, Subject.VEHICLE} or clause.opener in _SUBORDINATE
    by_clock = _CLOCK_STATEMENT.search(text, clause.start, clause.end) is not None
    doubt = "" if told_by or by_clock or not clause.verbs else OTHER_CLAUSE
    told_before = [draft for draft in drafts if draft.sighting.clause.start < clause.start]
    told_after = [draft for draft in drafts if draft.sighting.clause.start > clause.start]
    if (
        told_before
        and (clause.opener in _SUBORDINATE or not expression.precise)
        and clause.opener not in {"and", "but", "then", ";"}
    ):
        target = told_before[-1]
        if not (target.own and expression.precise is False and target.low is not None):
            _give(target, expression, doubt)
        return
    if (
        told_before
        and clause.opener in {"and", "but", ";", ",", ":", "—", "\u2013", "that"}
        and not told_after
        and expression.precise
        and _is_statement_of_time(clause, told_before[-1])
    ):
        _give(told_before[-1], expression, doubt)
        return
    aside = re.search(r"\b(?:who|which|whose)\b", text[clause.start : expression.start])
    if expression.after_hours is not None or not told_after or aside:
        return
    leads = expression.start - clause.start <= len("(“ ") and (
        all(verb.perfect for verb in clause.verbs)
        or (clause.subject is not Subject.TRAVELLER and told_after[0].sighting.clause.opener == ",")
    )
    if leads and not told_before and not told_after[0].own:
        # "At 18:40 by the clocks he had left behind, the aircraft landed": the time of what is told next
        _give(told_after[0], expression, doubt)
    first = told_after[0]
    stays = first.sighting.event is Event.DEPART or (
        first.sighting.event is Event.AT
        and first.sighting.verb is not None
        and first.sighting.verb.motion not in MOVING
    )
    fronted = expression.precise and not told_before and _opens_sentence(text, expression)
    vague = first.low is None or first.high is None or first.high - first.low >= timedelta(hours=24)
    if fronted and stays and vague:
        _give(first, expression, doubt)  # "At 9:15 a man of that name was handed a cheque after a race in X"
    # a day that opens the sentence holds for what the sentence tells next
    opens = expression.start - clause.start <= len("(\u201c ")
    goes = clause.subject is Subject.TRAVELLER and any(verb.motion in MOVING for verb in clause.verbs)
    for draft in told_after:
        if not draft.own:
            day = _day_only(expression)
            # "crossed the border on Saturday and walked into X": not before Saturday, maybe later
            _give(draft, replace(day, latest=None) if goes and not opens else day, doubt)


_BEGINS = re.compile(
    r"\b(?:beginning|starting|setting\s+(?:out|off)|departing|leaving)\s+(?:(?:on|at|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:finishing|ending|arriving)\s+(?:(?:on|at|in)\s+)?(?:the\s+)?$", re.IGNORECASE)


def _end_of_way(text: str, expression: TimeExpression, here: "Sequence[Draft]") -> Draft | None:
    """The end of the way that a time in a gerund dates: "crossed it from X to Y in May, beginning on the 4th"."""
    before = text[max(0, expression.start - 30) : expression.start]
    told = [draft for draft in here if draft.sighting.toponym.mention.end <= expression.start]
    if _BEGINS.search(before):
        return next((draft for draft in reversed(told) if draft.sighting.event is Event.DEPART), None)
    if _ENDS.search(before):
        return next((draft for draft in reversed(told) if draft.sighting.event is Event.ARRIVE), None)
    return None


def _is_statement_of_time(clause: "Clause", draft: Draft) -> bool:
    return not draft.own and all(
        verb.motion in {Motion.OTHER, Motion.STAY, Motion.SPEECH, Motion.SEEN} for verb in clause.verbs
    )


def _to_last_told(expression: TimeExpression, clause: "Clause", drafts: "Sequence[Draft]") -> None:
    earlier = [
        draft
        for draft in drafts
        if draft.sighting.clause.start < clause.start and draft.sighting.clause.paragraph == clause.paragraph
    ]
    if not earlier:
        return
    target = earlier[-1]
    near = clause.sentence - target.sighting.clause.sentence <= 1
    if near and (target.low is None or target.high is None or target.high - target.low >= timedelta(hours=24)):
        _give(target, expression)


_JOURNEY_TOOK = re.compile(r"\b(?:took|taken|lasted|lasts)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def _ends_length(
    text: str, expression: TimeExpression, clause: "Clause", here: "Sequence[Draft]", drafts: "Sequence[Draft]"
) -> Draft | None:
    """The sighting at the end of the journey that the length measures; None when it measures something else."""
    before = text[max(clause.start, expression.start - 30) : expression.start]
    after = text[expression.end : expression.end + 30]
    within = re.search(
        r"\b(?:in|within)\s+(?:(?!for\b|after\b|about\s+for\b)\w+\s+){0,2}$", before, re.IGNORECASE
    ) or re.match(r"(?:just\s+)?(?:in|within)\b", expression.text, re.IGNORECASE)
    in_future_or_place = re.match(r"\s+(?:time|of)\b", after)
    arrivals = [
        draft
        for draft in here
        if draft.sighting.event is not Event.DEPART and draft.sighting.relation in {"to", "object", "at", "via"}
    ]
    moving = any(
        draft.sighting.verb is not None and draft.sighting.verb.motion in {Motion.MOVE, Motion.REACH, Motion.CARRY}
        for draft in arrivals
    )
    if (
        within
        and not in_future_or_place
        and arrivals
        and moving
        and clause.start in {draft.sighting.clause.start for draft in here}
    ):
        return arrivals[-1]
    if _JOURNEY_TOOK.search(before) and re.search(
        r"\b(?:journey|drive|flight|trip|crossing|ride|walk|march|voyage|it|passage|run|swim|trek|hike)\b",
        text[clause.start : expression.start],
        re.IGNORECASE,
    ):
        earlier = [
            draft
            for draft in drafts
            if draft.sighting.toponym.mention.end <= expression.start
            and clause.sentence - draft.sighting.clause.sentence <= 1
        ]
        return earlier[-1] if earlier and earlier[-1].sighting.event is not Event.DEPART else None
    return None


def to_utc(draft: Draft, published_end: datetime | None) -> bool:
    """Set the draft's window in UTC, bounded by the publication; False if it lies wholly after the publication."""
    place = draft.sighting.toponym.place
    draft.earliest = _instant(draft.low, draft.zone)
    draft.latest = _instant(draft.high, draft.zone)
    if place is not None and place.is_area and place.extent_km > WIDE_KM:
        spread = timedelta(hours=ceil(place.extent_km / (KM_PER_HOUR_OF_LONGITUDE * max(cos(radians(place.lat)), 0.2))))
        draft.earliest = draft.earliest - spread if draft.earliest is not None else None
        draft.latest = draft.latest + spread if draft.latest is not None else None
    if published_end is None:
        return True
    end = _instant(published_end, draft.zone)
    if end is None:
        return True
    if draft.earliest is not None and draft.earliest >= end:
        return False
    draft.latest = end if draft.latest is None else min(draft.latest, end)
    return True


def _instant(naive: datetime | None, zone: str) -> datetime | None:
    if naive is None:
        return None
    try:
        return localise(naive, zone)
    except ValueError:
        return None


def settle_days(drafts: "Sequence[Draft]", bound: "Callable[[Draft], bool]") -> None:
    """Move clock times whose day the text leaves to the narrative, so that what is told later is not earlier.

    "left at 22:00 on Friday and arrived at 06:00": six is on Saturday. Only times without a stated day
    move, by one day.
    """
    previous: Draft | None = None
    run: list[Draft] = []
    for draft in drafts:
        if draft.before or not draft.own:
            continue
        if not draft.floating and run and draft.latest is not None and all(_lies_after(one, draft) for one in run):
            # "07:05 The balloon is up ... Thursday, 06:20 Down": what was told before it was on the day before
            for one in run:
                _shift(one, -1, bound)
        run = [*run, draft] if draft.floating else []
        if previous is not None and _is_refuted(draft, previous):
            _reread_week(draft, previous, bound)
        if previous is not None and draft.floating and _is_earlier(draft, previous):
            _shift(draft, 1, bound)
        elif (
            previous is not None
            and previous.floating
            and not draft.floating
            and draft.latest is not None
            and previous.earliest is not None
            and draft.latest <= previous.earliest
            and previous.sighting.event is Event.DEPART
        ):
            _shift(previous, -1, bound)
        previous = draft


def _is_refuted(draft: Draft, previous: Draft) -> bool:
    return draft.latest is not None and previous.earliest is not None and draft.latest <= previous.earliest


def _reread_week(draft: Draft, previous: Draft, bound: "Callable[[Draft], bool]") -> None:
    """Take a weekday of another week where only then what is told later is not earlier."""
    for one, days in ((draft, WEEK), (previous, -WEEK)):
        if one.inferred == ANOTHER_WEEK and _is_refuted(draft, previous):
            before = one.low, one.high
            _shift(one, days, bound)
            if _is_refuted(draft, previous):
                one.low, one.high = before
                bound(one)


def _lies_after(draft: Draft, other: Draft) -> bool:
    return draft.earliest is not None and other.latest is not None and draft.earliest >= other.latest


def _is_earlier(draft: Draft, previous: Draft) -> bool:
    if draft.latest is None or previous.earliest is None or draft.latest > previous.earliest:
        return False
    return previous.sighting.event is Event.DEPART or previous.earliest - draft.latest >= NEXT_DAY_BACK


def _shift(draft: Draft, days: int, bound: "Callable[[Draft], bool]") -> None:
    step = timedelta(days=days)
    old = draft.low, draft.high
    draft.low = draft.low + step if draft.low is not None else None
    draft.high = draft.high + step if draft.high is not None else None
    if not bound(draft):
        draft.low, draft.high = old
        bound(draft)
