"""Times that a clock shows when somebody comes or goes: "the station clock said ten to four when she got down"."""

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

_CLOCK = r"(?:clocks?|watch(?:es)?|wrist-?watch|time|chronometer|stop-?watch|hands|dial|bells?|chimes|timer|hour|it)"
_SAYS = regex(
    rf"\b{_CLOCK}\b(?:\s+(?:in|on|over|above|of|at|by|outside|beside|inside)\s+(?:the|his|her|their|its|an?)\s+(?:[\w\u2019'-]+\s+){{0,3}}?[\w\u2019'-]+)?\s+"
    r"(?:\w+ly\s+|had\s+|was\s+|were\s+|just\s+|then\s+|already\s+|still\s+|there\s+)*(?:said|says|stood|showed|shows|shown|read|reads|reading|pointed|made\s+it|"
    r"gave|was|is|were|struck|striking|rang|ringing|chimed|chiming|tolled|tolling|gone|told|sounded|marked|registered)\s*"
    r"(?:(?:at|to|exactly|just|precisely|already|only|not\s+quite|about|almost|nearly|a\s+little|still|some|barely)\s*)*\Z",
    re.IGNORECASE,
)
_STRIKES = regex(
    r"\b(?:clocks?|bells?|hour|chimes|siren|it)\s+(?:(?:was|were|had|just)\s+)*(?:struck|striking|strikes|chimed|chiming|tolled|tolling|rang|ringing|"
    r"sounded|sounding|said|says|showed|read|gone)\s+[a-z]+\Z",
    re.IGNORECASE,
)
"""A time that is told together with what strikes it."""
CLOCK_STATEMENT = regex(
    (
        r"\b(?:clock|watch|time|timestamp|time\s+stamp|camera|cameras|cctv|receipt|log|stamp|stamped|"
        r"(?:the|an|its|his|her)\s+(?:exact\s+)?hour|display|footage|photograph|picture|caption|minutes|register|ticket|till|machine|pump|meter|turnstile|barrier|printer|scanner|sensor|"
        r"reader|terminal|tachograph|weighbridge|postmark|docket|slip|counterfoil|invoice|voucher|stub|chart|dial|tracker|logger|punch|"
        r"odometer|chronometer|booth|printed|it\s+(?:was|is)\s+(?:taken|shot|signed|logged)|puts?\s+(?:it|this|that|him|her|them|the\s+(?:hour|time|moment|start|finish|arrival|departure|landing|meeting|visit))\s+at|"
        r"has\s+(?:it|him|her|them)\s+(?:down\s+)?at)\b"
    ),
    re.IGNORECASE,
)
"""What a clause tells that gives the hour of what was told last: a clock, a paper, a machine."""
_CLOCK_THAT_SAYS = regex(
    r"\b(?:clocks?|watch(?:es)?|chronometer|dial|timer|clock\s+face|display)\b(?:\s+[\w\u2019'-]+){0,4}?,?\s+(?:which|that|saying|showing|reading)\s*"
    r"(?:\w+ly\s+|still\s+|then\s+|just\s+)*(?:said|says|stands?|stood|shows?|showed|reads?|points?\s+to|pointed\s+to|gives?|gave|marks?|marked)?\s*"
    r"(?:(?:at|exactly|just|precisely|about|almost|nearly)\s*)*\Z",
    re.IGNORECASE,
)
"""A clock under which somebody stands, with what it shows: "under the ferry clock, which says half past four"."""
_WHERE_CLOCK = regex(
    rf",?\s+where\s+(?:the|a|an|its|one)\s+(?:[\w\u2019'-]+\s+){{0,3}}?{_CLOCK}\b(?:\s+(?:in|on|over|above|of|at|by|outside|beside)\s+(?:the|a|its)\s+[\w-]+)?\s+"
    r"(?:\w+ly\s+|had\s+|was\s+|just\s+|then\s+|already\s+|still\s+)*(?:said|says|stood|stands|showed|shows|read|reads|reading|pointed|points|gave|gives|was|is|struck|marked)\s+"
    r"(?:(?:at|to|exactly|just)\s+)*",
    re.IGNORECASE,
)
"""A clock at the place just named: "from the stadium in X, where the clock stood at six"."""
_WHEN = frozenset({"when", "as", "while", "where"})
_SAYS_WHEN = regex(r"\W*(?:and\s+|but\s+)?(?:when|as|while|by\s+the\s+time)\b", re.IGNORECASE)
LONGEST_CLAUSE = 160
"""Characters before a time in which the clock that shows it stands."""


