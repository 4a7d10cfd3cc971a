"""Times that date a stay without naming its place: what was done there next, and what a record says of it.

"He spoke in X on Saturday, sat down at half past nine, and went to the airport." "The report has the whistle at 12:52."
"""

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Subject
from wayproof.story.grammar.verb_senses import sense_of
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

DONE_NEXT = "its time is that of what was done next, and that it was done there is not told"
"""Why the time of a stay is inferred from the sentence after it."""
WHOLE_DAY = timedelta(days=1)
_ELSEWHERE = regex(
    r"\b(?:(?:on|in|aboard|inside|behind|at)\s+(?:an?|the|his|her|their|its|another|some)\s+(?:[\w-]+\s+){0,2}?(?:plane|aeroplane|"
    r"airplane|jet|flight|train|bus|coach|car|van|lorry|truck|taxi|cab|ferry|boat|ship|helicopter|motorway|road|highway|wheel|"
    r"carriage|compartment|air|sea|queue|border|frontier)|"
    r"aboard|airborne|at\s+sea|in\s+the\s+air|en\s+route|on\s+(?:the|his|her|their)\s+way|home|back|elsewhere|abroad|away|there|off|"
    r"(?:another|the\s+(?:next|other|same|neighbouring))\s+(?:town|city|village|country|island|place|side|shore|bank)|"
    r"across|miles|kilomet(?:re|er)s|km|further|farther|beyond|border|frontier|telephoned|phoned|rang|called)\b",
    re.IGNORECASE,
)
"""Words of a clause that may put what it tells somewhere else than where the traveller was told to be."""


def _is_vague(draft: "Draft") -> bool:
    return draft.low is None or draft.high is None or draft.high - draft.low >= WHOLE_DAY


def _holds(draft: "Draft", expression: "TimeExpression") -> bool:
    """Whether a precise time lies in what is known of the time of a sighting."""
    if expression.earliest is None or expression.latest is None:
        return False
    low, high = draft.low or expression.earliest, draft.high or expression.latest
    return low <= expression.earliest and expression.latest <= high


def _start(clause: "Clause") -> int:
    return clause.start


def stays_on(
    text: str,
    expression: "TimeExpression",
    told_in: "tuple[Clause, Sequence[Clause]]",
    drafts: "Sequence[Draft]",
    named: "Sequence[Toponym]",
) -> "Draft | None":
    """The stay during which the traveller does what a clause without a place tells at a time of the day.

    Parameters
    ----------
    text, expression
        The story and a time of the day.
    told_in
        Its clause, in which no sighting stands, and all clauses in text order.
    drafts, named
        Sightings and place names in text order.
    """
    clause, clauses = told_in
    index = bisect_left(drafts, clause.start, key=lambda draft: draft.sighting.clause.start) - 1
    last = drafts[index] if index >= 0 else None
    if last is None or last.before or last.sighting.event is Event.DEPART or not _is_vague(last):
        return None
    told, mention = last.sighting.clause, last.sighting.toponym.mention
    if _hangs_on_stay(text, clause, last) and _holds(last, expression):
        return last
    near = clause.sentence - told.sentence <= 1 and clause.paragraph == told.paragraph
    ahead = index + 1 < len(drafts) and drafts[index + 1].sighting.clause.sentence == clause.sentence
    if not near or (ahead and clause.sentence != told.sentence) or not _holds(last, expression):
        return None
    low, high = (
        bisect_right(named, mention.start, key=_mention_start),
        bisect_left(named, clause.end, key=_mention_start),
    )
    if low < high or not _is_deed(text, expression, clause):
        return None
    between = clauses[bisect_left(clauses, told.start, key=_start) : bisect_left(clauses, clause.start, key=_start)]
    moved = any(
        sense_of(text, verb) in MOVING and not verb.infinitive and verb.start >= mention.end
        for one in between
        for verb in one.verbs
    )
    place = last.sighting.toponym.place
    return None if moved or place is None or place.is_area else last


_IT_WAS = regex(
    r"\W*(?:and\s+|but\s+)?it\s+(?:was|is)\s+(?:(?:already|still|just|nearly|then|now|by\s+then|only)\s+)?(?:at\s+)?",
    re.IGNORECASE,
)
_WHEN = regex(r"\s*,?\s*(?:when|as|before)\b", re.IGNORECASE)


