"""Times of a clause that names no place, which date the places told before.

"She walked from A to B. She set off on 2 March and arrived on 6 March."
"""

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import Draft
from wayproof.story.temporal.timex import TimeExpression
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause

SENTENCES_BACK = 2
"""How far back the place may have been told."""
_LEAVING = frozenset({Motion.START, Motion.LEAVE})
_TOLD_BY = frozenset({Subject.TRAVELLER, Subject.VEHICLE})


_MOMENT = regex(
    r"\b(?:his|her|their|my|our|(?:time|hour|minute|moment)\s+of(?:\s+(?:his|her|their|the))?)\s+(?:(?!own|next|future)\w+\s+)?"
    r"(?:(?P<come>arrival|landing|touchdown|landfall|finish|return)|(?P<go>departure|start|take-?off|lift-?off))\b(?!\s+of\b)",
    re.IGNORECASE,
)
_NOT_MET = regex(
    r"\b(?:expected|scheduled|due|planned|advertised|supposed|hoped|announced|promised|fixed|before|after|until|since|not|never|nobody|"
    r"no|next|if|would|n['\u2019]t)\b",
    re.IGNORECASE,
)


def _moment_of(text: str, clause: "Clause", before: int) -> "frozenset[Event]":
    """Whether a noun makes a time that of the arrival or departure told last: "certified his arrival: six"."""
    found = next(reversed(list(_MOMENT.finditer(text, clause.start, before))), None)
    if found is None or _NOT_MET.search(text, clause.start, before):
        return frozenset()
    return frozenset({Event.ARRIVE if found["come"] else Event.DEPART})


def implied_place(text: str, clause: "Clause", drafts: "Sequence[Draft]", before: int) -> "Draft | None":
    """The sighting that a clause without a place dates: the departure, or the arrival, told before it.

    Parameters
    ----------
    text, clause
        The story and a clause in which no sighting stands.
    drafts
        Sightings in text order.
    before
        Offset of the time expression; the verb before it decides, else the first verb of the clause.
    """
    wanted = _moment_of(text, clause, before) or _by_verb(clause, before)
    near = [
        draft
        for draft in drafts
        if draft.sighting.clause.start < clause.start
        and draft.sighting.clause.paragraph == clause.paragraph
        and clause.sentence - draft.sighting.clause.sentence <= SENTENCES_BACK
    ]
    last = next((draft for draft in reversed(near) if draft.sighting.event in wanted), None)
    if last is None or not _is_vague(last):
        return None
    reached = any(draft.order > last.order and draft.sighting.event is not Event.DEPART for draft in near)
    on = Event.DEPART in wanted and reached and clause.sentence == last.sighting.clause.sentence
    return None if on else last  # "from X to Y, slept, and set off at seven": not X again


def is_aloft(clause: "Clause", before: int) -> bool:
    """Whether a clause without a place tells by what time an aircraft took off or landed."""
    told = [verb for verb in clause.verbs if verb.end <= before] or list(clause.verbs[:1])
    return bool(told) and told[-1].form in journey_words("airside")


def _is_vague(draft: "Draft") -> bool:
    """Whether no time of the day is told of a sighting yet."""
    return not draft.own or draft.low is None or draft.high is None or draft.high - draft.low >= WHOLE_DAY


WHOLE_DAY = timedelta(days=1)
"""Width of a window that only a day sets."""


def _by_verb(clause: "Clause", before: int) -> "frozenset[Event]":
    """Whether the verb of a clause dates the departure or the arrival told before it."""
    if clause.subject not in _TOLD_BY or not clause.verbs:
        return frozenset()
    told = [verb for verb in clause.verbs if verb.end <= before] or [clause.verbs[0]]
    verb = told[-1]
    if verb.doubtful or verb.infinitive:
        return frozenset()
    if verb.motion in _LEAVING or (verb.form in journey_words("sails") and clause.subject is Subject.VEHICLE):
        return frozenset({Event.DEPART})
    return frozenset({Event.ARRIVE}) if verb.motion is Motion.REACH else frozenset()


