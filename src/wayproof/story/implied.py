"""Times of a clause that names no place, which date the places told before.

"She walked from A to B. She set off on 2 March and arrived on 6 March."
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.clauses import Subject
from wayproof.story.itinerary import Event
from wayproof.story.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.clauses import Clause
    from wayproof.story.timex import TimeExpression
    from wayproof.story.visit_times import Draft

SENTENCES_BACK = 2
"""How far back the place may have been told."""
_LEAVING = frozenset({Motion.START, Motion.LEAVE})
_TOLD_BY = frozenset({Subject.TRAVELLER, Subject.VEHICLE})


def implied_place(clause: "Clause", drafts: "Sequence[Draft]", before: int) -> "Draft | None":
    """The sighting that a clause without a place dates: the departure, or the arrival, told before it.

    Parameters
    ----------
    clause
        A clause in which no sighting stands.
    drafts
        Sightings in text order.
    before
        Offset of the time expression; the verb before it decides, else the first verb of the clause.
    """
    if clause.subject not in _TOLD_BY or not clause.verbs:
        return None
    told = [verb for verb in clause.verbs if verb.end <= before] or [clause.verbs[0]]
    verb = told[-1]
    if verb.doubtful or verb.infinitive:
        return None
    if verb.motion in _LEAVING:
        wanted = {Event.DEPART}
    elif verb.motion is Motion.REACH:
        wanted = {Event.ARRIVE}
    else:
        return None
    near = [
        draft
        for draft in drafts
        if draft.sighting.clause.start < clause.start
        and draft.sighting.clause.paragraph == clause.paragraph
        and clause.sentence - draft.sighting.clause.sentence <= SENTENCES_BACK
    ]
    last = next((draft for draft in reversed(near) if draft.sighting.event in wanted), None)
    return last if last is not None and not last.own else None


_AFTER_IT = re.compile(r"\bafter(?:\s+(?:he|she|they|it))?$", re.IGNORECASE)


def as_told(draft: "Draft", expression: "TimeExpression") -> "TimeExpression":
    """A gap as it lies between the sighting told before and this one: "three weeks after he left X" looks back."""
    looks_back = _AFTER_IT.search(expression.text) and draft.sighting.toponym.mention.start > expression.end
    if not looks_back or expression.after_hours is None or draft.sighting.event is not Event.DEPART:
        return expression
    low, high = expression.after_hours
    return replace(expression, after_hours=(-high, -low))