def when_done(
    text: str,
    expression: "TimeExpression",
    told_in: "tuple[Clause, Sequence[Clause]]",
    drafts: "Sequence[Draft]",
    named: "Sequence[Toponym]",
) -> "Draft | None":
    """The stay told last, where it is said what time it was when something was done: "it was nine when she sat down".

    Parameters
    ----------
    text, expression, told_in, drafts, named
        As in :func:`stays_on`.
    """
    clause, clauses = told_in
    if _IT_WAS.fullmatch(text, clause.start, expression.start) is None or not _WHEN.match(text, expression.end):
        return None
    following = bisect_right(clauses, clause.start, key=_start)
    done = clauses[following] if following < len(clauses) else None
    if done is None or done.sentence != clause.sentence or done.subject not in MINE:
        return None
    end = bisect_left(named, done.end, key=_mention_start)
    if end and named[end - 1].mention.start >= clause.start:
        return None  # the place is told with it
    index = bisect_left(drafts, clause.start, key=lambda draft: draft.sighting.clause.start) - 1
    last = drafts[index] if index >= 0 else None
    if last is None or last.before or not _is_vague(last) or not _holds(last, expression):
        return None
    told = last.sighting.clause
    stays = last.sighting.event is not Event.DEPART and clause.paragraph == told.paragraph
    goes_off = any(verb.motion in {Motion.LEAVE, Motion.START} for verb in done.verbs)
    return last if stays and not goes_off and clause.sentence - told.sentence <= 1 else None


def _hangs_on_stay(text: str, clause: "Clause", draft: "Draft") -> bool:
    """Whether a clause in -ing only tells what somebody did at a place: "was in X, counting floats, until five"."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or draft.sighting.event is Event.DEPART or draft.sighting.clause.end != clause.start:
        return False
    bare = re.fullmatch(r"\W*(?:(?:still|busy|there|quietly|calmly)\s+)?", text[clause.start : verb.start]) is not None
    return clause.opener == "," and bare and verb.form.endswith("ing") and verb.motion not in MOVING


def _is_deed(text: str, expression: "TimeExpression", clause: "Clause") -> bool:
    if clause.subject is not Subject.TRAVELLER or not clause.verbs or clause.quoted:
        return False
    stay = all(
        sense_of(text, verb) in {Motion.OTHER, Motion.STAY, Motion.SEEN}
        and not (verb.doubtful or verb.perfect or verb.infinitive)
        for verb in clause.verbs
        if verb.start < expression.start or verb is clause.verbs[0]
    )
    return stay and _ELSEWHERE.search(text, clause.start, clause.end) is None


def _mention_start(top: "Toponym") -> int:
    return top.mention.start


_MOMENTS = (
    r"(?:moment|time|hour|minute|event|occasion|thing|incident|arrest|arrival|landing|touchdown|crash|fall|finish|end|start|beginning|whistle|"
    r"kick-?off|bell|gong|curtain|verdict|adjournment|signing|signature|handshake|toast|service|burial|wedding|ceremony|lecture|speech|match|game|"
    r"meeting|session|sale|auction|race|concert|payment|purchase|withdrawal|visit|call|entry|registration|check-in|transaction|theft|robbery|"
    r"viva|exam|sitting|lesson|class|seminar|shift|congress|conference|mass|vigil|attack|accident|rescue|discovery|find|handover|exchange|admission|interview|examination|operation)"
)


@cache
def _moments() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a record puts something at a time, and how something comes at one."""
    noun = rf"(?:{_MOMENTS}|{'|'.join(sorted(journey_words('engagements')))})"
    puts = re.compile(
        r"\b(?:puts?|placed?|places|gives?|gave|sets?|has|had|have|records?|recorded|logs?|logged|timed|times|fixe[sd]|"
        r"notes?|noted|shows?|showed|enters?|entered|marks?|marked|clocked|dates?|dated|registers?|registered|states?)\s+"
        rf"(?:the|its|his|her|their|that|this)\s+(?:[\w\u2019'-]+\s+){{0,2}}?{noun}\s+(?:(?:at|as|for|to|down\s+(?:as|at)|"
        r"to\s+have\s+been(?:\s+at)?|as\s+(?:being\s+)?(?:at\s+)?)\s+)?(?:\w+ly\s+)?$",
        re.IGNORECASE,
    )
    comes = re.compile(
        rf"\W*(?:by\s+(?:then|that\s+time)\s+)?(?:the|its|his|her|their|that|this|it|all\s+this|all\s+that)(?:\s+(?:[\w\u2019'-]+\s+){{0,3}}?(?P<noun>{noun}))?\s+"
        r"(?:was|came|happened|fell|occurred|began|started|opened|ended|was\s+over|finished|closed|kicked\s+off|broke\s+up|"
        r"lasted\s+until|took\s+place|got\s+under\s+way|concluded|wound\s+up|rose|adjourned|dispersed|let\s+out|"
        r"was\s+(?:closed|adjourned|opened|concluded|ended|stopped|suspended|dissolved|broken\s+(?:up|off)|called\s+to\s+order|declared\s+(?:over|open|closed)|"
        r"brought\s+to\s+an\s+end)|(?:was|is)\s+(?:timed|logged|recorded|noted|signed|made|put))\s+"
        r"(?:(?:by\s+)?then\s+|by\s+(?:that|this)\s+time\s+|by\s+now\s+|(?:now|already|still|just|only|barely|exactly|precisely|not\s+(?:yet|quite))\s+)*"
        r"(?:(?:at|by|on|about|around)\s+)?(?:the\s+stroke\s+of\s+)?(?:\w+ly\s+)?$",
        re.IGNORECASE,
    )
    return puts, comes


