"""Times that stand before or beside a place, and are those of something else: of another day, verb or clause."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.journey.drafts import Draft
from wayproof.story.temporal.timex import TimeExpression, TimeKind
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause


def parted(draft: Draft, expression: TimeExpression, times: "Sequence[TimeExpression]", clause: "Clause") -> bool:
    """Whether another day, or the hour of another clause, is told between a time and a place after it."""
    at = draft.sighting.toponym.mention.start
    return any(
        expression.end <= other.start
        and other.kind is TimeKind.EVENT
        and other.earliest is not None
        and (not other.floating or (expression.precise and other.precise and other.start >= clause.end))
        and not _is_day_of(other, expression)
        for other in times[bisect_left(times, expression.end, key=_start) : bisect_left(times, at, key=_start)]
    )


def _is_day_of(day: TimeExpression, hour: TimeExpression) -> bool:
    """Whether a day is that of an hour told before it: "eleven o'clock next morning, that is on Monday the 13th"."""
    if day.precise or not hour.precise or hour.earliest is None or day.earliest is None or day.latest is None:
        return False
    return day.earliest <= hour.earliest < day.latest


def _start(expression: TimeExpression) -> int:
    return expression.start


_THEN_IT_WAS = regex(
    r"[^.;]{0,40}?,?\s*(?:it|the\s+(?:time|hour|date|clock|day)|(?:the|her|his|their)\s+(?:clock|watch)(?:es)?)\s+(?:was|is|said|showed|read|stood\s+at|struck)\s+"
    r"(?:(?:already|still|just|nearly|then|now|by\s+then|only)\s+)?(?:(?:at|on)\s+)?\Z",
    re.IGNORECASE,
)
"""What a time follows that is the one of the deed before it."""
_RELATIVE = regex(r",\s+which\b[^,]*\Z")
_GERUND = regex(
    r"\b(?:of|after|before|since|on|upon)\s+[a-z]+ing\s+(?:(?:from|for|in|at|the)\s+)*[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+)*\s+"
    r"(?:(?:on|at|in|the)\s+)*$"
)


def of_gerund(text: str, draft: Draft, expression: TimeExpression) -> bool:
    """Whether the time is that of a gerund before what is told: "within a week of leaving X on 4 May she was in Y".

    Nor does a time before ", which" date what follows it: "then, at seven, into the coach, which stopped in X".
    """
    sighting = draft.sighting
    if sighting.verb is not None and _RELATIVE.search(text, expression.end, sighting.verb.start):
        return True
    after = sighting.verb is not None and sighting.verb.start > expression.end <= sighting.toponym.mention.start
    return (
        after and _GERUND.search(text[max(sighting.clause.start, expression.start - 80) : expression.start]) is not None
    )


_OPENING = regex(
    r"[\s,;.:(\u201c\"\u2014\u2013]*(?:(?:and|but|then|so|yet)\b,?\s*){0,2}(?:(?:on|in|at|by|about|around|some|early|late|soon|just|from)\s+)*(?:the\s+)?",
    re.IGNORECASE,
)
"""What may stand before a time that opens its clause."""
_INSERTED = regex(
    r"\b(?:and|but|then|had|has|was|were|is|who|which|that|when|where)\s*,\s+(?:(?:on|in|at|by|some|about|around|exactly|only|just|early|late)\s+)?(?:the\s+)?\Z"
)
_PARTICIPLE = regex(
    r",\s+(?:[a-z]+ly\s+|still\s+|not\s+|now\s+)?(?:having|being|[a-z]{3,}(?:ed|ing|wn|ken|ven|den)|led|lost|left|put|set|sent|kept|held|brought|caught|bound|"
    r"clad|cut|met|paid|told|wet|made|born|torn|worn|sworn)\b"
)
_SUBJECT = regex(r",\s+(?:(?:he|she|they|it|both|the|a|an|his|her|their)\b|[A-Z\u00c0-\u017d])")
"""How a clause begins whose verb comes after what stood in front of it: "at noon, soaked to the skin, she knocked"."""
LEAD = 40
"""Characters before an inserted time in which the word stands behind which it is inserted."""


def inserted_before(text: str, expression: TimeExpression, clause: "Clause", after: "Clause") -> bool:
    """Whether a time between commas dates what the clause after it tells: "was in X and, on Sunday, sang in Y"."""
    if after.sentence != clause.sentence or after.opener != "," or after.start < expression.end:
        return False
    opens = _OPENING.fullmatch(text, clause.start, expression.start) is not None
    if opens and _PARTICIPLE.match(text, expression.end, after.start) and _SUBJECT.match(text, after.start):
        return True
    return is_inserted(text, expression, clause)


def is_inserted(text: str, expression: TimeExpression, clause: "Clause") -> bool:
    """Whether a time ends its clause, inserted between commas behind what goes on with the next."""
    last = text[expression.end : clause.end].strip() == ""
    return last and _INSERTED.search(text, max(clause.start, expression.start - LEAD), expression.start) is not None


def another_verb_between(text: str, draft: Draft, expression: TimeExpression) -> bool:
    """Whether the time stands by a later verb: "who walked from Lyon to Paris was cheered on Thursday"."""
    own = draft.sighting.verb
    if _THEN_IT_WAS.match(text, draft.sighting.toponym.mention.end, expression.start):
        return False  # "when he reached X it was a quarter to eleven"
    if own is not None and own.motion is Motion.SEEN and not own.passive:
        return False  # "a guard in X saw her leave at noon": what was seen is one with the seeing
    low = max(draft.sighting.toponym.mention.end, own.end if own is not None else 0)
    of_it = journey_words("timing" if own is None else "on_paper")
    return any(
        low <= verb.start
        and verb.end <= expression.start
        and verb.form not in of_it
        and not verb.form.endswith("ing")
        and not verb.infinitive
        for verb in draft.sighting.clause.verbs
    )
