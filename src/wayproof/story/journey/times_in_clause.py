"""Times that stand in the clause of a sighting: which of several places of one clause they date, and how."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.draft_times import day_only, give
from wayproof.story.journey.drafts import Draft
from wayproof.story.journey.parted_times import another_verb_between, of_gerund
from wayproof.story.temporal.timex import TimeExpression
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause


def in_clause(text: str, expression: TimeExpression, clause: "Clause", here: "Sequence[Draft]") -> bool:
    """Give a time to the sightings of its own clause; whether there are any.

    Parameters
    ----------
    text, expression, clause
        The story, a time, and the clause in which it stands.
    here
        The sightings of its sentence.
    """
    same = [draft for draft in here if draft.sighting.clause.start == clause.start]
    mine = [
        draft
        for draft in same
        if not another_verb_between(text, draft, expression) and not of_gerund(text, draft, expression)
    ]
    if mine:
        to_clause(expression, mine)
    return bool(same)


def to_clause(expression: TimeExpression, drafts: "Sequence[Draft]") -> None:
    """Give a time to those of the sightings of its clause that it dates; to none where there are none."""
    if not drafts:
        return
    main = [draft for draft in drafts if not draft.aside or draft.sighting.toponym.mention.end <= expression.start]
    drafts = main or drafts
    if len(drafts) == 1 or expression.after_hours is not None:
        ahead = [draft for draft in drafts if draft.sighting.toponym.mention.start > expression.start]
        give(ahead[0] if expression.after_hours is not None and ahead else drafts[0], expression)
        return
    if not expression.precise:
        _by_day(expression, drafts)
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
    give(target, expression)
    for draft in drafts:
        if (
            draft is not target
            and not draft.own
            and not expression.floating
            and target.sighting.event is not Event.DEPART
        ):
            give(draft, _left_by(draft, day_only(expression)))
        elif (
            draft is not target
            and not draft.own
            and target.sighting.event is Event.DEPART
            and expression.earliest is not None
            and expression.zone is None
        ):
            # it left at that time, so it came to the other place later; the day of arrival is not said
            draft.low, draft.floating = None, expression.floating


def _by_day(expression: TimeExpression, drafts: "Sequence[Draft]") -> None:
    """Give a day to the sightings of its clause: to those before it, or where it stands behind all to the undated."""
    after = [draft for draft in drafts if draft.sighting.toponym.mention.end <= expression.start]
    # "left A on Friday and B": a day between two names belongs to the name before it
    dated = max((index for index, draft in enumerate(drafts) if draft.own), default=-1)
    # "from there to B on the 28th and to C on the 1st": the last day is not that of the start
    undated = drafts[dated + 1 :] or drafts
    targets = _on_day(expression, drafts, after[-1]) if after and len(after) < len(drafts) else undated
    for draft in targets:
        if expression.ends is not None and {Event.DEPART, Event.ARRIVE} <= {one.sighting.event for one in targets}:
            low, high = expression.ends[draft.sighting.event is not Event.DEPART]
            give(draft, replace(expression, earliest=low, latest=high))
            continue
        give(draft, _come_after(draft, _left_by(draft, expression), drafts))


def _left_by(draft: Draft, expression: TimeExpression) -> TimeExpression:
    """A day of arrival as it dates the departure: "came to X from Y on 20 May" may have begun the evening before."""
    verb = draft.sighting.verb
    comes = verb is not None and (verb.motion is Motion.REACH or verb.form in _COMING)
    if draft.sighting.event is not Event.DEPART or not comes or expression.earliest is None:
        return expression
    return replace(expression, earliest=expression.earliest - NIGHT)


def _come_after(draft: Draft, expression: TimeExpression, drafts: "Sequence[Draft]") -> TimeExpression:
    """A day of sailing as it dates the arrival: "on 3 May she sailed from X to Y" says when she sailed."""
    verb = draft.sighting.verb
    sets_out = verb is not None and (verb.motion in {Motion.START, Motion.LEAVE} or verb.form in journey_words("sails"))
    way = any(one.sighting.verb == verb and one.sighting.event is Event.DEPART for one in drafts)
    if draft.sighting.event is Event.DEPART or not sets_out or not way:
        return expression
    return replace(expression, latest=None)


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