def recorded(text: str, expression: "TimeExpression", clause: "Clause", drafts: "Sequence[Draft]") -> "Draft | None":
    """The stop told last whose moment a clause of somebody else gives: "the harbour office puts the moment at four".

    Parameters
    ----------
    text, expression, clause, drafts
        As in :func:`stays_on`; the sightings in text order.
    """
    lead = text[max(clause.start, expression.start - LEAD) : expression.start]
    puts, comes = _moments()
    named = puts.search(lead)
    struck = _STRUCK.match(text, clause.start, expression.end) or _DID_SO.search(
        text, max(0, expression.start - LEAD), expression.start
    )
    if named is None and (struck or clause.subject not in MINE or _BY_THEN.match(text, clause.start, clause.end)):
        named = struck or comes.fullmatch(text, clause.start, expression.start)
        called = named is None or bool(named.groupdict().get("noun"))
        if not called and not _SOURCE.fullmatch(text, expression.end, clause.end):
            return None  # "it was noon in X when ..."
    if not expression.precise or named is None or _is_planned(clause):
        return None
    index = bisect_left(drafts, expression.start, key=lambda draft: draft.sighting.toponym.mention.start) - 1
    last = drafts[index] if index >= 0 else None
    if last is None or not _is_vague(last) or not _holds(last, expression):
        return None
    told = last.sighting.clause
    apart = clause.sentence - told.sentence
    near = apart <= 1 or (apart <= SENTENCES_OF_HOUR and _HOUR_TOLD_OF.search(text, told.end, clause.start) is not None)
    return last if near and clause.paragraph == told.paragraph else None


_DID_SO = regex(
    r"(?:[.!?]['\"\u201d\u2019]?\s+|\n)(?:(?:he|she|they)\s+did\s+(?:so|it|this)|this\s+(?:he|she|they)\s+did|that\s+was\s+done)\b"
    r"(?:,\s+(?:as\s+)?[^,.;:!?]{1,50},)?\s+(?:on\s+\w+day\s+)?\Z",
    re.IGNORECASE,
)
"""A deed told before, with its hour: "until he kissed the threshold at X. He did so, as all agree, at sunset"."""
_BY_THEN = regex(r"\W*by\s+(?:then|that\s+time)\s+it\s+was\b", re.IGNORECASE)
_STRUCK = regex(
    r"\W*(?:(?:the\s+)?(?:clocks?|bells?)(?:\s+(?:there|outside|overhead|opposite|of\s+the\s+\w+))?|it)\s+(?:had\s+)?(?:only\s+)?(?:just\s+)?(?:gone|struck|struck\s+out|chimed|tolled)\b",
    re.IGNORECASE,
)
"""An hour told with what struck it: "it had just gone five"."""
SENTENCES_OF_HOUR = 2
"""How far behind a stop its hour may be given where the sentence between announces it."""
_HOUR_TOLD_OF = regex(r"\b(?:the|an?|his|her|their|exact)\s+(?:hour|time|moment|minute|clock|watch)\b", re.IGNORECASE)
"""What a sentence tells of before the next gives the hour: "that gentleman likewise wrote the hour. It was seven"."""


_SOURCE = regex(r"\W*(?:(?:according\s+to|by|says|said)\s+[^.;!?]*)?\W*", re.IGNORECASE)
"""What may stand after the hour of what is only called "it": "it was closed at noon, according to the porter"."""
LEAD = 120
"""Characters before a time in which the words stand that make it that of a moment."""


def _is_planned(clause: "Clause") -> bool:
    return any(verb.doubtful or verb.motion is Motion.PLAN for verb in clause.verbs)
