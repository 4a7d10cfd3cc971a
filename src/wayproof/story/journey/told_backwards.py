"""Stories that tell of an arrival before the departure: the order of the telling stands, and the clock refutes it."""

import re
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import timed
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.story.text.document import Story

_SHE = r"(?:he|she|it|they|the\s+[\w-]+|(?-i:[A-Z])[\w\u2019'-]+|his|her|its|their)"
_GOES = (
    r"(?:(?:had|has|have|was|were|is|are|even|ever|could|would|can)\s+){0,2}(?:left|leaves?|leaving|sail(?:s|ed)?|depart(?:s|ed)?|set\s+(?:out|off)|sets\s+(?:out|off)|"
    r"start(?:s|ed)?|took\s+off|takes\s+off|embark(?:s|ed)?|(?:went|goes|gone|go|got|gets|stepped|is|was)\s+(?:on\s+board|aboard)|board(?:s|ed)?|"
    r"(?:been\s+)?(?:loaded|made|packed|built|bought|posted|sent|handed\s+in)|gone|own\s+departure|departures?|sailing|take-?off|departure|train\s+left|cast(?:s)?\s+off)"
)
_PARADOX = regex(
    rf"\b(?:before|earlier\s+than)\s+(?:{_SHE}\s+){{1,3}}{_GOES}\b|\bbefore\s+(?:leaving|sailing|departing|setting\s+(?:out|off)|taking\s+off|boarding|embarking)\s+(?:it|there)?\b|"
    r"\b(?:early|late|ahead\s+of\s+time)\s+for\s+(?:his|her|its|their)\s+own\b|\b(?:arrival|landing)\s+(?:comes?|came|is|was|stands|falls|fell)\s+(?:[\w-]+\s+){0,4}before\b|"
    r"\bless\s+than\s+nothing\b|\bminus\s+(?:[\w-]+\s+){1,4}(?:hours?|minutes?|days?)\b|\bnegative\s+(?:time|duration|length|number)\b|\btime[\s-](?:travel\w*|machine)\b|"
    r"\bback(?:wards?)?\s+in\s+time\b|\b(?:sail|fl[iye]|drive|driven?|travel|ran|run|went|go|walk)\w*\s+backwards?\b|\b(?:the\s+)?wrong\s+(?:way\s+(?:round|about)|order)\b|"
    r"\btoo\s+(?:soon|early)\b|\b(?:was|were|is|are)\s+(?:there|here)\s+already\b|\balready\s+(?:there|arrived|landed|in\s+(?:bed|port|town))\b|"
    r"\bclocks?\s+(?:[\w-]+\s+){0,6}?(?:slow|fast|wrong|stopped|mistaken|lying|bad)\b|\bcannot\s+(?:both\s+)?(?:be\s+(?:right|true|correct)|have\s+(?:been|come|arrived|landed|left|gone))\b|"
    r"\b(?:one\s+of\s+(?:the|these)\s+two|(?:either|neither|both|each)\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|his\s+|her\s+|its\s+)?(?:two\s+)?)\s*(?:papers?|documents?|entr(?:y|ies)|stamps?|books?|dates?|figures?|hours?|"
    r"registers?|slips?|tickets?|receipts?|logs?|sheets?|clerks?|offices?|desks?)\b|"
    r"\b(?:papers|documents|entries|stamps|books|dates|registers|records|hours|times|clocks)\s+(?:[\w-]+\s+){0,2}?(?:contradict|disagree|conflict|clash|quarrel|do\s+not\s+(?:agree|match|fit))",
    re.IGNORECASE,
)
"""How a story remarks that somebody came before they went, or that two papers cannot both be right."""
_EARLIER = regex(
    r"\b(?:earlier|previous(?:ly)?|before|beforehand|already|ago|until\s+then|up\s+to\s+then|last|the\s+(?:day|night|week|month)\s+before|"
    r"to\s+(?:begin|start)\s+with|originally|at\s+first|first)\b",
    re.IGNORECASE,
)
_FRONTED = regex(
    r"\W*(?:(?:and|but)\s+)?(?:on|at|in|by|that|the\s+\w+|during|throughout|all)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"morning|afternoon|evening|night|noon|midnight|dawn|\d)",
    re.IGNORECASE,
)
"""A time that opens what is told: who tells so goes back of their own accord."""
_REMARKS = 20_000
"""Characters of a story in which such a remark is looked for; where papers disagree, it is soon said."""


def remarked(story: "Story") -> bool:
    """Whether a story remarks on an order that cannot be: "he came ashore before he went on board"."""
    return any(_PARADOX.search(part[:_REMARKS]) for part in (story.title or "", story.text))


def is_backwards(text: str, first: "Draft", second: "Draft") -> bool:
    """Whether a departure and, told right after it, a whereabouts of an earlier time contradict each other.

    Both have a time of their own, stand in one paragraph, and nothing says that the second looks back.
    """
    clause, other = first.sighting.clause, second.sighting.clause
    if first.sighting.event is not Event.DEPART or second.sighting.event is Event.DEPART:
        return False
    told = clause.paragraph == other.paragraph and clause.sentence <= other.sentence and clause.start < other.start
    dated = all(one.own and timed(one) for one in (first, second))
    looks_back = second.before and not first.before
    if not told or not dated or looks_back or first.sighting.toponym.place == second.sighting.toponym.place:
        return False
    return _EARLIER.search(text, other.start, other.end) is None and not _FRONTED.match(text, other.start)


