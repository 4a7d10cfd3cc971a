"""Giving a time to a sighting: which window it then has, and what is inferred of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Subject
from wayproof.story.journey.drafts import Draft
from wayproof.story.journey.implied import as_told
from wayproof.story.temporal.timex import TimeExpression
from wayproof.story.temporal.zone_words import is_of_country
from wayproof.story.vocabulary.motion import MOVING, Motion

if TYPE_CHECKING:
    from wayproof.story.grammar.deeds import Clause


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


def _counts_hours(gap: TimeExpression) -> bool:
    """Whether a gap is told in hours, so that it says nearly when: "eleven hours later", not "some days later"."""
    return gap.after_hours is not None and gap.after_hours[1] - gap.after_hours[0] <= CLOSE_HOURS


CLOSE_HOURS = 3.0
"""How wide a gap may be that is as good as a time of day."""


def give(draft: Draft, expression: TimeExpression, doubt: str = "") -> None:
    """Give a time or a gap to a sighting; `doubt` says why it is inferred. What stands with the place is firmer."""
    draft.times.append(expression.start)
    if expression.after_hours is not None and expression.earliest is None:
        if draft.gap is None:
            draft.gap = as_told(draft, expression)
            if draft.gap.after_hours is not None and draft.gap.after_hours[1] < 0:
                draft.before = True
        return
    if expression.earliest is None and expression.latest is None:
        return
    if draft.sighting.told_in is not None:
        expression = replace(expression, floating=False)  # papers set side by side keep to the day told last
    if doubt and draft.gap is not None and _counts_hours(draft.gap):
        return  # "eleven hours after take-off she was over X; a clerk signed the form at noon"
    place = draft.sighting.toponym.place
    if expression.zone is not None and place is not None and is_of_country(expression.text, place.country):
        expression = replace(expression, zone=None)
    doubt = doubt or expression.inferred
    told = draft.low is not None and draft.high is not None and draft.high - draft.low < timedelta(hours=24)
    if doubt and draft.own and not draft.inferred and told:
        return  # what stands with the place is firmer
    draft.inferred = doubt if doubt or not draft.own else draft.inferred
    draft.time_end = draft.time_end if doubt else expression.end
    _narrow(draft, expression.earliest, expression.latest, expression)
    taken = expression.precise and draft.low == expression.earliest
    draft.clock_end = expression.end if taken else draft.clock_end


def day_only(expression: TimeExpression) -> TimeExpression:
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


def is_reported(clause: "Clause", draft: Draft) -> bool:
    """Whether a clause only says when it was told that somebody had been there: "on Monday he was reminded that"."""
    verb, other = draft.sighting.verb, draft.sighting.clause
    tells = bool(clause.verbs) and not any(verb.perfect or verb.motion in MOVING for verb in clause.verbs)
    return tells and other.opener == "that" and other.start == clause.end and verb is not None and verb.perfect


_IS_OVER = frozenset({"was", "were", "ended", "finished", "broke up", "closed"})


def is_turn(clause: "Clause") -> bool:
    """Whether a clause tells at what hour an event began or ended, and so when who was at it was there."""
    of_thing = clause.subject in {Subject.OTHER, Subject.UNCLEAR}
    return of_thing and bool(clause.verbs) and all(verb.form in _TURNS and not verb.doubtful for verb in clause.verbs)


_TURNS = frozenset({"began", "started", "opened", "ended", "finished", "closed", "adjourned", "concluded", "rose"})
"""What an event does at its hour: "a dinner in X that ended, the hotel says, at ten"."""


def is_statement_of_time(clause: "Clause", draft: Draft) -> bool:
    """Whether a clause only says when what was told before was: "the ceremony was over at half past eight"."""
    vague = draft.low is not None and draft.high is not None and draft.high - draft.low >= timedelta(hours=24)
    of_thing = clause.subject in {Subject.OTHER, Subject.UNCLEAR} and not clause.object_is_traveller
    # "was photographed at the fair in X on 3 May; the fair was over by noon"
    over = vague and of_thing and any(verb.form in _IS_OVER and not verb.perfect for verb in clause.verbs)
    return (not draft.own or over) and all(
        verb.motion in {Motion.OTHER, Motion.STAY, Motion.SPEECH, Motion.SEEN} or (of_thing and verb.form in _TURNS)
        for verb in clause.verbs
    )
