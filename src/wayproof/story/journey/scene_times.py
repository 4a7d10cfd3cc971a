"""Times in a sentence of their own: a scene is set, a journey begins, a clock is started and stopped.

"It was before dawn on 8 May. She climbed out of a lorry in X." "The clock had been started on 10 April."
"""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

SENTENCES = 3
"""How far back the ends of a journey may be told that a clock measures."""
_CLOCK = r"(?:clock|clocks|watch|stopwatch|stop-watch|timer|chronometer)"
_STARTED = regex(
    rf"\b{_CLOCK}\b[^.;]*?\b(?:was|were|been)\s+(?:started|set\s+going)\b|\b(?:started|set\s+going)\s+(?:the|his|her|their|its)\s+"
    rf"(?:\w+\s+)?{_CLOCK}\b",
    re.IGNORECASE,
)
_STOPPED = regex(
    rf"\b{_CLOCK}\b[^.;]*?\b(?:was\s+|were\s+|been\s+|and\s+)stopped\b|\bstopped\s+(?:the|his|her|their|its)\s+(?:\w+\s+)?{_CLOCK}\b",
    re.IGNORECASE,
)
_STOPPED_AT = regex(
    rf"\b(?:{_CLOCK}|it|they)\s+(?:had\s+)?(?:(?:was|were|been)\s+)?stopped\s+(?:at|after|on)\s+(?:\w+\s+)?$|"
    rf"\bstopped\s+(?:the|his|her|their|its)\s+(?:\w+\s+)?{_CLOCK}(?:\s+in\s+[A-Z]\w+)?\s+(?:at|after|on)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OF_CLOCK = regex(rf"\b{_CLOCK}\b", re.IGNORECASE)
LOOK_BACK = 240
"""Characters before a length in which the clock is told of."""


def _near(clause: "Clause", drafts: "Sequence[Draft]", *, leaves: bool) -> "Draft | None":
    """The departure, or what is none, told last before a clause."""
    for draft in reversed(drafts):
        told = draft.sighting.clause
        if told.start >= clause.start or (draft.sighting.event is Event.DEPART) != leaves:
            continue
        near = clause.sentence - told.sentence <= SENTENCES and told.paragraph == clause.paragraph
        return draft if near else None
    return None


def _is_vague(draft: "Draft") -> bool:
    return draft.low is None or draft.high is None or draft.high - draft.low >= timedelta(hours=24)


def end_by_clock(
    text: str, expression: "TimeExpression", clause: "Clause", drafts: "Sequence[Draft]"
) -> "Draft | None":
    """The end of the journey that a clock dates which is started or stopped: "her watch was started at six"."""
    lead = re.split(r"\.\s|\n", text[max(0, expression.start - LOOK_BACK) : expression.start])[-1]
    started = [(found.end(), True) for found in _STARTED.finditer(lead)]
    ends = started + [(found.end(), False) for found in _STOPPED.finditer(lead)]
    if not ends:
        return None
    target = _near(clause, drafts, leaves=max(ends)[1])
    return target if target is not None and _is_vague(target) else None


def stopped_clock(
    text: str, expression: "TimeExpression", clause: "Clause", drafts: "Sequence[Draft]"
) -> "Draft | None":
    """The end of the journey whose length a clock tells: "the clock was stopped at 41 days"."""
    lead = text[max(0, expression.start - LOOK_BACK) : expression.start]
    if _STOPPED_AT.search(lead) is None or _OF_CLOCK.search(lead) is None:
        return None
    begun = _near(clause, drafts, leaves=True)
    return None if begun is None else _near(clause, drafts, leaves=False)


_SCENE = regex(
    r"\W*(?:it\s+(?:was|is)|the\s+(?:date|day|time|hour|year|month)\s+(?:was|is))\s+(?:then\s+|now\s+|still\s+|already\s+|just\s+)?"
    r"(?:(?:on|at|in)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_STILL = regex(
    r"\W*(?:and\s+|but\s+|yet\s+)?(?:it|this|that|all\s+this|all\s+that|the\s+(?:date|day|calendar)|they)\s+(?:(?:is|was|were|says|said|shows|showed|read)\s+"
    r"(?:still|yet|all|again|now|just|both)|still\s+(?:says|said|shows|showed|read|is|was)|(?:is|was)\s+the\s+(?:very\s+)?same\s+day)\s*,?\s*"
    r"(?:(?:on|the\s+same|that\s+same|of)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_BY_CALENDAR = regex(
    r"\W*(?:(?:by|on|according\s+to|in|there|at)\s+(?:the|his|her|their|every|any|both|all)?\s*[\w\u2019'\s]*)?\W*",
    re.IGNORECASE,
)
"""What may stand after the day: "still Friday by the calendar behind him"."""


def still_that_day(
    text: str, expression: "TimeExpression", clause: "Clause", drafts: "Sequence[Draft]"
) -> "Draft | None":
    """The sighting told last whose day a sentence affirms: "at six he was in X. It was still Friday 14 June"."""
    if expression.precise or expression.floating or expression.earliest is None:
        return None
    lead = _STILL.fullmatch(text, clause.start, expression.start)
    if lead is None or not _BY_CALENDAR.fullmatch(text, expression.end, clause.end):
        return None
    before = [one for one in drafts if one.sighting.toponym.mention.start < clause.start]
    last = before[-1] if before else None
    told = last.sighting.clause if last is not None else None
    near = told is not None and clause.sentence - told.sentence <= 1 and clause.paragraph == told.paragraph
    return last if near and last is not None and last.own and last.floating else None


_THAT_WAS = regex(r"\W*(?:that|this|all\s+this|all\s+that)\s+was\s+(?:(?:on|at|in)\s+)?(?:the\s+)?", re.IGNORECASE)
_MADE = (
    r"(?:journey|walk|ride|race|voyage|flight|expedition|attempt|crossing|swim|trek|trip|drive|run|march|hike|passage|odyssey|"
    r"tour|rally|marathon|row)"
)
_BEGAN = regex(
    rf"\W*(?:the|his|her|their|this|that)\s+(?:[\w-]+\s+)?{_MADE}\s+(?:had\s+)?"
    r"(?:began|begun|started|got\s+under\s+way|set\s+(?:off|out))\s+(?:(?:on|at|in)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_ENTRY = regex(r"(?:[^.;\n]*[:\"\u201c])?[\W_]*", re.DOTALL)
"""What stands before the date of an entry that is a sentence of its own: '"3 June. Dover. Fog."'."""
_END = regex(r"\W*(?:when\b.*)?", re.DOTALL)


def set_by_scene(
    text: str, expression: "TimeExpression", clause: "Clause", drafts: "Sequence[Draft]"
) -> "Draft | None":
    """The sighting that the time of a sentence without one dates: what is told next, or was told right before."""
    lead = text[clause.start : expression.start]
    if _END.fullmatch(text, expression.end, clause.end) is None:
        return None
    before = [one for one in drafts if clause.sentence - one.sighting.clause.sentence == 1]
    after = [one for one in drafts if one.sighting.clause.sentence - clause.sentence == 1]
    here = clause.paragraph
    if _THAT_WAS.fullmatch(lead):
        found = before[-1] if before and before[-1].sighting.clause.paragraph == here else None
    elif _BEGAN.fullmatch(lead):
        told = [one for one in before if one.sighting.event is Event.DEPART]
        found = told[-1] if told else next((one for one in after[:1] if one.sighting.event is Event.DEPART), None)
    elif _SCENE.fullmatch(lead) and before and not before[-1].own and before[-1].sighting.clause.paragraph == here:
        found = before[-1]  # "She put two children into the car at X. It was Thursday."
    elif _SCENE.fullmatch(lead) or _ENTRY.fullmatch(lead):
        found = after[0] if after and after[0].sighting.clause.paragraph - here <= 1 else None
    else:
        return None
    return found if found is not None and not found.own and not found.before else None