_ENDS = (
    r"(?:arriv\w*|complet\w*|finish\w*|end(?:s|ed)|reach\w*|land\w*|got\s+there|was\s+there|is\s+there|came\s+(?:in|back)|delivered|breakfasted|dined|unloaded|received|"
    r"came\s+ashore|stepped\s+ashore|docked|moored|signed\s+in|entered|checked\s+in)"
)
_SETS_OUT = (
    r"(?:left|leaves|set\s+(?:out|off)|sets\s+(?:out|off)|began|begun|begins|started|starts|departed|departs|sailed|sails|took\s+off|went\s+(?:on\s+board|aboard)|"
    r"loaded|drove\s+(?:off|out)|signed\s+out|checked\s+out|gone)"
)
_OVER_FIRST = regex(
    rf"\b{_ENDS}\b[^.;:!?\n]{{0,60}}?\bbefore\s+(?:{_SHE}\s+){{1,3}}(?:(?:had|has|even|ever)\s+){{0,2}}{_SETS_OUT}\b|\bcame\s+before\s+the\s+(?:stamp|departure|exit|start)\b|"
    r"\b(?:got|was|were|is|came|been)\s+there\s+(?:first|already|before)\b",
    re.IGNORECASE,
)
"""How a story says of a way that it was over before it began."""
_ONE_WAY = regex(
    r"\b(?:one|a\s+single|the\s+one|only\s+one|a\s+solitary|the\s+same|one\s+and\s+the\s+same)\s+(?:journey|trip|crossing|voyage|drive|flight|passage|way|run|ride|march)\b|"
    r"\bin\s+one\s+(?:day|go|stretch|run|piece)\b|\bwithout\s+(?:a\s+(?:break|stop|halt|pause)|stopping|turning\s+back)\b",
    re.IGNORECASE,
)
"""How a story says that somebody made one journey, and no second one back."""


def as_one_way(story: "Story", ordered: "Sequence[Draft]") -> "list[Draft]":
    """The sightings of one way that papers tell as over before it began, with its start before its end.

    The clock alone would make of the two papers a way back that nobody told: "an entry mark of the 8th and an exit mark
    of the 10th; he made one journey". Only where the story remarks on it, and tells of two places and no more.
    """
    starts = [one for one in ordered if one.sighting.event is Event.DEPART and timed(one) and one.own]
    ends = [one for one in ordered if one.sighting.event is Event.ARRIVE and timed(one) and one.own]
    if len(starts) != 1 or not 1 <= len(ends) <= len(starts) + 1 or not _is_turned(starts[0], ends[0]):
        return list(ordered)
    start, end = starts[0], ends[0]
    # "he drove from X to Y on the 13th, and the book of an inn in Y shows his arrival on the 11th"
    if any(one.sighting.clause.sentence != start.sighting.clause.sentence for one in ends[1:]):
        return list(ordered)
    places = {one.sighting.toponym.place for one in ordered}
    parts = (story.title or "", story.text[:_REMARKS])
    strange = any(_OVER_FIRST.search(part) for part in parts)
    one_way = any(_ONE_WAY.search(part) for part in parts) and any(_clash(part) for part in parts)
    return [start, end] if len(places) == FEWEST and (strange or one_way) else list(ordered)


FEWEST = 2
"""Places of a way."""
_THEN_GOES = regex(
    r"\b(?:then|afterwards|thereupon|next|from\s+there|thence|immediately|at\s+once)\s+(?:he\s+|she\s+|they\s+)?(?:\w+ly\s+)?"
    r"(?:flew|drove|went|travelled|traveled|rode|cycled|sailed|walked|took\s+(?:a|the)\s+[\w -]{1,30}?)\s+"
    r"(?:(?:straight|directly|on|home|back|across|over)\s+)*to\b|"
    r"\b(?:flew|drove|went|travelled|traveled|rode|sailed)\s+(?:straight|directly)\s+(?:on\s+)?(?:from\s+there\s+)?to\b",
    re.IGNORECASE,
)
"""How a story says that one of two places came after the other: "he then flew straight to X"."""


def as_told_next(text: str, ordered: "Sequence[Draft]") -> "list[Draft]":
    """The two sightings of a way in the order in which the story says that it was made, though the clock refutes it.

    "Gave a toast in Honolulu at ten on Tuesday evening. He then flew straight to Auckland, and was seen there at six on
    Wednesday": by the clock Auckland comes first. Only for two places with days and hours of their own.
    """
    if len(ordered) != FEWEST or any(one.floating or one.inferred or not (one.own and timed(one)) for one in ordered):
        return list(ordered)
    by_telling = sorted(ordered, key=lambda one: one.sighting.toponym.mention.start)
    first, second = by_telling
    goes = _THEN_GOES.search(text, first.sighting.toponym.mention.end, second.sighting.toponym.mention.start + 1)
    told_on = not (first.before or second.before) and first.sighting.toponym.place != second.sighting.toponym.place
    return by_telling if told_on and goes is not None else list(ordered)


_SIDE_BY_SIDE = regex(r"(?:both|each|either|neither)\b", re.IGNORECASE)


def _clash(part: str) -> bool:
    """Whether it is told that two papers cannot stand together, and not only that there are two: "both stamps"."""
    return any(_SIDE_BY_SIDE.match(found.group()) is None for found in _PARADOX.finditer(part))


def _is_turned(start: "Draft", end: "Draft") -> bool:
    """Whether a start and an end lie apart, and the end is the earlier by the clock."""
    apart = start.sighting.toponym.place != end.sighting.toponym.place
    return apart and start.earliest is not None and end.latest is not None and end.latest <= start.earliest