_OUT = regex(r"\b(?:out\s+of|from|left|leaving)\s+(?:the\s+)?$", re.IGNORECASE)
_BESIDE = regex(r"\s*,?\s*(?:(?:city|airport|station|harbour|port)\s+)?")
"""What may stand between a name and the time that dates it: "out of X at nine"."""


def named_again(
    text: str, expression: "TimeExpression", named: "Sequence[Toponym]", drafts: "Sequence[Draft]"
) -> "Draft | None":
    """The sighting whose place is named again right before a time: "from X to Y: out of X at nine, in Y at ten".

    Parameters
    ----------
    text, expression, named
        The story, the time, and the place names in text order.
    drafts
        Sightings told shortly before.
    """
    index = bisect_right(named, expression.start, key=_start) - 1
    top = named[index] if index >= 0 else None
    if top is None or not expression.precise or top.place is None:
        return None
    mention = top.mention
    if mention.end > expression.start or not _BESIDE.fullmatch(text, mention.end, expression.start):
        return None
    if any(draft.sighting.toponym is top for draft in drafts):
        return None
    same = [
        draft
        for draft in drafts
        if draft.sighting.toponym.place == top.place and draft.sighting.toponym.mention.end <= mention.start
    ]
    leaves = _OUT.search(text, max(0, mention.start - 12), mention.start) is not None
    fitting = [draft for draft in same if (draft.sighting.event is Event.DEPART) == leaves]
    return fitting[-1] if fitting else None


def _start(top: "Toponym") -> int:
    return top.mention.start


_AFTER_IT = regex(
    r"\bafter(?:\s+(?:he|she|they|it|leaving|setting|taking|starting|departing|sailing|boarding|embarking|lift-?off|take-?off))?$",
    re.IGNORECASE,
)


_OF_START = regex(
    r"\bafter\s+(?:(?:the|his|her|their|its)\s+)?(?:leaving|setting|taking|starting|departing|sailing|boarding|embarking|embarkation|"
    r"departure|launch|start|casting\s+off|pushing\s+off|pulling\s+out|driving\s+off|putting\s+to\s+sea|weighing\s+anchor|"
    r"blast-?off|lift-?off|take-?off)$",
    re.IGNORECASE,
)
"""Words of a start from which a length is counted."""


def as_told(draft: "Draft", expression: "TimeExpression") -> "TimeExpression":
    """A gap as it lies between the sighting told before and this one: "three weeks after he left X" looks back."""
    looks_back = _AFTER_IT.search(expression.text) and draft.sighting.toponym.mention.start > expression.end
    if not looks_back or expression.after_hours is None or not _is_of_after(draft, expression):
        return expression
    low, high = expression.after_hours
    return replace(expression, after_hours=(-high, -low))


_START_NOUN = regex(r"\b(?:lift-?off|take-?off|departure|departing|starting)$", re.IGNORECASE)


def _is_of_after(draft: "Draft", expression: "TimeExpression") -> bool:
    """Whether a sighting stands in what "after" opens: "a day after it was let go at X", not "after that, in Y"."""
    if draft.sighting.event is Event.DEPART:
        return True
    if _START_NOUN.search(expression.text):
        return False  # "eleven hours after take-off he was in X"
    clause, verb = draft.sighting.clause, draft.sighting.verb
    if _OF_START.search(expression.text):  # "six hours after take-off she was in Y", "after leaving X"
        return verb is not None and verb.start < expression.end
    first = next((one for one in clause.verbs if one.start >= expression.end), None)
    return clause.start <= expression.end and verb is not None and verb is first