def clock_read(text: str, expression: "TimeExpression", clause: "Clause", here: "Sequence[Draft]") -> "Draft | None":
    """The stop at which a clock showed a time, in a sentence that says so; None for any other time.

    Parameters
    ----------
    text
        The story.
    expression, clause
        The time, and the clause in which it stands.
    here
        The stops of the sentence.
    """
    if not (expression.precise and here) or expression.after_hours is not None:
        return None
    low = max(clause.start, expression.start - LONGEST_CLAUSE)
    start = max(here[0].sighting.clause.start, expression.start - LONGEST_CLAUSE)
    told = [one for one in here if _is_vague(one)]
    past = [one for one in told if one.sighting.toponym.mention.end <= expression.start]
    there = (one for one in past if _WHERE_CLOCK.fullmatch(text, one.sighting.toponym.mention.end, expression.start))
    at = next(there, None)
    if at is not None or _CLOCK_THAT_SAYS.search(text, start, expression.start):
        return at or (past[-1] if past else None)
    shown = _SAYS.search(text, low, expression.start) or _STRIKES.search(text, low, expression.end)
    if shown is None:
        return None
    within = [one for one in told if one.sighting.clause.start == clause.start]
    if within:
        opens = _SAYS_WHEN.match(text, clause.start) is not None
        before = [one for one in within if one.sighting.toponym.mention.end <= expression.start]
        return before[-1] if opens and before else None
    ahead = [one for one in told if one.sighting.clause.start > clause.start]
    if not ahead or ahead[0].sighting.clause.opener not in {"when", "as"} or clause.opener in _WHEN:
        before = [one for one in told if one.sighting.clause.start < clause.start]
        opened = before and (clause.opener in _WHEN or _SAYS_WHEN.match(text, before[-1].sighting.clause.start))
        return before[-1] if opened else None
    return ahead[0]


def _is_vague(draft: "Draft") -> bool:
    """Whether no more than a day is told of a stop."""
    return draft.low is None or draft.high is None or draft.high - draft.low >= timedelta(hours=24)


_HOUSE = regex(
    r"\b(?:hotels?|guest-?\s?houses?|boarding-?\s?houses?|inns?|pensions?|hostels?|motels?|lodgings?|rooms?|hospitals?|clinics?|banks?|clubs?|embassy|consulate|"
    r"garages?|depots?|schools?|post\s+office|harbour|dock|port)\b",
    re.IGNORECASE,
)
_BOOK = regex(
    r"\W*(?:but\s+|yet\s+|and\s+|in\s+)?(?:its|the\s+(?:hotel|house|porter|night\s+porter|desk|clerk|bank|clinic|hospital|club|garage|depot|harbour|port|gate)(?:\u2019s|'s)?)\s+"
    r"(?:own\s+)?(?:[\w-]+\s+)?(?:register|book|books|log|ledger|guest-?book|day-?book|records?|list)\b",
    re.IGNORECASE,
)
SENTENCES_OF_BOOK = 3
"""How far behind a stop the books of its house may tell the hour."""


def in_books_of_house(
    text: str, expression: "TimeExpression", clause: "Clause", drafts: "Sequence[Draft]"
) -> "Draft | None":
    """The stop told last, whose hour the books of a house there tell: "the hotel denies it. Its register has ..."."""
    before = [draft for draft in drafts if draft.sighting.clause.start < clause.start]
    if not (before and expression.precise) or not _is_vague(before[-1]):
        return None
    told = before[-1].sighting.clause
    if not 0 < clause.sentence - told.sentence <= SENTENCES_OF_BOOK or clause.paragraph - told.paragraph > 1:
        return None
    low = max(text.rfind(mark, told.end, clause.start + 1) for mark in (". ", "\n", "? ", "! "))
    of_book = _BOOK.match(text, max(low + 1, told.end)) is not None
    return before[-1] if of_book and _HOUSE.search(text, told.start, clause.start) is not None else None


_CALENDAR = regex(
    r"\b(?:the|its|every|a)\s+(?:\w+\s+)?(?:calendars?|date|almanac|diary|newspapers?|date-?line)\s+(?:there\s+|on\s+the\s+wall\s+)?(?:still\s+|already\s+|only\s+)?"
    r"(?:(?:said|showed|read|was|gave|had|stood\s+at)\s+)?(?:still\s+|already\s+|only\s+)?\Z",
    re.IGNORECASE,
)
"""How a day is told that a calendar shows: "where the clock said ten to eleven and the calendar Monday 13 May"."""
LONGEST_CALENDAR = 60
"""Characters before a day in which that stands."""


def set_by_calendar(text: str, expression: "TimeExpression", here: "Sequence[Draft]") -> bool:
    """Put a stop with a time of the clock on the day that a calendar showed there; whether that was done.

    Parameters
    ----------
    text
        The story.
    expression
        The day.
    here
        The stops of its sentence.
    """
    if expression.precise or expression.earliest is None or expression.after_hours is not None:
        return False
    low = max(0, expression.start - LONGEST_CALENDAR)
    told = [one for one in here if one.sighting.toponym.mention.end <= expression.start]
    if not told or _CALENDAR.search(text, low, expression.start) is None or _is_vague(told[-1]):
        return False
    stop, day = told[-1], expression.earliest.date()
    if stop.low is None or stop.high is None:
        return False
    length = stop.high - stop.low
    stop.low = datetime.combine(day, stop.low.time())
    stop.high, stop.floating = stop.low + length, False
    return True
