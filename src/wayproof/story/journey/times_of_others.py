"""Times that stand with a place where the traveller was not told to be, or with a service, and date no stop."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.temporal.timex import TimeExpression

_AT = regex(r"\b(?:[Ii]n|[Aa]t|that\s+of)\s+(?:the\s+)?\Z")
"""What stands before the name of a place where something is done at an hour told right behind it."""
_RIGHT_BEHIND = regex(r",?\s+(?:at\s+|on\s+)?\Z")
_OF_DRAFT = regex(r",?\s+(?:in|at)\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?\Z")
"""What joins a name to the one that it lies in: "at the field of X, in Y"."""
_WHERE = regex(r"\s*,?\s*")
LEAD = 16
"""Characters before a name in which its preposition stands."""
_OF_SERVICE = regex(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s+\Z|\b(?:trains?|bus|coach|flight|boat|ferry|service|tram|plane|shuttle|express|steamer|sailing)\s+of\s+\Z"
)
_HOUR_ALONE = regex(r"[\d:.]+")
_BRINGS = regex(
    r"\s+(?:[\w-]+\s+)?(?:took|brought|carried|got|set|put|dropped|arrived|came|reached|pulled|drew|rolled|ran|let|left\s+(?:him|her|them))\b"
)
"""What a service named by its hour does at its end: "the 08:02 took her as far as X"."""
_GETS_OFF = regex(
    r"\b(?:leave|leaves|left|leaving|got\s+(?:down|off|out)|getting\s+(?:down|off)|alighted|stepped\s+(?:off|down|from)|climbed\s+(?:off|down)|"
    r"(?:put|thrown|taken|set|ordered|turned|led)\s+(?:down\s+|off\s+)?(?:off|from)|jumped\s+from|off|down\s+from)\s+(?:of\s+|from\s+)?(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z]+\s+of\s+)?\Z"
)
"""How somebody ends a way by a service named by its hour: "was put off the 07:25 at X"."""
LEAD_OF_SERVICE = 40
"""Characters before an hour in which stands what it is the hour of."""


def no_stops(named: "Sequence[Toponym]", drafts: "Sequence[Draft]") -> frozenset[int]:
    """Where the names start of places in which nobody was sighted."""
    stops = {draft.sighting.toponym.place for draft in drafts}
    return frozenset(top.mention.start for top in named if top.place is not None and top.place not in stops)


def elsewhere(
    text: str, expression: "TimeExpression", clause: "Clause", named: "Sequence[Toponym]", others: frozenset[int]
) -> bool:
    """Whether a time stands right behind a place that is no stop, and so dates none.

    Parameters
    ----------
    text, expression, clause
        The story, a time, and the clause in which it stands.
    named, others
        All place names in text order, and where those start that are no stops, as of :func:`no_stops`.
    """
    if not expression.precise:
        return False
    index = bisect_left(named, expression.start, key=_mention_start) - 1
    top = named[index] if index >= 0 else None
    if top is None or top.mention.start not in others:
        return False
    start, end = top.mention.start, top.mention.end
    before = named[index - 1] if index else None
    if before is not None and _OF_DRAFT.fullmatch(text, before.mention.end, start):
        return False  # "at the airfield of X, in Y, at nine"
    if clause.opener == "where" and _WHERE.fullmatch(text, end, clause.start):
        return True  # "from X, where she got in at 14:10, to Y"
    behind = _RIGHT_BEHIND.fullmatch(text, end, expression.start) is not None or end == expression.start
    return behind and start >= clause.start and _AT.search(text, max(0, start - LEAD), start) is not None


def of_service(text: str, expression: "TimeExpression", clause: "Clause", drafts: "Sequence[Draft]") -> bool:
    """Whether an hour only names the train or bus from which somebody got off: it ran from somewhere else then."""
    low = max(0, expression.start - LEAD_OF_SERVICE)
    if not (expression.precise and _HOUR_ALONE.match(text, expression.start)):
        return False
    if _OF_SERVICE.search(text, low, expression.start) is None:
        return False
    here = (draft for draft in drafts if draft.sighting.clause.start == clause.start)
    if any(draft.sighting.event is Event.DEPART for draft in here):
        return False
    brings = _BRINGS.match(text, expression.end) is not None
    return brings or _GETS_OFF.search(text, low, expression.start) is not None


def tells_of_elsewhere(clause: "Clause", named: "Sequence[Toponym]", others: frozenset[int]) -> bool:
    """Whether a clause names a place of its own that is no stop."""
    low = bisect_left(named, clause.start, key=_mention_start)
    high = bisect_left(named, clause.end, key=_mention_start)
    return any(top.mention.start in others for top in named[low:high])


def _mention_start(top: "Toponym") -> int:
    return top.mention.start