_BEGINS = regex(
    r"(?:\b(?:beginning|starting|setting\s+(?:out|off|forth)|departing|leaving|pushing\s+off|casting\s+off|taking\s+off|"
    r"lifting\s+off|pulling\s+out|heading\s+(?:out|off)|getting\s+away|putting\s+to\s+sea)"
    r"|\bout\s+of\s+(?:the|his|her|their)\s+[\w-]+)\s+(?:(?:on|at|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_ENDS = regex(
    r"\b(?:finishing|ending|arriving|landing|docking|berthing|touching\s+down|pulling\s+in|getting\s+(?:in|there)|"
    r"coming\s+(?:in|ashore)|making\s+port|reaching\s+it)\s+(?:(?:on|at|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def end_of_way(text: str, expression: TimeExpression, here: "Sequence[Draft]") -> Draft | None:
    """The end of the way that a time in a gerund dates: "crossed it from X to Y in May, beginning on the 4th"."""
    before = text[max(0, expression.start - 30) : expression.start]
    told = [draft for draft in here if draft.sighting.toponym.mention.end <= expression.start]
    if _BEGINS.search(before):
        return next((draft for draft in reversed(told) if draft.sighting.event is Event.DEPART), None)
    if _ENDS.search(before):
        return next((draft for draft in reversed(told) if draft.sighting.event is Event.ARRIVE), None)
    return None


_JOURNEY_TOOK = regex(r"\b(?:took|taken|lasted|lasts)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


_AFTER_LENGTH = regex(
    r"\bafter\s+(?:(?:an?|his|her|their|some|about|just|only)\s+)*"
    r"(?:(?:journey|drive|flight|voyage|ride|walk|march|crossing|run|row|swim|passage|climb)\s+(?:of|lasting)\s+(?:(?:some|about|just)\s+)*)?$",
    re.IGNORECASE,
)
"""Words that make a length that of the way that ends: "landed at X after six hours in the air"."""
_STAYED = regex(
    r"\s+(?:(?:in|at|on|with|among|near|outside)\s+(?!the\s+(?:air|wheel|road|saddle|oars|water|sea|train|bus)\b|sea\b)|there\b|ashore\b|of\b|"
    r"(?!driving|flying|sailing|walking|rowing|riding|swimming|paddling|travelling|running|cycling)\w+ing\b)",
    re.IGNORECASE,
)


def ends_length(
    text: str, expression: TimeExpression, clause: "Clause", here: "Sequence[Draft]", drafts: "Sequence[Draft]"
) -> Draft | None:
    """The sighting at the end of the journey that the length measures; None when it measures something else."""
    before = text[max(clause.start, expression.start - 30) : expression.start]
    after = text[expression.end : expression.end + 30]
    within = re.search(
        r"\b(?:in|within)\s+(?:(?!for\b|after\b|about\s+for\b)\w+\s+){0,2}$", before, re.IGNORECASE
    ) or re.match(r"(?:just\s+)?(?:in|within)\b", expression.text, re.IGNORECASE)
    travelled = _AFTER_LENGTH.search(before) is not None and _STAYED.match(after) is None
    within = within if within or not travelled else _AFTER_LENGTH.search(before)
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


def hangs_on(clause: "Clause", other: "Clause") -> bool:
    """Whether a clause only tells where the one before it ended: "was let down, smelling of fruit, outside X"."""
    mine = clause.subject is Subject.TRAVELLER and bool(clause.verbs) and not clause.verbs[-1].doubtful
    comes = mine and clause.verbs[-1].motion in {Motion.CARRY, Motion.REACH}
    aside = other.opener == "," and other.start == clause.end and bool(other.verbs)
    if mine and aside and clause.verbs[-1].form in _IS_SOMEHOW:
        # "at one he was standing, kilted again, outside X"
        return other.verbs[0].motion is Motion.OTHER and other.verbs[0].form.endswith(("ing", "ed"))
    return comes and aside and other.verbs[0].form.endswith("ing")


_IS_SOMEHOW = frozenset(
    {
        *("was", "were", "stood", "sat", "lay", "knelt", "waited", "queued", "leaned", "posed"),
        *("standing", "sitting", "seated", "lying", "kneeling", "waiting", "queuing", "leaning", "posing", "slumped"),
    }
)
"""How somebody is at a place that may be told after words between commas."""
